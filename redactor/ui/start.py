"""What the program starts with: a case that is open, or what can be shown until it is."""

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from redactor.review import Glimpse, Session

Publish = Callable[[str], str]
"""Writes the release of a completed cable, named by its hash; says in a sentence where."""


class Work(NamedTuple):
    """A case that is open."""

    session: "Session"
    """One person's work on it."""
    publish: Publish

    @property
    def person(self) -> str:
        """The id of the reviewer."""
        return self.session.person


class Start(NamedTuple):
    """A case that is yet to be opened."""

    person: str
    """The id of the reviewer."""
    glimpse: "Glimpse"
    """Where the reviewer was: shown at once."""
    open: Callable[[], Work]
    """Opens it, on another thread; may raise what a case and its policy raise."""
