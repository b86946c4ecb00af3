"""A third party: the reference implementation of SD-JWT reads our tokens without our code."""

import base64
from pathlib import Path
from typing import Any

import pytest
from jwcrypto.jwk import JWK
from jwcrypto.jws import InvalidJWSSignature
from sd_jwt.verifier import SDJWTVerifier

from redactor.audit.attestation.records import Opening, read_signed
from tests.audit.attestation.office import Office


def by_reference(token: str, public: bytes) -> Any:  # noqa: ANN401 - any JSON
    """Verify a token with the reference library; give what it shows."""
    x = base64.urlsafe_b64encode(public).decode().rstrip("=")
    key = JWK(kty="OKP", crv="Ed25519", x=x)
    return SDJWTVerifier(token, lambda _issuer, _header: key).get_verified_payload()


def joined(segments: Any) -> str:  # noqa: ANN401 - arrays within arrays
    """Join all texts of a token, however deep."""
    return segments if isinstance(segments, str) else "".join(map(joined, segments))


def test_the_reference_library_reads_what_is_public_and_nothing_else(tmp_path: Path) -> None:
    office = Office(tmp_path)
    bundle = office.withheld('text "Quill"', "paragraph 3")
    assert office.key
    shown = by_reference(bundle.public["release.sdjwt"].decode(), office.key.public.public)
    assert shown["release"] == "R-0001"
    assert "source" not in shown
    text = joined(shown["segments"])
    assert "The harbor minister met us. He expects the talks to resume" in text
    assert "Quill" not in text
    assert "visit" not in text


def test_the_reference_library_opens_all_of_it_to_an_auditor(tmp_path: Path) -> None:
    office = Office(tmp_path)
    bundle = office.withheld('text "Quill"', "paragraph 3")
    assert office.key
    opening, _ = read_signed(bundle.classified["opening.json"], Opening)
    signed = bundle.public["release.sdjwt"].decode().partition("~")[0]
    parts = (signed, opening.source.disclosure, *(each.made for each in opening.disclosures), "")
    shown = by_reference("~".join(parts), office.key.public.public)
    assert shown["source"] == office.cable
    source = office.case.cable(office.cable).decode()
    assert joined(shown["segments"]) == " ".join(source.split())


def test_the_reference_library_refuses_another_key_and_a_changed_token(tmp_path: Path) -> None:
    office = Office(tmp_path)
    token = office.withheld('text "Quill"').public["release.sdjwt"].decode()
    assert office.key
    with pytest.raises(InvalidJWSSignature):
        by_reference(token, bytes(32))
    head, payload, rest = token.split(".", 2)
    changed = ".".join((head, payload[:-4] + "AAAA", rest))
    with pytest.raises((InvalidJWSSignature, ValueError)):
        by_reference(changed, office.key.public.public)
