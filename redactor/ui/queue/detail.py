"""What the queue says of the cable at the cursor, where the columns have no room. Pure."""

from collections.abc import Iterator
from datetime import datetime

from redactor.text import plural
from redactor.ui.queue.columns import at_work
from redactor.ui.queue.summary import Summary
from redactor.ui.words import clock_words


def detail(of: Summary, person: str, now: datetime) -> str:
    """Say it in a line: ``HARBOR TALKS · from AMEMBASSY · PREL ECON · 2 of 12 items decided``."""
    return " · ".join(_parts(of, person, now))


def _parts(of: Summary, person: str, now: datetime) -> Iterator[str]:
    yield of.subject or of.stage_words
    if of.sender:
        yield f"from {of.sender}"
    if of.tags:
        yield of.tags
    if of.items:
        yield f"{of.decided:,} of {plural(of.items, 'item')} decided"
    if of.flags:
        yield f"flagged {', '.join(of.flags.split())}"
    if of.signers:
        yield f"signed by {of.signers}"
    if at_work(of, person, now):
        yield f"{of.holder} at work, last {clock_words(datetime.fromisoformat(of.held_at))}"
