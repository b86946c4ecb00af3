"""A cable that is yet to be read: its raw text is shown at once, and keys wait.

So the program starts, and so a cable of some megabytes opens, which takes seconds to read. Nothing
can be decided meanwhile: what is proposed is not known yet. Keys typed meanwhile are kept, and
count when the cable is there.
"""

from asyncio import to_thread
from collections.abc import Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from redactor.text import visible
from redactor.ui.rows import BarRow
from redactor.ui.thrift import give_back
from redactor.ui.widgets.bar import Bar

_MOST = 20_000
"""Code points that are shown: more than a window has room for."""
_ABOVE = 8
"""Lines: about as many as the review screen has above the place to which it comes."""
_MEGABYTE = 1_000_000
_DIGITS = 3
"""Of the highest line number, at least: as the source pane sets them."""


def raw_lines(data: bytes, offset: int) -> list[str]:
    """Give the lines of a cable that nobody has read yet, numbered and safe to show.

    Args:
        data: the cable.
        offset: a code point; the lines begin some above the one in which it stands.
    """
    text = data.decode(errors="replace")
    start = text.rfind("\n", 0, offset) + 1
    for _ in range(_ABOVE):
        start = text.rfind("\n", 0, max(0, start - 1)) + 1
    first = text.count("\n", 0, start) + 1
    lines = text[start : start + _MOST].split("\n")
    lines = lines if lines[-1] else lines[:-1]
    digits = max(_DIGITS, len(str(first + text.count("\n", start) - text.endswith("\n"))))
    return [
        f"   {number:>{digits}} {visible(line.rstrip(chr(13)))}"
        for number, line in enumerate(lines, first)
    ]


class Reading(Screen[bool], inherit_bindings=False):
    """Shows a cable while it is read; tells whether that was waited for."""

    CSS_PATH = "reading.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "leave", show=False)]

    def __init__(self, name: str, data: bytes, offset: int, read: Callable[[], object]) -> None:
        """Show the text of ``data`` from a code point on, while ``read`` works on a thread."""
        super().__init__()
        size = f"{len(data) / _MEGABYTE:.1f} MB, " if len(data) > _MEGABYTE // 10 else ""
        self._title = f"{visible(name)}  {size}being read"
        self._lines = raw_lines(data, offset)
        self._read = read
        self._done = False

    def compose(self) -> ComposeResult:
        """Lay it out: what it is, the text, what can be done."""
        yield Bar(id="header")
        yield Static(Content("\n".join(self._lines)), id="text")
        yield Bar(id="status")

    def on_mount(self) -> None:
        """Say what goes on; begin to read when that is on the screen."""
        self.query_one("#header", Bar).say(BarRow(((self._title, "strong"),)))
        words = "Nothing is proposed yet. Keys wait until it is read; escape leaves it."
        self.query_one("#status", Bar).say(BarRow(((words, "muted"),)))
        self.call_after_refresh(self._begin)

    def _begin(self) -> None:
        self.run_worker(self._work(), exit_on_error=True)

    async def _work(self) -> None:
        await to_thread(self._read)
        await to_thread(give_back)
        self._done = True
        self.on_screen_resume()

    def on_screen_resume(self) -> None:
        """Give way to what was read, unless the lock is over it."""
        if self._done and self.app.screen is self:
            self._done = False
            self.dismiss(True)  # noqa: FBT003 - the answer

    def action_leave(self) -> None:
        """Go back; what is half read is kept for the next time."""
        self.dismiss(False)  # noqa: FBT003 - the answer
