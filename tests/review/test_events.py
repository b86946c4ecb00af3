"""The journal's events: who, when, in which role, on what, under what, and instead of what."""

import json
from datetime import UTC

import pytest

from redactor.review import Event
from tests.review.make_older import live
from tests.review.world import CABLE, World

NAMED = {
    "import": "import", "propose": "propose", "decide": "decide", "split": "split",
    "merge": "merge", "undo": "undo", "redo": "redo", "note": "note", "flag": "flag",
    "refer": "decide", "referral answered": "answer", "attest event": "attest", "sign": "sign",
    "disagree": "disagree", "reopen with reason": "reopen", "release": "release",
    "policy changed": "policy", "exported": "export", "senior": "approve",
}  # fmt: skip
"""What an office calls each event, and its kind here."""


@pytest.fixture(scope="module")
def events(tmp_path_factory: pytest.TempPathFactory) -> tuple[Event, ...]:
    """Give a journal in which everything happened."""
    world = World(tmp_path_factory.mktemp("live"), CABLE, CABLE.replace("\n", "\r\n"), reviews=2)
    live(world)
    return world.case.events()


def of_kind(events: tuple[Event, ...], kind: str) -> list[Event]:
    return [event for event in events if event.kind == kind]


def test_every_event_that_an_office_knows_is_there(events: tuple[Event, ...]) -> None:
    assert set(NAMED.values()) <= {event.kind for event in events}
    assert "refer" in {event.body["verdict"] for event in of_kind(events, "decide")}


def test_each_says_who_when_in_which_role_and_under_which_policy(
    events: tuple[Event, ...],
) -> None:
    for event in events[2:]:
        assert event.person
        assert event.role
        assert event.at.tzinfo == UTC
        assert event.policy is not None
    roles = {event.kind: event.role for event in events}
    assert (roles["approve"], roles["check"], roles["decide"]) == ("senior", "quality", "reviewer")


def test_each_on_a_cable_names_it(events: tuple[Event, ...]) -> None:
    of_the_case = {"open", "policy", "roster", "export", "key"}
    assert {event.kind for event in events if event.cable is None} <= of_the_case


@pytest.mark.parametrize("kind", ["decide", "undo", "redo", "disagree", "notify", "answer"])
def test_each_on_some_places_names_them(events: tuple[Event, ...], kind: str) -> None:
    for event in of_kind(events, kind):
        # A signature that is undone covers the whole cable.
        assert event.body["spans"] or event.kind == "undo"


@pytest.mark.parametrize(
    "kind",
    ["unflag", "hold", "lift", "attest", "answer", "approve", "reopen", "undo"],
)
def test_each_that_needs_a_reason_keeps_it_apart(events: tuple[Event, ...], kind: str) -> None:
    for event in of_kind(events, kind):
        words = event.remarks["reason"]
        assert words
        assert words not in json.dumps(event.body)


@pytest.mark.parametrize(
    ("kind", "replaced"),
    [("decide", "decide"), ("unflag", "flag"), ("attest", "attest"), ("lift", "hold"),
     ("notify", "notify"), ("answer", "answer"), ("reopen", "sign"), ("roster", "roster"),
     ("propose", "propose"), ("check", "check")],
)  # fmt: skip
def test_each_names_what_it_replaces(events: tuple[Event, ...], kind: str, replaced: str) -> None:
    kinds = {event.seq: event.kind for event in events}
    found = [
        event.body["replaces"] for event in of_kind(events, kind) if event.body.get("replaces")
    ]
    assert found
    for those in found:
        assert {kinds[seq] for seq in (those if isinstance(those, list) else [those])} == {replaced}


def test_a_release_names_the_earlier_ones_and_a_policy_the_one_before(
    events: tuple[Event, ...],
) -> None:
    first, second = of_kind(events, "release")
    assert (first.body["replaces"], second.body["replaces"]) == ([], [first.body["number"]])
    before, after = of_kind(events, "policy")
    assert after.body["replaces"] == before.body["sha256"]
