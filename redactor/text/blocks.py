"""A long text in blocks of whole lines, so that what is made of each need not be held for all."""

from collections.abc import Iterator

_SIZE = 1 << 16
"""Code points of a block, up to the end of its last line."""


def blocks_of(text: str) -> Iterator[str]:
    """Give a text in blocks, in order; each but the last ends with a line feed."""
    start = 0
    while len(text) - start > _SIZE and (end := text.find("\n", start + _SIZE) + 1):
        yield text[start:end]
        start = end
    yield text[start:]
