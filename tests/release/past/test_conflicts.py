"""What a conflict says, and of which texts."""

import pytest

from redactor.release import codes_said, public_text
from redactor.text import Span
from tests.release.past.planting import OTHERS, Passage, Text, conflicts, plain, text

NAME = "Marta Quillon"


def words(text: Text, span: Span) -> str:
    return " ".join(span.cut(text.cable.text).split())


def test_what_is_to_be_released_and_was_withheld_is_named_with_its_line_and_codes() -> None:
    ours, earlier = text(plain(NAME), number=13), text(plain(NAME), withheld=[NAME])
    (found,) = conflicts(ours, [earlier], "folder")
    assert (found.kind, words(ours, found.span)) == ("withheld-before", NAME)
    line = next(n for n, line in enumerate(earlier.public().split("\n"), 1) if "[less" in line)
    assert found.where == (f"past/R-0001/release.txt, line {line}",)
    assert found.codes == ("b1", "1.4(d)")


def test_what_is_to_be_withheld_and_was_released_is_told() -> None:
    ours, earlier = text(plain(NAME), withheld=[NAME]), text(plain(NAME))
    (found,) = conflicts(ours, [earlier], "folder")
    assert (found.kind, words(ours, found.span)) == ("shown-before", NAME)
    assert found.codes == ()


def test_a_wider_hole_in_nearly_the_same_passage_differs() -> None:
    ours = text(plain(NAME), withheld=[NAME])
    earlier = text(plain(NAME), withheld=[f"and {NAME} was named in the minutes"])
    (found,) = conflicts(ours, [earlier], "folder")
    assert found.kind == "differs"
    assert words(ours, found.span) == f"and {NAME} was named in the minutes"


def test_other_words_in_the_place_of_what_is_withheld_differ() -> None:
    other = plain("Minister M. Q. of Ports")
    ours, earlier = text(plain(NAME), withheld=[NAME]), text(other)
    (found,) = conflicts(ours, [earlier], "folder")
    assert (found.kind, words(ours, found.span)) == ("differs", NAME)


def test_a_paragraph_withheld_whole_is_found_between_its_neighbours() -> None:
    passage = Passage("", OTHERS[0], "")
    around = (" ".join(OTHERS[1:3]), " ".join(OTHERS[3:5]))
    ours, earlier = text(passage, *around), text(passage, *around, withheld=[OTHERS[0]])
    assert "[1 line not declassified" in earlier.public()
    (found,) = conflicts(ours, [earlier], "folder")
    assert (found.kind, words(ours, found.span)) == ("withheld-before", OTHERS[0][:-1])


def test_conflicts_with_several_releases_are_one_and_another_one_makes_it_another() -> None:
    ours, earlier = text(plain(NAME)), text(plain(NAME), withheld=[NAME])
    (one,) = conflicts(ours, [earlier], "folder")
    longer = text(plain(NAME), OTHERS[5], withheld=[NAME])
    (both,) = conflicts(ours, [earlier, longer], "folder")
    assert len(both.where) == 2
    assert both.span == one.span
    assert both.id != one.id


@pytest.mark.parametrize("marker", [
    "[less than 1 line denied: (b)(6)]",
    "[1 line\nnot declassified]",
    "[name not declassified]",
    "[(b)(6)]",
    "[B1, 1.4(D)]",
    "[Redacted]",
    "████████",
    "XXXXXXXX XXXXX",
])  # fmt: skip
def test_holes_are_seen_in_whatever_form_they_are_printed(marker: str) -> None:
    public = text(plain(NAME)).cable.text.replace(NAME, marker)
    holes = [word for word in public_text(public).script.words if word == "\0"]
    assert len(holes) == 1


def test_what_a_marker_says_of_its_extent_limits_what_may_stand_there() -> None:
    public = public_text(str(plain("[less than 1\nline denied: (b)(6)]")))
    assert list(public.rooms.values()) == [12]
    assert not public_text(str(plain("[denied: (b)(6)]"))).rooms


def test_words_in_brackets_are_no_hole() -> None:
    assert "\0" not in public_text("He said [sic] that XXX is a numeral [see 3].").script.words


def test_codes_are_read_from_a_marker_of_ours() -> None:
    assert codes_said("[1 line not declassified: (b)(1), 1.4(d), (b)(5) DP]")[:2] == (
        "b1",
        "1.4(d)",
    )
    assert codes_said("[1 line denied]") == ()


def test_a_text_with_our_own_signs_in_it_has_no_holes() -> None:
    said = public_text("A word\0 of his\1 and hers, and no more than that.")
    assert said.script.words[:3] == ["a", "word", "of"]
