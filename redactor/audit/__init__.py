"""Stage 6, audit: the proof of a release, for those who may see what was withheld.

In: a ``CompletedReview`` and its ``Release``. Out: the files of the classified folder: a page
with source and release side by side, a patch that turns one into the other and back, the whole
record for programs, and the source's banner. From the journal: the log, and its signed checkpoints
(``ledger``). From both: the proof that goes with a release (``attestation``), what it proves, and
the signed list of many releases (``sets``). Knows nothing of the screen.
"""

from redactor.audit.attestation import (
    AttestationError,
    Attested,
    Bundle,
    Journal,
    Seal,
    Statement,
    Trust,
    attest,
    attest_again,
    journal_of,
    keys_of,
    verify_classified,
    verify_public,
)
from redactor.audit.banner import banner, residual
from redactor.audit.bound import apply_bound
from redactor.audit.bundle import classified_files
from redactor.audit.cleared import clearances
from redactor.audit.ledger import (
    Checkpoint,
    KeyFaultError,
    Ledger,
    Note,
    NoteError,
    PublicKey,
    SigningKey,
    checkpoint_line,
    followed,
    hand_over,
    is_locked,
    make_key,
    new_key,
    origin,
    public_path,
    read_note,
    read_public_key,
    read_signing_key,
    replace_key,
    with_proofs,
)
from redactor.audit.log import LogFilter, journal_lines, log_lines
from redactor.audit.page import diff_page
from redactor.audit.patch import PatchError, apply_patch, diffs, invert_patch, make_patch
from redactor.audit.record import audit_json
from redactor.audit.report_progress import freeing, pace, referral_ageing
from redactor.audit.report_releases import Published, counts, vaughn
from redactor.audit.report_rules import agreement, overrides
from redactor.audit.report_sample import (
    BYS,
    Delivered,
    NoStatisticsError,
    Share,
    Stratum,
    draw,
    quality_table,
    sample_table,
)
from redactor.audit.sets import Member, member, set_again, set_files, set_name, verify_set
from redactor.audit.table import Table, as_csv, as_html

__all__ = [
    "BYS",
    "AttestationError",
    "Attested",
    "Bundle",
    "Checkpoint",
    "Delivered",
    "Journal",
    "KeyFaultError",
    "Ledger",
    "LogFilter",
    "Member",
    "NoStatisticsError",
    "Note",
    "NoteError",
    "PatchError",
    "PublicKey",
    "Published",
    "Seal",
    "Share",
    "SigningKey",
    "Statement",
    "Stratum",
    "Table",
    "Trust",
    "agreement",
    "apply_bound",
    "apply_patch",
    "as_csv",
    "as_html",
    "attest",
    "attest_again",
    "audit_json",
    "banner",
    "checkpoint_line",
    "classified_files",
    "clearances",
    "counts",
    "diff_page",
    "diffs",
    "draw",
    "followed",
    "freeing",
    "hand_over",
    "invert_patch",
    "is_locked",
    "journal_lines",
    "journal_of",
    "keys_of",
    "log_lines",
    "make_key",
    "make_patch",
    "member",
    "new_key",
    "origin",
    "overrides",
    "pace",
    "public_path",
    "quality_table",
    "read_note",
    "read_public_key",
    "read_signing_key",
    "referral_ageing",
    "replace_key",
    "residual",
    "sample_table",
    "set_again",
    "set_files",
    "set_name",
    "vaughn",
    "verify_classified",
    "verify_public",
    "verify_set",
    "with_proofs",
]
