"""The shape of a rule, its examples and the exceptions to it, as a policy's files write them.

What a rule may not say (release a Restricted Data portion, cite a FOIA number under MDR) is
refused here too. The shape of conditions stands in ``when.py``.
"""

from collections.abc import Iterator, Mapping
from typing import ClassVar, Literal

from pydantic import Field

from redactor.cable import Level
from redactor.declass import is_atomic
from redactor.policy.errors import brief, closest
from redactor.policy.model import Action, Basis
from redactor.policy.rulecodes import Codes, Statute
from redactor.policy.shape import Shape, of_keys
from redactor.policy.values import Day, Filled, Flag, Many, Slug, Written, WrongValueError
from redactor.policy.weaker import WHOLE, is_within, weaker
from redactor.policy.when import FieldName, When

Scope = Literal["match", "line", "sentence", "paragraph", "cable"]


class Example(Shape):
    """A cable in small, and what its rule makes of it."""

    mark: Written = ""
    """A portion marking without its parentheses: ``S//NF``; none when left out."""
    overall: Level | None = None
    """The cable's level; when left out, that of the mark, or C."""
    banner: Written = ""
    """The cable's classification as its line writes it, where the level does not say all of it:
    ``UNCLAS FOUO``."""
    origin: Day | None = None
    decl: Written = ""
    order: Written = "12958"
    as_of: Day
    requested: Day | None = None
    """The day of the request."""
    field: FieldName = "body"
    text: Written = ""
    captions: Many[Filled] = ()
    tags: Many[Filled] = ("PREL",)
    reasons: Many[Literal["a", "b", "c", "d", "e", "f", "g", "h", "none"]] = ("d",)
    basis: Basis = "foia"
    event_on: Day | None = None
    """The day on which someone attests that the instruction's event happened."""
    permanent: Flag | None = None
    """Whether someone attests that the record is scheduled as permanently valuable."""
    expect: Action | Literal["no-match"]


class Rule(Shape):
    """One rule."""

    called: ClassVar = {
        **of_keys("when", "if conditions"),
        **of_keys("propose", "then action decision"),
        **of_keys("because", "reason why description"),
        **of_keys("cite", "citation authority law"),
        **of_keys("expires", "until ends end"),
    }
    elsewhere: ClassVar = {
        **of_keys(
            "belongs under when",
            "marking status instruction age order field tags captions basis cable text all any not",
        ),
        **of_keys("belongs under when: {text: ...}", "terms list pattern near far unless"),
    }

    id: Slug
    """Its name for ever: small letters, digits and hyphens."""
    title: Filled
    when: When
    """All conditions given here must hold."""
    propose: Action
    """release < review < redact < refer < hold: the strongest rule wins."""
    scope: Scope = "paragraph"
    """How much is covered where it matches."""
    codes: Codes | None = None
    """For each kind of review; only with redact."""
    because: Filled
    """One sentence that a reviewer reads."""
    cite: Filled
    """The law or the directive that it rests on."""
    owner: Filled | None = None
    """Who answers for it and renews it: an office or a person to ask."""
    check_with_counsel: Flag = False
    """What the rule rests on is told from memory, and no source at hand confirms it."""
    expires: Day | None = None
    """The last day on which it counts as written. After it a release counts no longer, a redact
    asks for review, and all else goes on: an expiry opens nothing."""
    every_mention: Flag = False
    """What it matches is covered wherever else in the cable the same words stand."""
    statute: Statute | None = None
    """The statute behind (b)(3) or the code statute, as a citation."""
    guide: Filled | None = None
    """The declassification guide behind a 25X code."""
    topic: Filled | None = None
    """The topic in that guide."""
    harm: Filled | None = None
    """The harm that disclosure would foreseeably cause."""
    agency: Filled | None = None
    """To whom a referral goes."""
    examples: tuple[Example, ...] = ()
    """At least one that matches and one that does not."""
    not_shown: dict[str, Filled] = Field(default_factory=dict)
    """Parts of the conditions that no example can show, each with why: ``marking.level: ...``.
    ``when`` stands for all of them."""

    def wrong(self) -> Iterator[WrongValueError]:
        """Find what this rule may not say, all of it at once."""
        yield from _no_parts(self.not_shown, self.when)
        if self.propose == "redact" and self.codes is None:
            said = "a rule that proposes redact must give its codes"
            yield WrongValueError(said, code="codes-missing")
        if self.propose != "redact" and self.codes is not None:
            said = "only a rule that proposes redact has codes"
            yield WrongValueError(said, at=("codes",), code="codes-unused")
        yield from self.codes.unfit_for(self.when) if self.codes else ()
        yield from self._too_wide()
        if self.propose in {"release", "redact"} and any(map(_atomic, self.when.demanded())):
            said = "RD, FRD and TFNI portions can only be referred (10 CFR 1045.155(b))"
            yield WrongValueError(said, at=("propose",), code="atomic-energy")

    def _too_wide(self) -> Iterator[WrongValueError]:
        worded = any(part.text for part in self.when.demanded())
        if self.scope in {"match", "line", "sentence"} and not worded:
            said = f"scope {self.scope} needs a text condition"
            yield WrongValueError(said, at=("scope",), code="scope-without-words")
        if self.scope == "cable" and self.propose == "release":
            said = "a release cannot spread over the whole cable"
            yield WrongValueError(said, at=("scope",), code="release-too-wide")
        if self.every_mention and (self.scope != "match" or self.propose == "release"):
            said = "every_mention goes with scope match, and never with a release"
            yield WrongValueError(said, at=("every_mention",), code="release-too-wide")


def _atomic(when: When) -> bool:
    controls = when.marking.controls if when.marking else None
    wanted = (*(controls.any_ or ()), *(controls.all_ or ())) if controls else ()
    return is_atomic(wanted) or "refer" in (when.status or ())


def _no_parts(not_shown: Mapping[str, str], when: When) -> Iterator[WrongValueError]:
    """Find names of parts that the conditions do not have."""
    parts = [one.part for one in weaker(when)] if not_shown else []
    for name in not_shown:
        if not any(is_within(part, name) for part in parts):
            said = f'"{brief(name)}" is no part of these conditions'
            hint = closest(name, (*parts, WHOLE))
            yield WrongValueError(said, hint, at=("not_shown", name), code="unknown-part")


class ExceptionTo(Shape):
    """A named exception: for a time, and in stated conditions, a rule counts for less."""

    id: Slug
    rule: Slug
    """The rule that counts for less."""
    when: When
    """Where; a cable is named by cable: {id: ...}."""
    instead: Literal["not-applied", "review"] = "not-applied"
    because: Filled
    approved_by: Many[Filled]
    """Two different people."""
    approved_on: Day
    """The first day on which it counts."""
    expires: Day
    """The last day on which it counts."""
    examples: tuple[Example, ...] = ()
    not_shown: dict[str, Filled] = Field(default_factory=dict)
    """Parts of the conditions that no example can show, each with why."""

    def wrong(self) -> Iterator[WrongValueError]:
        """Find what an exception may not say."""
        yield from _no_parts(self.not_shown, self.when)
        if len({" ".join(name.split()).casefold() for name in self.approved_by}) < len("ab"):
            said = "two different people must approve an exception"
            yield WrongValueError(said, at=("approved_by",), code="one-approver")
        if self.expires < self.approved_on:
            said = f"it expires before its approval on {self.approved_on}"
            yield WrongValueError(said, at=("expires",), code="expires-too-early")
