"""release.pdf: tagged, PDF/A-2a and PDF/UA-1, made by typst; the same bytes on every machine.

The released text goes in as data, never as markup, with the lines of release.txt. The fonts are
those that come with typst, and the date is that of the last signature, so that nothing of the
machine or of the hour gets into the file.
"""

import json
import re
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from redactor.release.building import Release
from redactor.release.document import Line
from redactor.release.errors import NotReleasableError
from redactor.release.head import Signing, Title
from redactor.release.render.style import BANNER

if TYPE_CHECKING:
    from typst import Compiler, PDFStandard

TEMPLATE = Path(__file__).with_name("release.typ")
GLYPHS = Path(__file__).with_name("glyphs.txt")

STANDARDS: "list[PDFStandard]" = ["a-2a", "ua-1"]
WIDTH = 80
"""Columns between the margins: a longer word goes on in the next line."""

_LONG_WORD = re.compile(rf"\S{{{WIDTH}}}(?=\S)")


class PdfError(NotReleasableError):
    """The PDF can't be made. The message quotes nothing of the text."""

    def __init__(self) -> None:
        super().__init__(
            "the PDF can't be made: write the other formats with --format txt,html, and report "
            "this fault"
        )


def release_pdf(release: Release) -> bytes:
    """Give the file. Code points that the font lacks are named: ``[U+4E2D]``.

    Raises:
        PdfError: when typst refuses.
    """
    return typeset(_data(release))


def typeset(data: Mapping[str, Any]) -> bytes:
    """Give a file of what the template reads.

    Raises:
        PdfError: when typst refuses.
    """
    from typst import TypstError  # noqa: PLC0415 - a large library: only who wants a PDF pays

    words = {"release": json.dumps(data)}
    try:
        made = _compiler().compile(format="pdf", sys_inputs=words, pdf_standards=STANDARDS)
    except TypstError as fault:
        raise PdfError from fault
    if not isinstance(made, bytes):
        raise PdfError
    return made


@cache
def _compiler() -> "Compiler":
    """Give the one compiler of this process, with its fonts loaded and the template parsed."""
    from typst import Compiler, Fonts  # noqa: PLC0415 - as in release_pdf

    fonts = Fonts(include_system_fonts=False)
    return Compiler(TEMPLATE, font_paths=fonts, ignore_system_fonts=True)


def _data(release: Release) -> dict[str, Any]:
    """Give what the template reads."""
    head, *blocks = release.document
    number, *others = head.whole_lines
    signing = release.signing
    return {
        "title": f"{release.number}: {release.determination.lower()}",
        "number": release.number,
        "banner": BANNER,
        "date": _date(signing),
        "day": [signing.day.year, signing.day.month, signing.day.day],
        "blocks": [
            _block("title", number),
            *(_block("text", lines) for lines in others),
            *(_block(block.role, block.lines) for block in blocks),
        ],
    }


def page_head(title: Title, signing: Signing) -> str:
    """Give the words at the head of each page, in the order in which they are drawn."""
    return f"{title.number} {BANNER} {_date(signing)}"


def page_foot(number: int, of: int) -> str:
    """Give the words at the foot of a page."""
    return f"{BANNER} Page {number} of {of}"


def _date(signing: Signing) -> str:
    return ", ".join(filter(None, (in_font(signing.office), str(signing.day))))


def _block(role: str, lines: Sequence[Line]) -> dict[str, Any]:
    """Give a block's runs; the last one of a line holds its end.

    A space before it keeps the words apart for those who hear the file.
    """
    runs = [
        {"style": run.style, "text": _folded(in_font(run.text)) + end}
        for number, line in enumerate(lines, 1)
        for run, end in zip(line.runs, _ends(line, last=number == len(lines)), strict=True)
    ]
    return {"role": role, "runs": runs}


def _ends(line: Line, *, last: bool) -> list[str]:
    return [*[""] * (len(line.runs) - 1), "" if last else " \n"]


def _folded(text: str) -> str:
    """Give text in which no word is wider than the page."""
    return _LONG_WORD.sub(lambda part: f"{part[0]}\n", text)


def in_font(text: str) -> str:
    """Give text with the code points that the font lacks named."""
    return "".join(char if char in _glyphs() else f"[U+{ord(char):04X}]" for char in text)


@cache
def _glyphs() -> frozenset[str]:
    """Give the characters that the font can show."""
    lines = GLYPHS.read_text("ascii").splitlines()
    ranges = (part.split("-") for line in lines if line[0] != "#" for part in line.split())
    spans = ((int(part[0], 16), int(part[-1], 16)) for part in ranges)
    return frozenset(chr(code) for first, last in spans for code in range(first, last + 1))
