"""Limits: which open items to go through."""

import pytest

from redactor.review import Session
from redactor.ui.limits import limit_of, offers
from redactor.ui.sheet import Sheet


@pytest.fixture
def sheet(session: Session) -> Sheet:
    return Sheet(session.view(session.entries[0].sha256))


@pytest.mark.parametrize(
    ("words", "count"),
    [("rule:protected", 1), ("RULE:x", None), ("rule:", None), ("withhold", 3), ("release", 9),
     ("refer", 0), ("decide", 0), ("code:(b)(6)", 1), ("code:b1", 3), ("whatever", None)],
)  # fmt: skip
def test_a_limit_lets_items_through(sheet: Sheet, words: str, count: int | None) -> None:
    limit = limit_of(words)
    assert (len(limit.open(sheet)) if limit else None) == count


def test_a_rule_that_lost_counts_too(sheet: Sheet) -> None:
    """Who looks for a rule wants all its places, also where a stronger one won."""
    limit = limit_of("rule:in-force")
    assert limit is not None
    assert len(limit.open(sheet)) == 3


def test_rules_and_codes_of_open_items_are_offered_once(sheet: Sheet) -> None:
    found = offers(sheet.view.open_items)
    assert "rule:in-force" in found
    assert "code:(b)(6)" in found
    assert len(found) == len(set(found))
    assert all(limit_of(words) for words in found)
