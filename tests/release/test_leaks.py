"""What is found of withheld words in released text, and what is no leak."""

import pytest

from redactor.cable import Cable
from redactor.release import Leak, compose, find_leaks
from redactor.text import Span
from tests.release.builder import decide, find, make_cable, paint, release_all


def _cable(withheld: str, elsewhere: str) -> Cable:
    """Give a cable that says ``withheld`` in its first paragraph and more in its second."""
    return make_cable(
        ("paragraph", f"1. (S) At noon {withheld} left.\n\n"),
        ("paragraph", f"2. (U) {elsewhere}\n"),
    )


def _leaks(cable: Cable, *withheld: str) -> tuple[Leak, ...]:
    """Withhold the first occurrence of each of these words; look for leaks."""
    spans = [
        Span(cable.text.index(words), cable.text.index(words) + len(words)) for words in withheld
    ]
    acts = [decide(i, "redact", span) for i, span in enumerate(spans, 2)]
    painting = paint(cable, [release_all(cable), *acts])
    return find_leaks(cable, painting, compose(cable, painting, amount="bucket"))


@pytest.mark.parametrize(
    "elsewhere",
    [
        "We saw Quilleran.",
        "We saw QUILLERAN's boat.",
        "We saw Quíllèrán.",
        "We saw Quil-\nleran again.",
        "We saw Quil\nleran again.",
        "A Quilleran-led group.",
        "We saw Q U I L L E R A N there.",
        "We saw Q.U.I.L.L.E.R.A.N. there.",
        "We saw Ｑｕｉｌｌｅｒａｎ.",
        "We saw Quil\u200bleran.",
        "We saw Quil\x00leran.",
        "We saw Quіllеrаn.",  # Cyrillic і, е and а
        "We saw Quιllεrαn.",  # Greek
        "We saw Quılleran.",
        "We saw Quil\u3164leran.",
        "We saw Qui'lleran.",
        "We saw Quil leran.",
        "We saw Q u i l l e r a n.",
        "We saw Q  U  I  L  L  E  R  A  N.",
        "We saw Q-U-I-L-L-E-R-A-N.",
        "Write to quilleran@post.",
        "Write to j_quilleran7@post.",
        "We saw DrQuilleranJr there.",
        "See 08QUILLERAN12.",
    ],
)
def test_a_name_withheld_once_is_found_however_it_is_written(elsewhere: str) -> None:
    cable = _cable("Quilleran", elsewhere)
    (leak,) = _leaks(cable, "Quilleran")
    assert leak.withheld.cut(cable.text) == "Quilleran"
    assert leak.released.start > cable.paragraphs[1].span.start


@pytest.mark.parametrize(
    "withheld", ["Quil-\nleran", "Quil\nleran", "QUILLÉRAN", "Q U I L L E R A N", "Quil\x00leran"]
)
def test_a_name_is_found_however_it_was_written_where_it_was_withheld(withheld: str) -> None:
    assert _leaks(_cable(withheld, "We saw Quilleran."), withheld)


@pytest.mark.parametrize(
    ("withheld", "elsewhere"),
    [
        ("John Doe", "We saw Doe, John there."),
        ("Doe, John Q.", "We saw John Q. Doe there."),
        ("John Doe", "We saw John\r\nDoe there."),
        ("al-Qadir", "We saw al Qadir there."),
        ("Li", "We saw Mr. Li there."),
        ("4711", "It had the number 4711."),
        ("John Doe", "We saw JohnDoe there."),
        ("John Doe", "Write to john.doe@post."),
        ("John Doe", "Write to doejohn@post."),
        ("John Doe", "We saw J o h n  D o e there."),
        ("John Doe", "We saw J o h n D o e there."),
        ("John Doe", "We saw J o h n Doe there."),
        ("J o  D o e", "We saw Jo Doe there."),
        ("johndoe@post", "John Doe, Post 3"),
        ("JoDoe", "We saw Jo Doe there."),
        ("J. R. Doe", "We saw J.R. Doe there."),
        ("555 1234", "Call 555-1234 or 5551234."),
        ("राम", "It was राम again."),
    ],
)
def test_short_spans_are_found_as_whole_words_of_any_length(withheld: str, elsewhere: str) -> None:
    assert _leaks(_cable(withheld, elsewhere), withheld)


def test_a_part_of_a_longer_word_is_no_leak() -> None:
    assert not _leaks(_cable("Li", "We saw Lima and Olive."), "Li")


@pytest.mark.parametrize(
    ("withheld", "elsewhere"),
    [
        ("Ona", "It is on a pier."),
        ("Ona", "It lies on\na pier."),
        ("Adam", "A dam of a reservoir."),
        ("Den", "C O N F I D E N T I A L"),
        ("Ines", "The lines are open."),
        ("John Doe", "We saw John. He met Jane Doe."),
        ("Sea", "A. S. E. Atkins left."),
    ],
)
def test_letters_that_stand_there_by_accident_are_no_leak(withheld: str, elsewhere: str) -> None:
    assert not _leaks(_cable(withheld, elsewhere), withheld)


@pytest.mark.parametrize(
    ("withheld", "elsewhere"),
    [
        ("May", "We saw May there."),
        ("May", "May left early."),
        ("May", "(MAY, QUENTIN) and others."),
        ("MAY", "The minister MAY left."),
        ("Will", "They met Will, and left."),
        ("So", "With Mr. So on board."),
        ("The", "In The Hague."),
        ("Will May", "Then Will May left."),
        ("May", "In the M A Y file."),
    ],
)
def test_a_name_that_is_a_small_word_is_found_where_it_is_written_as_one(
    withheld: str, elsewhere: str
) -> None:
    assert _leaks(_cable(withheld, elsewhere), withheld)


@pytest.mark.parametrize(
    ("withheld", "elsewhere"),
    [
        ("May", "It may rain, and they will go."),
        ("So", "Nobody said so or also."),
        ("The", "The pier. The ferry.\n\nThe end."),
        ("The", "THE PIER"),
        ("In the", "We saw it in the pier. In the end we left."),
        ("may", "We saw May there."),
    ],
)
def test_small_words_are_no_leak_where_they_are_small_words(withheld: str, elsewhere: str) -> None:
    assert not _leaks(_cable(withheld, elsewhere), withheld)


def test_in_a_text_of_capitals_alone_a_small_word_is_no_name() -> None:
    cable = make_cable(
        (
            "paragraph",
            "1. (S) AT NOON THE MINISTER WAS ABSENT FROM HIS OFFICE AND MAY DO " * 2 + "\n",
        ),
    )
    assert not _leaks(cable, "MAY")


def test_a_withheld_name_in_a_marker_is_found() -> None:
    cable = _cable("Quilleran", "A pier.")
    act = decide(
        2, "redact", find(cable, "Quilleran"), codes=("b3",), statute="8 USC 1202(f) on QUILLERAN"
    )
    painting = paint(cable, [release_all(cable), act])
    (leak,) = find_leaks(cable, painting, compose(cable, painting, amount="bucket"))
    assert leak == Leak(find(cable, "Quilleran"), find(cable, "Quilleran"), in_marker=True)


def test_a_statute_that_cites_the_law_is_no_leak() -> None:
    cable = _cable("denied 1 line", "A pier.")
    act = decide(
        2, "redact", find(cable, "denied 1 line"), codes=("b3", "b6"), statute="8 USC 1202(f)"
    )
    painting = paint(cable, [release_all(cable), act])
    assert not find_leaks(cable, painting, compose(cable, painting, amount="bucket"))


def test_a_name_split_by_furniture_is_found() -> None:
    cable = make_cable(
        ("paragraph", "1. (S) John Doe left.\n\n"),
        ("paragraph", "2. (U) We saw John\n"),
        ("furniture", "\nLUNARIA 00000012  002 OF 002\n\n"),
        ("more", "Doe there.\n"),
    )
    assert _leaks(cable, "John Doe")


def test_a_long_span_is_found_by_five_of_its_words_in_a_row() -> None:
    said = "the minister asked us to move the two boats by night"
    cable = _cable(said, "He would MOVE the\ntwo boats by day, or not.")
    (leak,) = _leaks(cable, said)
    assert leak.released.cut(cable.text) == "MOVE the\ntwo boats by"


def test_four_words_of_a_long_span_are_no_leak() -> None:
    said = "the minister asked us to move the two boats by night"
    assert not _leaks(_cable(said, "He would move the two boats."), said)


def test_one_leak_is_given_for_a_whole_sentence() -> None:
    said = "the minister asked us to move the two boats by night"
    cable = _cable(said, f"Again: {said}.")
    (leak,) = _leaks(cable, said)
    assert leak.released.cut(cable.text) == said


def test_each_name_of_a_joined_hole_is_looked_for() -> None:
    cable = _cable("Quilleran, Marsh", "We saw Marsh.")
    assert _leaks(cable, "Quilleran", "Marsh")


def test_a_name_in_two_decisions_is_looked_for_as_a_whole() -> None:
    cable = _cable("New Harbour", "In New Harbour.")
    found = {leak.withheld.cut(cable.text) for leak in _leaks(cable, "New", "Harbour")}
    assert "New Harbour" in found


@pytest.mark.parametrize("withheld", ["1. (S)", "(S)", "noon", "1", "At"])
def test_what_stands_alone_only_once_is_no_leak(withheld: str) -> None:
    assert not _leaks(_cable("Quilleran", "A pier."), withheld)


@pytest.mark.parametrize("withheld", ["of the", "12", "(S)", "a)", "--"])
def test_what_says_nothing_alone_is_not_looked_for(withheld: str) -> None:
    assert not _leaks(_cable(withheld, f"Again {withheld} and {withheld}."), withheld)


def test_a_whole_short_paragraph_is_looked_for_without_its_label() -> None:
    cable = make_cable(
        ("paragraph", "1. (S) Quilleran.\n\n"), ("paragraph", "2. (U) We saw Quilleran.\n")
    )
    assert _leaks(cable, "1. (S) Quilleran.")


def test_withheld_words_on_both_sides_of_a_hole_are_no_phrase() -> None:
    cable = _cable("John Doe", "We saw John of Doe.")
    second = cable.text.index("of Doe")
    acts = [
        decide(2, "redact", Span(cable.text.index("John Doe"), cable.text.index(" left"))),
        decide(3, "redact", Span(second, second + 2)),
    ]
    painting = paint(cable, [release_all(cable), *acts])
    assert not find_leaks(cable, painting, compose(cable, painting, amount="bucket"))


def test_the_words_of_markers_are_no_leak() -> None:
    assert not _leaks(_cable("denied 1 line", "A pier."), "denied 1 line")


def test_all_withheld_leaks_nothing() -> None:
    cable = _cable("Quilleran", "We saw Quilleran.")
    assert not _leaks(cable, cable.text)
