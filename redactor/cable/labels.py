"""How the fields of a head are labelled, in telegrams, in SMART cables and in the archive's."""

import re
from typing import Literal

from redactor.cable.model import SegmentKind

Label = Literal[
    "transmission", "dtg", "from", "to", "info", "mrn", "classification", "caption", "declassify",
    "tags", "subject", "refs", "classified-by", "pass", "footer", "loose",
]  # fmt: skip
"""What a row of the head is. ``loose`` rows fit no field; a ``footer`` is a page's class word."""

KINDS: dict[Label, SegmentKind] = {
    "transmission": "transmission", "dtg": "header", "from": "header", "to": "header",
    "info": "header", "mrn": "header", "classification": "classification", "caption": "caption",
    "declassify": "declassify", "tags": "tags", "subject": "subject", "refs": "refs",
    "classified-by": "classified-by", "pass": "header", "footer": "furniture", "loose": "header",
}  # fmt: skip
"""The kind of segment that the rows of each label become."""

ADDRESSING: frozenset[Label | None] = frozenset(
    {"transmission", "dtg", "from", "to", "info", "mrn"}
)
"""Labels that end where the text's own head begins: below it, ``TO`` opens a sentence."""

GLUED: frozenset[Label | None] = frozenset(
    {"declassify", "tags", "subject", "refs", "classified-by", "pass"}
)
"""Labels whose line can hold further fields."""

TEXT_HEAD: frozenset[Label | None] = frozenset({"declassify", "tags", "subject"})
"""Labels of the text's own head."""

_PORTION = r"(?:\((?:TS|SBU|[SCU])(?:/{1,2}NF)?\)\s{0,3})?"
"""A label can stand behind its line's own mark: ``(U) E.O. 12958: N/A``."""

_ROW = re.compile(
    r"""
    (?P<transmission>(?=[VDZB\#OPRY/-]|[A-Z/]{1,6}[-\s])(?:
        (?-i:V?ZCZC)|DE\s+R[A-Z]{2,}|ZN[YR]\s+[A-Z]|BT$|\#\d{4}
      | (?:ZZ|OO|PP|RR|YY|[ZOPRY]\s)\s*R[A-Z]{4,}
      | (?-i:R[UH][A-Z]{2,6}(?:\s+[A-Z]{2,8})*)$
      | (?:(?:ORIGIN|ACTION|INFO)\s+)?[A-Z/]{1,6}-\d{2}\b|-{6,}\s*\d{6}|/\d{3}\s[A-Z]$)
    )
  | (?P<dtg>
        (?:[ZOPRY]{1,2}\s+){1,3}\d\s?\d[\d\s]{3,8}\s?Z?\s+[A-Z]|Date/DTG:
      | (?:[ZOPRY]{1,2}\s+){1,3}[A-Z\d]{6}Z\s(?:JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)\b
      | \d{6}Z\s(?:JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)\s\d{2}$
    )
  | (?P<mrn>MRN:|(?:(?:19|20)\d{2}|\d{2})[A-Z]{3,20}\d{1,6}$)
  | (?P<from>(?-i:FM\s)|FROM:)
  | (?P<to>(?-i:TO\s)|(?:TO|ACTION):)
  | (?P<info>(?-i:INFO\s)|INFO:)
  | PORTION(?:
    (?P<declassify>
        E\.?\s?O\.?\s?:?\s*\d{4,5}(?!\d)|E\.\s?O\.(?![.#-])|EXECUTIVE\s+ORDER\s+\d
      | DECL(?:ASSIFY)?(?:\s+ON)?\s*:|DECLASSIFY\s+ON\b
    )
  | (?P<declassify_odd>E[.,]{0,2}\s?[O0][.,]{0,2}\s?[:\#-]?\s*\d{4,6}|1[0-3]\d{3}\s?:\s?DECL)
  | (?P<tags>TAGS?\b)
  | (?P<subject>SUBJ(?:ECT)?\b\s*[:.-])
  | (?P<refs>
        REF(?:TELS?|S|\(S\)|ERENCES?)?(?!\w)\s*[:;.]|REFS?\s+(?:\(?A[.)]|\d{2}\s)
      | (?-i:REF(?:TELS?)?\s+(?!TO\s)[A-Z][A-Z '-]{2,24}\s\d{1,7}(?=$|[\s,;(]))
    )
  | (?P<authority>
        CLASSIFIED\s+BY|DERIVED\s+FROM|CLASSIFICATION\s+GUIDE|REASONS?\s*(?::|1[.,])
    )
  | (?P<authority_odd>
        C(?:LA|AL|A)SS?[IF][A-Z]{1,8}\s+BY\b|CLASS\.\s?BY\b|CLASSIFI(?:ED|ER)\s*:
      | RE[AS]{1,3}[NOS]{2,4}\s*(?::|1[.,])
    ))
  | (?P<caption>CAPTIONS?:)
  | (?P<pass>
        (?:DEPT|DEPARTMENT|STATE|WHITE\ HOUSE|NSC|TREASURY|COMMERCE|ENERGY|PENTAGON|OSD)
        \s+(?:ALSO\s+)?(?:FOR|PASS)\b
      | PASS\s+(?:LINE:|TO\b)|(?:DRAFTED|APPROVED)\s+BY
    )
    """.replace("PORTION", _PORTION),
    re.VERBOSE | re.IGNORECASE,
)
_LABELS: dict[str, Label] = {
    "transmission": "transmission", "dtg": "dtg", "mrn": "mrn", "from": "from", "to": "to",
    "info": "info", "declassify": "declassify", "tags": "tags", "subject": "subject",
    "refs": "refs", "authority": "classified-by", "caption": "caption", "pass": "pass",
    "declassify_odd": "declassify", "authority_odd": "classified-by",
}  # fmt: skip
"""The label that each group of ``_ROW`` stands for."""

_GLUED = re.compile(
    r"\s(?=[TSREC¶1])(?:TAGS(?=\s+[A-Z]{2,4}\b)|"
    r"(?:TAGS?|SUBJ(?:ECT)?|REF(?:TELS?|S|\(S\))?|CLASSIFIED BY)\s{0,2}:"
    r"|(?P<order>E[.,]{0,2}\s?[O0][.,]{0,2}\s?:?\s?1\d{4}\b(?P<told>\s?:?\s?(?:DECL|N/A))?)"
    r"|(?P<bare>SUBJECT\s|CLASSIFIED BY\s)"
    r"|(?P<first>¶?1\.\s{0,2}(?=\((?:TS|S|C|U|SBU)[^()]{0,20}\))))",
    re.IGNORECASE,
)
_UNMISTAKABLE: dict[str, frozenset[Label | None]] = {
    "order": frozenset({"pass", "tags", "caption", "classification"}),
    "told": frozenset({"pass", "tags", "caption", "classification", "subject", "refs"}),
    "bare": frozenset({"tags", "declassify"}),
}
"""Behind which labels a field without a colon can start: elsewhere these are common words."""
_MARK_BEFORE = re.compile(_PORTION)


def label_at(line: str) -> int:
    """Tell where in a line that starts a field its label stands: behind the line's own mark."""
    match = _MARK_BEFORE.match(line)
    return match.end() if match else 0


def label_of(line: str) -> Label | None:
    """Tell which field a line starts, if it starts one."""
    match = _ROW.match(line)
    return _LABELS[match.lastgroup] if match is not None and match.lastgroup else None


_UNMISTAKABLE_ROW = re.compile(
    r"PORTION(?:E\.?\s?O\.?\s?:?\s*1\d{4}|(?:TAGS|SUBJ(?:ECT)?|REF(?:TELS?|S|\(S\)|ERENCES?)?)\s?:"
    r"|CLASSIFIED\s+BY\s?:|DERIVED\s+FROM\s?:|DECLASSIFY\s+ON\s?:|REASONS?\s?:\s?1\.[2-6])".replace(
        "PORTION", _PORTION
    ),
    re.IGNORECASE,
)


def is_unmistakable(line: str) -> bool:
    """Tell whether a line's label can only be the text head's, even below text."""
    return _UNMISTAKABLE_ROW.match(line) is not None


def is_misspelt(line: str) -> bool:
    """Tell whether a line starts a field whose label is damaged: ``E..O.``, ``Classfied By``."""
    match = _ROW.match(line)
    return match is not None and (match.lastgroup or "").endswith("_odd")


def glued_at(line: str, label: Label) -> tuple[int, ...]:
    """Tell where further fields start in a line: ``E.O. 12958: N/A TAGS: PREL SUBJECT: X``.

    The first paragraph can follow there too. An order inside an authority line is part of it,
    and so is one inside the E.O. line's own words.
    """
    found = list(_GLUED.finditer(line))
    return tuple(match.start() + 1 for match in found if _parts(match, label)) if found else ()


def _parts(match: re.Match[str], label: Label) -> bool:
    """Tell whether what was found starts a field behind one of this label."""
    group = "told" if match["told"] else match.lastgroup
    places = _UNMISTAKABLE.get(group or "")
    return places is None or label in places
