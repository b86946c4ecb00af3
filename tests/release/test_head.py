"""The head of a release."""

from dataclasses import replace

from redactor.release import build
from redactor.release.statements import statements
from redactor.review import CompletedReview
from tests.release.builder import decide, find, make_cable, make_review
from tests.release.samples import harbour

DECLASSIFIED = "Declassified by A. First and B. Second on 2026-11-23"
STRUCK = "Marks between ~~ and ~~ are struck"


def _head(review: CompletedReview, office: str = "") -> str:
    return build(review, "none", "R-1", office=office).text.split("\n\n")[0]


def test_the_people_the_office_the_day_and_the_authority_are_named() -> None:
    head = _head(make_review(harbour()), office="Office of  Releases")
    assert head.splitlines()[:2] == ["R-1", "RELEASE IN FULL"]
    named = "Declassified by A. First and B. Second, Office of Releases, on 2026-11-23"
    assert named in head.replace("\n", " ")
    assert statements().authority["foia"] in head
    assert STRUCK in head


def test_each_basis_has_its_authority() -> None:
    review = make_review(harbour())
    mdr = replace(review, proposals=replace(review.proposals, basis="mdr"))
    assert statements().authority["mdr"] in _head(mdr)


def test_a_person_who_signs_twice_is_named_once() -> None:
    review = make_review(harbour())
    first = review.signatures[0]
    again = replace(review, signatures=(first, replace(first, stage="second")))
    assert "Declassified by A. First on 2026-11-23" in _head(again)


def test_an_unclassified_text_is_not_declassified_and_nothing_is_struck() -> None:
    cable = make_cable(("paragraph", "1. (U) Alpha.\n"), level="U")
    assert _head(make_review(cable)).splitlines() == ["R-1", "RELEASE IN FULL"]


def test_where_all_classified_portions_are_withheld_only_the_banner_is_struck() -> None:
    cable = make_cable(
        ("classification", "S E C R E T LUNARIA 000012\n\n"),
        ("paragraph", "1. (S) Alpha.\n\n"),
        ("paragraph", "2. (U) Beta.\n"),
    )
    head = _head(make_review(cable, decide(2, "redact", cable.paragraphs[0].span)))
    assert "Declassified" not in head
    assert STRUCK in head


def test_an_unmarked_paragraph_under_a_released_class_line_is_declassified() -> None:
    cable = make_cable(
        ("classification", "S E C R E T LUNARIA 000012\n\n"), ("paragraph", "1. Alpha.\n")
    )
    assert DECLASSIFIED in _head(make_review(cable))


def test_what_is_withheld_does_not_change_the_head() -> None:
    heads = set()
    for mark in ("(S)", "(U)", "(C)"):
        cable = make_cable(("paragraph", f"1. {mark} Alpha.\n\n"), ("paragraph", "2. (U) Beta.\n"))
        hole = decide(2, "redact", find(cable, f"1. {mark} Alpha."))
        heads.add(_head(make_review(cable, hole)))
    assert heads == {"R-1\nRELEASE IN PART"}


def test_all_withheld_is_denied_and_declassifies_nothing() -> None:
    cable = make_cable(("paragraph", "1. (S) Alpha.\n"))
    head = _head(make_review(cable, decide(2, "redact", cable.paragraphs[0].span)))
    assert head.splitlines() == ["R-1", "DENIED IN FULL"]


def test_a_long_head_is_wrapped_at_69_columns() -> None:
    head = _head(make_review(harbour()), office="Office of Information Programs and Services")
    assert max(map(len, head.splitlines())) <= 69
