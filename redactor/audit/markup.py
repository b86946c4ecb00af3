"""HTML in small pieces. Everything that a document or a person wrote goes through ``shown``."""

import re
from html import escape

from redactor.text import element, visible

_LINE_END = re.compile(r"\r\n|\r|\n")


def shown(text: str) -> str:
    """Give text as HTML: no character can hide, no line end is lost, nothing is markup."""
    return "\n".join(escape(visible(line)) for line in _LINE_END.split(text))


def table_row(cells: list[str], cell: str = "td", **attributes: str) -> str:
    """Give a row of a table; the cells are HTML already."""
    return element("tr", "".join(element(cell, content) for content in cells), **attributes)
