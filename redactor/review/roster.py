"""The roster: who holds which role, and on which days.

22 CFR 9.9(c): the department keeps a record of the officials who may declassify. A role that the
roster names nobody for is not asked for; senior approval always is.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal, cast, get_args

from redactor.review.events import Event

Role = Literal["reviewer", "senior", "authority", "quality", "auditor"]
"""``authority``: may declassify. ``quality``: checks samples of other people's work. ``auditor``:
reads all that anyone decides, and signs nothing."""

ROLES: tuple[Role, ...] = get_args(Role)


@dataclass(frozen=True, slots=True)
class Term:
    """One person in one role for some days."""

    seq: int
    """Number of the event that made it."""
    person: str
    role: Role
    start: date
    """First day."""
    until: date | None
    """Last day; ``None`` while no end is known."""
    by: str
    """Who put it on the roster."""

    def holds_on(self, day: date) -> bool:
        """Tell whether the role is held on this day."""
        return self.start <= day and (self.until is None or day <= self.until)


@dataclass(frozen=True, slots=True)
class Roster:
    """All terms, the oldest first."""

    terms: tuple[Term, ...] = ()

    def holds(self, person: str, role: Role, day: date) -> bool:
        """Tell whether a person holds a role on a day."""
        return any(
            term.person == person and term.role == role and term.holds_on(day)
            for term in self.terms
        )

    def names(self, role: Role) -> bool:
        """Tell whether the roster ever named somebody for a role."""
        return any(term.role == role for term in self.terms)

    def fills(self, role: Role, day: date) -> bool:
        """Tell whether anybody holds a role on a day."""
        return any(term.role == role and term.holds_on(day) for term in self.terms)

    def roles(self, person: str, day: date) -> Iterator[Role]:
        """Give the roles that a person holds on a day."""
        return (role for role in ROLES if self.holds(person, role, day))

    def may_review(self, person: str, day: date) -> bool:
        """Tell whether a person may sign: anyone, until the roster names reviewers."""
        return not self.names("reviewer") or bool(
            {"reviewer", "senior", "authority"} & set(self.roles(person, day))
        )

    def was_auditor(self, person: str) -> bool:
        """Tell whether a person was ever named an auditor: they may have read everything."""
        return any(term.person == person and term.role == "auditor" for term in self.terms)


NO_ROSTER = Roster()


def enrol(roster: Roster, event: Event) -> Roster:
    """Take in an event of the roster: a new term replaces the person's others in that role."""
    body = event.body
    role = cast("Role", body["role"])
    until = date.fromisoformat(body["until"]) if body.get("until") else None
    term = Term(
        event.seq, body["person"], role, date.fromisoformat(body["from"]), until, event.person
    )
    others = (each for each in roster.terms if (each.person, each.role) != (term.person, term.role))
    return Roster((*others, term))
