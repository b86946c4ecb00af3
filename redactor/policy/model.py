"""What the policy says: proposals, each with its why."""

from dataclasses import dataclass
from datetime import date
from typing import Literal, NamedTuple

from redactor.text import Span

Action = Literal["release", "review", "redact", "refer", "hold"]
Basis = Literal["foia", "mdr", "automatic", "systematic"]

STRENGTH: tuple[Action, ...] = ("release", "review", "redact", "refer", "hold")
"""From weak to strong: the strongest matching rule wins."""

BASES: tuple[Basis, ...] = ("foia", "mdr", "automatic", "systematic")


@dataclass(frozen=True, slots=True)
class Support:
    """What a decision must carry beside its codes, as far as the rule supplies it."""

    statute: str | None = None
    """The statute behind (b)(3)."""
    guide: str | None = None
    """The declassification guide behind a 25X code."""
    topic: str | None = None
    harm: str | None = None
    """The foreseeable harm, 5 USC 552(a)(8)(A)."""
    agency: str | None = None
    """To whom a referral goes."""


@dataclass(frozen=True, slots=True)
class RuleHit:
    """One rule that matched, kept visible also when a stronger one won."""

    id: str
    title: str
    action: Action
    because: str
    cite: str
    matched: tuple[Span, ...] = ()
    """The words that made it match; empty when it matched by facts alone."""
    codes: tuple[str, ...] = ()
    support: Support = Support()
    where: str = ""
    """``file:line`` of the rule in the policy."""
    lifted_by: str | None = None
    """Id of the exception by which the rule does not count here; then it never wins."""


class Proposal(NamedTuple):
    """What the policy proposes for one stretch of the cable.

    It is a tuple underneath, for proposing makes some fifty thousand of them a second.
    """

    span: Span
    action: Action
    codes: tuple[str, ...]
    frees_on: date | None
    rules: tuple[RuleHit, ...]
    """All that matched, strongest first; those that an exception set aside come last."""
    won_by: str | None
    """Id of the winning rule; ``None`` when nothing matched (then: review)."""
    support: Support = Support()
    content: bool = True
    """False for furniture and white space: nothing to decide, never printed."""


@dataclass(frozen=True, slots=True)
class PolicyRef:
    """Which policy, exactly."""

    name: str
    version: str
    sha256: str
    """Of the policy's bytes, hex: its file, or the bundle of all its files."""


@dataclass(frozen=True, slots=True)
class Proposals:
    """The proposals for one cable: they tile its text."""

    as_of: date
    basis: Basis
    policy: PolicyRef
    hold: str | None
    """Why the whole cable waits, if it does."""
    items: tuple[Proposal, ...]


@dataclass(frozen=True, slots=True)
class Workflow:
    """How many people, and what the second may see."""

    reviews: int = 2
    blind_second: bool = True
