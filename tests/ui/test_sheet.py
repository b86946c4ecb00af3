"""The sheet: the state of every place."""

from pathlib import Path

from redactor.review import Ruling
from redactor.text import Span
from redactor.ui.sheet import GLYPHS, WORDS, Sheet
from tests.ui.plain import plain_sheet
from tests.ui.world import CABLE, open_session


def test_open_states_are_the_proposals() -> None:
    sheet = plain_sheet("ab cd ef", (0, 2, "redact"), (3, 5, "review"), (6, 8, "refer"))
    assert [stretch.state for stretch in sheet.over(Span(0, 8))] == ["redact", "review", "refer"]


def test_decisions_cut_the_items(tmp_path: Path) -> None:
    session = open_session(tmp_path, CABLE)
    cable = session.entries[0].sha256
    at = CABLE.decode().index("two ferries")
    session.decide(cable, Ruling((Span(at, at + 3),), "redact", ("b1", "1.4(d)")))
    sheet = Sheet(session.view(cable))
    session.case.close()
    around = sheet.over(sheet.items[sheet.item_at(at) or 0].span)
    assert [stretch.state for stretch in around] == ["release", "redacted", "release"]
    assert len({stretch.item for stretch in around}) == 1


def test_a_line_shows_its_loudest_state_open_before_decided() -> None:
    sheet = plain_sheet("ab cd", (0, 2, "release"), (3, 5, "review"))
    assert sheet.state_of(Span(0, 5)) == "review"
    assert sheet.state_of(Span(0, 2)) == "release"
    assert sheet.state_of(Span(2, 3)) is None


def test_furniture_is_a_state_of_its_own() -> None:
    sheet = plain_sheet("ab\nPAGE\n", (0, 2, "release"), furniture=(Span(3, 7),))
    assert sheet.state_of(Span(3, 7)) == "furniture"
    assert sheet.item_at(4) is None


def test_marks_are_found_by_line(tmp_path: Path) -> None:
    session = open_session(tmp_path, CABLE)
    sheet = Sheet(session.view(session.entries[0].sha256))
    session.case.close()
    lines = [sheet.lines[n].span for n in range(1, len(sheet.lines) + 1)]
    found = [mark.cut(sheet.text) for line in lines for mark in sheet.marks_over(line)]
    assert found == ["(C)", "(U)", "(SBU)"]


def test_every_state_has_a_glyph_of_its_own_and_words() -> None:
    assert len(set(GLYPHS.values())) == len(GLYPHS)
    assert set(WORDS) == set(GLYPHS)


def test_an_item_over_a_page_break_leaves_it_furniture() -> None:
    sheet = plain_sheet("ab\nPAGE\ncd", (0, 10, "redact"), furniture=(Span(3, 7),))
    states = [(stretch.span.cut(sheet.text), stretch.state) for stretch in sheet.over(Span(0, 10))]
    assert states == [("ab\n", "redact"), ("PAGE", "furniture"), ("\ncd", "redact")]
    assert sheet.state_of(sheet.lines[2].span) == "furniture"
