"""A limit: the open items to go through, where not all are wanted. Pure."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from redactor.policy import Action, Proposal, find_code, print_code
from redactor.text import Span, visible
from redactor.ui.sheet import Sheet
from redactor.ui.words import ACTION_WORDS

HOW = "rule:NAME, code:b6, or one of release, decide, withhold, refer"
"""How a limit is written."""

_ACTIONS: dict[str, Action] = {
    "release": "release",
    "decide": "review",
    "review": "review",
    "withhold": "redact",
    "redact": "redact",
    "refer": "refer",
}


@dataclass(frozen=True, slots=True)
class Limit:
    """Lets some items through."""

    words: str
    """As it was asked for; safe to show."""
    lets: Callable[[Proposal], bool]

    def open(self, sheet: Sheet) -> tuple[Span, ...]:
        """Give the open spans of the items that it lets through."""
        return sheet.open_of(self.lets)


def limit_of(words: str) -> Limit | None:
    """Read a limit; ``None`` when it is none."""
    kind, colon, name = words.strip().partition(":")
    name = name.strip()
    if kind == "rule" and colon and name:
        return Limit(f"rule:{visible(name)}", _by_rule(name))
    if kind == "code" and colon and name:
        code = find_code(name)
        return Limit(f"code:{visible(name)}", lambda item: code in item.codes)
    action = _ACTIONS.get(words.strip().casefold())
    if action is None:
        return None
    return Limit(ACTION_WORDS[action], lambda item: item.action == action)


def _by_rule(name: str) -> Callable[[Proposal], bool]:
    wanted = name.casefold()
    return lambda item: any(wanted in hit.id.casefold() for hit in item.rules)


def offers(items: Iterable[Proposal]) -> tuple[str, ...]:
    """Give the limits worth offering for these items: their rules, then their codes."""
    rules: dict[str, None] = {}
    codes: dict[str, None] = {}
    for item in items:
        if item.won_by:
            rules[f"rule:{item.won_by}"] = None
        codes |= {f"code:{_name(code)}": None for code in item.codes}
    return (*rules, *codes)


def _name(code: str) -> str:
    """Give a code as a release prints it, where that is a name for it."""
    printed = print_code(code)
    return printed if find_code(printed) == code else code
