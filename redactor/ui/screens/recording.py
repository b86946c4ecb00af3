"""Recording: entries on the cable's own record, which hold for all reviewers."""

from collections.abc import Callable
from datetime import date

from redactor.policy import Support
from redactor.review import (
    FACT_NAMES,
    FAULTS,
    FactError,
    Notification,
    Referral,
    Response,
    read_fact,
    referrals,
)
from redactor.text import Span, intersect, trimmed, visible
from redactor.ui.cursor import target
from redactor.ui.dialogs.menu import Menu
from redactor.ui.offers import Offer, offers_of_check, offers_on_record
from redactor.ui.pen import Pen
from redactor.ui.screens.many import ManyScreen
from redactor.ui.whatif import day_of
from redactor.ui.words import lines_words

_REASON = "Reason, kept on the record"


class RecordingScreen(ManyScreen):
    """Flags, referrals and their answers, holds, claims, facts, divisions, approval."""

    def _enter(self, act: Callable[[], object], done: str) -> None:
        """Make an entry and say so."""
        if self.attempt(act):
            self.paint()
            self.tell(done)

    def _with_reason(self, title: str, act: Callable[[str], object], done: str) -> None:
        def go(said: dict[str, str]) -> None:
            self._enter(lambda: act(said["reason"]), done)

        self.ask(title, {"reason": _REASON}, go)

    @property
    def _here(self) -> tuple[Span, ...]:
        return target(self.sheet, self.cursor)

    def action_flag(self) -> None:
        """Offer every entry; what can't be made now says why."""
        offers = offers_on_record(self.board, self.sheet, self._here, self._now())

        def chosen(id_: str | None) -> None:
            if id_:
                getattr(self, f"action_{id_}")()

        where = lines_words(self.sheet, self._here) if self._here else "the whole cable"
        self.app.push_screen(Menu(f"Flag or refer, {where}:", offers), chosen)

    # Flags

    def action_mis_marked(self) -> None:
        """Flag the place: its marking looks wrong."""
        self._set_flag("mis-marked")

    def action_public_interest(self) -> None:
        """Ask for the balancing of 32 CFR 2001.35."""
        self._set_flag("public-interest")

    def action_other_flag(self) -> None:
        """Ask for the flag's name and set it."""
        self.ask(
            "Another flag", {"flag": "Its name, in small letters and hyphens"},
            lambda said: self._set_flag(said["flag"]),
        )  # fmt: skip

    def _set_flag(self, kind: str) -> None:
        spans = self._here
        where = lines_words(self.sheet, spans) if spans else "the whole cable"
        self._enter(lambda: self.session.flag(self.cable, kind, spans), f"Flagged {kind}: {where}.")

    def action_unflag(self) -> None:
        """Take the flags of a kind down."""
        kinds = dict.fromkeys(flag.kind for flag in self.board.state.standing.flags)
        if not kinds:
            self.complain("No flag stands on this cable.")
            return
        offers = [Offer(str(number), kind, kind) for number, kind in enumerate(kinds, 1)]

        def chosen(kind: str | None) -> None:
            if kind:
                self._with_reason(
                    f"Take down {kind}", lambda why: self.session.unflag(self.cable, kind, why),
                    f"No flag {kind} any more.",
                )  # fmt: skip

        self.app.push_screen(Menu("Take down which flag?", offers), chosen)

    # Referrals

    def _on_referral(self, then: Callable[[Referral, tuple[Span, ...]], None]) -> None:
        """Go on with the referral at the cursor; ask which, where several agencies have it."""
        known = [
            each
            for each in referrals(self.board.state, self.board.seen_by(self.session.person))
            if self._of(each)
        ]
        if not known:
            self.complain("Nothing is referred here; go to a place that is.")
        elif len(known) == 1:
            then(known[0], self._of(known[0]))
        else:
            offers = [Offer(str(n), str(n), visible(one.agency)) for n, one in enumerate(known, 1)]

            def chosen(number: str | None) -> None:
                if number:
                    one = known[int(number) - 1]
                    then(one, self._of(one))

            self.app.push_screen(Menu("Which agency?", offers), chosen)

    def _of(self, referral: Referral) -> tuple[Span, ...]:
        return intersect(referral.spans, self._here)

    def action_agency_told(self) -> None:
        """Record that the agency was told, and when it is to answer."""

        def tell(referral: Referral, spans: tuple[Span, ...]) -> None:
            def go(said: dict[str, str]) -> None:
                due = day_of(said["due"])
                if due is None and said["due"] != "-":
                    self.complain("That is no day; write it like 2026-12-31, or - for none.")
                    return
                notice = Notification(referral.agency, spans, self._today, due)
                words = f"{visible(referral.agency)} told, {lines_words(self.sheet, spans)}."
                self._enter(lambda: self.session.notify(self.cable, notice), words)

            self.ask(
                f"{visible(referral.agency)} was told of {lines_words(self.sheet, spans)}",
                {"due": "Answer due on, such as 2026-12-31; - for no day"}, go,
            )  # fmt: skip

        self._on_referral(tell)

    def action_answer_deny(self) -> None:
        """Record that the agency denies, with its codes."""

        def deny(referral: Referral, spans: tuple[Span, ...]) -> None:
            self.pick(lambda pen: self._answer_deny(referral, spans, pen))

        self._on_referral(deny)

    def _answer_deny(self, referral: Referral, spans: tuple[Span, ...], pen: Pen) -> None:
        said = Response(referral.agency, spans, "deny", pen.codes, pen.support)
        words = f"{visible(referral.agency)} denies {lines_words(self.sheet, spans)}."
        self._enter(lambda: self.session.answer(self.cable, said), words)

    def action_answer_agree(self) -> None:
        """Record that the agency has no objection."""

        def agree(referral: Referral, spans: tuple[Span, ...]) -> None:
            said = Response(referral.agency, spans, "no-objection", (), Support())
            words = f"{visible(referral.agency)} has no objection; now decide the place."
            self._enter(lambda: self.session.answer(self.cable, said), words)

        self._on_referral(agree)

    @property
    def _today(self) -> date:
        return self._now().astimezone().date()

    # The cable

    def action_attest(self) -> None:
        """Attest a fact; the clock then reads the cable anew."""

        def attest(said: dict[str, str]) -> None:
            try:
                name, value = read_fact(said["fact"])
            except FactError as fault:
                self.complain(str(fault))
                return
            facts = {name: value}
            done = "Attested; the clock was read anew."
            self._enter(lambda: self.session.attest(self.cable, facts, said["reason"]), done)

        names = ", ".join(FACT_NAMES)
        self.ask(
            "Attest a fact", {"fact": f"NAME=VALUE, NAME one of {names}", "reason": "Its source"},
            attest,
        )  # fmt: skip

    def action_hold(self) -> None:
        """Put the cable on hold."""
        self._with_reason(
            "Put this cable on hold", lambda why: self.session.hold(self.cable, why), "On hold."
        )

    def action_lift_hold(self) -> None:
        """Lift the hold."""
        self._with_reason(
            "Lift the hold", lambda why: self.session.lift(self.cable, why), "The hold is lifted."
        )

    def action_claim(self) -> None:
        """Take the cable over from somebody else, with a note."""

        def take(said: dict[str, str]) -> None:
            self._enter(
                lambda: self.session.claim(self.cable, said["note"]), "The cable is yours now."
            )

        held = self.board.state.claim
        if held is None or held.person == self.session.person:
            self.complain("Nobody else is at work on this cable.")
        else:
            self.ask(f"Take over from {visible(held.person)}", {"note": "Why, for both"}, take)

    def action_unclaim(self) -> None:
        """Give the cable back."""
        self._enter(lambda: self.session.unclaim(self.cable), "Given back: others can work on it.")

    def action_split(self) -> None:
        """Divide the item at the cursor or around the selection; join it where it is divided."""
        cuts = self._cuts()
        there = [cut for cut in cuts if cut in self.board.docket.cuts]
        if there and not self.cursor.selection:
            self._enter(lambda: self.session.join(self.cable, there), "Joined again.")
        elif cuts:
            self._enter(
                lambda: self.session.split(self.cable, cuts),
                "Divided: each part is decided on its own.",
            )
        else:
            self.complain("Nothing can be divided here: go inside an item, or select a part of it.")

    def _cuts(self) -> list[int]:
        """Give where to cut: before the cursor, or at both ends of the selection."""
        chosen, text = self.cursor.selection, self.sheet.text
        offset = self.cursor.offset
        edges = trimmed(chosen, text) if chosen else (offset,)
        items = self.board.docket.proposals.items
        return [
            edge for edge in edges
            if any(item.span.start < edge < item.span.end for item in items if item.content)
        ]  # fmt: skip

    # After the signatures

    def action_approve(self) -> None:
        """Approve, as a senior official, what waits for one."""
        self._with_reason(
            "Approve what waits for a senior official",
            lambda why: self.session.approve(self.cable, why), "Approved.",
        )  # fmt: skip

    def action_reopen(self) -> None:
        """Open a complete review again."""
        self._with_reason(
            "Open this review again: all signatures are void",
            lambda why: self.session.reopen(self.cable, why), "Open again; all decisions stand.",
        )  # fmt: skip

    def action_check(self) -> None:
        """Record what quality control found; a fault opens the review again."""

        def found(id_: str | None) -> None:
            fault = next((each for each in FAULTS if each == id_), None)
            if fault:
                self._with_reason(
                    "What was wrong", lambda why: self.session.check(self.cable, fault, why),
                    "Recorded; the review is open again.",
                )  # fmt: skip
            elif id_:
                self._enter(lambda: self.session.check(self.cable), "Recorded: it was right.")

        self.app.push_screen(Menu("What did quality control find?", offers_of_check()), found)
