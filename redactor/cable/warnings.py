"""What the reader warns of: one code for each kind, with its meaning in a plain sentence.

A message holds no text of the cable beyond a marking's token or a number.
"""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import NamedTuple

from redactor.cable.model import ReadWarning
from redactor.text import LineIndex

CODES: Mapping[str, str] = MappingProxyType(
    {
        "not-utf8": "The file is not UTF-8; it was read in another encoding.",
        "control-characters": "The text holds control characters; they are kept.",
        "hidden-characters": "The text holds invisible or direction-changing characters.",
        "lost-characters": "Characters were lost before the file reached us (U+FFFD).",
        "no-classification": "No classification line could be read.",
        "class-mismatch": "The transmission header's class letter differs from the cable's.",
        "banner-conflict": "Classification lines differ; the higher one counts.",
        "banner-repaired": "The classification line is damaged; it was pieced together.",
        "caption-unknown": "A caption line holds unknown words; its restriction counts.",
        "field-parted": "Two fields stand on one line; they were parted.",
        "label-misspelt": "The label of a field is misspelt; it was read as meant.",
        "number-in-head": "A numbered line stands above the head; it was read as a pass line.",
        "dtg-missing": "No date-time group was found, so the date of origin is unknown.",
        "dtg-unreadable": "The date-time group is not a possible date.",
        "dtg-year-doubtful": "The date-time group's year is before the first telegrams.",
        "dtg-day-mismatch": "The header's day of the year differs from the date-time group.",
        "year-mismatch": "The message reference's year differs from the date-time group's.",
        "instruction-missing": "A classified cable has no declassification instruction.",
        "instruction-twice": "Two declassification instructions differ; the first one was read.",
        "order-unknown": "No executive order on classification has this number.",
        "signature-parted": "The signature was glued to the text; it was cut off there.",
        "signature-guessed": "The last word was taken for the signature below unfinished text.",
        "no-paragraphs": "No paragraph was found.",
        "number-repaired": "A paragraph sign had become a digit; the sequence tells the number.",
        "number-gap": "Paragraph numbers are missing.",
        "number-duplicate": "A paragraph number stands twice.",
        "number-out-of-order": "Paragraph numbers run backwards.",
        "number-uncertain": "A line may or may not start a paragraph; the higher level counts.",
        "number-parted": "A paragraph starts in mid-line; it was parted from what stands before.",
        "number-refused": "A marked number fits no sequence; its mark counts where it stands.",
        "unmarked-paragraph": "A numbered paragraph bears no mark; the cable's level is assumed.",
        "no-portion-marks": "No portion is marked; the cable's level is assumed.",
        "malformed-mark": "A marking is damaged; the level that it shows counts.",
        "unknown-control": "A marking holds a control that is not known; it is kept as written.",
        "portion-above-banner": "A portion is marked above the cable's level; the higher counts.",
        "banner-above-portions": "The cable's level is above that of every portion.",
        "noforn-not-in-banner": "A portion is NOFORN, but the cable's header is not.",
        "control-not-in-banner": "A portion bears a control that the cable's header lacks.",
        "release-too-wide": "The header allows release abroad where a portion does not.",
        "subject-above-banner": "The subject is marked above the cable's level; the higher counts.",
        "entire-text-conflict": "A mark is below that of the entire text; the higher counts.",
    }
)

_PLAIN = re.compile(r"[A-Za-z0-9()\[\]{}/, .'&-]{1,84}")
"""What a detail may hold: a damaged marking can hold any character."""


class Finding(NamedTuple):
    """A warning before its line is known."""

    code: str
    at: int
    """The code point at which it is seen."""
    detail: str = ""
    """A marking's token or a number, never other text."""


def report(findings: Iterable[Finding], lines: LineIndex) -> tuple[ReadWarning, ...]:
    """Turn findings into warnings with line numbers, in the order of the text."""
    return tuple(
        ReadWarning(code, _sentence(code, detail), lines.number_at(at))
        for code, at, detail in sorted(findings, key=lambda finding: finding.at)
    )


@lru_cache(maxsize=512)
def _sentence(code: str, detail: str) -> str:
    return f"{CODES[code]} ({detail})" if _PLAIN.fullmatch(detail) else CODES[code]
