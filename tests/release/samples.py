"""Invented cables in the shapes that releases must survive."""

from redactor.cable import Cable
from tests.release.builder import Part, make_cable

HEAD: tuple[Part, ...] = (
    ("blank", "\n"),
    ("transmission", "VZCZCXRO0007\nOO RUEHC\n"),
    ("header", "FM AMEMBASSY LUNARIA\nTO RUEHC/SECSTATE WASHDC\n"),
    ("blank", "\n"),
    ("classification", "S E C R E T LUNARIA 000012\n"),
    ("blank", "\n"),
    ("caption", "NOFORN\nSIPDIS\n"),
    ("blank", "\n"),
    ("declassify", "E.O. 12958: DECL: 12/31/2033\n"),
    ("tags", "TAGS: PREL, PGOV, OVIP (QUILL,\nMARTA)\n"),
    ("subject", "SUBJECT: THE HARBOUR TALKS AND THE QUESTION OF THE\nNORTHERN FERRY\n"),
    ("blank", "\n"),
)

BODY: tuple[Part, ...] = (
    (
        "paragraph",
        "1. (S) Summary: Minister Quill said that the harbour talks would resume\nsoon. ",
    ),
    ("more", "She asked for pa-\ntience.\n"),
    ("blank", "\n"),
    ("heading", "THE FERRY\n---------\n"),
    ("blank", "\n"),
    ("paragraph", "2. (C) The ferry company wants a new pier by May, before\n"),
    ("furniture", "\nLUNARIA 00000012  002 OF 002\n\n"),
    ("more", "the summer traffic; the pier at Oldport is too short for it.\n"),
    ("blank", "\n"),
    ("paragraph", "3. (U) Comment: Nobody in town expects much.\n"),
    ("signature", "DOE\n"),
    ("trailer", "BT\n#0012\n\nNNNN\n"),
)


def harbour() -> Cable:
    """Give a cable with every kind of block, and a page break inside a paragraph."""
    return make_cable(*HEAD, *BODY)


def one_paragraph(body: str, *after: Part) -> Cable:
    """Give a cable of one numbered paragraph and what comes after it."""
    return make_cable(("paragraph", f"1. (S) {body}\n"), *after)
