"""A withheld place: alike from outside whatever is in it, and open to any part of it."""

import json
from collections.abc import Sequence

from hypothesis import given, settings
from hypothesis import strategies as st

from redactor.audit.attestation.digests import Salter, digest, from_base64, hidden
from redactor.audit.attestation.place import WIDTH, Opening, open_place
from redactor.audit.attestation.reading import Disclosures
from redactor.audit.attestation.unwrap import Unit
from redactor.text import Span

SALTER = Salter(b"secret", "token")


def units(number: int) -> tuple[Unit, ...]:
    return tuple(Unit(Span(i, i + 1), f" w{i}") for i in range(number))


def value(opening: Opening) -> object:
    return json.loads(from_base64(opening.made) or b"")[1]


def texts(openings: Sequence[Opening]) -> list[str | None]:
    """Read disclosures as a verifier does."""
    shown = Disclosures([opening.made for opening in openings])
    items = shown.items([hidden(digest(openings[0].made))], "", 0)
    return [item.text for item in items if item.text is not None]


@given(st.integers(1, 200))
@settings(max_examples=30)
def test_every_array_is_as_wide_and_every_unit_as_deep(number: int) -> None:
    openings = open_place(SALTER, "4", units(number))
    arrays = [value(opening) for opening in openings if opening.text is None]
    assert all(isinstance(array, list) and len(array) == WIDTH for array in arrays)
    assert {o.path.count("/") for o in openings if o.text is not None} == {3}
    assert {len(o.made) for o in openings if o.text is None} == {len(openings[0].made)}
    assert texts(openings) == [unit.text for unit in units(number)]
    assert openings[0].span == Span(0, number)


@given(st.integers(1, 80), st.data())
@settings(max_examples=30)
def test_any_part_can_be_opened_by_itself(number: int, data: st.DataObject) -> None:
    openings = open_place(SALTER, "4", units(number))
    leaves = [opening for opening in openings if opening.text is not None]
    wanted = data.draw(st.sets(st.integers(0, number - 1), min_size=1))
    paths = {leaves[i].path for i in wanted}
    shown = [
        o for o in openings if o.path in paths or any(p.startswith(f"{o.path}/") for p in paths)
    ]
    assert texts(shown) == [f" w{i}" for i in sorted(wanted)]


def test_where_a_run_begins_tells_nothing_of_its_length() -> None:
    first = {}
    for number in (3, 30, 300):
        starts = []
        for path in range(40):
            leaf = next(o for o in open_place(SALTER, str(path), units(number)) if o.text)
            _, *steps = map(int, leaf.path.split("/"))
            starts.append(sum(step * WIDTH ** (2 - i) for i, step in enumerate(steps)))
        first[number] = starts
    assert all(max(starts) > 20_000 and min(starts) < 10_000 for starts in first.values())


def test_a_place_of_more_units_than_fit_has_one_level_more() -> None:
    openings = open_place(SALTER, "4", units(WIDTH**3))
    assert {o.path.count("/") for o in openings if o.text is not None} == {4}
    assert texts(openings) == [unit.text for unit in units(WIDTH**3)]
