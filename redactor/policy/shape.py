"""What every mapping of a policy's files has in common."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import ClassVar, Self

from pydantic import BaseModel, ConfigDict, model_validator

from redactor.policy.values import WrongValueError, WrongValuesError


def of_keys(said: str, keys: str) -> dict[str, str]:
    """Say the same of several keys, given with blanks between."""
    return dict.fromkeys(keys.split(), said)


class Shape(BaseModel):
    """A mapping of a file. Unknown keys are refused."""

    # The words under a field are what an editor shows for its key.
    model_config = ConfigDict(extra="forbid", frozen=True, use_attribute_docstrings=True)

    called: ClassVar[Mapping[str, str]] = MappingProxyType({})
    """Other names that a person may well give to keys, each with the key that is meant."""
    elsewhere: ClassVar[Mapping[str, str]] = MappingProxyType({})
    """Keys that a person may well write here and that stand elsewhere, each with where."""

    def wrong(self) -> Iterable[WrongValueError]:
        """Find what the values of this mapping may not say together."""
        return ()

    @model_validator(mode="after")
    def _is_right(self) -> Self:
        if found := tuple(self.wrong()):
            raise WrongValuesError(found)
        return self


class Condition(Shape):
    """A mapping of which at least one key must be given; all that are given must hold."""

    model_config = ConfigDict(json_schema_extra={"minProperties": 1})

    def wrong(self) -> Iterable[WrongValueError]:
        """Find that nothing is asked."""
        if not self.model_fields_set:
            yield WrongValueError("a condition is missing here", code="empty-condition")
