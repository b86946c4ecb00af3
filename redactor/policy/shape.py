"""What every mapping of a policy's files has in common."""

from typing import Self

from pydantic import BaseModel, ConfigDict, model_validator

from redactor.policy.values import WrongValueError


class Shape(BaseModel):
    """A mapping of a file. Unknown keys are refused."""

    # The words under a field are what an editor shows for its key.
    model_config = ConfigDict(extra="forbid", frozen=True, use_attribute_docstrings=True)


class Condition(Shape):
    """A mapping of which at least one key must be given; all that are given must hold."""

    model_config = ConfigDict(json_schema_extra={"minProperties": 1})

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if not self.model_fields_set:
            raise WrongValueError("a condition is missing here", code="empty-condition")
        return self
