"""Trying a policy: what came of the examples beside its rules, and of annotated cables."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal, NamedTuple

from redactor.cable import read
from redactor.declass import date_cable
from redactor.policy.cases import Cases
from redactor.policy.examples import Shown, shown_by
from redactor.policy.load import Policy
from redactor.policy.mentions import mentions
from redactor.policy.planning import engine_of
from redactor.policy.proof.annotated import AnnotatedCable, Note, Wanted, by_rule
from redactor.policy.rules import Rule, fire
from redactor.text import Span

Came = Literal["ok", "noisy", "missing", "ready"]
"""``noisy``: matched where it must not. ``missing``: did not do what it must. ``ready``: matches
where a note says "todo", so the note can now ask for it."""


class Tried(NamedTuple):
    """What came of one example or one note."""

    where: str
    """``file:line``."""
    name: str
    """Id of the rule, or of the exception."""
    came: Came
    said: str
    """A sentence without its full stop."""


_CAME: Mapping[tuple[Wanted, bool], tuple[Came, str]] = {
    ("match", True): ("ok", "as noted"),
    ("match", False): ("missing", "it must match here, and does not"),
    ("no-match", True): ("noisy", "it must not match here, and does"),
    ("no-match", False): ("ok", "as noted"),
    ("not-yet", True): ("ready", 'it matches here now; take the word "todo" away'),
    ("not-yet", False): ("ok", "as noted"),
}
"""What comes of a note, by whether its rule matches there."""


@dataclass(frozen=True)
class NotedCable:
    """An annotated cable, read and dated."""

    cable: AnnotatedCable
    cases: Cases

    @classmethod
    def of(cls, cable: AnnotatedCable, policy: Policy) -> "NotedCable":
        """Read the cable for a policy."""
        dated = date_cable(read(cable.data), cable.as_of)
        return cls(cable, Cases.of(dated, engine_of(policy).lexicon, cable.basis, cable.requested))

    @cached_property
    def _starts(self) -> list[int]:
        text = self.cases.dated.cable.text
        return [0, *(at + 1 for at, char in enumerate(text) if char == "\n")]

    def tried(self, rule: Rule) -> Iterator[Tried]:
        """Compare every note on a rule with where the rule matches."""
        notes = tuple(by_rule(self.cable, rule.hit.id))
        if not notes:
            return
        matched = [self._lines(span) for span in places(rule, self.cases)]
        noted = {note.above for note in notes if note.wanted == "match"}
        for note in notes:
            if note.wanted == "nowhere-else":
                yield from self._elsewhere(note, matched, noted)
            else:
                found = any(note.above in lines for lines in matched)
                yield Tried(self._where(note), note.rule, *_CAME[note.wanted, found])

    def _lines(self, span: Span) -> range:
        first = bisect_right(self._starts, span.start) - 1
        return range(first, bisect_right(self._starts, max(span.start, span.end - 1)))

    def _elsewhere(self, note: Note, matched: Sequence[range], noted: set[int]) -> Iterator[Tried]:
        """Find matches of which no line is noted."""
        wrong = sorted(lines.start for lines in matched if noted.isdisjoint(lines))
        for line in dict.fromkeys(wrong):
            at = self.cable.line_in_file(line)
            said = f"it matches on line {at} too, where no note asks for it"
            yield Tried(self._where(note), note.rule, "noisy", said)
        if not wrong:
            yield Tried(self._where(note), note.rule, "ok", "it matches nowhere else")

    def _where(self, note: Note) -> str:
        return f"{self.cable.file}:{note.line}"


def places(rule: Rule, cases: Cases) -> tuple[Span, ...]:
    """Give where a rule matches: its words, or the whole portion where facts alone decide."""
    covers = [cover for number in range(len(cases)) for cover in fire(rule, cases[number])]
    if rule.every_mention:
        covers += [cover for _, cover in mentions(rule, covers, cases)]
    counted = (cover for cover in covers if cover.hit.lifted_by is None)
    return tuple(span for cover in counted for span in cover.hit.matched or (cover.span,))


def judged(shown: Shown, rule: Rule) -> Tried:
    """Compare an example with what a rule makes of it."""
    expected, got = shown.example.expect, shown.outcome(rule)
    if got == expected:
        return Tried(shown.where, shown.name, "ok", "as expected")
    came: Came = "noisy" if expected == "no-match" else "missing"
    return Tried(shown.where, shown.name, came, f"{expected} is expected, and {got} comes of it")


@dataclass(frozen=True, slots=True)
class Trials:
    """All that a policy can be tried on."""

    policy: Policy
    shown: tuple[Shown, ...]
    noted: tuple[NotedCable, ...]

    @classmethod
    def of(cls, policy: Policy, cables: Iterable[AnnotatedCable] = ()) -> "Trials":
        """Write out and read every example and cable, once."""
        noted = tuple(NotedCable.of(cable, policy) for cable in cables)
        return cls(policy, tuple(shown_by(policy)), noted)

    def of_subject(self, name: str, rule: Rule) -> Iterator[Tried]:
        """Try a rule, perhaps a changed one, on what bears on it or on an exception to it."""
        yield from (judged(shown, rule) for shown in self.shown if shown.name == name)
        for noted in self.noted:
            yield from noted.tried(rule)


def run_trials(trials: Trials) -> tuple[Tried, ...]:
    """Try every rule of a policy."""
    tried = [judged(shown, shown.rule) for shown in trials.shown]
    tried += [one for noted in trials.noted for rule in trials.policy.rules
              for one in noted.tried(rule)]  # fmt: skip
    return tuple(tried)


def failures(tried: Sequence[Tried]) -> tuple[Tried, ...]:
    """Give those that did not come as they should."""
    return tuple(one for one in tried if one.came != "ok")
