"""Panes of words beside the source: they scroll, and paint only what is in sight."""

from asyncio import to_thread
from collections.abc import Callable, Sequence
from typing import ClassVar

from rich.segment import Segment
from textual.content import Content
from textual.strip import Strip

from redactor.ui.preview import Preview
from redactor.ui.rows import Row
from redactor.ui.sayings import Saying
from redactor.ui.widgets.looks import LineView


class Pane(LineView, can_focus=True):
    """Shows rows of words that are already safe to show (``visible()``), never as markup."""

    LOOKS = "pane"

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "pane--plain", "pane--strong", "pane--muted", "pane--head", "pane--quote", "pane--warn",
        "pane--good", "pane--marker", "pane--open", "pane--here",
    }  # fmt: skip

    def __init__(self, title: str, *, id: str | None = None) -> None:  # noqa: A002 - Textual's word
        super().__init__(id=id)
        self.border_title = title
        self._rows: Sequence[Row] = ()

    @property
    def rows(self) -> Sequence[Row]:
        """What it shows, a row for each line."""
        return self._rows

    def set_rows(self, rows: Sequence[Row], *, top: int | None) -> None:
        """Show these rows; ``top`` is the row to scroll to, ``None`` stays in place."""
        self._rows = rows
        self.lengthen(len(rows))
        if top is not None:
            self.scroll_to(0, top, animate=False, force=True, immediate=True)
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """Paint one line of the window."""
        width = self.scrollable_content_region.width
        at = y + self.scroll_offset.y
        if at >= len(self._rows):
            return self.filled((), width)
        row = self._rows[at]
        here = ("here",) if row.here else ()
        return self.filled(
            (Segment(text, self.look(*here, tone)) for text, tone in row.pieces), width, *here
        )


class WordsPane(Pane):
    """Shows sayings, wrapped."""

    def __init__(self, title: str, *, id: str | None = None) -> None:  # noqa: A002 - Textual's word
        super().__init__(title, id=id)
        self._sayings: tuple[Saying, ...] = ()
        self._width = 0

    def say(self, sayings: tuple[Saying, ...]) -> None:
        """Show these sayings, wrapped."""
        if sayings == self._sayings:
            return
        self._sayings = sayings
        self._wrap(top=0)

    async def say_from(self, make: Callable[[], tuple[Saying, ...]]) -> None:
        """Show what ``make`` says; it is called, and wrapped, off the screen's own thread."""
        width = self.scrollable_content_region.width
        self._sayings, rows = await to_thread(_laid_out, make, width)
        if width == self.scrollable_content_region.width:
            self._width = width
            self.set_rows(rows, top=0)
        else:
            self._wrap(top=0)

    def on_resize(self) -> None:
        """Wrap anew."""
        if self.scrollable_content_region.width != self._width:
            self._wrap(top=None)

    def _wrap(self, *, top: int | None) -> None:
        self._width = self.scrollable_content_region.width
        self.set_rows(_rows(self._sayings, self._width), top=top)


class WhyPane(WordsPane):
    """Why the current item is proposed and decided as it is."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own word
        super().__init__("why", id=id)


def _laid_out(
    make: Callable[[], tuple[Saying, ...]], width: int
) -> tuple[tuple[Saying, ...], list[Row]]:
    sayings = make()
    return sayings, _rows(sayings, width)


def _rows(sayings: Sequence[Saying], width: int) -> list[Row]:
    return [row for saying in sayings for row in _wrapped(saying, width)]


def _wrapped(saying: Saying, width: int) -> list[Row]:
    room = max(1, width - saying.indent)
    lines = Content(saying.text).wrap(room) or [Content("")]
    return [Row(((" " * saying.indent + line.plain.rstrip(), saying.tone),)) for line in lines]


class PreviewPane(Pane):
    """The very text of the release, with what is still open marked."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own word
        super().__init__("release", id=id)
        self._unseen: tuple[Preview, int] | None = None
        """What was to be shown before the pane had any height."""

    def show(self, preview: Preview, offset: int) -> None:
        """Show the release's text and bring the place of a source offset in sight."""
        height = self.scrollable_content_region.height
        self._unseen = None if height else (preview, offset)
        at, top = preview.row_at(offset), self.scroll_offset.y
        if height and not top <= at < top + height:
            top = max(0, at - height // 3)
        self.border_subtitle = preview.summary
        self.set_rows(preview.rows_at(offset), top=top)

    def on_resize(self) -> None:
        """Show what came too early: only now is it known what is in sight."""
        if self._unseen:
            self.show(*self._unseen)
