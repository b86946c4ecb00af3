"""A small case with invented cables, to try the screens on."""

from datetime import UTC, date, datetime
from pathlib import Path

from redactor.policy import parse_policy
from redactor.review import CaseFile, Session, Terms

DAY = date(2026, 11, 23)
MOMENT = datetime(2026, 11, 23, 14, 2, 11, tzinfo=UTC)

POLICY = b"""\
policy: small
version: "1"
title: A small policy for tests
workflow: {reviews: 1, blind_second: true}
release: {amount: bucket}
rules:
  - id: header-fields
    title: Header
    when: {field: [transmission, header, classification, caption, declassify, tags, subject, ref,
                   classified-by, heading, signature, trailer]}
    propose: release
    because: Header fields tell nothing that needs protection.
    cite: House rule
  - id: in-force
    title: Classified portion, still within its date
    when: {marking: {level: [C, S, TS]}, status: classified, field: body}
    propose: redact
    codes: {foia: [b1, from-cable]}
    because: The date for declassification has not come.
    cite: 5 USC 552(b)(1); 32 CFR 2001.33(h)
  - id: unclassified-portion
    title: Portion marked unclassified
    when: {marking: {level: U}, field: body}
    propose: release
    because: The portion is marked unclassified.
    cite: 32 CFR 2001.21(c)
  - id: protected-source
    title: Cue for protection
    when: {text: {terms: [strictly protect]}}
    propose: redact
    scope: match
    codes: {foia: [b6]}
    harm: The person named could suffer reprisals.
    because: The words ask to protect a person.
    cite: 5 USC 552(b)(6)
"""

CABLE = b"""\
VZCZCXYZ0001
OO RUEHC
DE RUEHXX #0042/01 0750900
ZNY CCCCC ZZH
O 150900Z MAR 18
FM AMEMBASSY PORT EXAMPLE
TO SECSTATE WASHDC IMMEDIATE 0001
BT
C O N F I D E N T I A L PORT EXAMPLE 000042

SIPDIS

E.O. 13526: DECL: 03/15/2038
TAGS: PREL, ECON
SUBJECT: HARBOR TALKS RESUME IN PORT EXAMPLE

Classified By: Ambassador A. Sample, for reasons 1.4 (b) and (d).

1. (C) The harbor minister told us that the talks would resume in
spring. He asked that we strictly protect his name.

2. (U) The city has two ferries and a lighthouse.

3. (SBU) The embassy suggests a visit in May.

SAMPLE
BT
"""


def open_session(
    folder: Path, *cables: bytes, person: str = "ann", policy: bytes = POLICY
) -> Session:
    """Open a case with these cables; the clock stands still."""
    session = Session(CaseFile(folder / "small.case", create=True), person, lambda: MOMENT)
    session.open_case(Terms(DAY, "foia"), parse_policy(policy, "small.yaml"))
    for number, data in enumerate(cables, 1):
        session.import_cable(Path(f"cable-{number}.txt"), data)
    return session
