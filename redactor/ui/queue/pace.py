"""Pace and forecast: how many cables an hour today, and how long the rest takes. Pure."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from itertools import pairwise

from redactor.review import Worked
from redactor.text import plural

_PAUSE = timedelta(minutes=10)
"""A longer gap between two decisions is a pause: no work."""
_FEWEST = 3
_SHORTEST = timedelta(minutes=5)
"""With fewer cables signed, or less work, there is nothing to say yet."""
_HOUR = timedelta(hours=1)
_FEW, _NEARLY = 10, 50
"""Minutes are told by fives from 10 on, hours by halves up to 10; from 50 minutes on in hours."""


def pace_words(worked: Sequence[Worked], left: int | None) -> str:
    """Say how fast the work goes and when it ends; nothing while there is too little to say.

    ``12 cables signed today, 24 an hour; the other 48 take about 2 hours``.

    Args:
        worked: what this person decided and signed today, oldest first.
        left: cables that this person has still to sign; ``None`` while not all are known.
    """
    signed = len({each.cable for each in worked if each.kind == "sign"})
    took = _work([datetime.fromisoformat(each.at) for each in worked])
    if signed < _FEWEST or took < _SHORTEST:
        return ""
    rate = signed * _HOUR / took
    words = f"{plural(signed, 'cable')} signed today, {rate:,.0f} an hour"
    if not left:
        return words
    rest = "the last one takes" if left == 1 else f"the other {left:,} take"
    return f"{words}; {rest} about {_long(left * took / signed)}"


def _work(moments: Sequence[datetime]) -> timedelta:
    """Add up the time between moments, without the pauses."""
    gaps = (later - earlier for earlier, later in pairwise(moments))
    return sum((gap for gap in gaps if gap <= _PAUSE), timedelta())


def _long(time: timedelta) -> str:
    """Say how long, as roughly as it is known."""
    minutes, hours = round(time / timedelta(minutes=1)), time / _HOUR
    if minutes < _FEW:
        return plural(max(1, minutes), "minute")
    if minutes < _NEARLY:
        return plural(5 * round(minutes / 5), "minute")
    halves = round(2 * hours)
    if hours < _FEW and halves % 2:
        return f"{halves // 2}½ hours"
    return plural(round(halves / 2), "hour")
