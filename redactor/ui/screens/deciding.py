"""Deciding: one method for each action of the registry's group Decide.

Each decision is durable before anything is painted: ``attempt`` returns when it is on disk.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace

from redactor.policy import Support
from redactor.review import Act, Ruling, proposing_rule
from redactor.text import Span
from redactor.ui.bulk import Plan, plan
from redactor.ui.cursor import next_open, target
from redactor.ui.dialogs.ask import Ask
from redactor.ui.dialogs.bulk import BulkAccept, Scope
from redactor.ui.dialogs.code import CodePicker
from redactor.ui.pen import QUESTIONS, Law, Pen, proposed_pen
from redactor.ui.screens.moving import MovingScreen
from redactor.ui.words import codes_words, lines_words, plural

_NOTHING_HERE = "There is nothing to decide here; j goes to the next open item."


class DecidingScreen(MovingScreen):
    """Accepts, withholds, releases, refers, and takes back."""

    # One key, one decision

    def action_accept(self) -> None:
        """Accept the proposal for the current item."""
        index = self.sheet.item_at(self.cursor.offset)
        if index is None:
            self.complain(_NOTHING_HERE)
            return
        item = self.sheet.items[index]
        if item not in self.sheet.view.open_items:
            self.complain("This item is decided already; x, r or f decide it anew.")
            return
        left: list[str] = []

        def accept() -> None:
            accepted = self.session.accept(self.cable, [item])
            left.extend(why for _, why in accepted.left)

        if self.attempt(accept):
            if left:
                self.complain(f"Not decided: {left[0]}. Decide it with x, r or f.")
            else:
                self._advance(item.span.start)

    def action_withhold(self) -> None:
        """Withhold the target with the current code, else the proposed one, else ask."""
        spans = self._target()
        if not spans:
            return
        pen = self.pen if self.pen.codes else proposed_pen(self.sheet, spans)
        if pen is None:
            self._pick(lambda chosen: self._withhold(spans, chosen))
        else:
            self._completed(pen, lambda whole: self._withhold(spans, whole))

    def _withhold(self, spans: tuple[Span, ...], pen: Pen) -> None:
        rule = proposing_rule(self.sheet.view.docket, spans, "redact")
        self._decide(Ruling(spans, "redact", pen.codes, pen.support, rule))

    def action_release(self) -> None:
        """Release the target; against a proposal or a decision, ask for a reason."""
        spans = self._target()
        if not spans:
            return
        rule = proposing_rule(self.sheet.view.docket, spans, "release")
        ruling = Ruling(spans, "release", rule=rule)
        doubt = self._doubt(spans)
        if not doubt or self.sheet.view.desk.signed:  # who has signed is refused in words
            self._decide(ruling)
            return
        self._ask(
            doubt,
            {"reason": "Reason, kept with the decision"},
            lambda answers: self._decide(replace(ruling, remarks=answers)),
        )

    def _doubt(self, spans: Sequence[Span]) -> str:
        """Say why a release needs a reason, or give nothing.

        A second release of the same place clears it: what is withheld elsewhere may stand here.
        """
        states = {part.state for span in spans for part in self.sheet.over(span)}
        items = {item.action for span in spans for item in self.sheet.items_over(span)}
        where = lines_words(self.sheet, spans)
        if states & {"redacted", "referred"}:
            return f"Release {where} against what is decided?"
        if states == {"released"}:
            return f"Already released: clear {where}, though withheld words stand there?"
        return (
            f"Release {where} against the proposal?" if items & {"redact", "refer", "hold"} else ""
        )

    def action_refer(self) -> None:
        """Refer the target to an agency."""
        spans = self._target()
        if not spans:
            return
        rule = proposing_rule(self.sheet.view.docket, spans, "refer")
        proposed = (item.support.agency for span in spans for item in self.sheet.items_over(span))
        known = next((agency for agency in proposed if agency), "")
        self._ask(
            f"Refer {lines_words(self.sheet, spans)}",
            {"agency": "To which agency"},
            lambda answers: self._decide(
                Ruling(spans, "refer", support=Support(agency=answers["agency"]), rule=rule)
            ),
            known={"agency": known},
        )

    def _target(self) -> tuple[Span, ...]:
        spans = target(self.sheet, self.cursor)
        if not spans:
            self.complain(_NOTHING_HERE)
        return spans

    def _decide(self, ruling: Ruling) -> None:
        if self.attempt(lambda: self.session.decide(self.cable, ruling)):
            self._advance(max(span.end for span in ruling.spans) - 1)

    def _advance(self, after: int) -> None:
        """Go to the next open place, over the end to the first; stop when none is open."""
        self.cursor = replace(self.cursor, anchor=None)
        offset = next_open(self.sheet.view.open, after)
        if offset is not None:
            self.cursor = self.cursor.at(offset)
        self.paint()
        if offset is None:
            self.tell(self.nothing_open())

    # The code

    def action_pick_code(self) -> None:
        """Choose the current code, or go back to what is proposed."""
        self._pick(self._take_pen)

    def _take_pen(self, pen: Pen) -> None:
        self.pen = pen
        self.paint()

    def _pick(self, then: Callable[[Pen], None]) -> None:
        def chosen(codes: tuple[str, ...] | None) -> None:
            if codes:
                self._completed(Pen(codes), then)
            elif codes is not None:
                self._take_pen(Pen())

        law = Law.of(self.sheet.view.docket)
        self.app.push_screen(CodePicker(law, self.pen.codes), chosen)

    def _completed(self, pen: Pen, then: Callable[[Pen], None]) -> None:
        """Ask for what the codes must carry, then go on."""
        if not pen.lacking:
            then(pen)
            return
        fields = {name: QUESTIONS[name] for name in pen.lacking}
        said = {name: getattr(self.pen.support, name) or "" for name in fields}
        title = f"What {codes_words(pen.codes)} must carry"
        self._ask(title, fields, lambda answers: then(pen.carrying(answers)), said)

    def _ask(
        self,
        title: str,
        fields: dict[str, str],
        then: Callable[[dict[str, str]], None],
        known: dict[str, str] | None = None,
    ) -> None:
        def answered(answers: dict[str, str] | None) -> None:
            if answers:
                then(answers)

        self.app.push_screen(Ask(title, fields, known), answered)

    # Many at once

    def action_accept_rule(self) -> None:
        """Show what accepting the rest would come to, then do it if agreed."""
        index = self.sheet.item_at(self.cursor.offset)
        rule = None if index is None else self.sheet.items[index].won_by
        plans: dict[Scope, Plan] = {"cable": plan(self.sheet)}
        if rule:
            plans["rule"] = plan(self.sheet, rule)

        def agreed(chosen: Plan | None) -> None:
            if chosen:
                self._accept_all(chosen)

        self.app.push_screen(BulkAccept(self.sheet, plans, "rule" if rule else "cable"), agreed)

    def _accept_all(self, chosen: Plan) -> None:
        before = self.sheet.view.decided
        if self.attempt(lambda: self.session.accept(self.cable, chosen.ready)):
            done = self.sheet.view.decided - before
            self._advance(self.cursor.offset)
            if self.sheet.view.open:
                self.tell(f"Accepted {plural(done, 'proposal')}; u takes them all back.")

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
            self._ask(
                refusal,
                {"reason": "Reason, kept with the decision"},
                lambda answers: step(answers["reason"]),
            )

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
