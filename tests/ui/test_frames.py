"""Whole screens, character by character, and the attributes that stand beside colour."""

from pathlib import Path

import pytest
from textual.strip import Strip

from redactor.review import Session
from redactor.ui import ReviewApp
from redactor.ui.widgets.source import SourceView
from tests.ui.driving import attributes, drive, frame, watch

KEYS = "enter y right_curly_bracket y"
"""The header accepted, and the first stretch of paragraph 1."""

FRAMES = Path(__file__).parent / "frames"
"""What the screens look like. After a wanted change, write the new frame there by hand."""

SCROLLBAR = str.maketrans(dict.fromkeys("▁▂▃▄▅▆▇", " "))


def wanted(name: str) -> str:
    return (FRAMES / f"{name}.txt").read_text(encoding="utf-8")


def plain(app: ReviewApp) -> str:
    return "".join(line.translate(SCROLLBAR).rstrip() + "\n" for line in frame(app))


def test_review_screen_at_80_by_24(session: Session) -> None:
    assert drive(session, KEYS, plain) == wanted("review-80x24")


def test_review_screen_at_120_by_40(session: Session) -> None:
    assert drive(session, KEYS, plain, size=(120, 40)) == wanted("review-120x40")


def test_queue_at_80_by_24(session: Session) -> None:
    assert drive(session, KEYS + " q", plain) == wanted("queue-80x24")


def test_the_release_stands_beside_the_source_at_200_by_50(session: Session) -> None:
    shown = drive(session, KEYS, plain, size=(200, 50))
    assert "[1 line not declassified: (b)(1), 1.4(b), 1.4(d)] [undecided]" in shown
    assert "2 open places" in shown


def test_what_is_withheld_is_struck_and_still_there(session: Session) -> None:
    assert drive(session, KEYS, lambda app: attributes(app, "The harbor minister")) == {"strike"}


def test_on_a_mixed_line_the_open_part_is_underlined(session: Session) -> None:
    assert drive(session, KEYS, lambda app: attributes(app, "spring. He")) == {"strike"}
    assert drive(session, "", lambda app: attributes(app, "trictly protect")) == {
        "underline",
        "bold",
    }


def test_portion_marks_are_bold(session: Session) -> None:
    assert drive(session, KEYS, lambda app: attributes(app, "(U)")) == {"bold"}


def test_a_selection_is_reversed(session: Session) -> None:
    keys = "enter v right right right"
    assert drive(session, keys, lambda app: attributes(app, "VZC")) == {"reverse"}


def test_signs_need_no_colour(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    assert drive(session, KEYS, plain) == wanted("review-80x24")


def test_lines_painted_before_are_as_lines_painted_anew(session: Session) -> None:
    """The source pane keeps painted lines; none may outlive a change."""

    def look(app: ReviewApp) -> tuple[list[Strip], list[Strip]]:
        source = app.screen.query_one(SourceView)
        kept = [source.render_line(y) for y in range(source.page)]
        source.notify_style_update()
        return kept, [source.render_line(y) for y in range(source.page)]

    steps = ["enter", "y", "J J", "v right down", "escape", "o o down", "u", "G", "k", "a y", "u"]
    for kept, anew in watch(session, steps, look):
        assert kept == anew
