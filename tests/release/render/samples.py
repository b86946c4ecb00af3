"""Releases to render."""

from redactor.release import Amount, Release, build
from tests.release.builder import decide, find, make_cable, make_review
from tests.release.samples import HEAD, harbour

STATUTE = "8 USC 1202(f)"
OFFICE = 'Office of "Releases" & </style> Co.'


def in_part(amount: Amount = "bucket", office: str = "", name: str = "Marlow") -> Release:
    """Give a release with a name, a heading's word and a whole paragraph withheld."""
    cable = make_cable(
        ("header", "O 181728Z JUL 08\n"),
        *HEAD[2:-2],
        ("subject", "SUBJECT: THE HARBOUR TALKS <I>AND</I> THE FERRY & \u202eCO\n"),
        ("blank", "\n"),
        ("paragraph", f"1. (S) Summary: Minister {name} said that the talks would resume soon.\n"),
        ("blank", "\n"),
        ("heading", "THE FERRY\n---------\n\n"),
        ("paragraph", f"2. (C) {'The company wants a new pier. ' * 14}\n\n"),
        ("paragraph", "3. (U) #strong[Nobody] in *town* expects $much$ of it, Zo\u00eb says.\n"),
        ("signature", "DOE\n"),
    )  # fmt: skip
    hidden = decide(4, "redact", find(cable, "Zo\u00eb"), codes=("b6",), suppress=True)
    by_law = decide(2, "redact", find(cable, name), codes=("b3",), statute=STATUTE)
    whole = decide(3, "redact", cable.paragraphs[1].span)
    return build(make_review(cable, by_law, whole, hidden), amount, "R-0007", office=office)


def in_full() -> Release:
    """Give a release of everything."""
    return build(make_review(harbour()), "bucket", "R-0008")


def denied() -> Release:
    """Give a release of nothing."""
    cable = make_cable(("paragraph", "1. (S) Alpha beta gamma.\n"))
    act = decide(2, "redact", cable.paragraphs[0].span)
    return build(make_review(cable, act), "bucket", "R-0009")


def of_words(words: str) -> Release:
    """Give a release of one unclassified paragraph of these words."""
    cable = make_cable(("paragraph", f"1. (U) {words}\n"), level="U")
    return build(make_review(cable), "bucket", "R-0010")


ALL = (in_part, in_full, denied)
