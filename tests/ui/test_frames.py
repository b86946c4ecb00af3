"""Whole screens at three sizes, character by character, and the attributes beside colour.

After a wanted change, ``python -m tests.ui.redraw`` writes the frames anew.
"""

from pathlib import Path

import pytest
from textual.strip import Strip

from redactor.review import Session
from redactor.ui import ReviewApp
from redactor.ui.settings import Settings
from redactor.ui.widgets.source import SourceView
from tests.ui.driving import attributes, drive, strips, watch
from tests.ui.scenes import DRAWN, FRAMES, SIZES, path_of

KEYS = "enter y right_curly_bracket y"
"""The header accepted, and the first stretch of paragraph 1."""


@pytest.mark.parametrize("name", DRAWN)
def test_a_scene_looks_as_it_was_drawn(name: str, tmp_path: Path) -> None:
    for size, drawn in DRAWN[name](tmp_path).items():
        assert drawn == path_of(name, size).read_text(encoding="utf-8"), size


def test_every_frame_belongs_to_a_scene() -> None:
    wanted = {path_of(name, size) for name in DRAWN for size in SIZES}
    assert set(FRAMES.iterdir()) == wanted


@pytest.mark.parametrize("path", sorted(FRAMES.iterdir()), ids=lambda path: path.stem)
def test_no_frame_is_wider_or_longer_than_its_window(path: Path) -> None:
    columns, rows = map(int, path.stem.rpartition("-")[2].split("x"))
    lines = path.read_text(encoding="utf-8").split("\n\n")[0].splitlines()
    drawn = path.read_text(encoding="utf-8").splitlines()[:rows]
    assert len(lines) <= rows
    assert max(map(len, drawn)) <= columns


def test_what_is_withheld_is_struck_and_still_there(session: Session) -> None:
    assert drive(session, KEYS, lambda app: attributes(app, "The harbor minister")) == {"strike"}


def test_on_a_mixed_line_the_open_part_is_underlined(session: Session) -> None:
    assert drive(session, KEYS, lambda app: attributes(app, "spring. He")) == {"strike"}
    assert drive(session, "", lambda app: attributes(app, "trictly protect")) == {
        "underline",
        "bold",
    }


@pytest.mark.parametrize("theme", ["dark", "plain"])
def test_the_cursor_is_seen_without_any_colour(session: Session, theme: str) -> None:
    def under_cursor(app: ReviewApp) -> list[str]:
        return [
            segment.text
            for strip in strips(app)
            for segment in strip
            if segment.style and segment.style.reverse and segment.text.isalpha()
        ]

    keys = f"enter right_curly_bracket {'right ' * len('1. (C) ')}"
    assert drive(session, keys, under_cursor, settings=Settings(theme)) == ["T"]


def test_portion_marks_are_bold(session: Session) -> None:
    assert drive(session, KEYS, lambda app: attributes(app, "(U)")) == {"bold"}


def test_lines_painted_before_are_as_lines_painted_anew(session: Session) -> None:
    """The source pane keeps painted lines; none may outlive a change."""

    def look(app: ReviewApp) -> tuple[list[Strip], list[Strip]]:
        source = app.screen.query_one(SourceView)
        window = source.size.region
        kept = source.render_lines(window)
        source.notify_style_update()
        return kept, source.render_lines(window)

    steps = ["enter", "y", "J J", "v right down", "escape", "o o down", "u", "G", "k", "a y", "u",
             "h", "slash t h e enter", "escape h", "right_curly_bracket s s"]  # fmt: skip
    for kept, anew in watch(session, steps, look):
        assert kept == anew
