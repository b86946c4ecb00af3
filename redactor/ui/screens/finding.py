"""Finding: search, limits and goals; one method for each."""

from asyncio import to_thread
from dataclasses import replace

from redactor.text import visible
from redactor.ui.dialogs.prompt import Prompt
from redactor.ui.goals import HOW as GOALS
from redactor.ui.goals import GoalError, goal_of
from redactor.ui.limits import HOW as LIMITS
from redactor.ui.limits import limit_of, offers
from redactor.ui.screens.moving import MovingScreen
from redactor.ui.search import NOTHING_FOUND, find
from redactor.ui.sheet import Sheet
from redactor.ui.thrift import thrifty


class FindingScreen(MovingScreen):
    """Finds places in the cable, and other cables."""

    # Search

    def action_search(self) -> None:
        """Ask for words and go to the next place where they stand."""
        self.app.push_screen(Prompt("Search in this cable:", self.found.words), self.search_for)

    def search_for(self, words: str | None) -> None:
        """Look for words, and go to where they stand next."""
        if words:
            self.run_worker(self._find(self.sheet, words), group="search", exclusive=True)

    async def _find(self, sheet: Sheet, words: str) -> None:
        """Look beside the keys: a long cable takes longer than a frame."""
        work = thrifty(len(sheet.text), find)
        found = await to_thread(work, sheet.view.docket.cable, words)
        if sheet.view.docket.cable is self.sheet.view.docket.cable:
            self.found = found if found.places else replace(NOTHING_FOUND, words=words)
            self._to_found(found.next(self.cursor.offset - 1))

    def action_next_match(self) -> None:
        """Go to the next place found."""
        self._to_found(self.found.next(self.cursor.offset))

    def action_previous_match(self) -> None:
        """Go to the place found before."""
        self._to_found(self.found.previous(self.cursor.offset))

    def _to_found(self, index: int | None) -> None:
        if not self.found.words:
            self.complain(f"Nothing was searched for yet; {self.keymap.key('search')} searches.")
            return
        if index is not None:
            self.cursor = self.cursor.at(self.found.places[index].start)
        self.paint()
        self.tell(self.found.sentence(index), "plain" if index is not None else "warn")

    # Limits and goals

    def action_limit(self) -> None:
        """Ask which items to go through; no words lift the limit."""
        known = self.limit.words if self.limit else ""
        offered = offers(self.sheet.view.open_items)
        self.app.push_screen(Prompt("Go through only:", known, LIMITS, offered), self._limit)

    def _limit(self, words: str | None) -> None:
        if words is None:
            return
        limit = limit_of(words) if words else None
        if words and limit is None:
            self.complain(f"“{visible(words)}” is no limit; write {LIMITS}.")
            return
        self.limit = limit
        if limit is None:
            self.paint()
            self.tell("No limit any more.", "plain")
        elif limit.open(self.sheet):
            self.paint()
            if not any(self.cursor.offset in span for span in self.open_spans):
                self.action_next_open()
        else:
            self.paint()
            self.complain(self.nothing_open())

    def action_go_to(self) -> None:
        """Ask for a place and go there."""
        self.app.push_screen(Prompt("Go to:", "", GOALS), self._go_to)

    def _go_to(self, words: str | None) -> None:
        if not words:
            return
        try:
            goal = goal_of(words, self.sheet, self.session.entries)
        except GoalError as fault:
            self.complain(str(fault))
            return
        if goal.cable is None:
            self.move(self.cursor.at(goal.offset))
        else:
            self.open_cable(goal.cable)
