"""From the text of a marking to its parts, each with its place.

The strict forms are read, and those that cables really bear. The scan judges nothing: which
order is right is the lint's business, what it all protects is ``reading.py``'s. Text that is
not a marking gives ``None``: ``U.S.``, ``CDA``, ``Iran``, running text. No text raises; every
step is linear in its length.

Grammar: CAPCO 2016, A.6; 32 CFR 2001.21(c), 2001.24(c); 10 CFR 1045.140(d)(4); CUI Marking
Handbook; forms of cables as seen.
"""

from re import Match
from re import compile as pattern
from typing import Final, NamedTuple

from redactor.marking.opening import OCR_SBU, Opening, read_opening
from redactor.marking.register import Style
from redactor.marking.terms import TERMS, Term, read_category, read_program, read_term


class Part(NamedTuple):
    """One token of a marking, where it stands."""

    start: int
    """First code point in the given text."""
    end: int
    """First code point after."""
    gap: str
    """What stands before it, blanks left out: ``//``, ``/``, ``-``, ``,``, or a blank."""
    text: str
    """Upper case, blanks single."""
    term: Term


class Scan(NamedTuple):
    """A marking taken apart."""

    opening: Opening
    parts: tuple[Part, ...]
    body: tuple[int, int]
    """What stands between the parentheses."""
    flags: tuple[str, ...]
    """``malformed`` and ``entire-text``."""


_BLANK: Final = str.maketrans(dict.fromkeys("\t\n\r\v\f", " "))
_PLAIN: Final = str.maketrans(
    {**dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212", "-"),
     **dict.fromkeys("\u00a0\u2002\u2003\u2007\u2009\u202f\u200b\u200c\u200d\u2060\ufeff", " ")}
)  # fmt: skip
"""Dashes and blanks of other kinds, each to one plain code point: places stay."""

_TOO_MANY_BREAKS: Final = 2
"""A mark can be split over one line end."""

_PART: Final = pattern(r"(/*) *((?:[A-Z]{3,4}/){1,7}[A-Z]{3,4} EYES(?: ONLY)?|[^/]+)")
_PIECE: Final = pattern(r"([, -]*)([^, -]+)")
_ENTIRE: Final = "ENTIRE TEXT"
_DECLASSIFY: Final = pattern(
    r"MR|OADR|(?:DCI|DNI) ONLY|X[1-8](?:, ?X[1-8])*|(?:25|50|75)X\d(?:-[A-Z]{3,5})?(?:, ?\d{8})?"
    r"|\d{8}"
)
"""Values for declassification with which banners ended before 2008: CAPCO 2016, table 8."""
_WRONG: Final[dict[Style, frozenset[str]]] = {
    "portion": frozenset({"level", "declass"}),
    "banner": frozenset({"level"}),
}
"""Categories of tokens that damage a mark: a second level, a banner's last value."""
_STRANGE: Final = frozenset({"unknown", "level"})
_MOST_STRANGE: Final = 3
_LONGEST_STRANGE: Final = 24
"""After a slash a token of any signs is kept as a strange one, so that its level is; not longer."""
"""A part with more tokens that are not known is running text."""


def scan(text: str, style: Style) -> Scan | None:
    """Take a marking apart; ``None`` when the text is not one."""
    plain = _plain(text)
    if plain is None:
        return None
    start, end, framing = _frame(plain)
    opened = read_opening(plain, start, end) if start < end else None
    parts = _parts(plain, opened, end) if opened else None
    if opened is None or parts is None or (opened.end < end and not parts):
        return None
    wrong = _WRONG[style]
    odd = OCR_SBU.fullmatch(opened.text) or any(part.term.category in wrong for part in parts)
    damage = ("malformed",) if odd and "malformed" not in framing else ()
    return Scan(opened, parts, (start, end), (*damage, *framing))


def _plain(text: str) -> str | None:
    """Give the text in upper case with plain blanks and dashes, place for place."""
    if text.count("\n") + text.count("\r\r") >= _TOO_MANY_BREAKS:
        return None
    if not text.isascii():
        text = text.translate(_PLAIN).encode("ascii", "replace").decode()
    return (text if text.isprintable() else text.translate(_BLANK)).upper()


def _frame(text: str) -> tuple[int, int, tuple[str, ...]]:
    """Give where the body starts and ends, without parentheses and ``ENTIRE TEXT``.

    One parenthesis alone is damage: ``C)``, ``(S/NF``.
    """
    at = text.rfind(_ENTIRE)
    after = text[at + len(_ENTIRE) :].strip(" .") if at >= 0 else None
    entire = after in {"", ")"}
    start, end = _trim(text, at if entire else len(text))
    opened = text.startswith("(", start, end)
    closed = text.endswith(")", start + opened, end)
    flags = ("entire-text",) if entire else ()
    if opened != (closed or (entire and after == ")")):
        flags = ("malformed", *flags)
    start, end = start + opened, end - closed
    left = len(text[start:end]) - len(text[start:end].lstrip(" "))
    return start + left, max(start + left, len(text[:end].rstrip(" "))), flags


def _trim(text: str, end: int) -> tuple[int, int]:
    """Give where the text starts and ends without blanks, and without a dash at its end."""
    body = text[:end].rstrip(" -") if end < len(text) else text.rstrip(" ")
    return len(body) - len(body.lstrip(" ")), len(body)


def _parts(text: str, opening: Opening, end: int) -> tuple[Part, ...] | None:
    """Read the tokens after the opening; ``None`` when one of them is running text."""
    parts: list[Part] = []
    follows = _follows(parts, opening)
    end = len(text[:end].rstrip("/"))  # so that no run of slashes is tried again and again
    for match in _PART.finditer(text, opening.end, max(opening.end, end)):
        start, stop = _stripped(match)
        if start == stop:
            continue
        gap, word = match[1] or _odd_gap(match[2]), text[start:stop]
        term = TERMS.get(word)
        if len(gap) > 1:
            follows = _follows(parts, opening)
        if term is not None and match[1]:
            parts.append(Part(start, stop, gap, word, term))
            continue
        beside = parts[-1].term.category if parts and gap == "/" else ""
        read = _read_piece(Piece(word, start, gap, beside, follows), opening)
        if read is None:
            return None
        parts += read
    return tuple(parts)


class Piece(NamedTuple):
    """What stands between two slashes."""

    text: str
    start: int
    gap: str
    beside: str
    """The category of the token before it in the same block."""
    follows: str
    """``cui`` in the block after CUI, where its categories stand."""


def _follows(parts: list[Part], opening: Opening) -> str:
    """Tell whether the block before is CUI, whose categories stand in the next."""
    before = parts[-1].text if parts else opening.text
    return "cui" if before in {"CUI", "CONTROLLED"} else ""


def _stripped(match: Match[str]) -> tuple[int, int]:
    """Give where a piece starts and ends without blanks and stray signs."""
    piece = match[2]
    if piece.isalnum():
        return match.span(2)
    bare = piece.strip(" ,-.;:")
    start = match.start(2) + (piece.index(bare[0]) if bare else 0)
    return start, start + len(bare)


def _odd_gap(piece: str) -> str:
    """Give the separator of a part that follows the level without a slash."""
    return next((sign for sign in piece if sign in "-,"), " ") if piece[0] in " ,-" else " "


def _read_piece(piece: Piece, opening: Opening) -> list[Part] | None:
    text = " ".join(piece.text.split())
    term = _term(text, piece, opening)
    if term is None and "/" in piece.gap and _is_strange(text):
        term = Term("unknown", (text,), unknown=(text,))
    if term is None or term.category == "unknown":
        return _split(piece, term)
    if term.category == "level" and piece.gap in {",", " "}:
        return None
    return [Part(piece.start, piece.start + len(piece.text), piece.gap, text, term)]


def _is_strange(text: str) -> bool:
    """Tell whether a piece between slashes can be a token nobody knows, of whatever signs."""
    return len(text) <= _LONGEST_STRANGE and _ENTIRE not in text and not set(text) & set("()")


def _term(text: str, piece: Piece, opening: Opening) -> Term | None:
    """Read a token by itself, or by what stands before it."""
    if text == "N" and (opening.grade != "U" or TERMS["SBU"] in opening.brings):
        return TERMS["NF"]
    term = _read_token(text)
    if term is not None and term.category != "unknown":
        return term
    if piece.follows == "cui" or piece.beside == "cui":
        return read_category(text) or term
    return (read_program(text) or term) if piece.beside == "sap" else term


def _read_token(text: str) -> Term | None:
    """Read a token; ``ENTIRE TEXT`` stands at the end of a mark only and is none."""
    if text.endswith(_ENTIRE):
        return None
    return Term("declass", ()) if _DECLASSIFY.fullmatch(text) else read_term(text)


def _split(piece: Piece, whole: Term | None) -> list[Part] | None:
    """Read a piece that is no token: tokens between blanks, commas and hyphens, or a strange one.

    Known tokens among strange ones count. After a blank or comma all must be known; after a
    hyphen a strange one must be a word: ``C-130`` is an aircraft; ``S-C-NF`` holds two levels.
    """
    parts = [_part_of(piece, match) for match in _PIECE.finditer(piece.text)]
    odd = _STRANGE - {"level"} if piece.gap == "-" else _STRANGE
    strange = [part for part in parts if part is None or part.term.category in odd]
    worded = piece.gap == "-" and piece.text.replace(" ", "").isalpha() and len(piece.text) > 1
    if strange and "/" not in piece.gap and not worded:
        return None
    if None in parts or len(strange) > _MOST_STRANGE or len(strange) == len(parts):
        end = piece.start + len(piece.text)
        text = " ".join(piece.text.split())
        return None if whole is None else [Part(piece.start, end, piece.gap, text, whole)]
    return [part for part in parts if part is not None]


def _part_of(piece: Piece, match: Match[str]) -> Part | None:
    text = match[2].rstrip(".")
    term = _read_token(text)
    if term is None:
        return None
    gap = piece.gap if match.start() == 0 else match[1].strip() or " "
    start = piece.start + match.start(2)
    return Part(start, start + len(text), gap, text, term)
