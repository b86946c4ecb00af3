"""Make the case file of today's version, to be kept for ever: every kind of event is in it.

Run by hand before the tables or the events change:  python -m tests.review.make_older
"""

import json
import shutil
import tempfile
from dataclasses import asdict, replace
from datetime import date
from pathlib import Path
from typing import Any

from redactor.policy import Support, parse_policy
from redactor.review import Notification, Response, Session, read_fact, spans_for
from redactor.review.schema import VERSION
from tests.review.world import CABLE, DAY, POLICY, World

OLDER = Path(__file__).parent / "older"


def plain(value: Any) -> Any:  # noqa: ANN401 - whatever a state is made of
    """Give a folded state as JSON has it."""
    return json.loads(json.dumps(value, default=_written))


def _written(value: object) -> object:
    return sorted(value) if isinstance(value, frozenset) else str(value)


def states(session: Session) -> dict[str, Any]:
    """Give the state of each cable of a case, and its stage, by the cable's name."""
    return {
        entry.name: plain(asdict(session.state(entry.sha256)))
        | {"stage": session.board(entry.sha256).stage}
        for entry in session.entries
    }


def live(world: World) -> str:
    """Let people do everything that writes an event; give the text of the last release."""
    cable = world.cable
    places = spans_for(world["ann"].docket(cable), "paragraph 3")
    world["ann"].claim(cable)
    world["ann"].split(cable, [places[0].start + 20])
    world["ann"].join(cable, [places[0].start + 20])
    world["ann"].split(cable, [places[0].start + 12])
    name, value = read_fact("block-newest=2018-12-31")
    world["ann"].attest(cable, {name: value}, "the list of the block")
    world["ann"].attest(cable, {name: value}, "the list of the block, read again")
    world["ann"].note(cable, "compare with the day before", places)
    world["ann"].flag(cable, "mis-marked", places)
    world["ann"].unflag(cable, "mis-marked", "it is right")
    world["ann"].hold(cable, "a court asks")
    world["ann"].lift(cable, "the court has it")
    world["ann"].unclaim(cable)
    decide(world)
    for due in (date(2026, 12, 24), date(2027, 1, 24)):
        world["ann"].notify(cable, Notification("CIA", places, DAY, due))
    law = Support(statute="50 USC 3507")
    world["ann"].answer(cable, Response("CIA", places, "no-objection", reason="their call"))
    world["ann"].answer(cable, Response("CIA", places, "deny", ("b3",), law, "their letter"))
    return finish(world)


def decide(world: World) -> None:
    """Let two people decide, differ, and come to agree."""
    cable = world.cable
    for person in ("ann", "bob"):
        world.decide(person, "release", "all")
        world.decide(person, "CIA", "paragraph 3")
        word = world.ruling("redact", 'text "lighthouse"')
        world[person].decide(cable, replace(word, suppress_code=person == "ann"))
        world[person].undo(cable, "it is on every map")
        world[person].redo(cable)
        if person == "bob":
            world.decide(person, "redact", 'text "ferries"')
        world.sign(person)
    world["bob"].undo(cable, "ann is right")
    world["bob"].undo(cable, "ann is right")
    world.sign("bob")


def finish(world: World) -> str:
    """Let officials approve, release, check, and open the review again."""
    cable = world.cable
    world.appoint("ann", "eve", "senior")
    world.appoint("eve", "joe", "quality")
    world.appoint("eve", "joe", "quality")
    world["eve"].approve(cable, "the code would tell")
    world.release()
    world["joe"].check(cable)
    world["joe"].check(cable, "wrong-code", "it is the wrong exemption")
    world.decide("ann", "release", "paragraph 2")
    world["ann"].undo(cable, "it was right")
    world.sign("ann", "bob")
    world["joe"].check(cable)
    world["ann"].reopen(cable, "an appeal")
    world.sign("ann", "bob")
    other = parse_policy(POLICY.replace("REVIEWS", "2").replace('"1"', '"2"').encode(), "b")
    text = world.release()[1]
    world.decide("ann", "release", "paragraph 2", world.cables[1])
    world["ann"].change_policy(other, "a new year")
    world.decide("ann", "release", "paragraph 1", world.cables[1])
    world["ann"].signs_with("key of the office")
    world["ann"].exported("journal", world.case.head)
    return text


def main() -> None:
    """Write the files of this version."""
    with tempfile.TemporaryDirectory() as folder:
        world = World(Path(folder), CABLE, CABLE.replace("\n", "\r\n"), reviews=2)
        text = live(world)
        name = OLDER / f"version-{VERSION}"
        made = json.dumps(states(world["zoe"]), indent=1, sort_keys=True)
        Path(f"{name}.state.json").write_text(made + "\n")
        Path(f"{name}.release.txt").write_text(text)
        world.case.close()
        shutil.copy(world.case.path, f"{name}.sqlite")


if __name__ == "__main__":
    main()
