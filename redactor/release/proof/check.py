"""Checking the written files of a release, with nothing but them and the brief."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from redactor.release.proof.brief import Brief, Finding
from redactor.release.proof.own import own_places
from redactor.release.proof.read import READERS, read_file
from redactor.release.proof.text import TEXT, added_words, faults_of, hits_in
from redactor.release.proof.views import Fault, Found, Printed, View
from redactor.release.wanted import Wanted
from redactor.text import Span

_PRINTS_THE_TEXT = frozenset(("release.html", "release.pdf", "release.sdjwt"))
_NAMES = frozenset((TEXT, *READERS))


def check(brief: Brief) -> tuple[Finding, ...]:
    """Give what must not be in the public folder that the brief names, each finding once."""
    return tuple(dict.fromkeys(_check(brief, files_in(Path(brief.folder)))))


def files_in(folder: Path) -> dict[str, bytes]:
    """Read the folder. What is no plain file has no bytes, and so is not what was built."""
    return {
        path.name: path.read_bytes() if path.is_file() and not path.is_symlink() else b""
        for path in folder.iterdir()
    }


def _check(brief: Brief, files: Mapping[str, bytes]) -> Iterator[Finding]:
    yield from as_built(brief.files, files, _NAMES)
    wanted = Wanted(brief.secrets)
    text = files.get(TEXT, b"").decode("utf-8", "replace")
    found = tuple(dict.fromkeys(_read(brief, files, text)))  # a PDF says most words many times
    faults = [Finding(name, each.words) for name, each in found if isinstance(each, Fault)]
    yield from faults
    cleared: set[Span] = set()
    if not any(fault.file == TEXT for fault in faults):
        for withheld, may_stand in hits_in(brief, wanted, text):
            if may_stand:
                cleared.add(withheld)
            else:
                yield Finding(TEXT, "shows withheld words", withheld)
    yield from _leaks(brief, wanted, found, cleared)


def as_built(
    built: Mapping[str, str], files: Mapping[str, bytes], names: frozenset[str]
) -> Iterator[Finding]:
    """Compare files with what was built, by their SHA-256; ``names`` are all they may have."""
    if not files.keys() <= names:
        yield Finding("a file", "has a name that no file of a release has")
    for name in sorted(names & {*files, *built}):
        if name not in files:
            yield Finding(name, "is missing")
        elif hashlib.sha256(files[name]).hexdigest() != built.get(name):
            yield Finding(name, "is not what was built")


def _read(brief: Brief, files: Mapping[str, bytes], text: str) -> Iterator[tuple[str, Found]]:
    """Give all that can be read, but for the cable's own words in release.txt."""
    yield from ((TEXT, fault) for fault in faults_of(brief, text))
    yield from ((TEXT, view) for view in added_words(brief))
    printed = Printed(text, brief.facts)
    for name in sorted(READERS.keys() & files):
        yield from ((name, each) for each in read_file(name, files[name], printed))


def _leaks(
    brief: Brief, wanted: Wanted, found: Iterable[tuple[str, Found]], cleared: set[Span]
) -> Iterator[Finding]:
    """Give the withheld words that can be read, without the program's own.

    What was cleared in release.txt stands in all files that print it.
    """
    hits = [
        (name, each.where, withheld)
        for name, each in found
        if isinstance(each, View)
        for _, withheld in wanted.find(each.text, each.text)
        if withheld not in brief.named and (withheld not in cleared or name not in _PRINTS_THE_TEXT)
    ]
    own = own_places(brief.facts, wanted, {name for name, _, _ in hits}) if hits else frozenset()
    for name, where, withheld in hits:
        if (name, where, withheld) not in own:
            yield Finding(name, f"shows withheld words in {where}", withheld)
