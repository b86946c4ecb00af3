"""Style runs: a line cut into pieces of one look."""

from itertools import chain

from hypothesis import given
from hypothesis import strategies as st

from redactor.policy import Action
from redactor.text import Span
from redactor.ui.cursor import Cursor
from redactor.ui.runs import Focus, line_runs, lines_of, runs
from tests.ui.plain import plain_sheet

SPANS = st.tuples(st.integers(0, 60), st.integers(0, 60)).map(lambda ends: Span(*sorted(ends)))


@given(SPANS, st.lists(st.tuples(SPANS, st.sampled_from("abc")), max_size=8))
def test_runs_tile_the_line(line: Span, layers: list[tuple[Span, str]]) -> None:
    cut = runs(line, layers)
    assert [run.span.start for run in cut] == [line.start, *(run.span.end for run in cut)][:-1] or (
        not cut and not len(line)
    )
    assert not cut or cut[-1].span.end == line.end


@given(SPANS, st.lists(st.tuples(SPANS, st.sampled_from("abc")), max_size=8))
def test_each_character_has_the_looks_of_the_layers_over_it(
    line: Span, layers: list[tuple[Span, str]]
) -> None:
    for run in runs(line, layers):
        for offset in range(run.span.start, run.span.end):
            wanted = tuple(look for span, look in layers if offset in span)
            assert run.looks == wanted


def looks(
    text: str, line: int, *items: tuple[int, int, Action]
) -> list[tuple[str, tuple[str, ...]]]:
    sheet = plain_sheet(text, *items)
    cut = line_runs(sheet, sheet.lines[line].span, Focus(Cursor(len(text))))
    return [(run.span.cut(text), run.looks) for run in cut]


def test_a_line_of_one_state_is_one_run() -> None:
    assert looks("abcd\n", 1, (0, 4, "redact")) == [("abcd", ("redact",))]


def test_on_a_line_of_several_states_the_parts_differ_by_attribute() -> None:
    """The gutter's one glyph can't tell which part is which."""
    found = looks("abcd\n", 1, (0, 2, "redact"), (2, 4, "release"))
    assert found == [("ab", ("inline-redact",)), ("cd", ("inline-release",))]


def test_an_item_over_line_ends_is_in_both_lines() -> None:
    assert looks("ab\ncd\n", 2, (0, 5, "review")) == [("cd", ("review",))]


def test_selection_and_cursor_lie_on_top() -> None:
    sheet = plain_sheet("abcd\n", (0, 4, "release"))
    focus = Focus(Cursor(2, anchor=1), target=(Span(0, 4),), matched=(Span(0, 1),))
    found = {run.span.start: run.looks for run in line_runs(sheet, sheet.lines[1].span, focus)}
    assert found == {
        0: ("release", "target", "matched"),
        1: ("release", "target", "selection"),
        2: ("release", "target", "selection", "cursor"),
        3: ("release", "target"),
    }


def test_a_focus_touches_only_its_own_lines() -> None:
    sheet = plain_sheet("ab\ncd\nef\ngh\n", (0, 11, "release"))
    focus = Focus(Cursor(3), target=(Span(3, 8),), matched=(Span(9, 11),))
    assert set(chain(*lines_of(sheet, focus))) == {2, 3, 4}
    assert set(chain(*lines_of(sheet, Focus(Cursor(0, anchor=4))))) == {1, 2}
