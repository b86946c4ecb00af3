"""The house rules of the design, checked: who imports whom, and how large a room may grow."""

import ast
import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "redactor"
STAGES = ("text", "marking", "cable", "declass", "policy", "review", "release", "audit")
FRONT_ENDS = ("cli", "ui")
TERMINAL_TOOLKIT = {"textual", "rich"}
LONGEST_FILE = 400


def modules() -> list[Path]:
    return sorted((*PACKAGE.rglob("*.py"), *PACKAGE.rglob("*.pyi")))


def imported(path: Path) -> Iterator[str]:
    """Give every module name that a file imports, wherever in the file it does."""
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or ""


def room(path: Path) -> str:
    parts = path.relative_to(PACKAGE).parts
    return parts[0] if len(parts) > 1 else ""


def stage_of(module: str) -> str:
    parts = module.split(".")
    return parts[1] if parts[0] == "redactor" and len(parts) > 1 else ""


def allowed(stage: str) -> set[str]:
    if stage in STAGES:
        return set(STAGES[: STAGES.index(stage) + 1])
    return {*STAGES, stage}


def test_every_stage_has_its_folder_and_face() -> None:
    for name in (*STAGES, *FRONT_ENDS):
        face = PACKAGE / name / "__init__.py"
        assert ast.get_docstring(ast.parse(face.read_text())), f"{face} has no docstring"


@pytest.mark.parametrize("path", modules(), ids=lambda p: str(p.relative_to(PACKAGE)))
def test_a_stage_imports_only_from_earlier_stages(path: Path) -> None:
    stage = room(path)
    if not stage:
        return
    wrong = {
        module
        for module in imported(path)
        if stage_of(module) in (*STAGES, *FRONT_ENDS) and stage_of(module) not in allowed(stage)
    }
    # `redactor review` opens the screen: that one command reaches over, inside a function.
    if path.name == "review_command.py":
        wrong.discard("redactor.ui")
    assert not wrong


@pytest.mark.parametrize("path", modules(), ids=lambda p: str(p.relative_to(PACKAGE)))
def test_other_stages_are_entered_by_their_face(path: Path) -> None:
    stage = room(path)
    inner = {
        module
        for module in imported(path)
        if stage_of(module) in STAGES and stage_of(module) != stage and module.count(".") > 1
    }
    assert not inner


@pytest.mark.parametrize("path", modules(), ids=lambda p: str(p.relative_to(PACKAGE)))
def test_only_the_screen_knows_the_terminal_toolkit(path: Path) -> None:
    tools = {module.split(".")[0] for module in imported(path)} & TERMINAL_TOOLKIT
    assert not tools or room(path) == "ui"


@pytest.mark.parametrize("path", modules(), ids=lambda p: str(p.relative_to(PACKAGE)))
def test_no_file_outgrows_its_room(path: Path) -> None:
    assert len(path.read_text().splitlines()) <= LONGEST_FILE


HEADLESS = [
    ["inspect", "CABLE"],
    ["propose", "CABLE"],
    ["case", "import", "CABLE", "--case", "CASE", "--policy", "sample-cables"],
    ["case", "status", "--case", "CASE"],
    ["decide", "CABLE", "--case", "CASE", "--accept-proposals"],
    ["release", "--case", "CASE"],
    ["audit", "log", "--case", "CASE"],
    ["audit", "verify", "--case", "CASE"],
    ["audit", "checkpoint", "--case", "CASE"],
    ["audit", "report", "counts", "--case", "CASE"],
    ["policy", "check", "state-cables"],
    ["policy", "test", "sample-cables"],
    ["policy", "lint", "sample-cables"],
    ["policy", "explain", "CABLE"],
    ["policy", "impact", "sample-cables", "state-cables", "CABLE"],
    ["policy", "schema"],
    ["--help"],
]


def test_headless_commands_never_import_the_terminal_toolkit(tmp_path: Path) -> None:
    cable = next(iter(sorted((ROOT / "samples").glob("*.txt"))))
    names = {"CABLE": str(cable), "CASE": str(tmp_path / "a.case")}
    program = (
        "import sys, json\n"
        "from redactor.cli import main\n"
        "for arguments in json.loads(sys.argv[1]):\n"
        "    assert main(arguments) in (0, 1), arguments\n"
        "loaded = {name.split('.')[0] for name in sys.modules}\n"
        "assert not loaded & {'textual', 'rich'}, loaded\n"
    )
    commands = [[names.get(word, word) for word in command] for command in HEADLESS]
    done = subprocess.run(
        [sys.executable, "-c", program, json.dumps(commands)],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
