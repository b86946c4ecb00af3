"""The chain: whatever is changed from outside is named."""

import shutil
import sqlite3
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from redactor.review import CaseError, CaseFile, Session, faults_of
from redactor.review.casefile import Raw
from tests.review.world import World


@pytest.fixture
def world(tmp_path: Path) -> World:
    world = World(tmp_path)
    world.decide("ann", "redact", 'text "lighthouse"')
    world["ann"].note(world.cable, "compare with the day before")
    world["ann"].undo(world.cable)
    return world


@pytest.fixture
def raw(world: World) -> Raw:
    return world.case.raw()


def tampered(path: Path, *statements: str) -> Raw:
    """Change a copy of the case file as somebody with a database tool would."""
    copy = path.with_name("tampered.case")
    shutil.copy(path, copy)
    db = sqlite3.connect(copy, isolation_level=None)
    for table in ("events", "remarks", "chain", "cables"):
        for change in ("update", "delete"):
            db.execute(f"DROP TRIGGER {table}_no_{change}")
    for statement in statements:
        db.execute(statement)
    db.close()
    with CaseFile(copy) as case:
        return case.raw()


def named(raw: Raw) -> set[int | None]:
    return {fault.seq for fault in faults_of(raw)}


def test_an_untouched_journal_holds(raw: Raw) -> None:
    assert faults_of(raw) == ()
    assert len(raw.chain) == len(raw.events) == 7


@pytest.mark.parametrize("seq", range(1, 8))
@pytest.mark.parametrize(
    "change",
    ["at = '2026-11-23T09:59:59.000000Z'", "person = 'eve'", "kind = 'sign'", "role = 'senior'",
     "body = body || ' '", "policy = 'f'", "act = act + 1", "body = '['", "at = 'x'"],
)  # fmt: skip
def test_a_changed_event_is_named(world: World, seq: int, change: str) -> None:
    world.case.close()
    said = f"UPDATE events SET {change} WHERE seq = {seq}"  # noqa: S608 - the test's own words
    assert named(tampered(world.case.path, said)) == {seq}


def test_changed_words_are_named(world: World) -> None:
    world.case.close()
    assert named(tampered(world.case.path, "UPDATE remarks SET text = 'x' WHERE seq = 6")) == {6}


def test_a_cut_tail_is_named(world: World) -> None:
    world.case.close()
    assert named(tampered(world.case.path, "DELETE FROM events WHERE seq = 7")) == {7}


def test_a_cut_tail_with_its_chain_is_shown_by_a_head_kept_elsewhere(world: World) -> None:
    head = world.case.head
    world.case.close()
    cut = tampered(
        world.case.path, "DELETE FROM events WHERE seq = 7", "DELETE FROM chain WHERE seq = 7"
    )
    assert faults_of(cut) == ()
    (fault,) = faults_of(cut, head)
    assert "ends before the head" in fault.words
    (fault,) = faults_of(cut, (5, "f" * 64))
    assert "another than the one that was noted" in fault.words


def test_a_swapped_pair_is_named(world: World) -> None:
    world.case.close()
    swapped = tampered(
        world.case.path,
        "UPDATE events SET seq = 100 WHERE seq = 4",
        "UPDATE events SET seq = 4 WHERE seq = 6",
        "UPDATE events SET seq = 6 WHERE seq = 100",
    )
    assert {4, 6} <= named(swapped)


def test_a_missing_middle_is_named(world: World) -> None:
    world.case.close()
    assert {4, 5} <= named(tampered(world.case.path, "DELETE FROM events WHERE seq = 4"))


def test_an_event_past_the_chain_is_named(world: World) -> None:
    world.case.close()
    added = (
        "INSERT INTO events (seq, act, at, person, kind, body, role) "
        "VALUES (8, 8, '2026-11-23T09:00:00.000000Z', 'eve', 'hold', '{}', '')"
    )
    assert named(tampered(world.case.path, added)) == {8}


def test_a_changed_cable_is_named_by_its_hash(world: World) -> None:
    world.case.close()
    (fault,) = faults_of(tampered(world.case.path, "UPDATE cables SET data = x'00'"))
    assert world.cable[:12] in fault.words


def test_an_index_that_hides_events_is_named_and_nothing_is_released_by_it(world: World) -> None:
    world["ann"].redo(world.cable)
    world.case.close()
    copy = world.case.path.with_name("hidden.case")
    shutil.copy(world.case.path, copy)
    db = sqlite3.connect(copy, isolation_level=None)
    db.execute("PRAGMA writable_schema = ON")
    db.execute(
        "UPDATE sqlite_schema SET sql = 'CREATE INDEX events_on_cable ON events (act)' "
        "WHERE name = 'events_on_cable'"
    )
    db.close()
    with CaseFile(copy) as case:
        (fault,) = faults_of(case.raw())
        assert "an index misses events" in fault.words
        with pytest.raises(CaseError, match="damaged"):
            Session(case, "ann").release(world.cable, lambda *_: b"")


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Raw:
    world = World(tmp_path_factory.mktemp("chain"))
    world.decide("ann", "redact", 'text "lighthouse"')
    return world.case.raw()


@settings(max_examples=200)
@given(st.data())
def test_any_changed_letter_of_an_event_is_named(kept: Raw, data: st.DataObject) -> None:
    index = data.draw(st.integers(0, len(kept.events) - 1))
    row = list(kept.events[index])
    texts = [n for n, value in enumerate(row) if isinstance(value, str) and value and n != 4]
    column = data.draw(st.sampled_from(texts))
    words = str(row[column])
    at = data.draw(st.integers(0, len(words) - 1))
    other = data.draw(st.characters(codec="ascii").filter(lambda char: char != words[at]))
    row[column] = words[:at] + other + words[at + 1 :]
    changed: Any = tuple(row)
    events = (*kept.events[:index], changed, *kept.events[index + 1 :])
    assert {fault.seq for fault in faults_of(kept._replace(events=events))} == {index + 1}
