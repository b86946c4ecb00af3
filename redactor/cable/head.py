"""The head of a cable: which rows belong to which field, from the top to the first paragraph."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from redactor.cable.banner import (
    Banner,
    is_broken_class,
    read_banner,
    read_captions,
    read_damaged_banner,
    read_doubtful_captions,
)
from redactor.cable.candidates import OPENINGS, opens_body
from redactor.cable.labels import (
    ADDRESSING,
    TEXT_HEAD,
    Label,
    is_misspelt,
    is_unmistakable,
    label_of,
)
from redactor.cable.parting import part_row
from redactor.cable.rows import Row, Rows
from redactor.cable.transmission import post_of, read_sender
from redactor.cable.warnings import Finding
from redactor.cable.wraps import breaks_section, continues, is_marked, wraps_subject
from redactor.text import Span

_LOOSE_ROWS = 12
"""So many rows in sequence that fit no field, below the first field: the body has begun."""
_PREAMBLE_ROWS = 60
"""So many rows of a web page's debris may stand above the first field."""
_NUMBERED_PASS = re.compile(
    r"\d{1,2}\. {1,3}[A-Z /]{0,24}\b(?:FOR|FROM|PASS)\b[A-Z ,;:/.'-]{0,60}$"
)
_AHEAD = 6
"""A numbered pass line stands so few rows above the text's own head."""


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
    body: Rows = field(default_factory=lambda: Rows([], [], []))
    is_addressed: bool = False
    """The text's own head has begun, so that no sender or addressee can follow."""
    is_named: bool = False
    """A classification line with the post's name and number has been seen."""
    footers: list[Field] = field(default_factory=list)
    """Class words at the foot of pages that end inside the head."""
    sender: str | None = None
    """Who sent it, without label and routing indicator."""
    by_label: dict[Label, list[Field]] = field(default_factory=dict)
    """The fields again, sorted out once all are found."""
    banners: list[Banner] = field(default_factory=list)
    """What its classification lines and footers say, in order."""
    findings: list[Finding] = field(default_factory=list)
    """What the reader had to guess on its way down."""

    def all(self, *labels: Label) -> list[Field]:
        """Give the fields of some labels, in order."""
        if len(labels) == 1:
            return self.by_label.get(labels[0], [])
        return [part for part in self.fields if part.label in labels]

    def first(self, label: Label) -> Field | None:
        """Give the first field of a label."""
        return next(iter(self.by_label.get(label, ())), None)

    @property
    def is_smart(self) -> bool:
        """Tell whether it is a SMART cable's head, as used since 2009."""
        return any(part.lines[0].upper().startswith("MRN:") for part in self.all("mrn"))

    @property
    def is_first_section(self) -> bool:
        """Tell whether the text starts with the first section of its cable."""
        return all(banner.section in {None, 1} for banner in self.banners[:1])


def split_head(rows: Rows, text: str) -> Head:
    """Walk down the rows and give each to its field, until the body begins."""
    head = Head()
    loose = 0
    allowed = _PREAMBLE_ROWS
    for i, whole in enumerate(rows):
        label = label_of(whole.text)
        parts = part_row(whole, label, head.fields[-1].label if head.fields else None)
        for j, row in enumerate(parts):
            may_start = allowed == _LOOSE_ROWS and row.text[0] in OPENINGS
            starts_body = may_start and (opens_body(row, text) or _is_portion(head, row))
            if loose > allowed or (
                starts_body and not _is_of_head(head, row, rows[i + 1 : i + 1 + _AHEAD])
            ):
                return _hand_over(head, parts[j:], rows[i + 1 :])
            if j == 1:
                head.findings.append(Finding("field-parted", row.start))
            own = label if row is whole else label_of(row.text)
            below_loose = bool(head.fields) and head.fields[-1].label == "loose"
            place = _keep_text if below_loose and _is_text(head, row, own) else _place
            if place(head, row, own) == "loose":
                loose += 1
            else:
                loose, allowed = 0, _LOOSE_ROWS
    return _hand_over(head, [], Rows([], [], []))


_HEAD_ENDS: frozenset[Label] = frozenset({"subject", "classified-by"})
"""Below these the text can begin, with or without a number."""


def _is_portion(head: Head, row: Row) -> bool:
    """Tell whether a marked row without a number starts the body."""
    if not is_marked(row.text) or label_of(row.text) is not None:
        return False
    return any(part.label in _HEAD_ENDS for part in head.fields) and _ends_head(head, row)


def _ends_head(head: Head, row: Row) -> bool:
    """Tell whether no field goes on in a row: notes stand below references."""
    current = head.fields[-1]
    if current.label == "subject":
        return not wraps_subject(current.rows, row, None)
    return not continues(current.label, current.rows, row)


def _is_text(head: Head, row: Row, label: Label | None) -> bool:
    """Tell whether a row below loose ones is text, whatever it opens with: below the subject."""
    if label is not None and is_unmistakable(row.text):
        return False
    return any(part.label in _HEAD_ENDS for part in head.fields)


def _is_of_head(head: Head, row: Row, below: Sequence[Row]) -> bool:
    """Tell whether a numbered row is yet of the head.

    It is the rest of a broken ``1.4``, or a numbered pass line above the text's own head.
    """
    current = head.fields[-1] if head.fields else None
    if current is not None and breaks_section(current.label, current.rows, row):
        return True
    if head.is_addressed or _NUMBERED_PASS.match(row.text) is None:
        return False
    follows = any(label_of(each.text) in TEXT_HEAD for each in below)
    if follows:
        head.findings.append(Finding("number-in-head", row.start))
    return follows


def _hand_over(head: Head, parted: Sequence[Row], rest: Rows) -> Head:
    """Give loose rows after the last true field to the body."""
    keep = len(head.fields)
    while keep and head.fields[keep - 1].label == "loose":
        keep -= 1
    tail = [row for part in head.fields[keep:] for row in part.rows]
    head.fields = head.fields[:keep]
    for part in head.fields:
        head.by_label.setdefault(part.label, []).append(part)
    head.body = Rows.of([*tail, *parted])
    head.body.extend(rest)
    return head


def _keep_text(head: Head, row: Row, _: Label | None) -> Label:
    """Keep a row of text below others: it stays loose, and so goes to the body."""
    head.fields.append(Field("loose", [row]))
    return "loose"


def _place(head: Head, row: Row, label: Label | None) -> Label:
    """Give a row to the field that it starts or continues."""
    current = head.fields[-1] if head.fields else None
    if label in ADDRESSING and head.is_addressed:
        label = None
    if label is None and current is not None and current.label == "tags":
        label = "subject" if row.text.startswith("SUBJECT ") else None
    head.is_addressed = head.is_addressed or label in TEXT_HEAD
    if current is not None and _goes_on(current, row, label):
        current.rows.append(row)
    elif label is not None:
        _start(head, row, label)
    elif banner := read_banner(_class_of(row)):
        if is_broken_class(_class_of(row)):
            head.findings.append(Finding("banner-repaired", row.start, banner.level))
        return _place_banner(head, row, banner)
    elif captions := read_captions(row.text):
        head.fields.append(Field("caption", [row], captions=captions))
    elif banner := _repaired(head, current, row):
        head.findings.append(Finding("banner-repaired", row.start, banner.level))
        return _place_banner(head, row, banner)
    elif current is not None and continues(current.label, current.rows, row):
        current.rows.append(row)
    else:
        _place_loose(head, row)
    return head.fields[-1].label


def _goes_on(current: Field, row: Row, label: Label | None) -> bool:
    if current.label == "subject":
        return wraps_subject(current.rows, row, label)
    return breaks_section(current.label, current.rows, row)


_CLASSIFICATION = re.compile(r"CLASSIFICATION\s{0,3}:\s*", re.IGNORECASE)


def _class_of(row: Row) -> str:
    return _CLASSIFICATION.sub("", row.text, count=1) if row.text[0] in "Cc" else row.text


def _repaired(head: Head, current: Field | None, row: Row) -> Banner | None:
    """Read a damaged classification line, or the rest of one that the wrap cut."""
    if current is not None and current.label == "classification" and not row.after_blank:
        joined = read_banner(f"{current.rows[-1].text} {row.text}")
        if joined is not None and joined.names_cable and not head.is_named:
            return joined
    is_known = head.sender is not None and not head.is_addressed
    return read_damaged_banner(row.text, post_of(head.sender or "").upper() if is_known else None)


def _place_banner(head: Head, row: Row, banner: Banner) -> Label:
    head.banners.append(banner)
    if _is_footer(head, banner):
        head.footers.append(Field("footer", [row], banner))
        return "footer"
    head.is_named = head.is_named or banner.names_cable
    head.fields.append(Field("classification", [row], banner, banner.captions))
    return "classification"


def _place_loose(head: Head, row: Row) -> None:
    """Keep a row that fits no field; a restriction in it counts all the same."""
    captions = () if head.is_addressed else read_doubtful_captions(row.text)
    if captions:
        head.findings.append(Finding("caption-unknown", row.start))
    head.fields.append(Field("caption" if captions else "loose", [row], captions=captions))


def _is_footer(head: Head, banner: Banner) -> bool:
    """Tell whether a class line below the cable's own is but the foot of a page."""
    return head.is_named and not (banner.names_cable or banner.controls or banner.captions)


def _captions_in(row: Row, label: Label) -> tuple[str, ...]:
    """Read the captions of a caption field, and the restrictions that a pass line holds."""
    if label == "pass":
        return read_doubtful_captions(row.text)
    value = row.text.partition(":")[2] if label == "caption" else ""
    if not value.strip():
        return ()
    return read_captions(value) or read_doubtful_captions(value.upper())


_OFTEN_MISSPELT = frozenset({"declassify", "classified-by"})


def _start(head: Head, row: Row, label: Label) -> None:
    head.fields.append(Field(label, [row], captions=_captions_in(row, label)))
    if label == "from" and head.sender is None:
        head.sender = read_sender(row.text)
    if label in _OFTEN_MISSPELT and is_misspelt(row.text):
        head.findings.append(Finding("label-misspelt", row.start))
