"""``redactor decide --everywhere``: the same words in this cable or in the case, as one act."""

from argparse import Namespace
from collections.abc import Iterator

from redactor.cli.decide_ruling import ruling_of
from redactor.cli.output import InputFault, data, narrate
from redactor.review import Alike, Entry, Ruling, Session, alike, one_by_one, samples_of


def decide_everywhere(desk: Session, entry: Entry, options: Namespace) -> None:
    """List every place where the words stand, and decide those that are not left out.

    Raises:
        Refused: when a rule forbids one of them; then none is decided.
    """
    ruling = ruling_of(desk, entry, options)
    places = list(_places(desk, entry, options.everywhere, ruling))
    unknown = [number for number in options.skip if not 1 <= number <= len(places)]
    if unknown:
        raise InputFault(f"--except {unknown[0]}: there are only {len(places)} places")
    for number, place in enumerate(places, 1):
        data(_line(desk, number, place, left_out=number in options.skip))
    if options.list:
        return
    chosen = [place for n, place in enumerate(places, 1) if n not in options.skip]
    cables = dict.fromkeys(place.cable for place in chosen)
    desk.decide_many(
        {
            cable: one_by_one(
                desk.docket(cable), ruling, (place.span for place in chosen if place.cable == cable)
            )
            for cable in cables
        }
    )
    places_said = _count(len(chosen), "place")
    narrate(f"{ruling.verdict}: {places_said} in {_count(len(cables), 'cable')}, one undo")


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _places(desk: Session, entry: Entry, reach: str, ruling: Ruling) -> Iterator[Alike]:
    samples = samples_of(desk.docket(entry.sha256), ruling.spans)
    entries = (entry,) if reach == "cable" else desk.entries
    for each in entries:
        yield from alike(desk.docket(each.sha256), samples)


def _line(desk: Session, number: int, place: Alike, *, left_out: bool) -> str:
    """Show a place with its context: ``3  08ZENDA641  line 12  ...the [words] were...``."""
    tick = "-" if left_out else str(number)
    context = " ".join(f"{place.before}[{place.words}]{place.after}".split())
    return f"{tick:>4}  {desk.entry(place.cable).label}  line {place.line}  ...{context}..."
