"""Whole releases, and what the gate refuses."""

from dataclasses import replace

import pytest

from redactor.release import (
    LeakError,
    NotDecidedError,
    NotReleasableError,
    build,
    joined,
    public_files,
)
from redactor.release.gate import check_pieces
from redactor.release.pieces import Kept
from redactor.review import Painted
from redactor.text import Span
from tests.release.builder import decide, find, make_review, release_all
from tests.release.samples import harbour, one_paragraph

HEAD = """\
R-0001
RELEASE IN PART
Declassified by A. First and B. Second on 2026-11-23
Authority: E.O. 13526, sec. 3.1; reviewed under 5 USC 552
Marks between ~~ and ~~ are struck: they do not apply to the text
released here.

"""


def test_a_release_in_part_has_a_head_and_markers() -> None:
    cable = one_paragraph("Minister Quill left.")
    release = build(
        make_review(cable, decide(2, "redact", find(cable, "Quill"))), "bucket", "R-0001"
    )
    assert release.text == (
        HEAD + "1. ~~(S)~~ Minister\n[less than 1 line not declassified: (b)(1), 1.4(d)] left.\n"
    )
    assert release.text == joined(cable.text, release.pieces)
    assert public_files(release, ())["release.txt"] == release.text.encode()


def test_places_tell_codes_and_extent() -> None:
    cable = harbour()
    act = decide(2, "redact", cable.paragraphs[1].span, codes=("1.4(d)", "b1"))
    (place,) = build(make_review(cable, act), "none", "R-0001").places
    assert (place.codes, place.extent, place.suppressed) == (
        ("b1", "1.4(d)"),
        "2-5 lines",
        False,
    )
    assert place.marker == "[not declassified: (b)(1), 1.4(d)]"
    assert place.decisions == (act,)


def test_nothing_withheld_is_a_release_in_full() -> None:
    assert build(make_review(harbour()), "bucket", "R-7").determination == "RELEASE IN FULL"


def test_everything_withheld_is_denied_in_full() -> None:
    cable = harbour()
    release = build(
        make_review(cable, decide(2, "redact", Span(0, len(cable.text)))), "bucket", "R-7"
    )
    assert release.determination == "DENIED IN FULL"
    assert release.text.endswith("\n\n[more than 5 lines not declassified: (b)(1), 1.4(d)]\n")


def test_lines_with_stand_ins_are_reported() -> None:
    cable = one_paragraph("Alpha\nbe\u200bta.")
    assert build(make_review(cable), "bucket", "R-1").stand_ins == (2,)


def test_a_cable_on_hold_is_refused() -> None:
    with pytest.raises(NotReleasableError, match="on hold: a portion is Restricted Data"):
        build(make_review(harbour(), hold="a portion is Restricted Data"), "bucket", "R-1")


def test_a_referral_is_refused_with_its_lines() -> None:
    cable = harbour()
    review = make_review(cable, decide(2, "refer", cable.paragraphs[0].span))
    with pytest.raises(NotReleasableError, match=r"1 place is referred.*\(lines 18-20\)"):
        build(review, "bucket", "R-1")


def test_undecided_text_is_refused() -> None:
    review = make_review(harbour())
    with pytest.raises(NotDecidedError):
        build(replace(review, painting=()), "bucket", "R-1")


def test_a_place_withheld_without_a_known_code_is_refused() -> None:
    cable = harbour()
    review = make_review(cable, decide(2, "redact", cable.paragraphs[0].span, codes=("zz",)))
    with pytest.raises(NotReleasableError, match="withheld without a code"):
        build(review, "bucket", "R-1")


def test_a_painting_that_overlaps_itself_is_refused() -> None:
    cable = harbour()
    everything = release_all(cable)
    twice = (Painted(Span(0, 20), everything), Painted(Span(10, 30), everything))
    with pytest.raises(NotReleasableError, match="do not fit"):
        build(replace(make_review(cable), painting=twice), "bucket", "R-1")


def test_a_painting_beyond_the_text_is_refused() -> None:
    cable = harbour()
    beyond = (Painted(Span(0, len(cable.text) + 1), release_all(cable)),)
    with pytest.raises(NotReleasableError, match="do not fit"):
        build(replace(make_review(cable), painting=beyond), "bucket", "R-1")


def test_a_leak_holds_the_release_and_names_lines_but_no_words() -> None:
    cable = harbour()
    review = make_review(cable, decide(2, "redact", find(cable, "Quill")))
    with pytest.raises(LeakError, match=r"withheld at line 18, released at line 13") as caught:
        build(review, "bucket", "R-1")
    assert "uill" not in str(caught.value).lower()
    assert len(caught.value.leaks) == 1


def test_a_withheld_word_in_a_statute_holds_the_release() -> None:
    cable = one_paragraph("Minister Quill left.")
    act = decide(2, "redact", find(cable, "Quill"), codes=("b3",), statute="8 USC on Quill")
    with pytest.raises(LeakError, match=r"printed with the statute at line 1; name a statute"):
        build(make_review(cable, act), "bucket", "R-1")


def test_a_cleared_place_holds_no_release() -> None:
    cable = harbour()
    review = make_review(cable, decide(2, "redact", find(cable, "Quill")))
    cleared = replace(review, cleared=(find(cable, "QUILL"),))
    assert build(cleared, "bucket", "R-1").determination == "RELEASE IN PART"


def test_the_gate_stops_pieces_that_no_one_approved() -> None:
    cable = harbour()
    review = make_review(cable, decide(2, "redact", cable.paragraphs[0].span))
    with pytest.raises(NotReleasableError, match="no one approved"):
        check_pieces(review, [Kept(cable.paragraphs[0].span)])


def test_the_gate_stops_furniture() -> None:
    cable = harbour()
    with pytest.raises(NotReleasableError, match="no one approved"):
        check_pieces(make_review(cable), [Kept(cable.furniture[0])])


def test_the_gate_stops_text_that_is_printed_twice() -> None:
    with pytest.raises(NotReleasableError, match="out of order"):
        check_pieces(make_review(harbour()), [Kept(Span(0, 9)), Kept(Span(0, 9))])
