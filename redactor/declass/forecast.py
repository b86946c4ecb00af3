"""What frees when: portions grouped by the year and the day on which they free."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import NamedTuple

from redactor.declass.model import DatedCable, Status


class Portion(NamedTuple):
    """One portion of the forecast, and whose it is."""

    status: Status
    sha256: str | None = None
    """The cable's identity; ``None`` for a status that was passed in alone."""
    place: int | None = None
    """Its place among the cable's paragraphs, from 0; ``None`` for a status alone."""


class Freeing(NamedTuple):
    """The portions that free on one day."""

    day: date
    portions: tuple[Portion, ...]


class Forecast(NamedTuple):
    """Portions by the day on which they free, as seen on the as-of day."""

    as_of: date
    days: tuple[Freeing, ...]
    """Those still classified, by day, the earliest first."""
    free: tuple[Portion, ...]
    """Those whose day has come."""
    without_day: tuple[Portion, ...]
    """Those that wait for a person, are only referred, or have no day; the why says which."""
    open: tuple[Portion, ...]
    """Those that are unclassified."""

    @property
    def years(self) -> Mapping[int, tuple[Freeing, ...]]:
        """Group the days by year, the earliest first."""
        grouped: defaultdict[int, list[Freeing]] = defaultdict(list)
        for freeing in self.days:
            grouped[freeing.day.year].append(freeing)
        return {year: tuple(days) for year, days in grouped.items()}

    def within(self, days: int) -> tuple[Freeing, ...]:
        """Give what frees within so many days after the as-of day."""
        last = self.as_of.toordinal() + days
        return tuple(freeing for freeing in self.days if freeing.day.toordinal() <= last)


def forecast(dated: Iterable[DatedCable | Status], as_of: date) -> Forecast:
    """Group portions by the day on which they free.

    Args:
        dated: cables dated on the as-of day, for their paragraphs, or statuses alone.
        as_of: the day from which the forecast looks ahead.
    """
    by_day: defaultdict[date, list[Portion]] = defaultdict(list)
    free: list[Portion] = []
    without: list[Portion] = []
    unclassified: list[Portion] = []
    for portion in _portions(dated):
        status = portion.status
        if status.status == "unclassified":
            unclassified.append(portion)
        elif status.frees_on is None:
            without.append(portion)
        elif status.frees_on <= as_of:
            free.append(portion)
        else:
            by_day[status.frees_on].append(portion)
    days = tuple(Freeing(day, tuple(by_day[day])) for day in sorted(by_day))
    return Forecast(as_of, days, tuple(free), tuple(without), tuple(unclassified))


def _portions(dated: Iterable[DatedCable | Status]) -> Iterator[Portion]:
    for one in dated:
        if isinstance(one, Status):
            yield Portion(one)
        else:
            for place, status in enumerate(one.portions):
                yield Portion(status, one.cable.sha256, place)
