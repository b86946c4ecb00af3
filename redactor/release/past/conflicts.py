"""Conflicts: what a release would show or withhold otherwise than an earlier one did."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from redactor.release.ids import finding_id
from redactor.release.past.compare import ConflictKind, differences
from redactor.release.past.texts import Said
from redactor.text import LineIndex, Span, covers


@dataclass(frozen=True)
class Earlier:
    """A text that is public already, wholly or in part. Not slotted: ``said`` keeps its work."""

    name: str
    """How a message calls it: ``R-0007``, or a path."""
    digest: str
    """SHA-256 of what was compared, hex: another one is another text."""
    said: Said
    lines: LineIndex
    codes: Callable[[Span], tuple[str, ...]]
    """Tells under which codes a place of it is withheld; none where that is not known."""
    approved: Mapping[ConflictKind, Sequence[Span]] = field(default_factory=dict)
    """Places of our cable at which a senior official approved what differs from it."""


@dataclass(frozen=True, slots=True)
class Conflict:
    """A place of the cable at which an earlier release decided otherwise."""

    kind: ConflictKind
    span: Span
    """What would be shown and was withheld, or is withheld and was shown."""
    where: tuple[str, ...]
    """Earlier releases, each with its line: ``R-0007, line 12``."""
    digests: tuple[str, ...]
    """Of those releases."""
    codes: tuple[str, ...] = ()
    """Under which the first of them withholds it, as far as that is known."""

    @property
    def id(self) -> str:
        """What a person calls it by; with one more earlier release it is another conflict."""
        return finding_id(self.kind, self.span, *self.digests)


def find_conflicts(ours: Said, earlier: Iterable[Earlier]) -> tuple[Conflict, ...]:
    """Compare a cable with earlier releases; give what differs, in order.

    Args:
        ours: the cable's words, and what is to be withheld of them.
        earlier: those that may share a passage with it.
    """
    found: dict[tuple[ConflictKind, Span], list[tuple[Earlier, Span]]] = {}
    for each in earlier:
        for kind, mine, theirs in dict.fromkeys(differences(ours, each.said)):
            span = ours.script.source(mine)
            if covers(each.approved.get(kind, ()), span):
                continue
            found.setdefault((kind, span), []).append((each, each.said.script.source(theirs)))
    conflicts = (_conflict(kind, span, places) for (kind, span), places in found.items())
    return tuple(sorted(conflicts, key=lambda each: (each.span, each.kind)))


def _conflict(kind: ConflictKind, span: Span, places: list[tuple[Earlier, Span]]) -> Conflict:
    where = (f"{each.name}, line {each.lines.number_at(at.start)}" for each, at in places)
    codes = next((said for each, at in places if (said := each.codes(at))), ())
    return Conflict(
        kind,
        span,
        tuple(dict.fromkeys(where)),
        tuple(sorted({each.digest for each, _ in places})),
        codes if kind != "shown-before" else (),
    )
