"""The cable on the screen: how it is painted, and what is put off until no key is pressed.

Moving, deciding and finishing build on it. They change the cursor or the case, then ``paint``.
"""

from asyncio import to_thread
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Container

from redactor.policy import PolicyError
from redactor.release import Amount, NotReleasableError, WriteFaultError, compose
from redactor.review import CaseError, Now, Refused, Session, utc_now
from redactor.text import visible
from redactor.ui.cursor import Cursor, target
from redactor.ui.folding import Fold
from redactor.ui.layout import Shape, shape_of
from redactor.ui.memory import Earlier
from redactor.ui.preview import Preview, preview_of
from redactor.ui.progress import Progress
from redactor.ui.reasons import explain, matched_words
from redactor.ui.runs import Focus
from redactor.ui.screens.desk import DeskScreen
from redactor.ui.sheet import Sheet
from redactor.ui.status import header_rows, item_row, status_words_of
from redactor.ui.thrift import thrifty
from redactor.ui.widgets.bar import Bar, KeyBar
from redactor.ui.widgets.pane import PreviewPane, WhyPane
from redactor.ui.widgets.source import SourceView
from redactor.ui.widgets.status import StatusBar

if TYPE_CHECKING:
    from textual.timer import Timer


FAULTS = (Refused, CaseError, PolicyError, NotReleasableError, WriteFaultError)
"""What one line on the screen answers; anything else stops the program."""

_REMEMBER_AFTER = 0.8
_WHY_AFTER = 0.02
_PREVIEW_AFTER = 0.05
"""Seconds."""


class CableScreen(DeskScreen):
    """Paints the cable, and what is said of it."""

    def __init__(self, session: Session, cable: str, offset: int = 0, now: Now = utc_now) -> None:
        super().__init__(session, cable, offset, now)
        self._progress: Progress | None = None
        self._preview: tuple[Sheet, Preview] | None = None
        self._remembered: tuple[str, int] | None = None
        self._why_timer: Timer | None = None
        self._preview_timer: Timer | None = None
        self._place_timer: Timer | None = None

    def compose(self) -> ComposeResult:
        """Lay the screen out."""
        yield Bar(id="header")
        with Container(id="panes"):
            yield SourceView(id="source")
            yield WhyPane(id="why")
            yield PreviewPane(id="preview")
        yield Bar(id="item")
        yield StatusBar(id="status")
        yield KeyBar.of("review")

    def on_mount(self) -> None:
        """Paint for the first time."""
        self.paint()

    def on_resize(self) -> None:
        """Give the panes the places that the width allows."""
        self.call_after_refresh(self.paint)

    def on_unmount(self) -> None:
        """Note where the reviewer was."""
        self._remember()

    # State

    def attempt(
        self, act: Callable[[], object], refused: Callable[[str], None] | None = None
    ) -> bool:
        """Do something to the case; what it changed is durable when this gives True.

        Else the fault is on the screen, or with ``refused`` when a rule refuses.
        """
        before = self.session.state(self.cable)
        try:
            act()
        except FAULTS as fault:
            say = refused if refused and isinstance(fault, Refused) else self.complain
            say(str(fault))
            return False
        if self.session.state(self.cable) is not before:
            self.saved = self._now()
        self.reload()
        return True

    # Painting

    @property
    def source(self) -> SourceView:
        """The source pane."""
        return self.query_one(SourceView)

    @property
    def shape(self) -> Shape:
        """The layout for this width."""
        return shape_of(self.app.size.width)

    def tell(self, words: str, tone: str = "good") -> None:
        """Say something in the status line; it stays until the next move."""
        self.query_one("#status", Bar).say_wrapped(visible(words), tone)

    def complain(self, words: str) -> None:
        """Say what is refused or wrong."""
        self.tell(f"! {words}", "warn")

    def move(self, cursor: Cursor) -> None:
        """Put the cursor somewhere."""
        self.cursor = cursor
        self.paint()

    def paint(self) -> None:
        """Paint everything that is in sight."""
        why, preview = self.panes.why_shown(self.shape), self.panes.preview_shown(self.shape)
        panes = self.query_one("#panes")
        for shape in ("narrow", "normal", "wide"):
            panes.set_class(self.shape == shape, f"-{shape}")
        panes.set_class(why, "-why")
        panes.set_class(preview, "-preview")
        self._paint_source()
        self.paint_words()
        self._later()

    def _earlier(self) -> Iterator[Earlier]:
        """Give how the words at the cursor were decided elsewhere."""
        index = self.sheet.item_at(self.cursor.offset)
        part = self.sheet.decided_at(self.cursor.offset)
        if index is None:
            return
        item = self.sheet.items[index]
        for span in dict.fromkeys((item.span, *(() if part is None else (part.span,)))):
            yield from self.memory.earlier(span.cut(self.sheet.text), self.cable, span)

    def _paint_source(self) -> None:
        spans = target(self.sheet, self.cursor)
        index = self.sheet.item_at(self.cursor.offset)
        matched = () if index is None else matched_words(self.sheet.items[index])
        if self.sheet.lines.number_at(self.cursor.offset) <= self.fold.last:
            self.fold = Fold()  # what is worked on is in sight
        self.source.show(self.sheet, Focus(self.cursor, spans, matched, self.found), self.fold)
        row = item_row(self.sheet, self.cursor, spans, self.pen, self.limit)
        self.query_one("#item", Bar).say(row)

    def paint_words(self) -> None:
        """Paint the lines of words above and below the source."""
        width, keymap = self.app.size.width, self.keymap
        rows = header_rows(self.board, self.session.person, self._now(), width, keymap)
        self.query_one("#header", Bar).say(*rows)
        entries = self.session.entries
        words = status_words_of(
            self.sheet,
            self.memory.counts(len(entries)),
            self.saved,
            self.line.words(self.place),
        )
        before = self._progress
        self._progress = before.now(self.sheet) if before else Progress.of(self.sheet)
        self.query_one(StatusBar).show(words, self._progress, self.cursor.offset)

    def _paint_why(self) -> None:
        sayings = explain(self.board, self.sheet, self.cursor.offset, self._earlier())
        self.query_one(WhyPane).say(sayings)

    def _paint_preview(self) -> None:
        if self._preview and self._preview[0] is self.sheet:
            self.query_one(PreviewPane).show(self._preview[1], self.cursor.offset)
        else:
            self.run_worker(self._read_preview(self.sheet), group="preview", exclusive=True)

    async def _read_preview(self, sheet: Sheet) -> None:
        """Compose the release beside the keys: on a long cable it takes longer than a frame."""
        work = thrifty(len(sheet.text), _preview_of)
        preview = await to_thread(work, sheet, self.session.policy.amount)
        if sheet is self.sheet:
            self._preview = (sheet, preview)
            self.query_one(PreviewPane).show(preview, self.cursor.offset)

    # Later

    def _later(self) -> None:
        """Put off what need not be done at every key.

        The panes wait for the end of a burst of keys. So does the note of the place: it waits for
        the disk. A decision notes its place itself, so that even a kill loses little.
        """
        if self.panes.why_shown(self.shape):
            if self._why_timer:
                self._why_timer.stop()
            self._why_timer = self.set_timer(_WHY_AFTER, self._paint_why)
        if self.panes.preview_shown(self.shape):
            if self._preview_timer:
                self._preview_timer.stop()
            self._preview_timer = self.set_timer(_PREVIEW_AFTER, self._paint_preview)
        if self._place_timer:
            self._place_timer.stop()
        self._place_timer = self.set_timer(_REMEMBER_AFTER, self._remember)

    def _remember(self) -> None:
        self._place_timer = None
        here = (self.cable, self.cursor.offset)
        if here == self._remembered:
            return
        try:
            self.session.remember(*here)
            self._remembered = here
        except CaseError as fault:
            if self.is_running:
                self.complain(str(fault))


def _preview_of(sheet: Sheet, amount: Amount) -> Preview:
    cable, painting = sheet.view.docket.cable, sheet.view.painting
    return preview_of(cable.text, compose(cable, painting, amount=amount, undecided="mark"))
