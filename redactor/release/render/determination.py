"""determination.txt: what was released and withheld, under what, how much, and how to appeal.

22 CFR 171.13(f) asks a denial for the people who decided, the reasons, an estimate of the volume
and the right to appeal; 32 CFR 2001.33(h) for the reason of each redaction.
"""

import textwrap
from collections import Counter
from collections.abc import Iterator
from typing import get_args

from redactor.policy import Code, code_table
from redactor.release.building import Release
from redactor.release.markers import Extent
from redactor.release.places import Withheld
from redactor.release.reflow import COLUMNS
from redactor.release.statements import statements
from redactor.text import visible

_INDENT = "  "


def determination_text(release: Release, appeal: str | None = None) -> str:
    """Give the determination of a release, wrapped at 69 columns.

    Args:
        release: what was released.
        appeal: how to appeal, in the policy's words; the law's stand where it has none.
    """
    basis = release.signing.basis
    parts = [
        f"{release.number}\n{release.determination}",
        _section("Who decided", _who(release)),
        _section("What is released", *_released(release)),
        _section("What is withheld", _amounts(release)),
    ]
    if release.places:
        words = appeal or statements().appeal[basis]
        parts += [
            _section("Under what", *_grounds(release)),
            _section("How it was reviewed", statements().segregation[basis]),
            _section("How to appeal", visible(" ".join(words.split()))),
        ]
    return "\n\n".join(parts) + "\n"


def _section(title: str, *sentences: str) -> str:
    """Give a title with sentences indented under it."""
    lines = (
        textwrap.fill(
            sentence, COLUMNS, initial_indent=_INDENT, subsequent_indent=_INDENT,
            break_long_words=False, break_on_hyphens=False,
        )
        for sentence in sentences
    )  # fmt: skip
    return "\n".join((title, *lines))


def _who(release: Release) -> str:
    signing = release.signing
    office = f", {signing.office}," if signing.office else ""
    return f"{signing.names}{office} on {signing.day}, {statements().basis[signing.basis]}."


def _released(release: Release) -> Iterator[str]:
    if release.determination == "DENIED IN FULL":
        yield "Nothing."
    elif release.places:
        yield f"All of the text but {_places(len(release.places))}, where a marker stands."
    else:
        yield "All of the text."
    if release.declassified:
        authority = statements().authority[release.signing.basis]
        yield f"What was classified and is released is declassified. Authority: {authority}."


def _amounts(release: Release) -> str:
    if not release.places:
        return "Nothing."
    total = _places(len(release.places))
    if release.amount == "none":
        return f"{total}. How much stood there is not told: that would itself do harm."
    found = Counter(place.extent for place in release.places)
    told = (f"{found[extent]} of {extent}" for extent in get_args(Extent) if found[extent])
    return f"{total}: {', '.join(told)}."


def _grounds(release: Release) -> Iterator[str]:
    """Name each code with what it means, its citation, and how often it is used."""
    told = [place for place in release.places if not place.suppressed]
    for code in code_table().values():
        under = [place for place in told if code.id in place.codes]
        if under:
            yield f"{code.printed}: {code.title} ({_cited(code, under)}). {_places(len(under))}."
    for day in {place.frees_on for place in told if place.frees_on}:
        yield f"What is withheld for national security is to be declassified on {day}."
    if hidden := len(release.places) - len(told):
        yield f"At {_places(hidden)} no code is told: that would itself do harm (5 USC 552(b))."


def _cited(code: Code, under: list[Withheld]) -> str:
    by_statute = code.family == "statute" or "statute" in code.needs
    laws = sorted({law for place in under for law in place.statutes}) if by_statute else []
    return "; ".join((code.cite, *laws))


def _places(number: int) -> str:
    return "1 place" if number == 1 else f"{number} places"
