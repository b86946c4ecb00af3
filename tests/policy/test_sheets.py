"""Sheets: all portions folded at once are the portions folded one by one."""

from hypothesis import given, settings
from hypothesis import strategies as st

from redactor.policy.sheets import BETWEEN, Sheet, sheet_of
from redactor.text import Span, fold

TEXTS = st.lists(st.text("aB- \n¶É½ßİσ\u00ad\u0301\0", min_size=1, max_size=9), max_size=5)


def laid(parts: list[str], between: str) -> tuple[str, list[Span]]:
    """Lay parts one after the other, each with something behind it."""
    regions, text = [], ""
    for part in parts:
        regions.append(Span(len(text), len(text) + len(part)))
        text += part + between
    return text, regions


def places(sheet: Sheet, number: int) -> list[Span]:
    """Give the source of each character of one portion."""
    first = sheet.starts[number]
    return [
        sheet.source(number, at, at + 1) for at in range(first, first + len(sheet.part(number)))
    ]


@settings(deadline=None)
@given(parts=TEXTS, between=st.sampled_from(["", "-", "\n\n"]), case=st.booleans())
def test_a_sheet_holds_each_portion_as_it_is_folded_alone(
    parts: list[str], between: str, *, case: bool
) -> None:
    text, regions = laid(parts, between)

    sheet = sheet_of(text, regions, case=case)

    for number, region in enumerate(regions):
        alone = fold(text, region, case=case)
        assert sheet.part(number) == alone.text
        assert places(sheet, number) == [alone.source(at, at + 1) for at in range(len(alone.text))]
        assert all(
            sheet.number(sheet.starts[number] + at) == number for at in range(len(alone.text))
        )
    assert sheet.data == sheet.text.encode()


@settings(deadline=None)
@given(TEXTS)
def test_a_lowered_sheet_is_one_folded_without_case(parts: list[str]) -> None:
    text, regions = laid(parts, "\n")

    lowered = sheet_of(text, regions, case=True).lowered()

    if lowered is not None:
        anew = sheet_of(text, regions, case=False)
        assert (lowered.text, lowered.data) == (anew.text, anew.data)
        for number in range(len(regions)):
            assert places(lowered, number) == places(anew, number)


def test_only_letters_beyond_ascii_ask_for_a_second_folding() -> None:
    plain, other = (
        sheet_of(text, [Span(0, len(text))], case=True).lowered() for text in ("¶1. ÉTÉ•", "Дa")
    )

    assert plain is not None
    assert plain.text == "¶1. ete•"
    assert other is None


def test_portions_stay_apart() -> None:
    sheet = sheet_of("one two", [Span(0, 3), Span(4, 7)], case=True)

    assert sheet.text == f"one{BETWEEN}two"
