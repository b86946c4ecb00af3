"""What a user gets: the wheel holds everything, and a checkout finds its own policies."""

import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest

from redactor import __version__
from redactor.policy import find_policy

ROOT = Path(__file__).resolve().parent.parent
SHIPPED = ("state-cables", "sample-cables")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", folder],
        cwd=ROOT,
        check=True,
        capture_output=True,
    )
    (built,) = folder.glob("*.whl")
    return built


def test_the_wheel_holds_policies_styles_and_types(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    assert {f"redactor/policies/{name}.yaml" for name in SHIPPED} <= names
    assert "redactor/py.typed" in names
    styles = {str(path.relative_to(ROOT)) for path in (ROOT / "redactor").rglob("*.tcss")}
    assert styles
    assert styles <= names
    assert not {name for name in names if name.startswith(("tests/", "samples/"))}


def test_an_installed_wheel_finds_its_policies(wheel: Path, tmp_path: Path) -> None:
    zipfile.ZipFile(wheel).extractall(tmp_path / "site")
    program = (
        "import redactor.policy as p, redactor\n"
        "for name in ('state-cables', 'sample-cables'):\n"
        "    found = p.find_policy(name)\n"
        "    assert p.load_policy(found).rules\n"
        "    print(found)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=tmp_path,
        env={"PYTHONPATH": str(tmp_path / "site")},
        capture_output=True,
        text=True,
        check=True,
    )
    wanted = [str(tmp_path / "site" / "redactor" / "policies" / f"{n}.yaml") for n in SHIPPED]
    assert done.stdout.split() == wanted


@pytest.mark.parametrize("name", SHIPPED)
def test_a_checkout_uses_its_own_policies(name: str) -> None:
    assert find_policy(name) == ROOT / "policies" / f"{name}.yaml"


def test_the_version_stands_in_the_changelog() -> None:
    assert f"## {__version__}" in (ROOT / "CHANGELOG.md").read_text()


def test_every_dependency_is_pinned_to_a_range() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    assert all(">=" in need and "<" in need for need in project["dependencies"])


def test_the_readme_names_the_two_commands_and_the_makefile_has_them() -> None:
    readme, makefile = ((ROOT / name).read_text() for name in ("README.md", "Makefile"))
    for command in ("review", "test"):
        assert f"make {command} " in readme
        assert f"\n{command}: " in makefile
