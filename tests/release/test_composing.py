"""From a painting to pieces and their text."""

import re
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from redactor.cable import Cable, SegmentKind, read
from redactor.declass import date_cable
from redactor.policy import find_policy, load_policy, propose
from redactor.release import Amount, Kept, NotDecidedError, compose, joined
from redactor.release.holes import find_holes
from redactor.release.markers import extent
from redactor.review import Decision, Verdict
from redactor.text import Span
from tests.release.builder import Part, decide, find, make_cable, paint, release_all
from tests.release.samples import harbour, one_paragraph


def _text(cable: Cable, *acts: Decision, amount: Amount = "bucket") -> str:
    """Compose without strikes, which have tests of their own."""
    painting = paint(cable, [release_all(cable), *acts])
    pieces = compose(cable, painting, amount=amount, strike=False)
    return joined(cable.text, pieces)


def _redact(cable: Cable, words: str, seq: int = 2) -> Decision:
    return decide(seq, "redact", find(cable, words))


def _less_furniture(cable: Cable) -> list[str]:
    kept = [s.span.cut(cable.text) for s in cable.segments if s.kind != "furniture"]
    return "".join(kept).split()


HARBOUR = """\
VZCZCXRO0007
OO RUEHC
FM AMEMBASSY LUNARIA
TO RUEHC/SECSTATE WASHDC

S E C R E T LUNARIA 000012

NOFORN
SIPDIS

E.O. 12958: DECL: 12/31/2033
TAGS: PREL, PGOV, OVIP (QUILL, MARTA)
SUBJECT: THE HARBOUR TALKS AND THE QUESTION OF THE NORTHERN FERRY

1. (S) Summary: Minister Quill said that the harbour talks would
resume soon. She asked for pa- tience.

THE FERRY
---------

2. (C) The ferry company wants a new pier by May, before the summer
traffic; the pier at Oldport is too short for it.

3. (U) Comment: Nobody in town expects much.
DOE
BT
#0012

NNNN"""


def test_a_release_of_everything_is_the_source_less_furniture_wrapped_anew() -> None:
    assert _text(harbour()) == HARBOUR


def test_source_line_ends_that_fit_are_kept_pieces_and_not_added() -> None:
    cable = harbour()
    pieces = compose(cable, paint(cable, [release_all(cable)]), amount="bucket")
    assert isinstance(pieces[0], Kept)
    assert pieces[0].span.cut(cable.text).startswith("VZCZCXRO0007\nOO RUEHC\nFM")


def test_a_marker_inside_a_word_touches_the_rest_of_the_word() -> None:
    cable = one_paragraph("The pro-Quill group left.")
    words = "pro-[less than 1 line not declassified: (b)(1), 1.4(d)] group"
    assert words in _text(cable, _redact(cable, "Quill")).replace("\n", " ")


def test_a_marker_is_not_broken_over_lines_when_it_fits_on_one() -> None:
    cable = one_paragraph("a " * 25 + "Quill left.")
    assert "\n[less than 1 line not declassified: (b)(1), 1.4(d)] left." in _text(
        cable, _redact(cable, "Quill")
    )


def test_a_marker_longer_than_a_line_is_broken_at_its_spaces() -> None:
    cable = one_paragraph("Quill left.")
    codes = ("b1", "1.4(a)", "1.4(b)", "1.4(c)", "1.4(d)", "b6", "b7c", "b7d", "b7e")
    text = _text(cable, decide(2, "redact", find(cable, "Quill"), codes=codes))
    assert max(len(line) for line in text.split("\n")) <= 69
    assert "(b)(7)(C), (b)(7)(D), (b)(7)(E)] left." in text.replace("\n", " ")


def test_a_word_longer_than_a_line_is_left_whole() -> None:
    word = "x" * 90
    assert f"1. (S)\n{word}\nend." in _text(one_paragraph(f"{word} end."))


def test_a_hole_over_two_paragraphs_joins_what_is_left_of_them() -> None:
    cable = make_cable(
        ("paragraph", "1. (S) Alpha beta.\n\n"), ("paragraph", "2. (S) Gamma delta.\n")
    )
    act = decide(2, "redact", find(cable, "beta.\n\n2. (S) Gamma"))
    assert _text(cable, act, amount="none") == (
        "1. (S) Alpha [not declassified: (b)(1), 1.4(d)] delta."
    )


def test_a_withheld_paragraph_stands_as_a_block_of_its_own() -> None:
    cable = harbour()
    text = _text(cable, decide(2, "redact", cable.paragraphs[1].span), amount="none")
    assert "---------\n\n[not declassified: (b)(1), 1.4(d)]\n\n3. (U)" in text


def test_a_byte_order_mark_is_left_out() -> None:
    cable = make_cable(("header", "\ufeffFM LUNARIA\n"))
    assert _text(cable) == "FM LUNARIA"


def test_a_byte_order_mark_that_nobody_decided_is_nothing_to_decide() -> None:
    cable = make_cable(("blank", "\ufeff\n"), ("header", "FM LUNARIA\n"))
    painting = paint(cable, [decide(2, "release", find(cable, "FM LUNARIA"))])
    assert joined(cable.text, compose(cable, painting, amount="bucket")) == "FM LUNARIA"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "utf-16-be"])
def test_a_cable_with_a_byte_order_mark_is_released_as_proposed(encoding: str) -> None:
    text = "\ufeff\n" + HARBOUR
    cable = read(text.encode(encoding))
    proposals = propose(
        date_cable(cable, date(2026, 11, 23)), load_policy(find_policy("state-cables")), "foia"
    )
    content = [item.span for item in proposals.items if item.content]
    painting = paint(cable, [decide(2, "release", *content)])
    assert joined(text, compose(cable, painting, amount="bucket", strike=False)) == HARBOUR


@pytest.mark.parametrize(
    "words",
    ["cafe\u0301", "नमस्ते, राम", "مُحَمَّد", "e\u0323\u0302"],
    ids=["accent", "Hindi", "Arabic", "two"],
)
def test_combining_marks_are_released_as_they_are(words: str) -> None:
    assert _text(one_paragraph(f"At the {words} today.")) == f"1. (S) At the {words} today."


def test_hidden_characters_become_visible_stand_ins() -> None:
    cable = one_paragraph("Al\u200bpha \u202eateb\u202c \x1b[31m.")
    assert _text(cable) == "1. (S) Al¤pha ¤ateb¤ ␛[31m."


def test_a_no_break_space_is_white_space() -> None:
    assert _text(one_paragraph("Alpha\u00a0beta.")) == "1. (S) Alpha beta."


def test_open_content_is_refused_by_line_and_without_its_words() -> None:
    cable = harbour()
    span = Span(0, find(cable, "3. (U)").start)
    with pytest.raises(NotDecidedError, match=r"1 place is still open \(lines 31-36\)") as caught:
        compose(cable, paint(cable, [decide(2, "release", span)]), amount="bucket")
    assert caught.value.spans
    assert "Comment" not in str(caught.value)


def test_a_preview_marks_open_and_referred_places() -> None:
    cable = one_paragraph("Alpha beta gamma delta.")
    acts = [
        decide(2, "release", find(cable, "1. (S) Alpha"), find(cable, "delta.")),
        decide(3, "refer", find(cable, "gamma")),
    ]
    pieces = compose(cable, paint(cable, acts), amount="bucket", undecided="mark")
    assert joined(cable.text, pieces) == "1. ~~(S)~~ Alpha [undecided] [referred] delta."


def test_furniture_is_never_printed_even_when_painted_for_release() -> None:
    assert "002 OF 002" not in _text(harbour())


WORDS = st.text("abcxyz.,;-()12\u00e9\u4e2d", min_size=1, max_size=12)
SPACE = st.sampled_from([" ", "  ", "\n", "\r\n", "\n\n", "\t", "\u00a0", " \n ", "\r", "\f"])
KINDS: tuple[SegmentKind, ...] = (
    "header", "paragraph", "subject", "tags", "heading", "signature", "other",
)  # fmt: skip
VERDICTS: tuple[Verdict, ...] = ("release", "redact", "refer")


@st.composite
def cables(draw: st.DrawFn) -> Cable:
    """Cables of random words and white space, with furniture on lines of its own."""
    parts: list[Part] = []
    for _ in range(draw(st.integers(1, 6))):
        words = draw(st.lists(st.tuples(WORDS, SPACE), min_size=1, max_size=30))
        text = "".join(word + space for word, space in words)
        parts.append(
            (draw(st.sampled_from(KINDS)), text + draw(st.sampled_from(["", "\n", "\n\n"])))
        )
        if draw(st.booleans()):
            parts += [("blank", "\n"), ("furniture", "PAGE 02\n")]
    return make_cable(*parts)


@given(cables())
def test_nothing_but_white_space_differs_in_a_release_of_everything(cable: Cable) -> None:
    assert _text(cable).split() == _less_furniture(cable)


@given(cables())
def test_lines_fit_in_69_columns(cable: Cable) -> None:
    assert all(len(line) <= 69 for line in _text(cable).split("\n"))


@given(cables(), st.data())
def test_only_approved_text_is_kept(cable: Cable, data: st.DataObject) -> None:
    edges = st.integers(0, len(cable.text))
    acts: list[Decision] = []
    for seq in range(data.draw(st.integers(0, 5))):
        start, end = sorted((data.draw(edges), data.draw(edges)))
        verdict = data.draw(st.sampled_from(VERDICTS))
        acts.append(decide(seq + 2, verdict, Span(start, end)))
    painting = paint(cable, acts)
    pieces = compose(cable, painting, amount="bucket", undecided="mark")
    released = {
        i
        for part in painting
        if part.decision.verdict == "release"
        for i in range(part.span.start, part.span.end)
    }
    kept = [p.span for p in pieces if isinstance(p, Kept)]
    assert {i for span in kept for i in range(span.start, span.end)} <= released
    assert all(a.end <= b.start for a, b in pairwise(kept))


INSIDE = st.lists(
    st.tuples(WORDS, st.sampled_from([" ", "  ", "\n", "\n\n", "\r\n"])), min_size=1, max_size=80
)


def _with_secret(words: list[tuple[str, str]], edges: tuple[str, str], split: str) -> Cable:
    """Put secret words between two fixed ones, inside one paragraph or over two."""
    secret = "".join(word + space for word, space in words).strip()
    start, end = edges
    first, _, rest = secret.partition("\n\n") if split == "split" else (secret, "", "")
    parts: list[Part] = [("paragraph", f"1. (S) Alpha beta{start}{first}")]
    if rest:
        parts += [("blank", "\n\n"), ("furniture", "PAGE 02\n"), ("paragraph", rest)]
    parts[-1] = (parts[-1][0], f"{parts[-1][1]}{end}omega psi.\n")
    return make_cable(*parts, ("blank", "\n"), ("signature", "DOE\n"))


@given(
    INSIDE,
    INSIDE,
    st.tuples(st.sampled_from([" ", "", "\n", "-"]), st.sampled_from([" ", "", "\n", ", "])),
    st.sampled_from(["split", "whole"]),
)
def test_a_release_tells_nothing_of_what_is_inside_a_hole_but_its_extent(
    one: list[tuple[str, str]], two: list[tuple[str, str]], edges: tuple[str, str], split: str
) -> None:
    texts: list[str] = []
    extents: list[str] = []
    for words, apart in ((one, split), (two, "whole")):
        cable = _with_secret(words, edges, apart)
        start = len("1. (S) Alpha beta") + len(edges[0])
        span = Span(start, cable.text.index(f"{edges[1]}omega psi."))
        acts = [release_all(cable), decide(2, "redact", span)]
        painting = paint(cable, acts)
        texts.append(joined(cable.text, compose(cable, painting, amount="bucket")))
        holes = find_holes(cable, painting)
        extents.append(" ".join(extent(hole) for hole in holes))
    assume(extents[0] == extents[1])
    assert texts[0] == texts[1]


def test_the_places_of_line_ends_round_a_hole_do_not_depend_on_its_length() -> None:
    texts = set()
    for name in ("Li", "Quill", "Featherstonehaugh"):
        cable = one_paragraph(f"In spring the old minister {name} came to see us about the pier.")
        wrapped = make_cable(("paragraph", re.sub(r"(.{30,40}) ", r"\1\n", cable.text)))
        texts.add(_text(wrapped, _redact(wrapped, name)))
    assert len(texts) == 1
