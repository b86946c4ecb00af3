"""Two people decide, undo, redo, sign, release and reopen, against a model of plain dicts."""

from dataclasses import dataclass, field, replace
from typing import Literal

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from redactor.policy import Workflow
from redactor.review import Board, CableState, Refused, Ruling, officials
from redactor.review import acts as rules
from redactor.review.events import Draft, Event
from redactor.review.fold import fold_cable
from tests.review.builder import MOMENT, docket

PEOPLE = ("ann", "bob")
DOCKET = docket()
PLACES = DOCKET.content
Word = Literal["release", "redact"]
Answers = dict[int, Word]


@dataclass
class Desk:
    """One person in the model: answers by place, one dict for each act."""

    settled: Answers = field(default_factory=dict)
    acts: list[Answers | None] = field(default_factory=list)
    """``None`` is a signature."""
    undone: list[Answers | None] = field(default_factory=list)

    @property
    def answers(self) -> Answers:
        known = dict(self.settled)
        for act in self.acts:
            known |= act or {}
        return known

    @property
    def signed(self) -> bool:
        return None in self.acts


def exposes(before: Answers, after: Answers) -> bool:
    return any(before.get(n) == "redact" and after.get(n) == "release" for n in range(len(PLACES)))


people = st.sampled_from(PEOPLE)
words = st.sampled_from(["release", "redact"])
numbers = st.sets(st.integers(0, 2), min_size=1)


class ReviewMachine(RuleBasedStateMachine):
    """The review itself, beside the model."""

    def __init__(self) -> None:
        super().__init__()
        self.board = Board(DOCKET, CableState(), Workflow(reviews=2))
        self.journal: list[Event] = []
        self.desks = {person: Desk() for person in PEOPLE}
        self.released = False

    def write(self, person: str, drafts: tuple[Draft, ...]) -> None:
        act = len(self.journal) + 1
        events = [
            Event(act + i, act, MOMENT, person, "c", d.kind, d.body, d.remarks)
            for i, d in enumerate(drafts)
        ]
        self.journal += events
        self.board = replace(self.board, state=fold_cable(events, self.board.state))

    @property
    def complete(self) -> bool:
        ann, bob = self.desks.values()
        return ann.signed and bob.signed and ann.answers == bob.answers

    @rule(person=people, places=numbers, word=words, bulk=st.booleans())
    def decide(self, person: str, places: set[int], word: Word, *, bulk: bool) -> None:
        codes = ("b1", "1.4(d)") if word == "redact" else ()
        spans = [(PLACES[n],) for n in sorted(places)]
        parts = spans if bulk else [tuple(span for part in spans for span in part)]
        rulings = [Ruling(part, word, codes) for part in parts]
        desk = self.desks[person]
        if desk.signed:
            with pytest.raises(Refused, match="has signed"):
                rules.decide(self.board, person, rulings)
            return
        self.write(person, rules.decide(self.board, person, rulings))
        desk.acts.append(dict.fromkeys(places, word))
        desk.undone.clear()

    @rule(person=people, reason=st.sampled_from([None, "it is public"]))
    def undo(self, person: str, reason: str | None) -> None:
        desk = self.desks[person]
        after = replace(desk, acts=desk.acts[:-1])
        asks = exposes(desk.answers, after.answers) and reason is None
        if self.released or not desk.acts or asks:
            with pytest.raises(Refused):
                rules.undo(self.board, person, reason)
            return
        self.write(person, rules.undo(self.board, person, reason))
        desk.undone.append(desk.acts.pop())

    @rule(person=people, reason=st.sampled_from([None, "it is public"]))
    def redo(self, person: str, reason: str | None) -> None:
        desk = self.desks[person]
        after = replace(desk, acts=[*desk.acts, *desk.undone[-1:]])
        asks = exposes(desk.answers, after.answers) and reason is None
        if self.released or not desk.undone or asks:
            with pytest.raises(Refused):
                rules.redo(self.board, person, reason)
            return
        self.write(person, rules.redo(self.board, person, reason))
        desk.acts.append(desk.undone.pop())

    @rule(person=people)
    def sign(self, person: str) -> None:
        desk = self.desks[person]
        if desk.signed or len(desk.answers) < len(PLACES):
            with pytest.raises(Refused):
                rules.sign(self.board, person)
            return
        self.write(person, rules.sign(self.board, person))
        desk.acts.append(None)
        desk.undone.clear()

    @rule()
    def release(self) -> None:
        if not self.complete:
            with pytest.raises(Refused):
                self.board.completed()
            return
        said = {
            PLACES.index(part.span): part.decision.verdict
            for part in self.board.completed().painting
        }
        assert said == self.desks["ann"].answers
        if not self.released:
            body = {"number": "R-0001", "sha256": "f" * 64, "shown": []}
            self.write("ann", (Draft("release", "c", body),))
            self.released = True

    @rule()
    def reopen(self) -> None:
        if not self.complete:
            with pytest.raises(Refused):
                officials.reopen(self.board, "an appeal")
            return
        self.write("ann", officials.reopen(self.board, "an appeal"))
        self.desks = {name: Desk(settled=desk.answers) for name, desk in self.desks.items()}
        self.released = False

    @invariant()
    def each_person_sees_what_the_model_says(self) -> None:
        for person, desk in self.desks.items():
            view = self.board.view(person)
            seen = {
                n: part.decision.verdict
                for n, place in enumerate(PLACES)
                for part in view.painting
                if part.span == place
            }
            assert seen == desk.answers
            assert bool(view.desk.signed) == desk.signed
        assert self.board.complete == self.complete

    def teardown(self) -> None:
        """Fold the whole journal once more: a replay gives the same."""
        assert fold_cable(self.journal) == self.board.state


TestReview = ReviewMachine.TestCase
TestReview.settings = settings(max_examples=80, stateful_step_count=30)
