"""The codes of a rule, as a policy's files write them, for each basis of review."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated

from pydantic import AfterValidator, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema

from redactor.policy.citations import is_citation
from redactor.policy.codes import Code, code_table, print_code
from redactor.policy.errors import brief, closest
from redactor.policy.model import BASES, Basis
from redactor.policy.shape import Shape
from redactor.policy.values import Filled, Many, WrongValueError
from redactor.policy.when import When

FROM_CABLE = "from-cable"
"""Stands in a rule's codes for the reasons that the cable's Classified-By line states."""
FROM_INSTRUCTION = "from-instruction"
"""Stands in a rule's codes for the exemptions that the declassification instruction names."""
STAND_INS = (FROM_CABLE, FROM_INSTRUCTION)

YEARS = 25
"""Years after which 1.4 codes end and 25X codes begin, 32 CFR 2001.30(l)."""


def _code(value: str) -> str:
    if value not in STAND_INS and value not in code_table():
        hint = closest(value, (*code_table(), *STAND_INS))
        raise WrongValueError(f'"{brief(value)}" is not a code', hint, code="unknown-code")
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


Statute = Annotated[Filled, AfterValidator(_statute)]


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

    def wrong(self) -> Iterator[WrongValueError]:
        """Find codes that are not legal under their basis."""
        table = code_table()
        for basis in BASES:
            for number, code in enumerate(self.under(basis)):
                if code not in STAND_INS and basis not in table[code].bases:
                    said = f"{print_code(code)} is not legal under {basis}"
                    yield WrongValueError(said, at=(basis, number), code="illegal-code")

    def unfit_for(self, when: When) -> Iterator[WrongValueError]:
        """Find codes that are not legal at the age for which conditions ask."""
        ages = [age for age in (when.age, *(part.age for part in when.all_ or ()))
                if age and not age.at_request]  # fmt: skip
        over = any((age.over or 0) >= YEARS for age in ages)
        under = any(age.under is not None and age.under <= YEARS for age in ages)
        for basis in BASES:
            for number, name in enumerate(self.under(basis)):
                code = code_table().get(name)
                if code and (said := _misfit(code, over=over, under=under)):
                    at = ("codes", basis, number)
                    yield WrongValueError(said, at=at, code="illegal-code")


def _misfit(code: Code, *, over: bool, under: bool) -> str | None:
    if over and code.age == "under-25":
        return f"{code.printed} ends after 25 years, and this rule asks for older cables"
    if under and code.age == "over-25":
        return f"{code.printed} begins only after 25 years, and this rule asks for younger cables"
    return None
