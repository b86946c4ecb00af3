"""The folded header: lines and rows."""

from hypothesis import given
from hypothesis import strategies as st

from redactor.review import Session
from redactor.ui.folding import Fold, fold_words, header_lines
from redactor.ui.sheet import Sheet
from tests.ui.plain import plain_sheet


@given(st.integers(0, 50), st.integers(1, 200))
def test_every_row_shows_a_line_and_every_line_has_its_row(last: int, lines: int) -> None:
    fold = Fold(min(last, lines))
    shown = [fold.line_at(row) for row in range(fold.rows(lines))]
    assert shown == sorted(set(shown))
    for number in range(1, lines + 1):
        row = fold.row_of(number)
        assert 0 <= row < fold.rows(lines)
        if number > fold.last:
            assert fold.line_at(row) == number


def test_the_header_ends_above_the_first_paragraph(session: Session) -> None:
    sheet = Sheet(session.view(session.entries[0].sha256))
    assert sheet.text.splitlines()[header_lines(sheet)].startswith("1. (C)")


def test_where_there_are_no_paragraphs_nothing_is_folded() -> None:
    assert header_lines(plain_sheet("ab\ncd\n", (0, 2, "release"))) == 0


def test_the_fold_says_how_far_the_header_is(session: Session) -> None:
    cable = session.entries[0].sha256
    session.accept(cable, session.view(cable).open_items[:2])
    sheet = Sheet(session.view(cable))
    words = fold_words(sheet, header_lines(sheet))
    assert words == "header, lines 1-18: 2 of 5 items decided"
