"""Texts made to be slow to read: what the reader looks for, over and over.

A search that goes back over what it has seen takes four times as long for a text twice as long.
Each ``Attack`` names a text of any size: what opens it, a token said again and again, and what
closes it. The tokens are what the reader's patterns begin with, repeat or skip.
"""

import signal
import sys
from collections.abc import Callable, Iterator, Mapping
from itertools import islice
from typing import NamedTuple

from redactor.cable import read

HEAD = """DE RUEHZN #0641/01 2001728
ZNY CCCCC ZZH
O 181728Z JUL 08
FM AMEMBASSY ZENDA
TO SECSTATE WASHDC

C O N F I D E N T I A L ZENDA 000641

E.O. 12958: DECL: 07/18/2018
TAGS: PREL
SUBJECT: THE GRAIN TALKS

Classified By: Ambassador A. Rupert, for reasons 1.4 (b) and (d).

"""
BODY = f"{HEAD}1. (C) The minister smiled.\n\n2. (U) It rained: "

TOKENS = (
    # Brackets, marks and their parts.
    "(", "((((", ")", "(S", "(S//", "// ", "/", "(C)", "(C) ", "(S//NF) ", "(S//NF)\n", "(U.S.) ",
    "(S/\n", "[", "[S] ", "{", "REL TO ", "REL ABC, ", "ABC ", "FGI ", "C)", "(C/S) ",
    "(//GBR S) ", "(C - ENTIRE TEXT) ", "SECRET - ENTIRE TEXT ", "[x](", "[x](y)", "](", "[](",
    "\n(C) ", "\n(B) ",
    # Numbers, signs, lists and figures.
    "1. ", "1. 2. 3. ", "1.\n", "\n1. ", "¶", "¶1. ", "\n¶1. (S) ", "\ufffd", "\ufffd1. ", "1",
    "12", "1 ", "\n13. (C) x", "\n2. x", "\n(C) 3. x", "[¶](", "- ", "\n- (S) x", "o ", "a) ",
    "\na) ", "0", "²", "٣",
    # Class lines, captions, page-break lines and stamps.
    "S E C R E T ", "SECRET ", "SECRET\n", "SECRET\n\n", "\nSECRET/", "UNCLASSIFIED ", "U", "S-",
    "T-", "NOFORN ", "N O F O R N ", "NOFORN\n\n", "SIPDIS\n", "SECTION ", "SECTION 01 OF ",
    " OF 02", "ZENDA 00000641  002 OF 002", "A 00000641  002 OF 002\n",
    "A B C 00000641  002 OF 02", "00000641  002", "PAGE ", "PAGE 02 A",
    "PAGE 02 ZENDA 03759 01 OF 02 111533Z ", "RELEASED IN ",
    "UNCLASSIFIED U.S. Department of State Case No", "U.S. Department of State\n\n", "Case No. ",
    "Declassified/Released US Department of State EO Systematic Review ",
    "Aa Declassified/Released ", "\nRELEASED IN PART B1 ", "DEPT FOR ", " DEPT PASS",
    "STATE ALSO ", "CORRECTED COPY ",
    # Labels and values of fields.
    "DE ", "FM ", "TO ", "TO A\n", "INFO ", "\nINFO RUEHC/A PRIORITY 0001", "RUEHC/", "RUEHC ",
    "ZNY ", "O 181728Z ", "181728Z JUL 08 ", "181728", "OO", "MRN: ", "MRN: 12 A 1\n",
    "\nO 181728Z JUL 08", "E.O. ", "E.O. 12958: ", "\nE.O. 12958: ", "TAGS: ", "\nTAGS: ", "TAGS ",
    "PREL, ", "PREL,\n", "SUBJECT: ", "\nSUBJECT: x", "REF: A. ", "\nREF: A. ", "A. ", "(A) ",
    "08 ZENDA 1, ", "; ", ", ", "Classified By: ", "\nClassified By: ", "CLASSIFIED ", "REASON ",
    "REASONS 1.4 ", "1.4 (b) ", "1.4 ", "b and ", "DECL ", "DECL ON ", "DECLASSIFY ON: ",
    "\nDECL ON: X", "REASO\n", "A\n", "b,\n",
    # Ends, headings and rules.
    "Message Attributes\n", "\nMessage Attributes\n", "Signature: ", "\nDrafted By: x", "NNNN\n",
    "#", "-", "-----\n", "=", "*", "_", "?", "!", ".", "...", ". ", ":\n", "Summary\n\n",
    "SUMMARY\n\n", "RUPERT\n", "END ", "<<", "¿",
    # Letters, blanks, line ends and what hides.
    "a", "A", "aA", "a ", "A ", "A b ", "é", "\u0301", "ß", "\x00", "\x1b", "\u200b", "\u202e",
    "\ufeff", "\u2028", "\x85", " ", "\t", "\u00a0", "\u3000", "\n", "\r", "\r\n", "\r\r\n",
    "\n\r", "\n ", " \n", "\f", "\v", "\x1c", "a\n", "a\r", "a\n\n", "A\n\n", "a\f", "\n\n\n",
    "-\n", "a-\n", "\u00ad",
)  # fmt: skip
"""What is repeated."""

_IN_FIELDS = (
    "SECRET", "SECRET ", "S E C R E T ZENDA 000641 ", "(SECRET ", "SIPDIS ", "FM A", "TO A",
    "TO RUEHC/", "INFO A", "DE RUEHZN ", "ZNY ", "O 1817", "Date/DTG: ", "MRN: 12 A", "E.O. 12958",
    "E.O. ", "E.O. 12958: DECL: ", "TAGS", "TAGS: PREL", "SUBJECT", "SUBJECT: x", "REF: A. x",
    "REF: 08 ", "Classified By", "Classified By: x", "Classified By: x REASON",
    "Classified By: x 1.4", "Classified By: x DECL ON", "DECLASSIFY ON", "DEPT ", "CAPTIONS: ",
    "PASS LINE: ", "------", "#", "1. (C)", "1. ", "(", "(S", "¶", "PAGE 02", "PAGE 02 A",
    "A 00000641", "U.S. Department of State", "Case No. ",
)  # fmt: skip
"""What a run of one character may follow within a line: each opens one of the reader's patterns."""
_RUNS = (
    " ",
    "\n",
    "\r",
    " \n",
    "\t",
    "A",
    "A ",
    "A\n",
    "1",
    "1 ",
    ",",
    "/",
    "-",
    ".",
    ":",
    "(",
    " A.",
)
_CLOSED = ("", "X", "\nX", ".\nClassified By: Y")


class Attack(NamedTuple):
    """A text that grows by its token."""

    name: str
    opening: str
    token: str
    closing: str = ""
    again: str = ""
    """A second token, said as often as the first, after what closes it."""

    def text(self, size: int) -> str:
        """Give it at about ``size`` code points."""
        times = self.times(size)
        return self.opening + self.token * times + self.closing + self.again * times

    def times(self, size: int) -> int:
        """Tell how often its token stands in such a text."""
        return max(1, size // len(self.token + self.again))


def repeats() -> Iterator[Attack]:
    """Give every token repeated: as the whole text, in the head, and in the body."""
    for token in TOKENS:
        yield Attack(f"{token!r} alone", "", token)
        yield Attack(f"{token!r} in the head", HEAD, token, "X\n")
        yield Attack(f"{token!r} in the body", BODY, token, "X\n\n3. (C) He left.\n")


def pairs() -> Iterator[Attack]:
    """Give a run of one token after each opening that the reader's patterns have."""
    for opening in _IN_FIELDS:
        for run in _RUNS:
            for closing in _CLOSED:
                yield Attack(f"{opening!r} + {run!r} + {closing!r}", opening, run, closing)


_WORDS = (
    "A", "A ", "a. ", "ab", "ab ", "Ab", "ab-", "ab\n", "1", "12 ", "é", "é ", "\u200b", "a\u200b",
    "May ", "will ", "of the ", "Jane Doe ", "Jane Doe, ", "JaneDoe", "J a n e  ",
    "one two six ten in ",
)  # fmt: skip


def mirrors() -> Iterator[Attack]:
    """Give a paragraph of one word and a second one of the same or another."""
    for first in _WORDS:
        for second in _WORDS:
            name = f"{first!r} here and {second!r} there"
            yield Attack(name, f"{HEAD}1. (S) ", first, " left.\n\n2. (U) ", second)


def crowds() -> Iterator[Attack]:
    """Give sound cables with very many of one thing."""
    yield Attack("many paragraphs", HEAD, "¶1. (S) Text.\n\n")
    yield Attack("many warnings", HEAD, "9. (S//NF/QQ) Text.\n\n")
    yield Attack("many candidates", HEAD, "1. 2. 3.\n2. 3. 4.\n3. 4. 5.\n")
    yield Attack("many refused numbers", BODY, "\n\n700. (C) Text.\n\n3. (C) Text.")
    yield Attack("many marks in one paragraph", BODY, "He left. (S//NF) He came. (U) ")
    yield Attack("many unknown marks", BODY, "He left. (S//QQ) ")
    yield Attack("many page lines in one paragraph", BODY, "he\nZENDA 00000641  002 OF 002\n\n")
    yield Attack("many old page lines", BODY, "he\nPAGE 02 ZENDA 03759 01 OF 02 111533Z\n")
    yield Attack("many page lines glued to text", BODY, "he A B C D E 00000641  002 OF 002 ")
    yield Attack("many footers", BODY, "he\n\nSECRET\n\n")
    yield Attack("many section heads", BODY, "he\n\nC O N F I D E N T I A L ZENDA 000641\n\n")
    yield Attack("many references", f"{HEAD}REF: A. 08 ZENDA 1", " B. 08 ZENDA 2, 08 ZENDA 3;")
    yield Attack("many lines of references", f"{HEAD}REF: A. 08 ZENDA 1", "\nB. 08 ZENDA 2")
    yield Attack("many addressees", "FM A\nTO B\n", "RUEHC/SECSTATE WASHDC PRIORITY 0001\n")
    yield Attack("many tags", "TAGS: ", "PREL, PGOV,\n")
    yield Attack("many links in tags", "TAGS: ", "[PREL](#x), (A B)\n")
    yield Attack("many fields", "", "TAGS: PREL\nSUBJECT: A\nREF: B\nE.O. 12958: N/A\n")
    yield Attack("many fields in one line", "", "TAGS: PREL SUBJECT: A REF: B E.O. 12958: N/A ")
    yield Attack("many class lines in the head", "", "SECRET ZENDA 000641\nNOFORN\n")
    yield Attack("many rows of an authority line", "Classified By: X", "\nAND A FEW WORDS")
    yield Attack("many authority lines", "", "Classified By: X, REASON 1.4 (b)\n")
    yield Attack("many sections of an order", "Classified By: X", " 1.4 x.", " .")
    yield Attack("many orders in the body", BODY, " DECL ON DECLASSIFY ON DECL ON")
    yield Attack("many items below many rows", BODY, "\nx", "\n(B) x", "\n\n(C) y")
    yield Attack("many headings", BODY, "\n\nTHE TALKS\n\n")
    yield Attack("many rules", BODY, "\n-----\nTHE TALKS\n-----\n")
    yield Attack("many ends", BODY, "\nNNNN\n")
    yield Attack("many signatures", BODY, "\n\nSignature: RUPERT\n")
    yield Attack("many blocks", BODY, "x\n\n")
    yield Attack("one list that never ends", BODY, "\n(B) x\n\n(C) y")


_FEW = (" ", "\n", "A ")


def few_pairs() -> Iterator[Attack]:
    """Give the pairs that have found most."""
    return (each for each in pairs() if each.token in _FEW and each.closing in {"X", _CLOSED[-1]})


KINDS: Mapping[str, Callable[[], Iterator[Attack]]] = {
    "repeats": repeats,
    "pairs": few_pairs,
    "crowds": crowds,
}
"""The attacks that every run of the tests makes."""


def main(kind: str, first: str, size: str, limit: str) -> None:
    """Read the attacks of a kind from number ``first`` on; each is named before it is read.

    The system ends the process when one takes more than ``limit`` seconds of its CPU time.
    """
    for attack in islice(KINDS[kind](), int(first), None):
        sys.stdout.write(f"{attack.name}\n")
        sys.stdout.flush()
        data = attack.text(int(size)).encode()
        signal.setitimer(signal.ITIMER_VIRTUAL, float(limit))
        read(data)
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)


if __name__ == "__main__":
    main(*sys.argv[1:])
