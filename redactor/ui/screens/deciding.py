"""Deciding: one key, one decision, and the cursor on the next open place.

Each decision is durable before anything is painted: ``attempt`` returns when it is on disk.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from redactor.policy import Proposal, Support
from redactor.review import NO_RULE, Act, Decision, Ruling, proposing_rule
from redactor.text import Span, clip, visible
from redactor.ui.cursor import next_open, target
from redactor.ui.dialogs.menu import Menu
from redactor.ui.offers import offers_instead, wants_segregability
from redactor.ui.pen import Pen
from redactor.ui.screens.penning import PenningScreen
from redactor.ui.words import ACTION_WORDS, codes_words, lines_words

REASON = {"reason": "Reason, kept with the decision"}


class DecidingScreen(PenningScreen):
    """Accepts, rejects, withholds, releases, refers, repeats, and takes back."""

    # One key, one decision

    def action_accept(self) -> None:
        """Accept the proposal for the current item; ask for what it lacks."""
        item = self._open_item()
        if item is None:
            return
        if item.action == "refer":
            self.action_refer()
            return
        pen = Pen(item.codes, item.support)
        if item.action == "redact" and item.codes and pen.lacking:
            spans = clip(self.sheet.view.open, (item.span,))
            self.complete(pen, lambda whole: self._withhold(spans, whole))
            return
        self._accept(item)

    def _accept(self, item: Proposal) -> None:
        left: list[str] = []

        def accept() -> None:
            accepted = self.session.accept(self.cable, [item])
            left.extend(why for _, why in accepted.left)

        if self.attempt(accept):
            if left:
                keys = self.keymap.key
                others = f"{keys('withhold')}, {keys('release')} or {keys('flag')}"
                self.complain(f"Not decided: {left[0]}. Decide it with {others}.")
            else:
                self.advance(item.span.start)

    def _open_item(self) -> Proposal | None:
        """Give the open item at the cursor; where there is none, say so."""
        index = self.sheet.item_at(self.cursor.offset)
        if index is None:
            self._nothing_here()
            return None
        item = self.sheet.items[index]
        if not clip(self.sheet.view.open, (item.span,)):
            keys = self.keymap.key
            self.complain(
                "This item is decided already; "
                f"{keys('withhold')} or {keys('release')} decides it anew."
            )
            return None
        return item

    def action_reject(self) -> None:
        """Ask what to do instead of what is proposed."""
        item = self._open_item()
        if item is None:
            return
        codes = f" {codes_words(item.codes, item.support)}" if item.codes else ""
        proposed = f"{ACTION_WORDS[item.action]}{codes}"
        where = lines_words(self.sheet, (item.span,))
        menu = Menu(f"Instead of “{proposed}” at {where}:", offers_instead(item.action))
        self.app.push_screen(menu, self._instead)

    def _instead(self, chosen: str | None) -> None:
        acts: dict[str, Callable[[], None]] = {
            "release": self.action_release,
            "code": self._withhold_otherwise,
            "refer": self.action_refer,
            "edit": self.action_edit,
            "note": self.action_note,
        }
        if chosen:
            acts[chosen]()

    def _withhold_otherwise(self) -> None:
        spans = self.targeted()
        if spans:
            self.pick(lambda chosen: self._withhold(spans, chosen))

    def action_edit(self) -> None:
        """Take the place at the cursor as a selection, or move the other end of one."""
        cursor = self.cursor
        if cursor.anchor is not None:
            self.move(replace(cursor, anchor=cursor.offset, offset=cursor.anchor, cell=None))
            return
        spans = self.targeted()
        if spans:
            self.move(replace(cursor.at(spans[-1].end - 1), anchor=spans[0].start))
            key = self.keymap.key
            self.tell(
                f"Arrows move this end, {key('edit')} the other; then {key('withhold')}, "
                f"{key('release')} or {key('flag')}. {key('drop')} leaves all as it was.", "plain"
            )  # fmt: skip

    def action_note(self) -> None:
        """Write a note on the marked place."""
        spans = target(self.sheet, self.cursor)
        where = lines_words(self.sheet, spans) if spans else "the whole cable"

        def write(said: Mapping[str, str]) -> None:
            if self.attempt(lambda: self.session.note(self.cable, said["note"], spans)):
                self.paint()
                self.tell(f"Noted on {where}.")

        self.ask(f"Note on {where}", {"note": "Words, kept as classified as the cable"}, write)

    def action_withhold(self) -> None:
        """Withhold the target with the current code, else the proposed one, else ask."""
        spans = self.targeted()
        if spans:
            self.with_pen(lambda pen: self._withhold(spans, pen), spans)

    def _withhold(self, spans: tuple[Span, ...], pen: Pen) -> None:
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
            self._withhold(spans, pen)
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

    # What all of them do

    def targeted(self) -> tuple[Span, ...]:
        """Give what a decision would act on; where there is nothing, say so."""
        spans = target(self.sheet, self.cursor)
        if not spans:
            self._nothing_here()
        return spans

    def _nothing_here(self) -> None:
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


def ruling_of(decision: Decision) -> Ruling:
    """Give the ruling that a decision was made with."""
    reason = {"reason": visible(decision.reason)} if decision.reason else {}
    return Ruling(
        decision.spans, decision.verdict, decision.codes, decision.support, decision.rule,
        decision.suppress_code, reason,
    )  # fmt: skip
