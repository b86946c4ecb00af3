"""``redactor audit diff``: what a recorded release withheld, by whom and why, once more."""

from argparse import Namespace

from redactor.audit import banner, classified_files
from redactor.cli.output import DONE, InputFault, data, narrate
from redactor.cli.press import built
from redactor.cli.sessions import find_cable, refused, session
from redactor.review import Entry, Refused, Session

FORMS = {"html": "audit.diff.html", "patch": "audit.patch", "json": "audit.json"}
"""The forms of an audit diff, and the file of the classified folder that each one is."""


def diff(options: Namespace) -> int:
    """Print the audit diff of a cable's last release: the bytes that were written with it."""
    try:
        with session(options) as desk:
            entry = find_cable(desk, options.cable)
            page = _page(desk, entry, FORMS[options.format])
            narrate(f"protect this as {banner(desk.docket(entry.sha256).cable)}")
            for line in page.removesuffix("\n").split("\n"):
                data(line)
            desk.exported("audit diff", desk.case.head)
    except Refused as fault:
        return refused(fault)
    return DONE


def _page(desk: Session, entry: Entry, name: str) -> str:
    releases = desk.state(entry.sha256).releases
    if not releases:
        raise InputFault(f"{entry.label} has no release yet; redactor release makes one")
    review = desk.board(entry.sha256).completed()
    return classified_files(review, built(desk, review, releases[-1].number))[name].decode()
