"""``redactor inspect --compare``: what changes for a cable from the as-of day to another day."""

from argparse import Namespace
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from functools import partial
from pathlib import Path

from redactor.cli.batch import Answer, Work
from redactor.cli.batch import run as run_batch
from redactor.cli.compare_contract import changes, comparing
from redactor.cli.days import as_of_from
from redactor.cli.inspect_page import (
    file_name,
    folder_of,
    hung,
    page_width,
    portions_words,
    status_words,
)
from redactor.cli.output import data
from redactor.declass import Change, DatedCable, Status, flag_meaning
from redactor.text import plural

View = Callable[[Path, DatedCable], Answer]
Key = tuple[str, str]

_CABLES: Key = ("cables", "compared")
_CHANGED: Key = ("cables", "changed")
_FREED: Key = ("portions", "freed")
_BOUND: Key = ("portions", "classified again")


def run(look: Callable[[View], Work], options: Namespace, paths: Sequence[Path]) -> int:
    """Compare the cables at ``paths`` on two days; give the exit code."""
    then: date = options.compare
    if options.json:
        return run_batch(look(partial(_as_object, then)), paths, options.jobs, json=True)
    counted = _Counted()
    view = partial(_as_lines, folder_of(options.paths), then, page_width())
    code = run_batch(look(view), paths, options.jobs, json=False, show=counted)
    if len(paths) > 1 and counted.counts:
        data("")
        data(_sum(counted.counts, as_of_from(options), then))
    return code


class _Counted:
    """Shows each cable's lines at once, and counts for the last line."""

    def __init__(self) -> None:
        self.counts: Counter[Key] = Counter()

    def __call__(self, answer: Answer) -> Iterator[str]:
        self.counts.update(answer.counts)
        yield from answer.lines


def _sum(counts: Counter[Key], now: date, then: date) -> str:
    cables, changed = counts[_CABLES], counts[_CHANGED]
    words = f"{plural(cables, 'cable')} compared, from {now} to {then}: {changed:,} "
    words += f"{'changes' if changed == 1 else 'change'}, {cables - changed:,} "
    words += f"{'does' if cables - changed == 1 else 'do'} not"
    if counts[_BOUND]:
        return f"{words}; {plural(counts[_BOUND], 'portion')} not yet free"
    return f"{words}; {plural(counts[_FREED], 'portion')} freed"


def _as_lines(folder: Path | None, then: date, width: int, path: Path, dated: DatedCable) -> Answer:
    found = changes(dated, then)
    portions = [change for change in found if change.place is not None]
    counts = Counter({_CABLES: 1, _CHANGED: bool(found)})
    counts[_FREED] = sum(change.is_freed for change in portions)
    counts[_BOUND] = sum(change.before.status == "declassified" for change in portions)
    name = file_name(folder, path)
    lines = tuple(_lines(name, dated, then, found, width))
    return Answer(str(path), lines=lines, counts=counts)


def _lines(
    name: str, dated: DatedCable, then: date, found: Sequence[Change], width: int
) -> Iterator[str]:
    if not found:
        yield f"{name}: nothing changes from {dated.as_of} to {then}"
        return
    yield f"{name}: from {dated.as_of} to {then}"
    alike: dict[tuple[Status, Status], list[Change]] = {}
    for change in found:
        alike.setdefault((change.before, change.after), []).append(change)
    for (before, after), together in alike.items():
        yield from hung(1, _named(dated, together), width)
        yield from hung(2, _step(before, after), width)
        for line in _why(before, after):
            yield from hung(2, line, width)


def _named(dated: DatedCable, together: Sequence[Change]) -> str:
    """Name what changes alike: ``the whole cable, paragraphs 1-3``."""
    places = [change.place for change in together if change.place is not None]
    whole = ["the whole cable"] if len(places) < len(together) else []
    return ", ".join((*whole, *([portions_words(dated.cable, places)] if places else ())))


def _step(before: Status, after: Status) -> str:
    if status_words(before) == status_words(after):
        return f"{status_words(after)}, as before"
    return f"{status_words(before)} -> {status_words(after)}"


def _why(before: Status, after: Status) -> Iterator[str]:
    """Give the step that decides, then the flags that come and go."""
    yield f"- {after.why[-1]}"
    for flag in after.flags:
        if flag not in before.flags:
            yield f"! comes: {flag}: {flag_meaning(flag)}"
    for flag in before.flags:
        if flag not in after.flags:
            yield f"! goes: {flag}: {flag_meaning(flag)}"


def _as_object(then: date, path: Path, dated: DatedCable) -> Answer:
    return Answer(str(path), value=comparing(str(path), dated, then))
