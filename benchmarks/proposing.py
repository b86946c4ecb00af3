"""How fast the shipped policy proposes with 10,000 listed names more, beside one bare search.

Run by hand, from the project's folder: ``python -m benchmarks.proposing``. Figures are CPU time on
one core, the best of several rounds. The bare search is one pass of Aho-Corasick for the names
over the same bytes; the ratio matters, for machines differ.
"""

import random
import shutil
import string
import sys
import tempfile
from collections.abc import Sequence
from datetime import date
from functools import partial
from pathlib import Path

from ahocorasick_rs import AhoCorasick

from benchmarks.reading import seconds
from redactor.cable import read
from redactor.cli.collector import rest_collector
from redactor.declass import DatedCable, date_cable
from redactor.policy import DEFAULT_POLICY, Policy, find_policy, load_policy, propose

_NAMES = 10_000
_COPIES = 25
"""Of each sample; a tenth of them hold a listed name."""
_DAYS = {"in 2026": date(2026, 11, 23), "in 2010": date(2010, 1, 1)}
_RULES = """\
lists:
  all-names: [{names}]
rules:
  - id: listed-names
    title: Listed name
    when: {{text: {{list: all-names}}}}
    propose: review
    scope: match
    because: The name is on the list.
    cite: 5 USC 552(b)(6)
"""


def names() -> list[str]:
    """Invent names of two words, always the same."""
    chance = random.Random(7)  # noqa: S311 - nothing secret is made of it

    def word() -> str:
        letters = (chance.choice(string.ascii_lowercase) for _ in range(chance.randint(4, 9)))
        return "".join(letters).capitalize()

    made: set[str] = set()
    while len(made) < _NAMES:
        made.add(f"{word()} {word()}")
    return sorted(made)


def with_names(listed: Sequence[str]) -> Policy:
    """Give the shipped policy with one more file of rules."""
    with tempfile.TemporaryDirectory() as folder:
        shipped = find_policy(DEFAULT_POLICY)
        path = Path(shutil.copytree(shipped.parent, Path(folder) / "policies")) / shipped.name
        (path.parent / "rules" / "names.yaml").write_text(_RULES.format(names=", ".join(listed)))
        path.write_text(path.read_text().replace("\nuses:\n", "\nuses:\n  - rules/names.yaml\n", 1))
        return load_policy(path)


def corpus(listed: Sequence[str]) -> list[bytes]:
    """Give the samples many times over, some of them with a listed name."""
    samples = [file.read_bytes() for file in sorted(Path("samples").glob("*.txt"))]
    cables = []
    for copy in range(_COPIES):
        name = listed[copy * 37 % len(listed)]
        more = f"\n99. (U) Note {copy} of {name} ends here.\n\n1. ".encode()
        cables += [one.replace(b"\n1. ", more, 1) if copy % 10 == 0 else one for one in samples]
    return cables


def main() -> int:
    """Print the speed of each stage and of all; give the exit code."""
    listed = names()
    policy, data = with_names(listed), corpus(listed)
    size = sum(map(len, data)) / 1e6
    texts = [each.decode().lower() for each in data]
    automaton = AhoCorasick([name.lower() for name in listed])

    def bare() -> object:
        return [automaton.find_matches_as_indexes(text, overlapping=True) for text in texts]

    rest_collector()
    (theirs,) = seconds(bare)
    print(f"{len(data)} cables, {size:.1f} MB; a bare search reads {size / theirs:.1f} MB/s")
    for when, day in _DAYS.items():
        dated = [date_cable(read(each), day) for each in data]
        alone, every = seconds(
            partial(_propose, dated, policy), partial(_read_and_propose, data, day, policy)
        )
        _tell(f"proposing {when}", alone, size, theirs)
        _tell(f"reading and proposing {when}", every, size, theirs)
    return 0


def _propose(dated: Sequence[DatedCable], policy: Policy) -> None:
    for each in dated:
        propose(each, policy, "foia")


def _read_and_propose(data: Sequence[bytes], day: date, policy: Policy) -> None:
    for each in data:
        propose(date_cable(read(each), day), policy, "foia")


def _tell(what: str, ours: float, size: float, theirs: float) -> None:
    print(f"{what:>30}: {size / ours:5.2f} MB/s, {ours / theirs:6.1f} times the bare search")


if __name__ == "__main__":
    sys.exit(main())
