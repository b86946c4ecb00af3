"""Every planted conflict with an earlier release is found, and clean cables raise no alarm."""

import pytest

from tests.release.past.planting import SECRETS, Source, clean, conflicts, plain, planted, text

_AT_LEAST = 300
_CLEAN, _FALSE_ALARMS = 200, 4


def test_every_planted_conflict_is_found() -> None:
    found = list(planted())
    assert len(found) > _AT_LEAST
    assert [each.name for each in found if not each.is_found()] == []


@pytest.mark.parametrize("source", ["case", "folder"])
def test_clean_cables_raise_hardly_an_alarm(source: Source) -> None:
    alarms = [number for number in range(_CLEAN) if clean(number).alarms(source)]
    assert len(alarms) <= _FALSE_ALARMS, alarms


@pytest.mark.parametrize("source", ["case", "folder"])
@pytest.mark.parametrize("secret", SECRETS)
def test_the_same_passage_decided_alike_is_no_conflict(source: Source, secret: str) -> None:
    ours = text(plain(secret), withheld=[secret], number=13, width=50)
    assert conflicts(ours, [text(plain(secret), withheld=[secret])], source) == ()
    shown = text(plain(secret), number=13, width=50)
    assert conflicts(shown, [text(plain(secret))], source) == ()
