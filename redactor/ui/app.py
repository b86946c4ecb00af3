"""The application: the first screen, and what keeps a cable's text from leaving it.

Three doors of the toolkit are shut: a crash report (it prints variables, that is, text), the
clipboard (it is written with a terminal sequence), and logs.
"""

import traceback
from typing import ClassVar

from rich.text import Text
from textual.app import App
from textual.binding import Binding, BindingType
from textual.worker import WorkerFailed

from redactor.review import CaseError, Now, Session, utc_now
from redactor.ui.screens.queue import QueueScreen
from redactor.ui.screens.review import Publish
from redactor.ui.theme import DARK


class ReviewApp(App[None], inherit_bindings=False):
    """The terminal UI."""

    TITLE = "redactor"
    ALLOW_SELECT = False
    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+q", "quit", show=False, priority=True)]

    def __init__(self, session: Session, publish: Publish, now: Now = utc_now) -> None:
        """Show a case; ``now`` tells the time at which something was saved."""
        super().__init__()
        self.session = session
        self._publish = publish
        self._now = now
        self.register_theme(DARK)
        self.theme = DARK.name

    def on_mount(self) -> None:
        """Open the list, and over it the cable where the reviewer was."""
        queue = QueueScreen(self.session, self._publish, self._now)
        self.push_screen(queue)
        try:
            place = self.session.place
        except CaseError:
            place = None  # the list says what is wrong with the case file
        if place and any(entry.sha256 == place.cable for entry in self.session.entries):
            self.call_after_refresh(queue.open_cable, place.cable, place.offset)

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
