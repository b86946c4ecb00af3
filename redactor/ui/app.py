"""The application: the first screen, and what keeps a cable's text from leaving it.

Three doors of the toolkit are shut: a crash report (it prints variables, that is, text), the
clipboard (it is written with a terminal sequence), and logs.
"""

import traceback
from collections.abc import Callable
from time import monotonic

from rich.text import Text
from textual.worker import WorkerFailed

from redactor.review import CaseError, Now, Session, utc_now
from redactor.ui.screens.queue import QueueScreen
from redactor.ui.screens.review import Publish
from redactor.ui.settings import Settings
from redactor.ui.tour.screen import TourScreen
from redactor.ui.watching import WatchingHost


class ReviewApp(WatchingHost, inherit_bindings=False):
    """The terminal UI."""

    TITLE = "redactor"
    ALLOW_SELECT = False
    ENABLE_COMMAND_PALETTE = False

    def __init__(
        self,
        session: Session,
        publish: Publish,
        now: Now = utc_now,
        settings: Settings | None = None,
        theme: str = "dark",
        clock: Callable[[], float] = monotonic,
    ) -> None:
        """Show a case.

        Args:
            session: one person's work on it.
            publish: writes a release.
            now: tells the time at which something was saved.
            settings: what the reviewer chose.
            theme: the theme that fits the terminal, where the settings name none.
            clock: seconds from any start, to tell whether anybody is there.
        """
        super().__init__(session.person, settings or Settings(), theme, clock)
        self.session = session
        self._publish = publish
        self._now = now

    async def on_mount(self) -> None:
        """Open the list, and over it the cable where the reviewer was."""
        queue = QueueScreen(self.session, self._publish, self._now)
        await self.push_screen(queue)
        try:
            place = self.session.place
        except CaseError:
            place = None  # the list says what is wrong with the case file
        if place and any(entry.sha256 == place.cable for entry in self.session.entries):
            queue.open_cable(place.cable, place.offset)

    def on_room_lock_wanted(self) -> None:
        """Hide the screen."""
        self.lock()

    def on_room_tour_wanted(self) -> None:
        """Take the tour, on a case of its own."""
        self.push_screen(TourScreen.begin(self.person, self._now))

    def copy_to_clipboard(self, text: str) -> None:
        """Copy nothing: the clipboard is out of the case's reach."""

    def _log(self, *_arguments: object, **_more: object) -> None:
        """Log nothing: what is logged may hold text."""

    def _handle_exception(self, error: Exception) -> None:
        """Stop with one line that names the fault and its place, never a value."""
        self._return_code = 1
        if self._exception is None:
            self._exception = error
            self._exception_event.set()
        self._exit_renderables.append(Text(crash_line(error)))
        self._close_messages_no_wait()


def crash_line(error: BaseException) -> str:
    """Say what kind of fault stopped the program, and where; no message, no values."""
    cause = error.error if isinstance(error, WorkerFailed) else error
    frames = traceback.extract_tb(cause.__traceback__)
    own = [frame for frame in frames if "redactor" in frame.filename] or frames
    place = f" at {own[-1].filename.rpartition('redactor/')[2]}:{own[-1].lineno}" if own else ""
    return (
        f"redactor stopped: {type(cause).__name__}{place}. Every decision is saved; "
        "start again to go on, and report this line."
    )
