"""Plans and gates: quicker than asking every rule about every portion, and never different."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redactor.cable import Cable
from redactor.declass import date_cable
from redactor.policy import Policy, RuleHit, propose
from redactor.policy.cases import Cases
from redactor.policy.planning import engine_of
from redactor.policy.rules import fire
from redactor.text import Span
from tests.declass.build import Part, build, mark, para
from tests.policy.build import content, policy, rule

PARTS: tuple[Callable[[], Part], ...] = (
    lambda: para("1. (C) The minister met Ahmed Hassan.\n"),
    lambda: para("2. (U) Strictly pro-\ntect him (Hassan).\n", "U"),
    lambda: para("3. (S//NF) The minister, Zoë, left.\n", "S", "NOFORN"),
    lambda: para("4. Nothing.\n", "C", source="assumed-overall"),
    lambda: Part("subject", "SUBJECT: MINISTER HASSAN\n", mark("U")),
    lambda: Part("header", "FM SOMEWHERE\n"),
    lambda: Part("blank", "\n"),
    lambda: Part("furniture", "POST 00001 002 OF 002\n"),
)
LEAVES = (
    "field: body",
    "status: [classified, unclassified]",
    "marking: {level: C}",
    "marking: {controls: {any: NOFORN}}",
    "age: {over: 20}",
    "age: {under: 20, at_request: true}",
    "tags: [PREL]",
    "tags: [CVIS]",
    "captions: EXDIS",
    "instruction: {kind: date}",
    "instruction: {flags: date-over-25-years}",
    "cable: {level: C}",
    "cable: {portions: unclassified}",
    "text: {terms: [minister, hassan]}",
    "text: {terms: strictly protect}",
    "text: {terms: nowhere}",
    "text: {pattern: '[A-Z][a-z]+ Hassan'}",
    "text: {pattern: '[^.]+'}",
    "text: {pattern: '^[A-Z]'}",
    "text: {pattern: '[A-Z][a-z]+', near: {terms: hassan, words: 3}}",
    "text: {terms: hassan, far: {pattern: 'Ahmed', words: 2}}",
)
WHENS = st.recursive(
    st.sampled_from(LEAVES),
    lambda inner: st.one_of(
        inner.map("not: {{{}}}".format),
        st.lists(inner, min_size=1, max_size=3).map(
            lambda many: "any: [" + ", ".join(f"{{{one}}}" for one in many) + "]"
        ),
        st.lists(inner, min_size=1, max_size=3).map(
            lambda many: "all: [" + ", ".join(f"{{{one}}}" for one in many) + "]"
        ),
    ),
    max_leaves=5,
)


@st.composite
def cables(draw: st.DrawFn) -> Cable:
    made = [part() for part in draw(st.lists(st.sampled_from(PARTS), max_size=7))]
    origin = draw(st.sampled_from(["1999-01-02", "2008-07-18", None]))
    decl = draw(st.sampled_from(["DECL: 07/17/2018", "OADR", "DECL: 01/01/2050"]))
    tags = draw(st.sampled_from([("PREL",), ("CVIS", "KPAO"), ()]))
    return replace(build(*made, origin=origin, decl=decl), tags=tags)


@st.composite
def policies(draw: st.DrawFn) -> Policy:
    rules = [
        rule(f"r{number}", when, draw(st.sampled_from(["release", "review", "refer"])))
        for number, when in enumerate(draw(st.lists(WHENS, min_size=1, max_size=4)))
    ]
    return policy(*rules)


def slowly(cable: Cable, under: Policy, day: date) -> list[tuple[Span, RuleHit]]:
    """Put every rule to every portion."""
    cases = Cases.of(date_cable(cable, day), engine_of(under).lexicon, "foia")
    return [
        (span, hit)
        for one in under.rules
        for number in range(len(cases))
        for span, hit in fire(one, cases[number])
    ]


@given(cables(), policies(), st.sampled_from(["2005-01-01", "2026-11-23"]))
def test_what_is_proposed_is_what_asking_every_rule_gives(
    cable: Cable, under: Policy, as_of: str
) -> None:
    day = date.fromisoformat(as_of)
    got = propose(date_cable(cable, day), under, "foia")

    fired = slowly(cable, under, day)
    for item in got.items:
        if item.content:
            wanted = {hit.id for span, hit in fired if span.meets(item.span)}
            assert {hit.id for hit in item.rules if hit.where != "built in"} == wanted


def test_a_situation_is_not_mistaken_for_another() -> None:
    under = policy(
        rule("tagged", "tags: OVIP", "refer", agency="A"),
        rule("young", "age: {under: 25}", "review"),
        rule("exdis", "captions: EXDIS", "refer", agency="B"),
        rule(
            "letter", "field: body, marking: {level: C}", "redact", codes="{foia: [b1, from-cable]}"
        ),
    )
    plain = build(para("1. (C) Text.\n"))
    others = (
        plain,
        replace(plain, tags=("OVIP",)),
        replace(plain, captions=("EXDIS",)),
        build(para("1. (C) Text.\n"), origin="1980-07-18"),
        build(para("1. (C) Text.\n"), reasons=("c",)),
    )

    seen = [
        content(propose(date_cable(cable, date(2026, 11, 23)), under, "foia"))[0]
        for cable in (*others, *reversed(others))
    ]

    told = [(item.action, item.codes, {hit.id for hit in item.rules}) for item in seen]
    assert told[:5] == told[:4:-1]
    assert told[:5] == [
        ("redact", ("b1", "1.4(b)", "1.4(d)"), {"young", "letter"}),
        ("refer", (), {"tagged", "young", "letter"}),
        ("refer", (), {"exdis", "young", "letter"}),
        ("review", (), {"letter"}),
        ("redact", ("b1", "1.4(c)"), {"young", "letter"}),
    ]


def test_a_code_that_the_law_does_not_allow_here_becomes_review() -> None:
    under = policy(rule("g", "field: body", "redact", codes="{foia: [b1, 1.4(g)]}"))
    old = build(para("1. (C) Text.\n"), origin="1980-07-18")

    (item,) = content(propose(date_cable(old, date(2026, 11, 23)), under, "foia"))

    assert (item.action, item.codes) == ("review", ())
    assert "1.4(g) ends after 25 years" in item.rules[0].because


def test_exemptions_come_from_the_instruction() -> None:
    codes = "{foia: [b1, from-instruction]}"
    under = policy(
        rule("x", "age: {over: 25}", "redact", codes=codes, guide="Guide 1", topic="Topic 2")
    )
    exempt = build(para("1. (C) Text.\n"), origin="1990-07-18", decl="25X6, 20301231")
    other = build(para("1. (C) Text.\n"), origin="1990-07-18", decl="OADR")

    (one,), (none,) = (
        content(propose(date_cable(cable, date(2026, 11, 23)), under, "foia"))
        for cable in (exempt, other)
    )

    assert (one.action, one.codes, one.support.guide) == ("redact", ("b1", "25X6"), "Guide 1")
    assert (none.action, none.codes) == ("review", ())


@pytest.mark.parametrize(
    ("requested", "action"),
    [(None, "review"), (date(2033, 7, 17), "review"), (date(2033, 7, 18), "release")],
)
def test_the_day_of_the_request_counts_for_deliberation(
    requested: date | None, action: str
) -> None:
    under = policy(
        rule("dp", "age: {under: 25, at_request: true}", "review"),
        rule("open", "field: body", "release"),
    )
    dated = date_cable(build(para("1. (U) Text.\n", "U")), date(2034, 1, 1))

    (item,) = content(propose(dated, under, "foia", requested=requested))

    assert item.action == action


def test_a_rule_told_from_memory_says_so_in_the_why() -> None:
    under = policy(rule("r", "field: body", "review", check_with_counsel="true"))

    (item,) = content(
        propose(date_cable(build(para("1. (C) T.\n")), date(2026, 1, 1)), under, "foia")
    )

    assert item.rules[0].because == (
        "Because of r. Its law is told from memory: counsel has yet to check it."
    )


NAME = rule(
    "name",
    "text: {pattern: '[A-Z][A-Za-z]+(?: [A-Z][A-Za-z]+)*', near: {terms: '(protect)', words: 0}}",
    "redact",
    scope="match",
    every_mention="true",
    codes="{foia: b6}",
    harm="It would hurt.",
)


def mentioned(*texts: str) -> list[str]:
    cable = build(*(para(f"{number}. (U) {text}\n", "U") for number, text in enumerate(texts, 1)))
    got = propose(date_cable(cable, date(2026, 11, 23)), policy(NAME), "foia")
    return [
        item.span.cut(cable.text) for item in got.items if item.action == "redact" and item.content
    ]


def test_every_other_mention_is_covered_across_line_ends_and_in_any_case() -> None:
    assert mentioned("We met Ahmed Xayyim (protect).", "AHMED XAY-\nYIM left. Xayyim stayed.") == [
        "Ahmed Xayyim",
        "AHMED XAY-\nYIM",
    ]


def test_small_words_in_capitals_are_not_chased() -> None:
    assert mentioned("ON IT (PROTECT).", "ON IT GOES.") == ["ON IT"]


def test_another_mention_says_why() -> None:
    cable = build(
        para("1. (U) Ahmed Xayyim (protect).\n", "U"), para("2. (U) Ahmed Xayyim.\n", "U")
    )
    got = propose(date_cable(cable, date(2026, 11, 23)), policy(NAME), "foia")

    first, second = (item for item in got.items if item.codes)
    assert "elsewhere" not in first.rules[0].because
    assert "The same words stand elsewhere in the cable" in second.rules[0].because
    assert second.rules[0].matched == (second.span,)
