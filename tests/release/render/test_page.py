"""release.html, without a browser; ``test_in_a_browser.py`` looks at it in one."""

import re
from collections.abc import Callable
from html.parser import HTMLParser

import pytest

from redactor.release import Release
from redactor.release.render import release_html
from tests.release.render.samples import ALL, OFFICE, in_full, in_part, of_words

VOID = {"meta", "br"}


class Page(HTMLParser):
    """Collects tags and the body's words, and checks that all tags close."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.words = ""
        self.inside: dict[str, list[str]] = {}
        self.feed(html)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)
            self.inside.setdefault(tag, []).append("")

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        for tag in self.open:
            self.inside[tag][-1] += data
        if "body" in self.open:
            self.words += data


@pytest.mark.parametrize("make", ALL)
def test_the_words_are_those_of_the_text(make: Callable[[], Release]) -> None:
    release = make()
    assert Page(release_html(release)).words.split() == release.text.split()


def test_nothing_can_run_or_load() -> None:
    page = Page(release_html(in_part(office=OFFICE)))
    names = {tag for tag, _ in page.tags}
    assert names == {
        "html", "head", "meta", "title", "style", "body", "header", "main", "h1", "h2", "p", "br",
        "s", "mark", "span",
    }  # fmt: skip
    attributes = {name for tag, found in page.tags for name in found if tag != "meta"}
    assert attributes == {"lang", "aria-label", "id", "class"}
    policy = {"http-equiv": "Content-Security-Policy",
              "content": "default-src 'none'; style-src 'unsafe-inline'"}  # fmt: skip
    assert ("meta", policy) in page.tags
    (style,) = page.inside["style"]
    assert "url(" not in style
    assert "@import" not in style


def test_landmarks_language_and_headings_are_there() -> None:
    page = Page(release_html(in_part()))
    assert ("html", {"lang": "en"}) in page.tags
    assert page.inside["h1"] == ["R-0007"]
    assert [words.split() for words in page.inside["h2"]] == [["THE", "FERRY", "---------"]]
    assert page.inside["title"] == ["R-0007: release in part"]
    assert [tag for tag, _ in page.tags if tag in ("header", "main")] == ["header", "main"]


def test_each_place_is_marked_once_with_its_number() -> None:
    release = in_part()
    page = Page(release_html(release))
    ids = [found["id"] for tag, found in page.tags if tag == "mark"]
    assert ids == ["place-1", "place-2", "place-3"]
    assert [" ".join(words.split()) for words in page.inside["mark"]] == [
        place.marker for place in release.places
    ]


def test_struck_marks_are_struck() -> None:
    assert Page(release_html(in_full())).inside["s"] == [
        "~~S E C R E T~~", "~~NOFORN~~", "~~(S)~~", "~~(C)~~",
    ]  # fmt: skip


def test_passages_are_wrapped_by_the_window_and_lines_of_the_header_are_not() -> None:
    html = release_html(in_full())
    assert "FM AMEMBASSY LUNARIA<br>\nTO RUEHC/SECSTATE WASHDC</p>" in html
    assert "before the\nsummer traffic" in html


def test_a_stand_in_is_shown_as_one() -> None:
    assert '<span class="stand-in">¤</span>CO' in release_html(in_part())


def test_what_the_policy_says_cannot_leave_its_string_in_the_style() -> None:
    (style,) = Page(release_html(in_part(office=OFFICE))).inside["style"]
    (content,) = re.findall(r"@top-right { content: (.*?); font", style)
    unescaped = re.sub(r"\\([0-9a-f]+) ", lambda code: chr(int(code[1], 16)), content)
    assert unescaped == f'"{OFFICE}, 2026-11-23"'
    assert "</style" not in style


def test_markup_in_the_cable_is_text() -> None:
    assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp;amp;" in release_html(
        of_words("<script>alert(1)</script> &amp;")
    )
