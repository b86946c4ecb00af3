"""Signed notes: the published key and note, byte for byte, and what is refused."""

import base64

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from redactor.audit.ledger import KeyFaultError, NoteError, PublicKey, SigningKey, new_key
from redactor.audit.ledger.note import read_note, sign_note

# From golang.org/x/mod/sumdb/note, note_test.go.
PETER = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"
PETERS_SEED = "AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz"
ENOCH = "EnochRoot+af0cfe78+ATtqJ7zOtqQtYqOo0CpvDXNlMhV3HeJDpjrASKGLWdop"
TEXT = (
    "If you think cryptography is the answer to your problem,\n"
    "then you don't know what your problem is.\n"
)
PETERS = (
    "— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZ"
    "b6KE6RyyBwJnAM=\n"
)
ENOCHS = (
    "— EnochRoot rwz+eBzmZa0SO3NbfRGzPCpDckykFXSdeX+MNtCOXm2/5n2tiOHp+vAF1aGrQ5ovTG01oOTGwnWLox3"
    "3WWd1RvMc+QQ=\n"
)

# The first example of https://c2sp.org/signed-note: a text with a blank line in it.
POEM = (
    "Ognuno sta solo sul cuor della terra\ntrafitto da un raggio di sole:\n\ned è subito sera.\n\n"
    "— quasimodo.example/salvatore NnugSzTjtVAewIS+Z/iJhUPeFDkO/5QQ2i5ddnGITLlC+EhfLW9oJKONrMouFS"
    "QU0xMcXxj99ihAQwaqP3ZekRwNtIc=\n"
)


def peter() -> SigningKey:
    seed = base64.b64decode(PETERS_SEED)[1:]
    return SigningKey("PeterNeumann", Ed25519PrivateKey.from_private_bytes(seed))


def test_the_published_key_is_read_and_written() -> None:
    key = PublicKey.parse(PETER)
    assert str(key) == PETER
    assert key == peter().public
    assert str(PublicKey.parse(ENOCH)) == ENOCH


def test_the_published_note_is_signed_byte_for_byte() -> None:
    assert str(sign_note(TEXT, peter())) == TEXT + "\n" + PETERS


def test_known_keys_are_told_from_unknown_ones() -> None:
    note = read_note(f"{TEXT}\n{PETERS}{ENOCHS}".encode())
    keys = PublicKey.parse(PETER), PublicKey.parse(ENOCH)
    assert note.text == TEXT
    assert note.signers(keys) == keys
    assert note.signers(keys[:1]) == keys[:1]
    assert note.signers([]) == ()
    assert note.signers([new_key("PeterNeumann").public]) == ()


def test_the_text_ends_at_the_last_blank_line() -> None:
    note = read_note(POEM.encode())
    assert note.text.count("\n") == 4
    assert [line.name for line in note.signatures] == ["quasimodo.example/salvatore"]
    assert str(note) == POEM


def test_a_false_signature_of_a_known_key_condemns_the_note() -> None:
    key = PublicKey.parse(PETER)
    note = read_note(f"{TEXT.replace('answer', 'Answer')}\n{PETERS}".encode())
    with pytest.raises(NoteError, match="the signature of PeterNeumann is false"):
        note.signers([key])
    longer = read_note(f"{TEXT}\n{PETERS[:60]}ABCD{PETERS[60:]}".encode())
    with pytest.raises(NoteError):
        longer.signers([key])


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode(),
        f"{TEXT}\n".encode(),
        f"{TEXT}\n{PETERS[:-1]}".encode(),
        f"\x01{TEXT}\n{PETERS}".encode(),
        f"{TEXT}\r\n\n{PETERS}".encode(),
        b"\xff" + f"{TEXT}\n{PETERS}".encode(),
        f"{TEXT}\n{PETERS.replace('PeterNeumann', 'Bad Name')}".encode(),
        f"{TEXT}\n{PETERS.replace('PeterNeumann', 'Bad+Name')}".encode(),
        f"{TEXT}\n{PETERS}Unexpected line.\n".encode(),
        f"{TEXT}\n{PETERS.replace('— ', '- ')}".encode(),
        f"{TEXT}\n{PETERS.replace('AM=', 'AN=')}".encode(),
        f"{TEXT}\n{PETERS.replace('AM=', 'AM')}".encode(),
        f"{TEXT}\n{PETERS * 101}".encode(),
        f"{TEXT}\n— PeterNeumann x08gow==\n".encode(),
    ],
    ids=[
        "no-signatures", "no-signature-line", "no-end-of-line", "control-character", "crlf",
        "no-utf-8", "name-with-space", "name-with-plus", "other-line", "hyphen-for-dash",
        "base64-with-stray-bits", "base64-without-padding", "too-many", "id-alone",
    ],
)  # fmt: skip
def test_a_malformed_note_is_refused(data: bytes) -> None:
    with pytest.raises(NoteError):
        read_note(data)


def test_a_text_that_is_none_for_a_note_is_not_signed() -> None:
    for text in ("abc", "a\tb\n", ""):
        with pytest.raises(NoteError):
            sign_note(text, peter())


def test_every_part_and_every_change_of_a_public_key_is_refused() -> None:
    wrong = [PETER[i:j] for i in range(len(PETER)) for j in range(i + 1, len(PETER) + 1)]
    wrong.remove(PETER)
    wrong += [PETER[:i] + chr(ord(PETER[i]) + 1) + PETER[i + 1 :] for i in range(len(PETER))]
    # A key that is too long, and one of another kind, each with the id that it would have.
    wrong += [
        "PeterNeumann+cc469956+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TWBADKEY==",
        "PeterNeumann+173116ae+ZRpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
    ]
    for line in wrong:
        with pytest.raises(KeyFaultError):
            PublicKey.parse(line)


@pytest.mark.parametrize("name", ["", "a b", "a+b", "a\u00a0b", "a\nb"])
def test_a_key_can_not_have_such_a_name(name: str) -> None:
    with pytest.raises(KeyFaultError):
        new_key(name)


def test_a_signing_key_does_not_show_itself() -> None:
    assert PETERS_SEED[:8] not in repr(peter())
