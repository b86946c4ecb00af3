"""Whether a set of codes may withhold, and if not, what would be accepted.

Sources: 5 USC 552(b) (FOIA numbers only under FOIA); 32 CFR 2001.33(h) (every redaction names
1.4, 3.3(b) or its statute); 2001.30(k) (after 25 years only an approved guide exempts);
5 USC 552(a)(8)(A) (foreseeable harm); 5 USC 552(b)(5) (25 years at the request). What belongs
to one code stands in its file under ``policies/codes``; here stands how codes go together.
"""

from collections.abc import Callable, Sequence
from datetime import date

from redactor.policy.citations import is_citation
from redactor.policy.codes import Code, Need, code_table, unknown_code
from redactor.policy.model import Basis, Support

_YEARS = 25
_GROUNDS = frozenset({"reason", "exemption-25", "exemption-50"})
"""Families of codes that say why something is classified."""

_BASIS_WORDS: dict[Basis, str] = {
    "foia": "FOIA",
    "mdr": "MDR",
    "automatic": "automatic declassification",
    "systematic": "systematic review",
}


def refusal(
    codes: Sequence[str],
    basis: Basis,
    *,
    age_over_25: bool,
    over_25_at_request: bool = False,
    support: Support = Support(),
) -> str | None:
    """Say in one sentence why these codes may not withhold; ``None`` when they may.

    Args:
        codes: ids of codes, in any order.
        basis: why the review happens; it selects the legal codes.
        age_over_25: the as-of day is 31 December of the origin's year + 25, or later.
        over_25_at_request: the record was 25 years old at the request, see ``was_25_at``.
        support: what the decision carries beside its codes.
    """
    if unusable := _unusable(codes):
        return unusable
    known = [code_table()[code] for code in codes]
    illegal = code_refusal(
        known, basis, age_over_25=age_over_25, over_25_at_request=over_25_at_request
    )
    return illegal or support_refusal(known, support)


def _unusable(codes: Sequence[str]) -> str | None:
    if not codes:
        return "A withholding needs a code: name at least one."
    unknown = next((code for code in codes if code not in code_table()), None)
    return None if unknown is None else unknown_code(unknown)


def code_refusal(
    codes: Sequence[Code], basis: Basis, *, age_over_25: bool, over_25_at_request: bool = False
) -> str | None:
    """Say why these codes may not stand here, whatever they carry; ``None`` when they may."""
    found = (
        _basis(codes, basis),
        _age(codes, over_25=age_over_25),
        _age_at_request(codes) if over_25_at_request else None,
        _company(codes, basis, over_25=age_over_25),
    )
    return next((sentence for sentence in found if sentence), None)


def _basis(codes: Sequence[Code], basis: Basis) -> str | None:
    for code in codes:
        if basis not in code.bases:
            legal = "a FOIA exemption" if basis == "foia" else "a 1.4 or 25X code, or statute"
            return f"{code.printed} is not legal under {_BASIS_WORDS[basis]}: use {legal}."
    return None


def _age(codes: Sequence[Code], *, over_25: bool) -> str | None:
    for code in codes:
        if over_25 and code.age == "under-25":
            return f"{code.printed} ends after 25 years: use a 25X code with its guide and topic."
        if not over_25 and code.age == "over-25":
            return f"{code.printed} begins only after 25 years: use a 1.4 code."
    return None


def _age_at_request(codes: Sequence[Code]) -> str | None:
    for code in codes:
        if code.age_at_request == "under-25":
            return (
                f"{code.printed} ends for a record that is 25 years old at the request: use "
                "(b)(5) AC or AWP if that privilege holds, or another code."
            )
    return None


def was_25_at(requested: date, origin: date) -> bool:
    """Tell whether a record was created 25 years or more before the request, 5 USC 552(b)(5)."""
    return years_between(origin, requested) >= _YEARS


def years_between(first: date, last: date) -> int:
    """Count full years from one day to another."""
    return last.year - first.year - ((last.month, last.day) < (first.month, first.day))


def _company(codes: Sequence[Code], basis: Basis, *, over_25: bool) -> str | None:
    """Under FOIA, (b)(1) and the reason for classification go together."""
    if basis != "foia":
        return None
    reasons = [code for code in codes if code.family in _GROUNDS]
    b1 = any(code.id == "b1" for code in codes)
    if b1 and not reasons:
        return f"(b)(1) needs {'a 25X' if over_25 else 'a 1.4'} code beside it."
    if reasons and not b1:
        return f"Under FOIA {reasons[0].printed} needs (b)(1) beside it."
    return None


def _said(words: str | None) -> bool:
    return bool(words and words.strip())


_NEEDS: dict[Need, tuple[Callable[[Support], bool], str]] = {
    "statute": (
        lambda support: is_citation(support.statute or ""),
        "its statute, named as a citation such as 8 USC 1202(f)",
    ),
    "guide": (
        lambda support: _said(support.guide) and _said(support.topic),
        "an approved guide and its topic: name both",
    ),
    "harm": (
        lambda support: _said(support.harm),
        "the harm that disclosure would foreseeably cause: describe it",
    ),
}


def support_refusal(codes: Sequence[Code], support: Support) -> str | None:
    """Say what codes need beside them and do not have; ``None`` when nothing is lacking."""
    for code in codes:
        for need in code.needs:
            carried, words = _NEEDS[need]
            if not carried(support):
                return f"{code.printed} needs {words}."
    return None
