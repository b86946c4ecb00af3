"""The table of the forecast: how many portions of how many cables free in which year."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from redactor.cable import LEVELS, Cable, Level
from redactor.cli.columns import Column, Row, row_line, sized, title_line, total_width, wrapped
from redactor.declass import Forecast, Portion
from redactor.text import plural

Key = tuple[str, str]
"""What is counted: a row of the table and a level, or a topic and a name within it."""

_FREE, _NO_DAY, _OPEN, _ALL = "already free", "no day", "unclassified", "all"
_CABLES, _REASONS, _CABLES_FOR = "cables", "reasons", "cables for"
_UNREADABLE = "?"
_LEVELS = tuple(level for level in reversed(LEVELS) if level != "U")
_NARROWEST_REASON = 20
_INDENT = "  "


def level_of(cable: Cable, portion: Portion) -> Level | None:
    """Give a portion's level; that of the cable, where it stands for the whole cable."""
    whole = portion.place is None
    return cable.level if whole else cable.paragraphs[portion.place or 0].effective_level


def counts_of(cable: Cable, seen: Forecast) -> Mapping[Key, int]:
    """Give what one cable adds to the table."""
    counts: Counter[Key] = Counter()
    for name, portions in _rows_of(seen):
        counts.update((name, level_of(cable, one) or _UNREADABLE) for one in portions)
        counts[_CABLES, name] = bool(portions)
    counts.update((_REASONS, one.status.why[-1]) for one in seen.without_day)
    counts.update((_CABLES_FOR, why) for why in {one.status.why[-1] for one in seen.without_day})
    counts[_CABLES, _ALL] = 1
    return +counts


def _rows_of(seen: Forecast) -> Iterator[tuple[str, Sequence[Portion]]]:
    yield _FREE, seen.free
    yield _NO_DAY, seen.without_day
    yield _OPEN, seen.open
    for year, days in seen.years.items():
        yield str(year), [portion for freeing in days for portion in freeing.portions]


def table(counts: Mapping[Key, int], as_of: date, width: int) -> Iterator[str]:
    """Write the table, and why some portions have no day, at most ``width`` cells wide."""
    names = [_FREE, *sorted(name for topic, name in counts if _is_year(topic, name)), _NO_DAY]
    rows = [_row(name, counts) for name in (*names, _OPEN)]
    portions = sum(_portions(name, counts) for name in (*names, _OPEN))
    rows.append({**_row(_ALL, counts), "portions": f"{portions:,}", **_level_sums(names, counts)})
    columns = _columns(rows)
    cables = plural(counts.get((_CABLES, _ALL), 0), "cable")
    yield f"{plural(portions, 'portion')} of {cables}, as of {as_of}"
    yield ""
    for line in (title_line(columns), *(row_line(columns, row) for row in rows)):
        yield f"{_INDENT}{line}"
    yield from _reasons(counts, width)


def _is_year(topic: str, name: str) -> bool:
    return topic == _CABLES and name.isdecimal()


def _portions(name: str, counts: Mapping[Key, int]) -> int:
    return sum(count for (topic, _), count in counts.items() if topic == name)


def _row(name: str, counts: Mapping[Key, int]) -> Row:
    values = {level: counts.get((name, level), 0) for level in (*_LEVELS, _UNREADABLE)}
    values |= {"portions": _portions(name, counts), "cables": counts.get((_CABLES, name), 0)}
    return {"frees in": name, **{title: _number(count) for title, count in values.items()}}


def _level_sums(names: Sequence[str], counts: Mapping[Key, int]) -> Row:
    return {
        level: _number(sum(counts.get((name, level), 0) for name in names))
        for level in (*_LEVELS, _UNREADABLE)
    }


def _number(count: int) -> str:
    return f"{count:,}" if count else "-"


def _columns(rows: Sequence[Row]) -> Sequence[Column]:
    """Give the columns; that of unreadable levels only where there are some."""
    levels = (*_LEVELS, *((_UNREADABLE,) if rows[-1][_UNREADABLE] != "-" else ()))
    numbers = (Column(title, 9, right=True) for title in ("cables", "portions", *levels))
    return sized((Column("frees in", len(_FREE)), *numbers), rows)


def _reasons(counts: Mapping[Key, int], width: int) -> Iterator[str]:
    """Write why portions have no day, the most frequent reason first."""
    found = {name: count for (topic, name), count in counts.items() if topic == _REASONS}
    if not found:
        return
    rows = [
        {"why no day": why, "cables": f"{counts[_CABLES_FOR, why]:,}", "portions": f"{count:,}"}
        for why, count in sorted(found.items(), key=lambda item: (-item[1], item[0]))
    ]
    numbers = sized([Column(title, 9, right=True) for title in ("cables", "portions")], rows)
    start = len(_INDENT) + total_width(numbers) + len(_INDENT)
    yield ""
    yield f"{_INDENT}{title_line(numbers)}{_INDENT}why no day frees them"
    for row in rows:
        left = f"{_INDENT}{row_line(numbers, row)}"
        for line in wrapped(row["why no day"], max(width - start, _NARROWEST_REASON)):
            yield f"{left:<{start}}{line}"
            left = ""
