"""The classified folder's files."""

import hashlib

from redactor.audit import apply_patch, classified_files, invert_patch
from tests.audit.samples import reviewed


def test_the_classified_folder_has_its_files() -> None:
    assert set(classified_files(*reviewed())) == {
        "retained.txt",
        "audit.diff.html",
        "audit.patch",
        "audit.json",
        "BANNER.txt",
    }


def test_the_banner_stands_alone_in_its_file() -> None:
    assert classified_files(*reviewed())["BANNER.txt"] == b"SECRET//NOFORN\n"


def test_the_patch_leads_from_the_source_to_the_release_and_back() -> None:
    review, release = reviewed()
    cable = review.dated.cable
    patch = classified_files(review, release)["audit.patch"].decode("ascii")
    assert apply_patch(cable.text, patch, expect_sha256=cable.sha256) == release.text
    sha256 = hashlib.sha256(release.text.encode()).hexdigest()
    assert apply_patch(release.text, invert_patch(patch), expect_sha256=sha256) == cable.text


def test_a_second_run_gives_the_same_bytes() -> None:
    assert classified_files(*reviewed()) == classified_files(*reviewed())
