"""Plans and gates: quicker than asking every rule about every portion, and never different."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from redactor.cable import Cable
from redactor.declass import date_cable
from redactor.policy import BASES, Basis, Policy, propose
from tests.declass.build import build, para
from tests.policy.build import content, policy, rule
from tests.policy.drawn import cables, policies
from tests.policy.plainly import asked_one_by_one, told


@settings(deadline=None)
@given(cables(), policies(), st.sampled_from(["2005-01-01", "2026-11-23"]), st.sampled_from(BASES))
def test_what_is_proposed_is_what_asking_every_rule_gives(
    cable: Cable, under: Policy, as_of: str, basis: Basis
) -> None:
    dated = date_cable(cable, date.fromisoformat(as_of))
    got = propose(dated, under, basis)

    expected = asked_one_by_one(dated, under, basis)
    assert got.hold == expected.hold
    assert told(got.items, cable) == expected.told


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
