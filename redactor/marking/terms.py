"""What one token of a marking means: ``NF``, ``REL TO USA, GBR``, ``SI-G ABCD``, ``SBU-NF``.

Fixed tokens are looked up in the register. Open-ended ones (lists of countries, compartments,
programs, categories of CUI) are read by their first word. What neither knows is kept as written.
"""

from collections.abc import Callable, Iterator
from re import compile as pattern
from typing import Final, NamedTuple

from redactor.marking.register import (
    AEA,
    AEA_PARTS,
    CODES,
    HYPHENED,
    OPENINGS,
    REGISTER,
    SAP,
    SCI,
    USA,
    Category,
    Entry,
)

Path = tuple[str, ...]


class Term(NamedTuple):
    """The meaning of a token."""

    category: Category
    words: tuple[str, ...]
    """Banner words, as other stages know its controls."""
    names: tuple[str, ...] = ()
    """Controls of the register, by banner form."""
    paths: tuple[Path, ...] = ()
    """Systems with compartments, programs, or categories of CUI."""
    codes: tuple[str, ...] = ()
    """Codes that a list names, as written; the USA left out."""
    unknown: tuple[str, ...] = ()
    """What the register does not know of it."""


_WORD: Final = pattern(r"[A-Z0-9][A-Z0-9 .,'&+?_-]{0,23}")
"""A control that is not known, and longer than this or of other signs, is running text."""
_NAME: Final = pattern(r"[A-Z0-9]+")
_PROGRAM: Final = pattern(r"[A-Z0-9]+(?: [A-Z0-9]+)*")
_CODE: Final = pattern(r"[A-Z]{3,4}")
_EYES: Final = pattern(r"(?P<who>[A-Z]{3,4}(?:/[A-Z]{3,4})*) EYES(?: ONLY)?")
_FILLERS: Final = frozenset({"TO", "AND", USA})
_MOST_STRANGE_CODES: Final = 6
"""A list with more codes that are not known is running text."""


def read_term(text: str) -> Term | None:
    """Read a token, upper case and blanks single; ``None`` when it is running text.

    A token that is not known gives a term of category ``unknown``.
    """
    found = TERMS.get(text)
    if found is not None:
        return found
    reader = _READERS.get(text.split(" ", 1)[0].split("-", 1)[0])
    if reader is not None and (term := reader(text)) is not None:
        return term
    if match := _EYES.fullmatch(text):
        return _read_eyes(match["who"].split("/"))
    if _WORD.fullmatch(text) is None:
        return None
    return Term("unknown", (text,), unknown=(text,))


def read_program(text: str) -> Term | None:
    """Read a special access program without its prefix, as it stands after another."""
    head, *compartments = text.split("-")
    paths = list(_paths(head, compartments))
    if not _PROGRAM.fullmatch(head) or not all(map(_is_path, paths)):
        return None
    if any(map(_holds_control, paths)):
        return None
    return Term("sap", (f"SAR-{text}",), paths=((head,), *paths))


def read_category(text: str) -> Term | None:
    """Read a category of CUI: ``SP-`` and a name, or a name alone."""
    if not _NAME.fullmatch(text.removeprefix("SP-")):
        return None
    return Term("cui", (text,), paths=((text,),))


def _fixed(entry: Entry) -> Iterator[tuple[str, Term]]:
    """Give every spelling of an entry with its term."""
    term = Term(entry.category, (entry.name,), names=(entry.name,))
    if entry.category in {"sci", "aea"}:
        term = term._replace(names=(), paths=((entry.name,),))
    for spelling in {entry.name, entry.portion, *entry.also}:
        yield spelling, term


def _special() -> Iterator[tuple[str, Term]]:
    """Give the tokens that say two things, or need a word of their own."""
    for name in HYPHENED:
        both = Term("nonic", (name, "NOFORN"), names=(name, "NOFORN"))
        yield from ((f"{name}{joint}", both) for joint in ("-NF", " NF", " NOFORN", "-NOFORN"))
    for spelling in ("CNWDI", "RD-CNWDI", "RD-N"):
        yield spelling, Term("aea", ("RD", "CNWDI"), paths=(("RD", "CNWDI"),))
    yield "FGI", Term("fgi", ("FGI",))
    yield "NATO", Term("fgi", ("NATO",), codes=("NATO",))
    yield "REL", Term("dissem", ("REL",), names=("REL TO",))
    yield from (
        (word, Term("level", (word,))) for word, opening in OPENINGS.items() if not opening.brings
    )


def _after(prefix: str, text: str) -> str:
    return text.removeprefix(prefix).lstrip(" -")


def _codes(text: str) -> tuple[str, ...] | None:
    """Read codes between commas and blanks; ``None`` when they are running text."""
    tokens = (token.strip(".-") for token in text.replace(",", " ").split())
    codes = tuple(token for token in tokens if token and token not in _FILLERS)
    strange = sum(code not in CODES and not _CODE.fullmatch(code) for code in codes)
    if strange > _MOST_STRANGE_CODES or not all(map(_WORD.fullmatch, codes)):
        return None
    return codes


def _listed(name: str, codes: list[str] | tuple[str, ...], shown: str = "") -> Term:
    listed = tuple(code for code in codes if code != USA)
    strange = tuple(code for code in listed if code not in CODES)
    word = f"{name} {shown or ', '.join(codes)}".rstrip()
    return Term("dissem", (word,), names=(name,), codes=listed, unknown=strange)


def _read_eyes(codes: list[str]) -> Term:
    """Read the older form of REL TO: ``USA/GBR EYES ONLY``."""
    listed = _listed("REL TO", codes)
    return listed._replace(words=("EYES ONLY", *listed.words))


def _read_release(text: str) -> Term | None:
    first, _, rest = text.partition(" ")
    if first not in {"REL", "RELTO", "RELEASABLE"}:
        return None
    rest = rest.removeprefix("TO ") if rest != "TO" else ""
    codes = _codes(rest)
    if codes is None:
        return None
    shown = ", ".join(word for word in rest.replace(",", " ").split() if word != "AND")
    return _listed("REL TO", codes, shown) if shown else TERMS["REL"]


def _read_display(text: str) -> Term | None:
    if not text.startswith("DISPLAY ONLY"):
        return None
    codes = _codes(_after("DISPLAY ONLY", text))
    return None if codes is None else _listed("DISPLAY ONLY", codes)


def _read_foreign(text: str) -> Term | None:
    """Read ``FGI GBR JPN``."""
    codes = tuple(_after("FGI", text).replace(",", " ").split())
    if not all(map(_CODE.fullmatch, codes)):
        return None
    strange = tuple(code for code in codes if code not in CODES)
    return Term("fgi", (f"FGI {' '.join(codes)}",), codes=codes, unknown=strange)


def _read_system(text: str) -> Term | None:
    """Read an SCI system with compartments and sub-compartments: ``SI-G ABCD DEFG-MMM``."""
    root, *compartments = text.split("-")
    paths = tuple(_paths(root, compartments))
    if not paths or root not in _READERS or any(map(_holds_control, paths)):
        return None
    if not all(map(_is_path, paths)):
        return _damaged("sci", root, text)
    return Term("sci", (root, text), paths=paths)


def _read_atomic(text: str) -> Term | None:
    """Read RD or FRD with its subsets: ``RD-SG 14``, ``RD-CNWDI-SG 14 18``."""
    root, *subsets = text.split("-")
    paths = tuple((path[0], _SUBSETS.get(path[1], ""), *path[2:]) for path in _paths(root, subsets))
    if not paths or root not in _READERS:
        return None
    if not all(path[1] and all(map(str.isdigit, path[2:])) for path in paths):
        return _damaged("aea", root, text)
    return Term("aea", (root, text), paths=paths)


def _damaged(category: Category, root: str, text: str) -> Term | None:
    """Keep the system of a token whose compartments cannot be read: it never falls away."""
    if not _WORD.fullmatch(text):
        return None
    return Term(category, (root, text), paths=((root,),), unknown=(text,))


def _paths(root: str, compartments: list[str]) -> Iterator[Path]:
    for compartment in compartments:
        first, *further = compartment.split() or [""]
        yield (root, first)
        yield from ((root, first, sub) for sub in further)


def _is_path(path: Path) -> bool:
    return all(map(_NAME.fullmatch, path[1:]))


def _holds_control(path: Path) -> bool:
    """Tell whether a compartment is really a control: ``SI-NF`` is SI and NOFORN."""
    terms = (TERMS.get(word) for word in path[1:])
    return any(term is not None and term.category in {"dissem", "nonic"} for term in terms)


def _read_program(text: str) -> Term | None:
    for prefix in ("SAR-", "SPECIAL ACCESS REQUIRED-"):
        if text.startswith(prefix):
            return read_program(text.removeprefix(prefix).strip())
    return None


def _read_specified(text: str) -> Term | None:
    return read_category(text) if text.startswith("SP-") else None


_SUBSETS: Final = {
    spelling: entry.name for entry in AEA_PARTS for spelling in (entry.portion, *entry.also)
} | {entry.name: entry.name for entry in AEA_PARTS}

TERMS: Final[dict[str, Term]] = {
    spelling: term
    for entry in REGISTER
    if entry not in (*AEA_PARTS, *SAP)
    for spelling, term in _fixed(entry)
} | dict(_special())
"""Every fixed token, in each of its spellings."""

_READERS: Final[dict[str, Callable[[str], Term | None]]] = {
    "REL": _read_release,
    "RELTO": _read_release,
    "RELEASABLE": _read_release,
    "DISPLAY": _read_display,
    "FGI": _read_foreign,
    "SAR": _read_program,
    "SPECIAL": _read_program,
    "SP": _read_specified,
    **{entry.name: _read_system for entry in SCI},
    **{entry.name: _read_atomic for entry in AEA if entry.name in {"RD", "FRD"}},
}
"""Readers of open-ended tokens, by the token's first word."""
