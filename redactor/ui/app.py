"""The application: the first screen, and what keeps a cable's text from leaving it.

Three doors of the toolkit are shut: a crash report (it prints variables, that is, text), the
clipboard (it is written with a terminal sequence), and logs.
"""

import traceback
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from time import monotonic

from rich.text import Text
from textual.worker import WorkerFailed

from redactor.review import CaseError, Now, Place, utc_now
from redactor.ui.dialogs.reading import Reading
from redactor.ui.settings import Settings
from redactor.ui.start import Start, Work
from redactor.ui.watching import WatchingHost


class ReviewApp(WatchingHost):
    """The terminal UI."""

    TITLE = "redactor"
    ALLOW_SELECT = False
    ENABLE_COMMAND_PALETTE = False

    def __init__(
        self,
        start: Start | Work,
        now: Now = utc_now,
        settings: Settings | None = None,
        theme: str = "dark",
        clock: Callable[[], float] = monotonic,
    ) -> None:
        """Show a case.

        Args:
            start: the case.
            now: tells the time at which something was saved.
            settings: what the reviewer chose.
            theme: the theme that fits the terminal, where the settings name none.
            clock: seconds from any start, to tell whether anybody is there.
        """
        super().__init__(start.person, settings or Settings(), theme, clock)
        self._start = start
        self._now = now
        self.fault: Exception | None = None
        """Why the case could not be opened."""

    async def on_mount(self) -> None:
        """Show the case, or where the reviewer was in it until it is open."""
        if isinstance(self._start, Work):
            await self._show(self._start)
        else:
            self.reading = True
            here = self._start.glimpse
            await self.push_screen(
                Reading(here.name, here.data, here.place.offset, self._open),
                partial(self._opened, here.place),
            )

    def _open(self) -> None:
        """Open the case and read the cable, on another thread."""
        if isinstance(self._start, Work):
            return
        try:
            from redactor.ui.screens import queue  # noqa: F401, PLC0415 - while a text is shown

            place, work = self._start.glimpse.place, self._start.open()
            with suppress(CaseError):  # the review screen tells what is wrong with a cable
                work.session.board(place.cable)
        except Exception as fault:  # noqa: BLE001 - told where the program was started
            self.fault = fault
        else:
            self._start = work

    async def _opened(self, seen: Place, read: bool | None) -> None:  # noqa: FBT001 - an answer
        if read and isinstance(self._start, Work):
            with self.batch_update():
                await self._show(self._start, seen)
            self.call_after_refresh(self._go_on)
        else:
            self.exit()

    def _go_on(self) -> None:
        """Let the keys count that were typed meanwhile."""
        self.reading = False

    async def _show(self, work: Work, seen: Place | None = None) -> None:
        """Open the list, and over it the cable where the reviewer was.

        Args:
            work: the case.
            seen: the place that is shown already, and read. Keys typed meanwhile were meant for
                it, also where the same reviewer went on in another window.
        """
        from redactor.ui.screens.queue import QueueScreen  # noqa: PLC0415 - as in _open

        queue = QueueScreen(work.session, work.publish, self._now)
        await self.push_screen(queue)
        try:
            place = seen or work.session.place
        except CaseError:
            return  # the list says what is wrong with the case file
        if place and work.session.entries.holds(place.cable):
            resume = queue.review if seen else queue.open_cable
            resume(place.cable, place.offset)

    def on_room_lock_wanted(self) -> None:
        """Hide the screen."""
        self.lock()

    def on_room_tour_wanted(self) -> None:
        """Take the tour, on a case of its own."""
        from redactor.ui.tour.screen import TourScreen  # noqa: PLC0415 - few take it twice

        self.push_screen(TourScreen.begin(self.person, self._now))

    def copy_to_clipboard(self, text: str) -> None:
        """Copy nothing: the clipboard is out of the case's reach."""

    def _log(self, *_arguments: object, **_more: object) -> None:
        """Log nothing: what is logged may hold text."""

    def _handle_exception(self, error: Exception) -> None:
        """Stop with one line that names the fault and its place, never a value."""
        self._return_code = 1
        if self._exception is None:
            self._exit_renderables.append(Text(crash_line(error)))
            self._exception = error
            self._exception_event.set()
        self._close_messages_no_wait()


def crash_line(error: BaseException) -> str:
    """Say what kind of fault stopped the program, and where; no message, no values.

    A case file that can't be used any more says so itself: its message is safe to show.
    """
    cause = error.error if isinstance(error, WorkerFailed) else error
    if isinstance(cause, CaseError):
        return f"redactor: {cause}"
    frames = traceback.extract_tb(cause.__traceback__)
    own = [frame for frame in frames if "redactor" in frame.filename] or frames
    place = f" at {own[-1].filename.rpartition('redactor/')[2]}:{own[-1].lineno}" if own else ""
    return (
        f"redactor stopped: {type(cause).__name__}{place}. Every decision is saved; "
        "start again to go on, and report this line."
    )
