"""Rotation: a key names the next one, so that who has the first can trust the last.

The statement is a note, signed by both keys. It says nothing of what the old key signed before.
It helps against a key that is lost or has grown old, not against one that was stolen: the thief
can write such a note too. Then new public keys must be handed out.
"""

from collections.abc import Iterable

from redactor.audit.ledger.keys import KeyFaultError, PublicKey, SigningKey
from redactor.audit.ledger.note import Note, NoteError, read_note, sign_note

_TITLE = "redactor: the next key"


def hand_over(old: SigningKey, new: SigningKey) -> Note:
    """Let the old key name the new one."""
    return sign_note(f"{_TITLE}\n{old.public}\n{new.public}\n", old, new)


def followed(trusted: Iterable[PublicKey], notes: Iterable[str]) -> tuple[PublicKey, ...]:
    """Give the keys that are trusted, and those that they name, in their order.

    A note that a trusted key did not sign, or that is damaged, names nobody.
    """
    keys = list(dict.fromkeys(trusted))
    for note in notes:
        found = _handed_over(note)
        if found and found[0] in keys and found[1] not in keys:
            keys.append(found[1])
    return tuple(keys)


def _handed_over(words: str) -> tuple[PublicKey, PublicKey] | None:
    try:
        note = read_note(words.encode())
        title, old, new, end = note.text.split("\n")
        keys = PublicKey.parse(old), PublicKey.parse(new)
        both = set(note.signers(keys)) == set(keys)
    except (NoteError, KeyFaultError, ValueError):
        return None
    return keys if both and (title, end) == (_TITLE, "") else None
