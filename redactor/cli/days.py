"""The days of a command. The one place of the headless commands that asks what day it is."""

from argparse import Namespace
from datetime import date


def as_of_from(options: Namespace) -> date:
    """Give the as-of day, today if none was named."""
    chosen: date | None = options.as_of
    return chosen or today()


def today() -> date:
    """Give the reviewer's own day."""
    return date.today()  # noqa: DTZ011 - the reviewer's own day is meant
