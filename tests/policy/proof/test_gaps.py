"""The grid of level by status by control, gone through."""

from datetime import date

import pytest

from redactor.policy import Policy
from redactor.policy.proof.gaps import INSTRUCTIONS, OTHER_CONTROL, _cables, gap_findings, gaps_in
from tests.policy.build import policy, rule

DAY = date(2026, 11, 23)
CLASSIFIED = rule("a", "status: classified", "review")
FREE = rule("b", "status: declassified", "review")
OPEN = rule("c", "status: unclassified", "release")


def cells(under: Policy) -> set[tuple[str, str]]:
    return {(gap.cell.level, gap.cell.status) for gap in gaps_in(under, DAY)}


def test_each_kind_of_instruction_is_tried() -> None:
    tried = {kind for kind, _, _ in _cables(policy(CLASSIFIED), DAY)}

    assert tried == set(INSTRUCTIONS)


def test_a_policy_without_gaps() -> None:
    assert gaps_in(policy(CLASSIFIED, FREE, OPEN), DAY) == ()


def test_a_status_that_no_rule_speaks_of() -> None:
    assert cells(policy(CLASSIFIED, OPEN)) == {
        ("C", "declassified"), ("S", "declassified"), ("TS", "declassified"),
    }  # fmt: skip


def test_a_control_that_falls_through() -> None:
    without = rule("c", "status: unclassified, marking: {controls: {none: SBU}}", "release")

    found = gaps_in(policy(CLASSIFIED, FREE, without), DAY)

    assert [tuple(gap.cell) for gap in found] == [("U", "unclassified", "SBU")]


def test_an_age_that_falls_through_is_the_instance() -> None:
    young = rule("b", "status: declassified, age: {under: 30}", "review")

    found = gaps_in(policy(CLASSIFIED, young, OPEN), DAY)

    assert {gap.years for gap in found} == {31}
    assert OTHER_CONTROL in {gap.cell.control for gap in found}


def test_a_kind_of_review_that_falls_through() -> None:
    some = rule("b", "status: declassified, basis: [foia, mdr]", "review")

    assert {gap.basis for gap in gaps_in(policy(CLASSIFIED, some, OPEN), DAY)} == {"automatic"}


def test_words_close_no_gap() -> None:
    worded = rule("b", "status: declassified, text: {terms: harbour}", "review")

    assert ("C", "declassified") in cells(policy(CLASSIFIED, worded, OPEN))


def test_a_release_of_what_is_still_classified_is_told_by_its_rule() -> None:
    wide = rule("wide", "field: body", "release")

    found = list(gap_findings(policy(wide, OPEN), DAY))

    assert {one.fault.code for one in found} == {"opens-classified"}
    assert 'the rule "wide" releases a paragraph marked C that is classified' in str(found[0])


def test_a_release_that_a_stronger_rule_of_facts_overrides_opens_nothing() -> None:
    wide = rule("wide", "field: body", "release")

    assert gaps_in(policy(wide, CLASSIFIED), DAY) == ()


def test_an_expired_release_leaves_a_gap() -> None:
    ended = rule("c", "status: unclassified", "release", expires="2026-11-22")

    assert cells(policy(CLASSIFIED, FREE, ended)) == {("U", "unclassified")}


@pytest.mark.parametrize("day", [date.min, date.max])
def test_the_ends_of_the_calendar_have_their_grid_too(day: date) -> None:
    assert isinstance(gaps_in(policy(CLASSIFIED, FREE, OPEN), day), tuple)


def test_gaps_are_told_by_level_and_status() -> None:
    found = list(gap_findings(policy(CLASSIFIED, OPEN), DAY))

    assert [one.weight for one in found] == ["warning"] * 3
    assert "marked C that is declassified, under any control" in found[0].fault.message
