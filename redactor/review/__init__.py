"""Stage 4, review: people's decisions, kept in an append-only journal.

In: proposals and what people decide. Out: the journal (the only source of truth) and the state
folded from it, up to a ``CompletedReview``. Knows nothing of the files a release writes.
"""

from redactor.faces import face

__getattr__, __all__ = face(__name__, __file__)
