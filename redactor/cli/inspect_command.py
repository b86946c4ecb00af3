"""``redactor inspect``: what the reader and the clock see.

One cable gets a summary, several get a table with a row for each and totals at the end. A
forecast and a comparison of two days look at the same cables in another way.
"""

from argparse import Namespace
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from difflib import get_close_matches
from functools import partial
from pathlib import Path

from redactor.cable import CODES, read
from redactor.cli.batch import Answer, Work
from redactor.cli.batch import run as run_batch
from redactor.cli.columns import Column, title_line
from redactor.cli.days import as_of_from
from redactor.cli.files import expand
from redactor.cli.inspect_compare import run as run_compare
from redactor.cli.inspect_contract import inspection
from redactor.cli.inspect_forecast import check as check_forecast
from redactor.cli.inspect_forecast import run as run_forecast
from redactor.cli.inspect_page import file_name, folder_of, page_width, terminal_width
from redactor.cli.inspect_summary import summary
from redactor.cli.inspect_table import columns_for, row
from redactor.cli.inspect_totals import NOT_LISTED, NOT_READ, Key, counts_of, totals
from redactor.cli.output import InputFault, data
from redactor.declass import DatedCable, date_cable

View = Callable[[Path, DatedCable], Answer]


def run(options: Namespace) -> int:
    """Run the command."""
    check_forecast(options)
    paths = tuple(expand(options.paths))
    look = partial(_Look, as_of_from(options), _codes(options.warnings))
    if options.forecast:
        return run_forecast(look, options, paths)
    if options.compare:
        return run_compare(look, options, paths)
    if options.json:
        return run_batch(look(_as_object), paths, options.jobs, json=True)
    if len(options.paths) > 1 or Path(options.paths[0]).is_dir():
        return _table(look, options, paths)
    return run_batch(look(partial(_as_summary, page_width())), paths, options.jobs, json=False)


def _table(look: Callable[[View], Work], options: Namespace, paths: Sequence[Path]) -> int:
    folder = folder_of(options.paths)
    columns = columns_for([file_name(folder, path) for path in paths], terminal_width())
    listing = _Listing(columns)
    work = look(partial(_as_row, folder, columns))
    code = run_batch(work, paths, options.jobs, json=False, show=listing)
    for line in totals(listing.counts, as_of_from(options), page_width()):
        data(line)
    return code


@dataclass(frozen=True, slots=True)
class _Look:
    """Reads one cable and shows it; can be sent to another process."""

    as_of: date
    codes: frozenset[str]
    """Only cables with one of these warnings are shown; all, if there are none."""
    view: View

    def __call__(self, path: Path, content: bytes) -> Answer:
        cable = read(content)
        if self.codes and self.codes.isdisjoint(warning.code for warning in cable.warnings):
            answer = Answer(str(path), counts={NOT_LISTED: 1})
        else:
            answer = self.view(path, date_cable(cable, self.as_of))
        return replace(answer, warned=bool(cable.warnings))


def _as_object(path: Path, dated: DatedCable) -> Answer:
    return Answer(str(path), value=inspection(str(path), dated))


def _as_summary(width: int, path: Path, dated: DatedCable) -> Answer:
    return Answer(str(path), lines=tuple(summary(str(path), dated, width)))


def _as_row(
    folder: Path | None, columns: Sequence[Column], path: Path, dated: DatedCable
) -> Answer:
    line = row(columns, file_name(folder, path), dated)
    return Answer(str(path), lines=(line,), counts=counts_of(dated))


class _Listing:
    """The table as it grows: titles over the first row, and what the totals need."""

    def __init__(self, columns: Sequence[Column]) -> None:
        self._columns = columns
        self._begun = False
        self.counts: Counter[Key] = Counter()

    def __call__(self, answer: Answer) -> Iterator[str]:
        self.counts.update(answer.counts)
        self.counts[NOT_READ] += answer.fault is not None
        if answer.lines and not self._begun:
            self._begun = True
            yield title_line(self._columns)
        yield from answer.lines


def _codes(given: str | None) -> frozenset[str]:
    """Read the warnings that were asked for."""
    codes = frozenset(code.strip() for code in given.split(",")) if given else frozenset()
    for code in sorted(codes - CODES.keys()):
        close = get_close_matches(code, CODES, n=1)
        help_ = f"did you mean {close[0]}?" if close else f"the codes are {', '.join(CODES)}"
        raise InputFault(f"--warnings: there is no warning {code!r}; {help_}")
    return codes
