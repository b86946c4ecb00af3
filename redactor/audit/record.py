"""audit.json: the whole record of a release for programs, in canonical JSON (RFC 8785).

Places of the cable stand as spans, in code points, and as line numbers. There is no text of the
cable in it but its id; what reviewers wrote is, so it is classified as the source.
"""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import asdict

import rfc8785

from redactor.audit.banners import banner, residual_of
from redactor.audit.trail import decisions_over, rules_over, utc
from redactor.policy import RuleHit
from redactor.release import Release, Withheld
from redactor.review import Clearance, CompletedReview, Decision
from redactor.text import LineIndex, Span

FORMAT = "redactor-audit/1"

Json = None | bool | int | str | Sequence["Json"] | dict[str, "Json"]


def audit_json(review: CompletedReview, release: Release, patch: str) -> bytes:
    """Give the bytes of audit.json; it binds ``patch``, the text of audit.patch, by its hash."""
    lines = review.dated.cable.lines
    record: dict[str, Json] = {
        "format": FORMAT,
        "cable": _cable(review),
        "policy": asdict(review.proposals.policy),
        "as_of": review.proposals.as_of.isoformat(),
        "basis": review.proposals.basis,
        "release": _release(release),
        "patch": {"sha256": hashlib.sha256(patch.encode()).hexdigest()},
        "banner": banner(review.dated.cable),
        "residual_banner": residual_of(review.dated, release),
        "signatures": [
            {"stage": sign.stage, "person": sign.person, "at": utc(sign.at), "seq": sign.seq}
            for sign in review.signatures
        ],
        "stretches": list(_stretches(review)),
        "places": [_place(place, lines) for place in release.places],
    }
    if review.clearances:
        record["clearances"] = [_clearance(each) for each in review.clearances]
    return rfc8785.dumps(record)


def _clearance(each: Clearance) -> Json:
    return {
        "seq": each.seq,
        "finding": each.finding,
        "found": each.kind,
        "where": list(each.where),
        "spans": [[span.start, span.end] for span in each.spans],
        "by": each.person,
        "at": utc(each.at),
        "reason": each.reason,
    }


def _cable(review: CompletedReview) -> dict[str, Json]:
    cable = review.dated.cable
    return {
        "id": cable.id,
        "source_name": review.source_name,
        "sha256": cable.sha256,
        "bytes": cable.size,
        "encoding": cable.encoding,
        "chars": len(cable.text),
        "lines": len(cable.lines),
    }


def _release(release: Release) -> dict[str, Json]:
    return {
        "number": release.number,
        "sha256": hashlib.sha256(release.text.encode()).hexdigest(),
        "determination": release.determination,
        "amount": release.amount,
        "stand_in_lines": list(release.stand_ins),
    }


def _stretches(review: CompletedReview) -> Iterator[Json]:
    """Give every painted stretch with the decision that counts, its why, and its history."""
    spans = [part.span for part in review.painting]
    trail = zip(
        review.painting, rules_over(review, spans), decisions_over(review, spans), strict=True
    )
    for part, rules, history in trail:
        yield {
            **_where(part.span, review.dated.cable.lines),
            **_decision(part.decision),
            "why": [_rule(hit) for hit in rules],
            "history": [_decision(made) for made in history],
        }


def _where(span: Span, lines: LineIndex) -> dict[str, Json]:
    return {"start": span.start, "end": span.end, "lines": list(lines.under(span))}


def _decision(made: Decision) -> dict[str, Json]:
    support = {key: value for key, value in asdict(made.support).items() if value is not None}
    return {
        "verdict": made.verdict,
        "codes": list(made.codes),
        "support": support,
        "suppress_code": made.suppress_code,
        "rule": made.rule,
        "policy": made.policy,
        "by": made.person,
        "at": utc(made.at),
        "seq": made.seq,
        "reason": made.reason,
        "note": made.note,
        "segregable": made.segregable,
    }


def _rule(hit: RuleHit) -> dict[str, Json]:
    return {
        "id": hit.id,
        "title": hit.title,
        "action": hit.action,
        "because": hit.because,
        "cite": hit.cite,
        "codes": list(hit.codes),
        "where": hit.where,
        "matched": [[span.start, span.end] for span in hit.matched],
    }


def _place(place: Withheld, lines: LineIndex) -> Json:
    return {
        **_where(place.span, lines),
        "codes": list(place.codes),
        "extent": place.extent,
        "suppressed": place.suppressed,
        "marker": place.marker,
        "decisions": [made.seq for made in place.decisions],
    }
