"""Conditions: each fact, their combination, and what is missing."""

from dataclasses import replace
from datetime import date

import pytest

from redactor.cable import Cable
from redactor.declass import date_cable
from redactor.policy import Basis
from redactor.policy.cases import Cases
from redactor.policy.conditions import Answer
from redactor.policy.planning import engine_of
from tests.declass.build import Part, build, mark, para
from tests.policy.build import policy, rule

CABLE = replace(
    build(
        Part(
            "paragraph",
            "1. (S) Met Ahmed Hassan.\n",
            mark("S", "NOFORN", "HCS-O", flags=("unknown-control",)),
        ),
        level="S",
        decl="OADR",
    ),
    tags=("PREL", "PGOV"),
    captions=("EXDIS",),
)


def answer(
    when: str, cable: Cable = CABLE, as_of: str = "2010-01-01", basis: Basis = "foia"
) -> Answer:
    under = policy(rule("r", when, "review"), lists="{cues: [hassan]}")
    dated = date_cable(cable, date.fromisoformat(as_of))
    cases = Cases.of(dated, engine_of(under).lexicon, basis)
    return under.rules[0].condition(cases[0])


@pytest.mark.parametrize(
    ("when", "holds"),
    [
        ("field: body", True),
        ("field: [subject, ref]", False),
        ("status: classified", True),
        ("status: [declassified, refer]", False),
        ("marking: {level: [S, TS]}", True),
        ("marking: {level: C}", False),
        ("marking: {source: explicit}", True),
        ("marking: {source: [entire-text, assumed-overall, none]}", False),
        ("marking: {flags: unknown-control}", True),
        ("marking: {flags: [malformed, above-banner]}", False),
        ("marking: {controls: {any: [SBU, NOFORN]}}", True),
        ("marking: {controls: {any: noforn}}", True),
        ("marking: {controls: {any: HCS}}", True),
        ("marking: {controls: {any: HC}}", False),
        ("marking: {controls: {all: [NOFORN, HCS]}}", True),
        ("marking: {controls: {all: [NOFORN, SBU]}}", False),
        ("marking: {controls: {none: [SBU, ORCON]}}", True),
        ("marking: {controls: {none: [SBU, HCS]}}", False),
        ("marking: {level: S, controls: {any: SBU}}", False),
        ("instruction: {kind: [oadr, missing]}", True),
        ("instruction: {kind: date}", False),
        ('order: "12958"', True),
        ('order: ["12356"]', False),
        ("tags: [pgov, KNNP]", True),
        ("tags: OVIP", False),
        ("captions: [NODIS, EXDIS]", True),
        ("captions: SIPDIS", False),
        ("basis: [foia, mdr]", True),
        ("basis: automatic", False),
        ("text: {terms: [ahmed, boris]}", True),
        ("text: {list: cues}", True),
        ("text: {pattern: '[A-Z][a-z]+ Hassan'}", True),
        ("text: {pattern: 'hassan'}", False),
        ("text: {pattern: '[A-Z][a-z]+', unless: cues, near: {list: cues, words: 0}}", True),
        ("text: {terms: met, far: {list: cues, words: 0}}", True),
        ("text: {terms: met, far: {list: cues, words: 1}}", False),
        ("all: [{field: body}, {status: classified}]", True),
        ("all: [{field: body}, {status: refer}]", False),
        ("any: [{field: subject}, {status: classified}]", True),
        ("any: [{field: subject}, {status: refer}]", False),
        ("not: {field: subject}", True),
        ("not: {field: body}", False),
        ("field: body, not: {text: {terms: hassan}}", False),
    ],
)
def test_each_condition(when: str, *, holds: bool) -> None:
    assert answer(when).holds is holds


@pytest.mark.parametrize(
    ("when", "as_of", "holds"),
    [
        ("age: {under: 25}", "2033-12-30", True),
        ("age: {under: 25}", "2033-12-31", False),
        ("age: {over: 25}", "2033-12-30", False),
        ("age: {over: 25}", "2033-12-31", True),
        ("age: {over: 24, under: 25}", "2032-12-30", False),
        ("age: {over: 24, under: 25}", "2032-12-31", True),
    ],
)
def test_age_turns_on_31_december(when: str, as_of: str, *, holds: bool) -> None:
    assert answer(when, as_of=as_of).holds is holds


NO_ORIGIN = build(para("1. (C) Met Ahmed.\n"), origin=None)
NO_LEVEL = build(para("1. (?) Met Ahmed.\n", None))


@pytest.mark.parametrize(
    ("when", "cable", "holds"),
    [
        ("age: {under: 25}", NO_ORIGIN, None),
        ("not: {age: {under: 25}}", NO_ORIGIN, None),
        ("any: [{age: {over: 25}}, {field: body}]", NO_ORIGIN, True),
        ("any: [{age: {over: 25}}, {field: subject}]", NO_ORIGIN, None),
        ("any: [{age: {over: 25}}, {text: {terms: ahmed}}]", NO_ORIGIN, None),
        ("all: [{age: {over: 25}}, {field: body}]", NO_ORIGIN, None),
        ("all: [{age: {over: 25}}, {field: subject}]", NO_ORIGIN, False),
        ("marking: {level: C}", NO_LEVEL, None),
        ("not: {marking: {level: C}}", NO_LEVEL, None),
        ("status: verify", NO_LEVEL, True),
    ],
)
def test_a_missing_fact_stays_missing(when: str, cable: Cable, *, holds: bool | None) -> None:
    assert answer(when, cable).holds is holds


def test_words_of_all_parts_unite() -> None:
    got = answer("all: [{text: {terms: met}}, {text: {terms: hassan}}]")

    assert [span.cut(CABLE.text) for span in got.words or ()] == ["Met", "Hassan"]


def test_words_of_any_part_unite_unless_a_fact_means_the_whole() -> None:
    words = "{text: {terms: met}}, {text: {terms: boris}}, {text: {terms: ahmed}}"

    some = answer(f"any: [{words}]").words or ()
    assert [span.cut(CABLE.text) for span in some] == ["Met", "Ahmed"]
    assert answer(f"any: [{words}, {{field: body}}]").words is None


def test_marks_are_no_words_of_the_text() -> None:
    marked = mark("S")
    assert marked.span is None
    cable = build(Part("paragraph", "1. (S) Text.\n", marked), level="S")
    first = cable.paragraphs[0]
    where = marked._replace(span=type(first.span)(3, 6))
    known = replace(cable, paragraphs=(first._replace(marking=where),))

    assert answer("text: {pattern: '[(]S[)]'}", cable).holds is True
    assert answer("text: {pattern: '[(]S[)]'}", known).holds is False
