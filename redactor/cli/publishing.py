"""Publishing: build, check, record and write the release of one completed cable.

The files are built and checked in memory, the journal records the release, then both folders
are written. A second run writes the same bytes, so a run that was cut short can be repeated.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from redactor.audit import classified_files
from redactor.policy import Policy
from redactor.release import build, public_files, write_files
from redactor.review import CompletedReview, Session


@dataclass(frozen=True, slots=True)
class _Bundle:
    """All files of a release, in memory."""

    determination: str
    public: Mapping[str, bytes]
    classified: Mapping[str, bytes]


def _bundle(review: CompletedReview, policy: Policy, number: str) -> _Bundle:
    release = build(review, policy.amount, number)
    return _Bundle(
        release.determination.lower(), public_files(release), classified_files(review, release)
    )


def publish(desk: Session, out: Path, sha256: str) -> str:
    """Release a cable under ``out`` and say in a sentence where it lies.

    Raises:
        Refused: when the review is not complete.
        NotReleasableError: when the gate or the leak search holds it.
        WriteFaultError: when the files can't be written; run it again when they can.
    """
    made: list[_Bundle] = []

    def make(review: CompletedReview, number: str) -> bytes:
        made.append(_bundle(review, desk.policy, number))
        return made[-1].public["release.txt"]

    number = desk.release(sha256, make)
    public, classified = out / "public" / number, out / "classified" / number
    # The audit first: what is public can then always be accounted for.
    write_files(classified, made[-1].classified)
    write_files(public, made[-1].public)
    name = desk.docket(sha256).cable.id or sha256[:12]
    return f"{name}: {made[-1].determination}, {public} (audit: {classified})"
