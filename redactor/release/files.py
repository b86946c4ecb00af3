"""The files of a release that can be handed out as they are."""

from collections.abc import Collection, Mapping
from typing import Literal, get_args

from redactor.release.building import Release
from redactor.release.render import (
    determination_text,
    index_csv,
    index_html,
    release_html,
    release_pdf,
)

Format = Literal["txt", "html", "pdf"]
FORMATS: tuple[Format, ...] = get_args(Format)


def public_files(
    release: Release, formats: Collection[Format] = FORMATS, appeal: str | None = None
) -> Mapping[str, bytes]:
    """Give the public folder's files by name, all UTF-8 but the PDF.

    release.txt, index.csv and determination.txt are always among them: proofs are bound to the
    text, and whoever gets it has a right to the others.

    Args:
        release: what is released.
        formats: in which renderings.
        appeal: how to appeal, in the policy's words.

    Raises:
        PdfError: when the PDF can't be made.
    """
    files = {
        "release.txt": release.text.encode(),
        "index.csv": index_csv(release).encode(),
        "determination.txt": determination_text(release, appeal).encode(),
    }
    if "html" in formats:
        files["release.html"] = release_html(release).encode()
        files["index.html"] = index_html(release).encode()
    if "pdf" in formats:
        files["release.pdf"] = release_pdf(release)
    return files
