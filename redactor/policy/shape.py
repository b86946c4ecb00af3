"""What every mapping of a policy's files has in common."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import ClassVar, Self

from pydantic import BaseModel, ConfigDict, GetJsonSchemaHandler, model_validator
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema

from redactor.policy.keydocs import key_docs
from redactor.policy.values import WrongValueError, WrongValuesError


def of_keys(said: str, keys: str) -> dict[str, str]:
    """Say the same of several keys, given with blanks between."""
    return dict.fromkeys(keys.split(), said)


class Shape(BaseModel):
    """A mapping of a file. Unknown keys are refused."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    called: ClassVar[Mapping[str, str]] = MappingProxyType({})
    """Other names that a person may well give to keys, each with the key that is meant."""
    elsewhere: ClassVar[Mapping[str, str]] = MappingProxyType({})
    """Keys that a person may well write here and that stand elsewhere, each with where."""

    @classmethod
    def __get_pydantic_json_schema__(
        cls, core: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        """Give the JSON Schema, with the words under a field for who edits its key."""
        schema = handler(core)
        properties = handler.resolve_ref_schema(schema)["properties"]
        docs = key_docs(cls)
        for name, field in cls.model_fields.items():
            if name in docs:
                properties[field.alias or name]["description"] = docs[name]
        return schema

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
