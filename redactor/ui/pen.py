"""The pen: the codes that the next withholding gets, with what they must carry. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from redactor.policy import Basis, Code, Need, Support, code_table, refusal, was_25_at
from redactor.review import Docket, past_25
from redactor.text import Span
from redactor.ui.sheet import Sheet

_ALL = Support(statute="8 USC 1202(f)", guide="-", topic="-", harm="-")
"""Carries all that a code may need, where only the codes are asked about."""

Field = str
"""Name of a field of ``Support``."""

FIELDS: dict[Need, tuple[Field, ...]] = {
    "statute": ("statute",),
    "guide": ("guide", "topic"),
    "harm": ("harm",),
}

QUESTIONS: dict[Field, str] = {
    "statute": "Statute that forbids disclosure",
    "guide": "Declassification guide, with its date",
    "topic": "Topic in that guide",
    "harm": "Harm that disclosure would foreseeably cause",
}


@dataclass(frozen=True, slots=True)
class Pen:
    """Codes and their support."""

    codes: tuple[str, ...] = ()
    support: Support = Support()

    @property
    def lacking(self) -> tuple[Field, ...]:
        """The fields that the codes need and the support leaves empty."""
        needs = [need for code in self.codes for need in code_table()[code].needs]
        wanted = dict.fromkeys(field for need in needs for field in FIELDS[need])
        return tuple(field for field in wanted if not getattr(self.support, field))

    def carrying(self, answers: dict[Field, str]) -> "Pen":
        """Give the pen with these answers in its support."""
        known: dict[str, str] = {name: words for name, words in answers.items() if words}
        return replace(self, support=replace(self.support, **known))


@dataclass(frozen=True, slots=True)
class Choice:
    """A code in the picker."""

    code: Code
    fault: str | None
    """Why it is not legal here; ``None`` when it is."""


@dataclass(frozen=True, slots=True)
class Law:
    """What decides which codes are legal: the basis of the review and the age of the cable."""

    basis: Basis
    over_25: bool
    over_25_at_request: bool = False

    @classmethod
    def of(cls, docket: Docket) -> "Law":
        """Give the law for one cable."""
        dated, requested = docket.dated, docket.requested
        was_25 = bool(dated.origin and requested and was_25_at(requested, dated.origin))
        return cls(docket.proposals.basis, past_25(dated.origin, dated.as_of), was_25)

    def choices(self) -> tuple[Choice, ...]:
        """Give every code, the legal ones first."""
        found = [Choice(code, self._alone(code)) for code in code_table().values()]
        return tuple(sorted(found, key=lambda choice: choice.fault is not None))

    def _alone(self, code: Code) -> str | None:
        """Say why no legal set of codes holds this one."""
        company = {code.id}
        if self.basis == "foia" and code.security:
            company |= {"b1"}
        if code.id == "b1":
            company |= {"25X1" if self.over_25 else "1.4(a)"}
        return self.fault(Pen(self._ordered(company), _ALL))

    def fault(self, pen: Pen) -> str | None:
        """Say why these codes may not withhold here; ``None`` when they may."""
        return refusal(
            pen.codes,
            self.basis,
            age_over_25=self.over_25,
            over_25_at_request=self.over_25_at_request,
            support=pen.support,
        )

    def fault_of_codes(self, codes: Sequence[str]) -> str | None:
        """Say why these codes may not stand together here, whatever they must carry."""
        return self.fault(Pen(tuple(codes), _ALL))

    def toggled(self, codes: Sequence[str], code: str) -> tuple[str, ...]:
        """Add or drop a code. Under FOIA (b)(1) comes and goes with the reasons beside it."""
        chosen = set(codes) ^ {code}
        if self.basis == "foia" and code != "b1" and code_table()[code].security:
            chosen.discard("b1")
            if any(code_table()[other].security for other in chosen):
                chosen.add("b1")
        return self._ordered(chosen)

    @staticmethod
    def _ordered(codes: set[str]) -> tuple[str, ...]:
        return tuple(code for code in code_table() if code in codes)


def recent_codes(
    used: Sequence[tuple[str, ...]], law: Law, most: int = 9
) -> tuple[tuple[str, ...], ...]:
    """Give the sets of codes that were used last and are legal here, the latest first."""
    legal = (codes for codes in dict.fromkeys(reversed(used)) if not law.fault_of_codes(codes))
    return tuple(legal)[:most]


def proposed_pen(sheet: Sheet, spans: Sequence[Span]) -> Pen | None:
    """Give the codes that the policy proposes for all these spans, if it proposes one set."""
    pens = {
        Pen(item.codes, item.support) if item.action == "redact" and item.codes else None
        for span in spans
        for item in sheet.items_over(span)
    }
    return pens.pop() if len(pens) == 1 else None
