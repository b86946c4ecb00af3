"""The clock on the wall: when something was done. It is passed in wherever it is read."""

from collections.abc import Callable
from datetime import UTC, datetime

Now = Callable[[], datetime]


def utc_now() -> datetime:
    """Read the clock, in UTC."""
    return datetime.now(UTC)
