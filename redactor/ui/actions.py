"""The registry of actions: keys, key bar, palette, help and the README's table come from here.

An action's id is the name of the method that does it: ``next_open`` is done by
``action_next_open`` of the screen. One without keys is reached by the palette, or by a key that
the reviewer's own keymap gives it.
"""

from dataclasses import dataclass
from typing import Literal

Context = Literal["all", "queue", "review"]
Group = Literal["Decide", "Go", "Find", "See", "Record", "Finish"]

GROUPS: tuple[Group, ...] = ("Decide", "Go", "Find", "See", "Record", "Finish")


@dataclass(frozen=True, slots=True)
class Action:
    """One thing that a reviewer can do with a key."""

    id: str
    keys: tuple[str, ...]
    """A character as typed, or a name such as ``ctrl+d``; the first one is shown."""
    title: str
    """A word or two for the key bar and the palette."""
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
    Action("reject", ("n",), "reject",
           "Reject the proposal; choose what instead.", "review", "Decide", 2),
    Action("withhold", ("x",), "withhold",
           "Withhold the marked place with the current code.", "review", "Decide", 3),
    Action("release", ("r",), "release",
           "Release the marked place; against a proposal it asks for a reason.",
           "review", "Decide", 4),
    Action("repeat", (".",), "repeat",
           "Decide the marked place as you decided the last one.", "review", "Decide", 9),
    Action("pick_code", ("c",), "code",
           "Choose the current code from those that are legal here.", "review", "Decide", 8),
    Action("accept_rule", ("a",), "rest of rule",
           "Accept the rest of this rule, or of the cable, after a list and a confirmation.",
           "review", "Decide", 13),
    Action("accept_everywhere", ("A",), "rule everywhere",
           "Accept the rest of this rule in the whole case, after a list to untick.",
           "review", "Decide"),
    Action("release_rest", (), "release the rest",
           "Release all open places that no rule wants withheld, after a list and a reason.",
           "review", "Decide"),
    Action("select", ("v",), "select",
           "Start a free selection; arrows or the mouse extend it.", "review", "Decide", 14),
    Action("edit", ("e",), "edit span",
           "Take this place as a selection and move its end; again, its other end.",
           "review", "Decide"),
    Action("split", ("s",), "split",
           "Divide the item at the cursor or around the selection; at a division, join it again.",
           "review", "Decide"),
    Action("cycle_unit", ("o",), "unit",
           "Change what the next decision acts on: item, line, sentence or paragraph.",
           "review", "Decide", 12),
    Action("take_first", ("1",), "as first",
           "Where signers differ: decide as the first one did.", "review", "Decide"),
    Action("take_second", ("2",), "as second",
           "Where signers differ: decide as the second one did.", "review", "Decide"),
    Action("undo", ("u",), "undo", "Take back your last act on this cable.",
           "review", "Decide", 6),
    Action("redo", ("ctrl+r",), "redo", "Bring back what undo took.", "review", "Decide"),
    Action("drop", ("escape",), "drop",
           "Drop the selection, the found words or the limit, or leave the side pane.",
           "review", "Decide"),
    Action("next_open", ("j",), "next", "Go to the next open item.", "review", "Go", 5),
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
    Action("word_left", ("ctrl+left",), "word left", "Move one word left.", "review", "Go"),
    Action("word_right", ("ctrl+right",), "word right", "Move one word right.", "review", "Go"),
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
    Action("search", ("/",), "search",
           "Look for words in this cable, in any case, over line ends and accents.",
           "review", "Find", 15),
    Action("next_match", (";",), "next match", "Go to the next place found.", "review", "Find"),
    Action("previous_match", (",",), "previous match", "Go to the place found before.",
           "review", "Find"),
    Action("where_else", ("w",), "where else",
           "Show where else in the case these words stand, and decide them together.",
           "review", "Find", 16),
    Action("limit", ("l",), "limit",
           "Go through the items of one rule, proposal or code only.", "review", "Find"),
    Action("limit", ("l",), "limit",
           "List some of the cables only: open, from:, tag:, rule:, frees<2027 and more.",
           "queue", "Find", 2),
    Action("sort", ("s",), "sort",
           "Sort by a column; the same one again turns the order round.", "queue", "Find", 3),
    Action("search", ("/",), "search",
           "Look for words in all texts of the case, in any case and over accents.",
           "queue", "Find", 4),
    Action("drop", ("escape",), "drop", "List all cables again.", "queue", "Find"),
    Action("go_to", (":",), "go to",
           "Go to a line, a paragraph, an item or another cable.", "review", "Find"),
    Action("toggle_why", ("i",), "why",
           "Show or hide why this is proposed: rules, words, dates, history.",
           "review", "See", 7),
    Action("toggle_preview", ("p",), "preview",
           "Show or hide the exact text of the release.", "review", "See", 10),
    Action("toggle_header", ("h",), "header",
           "Fold or unfold the header lines.", "review", "See"),
    Action("what_if", ("t",), "what if",
           "Ask what another day would change in this cable; nothing is recorded.",
           "review", "See", 17),
    Action("pane", ("tab",), "pane", "Go to the next pane; arrows then scroll it.",
           "review", "See"),
    Action("help", ("?",), "help", "Show all keys and signs.", "all", "See", 99),
    Action("palette", ("ctrl+p",), "palette", "Find any action by its name, and do it.",
           "all", "See", 98),
    Action("tour", ("T",), "tour",
           "Take a two-minute tour on an invented cable; nothing of it is kept.", "all", "See"),
    Action("next_theme", (), "next theme",
           "Change the colours: dark, light, high contrast, the terminal's own, none.",
           "all", "See"),
    Action("lock", ("ctrl+l",), "lock", "Hide the screen until you type your reviewer id.",
           "all", "See"),
    Action("flag", ("f",), "flag",
           "Refer this place to an agency, flag it, or make another entry on the record.",
           "review", "Record", 11),
    Action("note", ("m",), "note", "Write a note on the marked place.", "review", "Record"),
    Action("refer", (), "refer", "Refer the marked place to an agency.", "review", "Record"),
    Action("mis_marked", (), "flag as mis-marked",
           "Flag the marked place: its marking looks wrong.", "review", "Record"),
    Action("public_interest", (), "flag public interest",
           "Ask a senior official to weigh the public interest, 32 CFR 2001.35.",
           "review", "Record"),
    Action("other_flag", (), "another flag", "Set a flag of another kind.", "review", "Record"),
    Action("unflag", (), "take a flag down", "Take the flags of a kind down, with a reason.",
           "review", "Record"),
    Action("agency_told", (), "agency told",
           "Record that an agency was told of the referral here, and when it is to answer.",
           "review", "Record"),
    Action("answer_deny", (), "agency denies",
           "Record that an agency denies the release of the place referred here.",
           "review", "Record"),
    Action("answer_agree", (), "agency agrees",
           "Record that an agency has no objection; you then decide the place yourself.",
           "review", "Record"),
    Action("attest", (), "attest a fact",
           "Attest a fact about the record; the clock reads it anew.", "review", "Record"),
    Action("hold", (), "hold", "Put this cable on hold, with a reason.", "review", "Record"),
    Action("lift_hold", (), "lift the hold", "Lift the hold of this cable, with a reason.",
           "review", "Record"),
    Action("claim", ("C",), "take over",
           "Take this cable over from somebody else, with a note.", "review", "Record"),
    Action("unclaim", (), "give back", "Give the cable back for others to work on.",
           "review", "Record"),
    Action("sign", ("S",), "sign", "Sign this cable, after a summary and a confirmation.",
           "review", "Finish", 18),
    Action("approve", (), "senior approval",
           "Approve, as a senior official, what waits for one.", "review", "Finish"),
    Action("write", ("W",), "write", "Write the release of a complete cable.",
           "review", "Finish", 20),
    Action("reopen", (), "open again",
           "Open a complete or released review again, with a reason.", "review", "Finish"),
    Action("check", (), "quality control",
           "Record what quality control found in the finished review.", "review", "Finish"),
    Action("back", ("q",), "back", "Go back to the list of cables.", "review", "Finish", 20),
    Action("back", ("q",), "quit", "Quit; every decision is saved.", "queue", "Finish", 15),
    Action("quit", ("Q", "ctrl+q"), "quit",
           "Quit; every decision is saved, and you start again here.", "all", "Finish"),
)  # fmt: skip
