"""Pace and forecast."""

from datetime import UTC, datetime, timedelta

import pytest

from redactor.review import Worked
from redactor.ui.queue.pace import pace_words

START = datetime(2026, 11, 23, 9, tzinfo=UTC)


def worked(cables: int, minutes: float, pause: int = 0) -> list[Worked]:
    """A cable is decided, then signed; somewhere in between there is a pause."""
    found: list[Worked] = []
    for number in range(cables + 1):
        rest = pause if number > cables // 2 else 0
        at = (START + timedelta(minutes=minutes * number + rest)).isoformat()
        found.append(Worked(at, f"cable {number}", "decide"))
        if number:
            found.append(Worked(at, f"cable {number}", "sign"))
    return found


def test_cables_an_hour_and_the_rest() -> None:
    assert pace_words(worked(12, 2.5), 48) == (
        "12 cables signed today, 24 an hour; the other 48 take about 2 hours"
    )


def test_a_pause_is_no_work() -> None:
    assert pace_words(worked(12, 2.5, pause=90), 48).startswith(
        "12 cables signed today, 26 an hour"
    )


@pytest.mark.parametrize(
    ("left", "words"),
    [(1, "the last one takes about 2 minutes"), (2, "the other 2 take about 5 minutes"),
     (8, "the other 8 take about 20 minutes"), (20, "the other 20 take about 1 hour"),
     (36, "the other 36 take about 1½ hours"), (1_000, "the other 1,000 take about 42 hours")],
)  # fmt: skip
def test_how_long_in_words(left: int, words: str) -> None:
    assert pace_words(worked(24, 2.5), left).endswith(f"; {words}")


def test_nothing_is_forecast_until_all_cables_are_known_or_when_none_is_left() -> None:
    for left in (None, 0):
        assert pace_words(worked(12, 2.5), left) == "12 cables signed today, 24 an hour"


@pytest.mark.parametrize("told", [[], worked(2, 5), worked(20, 0.1)])
def test_nothing_is_said_of_too_little(told: list[Worked]) -> None:
    assert pace_words(told, 5) == ""


def test_a_cable_signed_twice_counts_once() -> None:
    twice = [*worked(4, 5), Worked((START + timedelta(minutes=21)).isoformat(), "cable 4", "sign")]
    assert pace_words(twice, None).startswith("4 cables signed today")
