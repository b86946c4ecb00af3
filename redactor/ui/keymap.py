"""Keymaps: which key does what on which screen. Pure.

A keymap is the registry with other keys. One that is wrong is refused as a whole: a key that is
claimed twice would silently rob an action of its key, and *accept* could land where *reject* was.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from difflib import get_close_matches
from functools import cached_property
from typing import get_args

from redactor.ui.actions import ACTIONS, GROUPS, Action, Context

Keys = Mapping[tuple[Context, str], tuple[str, ...]]
"""Other keys for some actions, by context and id."""

_NAMED = frozenset({
    "escape", "tab", "enter", "space", "backspace", "delete", "insert", "home", "end", "pageup",
    "pagedown", "up", "down", "left", "right", *(f"f{number}" for number in range(1, 13)),
})  # fmt: skip
_MODIFIERS = frozenset({"ctrl", "shift", "alt"})
_ALIASES = {
    "ctrl+i": "tab", "ctrl+m": "enter", "ctrl+[": "escape", "ctrl+h": "backspace", " ": "space",
    "return": "enter", "esc": "escape", "del": "delete", "page_up": "pageup",
    "page_down": "pagedown", "pgup": "pageup", "pgdn": "pagedown",
}  # fmt: skip
"""What a terminal can't tell apart, and other names for a key."""

_NEEDED = frozenset({"help", "quit", "back", "open", "drop"})
"""Without a key for these somebody could be lost."""

PRESETS: Mapping[str, Keys] = {
    "standard": {},
    # As in pagers: n and N repeat the search, and letters that name the decision make it.
    "search": {
        ("review", "accept"): ("a",),
        ("review", "reject"): ("r",),
        ("review", "release"): ("d",),
        ("review", "accept_rule"): ("y",),
        ("review", "accept_everywhere"): ("Y",),
        ("review", "next_match"): ("n", ";"),
        ("review", "previous_match"): ("N", ","),
    },
}


@dataclass(frozen=True)
class Keymap:
    """The registry as this reviewer uses it. Not slotted: it keeps what it computes."""

    actions: tuple[Action, ...] = ACTIONS

    def of(self, context: Context) -> tuple[Action, ...]:
        """Give the actions that count on a screen: its own and those that count everywhere."""
        return tuple(action for action in self.actions if action.context in (context, "all"))

    def action(self, context: Context, key: str) -> Action | None:
        """Give what a key does on a screen."""
        return self._by_key[context].get(key)

    @cached_property
    def _by_key(self) -> dict[Context, dict[str, Action]]:
        return {
            context: {key: action for action in self.of(context) for key in action.keys}
            for context in get_args(Context)
        }

    def hints(self, context: Context) -> tuple[Action, ...]:
        """Give the actions for the key bar of a screen, the most important first."""
        ranked = (action for action in self.of(context) if action.rank and action.keys)
        return tuple(sorted(ranked, key=lambda action: action.rank))

    def key(self, id_: str, context: Context = "review") -> str:
        """Give the key of an action of a screen, for a sentence; else its name."""
        action = next((each for each in self.of(context) if each.id == id_), None)
        return action.keys[0] if action and action.keys else f"“{action.title if action else id_}”"

    def with_keys(self, keys: Keys) -> "Keymap":
        """Give the keymap with other keys for some actions."""
        return Keymap(
            tuple(
                replace(action, keys=keys.get((action.context, action.id), action.keys))
                for action in self.actions
            )
        )


def typed(key: str, character: str | None) -> str:
    """Give a key as a keymap names it: a character as typed, else the key's name."""
    if character and character.isprintable() and not character.isspace():
        return character
    return key


def key_fault(key: str) -> str | None:
    """Say why a key can't be named so; nothing when it can."""
    if key in _ALIASES:
        return f'"{key}" is "{_ALIASES[key]}" in a terminal; write that'
    if len(key) == 1:
        return None if key.isprintable() else "a control character is no key"
    *modifiers, base = key.split("+")
    plain = modifiers == ["ctrl"] and len(base) == 1 and base.isascii() and base.islower()
    known = plain or base in _NAMED
    if known and set(modifiers) <= _MODIFIERS and len(set(modifiers)) == len(modifiers):
        return None
    close = get_close_matches(key, [*_NAMED, *(f"ctrl+{letter}" for letter in "dpru")], 1)
    meant = f'; did you mean "{close[0]}"?' if close else ""
    return f'"{key}" is no key: write a character, or a name such as "ctrl+d" or "pageup"{meant}'


def keymap_faults(keymap: Keymap) -> Iterator[tuple[tuple[Action, ...], str]]:
    """Say what is wrong with a keymap, each with the actions that it concerns."""
    for action in keymap.actions:
        if action.id in _NEEDED and not action.keys:
            yield (action,), f'"{action.id}" needs a key'
        if "ctrl+q" in action.keys and action.id != "quit":
            yield (action,), '"ctrl+q" always quits; give another key'
        yield from (((action,), fault) for key in action.keys if (fault := key_fault(key)))
    for context in ("queue", "review"):
        yield from _clashes(keymap.of(context))


def _clashes(actions: Iterable[Action]) -> Iterator[tuple[tuple[Action, ...], str]]:
    owners: dict[str, Action] = {}
    for action in actions:
        for key in action.keys:
            owner = owners.setdefault(key, action)
            if owner is not action:
                both = f'"{owner.id}" and of "{action.id}"'
                yield (owner, action), f'"{key}" is the key of {both}; give one of them another'


def key_table(keymap: Keymap, context: Context = "review") -> str:
    """Give every action of a screen with its keys and name, as a Markdown table."""
    rows = ["| key | name | what it does |", "|---|---|---|"]
    for group in GROUPS:
        members = [action for action in keymap.of(context) if action.group == group]
        rows += [f"| **{group}** | | |"] if members else []
        rows += [f"| {_cell(action)} | {action.id} | {action.help} |" for action in members]
    return "\n".join(rows) + "\n"


def short_table(keymap: Keymap) -> str:
    """Give the actions of the key bar of the review screen, as a Markdown table."""
    rows = [f"| {_cell(action)} | {action.help} |" for action in keymap.hints("review")]
    return "\n".join(("| key | what it does |", "|---|---|", *rows)) + "\n"


def _cell(action: Action) -> str:
    return " ".join(f"`{key}`" for key in action.keys)
