"""Checking the folder of a set: its index and manifest tell nothing that any cable withholds."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple, get_args

from redactor.policy import code_table, print_code
from redactor.release.head import Determination
from redactor.release.proof.brief import Finding, Listing
from redactor.release.proof.check import as_built, files_in
from redactor.release.proof.pages import read_index_page
from redactor.release.proof.plain import read_manifest, read_table
from redactor.release.proof.views import Fault, Found, View
from redactor.release.render.listing import NOT_TOLD, Row, listing_csv, listing_html
from redactor.release.wanted import Secrets, Wanted
from redactor.text import Span

_READERS: Mapping[str, Callable[[bytes, object], Iterator[Found]]] = {
    "index.csv": read_table,
    "index.html": read_index_page,
    "manifest.json": read_manifest,
}
_STATUTE = "5 USC 552"


class Told(NamedTuple):
    """What one cable of a set withholds."""

    secrets: Secrets
    named: tuple[Span, ...]
    """Withheld words that a statute's name may tell."""


def check_listing(listing: Listing, told: Iterable[Told]) -> tuple[Finding, ...]:
    """Give what must not be in the folder of a set, each finding once.

    Args:
        listing: where the folder is.
        told: of each cable of the set.
    """
    files = files_in(Path(listing.folder))
    return tuple(dict.fromkeys(_check(listing, files, told)))


def _check(listing: Listing, files: Mapping[str, bytes], told: Iterable[Told]) -> Iterator[Finding]:
    yield from as_built(listing.files, files, frozenset(_READERS))
    found, own = list(_read(files)), list(_read(_own_files()))
    yield from (Finding(name, each.words) for name, each in found if isinstance(each, Fault))
    for secrets, named in told:
        wanted = Wanted(secrets)
        for name, where, _ in _hits(found, wanted, named) - _hits(own, wanted, named):
            yield Finding(name, f"shows withheld words in {where}")


def _read(files: Mapping[str, bytes]) -> Iterator[tuple[str, Found]]:
    for name in sorted(_READERS.keys() & files):
        try:
            yield from ((name, each) for each in _READERS[name](files[name], None))
        except Exception:  # noqa: BLE001 - whatever a damaged file does to a library
            yield name, Fault("can't be read")


def _hits(
    found: Iterable[tuple[str, Found]], wanted: Wanted, named: tuple[Span, ...]
) -> set[tuple[str, str, Span]]:
    """Give in which file, and what in it, withheld words stand."""
    return {
        (name, each.where, withheld)
        for name, each in found
        if isinstance(each, View)
        for _, withheld in wanted.find(each.text, each.text)
        if withheld not in named
    }


def _own_files() -> Mapping[str, bytes]:
    """Give an index of no releases at all, with every word that the program writes in one."""
    codes = tuple(f"{print_code(code)} {_STATUTE}" for code in code_table())
    rows = [
        Row("R-0001", determination, 2, told, "2026-01-01", page)
        for determination in get_args(Determination)
        for told, page in ((codes, "release.html"), ((NOT_TOLD,), "release.txt"))
    ]
    page = listing_html("S-00000000", rows)
    return {"index.csv": listing_csv(rows).encode(), "index.html": page.encode()}
