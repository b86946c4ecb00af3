"""The grammar of portion marks: strict modern forms, and those that cables really bear.

``parse`` reads what stands between the parentheses. ``mark_at`` reads a mark where one is
expected (after a paragraph number); ``marks_in`` finds those inside a text, where look-alikes
such as ``(U.S.)`` or ``(CDA)`` must be refused. Grammar: CAPCO 2016 A.6; 32 CFR 2001.21(c),
2001.24; 10 CFR 1045.140(d)(4); legacy forms as seen in cables.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from redactor.cable.model import LEVELS, Level, Marking
from redactor.cable.vocabulary import (
    CONTROL_FAMILIES,
    CONTROL_WORDS,
    FOREIGN_LEVELS,
    LEVEL_WORDS,
    NATO_WORDS,
    unique,
)
from redactor.text import Span

_OPENING = re.compile(
    r"(?P<level>" + "|".join(sorted(LEVEL_WORDS, key=len, reverse=True)) + r")"
    r"(?P<separator> ?(?://|[/,-]) ?| |$)(?P<rest>.*)"
)
_COUNTRIES = r"(?P<who>[A-Z]{3,4}(?: [A-Z]{3,4})*)"
_FOREIGN_LEVEL = rf"(?P<level>{'|'.join(FOREIGN_LEVELS)})"
_FOREIGN = re.compile(
    rf"//(?:(?P<nato>CTS|NS|NC|NR|NU)|{_COUNTRIES} {_FOREIGN_LEVEL})(?://(?P<rest>.*))?"
)
_JOINT = re.compile(rf"//JOINT {_FOREIGN_LEVEL} {_COUNTRIES}(?://(?P<rest>.*))?")
_HYPHENED = re.compile(r"(?P<who>[A-Z]{3,4})-(?P<level>TS|[SCRU])")
_RELEASE_TO = re.compile(r"REL(?: TO)?(?: (?P<who>.+))?")
_COUNTRY = re.compile(r"[A-Z]{3,4}")
_OCR_SBU = re.compile(r"[S5](?:B|8|13|I3)U")

_LONGEST_UNKNOWN = 24
"""A control that is not known and longer than this is running text."""

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
_ITEM = re.compile(r"(?:[-–—*•o]{1,3}|\(?(?:[A-Za-z]|[ivxIVX]{1,4}|\d{1,2})[.)])?\s{0,8}")
_MARK_BEFORE = re.compile(r"\((?:TS|S|C|U|SBU)[^()]{0,20}\)\s*$")
_LOOK_BEHIND = 80
_LINES = 2
"""A mark can be split over one line end."""
_BREAK = re.compile(r"\s*[\r\n]\s*")
"""A line end, and the blank room that a page-break line leaves around it."""
_TAIL = re.compile(r" ?(?:/{1,2} ?| ?\()?(NF|NOFORN)(?:\)|(?=[\s.:]))")
"""A control that stands outside the mark: ``(S) (NF)``, ``(S)/NF``."""
_TAIL_OPENS, _TAIL_GAP = "-–—eE/(N", 3
"""What opens such a control or ``ENTIRE TEXT``, and within how many code points."""


class Grammar(NamedTuple):
    """What the body of a mark says."""

    level: Level
    controls: tuple[str, ...]
    flags: tuple[str, ...]


class _Controls(NamedTuple):
    words: tuple[str, ...]
    known: bool

    @property
    def flags(self) -> tuple[str, ...]:
        """Give the flags of a marking that bears these controls."""
        return () if self.known else ("unknown-control",)


@lru_cache(maxsize=512)
def parse(body: str) -> Grammar | None:
    """Read the body of a mark, such as ``S//NF``; ``None`` when it is not one."""
    parts = _BREAK.split(body)
    if len(parts) > _LINES:
        return None
    read = _parse_line(" ".join(body.upper().split()))
    return _parse_line("".join(parts).upper()) if read is None and len(parts) > 1 else read


def _parse_line(body: str) -> Grammar | None:
    if body.startswith(("//", "NATO ")):
        return _parse_foreign(f"//{body.removeprefix('//')}")
    if match := _HYPHENED.fullmatch(body):
        return Grammar(FOREIGN_LEVELS[match["level"]], (_owner(match["who"]),), ())
    if _OCR_SBU.fullmatch(body) and body != "SBU":
        return Grammar("U", ("SBU",), ("malformed",))
    return _parse_american(body)


def _parse_american(body: str) -> Grammar | None:
    match = _OPENING.fullmatch(body)
    if match is None:
        return None
    level, brought = LEVEL_WORDS[match["level"]]
    rest, separator = match["rest"], match["separator"].strip()
    if not rest:
        return None if separator else Grammar(level, brought, ())
    if rest == "ENTIRE TEXT":
        return Grammar(level, brought, ("entire-text",))
    controls = read_controls(rest, sensitive=bool(brought))
    is_list = rest.startswith(("REL ", "REL/", "RELTO"))
    odd = separator in {"", ","} or len(rest) > _LONGEST_UNKNOWN
    if not controls.known and odd and not is_list:
        return None
    flags: tuple[str, ...] = ("legacy-separator",) if separator != "//" else ()
    flags += controls.flags
    further = [LEVEL_WORDS[word][0] for word in controls.words if word in _BARE_LEVELS]
    if further:
        # Two levels in one mark, (C/S): the higher one protects, and a person looks.
        level = max((level, *further), key=LEVELS.index)
        flags += ("malformed",)
    words = (word for word in controls.words if word not in _BARE_LEVELS)
    return Grammar(level, unique((*brought, *words)), flags)


_BARE_LEVELS = frozenset(word for word, (_, brought) in LEVEL_WORDS.items() if not brought)


def _parse_foreign(body: str) -> Grammar | None:
    if match := _JOINT.fullmatch(body):
        level, word = FOREIGN_LEVELS[match["level"]], f"JOINT {match['who']}"
    elif match := _FOREIGN.fullmatch(body):
        nato, who = match["nato"], match["who"]
        level = NATO_WORDS[nato] if nato else FOREIGN_LEVELS[match["level"]]
        word = "NATO" if nato else _owner(who)
    else:
        return None
    controls = read_controls(match["rest"] or "")
    return Grammar(level, unique((word, *controls.words)), controls.flags)


def _owner(who: str) -> str:
    """Name whose information it is: ``FGI GBR``, ``NATO``, or ``FGI`` where that is concealed."""
    return who if who in {"FGI", "NATO"} else f"FGI {who}"


@lru_cache(maxsize=512)
def read_controls(text: str, *, sensitive: bool = False) -> _Controls:
    """Read control tokens between slashes, commas or blanks into banner words.

    ``sensitive`` tells that they follow SBU, where a lone ``N`` means NOFORN. An unknown token
    is kept as written.
    """
    words: list[str] = []
    known = True
    for part in filter(None, (part.strip(" ,-") for part in text.split("/"))):
        if sensitive and part == "N":
            words.append("NOFORN")
            continue
        read = _read_part(part)
        words += read.words
        known = known and read.known
    return _Controls(unique(words), known)


def _read_part(part: str) -> _Controls:
    if part in CONTROL_WORDS:
        return _Controls(CONTROL_WORDS[part], known=True)
    if match := _RELEASE_TO.fullmatch(part):
        who = (match["who"] or "").replace(",", " ").split()
        known = all(_COUNTRY.fullmatch(country) for country in who)
        return _Controls((f"REL TO {', '.join(who)}" if who else "REL",), known)
    if part.startswith("FGI "):
        return _Controls((part,), all(_COUNTRY.fullmatch(who) for who in part.split()[1:]))
    for family, implied in CONTROL_FAMILIES.items():
        if part.startswith(family):
            return _Controls((*implied, part), known=True)
    tokens = [token for token in re.split(r"[ ,-]+", part) if token]
    if len(tokens) > 1 and all(token in CONTROL_WORDS for token in tokens):
        return _Controls(
            tuple(word for token in tokens for word in CONTROL_WORDS[token]), known=True
        )
    return _Controls((part,), known=False)


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
    """Read a body between brackets; other brackets than parentheses are damage."""
    opening, body, closing = match.groups()
    span = Span(match.start(1), match.end())
    damage = () if opening == "(" and closing == ")" else ("malformed",)
    mark = _marking(body, span, text, *damage)
    if mark is None and body.upper().strip() in NATO_WORDS:
        mark = _marking("//" + body, span, text, "malformed")
    return _with_tail(mark, text) if mark is not None else None


def _with_tail(mark: Marking, text: str) -> Marking:
    """Add what stands outside the brackets and belongs to the mark."""
    end = mark.span.end if mark.span else 0
    after = text[end : end + _TAIL_GAP].lstrip()
    if not after or after[0] not in _TAIL_OPENS:
        return mark
    if "entire-text" not in mark.flags and _ENTIRE_AFTER.match(text, end):
        return mark._replace(flags=(*mark.flags, "entire-text"))
    if mark.span is None or "NOFORN" in mark.controls or not (tail := _TAIL.match(text, end)):
        return mark
    span = Span(mark.span.start, tail.end())
    controls, flags = (*mark.controls, "NOFORN"), unique((*mark.flags, "malformed"))
    return mark._replace(text=span.cut(text), span=span, controls=controls, flags=flags)


def _marking(body: str, span: Span, text: str, *flags: str) -> Marking | None:
    read = parse(body)
    if read is None:
        return None
    flags = unique((*read.flags, *flags)) if flags else read.flags
    return Marking(span.cut(text), read.level, read.controls, "explicit", span, flags)


def marks_in(text: str, region: Span, known: Span | None = None) -> Iterator[Marking]:
    """Find the marks inside a region of running text, but for one that is ``known`` already.

    A mark of one token counts only where a portion can start: at a line's start, after a bullet
    or item letter, or after a sentence. One with a known control is unmistakable anywhere.
    """
    for match in _INSIDE.finditer(text, region.start, region.end):
        start, end = match.span()
        if known is not None and start < known.end and known.start < end:
            continue
        mark = _marking(match[0][1:-1], Span(start, end), text)
        if mark is not None and _is_mark(mark, text, start):
            yield mark


def _is_mark(mark: Marking, text: str, at: int) -> bool:
    body = mark.text[1:-1].strip()
    unknown = "unknown-control" in mark.flags
    if "/" in body and not unknown:
        return True
    if (unknown and not ("/" in body and body.isupper())) or (len(body) == 1 and body.islower()):
        return False
    before = text[max(0, at - _LOOK_BEHIND) : at]
    line = re.split(r"[\r\n]", before)[-1]
    return bool(
        _ITEM.fullmatch(line) or _SENTENCE_END.search(before) or _MARK_BEFORE.search(before)
    )
