"""Key files: who may read them, what a passphrase does, and how a key names the next."""

import stat
from itertools import pairwise
from pathlib import Path

import pytest

from redactor.audit.ledger import (
    KeyFaultError,
    PublicKey,
    followed,
    hand_over,
    is_locked,
    make_key,
    new_key,
    public_path,
    read_public_key,
    read_signing_key,
    replace_key,
    sign_note,
)

NAME = "redactor.case/test"


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_a_new_key_is_its_owners_alone_and_its_public_half_is_everyones(tmp_path: Path) -> None:
    path = tmp_path / "a.key"
    key = make_key(path, NAME)
    assert mode(path) == 0o600
    assert mode(public_path(path)) == 0o644
    assert read_signing_key(path).public == key.public
    assert read_public_key(path) == read_public_key(public_path(path)) == key.public
    assert public_path(path).read_text() == f"{key.public}\n"
    assert sorted(each.name for each in tmp_path.iterdir()) == ["a.key", "a.key.pub"]
    assert not is_locked(path)


def test_a_key_is_never_written_over(tmp_path: Path) -> None:
    path = tmp_path / "a.key"
    key = make_key(path, NAME)
    with pytest.raises(KeyFaultError, match="a key is there already"):
        make_key(path, NAME)
    assert read_signing_key(path).public == key.public


def test_a_passphrase_locks_a_key(tmp_path: Path) -> None:
    path = tmp_path / "a.key"
    key = make_key(path, NAME, b"open sesame")
    assert is_locked(path)
    assert read_public_key(path) == key.public
    assert read_signing_key(path, b"open sesame").public == key.public
    with pytest.raises(KeyFaultError, match="passphrase is wrong"):
        read_signing_key(path, b"shut sesame")
    with pytest.raises(KeyFaultError, match="asks for its passphrase"):
        read_signing_key(path)


def test_a_key_that_others_can_read_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.key"
    make_key(path, NAME)
    path.chmod(0o640)
    with pytest.raises(KeyFaultError, match=r"others can read this key; .* chmod 600"):
        read_signing_key(path)


def test_a_key_can_be_replaced(tmp_path: Path) -> None:
    path = tmp_path / "a.key"
    make_key(path, NAME)
    other = new_key(NAME)
    replace_key(path, other)
    assert read_signing_key(path).public == read_public_key(public_path(path)) == other.public
    assert mode(path) == 0o600


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "no public key"),
        (b"\xff\xfe", "no public key"),
        (b"words\n", "no public key"),
    ],
    ids=["empty", "binary", "no-key"],
)
def test_a_file_that_is_no_key_is_told_with_its_line(
    tmp_path: Path, content: bytes, words: str
) -> None:
    path = tmp_path / "a.key"
    path.write_bytes(content)
    path.chmod(0o600)
    for read in (read_public_key, read_signing_key):
        with pytest.raises(KeyFaultError, match=f"a.key:1: {words}"):
            read(path)


def test_a_damaged_key_is_told_whichever_half_it_is(tmp_path: Path) -> None:
    path, other = tmp_path / "a.key", tmp_path / "b.key"
    make_key(path, NAME)
    make_key(other, NAME)
    lines, others = path.read_bytes().split(b"\n", 1), other.read_bytes().split(b"\n", 1)
    for damaged in (b"\n".join((lines[0], others[1])), lines[0] + b"\n", lines[0]):
        path.write_bytes(damaged)
        with pytest.raises(KeyFaultError, match=r"a\.key: .*damaged"):
            read_signing_key(path)


def test_what_the_disk_refuses_is_told(tmp_path: Path) -> None:
    for path, words in ((tmp_path / "none.key", "no such file"), (tmp_path, "this is a folder")):
        with pytest.raises(KeyFaultError, match=words):
            read_signing_key(path)
    with pytest.raises(KeyFaultError, match="no such file"):
        make_key(tmp_path / "no" / "a.key", NAME)


def chain(length: int) -> tuple[list[PublicKey], list[str]]:
    keys = [new_key(f"k{number}") for number in range(length)]
    notes = [str(hand_over(old, new)) for old, new in pairwise(keys)]
    return [key.public for key in keys], notes


def test_who_trusts_the_first_key_can_trust_the_last() -> None:
    keys, notes = chain(4)
    assert followed(keys[:1], notes) == tuple(keys)
    assert followed(keys[2:3], notes) == tuple(keys[2:])


def test_a_key_that_no_trusted_one_names_is_not_trusted() -> None:
    keys, notes = chain(4)
    assert followed(keys[:1], notes[1:]) == tuple(keys[:1])
    assert followed(keys[:1], [notes[0].replace("—", "-"), "", *notes[1:]]) == tuple(keys[:1])
    stranger = new_key("stranger")
    alone = sign_note(f"redactor: the next key\n{keys[0]}\n{stranger.public}\n", stranger)
    assert followed(keys[:1], [str(alone)]) == tuple(keys[:1])
    other = sign_note(f"another title\n{keys[0]}\n{stranger.public}\n", stranger)
    assert followed(keys[:1], [str(other)]) == tuple(keys[:1])
