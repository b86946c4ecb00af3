"""The block under the table of ``redactor inspect``: how many of what."""

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date

from redactor.cable import CODES
from redactor.cli.columns import Column, row_line, sized, title_line, total_width, wrapped
from redactor.declass import DatedCable
from redactor.text import plural

Key = tuple[str, str]
"""What is counted: a topic, and a name within it."""

NOT_READ: Key = ("file", "not read")
NOT_LISTED: Key = ("file", "not listed")
"""Read, but without a warning of those that were asked for."""
_CLEAN: Key = ("file", "without a warning")
_TOPICS = ("format", "encoding", "level", "status")
_LABEL = 10
_INDENT = "  "
_NARROWEST_MEANING = 20
_CODES = (
    Column("warnings", 9, right=True),
    Column("cables", 9, right=True),
    Column("code", max(map(len, CODES))),
)


def counts_of(dated: DatedCable) -> Mapping[Key, int]:
    """Give what one cable adds to the totals."""
    cable = dated.cable
    codes = [warning.code for warning in cable.warnings]
    return Counter(
        (
            ("format", cable.format),
            ("encoding", cable.encoding),
            ("level", cable.level or "unreadable"),
            ("status", dated.overall.status),
            *(("warning", code) for code in codes),
            *(("warned", code) for code in set(codes)),
            *(() if codes else (_CLEAN,)),
        )
    )


def totals(counts: Mapping[Key, int], as_of: date, width: int) -> Iterator[str]:
    """Write the totals, at most ``width`` cells wide; nothing when nothing could be read."""
    listed = sum(_of("status", counts).values())
    unlisted = counts.get(NOT_LISTED, 0)
    if not listed + unlisted:
        return
    yield ""
    yield from wrapped(_first_line(listed, unlisted, counts), width)
    if listed:
        yield ""
        for topic in _TOPICS:
            yield from _topic(topic, _of(topic, counts), width)
        yield f"{_INDENT}{'as of':<{_LABEL}}{as_of.isoformat()}"
        yield from _warnings(counts, width)


def _first_line(listed: int, unlisted: int, counts: Mapping[Key, int]) -> str:
    if unlisted:
        words = f"{plural(listed + unlisted, 'cable')} read, {listed:,} listed"
    else:
        words = f"{plural(listed, 'cable')} read, {counts.get(_CLEAN, 0):,} without a warning"
    missing = counts.get(NOT_READ, 0)
    files = "file" if missing == 1 else "files"
    return f"{words}, {missing:,} {files} could not be read" if missing else words


def _of(topic: str, counts: Mapping[Key, int]) -> dict[str, int]:
    """Give a topic's counts, the largest first."""
    found = {name: count for (kind, name), count in counts.items() if kind == topic}
    return dict(sorted(found.items(), key=lambda item: (-item[1], item[0])))


def _topic(topic: str, found: Mapping[str, int], width: int) -> Iterator[str]:
    words = ", ".join(f"{name} {count:,}" for name, count in found.items())
    for line in wrapped(words, width - len(_INDENT) - _LABEL):
        yield f"{_INDENT}{topic:<{_LABEL}}{line}"
        topic = ""


def _warnings(counts: Mapping[Key, int], width: int) -> Iterator[str]:
    """Write how often each warning came, in how many cables, and what it means."""
    found, cables = _of("warning", counts), _of("warned", counts)
    if not found:
        return
    rows = [
        {"warnings": f"{count:,}", "cables": f"{cables[code]:,}", "code": code}
        for code, count in found.items()
    ]
    columns = sized(_CODES, rows)
    start = len(_INDENT) + total_width(columns) + len(_INDENT)
    yield ""
    yield f"{_INDENT}{title_line(columns)}"
    for row in rows:
        left = f"{_INDENT}{row_line(columns, row)}"
        for line in wrapped(CODES[row["code"]], max(width - start, _NARROWEST_MEANING)):
            yield f"{left:<{start}}{line}"
            left = ""
