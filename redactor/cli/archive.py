"""The archive: all that is public already, held against what is to be released now.

It is the releases of the case, whose withheld words the case knows, and those in folders of past
releases, of which only the public text is known.
"""

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from pathlib import Path

from redactor.cli.output import InputFault
from redactor.cli.past_files import past_bytes, past_files, text_of
from redactor.cli.sketchbook import Sketchbook, key_for
from redactor.cli.sketching import PastFile, Watch, sketched
from redactor.release import (
    Conflict,
    ConflictKind,
    Earlier,
    NotReleasableError,
    Sketch,
    Sketcher,
    cable_text,
    check_past,
    codes_said,
    find_conflicts,
    may_share,
    public_text,
)
from redactor.review import CompletedReview, Published, Session
from redactor.text import LineIndex, Span

_APPROVED: dict[ConflictKind, str] = {
    "withheld-before": "withheld-elsewhere",
    "shown-before": "shown-before",
}
"""What a senior official approves in a case, and so settles, by the conflict that it is."""


class Archive:
    """Earlier releases, sketched when they are first asked for: the folders are read once.

    Args:
        desk: the case; the sketches are kept beside its file.
        folders: of past releases, beside those that the case names.
        watch: how progress is shown.
        jobs: processes that may be used.
    """

    def __init__(
        self, desk: Session, folders: Iterable[str] = (), *, watch: Watch, jobs: int = 1
    ) -> None:
        self._desk, self._watch, self._jobs = desk, watch, jobs
        self._folders = [Path(folder) for folder in dict.fromkeys((*desk.past, *folders))]
        self._key = key_for(desk.case.secret, "words")
        self._sketcher = Sketcher(self._key)
        self._files: list[PastFile] | None = None
        self._made: tuple[int, Sequence[Published]] = (-1, ())
        self._sketches: dict[str, Sketch] = {}
        self._beside: dict[str, Published] = {}

    def put_beside(self, *made: Published) -> None:
        """Take in what is made in the same run and not recorded yet; with nothing, forget it."""
        self._beside = {**self._beside, **{each.sha256: each for each in made}} if made else {}

    def check(self, review: CompletedReview) -> None:
        """Hold a release with which an earlier one does not agree; what is recorded is out.

        Raises:
            ConflictError: when an earlier release decided otherwise.
            NotReleasableError: when a past release can't be read, for then nothing is known.
        """
        if self._desk.state(review.dated.cable.sha256).releases:
            return
        try:
            conflicts = self.conflicts(review)
        except InputFault as fault:
            lines = "; ".join(str(fault).splitlines())
            raise NotReleasableError(f"it can't be compared with past releases: {lines}") from fault
        check_past(review, conflicts)

    def conflicts(self, review: CompletedReview) -> tuple[Conflict, ...]:
        """Find where earlier releases decided otherwise.

        Raises:
            InputFault: when a past release can't be read: then nothing is known to be right.
        """
        cable, path = review.dated.cable, self._desk.case.path
        shown = [part.span for part in review.painting if part.decision.verdict == "release"]
        ours = cable_text(cable, shown)
        wanted = self._sketcher.wanted(ours.script)
        with Sketchbook(path.with_name(f"{path.name}.past"), self._desk.case.secret) as book:
            near = chain(self._in_case(cable.sha256, wanted, book), self._in_folders(wanted, book))
            return find_conflicts(ours, near)

    def _in_case(self, ours: str, wanted: frozenset[int], book: Sketchbook) -> Iterator[Earlier]:
        for made in chain(self._published(), self._beside.values()):
            if made.sha256 != ours and may_share(self._sketch(made.sha256, book), wanted):
                yield self._released(made, ours)

    def _published(self) -> Sequence[Published]:
        """Give what the case has released, read again when its journal has grown."""
        if self._made[0] != self._desk.seen:
            self._made = self._desk.seen, list(self._desk.published())
        return self._made[1]

    def _sketch(self, sha256: str, book: Sketchbook) -> Sketch:
        """Give the sketch of all words of a cable, the withheld ones too."""
        if sha256 not in self._sketches:
            name = hashlib.sha256(f"cable {sha256}".encode()).digest()
            sketch = book.sketch(name)
            if sketch is None:
                sketch = self._sketcher.sketch(cable_text(self._desk.cable(sha256), ()).script)
                book.keep([(name, sketch)])
            self._sketches[sha256] = sketch
        return self._sketches[sha256]

    def _released(self, made: Published, ours: str) -> Earlier:
        cable, desk = self._desk.cable(made.sha256), self._desk
        given = [each for each in desk.state(ours).standing.approvals if each.seq > made.seq]
        approved = {
            kind: [span for each in given if each.kind == trigger for span in each.spans]
            for kind, trigger in _APPROVED.items()
        }
        return Earlier(
            f"{made.number} ({desk.entry(made.sha256).label})",
            hashlib.sha256(f"{made.sha256} {made.shown}".encode()).hexdigest(),
            cable_text(cable, made.shown),
            cable.lines,
            lambda at: self._codes(made.sha256, at),
            approved,
        )

    def _codes(self, sha256: str, at: Span) -> tuple[str, ...]:
        """Tell under which codes the case withholds a place of another cable."""
        board = self._desk.board(sha256)
        painting = board.painting() if board.state.signings else ()
        codes = (part.decision.codes for part in painting if part.span.meets(at))
        return next(filter(None, codes), ())

    def _in_folders(self, wanted: frozenset[int], book: Sketchbook) -> Iterator[Earlier]:
        own = {digest for made in self._published() for digest in made.releases}
        for file in self._past(book):
            if file.digest not in own and may_share(file.sketch, wanted):
                yield _earlier(file)

    def _past(self, book: Sketchbook) -> list[PastFile]:
        if self._files is None:
            paths = past_files(self._folders)
            self._files = list(sketched(paths, self._key, book, self._watch, self._jobs))
        return self._files


def _earlier(file: PastFile) -> Earlier:
    text = text_of(file.path, past_bytes(file.path))
    return Earlier(
        str(file.path),
        file.digest,
        public_text(text),
        LineIndex(text),
        lambda at: codes_said(at.cut(text)),
    )
