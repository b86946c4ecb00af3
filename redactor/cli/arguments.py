"""What several commands share: kinds of values, and options."""

import argparse
import getpass
import re
from contextlib import suppress
from datetime import date
from typing import NoReturn

from redactor.cli.output import WRONG_INPUT, narrate

# Those of the policy stage; named here too, so that a start need not import it (a test compares).
BASES = ("foia", "mdr", "automatic", "systematic")
_LONGEST_NAME = 64


class OneLineParser(argparse.ArgumentParser):
    """Says what is wrong in one line, not in a page of usage."""

    def error(self, message: str) -> NoReturn:
        """Report a usage error and leave."""
        narrate(f"{self.prog}: {message} (see {self.prog} --help)")
        raise SystemExit(WRONG_INPUT)


def day(text: str) -> date:
    """Read a day given on the command line."""
    with suppress(ValueError):
        if re.fullmatch(r"\d{4}-\d{2}-\d{2}", text, re.ASCII):
            return date.fromisoformat(text)
    raise argparse.ArgumentTypeError(f"{text!r} is no day; write it like 2026-11-23")


def person(text: str) -> str:
    """Read a reviewer's id."""
    if text.strip() and text.isprintable() and len(text) <= _LONGEST_NAME:
        return text.strip()
    raise argparse.ArgumentTypeError("a reviewer's id is 1 to 64 printable characters")


def words(text: str) -> str:
    """Read words that a decision carries."""
    if not all(char.isprintable() or char in "\n\t" for char in text):
        raise argparse.ArgumentTypeError("the words hold characters that can't be read")
    if text.strip():
        return text.strip()
    raise argparse.ArgumentTypeError("the words are empty; write some, or leave the option out")


def paths_argument(parser: argparse.ArgumentParser) -> None:
    """Add the cables."""
    parser.add_argument("paths", nargs="+", metavar="PATH", help="a cable, or a folder of *.txt")


def as_of_option(parser: argparse.ArgumentParser) -> None:
    """Add the day on which the clock is read."""
    parser.add_argument(
        "--as-of",
        type=day,
        metavar="DAY",
        help="read the clock on this day, such as 2026-11-23; today",
    )


def terms_option(parser: argparse.ArgumentParser) -> None:
    """Add the terms of a case."""
    parser.add_argument("--policy", metavar="PATH", help="a policy file or a shipped name")
    as_of_option(parser)
    parser.add_argument("--basis", choices=BASES, help="why the review happens; foia")
    requested_option(parser)


def requested_option(parser: argparse.ArgumentParser) -> None:
    """Add the day of the request, to which the 25 years of (b)(5) count."""
    parser.add_argument("--requested", type=day, metavar="DAY", help="the day of the request")


def case_option(parser: argparse.ArgumentParser) -> None:
    """Add the case file."""
    parser.add_argument("--case", required=True, metavar="FILE", help="the case file")


def reviewer_option(parser: argparse.ArgumentParser) -> None:
    """Add who acts."""
    parser.add_argument(
        "--reviewer", type=person, default=_login(), metavar="ID", help="who you are; login name"
    )


def _login() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "unknown"
