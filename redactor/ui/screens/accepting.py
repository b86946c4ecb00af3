"""Accepting: one key for the proposal at the cursor, and what to do instead of it."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from redactor.policy import Proposal
from redactor.ui.cursor import target
from redactor.ui.dialogs.menu import Menu
from redactor.ui.offers import offers_instead
from redactor.ui.pen import Pen
from redactor.ui.screens.ruling import RulingScreen
from redactor.ui.words import ACTION_WORDS, codes_words, lines_words


class AcceptingScreen(RulingScreen):
    """Accepts and rejects proposals, edits their spans, notes."""

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
            spans = self.sheet.open_at(self.cursor.offset)
            self.complete(pen, lambda whole: self.withhold(spans, whole))
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
            self.nothing_here()
            return None
        item = self.sheet.items[index]
        if not self.sheet.open_at(self.cursor.offset):
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
            self.pick(lambda chosen: self.withhold(spans, chosen))

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
