"""The JSON contract of ``propose``: other programs are built on it.

Keys may be added, never renamed.
"""

from dataclasses import asdict
from datetime import date

from redactor.cable import Cable
from redactor.cli.inspect_contract import Json, day
from redactor.policy import Proposal, Proposals, RuleHit


def proposing(path: str, cable: Cable, proposals: Proposals, requested: date | None) -> Json:
    """Give what the policy proposes for a cable; ``requested`` is the day of the request."""
    return {
        "path": path,
        "id": cable.id,
        "as_of": proposals.as_of.isoformat(),
        "basis": proposals.basis,
        "requested": day(requested),
        "policy": asdict(proposals.policy),
        "hold": proposals.hold,
        "proposals": [_proposal(item) for item in proposals.items],
    }


def _proposal(item: Proposal) -> Json:
    return {
        "start": item.span.start,
        "end": item.span.end,
        "action": item.action,
        "codes": list(item.codes),
        "frees_on": day(item.frees_on),
        "content": item.content,
        "rules": [_rule(hit) for hit in item.rules],
        "won_by": item.won_by,
    }


def _rule(hit: RuleHit) -> Json:
    return {
        "id": hit.id,
        "action": hit.action,
        "because": hit.because,
        "cite": hit.cite,
        "matched": [[span.start, span.end] for span in hit.matched],
        "where": hit.where,
    }
