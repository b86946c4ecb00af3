"""How fast the shipped policy proposes with 10,000 listed names more, beside one bare search.

Run by hand, from the project's folder: ``python -m benchmarks.proposing``. Figures are CPU time on
one core, the best of several rounds. The bare search is one pass of Aho-Corasick for the names
over the same bytes; the ratio matters, for machines differ. Where Presidio is installed, its
analyzer looks for the same names in a few of the cables; without a language model, as it is
fastest.
"""

import importlib
import random
import shutil
import string
import sys
import tempfile
from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from pathlib import Path

from ahocorasick_rs import AhoCorasick

from benchmarks.cables import cable
from benchmarks.reading import seconds
from redactor.cable import read
from redactor.cli.collector import rest_collector
from redactor.declass import DatedCable, date_cable
from redactor.policy import (
    DEFAULT_POLICY,
    Policy,
    find_policy,
    load_policy,
    parse_policy,
    propose,
)

_NAMES = 10_000
_CABLES = 120
"""Of 6 KB each; a tenth of them hold a listed name."""
_COPIES = 15
"""Of each sample, which are short; a tenth of them hold a listed name."""
_SAMPLE = 12
"""Cables for Presidio, which is slow."""
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
_MANY = 'policy: many\nversion: "1"\ntitle: Many rules\nrules:\n'
_RULE = """\
  - id: rule-{number}
    title: Rule {number}
    when: {{status: classified, text: {{terms: [person {number}, place {number}]}}}}
    propose: review
    scope: match
    because: The name is that of case {number}.
    cite: 5 USC 552(b)(6)
"""
_HOSTILE = """\
  - id: hostile
    title: A pattern that makes others try every way
    when: {text: {pattern: '(a+)+$'}}
    propose: review
    scope: match
    because: It must cost no more than its text is long.
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


def generated(listed: Sequence[str]) -> list[bytes]:
    """Give cables of 6 KB, some of them with a listed name."""
    return [
        _noted(cable(6_000, seed).encode(), listed[seed * 37]) if seed % 10 == 0
        else cable(6_000, seed).encode()
        for seed in range(_CABLES)
    ]  # fmt: skip


def corpus(listed: Sequence[str]) -> list[bytes]:
    """Give the samples many times over, some of them with a listed name."""
    samples = [file.read_bytes() for file in sorted(Path("samples").glob("*.txt"))]
    cables = []
    for copy in range(_COPIES):
        name = listed[copy * 37]
        cables += [_noted(one, name) if copy % 10 == 0 else one for one in samples]
    return cables


def _noted(data: bytes, name: str) -> bytes:
    """Give a cable with one paragraph more, which names someone."""
    return data.replace(b"1. ", f"99. (U) A note on {name} ends here.\n\n1. ".encode(), 1)


def main() -> int:
    """Print the speed of each stage and of all; give the exit code."""
    listed = names()
    policy = with_names(listed)
    rest_collector()
    for kind, data in {"cables of 6 KB": generated(listed), "samples": corpus(listed)}.items():
        _measure(kind, data, policy, AhoCorasick([name.lower() for name in listed]))
    _load_many()
    _withstand(policy)
    _beside_presidio(listed, generated(listed)[:_SAMPLE], policy)
    return 0


def _measure(kind: str, data: Sequence[bytes], policy: Policy, automaton: AhoCorasick) -> None:
    size = sum(map(len, data)) / 1e6
    texts = [each.decode().lower() for each in data]

    def bare() -> object:
        return [automaton.find_matches_as_indexes(text, overlapping=True) for text in texts]

    print(f"{len(data)} {kind}, {size:.1f} MB:")
    for when, day in _DAYS.items():
        dated = [date_cable(read(each), day) for each in data]
        theirs, alone, every = seconds(
            bare, partial(_propose, dated, policy), partial(_read_and_propose, data, day, policy)
        )
        print(f"{'a bare search':>30}: {size / theirs:5.1f} MB/s")
        _tell(f"proposing {when}", alone, size, theirs)
        _tell(f"reading and proposing {when}", every, size, theirs)


def _load_many() -> None:
    """Print how long a policy of very many rules takes to load."""
    rules = "".join(_RULE.format(number=number) for number in range(_NAMES))
    data = f"{_MANY}{rules}".encode()
    (took,) = seconds(partial(parse_policy, data, "many.yaml"), rounds=1)
    print(f"{_NAMES} rules load in {took:.1f} s: {took / _NAMES * 1000:.2f} s per thousand")


def _withstand(policy: Policy) -> None:
    """Print how long a pattern takes that hangs other engines, on a text made for it."""
    hostile = parse_policy(f"{_MANY}{_HOSTILE}".encode(), "hostile.yaml")
    for length in (10_000, 100_000):
        line = "a" * 60 + "\n"
        text = cable(3_000).encode() + b"\n1. (U) " + line.encode() * (length // 61) + b"!\n"
        dated = date_cable(read(text), date(2026, 11, 23))
        plain, took = seconds(
            partial(propose, dated, policy, "foia"), partial(propose, dated, hostile, "foia")
        )
        print(f"(a+)+$ on {length} letters a: {took * 1e3:.1f} ms; without it {plain * 1e3:.1f} ms")


def _beside_presidio(listed: Sequence[str], data: Sequence[bytes], policy: Policy) -> None:
    analyze = _presidio(listed)
    if analyze is None:
        print("Presidio's analyzer is not installed: no comparison with it")
        return
    texts = [each.decode() for each in data]
    ours, theirs = seconds(
        partial(_read_and_propose, data, date(2026, 11, 23), policy),
        lambda: [analyze(text) for text in texts],
        rounds=3,
    )
    size = sum(map(len, data)) / 1e6
    print(f"Presidio's analyzer: {size / theirs:.3f} MB/s, {theirs / ours:.0f} times our time")


def _presidio(listed: Sequence[str]) -> Callable[[str], object] | None:
    """Give Presidio's analyzer for the names and all that it knows by itself, if it is there."""
    try:
        presidio = importlib.import_module("presidio_analyzer")
        engines = importlib.import_module("presidio_analyzer.nlp_engine")
        spacy = importlib.import_module("spacy")
    except ImportError:
        return None
    model = engines.SpacyNlpEngine(models=[{"lang_code": "en", "model_name": "blank"}])
    model.nlp = {"en": spacy.blank("en")}
    engine = presidio.AnalyzerEngine(nlp_engine=model)
    engine.registry.add_recognizer(
        presidio.PatternRecognizer(supported_entity="LISTED", deny_list=list(listed))
    )
    return partial(engine.analyze, language="en")


def _propose(dated: Sequence[DatedCable], policy: Policy) -> None:
    for each in dated:
        propose(each, policy, "foia")


def _read_and_propose(data: Sequence[bytes], day: date, policy: Policy) -> None:
    for each in data:
        propose(date_cable(read(each), day), policy, "foia")


def _tell(what: str, ours: float, size: float, theirs: float) -> None:
    print(f"{what:>30}: {size / ours:5.2f} MB/s, {ours / theirs:5.1f} times the bare search")


if __name__ == "__main__":
    sys.exit(main())
