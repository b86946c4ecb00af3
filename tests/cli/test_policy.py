"""``redactor policy``, run as its users run it."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.cli.policy_texts import CABLE, NOTED, POLICY


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """Give a folder with one cable."""
    folder = tmp_path / "corpus"
    folder.mkdir()
    (folder / "z.txt").write_text(CABLE)
    return folder


def test_check_says_what_was_read(redactor: Run, mine: Path) -> None:
    done = redactor("policy", "check", mine)

    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith(f"{mine}: mine 1, 3 rules, ")


def test_check_tells_every_fault_of_every_file(redactor: Run, mine: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.yaml"
    other.write_text(POLICY.replace("propose: release", "propose: relese"))
    mine.write_text(POLICY.replace("title: Open", "titel: Open").replace("status:", "statos:"))

    done = redactor("policy", "check", mine, other)

    assert done.returncode == 2
    places = [line.removeprefix(f"redactor: {tmp_path}/").split(": ")[0] for line in
              done.stderr.splitlines()]  # fmt: skip
    assert places == [
        "mine.yaml:8:5", "mine.yaml:9:12", "mine.yaml:18:12", "other.yaml:10:14",
    ]  # fmt: skip
    assert 'did you mean "title"?' in done.stderr
    assert 'did you mean "release"?' in done.stderr


def test_check_notes_what_waits(redactor: Run, mine: Path) -> None:
    counsel = POLICY.replace(
        "    scope: sentence\n", "    scope: sentence\n    check_with_counsel: true\n"
    )
    mine.write_text(
        counsel + "exceptions:\n"
        "  - {id: old, rule: asked-for, when: {cable: {id: 08ZENDA641}}, because: So.,\n"
        "     approved_by: [A, B], approved_on: 2020-01-01, expires: 2021-01-01}\n"
    )

    done = redactor("policy", "check", mine, "--as-of", "2026-11-23")

    assert done.returncode == 0
    assert "waits for counsel" in done.stderr
    assert 'the exception "old" expired on 2021-01-01' in done.stderr


def test_check_as_json_and_sarif(redactor: Run, mine: Path) -> None:
    sound = json.loads(redactor("policy", "check", mine, "--format", "json").stdout)
    mine.write_text(POLICY.replace("title: Open", "titel: Open"))

    faulty = redactor("policy", "check", mine, "--format", "json")
    log = redactor("policy", "check", mine, "--format", "sarif")

    assert (sound["policy"]["name"], sound["findings"]) == ("mine", [])
    assert (faulty.returncode, log.returncode) == (2, 2)
    (fault,) = json.loads(faulty.stdout)["findings"]
    assert (fault["weight"], fault["line"], fault["code"]) == ("error", 8, "unknown-key")
    (result,) = json.loads(log.stdout)["runs"][0]["results"]
    assert (result["ruleId"], result["level"]) == ("unknown-key", "error")


@pytest.mark.parametrize("kind", ["policy", "rules", "codes"])
def test_schema(redactor: Run, kind: str) -> None:
    done = redactor("policy", "schema", kind)

    assert done.returncode == 0
    assert json.loads(done.stdout)["$schema"].startswith("https://json-schema.org/")


def test_test_passes_with_annotated_cables(redactor: Run, mine: Path, tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text(NOTED)
    (tmp_path / "mine.cables").mkdir()
    (tmp_path / "mine.cables" / "a.txt").write_text(NOTED)

    done = redactor("policy", "test", mine)

    assert (done.returncode, done.stdout) == (0, "")
    assert "10 tried: 10 ok, 0 noisy, 0 missing, 0 ready; 0 under-tested" in done.stderr


def test_test_tells_what_fails_and_what_is_not_shown(
    redactor: Run, mine: Path, tmp_path: Path
) -> None:
    mine.write_text(POLICY.replace("expect: release}", "expect: review}"))
    (tmp_path / "mine.txt").write_text(NOTED.replace("asked-for, only", "not"))

    done = redactor("policy", "test", mine)

    assert done.returncode == 1
    assert done.stdout.splitlines() == [
        f"{mine}:14: missing: open-portion: review is expected, and release comes of it.",
        "mine.txt:7: noisy: asked-for: it must not match here, and does.".replace(
            "mine", str(mine)[:-5]
        ),
    ]


def test_test_as_json(redactor: Run, mine: Path) -> None:
    mine.write_text(POLICY.replace("text: Ahmed X left.", "text: Ahmed X (strictly protect) left."))

    lines = [
        json.loads(line) for line in redactor("policy", "test", mine, "--json").stdout.splitlines()
    ]

    assert [line["result"] for line in lines] == ["ok"] * 5 + ["noisy"]
    assert lines[-1]["line"] == 34


def test_a_note_that_is_wrong_is_a_fault(redactor: Run, mine: Path, tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text(NOTED.replace("only asked-for", "asked-fro"))

    done = redactor("policy", "test", mine)

    assert done.returncode == 2
    assert 'mine.txt:7:1: there is no rule "asked-fro". did you mean "asked-for"?' in done.stderr


def test_lint(redactor: Run, mine: Path, corpus: Path) -> None:
    clean = redactor("policy", "lint", mine)
    mine.write_text(POLICY.replace("cues: [strictly protect]", "cues: [in no cable, In no cable]"))
    doubled = redactor("policy", "lint", mine, "--format", "sarif")
    quiet = redactor("policy", "lint", mine, "--corpus", corpus, "--format", "json")

    assert (clean.returncode, clean.stdout) == (0, "")
    assert doubled.returncode == quiet.returncode == 1
    (result,) = json.loads(doubled.stdout)["runs"][0]["results"]
    assert (result["ruleId"], result["level"]) == ("term-twice", "warning")
    assert [json.loads(line)["code"] for line in quiet.stdout.splitlines()] == [
        "term-twice",
        "no-hit",
    ]


def test_lint_of_a_faulty_policy(redactor: Run, mine: Path) -> None:
    mine.write_text(POLICY.replace("{list: cues}", "{pattern: 'x*'}"))

    done = redactor("policy", "lint", mine)

    assert done.returncode == 2
    assert "error: " in done.stdout
    assert "can match nothing at all" in done.stdout


def test_explain_shows_words_safely(redactor: Run, mine: Path, corpus: Path) -> None:
    mine.write_text(POLICY.replace("{list: cues}", "{pattern: 'saw.{0,3}the'}"))
    done = redactor(
        "policy", "explain", corpus / "z.txt", "2", "--policy", mine, "--as-of", "2026-11-23"
    )

    assert done.returncode == 0
    assert "keep it where the cable is kept" in done.stderr
    assert "\x1b" not in done.stdout
    assert "won as the strongest: asked-for (review)" in done.stdout
    assert 'matched "saw␛ the" on line 5' in done.stdout
    assert "castle" not in done.stdout


def test_explain_of_a_paragraph_that_is_not_there(redactor: Run, mine: Path, corpus: Path) -> None:
    done = redactor("policy", "explain", corpus / "z.txt", "7", "--policy", mine)

    assert done.returncode == 2
    assert 'the cable has no "paragraph 7"; it has classification, paragraph 1' in done.stderr


def test_lint_names_each_kind_and_counts(redactor: Run, mine: Path) -> None:
    mine.write_text(POLICY + "    expires: 2026-11-22\n")

    done = redactor("policy", "lint", mine, "--as-of", "2026-11-23")

    assert done.returncode == 1
    assert done.stdout.endswith("give it another day, or delete it. [rule-expired]\n")
    assert done.stderr == f"{mine}: 1 warning\n"


def test_lint_says_nothing_of_hits_when_a_cable_cannot_be_read(
    redactor: Run, mine: Path, corpus: Path
) -> None:
    (corpus / "empty.txt").write_text("")

    done = redactor("policy", "lint", mine, "--corpus", corpus)

    assert (done.returncode, done.stdout) == (2, "")
    assert "nothing is said of the policy" in done.stderr


def test_cables_beside_a_policy_are_never_left_out_in_silence(
    redactor: Run, mine: Path, tmp_path: Path
) -> None:
    beside = tmp_path / "mine.cables"
    beside.write_text("no folder")
    refused = redactor("policy", "test", mine)
    beside.unlink()
    beside.mkdir()
    (beside / "a.TXT").write_text(NOTED)

    told = redactor("policy", "test", mine)

    assert refused.returncode == 2
    assert f"{beside}: the cables beside the policy cannot be read" in refused.stderr
    assert told.returncode == 0
    assert f"{beside}/a.TXT: not tried: only *.txt is" in told.stderr


def test_explain_says_once_what_is_alike(redactor: Run, mine: Path, tmp_path: Path) -> None:
    mine.write_text(POLICY.replace("{text: {list", "{status: classified, text: {list"))
    cable = tmp_path / "long.txt"
    head = "P 181728Z JUL 08\nFM AMEMBASSY ZENDA\nTO AMEMBASSY STRELSAU\n"
    cable.write_text(head + CABLE.replace("\x1b", ""))

    done = redactor("policy", "explain", cable, "--policy", mine, "--as-of", "2026-11-23")

    places = [line for line in done.stdout.splitlines() if line[:1].isalpha()]
    assert places[2:] == [
        "header, classification, lines 1-4",
        "paragraph 1, line 6",
        "paragraph 2, line 8",
    ]
    assert done.stdout.count("cable.level") == 1
    assert "    asked-for  status must be classified, and is unclassified\n" in done.stdout
    assert max(map(len, done.stdout.splitlines()[1:])) <= 100
