"""The Merkle tree: the published vectors, and the definition in the words of RFC 6962."""

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redactor.audit.ledger.merkle import Tree, leaf_hash, node_hash
from redactor.audit.ledger.proofs import extends, includes

# The vectors of the Certificate Transparency project (certificate-transparency,
# merkle_tree_test.cc; transparency-dev/merkle, proof/verify_test.go).
LEAVES = [
    bytes.fromhex(words)
    for words in (
        "", "00", "10", "2021", "3031", "40414243", "5051525354555657",
        "606162636465666768696a6b6c6d6e6f",
    )
]  # fmt: skip
ROOTS = [
    bytes.fromhex(words)
    for words in (
        "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
        "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
        "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
        "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
        "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
    )
]
A, B, C, D, E, F, G, H, J = (
    bytes.fromhex(words)
    for words in (
        "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
        "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
        "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
        "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
        "b08693ec2e721597130641e8211e7eedccb4c26413963eee6c1e2ed16ffb1a5f",
        "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    )
)
INCLUSION = [
    (0, 8, [A, B, C]),
    (5, 8, [D, E, F]),
    (2, 3, [J]),
    (1, 5, [ROOTS[0], B, D]),
]
CONSISTENCY = [
    (1, 1, []),
    (1, 8, [A, B, C]),
    (6, 8, [G, E, F]),
    (2, 5, [B, D]),
    (6, 7, [G, H, F]),
]
TREE = Tree(LEAVES)
OTHER = hashlib.sha256(b"another").digest()

sizes = st.integers(0, 70)


def entries(size: int) -> list[bytes]:
    return [b"entry %d" % number for number in range(size)]


def naive_root(leaves: list[bytes]) -> bytes:
    """RFC 6962, 2.1, word for word."""
    if not leaves:
        return hashlib.sha256(b"").digest()
    if len(leaves) == 1:
        return hashlib.sha256(b"\x00" + leaves[0]).digest()
    k = 1
    while k * 2 < len(leaves):
        k *= 2
    return hashlib.sha256(b"\x01" + naive_root(leaves[:k]) + naive_root(leaves[k:])).digest()


def naive_path(m: int, leaves: list[bytes]) -> list[bytes]:
    """RFC 6962, 2.1.1."""
    if len(leaves) == 1:
        return []
    k = 1
    while k * 2 < len(leaves):
        k *= 2
    if m < k:
        return [*naive_path(m, leaves[:k]), naive_root(leaves[k:])]
    return [*naive_path(m - k, leaves[k:]), naive_root(leaves[:k])]


def naive_subproof(m: int, leaves: list[bytes], *, known: bool) -> list[bytes]:
    """RFC 6962, 2.1.2."""
    if m == len(leaves):
        return [] if known else [naive_root(leaves)]
    k = 1
    while k * 2 < len(leaves):
        k *= 2
    if m <= k:
        return [*naive_subproof(m, leaves[:k], known=known), naive_root(leaves[k:])]
    return [*naive_subproof(m - k, leaves[k:], known=False), naive_root(leaves[:k])]


def test_the_root_of_no_entries_is_the_hash_of_nothing() -> None:
    assert Tree().root() == hashlib.sha256(b"").digest()


@pytest.mark.parametrize("size", range(1, 9))
def test_the_published_roots(size: int) -> None:
    assert TREE.root(size) == ROOTS[size - 1]


@pytest.mark.parametrize(("index", "size", "proof"), INCLUSION)
def test_the_published_inclusion_proofs(index: int, size: int, proof: list[bytes]) -> None:
    assert list(TREE.inclusion(index, size)) == proof
    assert includes(leaf_hash(LEAVES[index]), index, size, proof, ROOTS[size - 1])


@pytest.mark.parametrize(("old", "size", "proof"), CONSISTENCY)
def test_the_published_consistency_proofs(old: int, size: int, proof: list[bytes]) -> None:
    assert list(TREE.consistency(old, size)) == proof
    assert extends(old, size, proof, ROOTS[old - 1], ROOTS[size - 1])


@given(sizes, st.data())
def test_a_tree_answers_for_every_earlier_size_as_the_definition_does(
    size: int, data: st.DataObject
) -> None:
    leaves = entries(size)
    tree = Tree(leaves)
    earlier = data.draw(st.integers(0, size))
    assert len(tree) == size
    assert tree.root(earlier) == naive_root(leaves[:earlier])


@given(st.integers(1, 70), st.data())
def test_inclusion_is_proved_as_defined_and_for_nothing_else(
    size: int, data: st.DataObject
) -> None:
    leaves = entries(size)
    tree, index = Tree(leaves), data.draw(st.integers(0, size - 1))
    proof, leaf = tree.inclusion(index), leaf_hash(leaves[index])
    assert list(proof) == naive_path(index, leaves)
    assert includes(leaf, index, size, proof, tree.root())
    wrong = data.draw(st.integers(0, size).filter(lambda other: other != index))
    assert not includes(leaf, wrong, size, proof, tree.root())
    assert not includes(OTHER, index, size, proof, tree.root())
    assert not includes(leaf, index, size, proof, OTHER)
    for bad in spoilt(proof):
        assert not includes(leaf, index, size, bad, tree.root())


@given(st.integers(1, 70), st.data())
def test_consistency_is_proved_as_defined_and_for_nothing_else(
    size: int, data: st.DataObject
) -> None:
    leaves = entries(size)
    tree, old = Tree(leaves), data.draw(st.integers(1, size))
    proof = tree.consistency(old)
    assert list(proof) == naive_subproof(old, leaves, known=True)
    assert extends(old, size, proof, tree.root(old), tree.root())
    assert not extends(old, size, proof, OTHER, tree.root())
    assert not extends(old, size, proof, tree.root(old), OTHER)
    for bad in spoilt(proof):
        assert not extends(old, size, bad, tree.root(old), tree.root())


@given(st.integers(2, 70), st.data())
def test_a_tree_with_one_other_entry_extends_no_tree_that_held_it(
    size: int, data: st.DataObject
) -> None:
    old = data.draw(st.integers(1, size))
    changed = data.draw(st.integers(0, old - 1))
    leaves = entries(size)
    honest = Tree(leaves)
    leaves[changed] = b"forged"
    forged = Tree(leaves)
    proof = forged.consistency(old)
    assert not extends(old, size, proof, honest.root(old), forged.root())


def spoilt(proof: tuple[bytes, ...]) -> list[tuple[bytes, ...]]:
    """Give a proof with a step changed, cut, added or of another length."""
    flipped = [
        (*proof[:i], bytes([step[0] ^ 8]) + step[1:], *proof[i + 1 :])
        for i, step in enumerate(proof)
    ]
    return [*flipped, *([proof[:-1]] if proof else []), (*proof, OTHER), (OTHER, *proof),
            (*proof, b"")]  # fmt: skip


def test_nothing_goes_before_itself_and_the_empty_log_begins_every_other() -> None:
    assert extends(0, 0, (), TREE.root(0), TREE.root(0))
    assert extends(0, 3, TREE.consistency(0, 3), TREE.root(0), TREE.root(3))
    assert not extends(2, 1, (), ROOTS[1], ROOTS[0])
    assert not extends(0, 3, (OTHER,), TREE.root(0), TREE.root(3))
    assert not includes(OTHER, 0, 0, (), TREE.root(0))
    assert not includes(b"", 0, 1, (), b"")


@pytest.mark.parametrize("size", [-1, 9])
def test_a_size_that_the_tree_never_had_is_an_error(size: int) -> None:
    for ask in (TREE.root, TREE.consistency, lambda end: TREE.inclusion(0, end)):
        with pytest.raises(ValueError, match="no such size"):
            ask(size)
    with pytest.raises(ValueError, match="no such entry"):
        TREE.inclusion(8)


def test_a_leaf_is_never_taken_for_a_node() -> None:
    left, right = leaf_hash(b"a"), leaf_hash(b"b")
    assert leaf_hash(left + right) != node_hash(left, right)
