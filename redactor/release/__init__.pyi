from redactor.release.blocks import Blocks
from redactor.release.building import EDITIONS, Edition, Release, build
from redactor.release.composing import compose
from redactor.release.errors import NotDecidedError, NotReleasableError
from redactor.release.files import FORMATS, Format, public_files
from redactor.release.findings import Found, finding_of, fixes_for, still_open
from redactor.release.furniture import no_content
from redactor.release.gate import ConflictError, HeldError, LeakError, check_past
from redactor.release.head import Determination, Signing
from redactor.release.leaks import Leak, find_leaks
from redactor.release.markers import Amount, Extent
from redactor.release.past import (
    SKETCH_VERSION,
    Conflict,
    ConflictKind,
    Earlier,
    Said,
    Sketch,
    Sketcher,
    cable_text,
    codes_said,
    find_conflicts,
    may_share,
    public_text,
)
from redactor.release.pieces import Added, Kept, Piece, joined
from redactor.release.places import Withheld
from redactor.release.proof import Brief, Prover, UnprovedError, brief_of, listing_of
from redactor.release.render import Row, listing_csv, listing_html, row_of
from redactor.release.write import Staged, WriteFaultError

__all__ = [
    "EDITIONS",
    "FORMATS",
    "SKETCH_VERSION",
    "Added",
    "Amount",
    "Blocks",
    "Brief",
    "Conflict",
    "ConflictError",
    "ConflictKind",
    "Determination",
    "Earlier",
    "Edition",
    "Extent",
    "Format",
    "Found",
    "HeldError",
    "Kept",
    "Leak",
    "LeakError",
    "NotDecidedError",
    "NotReleasableError",
    "Piece",
    "Prover",
    "Release",
    "Row",
    "Said",
    "Signing",
    "Sketch",
    "Sketcher",
    "Staged",
    "UnprovedError",
    "Withheld",
    "WriteFaultError",
    "brief_of",
    "build",
    "cable_text",
    "check_past",
    "codes_said",
    "compose",
    "find_conflicts",
    "find_leaks",
    "finding_of",
    "fixes_for",
    "joined",
    "listing_csv",
    "listing_html",
    "listing_of",
    "may_share",
    "no_content",
    "public_files",
    "public_text",
    "row_of",
    "still_open",
]
