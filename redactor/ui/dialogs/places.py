"""Places found in the whole case: a list that fills, of which one is gone to."""

from collections.abc import Sequence
from typing import ClassVar, NamedTuple

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static

from redactor.review import Alike
from redactor.text import visible
from redactor.ui.dialogs.question import Question
from redactor.ui.widgets.pick import Line, Pick

_NAME = 16
"""Cells for the name of a cable."""
_BEFORE = 20
"""Code points shown before the words, so that they are in sight in a narrow window too."""

_NONE = Line(((" These words stand nowhere so far; fewer of them may find more.", "muted"),))


class Hit(NamedTuple):
    """A place, and what its cable is called."""

    name: str
    place: Alike


class Places(Question[Alike]):
    """Gives back the place to go to."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up,k", "move(-1)", show=False),
        Binding("down,j", "move(1)", show=False),
        Binding("pageup,b", "page(-1)", show=False),
        Binding("pagedown,space", "page(1)", show=False),
        Binding("home,g", "move(-1000000)", show=False),
        Binding("end,G", "move(1000000)", show=False),
        Binding("enter", "take", show=False),
    ]

    def __init__(self, title: str) -> None:
        super().__init__(title, ("enter", "go there"), ("j", "down"), ("escape", "leave it"))
        self._hits: list[Hit] = []
        self._lines: list[Line] = []

    def body(self) -> ComposeResult:
        """Give the list, and below it how far the search is."""
        yield Pick(id="places")
        yield Static(id="chosen")

    def add(self, hits: Sequence[Hit], note: str) -> None:
        """Add places; ``note`` says how far the search is."""
        self._hits += hits
        self._lines += map(_line, hits)
        if hits or not self._hits:
            self.query_one(Pick).show(self._lines or [_NONE])
        self.query_one("#chosen", Static).update(Content(note))

    @property
    def count(self) -> int:
        """How many places there are."""
        return len(self._hits)

    def action_move(self, by: int) -> None:
        """Move the cursor."""
        self.query_one(Pick).move(by)

    def action_page(self, by: int) -> None:
        """Move the cursor by a page."""
        pick = self.query_one(Pick)
        pick.move(by * pick.page)

    def action_take(self) -> None:
        """Go to the place at the cursor."""
        if self._hits:
            self.dismiss(self._hits[self.query_one(Pick).cursor].place)

    @on(Pick.Pointed)
    def _pointed(self, message: Pick.Pointed) -> None:
        if self._hits:
            self.dismiss(self._hits[message.index].place)


def _line(hit: Hit) -> Line:
    before, words, after = (
        visible(" ".join(part.split()))
        for part in (hit.place.before[-_BEFORE:], hit.place.words, hit.place.after)
    )  # fmt: skip
    gap_before = " " if hit.place.before[-1:].isspace() else ""
    gap_after = " " if hit.place.after[:1].isspace() else ""
    where = f" {hit.name:<{_NAME}} line {hit.place.line:<5} "
    return Line(
        ((where, "muted"), (f"…{before}{gap_before}", "plain"), (words, "key"),
         (f"{gap_after}{after}…", "plain"))
    )  # fmt: skip
