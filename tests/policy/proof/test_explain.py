"""Why a portion got what it got."""

from datetime import date

import pytest

from redactor.cable import read
from redactor.declass import date_cable
from redactor.policy import Explanation, Policy, explain_cable, fact_behind
from tests.policy.build import policy, rule

CABLE = b"""\
P 181728Z JUL 08
FM AMEMBASSY ZENDA
C O N F I D E N T I A L ZENDA 000641

E.O. 12958: DECL: 07/17/2030
SUBJECT: THE BRIDGE

1. (C) Ahmed Xayyim (protect) saw the harbour.
"""


def body(under: Policy) -> Explanation:
    dated = date_cable(read(CABLE), date(2026, 11, 23))
    _, told = explain_cable(dated, under, "foia")
    return next(one for one in told if one.place == "paragraph 1")


def near(when: str, action: str = "review", **more: str) -> list[tuple[str, tuple[str, ...]]]:
    return [(one.rule, one.parts) for one in body(policy(rule("r", when, action, **more))).near]


def test_what_matched_by_which_words_and_what_won() -> None:
    under = policy(
        rule("weak", "text: {terms: harbour}", "review"),
        rule("strong", "status: classified", "redact", codes="{foia: b6}"),
    )

    told = body(under)

    cut = [(one.hit.id, one.won, [span.cut(CABLE.decode()) for span in one.words])
           for one in told.matches]  # fmt: skip
    assert cut == [("strong", True, []), ("weak", False, ["harbour"])]
    assert {item.action for item in told.items} == {"redact"}


@pytest.mark.parametrize(
    ("when", "part"),
    [
        ("status: declassified, marking: {level: C}", "status"),
        ("status: classified, marking: {level: [S, TS]}", "marking.level"),
        ("age: {over: 25}, status: classified", "age.over"),
        ("text: {terms: harbour, near: {terms: bridge}}", "text.near"),
        ("text: {terms: harbour, far: {terms: protect, words: 9}}", "text.far"),
        ("any: [{tags: CASC, field: body}, {tags: X, order: '1'}]", "any.1.tags"),
        ("not: {field: body}, status: classified", "not"),
    ],
)
def test_the_one_part_that_failed(when: str, part: str) -> None:
    assert near(when) == [("r", (part,))]


@pytest.mark.parametrize(
    "when",
    [
        "status: declassified",  # nothing else speaks for it
        "status: declassified, marking: {level: S}",  # two parts fail
        "status: classified, text: {terms: bridge}",  # its words are not there
        "status: classified, marking: {level: C}",  # it matched
    ],
)
def test_what_is_not_near(when: str) -> None:
    assert near(when) == []


def test_the_hold_of_the_cable_is_given() -> None:
    dated = date_cable(read(CABLE), date(2026, 11, 23))

    hold, _ = explain_cable(dated, policy(rule("h", "field: body", "hold")), "foia")

    assert hold == "Because of h. 1 USC 1 (rule h)."


def test_facts_are_told_by_their_names_in_a_policy() -> None:
    facts = body(policy(rule("r", "field: body", "review"))).facts

    assert (facts["status"], facts["age"], facts["order"]) == (
        "classified", "18 full years", "12958",
    )  # fmt: skip
    assert fact_behind("any.2.marking.controls.none.SBU", facts) == facts["marking.controls"]
    assert fact_behind("text.near", facts) is None
