"""Stage 0, text: positions in a text and safe ways to show and search it.

In: a ``str``. Out: spans, the line index, ``visible()``, folded text with a map back to
the source, and ``element()`` for HTML. Knows nothing of cables. All positions are code points.
"""

from redactor.text.blocks import blocks_of
from redactor.text.counting import plural
from redactor.text.fold import Folded, fold
from redactor.text.lines import Line, LineIndex
from redactor.text.markup import element
from redactor.text.sentences import sentences
from redactor.text.spans import (
    Span,
    clip,
    covers,
    gaps,
    intersect,
    merge,
    overwrite,
    places_of,
    subtract,
    trimmed,
)
from redactor.text.visible import is_hidden, visible

__all__ = [
    "Folded",
    "Line",
    "LineIndex",
    "Span",
    "blocks_of",
    "clip",
    "covers",
    "element",
    "fold",
    "gaps",
    "intersect",
    "is_hidden",
    "merge",
    "overwrite",
    "places_of",
    "plural",
    "sentences",
    "subtract",
    "trimmed",
    "visible",
]
