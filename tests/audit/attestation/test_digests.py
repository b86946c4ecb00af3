"""Disclosures and digests: the vectors of RFC 9901 and RFC 8037."""

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from redactor.audit.attestation.digests import (
    Salter,
    digest,
    disclosure,
    from_base64,
    read_json,
    to_base64,
)
from redactor.audit.ledger import SigningKey


@pytest.mark.parametrize(
    ("made", "wanted"),
    [
        # RFC 9901, 5.1: two elements of an array, and a claim.
        (
            "WyJsa2x4RjVqTVlsR1RQVW92TU5JdkNBIiwgIlVTIl0",
            "pFndjkZ_VCzmyTa6UjlZo3dh-ko8aIKQc9DlGzhaVYo",
        ),
        (
            "WyJuUHVvUW5rUkZxM0JJZUFtN0FuWEZBIiwgIkRFIl0",
            "7Cf6JkPudry3lcbwHgeZ8khAv1U1OSlerP0VkBJrWZ0",
        ),
        (
            "WyJHMDJOU3JRZmpGWFE3SW8wOXN5YWpBIiwgInVwZGF0ZWRfYXQiLCAxNTcwMDAwMDAwXQ",
            "CrQe7S5kqBAHt-nMYXgc6bdt2SH5aTY1sU_M-PgkjPI",
        ),
    ],
)
def test_the_published_digests(made: str, wanted: str) -> None:
    assert digest(made) == wanted


def test_a_disclosure_is_the_published_one_without_its_blanks() -> None:
    data = from_base64("WyJsa2x4RjVqTVlsR1RQVW92TU5JdkNBIiwgIlVTIl0")
    assert data == b'["lklxF5jMYlGTPUovMNIvCA", "US"]'
    assert from_base64(disclosure("lklxF5jMYlGTPUovMNIvCA", "US")) == data.replace(b", ", b",")


def test_the_published_signature() -> None:
    # RFC 8037, A.4.
    seed = from_base64("nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A")
    assert seed
    key = SigningKey("test", Ed25519PrivateKey.from_private_bytes(seed))
    words = "eyJhbGciOiJFZERTQSJ9.RXhhbXBsZSBvZiBFZDI1NTE5IHNpZ25pbmc"
    assert to_base64(key.sign(words.encode())) == (
        "hgyY0il_MGCjP0JzlnLWG1PPOt7-09PGcvMg3AIbQR6dWbhijcNR4ki4iylGjg5BhVsPt9g7sVvpAr_MuM0KAg"
    )


@pytest.mark.parametrize("text", ["QQ==", "QR", "Q", "Q Q", "Q+Q", "QÄ", "Q/Q="])
def test_base64_is_read_in_the_one_right_way_only(text: str) -> None:
    assert from_base64("QQ") == b"A"
    assert from_base64(text) is None


@pytest.mark.parametrize("data", [b'{"a":1,"a":2}', b"NaN", b"[" * 100_000, b"\xff", b"", b"{"])
def test_json_from_outside_is_read_strictly(data: bytes) -> None:
    with pytest.raises(ValueError, match=r"."):
        read_json(data)


def test_salts_are_the_same_again_and_differ_for_all_else() -> None:
    salter = Salter(b"secret", "token")
    assert len(salter.salt("1")) == 22
    assert len(salter.decoy("1")) == len(digest("made")) == 43
    others = [Salter(b"other", "token"), Salter(b"secret", "other")]
    made = [each.salt("1") for each in (salter, *others)] + [salter.salt("2")]
    assert len(set(made)) == 4
    assert salter.salt("1") == Salter(b"secret", "token").salt("1")
    assert salter.decoy("1")[:22] != salter.salt("1")
    assert all(0 <= salter.number(str(path), 7) < 7 for path in range(50))
    assert "secret" not in repr(salter)
