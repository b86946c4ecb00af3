"""What each form of instruction carries beside its kind."""

from datetime import date

import pytest

from redactor.declass import Instruction, parse_instruction

ORIGIN = date(1979, 6, 5)


def _read(text: str, order: str | None = None, origin: date = ORIGIN) -> Instruction:
    return parse_instruction(text, order, origin)


@pytest.mark.parametrize(
    ("text", "kind", "codes"),
    [
        ("X1, X5", "x-code", ("X1", "X5")),
        ("1.6X6", "x-code", ("X6",)),
        ("1.6X1, 1.6X6", "x-code", ("X1", "X6")),
        ("X1 X5 X1", "x-code", ("X1", "X5")),
        ("X1 AND X5", "x-code", ("X1", "X5")),
        ("X1-X3", "x-code", ("X1", "X2", "X3")),
        ("X1 THROUGH X8", "x-code", tuple(f"X{n}" for n in range(1, 9))),
        ("25X1, 20481231", "exemption-25x", ("25X1",)),
        ("25X1 and 25X6", "exemption-25x", ("25X1", "25X6")),
        ("25X1; UPON CLOSURE", "exemption-25x", ("25X1",)),
        ("25X1, EO 12951", "exemption-25x", ("25X1",)),
        ("25X1, E.O. 12951", "exemption-25x", ("25X1",)),
        ("25X1-human", "exemption-50x", ("50X1-HUM",)),
        ("50X1-HUM", "exemption-50x", ("50X1-HUM",)),
        ("50X2 WMD", "exemption-50x", ("50X2-WMD",)),
        ("50X 1 - HUM", "exemption-50x", ("50X1-HUM",)),
        ("75X3, 20541231", "exemption-75x", ("75X3",)),
        ("XGDS-2", "xgds", ("XGDS-2",)),
        ("XGDS-1,3", "xgds", ("XGDS-1", "XGDS-3")),
        ("XGDS(2)", "xgds", ("XGDS-2",)),
        ("XGDS 2", "xgds", ("XGDS-2",)),
        ("X6DS-1", "xgds", ("XGDS-1",)),
        ("RDS-4 6/5/99", "rds", ("RDS-4",)),
        ("GROUP 4", "group", ("GROUP 4",)),
        ("GROUP III", "group", ("GROUP 3",)),
        ("GP-1. EXCLUDED FROM AUTOMATIC DOWNGRADING", "group", ("GROUP 1",)),
        ("N/A TO RD/FRD PORTIONS. SEE SOURCE LIST.", "excluded", ("RD", "FRD")),
        ("EXEMPT TO RD, FRD AND TFNI PORTIONS", "excluded", ("RD", "FRD", "TFNI")),
        ("RESTRICTED DATA", "excluded", ("RESTRICTED DATA",)),
        ("N/A TO [RD/NATO] PORTIONS", "excluded", ("RD", "NATO")),
    ],
)
def test_codes(text: str, kind: str, codes: tuple[str, ...]) -> None:
    found = _read(text)

    assert (found.kind, found.codes, found.date) == (kind, codes, found.date)


@pytest.mark.parametrize(
    "text",
    [
        "X8-X1",
        "X0",
        "X1, X9",
        "1.7X1",
        "25X10",
        "26X1",
        "25X2-WMD",
        "50X3-HUM",
        "25X1, 2048/12",
        "25X1, EO 12952",
        "50X1-HUMINT",
        "GDS-2",
        "ADS-1 6/5/85",
        "GDS 6/5/85 6/5/86",
        "RDS-44 6/5/99",
        "GROUP 4 OR 5",
        "DNG: TS 01/26/2021",
        "DNG: CO 01/26/2021 DECL: 01/26/2031",
        "DNG: CO SOON 2021",
        "N/A TO CUI/RD PORTIONS",
    ],
)
def test_what_is_almost_a_form_is_never_guessed(text: str) -> None:
    found = _read(text)

    assert (found.kind, found.date) == ("malformed", None)


@pytest.mark.parametrize(
    ("text", "kind", "name", "place"),
    [
        ("GDS 8/12/85 (DOE, JOHN Q.) OR-M", "gds", "DOE, JOHN Q.", "M"),
        ("GDS 8/12/85 (DOE) OR-P", "gds", "DOE", "P"),
        ("RDS-1 8/12/99 (ROE, JANE) OR -O", "rds", "ROE, JANE", "O"),
        ("XDS-4 8/12/99 (ROE, JANE)", "xds", "ROE, JANE", None),
        ("ADS 8/12/85 OR-M", "ads", None, "M"),
        ("DECL: 8/12/85 (DOE, JOHN) OR-P", "date", "DOE, JOHN", "P"),
    ],
)
def test_who_signed(text: str, kind: str, name: str | None, place: str | None) -> None:
    found = _read(text, "12065")

    assert (found.kind, found.signed_by, found.signed_as) == (kind, name, place)


def test_a_review_day_is_kept_apart() -> None:
    found = _read("RDS-4 6/5/99 (DOE, JOHN Q.) OR-M")

    assert (found.kind, found.review_on, found.date) == ("rds", date(1999, 6, 5), None)


@pytest.mark.parametrize(
    ("text", "level", "day"),
    [
        ("DNG: CO 01/26/2001", "C", date(2001, 1, 26)),
        ("DNG CO 01/26/2001", "C", date(2001, 1, 26)),
        ("DNG: SE 1/26/01", "S", date(2001, 1, 26)),
        ("DOWNGRADE TO SECRET ON 26 JAN 2001", "S", date(2001, 1, 26)),
        ("DECL: DNG: CONF 20010126", "C", date(2001, 1, 26)),
        ("DNG: CO", "C", None),
    ],
)
def test_a_downgrade_has_a_level_and_a_day_of_its_own(
    text: str, level: str, day: date | None
) -> None:
    found = _read(text)

    assert (found.kind, found.downgrade_to, found.downgrade_on) == ("downgrade", level, day)
    assert found.date is None


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("DECLASSIFIED BY NARA 09/02/2009", date(2009, 9, 2)),
        ("DECL: DECLASSIFIED BY NARA 09/02/2009", date(2009, 9, 2)),
        ("Declassified/Released US Department of State 30 JUN 2006", date(2006, 6, 30)),
        ("AUTOMATICALLY DECLASSIFIED 20091231", date(2009, 12, 31)),
        ("DECLASSIFIED BY THE ARCHIVIST", None),
    ],
)
def test_a_claim_has_a_day_of_its_own(text: str, day: date | None) -> None:
    found = _read(text)

    assert (found.kind, found.claimed_on, found.date) == ("claimed-declassified", day, None)


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("AFTER KOREAN UNIFICATION", "AFTER KOREAN UNIFICATION"),
        ("DECL: Closure of the tribunal.", "CLOSURE OF THE TRIBUNAL"),
        ("DECL: UPON HER RETURN TAGS: PREL", "UPON HER RETURN"),
        ("DECLASSIFY UPON HER RETURN", "UPON HER RETURN"),
        ("THE SUBJECT TO BE AGREED", "THE SUBJECT TO BE AGREED"),
        ("OADR PENDING", "OADR PENDING"),
    ],
)
def test_an_event_is_kept_in_words(text: str, event: str) -> None:
    found = _read(text)

    assert (found.kind, found.event, found.date) == ("event", event, None)


def test_an_event_behind_a_code_is_kept() -> None:
    assert _read("ADS UPON HER RETURN").event == "UPON HER RETURN"
    assert _read("25X5, UPON RETIREMENT").event == "UPON RETIREMENT"


@pytest.mark.parametrize(
    ("text", "order", "kind"),
    [
        ("X1", None, "xgds"),
        ("X1", "11652", "xgds"),
        ("X1", "12958", "x-code"),
        ("GS", None, "gds"),
        ("GS", "12958", "event"),
        ("RR", None, "malformed"),
        ("RR", "12958", "event"),
        ("X5", None, "x-code"),
    ],
)
def test_the_archive_s_codes_are_read_in_its_time_only(
    text: str, order: str | None, kind: str
) -> None:
    assert _read(text, order, date(1975, 4, 2)).kind == kind


@pytest.mark.parametrize(
    ("text", "flag"),
    [
        ("6DS", "damaged-form"),
        ("ADS", "incomplete-instruction"),
        ("RDS-1", "incomplete-instruction"),
        ("XDS", "incomplete-instruction"),
        ("DNG: SE", "incomplete-instruction"),
        ("25X1-human", "obsolete-marking"),
        ("25X1, EO 12951", "imagery-order"),
        ("25X1, 50X1-HUM", "mixed-exemptions"),
        ("25X1, 2018", "year-only"),
        ("GDS 6/4/1979", "date-before-origin"),
        ("XDS-1 2/30/1999", "impossible-date"),
        ("50X6, 20301332", "impossible-date"),
    ],
)
def test_what_is_odd_about_a_form_is_flagged(text: str, flag: str) -> None:
    assert _read(text).flags == (flag,)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("ORIGINATING AGENCY’S DETERMINATION REQUIRED", "oadr"),
        ("O.A.D.R.", "oadr"),
        ("Manual review", "manual-review"),
        ("DCI/DNI ONLY", "indefinite"),
        ("INDEFINITE", "indefinite"),
        ("SUBJECT TO TREATY", "treaty"),
        ("SUBJECT TO AN INTERNATIONAL AGREEMENT", "treaty"),
    ],
)
def test_forms_without_an_end(text: str, kind: str) -> None:
    assert _read(text).kind == kind
