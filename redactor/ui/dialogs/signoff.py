"""Signing: what the signature would cover, then one key."""

from collections.abc import Callable
from typing import ClassVar, Literal

from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from redactor.ui.dialogs.question import Question
from redactor.ui.sayings import Saying
from redactor.ui.widgets.bar import KeyBar
from redactor.ui.widgets.pane import WordsPane

Answer = Literal["sign", "mend"]


class SignOff(Question[Answer]):
    """Gives back what to do; it can be answered once all was said."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("y", "agree('sign')", show=False),
        Binding("f", "agree('mend')", show=False),
        Binding("j,down", "scroll(1)", show=False),
        Binding("k,up", "scroll(-1)", show=False),
        Binding("space,pagedown", "scroll(10)", show=False),
        Binding("b,pageup", "scroll(-10)", show=False),
        Binding("g,home", "scroll(-1000000)", show=False),
        Binding("G,end", "scroll(1000000)", show=False),
    ]

    def __init__(
        self,
        title: str,
        look: Callable[[], tuple[Saying, ...]],
        mends: Callable[[], bool],
        *,
        slow: bool,
    ) -> None:
        """Show what ``look`` says; where that is slow, it is called beside the keys.

        ``mends`` tells, once that was said, whether proposals can mend what was found.
        """
        super().__init__(title, ("escape", "leave it"))
        self._look, self._mends = look, mends
        self._slow = slow
        self._said = False

    def body(self) -> ComposeResult:
        """Give the pane."""
        yield WordsPane("")

    def on_mount(self) -> None:
        """Begin as soon as the pane has its width."""
        self.call_after_refresh(self._begin)

    def _begin(self) -> None:
        pane = self.query_one(WordsPane)
        if self._slow:
            pane.say((Saying("Looking for withheld words in what is released…", "muted"),))
            self.run_worker(self._say_slowly(pane))
        else:
            pane.say(self._look())
            self._offer()

    async def _say_slowly(self, pane: WordsPane) -> None:
        await pane.say_from(self._look)
        self._offer()

    def _offer(self) -> None:
        self._said = True
        mend = [("f", "propose to withhold it")] if self._mends() else []
        keys = (("y", "sign"), *mend, ("space", "scroll"), ("escape", "leave it"))
        self.query_one(KeyBar).offer(*keys)

    def action_agree(self, answer: Answer) -> None:
        """Answer, if that was offered."""
        if self._said and (answer == "sign" or self._mends()):
            self.dismiss(answer)

    def action_scroll(self, by: int) -> None:
        """Scroll by lines."""
        self.query_one(WordsPane).scroll_relative(y=by, animate=False)
