"""Progress paragraph by paragraph."""

import pytest

from redactor.review import Session
from redactor.ui.progress import Progress, glyph_of, window
from redactor.ui.sheet import GLYPHS, Sheet, State
from tests.ui.plain import plain_sheet


def glyphs(session: Session) -> str:
    return shown(Sheet(session.view(session.entries[0].sha256)))


def shown(sheet: Sheet) -> str:
    progress = Progress.of(sheet)
    return "".join(map(progress.glyph, range(len(progress.sections))))


def test_header_paragraphs_and_end_have_a_glyph_each(session: Session) -> None:
    assert glyphs(session) == "○□○○○"


def test_what_is_decided_fills_it(session: Session) -> None:
    cable = session.entries[0].sha256
    session.accept(cable, [session.view(cable).open_items[0]])
    assert glyphs(session) == "◐□○○○"
    session.accept(cable)
    assert glyphs(session) == "●■●●●"


@pytest.mark.parametrize(
    ("states", "glyph"),
    [({"release", "redact"}, GLYPHS["redact"]), ({"released", "redacted"}, GLYPHS["redacted"]),
     ({"released", "review"}, "◐"), ({"released", "referred"}, GLYPHS["referred"])],
)  # fmt: skip
def test_the_loudest_state_shows(states: set[State], glyph: str) -> None:
    assert glyph_of(states) == glyph


def test_a_cable_without_paragraphs_is_one_part() -> None:
    sheet = plain_sheet("ab cd", (0, 2, "redact"))
    assert shown(sheet) == "□"


def test_the_part_at_an_offset(session: Session) -> None:
    sheet = Sheet(session.view(session.entries[0].sha256))
    progress = Progress.of(sheet)
    assert progress.at(sheet.text.index("The harbor")) == 1
    assert progress.at(sheet.text.index("two ferries")) == 2


@pytest.mark.parametrize(
    ("count", "here", "room", "shown"),
    [(5, 2, 10, range(5)), (100, 0, 10, range(10)), (100, 50, 10, range(45, 55)),
     (100, 99, 10, range(90, 100)), (100, None, 10, range(10))],
)  # fmt: skip
def test_the_window_holds_the_place(count: int, here: int | None, room: int, shown: range) -> None:
    assert window(count, here, room) == shown
