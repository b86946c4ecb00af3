"""The desk: the cable that lies on the review screen, and what is known of it.

Painting, moving, deciding and finishing build on it.
"""

from datetime import datetime
from typing import TYPE_CHECKING, ClassVar

from redactor.review import Now, Session, utc_now
from redactor.text import Span
from redactor.ui.actions import Context
from redactor.ui.cursor import Cursor
from redactor.ui.folding import Fold, header_lines
from redactor.ui.host import host_of
from redactor.ui.keymap import Keymap
from redactor.ui.layout import Panes
from redactor.ui.memory import Memory
from redactor.ui.pen import Pen
from redactor.ui.queue.line import Line
from redactor.ui.screens.room import Room
from redactor.ui.search import NOTHING_FOUND
from redactor.ui.sheet import Sheet

if TYPE_CHECKING:
    from redactor.ui.limits import Limit


class DeskScreen(Room):
    """Holds the cable, the cursor and the pen."""

    CONTEXT: ClassVar[Context] = "review"

    def __init__(self, session: Session, cable: str, offset: int = 0, now: Now = utc_now) -> None:
        super().__init__()
        self.session = session
        self.panes = Panes()
        self.pen = Pen()
        self.limit: Limit | None = None
        self.listed: Line | None = None
        self._now = now
        self._limited: tuple[Sheet, Limit, tuple[Span, ...]] | None = None
        self.take_up(cable, offset)

    def take_up(self, cable: str, offset: int = 0) -> None:
        """Take a cable up at a place.

        Raises:
            CaseError: when it can't be read; then the old one stays.
        """
        board = self.session.board(cable)
        self.cable = cable
        self.board = board
        self.sheet = Sheet(board.view(self.session.person))
        self.cursor = Cursor(max(0, min(offset, len(self.sheet.text) - 1)))
        self.fold = Fold(header_lines(self.sheet))
        self.found = NOTHING_FOUND
        self.saved = self._last_saved()
        self._learn()

    def reload(self) -> None:
        """Take in what was just written, by this person or others."""
        self.board = self.session.board(self.cable)
        self.sheet = self.sheet.with_view(self.board.view(self.session.person))
        self._learn()

    @property
    def place(self) -> int:
        """The place of this cable in the case."""
        return self.session.place_of(self.cable)

    @property
    def line(self) -> Line:
        """The cables that are gone through: those that were listed, else the whole case."""
        return self.listed or Line(range(len(self.session.entries)), whole=True)

    def _learn(self) -> None:
        self.memory.take(self.session.entry(self.cable), self.board.state, self.sheet.view)

    @property
    def memory(self) -> Memory:
        """What is known of the other cables of the case."""
        return host_of(self).memory

    @property
    def keymap(self) -> Keymap:
        """Which key does what."""
        return host_of(self).keymap

    @property
    def open_spans(self) -> tuple[Span, ...]:
        """What is open, as far as the limit lets it through."""
        if self.limit is None:
            return self.sheet.view.open
        if self._limited is None or self._limited[:2] != (self.sheet, self.limit):
            self._limited = (self.sheet, self.limit, self.limit.open(self.sheet))
        return self._limited[2]

    def _last_saved(self) -> datetime | None:
        desk = self.sheet.view.desk
        moments = [decision.at for decision in desk.decisions[-1:]]
        if desk.signed:
            moments.append(desk.signed.event.at)
        return max(moments, default=None)
