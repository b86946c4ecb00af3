"""audit.json."""

import hashlib
import json
from typing import Any

import rfc8785

from redactor.audit import audit_json
from tests.audit.samples import SECRETS, reviewed

PATCH = "@@ -1 +1 @@\n-a\n+b\n"


def _record() -> dict[str, Any]:
    record: dict[str, Any] = json.loads(audit_json(*reviewed(), PATCH))
    return record


def test_it_is_canonical() -> None:
    assert rfc8785.dumps(_record()) == audit_json(*reviewed(), PATCH)


def test_it_holds_no_text_of_the_cable() -> None:
    review, release = reviewed()
    text = audit_json(review, release, PATCH).decode()
    assert not [words for words in (*SECRETS, "Summary", "LUNARIA") if words in text]


def test_it_names_the_texts_by_hash() -> None:
    review, release = reviewed()
    record = _record()
    assert record["cable"]["sha256"] == review.dated.cable.sha256
    assert record["release"]["sha256"] == hashlib.sha256(release.text.encode()).hexdigest()
    assert record["release"]["determination"] == "RELEASE IN PART"
    assert record["patch"]["sha256"] == hashlib.sha256(PATCH.encode()).hexdigest()


def test_both_signatures_stand_with_their_time() -> None:
    assert [(s["stage"], s["person"], s["at"]) for s in _record()["signatures"]] == [
        ("first", "A. First", "2026-11-23T10:00:00Z"),
        ("second", "B. Second", "2026-11-23T11:00:00Z"),
    ]


def test_every_painted_stretch_has_its_decision_why_and_history() -> None:
    review, _ = reviewed()
    stretches = _record()["stretches"]
    assert [(s["start"], s["end"]) for s in stretches] == [
        (part.span.start, part.span.end) for part in review.painting
    ]
    paragraph = review.dated.cable.paragraphs[1].span
    withheld = next(s for s in stretches if s["start"] == paragraph.start)
    assert (withheld["verdict"], withheld["codes"], withheld["by"], withheld["at"]) == (
        "redact",
        ["b1", "1.4(d)"],
        "A. First",
        "2026-11-23T09:03:00Z",
    )
    assert (withheld["reason"], withheld["seq"], withheld["rule"]) == (
        "See file 7.",
        3,
        "classified-in-force",
    )
    assert withheld["why"][0]["cite"] == "5 USC 552(b)(1)"
    assert [(made["by"], made["seq"]) for made in withheld["history"]] == [
        ("A. First", 1),
        ("A. First", 3),
        ("B. Second", 101),
        ("B. Second", 103),
    ]


def test_places_tell_marker_lines_and_the_events_that_count() -> None:
    place = _record()["places"][3]
    assert (place["marker"], place["lines"], place["decisions"]) == (
        "[1 line not declassified: (b)(1), 1.4(b), 1.4(d)]",
        [20, 26],
        [3, 4],
    )
