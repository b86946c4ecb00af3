"""Search, limit and go to, by their keys."""

from redactor.review import Session
from redactor.ui import ReviewApp
from tests.ui.driving import (
    attributes,
    dialog,
    drive,
    frame,
    review,
    shown,
    status,
    type_out,
    watch,
    words_at_cursor,
)

SEARCH = f"slash {type_out('the')} enter"


def test_search_goes_to_the_next_place_and_says_which_it_is(session: Session) -> None:
    def look(app: ReviewApp) -> tuple[str, str]:
        return words_at_cursor(app, 10), status(app)

    at_start = "enter right_curly_bracket"
    seen = watch(session, [at_start, SEARCH, "semicolon", "comma comma"], look, size=(120, 30))
    assert [words for words, _ in seen] == ["1. (C) The", "The harbor", "the talks ", "The embass"]
    assert "“the”: place 1 of 4." in seen[1][1]
    assert "“the”: place 2 of 4." in seen[2][1]


def test_what_is_found_is_underlined_everywhere_until_escape(session: Session) -> None:
    steps = [f"enter right_curly_bracket slash {type_out('lighthouse')} enter g down down down"]
    marked = watch(session, [*steps, "escape"], lambda app: review(app).found.words)
    assert marked == ["lighthouse", ""]
    keys = f"enter right_curly_bracket slash {type_out('lighthouse')} enter up"
    assert "underline" in drive(session, keys, lambda app: attributes(app, "lighthouse"))


def test_what_is_nowhere_is_said(session: Session) -> None:
    said = drive(session, f"enter slash {type_out('zebra')} enter", status)
    assert said == "“zebra” stands nowhere in this cable."


def test_the_next_match_without_a_search_says_how_to_search(session: Session) -> None:
    assert "/ searches" in drive(session, "enter semicolon", status)


def test_the_prompt_stands_low_and_leaves_the_text_in_sight(session: Session) -> None:
    lines = drive(session, "enter slash", frame)
    assert "VZCZCXYZ0001" in lines[2]
    assert "Search in this cable:" in "\n".join(lines[12:])


def test_a_limit_is_gone_through_and_lifted(session: Session) -> None:
    def look(app: ReviewApp) -> tuple[str, str]:
        return words_at_cursor(app, 8), shown(app)

    limit = f"l {type_out('rule:protected')} enter"
    seen = watch(session, [f"enter {limit}", "j", "escape j"], look, size=(120, 30))
    assert seen[0][0] == "strictly"
    assert "only rule:protected" in seen[0][1]
    assert seen[1][0] == "strictly"
    assert seen[2][0] != "strictly"


def test_a_limit_with_nothing_open_says_what_is_left_without_it(session: Session) -> None:
    said = drive(session, f"enter l {type_out('refer')} enter", status)
    assert said == "! Nothing is open for refer; 12 places without the limit, escape lifts it."


def test_a_limit_that_is_none_is_refused_with_how_to_write_one(session: Session) -> None:
    said = drive(session, f"enter l {type_out('soon')} enter", status, size=(120, 30))
    assert said.startswith("! “soon” is no limit; write rule:NAME")


def test_the_rules_here_are_offered_by_the_arrow(session: Session) -> None:
    keys = "enter right_curly_bracket l down down enter"
    limit = drive(session, keys, lambda app: review(app).limit)
    assert limit is not None
    assert limit.words.startswith("rule:")


def test_go_to_a_line_a_paragraph_and_another_cable(session: Session) -> None:
    def look(app: ReviewApp) -> tuple[str, str]:
        return words_at_cursor(app, 6), review(app).cable

    steps = ["enter", "colon 2 0 enter", "colon p 2 enter", f"colon {type_out('example43')} enter"]
    seen = watch(session, steps, look)
    assert [words for words, _ in seen] == ["VZCZCX", "spring", "2. (U)", "VZCZCX"]
    assert seen[3][1] == session.entries[1].sha256


def test_a_goal_that_is_not_there_is_said_and_the_cursor_stays(session: Session) -> None:
    assert "no paragraph 9" in drive(session, "enter colon p 9 enter", status)
    assert drive(session, "colon escape", dialog) == "ReviewScreen"


def test_the_header_folds_and_unfolds(session: Session) -> None:
    seen = watch(session, ["enter right_curly_bracket", "h", "h", "h k"], frame)
    assert "▸ header, lines 1-18: 0 of 5 items decided" in seen[1][2]
    assert seen[1][3].lstrip("▌ □").startswith("19 1. (C)")
    assert seen[2] == seen[0]
    assert "header, lines" not in seen[3][2]


def test_a_cable_opens_with_its_header_folded_once_that_is_decided(session: Session) -> None:
    lines = drive(session, "enter y y y y y greater_than_sign less_than_sign", frame)
    assert "▸ header, lines 1-18: 5 of 5 items decided" in lines[2]


def test_folding_moves_the_cursor_out_of_what_is_folded(session: Session) -> None:
    assert drive(session, "enter h", words_at_cursor).startswith("1. (C)")
