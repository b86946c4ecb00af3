"""The patch: a diff-match-patch text that turns the source into the release, and back.

The diff is built from the pieces of the release, never searched for: a searched one claims
that letters of removed words were kept. It is applied by position to the one text it was made
for, never by likeness: applied to another revision of a cable, a fuzzy patch once withheld the
wrong paragraph and left the right one in clear (redaction-safety.md, 1 and 24).
"""

import hashlib
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple, Protocol

from diff_match_patch import diff_match_patch

from redactor.release import Kept, Piece

Diff = tuple[int, str]
"""What the library takes: -1 delete, 0 equal, 1 insert; and the text."""

_DELETE, _EQUAL, _INSERT = -1, 0, 1
_LIBRARY = diff_match_patch()
_HEADER = re.compile(r"^(?=@@ )", re.MULTILINE)
_AT_A_TIME = 100
"""Patches or diffs handed to the library at once: its time grows with the square of them."""
_CUT = 64
"""Equal text at least this long may be cut, so that both sides keep context to show."""


class PatchError(Exception):
    """A patch does not fit the text, or can't be read."""


class _Part(Protocol):
    """One part of a patch, as the library makes it: some changes and the words around them."""

    start1: int
    start2: int
    length1: int
    length2: int
    diffs: list[Diff]


class _Edit(NamedTuple):
    """Text at one place of the base, and what stands there afterwards."""

    at: int
    before: str
    after: str


def diffs(source: str, pieces: Iterable[Piece]) -> list[Diff]:
    """Give the diff from the source to the release, from the pieces; deletions come first."""
    found: list[Diff] = []
    inserted = ""
    at = 0
    for piece in pieces:
        if not isinstance(piece, Kept):
            inserted += piece.text
            continue
        found += _change(source[at : piece.span.start], inserted)
        found.append((_EQUAL, piece.span.cut(source)))
        inserted, at = "", piece.span.end
    return [*found, *_change(source[at:], inserted)]


def make_patch(source: str, released: str, pieces: Sequence[Piece]) -> str:
    """Give the patch from ``source`` to ``released``, proved in both directions.

    Raises:
        PatchError: when it does not turn one text into the other exactly.
    """
    patch = "".join(_patches(diffs(source, pieces)))
    if _applied(source, patch) != released or _applied(released, invert_patch(patch)) != source:
        raise PatchError("the patch does not turn the source into the release; report this fault")
    return patch


def apply_patch(text: str, patch: str, *, expect_sha256: str, encoding: str = "utf-8") -> str:
    """Apply a patch to the one text it was made for.

    Args:
        text: the source, or the release for an inverted patch.
        patch: as ``make_patch`` or ``invert_patch`` gives it.
        expect_sha256: of the text's bytes, hex, from audit.json.
        encoding: which encoding gives those bytes.

    Raises:
        PatchError: when the text is another one, or the patch is damaged.
    """
    if hashlib.sha256(text.encode(encoding)).hexdigest() != expect_sha256:
        raise PatchError("this is not the text that the patch was made for; take the right one")
    return _applied(text, patch)


def invert_patch(patch: str) -> str:
    """Give the patch that undoes ``patch``: its parts turned round, the last one first.

    Raises:
        PatchError: when the patch can't be read.
    """
    parts = _parse(patch)
    for part in parts:
        part.start1, part.start2 = part.start2, part.start1
        part.length1, part.length2 = part.length2, part.length1
        part.diffs = [(-sign, words) for sign, words in part.diffs]
    return str(_LIBRARY.patch_toText(parts[::-1]))


def _change(deleted: str, inserted: str) -> Iterator[Diff]:
    if deleted:
        yield _DELETE, deleted
    if inserted:
        yield _INSERT, inserted


def _patches(changes: Iterable[Diff]) -> Iterator[str]:
    """Give patch texts, each made by the library from one portion of the diff."""
    at = 0
    for portion in _portions(changes):
        parts = _LIBRARY.patch_make(_LIBRARY.diff_text1(portion), portion)
        for part in parts:
            part.start1 += at
            part.start2 += at
        yield str(_LIBRARY.patch_toText(parts))
        at += sum(len(words) for sign, words in portion if sign != _DELETE)


def _portions(changes: Iterable[Diff]) -> Iterator[list[Diff]]:
    """Cut a diff into portions, each cut in the middle of a long equal text."""
    portion: list[Diff] = []
    for sign, words in changes:
        if sign == _EQUAL and len(words) >= _CUT and len(portion) >= _AT_A_TIME:
            half = len(words) // 2
            yield [*portion, (sign, words[:half])]
            portion = [(sign, words[half:])]
        else:
            portion.append((sign, words))
    yield portion


def _parse(patch: str) -> list[_Part]:
    """Read a patch, a hundred parts at a time.

    Raises:
        PatchError: when it can't be read.
    """
    headed = _HEADER.split(patch)
    if headed[0]:
        raise PatchError("the patch can't be read: it does not begin with @@")
    portions = ("".join(headed[i : i + _AT_A_TIME]) for i in range(1, len(headed), _AT_A_TIME))
    try:
        return [part for portion in portions for part in _LIBRARY.patch_fromText(portion)]
    except ValueError as error:
        raise PatchError("the patch can't be read: it is damaged") from error


def _applied(base: str, patch: str) -> str:
    """Apply a patch by position, and check every word that it takes away.

    Raises:
        PatchError: when the base has other words there.
    """
    result: list[str] = []
    at = 0
    for edit in sorted(_edits(_parse(patch)), key=lambda edit: edit.at):
        end = edit.at + len(edit.before)
        if edit.at < at or base[edit.at : end] != edit.before:
            raise PatchError("the patch does not fit this text; take the text it was made for")
        result += (base[at : edit.at], edit.after)
        at = end
    return "".join((*result, base[at:]))


def _edits(parts: Sequence[_Part]) -> Iterator[_Edit]:
    """Give what the parts change, by place in the base.

    A part's place counts in the text as the parts before it leave it. That shifts the places of
    a patch, but not of an inverted one, whose parts go from the end of the text to its start.
    """
    forward = bool(parts) and _first_change(parts[0]) <= _first_change(parts[-1])
    shift = 0
    for part in parts:
        at = part.start1 - shift
        for i, (sign, words) in enumerate(part.diffs):
            before = words if sign != _INSERT else ""
            if sign != _EQUAL or 0 < i < len(part.diffs) - 1:  # the outermost only show context
                yield _Edit(at, before, words if sign != _DELETE else "")
            at += len(before)
        shift += part.length2 - part.length1 if forward else 0


def _first_change(part: _Part) -> int:
    sign, words = part.diffs[0]
    return part.start1 + (len(words) if sign == _EQUAL else 0)
