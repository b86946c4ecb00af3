"""A case, read: what it is about, its cables, and the state of each. The edge to the case file."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property, lru_cache

from redactor.policy import Policy, parse_policy
from redactor.review.casefile import CaseFile
from redactor.review.database import CaseError
from redactor.review.events import decode
from redactor.review.fold import CableState, fold_cable
from redactor.review.imports import Entry, Imports, imported
from redactor.review.registry import Registry, Terms
from redactor.review.roster import Roster


class ReadCase:
    """What a case file says.

    Raises:
        CaseError: from every method, when the case file can't be used.
    """

    def __init__(self, case: CaseFile) -> None:
        self.case = case
        self._registry = Registry(self._fold)
        self._policies = lru_cache(maxsize=8)(self._read_policy)
        self.refresh()

    def refresh(self) -> None:
        """Take in what others have written since.

        Nothing is taken in, and so nothing written, on top of an import that can't be read.
        """
        with self._sound():
            if self._registry.seen:
                self.entries.read_on()
                self._registry.take(self.case.events(after=self._registry.seen))
            else:
                events, last = self.case.events_of_case(imports=False)
                self._registry.begin(self._imports(last), events, last)

    def _fold(self, sha256: str, until: int) -> CableState:
        with self._sound():
            return fold_cable(self.case.events_on(sha256, until))

    @cached_property
    def _is_proved(self) -> bool:
        """Whether no event can be overlooked: looked at once, before anything is released."""
        return self.case.is_sound()

    @contextmanager
    def _sound(self) -> Iterator[None]:
        """Tell of events that make no sense."""
        try:
            yield
        except (KeyError, IndexError, TypeError, ValueError, AttributeError) as fault:
            raise self.case.damaged() from fault

    def _imports(self, until: int) -> Imports:
        """Give the cables that were imported up to an event."""
        case = self.case

        def read(first: int, most: int) -> list[Entry]:
            rows = case.imports(until, first, most)
            with self._sound():
                return [imported(seq, cable, decode(body)) for seq, cable, body in rows]

        return Imports(case.import_count(until), read, lambda each: case.import_place(each, until))

    @property
    def is_open(self) -> bool:
        """Whether the case has its terms and its policy."""
        return self._registry.terms is not None and self._registry.policy is not None

    @property
    def terms(self) -> Terms:
        """The terms of the case."""
        if self._registry.terms is None:
            raise CaseError(f"{self.case.path}: the case has no terms yet; import a cable first")
        return self._registry.terms

    @property
    def policy(self) -> Policy:
        """The policy in force in this case."""
        if self._registry.policy is None:
            raise CaseError(f"{self.case.path}: the case has no policy yet; import a cable first")
        return self._policies(self._registry.policy)

    def policy_for(self, sha256: str) -> Policy:
        """Give the policy of one cable: of its release if it is released, else the one in force."""
        return self._policies(self._policy_hash_for(sha256))

    def _policy_hash_for(self, sha256: str) -> str:
        return self._registry.released_under.get(sha256) or self.policy.ref.sha256

    def _read_policy(self, sha256: str) -> Policy:
        return parse_policy(self.case.policy(sha256), f"{self.case.path}:policy")

    @property
    def roster(self) -> Roster:
        """Who holds which role."""
        return self._registry.roster

    @property
    def past(self) -> tuple[str, ...]:
        """Folders of past releases with which the case's releases are compared."""
        return self._registry.past

    @property
    def seen(self) -> int:
        """Number of the last event taken in."""
        return self._registry.seen

    @property
    def entries(self) -> Imports:
        """The cables, in the order of import."""
        return self._registry.entries

    def place_of(self, sha256: str) -> int:
        """Give the place of a cable among the entries, from 0."""
        return self.entries.place(sha256)

    def entry(self, sha256: str) -> Entry:
        """Give one cable of the case."""
        return self.entries[self.entries.place(sha256)]

    def by_seq(self, seq: int) -> Entry:
        """Give the cable that an event imported."""
        return next(entry for entry in self.entries if entry.seq == seq)

    def state(self, sha256: str) -> CableState:
        """Give the state folded from the journal."""
        return self._registry.state(sha256)
