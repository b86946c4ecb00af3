"""The shape of a rule's conditions, as a policy's files write them."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Annotated, ClassVar, Literal

from pydantic import AfterValidator, ConfigDict, Field, WithJsonSchema

from redactor.cable import CODES, Level
from redactor.declass import Flag as ClockFlag
from redactor.declass import InstructionKind, StatusName
from redactor.policy.errors import brief, closest
from redactor.policy.model import Basis
from redactor.policy.shape import Condition, Shape, of_keys
from redactor.policy.values import Filled, Flag, Many, PatternText, Whole, WrongValueError

FieldName = Literal[
    "transmission", "header", "classification", "caption", "declassify", "tags", "subject", "ref",
    "classified-by", "heading", "body", "signature", "trailer", "other",
]  # fmt: skip
"""The kinds of portion: ``body`` is a paragraph, the others are fields of the cable."""

Side = Literal["before", "after", "either"]
MarkSource = Literal["explicit", "entire-text", "assumed-overall", "none"]
MarkFlag = Literal["malformed", "unknown-control", "legacy-separator", "above-banner"]

Lists = Mapping[str, tuple[str, ...]]
"""The terms of each list, by its name."""


def _warning(value: str) -> str:
    if value not in CODES:
        message = f'"{brief(value)}" is not a warning of the reader'
        raise WrongValueError(message, closest(value, CODES), code="not-one-of")
    return value


WarningCode = Annotated[
    str, AfterValidator(_warning), WithJsonSchema({"type": "string", "enum": sorted(CODES)})
]


class Controls(Condition):
    """Controls of a marking, in banner words; each stands for its own subsets too."""

    any_: Many[Filled] | None = Field(None, alias="any")
    all_: Many[Filled] | None = Field(None, alias="all")
    none_: Many[Filled] | None = Field(None, alias="none")


class MarkingIs(Condition):
    """What a portion's marking must be."""

    level: Many[Level] | None = None
    controls: Controls | None = None
    source: Many[MarkSource] | None = None
    flags: Many[MarkFlag] | None = None


class InstructionIs(Condition):
    """What the cable's declassification instruction must be."""

    kind: Many[InstructionKind] | None = None
    codes: Many[Filled] | None = None
    """Codes that it names; each stands for its own subsets too: ``25X1`` for ``25X1-human``."""
    flags: Many[ClockFlag] | None = None
    """What the clock remarks about the instruction, or about this portion's day."""


class AgeIs(Condition):
    """Under or over a number of years, which end on 31 December of the origin's year + N."""

    under: Whole | None = None
    over: Whole | None = None
    at_request: Flag = False
    """Count full years to the day of the request instead, as 5 USC 552(b)(5) does."""

    def wrong(self) -> Iterable[WrongValueError]:
        """Find that no number is given, even if the rest is."""
        if self.under is None and self.over is None:
            said = "give under or over here, such as under: 25"
            yield WrongValueError(said, code="missing-key")


class CableIs(Condition):
    """What the cable as a whole must be."""

    id: Many[Filled] | None = None
    """Its message reference number: ``08ZENDA641``."""
    level: Many[Level] | None = None
    """Its overall level, whatever the portion's own."""
    portions: Literal["unclassified"] | None = None
    """``unclassified``: each of its paragraphs is marked U."""
    warnings: Many[WarningCode] | None = None
    """Codes of the reader's warnings; ``docs/warnings.md`` explains them."""


class Words(Shape):
    """Words to look for: exactly one of a list of terms, a named list, or a pattern."""

    model_config = ConfigDict(
        json_schema_extra={"oneOf": [{"required": [key]} for key in ("terms", "list", "pattern")]}
    )

    terms: Many[Filled] | None = None
    """Whole words in any case, also across line ends, hyphens and page breaks."""
    listed: Filled | None = Field(None, alias="list")
    """The name of a list of terms."""
    pattern: PatternText | None = None
    """RE2, for text with its case, without accents and without hyphens inside words."""
    unless: Many[Filled] | None = None
    """Named lists: a match that is one of their terms does not count."""

    def wrong(self) -> Iterable[WrongValueError]:
        """Find that not exactly one way is given."""
        if len(self.model_fields_set & {"terms", "listed", "pattern"}) != 1:
            said = "exactly one of terms, list and pattern is wanted here"
            yield WrongValueError(said, code="one-of-three")

    def all_terms(self, lists: Lists) -> tuple[str, ...]:
        """Give the terms, those of the named list among them; none when this is a pattern."""
        return self.terms or (lists[self.listed] if self.listed else ())

    def not_counted(self, lists: Lists) -> tuple[str, ...]:
        """Give the terms of the lists under ``unless``."""
        return tuple(term for name in self.unless or () for term in lists[name])


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

    elsewhere: ClassVar = {
        **of_keys("belongs under text", "terms list pattern near far unless"),
        **of_keys("belongs under marking", "level controls source"),
        **of_keys("belongs under instruction", "kind codes"),
        **of_keys("belongs under age", "under over at_request"),
    }

    marking: MarkingIs | None = None
    status: Many[StatusName] | None = None
    instruction: InstructionIs | None = None
    age: AgeIs | None = None
    order: Many[Filled] | None = None
    field: Many[FieldName] | None = None
    tags: Many[Filled] | None = None
    captions: Many[Filled] | None = None
    basis: Many[Basis] | None = None
    cable: CableIs | None = None
    text: TextIs | None = None
    all_: Many["When"] | None = Field(None, alias="all")
    any_: Many["When"] | None = Field(None, alias="any")
    not_: "When | None" = Field(None, alias="not")

    def demanded(self) -> Iterator["When"]:
        """Give these conditions and those inside ``all`` and ``any``: what can make them hold."""
        yield self
        for inner in (*(self.all_ or ()), *(self.any_ or ())):
            yield from inner.demanded()

    def parts(self) -> Iterator["When"]:
        """Give these conditions and all inside them, however deep, those under ``not`` too."""
        yield self
        for inner in (*(self.all_ or ()), *(self.any_ or ()), *((self.not_,) if self.not_ else ())):
            yield from inner.parts()

    def words(self) -> Iterator[Words]:
        """Give everything that is looked for in the text, however deep it stands."""
        for part in self.parts():
            if part.text:
                every = (part.text, part.text.near, part.text.far)
                yield from (words for words in every if words)


CONDITION_SHAPES: Mapping[str, type[Shape]] = {
    "when": When,
    "all": When,
    "any": When,
    "not": When,
    "marking": MarkingIs,
    "controls": Controls,
    "instruction": InstructionIs,
    "age": AgeIs,
    "cable": CableIs,
    "text": TextIs,
    "near": Near,
    "far": Near,
}
"""Which shape the mappings under each key have."""
