"""A small case with invented cables, and people at work on it; the clock moves as it is told."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from redactor.policy import Support, parse_policy
from redactor.release import build
from redactor.review import (
    Appointment,
    CaseFile,
    CompletedReview,
    Role,
    Ruling,
    Session,
    Terms,
    spans_for,
)

DAY = date(2026, 11, 23)
HARM = "would show where she can be reached"
B6 = Support(harm=HARM)

POLICY = """\
policy: small
version: "1"
title: A small policy for tests
workflow: {reviews: REVIEWS, blind_second: true}
release: {amount: bucket}
rules:
  - id: header-fields
    title: Header
    when: {field: [transmission, header, classification, caption, declassify, tags, subject, ref,
                   classified-by, heading, signature, trailer]}
    propose: release
    because: Header fields tell nothing that needs protection.
    cite: House rule
  - id: unclassified-portion
    title: Portion marked unclassified
    when: {marking: {level: U}, field: body}
    propose: release
    because: The portion is marked unclassified.
    cite: 32 CFR 2001.21(c)
  - id: released-by-date
    title: Classified portion whose day has come
    when: {marking: {level: [C, S, TS]}, status: declassified}
    propose: release
    because: Its day for declassification has come.
    cite: 32 CFR 2001.12(c)
  - id: other-agency
    title: Word of another agency
    when: {text: {terms: [station chief]}}
    propose: hold
    scope: paragraph
    because: The word points to another agency.
    cite: 22 CFR 171.11(d)
"""

CABLE = """\
O 150900Z MAR 18
FM AMEMBASSY PORT EXAMPLE
TO SECSTATE WASHDC IMMEDIATE 0001
BT
C O N F I D E N T I A L PORT EXAMPLE 000042

SIPDIS

E.O. 13526: DECL: 03/15/2038
TAGS: PREL, ECON
SUBJECT: HARBOR TALKS RESUME

Classified By: Ambassador A. Sample, for reasons 1.4 (b) and (d).

1. (C) The harbor minister Quill met us. He expects the talks to
resume in spring.

2. (U) The city has two ferries and a lighthouse. Quill likes both.

3. (C) The embassy suggests a visit in May.

SAMPLE
BT
"""


class World:
    """A case file, its clock, and a session for each person."""

    def __init__(self, folder: Path, *cables: str, reviews: int = 1) -> None:
        self.moment = datetime(2026, 11, 23, 9, tzinfo=UTC)
        self.case = CaseFile(folder / "small.case", create=True)
        self._sessions: dict[str, Session] = {}
        ann = self["ann"]
        policy = POLICY.replace("REVIEWS", str(reviews)).encode()
        ann.open_case(Terms(DAY, "foia", date(2026, 10, 1)), parse_policy(policy, "small.yaml"))
        self.cables = [
            ann.import_cable(Path(f"cables/{n}.txt"), text.encode()).sha256
            for n, text in enumerate(cables or (CABLE,), 1)
        ]

    def __getitem__(self, person: str) -> Session:
        """Give a person's session, up to date."""
        if person not in self._sessions:
            self._sessions[person] = Session(self.case, person, self.now)
        self._sessions[person].refresh()
        return self._sessions[person]

    def now(self) -> datetime:
        """Let a second pass."""
        self.moment += timedelta(seconds=1)
        return self.moment

    def wait(self, **time: int) -> None:
        """Let some time pass."""
        self.moment += timedelta(**time)

    @property
    def cable(self) -> str:
        """The first cable."""
        return self.cables[0]

    def ruling(self, verdict: str, spec: str, cable: str | None = None) -> Ruling:
        """Give an ordinary ruling on a place."""
        spans = spans_for(self["ann"].docket(cable or self.cable), spec)
        match verdict:
            case "release":
                return Ruling(spans, "release")
            case "redact":
                return Ruling(spans, "redact", ("b6",), B6)
            case agency:
                return Ruling(spans, "refer", support=Support(agency=agency))

    def decide(self, person: str, verdict: str, spec: str, cable: str | None = None) -> None:
        """Decide: ``release``, ``redact``, or the name of an agency to refer to."""
        ruling = self.ruling(verdict, spec, cable)
        self[person].decide(cable or self.cable, ruling)

    def sign(self, *people: str) -> None:
        """Let people sign the first cable."""
        for person in people:
            self[person].sign(self.cable)

    def release(self, person: str = "ann") -> tuple[str, str]:
        """Release the first cable; give the number and the text."""
        session, made = self[person], [""]

        def make(review: CompletedReview, number: str) -> bytes:
            policy = session.policy_for(self.cable)
            made[0] = build(review, policy.amount, number).text
            return made[0].encode()

        return session.release(self.cable, make), made[0]

    def missing(self) -> str | None:
        """Say what the first cable's review lacks."""
        return self["ann"].board(self.cable).missing()

    def appoint(self, by: str, person: str, *roles: Role, until: date | None = None) -> None:
        """Put a person on the roster."""
        for role in roles:
            self[by].appoint(Appointment(person, role, DAY, until))

    def kinds(self) -> Sequence[str]:
        """Give the kinds of all events, in order."""
        return [event.kind for event in self.case.events()]
