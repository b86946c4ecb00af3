"""Reading the objects of a PDF: every string and name, and what a file of ours never has."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser

import pikepdf

from redactor.release.proof.views import Fault, Found, View

_FORBIDDEN = {
    "/Annots": "a note on a page",
    "/EmbeddedFiles": "an attached file",
    "/EF": "an attached file",
    "/AF": "an attached file",
    "/JavaScript": "a script",
    "/JS": "a script",
    "/OpenAction": "an action",
    "/AA": "an action",
    "/AcroForm": "a form",
    "/XFA": "a form",
    "/First": "a bookmark",
    "/Dests": "a named place",
    "/Names": "a list of names",
    "/PieceInfo": "data of another program",
    "/OCProperties": "a layer",
    "/XObject": "a picture",
}
_DATA = frozenset(("/FontFile2", "/FontFile3", "/ToUnicode", "/CIDSet", "/DestOutputProfile"))
"""Streams that say how letters and colours look."""
_ID = re.compile(r"[A-Za-z0-9+/]{22}==(?:_source)?", re.ASCII)
_SUBSET = re.compile(r"[A-Z]{6}(?=\+)")
"""Six letters before the name of a font, of which not all letters are there."""

_Address = tuple[int, int]


def read_objects(file: pikepdf.Pdf) -> Iterator[Found]:
    """Read all objects of a file, also those that nothing refers to."""
    known = set(_streams_of_use(file))
    for each in (*file.objects, file.trailer):
        yield from _walk(each)
        if isinstance(each, pikepdf.Stream):
            yield from _stream(each, known)
    for page in file.pages:
        yield from _drawn(page)


def _streams_of_use(file: pikepdf.Pdf) -> Iterator[_Address]:
    """Give the streams that draw a page, or say how letters and colours look."""
    for page in file.pages:
        drawn = page.obj.get("/Contents", pikepdf.Array())
        yield from (
            part.objgen for part in ([drawn] if isinstance(drawn, pikepdf.Stream) else drawn)
        )
    for each in file.objects:
        if isinstance(each, pikepdf.Dictionary):
            yield from (each[name].objgen for name in _DATA if name in each)
        elif isinstance(each, pikepdf.Array) and len(each) and each[0] == "/ICCBased":
            yield each[1].objgen


def _stream(each: pikepdf.Stream, known: set[_Address]) -> Iterator[Found]:
    if each.get("/Type") == "/Metadata":
        metadata = _Metadata()
        metadata.feed(each.read_bytes().decode("utf-8"))
        metadata.close()
        yield from metadata.found
    elif each.objgen not in known:
        yield Fault("has data of another kind")


def _walk(each: pikepdf.Object) -> Iterator[Found]:
    """Give the strings and names of an object; other objects that it refers to come by themselves.

    ``pikepdf`` gives numbers as Python's own.
    """
    if isinstance(each, pikepdf.String):
        yield from _words("a string", str(each))
    elif isinstance(each, pikepdf.Name):
        yield from _words("a name", str(each)[1:])
    elif isinstance(each, (pikepdf.Dictionary, pikepdf.Stream)):
        for name, member in each.items():
            if name in _FORBIDDEN:
                yield Fault(f"has {_FORBIDDEN[name]}")
            yield from _words("a name", name[1:])
            yield from _inner(member)
    elif isinstance(each, pikepdf.Array):
        for member in each:
            yield from _inner(member)


def _inner(member: object) -> Iterator[Found]:
    if isinstance(member, pikepdf.Object) and not member.is_indirect:
        yield from _walk(member)


def _words(where: str, text: str) -> Iterator[View]:
    if not _ID.fullmatch(text):
        yield View(where, _SUBSET.sub("\0", text))


def _drawn(page: pikepdf.Page) -> Iterator[Found]:
    """Give what is written beside the letters that a page draws: other words to be read for them.

    The letters are numbers of a font, which tell nothing; what they show, the pages themselves
    say.
    """
    for instruction in pikepdf.parse_content_stream(page):
        for operand in instruction.operands:
            if isinstance(operand, pikepdf.Dictionary):
                yield from _walk(operand)
            elif isinstance(operand, pikepdf.Name):
                yield from _words("a name", str(operand)[1:])


class _Metadata(HTMLParser):
    """The words of an XMP packet: texts, attributes, and what is no element."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[View] = []

    def _add(self, words: str) -> None:
        self.found += _words("its metadata", words)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take an element."""
        self._add(tag)
        for name, value in attrs:
            self._add(name)
            self._add(value or "")

    def handle_data(self, data: str) -> None:
        """Take a text."""
        self._add(data)

    def handle_comment(self, data: str) -> None:
        """Take a comment."""
        self._add(data)

    def handle_pi(self, data: str) -> None:
        """Take an instruction for programs."""
        self._add(data)

    def handle_decl(self, decl: str) -> None:
        """Take a declaration."""
        self._add(decl)

    def unknown_decl(self, data: str) -> None:
        """Take what is none of these."""
        self._add(data)
