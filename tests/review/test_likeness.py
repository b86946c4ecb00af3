"""The same sentence in two cables: what one release shows or withholds counts for the other."""

from pathlib import Path

import pytest

from redactor.review.likeness import sentences_in
from tests.review.world import CABLE, World

OTHER = (
    CABLE.replace("000042", "000043")
    .replace("1. (C)", "7. (S)")
    .replace("met us. He\nexpects", "met  us.\nHE expects")
    .replace("3. (C) The embassy suggests a visit in May.", "3. (C) Nothing else was said there.")
)
"""Another cable with the first two paragraphs, wrapped, marked and numbered otherwise."""


@pytest.fixture
def world(tmp_path: Path) -> World:
    """Give two cables with the same words in part; the first is released."""
    return World(tmp_path, CABLE, OTHER)


def release(world: World, cable: str, *withheld: str) -> None:
    world.decide("ann", "release", "all", cable)
    for spec in withheld:
        world.decide("ann", "redact", spec, cable)
    world["ann"].sign(cable)
    world["ann"].release(cable, lambda _, number: f"{number} of {cable}".encode())


def missing(world: World, cable: str) -> str:
    return str(world["ann"].board(cable).missing())


def test_sentences_are_the_same_however_they_are_wrapped_marked_and_numbered(
    world: World,
) -> None:
    session = world["ann"]
    both = [
        {said.print for said in sentences_in(session.docket(cable).cable, world.case.secret)}
        for cable in world.cables
    ]
    shared = both[0] & both[1]
    assert len(shared) == 3  # both of paragraph 1, the first of paragraph 2
    assert len(both[0] - shared) == 1


def test_what_another_cables_release_shows_is_withheld_with_senior_approval_only(
    world: World,
) -> None:
    first, second = world.cables
    release(world, first)
    world.decide("ann", "release", "all", second)
    world.decide("ann", "redact", 'text "harbor minister"', second)
    world["ann"].sign(second)
    assert "an earlier release shows what is withheld now (R-0001)" in missing(world, second)
    world.appoint("ann", "eve", "senior")
    world["eve"].approve(second, "the other one was a mistake")
    assert missing(world, second) == "None"


def test_what_another_cables_release_withholds_is_released_with_senior_approval_only(
    world: World,
) -> None:
    first, second = world.cables
    release(world, first, 'text "harbor minister"')
    world.decide("ann", "release", "all", second)
    world["ann"].sign(second)
    assert "withheld in the release of another cable (R-0001)" in missing(world, second)
    world["ann"].undo(second)
    world.decide("ann", "redact", 'text "harbor minister"', second)
    world["ann"].sign(second)
    assert missing(world, second) == "None"


def test_a_later_release_of_the_other_cable_voids_the_approval(world: World) -> None:
    first, second = world.cables
    release(world, first, 'text "ferries"')
    world.appoint("ann", "eve", "senior")
    world.decide("ann", "release", "all", second)
    world["ann"].sign(second)
    world["eve"].approve(second, "both may be read together")
    assert missing(world, second) == "None"
    world["ann"].reopen(first, "an appeal")
    world["ann"].sign(first)
    world["ann"].release(first, lambda _, number: number.encode())
    assert "(R-0002)" in missing(world, second)


def test_what_was_shown_once_stays_shown(world: World) -> None:
    first, second = world.cables
    release(world, first)
    world["ann"].reopen(first, "a name was overlooked")
    world.appoint("ann", "eve", "senior")
    world.decide("ann", "redact", 'text "harbor minister"', first)
    world["ann"].sign(first)
    world["eve"].approve(first, "in writing")
    world["ann"].release(first, lambda _, number: number.encode())
    world.decide("ann", "release", "all", second)
    world["ann"].sign(second)
    assert missing(world, second) == "None"


def test_an_older_release_counts_for_copies_of_its_cable(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    world = World(tmp_path, CABLE, CABLE.replace("SIPDIS", "SIPDIS\n\nCORRECTED COPY"))
    first, second = world.cables
    nothing: dict[str, list[str]] = {}
    with monkeypatch.context() as before_there_were_prints:
        before_there_were_prints.setattr("redactor.review.releasing.prints_of", lambda *_: nothing)
        before_there_were_prints.setattr("redactor.review.registry.learn", lambda *_: None)
        release(world, first)
    session = world["ann"]
    session._registry.unprinted.add(first)  # noqa: SLF001 - as an event of an older version does
    world.decide("ann", "release", "all", second)
    world.decide("ann", "redact", 'text "harbor minister"', second)
    session.sign(second)
    assert "an earlier release shows what is withheld now (R-0001)" in missing(world, second)


def test_the_prints_in_the_journal_are_the_cases_own(tmp_path: Path) -> None:
    prints = []
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        world = World(tmp_path / name)
        release(world, world.cable, 'text "lighthouse"')
        body = world.case.events()[-1].body
        assert len(body["sentences"]["withheld"]) == 1
        prints.append(set(body["sentences"]["shown"]))
    assert prints[0]
    assert not prints[0] & prints[1]
