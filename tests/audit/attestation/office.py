"""A case whose releases are attested: the small world of the review's tests, with a key."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from redactor.audit.attestation import (
    Attested,
    Bundle,
    Statement,
    Trust,
    attest,
    attest_again,
    journal_of,
    verify_classified,
    verify_public,
)
from redactor.audit.ledger import Ledger, SigningKey, hand_over, origin
from redactor.release import build
from redactor.review import CompletedReview
from tests.review.world import CABLE, World

__all__ = ["CABLE", "Office", "failing", "fixed_key", "said"]


def fixed_key(name: str, seed: int = 1) -> SigningKey:
    """Give a key that is always the same."""
    return SigningKey(name, Ed25519PrivateKey.from_private_bytes(bytes([seed]) * 32))


class Office(World):
    """A world whose case signs its releases."""

    def __init__(self, folder: Path, *cables: str, reviews: int = 1) -> None:
        super().__init__(folder, *cables, reviews=reviews)
        self.key: SigningKey | None = fixed_key(origin(self.case.secret))
        self["ann"].signs_with(str(self.key.public))
        self.ledger = Ledger(self.case.secret)
        self.more: dict[str, bytes] = {}
        """Further public files."""

    def attested(self, person: str = "ann", cable: str | None = None) -> Bundle:
        """Release a cable with all that proves it."""
        session, made = self[person], list[Attested]()
        sha256 = cable or self.cable

        def make(review: CompletedReview, number: str) -> bytes:
            release = build(review, session.policy_for(sha256).amount, number)
            self.ledger.extend(self.case.digests(after=len(self.ledger)))
            journal = journal_of(self.case, self.ledger, sha256, number)
            bundle = Bundle(
                {"release.txt": release.text.encode(), **self.more}, {"BANNER.txt": b"SECRET\n"}
            )
            again = attest_again(review, release, bundle, journal)
            made[:] = [again or attest(review, release, bundle, journal, self.need_key())]
            return release.text.encode()

        def seal() -> Mapping[str, Any]:
            return made[0].seal.body

        session.release(sha256, make, seal)
        return made[0].bundle

    def withheld(self, *specs: str) -> Bundle:
        """Release all of the first cable but these places."""
        self.decide("ann", "release", "all")
        for spec in specs:
            self.decide("ann", "redact", spec)
        self.sign("ann")
        return self.attested()

    def need_key(self) -> SigningKey:
        """Give the key, if it is at hand."""
        assert self.key
        return self.key

    def rotate(self) -> None:
        """Let the key of the case name the next one."""
        old = self.key or fixed_key(origin(self.case.secret))
        self.key = fixed_key(old.name, 2)
        self["ann"].signs_with(str(self.key.public), str(hand_over(old, self.key)))

    def decide_elsewhere(self) -> None:
        """Let the journal grow by something that is no part of the release."""
        self["bob"].note(self.cable, "a note")

    def trust(self) -> Trust:
        """Give the trust of someone who knows the key."""
        assert self.key
        return Trust((self.key.public,))

    def public(self, bundle: Bundle, earlier: Bundle | None = None) -> list[Statement]:
        """Verify a public folder, with that of R-0001 beside it."""
        others = {"R-0001": earlier.public} if earlier else {}
        return list(verify_public(bundle.public, self.trust(), others))

    def classified(self, bundle: Bundle, *, source: bool = True) -> list[Statement]:
        """Verify a classified folder, against the source."""
        return list(verify_classified(bundle, self.case.cable(self.cable) if source else None))


def failing(statements: list[Statement]) -> list[str]:
    """Give what does not hold."""
    return [each.words for each in statements if each.verdict == "fails"]


def said(statements: list[Statement]) -> str:
    """Give all that was said."""
    return "\n".join(f"{each.verdict}: {each.words}" for each in statements)
