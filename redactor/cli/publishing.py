"""Publishing: build, check, record and write the release of one completed cable.

The files are built, checked and put on disk under hidden names; then the journal records the
release, and only then both folders move into place. A release that can't be written is not
recorded, and a run that was cut short can be repeated: it writes the same bytes.
"""

import hashlib
from collections.abc import Collection, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from redactor.audit import AttestationError, Bundle, KeyFaultError, classified_files
from redactor.cli.notary import Notary
from redactor.release import (
    EDITIONS,
    FORMATS,
    Format,
    Release,
    Staged,
    WriteFaultError,
    build,
    public_files,
    stage_files,
)
from redactor.review import CompletedReview, Session


@dataclass(frozen=True, slots=True)
class _Bundle:
    """All files of a release, in memory."""

    determination: str
    files: Bundle
    seal: Mapping[str, Any] | None
    """What the journal keeps of its proof."""


def _bundle(
    notary: Notary, desk: Session, review: CompletedReview, number: str, formats: Collection[Format]
) -> _Bundle:
    policy = desk.policy_for(review.dated.cable.sha256)
    release = built(desk, review, number)
    appeal = policy.appeal.get(review.proposals.basis)
    files = Bundle(public_files(release, formats, appeal), classified_files(review, release))
    proved = notary.attest(review, release, files)
    return _Bundle(
        release.determination.lower(),
        proved.bundle if proved else files,
        proved.seal.body if proved else None,
    )


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


def _digest(release: Release) -> str:
    return hashlib.sha256(release.text.encode()).hexdigest()


def publish(
    desk: Session,
    out: Path,
    sha256: str,
    formats: Collection[Format] = FORMATS,
    *,
    notary: Notary,
) -> str:
    """Release a cable under ``out`` and say in a sentence where it lies.

    Raises:
        Refused: when the review is not complete.
        NotReleasableError: when the gate or the leak search holds it.
        WriteFaultError: when the files can't be written or signed; run it again when they can.
    """
    with ExitStack() as waiting, _signable():
        staged: list[Staged] = []
        made: list[_Bundle] = []

        def make(review: CompletedReview, number: str) -> bytes:
            waiting.pop_all().close()  # an earlier try, overtaken by someone else's event
            bundle = _bundle(notary, desk, review, number, formats)
            # The audit first: what is public can then always be accounted for.
            folders = (bundle.files.classified, bundle.files.public)
            places = zip(_folders(out, number), folders, strict=True)
            staged[:] = [waiting.enter_context(stage_files(*place)) for place in places]
            made[:] = [bundle]
            return bundle.files.public["release.txt"]

        number = desk.release(sha256, make, lambda: made[0].seal)
        for folder in staged:
            folder.publish()
    classified, public = _folders(out, number)
    said = f"{made[0].determination}, {public} (audit: {classified})"
    return f"{desk.entry(sha256).label}: {said}"


def _folders(out: Path, number: str) -> tuple[Path, Path]:
    """Give the classified folder of a release, and the public one."""
    return out / "classified" / number, out / "public" / number


@contextmanager
def _signable() -> Iterator[None]:
    """Tell of a key that can't be used as of a file that can't be written."""
    try:
        yield
    except (KeyFaultError, AttestationError) as fault:
        raise WriteFaultError(str(fault)) from fault
