"""Counting in words, for messages and summaries."""


def plural(count: int, noun: str) -> str:
    """Give ``1 place`` or ``1,200 places``."""
    return f"{count:,} {noun}" if count == 1 else f"{count:,} {noun}s"
