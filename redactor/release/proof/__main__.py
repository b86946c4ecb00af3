"""The fresh process: a question on each line of its input, an answer on each of its output."""

import sys
import traceback
from pathlib import Path

from redactor.release.proof.brief import Listing, answer_line, fault_line, read_question
from redactor.release.proof.check import check
from redactor.release.proof.listing import Told, check_listing


def _answer(line: bytes, told: list[Told]) -> bytes:
    try:
        asked = read_question(line)
        if isinstance(asked, Listing):
            return answer_line(check_listing(asked, told))
        told.append(Told(asked.secrets, asked.named))
        return answer_line(check(asked))
    except Exception as fault:  # noqa: BLE001 - its words may quote what was withheld
        last = traceback.extract_tb(fault.__traceback__)[-1]
        return fault_line(f"{type(fault).__name__} at {Path(last.filename).name}:{last.lineno}")


def main() -> None:
    """Answer until there are no more questions; what was withheld so far is kept in mind."""
    told: list[Told] = []
    for line in sys.stdin.buffer:
        sys.stdout.buffer.write(_answer(line, told))
        sys.stdout.buffer.flush()


if __name__ == "__main__":
    main()
