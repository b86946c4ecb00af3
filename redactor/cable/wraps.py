"""Whether a row goes on with the field above it, or starts something else."""

import re
from collections.abc import Sequence

from redactor.cable.fields import after_label, continues_refs, is_broken, without_names
from redactor.cable.labels import Label
from redactor.cable.rows import Row

_OFFICE = re.compile(
    r"R[A-Z ]{3,8} ?/ ?[A-Z]|(?:AMEMBASSY|AMCONSUL|AMCONGEN|USMISSION|SECSTATE|SECDEF|USINT|USLO)\s"
)
_LONGEST_TAG = 6
_LONGEST_SURE_TAG = 4
"""State's own subject codes and the codes of countries are no longer."""
_LONGEST_GLUED = 12
"""Two codes that lost the blank between them."""
_SETTLED = re.compile(
    r"\d[/-]\d|\d{8}|\bN/?A\b|\b(?:OADR|MR|X?GDS|ADS|X[1-8]|\d\dX\d)\b", re.IGNORECASE
)
"""An instruction that says so much is complete; ``SUBJECT TO TREATY`` can be one that is not."""
_UNLABELLED = re.compile(r"(?:SUBJ(?:ECT)?|PASS)\s", re.IGNORECASE)
"""How fields below the instruction open whose labels lost their colon."""
_SUBJECT_ROWS = 5
_WEB_KEY = re.compile(r"(?:Origin|Cable time|Classification|Source|Created|Released)\s?:")
"""What a web page says of the cable, below its title."""
_NOTE = re.compile(r"\((?:TS|SBU|[SCU])(?:/{1,2}NF)?\)\s|(?:THIS|SENSITIVE BUT)\s", re.IGNORECASE)
"""How a note below the references opens: with a mark, or as a sentence about the cable."""
_MARKED = re.compile(
    r"[(\[{](?:TS|SBU|LOU|FOUO|SECRET|TOP SECRET|CONFIDENTIAL|UNCLAS(?:SIFIED)?|[SCU])"
    r"(?:[^()\[\]{}\w][^()\[\]{}]{0,60})?[)\]}]\s{0,4}(?=\S)",
    re.IGNORECASE,
)
_ENDS_SUBJECT: frozenset[Label | None] = frozenset(
    {"refs", "classified-by", "tags", "declassify", "caption"}
)


def wraps_subject(rows: Sequence[Row], row: Row, label: Label | None) -> bool:
    """Tell whether a row is a further line of a subject, whatever words it opens with."""
    if row.after_blank or len(rows) >= _SUBJECT_ROWS or label in _ENDS_SUBJECT:
        return False
    if is_marked(row.text) and after_label(rows[0].text):
        return False
    return any(map(str.isalnum, row.text)) and _WEB_KEY.match(row.text) is None


def is_marked(line: str) -> bool:
    """Tell whether a line opens with a portion mark and goes on in words."""
    return _MARKED.match(line) is not None


def continues(label: Label, rows: Sequence[Row], row: Row) -> bool:
    """Tell whether an unlabelled row goes on with a field of this label."""
    last = rows[-1].text
    if label in {"to", "info"}:
        return not row.after_blank or _OFFICE.match(row.text) is not None
    if label == "tags":
        return _continues_tags(last, row)
    if label == "refs":
        in_sequence = row.after_blank or _NOTE.match(row.text) is not None
        return not in_sequence or continues_refs([each.text for each in rows], row.text)
    if label == "classified-by":
        return not row.after_blank or is_broken(last, row.text)
    if label == "declassify":
        is_field = _SETTLED.search(last) and _UNLABELLED.match(row.text)
        return not row.after_blank and not is_field
    return not row.after_blank and label in {"from", "pass"}


def breaks_section(label: Label, rows: Sequence[Row], row: Row) -> bool:
    """Tell whether a row holds the rest of an authority line's ``1.4``, cut at its stop."""
    cut = label == "classified-by" and not row.after_blank and rows[-1].text.endswith(("1.", "1,"))
    return cut and row.text[0] in "23456" and row.text[1:2] in {"", " ", "(", "."}


def _continues_tags(last: str, row: Row) -> bool:
    """Tell whether a row goes on with TAGS: codes, or a name whose parenthesis is open."""
    text = row.text.removeprefix("- ")
    if row.after_blank:
        if not text.isupper():
            return False
        if last.endswith(","):
            return _holds_tags(text, _LONGEST_TAG)
        return "," in text and _holds_tags(text, _LONGEST_SURE_TAG)
    if last.count("(") > last.count(")") or _holds_tags(text, _LONGEST_TAG):
        return True
    listed = last.endswith(",") and "," in text and text.isupper()
    return listed and _holds_tags(text, _LONGEST_GLUED)


def _holds_tags(line: str, longest: int) -> bool:
    words = without_names(line).replace(",", " ").split()
    return all(word.isalnum() and len(word) <= longest for word in words)
