"""Which stretches make one hole."""

from redactor.release.holes import Hole, find_holes
from redactor.text import Span
from tests.release.builder import decide, find, make_cable, paint, release_all
from tests.release.samples import harbour, one_paragraph


def _holes(body: str, *withheld: str) -> tuple[Hole, ...]:
    cable = one_paragraph(body)
    acts = [decide(i, "redact", find(cable, words)) for i, words in enumerate(withheld, 2)]
    return find_holes(cable, paint(cable, [release_all(cable), *acts]))


def test_punctuation_between_two_names_joins_them() -> None:
    assert len(_holes("Seen: Quill; (Marsh) left.", "Quill", "Marsh")) == 1


def test_a_released_word_between_two_names_keeps_them_apart() -> None:
    assert len(_holes("Seen: Quill and Marsh left.", "Quill", "Marsh")) == 2


def test_each_decision_is_named_once() -> None:
    (hole,) = _holes("Seen: Quill, Marsh, Reed left.", "Quill", "Marsh", "Reed")
    assert [decision.seq for decision in hole.decisions] == [2, 3, 4]


def test_adjacent_paragraphs_are_one_hole_and_no_longer_one_paragraph() -> None:
    cable = make_cable(
        ("paragraph", "1. (S) Alpha alpha.\n\n"),
        ("paragraph", "2. (S) Beta beta.\n\n"),
        ("paragraph", "3. (S) Gamma.\n"),
    )
    first, second = (paragraph.span for paragraph in cable.paragraphs[:2])
    both = find_holes(cable, paint(cable, [release_all(cable), decide(2, "redact", first, second)]))
    one = find_holes(cable, paint(cable, [release_all(cable), decide(2, "redact", first)]))
    assert [hole.whole_paragraph for hole in both] == [False]
    assert [hole.whole_paragraph for hole in one] == [True]


def test_size_collapses_white_space_and_leaves_furniture_out() -> None:
    cable = harbour()
    span = cable.paragraphs[1].span
    (hole,) = find_holes(cable, paint(cable, [release_all(cable), decide(2, "redact", span)]))
    words = (
        "2. (C) The ferry company wants a new pier by May, before "
        "the summer traffic; the pier at Oldport is too short for it."
    )
    assert (hole.size, hole.whole_paragraph) == (len(words), True)


def test_furniture_between_two_stretches_joins_them() -> None:
    cable = harbour()
    acts = [
        decide(2, "redact", find(cable, "before")),
        decide(3, "redact", find(cable, "the summer")),
    ]
    assert len(find_holes(cable, paint(cable, [release_all(cable), *acts]))) == 1


def test_unpainted_content_is_undecided_and_white_space_is_not_content() -> None:
    cable = one_paragraph("Alpha beta gamma.")
    alpha, gamma = find(cable, "1. (S) Alpha"), find(cable, "gamma.")
    (hole,) = find_holes(cable, paint(cable, [decide(2, "release", alpha, gamma)]))
    assert (hole.state, hole.span) == ("undecided", find(cable, "beta"))


def test_withheld_and_undecided_neighbours_stay_apart() -> None:
    cable = one_paragraph("Alpha beta.")
    painting = paint(cable, [decide(2, "redact", find(cable, "Alpha"))])
    assert [hole.state for hole in find_holes(cable, painting)] == [
        "undecided",
        "withheld",
        "undecided",
    ]


def test_a_hole_starts_and_ends_at_printed_characters() -> None:
    cable = one_paragraph("Alpha beta gamma.")
    span = find(cable, " beta ")
    (hole,) = find_holes(cable, paint(cable, [release_all(cable), decide(2, "redact", span)]))
    assert hole.span == Span(span.start + 1, span.end - 1)
