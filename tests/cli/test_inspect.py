"""``redactor inspect``: the contract, complete from the start."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import CABLE, Run

TOP = {
    "path", "id", "format", "encoding", "bytes", "chars", "lines", "level", "controls", "captions",
    "origin", "subject", "tags", "refs", "from", "to", "info", "signature", "classified_by",
    "declassify", "paragraphs", "segments", "warnings",
}  # fmt: skip
DECLASSIFY = {
    "text", "kind", "order", "date", "flags", "status", "frees_on", "rule", "why", "codes",
    "event", "review_on", "downgrade", "claimed_on", "signed_by",
}  # fmt: skip
PARAGRAPH = {
    "number", "marking", "start", "end", "marks_inside", "effective_level", "status", "frees_on",
    "rule", "why", "flags",
}  # fmt: skip


def inspect(redactor: Run, path: Path, as_of: str = "2026-11-23") -> dict[str, Any]:
    done = redactor("inspect", path, "--json", "--as-of", as_of)
    assert done.returncode == 0, done.stderr
    (line,) = done.stdout.splitlines()
    value: dict[str, Any] = json.loads(line)
    return value


def test_markings_are_rolled_up_compared_and_linted(redactor: Run, cable: Path) -> None:
    cable.write_text(cable.read_text().replace("3. (C) ", "3. (S/NF) "))
    markings = inspect(redactor, cable)["markings"]
    assert markings["banner"] == "SECRET//NOFORN"
    assert {each["code"] for each in markings["differences"]} == {
        "portion-above-banner",
        "noforn-not-in-banner",
    }
    (odd,) = markings["odd_marks"]
    assert (odd["text"], odd["correct"]) == ("(S/NF)", "(S//NF)")
    assert odd["text"][odd["start"] : odd["end"]] == "/"
    assert all(each["cite"] for each in markings["decisions"])


def test_the_contract_is_complete(redactor: Run, cable: Path) -> None:
    seen = inspect(redactor, cable)
    assert set(seen) >= TOP
    assert set(seen["declassify"]) >= DECLASSIFY
    assert all(set(paragraph) >= PARAGRAPH for paragraph in seen["paragraphs"])
    assert {
        key: seen[key] for key in ("id", "format", "encoding", "level", "captions", "tags")
    } == {
        "id": "08ZENDA641",
        "format": "telegram",
        "encoding": "utf-8",
        "level": "C",
        "captions": ["SIPDIS"],
        "tags": ["PREL", "PGOV", "RU"],
    }
    assert (seen["bytes"], seen["chars"], seen["lines"]) == (
        len(CABLE),
        len(CABLE),
        CABLE.count("\n"),
    )
    assert seen["origin"] == {"post": "ZENDA", "number": "000641", "dtg": "2008-07-18T17:28:00Z"}
    assert seen["subject"] == "THE KING'S CORONATION AND THE DUKE'S PLANS"
    assert seen["from"] == "AMEMBASSY ZENDA"
    assert (seen["to"], seen["info"]) == (["SECSTATE WASHDC"], ["AMEMBASSY STRELSAU"])
    assert seen["signature"] == "TARLENHEIM"
    assert seen["classified_by"]["reasons"] == ["b", "d"]


def test_the_contract_is_complete_where_nothing_is_there(redactor: Run, tmp_path: Path) -> None:
    path = tmp_path / "letter.txt"
    path.write_text("Dear Sir,\n\nthank you.\n")
    seen = inspect(redactor, path)
    assert set(seen) >= TOP
    assert seen["id"] is None
    assert seen["level"] is None
    assert seen["subject"] is None
    assert seen["classified_by"] is None
    assert seen["tags"] == seen["refs"] == seen["to"] == []
    assert set(seen["declassify"]) >= DECLASSIFY
    assert seen["declassify"]["kind"] == "missing"


def test_segments_tile_the_text(redactor: Run, cable: Path) -> None:
    segments = inspect(redactor, cable)["segments"]
    at = 0
    for segment in segments:
        assert segment["start"] == at
        at = segment["end"]
    assert at == len(CABLE)
    (page_line,) = [s for s in segments if s["kind"] == "furniture"]
    assert "002 OF 002" in CABLE[page_line["start"] : page_line["end"]]


def test_paragraphs_have_their_numbers_marks_and_places(redactor: Run, cable: Path) -> None:
    paragraphs = inspect(redactor, cable)["paragraphs"]
    assert [p["number"] for p in paragraphs] == [1, 2, 3, 4]
    assert [p["marking"]["text"] for p in paragraphs] == ["(C)", "(U)", "(C)", "(SBU)"]
    assert [p["effective_level"] for p in paragraphs] == ["C", "U", "C", "U"]
    for paragraph in paragraphs:
        words = CABLE[paragraph["start"] : paragraph["end"]]
        assert words.startswith(f"{paragraph['number']}. {paragraph['marking']['text']}")
        assert words == words.strip()


@pytest.mark.parametrize(
    ("as_of", "status"),
    [
        ("2010-01-01", "classified"),
        ("2018-07-16", "classified"),
        ("2018-07-17", "declassified"),
        ("2026-11-23", "declassified"),
    ],
)
def test_the_date_acts_on_the_very_day(redactor: Run, cable: Path, as_of: str, status: str) -> None:
    seen = inspect(redactor, cable, as_of)
    assert seen["declassify"]["date"] == seen["declassify"]["frees_on"] == "2018-07-17"
    assert seen["declassify"]["status"] == status
    assert [p["status"] for p in seen["paragraphs"]] == [
        status, "unclassified", status, "unclassified",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("instruction", "key", "value"),
    [
        ("DECL: X1, X5", "codes", ["X1", "X5"]),
        ("DECL: UPON THE CLOSE OF THE TALKS", "event", "UPON THE CLOSE OF THE TALKS"),
        ("RDS 7/17/14 (TARLENHEIM, F.)", "review_on", "2014-07-17"),
        ("RDS 7/17/14 (TARLENHEIM, F.)", "signed_by", "TARLENHEIM, F."),
        ("DOWNGRADE TO C ON 07/17/2014", "downgrade", {"to": "C", "on": "2014-07-17"}),
        ("DECLASSIFIED 07/17/2014", "claimed_on", "2014-07-17"),
        ("DECL: 07/17/2018", "downgrade", None),
    ],
)
def test_what_an_instruction_says_beside_a_date(
    redactor: Run, cable: Path, instruction: str, key: str, value: object
) -> None:
    cable.write_text(CABLE.replace("DECL: 07/17/2018", instruction))
    assert inspect(redactor, cable)["declassify"][key] == value


def test_each_paragraph_says_why(redactor: Run, cable: Path) -> None:
    cable.write_text(CABLE.replace("07/17/2018", "07/17/2058"))
    first, second, *_ = inspect(redactor, cable)["paragraphs"]
    assert (first["rule"], second["rule"]) == ("section-3.3", "none")
    assert first["flags"] == ["date-over-25-years"]
    assert len(first["why"]) == 4
    assert second["why"] == ["The portion is unclassified: no date applies. 32 CFR 2001.21(c)"]


def test_a_folder_stands_for_its_text_files_in_order_also_on_two_processes(
    redactor: Run, tmp_path: Path
) -> None:
    folder = tmp_path / "cables" / "deep"
    folder.mkdir(parents=True)
    for name in ("b.txt", "a.txt", "c.md"):
        (folder / name).write_text(CABLE)
    one = redactor("inspect", "cables", "--json")
    two = redactor("inspect", "cables", "--json", "--jobs", "2")
    paths = [json.loads(line)["path"] for line in one.stdout.splitlines()]
    assert paths == ["cables/deep/a.txt", "cables/deep/b.txt"]
    assert one.stdout == two.stdout


def test_a_bad_file_is_reported_and_the_others_still_answered(redactor: Run, cable: Path) -> None:
    done = redactor("inspect", "nosuch.txt", cable, "--json")
    assert done.returncode == 2
    first, second = map(json.loads, done.stdout.splitlines())
    assert first["path"] == "nosuch.txt"
    assert "no such file" in first["error"]
    assert second["id"] == "08ZENDA641"


@pytest.mark.reference
def test_the_reference_cable(redactor: Run, reference_cable: Path) -> None:
    seen = inspect(redactor, reference_cable)
    assert (seen["bytes"], seen["chars"], seen["lines"]) == (6184, 6181, 130)
    assert [p["number"] for p in seen["paragraphs"]] == [1, 2, 3, 4, 5, 6]
    assert {p["marking"]["text"] for p in seen["paragraphs"]} == {"(C)"}
    assert seen["tags"] == ["PREL", "PGOV", "UNSC"]
    assert seen["classified_by"]["reasons"] == ["b", "d"]
    assert seen["declassify"]["frees_on"] == "2018-07-17"
    fifth = seen["paragraphs"][4]
    inside = [s for s in seen["segments"] if fifth["start"] < s["start"] < fifth["end"]]
    assert "furniture" in {s["kind"] for s in inside}
