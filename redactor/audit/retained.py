"""retained.txt: the cable as it is kept, under the banner of what is still withheld.

What was released has been declassified, so the copy that is kept can bear a lower banner than the
cable did (22 CFR 9.9(b)). The cable's own marks stay in its text: it is the record.
"""

import re
import textwrap
from collections.abc import Iterator

from redactor.audit.banners import residual_of
from redactor.policy import print_code
from redactor.release import Release
from redactor.review import CompletedReview
from redactor.text import is_hidden, visible

_COLUMNS = 69
_LINE_END = re.compile(r"\r\n|\r|\n")


def retained_text(review: CompletedReview, release: Release) -> str:
    """Give the copy: its banner, which lines are withheld and why, the text, and the banner."""
    cable = review.dated.cable
    banner = residual_of(review.dated, release)
    head = "\n".join(map(_wrapped, _head(review, release)))
    lines = _LINE_END.split(cable.text.removeprefix("\ufeff"))
    text = "\n".join(map(_shown, lines)).strip("\n")
    return f"{banner}\n\n{head}\n\n{text}\n\n{banner}\n"


def _head(review: CompletedReview, release: Release) -> Iterator[str]:
    lines = review.dated.cable.lines
    yield f"Copy to be kept of the cable released as {release.number}."
    if not release.places:
        yield "Nothing is withheld."
        return
    yield "The banner is that of what is withheld; it takes the place of the cable's own."
    for number, place in enumerate(release.places, 1):
        codes = ", ".join(map(print_code, place.codes))
        yield f"Withheld, place {number}: {lines.named([place.span])}, under {codes}."


def _wrapped(line: str) -> str:
    return textwrap.fill(line, _COLUMNS, break_long_words=False, break_on_hyphens=False)


def _shown(line: str) -> str:
    """Give a line with hidden characters replaced, as a release shows them."""
    return "".join(visible(char) if is_hidden(char) else char for char in line)
