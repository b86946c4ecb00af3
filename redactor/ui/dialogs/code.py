"""The code picker: recent codes on digits, legal ones first, the others greyed with the reason."""

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.events import Key
from textual.widgets import Static

from redactor.ui.dialogs.question import Question
from redactor.ui.guidance import guidance
from redactor.ui.pen import Choice, Law
from redactor.ui.widgets.pane import WordsPane
from redactor.ui.widgets.pick import Line, Pick
from redactor.ui.words import codes_words

_COLUMN = 11
_NONE = "Nothing is chosen yet: enter takes the code at the cursor."
_BESIDE = 110
"""Columns from which on the guidance stands beside the codes."""


class CodePicker(Question[tuple[str, ...]]):
    """Gives back the codes chosen, a set that is legal here; an empty one is as proposed."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space,x", "add", show=False),
        Binding("enter", "done", show=False),
        Binding("j,down", "cursor(1)", show=False),
        Binding("k,up", "cursor(-1)", show=False),
        Binding("pagedown", "cursor(10)", show=False),
        Binding("pageup", "cursor(-10)", show=False),
        Binding("p", "as_proposed", show=False),
    ]

    def __init__(
        self, law: Law, current: Sequence[str], recent: Sequence[tuple[str, ...]] = ()
    ) -> None:
        """Start with nothing chosen, so that Enter alone takes the code at the cursor."""
        digits = (("1", "recent"),) if recent else ()
        super().__init__(
            "Withhold under which code?",
            *digits,
            ("space", "add"),
            ("enter", "done"),
            ("p", "as proposed"),
            ("escape", "leave it"),
        )
        self._law = law
        self._choices = law.choices()
        self._recent = recent
        self._current = tuple(current)
        self._codes: tuple[str, ...] = ()

    def body(self) -> ComposeResult:
        """Give the list, and beside or below it what should be known of the code."""
        with Horizontal(id="picking"):
            yield Pick(id="codes")
            yield WordsPane("", id="guidance")
        yield Static(id="chosen")

    def on_mount(self) -> None:
        """Start on the current code."""
        self.set_class(self.app.size.width >= _BESIDE, "-beside")
        ids = [choice.code.id for choice in self._choices]
        start = ids.index(self._current[-1]) if self._current else 0
        self._show(len(self._recent) + start)
        self.call_after_refresh(self._say)

    def on_resize(self) -> None:
        """Put what should be known beside the list where there is room."""
        self.set_class(self.app.size.width >= _BESIDE, "-beside")

    @property
    def _pick(self) -> Pick:
        return self.query_one(Pick)

    def _show(self, cursor: int | None = None) -> None:
        recent = [
            Line(((f" {n}  ", "key"), (f"{codes_words(codes)}, as lately", "plain")))
            for n, codes in enumerate(self._recent, 1)
        ]
        self._pick.show([*recent, *map(self._line, self._choices)], cursor)

    def _line(self, choice: Choice) -> Line:
        name = f"{choice.code.printed:<{_COLUMN}}"
        if choice.fault:
            fault = choice.fault.removeprefix(choice.code.printed).strip()
            return Line(((f"    {name} {fault}", "muted"),))
        chosen = choice.code.id in self._codes
        return Line(((f"{name} {choice.code.title}", "plain"),), chosen)

    @property
    def _here(self) -> Choice | None:
        at = self._pick.cursor - len(self._recent)
        return self._choices[at] if at >= 0 else None

    def _say(self) -> None:
        here = self._here
        if here:
            self.query_one(WordsPane).say(guidance(here, self._law))
        fault = self._law.fault_of_codes(self._codes) if self._codes else None
        chosen = f"Chosen: {codes_words(self._codes)}" if self._codes else _NONE
        self.query_one("#chosen", Static).update(Content(fault or chosen))

    def on_key(self, event: Key) -> None:
        """Take recent codes by their digit."""
        if event.key.isdecimal() and 1 <= int(event.key) <= len(self._recent):
            event.stop()
            self.dismiss(self._recent[int(event.key) - 1])

    @on(Pick.Pointed)
    def _pointed(self, message: Pick.Pointed) -> None:
        if message.index < len(self._recent):
            self.dismiss(self._recent[message.index])
        else:
            self.action_add()

    def action_cursor(self, by: int) -> None:
        """Move to another code."""
        self._pick.move(by)
        self._say()

    def action_add(self) -> None:
        """Choose or drop the code at the cursor."""
        here = self._here
        if here is None or here.fault:
            return
        self._codes = self._law.toggled(self._codes, here.code.id)
        self._show()
        self._say()

    def action_done(self) -> None:
        """Give the codes back, if they may stand together; without any, the one here."""
        if not self._codes and self._here is None:
            self.dismiss(self._recent[self._pick.cursor])
            return
        if not self._codes:
            self.action_add()
        if self._codes and not self._law.fault_of_codes(self._codes):
            self.dismiss(self._codes)

    def action_as_proposed(self) -> None:
        """Give no codes: each place is withheld under those that the policy proposes."""
        self.dismiss(())
