"""Stage 3, propose: what a policy proposes for each stretch of a cable, and why.

In: a ``DatedCable``, a policy read from its YAML files, and the basis of the review. Out:
``Proposals`` that tile the text. Knows nothing of people.

Three walks through it: ``load.py`` reads a policy (gather, check, compile), ``proposing.py`` runs
it over a cable (plan, search, paint), ``examples.py`` lets each rule prove itself. The tools by
which a policy is proved, and two are compared, stand in ``proof/``.
"""

from redactor.faces import face

__getattr__, __all__ = face(__name__, __file__)
