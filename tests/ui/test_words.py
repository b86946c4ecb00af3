"""Labels and sentences."""

from datetime import date
from pathlib import Path

from redactor.declass import Status
from redactor.ui.layout import Panes, shape_of
from redactor.ui.words import banner_words, codes_words, frees_words, progress_words, status_words
from tests.ui.world import CABLE, MOMENT, open_session


def test_status_in_words() -> None:
    day = date(2033, 12, 31)
    assert status_words(Status("classified", day, "none", ())) == "classified, frees 2033-12-31"
    assert status_words(Status("classified", None, "none", ())) == "classified, no day frees it"
    assert status_words(Status("declassified", day, "none", ())) == "declassified since 2033-12-31"
    assert status_words(Status("unclassified", None, "none", ())) == "unclassified"
    assert status_words(Status("verify", None, "none", ())) == "a person must verify the date"
    assert "only ever referred" in status_words(Status("refer", None, "none", ()))


def test_progress_in_words(tmp_path: Path) -> None:
    session = open_session(tmp_path, CABLE)
    cable = session.entries[0].sha256
    view = session.view(cable)
    session.accept(cable, [view.docket.items[0], view.docket.items[1]])
    words = progress_words(session.view(cable), MOMENT, "cable 1 of 1")
    session.case.close()
    assert words == "2 of 12 decided · 10 open here · saved 14:02:11 · cable 1 of 1"


def test_a_banner_and_a_day_in_words(tmp_path: Path) -> None:
    session = open_session(tmp_path, CABLE)
    docket = session.docket(session.entries[0].sha256)
    session.case.close()
    assert banner_words(docket.cable) == "CONFIDENTIAL SIPDIS"
    assert frees_words(docket.dated) == "2038-03-15"


def test_codes_are_printed_as_a_release_prints_them() -> None:
    assert codes_words(("b1", "1.4(d)")) == "(b)(1), 1.4(d)"
    assert codes_words(()) == "no code"


def test_panes_follow_the_width_until_asked() -> None:
    assert [shape_of(width) for width in (80, 119, 120, 149, 150)] == [
        "narrow", "narrow", "normal", "normal", "wide",
    ]  # fmt: skip
    panes = Panes()
    assert not panes.why_shown("narrow")
    assert panes.why_shown("normal")
    assert not panes.preview_shown("normal")
    assert panes.preview_shown("wide")


def test_in_a_narrow_window_one_pane_takes_the_place_of_the_other() -> None:
    panes = Panes().with_why_toggled("narrow").with_preview_toggled("narrow")
    assert panes.preview_shown("narrow")
    assert not panes.why_shown("narrow")
    both = Panes().with_preview_toggled("normal")
    assert both.why_shown("normal")
    assert both.preview_shown("normal")
