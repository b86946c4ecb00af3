"""The JSON contract of ``inspect --forecast``: one object for each cable, in input order.

Keys may be added, never renamed.
"""

from collections.abc import Iterable

from redactor.cable import Cable
from redactor.cli.forecast_table import level_of
from redactor.cli.inspect_contract import Json, day
from redactor.declass import DatedCable, Forecast, Portion


def foreseeing(path: str, dated: DatedCable, seen: Forecast, within: int | None) -> Json:
    """Give what frees of a cable and when, within so many days if ``within`` says so."""
    cable = dated.cable
    days = seen.days if within is None else seen.within(within)
    return {
        "path": path,
        "id": cable.id,
        "sha256": cable.sha256,
        "as_of": dated.as_of.isoformat(),
        "within": within,
        "freeing": [
            {
                "day": freeing.day.isoformat(),
                "in_days": (freeing.day - dated.as_of).days,
                "portions": _portions(cable, freeing.portions),
            }
            for freeing in days
        ],
        "already_free": _portions(cable, seen.free),
        "no_day": _portions(cable, seen.without_day),
        "unclassified": _portions(cable, seen.open),
    }


def _portions(cable: Cable, portions: Iterable[Portion]) -> list[Json]:
    return [_portion(cable, portion) for portion in portions]


def _portion(cable: Cable, portion: Portion) -> Json:
    """Give one portion; ``place`` is null where a cable without paragraphs stands as a whole."""
    paragraph = None if portion.place is None else cable.paragraphs[portion.place]
    return {
        "place": portion.place,
        "number": paragraph.number if paragraph else None,
        "start": paragraph.span.start if paragraph else 0,
        "end": paragraph.span.end if paragraph else len(cable.text),
        "level": level_of(cable, portion),
        "status": portion.status.status,
        "frees_on": day(portion.status.frees_on),
        "rule": portion.status.rule,
        "because": portion.status.why[-1],
        "flags": list(portion.status.flags),
    }
