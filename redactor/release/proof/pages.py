"""Reading HTML: what is shown, and all that is not shown and can be read nevertheless."""

import re
import sys
from collections.abc import Iterator
from html.parser import HTMLParser

from redactor.release.proof.views import Fault, Found, Printed, View

_NAMES_OF_ELEMENTS = """
html head meta title style body header main h1 h2 p br s mark span div table caption thead tbody tr
th td a
"""
_NAMES_OF_ATTRIBUTES = """
lang charset http-equiv content name aria-label class id href role tabindex scope
"""
_ELEMENTS = frozenset(_NAMES_OF_ELEMENTS.split())
_ATTRIBUTES = frozenset(_NAMES_OF_ATTRIBUTES.split())
_TARGET = re.compile(r"release\.html#place-\d+|\.\./R-\d{4,}/release\.(?:html|txt)", re.ASCII)
_CALLS = re.compile(r"url\s*\(|@import|expression\s*\(|image-set", re.IGNORECASE)
_ESCAPE = re.compile(r"\\([0-9A-Fa-f]{1,6})\s?|\\")
"""A code point in a style sheet, as in ``\\e9``."""
_HIDDEN_TEXT = {"title": "its title", "style": "its style"}


class _Page(HTMLParser):
    """One page, taken apart."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.shown: list[str] = []
        self.found: list[Found] = []
        self._inside = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in _ELEMENTS:
            self.found.append(Fault("has an element that no page of ours has"))
        self._inside = tag
        for name, value in attrs:
            self._attribute(name, value or "")

    def _attribute(self, name: str, value: str) -> None:
        if name not in _ATTRIBUTES:
            self.found.append(Fault("has an attribute that no page of ours has"))
        if name == "href" and not _TARGET.fullmatch(value):
            self.found.append(Fault("leads to another place"))
        self.found.append(View("an attribute", value))

    def handle_endtag(self, tag: str) -> None:  # noqa: ARG002 - the base class calls it so
        self._inside = ""

    def handle_data(self, data: str) -> None:
        if self._inside in _HIDDEN_TEXT:
            self.found.append(View(_HIDDEN_TEXT[self._inside], data))
        else:
            self.shown.append(data)

    def handle_comment(self, data: str) -> None:
        self.found += (Fault("has a comment"), View("a comment", data))

    def handle_pi(self, data: str) -> None:
        self.found += (Fault("has an instruction for programs"), View("an instruction", data))

    def handle_decl(self, decl: str) -> None:
        if decl != "DOCTYPE html":
            self.unknown_decl(decl)

    def unknown_decl(self, data: str) -> None:
        self.found += (Fault("has a declaration of another kind"), View("a declaration", data))


def read_release_page(data: bytes, printed: Printed) -> Iterator[Found]:
    """Read release.html: what it shows must be release.txt."""
    page = _parsed(data)
    yield from _kept(page)
    if "".join(page.shown).split() != printed.text.split():
        yield Fault("shows other words than release.txt")
        yield View("its text", "".join(page.shown))


def read_index_page(data: bytes, _printed: object) -> Iterator[Found]:
    """Read index.html."""
    page = _parsed(data)
    yield from _kept(page)
    yield from (View("its text", words) for words in page.shown)
    yield View("its text", " ".join(page.shown))


def _parsed(data: bytes) -> _Page:
    page = _Page()
    page.feed(data.decode("utf-8"))
    page.close()
    return page


def _kept(page: _Page) -> Iterator[Found]:
    """Give what is not shown; a style with its code points read."""
    for each in page.found:
        if isinstance(each, View) and each.where == _HIDDEN_TEXT["style"]:
            said = _ESCAPE.sub(_unescaped, each.text)
            yield View(each.where, said)
            if _CALLS.search(said):
                yield Fault("has a style that calls for something else")
        yield each


def _unescaped(code: re.Match[str]) -> str:
    number = int(code[1], 16) if code[1] else 0
    return chr(number) if 0 < number <= sys.maxunicode else ""
