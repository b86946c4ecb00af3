"""The registry of actions: bindings, key bar, help and the README's table all come from here.

An action's id is the name of the method that does it: ``next_open`` is done by
``action_next_open`` of the screen. The keys ``n N . A e s h / ; , w l m :`` stay free for
reject, repeat, the case-wide list, span editing, header, search and notes.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

Context = Literal["all", "queue", "review"]
Group = Literal["Decide", "Go", "See", "Finish"]

GROUPS: tuple[Group, ...] = ("Decide", "Go", "See", "Finish")


@dataclass(frozen=True, slots=True)
class Action:
    """One thing that a reviewer can do with a key."""

    id: str
    keys: tuple[str, ...]
    """As printed: a character, or a name such as ``ctrl+d``; the first one is shown."""
    title: str
    """A word or two for the key bar."""
    help: str
    """A sentence for the help screen."""
    context: Context
    group: Group
    rank: int = 0
    """Place in the key bar, 1 first; 0 leaves it out."""


def _both(id_: str, keys: tuple[str, ...], title: str, help_: str) -> tuple[Action, Action]:
    """Give an action of moving that the queue and the review screen share."""
    return (
        Action(id_, keys, title, help_, "review", "Go"),
        Action(id_, keys, title, help_, "queue", "Go"),
    )


ACTIONS: tuple[Action, ...] = (
    Action("accept", ("y",), "accept",
           "Accept the proposal and go to the next open item.", "review", "Decide", 1),
    Action("withhold", ("x",), "withhold",
           "Withhold the marked place with the current code.", "review", "Decide", 2),
    Action("release", ("r",), "release",
           "Release the marked place; against a proposal it asks for a reason.",
           "review", "Decide", 3),
    Action("refer", ("f",), "refer",
           "Refer the marked place to another agency.", "review", "Decide", 10),
    Action("pick_code", ("c",), "code",
           "Choose the current code from those that are legal here.", "review", "Decide", 4),
    Action("accept_rule", ("a",), "accept rest",
           "Accept the rest of this rule, or of the cable, after a list and a confirmation.",
           "review", "Decide", 11),
    Action("undo", ("u",), "undo", "Take back your last act on this cable.",
           "review", "Decide", 6),
    Action("redo", ("ctrl+r",), "redo", "Bring back what undo took.", "review", "Decide"),
    Action("cycle_unit", ("o",), "unit",
           "Change what x, r and f act on: item, line, sentence or paragraph.",
           "review", "Decide", 9),
    Action("select", ("v",), "select",
           "Start a free selection; arrows or the mouse extend it.", "review", "Decide", 12),
    Action("drop", ("escape",), "drop",
           "Drop the selection, or leave the side pane.", "review", "Decide"),
    Action("next_open", ("j",), "next open", "Go to the next open item.", "review", "Go", 5),
    Action("previous_open", ("k",), "previous open", "Go to the open item before.",
           "review", "Go"),
    Action("next_item", ("J",), "next item", "Go to the next item, decided or not.",
           "review", "Go"),
    Action("previous_item", ("K",), "previous item", "Go to the item before, decided or not.",
           "review", "Go"),
    Action("next_paragraph", ("}",), "next paragraph", "Go to the next paragraph.",
           "review", "Go"),
    Action("previous_paragraph", ("{",), "previous paragraph", "Go to the paragraph before.",
           "review", "Go"),
    Action("next_cable", (">",), "next cable", "Open the next cable of the case.",
           "review", "Go"),
    Action("previous_cable", ("<",), "previous cable", "Open the cable before.",
           "review", "Go"),
    Action("left", ("left",), "left", "Move the cursor one character left.", "review", "Go"),
    Action("right", ("right",), "right", "Move the cursor one character right.", "review", "Go"),
    Action("up", ("up",), "up", "Move one line up.", "review", "Go"),
    Action("down", ("down",), "down", "Move one line down.", "review", "Go"),
    Action("up", ("k", "up"), "up", "Go to the cable above.", "queue", "Go"),
    Action("down", ("j", "down"), "down", "Go to the cable below.", "queue", "Go"),
    *_both("page_down", ("space", "pagedown"), "page down", "Move one page down."),
    *_both("page_up", ("b", "pageup"), "page up", "Move one page up."),
    *_both("half_down", ("ctrl+d",), "half page down", "Move half a page down."),
    *_both("half_up", ("ctrl+u",), "half page up", "Move half a page up."),
    *_both("top", ("g", "home"), "top", "Go to the first line."),
    *_both("bottom", ("G", "end"), "bottom", "Go to the last line."),
    Action("open", ("enter",), "open", "Open this cable.", "queue", "Go", 1),
    Action("toggle_why", ("i",), "why",
           "Show or hide why this is proposed: rules, words, dates.", "review", "See", 7),
    Action("toggle_preview", ("p",), "preview",
           "Show or hide the exact text of the release.", "review", "See", 8),
    Action("what_if", ("t",), "what if",
           "Ask what another day would change in this cable; nothing is recorded.",
           "review", "See", 12),
    Action("pane", ("tab",), "pane", "Go to the next pane; arrows then scroll it.",
           "review", "See"),
    Action("help", ("?",), "help", "Show all keys and signs.", "all", "See", 99),
    Action("sign", ("S",), "sign", "Sign this cable, after a summary and a confirmation.",
           "review", "Finish", 13),
    Action("write", ("W",), "write release", "Write the release of a complete cable.",
           "review", "Finish", 14),
    Action("back", ("q",), "back", "Go back to the list of cables.", "review", "Finish", 15),
    Action("back", ("q",), "quit", "Quit; every decision is saved.", "queue", "Finish", 15),
    Action("quit", ("Q", "ctrl+q"), "quit",
           "Quit; every decision is saved, and you start again here.", "all", "Finish"),
)  # fmt: skip


def actions_of(context: Context) -> tuple[Action, ...]:
    """Give the actions that count on a screen: its own and those that count everywhere."""
    return tuple(action for action in ACTIONS if action.context in (context, "all"))


def hints(context: Context) -> tuple[Action, ...]:
    """Give the actions for the key bar of a screen, the most important first."""
    ranked = (action for action in actions_of(context) if action.rank)
    return tuple(sorted(ranked, key=lambda action: action.rank))


def key_table(actions: Iterable[Action] = ACTIONS) -> str:
    """Give the keys of the review screen as a Markdown table, for the README."""
    rows = [
        f"| {' '.join(f'`{key}`' for key in action.keys)} | {action.help} |"
        for action in actions
        if action.context != "queue"
    ]
    return "\n".join(("| key | what it does |", "|---|---|", *rows)) + "\n"
