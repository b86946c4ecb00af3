"""The forecast: portions by the year and the day on which they free."""

from datetime import date

from redactor.declass import Status, date_cable, forecast
from tests.declass.build import Part, build, mark, para

AS_OF = date(2026, 11, 23)


def _status(day: date | None) -> Status:
    return Status("classified", day, "marked-date", ())


def test_portions_stand_under_the_year_and_day_on_which_they_free() -> None:
    days = [date(2030, 5, 1), date(2027, 1, 1), date(2030, 5, 1), date(2030, 1, 1)]

    seen = forecast(map(_status, days), AS_OF)

    assert [(one.day, len(one.portions)) for one in seen.days] == [
        (date(2027, 1, 1), 1),
        (date(2030, 1, 1), 1),
        (date(2030, 5, 1), 2),
    ]
    assert {year: [one.day for one in freeing] for year, freeing in seen.years.items()} == {
        2027: [date(2027, 1, 1)],
        2030: [date(2030, 1, 1), date(2030, 5, 1)],
    }


def test_what_frees_within_some_days_counts_the_last_of_them() -> None:
    seen = forecast([_status(date(2026, 12, 31)), _status(date(2027, 1, 1))], AS_OF)

    assert [one.day for one in seen.within(38)] == [date(2026, 12, 31)]
    assert len(seen.within(39)) == 2
    assert seen.within(37) == ()


def test_each_portion_stands_in_one_place_only() -> None:
    cable = build(
        para("1. (U) Open.\n", "U"),
        para("2. (C) Closed.\n", "C"),
        Part("paragraph", "3. (C) Atomic.\n", mark("C", "RD")),
        para("4. (?) Odd.\n", None),
        decl="DECL: 12/31/2030",
    )

    ahead = forecast([date_cable(cable, AS_OF)], AS_OF)
    after = forecast([date_cable(cable, date(2030, 12, 31))], date(2030, 12, 31))

    assert [portion.place for portion in ahead.open] == [0]
    assert [portion.place for one in ahead.days for portion in one.portions] == [1]
    assert [portion.place for portion in ahead.without_day] == [2, 3]
    assert ahead.free == ()
    assert [portion.place for portion in after.free] == [1]
    assert after.free[0].sha256 == cable.sha256
