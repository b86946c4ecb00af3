"""Names that are also small words (May, Will, So): only how they are written tells them apart.

Where all is in capitals, a capital says nothing. Neither does it say much at the start of a
sentence, for words that often stand there.
"""

import re

from redactor.release.words import is_small, opens_sentences
from redactor.text import Span, fold, sentences

_WORD = re.compile(r"[^\W_]+")
_NEW_START = re.compile(r"\n\s*\n\W*\Z")
_AROUND = 80
"""Code points before and after that show how a place is written."""


def withheld_as_name(text: str, span: Span) -> bool:
    """Tell whether the span is all small words, each with a capital that says something."""
    words = _words(text, span)
    if not words or not all(is_small(fold(word).text) and word[0].isupper() for word in words):
        return False
    return not _is_shouted(words) or any(map(str.islower, _around(text, span)))


def reads_as_name(text: str, span: Span) -> bool:
    """Tell whether the small words in the span may be read as a name."""
    words = _words(text, span)
    if not all(word[0].isupper() for word in words):
        return False
    if not opens_sentences(fold(words[0]).text):
        return True
    return not _is_shouted(words) and not _starts_sentence(text, span)


def _words(text: str, span: Span) -> list[str]:
    """Give the words of a span as written; one if it is spelled out."""
    words = _WORD.findall(text, span.start, span.end)
    return words if max(map(len, words), default=0) > 1 else ["".join(words)]


def _is_shouted(words: list[str]) -> bool:
    return all(map(str.isupper, words))


def _around(text: str, span: Span) -> str:
    return text[max(0, span.start - _AROUND) : span.start] + text[span.end : span.end + _AROUND]


def _starts_sentence(text: str, span: Span) -> bool:
    window = Span(max(0, span.start - _AROUND), span.end)
    last = sentences(text, window)[-1]
    before = text[window.start : span.start]
    return not _WORD.search(text, last.start, span.start) or bool(_NEW_START.search(before))
