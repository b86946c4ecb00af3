"""Others at work on the case: the claim on an opened cable, and what is read ahead.

Whoever stays on a cable claims it, so that a second person who opens it is told at once. A claim
under which nothing was decided is given back when the cable is left.
"""

import gc
from collections.abc import Iterator
from typing import TYPE_CHECKING

from redactor.review import CaseError, Entry, Refused
from redactor.ui.host import host_of
from redactor.ui.screens.cable import FAULTS, CableScreen
from redactor.ui.status import claimed_words

if TYPE_CHECKING:
    from textual.timer import Timer

_CLAIM_AFTER = 2.0
"""Seconds on a cable: who only looks through the case claims nothing."""
_FREEZE_AFTER = 0.5
"""Seconds on a cable, after which what it takes in memory is not looked through again and again:
on a long one the collector of garbage would keep a key waiting for a tenth of a second."""
_IDLE = 1.0
"""Seconds without a key after which the other cables are read."""
_READ_EVERY = 0.1
_MOST_READ = 2_000
"""Cables of a case up to which it is read ahead."""
_LONGEST = 200_000
"""Bytes of a cable that is read ahead: a longer one would keep a key waiting."""


class CompanyScreen(CableScreen):
    """Claims what is worked on, and learns of the rest of the case while nothing is typed."""

    _claim_timer: "Timer | None" = None
    _claimed: str | None = None
    """The cable that was claimed by opening it, and on which nothing was decided yet."""
    _reader: "Timer | None" = None
    _unread: Iterator[Entry] = iter(())

    def on_mount(self) -> None:
        """Begin with the first cable."""
        self._stay()
        entries = self.session.entries
        if host_of(self).reads_ahead and len(entries) <= _MOST_READ:
            self._unread = iter(entries)
            self._reader = self.set_interval(_READ_EVERY, self._read_ahead)

    def on_unmount(self) -> None:
        """Leave the last cable."""
        self._leave()

    # Claims

    def take_up(self, cable: str, offset: int = 0) -> None:
        """Take a cable up at a place, and leave the one before.

        Raises:
            CaseError: when it can't be read; then the old one stays.
        """
        super().take_up(cable, offset)
        if self.is_mounted:
            self._leave()
            self._stay()

    def _stay(self) -> None:
        if self._claim_timer:
            self._claim_timer.stop()
        self._claim_timer = self.set_timer(_CLAIM_AFTER, self._claim)
        self.set_timer(_FREEZE_AFTER, gc.freeze)

    def _claim(self) -> None:
        """Claim the cable, where there is something to do and nobody else is at work."""
        person, state = self.session.person, self.board.state
        done = self.board.complete or state.desk(person).signed or self.sheet.view.desk.acts
        if done or (state.claim and state.claim.person == person):
            return
        if claimed_words(self.board, person, self._now()):
            return
        try:
            self.session.claim(self.cable)
        except (Refused, CaseError) as fault:
            self.complain(str(fault))
            return
        self._claimed = self.cable
        self.reload()
        self._later()  # a preview that was being composed was of the sheet before

    def _leave(self) -> None:
        """Give back what was claimed by opening it, unless it was worked on."""
        cable, self._claimed = self._claimed, None
        if cable is None:
            return
        state, person = self.session.state(cable), self.session.person
        if state.desk(person).acts or state.claim is None or state.claim.person != person:
            return
        try:
            self.session.unclaim(cable)
        except (Refused, CaseError):
            return  # it goes stale by itself

    # Reading ahead

    def _read_ahead(self) -> None:
        """Take in one more cable of the case, if nobody is typing."""
        if host_of(self).idle < _IDLE or not self.is_active:
            return
        entry = next(self._unread, None)
        if entry:
            self._learn_of(entry)
        elif self._reader:
            self._reader.stop()

    def _learn_of(self, entry: Entry) -> None:
        state = self.session.state(entry.sha256)
        if self.memory.knows(entry.sha256, state):
            return
        try:
            if len(self.session.case.cable(entry.sha256)) > _LONGEST:
                self.memory.skip(entry, state)
            else:
                self.memory.take(entry, state, self.session.view(entry.sha256))
        except FAULTS:
            self.memory.skip(entry, state)
