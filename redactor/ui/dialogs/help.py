"""Help: every key from the registry, and every sign."""

import textwrap
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from redactor.ui.actions import GROUPS, Context
from redactor.ui.dialogs.question import Question
from redactor.ui.keymap import Keymap
from redactor.ui.sheet import GLYPHS, WORDS
from redactor.ui.words import STAGE_GLYPHS

_KEYS = 15
_WORDS = 54
"""Columns of the dialog for keys, and for what they do."""

_MOUSE: dict[Context, tuple[tuple[str, str], ...]] = {
    "all": (),
    "queue": (
        ("click", "Open a cable; on a column's name, sort by it."),
        ("wheel", "Scroll."),
    ),
    "review": (
        ("click", "Go to a place; on the glyphs below, to a paragraph."),
        ("drag", "Select."),
        ("right button", "Offer what can be done at the place."),
        ("wheel", "Scroll the pane under the pointer."),
    ),
}
"""What the mouse does; the key bar and the header can be clicked too."""


class Help(Question[None]):
    """Shows what can be done here."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("q,question_mark,enter", "give_up", show=False),
        Binding("j,down", "scroll(1)", show=False),
        Binding("k,up", "scroll(-1)", show=False),
        Binding("space,pagedown", "scroll(10)", show=False),
        Binding("b,pageup", "scroll(-10)", show=False),
        Binding("g,home", "scroll(-1000000)", show=False),
        Binding("G,end", "scroll(1000000)", show=False),
    ]

    def __init__(self, context: Context, keymap: Keymap) -> None:
        super().__init__("Keys and signs", ("space", "scroll"), ("escape", "close"))
        self._screen_context = context
        self._keymap = keymap

    def body(self) -> ComposeResult:
        """Give the groups of keys, then the signs."""
        with VerticalScroll(id="words"):
            yield Static(Content.assemble(*self._parts()))

    def _parts(self) -> list[str | tuple[str, str]]:
        parts: list[str | tuple[str, str]] = []
        for group in GROUPS:
            members = [
                action
                for action in self._keymap.of(self._screen_context)
                if action.group == group and action.keys
            ]
            if members:
                parts.append((f"{group}\n", "bold"))
            for action in members:
                first, *more = textwrap.wrap(action.help, _WORDS)
                parts += [(f"  {' '.join(action.keys):<{_KEYS}}", "bold"), f" {first}\n"]
                parts += [f"   {'':<{_KEYS}}{line}\n" for line in more]
            if members:
                parts.append("\n")
        palette = self._keymap.key("palette")
        parts.append(f"More can be done by its name: {palette} finds it.\n\n")
        parts.append(("Mouse\n", "bold"))
        parts += [f"  {press:<{_KEYS}} {what}\n" for press, what in _MOUSE[self._screen_context]]
        parts.append("\n")
        signs = (
            STAGE_GLYPHS.items()
            if self._screen_context == "queue"
            else [(WORDS[state], glyph) for state, glyph in GLYPHS.items()]
        )
        parts.append(("Signs\n", "bold"))
        parts += [f"  {glyph:<{_KEYS}} {words}\n" for words, glyph in signs]
        return parts

    def action_scroll(self, by: int) -> None:
        """Scroll by lines."""
        self.query_one(VerticalScroll).scroll_relative(y=by, animate=False)
