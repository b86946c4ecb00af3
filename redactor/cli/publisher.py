"""The publisher: writes releases out of the review screen."""

from pathlib import Path

from redactor.cli.archive import Archive
from redactor.cli.notary import Notary, nobody
from redactor.cli.progress import no_progress
from redactor.cli.publishing import publish
from redactor.review import Session


class Publisher:
    """Writes releases of one case."""

    def __init__(self, desk: Session, out: Path) -> None:
        """Write the releases of ``desk`` into the folder ``out``."""
        self._desk = desk
        self._out = out
        self._notary = Notary(desk, ask=nobody)

    def write(self, cable: str) -> str:
        """Write the release of a cable, named by its hash; say in a sentence where."""
        archive = Archive(self._desk, watch=no_progress)  # others may have released meanwhile
        return publish(self._desk, self._out, cable, notary=self._notary, archive=archive)
