"""The clock: very-day edges, what comes before any day, and whole cables."""

from dataclasses import replace
from datetime import date

import pytest

from redactor.cable import Level, ReadWarning
from redactor.declass import (
    Facts,
    Instruction,
    Status,
    date_cable,
    is_atomic,
    parse_instruction,
    status_of,
    status_within,
)
from tests.declass.build import Part, build, mark, para

ORIGIN = date(2008, 7, 18)


def _status(
    text: str, as_of: str, origin: date | None = ORIGIN, level: Level | None = "C"
) -> Status:
    instruction = parse_instruction(text, "12958", origin)
    return status_of(instruction, origin, level, date.fromisoformat(as_of))


@pytest.mark.parametrize(
    ("as_of", "status"),
    [
        ("2018-07-16", "classified"),
        ("2018-07-17", "declassified"),
        ("2018-07-18", "declassified"),
    ],
)
def test_a_marked_date_acts_on_that_very_day(as_of: str, status: str) -> None:
    got = _status("DECL: 07/17/2018", as_of)

    assert (got.status, got.rule) == (status, "marked-date")
    assert got.frees_on == date(2018, 7, 17)


def test_why_tells_each_step_with_its_citation() -> None:
    got = _status("DECL: 07/17/2018", "2026-11-23")

    assert got.why == (
        "Marked date 2018-07-17 lies within 25 years of the origin. 32 CFR 2001.12(c)(1)",
        "Marked date 2018-07-17 has come: as of 2026-11-23. 32 CFR 2001.12(c)(1)",
    )


@pytest.mark.parametrize(
    ("as_of", "status"), [("2033-12-30", "classified"), ("2033-12-31", "declassified")]
)
def test_the_25_year_rule_acts_on_31_december(as_of: str, status: str) -> None:
    got = _status("OADR", as_of)

    assert (got.status, got.rule, got.frees_on) == (status, "default-25", date(2033, 12, 31))


@pytest.mark.parametrize(
    ("text", "rule", "day"),
    [
        ("07/18/2033", "marked-date", date(2033, 7, 18)),
        ("07/19/2033", "section-3.3", date(2033, 12, 31)),
    ],
)
def test_a_date_is_obeyed_up_to_25_years_to_the_day(text: str, rule: str, day: date) -> None:
    got = _status(text, "2026-11-23")

    assert (got.rule, got.frees_on) == (rule, day)
    assert ("date-over-25-years" in got.flags) == (rule == "section-3.3")


@pytest.mark.parametrize(
    ("text", "rule"), [("02/28/2029", "marked-date"), ("03/01/2029", "section-3.3")]
)
def test_25_years_from_29_february_end_on_the_28th(text: str, rule: str) -> None:
    assert _status(text, "2026-11-23", origin=date(2004, 2, 29)).rule == rule


@pytest.mark.parametrize(
    ("text", "flag"),
    [
        ("06/30/1998", "date-before-origin"),
        ("13/45/2015", "impossible-date"),
        ("N/A", "not-applicable-on-classified"),
    ],
)
def test_an_odd_instruction_is_flagged_and_waits_25_years(text: str, flag: str) -> None:
    got = _status(text, "2026-11-23")

    assert (got.status, got.rule, got.flags) == ("classified", "default-25", (flag,))


def test_an_order_cited_before_its_time_is_flagged() -> None:
    instruction = parse_instruction("OADR", "12958", date(1987, 4, 2))

    got = status_of(instruction, date(1987, 4, 2), "S", date(2026, 11, 23))

    assert got.flags == ("order-not-in-force",)


@pytest.mark.parametrize("text", ["DECL: 07/17/2018", "OADR", "", "GDS", "N/A"])
def test_without_an_origin_a_classified_portion_stays_so(text: str) -> None:
    got = _status(text, "2099-12-31", origin=None)

    assert (got.status, got.frees_on, got.rule) == ("classified", None, "none")
    assert "origin is unknown" in got.why[0]


@pytest.mark.parametrize("text", ["N/A", "DECL: 07/17/2018", ""])
def test_an_unclassified_portion_has_no_day(text: str) -> None:
    got = _status(text, "2026-11-23", level="U")

    assert (got.status, got.frees_on, got.rule) == ("unclassified", None, "none")


def test_an_unreadable_level_asks_for_a_person() -> None:
    assert _status("DECL: 07/17/2018", "2099-01-01", level=None).status == "verify"


@pytest.mark.parametrize(
    "control", ["RD", "FRD", "TFNI", "RD-CNWDI", "RD-SIGMA 14", "FRD-SIGMA 20", "rd"]
)
@pytest.mark.parametrize("level", ["U", "C", "TS", None])
def test_no_date_ever_applies_to_atomic_energy_portions(control: str, level: Level | None) -> None:
    instruction = parse_instruction("DECL: 07/17/2018", origin=ORIGIN)

    got = status_of(instruction, ORIGIN, level, date(2099, 1, 1), ("NOFORN", control))

    assert (got.status, got.frees_on) == ("refer", None)
    assert "10 CFR 1045.155(a)" in got.why[0]


@pytest.mark.parametrize("control", ["NOFORN", "ORD", "RDX", "REL TO USA, FRA", "UCNI"])
def test_other_controls_are_not_atomic(control: str) -> None:
    assert not is_atomic((control,))


def test_a_date_that_was_never_read_counts_as_none() -> None:
    got = status_of(Instruction("date", "?"), ORIGIN, "C", date(2026, 11, 23))

    assert got.rule == "default-25"


def test_each_paragraph_is_dated_by_its_highest_mark_and_all_its_controls() -> None:
    cable = build(
        para("1. (U) Open.\n", "U"),
        para("2. (C) Closed.\n", "C"),
        Part("paragraph", "3. (U) Mixed. (S) Worse.\n", mark("U"), (mark("S"),)),
        Part("paragraph", "4. (C) Atomic inside.\n", mark("C"), (mark("S", "RD"),)),
        para("5. (?) Odd.\n", None),
    )

    dated = date_cable(cable, date(2010, 1, 1))

    assert [portion.status for portion in dated.portions] == [
        "unclassified", "classified", "classified", "refer", "verify",
    ]  # fmt: skip
    assert dated.overall.status == "classified"
    assert dated.origin == ORIGIN
    assert dated.instruction.date == date(2018, 7, 17)


def test_a_cable_without_an_instruction_line_is_missing_one() -> None:
    dated = date_cable(build(para("1. Text.\n"), decl=None), date(2010, 1, 1))

    assert (dated.instruction.kind, dated.overall.rule) == ("missing", "default-25")


def test_a_cable_without_a_date_time_group_has_no_origin() -> None:
    dated = date_cable(build(para("1. Text.\n"), origin=None), date(2099, 1, 1))

    assert (dated.origin, dated.overall.status) == (None, "classified")


def test_the_cable_s_overall_level_sets_the_schedule_of_every_portion() -> None:
    cable = build(
        para("1. (C) Grain.\n"), level="TS", origin="1974-03-15", decl="GDS", order="11652"
    )

    dated = date_cable(cable, date(2026, 11, 23))

    assert dated.portions[0].frees_on == date(1984, 12, 31)
    assert status_within(dated, "C").frees_on == date(1984, 12, 31)


def test_an_unreadable_overall_level_counts_as_the_highest_until_one_is_attested() -> None:
    cable = build(para("1. (C) Grain.\n"), level=None, origin="1974-03-15", decl="GDS")

    unread = date_cable(cable, date(2026, 11, 23))
    attested = date_cable(cable, date(2026, 11, 23), Facts(overall="S"))

    assert unread.portions[0].frees_on == date(1984, 12, 31)
    assert attested.portions[0].frees_on == date(1982, 12, 31)


def test_the_day_of_original_classification_stands_for_an_unknown_origin() -> None:
    cable = build(para("1. (C) Grain.\n"), origin=None, decl="DECL: 07/17/18")

    dated = date_cable(cable, date(2026, 11, 23), Facts(classified_on=ORIGIN))

    assert dated.origin == ORIGIN
    assert dated.overall.frees_on == date(2018, 7, 17)
    assert "origin-from-classification" in dated.overall.flags


def test_a_message_number_of_another_year_makes_the_origin_doubtful() -> None:
    warning = ReadWarning("year-mismatch", "", 1)
    cable = replace(build(para("1. (C) Grain.\n")), warnings=(warning,))

    assert "origin-year-doubtful" in date_cable(cable, date(2026, 11, 23)).overall.flags


@pytest.mark.parametrize(("level", "status"), [("U", "unclassified"), ("C", "refer")])
def test_excluded_portions_are_referred_and_open_ones_stay_open(level: Level, status: str) -> None:
    assert _status("N/A TO RD PORTIONS", "2099-01-01", level=level).status == status


def test_the_why_of_a_date_over_25_years_names_day_origin_rule_and_citation() -> None:
    got = _status("06/01/2026", "2026-11-23", origin=date(2001, 3, 15))

    assert got.why[0] == (
        "Printed date 06/01/2026 lies more than 25 years after 2001-03-15,"
        " so the 25-year rule counts: 31 December 2026. 32 CFR 2001.12(c)(1)"
    )


def test_the_day_of_a_downgrade_stands_in_the_why() -> None:
    got = _status("DNG: CO 01/26/2021", "2026-11-23")

    assert "The level falls to C on 2021-01-26" in got.why[0]
    assert got.frees_on == date(2033, 12, 31)


def test_the_text_of_an_event_never_enters_the_why() -> None:
    got = _status("AFTER THE TWO CROWNS UNITE", "2026-11-23")

    assert "CROWNS" not in "".join(got.why)


def test_what_the_25_year_rule_takes_for_granted_is_said() -> None:
    assumed = _status("OADR", "2026-11-23")
    attested = status_of(
        parse_instruction("OADR"), ORIGIN, "C", date(2026, 11, 23), facts=Facts(permanent=True)
    )

    assert any("assumed, not attested" in step for step in assumed.why)
    assert not any("assumed, not attested" in step for step in attested.why)
