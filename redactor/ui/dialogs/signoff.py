"""Signing: what the signature would cover, then one key."""

from collections.abc import Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from redactor.ui.dialogs.question import Question
from redactor.ui.sayings import Saying
from redactor.ui.widgets.bar import KeyBar
from redactor.ui.widgets.pane import WordsPane


class SignOff(Question[bool]):
    """Gives back whether to sign; it can be answered once all was said."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("y", "agree", show=False),
        Binding("j,down", "scroll(1)", show=False),
        Binding("k,up", "scroll(-1)", show=False),
        Binding("space,pagedown", "scroll(10)", show=False),
        Binding("b,pageup", "scroll(-10)", show=False),
    ]

    def __init__(self, title: str, look: Callable[[], tuple[Saying, ...]], *, slow: bool) -> None:
        """Show what ``look`` says; where that is slow, it is called beside the keys."""
        super().__init__(title, ("escape", "leave it"))
        self._look = look
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
        self.query_one(KeyBar).offer(("y", "sign"), ("space", "scroll"), ("escape", "leave it"))

    def action_agree(self) -> None:
        """Say yes."""
        if self._said:
            self.dismiss(result=True)

    def action_scroll(self, by: int) -> None:
        """Scroll by lines."""
        self.query_one(WordsPane).scroll_relative(y=by, animate=False)
