"""What a change of the policy does to cables, and the digest that a sign-off is bound to."""

from datetime import date

from redactor.cable import read
from redactor.declass import DatedCable, date_cable
from redactor.policy import (
    Impact,
    Policy,
    counts_by_rule,
    impact_digest,
    impact_on,
    in_turn,
    propose,
    united,
)
from tests.policy.build import policy, rule

CABLE = b"""\
C O N F I D E N T I A L ZENDA 000641

1. (U) The harbour is closed. The bridge is open.

2. (C) The end.

2. (C) The end again.
"""
DATED: DatedCable = date_cable(read(CABLE), date(2026, 11, 23))
OPEN = rule("open", "marking: {level: U}", "release")
SHUT = rule("shut", "text: {terms: harbour}", "redact", codes="{foia: b6}", scope="match")
NOTHING = rule("nothing", "text: {terms: mountain}", "review")


def changes(old: Policy, new: Policy) -> list[tuple[object, ...]]:
    left, right = propose(DATED, old, "foia"), propose(DATED, new, "foia")
    found = in_turn(impact_on(DATED, "Z", left, right))
    return [(one.turn, one.place, one.old, one.new, one.rules) for one in found]


def test_nothing_changes() -> None:
    assert changes(policy(OPEN, SHUT), policy(SHUT, OPEN)) == []


def test_newly_released() -> None:
    assert changes(policy(NOTHING), policy(OPEN)) == [
        ("released", "paragraph 1", ("review",), ("release",), ("open",))
    ]


def test_a_word_less_on_a_list_releases_that_word() -> None:
    assert changes(policy(OPEN, SHUT), policy(OPEN)) == [
        ("released", "paragraph 1", ("redact b6",), ("release",), ("open", "shut"))
    ]


def test_newly_withheld() -> None:
    assert changes(policy(OPEN), policy(OPEN, SHUT)) == [
        ("withheld", "paragraph 1", ("release",), ("redact b6",), ("open", "shut"))
    ]


def test_another_code() -> None:
    other = SHUT.replace("b6", "b4")

    assert changes(policy(SHUT), policy(other)) == [
        ("changed", "paragraph 1", ("redact b6",), ("redact b4",), ("shut",))
    ]


def test_paragraphs_with_one_number_are_told_apart() -> None:
    found = changes(policy(NOTHING), policy(rule("r", "marking: {level: C}, field: body", "refer")))

    assert [place for _, place, *_ in found] == ["paragraph 2", "paragraph 2 (2nd of 2)"]


def test_a_hold_that_ends_counts_as_a_release() -> None:
    hold = rule("wait", "field: body", "hold")

    assert changes(policy(NOTHING, hold), policy(NOTHING)) == [
        ("released", "the whole cable", ("on hold",), ("not on hold",), ("wait",))
    ]
    assert changes(policy(NOTHING), policy(NOTHING, hold))[0][0] == "withheld"


def test_what_is_newly_released_comes_first() -> None:
    found = changes(policy(SHUT, rule("a", "marking: {level: C}", "release")), policy(OPEN))

    assert [turn for turn, *_ in found] == ["released", *["withheld"] * (len(found) - 1)]
    assert len(found) > 1


ONE = Impact("released", "Z", "paragraph 1", ("foia",), ("review",), ("release",), ("open",))


def test_counts_by_rule() -> None:
    other = ONE._replace(place="paragraph 2", rules=("open", "shut"))

    assert counts_by_rule([ONE, other])["released"] == {"open": 2, "shut": 1}


def test_kinds_of_review_are_united() -> None:
    assert list(united([ONE, ONE._replace(bases=("mdr",))])) == [
        ONE._replace(bases=("foia", "mdr"))
    ]


def digest(impacts: list[Impact], new: str = "b", day: str = "2026-11-23", cable: str = "c") -> str:
    return impact_digest(("a", new), [day], [cable, "d"], impacts)


def test_the_digest_is_bound_to_all_that_was_compared() -> None:
    first = digest([ONE])

    assert first == impact_digest(("a", "b"), ["2026-11-23"], ["d", "c"], [ONE])
    assert first != digest([])
    assert first != digest([ONE], new="x")
    assert first != digest([ONE], day="2026-11-24")
    assert first != digest([ONE], cable="e")
    assert first != digest([ONE._replace(place="paragraph 2")])


def test_nothing_told_holds_the_text() -> None:
    left, right = propose(DATED, policy(NOTHING), "foia"), propose(DATED, policy(OPEN), "foia")

    told = repr(list(impact_on(DATED, "Z", left, right)))

    assert not any(word in told for word in ("harbour", "bridge", "end"))


def test_a_hold_that_begins_counts_as_a_withholding() -> None:
    stop = rule("stop", "text: {terms: harbour}", "hold")

    assert changes(policy(OPEN), policy(OPEN, stop)) == [
        ("withheld", "the whole cable", ("not on hold",), ("on hold",), ("stop",))
    ]


def test_a_rule_that_expires_releases_nothing_newly() -> None:
    ended = SHUT + "  expires: 2026-11-22\n"

    assert [change[0] for change in changes(policy(OPEN, SHUT), policy(OPEN, ended))] == ["changed"]
