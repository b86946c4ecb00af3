"""Stage 5, release: from a completed review to the text that may be handed out.

In: a ``CompletedReview``. Out: a ``Release``, made by adding approved spans to an empty text,
checked by the gate and searched for leaks; and the files of its public folder, which ``Staged``
writes all or none and ``Prover`` has read again from the disk. ``compose`` alone also serves
previews. Knows nothing of how decisions are stored.
"""

from redactor.faces import face

__getattr__, __all__ = face(__name__, __file__)
