"""Gathering: what the queue knows of each cable, learned beside the keys.

What was kept in the case file comes first, then the cables in sight, then the rest. Each is taken
in in slices much shorter than a frame; a long cable is read on another thread.
"""

from asyncio import sleep, to_thread
from collections.abc import Iterator
from time import monotonic

from redactor.review import CaseError, Entry, Now, Session, utc_now
from redactor.ui.host import host_of
from redactor.ui.queue.listing import Listing
from redactor.ui.queue.stock import Stock, unknown
from redactor.ui.queue.summary import Summary, mark_of, pack, summarise, unpack, unreadable
from redactor.ui.screens.cable import FAULTS
from redactor.ui.screens.room import LONG, Room
from redactor.ui.thrift import thrifty
from redactor.ui.widgets.cables import CableList

_SLICE = 0.002
"""Seconds of work between two looks at the keys. A key goes through several hands before it is
noted, and waits for a slice at each: together they must stay below a frame."""
_HANDS_OFF = 0.12
"""Seconds after a key in which nothing is gathered."""
_AT_ONCE = 100
"""Imports that are read, and kept summaries that are taken in, at once: less than a slice."""
_WHOLE = -1
"""Stands for the case, where a fault is no cable's own."""
_KEEP_EVERY = 2.0
_SAY_EVERY = 0.25
"""Seconds."""


class GatheringScreen(Room):
    """Learns of the cables of a case."""

    def __init__(self, session: Session, now: Now = utc_now) -> None:
        super().__init__()
        self.session = session
        self.now = now
        self.stock = Stock()
        self.listing = Listing()
        self._faults: dict[int, str] = {}
        self._fresh: set[int] = set()
        """Places of the cables that were read in this run, and not written on since."""
        self._changed: set[int] = set()
        """Places of those that were written on since they were read."""
        self._busy = False
        self._mark = ""
        self._seen = 0
        self._recalled = 0
        """Place in the kept summaries up to which they were taken in; -1 when there are no more."""
        self._waiting: list[tuple[str, str]] = []
        self._kept_at = self._said_at = monotonic()

    def say(self) -> None:
        """Show how far this is; the screen says how."""

    def gathered(self) -> None:
        """Note that all is known that can be known now."""

    @property
    def faults(self) -> tuple[str, ...]:
        """What could not be read, and why."""
        return tuple(self._faults.values())

    @property
    def cables(self) -> CableList:
        """The list."""
        return self.query_one(CableList)

    def gather(self, *, anew: bool) -> None:
        """Learn of what is in sight, and of the rest; ``anew``: also of what others wrote."""
        if anew or not self._busy:
            self._busy = True
            work = self._gather(anew=anew)
            self.run_worker(work, group="gather", exclusive=True, exit_on_error=True)

    async def _gather(self, *, anew: bool) -> None:
        await self.breathe()  # the screen comes first, or the cable that opens over it
        while self.session.entries.read_on(_AT_ONCE):
            await self._pause()
        try:
            if anew:
                self._look_up()
            await self._recall()
            await self._read_all()
            self._keep()
            self.gathered()
        except FAULTS as fault:
            self._faults[_WHOLE] = str(fault)
        self._busy = False
        self.say()

    def _look_up(self) -> None:
        """Take in what has been written since the last look."""
        self._keep()
        self.session.refresh()
        if not self.session.is_open:
            return
        mark, before = mark_of(self.session.policy.ref), len(self.stock.known)
        if mark != self._mark:
            self._mark, self._recalled = mark, 0
            self.stock.clear()
            self._fresh.clear()
            self._changed.clear()
        elif self._seen < self.session.seen:
            touched = {
                self.session.place_of(each) for each in self.session.case.touched(self._seen)
            }
            self._fresh -= touched
            self._changed |= touched
        self._seen = self.session.seen
        if before != len(self.stock.known) or self.listing.whole:
            self.listing.begin(len(self.session.entries), self.stock.known)

    async def _recall(self) -> None:
        """Take in what was kept of the cables when they were last read."""
        while self._recalled >= 0 and self._mark and self.is_active:
            kept = self.session.case.glances(
                self.session.person, self._mark, self._recalled, _AT_ONCE
            )
            for glance in kept:
                found = unpack(glance.words)
                if found and (at := self.session.place_of(glance.cable)) not in self.stock.known:
                    self._learn(at, found)
            self._recalled = kept[-1].place if len(kept) == _AT_ONCE else -1
            await self._pause()

    async def _read_all(self) -> None:
        """Read what is in sight, what has changed, and what is not known."""
        began = monotonic()
        rest = self._rest()
        while self.is_active and self.session.is_open:
            at = next((at for at in self.cables.in_sight if at not in self._fresh), None)
            if at is None and (at := next(rest, None)) is None:
                return
            await self._read(at)
            if monotonic() - began > _SLICE:
                await self._pause()
                began = monotonic()

    def _rest(self) -> Iterator[int]:
        yield from tuple(self._changed)
        yield from unknown(self.stock.known, len(self.session.entries))

    async def _read(self, at: int) -> None:
        entry = self.session.entries[at]
        try:
            size = self.session.case.size(entry.sha256)
            if size > LONG:
                summary = await to_thread(thrifty(size, self._summary), entry)
            else:
                summary = self._summary(entry)
            self._faults.pop(at, None)
            self._waiting.append((entry.sha256, pack(summary)))
        except FAULTS as fault:
            self._faults[at] = f"{entry.name}: {fault}"
            summary = unreadable(entry)
        self._fresh.add(at)
        self._changed.discard(at)
        self._learn(at, summary)

    def _summary(self, entry: Entry) -> Summary:
        return summarise(self.session.board(entry.sha256), self.session.person, entry)

    def _learn(self, at: int, summary: Summary) -> None:
        new = self.stock.take(at, summary)
        if new is not None:
            self.listing.take(at, new=new)

    async def _pause(self) -> None:
        """Let keys through; show and keep what was learned, now and then."""
        if monotonic() - self._said_at > _SAY_EVERY:
            self._said_at = monotonic()
            self.say()
        if monotonic() - self._kept_at > _KEEP_EVERY:
            self._keep()
        await self.breathe()

    async def breathe(self) -> None:
        """Let keys through; while they come, do nothing else.

        A key goes through several hands until it is answered; work in between would add up.
        """
        await sleep(max(0.0, _HANDS_OFF - host_of(self).idle))

    def _keep(self) -> None:
        """Keep what was learned, for the next time; where that can't be done, it is read again."""
        self._kept_at = monotonic()
        waiting, self._waiting = self._waiting, []
        if not waiting:
            return
        try:
            self.session.case.keep_glances(self.session.person, self._mark, self._seen, waiting)
        except CaseError:
            return

    def on_unmount(self) -> None:
        """Keep what is left."""
        self._keep()
