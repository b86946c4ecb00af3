"""``redactor verify``: say in plain words what holds of a release, and what does not."""

import re
from argparse import Namespace
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from redactor.audit import (
    Bundle,
    KeyFaultError,
    Statement,
    Trust,
    read_public_key,
    verify_classified,
    verify_public,
    verify_set,
)
from redactor.cli.files import load
from redactor.cli.output import DONE, FINDINGS, InputFault, data, narrate

_PUBLIC, _CLASSIFIED = "public", "classified"
_MARKS = {
    _PUBLIC: ("manifest.json", "release.sdjwt", "release.txt"),
    _CLASSIFIED: ("opening.json", "decisions.jsonl", "audit.json"),
}
"""Files that tell which side of a release a folder is, even if one of them is missing."""
_NUMBER = re.compile(r"R-\d{4,}", re.ASCII)
_SET = re.compile(r"S-[0-9a-f]{8}", re.ASCII)
_LABELS = {"holds": "holds", "fails": "DOES NOT HOLD", "unknown": "not known"}


class _Place(NamedTuple):
    """Where a release lies."""

    public: Path
    classified: Path
    audited: bool
    """Both sides were asked for."""

    @classmethod
    def under(cls, out: Path, number: str, *, audited: bool) -> "_Place":
        return cls(out / _PUBLIC / number, out / _CLASSIFIED / number, audited)


def run(options: Namespace) -> int:
    """Run the command."""
    bundle = Path(options.bundle)
    sets, places = _sets(bundle), _places(bundle)
    if not sets and not places:
        raise InputFault(
            f"{bundle}: no release is there; name its folder, such as out/public/R-0001, or the "
            "folder with public and classified in it"
        )
    if options.source and len(places) != 1:
        raise InputFault(
            f"{bundle}: {len(places)} releases are there; with --source name the folder of one of "
            "them"
        )
    trust = _trust(options.key)
    source = load(Path(options.source)) if options.source else None
    failures = 0
    for place in places:
        failures += _tell(place.public, _statements(place, trust, source))
    for folder in sets:
        failures += _tell(
            folder, verify_set(folder.name, _files(folder), _Beside(folder.parent), trust)
        )
    wrong = f"{failures} of these things do not hold"
    narrate(wrong if failures else "nothing was found to be wrong")
    return FINDINGS if failures else DONE


def _tell(folder: Path, statements: Iterable[Statement]) -> int:
    """Print what holds of a folder and what does not; give how many things do not."""
    data(f"{folder.name} in {folder.parent}")
    failures = 0
    for statement in statements:
        data(f"  {_LABELS[statement.verdict]:<14}{statement.words}")
        failures += statement.verdict == "fails"
    return failures


class _Beside(Mapping[str, Mapping[str, bytes]]):
    """The releases that lie in a folder, each read when it is asked for."""

    def __init__(self, parent: Path) -> None:
        self._folders = {folder.name: folder for folder in _folders(parent)}

    def __getitem__(self, number: str) -> Mapping[str, bytes]:
        return _files(self._folders[number])

    def __iter__(self) -> Iterator[str]:
        return iter(self._folders)

    def __len__(self) -> int:
        return len(self._folders)


def _statements(place: _Place, trust: Trust, source: bytes | None) -> Iterator[Statement]:
    public = _files(place.public)
    yield from verify_public(public, trust, _Beside(place.public.parent))
    if place.classified.is_dir() and (place.audited or source):
        yield from verify_classified(Bundle(public, _files(place.classified)), source)
    elif source:
        yield Statement(
            "fails", f"{place.classified} is missing: only with it can a source be compared"
        )


def _places(bundle: Path) -> list[_Place]:
    """Find the releases that a path stands for."""
    whole = bundle.resolve()
    if _SET.fullmatch(whole.name):
        return []
    if _is_side(bundle, _CLASSIFIED):
        return [_Place.under(whole.parent.parent, whole.name, audited=True)]
    if _is_side(bundle, _PUBLIC):
        return [_Place(whole, whole.parent.parent / _CLASSIFIED / whole.name, audited=False)]
    if handed_out := _folders(bundle):
        beside = whole.parent / _CLASSIFIED
        return [_Place(each, beside / each.name, audited=False) for each in handed_out]
    return [_Place.under(bundle, each.name, audited=True) for each in _folders(bundle / _PUBLIC)]


def _sets(bundle: Path) -> list[Path]:
    """Find the sets that a path stands for."""
    if _SET.fullmatch(bundle.resolve().name):
        return [bundle.resolve()]
    return [*_folders(bundle, _SET), *_folders(bundle / _PUBLIC, _SET)]


def _is_side(folder: Path, side: str) -> bool:
    return any((folder / name).is_file() for name in _MARKS[side])


def _folders(parent: Path, names: re.Pattern[str] = _NUMBER) -> list[Path]:
    """Give the folders under one that go by such names: those of releases."""
    if not parent.is_dir():
        return []
    return sorted(path for path in parent.iterdir() if names.fullmatch(path.name) and path.is_dir())


def _files(folder: Path) -> dict[str, bytes]:
    """Read a folder. What is no plain file has no bytes, and so is none that was signed.

    Raises:
        InputFault: when a file can't be read.
    """
    if not folder.is_dir():
        return {}
    try:
        return {
            path.name: path.read_bytes() if path.is_file() and not path.is_symlink() else b""
            for path in folder.iterdir()
        }
    except OSError as fault:
        reason = (fault.strerror or "the disk refuses").lower()
        raise InputFault(f"{fault.filename}: the file can't be read ({reason})") from fault


def _trust(key: str | None) -> Trust:
    if key is None:
        return Trust(None)
    try:
        return Trust((read_public_key(Path(key)),))
    except KeyFaultError as fault:
        raise InputFault(str(fault)) from fault
