"""Line ends, rules and page breaks of the source tell nothing of how long a name was."""

import textwrap
from dataclasses import dataclass

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from redactor.cable import Cable, SegmentKind, read
from redactor.release import compose, joined
from redactor.release.holes import find_holes
from redactor.release.markers import extent
from redactor.text import Span
from tests.release.builder import Part, decide, find, make_cable, paint, release_all

WIDTH = 69
WHOLE: frozenset[SegmentKind] = frozenset({"subject", "tags", "paragraph"})


def _released(cable: Cable, hole: Span) -> tuple[str, list[str]]:
    """Give the release without what is in the hole, and the extents of its holes."""
    painting = paint(cable, [release_all(cable), decide(2, "redact", hole)])
    text = joined(cable.text, compose(cable, painting, amount="bucket"))
    return text, [extent(hole) for hole in find_holes(cable, painting)]


@dataclass(frozen=True)
class Wrapped:
    """How a stretch of one kind is wrapped, and what stands under it."""

    kind: SegmentKind
    before: list[str]
    after: list[str]
    stroke: str
    page: int
    """A page ends below this line, from 1; lines are counted from the top."""

    def release(self, name: list[str]) -> tuple[str, list[str]]:
        """Release the stretch, with the name withheld."""
        lines = textwrap.wrap(" ".join([*self.before, *name, *self.after]), WIDTH)
        cable = make_cable(("header", "FM A\n\n"), *self._parts(lines), ("trailer", "BT\n"))
        start = cable.text.index(name[0])
        end = cable.text.rindex(name[-1]) + len(name[-1])
        return _released(cable, Span(start, end))

    def _parts(self, lines: list[str]) -> list[Part]:
        if self.stroke:
            lines = [*lines, self.stroke * max(map(len, lines))]
        if self.kind in WHOLE:
            return [(self.kind, "\n".join([*lines, "\n"]))]
        parts: list[Part] = []
        for number, line in enumerate(lines, 1):
            parts += [(self.kind, line), ("blank", "\n")]
            if number == self.page:
                parts += [("blank", "\n"), ("furniture", "PAGE 02"), ("blank", "\n\n")]
        return [*parts, ("blank", "\n")]


WORDS = st.lists(st.text("abcxyz", min_size=1, max_size=12), min_size=1, max_size=25)
NAME = st.lists(st.text("QSVWK", min_size=1, max_size=20), min_size=1, max_size=12)
WRAPPED = st.builds(
    Wrapped,
    st.sampled_from(["heading", "header", "caption", "other", "signature", "subject", "paragraph"]),
    WORDS,
    WORDS,
    st.sampled_from(["", "-", "="]),
    st.integers(1, 6),
)


@given(WRAPPED, NAME, NAME)
@example(Wrapped("heading", ["on"], ["again"], "-", 9), ["Q"], ["WSVK" * 5])
@example(Wrapped("header", ["on"] * 20, ["again"] * 20, "", 2), ["Q"], ["WSVK" * 5])
def test_a_name_wrapped_with_other_words_tells_nothing_but_its_extent(
    wrapped: Wrapped, one: list[str], two: list[str]
) -> None:
    (text, extents), (other, other_extents) = wrapped.release(one), wrapped.release(two)
    assume(extents == other_extents)
    assert text == other


READ = """\
VZCZCXRO0007
OO RUEHC
DE RUEHLN #0012/01 2001728
ZNY SSSSS ZZH
O 181728Z JUL 08
FM AMEMBASSY LUNARIA
TO RUEHC/SECSTATE WASHDC IMMEDIATE 0012
{to}

S E C R E T LUNARIA 000012

SIPDIS

E.O. 12958: DECL: 07/18/2033
TAGS: PREL
SUBJECT: {subject}

1. (C) The first paragraph says little.

{heading}
{rule}

2. (C) The second one says no more.

DOE
"""


@pytest.mark.parametrize("place", ["to", "subject", "heading"])
def test_in_a_cable_as_read_a_name_of_any_length_leaves_the_same_text(place: str) -> None:
    words = {
        "to": "INFO RUEHXX/AMEMBASSY OLDPORT AND ALSO THE CONSULATE {} AT NORTH PIER 0212",
        "subject": "THE MINISTER OF HARBOURS AND OF PIERS MEETS {} AGAIN AT NORTH PIER IN MAY",
        "heading": "THE MINISTER OF HARBOURS AND PIERS MEETS {} AGAIN AT NORTH PIER",
    }
    texts = set()
    for name in ("LI", "QUILL", "ROMANOVA", "FEATHERSTONEHAUGHS", "A. B. C. DELAFONTAINE"):
        lines = {key: textwrap.wrap(each.format("FERRY"), 60) for key, each in words.items()}
        lines[place] = textwrap.wrap(words[place].format(name), 60)
        whole = {key: "\n".join(each) for key, each in lines.items()}
        rule = "-" * max(map(len, lines["heading"]))
        cable = read(READ.format(**whole, rule=rule).encode())
        (line,) = [line for line in lines[place] if name.split(" ")[0] in line]
        start = cable.text.index(line) + line.index(name.split(" ")[0])
        end = cable.text.index(name.split(" ")[-1], start) + len(name.split(" ")[-1])
        texts.add(_released(cable, Span(start, end))[0])
    assert len(texts) == 1


def test_a_rule_near_a_hole_is_left_out_and_others_stay() -> None:
    cable = make_cable(
        ("heading", "QUILL\n-----\n\n"), ("heading", "THE FERRY\n---------\n\n"), ("other", "End.")
    )
    text, _ = _released(cable, find(cable, "QUILL"))
    marker = "[less than 1 line not declassified: (b)(1), 1.4(d)]"
    assert text == f"{marker}\n\nTHE FERRY\n---------\n\nEnd."


@pytest.mark.parametrize("below", [("-----\n\n",), ("=====\n\n", "-----\n\n")])
def test_a_rule_below_a_hole_is_left_out_past_blank_lines_too(below: tuple[str, ...]) -> None:
    cable = make_cable(
        ("heading", "QUILL\n\n"), *(("heading", rule) for rule in below),
        ("heading", "THE FERRY\n---------\n\n"), ("other", "End."),
    )  # fmt: skip
    text, _ = _released(cable, find(cable, "QUILL"))
    marker = "[less than 1 line not declassified: (b)(1), 1.4(d)]"
    assert text == f"{marker}\n\nTHE FERRY\n---------\n\nEnd."


def test_a_rule_of_its_own_above_a_hole_is_left_out_but_not_the_strokes_of_a_heading() -> None:
    ends = {"-----\n\n": "", "THE FERRY\n---------\n\n": "THE FERRY\n---------\n\n"}
    for above, kept in ends.items():
        cable = make_cable(("other", "Begin.\n\n"), ("heading", above), ("paragraph", "QUILL\n"))
        text, _ = _released(cable, find(cable, "QUILL"))
        marker = "[less than 1 line not declassified: (b)(1), 1.4(d)]"
        assert text == f"Begin.\n\n{kept}{marker}"
