"""Search in one cable."""

from pathlib import Path

from redactor.review import Session
from redactor.text import Span
from redactor.ui.search import Found, find
from tests.ui.plain import plain_sheet
from tests.ui.world import CABLE, open_session

PLACES = Found("x", (Span(5, 8), Span(10, 12), Span(20, 30)))


def found(session: Session, words: str) -> list[str]:
    cable = session.docket(session.entries[0].sha256).cable
    return [place.cut(cable.text) for place in find(cable, words).places]


def test_words_are_found_in_any_case_and_inside_of_longer_ones(session: Session) -> None:
    assert found(session, "HARB") == ["HARB", "harb"]


def test_words_are_found_over_a_line_end(session: Session) -> None:
    assert found(session, "resume in spring") == ["resume in\nspring"]


def test_words_are_found_over_a_page_break_and_whatever_their_accents(tmp_path: Path) -> None:
    broken = CABLE.replace(
        b"two ferries and", b"two f\xc3\xa9rries\nPORT EX 00000042  002 OF 002\n\nand"
    )
    opened = open_session(tmp_path, broken)
    assert len(found(opened, "ferries and a")) == 1
    opened.case.close()


def test_white_space_is_no_search() -> None:
    cable = plain_sheet("a b c").view.docket.cable
    assert find(cable, "  \n").places == ()


def test_next_and_previous_roll_over() -> None:
    assert [PLACES.next(at) for at in (0, 5, 15, 25)] == [0, 1, 2, 0]
    assert [PLACES.previous(at) for at in (0, 5, 15, 25)] == [2, 2, 1, 2]


def test_the_places_of_a_line_are_those_that_meet_it() -> None:
    assert PLACES.over(Span(7, 21)) == PLACES.places
    assert PLACES.over(Span(8, 10)) == ()
    assert PLACES.over(Span(11, 15)) == (Span(10, 12),)


def test_it_says_which_place_of_how_many() -> None:
    assert PLACES.sentence(1) == "“x”: place 2 of 3."
    assert Found("\x1b]52").sentence(None) == "“␛]52” stands nowhere in this cable."
