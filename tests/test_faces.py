"""A stage offers what its stub says, and imports it only when it is asked for."""

import ast
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest

from redactor.faces import face, offers

PACKAGE = Path(__file__).resolve().parent.parent / "redactor"
STUBS = sorted(PACKAGE.rglob("__init__.pyi"))


def test_names_and_other_names_are_read_from_a_stub() -> None:
    stub = (
        "from redactor.a import one, two\n"
        "from redactor.b.c import (\n    three,\n    four as five,\n)\n"
        '__all__ = ["one", "two", "three", "five"]\n'
    )
    assert offers(stub) == {
        "one": ("redactor.a", "one"),
        "two": ("redactor.a", "two"),
        "three": ("redactor.b.c", "three"),
        "five": ("redactor.b.c", "four"),
    }


@pytest.mark.parametrize("stub", STUBS, ids=lambda path: path.parent.name)
def test_a_stage_gives_all_that_its_stub_offers(stub: Path) -> None:
    package = "redactor." + ".".join(stub.parent.relative_to(PACKAGE).parts)
    module = import_module(package)
    tree = ast.parse(stub.read_text(encoding="utf-8"))
    written = [
        alias.asname or alias.name
        for node in tree.body
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
    ]
    (listed,) = (node for node in tree.body if isinstance(node, ast.Assign))
    assert sorted(written) == sorted(ast.literal_eval(listed.value)) == module.__all__
    for name in module.__all__:
        assert getattr(module, name) is not None


@pytest.mark.parametrize("stub", STUBS, ids=lambda path: path.parent.name)
def test_nothing_offered_has_the_name_of_a_module(stub: Path) -> None:
    modules = {path.stem for path in stub.parent.iterdir()}
    assert not modules & set(offers(stub.read_text(encoding="utf-8")))


def test_what_is_not_offered_is_missed_as_in_any_module() -> None:
    offer, names = face("redactor.review", str(PACKAGE / "review" / "__init__.py"))
    assert "Session" in names
    with pytest.raises(AttributeError, match=r"'redactor\.review' has no attribute 'Nothing'"):
        offer("Nothing")


def test_a_case_is_opened_without_what_reads_policies() -> None:
    program = (
        "import sys\n"
        "from redactor.review import CaseFile\n"
        "assert not {'pydantic', 'yaml', 'cryptography'} & set(sys.modules)\n"
    )
    subprocess.run([sys.executable, "-c", program], check=True)
