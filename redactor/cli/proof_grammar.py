"""The grammar of proofs: verify, audit checkpoint, and what audit verify takes of checkpoints."""

import argparse

from redactor.cli.arguments import case_option, reviewer_option, words


def verify_grammar(parser: argparse.ArgumentParser) -> None:
    """Add what verify takes."""
    parser.add_argument(
        "bundle", metavar="BUNDLE", help="the folder of a release or a set, or one above"
    )
    parser.add_argument(
        "--key", type=words, metavar="FILE", help="the office's public key, got from the office"
    )
    parser.add_argument(
        "--source", type=words, metavar="FILE", help="the cable itself, for a cleared auditor"
    )


def key_option(parser: argparse.ArgumentParser) -> None:
    """Add the key that signs."""
    parser.add_argument(
        "--key", type=words, metavar="FILE", help="the signing key; CASE.key beside the case"
    )


def checkpoint_grammar(parser: argparse.ArgumentParser) -> None:
    """Add what audit checkpoint takes."""
    case_option(parser)
    key_option(parser)
    parser.add_argument("--to", type=words, metavar="FILE", help="write it there; a new file")
    parser.add_argument(
        "--rotate", action="store_true", help="sign with a new key from now on; the old names it"
    )
    parser.add_argument(
        "--passphrase", action="store_true", help="ask for one to lock a key that is made"
    )
    reviewer_option(parser)


def proofs_options(parser: argparse.ArgumentParser) -> None:
    """Add to audit export the proofs."""
    parser.add_argument(
        "--proofs", action="store_true", help="prove each event, and sign what the proofs lead to"
    )
    key_option(parser)


def kept_options(parser: argparse.ArgumentParser) -> None:
    """Add to audit verify the checkpoints that were kept elsewhere."""
    parser.add_argument(
        "--checkpoint",
        action="append",
        default=[],
        type=words,
        metavar="FILE",
        help="kept elsewhere; may be given more than once",
    )
    parser.add_argument(
        "--key", type=words, metavar="FILE", help="the public key of the checkpoints"
    )
