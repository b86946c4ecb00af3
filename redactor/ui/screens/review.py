"""The review screen, whole: with its panes, units, selection, signing and writing."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import partial

from redactor.review import Fix, Now, Session, utc_now
from redactor.text import plural, visible
from redactor.ui.clock import status_at
from redactor.ui.cursor import Cursor
from redactor.ui.dialogs.day import AskDay
from redactor.ui.dialogs.menu import Menu
from redactor.ui.dialogs.signoff import SignOff
from redactor.ui.dialogs.whatif import WhatIf
from redactor.ui.host import host_of
from redactor.ui.offers import offers_here
from redactor.ui.sayings import Saying
from redactor.ui.screens.recording import RecordingScreen
from redactor.ui.search import NOTHING_FOUND
from redactor.ui.signing import after_signing, before_signing, leaks_in, mending
from redactor.ui.start import Publish
from redactor.ui.thrift import thrifty
from redactor.ui.whatif import suggestions, what_if
from redactor.ui.widgets.pane import Pane
from redactor.ui.widgets.source import SourceView
from redactor.ui.words import name_words

_SEEN = 0.05
"""Seconds until what was just told is on the screen."""
_SLOW = 100_000
"""Code points from which on the search for leaks takes longer than a frame."""


class ReviewScreen(RecordingScreen):
    """One cable under review."""

    CSS_PATH = "review.tcss"
    AUTO_FOCUS = "#source"

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
        """Drop the selection, then what was searched for, then the limit; come back to the source.

        One press drops one thing.
        """
        if not self.source.has_focus:
            self.source.focus()
        elif self.cursor.anchor is not None:
            self.cursor = replace(self.cursor, anchor=None)
        elif self.found.words:
            self.found = NOTHING_FOUND
        else:
            self.limit = None
        self.paint()

    def on_source_view_asked(self, message: SourceView.Asked) -> None:
        """Offer what can be done at the place under the mouse."""
        if not (self.cursor.selection and message.offset in self.cursor.selection):
            self.move(Cursor(message.offset, None, self.cursor.unit))

        def chosen(id_: str | None) -> None:
            if id_:
                getattr(self, f"action_{id_}")()

        self.app.push_screen(Menu("Here:", offers_here(self.sheet, self.keymap)), chosen)

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

        self.app.push_screen(WhatIf(day, thrifty(len(docket.cable.text), look)), seen)

    # Signing and writing

    def action_sign(self) -> None:
        """Sign after a summary; what is missing is said instead, where something is."""
        view = self.sheet.view
        if view.open or view.desk.signed or view.docket.proposals.hold or self.board.complete:
            self._sign(agreed=True)
            return
        board, sheet, amount = self.board, self.sheet, self.session.policy.amount
        keymap = self.keymap
        fixes: list[Fix] = []

        def look() -> tuple[Saying, ...]:
            leaks = leaks_in(sheet, amount)
            fixes[:] = mending(sheet, leaks)
            return before_signing(board, sheet, leaks, keymap)

        def answered(answer: str | None) -> None:
            if answer == "mend":
                self._propose(fixes)
            else:
                self._sign(agreed=answer == "sign")

        name = name_words(sheet.view.docket.cable, sheet.view.docket.name)
        title = f"Sign {name} as {visible(self.session.person)}?"
        work, slow = thrifty(len(sheet.text), look), len(sheet.text) > _SLOW
        self.app.push_screen(SignOff(title, work, lambda: bool(fixes), slow=slow), answered)

    def _propose(self, fixes: Sequence[Fix]) -> None:
        """Put what mends leaks among the proposals: they are decided as any other."""
        if self.attempt(lambda: self.session.suggest(self.cable, fixes)):
            self.paint()
            places = sum(len(fix.spans) for fix in fixes)
            self.tell(f"Proposed to withhold {plural(places, 'place')} more; decide, then sign.")

    def _sign(self, agreed: bool | None) -> None:  # noqa: FBT001 - a dialog's answer
        if agreed and self.attempt(lambda: self.session.sign(self.cable)):
            self.paint()
            last = self.line.step(self.place, 1) is None
            following = None if last else self.keymap.key("next_cable")
            write = self.keymap.key("write")
            self.tell(after_signing(self.board, self.session.person, write, following))

    def action_write(self) -> None:
        """Write the release of this cable, if it is complete: it takes a moment, and keys wait."""
        if self.board.complete:
            self.tell("Writing the release, and proving what was written…", "plain")
        host_of(self).reading = True
        self.set_timer(_SEEN, partial(self._write, self.cable))

    def _write(self, cable: str) -> None:
        host_of(self).reading = False
        said: list[str] = []
        if self.attempt(lambda: said.append(self._publish(cable))):
            self.paint()
            self.tell(f"Released. {said[0]}")

    def action_back(self) -> None:
        """Go back to the list of cables."""
        self.app.pop_screen()
