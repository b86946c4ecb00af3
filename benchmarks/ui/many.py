"""A case of very many small invented cables: ``python -m benchmarks.ui.many FILE [CABLES]``.

Written into the case file as an import writes them, but all in one turn and without reading each.
"""

import hashlib
import sys
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

from redactor.policy import find_policy, load_policy
from redactor.review import CaseFile, Session, Terms
from redactor.review.casefile import Author
from redactor.review.chain import commit
from redactor.review.events import Draft

CABLES = 100_000
_A_TURN = 5_000
_AT = datetime(2026, 11, 23, 8, tzinfo=UTC)

_POSTS = ("EXAMPLE", "HARBOR", "LIGHTHOUSE", "NORTHPORT", "RIVERTON", "SANDBAY", "TIDEWATER")
_LEVELS = (("C O N F I D E N T I A L", "C", "CCCCC"), ("S E C R E T", "S", "SSSSS"),
           ("UNCLAS", "U", "UUUUU"))  # fmt: skip
_TOPICS = ("FERRY TALKS", "FISHING RIGHTS", "GRAIN PRICES", "HARBOR DUES", "LIGHTHOUSE REPAIRS")
_TAGS = ("PREL", "ECON", "PGOV", "ETRD", "EFIS")


def small_cable(number: int) -> str:
    """Give an invented cable of a few lines; each number gives another one."""
    post, topic = _POSTS[number % 7], _TOPICS[number % 5]
    words, mark, stars = _LEVELS[number % 3]
    day, month, year = 1 + number % 28, ("JAN", "MAR", "MAY", "JUL")[number % 4], 96 + number % 14
    until = f"01/15/{2010 + number % 40}"
    return (
        f"VZCZCXYZ{number % 10_000:04}\nRR RUEHC\nDE RUEHXX #{number % 10_000:04}/01\n"
        f"ZNY {stars} ZZH\nR {day:02}0900Z {month} {year % 100:02}\nFM AMEMBASSY {post}\n"
        f"TO SECSTATE WASHDC {number % 10_000:04}\nBT\n{words} {post} {number:06}\n\nSIPDIS\n\n"
        f"E.O. 12958: DECL: {until}\nTAGS: {_TAGS[number % 5]}, {_TAGS[number % 3]}\n"
        f"SUBJECT: {topic}, ROUND {number:,}\n\n"
        f"1. ({mark}) The harbor master said that the talks on {topic.lower()} would resume in\n"
        f"spring. He asked us to strictly protect his name.\n\n"
        f"2. (U) The city has {number} boats and a lighthouse.\n\nSAMPLE\nBT\n"
    )


def cable_id(number: int) -> str:
    """Give the id that the reader would find."""
    return f"{(96 + number % 14) % 100:02}{_POSTS[number % 7]}{number}"


def make(path: Path, cables: int, person: str = "bench") -> None:
    """Make the case file."""
    with CaseFile(path, create=True) as case:
        session = Session(case, person)
        policy = load_policy(find_policy("sample-cables"))
        session.open_case(Terms(date(2026, 11, 23), "foia"), policy)
        author = Author(person, "reviewer", policy.ref.sha256)
        for first in range(0, cables, _A_TURN):
            numbers = range(first, min(first + _A_TURN, cables))
            with case.turn():
                drafts = tuple(_drafts(case, numbers))
                case.append(author, drafts, _AT, after=case.head[0])


def _drafts(case: CaseFile, numbers: range) -> Iterator[Draft]:
    for number in numbers:
        text = small_cable(number)
        data = text.encode()
        sha256 = hashlib.sha256(data).hexdigest()
        case.keep_cable(sha256, data)
        yield Draft("import", sha256, {
            "path": f"cables/{number:06}.txt", "id": cable_id(number), "bytes": len(data),
            "text": commit(case.secret, "text", text),
        })  # fmt: skip


if __name__ == "__main__":
    make(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else CABLES)  # noqa: PLR2004
