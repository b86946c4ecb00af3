"""The bundle: the files of the classified folder, by name."""

from collections.abc import Mapping

from redactor.audit.banners import banner
from redactor.audit.page import diff_page
from redactor.audit.patch import make_patch
from redactor.audit.record import audit_json
from redactor.audit.retained import retained_text
from redactor.release import Release
from redactor.review import CompletedReview


def classified_files(review: CompletedReview, release: Release) -> Mapping[str, bytes]:
    """Give the classified folder's files by name.

    Raises:
        PatchError: when the patch does not turn the source into the release exactly.
    """
    cable = review.dated.cable
    patch = make_patch(cable.text, release.text, release.pieces)
    return {
        "audit.diff.html": diff_page(review, release).encode(),
        "audit.patch": patch.encode(),
        "audit.json": audit_json(review, release, patch),
        "retained.txt": retained_text(review, release).encode(),
        "BANNER.txt": f"{banner(cable)}\n".encode(),
    }
