"""The laws of markings: order, join, printing and reading, roll-up."""

from hypothesis import given
from hypothesis import strategies as st

from redactor.marking import (
    UNCLASSIFIED,
    SecurityMarking,
    banner_form,
    differences,
    explain,
    from_words,
    lint_banner,
    lint_portion,
    parse_banner,
    parse_portion,
    portion_form,
    residual_banner,
    roll_up,
    words_of,
)
from tests.marking.strategies import any_marking, written


@given(any_marking, any_marking, any_marking)
def test_join_is_associative(
    one: SecurityMarking, two: SecurityMarking, three: SecurityMarking
) -> None:
    assert one.join(two).join(three) == one.join(two.join(three))


@given(any_marking, any_marking)
def test_join_is_commutative(one: SecurityMarking, two: SecurityMarking) -> None:
    assert one.join(two) == two.join(one)


@given(any_marking)
def test_join_is_idempotent_and_unclassified_is_least(one: SecurityMarking) -> None:
    assert one.join(one) == one
    assert one.join(UNCLASSIFIED) == one
    assert one.dominates(UNCLASSIFIED)


@given(any_marking, any_marking)
def test_join_dominates_both(one: SecurityMarking, two: SecurityMarking) -> None:
    joined = one.join(two)
    assert joined.dominates(one)
    assert joined.dominates(two)


@given(any_marking, any_marking, any_marking)
def test_join_is_the_least_that_dominates_both(
    one: SecurityMarking, two: SecurityMarking, three: SecurityMarking
) -> None:
    above = one.join(two).join(three)
    assert above.dominates(one)
    assert above.dominates(two)
    assert above.dominates(one.join(two))


@given(any_marking, any_marking, any_marking)
def test_dominance_is_a_partial_order(
    one: SecurityMarking, two: SecurityMarking, three: SecurityMarking
) -> None:
    assert one.dominates(one)
    assert not (one.dominates(two) and two.dominates(one)) or one == two
    low, high = one, one.join(two)
    assert high.join(three).dominates(low)
    if two.dominates(one) and three.dominates(two):
        assert three.dominates(one)


@given(any_marking, any_marking)
def test_what_dominates_protects_no_less(one: SecurityMarking, two: SecurityMarking) -> None:
    high = one.join(two)
    levels = ("U", "C", "S", "TS")
    assert levels.index(high.level) >= levels.index(one.level)
    assert one.sci <= high.sci
    assert one.audience.release is None or (
        high.audience.release is not None and high.audience.release <= one.audience.release
    )
    assert high.audience.is_noforn or not one.audience.is_noforn


@given(any_marking)
def test_a_marking_survives_printing_and_reading(one: SecurityMarking) -> None:
    portion, banner = parse_portion(portion_form(one)), parse_banner(banner_form(one))
    assert portion is not None
    assert portion.marking == one
    assert banner is not None
    assert banner.marking == one


@given(any_marking, any_marking)
def test_a_join_survives_printing_and_reading(one: SecurityMarking, two: SecurityMarking) -> None:
    joined = one.join(two)
    read = parse_banner(banner_form(joined))
    assert read is not None
    assert read.marking == joined


@given(any_marking)
def test_equal_markings_print_and_hash_alike(one: SecurityMarking) -> None:
    read = parse_portion(portion_form(one))
    assert read is not None
    assert hash(read.marking) == hash(one)
    assert len({read.marking, one}) == 1


@given(any_marking)
def test_words_keep_everything_but_whose_form_it_is(one: SecurityMarking) -> None:
    kept = from_words(one.level, words_of(one))
    assert (kept.level, kept.sci, kept.sap, kept.aea) == (one.level, one.sci, one.sap, one.aea)
    assert (kept.nato, kept.controls, kept.cui) == (one.nato, one.controls, one.cui)
    assert kept.audience == one.audience
    assert kept.ownership.owners == one.ownership.owners
    assert kept.ownership.concealed == one.ownership.concealed
    assert kept.unknown == one.unknown


@given(st.lists(any_marking, max_size=5), st.lists(any_marking, max_size=3))
def test_the_banner_of_more_portions_is_never_lower(
    some: list[SecurityMarking], more: list[SecurityMarking]
) -> None:
    low, high = roll_up(some).marking, roll_up(some + more).marking
    assert high.dominates(low)


@given(st.lists(any_marking, max_size=5))
def test_the_order_of_portions_does_not_matter(some: list[SecurityMarking]) -> None:
    mixed = sorted(some, key=portion_form)
    assert roll_up(mixed).marking == roll_up(some).marking


@given(st.lists(any_marking, min_size=1, max_size=5))
def test_a_computed_banner_differs_in_nothing_from_its_portions(
    some: list[SecurityMarking],
) -> None:
    rolled = roll_up(some)
    assert differences(rolled.marking, some) == ()
    assert roll_up([rolled.marking]).marking == rolled.marking


@given(st.lists(any_marking, min_size=1, max_size=5))
def test_each_decision_is_made_by_portions_and_has_a_source(some: list[SecurityMarking]) -> None:
    for decision in roll_up(some).decisions:
        assert decision.portions
        assert all(0 <= place < len(some) for place in decision.portions)
        assert decision.words
        assert decision.cite


@given(any_marking, st.lists(any_marking, max_size=4))
def test_a_difference_has_words_and_a_source(
    printed: SecurityMarking, some: list[SecurityMarking]
) -> None:
    found = differences(printed, some)
    assert all(difference.words and difference.cite for difference in found)
    if some and not printed.dominates(roll_up(some).marking):
        assert found


@given(any_marking)
def test_every_part_is_explained(one: SecurityMarking) -> None:
    told = explain(one)
    assert all(part.meaning and part.owner and part.cite for part in told)
    assert all(part.sentence.endswith(").") for part in told)


@given(st.lists(any_marking, max_size=3))
def test_the_residual_banner_always_says_why(some: list[SecurityMarking]) -> None:
    assert residual_banner(some).decisions


@given(st.one_of(st.text(), written, st.text(alphabet="SCUTNFOREL/()-, .BY\n")))
def test_no_text_raises_and_every_finding_lies_in_the_text(text: str) -> None:
    for parse, lint in ((parse_portion, lint_portion), (parse_banner, lint_banner)):
        read, found = parse(text), lint(text)
        assert (read is None) == (bool(found) and found[0].code == "not-a-marking")
        assert all(finding.span.end <= len(text) for finding in found)
        assert all(finding.message and finding.cite for finding in found)


@given(written)
def test_the_correct_form_that_the_lint_gives_is_without_fault(text: str) -> None:
    hard = {"unknown-control", "unknown-country", "wrong-level", "obsolete-control",
            "legacy-with-cui", "joint-with-noforn", "superseded-control"}  # fmt: skip
    for finding in lint_portion(text):
        left = {again.code for again in lint_portion(finding.correct)} if finding.correct else set()
        assert left <= hard
