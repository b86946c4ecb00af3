from redactor.policy.codes import Code, Need, code_table, find_code, print_code
from redactor.policy.errors import Fault, Finding, PolicyError, Weight
from redactor.policy.examples import ExampleResult, run_examples
from redactor.policy.jsonschema import FileKind, policy_schema
from redactor.policy.legality import refusal, was_25_at
from redactor.policy.load import Policy, load_policy, parse_policy
from redactor.policy.model import (
    BASES,
    STRENGTH,
    Action,
    Basis,
    PolicyRef,
    Proposal,
    Proposals,
    RuleHit,
    Support,
    Workflow,
)
from redactor.policy.portions import restricted_spans
from redactor.policy.proof.annotated import AnnotatedCable, read_annotated
from redactor.policy.proof.changes import PolicyChange, policy_changes, told_changes
from redactor.policy.proof.explain import Explanation, Match, explain_cable
from redactor.policy.proof.impact import (
    TURNS,
    Impact,
    counts_by_rule,
    impact_digest,
    impact_on,
    in_turn,
    told_impact,
    united,
)
from redactor.policy.proof.lint import lint, unmatched, wants_a_change
from redactor.policy.proof.misses import NearMiss, told_miss
from redactor.policy.proof.mutation import Unproved, unproved
from redactor.policy.proof.notes import standing_notes
from redactor.policy.proof.testing import Trials, Tried, failures, run_trials
from redactor.policy.proposing import propose
from redactor.policy.reports import fault_json, faults_sarif, finding_json, findings_sarif
from redactor.policy.shipped import DEFAULT_POLICY, find_policy
from redactor.policy.sources import kept_files

__all__ = [
    "BASES",
    "DEFAULT_POLICY",
    "STRENGTH",
    "TURNS",
    "Action",
    "AnnotatedCable",
    "Basis",
    "Code",
    "ExampleResult",
    "Explanation",
    "Fault",
    "FileKind",
    "Finding",
    "Impact",
    "Match",
    "NearMiss",
    "Need",
    "Policy",
    "PolicyChange",
    "PolicyError",
    "PolicyRef",
    "Proposal",
    "Proposals",
    "RuleHit",
    "Support",
    "Trials",
    "Tried",
    "Unproved",
    "Weight",
    "Workflow",
    "code_table",
    "counts_by_rule",
    "explain_cable",
    "failures",
    "fault_json",
    "faults_sarif",
    "find_code",
    "find_policy",
    "finding_json",
    "findings_sarif",
    "impact_digest",
    "impact_on",
    "in_turn",
    "kept_files",
    "lint",
    "load_policy",
    "parse_policy",
    "policy_changes",
    "policy_schema",
    "print_code",
    "propose",
    "read_annotated",
    "refusal",
    "restricted_spans",
    "run_examples",
    "run_trials",
    "standing_notes",
    "told_changes",
    "told_impact",
    "told_miss",
    "united",
    "unmatched",
    "unproved",
    "wants_a_change",
    "was_25_at",
]
