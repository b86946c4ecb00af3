"""Source and release side by side."""

from hypothesis import given, reject

from redactor.audit.rows import Row, make_rows
from redactor.cable import Cable
from redactor.release import LeakError, build
from redactor.text import Span
from tests.audit.samples import reviewed
from tests.release.builder import decide, find, make_cable, make_review
from tests.release.test_composing import cables


def _rows() -> dict[str, Row]:
    review, release = reviewed()
    return {
        "".join(part.text for part in row.source).split("\n")[0][:6]: row
        for row in make_rows(review.dated.cable, release)
    }


def _words(rows: tuple[Row, ...]) -> tuple[list[str], list[str]]:
    source = " ".join("".join(part.text for part in row.source) for row in rows)
    released = " ".join("".join(part.text for part in row.release) for row in rows)
    return source.split(), released.split()


def test_a_name_is_withheld_on_the_left_and_a_marker_stands_on_the_right() -> None:
    row = _rows()["1. (S)"]
    assert [(part.text, part.kind, part.place) for part in row.source] == [
        ("1. (S) Summary: Minister ", "plain", None),
        ("Quill", "withheld", 3),
        (" said little.", "plain", None),
    ]
    assert ("[less than 1 line denied: (b)(6)]", "marker", 3) in [
        (part.text, part.kind, part.place) for part in row.release
    ]
    assert row.begins == (3,)


def test_furniture_inside_a_withheld_paragraph_is_shown_as_furniture() -> None:
    kinds = [part.kind for part in _rows()["2. (C)"].source]
    assert [kind for kind in kinds if kind != "plain"] == ["withheld", "furniture", "withheld"]


def test_a_block_swallowed_by_the_place_above_points_to_it() -> None:
    rows = _rows()
    assert (rows["2. (C)"].begins, rows["3. (S)"].begins) == ((4,), ())
    assert (rows["3. (S)"].within, rows["3. (S)"].release) == (4, ())


def test_lines_of_a_heading_with_a_hole_are_one_row() -> None:
    cable = make_cable(("heading", "QUILL AND\nTHE FERRY\n"), ("paragraph", "1. (U) End.\n"))
    review = make_review(cable, decide(2, "redact", find(cable, "QUILL")))
    rows = make_rows(cable, build(review, "none", "R-1"))
    source = ["".join(part.text for part in row.source) for row in rows]
    released = ["".join(part.text for part in row.release) for row in rows]
    assert source == ["QUILL AND\nTHE FERRY", "1. (U) End."]
    assert released == ["[not declassified: (b)(1), 1.4(d)] AND THE FERRY", "1. (U) End."]


def test_blank_lines_of_the_source_set_rows_apart() -> None:
    rows = _rows()
    assert (rows["OO RUE"].apart, rows["FM AME"].apart, rows["NOFORN"].apart) == (
        False,
        False,
        True,
    )


def test_rows_hold_all_of_the_source_and_all_of_the_release_but_its_head() -> None:
    review, release = reviewed()
    source, released = _words(make_rows(review.dated.cable, release))
    assert "".join(source) == "".join(review.dated.cable.text.split())
    assert released == release.text.split("\n\n", 1)[1].split()


@given(cables())
def test_rows_hold_all_words_of_any_cable(cable: Cable) -> None:
    words = Span(0, len(cable.text) // 2)
    review = make_review(cable, decide(2, "redact", words))
    try:
        release = build(review, "none", "R-1")
    except LeakError:
        reject()
    source, released = _words(make_rows(cable, release))
    assert "".join(source) == "".join(cable.text.split())
    assert "".join(released) == "".join(release.text.split("\n\n", 1)[1].split())
