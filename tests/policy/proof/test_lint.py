"""What a policy says that it can hardly mean, and what it may well mean."""

from datetime import date

import pytest

from redactor.policy import Finding, Policy, find_policy, lint, load_policy, wants_a_change
from redactor.policy.proof.lint import unmatched
from redactor.policy.proof.relations import related
from redactor.policy.proof.words import asks_for_control, contained, worded
from tests.policy.build import policy, rule

DAY = date(2026, 11, 23)


def told(found: list[Finding]) -> list[tuple[str, str]]:
    return [(one.fault.code, one.fault.message.split('"')[1]) for one in found]


def between(*rules: str, lists: str = "") -> list[tuple[str, str]]:
    return told(list(related(policy(*rules, lists=lists))))


@pytest.mark.parametrize(
    "when",
    [
        "status: unclassified, marking: {level: S}",
        "age: {over: 30, under: 20}",
        "status: classified, not: {status: [classified, refer]}",
        "field: tags, marking: {source: explicit}",
        "marking: {controls: {any: HCS-O, none: HCS}}",
        "marking: {controls: {any: RD}}, status: declassified",
        "text: {terms: harbour}, not: {text: {terms: [harbour, bridge]}}",
    ],
)
def test_a_rule_that_can_never_match(when: str) -> None:
    assert between(rule("dead", when, "review")) == [("dead-rule", "dead")]


@pytest.mark.parametrize(
    "when",
    [
        "status: classified, marking: {level: [U, S]}",
        "age: {over: 20, under: 30}",
        "field: subject, marking: {source: explicit}",
        "marking: {controls: {any: HCS, none: HCS-O}}",
        "text: {terms: [harbour, bridge]}, not: {text: {terms: harbour}}",
        "any: [{status: unclassified}, {status: classified}], marking: {level: S}",
    ],
)
def test_a_rule_that_can_match(when: str) -> None:
    assert between(rule("live", when, "review")) == []


def test_two_rules_that_say_the_same_in_other_words() -> None:
    one = rule("one", "status: [classified, declassified]", "review")
    same = rule("same", "not: {status: [unclassified, refer, verify]}", "review")
    other = rule("other", "status: declassified", "review")

    assert between(one, same, other) == [("duplicate-rule", "same")]


def test_a_rule_that_a_stronger_one_always_overrides() -> None:
    weak = rule("weak", "status: classified, marking: {level: S}", "review")
    strong = rule("strong", "status: classified", "redact", codes="{foia: b1}")

    assert between(weak, strong) == [("never-wins", "weak")]


@pytest.mark.parametrize(
    ("when", "more"),
    [
        ("status: classified, age: {under: 25}", {}),
        ("status: classified, text: {terms: harbour}", {"scope": "sentence"}),
    ],
)
def test_a_stronger_rule_that_does_not_always_match(when: str, more: dict[str, str]) -> None:
    strong = rule("strong", when, "redact", codes="{foia: b1}", **more)

    assert between(rule("weak", "status: classified", "review"), strong) == []


def test_a_hold_overrides_nothing() -> None:
    weak, hold = rule("weak", "status: refer", "refer"), rule("hold", "status: refer", "hold")

    assert between(weak, hold) == []


def test_a_release_and_a_withholding_of_the_same_portion() -> None:
    found = list(
        related(
            policy(
                rule("open", "field: header", "release"),
                rule("shut", "marking: {controls: {any: [FGI, JOINT]}}", "refer"),
            )
        )
    )

    assert told(found) == [("overlap", "open")]
    assert found[0].fault.message.endswith("for instance: field header, control JOINT")
    assert not wants_a_change(found)


def test_too_many_conditions_to_go_through_are_let_be() -> None:
    flags = ", ".join(f"{{tags: T{number}}}" for number in range(30))

    assert between(rule("wide", f"any: [{flags}]", "review")) == []


@pytest.mark.parametrize(
    ("pattern", "asks"),
    [
        (r"a\nb", True), (r"a\tb", True), (r"a\x07b", True), (r"a\x{7f}b", True), (r"\007", True),
        (r"a\\nb", False), (r"a\sb", False), (r"a\x41", False), (r"\bA\d", False), ("a b", False),
    ],
)  # fmt: skip
def test_a_control_character_in_a_pattern(pattern: str, *, asks: bool) -> None:
    assert asks_for_control(pattern) is asks


def test_terms_inside_terms() -> None:
    terms = dict.fromkeys(["minister", "prime minister", "ministers", "dob:", "x dob: y"], "")

    assert list(contained(terms)) == [("minister", "prime minister"), ("dob:", "x dob: y")]


def words(when: str, lists: str = "", **more: str) -> list[tuple[str, str]]:
    under = policy(rule("words", when, "review", **more), lists=lists)
    return [(one.fault.code, one.weight) for one in worded(under)]


def test_lists() -> None:
    whole = "{terms: [weapon site, nuclear weapon site]}"

    assert words(f"text: {whole}") == [("term-in-term", "note")]
    assert words(f"text: {whole}", scope="match") == []
    assert words("text: {list: a}", "{a: [fall-back, fallback]}") == [("term-twice", "warning")]
    assert words("text: {terms: x}", "{a: [y]}") == [("unused-list", "warning")]
    assert words(r"text: {pattern: 'a\nb'}") == [("control-in-pattern", "warning")]


def test_rules_that_match_nowhere_in_a_corpus() -> None:
    under = policy(rule("one", "field: body", "review"), rule("two", "field: tags", "review"))

    (only,) = unmatched(under, {"one"}, 1200)

    assert str(only) == 'note: t:11:1: the rule "two" matches nowhere in these 1,200 cables.'


SHIPPED: list[Policy] = [
    load_policy(find_policy(name)) for name in ("state-cables", "sample-cables")
]


@pytest.mark.parametrize("shipped", SHIPPED, ids=lambda one: one.name)
def test_the_shipped_policies_want_no_change(shipped: Policy) -> None:
    assert [str(one) for one in lint(shipped, DAY) if one.weight != "note"] == []
