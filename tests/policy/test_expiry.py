"""Rules with a last day: an expiry opens nothing, whatever the rule proposes."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redactor.policy import Proposal
from redactor.policy.examples import run_examples
from redactor.policy.model import STRENGTH, Action
from tests.declass.build import build, para
from tests.policy.build import content, pieces, policy, proposed, rule

CABLE = build(
    para("1. (U) Ahmed Xayyim met Boris Yarrow.\n", "U"), para("2. (U) The moat is dry.\n", "U")
)
LAST = date(2026, 6, 30)
REDACT = {"codes": "{foia: b6}", "harm": "It would hurt."}
OPEN = rule("open", "field: body", "release")


def ending(action: Action, when: str = "text: {terms: ahmed xayyim}", **more: str) -> str:
    """Write a rule with a last day."""
    extra = REDACT if action == "redact" else {"agency": "A"} if action == "refer" else {}
    return rule("ending", when, action, **extra, **more, expires=str(LAST))


def first(text: str, day: date) -> Proposal:
    return content(proposed(CABLE, policy(text), str(day)))[0]


def test_an_expired_release_is_as_if_it_were_not_written() -> None:
    text = ending("release", "field: body")

    assert (first(text, LAST).action, first(text, LAST).won_by) == ("release", "ending")
    after = first(text, LAST + timedelta(1))
    assert (after.action, after.won_by, after.rules) == ("review", None, ())


def test_an_expired_redact_asks_for_review_and_says_why() -> None:
    text = ending("redact") + OPEN

    assert first(text, LAST).codes == ("b6",)
    after = first(text, LAST + timedelta(1))
    assert (after.action, after.codes, after.won_by) == ("review", (), "ending")
    assert after.rules[0].because == (
        "Because of ending. "
        "The last day of this rule was 2026-06-30: it must be renewed or deleted."
    )


@pytest.mark.parametrize("action", ["review", "refer"])
def test_what_is_weaker_than_no_code_goes_on(action: Action) -> None:
    after = first(ending(action) + OPEN, LAST + timedelta(1))

    assert (after.action, after.won_by) == (action, "ending")
    assert after.rules[0].because.endswith("it must be renewed or deleted.")


def test_an_expired_hold_goes_on_holding() -> None:
    held = proposed(CABLE, policy(ending("hold") + OPEN), "2030-01-01").hold

    assert held
    assert "The last day of this rule was 2026-06-30" in held


def test_a_release_that_expires_leaves_other_releases_alone() -> None:
    text = ending("release", "field: body") + OPEN

    assert first(text, LAST + timedelta(1)).won_by == "open"


def test_other_mentions_of_an_expired_redact_are_for_review_too() -> None:
    cable = build(
        para("1. (U) Protect Ahmed Xayyim.\n", "U"), para("2. (U) Ahmed Xayyim left.\n", "U")
    )
    near = "text: {terms: ahmed xayyim, near: {terms: protect, words: 0}}"
    under = policy(ending("redact", near, scope="match", every_mention="true") + OPEN)

    got = pieces(proposed(cable, under, "2027-01-01"), cable)

    assert [action for text, action in got if text == "Ahmed Xayyim"] == ["review", "review"]


def test_a_plan_of_one_day_does_not_serve_another() -> None:
    under = policy(ending("release", "field: body"))

    days = [LAST, LAST + timedelta(1), LAST]

    got = [content(proposed(CABLE, under, str(day)))[0].action for day in days]
    assert got == ["release", "review", "release"]


def test_examples_show_both_sides_of_the_last_day() -> None:
    shown = (
        "[{text: Ahmed Xayyim left., as_of: 2026-06-30, expect: redact}, "
        "{text: Ahmed Xayyim left., as_of: 2026-07-01, expect: review}]"
    )

    results = list(run_examples(policy(ending("redact", examples=shown))))

    assert [one.holds for one in results] == [True, True]


RULES = st.lists(
    st.tuples(
        st.sampled_from(STRENGTH),
        st.sampled_from(["field: body", "text: {terms: moat}", "text: {terms: [ahmed, boris]}"]),
        st.sampled_from(["match", "sentence", "paragraph"]),
        st.booleans(),
    ),
    min_size=1,
    max_size=5,
)


@given(RULES)
def test_no_expiry_ever_releases_what_was_not_released(
    rules: list[tuple[Action, str, str, bool]],
) -> None:
    lines = []
    for number, (action, when, scope, ends) in enumerate(rules):
        extra = REDACT if action == "redact" else {"agency": "A"} if action == "refer" else {}
        scoped = {"scope": scope} if "text" in when else {}
        last = {"expires": str(LAST)} if ends else {}
        lines.append(rule(f"r{number}", when, action, **extra, **scoped, **last))
    under = policy("".join(lines))

    before, after = (proposed(CABLE, under, str(day)) for day in (LAST, LAST + timedelta(1)))

    assert bool(before.hold) == bool(after.hold)
    assert _released(after.items) <= _released(before.items)


def _released(items: tuple[Proposal, ...]) -> set[int]:
    return {
        at
        for item in items
        if item.action == "release" and item.content
        for at in range(item.span.start, item.span.end)
    }
