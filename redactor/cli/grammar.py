"""The grammar of the commands that work on a case: decide, release, case and audit."""

import argparse
import re

from redactor.cli.arguments import (
    OneLineParser,
    case_option,
    day,
    paths_argument,
    person,
    reviewer_option,
    terms_option,
    words,
)
from redactor.cli.proof_grammar import checkpoint_grammar, kept_options, key_option, proofs_options

# Those of later stages; named here too, so that a start need not import them (a test compares).
ROLES = ("reviewer", "senior", "authority", "quality", "auditor")
FAULTS = ("missed", "over-withheld", "wrong-code", "missed-referral", "wrong")

FORMATS = ("txt", "html", "pdf")
REPORTS = (
    "vaughn", "counts", "rules", "people", "pace", "referrals", "frees", "cleared", "sample",
    "quality",
)  # fmt: skip
BYS = ("all", "rule", "reviewer", "code", "outcome", "basis")
_ALL = 100

SWITCHES = (
    ("--accept-proposals", "decide what is open as proposed"),
    ("--undo", "take back your last act on this cable"),
    ("--redo", "bring back what --undo took"),
    ("--sign", "sign the next stage"),
    ("--approve", "approve as a senior official what waits for one"),
    ("--reopen", "open a complete or released review again"),
    ("--hold", "put the cable on hold"),
    ("--lift-hold", "lift the hold"),
    ("--claim", "say that you are at work on it; take it over with --note"),
    ("--unclaim", "say that you are not"),
)
PLACES = (
    ("--release", "all | lines 3-9 | paragraph 2 | span 5:9 | ..."),
    ("--redact", '... | text "words"'),
    ("--refer", "send to another agency; needs --agency"),
    ("--notify", "record that --agency was told of a referral"),
    ("--deny", "record that --agency denies its release; needs --code"),
    ("--no-objection", "record that --agency does not object to its release"),
    ("--note-at", "write --note on a place"),
    ("--split", "divide items at both ends of a place"),
    ("--join", "take those divisions away"),
)
FINDINGS = (
    ("--clear", "findings that hold the release may stand; or: all"),
    ("--unclear", "take that back, before the release"),
)
WORDS = (
    ("--agency", "A", "the agency of a referral"),
    ("--statute", "T", "the statute behind b3"),
    ("--guide", "T", "the declassification guide behind a 25X code"),
    ("--topic", "T", "its topic"),
    ("--harm", "T", "the foreseeable harm"),
    ("--segregable", "T", "why no part of it can be released"),
    ("--reason", "T", "why; kept as classified"),
    ("--note", "T", "a note; kept as classified"),
    ("--at", "SPEC", "where a flag stands; the whole cable if left out"),
)


def numbers(text: str) -> tuple[int, ...]:
    """Read numbers of a list: ``2,5``."""
    if re.fullmatch(r"\d{1,6}(,\d{1,6})*", text, re.ASCII):
        return tuple(int(number) for number in text.split(","))
    raise argparse.ArgumentTypeError(f"{text!r} is no list of numbers; write it like 2,5")


def findings(text: str) -> tuple[str, ...]:
    """Read ids of findings: ``F-1a2b3c4d,F-5e6f7a8b``, or ``all``."""
    if re.fullmatch(r"all|F-[0-9a-f]{8}(,F-[0-9a-f]{8})*", text, re.ASCII):
        return tuple(text.split(","))
    raise argparse.ArgumentTypeError(f"{text!r} names no finding; write it like F-1a2b3c4d, or all")


def formats(text: str) -> tuple[str, ...]:
    """Read formats of a release: ``txt,html``."""
    named = text.split(",")
    for name in named:
        if name not in FORMATS:
            raise argparse.ArgumentTypeError(f"{name!r} is no format; write it like txt,html,pdf")
    return tuple(name for name in FORMATS if name in named)


def size(text: str) -> int:
    """Read the size of a sample."""
    if re.fullmatch(r"[1-9]\d{0,5}", text, re.ASCII):
        return int(text)
    raise argparse.ArgumentTypeError(f"{text!r} is no size of a sample; give 1 to 999,999")


def percent(text: str) -> float:
    """Read how much of all a sample takes: ``5``, ``0.5``."""
    if re.fullmatch(r"\d{1,3}(\.\d{1,3})?", text, re.ASCII) and 0 < float(text) <= _ALL:
        return float(text)
    raise argparse.ArgumentTypeError(f"{text!r} is no part of a hundred; give one above 0, as 2.5")


def decide_grammar(parser: argparse.ArgumentParser) -> None:
    """Add what decide takes."""
    parser.add_argument("cable", metavar="CABLE", help="id, path as imported, or start of the hash")
    case_option(parser)
    act = parser.add_mutually_exclusive_group(required=True)
    for name, sentence in SWITCHES:
        act.add_argument(name, action="store_true", help=sentence)
    for name, sentence in PLACES:
        act.add_argument(name, metavar="SPEC", help=sentence)
    act.add_argument(
        "--check",
        choices=("right", *FAULTS),
        metavar="FOUND",
        help=f"what quality control found: right, {', '.join(FAULTS)}",
    )
    for name, sentence in FINDINGS:
        act.add_argument(name, type=findings, metavar="F,F", help=sentence)
    act.add_argument("--flag", metavar="KIND", help="set a flag, such as mis-marked")
    act.add_argument("--unflag", metavar="KIND", help="take down the flags of a kind")
    act.add_argument(
        "--attest", action="append", metavar="NAME=VALUE", help="such as event-on=2019-03-01"
    )
    for name, metavar, sentence in WORDS:
        parser.add_argument(name, type=words, metavar=metavar, help=sentence)
    parser.add_argument(
        "--code", action="append", default=[], metavar="C", help="such as b6 or 1.4(d)"
    )
    parser.add_argument("--suppress-code", action="store_true", help="do not print the code")
    parser.add_argument("--due", type=day, metavar="DAY", help="by when an agency is to answer")
    _bulk(parser)
    _past_option(parser)
    reviewer_option(parser)


def _bulk(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--everywhere",
        choices=("cable", "case"),
        help="wherever the same words stand, as one act",
    )
    parser.add_argument("--list", action="store_true", help="only list those places")
    parser.add_argument(
        "--except", dest="skip", type=numbers, default=(), metavar="N,N", help="leave these out"
    )


def release_grammar(parser: argparse.ArgumentParser) -> None:
    """Add what release takes."""
    parser.add_argument(
        "cables", nargs="*", metavar="CABLE", help="together or none; all complete ones if left out"
    )
    case_option(parser)
    parser.add_argument("--out", default="out", type=words, metavar="DIR", help="where to write")
    parser.add_argument(
        "--format",
        type=formats,
        default=FORMATS,
        metavar="F,F",
        help="renderings beside the text: txt,html,pdf; all of them",
    )
    _past_option(parser)
    parser.add_argument(
        "--propose-fixes", action="store_true", help="propose to withhold what holds a release"
    )
    key_option(parser)
    reviewer_option(parser)


def _past_option(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--past",
        action="append",
        default=[],
        metavar="FOLDER",
        help="compare with the past releases in it, too; may be given more than once",
    )


def case_grammar(parser: argparse.ArgumentParser) -> None:
    """Add the actions of case."""
    actions = _actions(parser)
    importing = _action(actions, "import", "Take cables into a case file; make it if needed.")
    paths_argument(importing)
    case_option(importing)
    terms_option(importing)
    reviewer_option(importing)
    status = _action(actions, "status", "Say how far each cable of a case is.")
    case_option(status)
    status.add_argument("--json", action="store_true", help="one JSON object a line")
    reviewer_option(status)
    export = _action(actions, "export", "Copy a whole case, also while others have it open.")
    case_option(export)
    export.add_argument("--to", required=True, metavar="FILE", help="the copy; a new file")
    reviewer_option(export)
    _past(_action(actions, "past", "Name the folders of past releases to compare with."))
    _policy(_action(actions, "policy", "List a case's policies, or review on under another."))
    _roster(_action(actions, "roster", "Show the roster, or enter a person."))


def _past(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "folders", nargs="*", metavar="FOLDER", help="instead of those named before"
    )
    parser.add_argument("--none", action="store_true", help="compare with no folder any more")
    case_option(parser)
    reviewer_option(parser)


def _policy(parser: argparse.ArgumentParser) -> None:
    case_option(parser)
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--policy", metavar="PATH", help="review on under this: a file or a name")
    what.add_argument("--write", metavar="HASH", help="write out a policy that the case keeps")
    parser.add_argument("--to", metavar="DIR", help="where to; a new folder")
    parser.add_argument("--reason", type=words, metavar="T", help="why; kept as classified")
    parser.add_argument("--yes", action="store_true", help="what differs was looked at")
    reviewer_option(parser)


def _roster(parser: argparse.ArgumentParser) -> None:
    case_option(parser)
    parser.add_argument("person", nargs="?", type=person, metavar="PERSON", help="whom to enter")
    parser.add_argument("--role", choices=ROLES, help="in which role")
    parser.add_argument("--from", dest="start", type=day, metavar="DAY", help="first day; today")
    parser.add_argument("--until", type=day, metavar="DAY", help="last day; open if left out")
    reviewer_option(parser)


def audit_grammar(parser: argparse.ArgumentParser) -> None:
    """Add the actions of audit."""
    actions = _actions(parser)
    log = _action(actions, "log", "Read the journal.")
    case_option(log)
    log.add_argument("--cable", metavar="CABLE", help="only of this cable")
    log.add_argument("--person", type=person, metavar="ID", help="only by this person")
    log.add_argument("--rule", type=words, metavar="RULE", help="only what this rule proposed")
    log.add_argument("--day", type=day, metavar="DAY", help="only of this day (UTC)")
    log.add_argument("--words", action="store_true", help="also what people wrote: classified")
    reviewer_option(log)
    diff = _action(actions, "diff", "Print what the last release of a cable withheld, and why.")
    case_option(diff)
    diff.add_argument("cable", metavar="CABLE", help="id, path as imported, or start of the hash")
    diff.add_argument("--format", choices=("html", "patch", "json"), default="html", help="html")
    reviewer_option(diff)
    export = _action(actions, "export", "Write the journal as canonical JSON, one event a line.")
    case_option(export)
    proofs_options(export)
    reviewer_option(export)
    verify = _action(actions, "verify", "Check every event against the chain.")
    case_option(verify)
    verify.add_argument(
        "--head", type=words, metavar="N:DIGEST", help="as audit verify said it on an earlier day"
    )
    kept_options(verify)
    reviewer_option(verify)
    checkpoint_grammar(_action(actions, "checkpoint", "Sign the journal for others to keep."))
    report = _action(actions, "report", "Sum the case up for those who ask.")
    report.add_argument(
        "report",
        choices=REPORTS,
        metavar="REPORT",
        help=", ".join(REPORTS),
    )
    case_option(report)
    report.add_argument("--format", choices=("csv", "html"), default="csv", help="csv")
    report.add_argument(
        "--by", choices=BYS, default="all", help="draw the sample so many times; once from all"
    )
    share = report.add_mutually_exclusive_group()
    share.add_argument("--size", type=size, default=60, metavar="N", help="of each sample; 60")
    share.add_argument("--percent", type=percent, metavar="P", help="of each sample, such as 5")
    reviewer_option(report)


def _actions(
    parser: argparse.ArgumentParser,
) -> "argparse._SubParsersAction[OneLineParser]":
    return parser.add_subparsers(
        dest="action", required=True, metavar="ACTION", parser_class=OneLineParser
    )


def _action(
    actions: "argparse._SubParsersAction[OneLineParser]", name: str, sentence: str
) -> OneLineParser:
    return actions.add_parser(name, help=sentence, description=sentence, allow_abbrev=False)
