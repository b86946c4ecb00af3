"""The gate: what must hold before a release exists. It trusts nobody, not even this stage."""

from collections.abc import Sequence
from itertools import pairwise

from redactor.cable import Cable
from redactor.policy import code_table
from redactor.release.errors import NotReleasableError, count
from redactor.release.furniture import no_content
from redactor.release.holes import approved
from redactor.release.leaks import Leak, find_leaks
from redactor.release.pieces import Piece, kept_spans
from redactor.review import CompletedReview, Painted
from redactor.text import covers, subtract

_MOST_NAMED = 5


class LeakError(NotReleasableError):
    """Withheld words can be read elsewhere in the release."""

    def __init__(self, leaks: Sequence[Leak], cable: Cable) -> None:
        self.leaks = tuple(leaks)
        named = [_places(leak, cable) for leak in self.leaks[:_MOST_NAMED]]
        more = len(self.leaks) - len(named)
        places = "; ".join(named) + (f"; and {more} more" if more else "")
        advice = []
        if not all(leak.in_marker for leak in self.leaks):
            advice.append(
                "withhold them there too, or, if they may be public there, let each signer release "
                "that place with a reason"
            )
        if any(leak.in_marker for leak in self.leaks):
            advice.append("name a statute by its citation alone")
        super().__init__(f"withheld words can be read elsewhere: {places}; {'; '.join(advice)}")


def _places(leak: Leak, cable: Cable) -> str:
    where = "printed with the statute at" if leak.in_marker else "released at"
    return (
        f"withheld at {cable.lines.named((leak.withheld,))}, "
        f"{where} {cable.lines.named((leak.released,))}"
    )


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
    if leaks:
        raise LeakError(leaks, cable)


def _check_painting(painting: Sequence[Painted], length: int) -> None:
    spans = [part.span for part in painting]
    disjoint = all(left.end <= right.start for left, right in pairwise(spans))
    if not disjoint or (spans and spans[-1].end > length):
        raise NotReleasableError("the decisions do not fit the cable's text; review it again")
