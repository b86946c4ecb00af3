"""Searching: across line ends, hyphens and page breaks, at exact places, in linear time."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redactor.policy import search
from redactor.policy.patterns import Pattern, PatternSet
from redactor.policy.search import Lexicon, Page, Reach, Searcher
from redactor.policy.values import fold_term
from redactor.text import Span


def searcher(text: str, *terms: str, skip: tuple[Span, ...] = ()) -> Searcher:
    lexicon = Lexicon(map(fold_term, terms))
    return Searcher(Page(text, [Span(0, len(text))], skip, lexicon), 0)


def found(text: str, term: str, skip: tuple[Span, ...] = ()) -> list[str]:
    spans = searcher(text, term, "other", skip=skip).terms(frozenset({fold_term(term)}))
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

    assert len(searcher(text, *terms).terms(frozenset(terms))) == 2


@pytest.mark.parametrize("large", [0, 10**9])
def test_a_lexicon_of_any_size_finds_the_same(large: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search, "_LARGE", large)
    text = "é one — two one_two, onetwo: two"

    found = list(Lexicon(["one", "two", "e one"]).find(fold_term(text), fold_term(text).encode()))

    assert [term for term, _, _ in found] == ["e one", "one", "two", "two"]
    assert all(fold_term(text)[start:end] == term for term, start, end in found)


def test_a_lexicon_may_be_empty() -> None:
    assert searcher("text").terms(frozenset({"text"})) == ()


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
    cues = looking.terms(frozenset({"protect", "please protect"}))
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

    assert looking.near(names, looking.terms(frozenset({"protect"})), Reach(0)) == names


WORDS = st.lists(
    st.text(alphabet="abcdefgxyzé", min_size=2, max_size=8), min_size=1, max_size=4, unique=True
)
JOINTS = st.sampled_from([" ", "\n", "  \n ", "\r\n", "\nPOST 00001 002 OF 002\n"])
PAGE = "POST 00001 002 OF 002"


@given(WORDS, st.data())
def test_matched_words_are_exactly_those_in_the_cable(
    words: list[str], data: st.DataObject
) -> None:
    """A term is found whatever lies between its words or breaks them, and nothing more is."""
    written = data.draw(st.sampled_from(words))
    at = data.draw(st.integers(1, max(1, len(written) - 1)))
    broken = [
        f"{word[:at]}-\n{word[at:]}" if word == written and word[at - 1 : at].isalpha() else word
        for word in words
    ]
    joints = [data.draw(JOINTS) for _ in broken[1:]]
    inner = broken[0] + "".join(map("".join, zip(joints, broken[1:], strict=True)))
    text = f"9. {inner.upper()}, 8."
    skip = tuple(Span(found.start(), found.end()) for found in re.finditer(re.escape(PAGE), text))

    spans = searcher(text, " ".join(words), skip=skip).terms(
        frozenset({fold_term(" ".join(words))})
    )

    assert [span.cut(text) for span in spans] == [inner.upper()]


def test_no_match_runs_from_one_portion_into_the_next() -> None:
    text = "one two\n\nthree four"
    regions = [Span(0, 7), Span(9, 19)]
    page = Page(text, regions, (), Lexicon({"two three", "two"}))
    first, second = Searcher(page, 0), Searcher(page, 1)

    assert [span.cut(text) for span in first.terms(frozenset({"two three", "two"}))] == ["two"]
    assert [span.cut(text) for span in first.pattern(Pattern("[^q]+"))] == ["one two"]
    assert [span.cut(text) for span in second.pattern(Pattern("^t[a-z]+"))] == ["three"]
    assert page.pattern(Pattern("[^q]+")) == {0: [(0, 7)], 1: [(8, 18)]}


@pytest.mark.parametrize("text", ["one\0two three", "one two"])
def test_portions_that_nothing_parts_are_searched_apart(text: str) -> None:
    regions = [Span(0, 3), Span(3, len(text))]
    page = Page(text, regions, (), Lexicon({"one", "two"}))

    assert Searcher(page, 0).terms(frozenset({"one", "two"})) == (Span(0, 3),)
    assert Searcher(page, 1).terms(frozenset({"one", "two"})) == (Span(4, 7),)
    assert Searcher(page, 1).pattern(Pattern("two")) == (Span(4, 7),)


def test_a_set_of_patterns_leaves_none_out() -> None:
    patterns = [Pattern(source) for source in ("ab+", "^x", "y$", r"\p{Lu}{2}", "[$^]", "q")]

    found = {one.source for one in PatternSet(patterns).candidates(b"zabb AB")}

    assert {"ab+", "^x", "y$", r"\p{Lu}{2}"} <= found
    assert not {"q", "[$^]"} & found


@pytest.mark.parametrize(
    ("source", "edge"),
    [("^a", True), ("a$", True), (r"\Aa", True), (r"a\z", True), (r"\Bb", True), (r"\Q[\E^a", True),
     ("[^a]", False), (r"\$5", False), (r"\ba\b", False), ("[$^]", False), ("a|^b", True)],
)  # fmt: skip
def test_patterns_that_ask_for_an_edge_are_known(source: str, *, edge: bool) -> None:
    assert Pattern(source).asks_for_an_edge is edge
