"""Ruling: one key, one verdict on the place at the cursor."""

from collections.abc import Sequence
from dataclasses import replace

from redactor.policy import Support
from redactor.review import NO_RULE, Decision, Ruling, proposing_rule
from redactor.text import Span, clip, visible
from redactor.ui.offers import wants_segregability
from redactor.ui.pen import Pen
from redactor.ui.screens.deciding import REASON, DecidingScreen
from redactor.ui.words import lines_words


class RulingScreen(DecidingScreen):
    """Withholds, releases, refers, repeats, and decides as a signer did."""

    def action_withhold(self) -> None:
        """Withhold the target with the current code, else the proposed one, else ask."""
        spans = self.targeted()
        if spans:
            self.with_pen(lambda pen: self.withhold(spans, pen), spans)

    def withhold(self, spans: tuple[Span, ...], pen: Pen) -> None:
        """Withhold; where a person alone withholds a whole paragraph, ask why no part is free."""
        rule = proposing_rule(self.sheet.view.docket, spans, "redact")
        ruling = Ruling(spans, "redact", pen.codes, pen.support, rule)
        if rule == NO_RULE and wants_segregability(self.sheet, spans):
            self.ask(
                f"The whole of {lines_words(self.sheet, spans)} would be withheld",
                {"segregable": "Why no part of it can be released, 5 USC 552(b)"},
                lambda said: self.decide(replace(ruling, remarks=said)),
            )
        else:
            self.decide(ruling)

    def action_release(self) -> None:
        """Release the target; against a proposal or a decision, ask for a reason."""
        spans = self.targeted()
        if spans:
            rule = proposing_rule(self.sheet.view.docket, spans, "release")
            self._release(Ruling(spans, "release", rule=rule))

    def _release(self, ruling: Ruling, reason: str = "") -> None:
        doubt = self._doubt(ruling.spans)
        if not doubt or self.sheet.view.desk.signed:  # who has signed is refused in words
            self.decide(ruling)
            return
        self.ask(
            doubt, REASON, lambda said: self.decide(replace(ruling, remarks=said)),
            {"reason": reason},
        )  # fmt: skip

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
        spans = self.targeted()
        if not spans:
            return
        rule = proposing_rule(self.sheet.view.docket, spans, "refer")
        proposed = (item.support.agency for span in spans for item in self.sheet.items_over(span))
        known = next((agency for agency in proposed if agency), "")
        self.ask(
            f"Refer {lines_words(self.sheet, spans)}",
            {"agency": "To which agency"},
            lambda said: self.decide(
                Ruling(spans, "refer", support=Support(agency=said["agency"]), rule=rule)
            ),
            known={"agency": known},
        )

    def action_repeat(self) -> None:
        """Decide the target as the last decision of this reviewer did."""
        last, spans = self._last(), self.targeted()
        if last is None:
            self.complain("You have decided nothing yet that could be repeated.")
        elif spans:
            self._as(last, spans)

    def _last(self) -> Ruling | None:
        made = self.sheet.view.desk.decisions[-1:]
        return self.memory.last_ruling or (ruling_of(made[0]) if made else None)

    def _as(self, model: Ruling, spans: tuple[Span, ...]) -> None:
        """Decide spans as a model says; a release against a proposal asks for its reason again."""
        rule = proposing_rule(self.sheet.view.docket, spans, model.verdict)
        if model.verdict == "redact":
            pen = Pen(model.codes, model.support)
            self.withhold(spans, pen)
        elif model.verdict == "release":
            self._release(Ruling(spans, "release", rule=rule), model.remarks.get("reason", ""))
        else:
            self.decide(replace(model, spans=spans, rule=rule, remarks={}))

    # Where signers differ

    def action_take_first(self) -> None:
        """Decide the place at the cursor as the first signer did."""
        self._take(0)

    def action_take_second(self) -> None:
        """Decide the place at the cursor as the second signer did."""
        self._take(1)

    def _take(self, number: int) -> None:
        signings, offset = self.board.state.signings, self.cursor.offset
        here = [span for span in self.board.differences() if offset in span]
        if not here or number >= len(signings):
            self.complain("The signers do not differ here.")
            return
        part = next((each for each in signings[number].painting if offset in each.span), None)
        if part:
            self._as(ruling_of(part.decision), clip(here, (part.span,)))


def ruling_of(decision: Decision) -> Ruling:
    """Give the ruling that a decision was made with."""
    reason = {"reason": visible(decision.reason)} if decision.reason else {}
    return Ruling(
        decision.spans, decision.verdict, decision.codes, decision.support, decision.rule,
        decision.suppress_code, reason,
    )  # fmt: skip
