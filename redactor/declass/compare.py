"""What changes for a cable between two days."""

from datetime import date
from typing import NamedTuple

from redactor.cable import Cable
from redactor.declass.clock import date_cable
from redactor.declass.facts import NO_FACTS, Facts
from redactor.declass.model import Status


class Change(NamedTuple):
    """One portion on the earlier and on the later day."""

    place: int | None
    """Its place among the cable's paragraphs, from 0; ``None`` for the cable as a whole."""
    before: Status
    after: Status

    @property
    def is_changed(self) -> bool:
        """Whether its status, day, rule or flags differ; the why does not count."""
        return self._facts_of(self.before) != self._facts_of(self.after)

    @property
    def is_freed(self) -> bool:
        """Whether it frees between the two days."""
        return self.after.status == "declassified" != self.before.status

    @staticmethod
    def _facts_of(status: Status) -> tuple[object, ...]:
        return status.status, status.frees_on, status.rule, status.flags


class Comparison(NamedTuple):
    """A cable on two days."""

    earlier: date
    later: date
    overall: Change
    portions: tuple[Change, ...]
    """One for each paragraph, in order, changed or not."""

    @property
    def changed(self) -> tuple[Change, ...]:
        """The paragraphs for which something changes."""
        return tuple(change for change in self.portions if change.is_changed)


def compare(cable: Cable, one: date, other: date, facts: Facts = NO_FACTS) -> Comparison:
    """Date a cable on two days, in either order, and set each portion side by side."""
    earlier, later = sorted((one, other))
    before, after = (date_cable(cable, day, facts) for day in (earlier, later))
    pairs = zip(before.portions, after.portions, strict=True)
    return Comparison(
        earlier,
        later,
        Change(None, before.overall, after.overall),
        tuple(Change(place, *pair) for place, pair in enumerate(pairs)),
    )
