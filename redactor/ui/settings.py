"""A reviewer's settings: theme, idle lock and keys, from one TOML file that is read strictly.

All faults are told at once, each with its line; a file with a fault is not used at all.
"""

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path
from typing import Any, get_args

from redactor.ui.actions import ACTIONS, Context
from redactor.ui.keymap import PRESETS, Keymap, keymap_faults
from redactor.ui.theme import THEMES

LONGEST_WAIT = 480
"""Minutes that a screen may stand open at most before it locks: a working day."""

_MOST_BYTES = 100_000
_FEW = 15
"""As many names as are told in a message."""
_LOCK_AFTER = 15

_At = tuple[str, ...]
"""Where in the file: the names from the top."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What a reviewer chose."""

    theme: str | None = None
    """Name of a theme; ``None`` takes the one that fits the terminal."""
    lock_after: int = _LOCK_AFTER
    """Minutes without a key until the screen is hidden; 0 never hides it."""
    keymap: Keymap = field(default_factory=Keymap)


class SettingsError(Exception):
    """The settings can't be used. The message has a line for each fault."""

    def __init__(self, faults: list[str]) -> None:
        super().__init__("\n".join(faults))


def settings_path(environ: Mapping[str, str]) -> Path | None:
    """Give where the settings lie; nothing when no file is there.

    ``$REDACTOR_SETTINGS`` names a file; else it is ``redactor/settings.toml`` in
    ``$XDG_CONFIG_HOME``, or in ``.config`` at home.
    """
    named = environ.get("REDACTOR_SETTINGS")
    if named:
        return Path(named)
    home = environ.get("XDG_CONFIG_HOME") or Path(environ.get("HOME", "/"), ".config")
    usual = Path(home) / "redactor" / "settings.toml"
    return usual if usual.exists() else None


def load_settings(path: Path | None) -> Settings:
    """Read the settings.

    Raises:
        SettingsError: naming every fault of the file.
    """
    if path is None:
        return Settings()
    try:
        data = path.read_bytes()
        text = data.decode() if len(data) <= _MOST_BYTES else ""
    except (OSError, UnicodeDecodeError) as fault:
        raise SettingsError([f"{path}: can't be read as UTF-8 text; check the file"]) from fault
    if len(data) > _MOST_BYTES:
        raise SettingsError([f"{path}: larger than {_MOST_BYTES:,} bytes; settings are short"])
    return parse_settings(text, str(path))


def parse_settings(text: str, name: str) -> Settings:
    """Read settings from the text of a file.

    Raises:
        SettingsError: naming every fault.
    """
    try:
        content = tomllib.loads(text)
    except tomllib.TOMLDecodeError as fault:
        raise SettingsError([f"{name}:{_syntax(str(fault))}"]) from fault
    reading = _Reading(text, name)
    settings = reading.settings(content)
    if reading.faults:
        raise SettingsError(reading.faults)
    return settings


def _syntax(words: str) -> str:
    """Turn tomllib's place at the end of its sentence into ``line:column: sentence``."""
    found = re.fullmatch(r"(.*) \(at line (\d+), column (\d+)\)", words, re.DOTALL)
    return f"{found[2]}:{found[3]}: {found[1]}" if found else f" {words}"


class _Reading:
    """One file being read, with its faults so far."""

    def __init__(self, text: str, name: str) -> None:
        self.faults: list[str] = []
        self._name = name
        self._lines = dict(_places(text))

    def settings(self, content: Mapping[str, Any]) -> Settings:
        self._known((), content, ("theme", "lock_after", "preset", "keys"))
        theme = content.get("theme")
        if theme is not None and theme not in list(THEMES):
            self._fault(("theme",), f"{theme!r} is no theme; there are {', '.join(THEMES)}")
            theme = None
        wait = content.get("lock_after", _LOCK_AFTER)
        if type(wait) is not int or not 0 <= wait <= LONGEST_WAIT:
            self._fault(("lock_after",), f"give minutes, 0 to {LONGEST_WAIT}; 0 never locks")
            wait = 0
        return Settings(theme, wait, self._keymap(content))

    def _keymap(self, content: Mapping[str, Any]) -> Keymap:
        preset = content.get("preset", "standard")
        if preset not in list(PRESETS):
            self._fault(("preset",), f"{preset!r} is no preset; there are {', '.join(PRESETS)}")
            preset = "standard"
        keys = dict(self._keys(content.get("keys", {})))
        keymap = Keymap().with_keys({**PRESETS[preset], **keys})
        for actions, fault in keymap_faults(keymap):
            places = [("keys", action.context, action.id) for action in actions]
            self._fault(next((at for at in places if at in self._lines), places[0]), fault)
        return keymap

    def _keys(self, tables: object) -> Iterator[tuple[tuple[Context, str], tuple[str, ...]]]:
        if not isinstance(tables, dict):
            self._fault(("keys",), "write tables: [keys.review], [keys.queue] or [keys.all]")
            return
        contexts: tuple[Context, ...] = get_args(Context)
        self._known(("keys",), tables, contexts)
        for context in contexts:
            table = tables.get(context, {})
            if not isinstance(table, dict):
                self._fault(("keys", context), f"write a table: [keys.{context}]")
                continue
            ids = [action.id for action in ACTIONS if action.context == context]
            self._known(("keys", context), table, ids)
            for id_ in ids:
                if id_ in table:
                    yield (context, id_), self._list(("keys", context, id_), table[id_])

    def _list(self, at: _At, value: object) -> tuple[str, ...]:
        keys = [value] if isinstance(value, str) else value
        if isinstance(keys, list) and all(isinstance(key, str) and key for key in keys):
            return tuple(dict.fromkeys(keys))
        self._fault(at, 'write a key, or a list of keys: "y" or ["y", "enter"]')
        return ()

    def _known(self, at: _At, table: Mapping[str, object], names: Iterable[str]) -> None:
        known = list(names)
        for name in table:
            if name not in known:
                self._fault((*at, name), f'"{name}" is not known here; {_meant(name, known)}')

    def _fault(self, at: _At, words: str) -> None:
        line = self._lines.get(at) or self._lines.get(at[:-1])
        said = f"{self._name}:{line}: {words}" if line else f"{self._name}: {words}"
        if said not in self.faults:
            self.faults.append(said)


def _meant(name: str, known: list[str]) -> str:
    """Say what a name that is not known may have meant."""
    close = get_close_matches(name, known, 1)
    if close:
        return f'did you mean "{close[0]}"?'
    elsewhere = next((action.context for action in ACTIONS if action.id == name), None)
    if elsewhere:
        return f"it belongs to [keys.{elsewhere}]"
    return f"known: {', '.join(known)}" if len(known) <= _FEW else "docs/keys.md has all names"


def _places(text: str) -> Iterator[tuple[_At, int]]:
    """Give the line on which each name of the file stands."""
    table: _At = ()
    for number, line in enumerate(text.splitlines(), 1):
        head = re.match(r"\s*\[([^\[\]]+)\]", line)
        entry = re.match(r"\s*([\w.\"'-]+)\s*=", line)
        if head:
            table = _names(head[1])
            yield table, number
        elif entry:
            yield (*table, *_names(entry[1])), number


def _names(dotted: str) -> _At:
    return tuple(name.strip().strip("\"'") for name in dotted.split("."))
