"""The fold: undo and redo are events, and a replay always gives the same state."""

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from redactor.review.events import Draft, Event
from redactor.review.fold import fold_cable
from redactor.text import Span
from tests.review.builder import MOMENT


class Journal:
    """Numbers events as the case file does."""

    def __init__(self) -> None:
        self.events: list[Event] = []

    def append(self, person: str, *drafts: Draft) -> int:
        act = len(self.events) + 1
        self.events += [
            Event(act + i, act, MOMENT, person, "c", d.kind, d.body, d.remarks)
            for i, d in enumerate(drafts)
        ]
        return act

    def decide(self, person: str, *verdicts: str) -> int:
        return self.append(person, *(deciding(verdict) for verdict in verdicts))


def deciding(verdict: str) -> Draft:
    codes = ["b6"] if verdict == "redact" else []
    body = {"spans": [[0, 5]], "verdict": verdict, "codes": codes, "rule": "none", "policy": "p"}
    return Draft("decide", "c", body)


def test_an_act_of_many_events_is_undone_as_one() -> None:
    journal = Journal()
    first = journal.decide("ann", "release")
    bulk = journal.decide("ann", "redact", "release", "redact")
    journal.append("ann", Draft("undo", "c", {"act": bulk}))
    desk = fold_cable(journal.events).desk("ann")
    assert [decision.group for decision in desk.decisions] == [first]
    assert [decision.group for act in desk.undone for decision in act.decisions] == [bulk] * 3


def test_each_person_undoes_their_own() -> None:
    journal = Journal()
    journal.decide("ann", "release")
    theirs = journal.decide("bob", "redact")
    journal.append("bob", Draft("undo", "c", {"act": theirs}))
    state = fold_cable(journal.events)
    assert len(state.desk("ann").decisions) == 1
    assert not state.desk("bob").decisions
    assert not state.desk("eve").decisions


def test_remarks_come_back_with_their_decision() -> None:
    journal = Journal()
    journal.append("ann", Draft("decide", "c", deciding("redact").body, {"harm": "h", "note": "n"}))
    (decision,) = fold_cable(journal.events).desk("ann").decisions
    assert (decision.support.harm, decision.note, decision.reason) == ("h", "n", None)


def test_signatures_are_named_by_their_order_and_an_undone_one_is_gone() -> None:
    journal = Journal()
    signing = journal.append("bob", Draft("sign", "c", {"stage": 1, "painting": []}))
    journal.append("ann", Draft("sign", "c", {"stage": 2, "painting": []}))
    signed = [(s.person, s.stage) for s in fold_cable(journal.events).signatures]
    assert signed == [("bob", "first"), ("ann", "second")]
    journal.append("bob", Draft("undo", "c", {"act": signing}))
    signed = [(s.person, s.stage) for s in fold_cable(journal.events).signatures]
    assert signed == [("ann", "first")]


def test_a_signature_holds_the_decisions_that_it_covers() -> None:
    journal = Journal()
    seq = journal.decide("ann", "redact")
    journal.append("bob", Draft("sign", "c", {"stage": 1, "painting": [[0, 5, seq]]}))
    (signing,) = fold_cable(journal.events).signings
    assert [(p.span, p.decision.person) for p in signing.painting] == [(Span(0, 5), "ann")]


class UndoMachine(RuleBasedStateMachine):
    """Decide, undo and redo against two plain stacks."""

    def __init__(self) -> None:
        super().__init__()
        self.journal = Journal()
        self.done: list[tuple[int, list[str]]] = []
        self.undone: list[tuple[int, list[str]]] = []

    @rule(
        verdicts=st.lists(st.sampled_from(["release", "redact", "refer"]), min_size=1, max_size=3)
    )
    def decide(self, verdicts: list[str]) -> None:
        self.done.append((self.journal.decide("ann", *verdicts), verdicts))
        self.undone.clear()

    @rule()
    def someone_else_decides(self) -> None:
        self.journal.decide("bob", "release")

    @precondition(lambda self: self.done)
    @rule()
    def undo(self) -> None:
        self.undone.append(self.done.pop())
        self.journal.append("ann", Draft("undo", "c", {"act": self.undone[-1][0]}))

    @precondition(lambda self: self.undone)
    @rule()
    def redo(self) -> None:
        self.done.append(self.undone.pop())
        self.journal.append("ann", Draft("redo", "c", {"act": self.done[-1][0]}))

    @invariant()
    def state_equals_the_stacks(self) -> None:
        desk = fold_cable(self.journal.events).desk("ann")
        assert [act.seq for act in desk.acts] == [act for act, _ in self.done]
        assert [act.seq for act in desk.undone] == [act for act, _ in self.undone]
        wanted = [verdict for _, verdicts in self.done for verdict in verdicts]
        assert [decision.verdict for decision in desk.decisions] == wanted


TestUndo = UndoMachine.TestCase
TestUndo.settings = settings(max_examples=60, stateful_step_count=25)
