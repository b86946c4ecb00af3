"""What came of examples and of notes."""

import pytest

from redactor.policy import Trials, Tried, failures, read_annotated, run_trials
from tests.policy.build import policy, rule

EXAMPLE = "{mark: U, text: %s, origin: 2008-07-18, decl: N/A, as_of: 2026-11-23, expect: %s}"
CABLE = """\
#| as of 2026-11-23
C O N F I D E N T I A L ZENDA 000641

1. (C) The harbour
is closed. The bridge
is open.
%s

2. (C) The harbour again.
"""


def came(note: str, where: str = "The harbour\n") -> list[tuple[str, str]]:
    """Give what comes of a note that stands below one line of the cable."""
    under = policy(rule("harbour", "text: {terms: harbour}", "review", scope="match"))
    text = (CABLE % "").replace(where, f"{where}#| {note}\n")
    cable = read_annotated(text.encode(), "z.txt", ["harbour"])
    return [(one.came, one.where) for one in run_trials(Trials.of(under, [cable]))]


@pytest.mark.parametrize(
    ("note", "where", "result"),
    [
        ("harbour", "The harbour\n", "ok"),
        ("harbour", "is open.\n", "missing"),
        ("not harbour", "is open.\n", "ok"),
        ("not harbour", "The harbour\n", "noisy"),
        ("todo harbour", "is open.\n", "ok"),
        ("todo harbour", "The harbour\n", "ready"),
    ],
)
def test_a_note(note: str, where: str, result: str) -> None:
    line = 5 if where.startswith("The") else 7

    assert came(note, where) == [(result, f"z.txt:{line}")]


def test_nowhere_else() -> None:
    under = policy(rule("harbour", "text: {terms: harbour}", "review", scope="match"))
    cable = read_annotated((CABLE % "#| only harbour").encode(), "z.txt", ["harbour"])

    found = failures(run_trials(Trials.of(under, [cable])))

    assert [one.said.split(" too")[0] for one in found] == [
        "it matches on line 4", "it matches on line 9",
    ]  # fmt: skip


def test_a_rule_without_words_matches_on_each_line_of_its_portion() -> None:
    under = policy(rule("closed", "field: body, marking: {level: C}", "review"))
    text = (CABLE % "#| closed, only closed") + "#| closed\n"

    cable = read_annotated(text.encode(), "z.txt", ["closed"])

    assert not failures(run_trials(Trials.of(under, [cable])))


def test_every_other_mention_counts() -> None:
    when = "text: {pattern: 'X[a-z]+', near: {terms: protect, words: 1}}"
    codes = {"codes": "{foia: b6}", "scope": "match", "every_mention": "true"}
    under = policy(rule("name", when, "redact", **codes))
    text = "#| as of 2026-11-23\nU N C L A S ZENDA 000641\n\n1. (U) Xayyim (protect).\n\n"
    text += "2. (U) Xayyim left.\n#| name\n"

    cable = read_annotated(text.encode(), "z.txt", ["name"])

    assert not failures(run_trials(Trials.of(under, [cable])))


def test_an_example_that_fails_says_where() -> None:
    examples = f"[{EXAMPLE % ('The end.', 'review')}, {EXAMPLE % ('The harbour.', 'no-match')}]"
    under = policy(rule("harbour", "text: {terms: harbour}", "review", examples=examples))

    assert failures(run_trials(Trials.of(under))) == (
        Tried("t:11", "harbour", "missing", "review is expected, and no-match comes of it"),
        Tried("t:11", "harbour", "noisy", "no-match is expected, and review comes of it"),
    )
