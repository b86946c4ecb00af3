"""What is public depends on nothing that is withheld but its extent and its codes."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from redactor.cable import Cable, read
from redactor.declass import date_cable
from redactor.release import FORMATS, Format, LeakError, build, public_files
from redactor.release.holes import find_holes
from redactor.release.markers import extent
from redactor.text import Span
from tests.release.builder import decide, make_review, paint, release_all

SOURCE = """\
VZCZCXRO0007
OO RUEHC
DE RUEHLN #0012/01 2001728
ZNY SSSSS ZZH
O 181728Z JUL 08
FM AMEMBASSY LUNARIA
TO RUEHC/SECSTATE WASHDC IMMEDIATE 0012
BT
S E C R E T LUNARIA 000012

NOFORN
SIPDIS

E.O. 12958: DECL: 07/18/2033
TAGS: PREL, PGOV
SUBJECT: THE MINISTER OF HARBOURS MEETS {subject} AT NORTH PIER

Classified By: Ambassador A. Sample, for reasons 1.4 (b) and (d).

1. (C) The first paragraph says that {inside} was there and left.

{whole}

THE FERRY
---------

3. (U) The third one says no more.
SAMPLE
BT
#0012
"""
PLACES = ("subject", "inside", "whole")
WORDS = st.lists(st.text("QSVWKqsvwk", min_size=1, max_size=14), min_size=1, max_size=90)
BREAKS = st.sampled_from([" ", "\n"])


def _public(
    place: str, words: list[str], glue: str, formats: tuple[Format, ...] = ("html",)
) -> tuple[Mapping[str, bytes], list[str]]:
    """Release a cable with these words at a place withheld; give the files and the extents."""
    secret = glue.join(words)
    filled = dict.fromkeys(PLACES, "FERRIES") | {"whole": "2. (S) Two.", place: "\0"}
    secret = f"2. (S) {secret}" if place == "whole" else secret
    before, after = SOURCE.format(**filled).split("\0")
    cable = read(f"{before}{secret}{after}".encode())
    start = len(before)
    act = decide(2, "redact", Span(start, start + len(secret)))
    review = replace(make_review(cable, act), dated=date_cable(cable, date(2026, 11, 23)))
    release = build(review, "bucket", "R-0001", office="Office")
    return public_files(release, formats), _extents(cable, act.spans[0])


def _extents(cable: Cable, hole: Span) -> list[str]:
    painting = paint(cable, [release_all(cable), decide(2, "redact", hole)])
    return [extent(found) for found in find_holes(cable, painting)]


@settings(deadline=None)
@given(st.sampled_from(PLACES), WORDS, WORDS, BREAKS)
@example("whole", ["QS"] * 200, ["VWKQ"] * 130, "\n")
@example("inside", ["Q"], ["SVWKQSVWKQSVWK"], " ")
def test_two_cables_that_differ_where_all_is_withheld_give_the_same_files(
    place: str, one: list[str], two: list[str], glue: str
) -> None:
    try:
        files, extents = _public(place, one, glue)
        others, other_extents = _public(place, two, glue)
    except LeakError:
        assume(False)  # noqa: FBT003 - hypothesis has it so
    assume(extents == other_extents)
    assert files == others
    assert set(files) == {
        "release.txt", "release.html", "index.csv", "index.html", "determination.txt",
    }  # fmt: skip


@settings(max_examples=5, deadline=None)
@given(st.sampled_from(PLACES), WORDS, WORDS)
@example("inside", ["Q"], ["SVWKQSVWKQSVWK"])
def test_and_the_same_pdf(place: str, one: list[str], two: list[str]) -> None:
    (files, extents), (others, other_extents) = (
        _public(place, words, " ", ("pdf",)) for words in (one, two)
    )
    assume(extents == other_extents)
    assert files == others


def test_a_second_run_gives_the_same_bytes() -> None:
    runs = [_public("inside", ["Quelle"], " ", FORMATS)[0] for _ in range(2)]
    assert runs[0] == runs[1]
    assert len(runs[0]) == 6


def test_what_is_withheld_says_nothing_in_any_file() -> None:
    files, _ = _public("inside", ["Quelle"], " ", ("html", "pdf"))
    assert not [name for name, data in files.items() if b"quelle" in data.lower()]


def test_the_level_inside_a_withheld_paragraph_says_nothing() -> None:
    files = []
    formats: tuple[Format, ...] = ("html",)
    for mark in ("(S)", "(C)", "(U)", "(S//NF)"):
        text = SOURCE.format(subject="FERRIES", inside="FERRIES", whole=f"2. {mark} Two.")
        cable = read(text.encode())
        start = cable.text.index(f"2. {mark} Two.")
        act = decide(2, "redact", Span(start, start + len(f"2. {mark} Two.")))
        dated = date_cable(cable, date(2026, 11, 23))
        release = build(replace(make_review(cable, act), dated=dated), "bucket", "R-0001")
        files.append(public_files(release, formats))
    assert all(each == files[0] for each in files)


def test_a_hole_in_what_the_clock_counts_from_leaves_the_day_out() -> None:
    cable = read(SOURCE.format(subject="FERRIES", inside="FERRIES", whole="2. (S) Two.").encode())
    dated = date_cable(cable, date(2026, 11, 23))
    days = {}
    for words in ("Two.", "07/18/2033", "2033", "DECL: 07/18/2033", "181728Z JUL 08"):
        start = cable.text.index(words)
        act = decide(2, "redact", Span(start, start + len(words)))
        (place,) = build(replace(make_review(cable, act), dated=dated), "bucket", "R-1").places
        days[words] = place.frees_on
    assert days == dict.fromkeys(days, None) | {"Two.": date(2033, 7, 18)}
