"""The head of a cable: which rows belong to which field, from the top to the first paragraph."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from redactor.cable.banner import Banner, read_banner, read_captions
from redactor.cable.candidates import opens_body
from redactor.cable.fields import is_broken, without_links
from redactor.cable.labels import ADDRESSING, GLUED, TEXT_HEAD, Label, glued_at, label_of
from redactor.cable.rows import Row
from redactor.text import Span

_OFFICE = re.compile(
    r"R[A-Z ]{3,8} ?/ ?[A-Z]|(?:AMEMBASSY|AMCONSUL|AMCONGEN|USMISSION|SECSTATE|SECDEF|USINT|USLO)\s"
)
_NAME = re.compile(r"\([^()]{0,80}\)")
_LONGEST_TAG = 6
_REF_KEY = re.compile(r"\(?[A-Z][.)]\s")
_SETTLED = re.compile(
    r"\d[/-]\d|\d{8}|\bN/?A\b|\b(?:OADR|MR|X?GDS|ADS|X[1-8]|\d\dX\d)\b", re.IGNORECASE
)
"""An instruction that says so much is complete; only events and lists run on."""
_SUBJECT_ROWS = 4
_LOOSE_ROWS = 12
"""So many rows in sequence that fit no field, below the first field: the body has begun."""
_PREAMBLE_ROWS = 60
"""So many rows of a web page's debris may stand above the first field."""


@dataclass(slots=True)
class Field:
    """One field: its label and its rows."""

    label: Label
    rows: list[Row]
    banner: Banner | None = None
    captions: tuple[str, ...] = ()

    @property
    def lines(self) -> list[str]:
        """Give its lines as written."""
        return [row.text for row in self.rows]

    @property
    def span(self) -> Span:
        """From its first printed character to its last."""
        return Span(self.rows[0].start, self.rows[-1].stop)


@dataclass(slots=True)
class Head:
    """The fields in order, and the rows that follow them."""

    fields: list[Field] = field(default_factory=list)
    body: list[Row] = field(default_factory=list)
    is_addressed: bool = False
    """The text's own head has begun, so that no sender or addressee can follow."""
    is_named: bool = False
    """A classification line with the post's name and number has been seen."""
    footers: list[Field] = field(default_factory=list)
    """Class words at the foot of pages that end inside the head."""

    def all(self, *labels: Label) -> list[Field]:
        """Give the fields of some labels, in order."""
        return [part for part in self.fields if part.label in labels]

    def first(self, label: Label) -> Field | None:
        """Give the first field of a label."""
        return next((part for part in self.fields if part.label == label), None)

    @property
    def banners(self) -> list[Banner]:
        """Give the classification lines, and those of footers after them."""
        return [part.banner for part in (*self.fields, *self.footers) if part.banner is not None]

    @property
    def is_smart(self) -> bool:
        """Tell whether it is a SMART cable's head, as used since 2009."""
        return any(part.lines[0].upper().startswith("MRN:") for part in self.all("mrn"))

    @property
    def is_first_section(self) -> bool:
        """Tell whether the text starts with the first section of its cable."""
        return all(banner.section in {None, 1} for banner in self.banners[:1])


def split_head(rows: Sequence[Row], text: str) -> Head:
    """Walk down the rows and give each to its field, until the body begins."""
    head = Head()
    loose = 0
    allowed = _PREAMBLE_ROWS
    for i, whole in enumerate(rows):
        label = label_of(whole.text)
        parts = _unglue(head, whole, label)
        for j, row in enumerate(parts):
            if loose > allowed or (allowed == _LOOSE_ROWS and opens_body(row, text)):
                return _hand_over(head, [*parts[j:], *rows[i + 1 :]])
            if _place(head, row, label if row is whole else label_of(row.text)) == "loose":
                loose += 1
            else:
                loose, allowed = 0, _LOOSE_ROWS
    return _hand_over(head, [])


def _hand_over(head: Head, rest: Sequence[Row]) -> Head:
    """Give loose rows after the last true field to the body."""
    keep = len(head.fields)
    while keep and head.fields[keep - 1].label == "loose":
        keep -= 1
    tail = [row for part in head.fields[keep:] for row in part.rows]
    head.fields = head.fields[:keep]
    head.body = [*tail, *rest]
    return head


def _place(head: Head, row: Row, label: Label | None) -> Label:
    """Give a row to the field that it starts or continues."""
    current = head.fields[-1] if head.fields else None
    if label in ADDRESSING and head.is_addressed:
        label = None
    head.is_addressed = head.is_addressed or label in TEXT_HEAD
    if current is not None and _wraps(current, row, label):
        current.rows.append(row)
    elif label is not None:
        _start(head, row, label)
    elif banner := read_banner(row.text.removeprefix("Classification:").lstrip()):
        if _is_footer(head, banner):
            head.footers.append(Field("footer", [row], banner))
            return "footer"
        head.is_named = head.is_named or banner.names_cable
        head.fields.append(Field("classification", [row], banner, banner.captions))
    elif captions := read_captions(row.text):
        head.fields.append(Field("caption", [row], captions=captions))
    elif current is not None and _continues(current, row):
        current.rows.append(row)
    else:
        head.fields.append(Field("loose", [row]))
    return head.fields[-1].label


def _is_footer(head: Head, banner: Banner) -> bool:
    """Tell whether a class line below the cable's own is but the foot of a page."""
    return head.is_named and not (banner.names_cable or banner.controls or banner.captions)


def _start(head: Head, row: Row, label: Label) -> None:
    captions = read_captions(row.text.partition(":")[2]) if label == "caption" else None
    head.fields.append(Field(label, [row], captions=captions or ()))


def _unglue(head: Head, row: Row, label: Label | None) -> list[Row]:
    """Cut a line that holds several fields into one row for each."""
    if label is None and head.fields and not row.after_blank:
        label = head.fields[-1].label
    if label not in GLUED or label is None:
        return [row]
    glued = glued_at(row.text, label)
    if not glued:
        return [row]
    cuts = [0, *glued, len(row.text)]
    return [
        Row(part, row.start + start, row.start + start + len(part), row.after_blank and not start)
        for start, end in pairwise(cuts)
        if (part := row.text[start:end].rstrip())
    ]


def _wraps(current: Field, row: Row, label: Label | None) -> bool:
    """Tell whether a row is a further line of a subject, whatever words it opens with."""
    if current.label != "subject" or row.after_blank or len(current.rows) >= _SUBJECT_ROWS:
        return False
    return label not in {"refs", "classified-by", "tags", "declassify", "caption"} and (
        any(map(str.isalnum, row.text))
    )


def _continues(current: Field, row: Row) -> bool:
    if current.label in {"to", "info"}:
        return not row.after_blank or _OFFICE.match(row.text) is not None
    if current.label == "tags":
        return _continues_tags(current.rows[-1].text, row)
    if current.label == "refs":
        return not row.after_blank or _REF_KEY.match(row.text) is not None
    if current.label == "classified-by":
        return not row.after_blank or is_broken(current.rows[-1].text, row.text)
    if current.label == "declassify":
        last = current.rows[-1].text
        return not row.after_blank and (last.endswith((",", "/")) or not _SETTLED.search(last))
    return not row.after_blank and current.label in {"from", "pass"}


def _continues_tags(last: str, row: Row) -> bool:
    """Tell whether a row goes on with TAGS: codes, or a name whose parenthesis is open."""
    if row.after_blank:
        return last.endswith(",") and row.text.isupper() and _holds_tags(row.text)
    return last.count("(") > last.count(")") or _holds_tags(row.text)


def _holds_tags(line: str) -> bool:
    words = _NAME.sub(" ", without_links(line)).replace(",", " ").split()
    return all(word.isalnum() and len(word) <= _LONGEST_TAG for word in words)
