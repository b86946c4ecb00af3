"""Where the shipped policies lie, and finding one by its name."""

from pathlib import Path

from redactor.policy.errors import Fault, PolicyError, closest

DEFAULT_POLICY = "state-cables"
"""The shipped policy that is used when none is named."""

_PACKAGE = Path(__file__).resolve().parent.parent
FOLDERS = (_PACKAGE / "policies", _PACKAGE.parent / "policies")
"""Inside the wheel, or beside the package in a checkout."""


def find_policy(name_or_path: str | Path) -> Path:
    """Find a policy file by its path, or a shipped one by its name, such as ``state-cables``.

    Raises:
        PolicyError: when there is none; one fault, perhaps with the name that was meant.
    """
    path = Path(name_or_path)
    if path.is_file():
        return path
    shipped = {file.stem: file for file in _shipped("*.yaml")}
    found = shipped.get(str(name_or_path))
    if found is not None:
        return found
    names = ", ".join(sorted(shipped))
    message = f"there is no such policy file, and the shipped policies are: {names}"
    hint = closest(str(name_or_path), shipped)
    raise PolicyError([Fault(str(name_or_path), 0, 0, message, hint, "no-file")])


def code_files() -> tuple[Path, ...]:
    """Give the files of the installed codes, in the order of their names."""
    by_name = {file.name: file for file in _shipped("codes/*.yaml")}
    return tuple(by_name[name] for name in sorted(by_name))


def _shipped(pattern: str) -> list[Path]:
    """Give the files of a form; where a name is in both folders, that in the package is last."""
    return [file for folder in reversed(FOLDERS) for file in sorted(folder.glob(pattern))]
