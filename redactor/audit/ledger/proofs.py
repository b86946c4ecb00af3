"""Checking proofs from a Merkle tree, without the tree (RFC 9162, 2.1.3.2 and 2.1.4.2)."""

from collections.abc import Sequence
from hmac import compare_digest

from redactor.audit.ledger.merkle import HASH_BYTES, Hash, node_hash


def includes(leaf: Hash, index: int, size: int, proof: Sequence[Hash], root: Hash) -> bool:
    """Tell whether a proof shows that the tree of ``size`` entries has this leaf at ``index``.

    Args:
        leaf: the hash of the entry.
        index: its place, from 0.
        size: number of entries.
        proof: as ``Tree.inclusion`` gives it.
        root: of the tree.
    """
    if not 0 <= index < size or not _are_hashes(leaf, root, *proof):
        return False
    place, last, made = index, size - 1, leaf
    for step in proof:
        if last == 0:
            return False
        if place & 1 or place == last:
            made = node_hash(step, made)
            place, last = _up_to_odd(place, last)
        else:
            made = node_hash(made, step)
        place, last = place >> 1, last >> 1
    return last == 0 and compare_digest(made, root)


def extends(old: int, size: int, proof: Sequence[Hash], old_root: Hash, root: Hash) -> bool:
    """Tell whether a proof shows that the tree of ``size`` entries begins with that of ``old``.

    Args:
        old: number of entries of the old tree.
        size: number of entries of the new one.
        proof: as ``Tree.consistency`` gives it.
        old_root: of the old tree.
        root: of the new one.
    """
    if not 0 <= old <= size or not _are_hashes(old_root, root, *proof):
        return False
    if old == size:
        return not proof and compare_digest(old_root, root)
    if old == 0:
        return not proof
    nodes = [old_root, *proof] if old & (old - 1) == 0 else list(proof)
    return bool(nodes) and _extends(old - 1, size - 1, nodes, old_root, root)


def _extends(place: int, last: int, nodes: Sequence[Hash], old_root: Hash, root: Hash) -> bool:
    while place & 1:
        place, last = place >> 1, last >> 1
    old = new = nodes[0]
    for step in nodes[1:]:
        if last == 0:
            return False
        if place & 1 or place == last:
            old, new = node_hash(step, old), node_hash(step, new)
            place, last = _up_to_odd(place, last)
        else:
            new = node_hash(new, step)
        place, last = place >> 1, last >> 1
    return last == 0 and compare_digest(old, old_root) and compare_digest(new, root)


def _up_to_odd(place: int, last: int) -> tuple[int, int]:
    """Go up past the levels at which the last entry has no neighbour on its right."""
    while place and not place & 1:
        place, last = place >> 1, last >> 1
    return place, last


def _are_hashes(*values: bytes) -> bool:
    return all(len(value) == HASH_BYTES for value in values)
