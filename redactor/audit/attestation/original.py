"""Comparing a token with the source: its segments, put together, are the cable."""

import hashlib
from collections.abc import Iterator, Mapping
from typing import NamedTuple, Self

from redactor.audit.attestation.reading import Reading
from redactor.audit.attestation.records import Opening
from redactor.audit.attestation.statements import Statement, fails, holds
from redactor.audit.attestation.unwrap import Unwrapped
from redactor.cable import Cable, read
from redactor.release import no_content
from redactor.text import Span, subtract


class Original(NamedTuple):
    """The source, and where the parts of the token lie in it."""

    cable: Cable
    text: Unwrapped
    spans: Mapping[str, Span]
    """Of each part of the text, by its path in the token."""

    @classmethod
    def of(cls, opening: Opening, source: bytes) -> Self:
        """Read a source as the opening divides it."""
        cable = read(source)
        end = len(cable.text)
        furniture = [Span(start, stop) for start, stop in opening.furniture if start <= stop <= end]
        spans = {each.path: _span(each.start, each.end) for each in opening.disclosures}
        return cls(cable, Unwrapped(cable.text, furniture), spans)

    def words(self, span: Span) -> Iterator[Span]:
        """Give the words of a span."""
        return (unit.span for unit in self.text.units(span, whole=True))

    def lines(self, spans: tuple[Span, ...]) -> str:
        """Name the lines of spans."""
        return self.cable.lines.named(spans)


def original_statements(
    opening: Opening, whole: Reading, original: Original
) -> Iterator[Statement]:
    """Say whether the token, all of it opened, is the source.

    Args:
        opening: of the release.
        whole: the token with every disclosure.
        original: the source.
    """
    yield _divided(whole, original)
    cable = original.cable
    listed = (Span(start, max(start, end)) for start, end in opening.furniture)
    astray = subtract(listed, no_content(cable))
    hidden = tuple(span for span in astray if span.cut(cable.text).strip())
    if hidden:
        yield fails(f"words are left out as page furniture that are none: {original.lines(hidden)}")


def is_source(opening: Opening, source: bytes) -> Statement:
    """Say whether bytes are those of the cable that was released."""
    sha256 = hashlib.sha256(source).hexdigest()
    if sha256 != opening.source.sha256:
        return fails("the source is another file than the cable that was released")
    return holds("the source is the cable that was released: the token names it by its hash")


def _divided(whole: Reading, original: Original) -> Statement:
    parts = [item for item in whole.items if item.text is not None]
    everything = Span(0, len(original.cable.text))
    if "".join(part.text or "" for part in parts) != original.text.cut(everything):
        return fails("the segments, put together, are not the source")
    for part in parts:
        if original.text.cut(original.spans[part.path]) != part.text:
            return fails(f"segment {part.path} is not at the place of the source that it names")
    return holds("the segments, put together, are the source, word for word")


def _span(start: int, end: int) -> Span:
    return Span(start, max(start, end))
