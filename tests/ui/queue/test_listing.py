"""What is listed, and in which order."""

from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from redactor.ui.queue.columns import COLUMNS
from redactor.ui.queue.limit import limit_of
from redactor.ui.queue.line import Line
from redactor.ui.queue.listing import Listing
from tests.ui.queue.made import summary
from tests.ui.world import MOMENT

if TYPE_CHECKING:
    from redactor.ui.queue.summary import Summary

DATE = next(column for column in COLUMNS if column.id == "date")


def listing(words: str = "", *, by_date: bool = False, falling: bool = False) -> Listing:
    made = Listing()
    made.limit = limit_of(words, "ann", lambda: MOMENT)
    made.column = DATE if by_date else None
    made.falling = falling
    return made


def test_without_a_limit_or_an_order_all_are_listed_known_or_not() -> None:
    made = listing()
    made.begin(3, {})
    assert made.whole
    assert list(made.shown) == [0, 1, 2]
    assert made.place(2) == 2
    assert made.place(3) is None


def test_with_a_limit_only_what_is_known_to_fit_is_listed() -> None:
    known = {0: summary(), 2: summary(level="S"), 3: summary()}
    made = listing("level:c")
    made.begin(5, known)
    assert list(made.shown) == [0, 3]
    known[4] = summary()
    made.take(4, new=True)
    known[0] = summary(level="S")
    made.take(0, new=False)
    assert list(made.shown) == [3, 4]


def test_the_cursor_finds_the_next_one_where_its_own_is_gone() -> None:
    made = listing("level:c")
    made.begin(9, {at: summary(level="CS"[at % 2]) for at in range(9)})
    assert [made.near(at) for at in (0, 3, 4, 8)] == [0, 2, 2, 4]


DAYS = st.sampled_from(["2001-01-01", "2002-02-02", "", "1999-09-09"])
LEVELS = st.sampled_from(["C", "S"])
CHANGES = st.lists(st.tuples(st.integers(0, 7), DAYS, LEVELS), max_size=30)


@given(
    changes=CHANGES,
    by_date=st.booleans(),
    falling=st.booleans(),
    words=st.sampled_from(["", "level:c"]),
)
def test_taking_in_one_by_one_gives_the_same_as_beginning_anew(
    *, changes: list[tuple[int, str, str]], by_date: bool, falling: bool, words: str
) -> None:
    known: dict[int, Summary] = {}
    grown = listing(words, by_date=by_date, falling=falling)
    grown.begin(8, known)
    for at, day, level in changes:
        new = at not in known
        known[at] = summary(origin=day, level=level)
        grown.take(at, new=new)
    anew = listing(words, by_date=by_date, falling=falling)
    anew.begin(8, known)
    assert list(grown.shown) == list(anew.shown)


def test_the_line_leads_on_through_what_is_listed() -> None:
    line = Line((4, 2, 7), whole=False)
    assert [line.step(at, 1) for at in (4, 2, 7)] == [2, 7, None]
    assert [line.step(at, -1) for at in (4, 2, 7)] == [None, 4, 2]
    assert line.words(2) == "cable 2 of 3 listed"
    assert line.end_words(1) == "This is the last cable of the list."


def test_from_a_cable_that_is_not_listed_the_nearest_one_is_next() -> None:
    line = Line((4, 2, 7), whole=False)
    assert (line.step(3, 1), line.step(3, -1)) == (4, 2)
    assert (line.step(9, 1), line.step(0, -1)) == (None, None)
    assert line.words(3) == "not in the list"
    assert Line(range(9), whole=True).words(3) == "cable 4 of 9"
