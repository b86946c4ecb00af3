"""The grammar: what each form means, and that nothing else becomes a date."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redactor.declass import parse_instruction

ORIGIN = date(2008, 7, 18)
DAY = date(2018, 7, 17)


@pytest.mark.parametrize(
    "text",
    [
        "DECL: 07/17/2018",
        "DECL:07/17/2018",
        "DECL 7/17/2018",
        "decl: 7-17-2018",
        "DECLl: 07/17/2018",
        "DECLAS: 07/17/2018",
        "Declassify on 7/17/2018",
        "DECLASSIFY ON: 20180717",
        "07/17/2018",
        "07/17/18",
        "DECL: 2018/07/17",
        "DECL: 2018-07-17",
        "DECL: 17 JUL 2018",
        "DECL: 17 July 18",
        "DECL: 17JUL2018",
        "DECL: July 17, 2018",
        "DECL: JUL 17 2018.",
        "DECL:\n  07/17/2018 ;",
        "DECLASS: 07/17/2018",
        "DECL ON: 07/17/2018",
        "DCL: 07/17/2018",
        "DEC: 07/17/2018",
        "DELC: 07/17/2018",
        "DECL: DECL: 07/17/2018",
        "DECL: ON 07/17/2018",
        "DECLASSIFICATION: 07/17/2018",
        "- DECL: 07/17/2018",
        "AS AMENDED: DECL: 07/17/2018",
        "(U) DECL: 07/17/2018",
        "DECL: 07 /17/2018",
        "DECL: 07/ 17/2018",
        "DECL: 07/17/\n2018",
        "DECL: 07.17.2018",
        "DECL: (07/17/2018)",
        "DECL: 07/17/2018 REASON 1.4 (B)",
        "DECL: 07/17/2018 (10 YEARS)",
        "DECL: 07/17/2018 NF",
    ],
)
def test_every_way_to_write_a_day(text: str) -> None:
    found = parse_instruction(text, origin=ORIGIN)

    assert (found.kind, found.date, found.flags) == ("date", DAY, ())
    assert found.text == text


def test_a_year_alone_is_its_last_day() -> None:
    assert parse_instruction("DECL: 2018", origin=ORIGIN).date == date(2018, 12, 31)


@pytest.mark.parametrize(
    ("text", "origin", "day"),
    [
        ("6/5/99", date(1979, 6, 5), date(1999, 6, 5)),
        ("10/17/09", date(1979, 10, 17), date(2009, 10, 17)),
        ("08/24/05", date(2000, 8, 24), date(2005, 8, 24)),
        ("07/18/08", date(2008, 7, 18), date(2008, 7, 18)),
        ("07/17/08", date(2008, 7, 18), date(2108, 7, 17)),
        ("02/29/00", date(1979, 1, 1), date(2000, 2, 29)),
    ],
)
def test_two_digits_mean_the_first_century_not_before_the_origin(
    text: str, origin: date, day: date
) -> None:
    assert parse_instruction(text, origin=origin).date == day


def test_two_digits_without_an_origin_make_do_with_the_order() -> None:
    assert parse_instruction("07/17/18", order="12958").date == DAY


def test_two_digits_without_an_origin_are_not_guessed() -> None:
    found = parse_instruction("07/17/18")

    assert (found.kind, found.date) == ("malformed", None)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("", "missing"),
        ("DECL:", "missing"),
        ("Declassify on", "missing"),
        *(
            (text, "not-applicable")
            for text in (
                "N.A.",
                "(N/A)",
                "N-A",
                "N\\A",
                "N//A",
                "N /A",
                "/NA",
                "N/A (SBU)",
                "DECL: N/A",
            )
        ),
        *(
            (text, "malformed")
            for text in (
                "08.07.2018",
                "DEC 07/17/2018",
                "?",
                "---",
                "AFTER THE KING\u2019S \ufffd\ufffd",
                "AFTER\u200bTHE FEAST",
                "BEFORE THE \u00bd HOUR",
                "UPON ARRIVAL/DEPARTURE",
            )
        ),
        ("OADR", "oadr"),
        ("DECL:  OADR", "oadr"),
        ("DECL:OADR.", "oadr"),
        ("N/A", "not-applicable"),
        ("n/a", "not-applicable"),
        ("DECL: N/A", "not-applicable"),
        ("Not applicable", "not-applicable"),
    ],
)
def test_kinds_without_a_date(text: str, kind: str) -> None:
    found = parse_instruction(text, "12958", ORIGIN)

    assert (found.kind, found.date, found.flags) == (kind, None, ())


@pytest.mark.parametrize(
    "text",
    ["13/45/2015", "02/29/2019", "31 JUN 2018", "20181332", "2/30/19", "07/17/0218", "17/07/2018"],
)
def test_an_impossible_day_is_malformed(text: str) -> None:
    found = parse_instruction(text, origin=ORIGIN)

    assert (found.kind, found.date, found.flags) == ("malformed", None, ("impossible-date",))


def test_a_day_before_the_origin_keeps_its_kind_and_is_flagged() -> None:
    found = parse_instruction("06/30/1998", origin=date(2005, 7, 4))

    assert (found.kind, found.date) == ("date", date(1998, 6, 30))
    assert found.flags == ("date-before-origin",)


@pytest.mark.parametrize(
    "text",
    [
        "DECLASSIFIED BY NARA 09/02/2009",
        "DECL: DECLASSIFIED BY NARA 09/02/2009",
        "DNG: CO 01/26/2021",
        "DECL: 011/2/2019",
        "DECL: 07/17-2018",
        "DECL: 07/17/2018?",
        "25X1, 20481231",
        "X1, X5",
        "1.6X6",
        "GDS",
        "GDS 6/5/85 (SMITH, J.) OR-M",
        "RDS-4 6/5/99 (DOE, JOHN Q.) OR-M",
        "N/A TO RD/FRD PORTIONS. SEE SOURCE LIST.",
        "MR",
        "AFTER KOREAN UNIFICATION",
        "TEN YEARS AFTER 07/17/2018",
        "17 JULLET 2018",
        "07 2018",
        "DECL: ٠٧/١٧/٢٠١٨",
        "1295",
    ],
)
def test_no_date_is_read_from_what_is_more_or_less_than_a_date(text: str) -> None:
    found = parse_instruction(text, origin=ORIGIN)

    assert found.kind != "date"
    assert found.kind not in {"oadr", "not-applicable", "missing"}


@given(st.text(alphabet=st.characters(exclude_categories=["Nd"])))
def test_text_without_digits_never_gives_a_date(text: str) -> None:
    assert parse_instruction(text, origin=ORIGIN).date is None


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2099, 12, 31)))
def test_a_day_written_is_the_day_read(day: date) -> None:
    for written in (f"{day:%m/%d/%Y}", f"{day:%Y%m%d}", f"{day:%Y/%m/%d}", f"{day:%d %b %Y}"):
        assert parse_instruction(f"DECL: {written}", origin=date(1900, 1, 1)).date == day


@pytest.mark.parametrize("order", ["12598", "19528", "1295", "E.O."])
def test_an_order_that_does_not_exist_is_flagged(order: str) -> None:
    assert "unknown-order" in parse_instruction("OADR", order, ORIGIN).flags


@pytest.mark.parametrize("order", ["11652", "12065", "12356", "12958", "13526", None])
def test_an_order_that_exists_is_not(order: str | None) -> None:
    assert parse_instruction("OADR", order, ORIGIN).flags == ()


@pytest.mark.parametrize(
    "text",
    [
        "07/17/2018 OR 07/17/2019",
        "07/17/2018 (SEE REF)",
        "07/17/2018, UNLESS EXTENDED",
        "17 JUL 2018 OR LATER",
        "2018 OR LATER",
    ],
)
def test_a_day_with_further_words_is_not_obeyed(text: str) -> None:
    found = parse_instruction(text, origin=ORIGIN)

    assert (found.kind, found.date, found.flags) == ("malformed", None, ("words-after-value",))


@pytest.mark.parametrize(
    "behind",
    [
        " TAGS: PREL, RT",
        " Tags PREL RT",
        " TAG: PREL",
        " SUBJECT: THE GRAIN TALKS",
        " SUBJ: THE GRAIN TALKS",
        " REF: A. ZENDA 1",
        " REFTELS: ZENDA 1",
        " CLASSIFIED BY: AMBASSADOR DOE",
        " DERIVED FROM: MULTIPLE SOURCES",
        " REASON: 1.4 (B)",
        " 1. (C) The minister smiled.",
        " (DOE, JOHN Q.) OR-M",
        " OR-P",
    ],
)
def test_what_is_glued_behind_a_day_changes_nothing(behind: str) -> None:
    found = parse_instruction(f"DECL: 07/17/2018{behind}", origin=ORIGIN)

    assert (found.kind, found.date, found.flags) == ("date", DAY, ())


@pytest.mark.parametrize("text", ["TAGS: PREL", "DECL: TAGS: PREL", "SUBJECT: GRAIN"])
def test_only_what_is_glued_is_no_instruction(text: str) -> None:
    assert parse_instruction(text, origin=ORIGIN).kind == "missing"


@pytest.mark.parametrize(
    ("text", "order", "kind"),
    [
        ("E.O. 12958: DECL: 07/17/2018", "12958", "date"),
        ("EO 12958 07/17/2018", "12958", "date"),
        ("E.O.: 13526", "13526", "missing"),
        ("E.O. 1295: OADR", "1295", "oadr"),
        ("11652 XGDS-1", "11652", "xgds"),
        ("16652 GDS", "16652", "gds"),
        ("11652", "11652", "missing"),
        ("16652", None, "malformed"),
    ],
)
def test_an_order_in_the_text_is_taken(text: str, order: str | None, kind: str) -> None:
    found = parse_instruction(text, origin=ORIGIN)

    assert (found.order, found.kind) == (order, kind)


def test_an_order_in_the_text_does_not_replace_the_line_s_own() -> None:
    assert parse_instruction("E.O. 11652: GDS", "12065", ORIGIN).order == "12065"


@pytest.mark.parametrize(
    "text", ["CLASSIFICATION EXTENDED ON 01/02/2018 BY DOE", "07/17/2018 RECLASSIFIED 01/02/2018"]
)
def test_a_stamp_in_the_instruction_is_no_day(text: str) -> None:
    found = parse_instruction(text, origin=ORIGIN)

    assert (found.kind, found.date, found.flags) == ("malformed", None, ("stamp-in-instruction",))


def test_a_text_too_long_for_an_instruction_is_none() -> None:
    assert parse_instruction("WHEN " * 200, origin=ORIGIN).flags == ("too-long",)
