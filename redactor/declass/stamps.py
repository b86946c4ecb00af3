"""Stamps in a cable's text that override its printed date, 32 CFR 2001.12(b) and 2001.24(l).

What a stamp means is for people to attest. Until they have, its presence alone counts: an
extension without a known end, or a reclassification. Either only lengthens protection.
"""

from redactor.declass.facts import Extension, Facts
from redactor.declass.line import pattern
from redactor.text import blocks_of

_EXTENDED = r"CLASSIFICATION\s{1,9}EXTENDED\s{1,9}(?:ON|BY|TO|UNTIL)\b"
_RECLASSIFIED = (
    r"(?m)^[ \t(*]{0,9}RECLASSIFIED\s{1,9}"
    r"(?:ON|BY|AS\s{1,9}(?:TOP\s{1,9}SECRET|SECRET|CONFIDENTIAL))\b"
)


def with_stamps(text: str, facts: Facts) -> Facts:
    """Add what the stamps in a cable's text show to the facts, where no one has attested them."""
    if facts.stamps_checked:
        return facts
    upper = "".join(map(str.upper, blocks_of(text)))  # in one go, it takes twelve times its size
    if facts.extension is None and "EXTENDED" in upper and pattern(_EXTENDED).search(upper):
        facts = facts._replace(extension=Extension())
    if "RECLASSIFIED" in upper and pattern(_RECLASSIFIED).search(upper):
        facts = facts._replace(reclassified=True)
    return facts
