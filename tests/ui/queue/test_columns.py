"""The columns of the queue."""

from datetime import timedelta

import pytest

from redactor.review import Entry
from redactor.ui.cells import width
from redactor.ui.queue.columns import (
    COLUMNS,
    cable_line,
    column_at,
    heading,
    people,
    places,
)
from redactor.ui.queue.summary import Summary
from tests.ui.queue.made import summary
from tests.ui.world import MOMENT

ENTRY = Entry("0" * 64, "cables/one.txt", "18PORTEXAMPLE42")
WIDTHS = (20, 77, 100, 110, 117, 150, 197, 300)


def line(columns: int, of: Summary | None) -> str:
    return cable_line(columns, ENTRY, of, "ann", MOMENT)


@pytest.mark.parametrize("columns", WIDTHS)
def test_every_line_is_as_wide_as_the_window(columns: int) -> None:
    wide = summary(subject="港" * 200, id="港口" * 20, signers="ann, bob, cleo, dora, emil")
    for of in (None, summary(), wide):
        assert width(line(columns, of)) == columns
    assert width(heading(columns, "date", falling=True)) == columns


def test_narrow_windows_still_show_state_level_days_open_flags_and_people() -> None:
    of = summary(flags="mis-marked", signers="bob", stage="signed", stage_words="signed 1 of 2")
    assert line(77, of).split() == [
        "◑", "signed", "1/2", "18PORTEXAMPLE42", "C//NOF…", "2018-03-15", "2038-03-15", "10", "⚑",
        "bob",
    ]  # fmt: skip


def test_wide_windows_show_the_sender_and_the_subject_too() -> None:
    assert "HARBOR TALKS RESUME" in line(120, summary())
    assert "AMEMBASSY PORT EXAMPLE" in line(200, summary())
    assert "signed 1 of 2" in line(120, summary(stage="signed", stage_words="signed 1 of 2"))


def test_what_is_missing_is_said() -> None:
    assert "no date" in line(77, summary(origin=""))
    assert "no subject read" in line(120, summary(subject=""))
    assert "… reading" in line(77, None)
    assert "× unreadable" in line(77, summary(stage=None, stage_words="can't be read"))


def test_several_flags_are_counted() -> None:
    assert "⚑2" in line(77, summary(flags="mis-marked public-interest"))


def test_who_signed_and_who_is_at_work() -> None:
    now, before = MOMENT.isoformat(), (MOMENT - timedelta(hours=1)).isoformat()
    of = summary(signers="bob", holder="cleo", held_at=now)
    assert people(of, "ann", MOMENT) == "bob @cleo"
    assert people(of._replace(held_at=before), "ann", MOMENT) == "bob"
    assert people(of._replace(held_at=before), "cleo", MOMENT) == "bob @cleo"


@pytest.mark.parametrize("columns", [77, 120, 200])
def test_the_heading_at_a_cell_is_the_column_there(columns: int) -> None:
    for place in places(columns):
        assert column_at(columns, place.start) == place.column
        assert column_at(columns, place.start + place.width - 1) == place.column
    assert column_at(columns, -1) is None


def test_the_sign_stands_at_the_column_that_is_sorted_by() -> None:
    assert "frees on▲" in heading(120, "frees", falling=False)
    assert "frees on▼" in heading(120, "frees", falling=True)
    assert "▲" not in heading(120, "", falling=False)


def ordered(id_: str, *summaries: Summary) -> list[Summary]:
    (column,) = (column for column in COLUMNS if column.id == id_)
    return sorted(summaries, key=column.key)


def test_days_sort_before_words_and_levels_by_their_height() -> None:
    never, early, late = (summary(frees=frees) for frees in ("never", "2001-01-01", "2030-01-01"))
    assert ordered("frees", never, late, early) == [early, late, never]
    top, none, plain = (summary(level=level) for level in ("TS", "", "U"))
    assert ordered("level", top, none, plain) == [none, plain, top]


def test_flagged_ones_and_those_somebody_has_come_first() -> None:
    plain, flagged = summary(), summary(flags="mis-marked")
    assert ordered("flags", plain, flagged) == [flagged, plain]
    signed, held = summary(signers="bob"), summary(holder="cleo")
    assert ordered("reviewer", plain, held, signed) == [signed, held, plain]
