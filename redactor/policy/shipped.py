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
    path, name = Path(name_or_path), str(name_or_path)
    shipped = {file.stem: file for file in _shipped("*.yaml")}
    try:
        if path.is_file():
            return path
        if name in shipped:
            return shipped[name]
        folder = bool(name) and path.is_dir()
    except PermissionError:
        return path  # who reads it is told why not
    if folder:
        raise PolicyError([_no_file(name, "this is a folder; name a policy file in it")])
    names = ", ".join(sorted(shipped))
    said = f"there is no such policy file, and the shipped policies are: {names}"
    raise PolicyError([_no_file(name, said, closest(name, shipped))])


def _no_file(name: str, said: str, hint: str | None = None) -> Fault:
    return Fault(name or '""', 0, 0, said, hint, "no-file")


def code_files() -> tuple[Path, ...]:
    """Give the files of the installed codes, in the order of their names."""
    by_name = {file.name: file for file in _shipped("codes/*.yaml")}
    return tuple(by_name[name] for name in sorted(by_name))


def _shipped(pattern: str) -> list[Path]:
    """Give the files of a form; where a name is in both folders, that in the package is last."""
    return [file for folder in reversed(FOLDERS) for file in sorted(folder.glob(pattern))]
