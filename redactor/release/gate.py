"""The gate: what must hold before a release exists. It trusts nobody, not even this stage."""

from collections.abc import Sequence
from itertools import pairwise

from redactor.cable import Cable
from redactor.policy import code_table
from redactor.release.errors import NotReleasableError, count
from redactor.release.findings import still_open
from redactor.release.furniture import no_content
from redactor.release.holes import approved
from redactor.release.leaks import Leak, find_leaks
from redactor.release.past import Conflict
from redactor.release.pieces import Piece, kept_spans
from redactor.review import CompletedReview, Painted
from redactor.text import covers, subtract

_MOST_NAMED = 5


class HeldError(NotReleasableError):
    """A search holds the release. ``found`` is what nobody cleared."""

    def __init__(self, what: str, found: Sequence[Leak | Conflict], advice: Sequence[str]) -> None:
        self.found = tuple(found)
        super().__init__(f"{what}; {'; '.join(advice)}")


class LeakError(HeldError):
    """Withheld words can be read elsewhere in the release."""

    def __init__(self, leaks: Sequence[Leak], cable: Cable) -> None:
        self.leaks = tuple(leaks)
        places = _some([_places(leak, cable) for leak in leaks])
        advice = []
        if not all(leak.in_marker for leak in leaks):
            advice.append(
                "withhold them there too (redactor release --propose-fixes proposes that), or, if "
                "they may be public there, " + _CLEAR
            )
        if any(leak.in_marker for leak in leaks):
            advice.append("name a statute by its citation alone")
        super().__init__(f"withheld words can be read elsewhere: {places}", leaks, advice)


class ConflictError(HeldError):
    """An earlier release decided otherwise."""

    def __init__(self, conflicts: Sequence[Conflict], cable: Cable) -> None:
        self.conflicts = tuple(conflicts)
        places = _some([_differing(each, cable) for each in conflicts])
        advice = (
            "decide there as it was decided then (redactor release --propose-fixes proposes what "
            "can be withheld still), or " + _CLEAR
        )
        super().__init__(f"an earlier release decided otherwise: {places}", conflicts, (advice,))


_CLEAR = "a second person clears each with a reason (redactor decide CABLE --clear F-... --reason)"

_DIFFERENCES = {
    "withheld-before": "{} would be released and is withheld in {}",
    "shown-before": "{} is withheld and can be read in {}",
    "differs": "{} differs from nearly the same passage in {}",
}


def _some(named: Sequence[str]) -> str:
    more = len(named) - _MOST_NAMED
    return "; ".join(named[:_MOST_NAMED]) + (f"; and {more} more" if more > 0 else "")


def _places(leak: Leak, cable: Cable) -> str:
    where = "printed with the statute at" if leak.in_marker else "released at"
    return (
        f"{leak.id} withheld at {cable.lines.named((leak.withheld,))}, "
        f"{where} {cable.lines.named((leak.released,))}"
    )


def _differing(conflict: Conflict, cable: Cable) -> str:
    where = cable.lines.named((conflict.span,))
    inside = (part.number for part in cable.paragraphs if part.span.meets(conflict.span))
    number = next(inside, None)
    named = f"{where} (paragraph {number})" if number is not None else where
    there = ", ".join(conflict.where[:_MOST_NAMED])
    if len(conflict.where) > _MOST_NAMED:
        there += f" and {len(conflict.where) - _MOST_NAMED} more"
    return f"{conflict.id} {_DIFFERENCES[conflict.kind].format(named, there)}"


def check_review(review: CompletedReview) -> None:
    """Check that the cable may be released, as decided.

    Raises:
        NotReleasableError: when the cable is on hold, its painting is damaged, a referral is
            open, or a place is withheld under no code of the table.
    """
    cable = review.dated.cable
    if review.proposals.hold:
        raise NotReleasableError(f"the cable is on hold: {review.proposals.hold}")
    _check_painting(review.painting, len(cable.text))
    referred = [part.span for part in review.painting if part.decision.verdict == "refer"]
    if referred:
        raise NotReleasableError(
            f"{count(len(referred), 'place')} referred to an agency "
            f"({cable.lines.named(referred)}); release when the answers are in"
        )
    withheld = [part for part in review.painting if part.decision.verdict == "redact"]
    bare = [part.span for part in withheld if not set(part.decision.codes) & code_table().keys()]
    if bare:
        raise NotReleasableError(
            f"{count(len(bare), 'place')} withheld without a code "
            f"({cable.lines.named(bare)}); name the exemption there"
        )


def check_pieces(review: CompletedReview, pieces: Sequence[Piece]) -> None:
    """Check that the pieces print approved text only, in order, and that nothing leaks.

    Raises:
        NotReleasableError: when a piece prints what was not approved.
        LeakError: when withheld words stand in the pieces.
    """
    cable = review.dated.cable
    kept = kept_spans(pieces)
    if any(right.start < left.end for left, right in pairwise(kept)):
        raise NotReleasableError("the pieces of the release are out of order; report this fault")
    astray = subtract(kept, subtract(approved(review.painting), no_content(cable)))
    if astray:
        raise NotReleasableError(
            "the release would print text that no one approved "
            f"({cable.lines.named(astray)}); report this fault"
        )
    found = find_leaks(cable, review.painting, pieces)
    leaks = [leak for leak in found if not covers(review.cleared, leak.released)]
    leaks = still_open(review, leaks)
    if leaks:
        raise LeakError(leaks, cable)


def check_past(review: CompletedReview, conflicts: Sequence[Conflict]) -> None:
    """Check that no earlier release decided otherwise.

    Raises:
        ConflictError: when one did, and nobody cleared it.
    """
    held = still_open(review, conflicts)
    if held:
        raise ConflictError(held, review.dated.cable)


def _check_painting(painting: Sequence[Painted], length: int) -> None:
    spans = [part.span for part in painting]
    disjoint = all(left.end <= right.start for left, right in pairwise(spans))
    if not disjoint or (spans and spans[-1].end > length):
        raise NotReleasableError("the decisions do not fit the cable's text; review it again")
