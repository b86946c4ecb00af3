"""A desk: one person's line of acts on one cable, and what counts of it.

An act is what one key press or command did, however many events it wrote. Undo takes the last act
that stands; what was taken can come back until something new is done.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from redactor.review.events import Event
from redactor.review.model import Decision, Painted
from redactor.review.paint import overlay, paint, shared
from redactor.text import Span, merge

_GROUND_EVERY = 32
"""Decisions. What counts is kept that often, so that the cost of an act does not grow with the
number of those before it."""


@dataclass(frozen=True, slots=True)
class Signing:
    """What one person signed: exactly this painting, whatever anybody does later."""

    event: Event
    painting: tuple[Painted, ...]


@dataclass(frozen=True, slots=True)
class Act:
    """What one key press or command did: one step of undo."""

    seq: int
    """Number of its first event."""
    decisions: tuple[Decision, ...] = ()
    signed: Signing | None = None
    ground: tuple[Painted, ...] | None = None
    """What counted before it, where that is kept."""


@dataclass(frozen=True)
class Desk:
    """One person's work on one cable. Not slotted: it keeps what it computes."""

    person: str
    acts: tuple[Act, ...] = ()
    """Acts that stand, oldest first."""
    undone: tuple[Act, ...] = ()
    """Acts taken back, the latest last: what redo brings again."""
    settled: tuple[Decision, ...] = ()
    """From before the cable was opened again: they stand, and no undo reaches them."""
    ground: tuple[Painted, ...] = ()
    """What counts of the settled."""

    @property
    def decisions(self) -> tuple[Decision, ...]:
        """Those that stand, oldest first."""
        return (*self.settled, *(made for act in self.acts for made in act.decisions))

    @property
    def signed(self) -> Signing | None:
        """The standing signature: nothing is decided on top of one."""
        return self.acts[-1].signed if self.acts else None

    @cached_property
    def painting(self) -> tuple[Painted, ...]:
        """Where each of the decisions that stand counts."""
        ground, since = self._since_ground
        return overlay(ground, paint(made for act in since for made in act.decisions))

    @property
    def _since_ground(self) -> tuple[tuple[Painted, ...], Sequence[Act]]:
        """Give what counted when it was last kept, and the acts since."""
        for back, act in enumerate(reversed(self.acts), 1):
            if act.ground is not None:
                return act.ground, self.acts[-back:]
        return self.ground, self.acts

    def deciding(self, act: int, decision: Decision) -> "Desk":
        """Give the desk with one decision more, in a new act or in the last one."""
        acts, last = self.acts, self.acts[-1] if self.acts else None
        if last is None or last.seq != act:
            last = Act(act, ground=self.painting if self._is_far_from_ground else None)
        else:
            acts = acts[:-1]
        last = replace(last, decisions=(*last.decisions, decision))
        return replace(self, acts=(*acts, last), undone=())

    @property
    def _is_far_from_ground(self) -> bool:
        _, since = self._since_ground
        return not since or sum(len(act.decisions) for act in since) >= _GROUND_EVERY

    def apart(self, other: "Desk") -> tuple[Span, ...] | None:
        """Give where two desks can differ: what the acts decided that they do not share.

        ``None`` is anywhere: they have not the same beginning.
        """
        if self.settled is not other.settled or self.ground is not other.ground:
            return None
        same = shared(self.acts, other.acts)
        acts = (*self.acts[same:], *other.acts[same:])
        return merge(span for act in acts for made in act.decisions for span in made.spans)

    def signing(self, act: int, signing: Signing) -> "Desk":
        """Give the desk with a signature on top."""
        return replace(self, acts=(*self.acts, Act(act, signed=signing)), undone=())

    def back(self) -> "Desk":
        """Give the desk with the last act taken back."""
        return replace(self, acts=self.acts[:-1], undone=(*self.undone, self.acts[-1]))

    def again(self) -> "Desk":
        """Give the desk with the act that was taken last brought back."""
        return replace(self, acts=(*self.acts, self.undone[-1]), undone=self.undone[:-1])

    def reopened(self) -> "Desk":
        """Give the desk with all that stands settled, and nothing signed."""
        return Desk(self.person, settled=self.decisions, ground=self.painting)
