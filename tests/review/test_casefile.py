"""The case file: durable, append-only, and clear when it can't be used."""

import hashlib
import os
import signal
import sqlite3
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from redactor.review import CaseError, CaseFile, Place, faults_of
from redactor.review.casefile import Author, MovedError
from redactor.review.events import Draft
from tests.review.builder import MOMENT

NOTE = Draft("open", None, {"as_of": "2026-11-23", "basis": "foia"}, {"note": "as ¶1 says"})


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "a.case"


def test_what_was_appended_is_there_when_opened_again(path: Path) -> None:
    with CaseFile(path, create=True) as case:
        written = case.append(Author("ann"), [NOTE, NOTE], MOMENT, after=0)
    with CaseFile(path) as case:
        assert case.events() == written
        assert [event.seq for event in written] == [1, 2]
        assert [event.act for event in written] == [1, 1]
        assert case.events(after=1) == written[1:]
        assert written[0].remarks == {"note": "as ¶1 says"}


def test_an_act_decided_on_an_old_state_is_not_written(path: Path) -> None:
    with CaseFile(path, create=True) as case:
        case.append(Author("ann"), [NOTE], MOMENT, after=0)
        with pytest.raises(MovedError):
            case.append(Author("bob"), [NOTE], MOMENT, after=0)
        assert len(case.events()) == 1


@pytest.mark.parametrize("table", ["events", "remarks", "cables", "policies"])
@pytest.mark.parametrize("change", ["UPDATE {} SET rowid = rowid", "DELETE FROM {}"])
def test_history_refuses_change(path: Path, table: str, change: str) -> None:
    with CaseFile(path, create=True) as case:
        case.keep_cable("c" * 64, b"x")
        case.keep_policy("d" * 64, b"y")
        case.append(Author("ann"), [NOTE], MOMENT, after=0)
    other = sqlite3.connect(path)
    statement = change.format(table).replace(
        "rowid = rowid", "seq = seq" if table == "remarks" else "rowid = rowid"
    )
    with pytest.raises(sqlite3.IntegrityError, match="append-only"):
        other.execute(statement)
    other.close()


def test_the_same_bytes_are_kept_once(path: Path) -> None:
    with CaseFile(path, create=True) as case:
        name = hashlib.sha256(b"\x00\xff").hexdigest()
        case.keep_cable(name, b"\x00\xff")
        case.keep_cable(name, b"\x00\xff")
        assert case.cable(name) == b"\x00\xff"
        with pytest.raises(CaseError, match="nothing with hash"):
            case.cable("e" * 64)


@pytest.mark.parametrize("kind", ["cable", "policy"])
def test_bytes_that_were_changed_from_outside_are_refused(path: Path, kind: str) -> None:
    with CaseFile(path, create=True) as case:
        keep, fetch = getattr(case, f"keep_{kind}"), getattr(case, kind)
        keep("c" * 64, b"not what the hash says")
        with pytest.raises(CaseError, match="changed from outside"):
            fetch("c" * 64)


def test_a_folder_is_no_case_file(tmp_path: Path) -> None:
    with pytest.raises(CaseError, match="not a file"):
        CaseFile(tmp_path, create=True)


def test_a_place_is_remembered_for_each_person(path: Path) -> None:
    with CaseFile(path, create=True) as case:
        assert case.place("ann") is None
        case.remember("ann", Place("c" * 64, 5))
        case.remember("ann", Place("c" * 64, 7))
        case.remember("bob", Place("d" * 64, 1))
        assert case.place("ann") == Place("c" * 64, 7)


def test_a_decision_moves_the_place_with_it(path: Path) -> None:
    decided = Draft("decide", None, {"spans": [[7, 9]]})
    with CaseFile(path, create=True) as case:
        case.keep_cable("c" * 64, b"x")
        case.append(Author("ann"), [replace(decided, cable="c" * 64)], MOMENT, after=0)
        assert case.place("ann") == Place("c" * 64, 7)


def test_a_case_that_is_not_there_is_not_made_by_accident(path: Path) -> None:
    with pytest.raises(CaseError, match=r"a\.case: there is no such case file"):
        CaseFile(path)
    assert not path.exists()


def test_a_file_of_something_else_is_left_alone(path: Path) -> None:
    path.write_text("C O N F I D E N T I A L\n" * 100)
    before = path.read_bytes()
    with pytest.raises(CaseError, match="no case file") as caught:
        CaseFile(path, create=True)
    assert "C O N F" not in str(caught.value)
    assert path.read_bytes() == before


def test_a_database_of_another_program_is_left_alone(path: Path) -> None:
    other = sqlite3.connect(path)
    other.execute("CREATE TABLE theirs (x)")
    other.close()
    with pytest.raises(CaseError, match="another program"):
        CaseFile(path, create=True)


def test_a_case_file_of_a_later_version_is_left_alone(path: Path) -> None:
    CaseFile(path, create=True).close()
    other = sqlite3.connect(path)
    other.execute("PRAGMA user_version = 99")
    other.close()
    with pytest.raises(CaseError, match="version 99"):
        CaseFile(path)


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(CaseError, match="can't be opened"):
        CaseFile(tmp_path / "no" / "a.case", create=True)


def test_a_damaged_case_file_is_called_damaged(path: Path) -> None:
    with CaseFile(path, create=True) as case:
        case.keep_cable("c" * 64, b"x" * 50_000)
        for _ in range(50):
            case.append(Author("ann"), [NOTE], MOMENT, after=len(case.events()))
    content = bytearray(path.read_bytes())
    content[4096:] = b"\xff" * (len(content) - 4096)
    path.write_bytes(content)
    with pytest.raises(CaseError, match="damaged"), CaseFile(path) as case:
        case.events()


def test_a_journal_with_an_unreadable_body_is_called_damaged(path: Path) -> None:
    CaseFile(path, create=True).close()
    other = sqlite3.connect(path, isolation_level=None)
    other.execute(
        "INSERT INTO events (seq, act, at, person, kind, body) "
        "VALUES (1, 1, '2026-11-23T12:00:00Z', 'ann', 'open', '[')"
    )
    other.close()
    with CaseFile(path) as case, pytest.raises(CaseError, match="damaged"):
        case.events()


def test_a_read_only_case_file_says_so(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with CaseFile(path, create=True) as case:
        case.append(Author("ann"), [NOTE], MOMENT, after=0)
    connect = sqlite3.connect

    def read_only(name: Path, **options: Any) -> sqlite3.Connection:  # noqa: ANN401
        opened: sqlite3.Connection = connect(f"file:{name}?mode=ro", uri=True, **options)
        return opened

    monkeypatch.setattr(sqlite3, "connect", read_only)
    with CaseFile(path) as case:
        assert len(case.events()) == 1
        with pytest.raises(CaseError, match="read-only"):
            case.append(Author("ann"), [NOTE], MOMENT, after=1)


def test_a_full_disk_says_so_and_loses_nothing(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with CaseFile(path, create=True) as case:
        case.append(Author("ann"), [NOTE], MOMENT, after=0)
    connect = sqlite3.connect

    def small(name: Path, **options: Any) -> sqlite3.Connection:  # noqa: ANN401
        opened: sqlite3.Connection = connect(name, **options)
        opened.execute("PRAGMA max_page_count = 1")
        return opened

    monkeypatch.setattr(sqlite3, "connect", small)
    long = replace(NOTE, remarks={"note": "x" * 100_000})
    with CaseFile(path) as case:
        with pytest.raises(CaseError, match="the disk is full"):
            case.append(Author("ann"), [long], MOMENT, after=1)
        assert len(case.events()) == 1
        assert faults_of(case.raw()) == ()


def test_a_file_on_a_read_only_disk_says_so(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    CaseFile(path, create=True).close()

    def refuse(*_: object, **__: object) -> None:
        fault = sqlite3.OperationalError("unable to open database file")
        fault.sqlite_errorcode = sqlite3.SQLITE_CANTOPEN
        raise fault

    monkeypatch.setattr(sqlite3, "connect", refuse)
    with pytest.raises(CaseError, match="check that its folder exists"):
        CaseFile(path)
    monkeypatch.setattr("os.access", lambda *_: False)
    with pytest.raises(CaseError, match="read-only; copy it"):
        CaseFile(path)


def test_an_empty_file_is_no_case(path: Path) -> None:
    path.touch()
    with pytest.raises(CaseError, match="the file is empty"):
        CaseFile(path)
    CaseFile(path, create=True).close()
    CaseFile(path).close()


def test_a_locked_case_file_says_so(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("redactor.review.database.WAIT_SECONDS", 0.01)
    with CaseFile(path, create=True) as case:
        other = sqlite3.connect(path, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(CaseError, match="another process keeps the case file locked"):
            case.append(Author("ann"), [NOTE], MOMENT, after=0)
        other.execute("ROLLBACK")
        other.close()
        assert len(case.append(Author("ann"), [NOTE], MOMENT, after=0)) == 1


def test_a_turn_counts_whole_or_not_at_all(path: Path) -> None:
    def twice(case: CaseFile, after: int) -> None:
        with case.turn():
            case.append(Author("ann"), [NOTE], MOMENT, after=0)
            case.append(Author("ann"), [NOTE], MOMENT, after=after)

    with CaseFile(path, create=True) as case:
        with pytest.raises(MovedError):
            twice(case, after=0)
        assert case.events() == ()
        twice(case, after=1)
        assert len(case.events()) == 2


def test_a_copy_that_does_not_fit_leaves_no_file(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Full:
        def execute(self, *_: object) -> None:
            raise sqlite3.OperationalError("database or disk is full")

    with CaseFile(path, create=True) as case:
        copy = path.with_name("b.case")
        with monkeypatch.context() as while_full:
            while_full.setattr(case, "_db", Full())
            with pytest.raises(CaseError, match="the disk is full"):
                case.copy(copy)
        assert not copy.exists()
        case.copy(copy)


def test_a_copy_is_for_its_owner_only_and_overwrites_nothing(path: Path) -> None:
    with CaseFile(path, create=True) as case:
        case.append(Author("ann"), [NOTE], MOMENT, after=0)
        copy = path.with_name("b.case")
        case.copy(copy)
        assert copy.stat().st_mode & 0o777 == 0o600
        with pytest.raises(CaseError, match="it exists"):
            case.copy(copy)
        with pytest.raises(CaseError, match="no file can be made there"):
            case.copy(path.parent / "nowhere" / "c.case")
        with CaseFile(copy) as other:
            assert other.events() == case.events()
            assert other.head == case.head


WRITER = """
import sys
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from redactor.review import CaseFile
from redactor.review.casefile import Author
from redactor.review.events import Draft
case = CaseFile(Path(sys.argv[1]))
for n in range(10_000):
    case.append(Author("ann"), [Draft("open", None, {"n": n})], datetime.now(UTC), after=n)
    print(n, flush=True)
"""


@pytest.mark.parametrize("acknowledged", [1, 7, 40])
def test_kill_9_loses_no_acknowledged_event(path: Path, acknowledged: int) -> None:
    CaseFile(path, create=True).close()
    writer = subprocess.Popen([sys.executable, "-c", WRITER, str(path)], stdout=subprocess.PIPE)
    assert writer.stdout is not None
    seen = -1
    while seen + 1 < acknowledged:
        seen = int(writer.stdout.readline())
    os.kill(writer.pid, signal.SIGKILL)
    seen = max([seen, *(int(line) for line in writer.stdout if line.endswith(b"\n"))])
    writer.wait()
    writer.stdout.close()
    with CaseFile(path) as case:
        numbers = [event.body["n"] for event in case.events()]
    assert numbers == list(range(len(numbers)))
    assert len(numbers) >= seen + 1
