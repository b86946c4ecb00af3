"""How ``redactor propose`` writes proposals for people: a line each, and under it why."""

from collections.abc import Iterator
from datetime import date

from redactor.cable import Cable
from redactor.cli.inspect_page import MARGIN, hung
from redactor.policy import Proposal, Proposals, print_code

_WHERE, _ACTION = 16, 8
"""Cells of the columns of lines and of what is proposed."""


def summary(path: str, cable: Cable, proposals: Proposals, width: int) -> Iterator[str]:
    """Write what is proposed for a cable, at most ``width`` cells wide where values allow."""
    ref = proposals.policy
    yield (
        f"{path}: {ref.name} {ref.version} ({ref.sha256[:12]}), as of {proposals.as_of}, "
        f"basis {proposals.basis}"
    )
    if proposals.hold:
        yield from hung(1, f"ON HOLD: {proposals.hold}", width)
    for item in proposals.items:
        if item.content:
            yield from _item(item, cable, proposals.as_of, width)
    yield ""


def _item(item: Proposal, cable: Cable, as_of: date, width: int) -> Iterator[str]:
    where = cable.lines.named([item.span])
    words = ", ".join(filter(None, (codes_words(item), frees_words(item, as_of))))
    yield f"{MARGIN}{where:<{_WHERE}}{item.action:<{_ACTION}}{words}".rstrip()
    for hit in item.rules:
        rank = "won" if hit.id == item.won_by else "also"
        yield from hung(2, f"{rank}: {hit.id} ({hit.action}): {hit.because}", width)
    if not item.rules:
        yield f"{MARGIN * 2}no rule matched: withheld until a person decides"


def codes_words(item: Proposal) -> str:
    """Give the codes as a release prints them."""
    return ", ".join(print_code(code) for code in item.codes)


def frees_words(item: Proposal, as_of: date) -> str:
    """Say when the clock frees it, if it does: ``free since 2018-07-17``."""
    if item.frees_on is None:
        return ""
    return f"{'free since' if item.frees_on <= as_of else 'frees on'} {item.frees_on}"
