"""retained.txt."""

from datetime import date

from redactor.audit.retained import retained_text
from redactor.cable import read
from redactor.declass import date_cable
from redactor.release import build
from redactor.review import CompletedReview, Decision
from tests.audit.samples import reviewed
from tests.release.builder import decide, find, make_cable, make_review
from tests.release.test_strikes import WHOLE


def _retained(review: CompletedReview) -> str:
    return retained_text(review, build(review, "bucket", "R-0001"))


def _of(line: str, *acts: Decision) -> CompletedReview:
    cable = read(WHOLE.format(line=line, captions="SIPDIS", mark="").encode())
    review = make_review(cable, *acts)
    object.__setattr__(review, "dated", date_cable(cable, date(2026, 11, 23)))
    return review


def test_the_banner_falls_to_that_of_what_is_withheld() -> None:
    review = _of("S E C R E T LUNARIA 000042")
    place = find(review.dated.cable, "The minister met us.")
    text = _retained(_of("S E C R E T LUNARIA 000042", decide(2, "redact", place)))
    assert text.splitlines()[0] == text.splitlines()[-1] == "CONFIDENTIAL"
    assert "S E C R E T LUNARIA 000042" in text


def test_it_says_which_lines_are_withheld_and_why() -> None:
    head = " ".join(_retained(reviewed()[0]).split("\n\n")[1].split())
    assert head.startswith("Copy to be kept of the cable released as R-0001. The banner is that of")
    assert "Withheld, place 1: line 13, under (b)(6)." in head
    assert "Withheld, place 4: lines 20-26, under (b)(1), 1.4(b), 1.4(d)." in head


def test_the_cable_is_whole_with_furniture_and_own_marks() -> None:
    review, _ = reviewed()
    text = _retained(review)
    source = review.dated.cable.text.replace("\x1b", "\u241b").replace("\u202e", "¤")
    assert source.strip("\n") in text
    assert "002 OF 002" in text


def test_nothing_withheld_needs_no_protection() -> None:
    text = _retained(_of("C O N F I D E N T I A L LUNARIA 000042"))
    assert text.splitlines()[0] == "UNCLASSIFIED"
    assert "Nothing is withheld." in text


def test_line_ends_and_a_byte_order_mark_are_levelled() -> None:
    cable = make_cable(("header", "\ufeffFM LUNARIA\r\n"), ("other", "Zo\u00eb e\u0301.\rEnd."))
    assert "FM LUNARIA\nZo\u00eb e\u0301.\nEnd.\n\n" in _retained(make_review(cable))
