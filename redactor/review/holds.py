"""Holds: why a cable waits, and what lifting a hold covers."""

import hashlib


def hold_print(words: str) -> str:
    """Give what stands in the journal for a hold's words: those of the policy, not of a cable."""
    return hashlib.sha256(words.encode()).hexdigest()


def hold_now(proposed: str | None, held_by: str | None, lifted: str | None) -> str | None:
    """Say why a cable waits, or give nothing.

    Args:
        proposed: why the policy holds it, if it does.
        held_by: who holds it by hand, if someone does.
        lifted: print of the words of a hold that was lifted. Other words hold again.
    """
    by_hand = f"Put on hold by {held_by}." if held_by else None
    waits = proposed if proposed and hold_print(proposed) != lifted else None
    return " ".join(filter(None, (waits, by_hand))) or None
