"""Markings in their canonical forms: portion marks and banner lines.

Order, separators and short forms are the register's: CAPCO 2016, A.6. Groups such as FVEY are
spelled out, so that no reader needs a table. A token that the register does not know has no
place there; it stands before CUI, where no other token can be taken for it.
"""

from collections.abc import Iterable, Iterator
from typing import Final

from redactor.marking.model import Path, Paths, SecurityMarking
from redactor.marking.register import (
    AEA,
    AEA_PARTS,
    DEGREES,
    DISSEM,
    HYPHENED,
    NATO_FORMS,
    NONIC,
    USA,
    Style,
    by_code,
)

_AEA_ROOTS: Final = {entry.name: place for place, entry in enumerate(AEA)}
_AEA_SHORT: Final = {entry.name: entry.portion for entry in AEA_PARTS}


def portion_form(marking: SecurityMarking) -> str:
    """Print it as a portion mark, with its parentheses: ``(S//NF)``."""
    return f"({_printed(marking, 'portion')})"


def banner_form(marking: SecurityMarking) -> str:
    """Print it as a banner: ``SECRET//NOFORN``."""
    return _printed(marking, "banner")


def words_of(marking: SecurityMarking) -> tuple[str, ...]:
    """Give its controls as banner words in the order of the register: ``("SI", "NOFORN")``."""
    return (
        *_systems(marking.sci, "banner"),
        *(f"SAR-{program}" for program in _systems(marking.sap, "banner")),
        *_systems(marking.aea, "banner"),
        *_owner_words(marking),
        *sorted(marking.nato),
        *sorted(marking.unknown),
        *(("CUI", *_categories(marking)) if "CUI" in marking.controls else ()),
        *_dissem(marking, "banner", noforn=marking.audience.is_noforn),
        *(entry.name for entry in NONIC if entry.name in marking.controls),
    )


def codes_text(codes: Iterable[str]) -> str:
    """Print codes as a list: ``AUS, GBR, NATO``."""
    return ", ".join(_sorted(codes))


def path_text(category: str, path: Path) -> str:
    """Print one path in banner form: ``SI-G ABCD``, ``SAR-XXX``, ``RD-SIGMA 14``."""
    prefix = "SAR-" if category == "sap" else ""
    return f"{prefix}{'-'.join(path[:2])}{''.join(f' {sub}' for sub in path[2:])}"


def _printed(marking: SecurityMarking, style: Style) -> str:
    as_cui = _opens_with_cui(marking)
    blocks = [
        "CUI" if as_cui else _level(marking, style),
        "/".join(_systems(marking.sci, style)),
        _programs(marking.sap, style),
        "/".join(_systems(marking.aea, style)),
        _foreign_part(marking),
        "/".join(sorted(marking.nato)),
        "/".join(sorted(marking.unknown)),
        "CUI" if "CUI" in marking.controls and not as_cui else "",
        "/".join(_categories(marking)),
        "/".join(_dissem(marking, style, noforn=_stands_alone(marking))),
        "/".join(_nonic(marking, style)),
    ]
    return "//".join(filter(None, blocks))


def _opens_with_cui(marking: SecurityMarking) -> bool:
    """Tell whether CUI stands in the place of the level: 32 CFR 2002.20."""
    plain = marking.grade == "U" and not marking.ownership.is_foreign
    return plain and "CUI" in marking.controls and not _before_cui(marking)


def _before_cui(marking: SecurityMarking) -> bool:
    owned = marking.ownership.form == "commingled"
    return bool(marking.sci or marking.sap or marking.aea or owned or marking.unknown)


def _level(marking: SecurityMarking, style: Style) -> str:
    ownership, grade = marking.ownership, marking.grade
    word = grade if style == "portion" else DEGREES[grade].word
    if ownership.form == "joint":
        return f"//JOINT {word} {_codes(ownership.owners | {USA})}"
    if ownership.form != "foreign":
        return word
    if ownership.owners == {"NATO"}:
        return f"//{NATO_FORMS[grade][style == 'banner']}"
    return f"//{'FGI' if ownership.concealed else _codes(ownership.owners)} {word}"


def _codes(codes: Iterable[str], between: str = " ") -> str:
    return between.join(sorted(codes, key=by_code))


def _foreign_part(marking: SecurityMarking) -> str:
    """Print whose information stands within American text."""
    ownership = marking.ownership
    if ownership.form != "commingled":
        return ""
    return "FGI" if ownership.concealed else f"FGI {_codes(ownership.owners)}"


def _owner_words(marking: SecurityMarking) -> tuple[str, ...]:
    """Give the words for whose it is besides the United States; NATO has one of its own."""
    ownership = marking.ownership
    if ownership.concealed:
        return ("FGI",)
    if ownership.form == "joint":
        return (f"JOINT {_codes(ownership.owners | {USA})}",)
    countries = ownership.owners - {"NATO"}
    named = (f"FGI {_codes(countries)}",) if countries else ()
    return (*named, "NATO") if "NATO" in ownership.owners else named


def _systems(paths: Paths, style: Style) -> Iterator[str]:
    """Print systems with their compartments: ``SI-G ABCD``; in the order of the register."""
    for system in sorted((path for path in paths if len(path) == 1), key=_system_place):
        yield "".join((system[0], *_compartments(paths, system, style)))


def _system_place(path: Path) -> tuple[int, str]:
    """Atomic energy markings have an order of their own; the rest are alphabetical."""
    return _AEA_ROOTS.get(path[0], 0), path[0]


def _compartments(paths: Paths, system: Path, style: Style) -> Iterator[str]:
    for path in _below(paths, system):
        short = _AEA_SHORT.get(path[-1]) if style == "portion" and path[0] in _AEA_ROOTS else None
        yield f"-{short or path[-1]}"
        yield from (f" {sub[-1]}" for sub in _below(paths, path))


def _below(paths: Paths, above: Path) -> list[Path]:
    """Give what stands right below in order: numbers first, then alphabetical."""
    depth = len(above)
    return sorted((p for p in paths if len(p) == depth + 1 and p[:depth] == above), key=_numbered)


def _numbered(path: Path) -> tuple[bool, int, str]:
    word = path[-1]
    return not word.isdigit(), int(word) if word.isdigit() else 0, word


def _programs(paths: Paths, style: Style) -> str:
    """Print special access programs; the prefix is not repeated."""
    programs = "/".join(_systems(paths, style))
    return f"SAR-{programs}" if programs else ""


def _categories(marking: SecurityMarking) -> list[str]:
    """Give the categories of CUI, those that a law handles first, each group alphabetical."""
    return sorted(marking.cui, key=lambda name: (not name.startswith("SP-"), name))


def _stands_alone(marking: SecurityMarking) -> bool:
    """Tell whether NOFORN stands among the dissemination controls, not after ``SBU-``."""
    hyphened = marking.grade == "U" and not marking.controls.isdisjoint(HYPHENED)
    return marking.audience.is_noforn and not hyphened


def _dissem(marking: SecurityMarking, style: Style, *, noforn: bool) -> Iterator[str]:
    released = _release_words(marking, noforn=noforn)
    for entry in DISSEM:
        if entry.name in released:
            yield released[entry.name] or (entry.portion if style == "portion" else entry.name)
        elif entry.name in marking.controls:
            yield entry.portion if style == "portion" else entry.name


def _release_words(marking: SecurityMarking, *, noforn: bool) -> dict[str, str]:
    """Give the words of release that its audience needs, each with its list."""
    audience = marking.audience
    if not audience.decided:
        return {}
    words = {"NOFORN": ""} if noforn else {}
    if audience.listed:
        words["REL TO"] = f"REL TO {', '.join((USA, *_sorted(audience.listed)))}"
    if audience.relido:
        words["RELIDO"] = ""
    if audience.shown:
        words["DISPLAY ONLY"] = f"DISPLAY ONLY {', '.join(_sorted(audience.shown))}"
    return words


def _sorted(codes: Iterable[str]) -> list[str]:
    return sorted(codes, key=by_code)


def _nonic(marking: SecurityMarking, style: Style) -> Iterator[str]:
    noforn = marking.audience.is_noforn and not _stands_alone(marking)
    for entry in NONIC:
        if entry.name in marking.controls:
            word = entry.portion if style == "portion" else entry.name
            joint = "-NF" if style == "portion" else " NOFORN"
            yield f"{word}{joint}" if noforn and entry.name in HYPHENED else word
