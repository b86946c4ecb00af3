"""The command line's grammar."""

import argparse
import re
from collections.abc import Callable

from redactor import __version__
from redactor.cli.arguments import (
    BASES,
    OneLineParser,
    as_of_option,
    day,
    paths_argument,
    requested_option,
    reviewer_option,
    terms_option,
    words,
)
from redactor.cli.grammar import audit_grammar, case_grammar, decide_grammar, release_grammar
from redactor.cli.proof_grammar import verify_grammar

_MOST_PROCESSES = 256
_MOST_DAYS = 36525

Add = Callable[[argparse.ArgumentParser], None]


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


def digest(text: str) -> str:
    """Read a digest as ``policy impact`` prints it."""
    if re.fullmatch(r"[0-9a-f]{64}", text, re.ASCII):
        return text
    raise argparse.ArgumentTypeError("a digest is the 64 letters and digits that impact prints")


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
    terms_option(parser)
    reviewer_option(parser)


def _inspect(parser: argparse.ArgumentParser) -> None:
    paths_argument(parser)
    _batch(parser)
    parser.add_argument(
        "--warnings",
        type=words,
        metavar="CODE[,CODE]",
        help="only the cables with one of these warnings, such as number-gap",
    )
    as_of_option(parser)
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
    paths_argument(parser)
    _batch(parser)
    terms_option(parser)


def _policy_command(parser: argparse.ArgumentParser) -> None:
    actions = parser.add_subparsers(
        dest="action", required=True, metavar="ACTION", parser_class=OneLineParser
    )
    for name, sentence, add in _POLICY_ACTIONS:
        add(actions.add_parser(name, help=sentence, description=sentence, allow_abbrev=False))


_A_POLICY = "a policy file or a shipped name"


def _policy_check(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("paths", nargs="+", metavar="FILE", help=_A_POLICY)
    _format(parser)
    as_of_option(parser)


def _policy_test(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("paths", nargs="+", metavar="FILE", help=_A_POLICY)
    parser.add_argument("--json", action="store_true", help="one JSON object a line")


def _policy_lint(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("path", metavar="FILE", help=_A_POLICY)
    parser.add_argument("--corpus", metavar="DIR", help="name the rules that match nowhere in it")
    _jobs(parser)
    _format(parser)
    as_of_option(parser)


def _policy_explain(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("cable", metavar="CABLE", help="a cable's file")
    parser.add_argument(
        "paragraph", nargs="?", metavar="PARAGRAPH", help="its number, or a field such as subject"
    )
    terms_option(parser)


def _policy_impact(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("old", metavar="OLD", help=_A_POLICY)
    parser.add_argument("new", metavar="NEW", help=_A_POLICY)
    paths_argument(parser)
    _batch(parser)
    as_of_option(parser)
    parser.add_argument("--basis", choices=BASES, help="only this kind of review; all")
    requested_option(parser)
    parser.add_argument(
        "--signed-off", type=digest, metavar="DIGEST", help="the digest that was looked at"
    )


def _policy_schema(parser: argparse.ArgumentParser) -> None:
    kinds = ("policy", "rules", "codes")
    parser.add_argument("kind", nargs="?", default="policy", choices=kinds, metavar="KIND",
                        help="policy, rules or codes; policy")  # fmt: skip


_POLICY_ACTIONS: tuple[tuple[str, str, Add], ...] = (
    ("check", "Read policy files strictly and report every fault.", _policy_check),
    ("test", "Try a policy on its examples and on annotated cables.", _policy_test),
    ("lint", "Find rules that cannot do what they say.", _policy_lint),
    ("explain", "Show which rules matched in a cable, and which nearly did.", _policy_explain),
    ("impact", "Show what a change of the policy would newly release.", _policy_impact),
    ("schema", "Print the JSON Schema of a policy's files.", _policy_schema),
)


_COMMANDS: tuple[tuple[str, str, Add], ...] = (
    ("review", "Review cables in the terminal.", _review),
    ("inspect", "Show what the reader and the clock see.", _inspect),
    ("propose", "Show what the policy proposes, and why.", _propose),
    ("decide", "Decide, undo and sign without a terminal.", decide_grammar),
    ("release", "Write the release of completed cables, and its audit diff.", release_grammar),
    ("verify", "Say what holds of a release, from its files alone.", verify_grammar),
    ("case", "Import cables into a case file; show its state.", case_grammar),
    ("audit", "Read, check and sum up the journal of a case.", audit_grammar),
    ("policy", "Check, try and compare policies.", _policy_command),
)


def _batch(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="one JSON object a line")
    _jobs(parser)


def _jobs(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--jobs", type=count, default=1, metavar="N", help="processes to use; 1")


def _format(parser: argparse.ArgumentParser) -> None:
    forms = ("text", "json", "sarif")
    parser.add_argument("--format", default="text", choices=forms, help="text, json or sarif; text")
