"""Two tables of vectors: the reference's, unchanged, and the house's, one citation a row."""

import csv
from datetime import date
from pathlib import Path
from typing import cast

import pytest

from redactor.cable import Level
from redactor.declass import Facts, Instruction, Status, parse_instruction, status_of

HERE = Path(__file__).parent
REFERENCE, HOUSE = HERE / "declassification.csv", HERE / "house_vectors.csv"

RULES = {
    "GDS": "gds",
    "XGDS": "default-25",
    "REVIEW_DATE": "review-date",
    "DATE": "marked-date",
    "SEC3.3": "section-3.3",
    "DEFAULT25": "default-25",
    "EVENT_PENDING": "event-pending",
    "EVENT": "event",
    "25X": "exemption",
    "50X1-HUM": "exemption",
    "EXCLUDED": "none",
    "CLAIMED_DECLASSIFIED": "none",
}
"""The rule that the first word of a reference note names."""

FLAGS = {
    "review-on 1999-06-05": {"review-date-only"},
    "marked-date-over-25y": {"date-over-25-years"},
    "event unresolved": {"event-unattested"},
    "NA-on-classified": {"not-applicable-on-classified"},
    "invalid-date": {"impossible-date"},
    "date-before-origin": {"date-before-origin"},
    "no-date": {"incomplete-25x"},
    "obsolete-marking": {"obsolete-marking"},
    "date-over-cap": {"date-over-cap"},
    "source-list": {"source-list"},
    "verify": {"claim-unverified"},
    "treaty-marking-not-valid, refer-State": {"treaty-marking-not-valid", "refer-state"},
    "30y rule of EO 11652 overtaken": {"foreign-information"},
}
"""The flags that the rest of a reference note stands for."""

KINDS = {
    "indefinite": {"oadr", "manual-review"},
    "X-code": {"x-code"},
    "missing": {"missing"},
    "event-attested": {"event"},
}
"""The kinds of instruction that the rest of a reference note stands for."""


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _level(text: str | None) -> Level | None:
    return cast("Level | None", text or None)


def _read(row: dict[str, str], event: str) -> tuple[Instruction, Status]:
    origin = _day(row["origin"])
    instruction = parse_instruction(row["instruction"], row.get("order") or None, origin)
    facts = Facts(
        overall=_level(row.get("overall")),
        event_on=_day(row[event]),
        block_newest=_day(row["block_newest"]),
    )
    return instruction, status_of(
        instruction, origin, _level(row["level"]), date.fromisoformat(row["as_of"]), facts=facts
    )


@pytest.mark.parametrize("row", _rows(REFERENCE), ids=lambda row: row["id"])
def test_reference_vector(row: dict[str, str]) -> None:
    instruction, got = _read(row, "event_attested")
    rule, _, note = row["note"].partition("; ")

    assert got.status == row["status"].lower()
    assert got.frees_on == _day(row["effective"])
    assert got.rule == RULES[rule]
    assert set(got.flags) == FLAGS.get(note, set())
    assert instruction.kind in KINDS.get(note, {instruction.kind})


def test_every_note_of_the_reference_is_understood() -> None:
    notes = {row["note"].partition("; ")[2] for row in _rows(REFERENCE)} - {""}

    assert notes == FLAGS.keys() | KINDS.keys()


@pytest.mark.parametrize("row", _rows(HOUSE), ids=lambda row: row["id"])
def test_house_vector(row: dict[str, str]) -> None:
    instruction, got = _read(row, "event_on")

    assert instruction.kind == row["kind"]
    assert got.status == row["status"]
    assert got.frees_on == _day(row["effective"])
    assert got.rule == row["rule"]
    assert set(got.flags) == set(row["flags"].split(";")) - {""}
    assert any(row["cite"] in step for step in got.why)


def test_the_house_table_is_large_and_each_row_is_cited() -> None:
    rows = _rows(HOUSE)

    assert len(rows) >= 120
    assert len({row["id"] for row in rows}) == len(rows)
    assert all(row["cite"] for row in rows)
