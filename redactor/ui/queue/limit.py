"""The limit of the queue: a small language that says which cables are listed. Pure.

``open from:example !tag:econ frees<2027``: all terms must hold. Who writes one wrongly is told
what is wrong and what there is.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from difflib import get_close_matches

from redactor.review import Stage
from redactor.text import fold, visible
from redactor.ui.queue.columns import at_work
from redactor.ui.queue.days import DayError, compare_day
from redactor.ui.queue.summary import Summary
from redactor.ui.words import STAGE_GLYPHS

HELP = """\
open done flagged claimed mine      left for you, or not; flags; at work
state:hold level:s by:bob flag:mis  state, level, reviewer, kind of flag
from:paris tag:econ rule:source     sender, TAGS, a rule that proposes here
frees<2027 date>=2008-05 open>10    by year, month or day; number of items
frees:never frees:verify            where no day is known
harbor "two words"                  in id, subject, sender, TAGS, file name
!open                               not; all terms together must hold"""
"""How a limit is written."""

_TERM = re.compile(r'(!?)((?:[^\s"]|"[^"]*")+)')
_FIELD = re.compile(r"([a-z]+)(:|<=|>=|<|>|=)(.*)", re.DOTALL)

Test = Callable[[Summary], bool]


class LimitError(Exception):
    """This is no limit. The message says what is wrong and what there is; it is safe to show."""


@dataclass(frozen=True, slots=True)
class Limit:
    """Lets some cables through."""

    words: str
    """As it was written; safe to show."""
    tests: tuple[Test, ...]
    who: str
    """The reviewer's id, as it is shown."""
    now: Callable[[], datetime]

    def lets(self, summary: Summary) -> bool:
        """Tell whether a cable is listed."""
        return all(test(summary) for test in self.tests)


def limit_of(words: str, person: str, now: Callable[[], datetime]) -> Limit | None:
    """Read a limit; ``None`` where there are no words.

    Args:
        words: as typed.
        person: the reviewer: whose claims are ``mine``.
        now: reads the clock: old claims of others count for nothing.

    Raises:
        LimitError: when it can't be read.
    """
    if words.count('"') % 2:
        raise LimitError('one " is missing: words with a space stand between two of them')
    tests = tuple(_terms(words, _Person(person, now)))
    return Limit(visible(" ".join(words.split())), tests, visible(person), now) if tests else None


@dataclass(frozen=True, slots=True)
class _Person:
    """Who asks, and when."""

    name: str
    now: Callable[[], datetime]

    def at_work(self, of: Summary) -> bool:
        return at_work(of, self.name, self.now())

    def holds(self, of: Summary) -> bool:
        return of.holder == visible(self.name)


def is_done(of: Summary) -> bool:
    """Tell whether this person has nothing more to do on a cable."""
    return of.done or of.mine_done


def _terms(words: str, person: _Person) -> Iterator[Test]:
    for sign, term in _TERM.findall(words):
        test = _test(term, person)
        yield _not(test) if sign else test
    if re.search(r"(?:^|\s)!(?:\s|$)", words):
        raise LimitError("! stands alone; write it before a term: !open")


def _not(test: Test) -> Test:
    return lambda of: not test(of)


def _test(term: str, person: _Person) -> Test:
    plain: dict[str, Test] = {
        "open": lambda of: not is_done(of),
        "done": is_done,
        "flagged": lambda of: bool(of.flags),
        "claimed": person.at_work,
        "mine": person.holds,
    }
    if term.casefold() in plain:
        return plain[term.casefold()]
    field = None if term.startswith('"') else _FIELD.fullmatch(term.casefold())
    if field:
        return _field(field[1], field[2], field[3].replace('"', "").strip())
    wanted = fold(term.replace('"', "")).text.strip()
    return lambda of: wanted in of.words


def _field(name: str, sign: str, value: str) -> Test:
    if name not in _FIELDS:
        close = get_close_matches(name, _FIELDS, 1)
        meant = f" (did you mean {close[0]}?)" if close else ""
        known = ", ".join(_FIELDS)
        raise LimitError(f'"{visible(name)}" is nothing to ask for{meant}; there is: {known}')
    if not value:
        raise LimitError(f"{name}{sign} what? Write it without a space in between.")
    return _FIELDS[name](sign, value)


def _names(name: str, of: Callable[[Summary], str]) -> Callable[[str, str], Test]:
    """Make the test of a field that is made of names."""

    def make(sign: str, value: str) -> Test:
        _need_colon(name, sign)
        return lambda summary: value in of(summary).casefold()

    return make


def _prose(name: str, of: Callable[[Summary], str]) -> Callable[[str, str], Test]:
    """Make the test of a field that is made of words; each stands among the folded ones too."""

    def make(sign: str, value: str) -> Test:
        _need_colon(name, sign)
        wanted = fold(value).text.strip()
        return lambda summary: wanted in summary.words and wanted in fold(of(summary)).text

    return make


def _need_colon(name: str, sign: str) -> None:
    if sign not in (":", "="):
        raise LimitError(f"{name} is not compared with {sign}; write {name}: and a word")


def _tag(sign: str, value: str) -> Test:
    _need_colon("tag", sign)
    return lambda of: any(each.startswith(value) for each in of.tags.casefold().split())


def _level(sign: str, value: str) -> Test:
    _need_colon("level", sign)
    wanted = _LEVELS.get(value)
    if wanted is None:
        raise LimitError(f'"{visible(value)}" is no level; there is: U, C, S, TS, none')
    return lambda of: of.level == wanted


_LEVELS = {
    "u": "U", "unclassified": "U", "c": "C", "confidential": "C", "s": "S", "secret": "S",
    "ts": "TS", "topsecret": "TS", "top secret": "TS", "none": "", "?": "",
}  # fmt: skip


def _state(sign: str, value: str) -> Test:
    _need_colon("state", sign)
    wanted = {stage for stage in STAGE_GLYPHS if _begins(stage, value)}
    unread = _begins("unreadable", value)
    if not wanted and not unread:
        known = ", ".join(stage.split()[-1] for stage in STAGE_GLYPHS)
        raise LimitError(f'"{visible(value)}" is no state; there is: {known}, unreadable')
    return lambda of: unread if of.stage is None else of.stage in wanted


def _begins(stage: Stage | str, value: str) -> bool:
    return stage.startswith(value) or any(word.startswith(value) for word in stage.split())


def _day(name: str, of: Callable[[Summary], str]) -> Callable[[str, str], Test]:
    """Make the test of a field that is a day, or a word where there is none."""

    def make(sign: str, value: str) -> Test:
        if sign in (":", "=") and value.isalpha():
            return lambda summary: of(summary).startswith(value)
        try:
            test = compare_day("=" if sign == ":" else sign, value)
        except DayError as fault:
            raise LimitError(f"{name}: {fault}") from fault
        return lambda summary: test(of(summary))

    return make


def _number(sign: str, value: str) -> Test:
    if not value.isdecimal():
        raise LimitError(f'open: "{visible(value)}" is no number of items; write open>10')
    wanted = int(value)
    compare = _COMPARE["=" if sign == ":" else sign]
    return lambda of: compare(of.open, wanted)


_COMPARE: dict[str, Callable[[int, int], bool]] = {
    "<": int.__lt__, "<=": int.__le__, ">": int.__gt__, ">=": int.__ge__, "=": int.__eq__,
}  # fmt: skip

_FIELDS: dict[str, Callable[[str, str], Test]] = {
    "state": _state,
    "level": _level,
    "from": _prose("from", lambda of: of.sender),
    "tag": _tag,
    "rule": _names("rule", lambda of: of.rules),
    "flag": _names("flag", lambda of: of.flags),
    "by": _names("by", lambda of: f"{of.signers} {of.holder}"),
    "subject": _prose("subject", lambda of: of.subject),
    "id": _prose("id", lambda of: of.id),
    "frees": _day("frees", lambda of: of.frees),
    "date": _day("date", lambda of: of.origin),
    "open": _number,
}
