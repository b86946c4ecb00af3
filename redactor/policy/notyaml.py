"""What the YAML parser says of a file that is no YAML, in words for people who write policies."""

import re
from collections.abc import Callable
from typing import NamedTuple, Protocol

import yaml

from redactor.policy.errors import Fault


class Place(NamedTuple):
    """A place in the file, line and column from 1."""

    line: int
    column: int


class _Mark(Protocol):
    """A place as the parser gives it, counted from 0."""

    line: int
    column: int


def place_at(mark: _Mark | None) -> Place:
    """Give the place of a mark; the begin of the file where there is none."""
    return Place(mark.line + 1, mark.column + 1) if mark else Place(1, 1)


def not_yaml(error: yaml.MarkedYAMLError, file: str) -> Fault:
    """Say what is wrong, where a person would look for it, and what to do."""
    problem, context = error.problem or "", error.context or ""
    at, begun = place_at(error.problem_mark or error.context_mark), place_at(error.context_mark)
    for asked, pattern, say in _SAYINGS:
        found = re.search(pattern, problem)
        if asked in context and found:
            said = say(found, at)
            return Fault(file, *(begun if said.from_begin else at), said.words, code="not-yaml")
    plain = f"this is not YAML: {problem or 'it cannot be read'}".replace("\n", " ")
    return Fault(file, *at, plain, code="not-yaml")


class _Said(NamedTuple):
    words: str
    from_begin: bool = False
    """The fault lies where the thing began, not where the parser gave up."""


Say = Callable[[re.Match[str], Place], _Said]


def _plainly(words: str, *, from_begin: bool = False) -> Say:
    return lambda _found, _at: _Said(words, from_begin)


def _never_closed(opening: str, closing: str) -> Say:
    return lambda _found, at: _Said(
        f'"{opening}" opens here and is not closed when line {at.line} is reached: a comma or '
        f'"{closing}" is missing',
        from_begin=True,
    )


_NO_ESCAPE = _plainly(
    "in double quotes a backslash begins an escape, and this is none; use single quotes"
)
_BARE_MARK = _plainly('a value cannot begin with "&" or "*"; put it in quotes', from_begin=True)

_SAYINGS: tuple[tuple[str, str, Say], ...] = (
    ("quoted scalar", "unexpected end", _plainly(
        "a quotation mark opens here and is never closed; close it", from_begin=True)),
    ("double-quoted", "escape", _NO_ESCAPE),
    ("flow sequence", "expected", _never_closed("[", "]")),
    ("flow mapping", "expected", _never_closed("{", "}")),
    ("", "'(.)' that cannot start", lambda found, _at: _Said(
        f'a value cannot begin with "{found.group(1)}"; put it in quotes')),
    ("", "mapping values are not allowed", _plainly(
        'a colon stands where none is wanted: put a value that holds ": " in quotes, or line the '
        "key up with those that it belongs to")),
    ("", "sequence entries are not allowed", _plainly(
        'an entry ("- ") cannot follow its key; begin it on a line of its own')),
    ("", "<block end>, but found '<scalar>'", _plainly(
        "nothing can follow a closing quotation mark; write one that belongs to the words twice")),
    ("", r"<block end>, but found '([\]}])'", lambda found, _at: _Said(
        f'"{found.group(1)}" stands here and was not opened; take it out')),
    ("", "<block end>", _plainly(
        "this line is not indented like those that it belongs to; line it up with them")),
    ("", "could not find expected ':'", _plainly(
        "a key stands here without its colon; write key: value", from_begin=True)),
    ("", "chomping or indentation", _plainly(
        'nothing can follow "|" or ">" on its line; begin the words on the next one')),
    ("", "the node content, but found '(.)'", lambda found, _at: _Said(
        f'a value is missing here, before "{found.group(1)}"')),
    ("", "<document start>", _plainly(
        "these words belong to no key; a policy is made of keys with values")),
    ("anchor", "", _BARE_MARK),
    ("alias", "", _BARE_MARK),
)  # fmt: skip
"""By what the parser was at and what it met, both in its own words: what to say."""
