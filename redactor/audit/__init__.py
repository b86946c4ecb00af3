"""Stage 6, audit: the proof of a release, for those who may see what was withheld.

In: a ``CompletedReview`` and its ``Release``. Out: the files of the classified folder: a page
with source and release side by side, a patch that turns one into the other and back, the whole
record for programs, and the source's banner. From the journal: the log, and its signed checkpoints
(``ledger``). From both: the proof that goes with a release (``attestation``), what it proves, and
the signed list of many releases (``sets``). Knows nothing of the screen.
"""

from redactor.faces import face

__getattr__, __all__ = face(__name__, __file__)
