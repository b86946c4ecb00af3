"""What a policy says that it can hardly mean, and what it may well mean."""

from datetime import date

import pytest

from redactor.policy import Finding, Policy, find_policy, lint, load_policy, wants_a_change
from redactor.policy.proof.legal import lawful
from redactor.policy.proof.lint import unmatched
from redactor.policy.proof.notes import standing_notes
from redactor.policy.proof.relations import _Seen, _together, related
from redactor.policy.proof.words import asks_for_control, contained, worded
from tests.policy.build import policy, rule

DAY = date(2026, 11, 23)


def told(found: list[Finding]) -> list[tuple[str, str]]:
    return [(one.fault.code, one.fault.message.split('"')[1]) for one in found]


def between(*rules: str, lists: str = "") -> list[tuple[str, str]]:
    return told(list(related(policy(*rules, lists=lists), DAY)))


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
            ),
            DAY,
        )
    )

    assert told(found) == [("overlap", "open")]
    assert found[0].fault.message.endswith('"shut" (for instance field header, control JOINT)')
    assert not wants_a_change(found)


def test_a_release_that_several_rules_override_is_told_once() -> None:
    shut = [
        rule(name, f"marking: {{controls: {{any: {name.upper()}}}}}", "refer")
        for name in ("a", "b")
    ]

    assert between(rule("open", "field: header", "release"), *shut) == [("overlap", "open")]


def test_ten_thousand_rules_with_words_of_their_own_are_not_compared_with_each_other() -> None:
    when = "status: classified, text: {{terms: word{}}}"
    worded = [rule(f"r{number}", when.format(number), "review") for number in range(400)]
    doubled = rule("again", when.format(7), "review")
    strong = rule("strong", "status: classified", "redact", codes="{foia: b1}")

    found = between(*worded, doubled)
    assert found == [("duplicate-rule", "again")]
    assert {code for code, _ in between(*worded, strong)} == {"never-wins"}
    pairs = _together([_Seen.of(one, "review") for one in policy(*worded, strong).rules])
    assert len(list(pairs)) == 400


@pytest.mark.parametrize(
    ("codes", "more", "found"),
    [
        ("{foia: [b1, 1.4(d)]}", {}, []),
        ("{foia: b1}", {}, ["codes-refused"]),
        ("{foia: [b1, 1.4(a), 25X5]}", {}, ["codes-refused", "codes-need-more"]),
        ("{foia: b6}", {}, ["codes-need-more"]),
        ("{foia: b6}", {"harm": "It hurts."}, []),
        ("{foia: b3}", {}, ["codes-need-more"]),
        ("{foia: [b1, 25X6]}", {"guide": "G"}, ["codes-need-more"]),
        ("{foia: [b1, 25X6]}", {"guide": "G", "topic": "T"}, []),
        ("{foia: [b1, from-cable]}", {}, []),
    ],
)
def test_codes_that_the_law_does_not_take_as_they_stand(
    codes: str, more: dict[str, str], found: list[str]
) -> None:
    under = policy(rule("r", "basis: foia", "redact", codes=codes, **more))

    assert [one.fault.code for one in lawful(under)] == found
    assert all(one.weight == "warning" for one in lawful(under))


def test_a_kind_of_review_for_which_a_rule_gives_no_code() -> None:
    (only,) = lawful(policy(rule("r", "field: body", "redact", codes="{foia: b9, mdr: 1.4(a)}")))

    assert str(only) == (
        'note: t:5:1: the rule "r" gives no code under automatic, systematic: '
        "there it asks for review."
    )


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


@pytest.mark.parametrize(
    ("action", "after"),
    [
        ("release", "it releases nothing"),
        ("redact", "it asks for review and gives no codes"),
        ("review", "it goes on, so that nothing opens by itself"),
        ("hold", "it goes on, so that nothing opens by itself"),
    ],
)
def test_a_rule_that_expired_or_ends_soon(action: str, after: str) -> None:
    codes = {"codes": "{foia: b9}"} if action == "redact" else {}
    under = policy(rule("late", "field: body", action, expires="2026-11-23", **codes))

    early, soon, last, over = (
        [str(one) for one in standing_notes(under, date.fromisoformat(day))]
        for day in ("2026-10-23", "2026-10-24", "2026-11-23", "2026-11-24")
    )

    assert early == []
    assert soon == last == [f'note: t:5:1: the rule "late" ends on 2026-11-23; after that {after}.']
    (told_over,) = over
    assert told_over.startswith('warning: t:5:1: the rule "late" expired on 2026-11-23: ')
    assert told_over.endswith(f"{after}; give it another day, or delete it.")


def test_an_expired_rule_is_compared_by_what_it_does_now() -> None:
    weak = rule("weak", "status: classified, marking: {level: S}", "review")
    strong = rule(
        "strong", "status: classified", "redact", codes="{foia: b1}", expires="2026-11-22"
    )
    gone = rule("gone", "status: unclassified", "release", expires="2026-11-22")
    again = rule("again", "status: unclassified", "release")

    assert between(weak, strong) == []
    assert between(gone, again) == []


SHIPPED: list[Policy] = [
    load_policy(find_policy(name)) for name in ("state-cables", "sample-cables")
]


@pytest.mark.parametrize("shipped", SHIPPED, ids=lambda one: one.name)
def test_the_shipped_policies_want_no_change(shipped: Policy) -> None:
    assert [str(one) for one in lint(shipped, DAY) if one.weight != "note"] == []
