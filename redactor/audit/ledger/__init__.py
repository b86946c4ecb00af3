"""The ledger: the journal as a log that others can hold its keepers to.

In: the digests of the journal's chain. Out: its Merkle tree (RFC 6962), checkpoints signed with a
key (C2SP signed notes, Ed25519), and proofs that an event is in the journal and that one
checkpoint goes on from another. Who keeps a checkpoint elsewhere can tell any later change, also
by those who hold the case file.
"""

from redactor.audit.ledger.checkpoint import Checkpoint
from redactor.audit.ledger.export import checkpoint_line, with_proofs
from redactor.audit.ledger.keyfile import (
    is_locked,
    make_key,
    public_path,
    read_public_key,
    read_signing_key,
    replace_key,
)
from redactor.audit.ledger.keys import KeyFaultError, PublicKey, SigningKey, new_key
from redactor.audit.ledger.log import Ledger, origin
from redactor.audit.ledger.merkle import Hash, Tree, leaf_hash
from redactor.audit.ledger.note import Note, NoteError, Signature, read_note, sign_note
from redactor.audit.ledger.proofs import extends, includes
from redactor.audit.ledger.rotation import followed, hand_over

__all__ = [
    "Checkpoint",
    "Hash",
    "KeyFaultError",
    "Ledger",
    "Note",
    "NoteError",
    "PublicKey",
    "Signature",
    "SigningKey",
    "Tree",
    "checkpoint_line",
    "extends",
    "followed",
    "hand_over",
    "includes",
    "is_locked",
    "leaf_hash",
    "make_key",
    "new_key",
    "origin",
    "public_path",
    "read_note",
    "read_public_key",
    "read_signing_key",
    "replace_key",
    "sign_note",
    "with_proofs",
]
