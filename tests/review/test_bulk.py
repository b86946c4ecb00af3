"""Bulk: the same words in a cable and in the case; one event each, one undo."""

from pathlib import Path

import pytest

from redactor.review import Refused, alike, one_by_one, samples_of, spans_for
from tests.review.world import CABLE, World

SECOND = CABLE.replace("000042", "000043").replace("a lighthouse", "a castle")


@pytest.fixture
def world(tmp_path: Path) -> World:
    return World(tmp_path, CABLE, SECOND)


def withhold_everywhere(world: World, spec: str, person: str = "ann") -> None:
    session = world[person]
    samples = samples_of(session.docket(world.cable), spans_for(session.docket(world.cable), spec))
    rulings = {}
    for cable in world.cables:
        docket = session.docket(cable)
        spans = [place.span for place in alike(docket, samples)]
        rulings[cable] = one_by_one(docket, world.ruling("redact", spec), spans)
    session.decide_many(rulings)


def test_each_place_is_found_with_its_line_and_context(world: World) -> None:
    places = list(alike(world["ann"].docket(world.cable), ["QUILL"]))
    assert [(place.line, place.words) for place in places] == [(15, "Quill"), (18, "Quill")]
    assert places[0].before.endswith("harbor minister ")
    assert places[0].after.startswith(" met us.")


def test_one_event_for_each_place_and_one_undo_for_all(world: World) -> None:
    withhold_everywhere(world, 'text "Quill"')
    events = [event for event in world.case.events() if event.kind == "decide"]
    assert len(events) == 4
    assert len({event.act for event in events}) == 1
    assert [len(event.body["spans"]) for event in events] == [1] * 4
    world["ann"].undo(world.cables[1])
    assert [len(world["ann"].state(c).desk("ann").decisions) for c in world.cables] == [0, 0]
    world["ann"].redo(world.cable)
    assert [len(world["ann"].state(c).desk("ann").decisions) for c in world.cables] == [2, 2]


def test_a_bulk_act_is_not_half_undone(world: World) -> None:
    withhold_everywhere(world, 'text "Quill"')
    world.decide("ann", "redact", 'text "castle"', world.cables[1])
    with pytest.raises(Refused, match="the same act decided 18PORTEXAMPLE43"):
        world["ann"].undo(world.cable)
    world["ann"].undo(world.cables[1])
    world["ann"].undo(world.cable)
    assert [len(world["ann"].state(c).desk("ann").decisions) for c in world.cables] == [0, 0]


def test_if_one_place_is_refused_none_is_decided(world: World) -> None:
    for spec in ("all",):
        world.decide("ann", "release", spec, world.cables[1])
    world["ann"].sign(world.cables[1])
    with pytest.raises(Refused, match="ann has signed"):
        withhold_everywhere(world, 'text "Quill"')
    assert not world["ann"].state(world.cable).desk("ann").decisions
