"""The shape of a policy's files: the policy itself, and files of rules that it uses.

The shape of a rule stands in ``ruleshape.py``, that of codes in ``codes.py``.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Annotated, ClassVar, Literal

from pydantic import Field, GetJsonSchemaHandler, model_validator
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema

from redactor.policy.faults import Shapes
from redactor.policy.rulecodes import Codes
from redactor.policy.ruleshape import Example, ExceptionTo, Rule
from redactor.policy.shape import Shape, of_keys
from redactor.policy.values import Filled, Flag, Many, Slug, Some, Whole, WrongValueError
from redactor.policy.when import CONDITION_SHAPES


class Workflow(Shape):
    """How many people review, and what the second may see."""

    reviews: Annotated[Whole, Field(ge=1, le=9)] = 2
    blind_second: Flag = True


class Appeal(Shape):
    """What a determination says of appeals, by kind of review; if left out, what the law says."""

    foia: Filled | None = None
    mdr: Filled | None = None
    automatic: Filled | None = None
    systematic: Filled | None = None


class Release(Shape):
    """How a release is written."""

    amount: Literal["bucket", "none"] = "bucket"
    office: Filled | None = None
    """Whose reviewers sign: it stands in releases beside their names."""
    appeal: Appeal = Appeal()


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

    elsewhere: ClassVar = of_keys(
        "stands in the policy itself, not in a file that it uses",
        "policy version title uses workflow release",
    )

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

    @model_validator(mode="before")
    @classmethod
    def _is_a_policy(cls, content: object) -> object:
        """Tell a file that a policy uses from a policy of which keys are missing."""
        keys = set(content) if isinstance(content, Mapping) else set()
        if keys & {"rules", "codes"} and not keys & {"policy", "version", "title"}:
            said = "this is no policy but a file that a policy uses; name the policy instead"
            raise WrongValueError(said, code="not-a-policy")
        return content

    def wrong(self) -> Iterator[WrongValueError]:
        """Find that there can be no rules."""
        if not self.rules and not self.uses:
            yield WrongValueError('the key "rules" is missing here', code="missing-key")


RULE_SHAPES: Shapes = {
    "": RulesFile,
    "workflow": Workflow,
    "release": Release,
    "appeal": Appeal,
    "rules": Rule,
    "exceptions": ExceptionTo,
    "examples": Example,
    "codes": Codes,
    **CONDITION_SHAPES,
}
POLICY_SHAPES: Shapes = {**RULE_SHAPES, "": PolicyFile}
