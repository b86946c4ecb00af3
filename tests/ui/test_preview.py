"""The preview: the release's own text by lines, each with its place in the source."""

from pathlib import Path

from redactor.release import Added, Kept, compose, joined
from redactor.review import Ruling
from redactor.text import Span
from redactor.ui.preview import Preview, preview_of
from tests.ui.world import CABLE, open_session

SOURCE = "one two\nthree four"


def text_of(preview: Preview) -> str:
    return "\n".join("".join(words for words, _ in row.pieces) for row in preview.rows)


def test_the_preview_is_the_very_text_of_the_release(tmp_path: Path) -> None:
    session = open_session(tmp_path, CABLE)
    cable = session.entries[0].sha256
    session.accept(cable)
    view = session.view(cable)
    pieces = compose(view.docket.cable, view.painting, amount="bucket")
    preview = preview_of(view.docket.cable.text, pieces)
    session.case.close()
    assert text_of(preview) == joined(view.docket.cable.text, pieces).rstrip("\n")
    assert preview.summary == "nothing is open"


def test_what_is_open_is_marked_and_counted(tmp_path: Path) -> None:
    session = open_session(tmp_path, CABLE)
    cable = session.entries[0].sha256
    at = CABLE.decode().index("two ferries")
    session.decide(cable, Ruling((Span(at, at + 11),), "release"))
    view = session.view(cable)
    pieces = compose(view.docket.cable, view.painting, amount="bucket", undecided="mark")
    preview = preview_of(view.docket.cable.text, pieces)
    session.case.close()
    assert "[undecided] two ferries [undecided]" in text_of(preview)
    assert preview.summary == "2 open places"


def test_rows_know_where_in_the_source_they_come_from() -> None:
    pieces = (
        Kept(Span(0, 3)), Added("\n", "layout"), Added("[open]", "open", Span(4, 7)),
        Added("\n\n", "layout"), Kept(Span(8, 18)),
    )  # fmt: skip
    preview = preview_of(SOURCE, pieces)
    assert list(preview.offsets) == [0, 4, 4, 8]
    assert [preview.row_at(offset) for offset in (0, 4, 7, 8, 99)] == [0, 1, 1, 3, 3]
    assert [row.here for row in preview.rows_at(5)] == [False, True, False, False]


def test_a_kept_stretch_over_lines_counts_on() -> None:
    preview = preview_of(SOURCE, (Kept(Span(0, 18)),))
    assert list(preview.offsets) == [0, 8]


def test_an_empty_release_has_no_rows() -> None:
    preview = preview_of("", ())
    assert list(preview.rows_at(0)) == []
    assert preview.row_at(5) == 0


def test_a_row_is_cut_where_its_tone_changes() -> None:
    pieces = (
        Kept(Span(0, 4)), Added("[open]", "open", Span(4, 7)), Added("\n", "layout"),
        Added("[1 line]", "marker", Span(8, 9)), Added(" ", "layout"), Kept(Span(14, 18)),
    )  # fmt: skip
    rows = preview_of(SOURCE, pieces).rows
    assert [row.pieces for row in rows] == [
        (("one ", "plain"), ("[open]", "open")),
        (("[1 line]", "marker"), (" four", "plain")),
    ]
    assert [row.pieces[0][0] for row in rows[-1:]] == ["[1 line]"]
