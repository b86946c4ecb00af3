"""The settings file: read strictly, all faults at once, each with its line."""

from pathlib import Path

import pytest

from redactor.ui.settings import (
    Settings,
    SettingsError,
    load_settings,
    parse_settings,
    settings_path,
)

GOOD = """\
theme = "light"
lock_after = 5
preset = "search"

[keys.review]
sign = "Z"
next_open = ["j", "n", "enter"]
next_match = ";"

[keys.queue]
open = ["enter", "o"]
"""


def faults(text: str) -> list[str]:
    with pytest.raises(SettingsError) as caught:
        parse_settings(text, "s.toml")
    return str(caught.value).splitlines()


def test_theme_lock_preset_and_keys() -> None:
    settings = parse_settings(GOOD, "s.toml")
    keymap = settings.keymap
    assert (settings.theme, settings.lock_after) == ("light", 5)
    done = [keymap.action("review", key) for key in ("Z", "n", "enter", "a")]
    assert [action.id for action in done if action] == ["sign", "next_open", "next_open", "accept"]
    assert keymap.action("review", "S") is None
    queue = keymap.action("queue", "o")
    assert queue is not None
    assert queue.id == "open"


def test_no_file_means_the_standard() -> None:
    assert load_settings(None) == Settings()


def test_every_fault_is_told_with_its_line() -> None:
    text = (
        'theme = "blue"\nlock_after = -3\ncolour = 1\n\n[keys.review]\naccept = "n"\n'
        'acept = "y"\nsign = ["ctrl+m"]\nundo = 7\n[keys.screen]\n'
    )
    said = faults(text)
    assert said[:3] == [
        's.toml:3: "colour" is not known here; known: theme, lock_after, preset, keys',
        "s.toml:1: 'blue' is no theme; there are dark, light, high-contrast, ansi, plain",
        "s.toml:2: give minutes, 0 to 480; 0 never locks",
    ]
    rest = "\n".join(said[3:])
    assert 's.toml:7: "acept" is not known here; did you mean "accept"?' in rest
    assert 's.toml:8: "ctrl+m" is "enter" in a terminal; write that' in rest
    assert "s.toml:9: write a key, or a list of keys" in rest
    assert 's.toml:10: "screen" is not known here' in rest
    assert 's.toml:6: "n" is the key of "accept" and of "reject"' in rest


def test_a_syntax_error_has_line_and_column() -> None:
    assert faults('theme = "light"\nlock_after = = 3\n')[0].startswith("s.toml:2:14: ")


@pytest.mark.parametrize(
    "text",
    ["keys = 3", "keys = {review = 3}", "[keys]\nreview = []", 'lock_after = "5"', "theme = 3",
     "lock_after = true", "preset = []", "[keys.review]\naccept = [[]]",
     '[keys.review]\naccept = [""]', "[keys.all]\nquit = []"],
)  # fmt: skip
def test_a_value_of_the_wrong_kind_is_a_fault_and_not_a_crash(text: str) -> None:
    assert faults(text)


def test_the_file_is_looked_for_where_settings_lie(tmp_path: Path) -> None:
    usual = tmp_path / ".config" / "redactor" / "settings.toml"
    assert settings_path({"HOME": str(tmp_path)}) is None
    usual.parent.mkdir(parents=True)
    usual.write_text("")
    assert settings_path({"HOME": str(tmp_path)}) == usual
    named = settings_path({"HOME": str(tmp_path), "REDACTOR_SETTINGS": "/else.toml"})
    assert named == Path("/else.toml")


def test_a_named_file_that_is_missing_or_no_text_is_told(tmp_path: Path) -> None:
    bad = tmp_path / "bad.toml"
    bad.write_bytes(b"\xff\xfe\x00")
    for path in (tmp_path / "none.toml", bad):
        with pytest.raises(SettingsError, match="can't be read"):
            load_settings(path)


def test_a_huge_file_is_refused(tmp_path: Path) -> None:
    huge = tmp_path / "huge.toml"
    huge.write_text("#" * 200_000)
    with pytest.raises(SettingsError, match="larger than"):
        load_settings(huge)


def test_an_action_in_the_wrong_table_is_told_where_it_belongs() -> None:
    (said,) = faults('[keys.review]\nquit = "Z"\n')
    assert said == 's.toml:2: "quit" is not known here; it belongs to [keys.all]'


def test_a_name_like_no_action_is_told_in_one_line_where_all_stand() -> None:
    (said,) = faults('[keys.review]\nzzz = "Z"\n')
    assert said == 's.toml:2: "zzz" is not known here; docs/keys.md has all names'
