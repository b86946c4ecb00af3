"""Searching: across line ends, hyphens and page breaks, at exact places, in linear time."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redactor.policy.search import Lexicon, Pattern, Reach, Searcher, fold_term
from redactor.text import Span


def searcher(text: str, *terms: str, skip: tuple[Span, ...] = ()) -> Searcher:
    return Searcher(text, Span(0, len(text)), skip, Lexicon(terms))


def found(text: str, term: str, skip: tuple[Span, ...] = ()) -> list[str]:
    spans = searcher(text, term, "other", skip=skip).terms([fold_term(term)])
    return [span.cut(text) for span in spans]


@pytest.mark.parametrize(
    ("text", "term", "there"),
    [
        ("met Hassan today", "hassan", ["Hassan"]),
        ("met HAS-\nSAN today", "Hassan", ["HAS-\nSAN"]),
        ("strictly\n  protect him", "strictly protect", ["strictly\n  protect"]),
        ("Ahmed Hassán", "ahmed hassan", ["Ahmed Hassán"]),
        ("Hassan and HASSAN", "hassan", ["Hassan", "HASSAN"]),
        ("Hassani", "hassan", []),
        ("alHassan", "hassan", []),
        ("(protect)", "(protect)", ["(protect)"]),
        ("under 212(a)(3)", "212(a)", ["212(a)"]),
        ("ᎣᏏᏲ and ꭳꮟᏺ", "ꭳꮟᏺ", ["ᎣᏏᏲ", "ꭳꮟᏺ"]),
        ("STRASSE, Straße", "straße", ["STRASSE", "Straße"]),
        ("ıstanbul’s", "ıstanbul", ["ıstanbul"]),
    ],
)
def test_terms_are_whole_words_in_any_case(text: str, term: str, there: list[str]) -> None:
    assert found(text, term) == there


def test_terms_are_found_across_furniture() -> None:
    text = "strictly\nPOST 00001 002 OF 002\nprotect"

    assert found(text, "strictly protect") == []
    assert found(text, "strictly protect", (Span(9, 30),)) == [text]


def test_overlapping_terms_are_all_found() -> None:
    text = "please strictly protect source"
    terms = ("strictly protect", "protect source")

    assert len(searcher(text, *terms).terms(terms)) == 2


def test_a_lexicon_may_be_empty() -> None:
    assert searcher("text").terms(["text"]) == ()


def test_patterns_see_case_and_plain_letters() -> None:
    text = "Zoë ÉTÉ\nete 12-34"

    spans = searcher(text).pattern(Pattern("[A-Z][A-Z]+ ete [0-9]{4}"))

    assert [span.cut(text) for span in spans] == ["ÉTÉ\nete 12-34"]


@given(st.text(alphabet="aéß€😀Bb -\n", max_size=30))
def test_offsets_of_patterns_are_code_points(text: str) -> None:
    for span in searcher(text).pattern(Pattern("[bB]")):
        assert span.cut(text).endswith(("b", "B"))
    count = sum(char in "bB" for char in text)
    assert len(searcher(text).pattern(Pattern("[bB]"))) == count


def test_a_pattern_that_hangs_others_is_linear_here() -> None:
    assert searcher("a" * 20_000 + "!").pattern(Pattern("(a+)+$")) == ()


@pytest.mark.parametrize("source", [r"(a)\1", "(?=a)", "(?<=a)b", "(", "a**b", "[b-a]"])
def test_unsupported_patterns_are_refused_with_a_place(source: str) -> None:
    with pytest.raises(ValueError, match=r"cannot be used: .+ \(at character \d+\)"):
        Pattern(source)


@pytest.mark.parametrize("source", ["", "a*", "x?", r"\b", "^", "$", "(?:)", "a|"])
def test_patterns_that_match_nothing_are_refused(source: str) -> None:
    with pytest.raises(ValueError, match="nothing at all"):
        Pattern(source)


NAMES = Pattern("[A-Z][a-z]+(?: [A-Z][a-z]+)*")


def beside(text: str, reach: Reach, *, far: bool = False) -> list[str]:
    """Give the names with (or without) the words ``protect`` in reach."""
    looking = searcher(text, "protect", "please protect")
    names = looking.pattern(NAMES)
    cues = looking.terms(["protect", "please protect"])
    spans = looking.far(names, cues, reach) if far else looking.near(names, cues, reach)
    return [span.cut(text).strip() for span in spans]


def test_near_counts_the_words_between() -> None:
    text = "Ahmed Xayyim, the deputy (protect), met Boris."

    assert beside(text, Reach(1)) == ["Boris"]
    assert beside(text, Reach(2)) == ["Ahmed Xayyim", "Boris"]
    assert beside(text, Reach(2, after=True, before=False)) == ["Ahmed Xayyim"]
    assert beside(text, Reach(2, after=False, before=True)) == ["Boris"]


def test_a_name_that_runs_on_into_the_cue_is_still_found() -> None:
    assert beside("Ahmed Xayyim Please Protect said", Reach(0)) == ["Ahmed Xayyim"]


def test_a_cue_is_not_its_own_neighbour() -> None:
    assert beside("Please Protect him", Reach(9)) == []


def test_far_is_what_near_is_not() -> None:
    text = "Ahmed (protect). " + "word " * 20 + "Boris went."

    assert beside(text, Reach(3)) == ["Ahmed"]
    assert beside(text, Reach(3), far=True) == ["Boris"]


def test_page_break_words_do_not_count_as_words_between() -> None:
    text = "Ahmed\nPOST 00001 002 OF 002\n(protect)"
    line = Span(6, 27)
    looking = searcher(text, "protect", skip=(line,))
    names = looking.pattern(Pattern("Ahmed"))

    assert looking.near(names, looking.terms(["protect"]), Reach(0)) == names
