"""``redactor policy``, run as its users run it."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run

_ORIGIN = "origin: 2008-07-18, as_of: 2026-11-23"
POLICY = """\
policy: mine
version: "1"
title: A policy of mine
lists:
  cues: [strictly protect]
rules:
  - id: open-portion
    title: Open portion
    when: {status: [unclassified, declassified]}
    propose: release
    because: It is open.
    cite: 5 USC 552(b)
    examples:
      - {mark: U, overall: C, IN_FORCE, expect: release}
      - {mark: C, IN_FORCE, expect: no-match}
  - id: closed-portion
    title: Closed portion
    when: {status: [classified, refer, verify]}
    propose: review
    because: It is not open.
    cite: 5 USC 552(b)
    examples:
      - {mark: C, IN_FORCE, expect: review}
      - {mark: U, overall: C, IN_FORCE, expect: no-match}
  - id: asked-for
    title: Words that ask for protection
    when: {text: {list: cues}}
    propose: review
    scope: sentence
    because: Someone asks for protection.
    cite: 5 USC 552(b)(6)
    examples:
      - {mark: U, text: Ahmed X (strictly protect) left., NO_DAY, expect: review}
      - {mark: U, text: Ahmed X left., NO_DAY, expect: no-match}
""".replace("IN_FORCE", f"{_ORIGIN}, decl: 2030-01-01").replace("NO_DAY", f"{_ORIGIN}, decl: N/A")
CABLE = """\
C O N F I D E N T I A L ZENDA 000641

1. (U) The castle is open.

2. (U) Rudolf (strictly protect) saw\x1b the moat.
"""
NOTED = f"#| as of 2026-11-23\n{CABLE}#| asked-for, only asked-for\n".replace("\x1b", "")


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    """Give a sound policy."""
    path = tmp_path / "mine.yaml"
    path.write_text(POLICY)
    return path


@pytest.fixture
def looser(tmp_path: Path) -> Path:
    """Give the policy with a rule less."""
    path = tmp_path / "looser.yaml"
    path.write_text(POLICY[: POLICY.index("  - id: asked-for")])
    return path


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


def test_impact_wants_a_sign_off_for_what_is_newly_released(
    redactor: Run, mine: Path, looser: Path, corpus: Path
) -> None:
    terms = (mine, looser, corpus, "--as-of", "2026-11-23")
    done = redactor("policy", "impact", *terms)
    digest = done.stdout.splitlines()[-1].removeprefix("digest: ")

    signed = redactor("policy", "impact", *terms, "--signed-off", digest, "--jobs", "2")
    other = redactor("policy", "impact", *terms, "--signed-off", "0" * 64)

    assert done.returncode == other.returncode == 1
    assert signed.returncode == 0
    assert signed.stdout == done.stdout
    assert "newly released: 1\n  by asked-for: 1\n  by open-portion: 1\n" in done.stdout
    assert "paragraph 2: review -> release\n" in done.stdout
    assert f"--signed-off {digest}" in done.stderr
    assert "the sign-off is not for this change" in other.stderr
    assert not any(word in done.stdout for word in ("castle", "moat", "Rudolf"))


def test_impact_the_other_way_needs_none(
    redactor: Run, mine: Path, looser: Path, corpus: Path
) -> None:
    done = redactor("policy", "impact", looser, mine, corpus, "--as-of", "2026-11-23", "--json")

    lines = [json.loads(line) for line in done.stdout.splitlines()]
    assert done.returncode == 0
    assert [line["kind"] for line in lines] == ["policy", "portion", "summary"]
    assert lines[0]["name"] == "asked-for"
    assert lines[1]["turn"] == "withheld"
    assert lines[2]["totals"] == {"released": 0, "withheld": 1, "changed": 0}


def test_impact_over_a_file_that_cannot_be_read_says_nothing(
    redactor: Run, mine: Path, looser: Path, corpus: Path
) -> None:
    (corpus / "empty.txt").write_text("")

    done = redactor("policy", "impact", mine, looser, corpus)

    assert (done.returncode, done.stdout) == (2, "")
    assert "empty.txt:1: the file is empty" in done.stderr
