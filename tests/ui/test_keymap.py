"""Keymaps: no key may silently change its owner."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redactor.ui.actions import ACTIONS, Action, Context
from redactor.ui.keymap import PRESETS, Keymap, key_fault, keymap_faults, typed

Rekeyed = dict[tuple[Context, str], tuple[str, ...]]


def faults(keys: Rekeyed) -> list[str]:
    return [words for _, words in keymap_faults(Keymap().with_keys(keys))]


@pytest.mark.parametrize("preset", PRESETS)
def test_no_preset_claims_a_key_twice_or_one_that_is_none(preset: str) -> None:
    assert list(keymap_faults(Keymap().with_keys(PRESETS[preset]))) == []


def test_a_key_that_is_taken_is_refused_and_both_owners_are_named() -> None:
    (said,) = faults({("review", "accept"): ("n",)})
    assert said == '"n" is the key of "accept" and of "reject"; give one of them another'


def test_two_actions_can_change_their_keys() -> None:
    assert faults({("review", "accept"): ("n",), ("review", "reject"): ("y",)}) == []


def test_what_counts_everywhere_may_not_be_robbed_on_one_screen() -> None:
    (said,) = faults({("queue", "open"): ("?",)})
    assert said == '"?" is the key of "open" and of "help"; give one of them another'


def test_help_and_the_way_out_keep_a_key() -> None:
    assert faults({("all", "help"): ()}) == ['"help" needs a key']
    assert '"quit" needs a key' in faults({("all", "quit"): ()})


def test_ctrl_q_always_quits() -> None:
    assert any("always quits" in said for said in faults({("review", "accept"): ("ctrl+q",)}))


@pytest.mark.parametrize(
    ("key", "meant"),
    [("ctrl+m", '"enter"'), ("esc", '"escape"'), ("pagedwn", '"pagedown"'), ("ctrl+D", "ctrl+d")],
)
def test_a_name_that_is_no_key_is_refused_with_what_was_meant(key: str, meant: str) -> None:
    assert meant in (key_fault(key) or "")


@pytest.mark.parametrize(
    "key", ["y", "Y", "}", ":", "é", "f5", "ctrl+d", "shift+tab", "ctrl+shift+left", "alt+up"]
)
def test_keys_by_their_names(key: str) -> None:
    assert key_fault(key) is None


@given(st.text(max_size=8))
def test_any_words_are_a_key_or_a_fault_and_never_a_crash(words: str) -> None:
    assert key_fault(words) is None or words not in ("y", "enter")


def test_a_character_is_named_as_typed_and_another_key_by_its_name() -> None:
    assert typed("right_curly_bracket", "}") == "}"
    assert typed("space", " ") == "space"
    assert typed("ctrl+d", "\x04") == "ctrl+d"
    assert typed("y", None) == "y"


def test_the_search_preset_frees_n_for_the_next_match() -> None:
    keymap = Keymap().with_keys(PRESETS["search"])
    done = {key: keymap.action("review", key) for key in ("a", "r", "n", "N")}
    assert {key: action.id for key, action in done.items() if action} == {
        "a": "accept", "r": "reject", "n": "next_match", "N": "previous_match",
    }  # fmt: skip


def test_a_sentence_names_the_reviewers_own_key() -> None:
    keymap = Keymap().with_keys({("review", "sign"): ("Z",), ("review", "write"): ()})
    assert keymap.key("sign") == "Z"
    assert keymap.key("write") == "“write”"


def test_the_first_of_two_owners_keeps_the_key_in_a_keymap_that_is_never_used() -> None:
    """A clash is found by the check, whatever the order of the registry."""
    thief = Action("thief", ("y",), "thief", "Takes the key of accept.", "review", "Go")
    for actions in ((*ACTIONS, thief), (thief, *ACTIONS)):
        assert any('"y"' in words for _, words in keymap_faults(replace(Keymap(), actions=actions)))
