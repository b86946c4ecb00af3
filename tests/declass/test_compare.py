"""Two days side by side."""

from datetime import date

from redactor.declass import Facts, compare
from tests.declass.build import build, para

CABLE = build(para("1. (U) Open.\n", "U"), para("2. (C) Closed.\n"))


def test_a_portion_that_frees_between_two_days() -> None:
    seen = compare(CABLE, date(2018, 7, 17), date(2018, 7, 16))

    assert (seen.earlier, seen.later) == (date(2018, 7, 16), date(2018, 7, 17))
    assert [change.place for change in seen.changed] == [1]
    freed = seen.changed[0]
    assert (freed.before.status, freed.after.status) == ("classified", "declassified")
    assert freed.is_freed
    assert seen.overall.is_changed


def test_nothing_changes_between_days_on_one_side_of_the_date() -> None:
    seen = compare(CABLE, date(2019, 1, 1), date(2020, 1, 1))

    assert seen.changed == ()
    assert len(seen.portions) == 2
    assert not seen.portions[1].is_freed


def test_an_event_moves_the_day_once_it_has_happened() -> None:
    cable = build(para("1. (C) Closed.\n"), decl="DECL: UPON HER RETURN")
    facts = Facts(event_on=date(2015, 1, 1))

    seen = compare(cable, date(2014, 12, 31), date(2015, 1, 1), facts)

    assert seen.overall.before.frees_on == date(2033, 12, 31)
    assert seen.overall.after.frees_on == date(2015, 1, 1)
