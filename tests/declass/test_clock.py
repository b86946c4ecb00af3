"""The clock: vectors, very-day edges, and what can never happen."""

import csv
from datetime import date
from pathlib import Path
from typing import cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redactor.cable import Level
from redactor.declass import (
    Instruction,
    Status,
    automatic_day,
    date_cable,
    is_atomic,
    parse_instruction,
    status_of,
)
from tests.declass.build import Part, build, mark, para

VECTORS = Path(__file__).parent / "vectors.csv"
ORIGIN = date(2008, 7, 18)
ANY_DAY = st.dates(min_value=date(1950, 1, 1), max_value=date(2120, 1, 1))
ANY_INSTRUCTION = st.sampled_from(
    ["07/17/2018", "07/17/98", "12/31/2040", "1999", "OADR", "N/A", "", "GDS", "13/45/2015"]
)


def _rows() -> list[dict[str, str]]:
    with VECTORS.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize("row", _rows(), ids=lambda row: row["id"])
def test_vector(row: dict[str, str]) -> None:
    origin = date.fromisoformat(row["origin"])
    instruction = parse_instruction(row["instruction"], origin=origin)

    level = cast("Level", row["level"])
    got = status_of(instruction, origin, level, date.fromisoformat(row["as_of"]))

    assert got.status == row["status"]
    assert got.frees_on == date.fromisoformat(row["effective"])


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


@given(ANY_INSTRUCTION, ANY_DAY, st.sampled_from(["U", "C", "S", "TS"]), ANY_DAY, ANY_DAY)
def test_time_only_ever_declassifies(
    text: str, origin: date, level: Level, one: date, other: date
) -> None:
    instruction = parse_instruction(text, origin=origin)
    early, late = (status_of(instruction, origin, level, day) for day in sorted((one, other)))

    assert early.frees_on == late.frees_on
    assert not (early.status == "declassified" and late.status == "classified")


@given(ANY_INSTRUCTION, ANY_DAY)
def test_every_classified_portion_frees_by_the_25_year_day(text: str, origin: date) -> None:
    got = status_of(parse_instruction(text, origin=origin), origin, "S", origin)

    assert got.frees_on is not None
    assert origin <= got.frees_on <= automatic_day(origin)


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
