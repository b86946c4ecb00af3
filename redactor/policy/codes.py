"""The codes under which a stretch may be withheld: law as data, each with its source.

They lie in ``policies/codes``: a new code is an edit there. The order of the files, and in each
that of its codes, is the order in which codes are printed.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import chain
from types import MappingProxyType
from typing import Literal

from pydantic import ValidationError

from redactor.policy.errors import Fault, PolicyError, closest
from redactor.policy.faults import Shapes, shape_faults
from redactor.policy.model import Basis, Support
from redactor.policy.shape import Shape
from redactor.policy.shipped import code_files
from redactor.policy.strictyaml import Document, read_yaml
from redactor.policy.values import Filled, Flag, Many, Some

Need = Literal["statute", "guide", "harm"]
"""What a decision must carry beside the code: a statute, a guide with its topic, a harm text."""

Family = Literal["exemption", "reason", "exemption-25", "exemption-50", "privacy", "statute"]

AgeLimit = Literal["under-25", "over-25"]


@dataclass(frozen=True, slots=True)
class Code:
    """One code."""

    id: str
    """As a policy and the command line name it: ``b7c``."""
    printed: str
    """As a release prints it: ``(b)(7)(C)``."""
    title: str
    cite: str
    bases: tuple[Basis, ...]
    """The bases of review under which it is legal."""
    needs: tuple[Need, ...]
    security: bool
    """Withheld for national security: "not declassified", else "denied"."""
    family: Family
    age: AgeLimit | None = None
    """Where it is legal, seen from 31 December of the origin's year + 25; ``None`` at any age."""
    age_at_request: Literal["under-25"] | None = None
    """The same, by the record's age on the day of the request, 5 USC 552(b)(5)."""
    check_with_counsel: bool = False
    """What it covers is told from memory, and no source at hand confirms it."""


class CodeShape(Shape):
    """One code, as its file gives it."""

    id: Filled
    """As a policy and the command line name it: b7c."""
    printed: Filled
    """As a release prints it: (b)(7)(C)."""
    title: Filled
    cite: Filled
    bases: Many[Basis]
    """Under which kinds of review it is legal."""
    needs: Many[Need] = ()
    """What a decision must carry beside it."""
    security: Flag
    """true prints "not declassified" at the place withheld, false prints "denied"."""
    family: Family
    """Codes of one family follow the same rules."""
    age: AgeLimit | None = None
    """under-25: it ends on 31 December of the origin's year + 25; over-25: it begins then."""
    age_at_request: Literal["under-25"] | None = None
    """It ends when the record is 25 years old on the day of the request."""
    check_with_counsel: Flag = False
    """It is told from memory, and no source at hand confirms it."""


class CodesFile(Shape):
    """A file of codes."""

    codes: Some[CodeShape]


CODE_SHAPES: Shapes = {"": CodesFile, "codes": CodeShape}


@cache
def code_table() -> Mapping[str, Code]:
    """Give every installed code by its id, in the order in which codes are printed.

    Raises:
        PolicyError: with every fault of the files, when they are damaged.
    """
    documents = [read_yaml(file.read_bytes(), str(file)) for file in code_files()]
    return MappingProxyType(codes_of(documents))


def codes_of(documents: Iterable[Document]) -> dict[str, Code]:
    """Read files of codes.

    Raises:
        PolicyError: with every fault: in one file, or a code that two files define.
    """
    table: dict[str, Code] = {}
    faults: list[Fault] = []
    for document in documents:
        try:
            file = CodesFile.model_validate(document.content)
        except ValidationError as error:
            faults += shape_faults(error, document, CODE_SHAPES)
            continue
        for number, shape in enumerate(file.codes):
            if shape.id in table:
                said = f'the code "{shape.id}" stands twice; keep one'
                faults.append(document.fault(("codes", number, "id"), said, code="duplicate-id"))
            table[shape.id] = Code(**dict(shape))
    if faults:
        raise PolicyError(faults)
    return table


def print_code(code: str, support: Support | None = None) -> str:
    """Give a code as a release prints it: ``b7c`` is ``(b)(7)(C)``.

    The code ``statute`` prints as the statute that ``support`` names, 32 CFR 2001.33(h).

    Raises:
        ValueError: when there is no such code.
    """
    known = code_table().get(code)
    if known is None:
        raise ValueError(unknown_code(code))
    if known.family == "statute" and support and support.statute:
        return support.statute
    return known.printed


def find_code(words: str) -> str:
    """Give the id of a code written as an id or as printed, in any case: ``(b)(6)`` is ``b6``.

    What is no code comes back as it is.
    """
    wanted = _bare(words)
    known = code_table().values()
    names = chain(((c.id, c.id) for c in known), ((c.printed, c.id) for c in known))
    return next((code for name, code in names if _bare(name) == wanted), words)


def _bare(words: str) -> str:
    return "".join(char for char in words.casefold() if char.isalnum() or char == ".")


def unknown_code(code: str) -> str:
    """Say in a sentence that there is no such code, and which was perhaps meant."""
    meant = closest(code, code_table())
    said = f'did you mean "{meant}"?' if meant else f"codes are {_all_codes()}."
    return f'"{code}" is not a code; {said}'


def _all_codes() -> str:
    """Name the codes in short, family by family: ``b1 to b9, 1.4(a) to 1.4(h)``."""
    families: dict[Family, list[str]] = {}
    for code in code_table().values():
        families.setdefault(code.family, []).append(code.id)
    *first, last = (
        f"{ids[0]} to {ids[-1]}" if len(ids) > len("ab") else ", ".join(ids)
        for ids in families.values()
    )
    return f"{', '.join(first)} and {last}"


def in_order(codes: Iterable[str]) -> tuple[str, ...]:
    """Give known codes once each, in the order in which they are printed."""
    return _in_order(frozenset(codes))


@lru_cache(maxsize=1024)
def _in_order(wanted: frozenset[str]) -> tuple[str, ...]:
    return tuple(code for code in code_table() if code in wanted) if wanted else ()


def reason_code(letter: str) -> str:
    """Give the code of a Classified-By reason letter: ``d`` is ``1.4(d)``."""
    return f"1.4({letter})"
