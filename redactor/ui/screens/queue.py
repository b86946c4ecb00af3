"""The queue: all cables of the case, and how far each is."""

from asyncio import sleep
from time import monotonic
from typing import ClassVar

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from redactor.review import Entry, Now, Session, utc_now
from redactor.text import visible
from redactor.ui.actions import Context
from redactor.ui.ledger import Summary, heading, summarise, totals
from redactor.ui.rows import BarRow
from redactor.ui.screens.cable import FAULTS
from redactor.ui.screens.review import Publish, ReviewScreen
from redactor.ui.screens.room import Room
from redactor.ui.widgets.bar import Bar, KeyBar
from redactor.ui.widgets.cables import CableList

_EMPTY = """This case holds no cables yet.

Quit with q, then take some in:

    redactor review PATH...              review cables, or a folder of *.txt
    redactor case import PATH --case C   take cables into a case file

The folder samples/ of the program holds invented cables to try it on."""

_BATCH_SECONDS = 0.012
"""How long reading may keep the screen waiting: less than a frame."""


class QueueScreen(Room):
    """The list of cables."""

    CONTEXT: ClassVar[Context] = "queue"
    CSS_PATH = "queue.tcss"

    def __init__(self, session: Session, publish: Publish, now: Now = utc_now) -> None:
        super().__init__()
        self.session = session
        self._publish = publish
        self._now = now
        self._summaries: dict[str, Summary] = {}
        self._unreadable: dict[str, str] = {}

    def compose(self) -> ComposeResult:
        """Lay the list out."""
        yield Bar(id="header")
        yield Bar(id="columns")
        yield CableList(id="cables")
        yield Static(Content(_EMPTY), id="empty")
        yield Bar(id="status")
        yield KeyBar.of("queue")

    @property
    def _list(self) -> CableList:
        return self.query_one(CableList)

    def on_mount(self) -> None:
        """Show the list at once; what it says of each cable follows."""
        self.set_class(not self.session.entries, "-empty")
        self._paint()

    def on_screen_resume(self) -> None:
        """Take in what has changed since."""
        self._list.focus()
        self.run_worker(self._read(), exclusive=True, exit_on_error=True)

    def on_resize(self) -> None:
        """Give the columns their new widths."""
        self._paint()

    def _paint(self) -> None:
        entries = self.session.entries
        self.query_one("#header", Bar).say(BarRow((("redactor", "strong"), *self._terms()), (
            (f"reviewer {visible(self.session.person)}", "muted"),)))  # fmt: skip
        self.query_one("#columns", Bar).say(BarRow(((heading(self.app.size.width - 4), "muted"),)))
        self._list.show(entries, self._summaries)
        unread = len(entries) - len(self._summaries) - len(self._unreadable)
        words = totals(self._summaries.values(), len(entries), unread)
        row = BarRow(((words, "muted"),))
        faults = [BarRow(((f"! {visible(fault)}", "warn"),)) for fault in self._unreadable.values()]
        self.query_one("#status", Bar).say(*faults[:2], row)

    def _terms(self) -> tuple[tuple[str, str], ...]:
        if not self.session.is_open:
            return ()
        terms, policy = self.session.terms, self.session.policy.ref
        name = visible(f"{policy.name} {policy.version}")
        return ((f"  {name} · {terms.basis} · as of {terms.as_of}", "plain"),)

    async def _read(self) -> None:
        """Read cable by cable, those in sight first, and let keys through in between."""
        try:
            self.session.refresh()
        except FAULTS as fault:
            self._complain(str(fault))
            return
        in_sight = self._list.in_sight
        rest = (entry for entry in self.session.entries if entry not in in_sight)
        began = monotonic()
        for entry in (*in_sight, *rest):
            self._sum_up(entry)
            if monotonic() - began > _BATCH_SECONDS:
                self._paint()
                await sleep(0)
                if not self.is_active:
                    return  # a cable is under review: its keys come first
                began = monotonic()
        self._paint()

    def _sum_up(self, entry: Entry) -> None:
        known = self._summaries.get(entry.sha256)
        if known and known.state == self.session.state(entry.sha256):
            return
        try:
            board = self.session.board(entry.sha256)
            self._summaries[entry.sha256] = summarise(board, self.session.person, entry)
            self._unreadable.pop(entry.sha256, None)
        except FAULTS as fault:
            self._unreadable[entry.sha256] = f"{entry.name}: {fault}"

    def _complain(self, words: str) -> None:
        self.query_one("#status", Bar).say_wrapped(f"! {visible(words)}", "warn")

    # Actions

    def open_cable(self, cable: str, offset: int | None = None) -> None:
        """Open the review screen on a cable, at a place or at its first open item."""
        places = [entry.sha256 for entry in self.session.entries]
        self._list.move(places.index(cable) - self._list.cursor)
        try:
            screen = ReviewScreen(self.session, self._publish, cable, offset, self._now)
        except FAULTS as fault:
            self._complain(str(fault))
            return
        self.app.push_screen(screen)

    def on_cable_list_opened(self, message: CableList.Opened) -> None:
        """Open the cable that was clicked."""
        self.open_cable(self.session.entries[message.index].sha256)

    def action_open(self) -> None:
        """Open the cable at the cursor."""
        if self.session.entries:
            self.open_cable(self.session.entries[self._list.cursor].sha256)

    def action_up(self) -> None:
        """Go one cable up."""
        self._list.move(-1)

    def action_down(self) -> None:
        """Go one cable down."""
        self._list.move(1)

    def action_page_up(self) -> None:
        """Go one page up."""
        self._list.move(-self._list.page)

    def action_page_down(self) -> None:
        """Go one page down."""
        self._list.move(self._list.page)

    def action_half_up(self) -> None:
        """Go half a page up."""
        self._list.move(-max(1, self._list.page // 2))

    def action_half_down(self) -> None:
        """Go half a page down."""
        self._list.move(max(1, self._list.page // 2))

    def action_top(self) -> None:
        """Go to the first cable."""
        self._list.move(-len(self.session.entries))

    def action_bottom(self) -> None:
        """Go to the last cable."""
        self._list.move(len(self.session.entries))

    def action_back(self) -> None:
        """Leave the program: there is nothing behind the list."""
        self.app.exit()
