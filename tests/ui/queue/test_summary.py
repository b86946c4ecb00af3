"""What the queue says of a cable, and how it is kept."""

import json
from pathlib import Path

import pytest

from redactor.ui.queue.detail import detail
from redactor.ui.queue.stock import Stock, unknown
from redactor.ui.queue.summary import pack, summarise, unpack, unreadable
from tests.ui.queue.made import summary
from tests.ui.world import CABLE, MOMENT, open_session


def test_a_cable_is_summed_up_as_this_person_sees_it(tmp_path: Path) -> None:
    session = open_session(tmp_path, CABLE)
    entry = session.entries[0]
    view = session.view(entry.sha256)
    session.accept(entry.sha256, view.docket.items[:2])
    session.flag(entry.sha256, "mis-marked")
    found = summarise(session.board(entry.sha256), "ann", entry)
    session.case.close()
    assert (found.stage, found.items, found.decided, found.open) == ("in progress", 12, 2, 10)
    assert (found.level, found.banner) == ("C", "C")
    assert (found.origin, found.frees) == ("2018-03-15", "2038-03-15")
    assert (found.flags, found.holder, found.signers) == ("mis-marked", "ann", "")
    assert found.held_at == MOMENT.isoformat()
    assert found.rules == "header-fields in-force protected-source unclassified-portion"
    assert "harbor talks resume" in found.words
    assert "cable1.txt" in found.words


def test_no_text_reaches_the_screen_raw(tmp_path: Path) -> None:
    session = open_session(tmp_path, CABLE.replace(b"HARBOR TALKS", b"HARBOR \x1b]0;x\x07TALKS"))
    found = summarise(session.board(session.entries[0].sha256), "ann", session.entries[0])
    session.case.close()
    shown = (found.id, found.banner, found.sender, found.tags, found.subject)
    assert all(words.isprintable() for words in shown)
    assert "TALKS" in found.subject


def test_what_is_kept_reads_back() -> None:
    of = summary(subject="日本 and Ürümqi")
    assert unpack(pack(of)) == of


@pytest.mark.parametrize(
    "words",
    ["", "no json", "{}", "[]", "[1]", json.dumps(["complete"] * 18),
     json.dumps(list(summary(decided="2"))), json.dumps(list(summary(stage=None)))],
)  # fmt: skip
def test_what_can_be_no_summary_is_let_go(words: str) -> None:
    assert unpack(words) is None


def test_a_cable_that_cannot_be_read_is_never_done(tmp_path: Path) -> None:
    session = open_session(tmp_path, CABLE)
    found = unreadable(session.entries[0])
    session.case.close()
    assert not found.done
    assert found.id == "18PORTEXAMPLE42"


def test_the_detail_says_what_the_columns_have_no_room_for() -> None:
    of = summary(flags="mis-marked", signers="bob", holder="cleo", held_at=MOMENT.isoformat())
    assert detail(of, "ann", MOMENT) == (
        "HARBOR TALKS RESUME · from AMEMBASSY PORT EXAMPLE · PREL ECON · 2 of 12 items decided"
        " · flagged mis-marked · signed by bob · cleo at work, last 14:02:11"
    )


def test_counts_run_along() -> None:
    stock = Stock()
    assert stock.take(0, summary()) is True
    assert stock.take(2, summary(stage="complete", decided=12)) is True
    assert stock.take(0, summary()) is None
    assert stock.words(3) == (
        "3 cables · 1 complete · 1 untouched · 14 of 24 items decided · 1 still to read"
    )
    assert stock.left(3) is None
    assert list(unknown(stock.known, 3)) == [1]
    assert stock.take(1, summary(stage=None, items=0, decided=0)) is True
    assert stock.take(0, summary(stage="signed", mine_done=True)) is False
    assert stock.words(3).startswith("3 cables · 1 can't be read · 1 complete · 1 signed once")
    assert stock.left(3) == 1
    stock.clear()
    assert stock.words(3) == "3 cables · 3 still to read"
