"""The queue: all cables of the case, and how far each is."""

from datetime import UTC
from typing import ClassVar

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from redactor.review import Now, Session, utc_now
from redactor.text import visible
from redactor.ui.actions import Context
from redactor.ui.host import host_of
from redactor.ui.queue.detail import detail
from redactor.ui.queue.pace import pace_words
from redactor.ui.rows import BarRow
from redactor.ui.screens.finding_cables import FindingCablesScreen
from redactor.ui.start import Publish
from redactor.ui.widgets.bar import Bar, KeyBar
from redactor.ui.widgets.cables import CableList, Heading

_EMPTY = """This case holds no cables yet.

Quit with {back}, then take some in:

    redactor review PATH...              cables, or a folder of *.txt
    redactor case import PATH --case C   into a case file

The folder samples/ of the program holds invented cables to try.
{tour} takes you on a tour of two minutes."""


class QueueScreen(FindingCablesScreen):
    """The list of cables."""

    CONTEXT: ClassVar[Context] = "queue"
    CSS_PATH = "queue.tcss"

    def __init__(self, session: Session, publish: Publish, now: Now = utc_now) -> None:
        super().__init__(session, publish, now)
        self._pace = ""

    def compose(self) -> ComposeResult:
        """Lay the list out."""
        yield Bar(id="header")
        yield Heading(id="columns")
        yield CableList(self.stock.known, self.session.person, self.now, id="cables")
        yield Static(id="empty")
        yield Bar(id="here")
        yield Bar(id="status")
        yield KeyBar.of("queue")

    def on_mount(self) -> None:
        """List the cables; what is known of them follows."""
        self.listing.begin(len(self.session.entries), self.stock.known)
        self.say()

    def on_screen_resume(self) -> None:
        """Take in what has changed since."""
        self.cables.focus()
        self.gather(anew=True)

    def on_resize(self) -> None:
        """Give the columns their new widths."""
        self.call_after_refresh(self.say)

    def on_cable_list_scrolled(self) -> None:
        """Read what came in sight."""
        self.gather(anew=False)

    # Painting

    def say(self) -> None:
        """Show all anew."""
        cables, listing = self.cables, self.listing
        here = cables.here
        place = None if here is None else listing.place(here)
        cables.show(self.session.entries, listing.shown, cables.cursor if place is None else place)
        nothing = not listing.shown
        self.set_class(nothing, "-empty")
        if nothing:
            self.query_one("#empty", Static).update(Content(self._why_empty()))
        self._say_head()
        self._say_counts()
        self.say_here()

    def _why_empty(self) -> str:
        limit, key = self.listing.limit, host_of(self).keymap.key
        if not self.session.entries or limit is None:
            return _EMPTY.format(back=key("back", "queue"), tour=key("tour", "queue"))
        drop, other = key("drop", "queue"), key("limit", "queue")
        return (
            f"No cable that was read is let through by\n\n    {limit.words}\n\n"
            f"{drop} lists all cables again; {other} asks for another limit."
        )

    def _say_head(self) -> None:
        person = ((f"reviewer {visible(self.session.person)}", "muted"),)
        self.query_one("#header", Bar).say(BarRow((("redactor", "strong"), *self._terms()), person))
        column = self.listing.column
        self.query_one(Heading).show(column.id if column else "", falling=self.listing.falling)

    def _terms(self) -> tuple[tuple[str, str], ...]:
        if not self.session.is_open:
            return ()
        terms, policy = self.session.terms, self.session.policy.ref
        name = visible(f"{policy.name} {policy.version}")
        return ((f"  {name} · {terms.basis} · as of {terms.as_of}", "plain"),)

    def _say_counts(self) -> None:
        cables = len(self.session.entries)
        rows = [BarRow(((f"! {visible(fault)}", "warn"),)) for fault in self.faults[:2]]
        if limit := self.listing.limit:
            words = f"limit: {limit.words} · {len(self.listing.shown):,} of {cables:,} cables"
            key = host_of(self).keymap.key("drop", "queue")
            rows.append(BarRow(((words, "strong"),), ((f"{key} lifts it", "muted"),)))
        rows.append(BarRow(((self.stock.words(cables), "muted"),)))
        if self._pace:
            rows.append(BarRow(((self._pace, "muted"),)))
        self.query_one("#status", Bar).say(*rows)

    def say_here(self) -> None:
        """Show what the columns have no room for."""
        at = self.cables.here
        known = None if at is None else self.stock.known.get(at)
        words = detail(known, self.session.person, self.now()) if known else ""
        self.query_one("#here", Bar).say(BarRow(((words, "plain"),)))

    def gathered(self) -> None:
        """Tell the pace, once it is known what is left."""
        midnight = self.now().astimezone().replace(hour=0, minute=0, second=0, microsecond=0)
        since = midnight.astimezone(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")
        worked = self.session.case.worked(self.session.person, since)
        self._pace = pace_words(worked, self.stock.left(len(self.session.entries)))

    def complain(self, words: str) -> None:
        """Say what is wrong, in the place of the counts."""
        self.query_one("#status", Bar).say_wrapped(f"! {visible(words)}", "warn")

    # Moving

    def _move(self, by: int) -> None:
        self.cables.move(by)
        self.say_here()

    def action_up(self) -> None:
        """Go one cable up."""
        self._move(-1)

    def action_down(self) -> None:
        """Go one cable down."""
        self._move(1)

    def action_page_up(self) -> None:
        """Go one page up."""
        self._move(-self.cables.page)

    def action_page_down(self) -> None:
        """Go one page down."""
        self._move(self.cables.page)

    def action_half_up(self) -> None:
        """Go half a page up."""
        self._move(-max(1, self.cables.page // 2))

    def action_half_down(self) -> None:
        """Go half a page down."""
        self._move(max(1, self.cables.page // 2))

    def action_top(self) -> None:
        """Go to the first cable."""
        self._move(-len(self.session.entries))

    def action_bottom(self) -> None:
        """Go to the last cable."""
        self._move(len(self.session.entries))

    def action_back(self) -> None:
        """Leave the program: there is nothing behind the list."""
        self.app.exit()
