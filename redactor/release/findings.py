"""Findings: what holds a release until it is mended, or a second person clears it."""

from collections.abc import Iterable, Sequence
from typing import TypeVar

from redactor.cable import Cable
from redactor.policy import Support
from redactor.release.leaks import Leak
from redactor.release.past import Conflict
from redactor.review import CompletedReview, Decision, Finding, Fix, Painted
from redactor.text import Span, intersect

Found = Leak | Conflict
F = TypeVar("F", Leak, Conflict)


def finding_of(cable: Cable, found: Found) -> Finding:
    """Give what the journal keeps of a finding that is cleared."""
    if isinstance(found, Leak):
        where = cable.lines.named((found.withheld,))
        return Finding(found.id, "leak", (found.released,), (where,))
    return Finding(found.id, found.kind, (found.span,), found.where)


def still_open(review: CompletedReview, found: Iterable[F]) -> list[F]:
    """Give what nobody cleared who may."""
    cleared = {each.finding for each in review.clearances}
    return [each for each in found if each.id not in cleared]


def fixes_for(cable: Cable, painting: Sequence[Painted], found: Iterable[Found]) -> tuple[Fix, ...]:
    """Give the proposals that would mend findings: to withhold the words there too.

    What can't be mended so gets none: words in a marker, and what an earlier release shows.
    """
    shown = [part.span for part in painting if part.decision.verdict == "release"]
    fixes = (_fix(cable, painting, each) for each in found)
    inside = ((fix, intersect(fix.spans, shown)) for fix in fixes if fix)
    return tuple(
        Fix(fix.finding, spans, fix.search, fix.because, fix.codes, fix.support)
        for fix, spans in inside
        if spans
    )


def _fix(cable: Cable, painting: Sequence[Painted], found: Found) -> Fix | None:
    if isinstance(found, Leak):
        return None if found.in_marker else _as_withheld(cable, painting, found)
    if found.kind == "shown-before":
        return None
    because = f"Withheld in an earlier release: {'; '.join(found.where)}."
    return Fix(found.id, (found.span,), "earlier-releases", because, found.codes)


def _as_withheld(cable: Cable, painting: Sequence[Painted], leak: Leak) -> Fix:
    """Withhold a leak as its words are withheld where they are: same codes, same support."""
    made = _withholding(painting, leak.withheld)
    because = f"What stands here is withheld at {cable.lines.named((leak.withheld,))}."
    codes, support = (made.codes, made.support) if made else ((), Support())
    return Fix(leak.id, (leak.released,), "leak-search", because, codes, support)


def _withholding(painting: Sequence[Painted], place: Span) -> Decision | None:
    return next(
        (
            part.decision
            for part in painting
            if part.decision.verdict == "redact" and part.span.meets(place)
        ),
        None,
    )
