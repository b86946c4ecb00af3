"""Stage 5, release: from a completed review to the text that may be handed out.

In: a ``CompletedReview``. Out: a ``Release``, made by adding approved spans to an empty text,
checked by the gate and searched for leaks; and the files of its public folder. ``compose``
alone also serves previews. Knows nothing of how decisions are stored.
"""

from redactor.release.blocks import Blocks
from redactor.release.build import EDITIONS, Edition, Release, build
from redactor.release.compose import compose
from redactor.release.errors import NotDecidedError, NotReleasableError
from redactor.release.files import FORMATS, Format, public_files
from redactor.release.furniture import no_content
from redactor.release.gate import LeakError
from redactor.release.head import Determination, Signing
from redactor.release.leaks import Leak, find_leaks
from redactor.release.markers import Amount, Extent
from redactor.release.pieces import Added, Kept, Piece, joined
from redactor.release.places import Withheld
from redactor.release.write import Staged, WriteFaultError, stage_files, write_files

__all__ = [
    "EDITIONS",
    "FORMATS",
    "Added",
    "Amount",
    "Blocks",
    "Determination",
    "Edition",
    "Extent",
    "Format",
    "Kept",
    "Leak",
    "LeakError",
    "NotDecidedError",
    "NotReleasableError",
    "Piece",
    "Release",
    "Signing",
    "Staged",
    "Withheld",
    "WriteFaultError",
    "build",
    "compose",
    "find_leaks",
    "joined",
    "no_content",
    "public_files",
    "stage_files",
    "write_files",
]
