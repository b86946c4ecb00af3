"""Guidance on a code, for the picker: what it is for, where it is legal, what it asks. Pure."""

from collections.abc import Iterator

from redactor.policy import Basis, Code, Need
from redactor.ui.pen import Choice, Law
from redactor.ui.sayings import Saying
from redactor.ui.words import codes_words

BASIS_WORDS: dict[Basis, str] = {
    "foia": "FOIA",
    "mdr": "mandatory review",
    "automatic": "automatic declassification",
    "systematic": "systematic review",
}

_NEEDS: dict[Need, str] = {
    "statute": "Needs the statute that forbids disclosure, as a citation.",
    "guide": "Needs an approved declassification guide and its topic.",
    "harm": "Needs the harm that disclosure would foreseeably cause, 5 USC 552(a)(8)(A).",
}


def guidance(choice: Choice, law: Law) -> tuple[Saying, ...]:
    """Say what a reviewer should know before taking a code."""
    code = choice.code
    return (
        Saying(code.printed, "head"),
        Saying(f"{code.title}."),
        Saying(f"{code.cite}.", "muted"),
        *_legal(choice, law),
        *_asks(code, law),
        *_prints(code, law),
    )


def _legal(choice: Choice, law: Law) -> Iterator[Saying]:
    if choice.fault:
        yield Saying(f"! Not legal here: {choice.fault}", "warn")
    else:
        age = "over" if law.over_25 else "under"
        yield Saying(f"Legal here: {BASIS_WORDS[law.basis]}, record {age} 25 years.")
    bases = ", ".join(BASIS_WORDS[basis] for basis in choice.code.bases)
    yield Saying(f"Used in: {bases}.", "muted")


def _asks(code: Code, law: Law) -> Iterator[Saying]:
    for need in code.needs:
        yield Saying(_NEEDS[need])
    if law.basis == "foia" and code.security and code.id != "b1":
        yield Saying("Under FOIA (b)(1) stands beside it; it comes by itself.")
    if code.age == "under-25":
        yield Saying("Ends on 31 December of the origin's year + 25.", "muted")
    if code.age == "over-25":
        yield Saying("Begins on 31 December of the origin's year + 25.", "muted")
    if code.age_at_request:
        yield Saying("Ends when the record is 25 years old at the request.", "muted")


def _prints(code: Code, law: Law) -> Iterator[Saying]:
    verb = "not declassified" if code.security else "denied"
    codes = codes_words(law.toggled((), code.id))  # with what comes by itself
    yield Saying(f"The place then reads “{verb}: {codes}”.", "muted")
    if code.check_with_counsel:
        yield Saying("! No source at hand confirms what it covers: ask counsel.", "quote")
