"""The code picker: the legal codes first, the others greyed with the reason."""

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from redactor.ui.dialogs.question import Question
from redactor.ui.pen import Choice, Law
from redactor.ui.words import codes_words

_COLUMN = 11
_WIDTH = 72
"""Cells that the box has for a code's line."""


class CodePicker(Question[tuple[str, ...]]):
    """Gives back the codes chosen, a set that is legal here; an empty one is as proposed."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space,x", "add", show=False),
        Binding("enter", "done", show=False, priority=True),
        Binding("j", "cursor(1)", show=False),
        Binding("k", "cursor(-1)", show=False),
        Binding("p", "as_proposed", show=False),
    ]

    def __init__(self, law: Law, current: Sequence[str]) -> None:
        """Start with nothing chosen, so that Enter alone takes the code at the cursor."""
        super().__init__(
            "Withhold under which code?",
            ("space", "add"),
            ("enter", "done"),
            ("p", "as the policy proposes"),
            ("escape", "leave it"),
        )
        self._law = law
        self._choices = law.choices()
        self._current = tuple(current)
        self._codes: tuple[str, ...] = ()

    def body(self) -> ComposeResult:
        """Give the list, and below it the source of the code at the cursor."""
        yield OptionList(
            *(
                Option(self._prompt(choice), choice.code.id, disabled=choice.fault is not None)
                for choice in self._choices
            ),
            compact=True,
        )
        yield Static(id="detail")
        yield Static(id="chosen")

    def on_mount(self) -> None:
        """Start on the current code."""
        ids = [choice.code.id for choice in self._choices]
        self._list.highlighted = ids.index(self._current[-1]) if self._current else 0
        self._say()

    @property
    def _list(self) -> OptionList:
        return self.query_one(OptionList)

    def _prompt(self, choice: Choice) -> Content:
        box = "[x]" if choice.code.id in self._codes else "[ ]"
        name = f"{choice.code.printed:<{_COLUMN}}"
        fault = (choice.fault or "").removeprefix(choice.code.printed).strip()
        words = f"    {name} {fault}" if fault else f"{box} {name} {choice.code.title}"
        room = min(_WIDTH, self.app.size.width - 6)
        return Content(words if len(words) <= room else words[: room - 1] + "…")

    @property
    def _here(self) -> Choice | None:
        at = self._list.highlighted
        return None if at is None else self._choices[at]

    @on(OptionList.OptionHighlighted)
    def _say(self) -> None:
        here = self._here
        if here:
            needs = f" Needs: {', '.join(here.code.needs)}." if here.code.needs else ""
            words = f"{here.code.title}. {here.code.cite}.{needs}"
            self.query_one("#detail", Static).update(Content(words))
        fault = self._law.fault_of_codes(self._codes) if self._codes else None
        chosen = codes_words(self._codes) if self._codes else "none chosen yet"
        self.query_one("#chosen", Static).update(Content(fault or f"Chosen: {chosen}"))

    def action_cursor(self, by: int) -> None:
        """Move to the next legal code."""
        if by > 0:
            self._list.action_cursor_down()
        else:
            self._list.action_cursor_up()

    @on(OptionList.OptionSelected)
    def action_add(self) -> None:
        """Choose or drop the code at the cursor."""
        here = self._here
        if here is None or here.fault:
            return
        self._codes = self._law.toggled(self._codes, here.code.id)
        for index, choice in enumerate(self._choices):
            self._list.replace_option_prompt_at_index(index, self._prompt(choice))
        self._say()

    def action_done(self) -> None:
        """Give the codes back, if they may stand together; without any, the one here."""
        if not self._codes:
            self.action_add()
        if self._codes and not self._law.fault_of_codes(self._codes):
            self.dismiss(self._codes)

    def action_as_proposed(self) -> None:
        """Give no codes: each place is withheld under those that the policy proposes."""
        self.dismiss(())
