"""A sheet, and all that is made of it, after any acts: as if it were made anew."""

from collections.abc import Iterator

from hypothesis import given, settings
from hypothesis import strategies as st

from redactor.review import Verdict, View
from redactor.text import Span, clip, gaps
from redactor.ui.limits import limit_of
from redactor.ui.progress import Progress
from redactor.ui.sheet import DECIDED, Sheet, State, Stretch
from tests.review.builder import decision
from tests.ui.plain import plain_sheet

TEXT = "one two\nthree\nPAGE 2\nfour five\n\n  six seven\nPAGE 3\neight nine ten\nend\n"
PAGES = tuple(Span(at, at + len("PAGE 2\n")) for at in (TEXT.index("PAGE 2"), TEXT.index("PAGE 3")))
SHEETS = [
    plain_sheet(
        TEXT, (0, 4, "redact"), (4, 12, "review"), (12, 36, "release"), (36, 43, "redact"),
        (46, 60, "refer"), (60, len(TEXT), "release"), furniture=furniture,
    )
    for furniture in ((), PAGES)
]  # fmt: skip
VERDICTS: tuple[Verdict, ...] = ("release", "redact", "refer")
spans = st.integers(0, len(TEXT) - 1).flatmap(
    lambda start: st.integers(start + 1, len(TEXT)).map(lambda end: Span(start, end))
)
rulings = st.tuples(st.sampled_from(VERDICTS), st.lists(spans, min_size=1, max_size=2))
acts = st.lists(st.one_of(st.none(), rulings), max_size=8)
"""``None`` takes one back."""
windows = st.lists(spans, min_size=1, max_size=5)


def course(sheet: Sheet, acts_: list[tuple[Verdict, list[Span]] | None]) -> Iterator[Sheet]:
    """Give the sheets of one person, each made of the one before."""
    for seq, act in enumerate(acts_, 1):
        view, desk = sheet.view, sheet.view.desk
        if act is None:
            desk = desk.back() if desk.acts else desk
        else:
            desk = desk.deciding(seq, decision(seq, act[0], *act[1]))
        sheet = sheet.with_view(View(view.docket, desk).after(view))
        yield sheet


def plainly(sheet: Sheet) -> tuple[Stretch, ...]:
    """Give all stretches: what is open and what is decided, without the furniture, and that."""
    view, furniture = sheet.view, sheet.view.docket.cable.furniture
    pages = gaps(furniture, Span(0, len(TEXT)))
    found = [Stretch(span, "furniture", -1) for span in furniture]
    for at, item in enumerate(view.docket.items):
        open_ = clip(view.open, (item.span,))
        states: list[tuple[Span, State]] = [(span, item.action) for span in open_]
        states += [
            (part.span, DECIDED[part.decision.verdict])
            for part in view.painting
            if item.span.holds(part.span)
        ]
        found += [
            Stretch(piece, state, at) for span, state in states for piece in clip((span,), pages)
        ]
    return tuple(sorted(found))


@settings(max_examples=200, deadline=None)
@given(st.sampled_from(SHEETS), acts, windows)
def test_the_states_are_those_of_a_sheet_made_anew(
    first: Sheet, acts_: list[tuple[Verdict, list[Span]] | None], looks: list[Span]
) -> None:
    for sheet in course(first, acts_):
        everything = plainly(Sheet(View(sheet.view.docket, sheet.view.desk)))
        for look in looks:  # what is asked for is kept
            assert sheet.over(look) == tuple(each for each in everything if each.span.meets(look))
        assert sheet.over(Span(0, len(TEXT))) == everything
        for offset in range(len(TEXT)):
            parts = sheet.view.painting
            decided = next((part for part in parts if offset in part.span), None)
            assert sheet.decided_at(offset) == decided


@settings(deadline=None)
@given(st.sampled_from(SHEETS), acts, windows)
def test_where_two_sheets_say_they_are_the_same_they_are(
    first: Sheet, acts_: list[tuple[Verdict, list[Span]] | None], looks: list[Span]
) -> None:
    before = first
    for sheet in course(first, acts_):
        assert all(
            sheet.over(look) == before.over(look) for look in looks if sheet.same_over(before, look)
        )
        assert sheet.same_over(sheet, looks[0])
        before = sheet


@settings(deadline=None)
@given(st.sampled_from(SHEETS), acts)
def test_limits_and_progress_follow(
    first: Sheet, acts_: list[tuple[Verdict, list[Span]] | None]
) -> None:
    limit, progress = limit_of("release"), Progress.of(first)
    assert limit is not None
    for sheet in course(first, acts_):
        wanted = [each.span for each in sheet.items if each.action == "release"]
        assert limit.open(sheet) == clip(sheet.view.open, wanted)
        progress = progress.now(sheet)
        anew = Progress.of(Sheet(sheet.view))
        sections = range(len(anew.sections))
        assert [*map(progress.glyph, sections)] == [*map(anew.glyph, sections)]


def test_a_decision_leaves_the_rest_of_the_sheet_as_it_was() -> None:
    assert SHEETS[0].over(Span(0, 8))  # as when it is shown: what nobody asked for is not kept
    (first, *_) = course(SHEETS[0], [("redact", [Span(0, 3)])])
    assert not first.same_over(SHEETS[0], Span(0, 8))
    assert first.same_over(SHEETS[0], Span(4, 8))


def test_another_cable_shares_nothing() -> None:
    small = plain_sheet("one two", (0, 3, "redact"))
    assert not SHEETS[1].same_over(SHEETS[0], Span(0, 4))
    assert not SHEETS[1].same_over(small, Span(60, 70))
    assert Progress.of(SHEETS[0]).now(SHEETS[1]).sheet is SHEETS[1]
