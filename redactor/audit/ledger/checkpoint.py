"""Checkpoints: a log's size and root, signed (https://c2sp.org/tlog-checkpoint)."""

import re
from typing import NamedTuple, Self

from redactor.audit.ledger.keys import decode, encode
from redactor.audit.ledger.merkle import HASH_BYTES, Hash
from redactor.audit.ledger.note import NoteError

_SIZE = re.compile(r"0|[1-9][0-9]{0,17}", re.ASCII)
_LEAST_LINES = 3


class Checkpoint(NamedTuple):
    """What a log's signer stands for: so many entries, and no others."""

    origin: str
    """Which log."""
    size: int
    """Number of entries."""
    root: Hash

    @property
    def text(self) -> str:
        """The text of the note."""
        return f"{self.origin}\n{self.size}\n{encode(self.root)}\n"

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read the text of a note. Lines after the third are nobody's business.

        Raises:
            NoteError: when it is no checkpoint.
        """
        lines = text.split("\n")
        if lines.pop() or len(lines) < _LEAST_LINES or not all(lines):
            raise NoteError("the note is no checkpoint")
        origin, size, root = lines[:_LEAST_LINES]
        digest = decode(root)
        if not _SIZE.fullmatch(size) or digest is None or len(digest) != HASH_BYTES:
            raise NoteError("the note is no checkpoint")
        return cls(origin, int(size), digest)
