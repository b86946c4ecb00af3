"""Releasing: recording that cables are out, one or many as one act."""

import hashlib
from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

from redactor.review.events import Draft, pairs
from redactor.review.likeness import prints_of
from redactor.review.model import CompletedReview
from redactor.review.paint import spans_of
from redactor.review.recording import Recording


class Ready(NamedTuple):
    """A cable that is about to be released."""

    cable: str
    """SHA-256 of the cable, hex."""
    review: CompletedReview
    number: str
    """Of its release."""


Make = Callable[[Sequence[Ready]], Sequence[bytes]]
"""Builds the bytes of release.txt of each."""

Seal = Callable[[str], Mapping[str, Any] | None]
"""Gives, after ``Make``, what the event of a number keeps of the release's proof: no text."""


class Releasing(Recording):
    """A case, and how its cables are released."""

    def release(
        self,
        sha256: str,
        make: Callable[[CompletedReview, str], bytes],
        seal: Callable[[], Mapping[str, Any] | None] = lambda: None,
    ) -> str:
        """Record the release of one cable and give its number; as ``release_all``.

        Args:
            sha256: the cable.
            make: builds the bytes of release.txt from the completed review and the number.
            seal: gives, after ``make``, what the event keeps of the release's proof.

        Raises:
            Refused: when the review is not complete.
        """
        (number,) = self.release_all(
            (sha256,),
            lambda ready: [make(each.review, each.number) for each in ready],
            lambda _: seal(),
        )
        return number

    def release_all(
        self, cables: Sequence[str], make: Make, seal: Seal = lambda _: None
    ) -> tuple[str, ...]:
        """Record the releases of cables, each named once, as one act; give their numbers.

        A review that was released already keeps its number and is not recorded again.

        Raises:
            Refused: when a review is not complete; then, and if ``make`` raises, none is recorded.
        """
        if not self._is_proved:
            raise self.case.damaged()
        for sha256 in cables:
            self.docket(sha256)  # read before the turn: nobody has to wait for that
        ready: tuple[Ready, ...] = ()

        def record() -> Sequence[Draft]:
            nonlocal ready
            ready = self._ready(cables)
            texts = make(ready)
            drafts = map(self._recorded, ready, texts, (seal(each.number) for each in ready))
            return [draft for draft in drafts if draft]

        self._act(record, slow=True)
        return tuple(each.number for each in ready)

    def _ready(self, cables: Sequence[str]) -> tuple[Ready, ...]:
        """Number the releases; a new one takes the next number of the case."""
        found: list[Ready] = []
        made = self._registry.releases
        for sha256 in cables:
            mine = self.state(sha256).releases
            made += not mine
            number = mine[-1].number if mine else f"R-{made:04d}"
            found.append(Ready(sha256, self.board(sha256).completed(), number))
        return tuple(found)

    def _recorded(
        self, ready: Ready, text: bytes, sealed: Mapping[str, Any] | None
    ) -> Draft | None:
        """Give what the journal says of a release; nothing if it says so already."""
        state, digest = self.state(ready.cable), hashlib.sha256(text).hexdigest()
        if any(release.sha256 == digest for release in state.releases):
            return None
        review = ready.review
        shown = spans_of(review.painting, "release")
        body = {
            "number": ready.number,
            "sha256": digest,
            "shown": pairs(shown),
            "replaces": [release.number for release in state.earlier],
            "sentences": prints_of(review.dated.cable, self._said(ready.cable), shown),
        }
        return Draft("release", ready.cable, {**body, "seal": sealed} if sealed else body)
