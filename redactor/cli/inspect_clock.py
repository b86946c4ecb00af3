"""The clock in ``inspect`` of one cable: each result once, however many paragraphs share it."""

from collections.abc import Iterator

from redactor.cli.inspect_page import LABEL, MARGIN, hung, portions_words, reasons, status_words
from redactor.declass import DatedCable, Status
from redactor.text import plural


def clock_of_portions(dated: DatedCable, width: int) -> Iterator[str]:
    """Write each distinct result of the clock, with the paragraphs that it holds for."""
    found = results(dated)
    if not found:
        return
    yield ""
    yield f"{MARGIN}{'clock':<{LABEL}}{plural(len(found), 'result')}"
    for status, places in found.items():
        named = portions_words(dated.cable, places)
        if status == dated.overall:
            yield from hung(2, f"{named}: as the whole cable, above", width)
            continue
        yield from hung(2, f"{named}: {status_words(status)}", width)
        for line in reasons(status):
            yield from hung(3, line, width)


def results(dated: DatedCable) -> dict[Status, list[int]]:
    """Group the paragraphs' places by what the clock says of them, in order of first place."""
    found: dict[Status, list[int]] = {}
    for place, status in enumerate(dated.portions):
        found.setdefault(status, []).append(place)
    return found
