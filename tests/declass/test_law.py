"""The law as data: whole, understood, and shipped beside the code."""

import re
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path
from typing import get_args

import pytest

import redactor.declass
from redactor.declass import (
    DelayKind,
    Flag,
    InstructionKind,
    LawError,
    flag_meaning,
    parse_instruction,
    status_of,
)
from redactor.declass.law import LAW, cite, law, read_law

SOURCE = LAW.read_text(encoding="utf-8")
CODE = "\n".join(path.read_text(encoding="utf-8") for path in sorted(LAW.parent.glob("*.py")))


def test_the_law_stands_beside_the_code_so_that_the_wheel_holds_it() -> None:
    assert Path(redactor.declass.__file__).parent == LAW.parent
    assert LAW.is_file()


def test_every_flag_has_its_sentence() -> None:
    assert set(law().flags) == set(get_args(Flag))
    for flag in get_args(Flag):
        assert re.fullmatch(r"[A-Z].{10,98}\.", flag_meaning(flag))


@pytest.mark.parametrize("flag", get_args(Flag))
def test_every_flag_is_raised_somewhere(flag: str) -> None:
    assert CODE.count(f'"{flag}"') >= 2


def test_every_citation_is_used_and_every_used_one_is_there() -> None:
    named = set(law().cites)

    assert all(f'"{name}"' in CODE or f"'{name}'" in CODE for name in named)
    assert set(re.findall(r"""cite\(["']([a-z0-9-]+)["']\)""", CODE)) <= named


def test_kinds_and_delays_are_those_of_the_model() -> None:
    assert set(law().forms) <= set(get_args(InstructionKind))
    assert set(law().delays) == set(get_args(DelayKind))
    assert {term.counts_from for term in law().delays.values()} == {
        "deadline", "identified", "notified",
    }  # fmt: skip


def test_the_orders_follow_one_another_without_a_gap() -> None:
    beside = {"10964", "12951", "13292"}
    orders = [order for number, order in law().orders.items() if number not in beside]

    assert [order.number for order in orders] == [
        "10501", "11652", "12065", "12356", "12958", "13526",
    ]  # fmt: skip
    for before, after in pairwise(orders):
        assert before.last is not None
        assert after.first - before.last == timedelta(days=1)


def test_an_order_is_in_force_from_its_first_day_to_its_last() -> None:
    order = law().orders["12065"]
    days = [date(1978, 11, 30), date(1978, 12, 1), date(1982, 7, 31), date(1982, 8, 1)]

    assert [order.is_in_force(day) for day in days] == [False, True, True, False]


def test_a_new_order_is_an_edit_of_data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    edited = tmp_path / "law.toml"
    order = '[[order]]\nnumber = "19999"\nfirst = 2030-01-01\ncite = "E.O. 19999"\n\n'
    edited.write_text(SOURCE.replace("[[order]]", order + "[[order]]", 1), encoding="utf-8")
    origin = date(2031, 1, 1)
    before = parse_instruction("OADR", "19999", origin).flags

    changed = read_law(edited)
    monkeypatch.setattr("redactor.declass.law.law", lambda: changed)

    assert before == ("unknown-order",)
    assert parse_instruction("OADR", "19999", origin).flags == ()
    early = parse_instruction("OADR", "19999", date(2001, 1, 1))
    got = status_of(early, date(2001, 1, 1), "C", date(2031, 1, 1))
    assert "order-not-in-force" in got.flags


@pytest.mark.parametrize(
    ("old", "new", "named"),
    [
        ('number = "10501"', 'nunber = "10501"', "number"),
        ("automatic = 25 ", "automtic = 25 ", "automtic"),
        ("directive =", "directives =", "directive"),
        ("[[delay]]", "[[delays]]", "delay"),
        ("[cite]", "[cite", "TOML"),
    ],
)
def test_a_damaged_law_is_refused_by_name(tmp_path: Path, old: str, new: str, named: str) -> None:
    damaged = tmp_path / "law.toml"
    damaged.write_text(SOURCE.replace(old, new), encoding="utf-8")

    with pytest.raises(LawError, match=named):
        read_law(damaged)


def test_a_missing_law_is_refused(tmp_path: Path) -> None:
    with pytest.raises(LawError, match=r"law\.toml: cannot be read"):
        read_law(tmp_path / "law.toml")


def test_a_citation_is_given_by_name() -> None:
    assert cite("automatic") == "32 CFR 2001.30(l)"
