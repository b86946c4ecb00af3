"""The cables of a case, in the order of their import: each is read when it is first asked for.

A large case has very many, and a list of them is opened for the few in sight.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple, overload

from redactor.review.events import Body
from redactor.review.importing import CopyKind

_PAGE = 500
"""Entries that are read together."""


class Entry(NamedTuple):
    """One cable of the case. There can be very many."""

    sha256: str
    name: str
    """Path as imported."""
    id: str | None
    seq: int = 0
    """Number of the event that imported it."""
    text: str | None = None
    """Commitment to its words without blanks; ``None`` in older imports."""
    same_text: tuple[int, ...] = ()
    """``seq`` of the cables in the case with the same words in other bytes."""
    copy: CopyKind | None = None
    """What it is to those that came before with its id."""
    copy_of: tuple[int, ...] = ()
    """``seq`` of those."""

    @property
    def label(self) -> str:
        """What a message calls it: its id, or the first characters of its hash."""
        return self.id or self.sha256[:12]


_PLAIN = 4
"""Members in the body of an import that is like no other: path, id, bytes, text."""


def imported(seq: int, cable: str, body: Body) -> Entry:
    """Give the entry of an import, from its event."""
    entry = Entry(cable, body["path"], body["id"], seq, body.get("text"))
    if len(body) <= _PLAIN:
        return entry
    same_text, copy_of = (tuple(body.get(name, ())) for name in ("same_text", "copy_of"))
    return entry._replace(same_text=same_text, copy=body.get("copy"), copy_of=copy_of)


class Imports(Sequence[Entry]):
    """The cables of a case, each once. It only grows."""

    def __init__(
        self,
        size: int = 0,
        read: Callable[[int, int], Sequence[Entry]] = lambda _, __: (),
        find: Callable[[str], int | None] = lambda _: None,
    ) -> None:
        """Begin with what a journal has.

        Args:
            size: how many imports.
            read: gives the imports from a place on, up to so many.
            find: gives the place of the import of a cable.
        """
        self._read, self._find = read, find
        self._found: list[Entry | None] = [None] * size
        self._places: dict[str, int] = {}
        self._read_to = 0

    def __len__(self) -> int:
        return len(self._found)

    @overload
    def __getitem__(self, at: int) -> Entry: ...
    @overload
    def __getitem__(self, at: slice) -> tuple[Entry, ...]: ...
    def __getitem__(self, at: int | slice) -> Entry | tuple[Entry, ...]:
        if isinstance(at, slice):
            return tuple(self[each] for each in range(*at.indices(len(self))))
        return self._found[at] or self._page(range(len(self))[at])

    def _page(self, at: int) -> Entry:
        """Read the page on which an entry stands, and give it."""
        first = at - at % _PAGE
        page = self._read(first, _PAGE)
        for place, entry in enumerate(page, first):
            self._found[place] = entry
            self._places.setdefault(entry.sha256, place)
        return page[at - first]

    def __iter__(self) -> Iterator[Entry]:
        return (self[at] for at in range(len(self)))

    def read_on(self, most: int | None = None) -> bool:
        """Read up to so many more, or all; tell whether some are left that were not read.

        Args:
            most: entries to read; all when left out.
        """
        end = len(self) if most is None else min(len(self), self._read_to + most)
        for at in range(self._read_to, end):
            _ = self[at]
        self._read_to = end
        return end < len(self)

    def add(self, entry: Entry) -> None:
        """Take in a new cable."""
        if not self.holds(entry.sha256):
            all_read = self._read_to == len(self)
            self._places[entry.sha256] = len(self)
            self._found.append(entry)
            self._read_to += all_read

    def place(self, sha256: str) -> int:
        """Give the place of a cable, from 0.

        Raises:
            KeyError: when it is not in the case.
        """
        place = self._place(sha256)
        if place is None:
            raise KeyError(sha256)
        return place

    def holds(self, sha256: str) -> bool:
        """Tell whether a cable is in the case."""
        return self._place(sha256) is not None

    def _place(self, sha256: str) -> int | None:
        known = self._places.get(sha256)
        if known is not None or self._read_to == len(self):
            return known
        return self._find(sha256)
