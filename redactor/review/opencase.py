"""An open case, as one person sees it: each cable with all people's work, and how to act on it.

``Recording`` and ``Session`` add what a person does.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from operator import is_

from redactor.review.blind import is_blind, is_hidden
from redactor.review.casefile import Author, CaseFile, MovedError, Place
from redactor.review.docket import View
from redactor.review.dockets import Dockets
from redactor.review.events import Draft, Event
from redactor.review.moments import Now, utc_now
from redactor.review.people import same_person
from redactor.review.workflow import Board


class OpenCase(Dockets):
    """A case as one person sees it.

    Raises:
        CaseError: from every method, when the case file can't be used.
    """

    def __init__(self, case: CaseFile, person: str, now: Now = utc_now) -> None:
        super().__init__(case)
        self.person = same_person(person)
        self._now = now
        self._last_board: Board | None = None

    # Looking

    def board(self, sha256: str) -> Board:
        """Give a cable with all people's work on it; the same board while nothing changes."""
        board = Board(
            self.docket(sha256),
            self.state(sha256),
            self.policy_for(sha256).workflow,
            self._registry.roster,
            self._now().date(),
        )
        if self._last_board is None:
            self._last_board = board
        elif not _is_same(board, self._last_board):
            self._last_board = board.after(self._last_board)
        return self._last_board

    def board_at(self, sha256: str, seq: int) -> Board:
        """Give a cable with all people's work on it up to an event, as it is proposed now."""
        return replace(self.board(sha256), state=self._fold(sha256, seq))

    def keeps_apart(self, event: Event) -> bool:
        """Tell whether an event is another person's, on a cable whose review is still blind."""
        if event.cable is None:
            return False
        state, workflow = self.state(event.cable), self.policy_for(event.cable).workflow
        return is_blind(workflow, state) and is_hidden(event, state, self.person)

    def shows(self, event: Event) -> bool:
        """Tell whether this person may know of an event."""
        return not self.keeps_apart(event) or self.roster.holds(
            self.person, "auditor", self._now().date()
        )

    def view(self, sha256: str) -> View:
        """Give what this person sees of a cable."""
        return self.board(sha256).view(self.person)

    # Acting

    def _on(self, sha256: str, make: Callable[[Board], Sequence[Draft]]) -> None:
        """Act on one cable: decide on its newest state and write durably."""
        self.docket(sha256)  # read before the turn: nobody has to wait for that
        self._act(lambda: make(self.board(sha256)))

    def _act(self, make: Callable[[], Sequence[Draft]], *, slow: bool = False) -> None:
        """Act on the newest state, and write durably, while nobody else writes.

        Args:
            make: gives what to write; it may be asked again.
            slow: it takes long. Then it is asked once before, so that the others need not wait;
                what it gave counts if nobody wrote meanwhile.
        """
        events = self._tried(make) if slow else None
        if events is None:
            with self.case.turn():
                events = self._write(make)
        self._registry.take(events)

    def _tried(self, make: Callable[[], Sequence[Draft]]) -> tuple[Event, ...] | None:
        """Write without keeping the others from it meanwhile; nothing when one of them did."""
        try:
            return self._write(make)
        except MovedError:
            return None

    def _write(self, make: Callable[[], Sequence[Draft]]) -> tuple[Event, ...]:
        self.refresh()
        drafts = make()
        if not drafts:
            return ()
        at = self._now()
        role = next(self._registry.roster.roles(self.person, at.date()), "reviewer")
        author = Author(self.person, role, self._registry.policy)
        return self.case.append(author, drafts, at, after=self._registry.seen)

    # Resuming

    @property
    def place(self) -> Place | None:
        """Where this person was."""
        return self.case.place(self.person)

    def remember(self, sha256: str, offset: int) -> None:
        """Note where this person is, in code points."""
        self.case.remember(self.person, Place(sha256, offset))


def _is_same(one: Board, other: Board) -> bool:
    """Tell whether two boards are made of the very same things: then what one computed counts."""
    parts = ((each.docket, each.state, each.workflow, each.roster) for each in (one, other))
    return one.day == other.day and all(map(is_, *parts))
