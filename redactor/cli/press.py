"""The press: makes the files of releases, stages them, and has them proved.

All folders of a run wait together, the classified ones apart from the public ones, and are moved
into place together. What is classified goes first: what is public can then always be accounted
for.
"""

import hashlib
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

from redactor.audit import Bundle, Member, classified_files, member, set_name
from redactor.cli.archive import Archive
from redactor.cli.notary import Notary
from redactor.release import (
    EDITIONS,
    FORMATS,
    Format,
    Prover,
    Release,
    Row,
    Staged,
    brief_of,
    build,
    listing_of,
    public_files,
    row_of,
)
from redactor.review import CompletedReview, Published, Ready, Session

_RENEWED = {"classified": ("opening.json",), "public": ("manifest.json",)}
"""Files that name all others of a release: they change when it is written in more formats."""
_A_SET = 2
"""From so many releases on there is an index of them."""


@dataclass(frozen=True, slots=True)
class Made:
    """One release that is staged."""

    cable: str
    text: bytes
    """Of release.txt."""
    seal: Mapping[str, Any] | None
    """What the journal keeps of its proof."""
    member: Member
    """What a set says of it."""

    @property
    def row(self) -> Row:
        """What an index says of it."""
        return self.member.row


def built(desk: Session, review: CompletedReview, number: str) -> Release:
    """Build a release anew; one that is recorded already comes out in the edition it is in."""
    sha256 = review.dated.cable.sha256
    policy = desk.policy_for(sha256)
    recorded = {release.sha256 for release in desk.state(sha256).releases}
    editions = (
        build(review, policy.amount, number, office=policy.office, edition=edition)
        for edition in EDITIONS
    )
    newest = next(editions)
    if not recorded or _digest(newest) in recorded:
        return newest
    return next((older for older in editions if _digest(older) in recorded), newest)


def _published(ready: Ready, release: Release) -> Published:
    """Give a release as the next one of the same run sees it: as an earlier one."""
    shown = (part.span for part in ready.review.painting if part.decision.verdict == "release")
    return Published(ready.cable, ready.number, 0, frozenset((_digest(release),)), tuple(shown))


def _digest(release: Release) -> str:
    return hashlib.sha256(release.text.encode()).hexdigest()


class Press:
    """What releases of one run are made with, and where they wait.

    As a context manager it discards what was not published.
    """

    def __init__(
        self,
        desk: Session,
        out: Path,
        formats: Collection[Format],
        notary: Notary,
        archive: Archive,
    ) -> None:
        """Stage nothing yet.

        Args:
            desk: the case.
            out: where the folders of both sides are.
            formats: in which renderings; those that lie there already are made too.
            notary: signs.
            archive: what is public already.
        """
        self.desk, self.out = desk, out
        self._formats, self._notary, self._archive = formats, notary, archive
        self._classified, self._public = Staged(out / "classified"), Staged(out / "public")
        self._set: Path | None = None

    def built(self, ready: Ready) -> Release:
        """Build a release and check it.

        Raises:
            NotReleasableError: when the gate, the leak search or an earlier release holds it.
        """
        self._archive.check(ready.review)
        return built(self.desk, ready.review, ready.number)

    def make(self, ready: Ready, prover: Prover) -> Made:
        """Make a release, stage its files, and prove them.

        Raises:
            NotReleasableError: as ``built``, and when the written files do not prove safe.
            WriteFaultError, AttestationError, KeyFaultError: when they can't be written or signed.
        """
        review, number = ready.review, ready.number
        release = self.built(ready)
        appeal = self.desk.policy_for(ready.cable).appeal.get(review.proposals.basis)
        public = public_files(release, self._all_formats(number), appeal)
        files = Bundle(public, classified_files(review, release))
        proved = self._notary.attest(review, release, files)
        files = proved.bundle if proved else files
        folder = self._stage(number, files)
        brief = brief_of(review, release, folder, files.public, appeal)
        prover.prove(brief, review.dated.cable.lines)
        self._archive.put_beside(_published(ready, release))
        page = "release.html" if "release.html" in files.public else "release.txt"
        return Made(
            ready.cable,
            files.public["release.txt"],
            proved.seal.body if proved else None,
            member(row_of(release, page), files.public),
        )

    def _all_formats(self, number: str) -> set[Format]:
        """Give the formats that are wanted, and those that lie there: they are not taken away."""
        there = self.out / "public" / number
        return {
            each
            for each in FORMATS
            if each in self._formats or (there / f"release.{each}").exists()
        }

    def _stage(self, number: str, files: Bundle) -> Path:
        self._classified.add(number, files.classified, _RENEWED["classified"])
        return self._public.add(number, files.public, _RENEWED["public"])

    def list_set(self, made: Sequence[Made], prover: Prover) -> None:
        """Stage the index and the manifest of releases that are made together, and prove them.

        Raises:
            UnprovedError: when the written files do not prove safe.
            WriteFaultError, KeyFaultError: as ``make``.
        """
        if len(made) < _A_SET:
            return
        members = sorted((each.member for each in made), key=lambda each: each.row.number)
        name = set_name([each.row.number for each in members])
        place = self.out / "public" / name
        files = self._notary.listed(members, place)
        folder = self._public.add(name, files, files.keys())
        prover.prove_listing(listing_of(folder, files))
        self._set = place

    def publish(self, made: Sequence[Made]) -> list[str]:
        """Move all folders into place; say in sentences where they lie.

        Raises:
            WriteFaultError: when the disk refuses.
        """
        is_new = self._classified.waits or self._public.waits
        self._classified.publish()
        self._public.publish()
        said = [self._said(each) for each in made]
        if self._set:
            said.append(f"{len(made):,} releases; their index: {self._set}")
        if not is_new:
            said[-1] += "; all of it was there already"
        return said

    def _said(self, made: Made) -> str:
        number = made.row.number
        classified, public = self.out / "classified" / number, self.out / "public" / number
        label = self.desk.entry(made.cable).label
        return f"{label}: {made.row.determination.lower()}, {public} (audit: {classified})"

    def discard(self) -> None:
        """Remove what still waits."""
        self._classified.discard()
        self._public.discard()
        self._archive.put_beside()
        self._set = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.discard()
