"""Where portion marks stand in a cable; what they mean is the marking stage's business.

``mark_at`` reads a mark where one is expected (after a paragraph number), with the damage that
transmission does; ``marks_in`` finds those inside a text, where look-alikes such as ``(U.S.)``
or ``(CDA)`` must be refused.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from operator import attrgetter

from redactor.cable.model import Marking
from redactor.cable.vocabulary import NATO_WORDS, unique
from redactor.marking import Level, Reading, parse_portion, read_controls
from redactor.text import Span

_ENCLOSED = re.compile(r"\s{0,90}([(\[{])([^()\[\]{}]{1,160})([)\]}])")
_UNOPENED = re.compile(r"\s{0,3}([A-Z5][A-Z0-9/ -]{0,14}?)\)", re.IGNORECASE)
_UNCLOSED = re.compile(r"\s{0,3}\(((?:TS|S|C|SBU)(?://?NF)?)(?:[09?(.,;]\)?)?(?=\s)")
_ENTIRE = re.compile(r"\s{0,3}([A-Z ]{1,24}?) ?[-–—]{0,2} ?ENTIRE TEXT\b", re.IGNORECASE)
_ENTIRE_AFTER = re.compile(r"\s{0,2}[-–—]{0,2}\s{0,2}ENTIRE TEXT\b", re.IGNORECASE)
_INSIDE = re.compile(
    r"\(\s?(?=//|(?:TS|SBU|LOU|FOUO|CUI|SRD|CFRD|SECRET|CONFIDENTIAL|UNCLAS\w*|TOP|S|C|U)\b)"
    r"[^()]{1,160}\)",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"[.!?:;][\"'”’)]{0,2}\s*$")
_ITEM = re.compile(
    r"\s{0,40}(?:[-–—*•o>·+#]{1,3}|\(?(?:[A-Za-z]|[ivxIVX]{1,4}|\d{1,2})[.)]"
    r"|(?:[A-Za-z]|\d{1,2})\.\d{1,2}[.)]?)?"
    r"\s{0,8}(?:[A-Z][\w'’]{0,20}(?: [\w'’]{1,20}){0,2})?\s{0,8}[-–—:]{0,2}\s{0,3}"
)
"""What stands before a mark at the start of a line: nothing, a bullet, an item, a heading word."""
_BULLET = re.compile(r"\s{0,40}[-–—*•>·+#]{1,3}\s{0,8}")
_MARK_BEFORE = re.compile(
    r"\((?:TS|S|C|U|SBU)[^()]{0,20}\)\s*[-–—/]{0,2}\s*(?:[A-Z]\w{0,20}\s?){0,2}[-–—:]{0,2}\s*$"
)
_DAMAGED = re.compile(
    r"(?:^|(?<=[\r\n]))[ \t]{0,40}(?:[-–—*•>·+#]{1,3}|\(?[A-Za-z\d]{1,2}[.)])\s{0,3}"
    r"(?P<mark>(?:[\[{]|\()?(?P<body>(?:TS|S|C|SBU)/{1,2}[A-Z][A-Z/, ]{1,20}?)(?:[)\]}]|(?=\s)))"
)
"""A mark at a bullet that lost a parenthesis, or bears others: ``-- S//NF) Text``."""
_LIST_BEFORE = {"c": "(b)", "s": "(r)", "u": "(t)"}
"""What stands before a list's item that looks like a mark."""
_LOOK_BEHIND = 80
_LIST_LENGTH = 4000
"""The most code points between two items of one list."""
_LINES = 2
"""A mark can be split over one line end."""
_SLIP = re.compile(
    r"(?:(TS|S|C|U|SBU) ?[?.;:|\\\u2013\u2014\ufffd]|(5)/{1,2}) ?(NF|NOFORN)", re.IGNORECASE
)
"""Another sign where the slash belongs, ``(S?NF)``, or a figure for the letter, ``(5/NF)``."""
_BREAK = re.compile(r"\s*[\r\n]\s*")
"""A line end, and the blank room that a page-break line leaves around it."""
_TAIL = re.compile(
    r" ?[,/-]{0,2} ?[(\[](?P<boxed>[A-Z][A-Z/, -]{0,20}?)[)\]]"
    r"| ?[,/-]{1,2} ?(?P<set>[A-Z][A-Z/, -]{0,20}?)(?=[\s.:])"
    r"| ?(?P<bare>NF|NOFORN|RD|FRD|TFNI)(?=[\s.:])"
)
"""A control that stands outside the mark: ``(S) (NF)``, ``(S)/NF``, ``(S) RD``."""
_TAIL_OPENS, _TAIL_GAP = "-–—eE/([,NRFT", 3
"""What opens such a control or ``ENTIRE TEXT``, and within how many code points."""


def parse(body: str) -> Reading | None:
    """Read the body of a mark, such as ``S//NF``; ``None`` when it is not one.

    One that a line end splits is read with a blank in its place, or with nothing: ``(SB``/``U)``.
    """
    parts = _BREAK.split(body)
    if len(parts) > _LINES:
        return None
    read = parse_portion(" ".join(parts))
    if len(parts) > 1 and (read is None or "unknown-control" in read.flags):
        read = parse_portion("".join(parts)) or read
    if read is None and (slip := _SLIP.fullmatch(body)):
        read = parse_portion(f"{slip[1] or 'S'}/{slip[3]}")
        return read and read._replace(flags=("malformed",))
    return read


def mark_at(text: str, at: int, *, damaged: bool = True) -> Marking | None:
    """Read the mark that stands at ``at``, where one is expected, or ``None``.

    With ``damaged``, forms that lost a parenthesis are read too: ``C)``, or ``(S/NF`` without
    its end. They are read after a paragraph's number only: elsewhere ``c)`` is a list item.
    """
    match = _ENCLOSED.match(text, at)
    if match and ((mark := _enclosed(match, text)) or "\n" not in match[2]):
        return mark
    if match := _ENTIRE.match(text, at):
        return _entire_text(match, text)
    if damaged and (match := _UNOPENED.match(text, at) or _UNCLOSED.match(text, at)):
        start = match.end() - len(match[0].lstrip())
        return _marking(match[1], Span(start, match.end()), text, "malformed")
    return None


def _entire_text(match: re.Match[str], text: str) -> Marking | None:
    """Read ``SECRET - ENTIRE TEXT``, its letters spaced or not."""
    word, span = match[1], Span(match.start(1), match.end())
    bodies = (f"{word} - ENTIRE TEXT", f"{word.replace(' ', '')} - ENTIRE TEXT")
    return _marking(bodies[0], span, text) or _marking(bodies[1], span, text)


def _enclosed(match: re.Match[str], text: str) -> Marking | None:
    """Read a body between brackets."""
    mark = _read_enclosed(match[0])
    if mark is None:
        return None
    written, level, controls, source, _, flags = mark
    end = match.end()
    new = tuple.__new__  # half the cost of a named tuple's own, and every paragraph bears a mark
    here = new(Span, (end - len(written), end))
    return _with_tail(new(Marking, (written, level, controls, source, here, flags)), here, text)


@lru_cache(maxsize=512)
def _read_enclosed(written: str) -> Marking | None:
    """Read a mark with its brackets; others than parentheses are damage. Its place is not known."""
    written = written.lstrip()
    body, place = written[1:-1], Span(0, len(written))
    damage = () if written[0] + written[-1] == "()" else ("malformed",)
    mark = _marking(body, place, written, *damage)
    if mark is None and body.upper().strip() in NATO_WORDS:
        return _marking("//" + body, place, written, "malformed")
    return mark


def _with_tail(mark: Marking, span: Span, text: str) -> Marking:
    """Add what stands outside the brackets at ``span`` and belongs to the mark."""
    end = span.end
    after = text[end : end + _TAIL_GAP].lstrip()
    if not after or after[0] not in _TAIL_OPENS:
        return mark
    if "entire-text" not in mark.flags and _ENTIRE_AFTER.match(text, end):
        return mark._replace(flags=(*mark.flags, "entire-text"))
    tail = _TAIL.match(text, end)
    if tail is None:
        return mark
    words = tail["boxed"] or tail["set"] or tail["bare"]
    further = read_controls(words)
    if not further.known or not further.words or parse(words) is not None:
        return mark  # unknown words, or a mark of its own: ``(U) (S)``
    span = Span(span.start, tail.end())
    controls = unique((*mark.controls, *further.words))
    flags = unique((*mark.flags, "malformed"))
    return mark._replace(text=span.cut(text), span=span, controls=controls, flags=flags)


def _marking(body: str, span: Span, text: str, *flags: str) -> Marking | None:
    meaning = _meaning(body)
    if meaning is None:
        return None
    level, controls, known = meaning
    flags = unique((*known, *flags)) if flags else known
    return Marking(span.cut(text), level, controls, "explicit", span, flags)


@lru_cache(maxsize=512)
def _meaning(body: str) -> tuple[Level, tuple[str, ...], tuple[str, ...]] | None:
    """Give level, controls and flags of a mark: a cable bears the same few again and again."""
    read = parse(body)
    return None if read is None else (read.level, read.controls, read.flags)


def marks_in(text: str, region: Span, known: Span | None = None) -> Sequence[Marking]:
    """Find the marks inside a region of running text, but for one that is ``known`` already.

    A mark of one token counts only where a portion can start: at a line's start, after a bullet
    or item letter, or after a sentence. One with a known control is unmistakable anywhere.
    """
    inside = known is not None and region.holds(known)
    before = text[region.start : known.start] if known is not None and inside else ""
    after = text[known.end if known is not None and inside else region.start : region.end]
    found: list[Marking] = []
    if "(" in after or "(" in before:
        found += _whole_in(text, region, known)
    if ("/" in after and "/N" in after) or "/N" in before:
        found += _damaged_in(text, region, known)
    return list(_apart(sorted(found, key=attrgetter("span")), region)) if found else ()


def _apart(marks: Iterable[Marking], region: Span) -> Iterator[Marking]:
    """Give the marks of a region that do not overlap one before."""
    end = region.start
    for mark in marks:
        if mark.span is not None and end <= mark.span.start and mark.span.end <= region.end:
            end = mark.span.end
            yield mark


def _whole_in(text: str, region: Span, known: Span | None) -> Iterator[Marking]:
    for match in _INSIDE.finditer(text, region.start, region.end):
        start, end = match.span()
        if known is not None and start < known.end and known.start < end:
            continue
        span = Span(start, end)
        mark = _marking(match[0][1:-1], span, text)
        if mark is not None and _is_mark(mark, text, start, region):
            further = _with_tail(mark, span, text)
            yield further if further.span and further.span.end <= region.end else mark


def _damaged_in(text: str, region: Span, known: Span | None) -> Iterator[Marking]:
    """Find marks at bullets that lost a parenthesis; only one with a known control counts."""
    for match in _DAMAGED.finditer(text, region.start, region.end):
        span = Span(*match.span("mark"))
        whole = text[span.start] == "(" and text[span.end - 1] == ")"
        if whole or (known is not None and span.start < known.end and known.start < span.end):
            continue
        mark = _marking(match["body"], span, text, "malformed")
        if mark is not None and "unknown-control" not in mark.flags:
            yield mark


def _is_mark(mark: Marking, text: str, at: int, region: Span) -> bool:
    body = mark.text[1:-1].strip()
    unknown = "unknown-control" in mark.flags
    if "/" in body and not unknown:
        return True
    if unknown and not ("/" in body and body.isupper()):
        return False
    before = text[max(0, at - _LOOK_BEHIND) : at]
    line = re.split(r"[\r\n]", before)[-1]
    if len(body) == 1 and body.islower():
        listed = text.find(_LIST_BEFORE[body], max(region.start, at - _LIST_LENGTH), at) >= 0
        return not listed and _BULLET.fullmatch(line) is not None
    return bool(
        _ITEM.fullmatch(line) or _SENTENCE_END.search(before) or _MARK_BEFORE.search(before)
    )
