"""Renderings: what is written of one release, each a pure function of it.

In: a ``Release``. Out: bytes. All print the same document, and none knows the source: what is
not in the release can't be in a rendering.
"""

from redactor.release.render.determination import determination_text
from redactor.release.render.index import index_csv, index_html
from redactor.release.render.listing import Row, listing_csv, listing_html, row_of
from redactor.release.render.page import release_html
from redactor.release.render.pdf import PdfError, release_pdf

__all__ = [
    "PdfError",
    "Row",
    "determination_text",
    "index_csv",
    "index_html",
    "listing_csv",
    "listing_html",
    "release_html",
    "release_pdf",
    "row_of",
]
