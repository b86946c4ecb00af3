"""What can never happen, whatever the instruction, the origin and the facts."""

import time
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redactor.cable import Level
from redactor.declass import (
    Delay,
    Extension,
    Facts,
    Instruction,
    automatic_day,
    flag_meaning,
    parse_instruction,
    status_of,
)

DAYS = st.dates(min_value=date(1950, 1, 1), max_value=date(2120, 1, 1))
MAYBE = st.none() | DAYS
LEVELS: st.SearchStrategy[Level | None] = st.sampled_from(["U", "C", "S", "TS", None])
WRITTEN = DAYS.map("{:%m/%d/%Y}".format) | DAYS.map("{:%m/%d/%y}".format)
FORMS = st.sampled_from(
    ["", "DECL: ", "GDS ", "ADS ", "XGDS-2 ", "RDS-1 ", "XDS-4 ", "25X1, ", "50X6, ", "75X2, ",
     "DNG: CO ", "DECLASSIFIED BY NARA ", "X1 "]
)  # fmt: skip
ALONE = st.sampled_from(
    ["", "OADR", "MR", "N/A", "GDS", "XGDS", "X1, X5", "GROUP 3", "25X1", "25X1-human", "50X4",
     "75X1", "AFTER THE FEAST", "ADS UPON RETURN", "25X2, UPON RETURN", "50X2, UPON RETURN",
     "13/45/2015", "N/A TO RD PORTIONS", "SUBJECT TO TREATY", "6DS", "GS", "RR"]
)  # fmt: skip
TEXTS = ALONE | st.builds("{}{}".format, FORMS, WRITTEN)
DELAYS = st.builds(
    Delay,
    st.sampled_from(["difficult-media", "newly-discovered", "referral", "referral-facility"]),
    DAYS,
    MAYBE,
    MAYBE,
)
FACTS = st.builds(
    Facts,
    overall=LEVELS,
    classified_on=MAYBE,
    event_on=MAYBE,
    block_newest=MAYBE,
    block_oldest=MAYBE,
    stamps_checked=st.just(value=False),
    extension=st.none() | st.builds(Extension, MAYBE, MAYBE),
    reclassified=st.sampled_from([False, False, False, True]),
    delays=st.lists(DELAYS, max_size=2).map(tuple),
    permanent=st.sampled_from([None, True, False]),
    scheduled_on=MAYBE,
    series_exempt=st.booleans(),
    series_until=MAYBE,
)
LONGEST_TIME = 5.0
"""Seconds of the processor for 300,000 code points; a linear reading takes a twentieth of one, a
quadratic one takes minutes."""


def _named(text: str, origin: date | None) -> Instruction:
    return parse_instruction(text, origin=origin)


@given(TEXTS, DAYS, LEVELS, FACTS, DAYS, DAYS)
def test_time_never_classifies_again(
    text: str, origin: date, level: Level | None, facts: Facts, one: date, other: date
) -> None:
    instruction = _named(text, origin)
    early, late = (
        status_of(instruction, origin, level, day, facts=facts) for day in sorted((one, other))
    )

    assert not (early.status == "declassified" and late.status != "declassified")


@given(TEXTS, MAYBE, LEVELS, FACTS, DAYS)
def test_every_portion_has_a_day_or_a_named_reason_why_not(
    text: str, origin: date | None, level: Level | None, facts: Facts, as_of: date
) -> None:
    got = status_of(_named(text, origin), origin, level, as_of, facts=facts)

    assert got.why
    assert all(map(flag_meaning, got.flags))
    if got.status == "classified" and got.frees_on is None:
        assert {"origin-unknown", "not-permanent", "file-series-exempt", "delay-open"}.intersection(
            got.flags
        )
    if got.status == "declassified":
        assert got.frees_on is not None
        start = origin or facts.classified_on
        assert start is not None
        assert start <= got.frees_on <= as_of


@given(TEXTS, DAYS, FACTS, DAYS)
def test_each_step_of_the_why_ends_in_a_citation(
    text: str, origin: date, facts: Facts, as_of: date
) -> None:
    got = status_of(_named(text, origin), origin, "S", as_of, facts=facts)

    assert all("CFR" in step or "E.O." in step or "CAPCO" in step for step in got.why)


@given(st.sampled_from(["RDS-2 ", "DNG: CO ", "DECLASSIFIED BY NARA "]), DAYS, DAYS, DAYS)
def test_a_day_of_review_downgrade_or_claim_never_frees(
    form: str, day: date, origin: date, as_of: date
) -> None:
    got = status_of(_named(f"{form}{day:%m/%d/%Y}", origin), origin, "S", as_of)

    assert got.rule in {"review-date", "default-25", "none"}
    assert got.frees_on in {automatic_day(origin), None}


@given(TEXTS, DAYS, DAYS, FACTS)
def test_facts_other_than_an_event_never_free_earlier(
    text: str, origin: date, as_of: date, facts: Facts
) -> None:
    instruction = _named(text, origin)
    plain = Facts(overall=facts.overall, event_on=facts.event_on)

    bare = status_of(instruction, origin, "S", as_of, facts=plain)
    got = status_of(instruction, origin, "S", as_of, facts=facts)

    assert not (got.status == "declassified" and bare.status != "declassified")
    if got.frees_on is not None and bare.frees_on is not None:
        assert got.frees_on >= bare.frees_on


@given(st.text(), MAYBE, st.none() | st.text(max_size=8))
def test_no_text_raises(text: str, origin: date | None, order: str | None) -> None:
    found = parse_instruction(text, order, origin)
    got = status_of(found, origin, "S", date(2026, 11, 23))

    assert found.text == text
    assert found.date is None or found.kind not in {"malformed", "event", "downgrade", "rds"}
    assert got.status in {"classified", "declassified", "verify", "refer"}


@pytest.mark.parametrize("origin", [date.min, date(1899, 12, 31), date.max])
@pytest.mark.parametrize("text", ["OADR", "07/17/18", "GDS", "25X1", "50X1-HUM", "75X1, 20501231"])
def test_no_origin_overflows_the_calendar(text: str, origin: date) -> None:
    delay = Delay("newly-discovered", date.max)
    facts = Facts(delays=(delay,), block_newest=date.max, scheduled_on=date.max)

    got = status_of(_named(text, origin), origin, "S", date(2026, 11, 23), facts=facts)

    assert got.frees_on is None or got.frees_on >= origin


PIECES = st.sampled_from(
    ["DECL", ":", " ", "07/17/2018", "25X1", "X1", ",", "OADR", "N/A", "(", ")", "OR-M", "GDS",
     "RDS-4", "6/5/99", "TAGS:", "EO", "12958", "TO", "RD", "PORTIONS", "GROUP", "4", "DNG", "CO",
     "DECLASSIFIED", "UPON", "/", "-", "EXTENDED", "1.6", "\n", "¶1."]
)  # fmt: skip


@given(st.lists(PIECES, max_size=12).map(" ".join), DAYS)
def test_no_mixture_of_known_pieces_raises(text: str, origin: date) -> None:
    got = status_of(_named(text, origin), origin, "S", date(2026, 11, 23))

    assert got.frees_on is None or got.frees_on >= origin


@pytest.mark.parametrize(
    "piece",
    ["DECL: ", "X1, ", "25X1, ", "(A, ", "RD/", "TAGS ", "REASON ", " OR-", "1. (", "XGDS-1,",
     "N/A TO ", "DECLASSIFIED 1 JAN ", "1/", " /", "E.O. ", "DNG: ", "A", " ", "(", "٣",
     "CLASSIFICATION EXTENDED ", "RECLASSIFIED\n"]
)  # fmt: skip
def test_hostile_texts_are_read_in_linear_time(piece: str) -> None:
    text = piece * (300_000 // len(piece))

    start = time.process_time()
    parse_instruction(text, "12958", date(2008, 7, 18))

    assert time.process_time() - start < LONGEST_TIME
