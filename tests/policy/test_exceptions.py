"""Exceptions: named, for a time, by two people; they only ever loosen the one rule they name."""

from datetime import date

import pytest

from redactor.policy import Policy, PolicyError, Proposal, parse_policy
from redactor.policy.examples import run_examples
from tests.declass.build import build, para
from tests.policy.build import HEAD, content, pieces, policy, proposed, rule

CABLE = build(para("1. (U) Ahmed Xayyim met Boris Yarrow.\n", "U"))
NAMES = rule(
    "names",
    "text: {terms: [ahmed xayyim, boris yarrow]}",
    "redact",
    scope="match",
    codes="{foia: b6}",
    harm="It would hurt.",
)
OPEN = rule("open", "field: body", "release")
TERMS = "text: {terms: [Ahmed Xayyim]}"


def exception(
    when: str, rule: str = "names", expires: str = "2027-01-01", **more: str
) -> dict[str, str]:
    """Give one exception to a rule, as an entry of the policy."""
    return {
        "id": "known",
        "rule": rule,
        "when": f"{{{when}}}",
        "because": "He told it himself.",
        "approved_by": "[A. Reviewer, B. Director]",
        "approved_on": "2026-01-01",
        "expires": expires,
    } | more


def excepting(*entries: dict[str, str], rules: tuple[str, ...] = (NAMES, OPEN)) -> Policy:
    lines = [
        f"{'- ' if number == 0 else '  '}{key}: {value}\n"
        for entry in entries
        for number, (key, value) in enumerate(entry.items())
    ]
    text = HEAD + "rules:\n" + "".join(rules) + "exceptions:\n" + "".join(lines)
    return parse_policy(text.encode(), "t")


def actions(under: Policy, as_of: str = "2026-11-23") -> list[tuple[str, str]]:
    return pieces(proposed(CABLE, under, as_of), CABLE)


def item(under: Policy, words: str, as_of: str = "2026-11-23") -> Proposal:
    found = content(proposed(CABLE, under, as_of))
    return next(one for one in found if words in one.span.cut(CABLE.text))


def test_it_takes_away_only_what_was_matched_by_its_own_words() -> None:
    assert actions(excepting(exception(TERMS))) == [
        ("1. (U) ", "release"),
        ("Ahmed Xayyim", "release"),
        (" met ", "release"),
        ("Boris Yarrow", "redact"),
        (".", "release"),
    ]


def test_the_rule_that_was_set_aside_stays_visible_with_who_approved_it() -> None:
    known = item(excepting(exception(TERMS)), "Ahmed")

    assert (known.action, known.won_by, known.codes) == ("release", "open", ())
    last = known.rules[-1]
    assert (last.id, last.action, last.lifted_by) == ("names", "redact", "known")
    assert last.because.endswith(
        "Exception known: He told it himself. Approved by A. Reviewer and B. Director, "
        "until 2027-01-01."
    )


def test_it_may_ask_for_review_instead() -> None:
    known = item(excepting(exception(TERMS, instead="review")), "Ahmed")

    assert (known.action, known.won_by, known.codes) == ("review", "names", ())


@pytest.mark.parametrize(
    ("as_of", "action"),
    [
        ("2025-12-31", "redact"),
        ("2026-01-01", "release"),
        ("2027-01-01", "release"),
        ("2027-01-02", "redact"),
    ],
)
def test_it_counts_from_its_approval_to_its_expiry(as_of: str, action: str) -> None:
    assert item(excepting(exception(TERMS)), "Ahmed", as_of).action == action


def test_an_expired_one_is_told_with_what_it_means() -> None:
    under = excepting(exception(TERMS))

    assert under.expired(date(2027, 1, 1)) == ()
    (fault,) = under.expired(date(2027, 1, 2))
    assert fault.code == "exception-expired"
    assert fault.line > 0
    assert fault.message == (
        'the exception "known" expired on 2027-01-01 and no longer counts, so the rule "names" '
        "counts in full; have two people approve it anew, or delete it"
    )


def test_one_whose_conditions_miss_a_fact_does_not_count() -> None:
    assert item(excepting(exception("age: {over: 1}, " + TERMS)), "Ahmed").action == "release"
    undated = build(para("1. (U) Ahmed Xayyim met Boris Yarrow.\n", "U"), origin=None)

    got = content(proposed(undated, excepting(exception("age: {over: 1}, " + TERMS))))

    assert "redact" in {one.action for one in got}


def test_a_cable_is_named_by_its_id() -> None:
    assert item(excepting(exception("cable: {id: 08ZENDA641}")), "Ahmed").action == "redact"


def test_of_several_the_strictest_counts_whatever_their_order() -> None:
    weak = exception(TERMS, id="b-weak", instead="review")
    away = exception(TERMS, id="a-away")

    for entries in ((weak, away), (away, weak)):
        assert item(excepting(*entries), "Ahmed").action == "review"


def test_one_that_only_words_grant_leaves_a_rule_of_facts_alone() -> None:
    closed = rule("closed", "field: body", "refer", agency="A")

    got = actions(excepting(exception(TERMS, rule="closed"), rules=(closed, OPEN)))

    assert {action for _, action in got} == {"refer"}


def test_one_of_facts_sets_a_rule_of_facts_aside() -> None:
    closed = rule("closed", "field: body", "refer", agency="A")

    got = actions(excepting(exception("status: unclassified", "closed"), rules=(closed, OPEN)))

    assert {action for _, action in got} == {"release"}


def test_a_hold_that_is_set_aside_no_longer_holds() -> None:
    stop = rule("stop", "field: body", "hold")

    here, elsewhere = (
        excepting(exception(when, "stop"), rules=(stop, OPEN))
        for when in ("field: body", "field: subject")
    )

    assert proposed(CABLE, here).hold is None
    assert proposed(CABLE, elsewhere).hold == "Because of stop. 1 USC 1 (rule stop)."


def test_without_another_rule_a_stretch_goes_to_review_not_to_release() -> None:
    known = item(excepting(exception(TERMS), rules=(NAMES,)), "Ahmed")

    assert (known.action, known.won_by) == ("review", None)
    assert [hit.lifted_by for hit in known.rules] == ["known"]


def test_floors_cannot_be_excepted() -> None:
    with pytest.raises(PolicyError, match="what no policy can loosen has no exceptions"):
        excepting(exception(TERMS, rule="built-in-atomic-energy"))


def test_a_restricted_portion_stays_referred_whatever_is_excepted() -> None:
    atomic = build(para("1. (S//RD) Ahmed Xayyim.\n", "S", "RD"), level="S")
    aea = rule("aea", "status: refer", "refer", agency="DOE")
    under = excepting(exception("field: body", "aea"), rules=(aea, OPEN))

    (part,) = content(proposed(atomic, under))

    assert (part.action, part.won_by) == ("refer", "built-in-atomic-energy")


def test_it_proves_itself_by_examples() -> None:
    shown = (
        "[{text: Ahmed Xayyim left., as_of: 2026-11-23, expect: no-match}, "
        "{text: Ahmed Xayyim left., as_of: 2028-11-23, expect: redact}]"
    )

    results = list(run_examples(excepting(exception(TERMS, examples=shown))))

    assert [(one.rule, one.holds) for one in results] == [("known", True), ("known", True)]


def test_a_spreading_rule_that_is_set_aside_everywhere_spreads_nowhere() -> None:
    wide = rule("wide", "text: {terms: ahmed xayyim}", "refer", scope="cable", agency="A")

    got = actions(excepting(exception(TERMS, "wide"), rules=(wide, OPEN)))

    assert {action for _, action in got} == {"release"}


def test_a_spreading_rule_that_is_set_aside_is_shown_where_it_was_found() -> None:
    cable = build(
        para("1. (U) Nothing.\n", "U"),
        para("2. (U) Ahmed Xayyim left.\n", "U"),
        para("3. (U) No.", "U"),
    )
    wide = rule("wide", "text: {terms: ahmed xayyim}", "refer", scope="cable", agency="A")

    got = proposed(cable, excepting(exception(TERMS, "wide"), rules=(wide, OPEN)))

    assert "".join(one.span.cut(cable.text) for one in got.items) == cable.text
    assert [[hit.id for hit in one.rules] for one in content(got)] == [
        ["open"], ["open", "wide"], ["open"],
    ]  # fmt: skip


def test_policy_without_exceptions_has_none() -> None:
    assert policy(OPEN).exceptions == ()
