"""Deciding: what every decision does, and the way back.

Each decision is durable before anything is painted: ``attempt`` returns when it is on disk.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace

from redactor.review import Act, Ruling
from redactor.text import Span
from redactor.ui.cursor import next_open, target
from redactor.ui.screens.penning import PenningScreen
from redactor.ui.words import lines_words

REASON = {"reason": "Reason, kept with the decision"}


class DecidingScreen(PenningScreen):
    """Records a decision and goes on to the next open place; takes acts back, and brings them."""

    def targeted(self) -> tuple[Span, ...]:
        """Give what a decision would act on; where there is nothing, say so."""
        spans = target(self.sheet, self.cursor)
        if not spans:
            self.nothing_here()
        return spans

    def nothing_here(self) -> None:
        """Say that the cursor stands on nothing to decide."""
        key = self.keymap.key("next_open")
        self.complain(f"There is nothing to decide here; {key} goes to the next open item.")

    def decide(self, ruling: Ruling) -> None:
        """Record a decision and go on to the next open place."""
        if self.attempt(lambda: self.session.decide(self.cable, ruling)):
            self.memory.remember(ruling)
            self.advance(max(span.end for span in ruling.spans) - 1)

    def advance(self, after: int) -> None:
        """Go to the next open place, over the end to the first; stop when none is open."""
        self.cursor = replace(self.cursor, anchor=None)
        offset = next_open(self.open_spans, after)
        if offset is not None:
            self.cursor = self.cursor.at(offset)
        self.paint()
        if offset is None:
            self.tell(self.nothing_open())

    # Back and forth

    def action_undo(self) -> None:
        """Take the last act back."""
        self._step_back(self.session.undo, self.sheet.view.desk.acts, "Taken back")

    def action_redo(self) -> None:
        """Bring the last act again."""
        self._step_back(self.session.redo, self.sheet.view.desk.undone, "Done again")

    def _step_back(
        self, take: Callable[[str, str | None], None], acts: Sequence[Act], words: str
    ) -> None:
        """Undo or redo; where that would release withheld text, ask for the reason first."""

        def ask(refusal: str) -> None:
            if not acts or self.board.state.releases:
                self.complain(refusal)
                return
            self.ask(refusal, REASON, lambda answers: step(answers["reason"]))

        def step(reason: str | None) -> None:
            if self.attempt(lambda: take(self.cable, reason), None if reason else ask):
                self._show_step(acts[-1], words)

        step(None)

    def _show_step(self, act: Act, words: str) -> None:
        """Go to what an undo or redo changed, and name it."""
        spans = tuple(sorted(span for decision in act.decisions for span in decision.spans))
        if spans:
            self.cursor = replace(self.cursor.at(spans[0].start), anchor=None)
        self.paint()
        where = lines_words(self.sheet, spans)
        self.tell(f"{words}: {'your signature' if act.signed else f'the decision on {where}'}.")
