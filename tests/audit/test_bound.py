"""A patch is applied to what audit.json binds it to, and to nothing else."""

import json

import pytest

from redactor.audit import PatchError, apply_bound, classified_files
from tests.audit.samples import reviewed


@pytest.fixture
def bundle() -> tuple[bytes, bytes, str, bytes]:
    """Give source, release, patch and record."""
    review, release = reviewed()
    files = classified_files(review, release)
    source = review.dated.cable.text.encode()
    patch = files["audit.patch"].decode()
    return source, release.text.encode(), patch, files["audit.json"]


Four = tuple[bytes, bytes, str, bytes]


def test_it_leads_both_ways(bundle: Four) -> None:
    source, released, patch, record = bundle
    assert apply_bound(source, patch, record) == released
    assert apply_bound(released, patch, record) == source


def test_another_revision_of_the_text_is_refused(bundle: Four) -> None:
    source, released, patch, record = bundle
    for other in (source + b"\n", source.replace(b"May", b"Jun"), released[:-1], b""):
        with pytest.raises(PatchError, match="neither the source nor the release"):
            apply_bound(other, patch, record)


def test_another_patch_is_refused(bundle: Four) -> None:
    source, _, patch, record = bundle
    with pytest.raises(PatchError, match="not the patch that"):
        apply_bound(source, patch.replace("denied", "DENIED"), record)


def test_a_record_that_names_another_result_is_refused(bundle: Four) -> None:
    source, _, patch, record = bundle
    told = json.loads(record)
    told["release"]["sha256"] = "0" * 64
    with pytest.raises(PatchError, match="what the patch makes is not"):
        apply_bound(source, patch, json.dumps(told).encode())


@pytest.mark.parametrize("damaged", [b"", b"[]", b"{}", b'{"patch": {}}', b"\xff", b"null"])
def test_a_record_that_cannot_be_read_is_refused(bundle: Four, damaged: bytes) -> None:
    source, _, patch, _ = bundle
    with pytest.raises(PatchError, match=r"audit\.json can't be read"):
        apply_bound(source, patch, damaged)
