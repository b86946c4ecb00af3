"""Stage 3, propose: what a policy proposes for each stretch of a cable, and why.

In: a ``DatedCable``, a policy read from its YAML files, and the basis of the review. Out:
``Proposals`` that tile the text. Knows nothing of people.

Three walks through it: ``load.py`` reads a policy (gather, check, compile), ``propose.py`` runs it
over a cable (plan, search, paint), ``examples.py`` lets each rule prove itself.
"""

from redactor.policy.codes import Code, Need, code_table, find_code, print_code
from redactor.policy.errors import Fault, PolicyError
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
from redactor.policy.propose import propose
from redactor.policy.reports import fault_json, faults_sarif
from redactor.policy.shipped import DEFAULT_POLICY, find_policy

__all__ = [
    "BASES",
    "DEFAULT_POLICY",
    "STRENGTH",
    "Action",
    "Basis",
    "Code",
    "ExampleResult",
    "Fault",
    "FileKind",
    "Need",
    "Policy",
    "PolicyError",
    "PolicyRef",
    "Proposal",
    "Proposals",
    "RuleHit",
    "Support",
    "Workflow",
    "code_table",
    "fault_json",
    "faults_sarif",
    "find_code",
    "find_policy",
    "load_policy",
    "parse_policy",
    "policy_schema",
    "print_code",
    "propose",
    "refusal",
    "restricted_spans",
    "run_examples",
    "was_25_at",
]
