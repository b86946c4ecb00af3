"""The public pages in a real browser."""

from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest

from redactor.release import Release
from redactor.release.render import index_html, release_html
from tests.browser import Browser, browser
from tests.release.render.samples import in_full, in_part, of_words

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def chromium(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    with browser(tmp_path_factory.mktemp("profile")) as started:
        yield started


def _pages(folder: Path, release: Release) -> tuple[Path, Path]:
    page, index = folder / "release.html", folder / "index.html"
    page.write_text(release_html(release))
    index.write_text(index_html(release))
    return page, index


@pytest.mark.parametrize("release", [in_part(), in_full()], ids=["part", "full"])
def test_the_words_on_the_page_are_those_of_the_text(
    chromium: Browser, tmp_path: Path, release: Release
) -> None:
    page, _ = _pages(tmp_path, release)
    chromium.open(page)
    assert chromium.ask("document.body.innerText").split() == release.text.split()


def test_a_page_asks_for_nothing_but_itself_and_is_not_complained_of(
    chromium: Browser, tmp_path: Path
) -> None:
    for page in _pages(tmp_path, in_part(office="Office")):
        chromium.open(page)
        assert chromium.requests == [page.as_uri()]
        assert chromium.complaints == []


def test_a_script_that_got_in_would_not_run(chromium: Browser, tmp_path: Path) -> None:
    page, _ = _pages(tmp_path, in_part())
    evil = '<script>document.title = "ran"</script><img src="https://example.com/x.png">'
    page.write_text(page.read_text().replace("</main>", f"{evil}</main>"))
    chromium.open(page)
    assert chromium.ask("document.title") == "R-0007: release in part"
    assert len(chromium.complaints) == 2


@pytest.mark.parametrize("dark", [False, True])
def test_contrast_is_high_enough_in_both_colour_schemes(
    chromium: Browser, tmp_path: Path, *, dark: bool
) -> None:
    for page in _pages(tmp_path, in_part()):
        chromium.open(page)
        chromium.prefer(dark=dark)
        paper = chromium.ask("getComputedStyle(document.body).backgroundColor")
        assert ("253" not in paper) == dark
        assert chromium.lowest_contrast() >= 4.5
    chromium.prefer()


def test_the_keyboard_leads_from_the_index_to_the_place(chromium: Browser, tmp_path: Path) -> None:
    page, index = _pages(tmp_path, in_part())
    chromium.open(index)
    focused = []
    for _ in range(4):
        chromium.press("Tab")
        focused.append(chromium.ask("document.activeElement.innerText"))
    assert focused[1:] == ["1", "2", "3"]
    assert chromium.ask("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    chromium.press("Enter")
    chromium.wait_for(f"location.href == '{page.as_uri()}#place-3'")
    assert chromium.ask("document.querySelector(':target').innerText") == (
        in_part().places[2].marker
    )


def test_a_long_text_can_be_read_by_the_keyboard_alone(chromium: Browser, tmp_path: Path) -> None:
    page, _ = _pages(tmp_path, of_words("Alpha beta gamma. " * 800))
    chromium.open(page)
    chromium.press("End")
    chromium.wait_for("scrollY + innerHeight >= document.documentElement.scrollHeight - 1")


def test_nothing_stands_outside_a_narrow_window(chromium: Browser, tmp_path: Path) -> None:
    for page in _pages(tmp_path, of_words(f"Alpha {'x' * 300} beta.")):
        chromium.open(page, width=320)
        assert chromium.ask("document.documentElement.scrollWidth") <= 320


def test_a_screen_reader_finds_landmarks_headings_and_the_table(
    chromium: Browser, tmp_path: Path
) -> None:
    page, index = _pages(tmp_path, in_part())
    chromium.open(page)
    roles = chromium.roles()
    assert {("banner", "Determination"), ("main", "Released text")} <= roles
    assert {("heading", "R-0007"), ("heading", "THE FERRY ---------")} <= roles
    chromium.open(index)
    roles = chromium.roles()
    assert ("table", "Withheld places, in the order of the text") in roles
    assert {("columnheader", "segregability"), ("rowheader", "2")} <= roles


def test_on_paper_each_page_bears_banner_number_and_page(chromium: Browser, tmp_path: Path) -> None:
    release = of_words("Alpha beta gamma delta. " * 900)
    page, _ = _pages(tmp_path, release)
    chromium.open(page)
    with pypdfium2.PdfDocument(chromium.print()) as document:
        pages = [each.get_textpage().get_text_range() for each in document]
    assert len(pages) > 2
    for number, text in enumerate(pages, 1):
        assert text.count("UNCLASSIFIED") == 2
        assert "R-0010, release in full" in text
        assert f"Page {number} of {len(pages)}" in text
    assert sum(text.count("gamma") for text in pages) == 900
