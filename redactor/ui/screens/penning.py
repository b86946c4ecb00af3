"""The pen: the code of the next withholding, and the questions that decisions ask."""

from collections.abc import Callable, Sequence

from redactor.text import Span
from redactor.ui.cursor import target
from redactor.ui.dialogs.ask import Ask
from redactor.ui.dialogs.code import CodePicker
from redactor.ui.pen import QUESTIONS, Law, Pen, proposed_pen, recent_codes
from redactor.ui.screens.finding import FindingScreen
from redactor.ui.words import codes_words


class PenningScreen(FindingScreen):
    """Chooses codes, and asks for what they must carry."""

    def action_pick_code(self) -> None:
        """Choose the current code, or go back to what is proposed."""
        self.pick(self._take_pen)

    def _take_pen(self, pen: Pen) -> None:
        self.pen = pen
        self.paint()

    def pick(self, then: Callable[[Pen], None]) -> None:
        """Let the reviewer choose codes; those that were used lately are on the digits."""

        def chosen(codes: tuple[str, ...] | None) -> None:
            if codes:
                self.complete(Pen(codes), then)
            elif codes is not None:
                self._take_pen(Pen())

        law = Law.of(self.sheet.view.docket)
        earlier = [made.codes for made in self.sheet.view.desk.decisions if made.codes]
        used = [*earlier, *self.memory.used_codes]
        self.app.push_screen(CodePicker(law, self.pen.codes, recent_codes(used, law)), chosen)

    def with_pen(self, then: Callable[[Pen], None], spans: Sequence[Span] | None = None) -> None:
        """Go on with the current code, else the one proposed for these spans, else ask."""
        here = target(self.sheet, self.cursor) if spans is None else spans
        pen = self.pen if self.pen.codes else proposed_pen(self.sheet, here)
        if pen is None:
            self.pick(then)
        else:
            self.complete(pen, then)

    def complete(self, pen: Pen, then: Callable[[Pen], None]) -> None:
        """Ask for what the codes must carry, then go on."""
        if not pen.lacking:
            then(pen)
            return
        fields = {name: QUESTIONS[name] for name in pen.lacking}
        said = {name: getattr(self.pen.support, name) or "" for name in fields}
        title = f"What {codes_words(pen.codes)} must carry"
        self.ask(title, fields, lambda answers: then(pen.carrying(answers)), said)

    def ask(
        self,
        title: str,
        fields: dict[str, str],
        then: Callable[[dict[str, str]], None],
        known: dict[str, str] | None = None,
    ) -> None:
        """Ask for words; nothing happens when the question is left."""

        def answered(answers: dict[str, str] | None) -> None:
            if answers:
                then(answers)

        self.app.push_screen(Ask(title, fields, known), answered)
