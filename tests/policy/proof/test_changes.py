"""What differs between two policies."""

from redactor.policy import parse_policy, policy_changes, told_changes
from tests.policy.build import policy, rule

ONE = rule("one", "text: {list: cues}", "review")
TWO = rule("two", "field: tags", "review")


def told(*pair: tuple[tuple[str, ...], str]) -> list[str]:
    old, new = (policy(*rules, lists=lists) for rules, lists in pair)
    return [change.telling for change in policy_changes(old, new)]


def test_the_order_of_rules_and_terms_means_nothing() -> None:
    assert told(((ONE, TWO), "{cues: [a, b]}"), ((TWO, ONE), "{cues: [b, a]}")) == []


def test_added_and_removed() -> None:
    assert told(((ONE,), "{cues: [a]}"), ((TWO,), "{cues: [a]}")) == [
        "rule one removed", "rule two added",
    ]  # fmt: skip


def test_the_keys_that_changed() -> None:
    other = TWO.replace("tags", "body").replace("review", "hold")

    assert told(((TWO,), ""), ((other,), "")) == ["rule two changed: when, propose"]


def test_a_list_that_changed_is_told_by_each_rule_that_looks_for_it() -> None:
    assert told(((ONE, TWO), "{cues: [a]}"), ((ONE, TWO), "{cues: [a, b]}")) == [
        "rule one changed: list cues"
    ]


def test_settings() -> None:
    one = policy(TWO)
    old = one.data
    new = old.replace(b'version: "1"', b'version: "2"').replace(
        b"title:", b"workflow: {reviews: 1}\ntitle:", 1
    )

    changed = policy_changes(one, parse_policy(new, "t"))
    assert [change.telling for change in changed] == [
        "setting version changed: 1 -> 2", "setting reviews changed: 2 -> 1",
    ]  # fmt: skip


def test_what_a_release_says_of_the_office_and_of_appeals_is_a_setting() -> None:
    one = policy(TWO)
    new = one.data.replace(
        b"rules:", b"release: {office: IPS, appeal: {mdr: Write to the panel.}}\nrules:", 1
    )

    changed = policy_changes(one, parse_policy(new, "t"))
    assert [(change.name, change.keys) for change in changed] == [
        ("office", ("none -> IPS",)),
        ("appeal under mdr", ("none -> Write to the panel.",)),
    ]


def test_many_changes_that_are_alike_are_told_together() -> None:
    names = ("one", "two", "three")
    rules = [rule(name, "field: body", "review") for name in names]
    owned = [rule(name, "field: body", "review", owner="IPS") for name in names]

    changes = policy_changes(policy(*rules), policy(*owned, TWO.replace("two", "four")))

    assert list(told_changes(changes)) == [
        "rule four added", "3 rules changed in owner: one, three, two",
    ]  # fmt: skip
