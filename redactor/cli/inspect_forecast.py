"""``redactor inspect --forecast``: what frees when, over many cables.

Each cable is looked at alone, perhaps in another process, and answers with its portions counted
and with the days on which some of them free. The report over all cables is written at the end.
"""

from argparse import Namespace
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from redactor.cli.batch import Answer, Work
from redactor.cli.batch import run as run_batch
from redactor.cli.days import as_of_from
from redactor.cli.forecast_agenda import Due, agenda, dues_of, nearby
from redactor.cli.forecast_contract import foreseeing
from redactor.cli.forecast_table import Key, counts_of, table
from redactor.cli.inspect_page import file_name, folder_of, page_width
from redactor.cli.output import InputFault, data
from redactor.declass import DatedCable, Forecast, forecast

View = Callable[[Path, DatedCable], Answer]


@dataclass(frozen=True, slots=True)
class Foreseen(Answer):
    """One cable's part in the forecast."""

    dues: tuple[Due, ...] = ()


def run(look: Callable[[View], Work], options: Namespace, paths: Sequence[Path]) -> int:
    """Forecast for the cables at ``paths``; give the exit code."""
    if options.json:
        view = partial(_as_object, options.within)
        return run_batch(look(view), paths, options.jobs, json=True)
    gathered = _Gathered()
    view = partial(_as_dues, folder_of(options.paths), options.within)
    code = run_batch(look(view), paths, options.jobs, json=False, show=gathered)
    for line in _report(gathered, options):
        data(line)
    return code


def check(options: Namespace) -> None:
    """Refuse ``--within`` where nothing is forecast.

    Raises:
        InputFault: then.
    """
    if options.within is not None and not options.forecast:
        raise InputFault("--within: it narrows a forecast; give --forecast too")


class _Gathered:
    """What the report needs of all cables; nothing is shown before the last is read."""

    def __init__(self) -> None:
        self.counts: Counter[Key] = Counter()
        self.dues: list[Due] = []

    def __call__(self, answer: Answer) -> Iterator[str]:
        self.counts.update(answer.counts)
        if isinstance(answer, Foreseen):
            self.dues += answer.dues
        return iter(())


def _report(gathered: _Gathered, options: Namespace) -> Iterator[str]:
    as_of, width = as_of_from(options), page_width()
    if not gathered.counts:
        return
    if options.within is not None:
        yield from nearby(gathered.dues, as_of, options.within, width)
        return
    yield from table(gathered.counts, as_of, width)
    yield ""
    yield from agenda(gathered.dues, as_of, width)


def ahead(dated: DatedCable) -> Forecast:
    """Forecast for one cable; one without paragraphs counts as a single portion."""
    return forecast([dated if dated.portions else dated.overall], dated.as_of)


def _as_dues(folder: Path | None, within: int | None, path: Path, dated: DatedCable) -> Answer:
    seen = ahead(dated)
    days = seen.days if within is None else seen.within(within)
    dues = tuple(dues_of(file_name(folder, path), dated.cable, days))
    return Foreseen(str(path), counts=counts_of(dated.cable, seen), dues=dues)


def _as_object(within: int | None, path: Path, dated: DatedCable) -> Answer:
    return Answer(str(path), value=foreseeing(str(path), dated, ahead(dated), within))
