"""Reading any public file, by its name."""

from collections.abc import Iterator, Mapping

from redactor.release.proof.pages import read_index_page, read_release_page
from redactor.release.proof.plain import read_manifest, read_table, read_text, read_token
from redactor.release.proof.views import Fault, Found, Printed, Reader


def _read_pdf(data: bytes, printed: Printed) -> Iterator[Found]:
    from redactor.release.proof.pdf import read_pdf  # noqa: PLC0415 - large libraries: who has no
    # PDF need not wait for them

    return read_pdf(data, printed)


READERS: Mapping[str, Reader] = {
    "release.html": read_release_page,
    "release.pdf": _read_pdf,
    "index.html": read_index_page,
    "index.csv": read_table,
    "determination.txt": read_text,
    "manifest.json": read_manifest,
    "release.sdjwt": read_token,
}
"""All files of a public folder but release.txt, and how each is read."""


def read_file(name: str, data: bytes, printed: Printed) -> Iterator[Found]:
    """Take a file apart; one that can't be read is a fault."""
    try:
        yield from READERS[name](data, printed)
    except Exception:  # noqa: BLE001 - whatever a damaged file does to a library
        yield Fault("can't be read")
