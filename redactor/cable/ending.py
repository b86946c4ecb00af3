"""What stands between and after the paragraphs: footers, end marks, message attributes."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from redactor.cable.banner import Banner, read_banner, read_captions
from redactor.cable.head import Head
from redactor.cable.rows import Row

_END = re.compile(
    r"N{3,6}|BT|AR|#\d{3,6}|<<\s?END OF DOCUMENT\s?>>"
    r"|[=*_-]{3,80}\s?(?:CABLE ENDS|END OF CABLE|END CABLE TEXT)\s?[=*_-]{0,80}|END CABLE TEXT"
    r"|MINIMIZE CONSIDERED|[¿?\x00]{3,}|[^\w\s]{1,12}",
    re.IGNORECASE,
)
_ATTRIBUTES = re.compile(r"Message Attributes\b", re.IGNORECASE)
_SMART_TAIL = re.compile(
    r"(?:(?P<signature>Signature)|(?:Drafted|Cleared|Approved|Released) By)\s*:", re.IGNORECASE
)
_SMART_ROWS = 60
"""A SMART cable's names of drafters and clearers stand within so many last rows."""
_CLASS_LETTERS = frozenset("TSCULtscul(")
"""What a class line can open with."""
_REPEATED = frozenset({"SIPDIS", "NOFORN", "SENSITIVE", "EXDIS", "NODIS", "LIMDIS", "STADIS"})
"""Captions that pages and sections repeat."""


@dataclass(frozen=True, slots=True)
class Ending:
    """The rows after the head, parted."""

    content: list[Row]
    footers: list[Row]
    """Class words and captions alone on a line in mid-text, and class lines of later sections."""
    signature: Row | None
    """A SMART cable's labelled signature; a telegram's is found with its paragraphs."""
    trailer: list[Row]
    banners: list[Banner]
    """What footers and trailer say of the class."""
    captions: tuple[str, ...]
    """Captions that stand among the footers."""
    is_archive: bool
    """The National Archives' ``Message Attributes`` follow the text."""


def split_ending(head: Head, text: str) -> Ending:
    """Part the rows after the head into content, footers and trailer."""
    rows = head.body
    posts = frozenset(banner.post for banner in head.banners)
    attributes = _first_attribute(rows)
    stop = _tail(rows[:attributes]) if head.is_smart else attributes
    signature = rows[stop] if stop < len(rows) and _is_signature(rows[stop]) else None
    after = rows[stop + (signature is not None) :]
    alone = [row for row in rows[:attributes] if row.after_blank or text[row.start - 1] in " \t"]
    banners = {row.start: banner for row in alone if (banner := _repeated_banner(row, posts))}
    captions = {row.start: words for row in alone if (words := _repeated(row))}
    furnished = banners.keys() | captions.keys()
    end = stop
    while end and (rows[end - 1].start in furnished or _END.fullmatch(rows[end - 1].text)):
        end -= 1
    if signature is not None:
        end = stop
    kept = rows[:end]
    return Ending(
        content=[row for row in kept if row.start not in furnished] if furnished else kept,
        footers=[row for row in kept if row.start in furnished] if furnished else [],
        signature=signature,
        trailer=[*rows[end:stop], *after],
        banners=list(banners.values()),
        captions=tuple(word for words in captions.values() for word in words),
        is_archive=attributes < len(rows),
    )


def _first_attribute(rows: Sequence[Row]) -> int:
    for i, row in enumerate(rows):
        if row.text[0] in "Mm" and _ATTRIBUTES.match(row.text):
            return i
    return len(rows)


def _repeated_banner(row: Row, posts: frozenset[str | None]) -> Banner | None:
    """Read a class line in mid-text; a sentence can open with ``SECRET`` and end in a number."""
    banner = read_banner(row.text) if row.text[0] in _CLASS_LETTERS else None
    if banner is None or (banner.post is not None and banner.post not in posts):
        return None
    return banner if row.text.isupper() or "/" in row.text else None


def _repeated(row: Row) -> tuple[str, ...]:
    if not row.text.isupper():
        return ()
    words = read_captions(row.text) or ()
    return words if _REPEATED.issuperset(words) else ()


def _tail(rows: Sequence[Row]) -> int:
    """Give the index of the first of a SMART cable's closing labels."""
    first = max(0, len(rows) - _SMART_ROWS)
    return next((i for i in range(first, len(rows)) if _SMART_TAIL.match(rows[i].text)), len(rows))


def _is_signature(row: Row) -> bool:
    match = _SMART_TAIL.match(row.text)
    return match is not None and match["signature"] is not None
