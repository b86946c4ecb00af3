"""Facts that people attest: each moves the day as its rule says, and none shortens protection."""

from datetime import date

import pytest

from redactor.declass import Delay, Extension, Facts, Status, parse_instruction, status_of

ORIGIN = date(1990, 2, 1)
BASE = date(2015, 12, 31)
AS_OF = date(2026, 11, 23)


def _status(text: str, facts: Facts, origin: date = ORIGIN, as_of: date = AS_OF) -> Status:
    return status_of(parse_instruction(text, origin=origin), origin, "S", as_of, facts=facts)


def _marked(until: date | None, signed_on: date | None = None) -> Status:
    return _status("02/01/2000", Facts(extension=Extension(until, signed_on)))


@pytest.mark.parametrize(
    ("until", "day", "rule", "flags"),
    [
        (date(2010, 2, 1), date(2010, 2, 1), "marked-date", {"extended"}),
        (date(2015, 2, 1), date(2015, 2, 1), "marked-date", {"extended"}),
        (date(2015, 2, 2), BASE, "section-3.3", {"extended", "extension-over-25-years"}),
        (date(2040, 2, 1), BASE, "section-3.3", {"extended", "extension-over-25-years"}),
        (None, BASE, "default-25", {"extended", "extension-end-unknown"}),
        (date(2000, 2, 1), date(2000, 2, 1), "marked-date", {"extension-before-date"}),
        (date(1995, 2, 1), date(2000, 2, 1), "marked-date", {"extension-before-date"}),
    ],
)
def test_an_extension_overrides_the_printed_date_up_to_25_years(
    until: date | None, day: date, rule: str, flags: set[str]
) -> None:
    got = _marked(until)

    assert (got.frees_on, got.rule, set(got.flags)) == (day, rule, flags)


@pytest.mark.parametrize(
    ("signed_on", "status"),
    [
        (date(2000, 1, 31), "declassified"),
        (date(2000, 2, 1), "verify"),
        (date(2005, 2, 1), "verify"),
    ],
)
def test_after_the_date_has_passed_it_is_no_extension(signed_on: date, status: str) -> None:
    got = _marked(date(2010, 2, 1), signed_on)

    assert got.status == status
    assert ("extension-after-date" in got.flags) == (status == "verify")


@pytest.mark.parametrize("text", ["OADR", "12/31/2040", "25X1, 20301231"])
def test_nothing_is_extended_that_no_printed_date_set(text: str) -> None:
    extension = Extension(date(2010, 1, 1))

    assert _status(text, Facts(extension=extension)) == _status(text, Facts())


def test_the_schedule_and_an_attested_event_can_be_extended() -> None:
    extension = Extension(date(1990, 1, 1))
    gds = _status("GDS", Facts(extension=extension), date(1975, 1, 1))
    event = _status(
        "UPON HER RETURN", Facts(extension=extension, event_on=date(1980, 1, 1)), date(1975, 1, 1)
    )

    assert gds.frees_on == event.frees_on == date(1990, 1, 1)


def test_a_reclassified_record_asks_for_a_person() -> None:
    got = _status("02/01/2000", Facts(reclassified=True))

    assert (got.status, got.frees_on, got.flags) == ("verify", None, ("reclassified",))


def test_a_record_that_is_not_permanent_has_no_day_by_the_25_year_rule() -> None:
    got = _status("OADR", Facts(permanent=False))

    assert (got.status, got.frees_on, got.rule) == ("classified", None, "none")
    assert got.flags == ("not-permanent",)
    assert _status("02/01/2000", Facts(permanent=False)).frees_on == date(2000, 2, 1)


@pytest.mark.parametrize(
    ("scheduled", "day"),
    [
        (date(2010, 2, 1), BASE),
        (date(2010, 2, 2), BASE),
        (date(2012, 2, 29), date(2017, 3, 1)),
        (date(2020, 6, 1), date(2025, 6, 1)),
    ],
)
def test_a_late_schedule_gives_five_years(scheduled: date, day: date) -> None:
    got = _status("OADR", Facts(scheduled_on=scheduled))

    assert got.frees_on == day
    assert ("scheduled-late" in got.flags) == (scheduled > date(2010, 2, 1))


@pytest.mark.parametrize(
    ("until", "day"),
    [(None, None), (date(2030, 1, 1), date(2030, 1, 1)), (date(2000, 1, 1), BASE)],
)
def test_an_exempt_file_series_waits_for_its_end(until: date | None, day: date | None) -> None:
    got = _status("OADR", Facts(series_exempt=True, series_until=until))

    assert (got.frees_on, got.flags) == (day, ("file-series-exempt",))


@pytest.mark.parametrize(
    ("delay", "day", "flags"),
    [
        (Delay("difficult-media", date(2015, 1, 1)), date(2020, 12, 31), {"delayed"}),
        (Delay("difficult-media", BASE), date(2020, 12, 31), {"delayed"}),
        (Delay("difficult-media", date(2016, 1, 1)), BASE, {"delay-refused"}),
        (
            Delay("difficult-media", date(2015, 1, 1), until=date(2018, 1, 1)),
            date(2018, 1, 1),
            {"delayed"},
        ),
        (
            Delay("difficult-media", date(2015, 1, 1), until=date(2021, 1, 1)),
            date(2020, 12, 31),
            {"delayed", "delay-over-bound"},
        ),
        (Delay("newly-discovered", date(2025, 5, 5)), date(2028, 5, 5), {"delayed"}),
        (Delay("newly-discovered", date(2010, 5, 5)), BASE, {"delayed"}),
        (Delay("referral", date(2015, 5, 5), date(2026, 3, 1)), date(2027, 3, 1), {"delayed"}),
        (Delay("referral", date(2016, 5, 5), date(2026, 3, 1)), BASE, {"delay-refused"}),
        (Delay("referral", date(2015, 5, 5)), None, {"delay-open"}),
        (
            Delay("referral-facility", date(2015, 5, 5), date(2026, 3, 1)),
            date(2029, 3, 1),
            {"delayed"},
        ),
        (
            Delay("referral", date(2015, 5, 5), date(2024, 2, 29)),
            date(2025, 3, 1),
            {"delayed"},
        ),
    ],
)
def test_a_delay_holds_up_to_its_bound(delay: Delay, day: date | None, flags: set[str]) -> None:
    got = _status("OADR", Facts(delays=(delay,)))

    assert (got.frees_on, set(got.flags)) == (day, flags)


def test_of_several_delays_the_longest_holds_and_an_open_one_beats_all() -> None:
    media = Delay("difficult-media", date(2015, 1, 1))
    found = Delay("newly-discovered", date(2025, 5, 5))
    asked = Delay("referral", date(2015, 1, 1))

    assert _status("OADR", Facts(delays=(found, media))).frees_on == date(2028, 5, 5)
    assert _status("OADR", Facts(delays=(asked, media))).frees_on is None


@pytest.mark.parametrize("text", ["02/01/2000", "25X1, 20301231"])
def test_a_delay_moves_only_the_day_of_the_25_year_rule(text: str) -> None:
    delay = Delay("difficult-media", date(2015, 1, 1))

    assert _status(text, Facts(delays=(delay,))) == _status(text, Facts())


@pytest.mark.parametrize(
    ("facts", "day", "flags"),
    [
        (Facts(block_newest=date(1996, 7, 1)), date(2021, 12, 31), ()),
        (Facts(block_newest=date(2000, 2, 1)), date(2025, 12, 31), ()),
        (Facts(block_newest=date(2000, 2, 2)), date(2025, 12, 31), ("block-over-10-years",)),
        (
            Facts(block_newest=date(1996, 7, 1), block_oldest=date(1986, 6, 30)),
            date(2021, 12, 31),
            ("block-over-10-years",),
        ),
        (Facts(block_newest=date(1989, 7, 1)), BASE, ("block-before-origin",)),
    ],
)
def test_a_block_follows_its_newest_record(facts: Facts, day: date, flags: tuple[str, ...]) -> None:
    got = _status("OADR", facts)

    assert (got.frees_on, got.flags) == (day, flags)


@pytest.mark.parametrize(
    ("happened", "day", "rule", "flags"),
    [
        (date(2015, 2, 1), date(2015, 2, 1), "event", ()),
        (date(2015, 2, 2), date(2015, 2, 2), "event", ("event-over-25-years",)),
        (BASE, BASE, "event", ("event-over-25-years",)),
        (date(2016, 1, 1), BASE, "section-3.3", ("event-over-25-years",)),
    ],
)
def test_an_event_frees_no_later_than_the_25_year_rule(
    happened: date, day: date, rule: str, flags: tuple[str, ...]
) -> None:
    got = _status("UPON HER RETURN", Facts(event_on=happened))

    assert (got.frees_on, got.rule, got.flags) == (day, rule, flags)


@pytest.mark.parametrize(
    ("event_on", "flags"),
    [
        (None, ("event-unattested",)),
        (date(1980, 1, 1), ("event-unattested", "event-outside-record")),
    ],
)
def test_an_exemption_until_an_event_that_is_not_attested_asks_a_person(
    event_on: date | None, flags: tuple[str, ...]
) -> None:
    got = _status("50X5, UPON RETIREMENT", Facts(event_on=event_on))

    assert (got.status, got.flags) == ("verify", flags)


def test_an_exemption_never_ends_before_the_block_does() -> None:
    got = _status("25X1", Facts(block_newest=date(2030, 1, 1)))

    assert got.frees_on == date(2055, 12, 31)
