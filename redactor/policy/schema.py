"""The shape of a policy file.

Each class is one mapping of the file. Unknown keys are refused everywhere. What a rule may not
say (release a Restricted Data portion, cite a FOIA number under MDR) is refused here too.
"""

from collections.abc import Iterator, Mapping
from typing import Annotated, Literal, Self

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator

from redactor.declass import InstructionKind, StatusName, is_atomic
from redactor.policy.codes import code_table, print_code
from redactor.policy.model import BASES, Action, Basis
from redactor.policy.values import (
    FROM_CABLE,
    CodeId,
    Day,
    Filled,
    Flag,
    Many,
    PatternText,
    Slug,
    Whole,
    WrongValueError,
    some,
)

FieldName = Literal[
    "transmission", "header", "classification", "caption", "declassify", "tags", "subject", "ref",
    "classified-by", "heading", "body", "signature", "trailer", "other",
]  # fmt: skip
"""The kinds of portion: ``body`` is a paragraph, the others are fields of the cable."""

Scope = Literal["match", "line", "sentence", "paragraph", "cable"]
Side = Literal["before", "after", "either"]
MarkLevel = Literal["U", "C", "S", "TS"]
MarkSource = Literal["explicit", "entire-text", "assumed-overall", "none"]
MarkFlag = Literal["malformed", "unknown-control", "legacy-separator", "above-banner"]


class Shape(BaseModel):
    """A mapping of the file."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Condition(Shape):
    """A mapping of which at least one key must be given; all that are given must hold."""

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if not self.model_fields_set:
            raise WrongValueError("a condition is missing here")
        return self


class Controls(Condition):
    """Controls of a marking, in banner words; each stands for its own subsets too."""

    any_: Many[Filled] | None = Field(None, alias="any")
    all_: Many[Filled] | None = Field(None, alias="all")
    none_: Many[Filled] | None = Field(None, alias="none")


class MarkingIs(Condition):
    """What a portion's marking must be."""

    level: Many[MarkLevel] | None = None
    controls: Controls | None = None
    source: Many[MarkSource] | None = None
    flags: Many[MarkFlag] | None = None


class InstructionIs(Condition):
    """What the cable's declassification instruction must be."""

    kind: Many[InstructionKind] | None = None


class AgeIs(Condition):
    """Under or over a number of years, which end on 31 December of the origin's year + N."""

    under: Whole | None = None
    over: Whole | None = None


class Words(Shape):
    """Words to look for: exactly one of a list of terms, a named list, or a pattern."""

    terms: Many[Filled] | None = None
    listed: Filled | None = Field(None, alias="list")
    pattern: PatternText | None = None
    unless: Filled | None = None
    """A named list: a match that is one of its terms does not count."""

    @model_validator(mode="after")
    def _one_way(self) -> Self:
        if len(self.model_fields_set & {"terms", "listed", "pattern"}) != 1:
            raise WrongValueError("exactly one of terms, list and pattern is wanted here")
        return self

    def all_terms(self, lists: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
        """Give the terms, those of the named list among them; none when this is a pattern."""
        return self.terms or (lists[self.listed] if self.listed else ())

    def not_counted(self, lists: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
        """Give the terms of the list under ``unless``."""
        return lists[self.unless] if self.unless else ()


class Near(Words):
    """Words that stand near the matched ones."""

    words: Whole = 5
    """At most so many words lie between."""
    side: Side = "either"
    """Where these stand, seen from the matched words."""


class TextIs(Words):
    """Words that a portion must hold."""

    near: Near | None = None
    """Only matches that have these near count."""
    far: Near | None = None
    """Only matches that have none of these near count."""


class When(Condition):
    """The conditions of a rule: all that are given must hold."""

    marking: MarkingIs | None = None
    status: Many[StatusName] | None = None
    instruction: InstructionIs | None = None
    age: AgeIs | None = None
    order: Many[Filled] | None = None
    field: Many[FieldName] | None = None
    tags: Many[Filled] | None = None
    captions: Many[Filled] | None = None
    basis: Many[Basis] | None = None
    text: TextIs | None = None
    all_: Many["When"] | None = Field(None, alias="all")
    any_: Many["When"] | None = Field(None, alias="any")
    not_: "When | None" = Field(None, alias="not")

    def demanded(self) -> Iterator["When"]:
        """Give these conditions and those inside ``all`` and ``any``: what can make them hold."""
        yield self
        for inner in (*(self.all_ or ()), *(self.any_ or ())):
            yield from inner.demanded()

    def words(self) -> Iterator[Words]:
        """Give everything that is looked for in the text, however deep it stands."""
        if self.text:
            yield from (part for part in (self.text, self.text.near, self.text.far) if part)
        refused = (self.not_,) if self.not_ else ()
        for inner in (*(self.all_ or ()), *(self.any_ or ()), *refused):
            yield from inner.words()


class Codes(Shape):
    """Codes for each basis of review."""

    foia: Many[CodeId] | None = None
    mdr: Many[CodeId] | None = None
    automatic: Many[CodeId] | None = None
    systematic: Many[CodeId] | None = None

    def under(self, basis: Basis) -> tuple[str, ...]:
        """Give the codes for a basis, ``from-cable`` among them; empty when none is given."""
        by_basis: dict[Basis, tuple[str, ...] | None] = {
            "foia": self.foia,
            "mdr": self.mdr,
            "automatic": self.automatic,
            "systematic": self.systematic,
        }
        return by_basis[basis] or ()

    @model_validator(mode="after")
    def _are_legal(self) -> Self:
        table = code_table()
        for basis in BASES:
            for number, code in enumerate(self.under(basis)):
                if code != FROM_CABLE and basis not in table[code].bases:
                    message = f"{print_code(code)} is not legal under {basis}"
                    raise WrongValueError(message, at=(basis, number))
        return self


class Example(Shape):
    """A cable in small, and what its rule makes of it."""

    mark: str = ""
    """A portion marking without its parentheses: ``S//NF``; none when left out."""
    overall: MarkLevel | None = None
    """The cable's level; when left out, that of the mark, or C."""
    origin: Day | None = None
    decl: str = ""
    order: str = "12958"
    as_of: Day
    field: FieldName = "body"
    text: str = ""
    captions: Many[Filled] = ()
    tags: Many[Filled] = ("PREL",)
    reasons: Many[Literal["a", "b", "c", "d", "e", "f", "g", "h", "none"]] = ("d",)
    basis: Basis = "foia"
    expect: Action | Literal["no-match"]


class Rule(Shape):
    """One rule."""

    id: Slug
    title: Filled
    when: When
    propose: Action
    scope: Scope = "paragraph"
    codes: Codes | None = None
    because: Filled
    cite: Filled
    statute: Filled | None = None
    guide: Filled | None = None
    topic: Filled | None = None
    harm: Filled | None = None
    agency: Filled | None = None
    examples: tuple[Example, ...] = ()

    @model_validator(mode="after")
    def _codes_go_with_redact(self) -> Self:
        if self.propose == "redact" and self.codes is None:
            raise WrongValueError("a rule that proposes redact must give its codes")
        if self.propose != "redact" and self.codes is not None:
            raise WrongValueError("only a rule that proposes redact has codes", at=("codes",))
        return self

    @model_validator(mode="after")
    def _scope_fits(self) -> Self:
        worded = any(part.text for part in self.when.demanded())
        if self.scope in {"match", "line", "sentence"} and not worded:
            raise WrongValueError(f"scope {self.scope} needs a text condition", at=("scope",))
        if self.scope == "cable" and self.propose == "release":
            raise WrongValueError("a release cannot spread over the whole cable", at=("scope",))
        return self

    @model_validator(mode="after")
    def _atomic_is_only_referred(self) -> Self:
        if self.propose in {"release", "redact"} and any(map(_atomic, self.when.demanded())):
            message = "RD, FRD and TFNI portions can only be referred (10 CFR 1045.155(b))"
            raise WrongValueError(message, at=("propose",))
        return self


def _atomic(when: When) -> bool:
    controls = when.marking.controls if when.marking else None
    wanted = (*(controls.any_ or ()), *(controls.all_ or ())) if controls else ()
    return is_atomic(wanted) or "refer" in (when.status or ())


class Workflow(Shape):
    """How many people review, and what the second may see."""

    reviews: Annotated[Whole, Field(ge=1, le=9)] = 2
    blind_second: Flag = True


class Release(Shape):
    """How a release is written."""

    amount: Literal["bucket", "none"] = "bucket"


class PolicyFile(Shape):
    """The whole file."""

    policy: Slug
    version: Filled
    title: Filled
    workflow: Workflow = Workflow()
    release: Release = Release()
    lists: dict[Slug, Many[Filled]] = {}
    rules: Annotated[tuple[Rule, ...], AfterValidator(some)]
