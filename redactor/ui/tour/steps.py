"""The steps of the tour: what to read, which key to press, and how one knows that it was. Pure."""

from collections.abc import Callable
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from redactor.review import View
from redactor.ui.keymap import Keymap

Seen = AbstractSet[str]
"""Ids of the actions that were done since the step began."""


class Step(NamedTuple):
    """One step."""

    words: str
    """With ``{id}`` for the key of an action."""
    done: Callable[[Seen, View], bool]

    def say(self, keymap: Keymap) -> str:
        """Give the words with the reviewer's own keys."""
        return self.words.format_map(_Keys(keymap))


class _Keys(dict[str, str]):
    def __init__(self, keymap: Keymap) -> None:
        super().__init__()
        self._keymap = keymap

    def __missing__(self, id_: str) -> str:
        return self._keymap.key(id_)


def _did(id_: str) -> Callable[[Seen, View], bool]:
    return lambda seen, _view: id_ in seen


def _decided(verdict: str) -> Callable[[Seen, View], bool]:
    return lambda _seen, view: any(part.decision.verdict == verdict for part in view.painting)


STEPS: tuple[Step, ...] = (
    Step(
        "An invented cable. The sign before a line says how it stands: ○ proposed for release, "
        "□ proposed to withhold, ? you decide. Press {accept} to accept what is proposed here.",
        lambda _seen, view: view.decided > 0,
    ),
    Step(
        "That was a decision: it is saved, ● marks it, and you are at the next open place. "
        "Press {next_paragraph} to go to paragraph 1.",
        _did("next_paragraph"),
    ),
    Step(
        "Press {toggle_why}: why this is proposed, with the rule, its words, its citation, the "
        "arithmetic of the date. The same key hides it.",
        _did("toggle_why"),
    ),
    Step("Press {withhold} to withhold it under the proposed code.", _decided("redact")),
    Step(
        "Press {reject} when a proposal is wrong; then choose what instead, or leave it with "
        "escape.",
        _did("reject"),
    ),
    Step(
        "Press {toggle_preview}: the very text that the public will read, as it stands now.",
        _did("toggle_preview"),
    ),
    Step("Press {undo}: your last act is taken back. {redo} brings it again.", _did("undo")),
    Step(
        "Press {where_else}: where else in the case the same words stand. Escape leaves the list.",
        _did("where_else"),
    ),
    Step(
        "Press {accept_rule}: the rest of this rule, or of the cable, as a list to untick. "
        "y accepts what stays ticked.",
        _did("accept_rule"),
    ),
    Step(
        "Press {sign} to sign. While something is open it says what; else it shows all that you "
        "sign for, and asks once.",
        _did("sign"),
    ),
)

END = (
    "That is all you need. {help} shows every key, {palette} finds what has none. "
    "{back} ends the tour; nothing of it is kept."
)
