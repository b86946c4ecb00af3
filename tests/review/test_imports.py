"""The cables of a case, read from the journal when they are asked for."""

import sqlite3
from collections.abc import Sequence
from pathlib import Path

import pytest

from redactor.review import CaseError, CaseFile, Entry, Session
from redactor.review.imports import Imports
from tests.review.world import CABLE, World

ENTRIES = [Entry(letter * 64, f"path of {letter}", None, seq) for seq, letter in enumerate("abcde")]


class Journal:
    """Five imports, and a note of what is read of them."""

    def __init__(self) -> None:
        self.read: list[str] = []

    def imports(self) -> Imports:
        return Imports(len(ENTRIES), self._page, self._find)

    def _page(self, first: int, most: int) -> Sequence[Entry]:
        found = ENTRIES[first : first + most]
        self.read.append("".join(entry.sha256[0] for entry in found))
        return found

    def _find(self, sha256: str) -> int | None:
        self.read.append(f"where is {sha256[0]}")
        return next((at for at, entry in enumerate(ENTRIES) if entry.sha256 == sha256), None)


@pytest.fixture
def journal(monkeypatch: pytest.MonkeyPatch) -> Journal:
    monkeypatch.setattr("redactor.review.imports._PAGE", 2)
    return Journal()


def test_entries_are_read_by_the_page_when_one_of_them_is_first_asked_for(journal: Journal) -> None:
    cables = journal.imports()
    assert len(cables) == len(ENTRIES)
    assert journal.read == []
    assert cables[3] == ENTRIES[3]
    assert cables[2] == ENTRIES[2]
    assert cables[-1] == ENTRIES[4]
    assert journal.read == ["cd", "e"]
    assert list(cables) == list(cables[:]) == ENTRIES
    assert journal.read == ["cd", "e", "ab"]
    with pytest.raises(IndexError):
        _ = cables[5]


def test_they_are_read_on_in_parts(journal: Journal) -> None:
    cables = journal.imports()
    assert cables.read_on(2)
    assert journal.read == ["ab"]
    assert cables.read_on(2)
    assert not cables.read_on(2)
    assert not cables.read_on()
    assert journal.read == ["ab", "cd", "e"]


def test_one_that_cannot_be_read_is_told_each_time() -> None:
    def page(_: int, __: int) -> Sequence[Entry]:
        raise CaseError("damaged")

    cables = Imports(3, page)
    for _ in range(2):
        with pytest.raises(CaseError):
            cables.read_on()


def test_a_place_is_looked_up_until_all_are_read(journal: Journal) -> None:
    cables = journal.imports()
    assert cables.place("d" * 64) == 3
    assert not cables.holds("x" * 64)
    assert journal.read == ["where is d", "where is x"]
    cables.read_on()
    journal.read.clear()
    assert cables.place("d" * 64) == 3
    assert not cables.holds("x" * 64)
    assert journal.read == []
    with pytest.raises(KeyError):
        cables.place("x" * 64)


@pytest.mark.parametrize("all_read", [True, False])
def test_a_new_cable_comes_last_and_one_that_is_there_stays_where_it_is(
    journal: Journal, *, all_read: bool
) -> None:
    cables = journal.imports()
    if all_read:
        cables.read_on()
    new = Entry("f" * 64, "path of f", None, 9)
    cables.add(ENTRIES[2]._replace(name="another path", seq=8))
    cables.add(new)
    assert cables.place(new.sha256) == 5
    assert list(cables) == [*ENTRIES, new]
    assert not cables.read_on(6)


@pytest.fixture
def damaged(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A case with two cables, of which the import of the second makes no sense."""
    monkeypatch.setattr("redactor.review.imports._PAGE", 1)
    world = World(tmp_path, CABLE, CABLE.replace("two ferries", "three ferries"), reviews=1)
    path = tmp_path / "damaged.case"
    world.case.copy(path)
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("DROP TRIGGER events_no_update")
    other.execute(
        "UPDATE events SET body = '[]' "
        "WHERE seq = (SELECT max(seq) FROM events WHERE kind = 'import')"
    )
    other.close()
    return path


def test_an_import_that_makes_no_sense_is_told_when_it_is_read(damaged: Path) -> None:
    with CaseFile(damaged) as case:
        session = Session(case, "ann")
        assert session.entries[0].name == "cables/1.txt"
        with pytest.raises(CaseError, match="the journal is damaged"):
            _ = session.entries[1]
        with pytest.raises(CaseError, match="the journal is damaged"):
            session.refresh()


def test_nothing_is_shown_of_a_cable_whose_import_makes_no_sense(tmp_path: Path) -> None:
    world = World(tmp_path)
    world["ann"].remember(world.cable, 0)
    for number, body in enumerate(("[]", "{}")):
        path = tmp_path / f"{number}.case"
        world.case.copy(path)
        other = sqlite3.connect(path, isolation_level=None)
        other.execute("DROP TRIGGER events_no_update")
        other.execute("UPDATE events SET body = ? WHERE kind = 'import'", (body,))
        other.close()
        with CaseFile(path) as case, pytest.raises(CaseError, match="the journal is damaged"):
            case.glimpse("ann")


def test_nothing_is_written_on_top_of_an_import_that_makes_no_sense(damaged: Path) -> None:
    with CaseFile(damaged) as case:
        session, before = Session(case, "ann"), case.head
        sound = session.entries[0].sha256
        for act in (
            lambda: session.note(sound, "a word"),
            lambda: session.accept(sound),
            lambda: session.sign(sound),
            lambda: session.release(sound, lambda *_: b""),
            lambda: session.import_cable(Path("new.txt"), CABLE.replace("two", "four").encode()),
        ):
            with pytest.raises(CaseError, match="the journal is damaged"):
                act()
        assert case.head == before


def test_what_others_import_comes_after_what_was_there(tmp_path: Path) -> None:
    world = World(tmp_path, CABLE, reviews=1)
    early = Session(world.case, "zoe")
    new = world["ann"].import_cable(Path("new.txt"), CABLE.replace("two", "four").encode())
    assert len(early.entries) == 1
    assert not early.entries.holds(new.sha256)
    early.refresh()
    assert early.place_of(new.sha256) == 1
    assert early.entries[1] == Session(world.case, "bob").entries[1] == new
