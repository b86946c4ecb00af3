"""The Merkle tree over a log's entries (RFC 6962, 2.1), and proofs from it.

The tree keeps the hash of every complete subtree, 64 bytes for each entry. Adding an entry hashes
twice on average, and a root or a proof takes time with the logarithm of the size.
"""

import hashlib
from collections.abc import Iterable, Iterator

HASH_BYTES = 32

Hash = bytes
"""SHA-256, 32 bytes."""


def leaf_hash(entry: bytes) -> Hash:
    """Give the hash of an entry. Its first byte keeps it apart from that of a node."""
    return hashlib.sha256(b"\x00" + entry).digest()


def node_hash(left: Hash, right: Hash) -> Hash:
    """Give the hash of the node over two subtrees."""
    return hashlib.sha256(b"\x01" + left + right).digest()


class Tree:
    """A tree that grows, and answers for itself as it is and as it was at any earlier size."""

    __slots__ = ("_levels",)

    def __init__(self, entries: Iterable[bytes] = ()) -> None:
        self._levels: list[bytearray] = [bytearray()]
        for entry in entries:
            self.add(entry)

    def __len__(self) -> int:
        """Give the number of entries."""
        return len(self._levels[0]) // HASH_BYTES

    def add(self, entry: bytes) -> None:
        """Add an entry at the end."""
        made, level = leaf_hash(entry), 0
        self._levels[0] += made
        while len(self._levels[level]) % (2 * HASH_BYTES) == 0:
            pair = self._levels[level][-2 * HASH_BYTES :]
            made, level = hashlib.sha256(b"\x01" + pair).digest(), level + 1
            if level == len(self._levels):
                self._levels.append(bytearray())
            self._levels[level] += made

    def root(self, size: int | None = None) -> Hash:
        """Give the root over the first ``size`` entries, or all.

        Raises:
            ValueError: when there are not so many.
        """
        end = self._sized(size)
        return self._hash(0, end) if end else hashlib.sha256(b"").digest()

    def inclusion(self, index: int, size: int | None = None) -> tuple[Hash, ...]:
        """Prove that entry ``index``, from 0, is among the first ``size`` (RFC 6962, 2.1.1).

        Raises:
            ValueError: when it is not.
        """
        end = self._sized(size)
        if not 0 <= index < end:
            raise ValueError("no such entry")
        return tuple(self._path(index, 0, end))

    def consistency(self, old: int, size: int | None = None) -> tuple[Hash, ...]:
        """Prove that the first ``size`` entries begin with the first ``old`` (RFC 6962, 2.1.2).

        Raises:
            ValueError: when there are not so many.
        """
        end = self._sized(size)
        if not 0 <= old <= end:
            raise ValueError("no such size")
        return tuple(self._subproof(old, 0, end, whole=True)) if old else ()

    def _sized(self, size: int | None) -> int:
        if size is None:
            return len(self)
        if not 0 <= size <= len(self):
            raise ValueError("no such size")
        return size

    def _hash(self, start: int, end: int) -> Hash:
        """Give the hash over some entries. ``start`` is where a subtree of that size may begin."""
        width = end - start
        if width & (width - 1) == 0:
            level = width.bit_length() - 1
            at = (start >> level) * HASH_BYTES
            return bytes(self._levels[level][at : at + HASH_BYTES])
        middle = start + _split(width)
        return node_hash(self._hash(start, middle), self._hash(middle, end))

    def _path(self, index: int, start: int, end: int) -> Iterator[Hash]:
        if end - start == 1:
            return
        middle = start + _split(end - start)
        if index < middle:
            yield from self._path(index, start, middle)
            yield self._hash(middle, end)
        else:
            yield from self._path(index, middle, end)
            yield self._hash(start, middle)

    def _subproof(self, old: int, start: int, end: int, *, whole: bool) -> Iterator[Hash]:
        """Give the nodes that make both roots. ``whole``: the verifier has the old one already."""
        if old == end:
            if not whole:
                yield self._hash(start, end)
            return
        middle = start + _split(end - start)
        if old <= middle:
            yield from self._subproof(old, start, middle, whole=whole)
            yield self._hash(middle, end)
        else:
            yield from self._subproof(old, middle, end, whole=False)
            yield self._hash(start, middle)


def _split(width: int) -> int:
    """Give the largest power of two below a width of two or more."""
    return 1 << ((width - 1).bit_length() - 1)
