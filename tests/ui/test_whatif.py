"""The what-if: what another day would change, shown and never done."""

import sqlite3
from datetime import date
from pathlib import Path

import pytest

from redactor.review import Session
from redactor.ui import ReviewApp
from redactor.ui.dialogs.day import AskDay
from redactor.ui.dialogs.whatif import WhatIf
from redactor.ui.screens.review import ReviewScreen
from redactor.ui.whatif import day_of, suggestions, what_if
from redactor.ui.widgets.pane import WordsPane
from redactor.ui.widgets.source import SourceView
from tests.ui.driving import drive, frame, review, status, watch
from tests.ui.world import CABLE, DAY, POLICY, open_session

FREED = date(2038, 3, 15)
CODES = "(b)(1), 1.4(b), 1.4(d)"
PROPOSED = f"withhold under {CODES}; withhold under {CODES}, (b)(6)"
AT_PARAGRAPH = "enter right_curly_bracket t"
"""The question, asked on paragraph 1."""


def said(session: Session, day: date) -> list[str]:
    docket = session.docket(session.entries[0].sha256)
    return [saying.text for saying in what_if(docket, session.what_if(docket, day))]


def shown(app: ReviewApp) -> str:
    return "\n".join(frame(app))


# Words


def test_it_says_first_that_it_is_only_a_look(session: Session) -> None:
    assert said(session, FREED)[:2] == [
        f"! Only a look: the case reads the clock on {DAY}.",
        "Nothing is decided, proposed or recorded by it.",
    ]


def test_it_sums_up_and_goes_paragraph_by_paragraph(session: Session) -> None:
    lines = said(session, FREED)
    assert lines[3] == (
        "1 of 3 paragraphs would change, 1 would free; the policy would propose otherwise in"
        " 1 place."
    )
    at = lines.index("Paragraph 1 (C)")
    assert lines[at : at + 6] == [
        "Paragraph 1 (C)",
        "classified, frees 2038-03-15 → declassified since 2038-03-15",
        f"policy: {PROPOSED} → a person decides; withhold under (b)(6)",
        "Paragraph 2 (U)",
        "unclassified, as now",
        "policy: release, as now",
    ]


def test_the_step_that_decides_stands_once(session: Session) -> None:
    steps = [line for line in said(session, FREED) if line.startswith("- ")]
    assert steps == ["- Marked date 2038-03-15 has come: as of 2038-03-15. 32 CFR 2001.12(c)(1)"]


def test_a_day_that_changes_nothing_says_so(session: Session) -> None:
    lines = said(session, date(2026, 12, 31))
    assert lines[3] == "Nothing would change."
    assert not [line for line in lines if "→" in line]


def test_flags_that_come_are_named_with_their_meaning(session: Session) -> None:
    lines = said(session, date(2009, 1, 1))
    assert [line for line in lines if line.startswith("! as-of-before-directive: The as-of day")]
    back = session.docket(session.entries[0].sha256)
    old = session.what_if(back, date(2009, 1, 1))
    assert any("no longer as-of-before" in saying.text for saying in what_if(old, back))


def test_a_hold_that_would_come_or_go_is_said(tmp_path: Path) -> None:
    policy = POLICY + (
        b"  - id: free-and-waiting\n"
        b"    title: Free\n"
        b"    when: {status: declassified, field: body}\n"
        b"    propose: hold\n"
        b"    because: Someone must look first.\n"
        b"    cite: House rule\n"
    )
    opened = open_session(tmp_path, CABLE, policy=policy)
    now = opened.docket(opened.entries[0].sha256)
    then = opened.what_if(now, FREED)
    words = [[saying.text for saying in what_if(*pair)] for pair in ((now, then), (then, now))]
    opened.case.close()
    assert any(line.startswith("! The policy would hold the cable: ") for line in words[0])
    assert "The policy would no longer hold the cable." in words[1]


@pytest.mark.parametrize(
    ("frees_on", "days"),
    [
        (None, ["2026-11-23", "2026-12-31", "2027-12-31"]),
        (FREED, ["2026-11-23", "2038-03-15", "2026-12-31", "2027-12-31"]),
        (date(2026, 12, 31), ["2026-11-23", "2026-12-31", "2027-12-31"]),
        (DAY, ["2026-11-23", "2026-12-31", "2027-12-31"]),
    ],
)
def test_each_suggested_day_stands_once(frees_on: date | None, days: list[str]) -> None:
    assert [str(one.day) for one in suggestions(DAY, frees_on)] == days


@pytest.mark.parametrize("words", ["", "31.12.2026", "2026-02-30", "2026-1-1", "20261231", "soon"])
def test_what_is_no_day(words: str) -> None:
    assert day_of(words) is None


def test_a_day_may_stand_between_blanks() -> None:
    assert day_of(" 2026-12-31 ") == date(2026, 12, 31)


# Screens


def test_t_asks_and_suggests_and_enter_shows(session: Session) -> None:
    asked, chosen, panel = watch(session, [AT_PARAGRAPH, "down", "enter"], shown)
    assert "What if the clock were read on another day?" in asked
    assert "2038-03-15  the day on which this portion frees" in asked
    assert "2026-12-31  the last day of this year" in asked
    assert chosen.count("2038-03-15") == 3
    assert "What if the clock were read on 2038-03-15?" in panel
    assert "! Only a look" in panel


@pytest.mark.parametrize("size", [(80, 24), (160, 50)])
def test_the_panel_fits_and_scrolls(session: Session, size: tuple[int, int]) -> None:
    steps = [f"{AT_PARAGRAPH} down enter", "space space space"]
    first, last = watch(session, steps, shown, size=size)
    assert "another day" in first
    assert "back to the case" in first
    assert "Header and other fields" in last
    assert all(len(line) <= size[0] for line in last.splitlines())


def test_a_day_is_typed_over_the_suggestion(session: Session) -> None:
    keys = f"{AT_PARAGRAPH} 2 0 2 0 minus 0 1 minus 0 2 enter"
    assert "clock were read on 2020-01-02?" in drive(session, keys, shown)


def test_a_day_that_is_none_is_refused_and_the_question_stays(session: Session) -> None:
    words = drive(session, f"{AT_PARAGRAPH} 2 0 2 6 minus 1 3 minus 0 1 enter", shown)
    assert "“2026-13-01” is no day; write it like 2026-12-31." in words


def test_escape_goes_back_and_t_asks_again(session: Session) -> None:
    keys = ["enter t escape", "t enter", "t", "enter", "escape"]
    seen = watch(session, keys, lambda app: type(app.screen))
    assert seen == [ReviewScreen, WhatIf, AskDay, WhatIf, ReviewScreen]


def test_after_it_the_cursor_stands_where_it_stood(session: Session) -> None:
    def where(app: ReviewApp) -> tuple[int, bool]:
        return review(app).cursor.offset, isinstance(app.focused, SourceView)

    before, after = watch(
        session, ["enter right_curly_bracket", "t down enter space escape"], where
    )
    assert before == after


def events(session: Session) -> list[tuple[object, ...]]:
    with sqlite3.connect(session.case.path) as db:
        found = db.execute("SELECT * FROM events ORDER BY seq").fetchall()
    db.close()
    return found


def test_nothing_is_journaled_and_nothing_of_the_case_changes(session: Session) -> None:
    cable = session.entries[0].sha256
    session.accept(cable)
    journal, docket, view = events(session), session.docket(cable), session.view(cable)
    drive(session, f"{AT_PARAGRAPH} down enter space t down down enter escape", status)
    assert events(session) == journal
    assert session.terms.as_of == DAY
    assert session.docket(cable) is docket
    assert session.view(cable).painting == view.painting
    assert docket.dated.as_of == docket.proposals.as_of == DAY


def test_hostile_text_is_shown_safely(tmp_path: Path) -> None:
    evil = CABLE.replace(b"strictly protect", b"strictly protect \x1b[31m [red]").replace(
        b"3. (SBU)", b"3. (SB\x1bU)"
    )
    opened = open_session(tmp_path, evil)

    def characters(app: ReviewApp) -> set[str]:
        rows = app.screen.query_one(WordsPane).rows
        return {char for row in rows for text, _ in row.pieces for char in text}

    found = drive(opened, "enter t down enter", characters, size=(120, 40))
    opened.case.close()
    assert "P" in found
    assert "\x1b" not in found
