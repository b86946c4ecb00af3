"""The review screen, whole: with its panes, units, selection, signing and writing."""

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import ClassVar

from textual.binding import BindingType

from redactor.release import compose, find_leaks
from redactor.review import Now, Session, utc_now
from redactor.ui.clock import status_at
from redactor.ui.dialogs.confirm import Confirm
from redactor.ui.dialogs.day import AskDay
from redactor.ui.dialogs.whatif import WhatIf
from redactor.ui.keymap import bindings
from redactor.ui.sayings import Saying
from redactor.ui.screens.deciding import DecidingScreen
from redactor.ui.sheet import DECIDED, GLYPHS
from redactor.ui.whatif import suggestions, what_if
from redactor.ui.widgets.pane import Pane
from redactor.ui.words import VERDICT_WORDS, lines_words, plural

Publish = Callable[[str], str]
"""Writes the release of a completed cable, named by its hash; says in a sentence where."""

_LEAKS_SHOWN = 5


class ReviewScreen(DecidingScreen):
    """One cable under review."""

    CSS_PATH = "review.tcss"
    AUTO_FOCUS = "#source"
    BINDINGS: ClassVar[list[BindingType]] = bindings("review")

    def __init__(
        self, session: Session, publish: Publish, cable: str, offset: int | None, now: Now = utc_now
    ) -> None:
        """Open ``cable`` at ``offset`` (code points), or at its first open item."""
        super().__init__(session, cable, offset or 0, now)
        self._publish = publish
        if offset is None:
            self.start_at_open()

    # What a decision acts on

    def action_cycle_unit(self) -> None:
        """Change the unit; a selection gives way to it."""
        self.move(replace(self.cursor.with_next_unit(), anchor=None))

    def action_select(self) -> None:
        """Start a selection at the cursor, or drop the one there is."""
        anchor = self.cursor.offset if self.cursor.anchor is None else None
        self.move(replace(self.cursor, anchor=anchor))

    def action_drop(self) -> None:
        """Drop the selection and come back to the source."""
        self.source.focus()
        self.move(replace(self.cursor, anchor=None))

    # What is in sight

    def action_toggle_why(self) -> None:
        """Show or hide the why pane."""
        self.panes = self.panes.with_why_toggled(self.shape)
        self._painted_anew()

    def action_toggle_preview(self) -> None:
        """Show or hide the preview."""
        self.panes = self.panes.with_preview_toggled(self.shape)
        self._painted_anew()

    def _painted_anew(self) -> None:
        self.paint()
        self.call_after_refresh(self.paint)
        if isinstance(self.focused, Pane) and not self.focused.display:
            self.source.focus()

    def action_pane(self) -> None:
        """Go to the next pane in sight."""
        self.focus_next("SourceView, Pane")

    def action_what_if(self) -> None:
        """Ask for a day and show what it would change; the case stays as it is."""
        status, _ = status_at(self.sheet.view.docket.dated, self.cursor.offset)
        today = self._now().astimezone().date()
        self.app.push_screen(AskDay(suggestions(today, status.frees_on)), self._look_on)

    def _look_on(self, day: date | None) -> None:
        if day is None:
            return
        docket, session = self.sheet.view.docket, self.session
        session.policy_for(self.cable)  # the look runs on another thread, where no file is read

        def look() -> tuple[Saying, ...]:
            return what_if(docket, session.what_if(docket, day))

        def seen(again: bool | None) -> None:  # noqa: FBT001 - a dialog's answer
            if again:
                self.action_what_if()

        self.app.push_screen(WhatIf(day, look), seen)

    # Signing and writing

    def action_sign(self) -> None:
        """Sign after a summary; what is missing is said instead, where something is."""
        view = self.sheet.view
        if view.open or view.desk.signed or view.docket.proposals.hold or self.board.complete:
            self._sign(agreed=True)
        else:
            title = f"Sign as {self.session.person}?"
            self.app.push_screen(Confirm(title, self._summary(), "sign"), self._sign)

    def _sign(self, agreed: bool | None) -> None:  # noqa: FBT001 - a dialog's answer
        if agreed and self.attempt(lambda: self.session.sign(self.cable)):
            self.paint()
            missing = self.board.missing(self.session.person)
            done = f"still to do: {missing}" if missing else "complete; W writes the release"
            self.tell(f"Signed: {done}.")

    def _summary(self) -> tuple[str, ...]:
        view = self.sheet.view
        counts = Counter(part.decision.verdict for part in view.painting)
        sums = [
            f"{GLYPHS[state]} {plural(counts[verdict], 'place')} {VERDICT_WORDS[verdict]}"
            for verdict, state in DECIDED.items()
        ]
        against = sum(
            part.decision.verdict != item.action
            for part in view.painting
            for item in self.sheet.items_over(part.span)
            if item.action != "review"
        )
        sums.append(f"  {plural(against, 'place')} decided against the proposal")
        return (*sums, "", *self._warnings())

    def _warnings(self) -> tuple[str, ...]:
        cable, painting = self.sheet.view.docket.cable, self.sheet.view.painting
        amount = self.session.policy.amount
        pieces = compose(cable, painting, amount=amount, undecided="mark")
        leaks = find_leaks(cable, painting, pieces)
        if not leaks:
            return ("Nothing withheld was found again in what is released.",)
        more = [f"! and {len(leaks) - _LEAKS_SHOWN} more"] if len(leaks) > _LEAKS_SHOWN else []
        return (
            *(
                f"! What is withheld at {lines_words(self.sheet, (leak.withheld,))} is released "
                f"at {lines_words(self.sheet, (leak.released,))}."
                for leak in leaks[:_LEAKS_SHOWN]
            ),
            *more,
        )

    def action_write(self) -> None:
        """Write the release of this cable, if it is complete."""
        said: list[str] = []
        if self.attempt(lambda: said.append(self._publish(self.cable))):
            self.paint()
            self.tell(f"Released. {said[0]}")

    def action_back(self) -> None:
        """Go back to the list of cables."""
        self.app.pop_screen()
