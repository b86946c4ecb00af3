"""The registry: one source for keys, key bar, palette, help and README."""

from pathlib import Path
from typing import get_args

import pytest

from redactor.ui.actions import ACTIONS, GROUPS, Action, Context, Group
from redactor.ui.keymap import Keymap, key_table, short_table
from redactor.ui.screens.queue import QueueScreen
from redactor.ui.screens.review import ReviewScreen

KEYMAP = Keymap()
ROOT = Path(__file__).resolve().parents[2]

MAP = [
    *"yn x.aAcvesjkJK}{><bgGpiht/;,wlfmuSqQ?:".replace(" ", ""),
    *("left", "right", "up", "down", "space", "ctrl+d", "ctrl+u", "tab", "ctrl+r", "ctrl+p"),
]
"""The keys that every reviewer learns."""


@pytest.mark.parametrize("action", KEYMAP.of("review"), ids=lambda action: action.id)
def test_every_review_action_can_be_done(action: Action) -> None:
    assert callable(getattr(ReviewScreen, f"action_{action.id}"))


@pytest.mark.parametrize("action", KEYMAP.of("queue"), ids=lambda action: action.id)
def test_every_queue_action_can_be_done(action: Action) -> None:
    assert callable(getattr(QueueScreen, f"action_{action.id}"))


@pytest.mark.parametrize("key", MAP)
def test_every_key_of_the_map_does_something(key: str) -> None:
    assert KEYMAP.action("review", key) is not None


def test_what_releases_in_bulk_has_no_default_key() -> None:
    (bulk,) = (action for action in ACTIONS if action.id == "release_rest")
    assert bulk.keys == ()


def test_every_action_explains_itself_in_a_sentence() -> None:
    assert all(action.help.endswith(".") and action.help[0].isupper() for action in ACTIONS)


def test_groups_and_contexts_are_the_known_ones() -> None:
    assert get_args(Group) == GROUPS
    assert {action.context for action in ACTIONS} <= set(get_args(Context))


def test_help_comes_last_in_the_key_bar() -> None:
    assert KEYMAP.hints("review")[-1].id == "help"
    assert KEYMAP.hints("queue")[-1].id == "help"


def test_the_table_has_every_review_action_with_its_keys_and_name() -> None:
    table = key_table(KEYMAP)
    for action in KEYMAP.of("review"):
        keys = " ".join(f"`{key}`" for key in action.keys)
        assert f"| {keys} | {action.id} | {action.help} |" in table


def test_the_readme_and_the_page_of_keys_show_the_registry_as_it_is() -> None:
    """``make pictures`` writes both."""
    assert short_table(KEYMAP) in (ROOT / "README.md").read_text(encoding="utf-8")
    page = (ROOT / "docs" / "keys.md").read_text(encoding="utf-8")
    assert key_table(KEYMAP) in page
    assert key_table(KEYMAP, "queue") in page
