"""Reading a PDF twice: what its pages show, by pdfium; and every object in it, by qpdf.

What is not needed for pages to be shown, read aloud and printed is a fault by itself: notes on
pages, attached files, scripts, bookmarks, forms, and what an earlier state of the file leaves.
"""

import io
import re
from collections.abc import Iterable, Iterator, Sequence
from unicodedata import bidirectional, normalize

import pikepdf
import pypdfium2

from redactor.release.proof.objects import read_objects
from redactor.release.proof.views import Fault, Found, Printed, View
from redactor.release.render.pdf import in_font, page_foot, page_head

_STREAM = re.compile(rb"\bstream\r?\n.*?\bendstream\b", re.DOTALL)
_COMMENT = re.compile(rb"%[^\r\n]*")
_OWN_COMMENT = re.compile(rb"%PDF-1\.7|%%EOF|%[\x80-\xff]{4}")
_END = re.compile(rb"\nstartxref\n\d+\n%%EOF\s*\Z")
_SPACE = re.compile(r"\s+")
_HYPHENS = str.maketrans("\x02\ufffe", "--")
"""What pdfium gives for a hyphen at the end of a line."""
_FROM_THE_RIGHT = frozenset(("R", "AL", "AN"))
"""Of Unicode's classes for the direction of writing."""


def read_pdf(data: bytes, printed: Printed) -> Iterator[Found]:
    """Read release.pdf: its pages must show release.txt, in a frame, and nothing else."""
    yield from _bytes(data)
    with pypdfium2.PdfDocument(data) as document:
        pages = [page.get_textpage().get_text_range() for page in document]
    if not _same(_bodies(pages, printed), map(in_font, printed.text.split())):
        yield Fault("shows other words than release.txt")
        yield from (View("its pages", page) for page in pages)
    with pikepdf.open(io.BytesIO(data)) as file:
        yield from read_objects(file)


def _bytes(data: bytes) -> Iterator[Found]:
    """Look at the bytes themselves: libraries pass over what stands between objects."""
    if data.count(b"%%EOF") != 1 or not _END.search(data):
        yield Fault("was changed after it was made")
    for comment in _COMMENT.findall(_STREAM.sub(b"", data)):
        if not _OWN_COMMENT.fullmatch(comment):
            for encoding in ("latin-1", "utf-8", "utf-16-be"):
                yield View("a comment", comment.decode(encoding, "replace"))


def _bodies(pages: Sequence[str], printed: Printed) -> Iterator[str]:
    """Give each page without its frame; one with another frame stays as it is."""
    head = _without_space(page_head(printed.facts.title, printed.facts.signing))
    for number, page in enumerate(pages, 1):
        words = _without_space(page)
        foot = _without_space(page_foot(number, len(pages)))
        yield words.removeprefix(head).removesuffix(foot)


def _same(shown: Iterable[str], wanted: Iterable[str]) -> bool:
    """Tell whether two texts say the same.

    For pdfium a ligature is its letters. Where letters are read from the right, they and the
    brackets among them may come the other way round: then only letters and digits are compared.
    """
    one, other = (_without_space(normalize("NFKC", "".join(words))) for words in (shown, wanted))
    if any(bidirectional(char) in _FROM_THE_RIGHT for char in set(other)):
        return sorted(filter(str.isalnum, one)) == sorted(filter(str.isalnum, other))
    return one == other


def _without_space(words: str) -> str:
    return _SPACE.sub("", words.translate(_HYPHENS))
