"""Past: what earlier releases made known, held against what is to be released now.

In: the words of a cable with what is withheld of them, and earlier texts: those of the case,
whose withheld words are known, and public ones with holes. Out: conflicts. A sketch tells which
of many texts are worth comparing; the comparison is exact. Pure: files are read by others.
"""

from redactor.release.past.compare import ConflictKind
from redactor.release.past.conflicts import Conflict, Earlier, find_conflicts
from redactor.release.past.sketch import SKETCH_VERSION, Sketch, Sketcher, may_share
from redactor.release.past.texts import Said, cable_text, codes_said, public_text

__all__ = [
    "SKETCH_VERSION",
    "Conflict",
    "ConflictKind",
    "Earlier",
    "Said",
    "Sketch",
    "Sketcher",
    "cable_text",
    "codes_said",
    "find_conflicts",
    "may_share",
    "public_text",
]
