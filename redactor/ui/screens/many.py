"""Deciding many places at once: each list is shown, can be unticked, and waits for a yes."""

from asyncio import sleep
from collections.abc import Callable, Iterator, Mapping, Sequence
from time import monotonic
from typing import NamedTuple

from redactor.policy import Proposal
from redactor.review import Alike, Entry, Ruling, alike, one_by_one
from redactor.text import Span, clip, plural, visible
from redactor.ui.bulk import (
    Plan,
    alike_line,
    as_proposed,
    item_line,
    kind_words,
    left_line,
    plan,
    plan_release,
    released,
)
from redactor.ui.cursor import target
from redactor.ui.dialogs.ticks import Picked, Thing, TickRow, Ticks
from redactor.ui.pen import Pen
from redactor.ui.reasons import matched_words
from redactor.ui.screens.accepting import AcceptingScreen
from redactor.ui.screens.cable import FAULTS
from redactor.ui.sheet import Sheet
from redactor.ui.words import shorten

_SLICE = 0.012
"""Seconds of work between two looks at the keys: less than a frame."""
_QUOTED = 40


class _Open(NamedTuple):
    """An open item somewhere in the case."""

    cable: str
    item: Proposal


class ManyScreen(AcceptingScreen):
    """Accepts, releases and withholds many places as one act, which one undo takes back."""

    # In this cable

    def action_accept_rule(self) -> None:
        """Show what accepting the rest of this rule would come to, then do it if agreed."""
        rule = self._rule_here()
        self._offer(plan(self.sheet, rule), rule)

    def _rule_here(self) -> str | None:
        index = self.sheet.item_at(self.cursor.offset)
        return None if index is None else self.sheet.items[index].won_by

    def _offer(self, chosen: Plan, rule: str | None) -> None:
        scope = f"the rule {visible(rule)}" if rule else "this cable"
        title = f"Accept {plural(len(chosen.ready), 'proposal')} of {scope}?"
        wider = (("a", "the whole cable"),) if rule else ()
        dialog = Ticks[Proposal](title, (("y", "accept all ticked"), *wider), free=("a",))
        dialog.add(_plan_rows(self.sheet, chosen), chosen.rest)

        def answered(answer: Picked[Proposal] | None) -> None:
            if answer and answer.verb == "a":
                self._offer(plan(self.sheet), None)
            elif answer:
                self._accept_items(answer.ticked)

        self.app.push_screen(dialog, answered)

    def _accept_items(self, items: Sequence[Proposal]) -> None:
        before = self.sheet.view.decided
        if self.attempt(lambda: self.session.accept(self.cable, items)):
            done = self.sheet.view.decided - before
            self.advance(self.cursor.offset)
            if self.sheet.view.open:
                key = self.keymap.key("undo")
                self.tell(f"Accepted {plural(done, 'proposal')}; {key} takes them all back.")

    def action_release_rest(self) -> None:
        """Show what releasing the rest would come to; ask for a reason; then do it."""
        chosen = plan_release(self.sheet)
        title = f"Release {plural(len(chosen.ready), 'open place')} of this cable?"
        dialog = Ticks[Proposal](title, (("y", "release all ticked"),))
        dialog.add(_plan_rows(self.sheet, chosen), chosen.rest)

        def answered(answer: Picked[Proposal] | None) -> None:
            if answer:
                items = answer.ticked
                self.ask(
                    f"Release {plural(len(items), 'place')}",
                    {"reason": "Reason, kept with each decision"},
                    lambda said: self._release_items(items, said["reason"]),
                )

        self.app.push_screen(dialog, answered)

    def _release_items(self, items: Sequence[Proposal], reason: str) -> None:
        rulings = released(self.sheet, items, reason)
        if self.attempt(lambda: self.session.decide(self.cable, *rulings)):
            self.advance(self.cursor.offset)

    # In the whole case

    def action_accept_everywhere(self) -> None:
        """List the rest of this rule in the case, and accept what stays ticked."""
        rule = self._rule_here()
        if rule is None:
            self.complain("No rule proposes anything here; go to an item that one does.")
            return

        def rows(entry: Entry) -> Iterator[TickRow[_Open]]:
            sheet, name = self.sheet_of(entry.sha256), visible(entry.label)
            chosen = plan(sheet, rule)
            for item in chosen.ready:
                open_ = _Open(entry.sha256, item)
                yield TickRow(item_line(sheet, item, name), open_, kind=kind_words(item))
            for item, why in chosen.left:
                yield TickRow(f"{name} {left_line(sheet, item, why)}", can=False)

        def picked(answer: Picked[_Open] | None) -> None:
            if answer:
                self._accept_everywhere(answer.ticked)

        title = f"Accept the rule {visible(rule)} in the whole case?"
        self.scan(Ticks(title, (("y", "accept all ticked"),)), rows, picked)

    def _accept_everywhere(self, chosen: Sequence[_Open]) -> None:
        items: dict[str, list[Proposal]] = {}
        for each in chosen:
            items.setdefault(each.cable, []).append(each.item)
        self._decide_many(
            {cable: as_proposed(self.sheet_of(cable), found) for cable, found in items.items()}
        )

    def action_where_else(self) -> None:
        """Show where in the case the same words stand."""
        samples = self._samples()
        if not samples:
            self.complain("There are no words here to look for; select some.")
            return

        def rows(entry: Entry) -> Iterator[TickRow[Alike]]:
            sheet, name = self.sheet_of(entry.sha256), visible(entry.label)
            for place in alike(sheet.view.docket, samples):
                can = bool(clip((place.span,), sheet.view.docket.content))
                yield TickRow(alike_line(sheet, place, name), place, can)

        def picked(answer: Picked[Alike] | None) -> None:
            if answer and answer.verb == "enter" and answer.here:
                self._go_to_place(answer.here)
            elif answer:
                self._withhold_alike(answer.ticked)

        quoted = ", ".join(f"“{visible(shorten(words, _QUOTED))}”" for words in samples)
        verbs = (("enter", "go there"), ("x", "withhold all ticked"))
        self.scan(Ticks(f"Where {quoted} stands", verbs, ticked=False), rows, picked)

    def _samples(self) -> tuple[str, ...]:
        """Give the words to look for: selected, or matched by a rule here, or the whole place."""
        cursor, sheet = self.cursor, self.sheet
        index = sheet.item_at(cursor.offset)
        matched = () if index is None else matched_words(sheet.items[index])
        here = tuple(span for span in matched if cursor.offset in span)
        chosen = (cursor.selection,) if cursor.selection else here or matched
        spans: Sequence[Span] = chosen or target(sheet, cursor)
        words = (span.cut(sheet.text).strip() for span in spans)
        return tuple(dict.fromkeys(filter(None, words)))

    def _go_to_place(self, place: Alike) -> None:
        if place.cable == self.cable:
            self.move(self.cursor.at(place.span.start))
        else:
            self.open_cable(place.cable, place.span.start)

    def _withhold_alike(self, places: Sequence[Alike]) -> None:
        def decide(pen: Pen) -> None:
            ruling = Ruling((), "redact", pen.codes, pen.support)
            spans: dict[str, list[Span]] = {}
            for place in places:
                spans.setdefault(place.cable, []).append(place.span)
            self._decide_many({
                cable: one_by_one(self.session.docket(cable), ruling, found)
                for cable, found in spans.items()
            })  # fmt: skip

        self.with_pen(decide)

    def _decide_many(self, rulings: Mapping[str, Sequence[Ruling]]) -> None:
        count = sum(map(len, rulings.values()))
        if count and self.attempt(lambda: self.session.decide_many(rulings)):
            self.advance(self.cursor.offset)
            where = plural(len(rulings), "cable")
            key = self.keymap.key("undo")
            self.tell(f"Decided {plural(count, 'place')} in {where}; {key} takes all back.")

    def sheet_of(self, cable: str) -> Sheet:
        """Give the sheet of any cable of the case."""
        return self.sheet if cable == self.cable else Sheet(self.session.view(cable))

    def scan(
        self,
        dialog: Ticks[Thing],
        rows: Callable[[Entry], Iterator[TickRow[Thing]]],
        picked: Callable[[Picked[Thing] | None], None],
    ) -> None:
        """Fill a list cable by cable, this one first, and let keys through in between."""

        async def fill() -> None:
            entries = sorted(self.session.entries, key=lambda entry: entry.sha256 != self.cable)
            waiting: list[TickRow[Thing]] = []
            began = monotonic()
            for number, entry in enumerate(entries, 1):
                waiting += _rows_of(entry, rows)
                if monotonic() - began > _SLICE:
                    dialog.add(waiting, f"looked through {number:,} of {len(entries):,} cables")
                    waiting = []
                    await sleep(0)
                    began = monotonic()
                if not dialog.is_attached:
                    return
            dialog.add(waiting, f"looked through {plural(len(entries), 'cable')}")

        self.app.push_screen(dialog, picked)
        self.run_worker(fill(), group="scan", exclusive=True)


def _rows_of(
    entry: Entry, rows: Callable[[Entry], Iterator[TickRow[Thing]]]
) -> list[TickRow[Thing]]:
    try:
        return list(rows(entry))
    except FAULTS as fault:
        return [TickRow(f"! {visible(entry.label)}: {visible(str(fault))}", can=False)]


def _plan_rows(sheet: Sheet, chosen: Plan) -> list[TickRow[Proposal]]:
    """Give the lines of a plan: what can be ticked, then what stays open."""
    return [
        *(TickRow(item_line(sheet, item), item, kind=kind_words(item)) for item in chosen.ready),
        *(TickRow(left_line(sheet, item, why), can=False) for item, why in chosen.left),
    ]
