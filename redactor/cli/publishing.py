"""Publishing: build, check, prove, record and write the releases of completed cables.

The files are built, checked and put on disk under hidden names. A fresh process reads them there
and proves that they tell nothing. Then the journal records all releases as one act, and only then
all folders move into place. Releases that can't be written are not recorded, and a run that was
cut short can be repeated: it writes the same bytes.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from redactor.audit import AttestationError, KeyFaultError
from redactor.cli.archive import Archive
from redactor.cli.notary import Notary
from redactor.cli.press import Made, Press
from redactor.cli.progress import Progress, no_progress
from redactor.release import (
    FORMATS,
    Format,
    NotReleasableError,
    Prover,
    WriteFaultError,
)
from redactor.review import Ready, Session


class BlockedError(Exception):
    """Some of the cables can't be released, and so none of them is."""

    def __init__(self, faults: Mapping[str, NotReleasableError]) -> None:
        self.faults = faults
        """Why, by cable."""
        super().__init__("; ".join(map(str, faults.values())))


def publish(
    desk: Session,
    out: Path,
    sha256: str,
    formats: Collection[Format] = FORMATS,
    *,
    notary: Notary,
    archive: Archive,
) -> str:
    """Release one cable under ``out`` and say in a sentence where it lies.

    Raises:
        Refused: when the review is not complete.
        NotReleasableError: when the gate, the leak search, an earlier release or the proof of
            the written files holds it.
        WriteFaultError: when the files can't be written or signed; run it again when they can.
    """
    press = Press(desk, out, formats, notary, archive)
    try:
        (said,) = publish_all(press, (sha256,), no_progress(1))
    except BlockedError as blocked:
        raise blocked.faults[sha256] from blocked
    return said


def publish_all(press: Press, cables: Sequence[str], progress: Progress) -> list[str]:
    """Release cables under ``press.out``, all or none, and say in sentences where they lie.

    Raises:
        Refused: when a review is not complete.
        BlockedError: when something holds one of them.
        UnprovedError: when their index does not prove safe.
        WriteFaultError: as ``publish``.
    """
    with _signable(), Prover() as prover, press, progress:
        made: list[Made] = []

        def make(ready: Sequence[Ready]) -> list[bytes]:
            press.discard()  # an earlier try, overtaken by someone else's event
            made[:] = _each(press, prover, ready, progress)
            press.list_set(made, prover)
            return [each.text for each in made]

        press.desk.release_all(cables, make, lambda number: _seal(made, number))
        return press.publish(made)


def _each(
    press: Press, prover: Prover, ready: Sequence[Ready], progress: Progress
) -> Iterator[Made]:
    """Make the releases one by one.

    Raises:
        BlockedError: at the end, with all that is held.
    """
    faults: dict[str, NotReleasableError] = {}
    for each in ready:
        try:
            yield press.make(each, prover)
        except NotReleasableError as fault:
            faults[each.cable] = fault
        progress.step(warned=each.cable in faults)
    if faults:
        raise BlockedError(faults)


def _seal(made: Sequence[Made], number: str) -> Mapping[str, object] | None:
    return next(each.seal for each in made if each.row.number == number)


def held(press: Press, cables: Sequence[str]) -> dict[str, NotReleasableError]:
    """Give why cables can't be released, without a release of any of them."""
    faults: dict[str, NotReleasableError] = {}
    for cable in cables:
        try:
            press.built(Ready(cable, press.desk.board(cable).completed(), "R-0000"))
        except NotReleasableError as fault:
            faults[cable] = fault
    return faults


@contextmanager
def _signable() -> Iterator[None]:
    """Tell of a key that can't be used as of a file that can't be written."""
    try:
        yield
    except (KeyFaultError, AttestationError) as fault:
        raise WriteFaultError(str(fault)) from fault
