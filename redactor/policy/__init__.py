"""Stage 3, propose: what a policy proposes for each stretch of a cable, and why.

In: a ``DatedCable``, a policy read from YAML, and the basis of the review. Out: ``Proposals``
that tile the text. Knows nothing of people.
"""

from redactor.policy.codes import Code, Need, code_table, find_code, print_code
from redactor.policy.errors import Fault, PolicyError
from redactor.policy.legality import refusal
from redactor.policy.load import DEFAULT_POLICY, Policy, find_policy, load_policy, parse_policy
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

__all__ = [
    "BASES",
    "DEFAULT_POLICY",
    "STRENGTH",
    "Action",
    "Basis",
    "Code",
    "Fault",
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
    "find_code",
    "find_policy",
    "load_policy",
    "parse_policy",
    "print_code",
    "propose",
    "refusal",
    "restricted_spans",
]
