"""What can never happen: a broken rule, a missing fact or a policy that loosens."""

from dataclasses import replace
from datetime import date

import pytest

from redactor.declass import date_cable
from redactor.policy import propose
from redactor.policy.conditions import Answer
from redactor.policy.facts import Case
from redactor.policy.gates import Gate
from redactor.policy.planning import Engine
from redactor.policy.search import Page
from redactor.text import Span
from tests.declass.build import build, para
from tests.policy.build import content, policy, proposed, rule

CODES = "{foia: [b1, from-cable], mdr: from-cable}"
ANY = "field: [body, subject, header, heading, other]"
CABLE = build(para("1. (C) The minister met Ahmed.\n"), para("2. (U) No more.\n", "U"))


def _breaks(_case: Case) -> Answer:
    raise RuntimeError("the minister met Ahmed")


def test_a_rule_that_breaks_holds_the_cable_and_names_the_rule_only() -> None:
    under = policy(rule("open", ANY, "release"), rule("bad", "field: body", "redact", codes=CODES))
    broken = replace(under, rules=(under.rules[0], replace(under.rules[1], condition=_breaks)))

    got = propose(date_cable(CABLE, date(2026, 11, 23)), broken, "foia")

    assert got.hold == "This rule could not be applied. 1 USC 1 (rule bad)."
    assert got.items[-1].span.end == len(CABLE.text)


ATOMIC = build(para("1. (S) Open.\n", "S"), para("2. (S//RD) Closed.\n", "S", "RD"), level="S")


@pytest.mark.parametrize("action", ["release", "review", "redact", "hold"])
def test_an_atomic_portion_is_only_ever_referred_and_the_cable_waits(action: str) -> None:
    more = {"codes": CODES} if action == "redact" else {}
    under = policy(rule("all", "field: body", action, **more))

    got = proposed(ATOMIC, under, "2099-01-01")
    item = content(got)[1]

    assert (item.action, item.won_by, item.codes) == ("refer", "built-in-atomic-energy", ())
    assert item.support.agency == "DOE"
    assert got.hold is not None
    assert "10 CFR 1045.155" in got.hold
    assert content(got)[0].action != "refer"


def test_a_policys_own_referral_needs_no_floor() -> None:
    under = policy(rule("aea", "status: refer", "refer", agency="DOE"))

    item = content(proposed(ATOMIC, under))[1]

    assert [hit.id for hit in item.rules] == ["aea"]


def test_an_unreadable_level_is_never_released() -> None:
    cable = build(para("1. (?) Text.\n", None))

    item = content(proposed(cable, policy(rule("all", "field: body", "release"))))[0]

    assert (item.action, item.won_by) == ("review", "built-in-unreadable-level")


@pytest.mark.parametrize("decl", ["DECL: 011/2/2019", "2??8", "11/31"])
def test_a_portion_whose_instruction_cannot_be_read_is_never_released(decl: str) -> None:
    cable = build(para("1. (C) Text.\n"), para("2. (U) Text.\n", "U"), decl=decl)

    items = content(proposed(cable, policy(rule("all", "field: body", "release")), "2099-01-01"))

    assert [item.action for item in items] == ["review", "release"]


def test_a_redact_is_stronger_than_a_floor_of_review() -> None:
    cable = build(para("1. (C) Text.\n"), decl="011/2/2019")
    under = policy(rule("r", "field: body", "redact", codes=CODES))

    assert [hit.id for hit in content(proposed(cable, under))[0].rules] == ["r"]


@pytest.mark.parametrize(
    ("action", "becomes"),
    [
        ("release", "review"),
        ("review", "review"),
        ("redact", "review"),
        ("refer", "refer"),
    ],
)
def test_a_missing_fact_never_loosens(action: str, becomes: str) -> None:
    cable = build(para("1. (C) Text.\n"), origin=None)
    more = {"codes": CODES} if action == "redact" else {}
    under = policy(rule("r", "age: {over: 10}", action, **more))

    item = content(proposed(cable, under))[0]

    assert (item.action, item.codes) == (becomes, ())
    assert (item.won_by is None) == (action == "release")


def test_a_missing_fact_in_a_hold_rule_holds() -> None:
    cable = build(para("1. (C) Text.\n"), origin=None)

    got = proposed(cable, policy(rule("r", "age: {over: 10}", "hold")))

    assert got.hold is not None
    assert "A fact that this rule needs is missing" in got.hold


def test_a_false_fact_decides_though_another_is_missing() -> None:
    cable = build(para("1. (C) Text.\n"), origin=None)
    under = policy(rule("r", "age: {over: 10}, field: subject", "refer"))

    assert content(proposed(cable, under))[0].rules == ()


def test_an_empty_cable_has_no_proposals() -> None:
    assert proposed(build(), policy(rule("r", "field: body", "release"))).items == ()


def test_a_search_that_breaks_holds_the_cable(monkeypatch: pytest.MonkeyPatch) -> None:
    def breaks(_engine: Engine, _page: Page) -> dict[int, set[int]]:
        raise MemoryError("the minister met Ahmed")

    monkeypatch.setattr(Engine, "asked_in", breaks)
    under = policy(rule("open", ANY, "release"), rule("bad", "text: {terms: ahmed}", "review"))

    got = propose(date_cable(CABLE, date(2026, 11, 23)), under, "foia")

    assert got.hold == "This rule could not be applied. 1 USC 1 (rule bad)."


def test_a_fact_that_breaks_holds_the_cable(monkeypatch: pytest.MonkeyPatch) -> None:
    def breaks(_gate: Gate, _case: Case) -> str:
        raise RuntimeError("the minister met Ahmed")

    monkeypatch.setattr(Gate, "opens", breaks)
    under = policy(rule("bad", "field: body", "release"))

    got = propose(date_cable(CABLE, date(2026, 11, 23)), under, "foia")

    assert got.hold == "This rule could not be applied. 1 USC 1 (rule bad)."
    assert {item.action for item in got.items} == {"review"}


def test_a_search_for_other_mentions_that_breaks_holds_the_cable(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def breaks(_page: Page, _words: str) -> list[tuple[int, Span]]:
        raise RuntimeError("the minister met Ahmed")

    monkeypatch.setattr(Page, "everywhere", breaks)
    name = rule(
        "name", "text: {terms: the minister}", "review", scope="match", every_mention="true"
    )

    got = propose(date_cable(CABLE, date(2026, 11, 23)), policy(name), "foia")

    assert got.hold == "This rule could not be applied. 1 USC 1 (rule name)."


def test_a_portion_that_follows_a_list_of_sources_is_only_referred() -> None:
    cable = build(para("1. (S) Open.\n", "S"), level="S", decl="N/A TO RD PORTIONS")
    assert date_cable(cable, date(2026, 11, 23)).instruction.kind == "excluded"

    got = proposed(cable, policy(rule("all", "field: body", "release")))

    assert content(got)[0].won_by == "built-in-source-list"
    assert got.hold is not None
    assert "list of sources" in got.hold


def test_a_claim_of_declassification_is_never_released() -> None:
    cable = build(para("1. (S) Open.\n", "S"), level="S", decl="DECLASSIFIED 3 MAY 2001")
    assert date_cable(cable, date(2026, 11, 23)).instruction.kind == "claimed-declassified"

    item = content(proposed(cable, policy(rule("all", "field: body", "release"))))[0]

    assert (item.action, item.won_by) == ("review", "built-in-unverified")
