"""Each part of conditions, left out or loosened once."""

import pytest

from redactor.policy.weaker import is_within, weaker
from redactor.policy.when import When

EVERYTHING = {
    "status": "classified",
    "marking": {"level": "C", "controls": {"any": "NOFORN", "none": ["SBU", "FOUO"]}},
    "instruction": {"kind": "date"},
    "age": {"over": "10", "under": "25", "at_request": "true"},
    "cable": {"id": "08ZENDA641"},
    "text": {
        "terms": "harbour",
        "unless": ["a-list"],
        "near": {"list": "cues", "words": "6", "side": "after", "unless": "b-list"},
        "far": {"terms": "bridge", "words": "3"},
    },
    "all": [{"tags": "PREL"}],
    "any": [{"captions": "NODIS"}, {"basis": ["foia", "mdr"], "order": "12958"}],
    "not": {"field": "tags", "status": "verify"},
}
PARTS = [
    "status", "marking.level", "marking.controls.any", "marking.controls.none.SBU",
    "marking.controls.none.FOUO", "instruction.kind", "age.under", "age.under.year", "age.over",
    "age.over.year", "age.at_request", "cable.id", "text", "text.unless.a-list", "text.near",
    "text.near.words", "text.near.side", "text.near.unless.b-list", "text.far", "text.far.words",
    "all.1.tags", "any.1.captions", "any.2.order", "any.2.basis", "any.1", "any.2", "not",
    "not.status", "not.field",
]  # fmt: skip


def test_every_part_is_taken_once() -> None:
    given = [one.part for one in weaker(When.model_validate(EVERYTHING))]

    assert sorted(given) == sorted(PARTS)


@pytest.mark.parametrize("part", PARTS)
def test_each_differs_from_the_whole(part: str) -> None:
    when = When.model_validate(EVERYTHING)

    (one,) = [one for one in weaker(when) if one.part == part]

    assert one.when != when


def test_the_last_condition_leaves_none_behind() -> None:
    (one,) = weaker(When.model_validate({"status": "refer"}))

    assert not one.when.model_dump(exclude_none=True)


def test_a_branch_alone_is_not_taken_away() -> None:
    given = [one.part for one in weaker(When.model_validate({"any": [{"tags": "PREL"}]}))]

    assert given == ["any.1.tags"]


@pytest.mark.parametrize(
    ("part", "name", "inside"),
    [
        ("text.near.words", "text.near", True),
        ("text.near", "text.near", True),
        ("text.nearby", "text.near", False),
        ("status", "when", True),
        ("text", "text.near", False),
    ],
)
def test_what_lies_within_a_name(part: str, name: str, *, inside: bool) -> None:
    assert is_within(part, name) is inside
