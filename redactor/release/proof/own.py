"""The program's own words: what it writes in every release, and so tells nothing of any cable.

A withheld word may be one of them: a place called *Release*, a man called *Mark*. So the public
files are made once more of no cable at all, with every code and extent, and read the same way.
What is found there, in the same file and in the same kind of place, is no leak.
"""

from collections.abc import Collection, Iterable, Iterator
from itertools import cycle, product
from typing import get_args

from redactor.policy import code_table, print_code
from redactor.release.building import Release
from redactor.release.document import Block, Line, Run, text_of
from redactor.release.files import FORMATS, public_files
from redactor.release.head import Determination, first_head, head_saying
from redactor.release.markers import Amount, Extent
from redactor.release.places import Segregability, Withheld
from redactor.release.proof.brief import Facts
from redactor.release.proof.read import read_file
from redactor.release.proof.text import HEAD, TEXT
from redactor.release.proof.views import Printed, View
from redactor.release.render import determination_text
from redactor.release.wanted import Wanted
from redactor.text import Span

Place = tuple[str, str, Span]
"""A file, what in it, and the withheld words that stand there."""

_STATUTE = "5 USC 552"
_NOWHERE = Span(0, 0)


def own_places(facts: Facts, wanted: Wanted, files: Collection[str]) -> frozenset[Place]:
    """Give where the program's own words are words that are withheld, in files of these names."""
    return frozenset(
        (name, view.where, withheld)
        for name, view in own_views(facts, files)
        for _, withheld in wanted.find(view.text, view.text)
    )


def own_views(facts: Facts, files: Collection[str]) -> Iterator[tuple[str, View]]:
    """Give what the program itself writes in files of these names."""
    release = _release(facts, _places(facts))
    yield from ((TEXT, View(HEAD, text_of([head]))) for head in _heads(facts))
    formats = [each for each in FORMATS if any(name.endswith(f".{each}") for name in files)]
    for name, data in public_files(release, formats, facts.appeal).items():
        for found in read_file(name, data, Printed(release.text, facts)):
            if isinstance(found, View):
                yield name, found
    for words in _determinations(facts):
        yield "determination.txt", View("its text", words)


def _heads(facts: Facts) -> Iterator[Block]:
    yield first_head(facts.title)
    yield head_saying(facts.title, facts.signing, declassified=True, struck=True)


def _release(
    facts: Facts,
    places: tuple[Withheld, ...],
    determination: Determination | None = None,
    amount: Amount | None = None,
) -> Release:
    """Give the release of no cable."""
    _, head = _heads(facts)
    document = (head, *_blocks(places))
    return Release(
        number=facts.title.number,
        amount=amount or facts.amount,
        determination=determination or facts.title.determination,
        declassified=True,
        signing=facts.signing,
        text=f"{text_of(document)}\n",
        document=document,
        pieces=(),
        places=places,
        stand_ins=(),
    )


def _blocks(places: Iterable[Withheld]) -> Iterator[Block]:
    """Give blocks of every kind, with runs of every style."""
    yield Block("heading", (Line((Run("x"),)),))
    yield Block("text", (Line((Run("~~(S)~~", "struck"), Run("x", "stand-in"))),))
    for place in places:
        yield Block("text", (Line((Run(place.marker, "marker", 1),)),))


def _places(facts: Facts) -> tuple[Withheld, ...]:
    """Give a place under each code, and one under a code that is not told."""
    extents = cycle(get_args(Extent))
    told = tuple(
        Withheld(
            _NOWHERE, (code,), extent, suppressed=False, marker=f"[{extent} denied]", decisions=(),
            printed=(print_code(code),), statutes=(_STATUTE,), frees_on=facts.signing.day,
            segregability=segregability,
        )
        for code, extent, segregability in zip(
            code_table(), extents, cycle(get_args(Segregability)), strict=False
        )
    )  # fmt: skip
    marker = "[1 line not declassified]"
    hidden = Withheld(_NOWHERE, (), "1 line", suppressed=True, marker=marker, decisions=())
    return (*told, hidden)


def _determinations(facts: Facts) -> Iterator[str]:
    """Give the determination of releases of every kind."""
    some = _places(facts)
    for determination, amount, places in product(
        get_args(Determination), get_args(Amount), ((), some[:1], some)
    ):
        yield determination_text(_release(facts, places, determination, amount), facts.appeal)
