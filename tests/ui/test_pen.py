"""The pen: codes and what they must carry."""

import pytest

from redactor.policy import Basis, Support
from redactor.ui.pen import Law, Pen

YOUNG = Law("foia", over_25=False)
OLD = Law("foia", over_25=True)


def legal(law: Law) -> set[str]:
    return {choice.code.id for choice in law.choices() if choice.fault is None}


def test_under_25_years_the_reasons_of_1_4_are_legal() -> None:
    assert {"b1", "1.4(d)", "b6"} <= legal(YOUNG)
    assert not any(code.startswith("25X") for code in legal(YOUNG))


def test_after_25_years_the_25x_codes_take_their_place() -> None:
    assert {"b1", "25X6", "b6"} <= legal(OLD)
    assert "1.4(d)" not in legal(OLD)


@pytest.mark.parametrize("basis", ["mdr", "automatic", "systematic"])
def test_foia_numbers_are_legal_under_foia_alone(basis: Basis) -> None:
    assert not {"b1", "b6"} & legal(Law(basis, over_25=False))


def test_legal_codes_come_first_and_the_others_say_why_not() -> None:
    choices = YOUNG.choices()
    faults = [choice.fault for choice in choices]
    first = next(i for i, fault in enumerate(faults) if fault)
    assert all(fault is None for fault in faults[:first])
    assert all(fault and fault.endswith(".") for fault in faults[first:])


def test_a_reason_brings_and_takes_b1_under_foia() -> None:
    with_reason = YOUNG.toggled((), "1.4(d)")
    assert with_reason == ("b1", "1.4(d)")
    assert YOUNG.toggled(with_reason, "1.4(d)") == ()
    assert YOUNG.toggled(("b1", "1.4(b)", "1.4(d)"), "1.4(d)") == ("b1", "1.4(b)")


def test_b1_does_not_come_outside_foia() -> None:
    assert Law("mdr", over_25=False).toggled((), "1.4(d)") == ("1.4(d)",)


def test_a_pen_knows_what_it_lacks() -> None:
    pen = Pen(("b3", "b6"), Support(harm="reprisals"))
    assert pen.lacking == ("statute",)
    assert pen.carrying({"statute": "8 USC 1202(f)"}).lacking == ()
    assert Pen(("25X1",)).lacking == ("guide", "topic")


def test_codes_that_may_not_stand_alone_are_refused() -> None:
    assert YOUNG.fault_of_codes(("b1",)) == "(b)(1) needs a 1.4 code beside it."
    assert YOUNG.fault_of_codes(("b6",)) is None
