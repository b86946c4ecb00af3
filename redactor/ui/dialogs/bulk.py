"""The bulk dialog: what would be accepted, by rule or for the whole cable."""

from collections.abc import Mapping
from typing import ClassVar, Literal

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from redactor.ui.bulk import Plan, plan_lines
from redactor.ui.dialogs.question import Question
from redactor.ui.sheet import Sheet
from redactor.ui.widgets.bar import KeyBar

Scope = Literal["rule", "cable"]


class BulkAccept(Question[Plan]):
    """Gives back the plan that was agreed to."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("y", "agree", show=False),
        Binding("a", "widen", show=False),
    ]

    def __init__(self, sheet: Sheet, plans: Mapping[Scope, Plan], scope: Scope) -> None:
        super().__init__(plans[scope].title, ("escape", "leave it"))
        self._sheet = sheet
        self._plans = plans
        self._scope: Scope = scope

    def body(self) -> ComposeResult:
        """Give the list."""
        with VerticalScroll(id="words"):
            yield Static(id="list")

    def on_mount(self) -> None:
        """Show the first scope."""
        self._say()

    @property
    def _plan(self) -> Plan:
        return self._plans[self._scope]

    def _say(self) -> None:
        self.query_one("#title", Static).update(Content(self._plan.title))
        words = "\n".join(plan_lines(self._sheet, self._plan))
        self.query_one("#list", Static).update(Content(words))
        accept = [("y", "accept")] if self._plan.ready else []
        other = {"rule": "the whole cable", "cable": "this rule only"}[self._scope]
        widen = [("a", other)] if len(self._plans) > 1 else []
        self.query_one(KeyBar).offer(*accept, *widen, ("escape", "leave it"))

    def action_widen(self) -> None:
        """Change between the rule and the whole cable."""
        if len(self._plans) > 1:
            self._scope = "cable" if self._scope == "rule" else "rule"
            self._say()

    def action_agree(self) -> None:
        """Accept the plan shown."""
        if self._plan.ready:
            self.dismiss(self._plan)
