"""Marking, between text and cable: the language of security markings, apart from any cable.

In: the text of one portion mark or banner, or the markings of a cable's portions. Out: the value
of a marking; its canonical forms; what is wrong with it as written; the banner that portions make
and why; how a printed banner differs from that; and every part explained in plain words.

Knows nothing of where marks stand in a text: whether ``(C)`` is a mark there is the reader's
business. ``None`` says clearly that a text is no marking at all. No text raises.

Start at ``model.py``, the value and its order; ``audience.py`` says how releases abroad add up.
Law and custom stand in ``register/``, as data: a new control is a new entry there.
"""

from redactor.marking.audience import Audience
from redactor.marking.difference import Difference, differences
from redactor.marking.explain import Explanation, explain
from redactor.marking.levels import highest, is_above, is_classified
from redactor.marking.lint import Finding, lint_banner, lint_portion
from redactor.marking.model import UNCLASSIFIED, SecurityMarking
from redactor.marking.ownership import Ownership
from redactor.marking.printing import banner_form, portion_form, words_of
from redactor.marking.reading import (
    Controls,
    Reading,
    from_words,
    parse_banner,
    parse_portion,
    read_controls,
    released_as,
)
from redactor.marking.register import ADMINISTRATIVE, LEVELS, REGISTER, Entry, Level
from redactor.marking.rollup import Decision, RollUp, residual_banner, roll_up

__all__ = [
    "ADMINISTRATIVE",
    "LEVELS",
    "REGISTER",
    "UNCLASSIFIED",
    "Audience",
    "Controls",
    "Decision",
    "Difference",
    "Entry",
    "Explanation",
    "Finding",
    "Level",
    "Ownership",
    "Reading",
    "RollUp",
    "SecurityMarking",
    "banner_form",
    "differences",
    "explain",
    "from_words",
    "highest",
    "is_above",
    "is_classified",
    "lint_banner",
    "lint_portion",
    "parse_banner",
    "parse_portion",
    "portion_form",
    "read_controls",
    "released_as",
    "residual_banner",
    "roll_up",
    "words_of",
]
