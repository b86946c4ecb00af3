"""The shipped policies: every example of every rule, and the cables they are made for."""

from datetime import date
from pathlib import Path

import pytest

from redactor.cable import Cable, read
from redactor.declass import date_cable
from redactor.policy import (
    Policy,
    Proposal,
    Trials,
    failures,
    find_policy,
    load_policy,
    propose,
    read_annotated,
    run_trials,
    unproved,
)
from redactor.policy.examples import ExampleResult, run_examples
from tests.policy.plainly import asked_one_by_one, told

SAMPLES = Path(__file__).parents[2] / "samples"
NAMES = ("state-cables", "sample-cables")
POLICIES = {name: load_policy(find_policy(name)) for name in NAMES}
RESULTS = [(name, result) for name in NAMES for result in run_examples(POLICIES[name])]
NOTED = {"class-lines-differ"}
"""Rules that an annotated cable beside the policy shows at work."""

CABLE = b"""\
O 181728Z JUL 08
FM AMEMBASSY EXAMPLE
TO RUEHC/SECSTATE WASHDC IMMEDIATE 0001

C O N F I D E N T I A L EXAMPLE 000123

SIPDIS

E.O. 12958: DECL: 07/17/2018
TAGS: PREL, PGOV
SUBJECT: THE HARBOUR TALKS
REF: OTHER POST 45

Classified By: Ambassador A. Hartwell, for reasons 1.4 (b) and (d)

1. (C) Ahmed X (strictly protect) said the harbour would close.

2. (U) The visa applicant left. The talks went on.

3. The next round is in May.
HARTWELL
"""


@pytest.mark.parametrize("result", RESULTS, ids=lambda r: f"{r[0]}-{r[1].rule}-{r[1].number}")
def test_every_example_beside_a_rule_holds(result: tuple[str, ExampleResult]) -> None:
    _, example = result

    assert example.got == example.expected


@pytest.mark.parametrize("name", NAMES)
def test_every_rule_proves_that_it_can_fire_and_that_it_can_stay_silent(name: str) -> None:
    for rule in POLICIES[name].rules:
        expected = {example.expect for example in rule.examples}
        if rule.hit.id not in NOTED:
            assert rule.hit.action in expected, rule.hit.id
        assert "no-match" in expected, rule.hit.id


@pytest.mark.parametrize("name", NAMES)
def test_a_redact_of_ours_carries_all_that_its_codes_need(name: str) -> None:
    for rule in POLICIES[name].rules:
        if rule.hit.action == "redact":
            needs = " ".join(rule.codes["foia"])
            assert ("b6" in needs) <= bool(rule.hit.support.harm)
            assert ("b3" in needs) <= bool(rule.hit.support.statute)


@pytest.mark.parametrize("day", [date(2010, 1, 1), date(2026, 11, 23)], ids=str)
@pytest.mark.parametrize("file", sorted(SAMPLES.glob("*.txt")), ids=lambda file: file.stem)
def test_samples_are_proposed_as_if_each_rule_was_asked_about_each_portion(
    file: Path, day: date
) -> None:
    dated = date_cable(read(file.read_bytes()), day)

    for policy in POLICIES.values():
        expected = asked_one_by_one(dated, policy, "foia")
        got = propose(dated, policy, "foia")
        assert (got.hold, told(got.items, dated.cable)) == expected


def test_workflows() -> None:
    assert POLICIES["state-cables"].workflow.reviews == 2
    assert POLICIES["state-cables"].workflow.blind_second
    assert POLICIES["sample-cables"].workflow.reviews == 1


def items(cable: Cable, as_of: str, policy: Policy = POLICIES["state-cables"]) -> list[Proposal]:
    got = propose(date_cable(cable, date.fromisoformat(as_of)), policy, "foia")
    assert got.hold is None
    return [item for item in got.items if item.content]


@pytest.mark.parametrize("policy", POLICIES.values(), ids=NAMES)
def test_a_cable_in_force(policy: Policy) -> None:
    cable = read(CABLE)

    found = {item.span.cut(cable.text): item for item in items(cable, "2010-01-01", policy)}

    assert found["SUBJECT: THE HARBOUR TALKS"].action == "review"
    (handling,) = [text for text in found if "FM AMEMBASSY EXAMPLE" in text]
    assert handling.startswith("O 181728Z")
    assert handling.endswith("SIPDIS")
    assert found[handling].action == "release"
    assert found["3. The next round is in May."].action == "review"
    assert found["Ahmed X"].codes == ("b1", "1.4(b)", "1.4(d)", "b6")
    assert found[" (strictly protect) said the harbour would close."].codes == (
        "b1", "1.4(b)", "1.4(d)",
    )  # fmt: skip


@pytest.mark.parametrize("policy", POLICIES.values(), ids=NAMES)
def test_the_same_cable_once_declassified(policy: Policy) -> None:
    cable = read(CABLE)

    found = [
        (item.span.cut(cable.text), item.action, item.codes)
        for item in items(cable, "2026-11-23", policy)
    ]

    assert ("SUBJECT: THE HARBOUR TALKS", "release", ()) in found
    assert ("1. (C) ", "release", ()) in found
    assert ("Ahmed X", "redact", ("b6",)) in found
    assert (" (strictly protect) said the harbour would close.", "release", ()) in found
    assert ("3. The next round is in May.", "release", ()) in found
    assert ("HARTWELL", "release", ()) in found


def test_a_visa_fact_stays_withheld_whatever_the_clock_says() -> None:
    cable = read(CABLE)

    visa = next(item for item in items(cable, "2026-11-23") if item.codes == ("b3",))

    assert "visa applicant" in visa.span.cut(cable.text)
    assert visa.support.statute == "8 USC 1202(f), INA 222(f)"


@pytest.mark.reference
@pytest.mark.parametrize(
    ("as_of", "action", "codes"),
    [("2010-01-01", "redact", ("b1", "1.4(b)", "1.4(d)")), ("2026-11-23", "release", ())],
)
def test_the_real_cable(
    reference_cable: Path, as_of: str, action: str, codes: tuple[str, ...]
) -> None:
    cable = read(reference_cable.read_bytes())

    found = items(cable, as_of)

    assert len(cable.paragraphs) == 6
    for paragraph in cable.paragraphs:
        inside = [item for item in found if paragraph.span.meets(item.span)]
        assert {(item.action, item.codes) for item in inside} == {(action, codes)}


@pytest.mark.parametrize("name", NAMES)
def test_examples_and_annotated_cables_prove_every_part_of_every_rule(name: str) -> None:
    policy = POLICIES[name]
    files = sorted(find_policy(name).with_suffix(".cables").glob("*.txt"))
    rules = [rule.hit.id for rule in policy.rules]
    noted = [read_annotated(file.read_bytes(), file.name, rules) for file in files]
    trials = Trials.of(policy, noted)

    assert failures(run_trials(trials)) == ()
    assert [(one.name, one.said) for one in unproved(trials)] == []


COMPLIANCE: dict[int, tuple[str, ...]] = {
    1: ("classified-in-force",),
    2: ("unclassified-by-mark", "unclassified-cable", "compilation", "all-portions-unclassified"),
    3: ("controlled-unclassified", "sensitive-cable"),
    4: ("declassified-on-its-date",),
    5: ("classified-in-force",),
    6: ("declassified-after-25-years", "noforn-after-25-years", "originator-controlled"),
    8: ("exemption-claimed", "exemption-not-valid"),
    9: ("last-year-before-25",),
    10: ("atomic-energy", "formerly-restricted-data", "atomic-energy-hold", "atomic-energy-words",
         "atomic-energy-words-hold"),
    11: ("nuclear-weapon-words", "doe-words"),
    12: ("nato-portion", "nato-words"),
    13: ("foreign-portion-in-force", "foreign-portion-declassified"),
    14: ("foreign-note",),
    15: ("human-source-words", "intelligence-portion"),
    16: ("intelligence-portion", "intelligence-hold", "intelligence-words-hold", "nsa-words"),
    17: ("intelligence-report",),
    18: ("dea-words", "fbi-words", "law-enforcement"),
    19: ("protected-name", "protected-source-in-force", "protected-source-after-25-years",
         "protected-office", "protection-without-name"),
    20: ("protected-name",),
    21: ("visa-record", "visa-tags"),
    22: ("cia-people",),
    23: ("arms-licence", "arms-licence-tags"),
    24: ("personal-identifiers", "personal-contact", "medical-or-personnel"),
    25: ("citizen-in-distress", "privacy-waiver"),
    26: ("deliberative",),
    27: ("legal-advice",),
    28: ("company-information",),
    29: ("restricted-caption",),
    30: ("private-remark",),
    31: ("post-security-in-force", "post-security", "post-security-tags"),
    32: ("equity-tags", "name-in-tags"),
    33: ("portion-above-banner", "damaged-marking", "damaged-marking-hold", "unreadable-level"),
    35: ("extended-or-reclassified",),
    36: ("event-not-attested",),
}  # fmt: skip
"""Which rules carry each of the 36 of compliance. Rule 7 needs an agency's own guide: the guide for
compliance shows it. Rule 34 compares with earlier releases, where a release is made."""


@pytest.mark.parametrize(("number", "names"), COMPLIANCE.items())
def test_each_rule_of_compliance_is_there_with_its_law_and_its_owner(
    number: int, names: tuple[str, ...]
) -> None:
    rules = {rule.hit.id: rule.entry for rule in POLICIES["state-cables"].rules}

    for name in names:
        assert rules[name].cite, number
        assert rules[name].owner, number


def test_every_shipped_rule_has_an_owner() -> None:
    rules = POLICIES["state-cables"].rules

    assert [rule.hit.id for rule in rules if not rule.entry.owner] == []


def test_what_is_told_from_memory_waits_for_counsel() -> None:
    """The meaning of TAGS and the statute on arms licences stand in no source at hand."""
    marked = {
        rule.hit.id for rule in POLICIES["state-cables"].rules if rule.entry.check_with_counsel
    }

    tagged = {rule.hit.id for rule in POLICIES["state-cables"].rules
              if rule.when.tags and rule.when.field == ("tags",)}  # fmt: skip
    assert tagged | {"arms-licence"} <= marked


@pytest.mark.parametrize(
    ("text", "hold"),
    [
        ("The annex is marked TFNI.", True),
        ("Page two is SECRET//RD.", True),
        ("It is in SIGMA 15.", True),
        ("COMINT of last week shows it.", True),
        ("The Sigma works are shut. The R.D. road is open.", False),
    ],
)
def test_words_of_restricted_systems_hold_the_cable(*, text: str, hold: bool) -> None:
    cable = read(CABLE.replace(b"The talks went on.", text.encode()))

    got = propose(date_cable(cable, date(2026, 11, 23)), POLICIES["state-cables"], "foia")

    assert bool(got.hold) is hold
