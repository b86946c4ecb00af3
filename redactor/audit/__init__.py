"""Stage 6, audit: the proof of a release, for those who may see what was withheld.

In: a ``CompletedReview`` and its ``Release``. Out: the files of the classified folder: a page
with source and release side by side, a patch that turns one into the other and back, the whole
record for programs, and the source's banner. Knows nothing of the screen.
"""

from redactor.audit.banner import banner
from redactor.audit.bundle import classified_files
from redactor.audit.page import diff_page
from redactor.audit.patch import PatchError, apply_patch, diffs, invert_patch, make_patch
from redactor.audit.record import audit_json

__all__ = [
    "PatchError",
    "apply_patch",
    "audit_json",
    "banner",
    "classified_files",
    "diff_page",
    "diffs",
    "invert_patch",
    "make_patch",
]
