"""Why a portion got what it got."""

from datetime import date

import pytest

from redactor.cable import read
from redactor.declass import date_cable
from redactor.policy import Explanation, Policy, explain_cable, parse_policy, told_miss
from redactor.policy.proof.misses import fact_behind
from tests.policy.build import policy, rule

CABLE = b"""\
P 181728Z JUL 08
FM AMEMBASSY ZENDA
C O N F I D E N T I A L ZENDA 000641

E.O. 12958: DECL: 07/17/2030
SUBJECT: THE BRIDGE

1. (C) Ahmed Xayyim (protect) saw the harbour.
"""


def body(under: Policy, requested: date | None = None) -> Explanation:
    dated = date_cable(read(CABLE), date(2026, 11, 23))
    _, told = explain_cable(dated, under, "foia", requested=requested)
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

    assert (facts["status"], facts["order"]) == ("classified", "12958")
    assert facts["age"] == "18 full years; the year 25 ends on 2033-12-31"
    assert facts["age.at_request"] == "unknown: no day of a request is given"
    assert fact_behind("any.2.marking.controls.none.SBU", facts) == facts["marking.controls"]
    assert fact_behind("text.near", facts) is None


@pytest.mark.parametrize(
    ("when", "said"),
    [
        ("status: declassified, marking: {level: C}",
         "status must be declassified, and is classified"),
        ("status: classified, marking: {level: [S, TS]}",
         "marking.level must be S or TS, and is C"),
        ("status: classified, marking: {controls: {any: NOFORN}}",
         "marking.controls must be NOFORN, and is none"),
        ("age: {over: 25}, status: classified",
         "age must be over 25 years, and is 18 full years; the year 25 ends on 2033-12-31"),
        ("age: {under: 9, at_request: true}, status: classified",
         "age must be under 9 years at the request, and is 17 full years on 2026-01-05"),
        ("text: {terms: harbour, near: {terms: [bridge, moat], words: 3, side: before}}",
         "its words do not stand near bridge or moat, within 3 words before"),
        ("text: {terms: harbour, near: {pattern: 'mo+at'}}",
         "its words do not stand near the pattern mo+at, within 5 words"),
        ("text: {terms: harbour, far: {list: cues, words: 9}}",
         "its words stand near a term of cues, within 9 words"),
        ("text: {terms: harbour, unless: ports}",
         "its words are in the list ports"),
        ("any: [{tags: CASC, field: body}, {tags: X, order: '1'}]",
         "tags must be CASC, and is none"),
        ("not: {field: body}, status: classified", "it must not be that {field: body}"),
        ("status: classified, tags: [T1, T2, T3, T4, T5, T6, T7]",
         "tags must be T1 or T2 or T3 or T4 or one of 3 others, and is none"),
    ],
)  # fmt: skip
def test_what_failed_is_said_in_words(when: str, said: str) -> None:
    under = policy(rule("r", when, "review"), lists="{cues: [protect], ports: [harbour]}")

    told = body(under, date(2026, 1, 5))

    (miss,) = told.near
    assert [told_miss(*pair, told.facts) for pair in zip(miss.parts, miss.asked, strict=True)] == [
        said
    ]


def test_a_rule_of_which_only_the_day_is_over_is_near() -> None:
    ended = rule("ended", "status: classified", "release", expires="2026-11-22")

    (miss,) = body(policy(ended)).near

    assert (miss.rule, miss.parts) == ("ended", ("expires",))
    assert told_miss("expires", miss.asked[0], {}) == "its last day was 2026-11-22"


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        ("2026-01-01", "2026-11-22", "its last day was 2026-11-22"),
        ("2026-11-24", "2027-01-01", "it counts from 2026-11-24 on"),
    ],
)
def test_an_exception_of_which_only_the_day_is_wrong_is_near(
    first: str, last: str, said: str
) -> None:
    text = policy(rule("shut", "status: classified", "review")).data.decode() + (
        "exceptions:\n- {id: known, rule: shut, when: {field: body}, because: So., "
        f"approved_by: [A, B], approved_on: {first}, expires: {last}}}\n"
    )

    told = body(parse_policy(text.encode(), "t"))

    (miss,) = told.near
    assert miss.rule == "known"
    assert told_miss(miss.parts[0], miss.asked[0], told.facts) == said


def test_the_facts_that_a_rule_asked_for_are_named() -> None:
    worded = rule("r", "status: classified, text: {terms: moat}", "review")
    under = policy(worded, rule("s", "status: classified, age: {under: 25}", "review"))

    assert [match.facts for match in body(under).matches] == [("status", "age")]
