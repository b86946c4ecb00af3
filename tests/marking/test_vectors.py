"""The table of marks, each with the passage of the reference that decides it."""

import csv
from pathlib import Path
from typing import NamedTuple

import pytest

from redactor.marking import (
    banner_form,
    lint_banner,
    lint_portion,
    parse_banner,
    parse_portion,
    portion_form,
)


class Vector(NamedTuple):
    """A row of the table; cells hold several words with semicolons between."""

    style: str
    text: str
    portion: str
    banner: str
    level: str
    controls: str
    flags: str
    lint: str
    cite: str


def vectors() -> list[Vector]:
    with (Path(__file__).parent / "vectors.csv").open(encoding="utf-8", newline="") as file:
        return [Vector(*row) for row in csv.reader(file, delimiter="|")][1:]


def words(cell: str) -> list[str]:
    return cell.split(";") if cell else []


@pytest.mark.parametrize("vector", vectors(), ids=lambda v: f"{v.style} {v.text}")
def test_a_mark_is_read_printed_and_linted(vector: Vector) -> None:
    parse, lint = (
        (parse_banner, lint_banner) if vector.style == "banner" else (parse_portion, lint_portion)
    )
    read = parse(vector.text)
    assert sorted(finding.code for finding in lint(vector.text)) == words(vector.lint)
    if not vector.portion:
        assert read is None
        return
    assert read is not None
    assert portion_form(read.marking) == vector.portion
    assert banner_form(read.marking) == vector.banner
    assert read.level == vector.level
    assert list(read.controls) == words(vector.controls)
    assert sorted(read.flags) == words(vector.flags)


def test_the_table_is_long_and_every_row_names_its_source() -> None:
    assert len(vectors()) >= 120
    assert all(vector.cite for vector in vectors())
    assert len({(vector.style, vector.text) for vector in vectors()}) == len(vectors())
