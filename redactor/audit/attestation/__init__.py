"""The attestation: a release that proves itself, and opens further without a new promise.

In: a release with its files, and the journal. Out: four more files. ``manifest.json`` (signed)
lists what the release consists of; ``release.sdjwt`` (RFC 9901) is a signed token over all
segments of the cable, kept and withheld, of which only the kept ones are shown. On the classified
side ``opening.json`` opens the rest, and ``decisions.jsonl`` has every event behind the release
with the proof that the log holds it. ``verify_public`` and ``verify_classified`` say in sentences
what holds.
"""

from redactor.audit.attestation.examine import verify_classified
from redactor.audit.attestation.issue import Attested, Bundle, attest, attest_again
from redactor.audit.attestation.journal import Journal, Seal, journal_of, keys_of
from redactor.audit.attestation.signer import AttestationError
from redactor.audit.attestation.statements import Statement, Trust
from redactor.audit.attestation.verify import verify_public

__all__ = [
    "AttestationError",
    "Attested",
    "Bundle",
    "Journal",
    "Seal",
    "Statement",
    "Trust",
    "attest",
    "attest_again",
    "journal_of",
    "keys_of",
    "verify_classified",
    "verify_public",
]
