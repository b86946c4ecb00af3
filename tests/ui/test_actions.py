"""The registry: one source for bindings, key bar, help and README."""

from typing import get_args

import pytest

from redactor.ui.actions import (
    ACTIONS,
    GROUPS,
    Action,
    Context,
    Group,
    actions_of,
    hints,
    key_table,
)
from redactor.ui.keymap import bindings, clashes
from redactor.ui.screens.queue import QueueScreen
from redactor.ui.screens.review import ReviewScreen

RESERVED = set("nN.Aesh/;,wlm:")
"""Keys that the review screen gets later: reject, repeat, edit, split, search and so on."""


def test_no_key_is_claimed_twice_on_a_screen() -> None:
    assert clashes(actions_of("queue")) == ()
    assert clashes(actions_of("review")) == ()


def test_a_clash_is_refused_and_not_silently_settled(monkeypatch: pytest.MonkeyPatch) -> None:
    thief = Action("thief", ("y",), "thief", "Takes the key of accept.", "review", "Go")
    monkeypatch.setattr("redactor.ui.actions.ACTIONS", (*ACTIONS, thief))
    with pytest.raises(ValueError, match="same key: y"):
        bindings("review")


@pytest.mark.parametrize("action", actions_of("review"), ids=lambda action: action.id)
def test_every_review_action_can_be_done(action: Action) -> None:
    assert callable(getattr(ReviewScreen, f"action_{action.id}"))


@pytest.mark.parametrize("action", actions_of("queue"), ids=lambda action: action.id)
def test_every_queue_action_can_be_done(action: Action) -> None:
    assert callable(getattr(QueueScreen, f"action_{action.id}"))


def test_keys_of_later_features_are_free() -> None:
    taken = {key for action in actions_of("review") for key in action.keys}
    assert not taken & RESERVED


def test_every_action_explains_itself_in_a_sentence() -> None:
    assert all(action.help.endswith(".") and action.help[0].isupper() for action in ACTIONS)


def test_groups_and_contexts_are_the_known_ones() -> None:
    assert get_args(Group) == GROUPS
    assert {action.context for action in ACTIONS} <= set(get_args(Context))


def test_help_comes_last_in_the_key_bar() -> None:
    assert hints("review")[-1].id == "help"
    assert hints("queue")[-1].id == "help"


def test_readme_table_has_every_review_key() -> None:
    table = key_table()
    assert table.startswith("| key | what it does |\n|---|---|\n")
    for action in actions_of("review"):
        assert action.help in table
        assert all(f"`{key}`" in table for key in action.keys)
