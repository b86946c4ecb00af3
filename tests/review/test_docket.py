"""A view: what it knows from the view before is what it would find anew, after any acts."""

from collections.abc import Iterator
from typing import Literal

from hypothesis import given, settings
from hypothesis import strategies as st

from redactor.review import Decision, Desk, Painted, Suggestion, Verdict, View
from redactor.review.desk import Signing
from redactor.review.docket import meeting, proposing_rule
from redactor.review.events import Event
from redactor.review.paint import overlay, paint, within
from redactor.review.suggested import Fix, without_overtaken
from redactor.text import Span, clip, gaps
from tests.review.builder import MOMENT, decision, docket

DOCKET = docket()
END = len(DOCKET.cable.text)
MORE = DOCKET.with_suggestions((
    Suggestion(40, "ann", Fix("f1", (Span(4, 20), Span(30, 50)), "leak-search", "Also there.")),
))  # fmt: skip

spans = st.integers(0, END - 1).flatmap(
    lambda start: st.integers(start + 1, END).map(lambda end: Span(start, end))
)
VERDICTS: tuple[Verdict, ...] = ("release", "redact", "refer")
Kind = Literal["decide", "undo", "redo", "sign", "reopen"]
KINDS: tuple[Kind, ...] = ("decide", "decide", "decide", "undo", "redo", "sign", "reopen")
Step = tuple[Kind, list[tuple[Verdict, list[Span]]], bool, bool]
steps = st.lists(
    st.tuples(
        st.sampled_from(KINDS),
        st.lists(st.tuples(st.sampled_from(VERDICTS), st.lists(spans, min_size=1, max_size=3)),
                 min_size=1, max_size=3),
        st.booleans(), st.booleans(),
    ),
    max_size=12,
)  # fmt: skip
BASE = paint([decision(1, "redact", Span(0, 9), Span(30, END), person="bob")])


def stepped(desk: Desk, kind: Kind, made: list[Decision]) -> Desk:
    act = made[0].seq
    if kind == "undo" and desk.acts:
        return desk.back()
    if kind == "redo" and desk.undone:
        return desk.again()
    if kind == "sign":
        signed = Event(act, act, MOMENT, "ann", None, "sign", {}, {}, "reviewer", None)
        return desk.signing(act, Signing(signed, desk.painting))
    if kind == "reopen":
        return desk.reopened()
    for each in made:
        desk = desk.deciding(act, each)
    return desk


def course(steps_: list[Step]) -> Iterator[View]:
    """Give the views of one person, each after the one before."""
    desk, view, seq = Desk("ann"), View(DOCKET, Desk("ann")), 10
    for kind, rulings, based, suggested in steps_:
        made = [decision(seq + i, verdict, *some) for i, (verdict, some) in enumerate(rulings)]
        seq += len(made)
        desk = stepped(desk, kind, made)
        new = View(MORE if suggested else DOCKET, desk, BASE if based else ())
        view = new.after(view)
        yield view


def plainly(view: View) -> tuple[Painted, ...]:
    """Lay all that counts over each other, and cut it at the items."""
    own = within(view.desk.painting, view.docket.content)
    found, suggested = overlay(view.base, own), view.docket.suggested
    if suggested and not view.desk.signed:
        found = without_overtaken(found, suggested)
    return within(found, view.docket.content)


@settings(max_examples=300, deadline=None)
@given(steps)
def test_what_is_taken_over_is_what_would_be_found_anew(steps_: list[Step]) -> None:
    for view in course(steps_):
        anew = View(view.docket, view.desk, view.base)
        assert view.parts == anew.parts
        assert view.painting == anew.painting == plainly(view)
        assert view.open_items == anew.open_items


@settings(deadline=None)
@given(steps)
def test_what_is_open_is_the_content_that_nothing_is_painted_on(
    steps_: list[Step],
) -> None:
    for view in course(steps_):
        content, text = view.docket.content, view.docket.cable.text
        free = gaps((part.span for part in view.painting), Span(0, END))
        assert view.open == tuple(span for span in clip(free, content) if span.cut(text).strip())
        starts = {item.span.start for item in view.open_items}
        assert starts == {each.start for each in content if clip((each,), view.open)}


def test_an_act_leaves_the_parts_that_it_does_not_touch_as_they_are() -> None:
    before = View(DOCKET, Desk("ann"))
    first = DOCKET.content[0]
    assert before.decided == 0
    after = View(DOCKET, Desk("ann").deciding(2, decision(2, "redact", first))).after(before)
    assert [new is old for new, old in zip(after.parts, before.parts, strict=True)] == [
        False, True, True,
    ]  # fmt: skip
    assert after.decided == 1


def test_another_person_takes_nothing_over_that_differs() -> None:
    """Two desks that share no act differ wherever one of them decided, also before a reopening."""
    first, second, _ = DOCKET.content
    ann = View(DOCKET, Desk("ann").deciding(2, decision(2, "redact", first)))
    assert ann.decided == 1
    bob = View(DOCKET, Desk("bob").deciding(3, decision(3, "redact", second, person="bob")))
    assert bob.after(ann).painting == (Painted(second, bob.desk.acts[0].decisions[0]),)
    settled = View(DOCKET, bob.desk.reopened())
    assert settled.after(ann).painting == bob.painting
    assert ann.after(settled).painting == (Painted(first, ann.desk.acts[0].decisions[0]),)


@given(st.lists(spans, max_size=4))
def test_the_items_that_spans_meet(some: list[Span]) -> None:
    tidy = clip(sorted({*some}), (Span(0, END),)) if len(some) < 2 else gaps(some, Span(0, END))
    found = list(meeting(DOCKET.content, tidy))
    wanted = [
        at for at, item in enumerate(DOCKET.content) if any(item.meets(span) for span in tidy)
    ]
    assert found == wanted


def test_one_rule_proposes_for_all_the_spans_or_none_does() -> None:
    first, second, _ = DOCKET.content
    assert proposing_rule(DOCKET, (first,), "redact") == "rule-redact"
    assert proposing_rule(DOCKET, (first,), "release") == "none"
    assert proposing_rule(DOCKET, (second, first), "redact") == "none"
