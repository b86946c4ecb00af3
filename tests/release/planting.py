"""Planted leaks: invented cables that withhold some words and say them again, in disguise."""

import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import cycle, islice, product

from redactor.cable import read
from redactor.release import compose, find_leaks
from redactor.text import Span
from tests.release.builder import decide, paint, release_all

Disguise = Callable[[str], str]

NAMES = (
    "Quilleran",
    "Marta Quillon",
    "Tobias Anders Brenholt",
    "Ines O'Malveren",
    "Solveig al-Tarrin",
    "José Nkemdi-Adler",
    "Orlu Vane",
    "Dov Is",
)
RUNS = (
    "the minister asked us to move both of his boats before the vote",
    "he would sell the northern ferry to his cousin for one coin",
    "our source sits in the cabinet and wants to leave by winter",
)
"""Longer than what is looked for as a phrase."""
NUMBERS = ("555 0142", "K4471902", "08LUNARIA77", "Z9 1187-44")

_PAGE = "\n\nLUNARIA 00000012  002 OF 002\n\n"
_CABLE = """\
VZCZCXRO0007
OO RUEHC
DE RUEHLN #0012 1941530
ZNY SSSSS ZZH
O 121530Z JUL 08
FM AMEMBASSY LUNARIA
TO RUEHC/SECSTATE WASHDC IMMEDIATE 1234
INFO RUEHXX/{header}
BT
S E C R E T SECTION 01 OF 02 LUNARIA 000012

NOFORN
SIPDIS

E.O. 12958: DECL: 07/12/2033
TAGS: PREL, PGOV, OVIP ({tags})
SUBJECT: PIER TALKS: {subject}

REF: A. LUNARIA 11
     B. {refs} NOTE 08/1/3

Classified By: {authority}, for reasons 1.4(b) and (d).

1. (S) At noon {secret} came up.

2. (U) The pier is old. On Monday {paragraph} was in the papers.

3. (U) Comment: Nobody expects much.
{signature}
BT
#0012

NNNN
"""
_USUAL = {
    "header": "HARBOUR COLLECTIVE",
    "tags": "ELM, OAK",
    "subject": "MORE DELAYS",
    "refs": "EMBASSY",
    "authority": "Political Counselor",
    "paragraph": "a new plan",
    "signature": "ASHDOWN",
}
PLACES = tuple(_USUAL)


@dataclass(frozen=True, slots=True)
class Planted:
    """A cable of which some words are withheld, and stand in another place too."""

    kind: str
    text: str
    withheld: Span
    again: Span
    """Where the words stand in disguise."""

    def is_found(self) -> bool:
        """Tell whether the search finds them there."""
        cable = read(self.text.encode())
        painting = paint(cable, [release_all(cable), decide(2, "redact", self.withheld)])
        leaks = find_leaks(cable, painting, compose(cable, painting, amount="bucket"))
        return any(
            leak.released.start < self.again.end and self.again.start < leak.released.end
            for leak in leaks
        )


def plant(secret: str, kind: str, disguised: str, place: str) -> Planted:
    """Give a cable that withholds ``secret`` and says it in disguise in ``place``."""
    slots = {**_USUAL, "secret": secret, place: disguised}
    text = _CABLE.format(**slots)
    withheld = len(_CABLE.partition("{secret}")[0].format(**slots))
    again = len(_CABLE.partition(f"{{{place}}}")[0].format(**slots))
    return Planted(
        f"{kind} in {place}: {secret}",
        text,
        Span(withheld, withheld + len(secret)),
        Span(again, again + len(disguised)),
    )


def planted_leaks() -> Iterator[Planted]:
    """Give every disguise of every secret, each in two places, all places taking turns."""
    places = cycle(PLACES)
    for disguises, secrets in (
        (COMMON, (*NAMES, *RUNS, *NUMBERS)),
        (OF_WORDS, (*NAMES, *RUNS)),
        (OF_NAMES, NAMES),
    ):
        for kind, secret in product(disguises, secrets):
            disguised = disguises[kind](secret)
            for place in islice(places, 2):
                yield plant(secret, kind, disguised, place)
    for kind, secret in product(BROKEN, (*NAMES, *RUNS)):
        yield plant(secret, kind, BROKEN[kind](secret), "paragraph")
    yield from _parts_of_runs()


def _parts_of_runs() -> Iterator[Planted]:
    """Give every disguise of five words of a longer span, at its start and further on."""
    disguises = {**COMMON, **OF_WORDS, **BROKEN}
    for kind, run, first in product(disguises, RUNS, (0, 3)):
        words = " ".join(run.split()[first : first + 5])
        yield plant(run, f"five words {kind}", disguises[kind](words), "paragraph")


def _middle(words: str, put: str) -> str:
    """Put something into the middle of the longest word."""
    longest = max(words.replace("-", " ").split(), key=len)
    at = words.index(longest) + len(longest) // 2
    return words[:at] + put + words[at:]


def _spaced(words: str, between: str, gap: str) -> str:
    return gap.join(between.join(word) for word in words.split())


def _surname_first(words: str, comma: str = ", ") -> str:
    *first, last = words.split()
    return comma.join([last, " ".join(first)]) if first else words


def _letters(plain: str, others: str) -> Disguise:
    table = str.maketrans(plain, others)
    return lambda words: words.translate(table)


def _shifted(capital: int, small: int) -> Disguise:
    """Give letters of another alphabet of the same order."""
    table = {ord("A") + i: capital + i for i in range(26)}
    table |= {ord("a") + i: small + i for i in range(26)}
    return lambda words: words.translate(table)


COMMON: dict[str, Disguise] = {
    "as it is": str,
    "upper case": str.upper,
    "lower case": str.lower,
    "swapped case": str.swapcase,
    "full stop": lambda words: f"{words}.",
    "quoted": lambda words: f"“{words}”",
    "in brackets": lambda words: f"[{words}]",
    "between slashes": lambda words: f"EMB/{words}/POL",
    "starred": lambda words: f"*{words}*",
    "underscored": lambda words: f"_{words.replace(' ', '_')}_",
    "full-width": _shifted(0xFF21, 0xFF41),
    "mathematical bold": _shifted(0x1D400, 0x1D41A),
    "sans-serif": _shifted(0x1D5A0, 0x1D5BA),
    "circled": _shifted(0x24B6, 0x24D0),
    "zero-width space": "\u200b".join,
    "zero-width joiner": "\u200d".join,
    "direction marks": lambda words: _middle(words, "\u202e"),
    "control code": lambda words: _middle(words, "\x08"),
    "variation selectors": "\ufe0f".join,
    "struck through": "\u0336".join,
    "soft hyphens": lambda words: _middle(words, "\u00ad"),
    "hangul filler": lambda words: _middle(words, "\u3164"),
    "no-break spaces": lambda words: words.replace(" ", "\u00a0"),
    "wide gaps": lambda words: words.replace(" ", " \t  "),
    "ideographic spaces": lambda words: words.replace(" ", "\u3000"),
    "Cyrillic": _letters("AaEeOoCcIiTKMHBPXxy", "АаЕеОоСсІіТКМНВРХху"),
    "Greek": _letters("AEIOToaieKMNBHPvu", "ΑΕΙΟΤοαιεΚΜΝΒΗΡνυ"),
    "wrapped": lambda words: words.replace(" ", "\n"),
    "wrapped by CRLF": lambda words: words.replace(" ", "\r\n"),
}
OF_WORDS: dict[str, Disguise] = {
    "accents": _letters("aeiounAEIOUN", "áèîöùñÁÈÎÖÙÑ"),
    "accents apart": lambda words: unicodedata.normalize(
        "NFD", _letters("aeiounAEIOUN", "áèîöùñÁÈÎÖÙÑ")(words)
    ),
    "crossed letters": _letters("aodlht", "ɑøđłħŧ"),
    "small capitals": _letters("abcdeglmnoprtu", "ᴀʙᴄᴅᴇɢʟᴍɴᴏᴘʀᴛᴜ"),
    "hyphen in a word": lambda words: _middle(words, "-"),
    "hyphen at a line end": lambda words: _middle(words, "-\n"),
    "hyphen at a line end, in capitals": lambda words: _middle(words.upper(), "- \r\n"),
    "typographic hyphen at a line end": lambda words: _middle(words, "\u2010\n"),
    "cut at a line end": lambda words: _middle(words, "\n"),
    "spelled out": lambda words: _spaced(words, " ", "  "),
    "spelled out in capitals": lambda words: _spaced(words.upper(), " ", "   "),
    "spelled out with dots": lambda words: _spaced(words, ".", " "),
    "spelled out with hyphens": lambda words: _spaced(words, "-", " "),
    "spelled out with strokes": lambda words: _spaced(words, "/", " "),
    "spelled out with tabs": lambda words: _spaced(words, "\t", "\t\t"),
    "spelled out down the page": lambda words: "\n".join(words.replace(" ", "")),
    "apostrophe in a word": lambda words: _middle(words, "'"),
    "cut by a form feed": lambda words: _middle(words, "\f"),
    "spelled out evenly": lambda words: _spaced(words, " ", " "),
    "written as one": lambda words: words.replace(" ", ""),
    "in camel case": lambda words: words.title().replace(" ", ""),
    "with commas": lambda words: words.replace(" ", ", "),
    "with dots": lambda words: words.replace(" ", "."),
    "with strokes": lambda words: words.replace(" ", "/"),
}
OF_NAMES: dict[str, Disguise] = {
    "surname first": _surname_first,
    "surname first in capitals": lambda words: _surname_first(words.upper()),
    "surname first, no comma": lambda words: _surname_first(words, " "),
    "surname first, wrapped": lambda words: _surname_first(words, ",\n"),
    "surname first, page break": lambda words: _surname_first(words, "," + _PAGE),
    "possessive": lambda words: f"{words}'s",
    "typographic possessive": lambda words: f"{words}’s",
    "possessive in capitals": lambda words: f"{words.upper()}'S",
    "plural": lambda words: f"{words}s",
    "plural in capitals": lambda words: f"{words.upper()}S",
    "with a title": lambda words: f"Mrs.{words}",
    "in an address": lambda words: f"{words.replace(' ', '.').lower()}@post",
    "with digits": lambda words: f"{words.replace(' ', '')}12",
    "in a compound": lambda words: f"{words}-led",
}
BROKEN: dict[str, Disguise] = {
    "page break": lambda words: words.replace(" ", _PAGE, 1),
    "page break in a word": lambda words: _middle(words, _PAGE),
    "page break after a hyphen": lambda words: _middle(words, "-" + _PAGE),
}
