"""Stamps in the text: until a person has attested them, their presence alone protects."""

from datetime import date

import pytest

from redactor.declass import DatedCable, Extension, Facts, date_cable
from tests.declass.build import build, para

AS_OF = date(2026, 11, 23)


def _dated(text: str, facts: Facts = Facts()) -> DatedCable:  # noqa: B008 - frozen
    return date_cable(build(para(f"1. (C) Grain.\n{text}\n")), AS_OF, facts)


@pytest.mark.parametrize(
    "stamp",
    [
        "CLASSIFICATION EXTENDED ON 01/02/2018 BY DOE",
        "Classification extended by Doe",
        "CLASSIFICATION\nEXTENDED UNTIL 20300101",
    ],
)
def test_an_extension_that_no_one_attested_leaves_the_25_year_rule(stamp: str) -> None:
    got = _dated(stamp).overall

    assert (got.status, got.frees_on) == ("classified", date(2033, 12, 31))
    assert set(got.flags) == {"extended", "extension-end-unknown", "stamp-unattested"}


@pytest.mark.parametrize("stamp", ["RECLASSIFIED BY DOE", "  Reclassified as Secret on 1/2/2018"])
def test_a_reclassification_that_no_one_attested_asks_a_person(stamp: str) -> None:
    got = _dated(stamp).overall

    assert got.status == "verify"
    assert set(got.flags) == {"reclassified", "stamp-unattested"}


@pytest.mark.parametrize(
    "words",
    [
        "The talks were extended by a day.",
        "They reclassified the grain.",
        "Classification of grain extended the list.",
        "The rebels were reclassified by the court.",
    ],
)
def test_plain_words_are_no_stamp(words: str) -> None:
    assert _dated(words).overall.flags == ()


def test_what_people_attest_counts_instead_of_the_stamp_alone() -> None:
    stamp = "CLASSIFICATION EXTENDED ON 01/02/2018 BY DOE"
    attested = Facts(extension=Extension(date(2028, 1, 1), date(2018, 1, 2)))

    assert _dated(stamp, attested).overall.frees_on == date(2028, 1, 1)
    assert _dated(stamp, Facts(stamps_checked=True)).overall.frees_on == date(2018, 7, 17)


def test_what_was_attested_dates_the_cable_again_with_all_its_flags() -> None:
    first = _dated("CLASSIFICATION EXTENDED BY DOE")
    again = date_cable(first.cable, date(2030, 1, 1), first.attested)

    assert again.overall.flags == first.overall.flags
    assert first.attested == Facts()
