"""SPECs: how a command names a place in a cable."""

import re

from redactor.review.bulk import find_words
from redactor.review.docket import Docket
from redactor.text import Span, intersect

_FORMS = 'all, lines 10-14, paragraph 3, span 120:140, or text "words"'


class SpecError(Exception):
    """A SPEC can't be read or names no place. The message says why."""


def spans_for(docket: Docket, spec: str) -> tuple[Span, ...]:
    """Give the spans that a SPEC names in a cable.

    Raises:
        SpecError: when it can't be read, or nothing is there, or two things are.
    """
    found = _named(docket, spec)
    if not any(part.cut(docket.cable.text).strip() for part in intersect(found, docket.content)):
        raise SpecError("there is nothing to decide, only white space or page furniture")
    return found


def _named(docket: Docket, spec: str) -> tuple[Span, ...]:
    word, _, rest = spec.strip().partition(" ")
    rest = rest.strip()
    if word == "all" and not rest:
        return docket.content
    if word in ("line", "lines"):
        return (_lines(docket, rest),)
    if word == "paragraph":
        return (_paragraph(docket, rest),)
    if word == "span":
        return (_span(docket, rest),)
    if word == "text":
        return _text(docket, rest)
    raise SpecError(f"{word or 'an empty SPEC'} is no way to name a place; use {_FORMS}")


def _lines(docket: Docket, rest: str) -> Span:
    match = re.fullmatch(r"(\d{1,9})(?:-(\d{1,9}))?", rest)
    if not match:
        raise SpecError("lines are named as: lines 10-14")
    first = int(match[1])
    try:
        return docket.cable.lines.span(first, int(match[2] or first))
    except IndexError as fault:
        raise SpecError(f"{fault}; the cable has {len(docket.cable.lines)} lines") from fault


def _paragraph(docket: Docket, rest: str) -> Span:
    if not re.fullmatch(r"\d{1,9}", rest):
        raise SpecError("a paragraph is named as: paragraph 3")
    found = [p.span for p in docket.cable.paragraphs if p.number == int(rest)]
    if len(found) == 1:
        return found[0]
    if not found:
        numbers = [str(p.number) for p in docket.cable.paragraphs if p.number is not None]
        there = f"the paragraphs are {', '.join(numbers[:40])}" if numbers else "none is numbered"
        raise SpecError(f"there is no paragraph {rest}; {there}")
    starts = " and ".join(str(docket.cable.lines.number_at(span.start)) for span in found)
    raise SpecError(
        f"{len(found)} paragraphs bear the number {rest} (lines {starts}); name lines instead"
    )


def _span(docket: Docket, rest: str) -> Span:
    match = re.fullmatch(r"(\d{1,9}):(\d{1,9})", rest)
    if not match:
        raise SpecError("a span is named as: span 120:140 (code points, the end not included)")
    start, end = int(match[1]), int(match[2])
    size = len(docket.cable.text)
    if not start < end <= size:
        raise SpecError(f"span {start}:{end} does not lie in the cable (0:{size}) or is empty")
    return Span(start, end)


def _text(docket: Docket, rest: str) -> tuple[Span, ...]:
    """Every place where the words stand, by the folded search, as whole words."""
    words = rest[1:-1] if len(rest) > 1 and rest[0] == rest[-1] and rest[0] in "\"'" else rest
    if not words.strip():
        raise SpecError('text is named as: text "words"')
    found = find_words(docket, words)
    if not found:
        raise SpecError("these words stand nowhere in the cable; check their spelling")
    return found
