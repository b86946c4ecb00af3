"""Proposals: they tile, the strongest wins, order means nothing, and no fault ever loosens."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redactor.cable import Cable, SegmentKind
from redactor.policy import STRENGTH, Proposal, Proposals
from tests.declass.build import Part, build, para
from tests.policy.build import content, pieces, policy, proposed, rule

CODES = "{foia: [b1, from-cable], mdr: from-cable}"
B6 = "{foia: b6}"
ANY = "field: [body, subject, header, heading, other]"

PAGE = "POST 00001 002 OF 002"

CABLE = build(
    Part("header", "FM SOMEWHERE"),
    Part("blank", "\n\n"),
    Part("subject", "SUBJECT: TALKS"),
    Part("blank", "\n\n"),
    para(f"1. (C) The minister met Ahmed\nHassan in the harbour. <<{PAGE}>>\nHe left."),
    Part("blank", "\n"),
    Part("furniture", "CONFIDENTIAL"),
    Part("blank", "\n"),
    para("2. (U) Nothing more.", "U"),
    Part("blank", "\n"),
)


def tiles(proposals: Proposals, cable: Cable) -> bool:
    spans = [item.span for item in proposals.items]
    joined = all(one.end == other.start for one, other in pairwise(spans))
    return joined and (spans[0].start, spans[-1].end) == (0, len(cable.text))


def test_what_no_rule_matches_is_for_review() -> None:
    under = policy(rule("r", "field: signature", "release"))

    for item in content(proposed(CABLE, under)):
        assert (item.action, item.codes, item.rules, item.won_by) == ("review", (), (), None)


def test_proposals_tile_the_text_and_keep_portions_apart() -> None:
    got = proposed(CABLE, policy(rule("r", ANY, "release")))

    assert tiles(got, CABLE)
    assert [text for text, _ in pieces(got, CABLE)] == [
        "FM SOMEWHERE",
        "SUBJECT: TALKS",
        f"1. (C) The minister met Ahmed\nHassan in the harbour. {PAGE}\nHe left.",
        "2. (U) Nothing more.",
    ]


def test_a_page_break_cuts_an_item_only_where_its_sides_differ() -> None:
    differing = rule("he", "text: {terms: he left}", "review", scope="match")

    got = proposed(CABLE, policy(rule("r", ANY, "release"), differing))

    assert pieces(got, CABLE)[2:4] == [
        ("1. (C) The minister met Ahmed\nHassan in the harbour.", "release"),
        ("He left", "review"),
    ]


def test_lines_that_say_how_the_cable_was_sent_are_one_item() -> None:
    lines: tuple[SegmentKind, ...] = ("transmission", "header", "header", "caption")
    cable = build(*(part for kind in lines for part in (Part(kind, "X1"), Part("blank", "\n\n"))))
    under = policy(rule("r", "field: [transmission, header, classification, caption]", "release"))

    assert len(content(proposed(cable, under))) == 1


def test_furniture_and_blanks_take_their_neighbours_strongest_action() -> None:
    under = policy(
        rule("open", "marking: {level: U}", "release"),
        rule("closed", "marking: {level: C}, field: body", "redact", codes=CODES),
    )

    quiet = [item for item in proposed(CABLE, under).items if not item.content]

    assert [item.action for item in quiet] == ["review", "redact", "redact", "release"]
    assert all((item.rules, item.codes, item.won_by) == ((), (), None) for item in quiet)


def test_the_strongest_wins_and_the_losers_stay_visible() -> None:
    under = policy(
        rule("a-release", ANY, "release"),
        rule("b-review", "field: body", "review"),
        rule("c-redact", "field: body, marking: {level: C}", "redact", codes=CODES),
        rule("d-refer", "field: subject", "refer", agency="DOE"),
    )

    items = content(proposed(CABLE, under))

    assert [(item.action, item.won_by) for item in items] == [
        ("release", "a-release"),
        ("refer", "d-refer"),
        ("redact", "c-redact"),
        ("review", "b-review"),
    ]
    assert [hit.id for hit in items[2].rules] == ["c-redact", "b-review", "a-release"]
    assert items[1].support.agency == "DOE"


def test_codes_of_all_winning_rules_unite_in_printed_order() -> None:
    under = policy(
        rule("privacy", "field: body", "redact", codes=B6, harm="It would hurt."),
        rule("secret", "field: body, marking: {level: C}", "redact", codes=CODES),
    )

    item = content(proposed(CABLE, under))[2]

    assert item.codes == ("b1", "1.4(b)", "1.4(d)", "b6")
    assert item.won_by == "privacy"
    assert item.support.harm == "It would hurt."
    assert "(d)" not in (item.support.statute or "")


def test_a_rule_carries_only_what_its_codes_need() -> None:
    under = policy(
        rule(
            "p",
            "field: body",
            "redact",
            codes="{foia: b6, mdr: statute}",
            statute="5 USC 1",
            harm="H",
        )
    )

    foia, mdr = (content(proposed(CABLE, under, basis=basis))[2] for basis in ("foia", "mdr"))

    assert (foia.codes, foia.support.statute, foia.support.harm) == (("b6",), None, "H")
    assert (mdr.codes, mdr.support.statute, mdr.support.harm) == (("statute",), "5 USC 1", None)


def test_the_basis_chooses_the_codes() -> None:
    under = policy(rule("r", "field: body, marking: {level: C}", "redact", codes=CODES))

    assert content(proposed(CABLE, under, basis="mdr"))[2].codes == ("1.4(b)", "1.4(d)")


def test_without_codes_for_the_basis_a_redact_becomes_review() -> None:
    under = policy(rule("r", "field: body", "redact", codes=B6))

    item = content(proposed(CABLE, under, basis="automatic"))[2]

    assert (item.action, item.codes, item.won_by) == ("review", (), "r")
    assert item.rules[0].because.endswith("so a person must choose it.")


@pytest.mark.parametrize("reasons", [None, ()])
def test_without_a_stated_reason_a_redact_becomes_review(reasons: tuple[str, ...] | None) -> None:
    cable = build(para("1. (C) Text.\n"), reasons=reasons)
    under = policy(rule("r", "field: body", "redact", codes=CODES))

    item = content(proposed(cable, under))[0]

    assert (item.action, item.codes) == ("review", ())
    assert "No reason is stated in the cable" in item.rules[0].because


def test_a_text_rule_covers_its_words_and_splits_the_paragraph() -> None:
    under = policy(
        rule("open", ANY, "release"),
        rule("name", "text: {terms: ahmed hassan}", "redact", scope="match", codes=B6, harm="H"),
    )

    got = proposed(CABLE, under)

    assert pieces(got, CABLE)[2:5] == [
        ("1. (C) The minister met ", "release"),
        ("Ahmed\nHassan", "redact"),
        (f" in the harbour. {PAGE}\nHe left.", "release"),
    ]
    item = content(got)[3]
    assert [hit.matched for hit in item.rules] == [(item.span,), ()]


def test_words_match_across_a_page_break() -> None:
    under = policy(rule("r", "text: {terms: harbour. he left}", "review", scope="match"))

    got = [item for item in content(proposed(CABLE, under)) if item.rules]

    assert [item.span.cut(CABLE.text) for item in got] == [f"harbour. {PAGE}\nHe left"]
    assert got[0].rules[0].matched == (got[0].span,)


def test_scope_cable_spreads_over_every_portion() -> None:
    under = policy(rule("r", "text: {terms: harbour}", "refer", scope="cable", agency="A"))

    items = content(proposed(CABLE, under))

    assert {item.action for item in items} == {"refer"}
    assert len({item.rules[0].matched for item in items}) == 1


def test_hold_acts_on_the_cable_and_leaves_the_portions_own_actions() -> None:
    under = policy(rule("open", ANY, "release"), rule("stop", "text: {terms: harbour}", "hold"))

    got = proposed(CABLE, under)
    held = content(got)[2]

    assert got.hold == "Because of stop. 1 USC 1 (rule stop)."
    assert (held.action, held.won_by) == ("release", "open")
    assert [hit.id for hit in held.rules] == ["stop", "open"]


def test_a_cable_that_nothing_holds_does_not_wait() -> None:
    assert proposed(CABLE, policy(rule("open", ANY, "release"))).hold is None


def test_frees_on_is_the_portions_own_day() -> None:
    items = content(proposed(CABLE, policy(rule("open", ANY, "release"))))

    assert [item.frees_on for item in items][-2:] == [date(2018, 7, 17), None]


ACTIONS: Sequence[str] = ("release", "review", "redact", "refer", "hold")
WHENS = (
    "field: body",
    "field: subject",
    "marking: {level: C}",
    "status: unclassified",
    "text: {terms: [minister, nothing]}",
    "text: {pattern: '[A-Z][a-z]+'}",
    "not: {text: {terms: harbour}}",
)


@st.composite
def rule_sets(draw: st.DrawFn) -> list[str]:
    picked = draw(
        st.lists(
            st.tuples(st.sampled_from(WHENS), st.sampled_from(ACTIONS)), min_size=1, max_size=6
        )
    )
    return [_random_rule(number, *pick, draw) for number, pick in enumerate(picked)]


def _random_rule(number: int, when: str, action: str, draw: st.DrawFn) -> str:
    worded = when.startswith("text")
    scopes = ["match", "line", "sentence", "paragraph"] if worded else ["paragraph"]
    more = {"scope": draw(st.sampled_from(scopes))}
    if action == "redact":
        more |= {"codes": draw(st.sampled_from([B6, CODES])), "harm": f"Harm {number}"}
    return rule(f"r{number}", when, action, **more)


@given(
    rule_sets(), st.randoms(use_true_random=False), st.sampled_from(["2010-01-01", "2026-11-23"])
)
def test_the_order_of_rules_means_nothing(rules: list[str], random: Random, as_of: str) -> None:
    shuffled = random.sample(rules, len(rules))

    one, other = (proposed(CABLE, policy(*order), as_of) for order in (rules, shuffled))

    assert one.hold == other.hold
    assert [_bare(item) for item in one.items] == [_bare(item) for item in other.items]


def _bare(item: Proposal) -> Proposal:
    """Leave out the place in the file, which moves with the order."""
    return item._replace(rules=tuple(replace(hit, where="") for hit in item.rules))


@given(rule_sets())
def test_proposals_always_tile_and_more_rules_never_loosen(rules: list[str]) -> None:
    all_of_them = proposed(CABLE, policy(*rules))
    fewer = proposed(CABLE, policy(rule("none", "field: trailer", "review"), *rules[1:]))

    assert tiles(all_of_them, CABLE)
    for item in fewer.items:
        if item.content and item.won_by:
            beside = [o for o in all_of_them.items if o.content and o.span.meets(item.span)]
            assert all(STRENGTH.index(o.action) >= STRENGTH.index(item.action) for o in beside)
