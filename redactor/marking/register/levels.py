"""Words that open a marking: levels of the United States, of NATO, and of foreign governments."""

from typing import Final, Literal, NamedTuple

Level = Literal["U", "C", "S", "TS"]
"""A classification level in its portion form; SBU, FOUO and LOU are controls on level U."""

LEVELS: Final[tuple[Level, ...]] = ("U", "C", "S", "TS")
"""The levels in rising order."""

Grade = Literal["U", "R", "C", "S", "TS"]
"""A level as a foreign government writes it: RESTRICTED has no American level."""

GRADES: Final[tuple[Grade, ...]] = ("U", "R", "C", "S", "TS")
"""The grades in rising order."""


class Degree(NamedTuple):
    """What a grade is called, and what it means."""

    word: str
    level: Level
    """The American level at which it is protected; RESTRICTED is kept as C."""
    meaning: str
    cite: str


DEGREES: Final[dict[Grade, Degree]] = {
    "U": Degree("UNCLASSIFIED", "U", "Not classified; that alone does not allow its release.",
                "32 CFR 2001.21(c); 22 CFR 9.9(e)"),
    "R": Degree("RESTRICTED", "C", "A foreign level below CONFIDENTIAL, protected as C.",
                "CAPCO 2016, register: non-US classification"),
    "C": Degree("CONFIDENTIAL", "C", "Disclosure could damage the national security.",
                "E.O. 13526, 1.2(a)(3)"),
    "S": Degree("SECRET", "S", "Disclosure could seriously damage the national security.",
                "E.O. 13526, 1.2(a)(2)"),
    "TS": Degree("TOP SECRET", "TS", "Disclosure could damage the national security gravely.",
                 "E.O. 13526, 1.2(a)(1)"),
}  # fmt: skip

FOREIGN_WORDS: Final[dict[str, Grade]] = {
    **{grade: grade for grade in GRADES},
    **{degree.word: grade for grade, degree in DEGREES.items()},
}
"""Levels inside a foreign mark, ``(//GBR S)`` or ``//GBR SECRET``."""

Use = Literal["portion", "banner", "state", "compound"]


class Opening(NamedTuple):
    """What a word says that opens a marking."""

    grade: Grade
    brings: tuple[str, ...]
    """Control tokens that the word holds within it."""
    use: Use
    """Where it belongs; ``state``: right though the register does not know it; ``compound``: a
    level and a control run together."""


OPENINGS: Final[dict[str, Opening]] = {
    "TS": Opening("TS", (), "portion"),
    "S": Opening("S", (), "portion"),
    "C": Opening("C", (), "portion"),
    "U": Opening("U", (), "portion"),
    "CUI": Opening("U", ("CUI",), "state"),
    "CONTROLLED": Opening("U", ("CUI",), "banner"),
    "TOP SECRET": Opening("TS", (), "banner"),
    "SECRET": Opening("S", (), "banner"),
    "CONFIDENTIAL": Opening("C", (), "banner"),
    "UNCLASSIFIED": Opening("U", (), "banner"),
    "UNCLAS": Opening("U", (), "state"),
    "UNCLAS EFTO": Opening("U", (), "state"),
    "UNCLAS SENSITIVE": Opening("U", ("SBU",), "state"),
    "SENSITIVE BUT UNCLASSIFIED": Opening("U", ("SBU",), "state"),
    "SBU": Opening("U", ("SBU",), "state"),
    "SBU-NF": Opening("U", ("SBU-NF",), "state"),
    "LIMITED OFFICIAL USE": Opening("U", ("LOU",), "state"),
    "LOU": Opening("U", ("LOU",), "state"),
    "FOUO": Opening("U", ("FOUO",), "compound"),
    "FOR OFFICIAL USE ONLY": Opening("U", ("FOUO",), "compound"),
    "SNF": Opening("S", ("NF",), "compound"),
    "CNF": Opening("C", ("NF",), "compound"),
    "TSNF": Opening("TS", ("NF",), "compound"),
    "TSRD": Opening("TS", ("RD",), "state"),
    "SRD": Opening("S", ("RD",), "state"),
    "CRD": Opening("C", ("RD",), "state"),
    "TSFRD": Opening("TS", ("FRD",), "state"),
    "SFRD": Opening("S", ("FRD",), "state"),
    "CFRD": Opening("C", ("FRD",), "state"),
}
"""32 CFR 2001.21(c); 10 CFR 1045.140(d)(4); 5 FAH-1 H-246.2; 5 FAH-2 H-222; forms of cables."""


class NatoClass(NamedTuple):
    """A NATO level, with the special category that its older short forms hold."""

    grade: Grade
    brings: tuple[str, ...] = ()


NATO_OPENINGS: Final[dict[str, NatoClass]] = {
    "CTS": NatoClass("TS"),
    "NS": NatoClass("S"),
    "NC": NatoClass("C"),
    "NR": NatoClass("R"),
    "NU": NatoClass("U"),
    "COSMIC TOP SECRET": NatoClass("TS"),
    "NATO SECRET": NatoClass("S"),
    "NATO CONFIDENTIAL": NatoClass("C"),
    "NATO RESTRICTED": NatoClass("R"),
    "NATO UNCLASSIFIED": NatoClass("U"),
    "CTSA": NatoClass("TS", ("ATOMAL",)),
    "NSAT": NatoClass("S", ("ATOMAL",)),
    "NCA": NatoClass("C", ("ATOMAL",)),
    "CTS-B": NatoClass("TS", ("BOHEMIA",)),
    "CTS-BALK": NatoClass("TS", ("BALK",)),
}
"""CAPCO 2016, register: NATO markings; the last five are short forms of CAPCO 2008."""

NATO_FORMS: Final[dict[Grade, tuple[str, str]]] = {
    "TS": ("CTS", "COSMIC TOP SECRET"),
    "S": ("NS", "NATO SECRET"),
    "C": ("NC", "NATO CONFIDENTIAL"),
    "R": ("NR", "NATO RESTRICTED"),
    "U": ("NU", "NATO UNCLASSIFIED"),
}
"""Portion and banner form of each NATO level."""
