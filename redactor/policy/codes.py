"""The codes under which a stretch may be withheld: law as data, each with its source.

Texts in short: 5 USC 552(b); E.O. 13526 sections 1.4 and 3.3(b), as 32 CFR 2001.21(a)(3) and
2001.26 give them. The order of the table is the order in which codes are printed.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Literal

from redactor.policy.errors import closest
from redactor.policy.model import BASES, Basis, Support

Need = Literal["statute", "guide", "harm"]
"""What a decision must carry beside the code: a statute, a guide with its topic, a harm text."""

Family = Literal["exemption", "reason", "exemption-25", "exemption-50", "statute"]


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


_FOIA: tuple[Basis, ...] = ("foia",)
_NOT_FOIA: tuple[Basis, ...] = ("mdr", "automatic", "systematic")

_B1 = Code(
    "b1", "(b)(1)", "Properly classified under an executive order", "5 USC 552(b)(1)",
    _FOIA, (), security=True, family="exemption",
)  # fmt: skip

_REASONS = {
    "a": "Military plans, weapons systems, or operations",
    "b": "Foreign government information",
    "c": "Intelligence activities, sources or methods, or cryptology",
    "d": "Foreign relations or foreign activities, including confidential sources",
    "e": "Scientific, technological, or economic matters relating to national security",
    "f": "Programs for safeguarding nuclear materials or facilities",
    "g": "Vulnerabilities or capabilities of systems, installations, or plans",
    "h": "Weapons of mass destruction",
}

_EXEMPTIONS_25 = {
    "25X1": "Human or intelligence source, intelligence method, or foreign service",
    "25X2": "Weapons of mass destruction",
    "25X3": "Cryptologic systems or activities",
    "25X4": "State-of-the-art weapon technology",
    "25X5": "Military war plans that remain in effect",
    "25X6": "Serious harm to foreign relations or diplomatic activities",
    "25X7": "Protection of the President and other protectees",
    "25X8": "Emergency preparedness or vulnerabilities of systems and installations",
    "25X9": "Violation of a statute, treaty, or international agreement",
}

_EXEMPTIONS_50 = {
    "50X1-HUM": "Confidential human source or human intelligence source",
    "50X2-WMD": "Key design concepts of weapons of mass destruction",
}

_HARM: tuple[Need, ...] = ("harm",)
_EXEMPTIONS: tuple[tuple[str, str, str, tuple[Need, ...]], ...] = (
    ("b2", "(b)(2)", "Solely internal personnel rules and practices", _HARM),
    ("b3", "(b)(3)", "Exempted from disclosure by statute", ("statute",)),
    ("b4", "(b)(4)", "Trade secrets and confidential commercial information", _HARM),
    ("b5", "(b)(5)", "Deliberative process, attorney-client, or work product", _HARM),
    ("b6", "(b)(6)", "Clearly unwarranted invasion of personal privacy", _HARM),
    ("b7a", "(b)(7)(A)", "Law enforcement: interference with proceedings", _HARM),
    ("b7b", "(b)(7)(B)", "Law enforcement: right to a fair trial", _HARM),
    ("b7c", "(b)(7)(C)", "Law enforcement: personal privacy", _HARM),
    ("b7d", "(b)(7)(D)", "Law enforcement: confidential source", _HARM),
    ("b7e", "(b)(7)(E)", "Law enforcement: techniques and procedures", _HARM),
    ("b7f", "(b)(7)(F)", "Law enforcement: life or physical safety", _HARM),
    ("b8", "(b)(8)", "Supervision of financial institutions", ()),
    ("b9", "(b)(9)", "Geological information concerning wells", ()),
)

_STATUTE = Code(
    "statute", "statute", "Withheld by a statute, which the mark must name", "32 CFR 2001.33(h)",
    _NOT_FOIA, ("statute",), security=False, family="statute",
)  # fmt: skip


def _reason(letter: str, title: str) -> Code:
    code = f"1.4({letter})"
    cite = f"E.O. 13526 sec. {code}; 32 CFR 2001.21(a)(3)"
    return Code(code, code, title, cite, BASES, (), security=True, family="reason")


def _exemption(code: str, title: str, cite: str, family: Family) -> Code:
    return Code(code, code, title, cite, BASES, ("guide",), security=True, family=family)


def _all() -> Iterable[Code]:
    yield _B1
    yield from (_reason(*entry) for entry in _REASONS.items())
    for code, title in _EXEMPTIONS_25.items():
        yield _exemption(code, title, "32 CFR 2001.26(a); 2001.30(k)", "exemption-25")
    for code, title in _EXEMPTIONS_50.items():
        yield _exemption(code, title, "32 CFR 2001.26(b); 2001.30(k)", "exemption-50")
    for code, printed, title, needs in _EXEMPTIONS:
        cite = f"5 USC 552{printed}"
        yield Code(code, printed, title, cite, _FOIA, needs, security=False, family="exemption")
    yield _STATUTE


@cache
def code_table() -> Mapping[str, Code]:
    """Give every code by its id, in the order in which codes are printed."""
    return MappingProxyType({code.id: code for code in _all()})


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
    return next((code.id for code in code_table().values() if _bare(code.id) == wanted), words)


def _bare(words: str) -> str:
    return "".join(char for char in words.casefold() if char.isalnum() or char == ".")


def unknown_code(code: str) -> str:
    """Say in a sentence that there is no such code, and which was perhaps meant."""
    meant = closest(code, code_table())
    known = "codes are b1 to b9, 1.4(a) to 1.4(h), 25X1 to 25X9, 50X1-HUM, 50X2-WMD and statute"
    return f'"{code}" is not a code; ' + (f'did you mean "{meant}"?' if meant else f"{known}.")


def in_order(codes: Iterable[str]) -> tuple[str, ...]:
    """Give known codes once each, in the order in which they are printed."""
    wanted = set(codes)
    return tuple(code for code in code_table() if code in wanted)


def reason_code(letter: str) -> str:
    """Give the code of a Classified-By reason letter: ``d`` is ``1.4(d)``."""
    return f"1.4({letter})"
