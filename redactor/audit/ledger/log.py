"""The journal as a log: its tree, its name, its checkpoints, and what a checkpoint proves.

Entry n of the log is the digest of event n in the journal's chain. A digest covers its event and
all before it, so the tree covers every event, and is made without reading any of them.
"""

import hashlib
import hmac
from collections.abc import Iterable

from redactor.audit.ledger.checkpoint import Checkpoint
from redactor.audit.ledger.keys import SigningKey
from redactor.audit.ledger.merkle import HASH_BYTES, Tree
from redactor.audit.ledger.note import Note, sign_note
from redactor.review import FIRST_DIGEST


class Ledger:
    """A journal's chain with its tree. It grows as the journal does, and reads nothing twice."""

    __slots__ = ("_digests", "name", "tree")

    def __init__(self, secret: bytes, digests: Iterable[str] = ()) -> None:
        """Begin a log for the case with this secret; ``extend`` takes the digests."""
        self.name = origin(secret)
        """The origin of its checkpoints."""
        self.tree = Tree()
        self._digests = bytearray(bytes.fromhex(FIRST_DIGEST))
        self.extend(digests)

    def __len__(self) -> int:
        """Give the number of events."""
        return len(self.tree)

    def extend(self, digests: Iterable[str]) -> None:
        """Take in the digests of newer events, hex, oldest first.

        Raises:
            ValueError: when one is no digest.
        """
        for digest in map(bytes.fromhex, digests):
            if len(digest) != HASH_BYTES:
                raise ValueError("no digest")
            self.tree.add(digest)
            self._digests += digest

    def digest(self, seq: int) -> str:
        """Give the digest of an event, hex; for 0, what stands before the first."""
        return self._digests[seq * HASH_BYTES : (seq + 1) * HASH_BYTES].hex()

    def checkpoint(self, size: int | None = None) -> Checkpoint:
        """Give the checkpoint of the log as it is, or as it was at an earlier size."""
        end = len(self) if size is None else size
        return Checkpoint(self.name, end, self.tree.root(end))

    def signed(self, key: SigningKey, size: int | None = None) -> Note:
        """Give that checkpoint, signed."""
        return sign_note(self.checkpoint(size).text, key)

    def fault(self, checkpoint: Checkpoint) -> str | None:
        """Say why this log does not go on from a checkpoint; nothing when it does.

        Args:
            checkpoint: made earlier, and kept elsewhere.
        """
        if checkpoint.origin != self.name:
            return "the checkpoint is of another case"
        gone = checkpoint.size - len(self)
        if gone > 0:
            events = "1 event" if gone == 1 else f"{gone} events"
            return f"the journal ends at event {len(self)}: {events} of the checkpoint cut off"
        if self.tree.root(checkpoint.size) != checkpoint.root:
            return f"the first {checkpoint.size} events are not those of the checkpoint"
        return None


def origin(secret: bytes) -> str:
    """Give the name of a case's log. It tells nothing of the case but that it is the same."""
    return f"redactor.case/{hmac.new(secret, b'log', hashlib.sha256).hexdigest()[:16]}"
