"""The document behind every rendering."""

from hypothesis import given, reject
from hypothesis import strategies as st

from redactor.cable import Cable, read
from redactor.release import LeakError, Release, build
from redactor.release.document import Run, text_of
from redactor.text import Span
from tests.release.builder import decide, find, make_cable, make_review
from tests.release.samples import harbour
from tests.release.test_composing import cables


def _release(cable: Cable, *words: str) -> Release:
    acts = [decide(seq, "redact", find(cable, each)) for seq, each in enumerate(words, 2)]
    return build(make_review(cable, *acts), "bucket", "R-1")


@given(cables(), st.data())
def test_the_document_is_the_released_text(cable: Cable, data: st.DataObject) -> None:
    start, end = sorted(data.draw(st.integers(0, len(cable.text))) for _ in range(2))
    try:
        release = build(make_review(cable, decide(2, "redact", Span(start, end))), "bucket", "R-1")
    except LeakError:
        reject()
    assert f"{text_of(release.document)}\n" == release.text


def test_a_paragraph_goes_on_over_its_lines_and_header_lines_do_not() -> None:
    _, header, *_, last_but_two, last_but_one, _ = _release(harbour()).document
    assert [line.goes_on for line in header.lines] == [False] * 4
    assert [line.goes_on for line in last_but_two.lines] == [True, False]
    assert [line.goes_on for line in last_but_one.lines] == [False] * 4


def test_a_heading_is_one_only_where_nothing_in_it_is_withheld() -> None:
    cable = read(
        b"FM AMEMBASSY LUNARIA\nTO SECSTATE WASHDC\nBT\nUNCLAS LUNARIA 000012\n\nSUBJECT: TALKS\n\n"
        b"1. (U) One.\n\nTHE FERRY\n---------\n\n2. (U) Two.\n\nTHE PIER\n--------\n\n3. (U) End.\n"
    )
    document = _release(cable, "FERRY").document
    headings = [text_of([block]) for block in document if block.role == "heading"]
    assert headings == ["THE PIER\n--------"]


def test_markers_bear_the_number_of_their_place() -> None:
    release = _release(harbour(), "NORTHERN", "pier by May")
    runs = [run for block in release.document for run in block.runs if run.place]
    assert [(run.place, run.style) for run in runs] == [(1, "marker"), (2, "marker")]
    assert runs[0].text == release.places[0].marker


def test_a_struck_mark_is_one_run_with_its_tildes() -> None:
    release = _release(harbour())
    runs = [run for block in release.document for run in block.runs if run.style == "struck"]
    assert runs == [
        Run(text, "struck") for text in ("~~S E C R E T~~", "~~NOFORN~~", "~~(S)~~", "~~(C)~~")
    ]


def test_a_marker_broken_over_lines_goes_on() -> None:
    cable = make_cable(("paragraph", "1. (S) Quill left.\n"))
    codes = ("b1", "1.4(a)", "1.4(b)", "1.4(c)", "1.4(d)", "b6", "b7c", "b7d", "b7e")
    act = decide(2, "redact", find(cable, "Quill"), codes=codes)
    *_, block = build(make_review(cable, act), "bucket", "R-1").document
    assert [line.goes_on for line in block.lines] == [True, True, False]
    assert {run.place for run in block.runs if run.style == "marker"} == {1}
