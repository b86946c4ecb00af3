"""Every fixture is an invented cable named for the defect it holds, with hand-written values."""

import json
from pathlib import Path

import pytest

from redactor.cable import read
from tests.cable.contract import contract, differences

FIXTURES = sorted((Path(__file__).parent.parent / "cables").glob("*.txt"))


@pytest.mark.parametrize("path", FIXTURES, ids=lambda path: path.stem)
def test_the_reader_gives_the_hand_written_values(path: Path) -> None:
    expected = json.loads(path.with_suffix(".json").read_text("utf-8"))
    assert differences(expected, contract(read(path.read_bytes()))) == []


@pytest.mark.parametrize("path", FIXTURES, ids=lambda path: path.stem)
def test_the_segments_give_the_bytes_back(path: Path) -> None:
    data = path.read_bytes()
    cable = read(data)
    joined = "".join(segment.span.cut(cable.text) for segment in cable.segments)
    assert joined.encode(cable.encoding) == data


def test_there_are_fixtures() -> None:
    assert len(FIXTURES) > 40
