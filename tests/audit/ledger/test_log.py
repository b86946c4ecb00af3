"""Checkpoints: the published form, and what one proves about a journal."""

import hashlib

import pytest

from redactor.audit.ledger import Checkpoint, Ledger, NoteError, new_key, origin, read_note
from redactor.review import FIRST_DIGEST

# The example of https://c2sp.org/tlog-checkpoint.
PUBLISHED = """\
example.com/behind-the-sofa
20852163
CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=

— example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1g\
GzGku9nTo+zyWE+xeMcTOAYQ8=
"""
SECRET = b"a secret of the case"
DIGESTS = [hashlib.sha256(b"%d" % number).hexdigest() for number in range(12)]


def test_the_published_checkpoint_is_read_and_written() -> None:
    note = read_note(PUBLISHED.encode())
    head = Checkpoint.parse(note.text)
    assert head.origin == "example.com/behind-the-sofa"
    assert head.size == 20852163
    assert head.root.hex().startswith("0ac5186a91863e8e")
    assert head.text == note.text
    assert str(note) == PUBLISHED


@pytest.mark.parametrize(
    "change",
    [
        ("20852163", "020852163"),
        ("20852163", "+1"),
        ("20852163", "9" * 19),
        ("CsUY", "CsU"),
        ("CsUYapGG", ""),
        ("example.com/behind-the-sofa\n", ""),
        ("2I=\n", "2I=\n\n"),
    ],
    ids=["leading-zero", "sign", "too-large", "bad-base64", "short-root", "no-origin", "blank"],
)
def test_a_malformed_checkpoint_is_refused(change: tuple[str, str]) -> None:
    text = read_note(PUBLISHED.encode()).text
    with pytest.raises(NoteError, match="no checkpoint"):
        Checkpoint.parse(text.replace(*change, 1))


def test_a_line_after_the_third_is_allowed() -> None:
    text = read_note(PUBLISHED.encode()).text
    assert Checkpoint.parse(text + "an extension\n") == Checkpoint.parse(text)


def log(digests: list[str]) -> Ledger:
    return Ledger(SECRET, digests)


def checkpoint(size: int) -> Checkpoint:
    return log(DIGESTS[:size]).checkpoint()


def test_a_journal_that_has_grown_goes_on_from_its_checkpoints() -> None:
    grown = log(DIGESTS[:5])
    grown.extend(DIGESTS[5:])
    assert len(grown) == 12
    assert [grown.fault(checkpoint(size)) for size in range(13)] == [None] * 13


def test_a_log_remembers_its_digests() -> None:
    assert [log(DIGESTS).digest(seq) for seq in range(13)] == [FIRST_DIGEST, *DIGESTS]


@pytest.mark.parametrize("bad", ["", "ab", "no hex at all"])
def test_what_is_no_digest_is_no_entry(bad: str) -> None:
    with pytest.raises(ValueError, match=r"digest|hexadecimal"):
        log([*DIGESTS, bad])


def test_a_cut_tail_is_named() -> None:
    said = log(DIGESTS[:9]).fault(checkpoint(12))
    assert said == "the journal ends at event 9: 3 events of the checkpoint cut off"
    said = log(DIGESTS[:11]).fault(checkpoint(12))
    assert said == "the journal ends at event 11: 1 event of the checkpoint cut off"


def test_any_other_digest_before_the_checkpoint_is_named() -> None:
    for changed in range(8):
        forged = [*DIGESTS]
        forged[changed] = hashlib.sha256(b"forged").hexdigest()
        said = log(forged).fault(checkpoint(8))
        assert said == "the first 8 events are not those of the checkpoint"
        assert log(forged).fault(checkpoint(changed)) is None


def test_a_swapped_pair_is_named() -> None:
    swapped = log([DIGESTS[1], DIGESTS[0], *DIGESTS[2:]])
    assert swapped.fault(checkpoint(2)) == "the first 2 events are not those of the checkpoint"


def test_a_checkpoint_of_another_case_is_told() -> None:
    said = Ledger(b"another secret", DIGESTS).fault(checkpoint(3))
    assert said == "the checkpoint is of another case"


def test_the_name_of_a_log_is_its_case_and_tells_no_secret() -> None:
    assert origin(b"one") == origin(b"one") != origin(b"two")
    assert b"one".hex() not in origin(b"one")


def test_a_checkpoint_is_signed_also_of_an_earlier_size() -> None:
    key = new_key(origin(SECRET))
    note = log(DIGESTS).signed(key, 5)
    assert note.signers([key.public]) == (key.public,)
    assert Checkpoint.parse(note.text) == checkpoint(5)
