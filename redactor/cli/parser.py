"""The command line's grammar."""

import argparse
import getpass
import re
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from typing import NoReturn

from redactor import __version__
from redactor.cli.output import WRONG_INPUT, narrate

# Those of the policy stage; named here too, so that a start need not import it (a test compares).
BASES = ("foia", "mdr", "automatic", "systematic")
_LONGEST_NAME = 64
_MOST_PROCESSES = 256
_MOST_DAYS = 36525

Add = Callable[[argparse.ArgumentParser], None]


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


def count(text: str) -> int:
    """Read a number of processes."""
    if re.fullmatch(r"\d{1,3}", text, re.ASCII) and 1 <= int(text) <= _MOST_PROCESSES:
        return int(text)
    raise argparse.ArgumentTypeError(
        f"{text!r} is no number of processes; give 1 to {_MOST_PROCESSES}"
    )


def days(text: str) -> int:
    """Read a span of days, up to a century."""
    if re.fullmatch(r"\d{1,5}", text, re.ASCII) and int(text) <= _MOST_DAYS:
        return int(text)
    raise argparse.ArgumentTypeError(f"{text!r} is no number of days; give 0 to {_MOST_DAYS:,}")


def build() -> OneLineParser:
    """Build the parser of all commands."""
    parser = OneLineParser(
        prog="redactor",
        description="Line-by-line declassification review of diplomatic cables.",
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"redactor {__version__}")
    commands = parser.add_subparsers(
        dest="command", required=True, metavar="COMMAND", parser_class=OneLineParser
    )
    for name, sentence, add in _COMMANDS:
        add(commands.add_parser(name, help=sentence, description=sentence, allow_abbrev=False))
    return parser


def _review(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("paths", nargs="*", metavar="PATH", help="a cable, or a folder of *.txt")
    parser.add_argument("--case", default="review.case", metavar="FILE", help="the case file")
    parser.add_argument(
        "--out", default="out", type=words, metavar="DIR", help="where releases are written"
    )
    _terms(parser)
    _reviewer(parser)


def _inspect(parser: argparse.ArgumentParser) -> None:
    _paths(parser)
    _batch(parser)
    parser.add_argument(
        "--warnings",
        type=words,
        metavar="CODE[,CODE]",
        help="only the cables with one of these warnings, such as number-gap",
    )
    _as_of(parser)
    look = parser.add_mutually_exclusive_group()
    look.add_argument(
        "--forecast", action="store_true", help="what frees in which year, and an agenda"
    )
    look.add_argument(
        "--compare", type=day, metavar="DAY", help="what changes from the as-of day to this one"
    )
    parser.add_argument(
        "--within",
        type=days,
        metavar="DAYS",
        help="with --forecast: only the portions that free within so many days",
    )


def _propose(parser: argparse.ArgumentParser) -> None:
    _paths(parser)
    _batch(parser)
    _as_of(parser)
    _policy(parser)
    _basis(parser)


def _decide(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("cable", metavar="CABLE", help="id, path as imported, or start of the hash")
    _case(parser)
    act = parser.add_mutually_exclusive_group(required=True)
    act.add_argument(
        "--accept-proposals", action="store_true", help="decide what is open as proposed"
    )
    act.add_argument(
        "--release", metavar="SPEC", help="all | lines 3-9 | paragraph 2 | span 5:9 | ..."
    )
    act.add_argument("--redact", metavar="SPEC", help='... | text "words"')
    act.add_argument("--refer", metavar="SPEC", help="send to another agency; needs --agency")
    act.add_argument("--undo", action="store_true", help="take back your last act on this cable")
    act.add_argument("--redo", action="store_true", help="bring back what --undo took")
    act.add_argument("--sign", action="store_true", help="sign the next stage")
    parser.add_argument("--agency", type=words, metavar="A", help="to whom the place is referred")
    parser.add_argument(
        "--code", action="append", default=[], metavar="C", help="such as b6 or 1.4(d)"
    )
    parser.add_argument("--statute", type=words, metavar="T", help="the statute behind b3")
    parser.add_argument(
        "--guide", type=words, metavar="T", help="the declassification guide behind a 25X code"
    )
    parser.add_argument("--topic", type=words, metavar="T", help="its topic")
    parser.add_argument("--harm", type=words, metavar="T", help="the foreseeable harm")
    parser.add_argument(
        "--segregable", type=words, metavar="T", help="why no part of it can be released"
    )
    parser.add_argument("--suppress-code", action="store_true", help="do not print the code")
    parser.add_argument("--reason", type=words, metavar="T", help="why; kept as classified")
    parser.add_argument("--note", type=words, metavar="T", help="a note; kept as classified")
    _reviewer(parser)


def _release(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("cables", nargs="*", metavar="CABLE", help="all complete ones if left out")
    _case(parser)
    parser.add_argument("--out", default="out", type=words, metavar="DIR", help="where to write")
    parser.add_argument("--format", default="txt", choices=["txt"], help="what to write")
    _reviewer(parser)


def _case_command(parser: argparse.ArgumentParser) -> None:
    actions = parser.add_subparsers(
        dest="action", required=True, metavar="ACTION", parser_class=OneLineParser
    )
    sentence = "Take cables into a case file; make it if it isn't there."
    importing = actions.add_parser(
        "import", help=sentence, description=sentence, allow_abbrev=False
    )
    _paths(importing)
    _case(importing)
    _terms(importing)
    _reviewer(importing)
    sentence = "Say how far each cable of a case is."
    status = actions.add_parser("status", help=sentence, description=sentence, allow_abbrev=False)
    _case(status)
    status.add_argument("--json", action="store_true", help="one JSON object a line")
    _reviewer(status)


def _policy_command(parser: argparse.ArgumentParser) -> None:
    actions = parser.add_subparsers(
        dest="action", required=True, metavar="ACTION", parser_class=OneLineParser
    )
    sentence = "Read policy files strictly and report every fault."
    check = actions.add_parser("check", help=sentence, description=sentence, allow_abbrev=False)
    check.add_argument("paths", nargs="+", metavar="PATH", help="a policy file or a shipped name")


_COMMANDS: tuple[tuple[str, str, Add], ...] = (
    ("review", "Review cables in the terminal.", _review),
    ("inspect", "Show what the reader and the clock see.", _inspect),
    ("propose", "Show what the policy proposes, and why.", _propose),
    ("decide", "Decide, undo and sign without a terminal.", _decide),
    ("release", "Write the release of completed cables, and its audit diff.", _release),
    ("case", "Import cables into a case file; show its state.", _case_command),
    ("policy", "Check policy files.", _policy_command),
)


def _paths(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("paths", nargs="+", metavar="PATH", help="a cable, or a folder of *.txt")


def _batch(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="one JSON object a line")
    parser.add_argument("--jobs", type=count, default=1, metavar="N", help="processes to use; 1")


def _as_of(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--as-of",
        type=day,
        metavar="DAY",
        help="read the clock on this day, such as 2026-11-23; today",
    )


def _policy(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--policy", metavar="PATH", help="a policy file or a shipped name")


def _basis(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--basis", choices=BASES, help="why the review happens; foia")


def _terms(parser: argparse.ArgumentParser) -> None:
    _policy(parser)
    _as_of(parser)
    _basis(parser)
    parser.add_argument("--requested", type=day, metavar="DAY", help="the day of the request")


def _case(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--case", required=True, metavar="FILE", help="the case file")


def _reviewer(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--reviewer", type=person, default=_login(), metavar="ID", help="who you are; login name"
    )


def _login() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "unknown"
