"""Publishing: build, check, record and write the release of one completed cable.

The files are built, checked and put on disk under hidden names; then the journal records the
release, and only then both folders move into place. A release that can't be written is not
recorded, and a run that was cut short can be repeated: it writes the same bytes.
"""

from collections.abc import Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from redactor.audit import classified_files
from redactor.policy import Policy
from redactor.release import Staged, build, public_files, stage_files
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
    with ExitStack() as waiting:
        staged: list[Staged] = []
        words: list[str] = []

        def make(review: CompletedReview, number: str) -> bytes:
            waiting.pop_all().close()  # an earlier try, overtaken by someone else's event
            bundle = _bundle(review, desk.policy_for(sha256), number)
            public, classified = out / "public" / number, out / "classified" / number
            # The audit first: what is public can then always be accounted for.
            folders = ((classified, bundle.classified), (public, bundle.public))
            staged[:] = [waiting.enter_context(stage_files(*folder)) for folder in folders]
            words[:] = [f"{bundle.determination}, {public} (audit: {classified})"]
            return bundle.public["release.txt"]

        desk.release(sha256, make)
        for folder in staged:
            folder.publish()
    return f"{desk.entry(sha256).label}: {words[0]}"
