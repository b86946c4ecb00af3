"""Glances: what a list last knew of each cable."""

from pathlib import Path

import pytest

from redactor.review import CaseFile, faults_of
from redactor.review.events import print_time
from tests.review.world import CABLE, World


@pytest.fixture
def world(tmp_path: Path) -> World:
    return World(tmp_path, CABLE, CABLE.replace("two ferries", "three ferries"), reviews=1)


def kept(case: CaseFile, person: str = "ann", mark: str = "m", after: int = 0) -> list[str]:
    return [glance.words for glance in case.glances(person, mark, after, 10)]


def test_a_file_without_glances_gives_none(world: World) -> None:
    assert kept(world.case) == []


def test_a_glance_is_given_to_its_person_under_its_mark(world: World) -> None:
    first, second = world.cables
    world.case.keep_glances("ann", "m", world["ann"].seen, [(first, "one"), (second, "two")])
    world.case.keep_glances("ann", "m", world["ann"].seen, [(second, "three")])
    assert kept(world.case) == ["one", "three"]
    assert kept(world.case, "bob") == []
    assert kept(world.case, mark="another policy") == []


def test_they_are_given_in_parts(world: World) -> None:
    world.case.keep_glances("ann", "m", world["ann"].seen, [(each, each) for each in world.cables])
    (first,) = world.case.glances("ann", "m", 0, 1)
    (second,) = world.case.glances("ann", "m", first.place, 1)
    assert [first.words, second.words] == list(world.cables)
    assert world.case.glances("ann", "m", second.place, 1) == ()


def test_what_is_written_on_a_cable_ages_its_glance_alone(world: World) -> None:
    first, second = world.cables
    seen = world["ann"].seen
    world.case.keep_glances("ann", "m", seen, [(first, "one"), (second, "two")])
    world["ann"].note(first, "look again")
    assert kept(world.case) == ["two"]
    assert world.case.touched(seen) == {first}
    assert world.case.touched(seen + 1) == frozenset()


def test_glances_are_no_part_of_the_journal(world: World) -> None:
    world.case.keep_glances("ann", "m", 1, [(world.cables[0], "one")])
    assert faults_of(world.case.raw()) == ()


def test_a_persons_work_since_a_moment(world: World) -> None:
    world["ann"].decide(world.cable, world.ruling("release", "all"))
    world.wait(hours=1)
    middle = print_time(world.moment)
    world.decide("bob", "release", "all", world.cables[1])
    world["ann"].note(world.cable, "look again")
    world.sign("ann")
    case = world.case
    assert [each.kind for each in case.worked("ann", middle)] == ["sign"]
    assert {each.cable for each in case.worked("ann", "2000")} == {world.cable}
    assert [each.kind for each in case.worked("ann", "2000")][-2:] == ["decide", "sign"]
    assert case.worked("ann", "9999") == ()


def test_a_size_without_the_bytes(world: World) -> None:
    assert world.case.size(world.cables[0]) == len(CABLE.encode())
    assert world.case.size("0" * 64) == 0
