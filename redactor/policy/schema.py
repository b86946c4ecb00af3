"""The shape of a policy's files: the policy itself, and files of rules that it uses.

What a rule may not say (release a Restricted Data portion, cite a FOIA number under MDR) is
refused here too. The shape of conditions stands in ``when.py``, that of codes in ``codes.py``.
"""

from dataclasses import dataclass
from typing import Annotated, Literal, Self

from pydantic import AfterValidator, Field, GetJsonSchemaHandler, model_validator
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema

from redactor.cable import Level
from redactor.declass import is_atomic
from redactor.policy.citations import is_citation
from redactor.policy.codes import Code, code_table, print_code
from redactor.policy.errors import closest
from redactor.policy.faults import Shapes
from redactor.policy.model import BASES, Action, Basis
from redactor.policy.shape import Shape
from redactor.policy.values import (
    Day,
    Filled,
    Flag,
    Many,
    Slug,
    Some,
    Whole,
    Written,
    WrongValueError,
)
from redactor.policy.weaker import WHOLE, is_within, weaker
from redactor.policy.when import CONDITION_SHAPES, FieldName, When

FROM_CABLE = "from-cable"
"""Stands in a rule's codes for the reasons that the cable's Classified-By line states."""
FROM_INSTRUCTION = "from-instruction"
"""Stands in a rule's codes for the exemptions that the declassification instruction names."""
STAND_INS = (FROM_CABLE, FROM_INSTRUCTION)

YEARS = 25
"""Years after which 1.4 codes end and 25X codes begin, 32 CFR 2001.30(l)."""

Scope = Literal["match", "line", "sentence", "paragraph", "cable"]


def _code(value: str) -> str:
    if value not in STAND_INS and value not in code_table():
        hint = closest(value, (*code_table(), *STAND_INS))
        raise WrongValueError(f'"{value}" is not a code', hint, code="unknown-code")
    return value


@dataclass(frozen=True)
class _Installed:
    """Names the installed codes in the JSON Schema."""

    def __get_pydantic_json_schema__(
        self, core_schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        return handler(core_schema) | {"enum": [*code_table(), *STAND_INS]}


CodeId = Annotated[str, AfterValidator(_code), _Installed()]


def _statute(value: str) -> str:
    if not is_citation(value):
        message = "a citation of a statute is wanted here, such as 8 USC 1202(f), and nothing else"
        raise WrongValueError(message, code="not-a-citation")
    return value


class Codes(Shape):
    """Codes for each basis of review."""

    foia: Many[CodeId] | None = None
    mdr: Many[CodeId] | None = None
    automatic: Many[CodeId] | None = None
    systematic: Many[CodeId] | None = None

    def under(self, basis: Basis) -> tuple[str, ...]:
        """Give the codes for a basis, stand-ins among them; empty when none is given."""
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
                if code not in STAND_INS and basis not in table[code].bases:
                    message = f"{print_code(code)} is not legal under {basis}"
                    raise WrongValueError(message, at=(basis, number), code="illegal-code")
        return self


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


def _are_parts(not_shown: dict[str, str], when: When) -> None:
    """Refuse the name of a part that the conditions do not have."""
    parts = [one.part for one in weaker(when)]
    for name in not_shown:
        if not any(is_within(part, name) for part in parts):
            message = f'"{name}" is no part of these conditions'
            hint = closest(name, (*parts, WHOLE))
            raise WrongValueError(message, hint, at=("not_shown", name), code="unknown-part")


class Rule(Shape):
    """One rule."""

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
    check_with_counsel: Flag = False
    """What the rule rests on is told from memory, and no source at hand confirms it."""
    every_mention: Flag = False
    """What it matches is covered wherever else in the cable the same words stand."""
    statute: Annotated[Filled, AfterValidator(_statute)] | None = None
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

    @model_validator(mode="after")
    def _not_shown_are_parts(self) -> Self:
        _are_parts(self.not_shown, self.when)
        return self

    @model_validator(mode="after")
    def _codes_go_with_redact(self) -> Self:
        if self.propose == "redact" and self.codes is None:
            message = "a rule that proposes redact must give its codes"
            raise WrongValueError(message, code="codes-missing")
        if self.propose != "redact" and self.codes is not None:
            message = "only a rule that proposes redact has codes"
            raise WrongValueError(message, at=("codes",), code="codes-unused")
        return self

    @model_validator(mode="after")
    def _codes_fit_the_age(self) -> Self:
        ages = [self.when.age, *(part.age for part in self.when.all_ or ())]
        over = any(age and not age.at_request and (age.over or 0) >= YEARS for age in ages)
        under = any(
            age and not age.at_request and age.under is not None and age.under <= YEARS
            for age in ages
        )
        for basis in BASES:
            for number, name in enumerate(self.codes.under(basis) if self.codes else ()):
                code = code_table().get(name)
                if code and (said := _misfit(code, over=over, under=under)):
                    raise WrongValueError(said, at=("codes", basis, number), code="illegal-code")
        return self

    @model_validator(mode="after")
    def _scope_fits(self) -> Self:
        worded = any(part.text for part in self.when.demanded())
        if self.scope in {"match", "line", "sentence"} and not worded:
            message = f"scope {self.scope} needs a text condition"
            raise WrongValueError(message, at=("scope",), code="scope-without-words")
        if self.scope == "cable" and self.propose == "release":
            message = "a release cannot spread over the whole cable"
            raise WrongValueError(message, at=("scope",), code="release-too-wide")
        if self.every_mention and (self.scope != "match" or self.propose == "release"):
            message = "every_mention goes with scope match, and never with a release"
            raise WrongValueError(message, at=("every_mention",), code="release-too-wide")
        return self

    @model_validator(mode="after")
    def _atomic_is_only_referred(self) -> Self:
        if self.propose in {"release", "redact"} and any(map(_atomic, self.when.demanded())):
            message = "RD, FRD and TFNI portions can only be referred (10 CFR 1045.155(b))"
            raise WrongValueError(message, at=("propose",), code="atomic-energy")
        return self


def _misfit(code: Code, *, over: bool, under: bool) -> str | None:
    if over and code.age == "under-25":
        return f"{code.printed} ends after 25 years, and this rule asks for older cables"
    if under and code.age == "over-25":
        return f"{code.printed} begins only after 25 years, and this rule asks for younger cables"
    return None


def _atomic(when: When) -> bool:
    controls = when.marking.controls if when.marking else None
    wanted = (*(controls.any_ or ()), *(controls.all_ or ())) if controls else ()
    return is_atomic(wanted) or "refer" in (when.status or ())


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

    @model_validator(mode="after")
    def _not_shown_are_parts(self) -> Self:
        _are_parts(self.not_shown, self.when)
        return self

    @model_validator(mode="after")
    def _has_two_approvers(self) -> Self:
        if len({" ".join(name.split()).casefold() for name in self.approved_by}) < len("ab"):
            message = "two different people must approve an exception"
            raise WrongValueError(message, at=("approved_by",), code="one-approver")
        return self

    @model_validator(mode="after")
    def _lasts(self) -> Self:
        if self.expires < self.approved_on:
            message = f"it expires before its approval on {self.approved_on}"
            raise WrongValueError(message, at=("expires",), code="expires-too-early")
        return self


class Workflow(Shape):
    """How many people review, and what the second may see."""

    reviews: Annotated[Whole, Field(ge=1, le=9)] = 2
    blind_second: Flag = True


class Release(Shape):
    """How a release is written."""

    amount: Literal["bucket", "none"] = "bucket"


@dataclass(frozen=True)
class _OrFile:
    """Says in the JSON Schema that a list may stand in a text file."""

    def __get_pydantic_json_schema__(
        self, core_schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        written = {
            "type": "object",
            "properties": {"file": {"type": "string"}},
            "required": ["file"],
            "additionalProperties": False,
        }
        return {"anyOf": [*handler(core_schema)["anyOf"], written]}


TermList = Annotated[Many[Filled], _OrFile()]


class RulesFile(Shape):
    """A file of rules that a policy uses."""

    lists: dict[Slug, TermList] = Field(default_factory=dict)
    rules: Some[Rule]
    exceptions: tuple[ExceptionTo, ...] = ()


class PolicyFile(Shape):
    """The policy itself."""

    policy: Slug
    version: Filled
    title: Filled
    uses: Many[Filled] = ()
    """Other files: rules (.yaml), lists (.txt) and codes (.yaml), by their path from this one."""
    workflow: Workflow = Workflow()
    release: Release = Release()
    lists: dict[Slug, TermList] = Field(default_factory=dict)
    rules: Some[Rule] = ()
    exceptions: tuple[ExceptionTo, ...] = ()

    @model_validator(mode="after")
    def _has_rules(self) -> Self:
        if not self.rules and not self.uses:
            raise WrongValueError('the key "rules" is missing here', code="missing-key")
        return self


RULE_SHAPES: Shapes = {
    "": RulesFile,
    "workflow": Workflow,
    "release": Release,
    "rules": Rule,
    "exceptions": ExceptionTo,
    "examples": Example,
    "codes": Codes,
    **CONDITION_SHAPES,
}
POLICY_SHAPES: Shapes = {**RULE_SHAPES, "": PolicyFile}
