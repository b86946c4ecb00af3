"""What stands between and after the paragraphs: footers, end marks, message attributes."""

import re
from collections.abc import Collection
from typing import NamedTuple

from redactor.cable.banner import Banner, opening_of, read_banner, read_captions
from redactor.cable.head import Head
from redactor.cable.rows import Row, Rows
from redactor.cable.signature import take_signature
from redactor.cable.transmission import post_of
from redactor.cable.warnings import Finding

_END = re.compile(
    r"N{3,6}|BT|AR|\(?#\d{3,6}\)?|<<\s?END OF DOCUMENT\s?>>|END OF (?:CABLE|MESSAGE)\.?"
    r"|[=*_-]{3,80}\s?(?:CABLE ENDS|END OF CABLE|END CABLE TEXT)\s?[=*_-]{0,80}|END CABLE TEXT"
    r"|MINIMIZE CONSIDERED|[¿?\x00]{3,}|[^\w\s]{1,12}",
    re.IGNORECASE,
)
_END_MARK = re.compile(r"\s+N{3,6}$")
_ATTRIBUTES = re.compile(r"Message Attributes\b|MESSAGE ATTRIBUTES\b")
_SMART_TAIL = re.compile(
    r"(?:(?P<signature>Signature)|(?:Drafted|Cleared|Approved|Released) By)\s*:", re.IGNORECASE
)
_SMART_ROWS = 60
"""A SMART cable's names of drafters and clearers stand within so many last rows."""
_LONGEST_VALUE = 100
_NO_VALUE = re.compile(r"^(?:[a-z(\[{]|[¶\ufffd]|\d{1,3} ?[.)(])|[.!?]$|\bsa(?:ys|id)\b|, the ")
"""What a sentence or a paragraph starts or ends with, and no name does."""
_CLASS_LETTERS = frozenset("TSCULtscul(")
"""What a class line can open with."""
_REPEATED = frozenset({"SIPDIS", "NOFORN", "SENSITIVE", "EXDIS", "NODIS", "LIMDIS", "STADIS"})
"""Captions that pages and sections repeat."""
_OPENINGS = frozenset({"N0", "DI", *(word[:2] for word in _REPEATED)})
"""How lines of them open: also ``N0FORN``, and ``DISTRIBUTION:`` before them."""


class Ending(NamedTuple):
    """The rows after the head, parted."""

    content: Rows
    footers: list[Row]
    """Class words and captions alone on a line in mid-text, and class lines of later sections."""
    signature: Row | None
    """A SMART cable's labelled signature, or the surname that closes a telegram."""
    trailer: Rows
    banners: list[Banner]
    """What footers and trailer say of the class."""
    captions: tuple[str, ...]
    """Captions that stand among the footers."""
    is_archive: bool
    """The National Archives' ``Message Attributes`` follow the text."""
    findings: tuple[Finding, ...] = ()


def split_ending(head: Head, text: str) -> Ending:
    """Part the rows after the head into content, footers, signature and trailer."""
    rows = head.body
    attributes = _first_attribute(rows, text)
    is_archive = attributes < len(rows)
    stop = _tail(rows[:attributes]) if head.is_smart else attributes
    labelled = rows[stop] if stop < len(rows) and _is_signature(rows[stop]) else None
    footers = _find_footers(rows[:attributes] if is_archive else rows, text, head)
    end = stop if labelled else _end_of_text(rows, stop, footers.at)
    content = footers.outside(rows[:end])
    signed = take_signature(content, text, _own_words(head)) if content and not labelled else None
    official = list(map(_original, rows[attributes:])) if is_archive else []
    trailer = rows[end:stop]
    trailer.extend(rows[stop + (labelled is not None) :])
    said = (*footers.captions.values(), *(words for _, words in official))
    return Ending(
        content=signed.above if signed else content,
        footers=[row for row in rows[:end] if row.start in footers.at] if footers.at else [],
        signature=signed.name if signed else labelled,
        trailer=trailer,
        banners=[*footers.banners.values(), *(banner for banner, _ in official if banner)],
        captions=tuple(word for words in said for word in words),
        is_archive=is_archive,
        findings=(Finding(signed.finding, signed.name.start),) if signed and signed.finding else (),
    )


class _Footers(NamedTuple):
    """Class lines and captions alone on a line in mid-text, by where they start."""

    banners: dict[int, Banner]
    captions: dict[int, tuple[str, ...]]
    at: Collection[int]

    def outside(self, rows: Rows) -> Rows:
        """Give the rows that are none of them."""
        return Rows.of(row for row in rows if row.start not in self.at) if self.at else rows


def _find_footers(rows: Rows, text: str, head: Head) -> _Footers:
    alone = [
        rows[i]
        for i, (line, at, after_blank) in enumerate(rows.columns)
        if (after_blank or text[at - 1] in " \t") and _may_be_class(line)
    ]
    if not alone:
        return _Footers({}, {}, ())
    posts = frozenset(banner.post for banner in head.banners)
    banners = {row.start: banner for row in alone if (banner := _repeated_banner(row, posts))}
    captions = {row.start: words for row in alone if (words := _repeated(row))}
    return _Footers(banners, captions, banners.keys() | captions.keys())


def _end_of_text(rows: Rows, stop: int, furnished: Collection[int]) -> int:
    """Give the index after the last row that is no end mark, class word or caption."""
    end = stop
    while end and (rows[end - 1].start in furnished or _ends(rows[end - 1])):
        end -= 1
    return end


def _ends(row: Row) -> bool:
    """Tell whether a row is an end mark, a class word before it or not."""
    if _END.fullmatch(row.text):
        return True
    word = _END_MARK.sub("", row.text[-80:])
    return word != row.text and read_banner(word) is not None


def _own_words(head: Head) -> frozenset[str]:
    """Give the posts and TAGS of the head: in capitals below a text, they are no surname."""
    posts = [banner.post.upper() for banner in head.banners if banner.post]
    posts += [post_of(head.sender).upper()] if head.sender else []
    tags = (word for part in head.all("tags") for line in part.lines for word in line.split())
    return frozenset((*posts, *(tag.strip("[],;").upper() for tag in tags)))


def _original(row: Row) -> tuple[Banner | None, tuple[str, ...]]:
    """Read what an attribute says of the class and handling that the cable was sent with."""
    key, _, value = row.text.partition(":")
    if key == "Original Classification":
        return read_banner(value.strip()), ()
    if key == "Original Handling Restrictions":
        return None, read_captions(value) or ()
    return None, ()


def _first_attribute(rows: Rows, text: str) -> int:
    """Give the index of the row that opens the archive's attributes, or the number of rows."""
    if "Message A" not in text and "MESSAGE A" not in text:
        return len(rows)
    for i, line in enumerate(rows.texts):
        if line[0] in "Mm" and _ATTRIBUTES.match(line):
            return i
    return len(rows)


def _may_be_class(line: str) -> bool:
    """Tell whether a line can be a class line or captions: in capitals, or short with strokes."""
    return line.isupper() or (line[0] in _CLASS_LETTERS and "/" in line)


def _repeated_banner(row: Row, posts: frozenset[str | None]) -> Banner | None:
    """Read a class line in mid-text; a sentence can open with ``SECRET`` and end in a number."""
    banner = read_banner(row.text) if row.text[0] in _CLASS_LETTERS else None
    if banner is None or (banner.post is not None and banner.post not in posts):
        return None
    return banner if row.text.isupper() or "/" in row.text else None


def _repeated(row: Row) -> tuple[str, ...]:
    if not row.text.isupper() or opening_of(row.text) not in _OPENINGS:
        return ()
    words = read_captions(row.text) or ()
    return words if _REPEATED.issuperset(words) else ()


def _tail(rows: Rows) -> int:
    """Give the index of the first of a SMART cable's closing labels.

    Below it stand labels, names and short values only: a sentence is text.
    """
    tail = len(rows)
    for i in range(len(rows) - 1, max(-1, len(rows) - _SMART_ROWS - 1), -1):
        line = rows.texts[i]
        label = _SMART_TAIL.match(line)
        if not _is_value(line[label.end() :].strip() if label else line):
            break
        tail = i if label else tail
    return tail


def _is_value(line: str) -> bool:
    """Tell whether a line can stand among names: short, no sentence, no number, no mark."""
    if not line or _END.fullmatch(line):
        return True
    return len(line) <= _LONGEST_VALUE and _NO_VALUE.search(line) is None


def _is_signature(row: Row) -> bool:
    match = _SMART_TAIL.match(row.text)
    return match is not None and match["signature"] is not None
