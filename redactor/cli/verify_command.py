"""``redactor verify``: say in plain words what holds of a release, and what does not."""

import re
from argparse import Namespace
from collections.abc import Iterator
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
    places = _places(Path(options.bundle))
    if options.source and len(places) > 1:
        raise InputFault(
            f"{options.bundle}: {len(places)} releases are there; with --source name the folder "
            "of one of them"
        )
    trust = _trust(options.key)
    source = load(Path(options.source)) if options.source else None
    failures = 0
    for place in places:
        data(f"{place.public.name} in {place.public.parent}")
        for statement in _statements(place, trust, source):
            data(f"  {_LABELS[statement.verdict]:<14}{statement.words}")
            failures += statement.verdict == "fails"
    narrate(
        f"{failures} of these things do not hold" if failures else "nothing was found to be wrong"
    )
    return FINDINGS if failures else DONE


def _statements(place: _Place, trust: Trust, source: bytes | None) -> Iterator[Statement]:
    public = _files(place.public)
    others = {
        folder.name: _files(folder)
        for folder in _folders(place.public.parent)
        if folder != place.public
    }
    yield from verify_public(public, trust, others)
    if place.classified.is_dir() and (place.audited or source):
        yield from verify_classified(Bundle(public, _files(place.classified)), source)
    elif source:
        yield Statement(
            "fails", f"{place.classified} is missing: only with it can a source be compared"
        )


def _places(bundle: Path) -> list[_Place]:
    """Find the releases that a path stands for.

    Raises:
        InputFault: when there is none.
    """
    out = bundle.resolve().parent.parent
    name = bundle.resolve().name
    if _is_side(bundle, _CLASSIFIED):
        return [_Place.under(out, name, audited=True)]
    if _is_side(bundle, _PUBLIC):
        return [_Place(bundle.resolve(), out / _CLASSIFIED / name, audited=False)]
    found = [_Place.under(bundle, each.name, audited=True) for each in _folders(bundle / _PUBLIC)]
    if not found:
        raise InputFault(
            f"{bundle}: no release is there; name its folder, such as out/public/R-0001, or the "
            "folder with public and classified in it"
        )
    return found


def _is_side(folder: Path, side: str) -> bool:
    return any((folder / name).is_file() for name in _MARKS[side])


def _folders(parent: Path) -> list[Path]:
    """Give the folders of releases under one."""
    if not parent.is_dir():
        return []
    return sorted(
        path for path in parent.iterdir() if _NUMBER.fullmatch(path.name) and path.is_dir()
    )


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
