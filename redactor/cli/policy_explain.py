"""``redactor policy explain``: why each portion of one cable got what it got.

For cleared people on the classified side: it quotes the words of the cable that rules matched.
"""

from argparse import Namespace
from collections.abc import Iterator, Sequence
from pathlib import Path

from redactor.cable import Cable, read
from redactor.cli.days import as_of_from
from redactor.cli.files import load
from redactor.cli.output import DONE, InputFault, data, narrate
from redactor.cli.policies import policy_from
from redactor.declass import date_cable
from redactor.policy import (
    Explanation,
    Match,
    NearMiss,
    Proposal,
    explain_cable,
    fact_behind,
    print_code,
)

_CAUTION = "this quotes the cable: keep it where the cable is kept"


def run(options: Namespace) -> int:
    """Run the command."""
    policy = policy_from(options.policy)
    cable = read(load(Path(options.cable)))
    dated = date_cable(cable, as_of_from(options))
    hold, told = explain_cable(dated, policy, options.basis or "foia", requested=options.requested)
    wanted = _wanted(told, options.paragraph)
    narrate(f"redactor: {_CAUTION}")
    ref = policy.ref
    data(f"{ref.name} {ref.version} ({ref.sha256}), as of {dated.as_of}")
    if hold:
        data(f"ON HOLD: {hold}")
    for one in wanted:
        for line in _lines(one, cable):
            data(line)
    return DONE


def _wanted(told: Sequence[Explanation], paragraph: str | None) -> Sequence[Explanation]:
    if paragraph is None:
        return told
    name = f"paragraph {paragraph}" if paragraph.isdecimal() else paragraph
    found = [one for one in told if one.place == name or one.place.startswith(f"{name} (")]
    if not found:
        places = ", ".join(one.place for one in told)
        raise InputFault(f'the cable has no "{name}"; it has {places}')
    return found


def _lines(one: Explanation, cable: Cable) -> Iterator[str]:
    yield ""
    yield f"{one.place}, lines {_where(one.portion.span.start, one.portion.span.end, cable)}"
    for item in one.items:
        yield f"  proposed: {_proposed(item, cable)}"
    yield "  facts"
    for name, value in one.facts.items():
        yield f"    {name}: {value}"
    yield "  the clock"
    for step in one.portion.status.why:
        yield f"    {step}"
    if not one.matches:
        yield "  no rule matched: withheld until a person decides"
    for match in one.matches:
        yield from _match(match, cable)
    yield from _near(one.near, one)


def _where(start: int, end: int, cable: Cable) -> str:
    first, last = cable.lines.number_at(start), cable.lines.number_at(max(start, end - 1))
    return f"{first}-{last}" if last > first else str(first)


def _proposed(item: Proposal, cable: Cable) -> str:
    codes = ", ".join(print_code(code) for code in item.codes)
    won = f"won by {item.won_by}" if item.won_by else "no rule matched"
    frees = f", frees {item.frees_on}" if item.frees_on else ""
    lines = _where(item.span.start, item.span.end, cable)
    return f"{item.action} {codes}".rstrip() + f" on lines {lines}, {won}{frees}"


def _match(match: Match, cable: Cable) -> Iterator[str]:
    hit = match.hit
    yield f"  {_rank(match)}: {hit.id} ({hit.action}), {hit.where}"
    yield f"    {hit.because} {hit.cite}"
    for span in match.words:
        line = cable.lines.number_at(span.start)
        yield f'    matched "{span.cut(cable.text)}" on line {line}'
    if not match.words:
        yield "    matched by facts alone, so it covers the whole portion"


def _rank(match: Match) -> str:
    if match.won:
        return "won as the strongest"
    if match.hit.lifted_by:
        return f"set aside by the exception {match.hit.lifted_by}"
    if match.hit.action == "hold":
        return "holds the cable"
    return "matched, but is weaker or stands second"


def _near(near: Sequence[NearMiss], one: Explanation) -> Iterator[str]:
    """Group the rules that nearly matched by what they failed on."""
    groups: dict[str, list[str]] = {}
    for miss in near:
        groups.setdefault(" or ".join(dict.fromkeys(map(_asked, miss.parts))), []).append(miss.rule)
    for part, rules in groups.items():
        fact = fact_behind(part, one.facts)
        is_ = f", which here is {fact}" if fact else ""
        yield f"  nearly matched, but for {part}{is_}: {', '.join(rules)}"


def _asked(part: str) -> str:
    """Name a part without the branch in which it stands."""
    return ".".join(step for step in part.split(".") if step not in {"all", "any"}
                    and not step.isdecimal()) or part  # fmt: skip
