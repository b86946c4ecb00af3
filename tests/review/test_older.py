"""Case files of older versions: they open, and say the same for ever."""

import json
import shutil
import sqlite3
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, get_args

import pytest

from redactor.release import Edition, build
from redactor.review import CaseError, CaseFile, Entry, Session, Terms, faults_of
from redactor.review.events import EventKind
from tests.review.builder import DAY
from tests.review.make_older import states

OLDER = Path(__file__).parent / "older"
LATER = datetime(2027, 1, 4, 10, tzinfo=UTC)


@pytest.fixture
def session(tmp_path: Path) -> Session:
    """Open a copy of a case file that the first version of the program wrote."""
    return opened(tmp_path, 1)


def folded(session: Session, entry: Entry) -> dict[str, Any]:
    """Give the state of a cable as plain values."""
    state = session.state(entry.sha256)
    return {
        "desks": {
            desk.person: {
                "acts": [act.seq for act in desk.acts],
                "undone": [act.seq for act in desk.undone],
                "decisions": [
                    [d.seq, d.verdict, list(d.codes), d.rule, [list(span) for span in d.spans],
                     d.support.harm, d.support.statute, d.note]
                    for d in desk.decisions
                ],
                "signed": [[*part.span, part.decision.seq] for part in desk.signed.painting]
                if desk.signed else None,
            }
            for desk in state.desks
        },
        "signatures": [[s.person, s.stage, s.seq] for s in state.signatures],
        "releases": [[release.number, release.sha256] for release in state.releases],
        "stage": session.board(entry.sha256).stage,
    }  # fmt: skip


def test_the_first_version_folds_to_the_same_state(session: Session) -> None:
    wanted = json.loads((OLDER / "version-1.state.json").read_text())
    assert {entry.name: folded(session, entry) for entry in session.entries} == wanted
    assert session.terms == Terms(DAY, "foia", DAY.replace(month=10, day=1))


def test_the_first_version_releases_the_same_bytes(session: Session) -> None:
    cable = session.entries[0].sha256
    made: list[bytes] = []

    def make(review: Any, number: str) -> bytes:  # noqa: ANN401 - a CompletedReview
        amount = session.policy_for(cable).amount
        made.append(build(review, amount, number, edition=1).text.encode())
        return made[-1]

    assert session.release(cable, make) == "R-0001"
    assert made == [(OLDER / "version-1.release.txt").read_bytes()]
    assert session.case.head[0] == 45, "the same release is not recorded again"


def test_an_older_journal_is_chained_when_it_is_brought_up(session: Session) -> None:
    assert faults_of(session.case.raw()) == ()
    assert len(session.case.raw().chain) == 45


def test_nothing_that_was_written_changes_when_a_file_is_brought_up(session: Session) -> None:
    columns = "seq, act, at, person, cable, kind, body"
    said = f"SELECT {columns} FROM events ORDER BY seq"  # noqa: S608 - a constant
    now = sqlite3.connect(session.case.path)
    before = sqlite3.connect(OLDER / "version-1.sqlite")
    assert now.execute(said).fetchall() == before.execute(said).fetchall()
    now.close()
    before.close()


def opened(folder: Path, version: int) -> Session:
    """Open a copy of the case file that a version of the program wrote."""
    path = folder / "old.case"
    shutil.copy(OLDER / f"version-{version}.sqlite", path)
    return Session(CaseFile(path), "zoe", lambda: LATER)


def still_said(wanted: Any, now: Any) -> bool:  # noqa: ANN401 - any JSON
    """Tell whether all that was said then is said now; new fields may stand beside it."""
    if isinstance(wanted, dict):
        return all(key in now and still_said(value, now[key]) for key, value in wanted.items())
    if isinstance(wanted, list):
        pairs = zip(wanted, now, strict=False)
        return len(wanted) == len(now) and all(still_said(one, other) for one, other in pairs)
    return bool(wanted == now)


_FINDINGS = {"clear", "unclear", "suggest", "past"}
LATER_KINDS = {2: {"propose", "key"} | _FINDINGS, 3: _FINDINGS}
"""Kinds of events that came after a version."""


@pytest.mark.parametrize("version", [2, 3])
def test_a_version_folds_to_the_same_state_with_every_kind_of_event(
    tmp_path: Path, version: int
) -> None:
    session = opened(tmp_path, version)
    wanted = json.loads((OLDER / f"version-{version}.state.json").read_text())
    assert still_said(wanted, states(session))
    kinds = {event.kind for event in session.case.events()}
    assert kinds == set(get_args(EventKind)) - LATER_KINDS[version]
    assert faults_of(session.case.raw()) == ()


@pytest.mark.parametrize(("version", "edition"), [(2, 1), (3, 2)])
def test_a_version_releases_the_same_bytes(tmp_path: Path, version: int, edition: Edition) -> None:
    session = opened(tmp_path, version)
    cable = session.entries[0].sha256
    board = session.board(cable)
    amount, number = session.policy_for(cable).amount, board.state.releases[-1].number
    released = build(board.completed(), amount, number, edition=edition).text
    assert released.encode() == (OLDER / f"version-{version}.release.txt").read_bytes()


def test_an_older_file_with_a_damaged_journal_is_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "old.case"
    shutil.copy(OLDER / "version-1.sqlite", path)
    db = sqlite3.connect(path, isolation_level=None)
    db.execute("INSERT INTO events VALUES (46, 46, 'no time', 'ann', NULL, 'undo', '{}')")
    with pytest.raises(CaseError, match="the journal is damaged"):
        CaseFile(path)
    assert db.execute("PRAGMA user_version").fetchone() == (1,)
    db.close()
