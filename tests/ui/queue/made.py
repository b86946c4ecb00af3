"""Summaries made by hand."""

from redactor.text import fold
from redactor.ui.queue.summary import Summary

_PLAIN = Summary(
    stage="untouched", stage_words="untouched", id="18PORTEXAMPLE42", level="C", banner="C//NOFORN",
    origin="2018-03-15", frees="2038-03-15", items=12, decided=2, mine_done=False, flags="",
    signers="", holder="", held_at="", sender="AMEMBASSY PORT EXAMPLE", tags="PREL ECON",
    rules="in-force protected-source", subject="HARBOR TALKS RESUME", words="",
)  # fmt: skip


def summary(**other: object) -> Summary:
    """Give a summary with other values; its words follow."""
    made = _PLAIN._replace(**other)  # type: ignore[arg-type] # named as the fields are
    words = fold(f"{made.id} {made.sender} {made.tags} {made.subject}").text
    return made._replace(words=words)
