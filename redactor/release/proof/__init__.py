"""The proof from the written files: once more, and by a process that did not build them.

In: a ``Brief``, which tells what was built and what was withheld, and the folder as it is on
disk. A fresh process reads every file there by whatever means it can be read: text, markup,
fields, the objects of a PDF, the text of its pages. Out: nothing, or the ``UnprovedError`` that
holds the release. A process that ends, or takes too long, holds it too.
"""

from redactor.release.proof.brief import Brief, Facts, Finding, Listing, brief_of, listing_of
from redactor.release.proof.prover import Prover, UnprovedError

__all__ = [
    "Brief",
    "Facts",
    "Finding",
    "Listing",
    "Prover",
    "UnprovedError",
    "brief_of",
    "listing_of",
]
