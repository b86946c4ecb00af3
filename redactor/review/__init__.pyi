from redactor.review.acts import Accepted
from redactor.review.attest import FACT_NAMES, FactError, read_fact
from redactor.review.bulk import Alike, alike, one_by_one, samples_of
from redactor.review.casefile import CaseFile, Glimpse, Place
from redactor.review.chain import START as FIRST_DIGEST
from redactor.review.chain import link as event_digest
from redactor.review.chain import record as event_record
from redactor.review.check import JournalFault, faults_of
from redactor.review.claims import CLAIM_LASTS
from redactor.review.clearing import Finding
from redactor.review.database import CaseError
from redactor.review.desk import Act, Desk
from redactor.review.docket import Docket, View, proposing_rule
from redactor.review.dockets import Published
from redactor.review.equities import Notification, Response
from redactor.review.events import Event
from redactor.review.fold import CableState, Released, fold_cable
from redactor.review.glances import Worked
from redactor.review.imports import Entry
from redactor.review.legal import Ruling, lacks_segregability, past_25
from redactor.review.model import (
    NO_RULE,
    Clearance,
    CompletedReview,
    Decision,
    Painted,
    Signature,
    Verdict,
)
from redactor.review.moments import Now, utc_now
from redactor.review.people import same_person
from redactor.review.recording import Appointment
from redactor.review.referring import Referral, referrals
from redactor.review.registry import Terms
from redactor.review.releasing import Ready
from redactor.review.roster import ROLES, Role, Roster
from redactor.review.senior import Trigger, triggers, unapproved
from redactor.review.session import Session
from redactor.review.spec import SpecError, spans_for
from redactor.review.standing import FAULTS, Check, Fault, Flag, Note, Standing
from redactor.review.suggested import Fix, Suggestion
from redactor.review.units import UNITS, Unit, unit_at
from redactor.review.workflow import Board, Refused, Stage

__all__ = [
    "CLAIM_LASTS",
    "FACT_NAMES",
    "FAULTS",
    "FIRST_DIGEST",
    "NO_RULE",
    "ROLES",
    "UNITS",
    "Accepted",
    "Act",
    "Alike",
    "Appointment",
    "Board",
    "CableState",
    "CaseError",
    "CaseFile",
    "Check",
    "Clearance",
    "CompletedReview",
    "Decision",
    "Desk",
    "Docket",
    "Entry",
    "Event",
    "FactError",
    "Fault",
    "Finding",
    "Fix",
    "Flag",
    "Glimpse",
    "JournalFault",
    "Note",
    "Notification",
    "Now",
    "Painted",
    "Place",
    "Published",
    "Ready",
    "Referral",
    "Refused",
    "Released",
    "Response",
    "Role",
    "Roster",
    "Ruling",
    "Session",
    "Signature",
    "SpecError",
    "Stage",
    "Standing",
    "Suggestion",
    "Terms",
    "Trigger",
    "Unit",
    "Verdict",
    "View",
    "Worked",
    "alike",
    "event_digest",
    "event_record",
    "faults_of",
    "fold_cable",
    "lacks_segregability",
    "one_by_one",
    "past_25",
    "proposing_rule",
    "read_fact",
    "referrals",
    "same_person",
    "samples_of",
    "spans_for",
    "triggers",
    "unapproved",
    "unit_at",
    "utc_now",
]
