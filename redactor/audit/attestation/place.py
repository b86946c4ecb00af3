"""A withheld place as disclosures: one digest outside, and inside what a later release can open.

Inside is a tree of arrays, each of 32 digests. Its leaves are the units of the text in their
order, in one run that begins at a random leaf; all other digests are decoys. Every place has as
many levels, so an opened part tells next to nothing of how much stays withheld around it: all it
says is that so many leaves lie before it and after it, of 32,768.
"""

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from redactor.audit.attestation.digests import Salter, digest, disclosure, hidden
from redactor.audit.attestation.unwrap import Unit
from redactor.text import Span

WIDTH = 32
"""Digests in an array."""
_LEVELS = 3
"""Arrays within each other; more only for a place of more units than fit."""


class Opening(NamedTuple):
    """One disclosure, and of what."""

    path: str
    """Its place in the token: ``4`` for a segment, ``4/0/31/7`` for a part of one."""
    span: Span
    """Of the source: all that it can show, with what is inside."""
    made: str
    text: str | None = None
    """``None`` for an array."""


def open_place(salter: Salter, path: str, units: Sequence[Unit]) -> tuple[Opening, ...]:
    """Give the disclosures of a place, the outermost first.

    Args:
        salter: of the token.
        path: of the place.
        units: its text.
    """
    levels = _LEVELS
    while WIDTH**levels <= len(units):
        levels += 1
    first = salter.number(path, WIDTH**levels - len(units) + 1)
    return tuple(_Place(salter, units, first).array(path, 0, WIDTH ** (levels - 1)))


class _Place(NamedTuple):
    """The units of a place, and the leaf at which they begin."""

    salter: Salter
    units: Sequence[Unit]
    first: int

    def array(self, path: str, start: int, step: int) -> Iterator[Opening]:
        """Give the disclosure of an array and of all in it; it begins at leaf ``start``.

        ``step`` is the number of leaves under each of its elements.
        """
        elements: list[Any] = []
        inside: list[Opening] = []
        for i in range(WIDTH):
            found = tuple(self._element(f"{path}/{i}", start + i * step, step))
            made = digest(found[0].made) if found else self.salter.decoy(f"{path}/{i}")
            elements.append(hidden(made))
            inside += found
        span = Span(inside[0].span.start, inside[-1].span.end) if inside else Span(0, 0)
        yield Opening(path, span, disclosure(self.salter.salt(path), elements))
        yield from inside

    def _element(self, path: str, start: int, step: int) -> Iterator[Opening]:
        """Give the disclosures of one element; none where no unit lies, for a decoy."""
        if start >= self.first + len(self.units) or start + step <= self.first:
            return
        if step > 1:
            yield from self.array(path, start, step // WIDTH)
        else:
            unit = self.units[start - self.first]
            made = disclosure(self.salter.salt(path), unit.text)
            yield Opening(path, unit.span, made, unit.text)
