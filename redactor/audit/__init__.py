"""Stage 6, audit: the proof of a release, for those who may see what was withheld.

In: a ``CompletedReview`` and its ``Release``. Out: the files of the classified folder: a page
with source and release side by side, a patch that turns one into the other and back, the whole
record for programs, and the source's banner. And from the journal: the log. Knows nothing of the
screen.
"""

from redactor.audit.banner import banner, residual
from redactor.audit.bundle import classified_files
from redactor.audit.log import LogFilter, journal_lines, log_lines
from redactor.audit.page import diff_page
from redactor.audit.patch import PatchError, apply_patch, diffs, invert_patch, make_patch
from redactor.audit.record import audit_json
from redactor.audit.report_progress import freeing, pace, referral_ageing
from redactor.audit.report_releases import Published, counts, vaughn
from redactor.audit.report_rules import agreement, overrides
from redactor.audit.report_sample import NoStatisticsError, draw, sample_table
from redactor.audit.table import Table, as_csv, as_html

__all__ = [
    "LogFilter",
    "NoStatisticsError",
    "PatchError",
    "Published",
    "Table",
    "agreement",
    "apply_patch",
    "as_csv",
    "as_html",
    "audit_json",
    "banner",
    "classified_files",
    "counts",
    "diff_page",
    "diffs",
    "draw",
    "freeing",
    "invert_patch",
    "journal_lines",
    "log_lines",
    "make_patch",
    "overrides",
    "pace",
    "referral_ageing",
    "residual",
    "sample_table",
    "vaughn",
]
