"""The invented cables of ``samples/`` are what a new user meets first."""

from pathlib import Path

import pytest

from redactor.cable import read

SAMPLES = sorted((Path(__file__).resolve().parents[2] / "samples").glob("*.txt"))
WEB_COPY = "09EDELWEISS0152"


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_a_sample_is_numbered_as_its_name_says(path: Path) -> None:
    cable = read(path.read_bytes())
    assert cable.id is not None
    post, number = cable.origin.post, int(cable.origin.number or 0)
    assert path.stem == f"{cable.id[:2]}{post}{number:04}"


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_a_sample_is_read_from_end_to_end(path: Path) -> None:
    cable = read(path.read_bytes())
    numbers = [paragraph.number for paragraph in cable.paragraphs]
    assert numbers == list(range(1, len(numbers) + 1))
    assert cable.signature
    assert cable.subject
    assert cable.instruction
    assert not any(segment.kind == "other" for segment in cable.segments)


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_a_telegram_is_at_most_69_columns_wide(path: Path) -> None:
    widest = max(map(len, path.read_text("utf-8").splitlines()))
    assert (widest > 69) == (path.stem == WEB_COPY)


def test_the_samples_cover_the_cases_a_reviewer_meets() -> None:
    cables = {path.stem: read(path.read_bytes()) for path in SAMPLES}
    assert len(cables) == 8
    assert {cable.level for cable in cables.values()} == {"U", "C", "S"}
    assert {cable.format for cable in cables.values()} == {"telegram", "smart"}
    marks = [p.marking for cable in cables.values() for p in cable.paragraphs]
    assert any("RD" in mark.controls for mark in marks)
    assert any(mark.source == "assumed-overall" for mark in marks)
    assert any("EXDIS" in cable.captions for cable in cables.values())
