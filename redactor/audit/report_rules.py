"""Reports on rules and people: what reviewers made of each proposal, and whether they agree."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from redactor.audit.table import Cell, Table
from redactor.policy import STRENGTH, Proposal
from redactor.review import Board, Painted

UNMATCHED = "(no rule)"

_RANKS: dict[str, int] = {action: rank for rank, action in enumerate(STRENGTH)}
_PAIR = 2


def overrides(boards: Iterable[Board]) -> Table:
    """Say, for each rule, how often what counts in the end is looser or stricter than it said."""
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for board in boards:
        painting = board.painting()
        for item in board.docket.items:
            direction = _direction(item, _answers(painting, item))
            found[item.won_by or UNMATCHED][direction] += 1
    columns = ("accepted", "loosened", "tightened", "recoded", "decided")
    rows: list[tuple[Cell, ...]] = [
        (rule, *(made[name] for name in columns)) for rule, made in sorted(found.items())
    ]
    note = (
        "One count for each proposal. Recoded: withheld as proposed, under other codes. Decided: "
        "the rule left it to a person."
    )
    return Table("Overrides by rule and direction", ("rule", *columns), tuple(rows), note)


Answer = tuple[str, frozenset[str]]


def _answers(painting: Sequence[Painted], item: Proposal) -> frozenset[Answer]:
    """Give all answers to one item: more than one where it was decided in parts."""
    return frozenset(
        (part.decision.verdict, frozenset(part.decision.codes))
        for part in painting
        if part.span.meets(item.span)
    )


def _direction(item: Proposal, answers: frozenset[Answer]) -> str:
    if item.action in ("review", "hold"):
        return "decided"
    strengths = {_RANKS[verdict] for verdict, _ in answers}
    proposed = _RANKS[item.action]
    if min(strengths, default=proposed) < proposed:
        return "loosened"
    if max(strengths, default=proposed) > proposed:
        return "tightened"
    same = all(codes == frozenset(item.codes) for verdict, codes in answers if verdict == "redact")
    return "accepted" if same else "recoded"


@dataclass(frozen=True, slots=True)
class Pair:
    """Two people's answers to one item."""

    rule: str
    people: tuple[str, str]
    answers: tuple[str, str]


def pairs(boards: Iterable[Board]) -> Iterator[Pair]:
    """Give the first two signers' answers to each item of the cables that both signed."""
    for board in boards:
        if len(board.state.signings) < _PAIR:
            continue
        one, other = board.state.signings[:_PAIR]
        for item in board.docket.items:
            yield Pair(
                item.won_by or UNMATCHED,
                (one.event.person, other.event.person),
                (_verdict(one.painting, item), _verdict(other.painting, item)),
            )


def _verdict(painting: Sequence[Painted], item: Proposal) -> str:
    """Give the strictest verdict on an item: one word withheld makes it withheld."""
    verdicts = {verdict for verdict, _ in _answers(painting, item)}
    return next((each for each in ("refer", "redact") if each in verdicts), "release")


def agreement(boards: Iterable[Board]) -> Table:
    """Give how far the first two signers agree: in all, by rule and by person."""
    every = list(pairs(boards))
    groups: dict[tuple[str, str], list[Pair]] = {("all", "all"): every} if every else {}
    for pair in every:
        groups.setdefault(("rule", pair.rule), []).append(pair)
        for person in pair.people:
            groups.setdefault(("person", person), []).append(pair)
    rows = tuple(_agreement_row(kind, name, those) for (kind, name), those in groups.items())
    note = (
        "Items that two people judged, each without the other's answer. Kappa is Cohen's: 1 full "
        "agreement, 0 no more than chance; empty where all answers are the same word."
    )
    return Table("Agreement", ("by", "name", "items", "same", "kappa"), rows, note)


def _agreement_row(kind: str, name: str, those: Sequence[Pair]) -> tuple[Cell, ...]:
    same = sum(pair.answers[0] == pair.answers[1] for pair in those)
    return kind, name, len(those), same, kappa([pair.answers for pair in those])


def kappa(answers: Sequence[tuple[str, str]]) -> float | None:
    """Give Cohen's kappa of paired answers; ``None`` where chance alone agrees fully."""
    size = len(answers)
    if not size:
        return None
    one, other = Counter(a for a, _ in answers), Counter(b for _, b in answers)
    seen = sum(a == b for a, b in answers) / size
    chance = sum(one[word] * other[word] for word in one) / size**2
    return None if chance == 1 else (seen - chance) / (1 - chance)
