"""audit.diff.html."""

import re
from dataclasses import replace
from html.parser import HTMLParser

from redactor.audit import diff_page
from redactor.release import build
from redactor.text import visible
from tests.audit.samples import SECRETS, reviewed
from tests.release.builder import make_review
from tests.release.samples import harbour

VOID = {"meta", "br", "col", "input"}


class Page(HTMLParser):
    """Collects tags and the text inside ``del``, and checks that all tags close."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.open: list[str] = []
        self.gone = ""
        self.words = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        assert not [name for name, _ in attrs if name.startswith("on") or name == "src"]
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "del" in self.open:
            self.gone += data
        if "style" not in self.open:
            self.words += data


def _html() -> str:
    return diff_page(*reviewed())


def test_every_tag_closes_and_nothing_can_run_or_load() -> None:
    page = Page(_html())
    assert page.open == []
    assert not {"script", "img", "link", "iframe", "object", "form"} & set(page.tags)
    assert "url(" not in _html()
    assert "@import" not in _html()


def test_the_content_policy_lets_nothing_in_but_its_own_style() -> None:
    policy = "default-src 'none'; style-src 'unsafe-inline'"
    assert f'<meta http-equiv="Content-Security-Policy" content="{policy}">' in _html()


def test_the_banner_stands_at_head_and_foot_of_the_repeated_frame() -> None:
    html = _html()
    frame = re.search(r"<thead><tr><td>(.*?)</thead>\s*<tfoot>(.*?)</tfoot>", html, re.DOTALL)
    assert frame
    assert "SECRET//NOFORN" in frame.group(1)
    assert "text that was withheld" in frame.group(1)
    assert "SECRET//NOFORN" in frame.group(2)
    assert "<title>SECRET//NOFORN" in html


def test_no_character_of_the_document_is_raw() -> None:
    html = _html()
    raw = [char for char in html if char != "\n" and visible(char) != char]
    assert raw == []
    assert "<script" not in html
    assert "&lt;script&gt;" in html


def test_withheld_text_is_struck_and_stands_nowhere_else() -> None:
    page = Page(_html())
    for words in SECRETS:
        assert words in page.gone
        assert page.words.count(words) == page.gone.count(words)


def test_beside_each_place_stands_who_decided_when_and_why() -> None:
    words = Page(_html()).words
    assert "A. First withheld it under (b)(1), 1.4(d), 2026-11-23 09:03 UTC" in words
    assert "Rule classified-in-force: Its date has not come. (5 USC 552(b)(1)" in words
    assert "Harm: It would harm relations with the <island> republic." in words
    assert "Statute: 8 USC 1202(f)" in words
    assert "B. Second withheld it under (b)(1), 1.4(d), 2026-11-23 09:03 UTC" in words
    assert "First review: A. First withheld it" in words
    assert "Second review: B. Second withheld it" in words
    signed = "Signed: first A. First, 2026-11-23 10:00 UTC; second B. Second, 2026-11-23 11:00 UTC"
    assert words.count(signed) == len(reviewed()[1].places)


def test_each_place_of_the_summary_leads_to_its_card() -> None:
    html = _html()
    wanted = re.findall(r'href="#(place-\d+)"', html)
    assert wanted == re.findall(r'id="(place-\d+)"', html) != []


def test_the_released_text_stands_on_the_right() -> None:
    _, release = reviewed()
    words = Page(_html()).words
    assert "[less than 1 line denied: (b)(3) 8 USC 1202(f)]" in words
    assert release.text.split("\n")[0] in words


def test_what_people_typed_is_no_markup_either() -> None:
    review, release = reviewed()
    html = diff_page(replace(review, source_name="<b>in\x1b.txt"), release)
    assert "&lt;b&gt;in\u241b.txt" in html


def test_a_release_in_full_says_that_nothing_was_withheld() -> None:
    review = make_review(harbour())
    page = Page(diff_page(review, build(review, "bucket", "R-2")))
    assert "Nothing was withheld." in page.words
    assert page.gone == "withheld"  # the legend's sample


def test_what_did_not_change_is_folded_and_one_block_beside_a_change_is_not() -> None:
    html = _html()
    assert re.findall(r"<summary>(.*?)</summary>", html) == [
        "7 blocks released unchanged, lines 2-10"
    ]
    (fold,) = re.findall(r"<details>(.*?)</details>", html, re.DOTALL)
    assert "SIPDIS" in fold
    assert "12958" not in fold


def test_places_can_be_picked_by_code_rule_and_person_and_seen_in_two_views() -> None:
    html = _html()
    sets = re.findall(r"<fieldset><legend>(\w+)</legend>(.*?)</fieldset>", html)
    labels = {name: re.findall(r">([^<>]+)</label>", labels) for name, labels in sets}
    assert labels == {
        "View": ["side by side", "unified"],
        "Code": ["all", "(b)(1)", "(b)(3)", "(b)(5)", "(b)(6)", "1.4(b)", "1.4(d)"],
        "Person": ["all", "A. First", "B. Second"],
    }
    assert html.count(" checked>") == 3


def test_the_style_hides_what_is_not_picked() -> None:
    html = _html()
    assert "main:has(#code-2:checked) .by:not(.code-2) { display: none; }" in html
    (card,) = re.findall(r'<div class="([^"]*)" id="place-5">', html)
    assert card == "card by code-2 rule-1 person-1 person-2"
    assert len(re.findall(r'<tr class="by [^"]*code-2[^"]*"><td><a', html)) == 1


def test_a_marker_follows_its_place_for_the_unified_view() -> None:
    html = _html()
    wanted = '<del>Quill</del><ins class="inline">[less than 1 line denied: (b)(6)]</ins>'
    assert wanted in html
