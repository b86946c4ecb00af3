"""Blind review: from whom the others' decisions on a cable are kept, and how long. Pure.

Until as many people have signed as the policy asks for, nobody who might still sign sees what
another decided: not in the review, not in the log, not in a report. Only an auditor of the roster
does, and who was ever an auditor of the case signs nothing in it.
"""

from redactor.policy import Workflow
from redactor.review.events import Event, EventKind
from redactor.review.fold import CableState

_OWN: frozenset[EventKind] = frozenset({"decide", "undo", "redo", "sign", "suggest"})
"""What happens at a person's own desk. All else is said for everybody."""


def is_blind(workflow: Workflow, state: CableState) -> bool:
    """Tell whether the reviewers of a cable still decide without knowing of each other."""
    return workflow.blind_second and 1 < workflow.reviews > len(state.signings)


def is_hidden(event: Event, state: CableState, person: str) -> bool:
    """Tell whether an event is one of those that are kept from a person, where any are.

    What led to a review that was complete, and then opened again, is known already.
    """
    return event.kind in _OWN and event.person != person and event.seq > state.reopened
