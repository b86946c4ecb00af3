"""Views: what can be read of a file, by whatever means; each reader gives those of one kind."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from redactor.release.proof.brief import Facts


class View(NamedTuple):
    """Words that can be read, as one passage."""

    where: str
    """What they are, for a message: ``its title``."""
    text: str


class Fault(NamedTuple):
    """Something that no public file may have. It holds the release by itself."""

    words: str
    """Goes on with the sentence that the file's name begins."""


Found = View | Fault


class Printed(NamedTuple):
    """What all files of a release must say."""

    text: str
    """Of release.txt."""
    facts: Facts


Reader = Callable[[bytes, Printed], Iterator[Found]]
"""Takes a file apart."""
