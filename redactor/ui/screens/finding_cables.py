"""Finding cables: limits, orders, and the search over all texts; and opening one."""

from asyncio import to_thread
from time import monotonic

from redactor.review import Alike, Entry, Now, Session, utc_now
from redactor.text import plural, visible
from redactor.ui.dialogs.menu import Menu
from redactor.ui.dialogs.places import Hit, Places
from redactor.ui.dialogs.prompt import Prompt
from redactor.ui.offers import Offer
from redactor.ui.queue.columns import COLUMNS, FLAGGED
from redactor.ui.queue.limit import HELP, Limit, LimitError, limit_of
from redactor.ui.queue.line import Line
from redactor.ui.queue.texts import Wanted, may_hold, stand_in, wanted_of
from redactor.ui.screens.cable import FAULTS
from redactor.ui.screens.gathering import GatheringScreen
from redactor.ui.screens.review import ReviewScreen
from redactor.ui.screens.room import LONG
from redactor.ui.start import Publish
from redactor.ui.thrift import thrifty
from redactor.ui.widgets.cables import CableList, Heading

_MOST = 2_000
"""Places that a search lists; nobody goes through more."""
_SLICE = 0.008
"""Seconds of a search between two looks at the keys; each tells how far it is."""
_IMPORT = Offer("i", "", "the order of import")
_TITLES = {FLAGGED: "flags"}


class FindingCablesScreen(GatheringScreen):
    """Finds cables, and opens them."""

    def __init__(self, session: Session, publish: Publish, now: Now = utc_now) -> None:
        super().__init__(session, now)
        self._publish = publish

    def complain(self, words: str) -> None:
        """Say what is wrong; the screen says where."""

    # Opening

    def open_cable(self, cable: str, offset: int | None = None, words: str = "") -> None:
        """Open the review screen on a cable, at a place or at its first open item.

        ``words`` are looked for in it.
        """
        place = self.listing.place(self.session.place_of(cable))
        if place is not None:
            self.cables.move(place - self.cables.cursor)
        self.after_reading(
            self.session, cable, offset or 0, lambda: self.review(cable, offset, words)
        )

    def review(self, cable: str, offset: int | None, words: str = "") -> None:
        """Open the review screen on a cable that has been read."""
        try:
            screen = ReviewScreen(self.session, self._publish, cable, offset, self.now)
        except FAULTS as fault:
            self.complain(str(fault))
            return
        listing = self.listing
        if not listing.whole:
            screen.listed = Line(tuple(listing.shown), whole=False)
        self.app.push_screen(screen)
        if words:
            # Once the screen has its size and is painted: else that would cover what is told.
            screen.call_after_refresh(screen.call_after_refresh, screen.search_for, words)

    def on_cable_list_opened(self, message: CableList.Opened) -> None:
        """Open the cable that was clicked."""
        self.open_cable(self.session.entries[self.listing.shown[message.line]].sha256)

    def action_open(self) -> None:
        """Open the cable at the cursor."""
        at = self.cables.here
        if at is not None:
            self.open_cable(self.session.entries[at].sha256)

    # Limits

    def action_limit(self) -> None:
        """Ask which cables to list; no words list all."""
        known = self.listing.limit.words if self.listing.limit else ""
        self.app.push_screen(
            Prompt("List only:", known, HELP, check=self._limit_fault), self._limit
        )

    def _limit_fault(self, words: str) -> str | None:
        try:
            self._limit_of(words)
        except LimitError as fault:
            return str(fault)
        return None

    def _limit_of(self, words: str) -> Limit | None:
        return limit_of(words, self.session.person, self.now)

    def _limit(self, words: str | None) -> None:
        if words is not None:
            self.listing.limit = self._limit_of(words)
            self._list_anew()

    def action_drop(self) -> None:
        """List all cables again."""
        if self.listing.limit:
            self.listing.limit = None
            self._list_anew()

    def _list_anew(self) -> None:
        here = self.cables.here
        self.listing.begin(len(self.session.entries), self.stock.known)
        cursor = 0 if here is None else self.listing.near(here)
        self.cables.show(self.session.entries, self.listing.shown, cursor)
        self.say()

    # Orders

    def action_sort(self) -> None:
        """Ask by what to sort."""
        offers = [_IMPORT]
        for column in COLUMNS:
            title = _TITLES.get(column.title, column.title)
            taken = {offer.key for offer in offers}
            key = next(letter for letter in title if letter not in taken)
            offers.append(Offer(key, column.id, title))
        now = self.listing.column
        words = (
            f"Now by {_TITLES.get(now.title, now.title)}; choose it again to turn it round."
            if now else ""
        )  # fmt: skip
        self.app.push_screen(Menu("Sort by:", offers, words), self._sort)

    def _sort(self, column: str | None) -> None:
        if column is None:
            return
        wanted = next((each for each in COLUMNS if each.id == column), None)
        listing = self.listing
        listing.falling = listing.column is wanted and not listing.falling
        listing.column = wanted
        self._list_anew()

    def on_heading_clicked(self, message: Heading.Clicked) -> None:
        """Sort by the column whose name was clicked."""
        self._sort(message.column)

    # Search

    def action_search(self) -> None:
        """Ask for words and list where they stand."""
        self.app.push_screen(Prompt("Search in all texts of the case:"), self._search)

    def _search(self, words: str | None) -> None:
        wanted = wanted_of(words or "")
        if wanted is None:
            return
        self.run_worker(self._fill(wanted), group="search", exclusive=True)

    async def _fill(self, wanted: Wanted) -> None:
        """Look cable by cable, and let keys through in between."""

        def go_to(place: Alike | None) -> None:
            if place:
                self.open_cable(place.cable, place.span.start, wanted.words)

        dialog = Places(f"Where “{visible(wanted.words)}” stands in the case")
        await self.app.push_screen(dialog, go_to)
        entries, waiting = self.session.entries, list[Hit]()
        began = monotonic()
        for number, entry in enumerate(entries, 1):
            waiting += await self._hits(entry, wanted)
            if monotonic() - began > _SLICE or dialog.count + len(waiting) >= _MOST:
                dialog.add(waiting, f"looked through {number:,} of {len(entries):,} cables")
                waiting = []
                await self.breathe()
                began = monotonic()
            if not dialog.is_current:
                return
            if dialog.count >= _MOST:
                dialog.add((), f"the first {_MOST:,} places; look for more words to find fewer")
                return
        found = f"{plural(dialog.count + len(waiting), 'place')} in {plural(len(entries), 'cable')}"
        dialog.add(waiting, found)

    async def _hits(self, entry: Entry, wanted: Wanted) -> list[Hit]:
        try:
            data = self.session.case.cable(entry.sha256)
            if len(data) > LONG:
                return await to_thread(thrifty(len(data), self._stand), entry, data, wanted)
            return self._stand(entry, data, wanted)
        except FAULTS:
            return []

    def _stand(self, entry: Entry, data: bytes, wanted: Wanted) -> list[Hit]:
        if not may_hold(data, wanted):
            return []
        cable = self.session.docket(entry.sha256).cable
        return [Hit(visible(entry.label), place) for place in stand_in(cable, wanted)]
