"""release.pdf, read back by two other libraries and, where it is installed, by poppler."""

import io
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from redactor.release import Release
from redactor.release.document import text_of
from redactor.release.render import pdf as module
from redactor.release.render import release_pdf
from tests.release.render.samples import ALL, OFFICE, in_full, in_part, of_words


def _words(data: bytes) -> list[str]:
    """Give the words of all pages as pdfium reads them, without the frame of each page."""
    with pypdfium2.PdfDocument(data) as document:
        pages = [page.get_textpage().get_text_range() for page in document]
        numbers = range(1, len(pages) + 1)
    words: list[str] = []
    for number, text in zip(numbers, pages, strict=True):
        lines = text.splitlines()
        assert "UNCLASSIFIED" in lines[0]
        assert " ".join(lines[-1].split()) == f"UNCLASSIFIED Page {number} of {len(pages)}"
        words += " ".join(lines[1:-1]).split()
    return words


@pytest.mark.parametrize("make", ALL)
def test_the_words_are_those_of_the_text(make: Callable[[], Release]) -> None:
    release = make()
    assert _words(release_pdf(release)) == release.text.split()


def test_a_long_release_has_many_pages_with_a_frame_on_each() -> None:
    release = of_words("Alpha beta gamma delta. " * 1500)
    assert _words(release_pdf(release)) == release.text.split()


def test_the_file_claims_both_standards_and_is_tagged() -> None:
    with pikepdf.open(io.BytesIO(release_pdf(in_part()))) as file:
        with file.open_metadata() as metadata:
            assert metadata["pdfaid:part"] == "2"
            assert metadata["pdfaid:conformance"] == "A"
            assert metadata["pdfuaid:part"] == "1"
            assert metadata["dc:title"] == "R-0007: release in part"
        assert file.Root.MarkInfo.Marked
        assert file.Root.Lang == "en"
        assert file.Root.ViewerPreferences.DisplayDocTitle
        tags = _tags(file.Root.StructTreeRoot)
    assert tags[:2] == ["Document", "H1"]
    assert {"P", "H2", "Span"} <= set(tags)


def _tags(node: pikepdf.Object) -> list[str]:
    """Give the tags below a node of the tree, in the order of reading."""
    if not isinstance(node, pikepdf.Dictionary):
        return []
    kids = node.get("/K", pikepdf.Array())
    below = kids if isinstance(kids, pikepdf.Array) else [kids]
    own = [str(node.S)[1:]] if "/S" in node else []
    return own + [tag for kid in below for tag in _tags(kid)]


def test_every_font_is_embedded() -> None:
    with pikepdf.open(io.BytesIO(release_pdf(in_part()))) as file:
        fonts = [each for each in file.objects if _is(each, "/FontDescriptor")]
        assert fonts
        assert all("/FontFile2" in each or "/FontFile3" in each for each in fonts)


def _is(found: pikepdf.Object, kind: str) -> bool:
    return isinstance(found, pikepdf.Dictionary) and found.get("/Type") == kind


def test_there_is_nothing_beside_the_pages() -> None:
    data = release_pdf(in_part())
    assert data.count(b"%%EOF") == 1
    with pikepdf.open(io.BytesIO(data)) as file:
        actions = {"/Names", "/OpenAction", "/AA", "/AcroForm"}
        assert not actions & set(file.Root.keys())
        assert list(file.Root.Outlines.keys()) == ["/Type"], "an outline without entries"
        assert not any("/Annots" in page for page in file.pages)
        assert not file.attachments


def test_words_of_the_cable_stand_in_no_metadata() -> None:
    with pikepdf.open(io.BytesIO(release_pdf(in_part()))) as file:
        said = file.Root.Metadata.read_bytes() + repr(dict(file.docinfo.items())).encode()
    assert b"R-0007" in said
    for word in (b"HARBOUR", b"FERRY", b"LUNARIA", b"town", b"DOE"):
        assert word not in said


def test_markup_of_the_typesetter_in_a_cable_is_text() -> None:
    words = '#import "x" #{ } $x$ *a* _b_ `c` <l> @r \\ // -- --- ~ "q" \'q\' ... 1/2 http://a.b'
    assert _words(release_pdf(of_words(words)))[-len(words.split()) :] == words.split()


def test_a_character_that_the_font_lacks_is_named() -> None:
    words = _words(release_pdf(of_words("The 中 and \U0001f600 end.")))
    assert words[-5:] == ["The", "[U+4E2D]", "and", "[U+1F600]", "end."]


def test_a_word_wider_than_the_page_goes_on_in_the_next_line() -> None:
    text = "".join(_words(release_pdf(of_words("x" * 300 + " end."))))
    assert text.endswith("1.(U)" + "x" * 300 + "end.")


def test_every_glyph_of_the_table_can_be_printed() -> None:
    glyphs = sorted(module._glyphs() - set(" \u00a0"))  # noqa: SLF001 - the table itself
    assert len(glyphs) > 3000
    heading = [{"role": role, "runs": [{"style": "plain", "text": " ".join(glyphs)}]}
               for role in ("title", "heading", "text")]  # fmt: skip
    data = module._data(in_full()) | {"blocks": heading}  # noqa: SLF001 - as above
    assert module.typeset(data).startswith(b"%PDF-1.7")


def test_a_fault_of_the_typesetter_is_told_without_the_text(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(module, "_glyphs", lambda: frozenset("ab\u4e2d 1.(U)"))
    with pytest.raises(module.PdfError, match="--format txt,html") as caught:
        release_pdf(of_words("a \u4e2d b"))
    assert "\u4e2d" not in str(caught.value)


def test_the_same_release_gives_the_same_bytes_in_another_process(tmp_path: Path) -> None:
    program = (
        "import sys; from redactor.release.render import release_pdf; "
        "from tests.release.render.samples import in_part; "
        "sys.stdout.buffer.write(release_pdf(in_part()))"
    )
    root = Path(__file__).parents[3]
    other = subprocess.run(
        [sys.executable, "-c", program], cwd=root, check=True, capture_output=True,
        env={"PYTHONPATH": str(root), "TZ": "Asia/Tokyo", "HOME": str(tmp_path)},
    )  # fmt: skip
    assert other.stdout == release_pdf(in_part())


def test_the_office_stands_on_each_page() -> None:
    with pypdfium2.PdfDocument(release_pdf(in_part(office=OFFICE))) as document:
        assert OFFICE in document[0].get_textpage().get_text_range()


@pytest.mark.poppler
def test_poppler_reads_the_same_lines(tmp_path: Path) -> None:
    path = tmp_path / "release.pdf"
    path.write_bytes(release_pdf(in_full()))
    done = subprocess.run(
        ["pdftotext", "-layout", path, "-"], check=True, capture_output=True, text=True
    )
    _, *lines, _ = (line for line in done.stdout.splitlines() if line.strip())
    wanted = text_of(in_full().document).splitlines()
    assert [line.rstrip() for line in lines] == [line for line in wanted if line]
