"""audit.diff.html in a real browser."""

from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest

from redactor.audit import diff_page
from tests.audit.samples import reviewed
from tests.browser import Browser, browser

pytestmark = pytest.mark.browser

CARDS = "[...document.querySelectorAll('.card')].filter(e => e.checkVisibility()).map(e => e.id)"
CHANGED = "document.querySelectorAll('td:nth-child(2) del').length"


@pytest.fixture(scope="module")
def started(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    with browser(tmp_path_factory.mktemp("profile")) as one:
        yield one


@pytest.fixture
def page(started: Browser, tmp_path: Path) -> Browser:
    path = tmp_path / "audit.diff.html"
    path.write_text(diff_page(*reviewed()))
    started.open(path)
    return started


def _choose(page: Browser, choice: str) -> None:
    page.ask(f"document.getElementById('{choice}').click()")


def test_it_asks_for_nothing_and_is_not_complained_of(page: Browser) -> None:
    assert len(page.requests) == 1
    assert page.complaints == []


def test_a_code_picks_its_places(page: Browser) -> None:
    assert page.ask(CARDS) == [f"place-{number}" for number in (1, 2, 3, 4, 5)]
    _choose(page, "code-4")  # (b)(6)
    assert page.ask(CARDS) == ["place-1", "place-3"]
    rows = "[...document.querySelectorAll('.list tbody tr')].filter(e => e.checkVisibility())"
    assert page.ask(f"{rows}.map(e => e.cells[3].innerText)") == ["(b)(6)", "(b)(6)"]
    _choose(page, "code-0")
    assert len(page.ask(CARDS)) == 5


def test_choices_of_two_kinds_add_up(page: Browser) -> None:
    _choose(page, "code-1")
    _choose(page, "person-2")
    assert page.ask(CARDS) == ["place-4"]


def test_the_keyboard_picks_and_unfolds(page: Browser) -> None:
    for _ in range(2):
        page.press("Tab")
    assert page.ask("document.activeElement.id") == "code-0"
    page.press("ArrowRight")
    assert page.ask("document.activeElement.id") == "code-1"
    assert page.ask(CARDS) == ["place-4"]
    page.ask("document.querySelector('summary').focus()")
    page.press("Enter")
    assert page.ask("document.querySelector('details').open") is True


def test_the_unified_view_is_one_column_with_markers_in_it(page: Browser) -> None:
    shown = "[...document.querySelectorAll('.{}')].filter(e => e.checkVisibility()).length"
    assert (page.ask(shown.format("inline")), page.ask(shown.format("released")) > 0) == (0, True)
    width = page.ask("document.querySelector('td[data-column=Source]').clientWidth")
    _choose(page, "view-1")
    assert (page.ask(shown.format("inline")), page.ask(shown.format("released"))) == (5, 0)
    assert page.ask("document.querySelector('td[data-column=Source]').clientWidth") > 1.8 * width


@pytest.mark.parametrize("dark", [False, True])
def test_contrast_is_high_enough(page: Browser, *, dark: bool) -> None:
    page.prefer(dark=dark)
    assert page.lowest_contrast() >= 4.5
    page.prefer()


def test_every_printed_page_bears_the_banner_twice(page: Browser) -> None:
    with pypdfium2.PdfDocument(page.print()) as document:
        pages = [each.get_textpage().get_text_range() for each in document]
    assert len(pages) > 1
    assert [text.count("SECRET//NOFORN") for text in pages] == [2] * len(pages)
    assert all("Protect it as the source." in text for text in pages)


def test_a_screen_reader_finds_buttons_tables_and_headings(page: Browser) -> None:
    roles = page.roles()
    assert {("radio", "unified"), ("radio", "(b)(6)"), ("group", "Code")} <= roles
    assert {("heading", "Withheld places"), ("columnheader", "Release")} <= roles
