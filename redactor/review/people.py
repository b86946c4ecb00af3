"""People: one spelling for each."""

import unicodedata


def same_person(name: str) -> str:
    """Give the one spelling of a reviewer's id: ``Alice`` and ``alice`` are one person."""
    return unicodedata.normalize("NFKC", name).strip().casefold()
