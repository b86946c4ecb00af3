"""Marks and numbers that once let text stand too low: each is tried in a SECRET telegram."""

from itertools import pairwise

import pytest

from redactor.cable import Paragraph, read

HEAD = (
    "DE RUEHZN #0641/01 2001728\nZNY SSSSS ZZH\nO 181728Z JUL 08\nFM AMEMBASSY ZENDA\n"
    "TO SECSTATE WASHDC\n\nS E C R E T ZENDA 000641\n\nE.O. 12958: DECL: 07/17/2033\nTAGS: PREL\n"
    "SUBJECT: X\n\n"
)
OPEN = (
    HEAD.replace("SSSSS", "UUUUU")
    .replace("S E C R E T", "UNCLAS")
    .replace("DECL: 07/17/2033", "N/A")
)


def paragraphs(body: str, head: str = HEAD) -> tuple[Paragraph, ...]:
    return read((head + body).encode()).paragraphs


@pytest.mark.parametrize(
    ("mark", "control"),
    [
        ("(S) (RD)", "RD"), ("(S)//RD", "RD"), ("(S) RD", "RD"), ("(S//NF)(RD)", "RD"),
        ("(S) (EXDIS)", "EXDIS"), ("(S), NF", "NOFORN"), ("(S)-NF", "NOFORN"),
        ("(S)/(NF)", "NOFORN"), ("(S) [NF]", "NOFORN"), ("(S//N\nF)", "NOFORN"),
        ("(S\ufffdNF)", "NOFORN"), ("(5/NF)", "NOFORN"),
    ],
)  # fmt: skip
def test_a_control_outside_or_split_is_kept(mark: str, control: str) -> None:
    (paragraph,) = paragraphs(f"1. {mark} The core is small.\n")
    assert paragraph.marking.level == "S"
    assert control in paragraph.marking.controls


def test_a_word_behind_a_mark_is_no_control_by_itself() -> None:
    (paragraph,) = paragraphs("1. (C) NATO ministers met.\n")
    assert paragraph.marking.controls == ()


@pytest.mark.parametrize(
    "line",
    [
        "Comment (S) The source spoke.", "Comment (C)\n\nThe source spoke.",
        "Ambassador's comment (C): The source spoke.", "-- (c) The source spoke.",
        "-- S//NF) The source spoke.", "-- (S//NF The source spoke.",
        "-- [S//NF] The source spoke.", "> (S) The source spoke.", "· (S) The source spoke.",
        "+ (S) The source spoke.", "A.1 (S) The source spoke.", "4.1 (S) The source spoke.",
        "-- Iran (S) The source spoke.",
    ],
)  # fmt: skip
def test_a_mark_inside_an_open_paragraph_raises_it(line: str) -> None:
    found = paragraphs(f"1. (U) Public.\n\n{line}\n")
    assert found[-1].effective_level in {"C", "S"}


@pytest.mark.parametrize(
    "opening",
    ["(U)/(S) Text.", "(U) - (S) Text.", "(U) -- (S) Text.", "(U) Summary (C) Text."],
)
def test_the_higher_of_two_marks_in_a_row_counts(opening: str) -> None:
    (paragraph,) = paragraphs(f"1. {opening}\n")
    assert paragraph.effective_level in {"C", "S"}


@pytest.mark.parametrize(
    "number",
    [
        "1 2.", "2 ", "(2)", "2,", "2/", "l2.", "^2.", "-- 2.", "Para 2.", "\u200b2.", "&para;2.",
        "¶ ¶2.", "\ufffd\ufffd\ufffd\ufffd2.",
    ],
)  # fmt: skip
def test_a_damaged_number_below_an_open_paragraph_is_not_open(number: str) -> None:
    found = paragraphs(f"1. (U) Public.\n\n{number} The source said.\n\n3. (S) He left.\n")
    holder = next(
        each for each in found if each.span.end > (HEAD + "1. (U) Public.\n\n").__len__() + 8
    )
    assert holder.effective_level == "S"


def test_a_text_that_begins_and_never_ends_swallows_no_paragraph() -> None:
    body = "1. (U) Begin text: well.\n\n2. The source said.\n\n3. (U) Begin text: foo. End text.\n"
    assert [(each.number, each.effective_level) for each in paragraphs(body)][:2] == [
        (1, "U"),
        (2, "S"),
    ]


def test_a_second_entire_text_never_lowers_the_first() -> None:
    body = "1. (S - ENTIRE TEXT).\n\n2. T.\n\n3. (U - ENTIRE TEXT) Press.\n\n4. The source said.\n"
    assert [each.effective_level for each in paragraphs(body)] == ["S", "S", "S", "S"]


def test_the_entire_text_keeps_restricted_data_of_the_cable() -> None:
    head = HEAD.replace("S E C R E T ZENDA", "S E C R E T//RD ZENDA")
    found = paragraphs("1. (S - ENTIRE TEXT).\n\n2. The source said.\n", head)
    assert "RD" in found[1].marking.controls


@pytest.mark.parametrize("mark", ["(5//NF)", "(\ufffd//NF)", "(S\ufffdNF)", "(S:RD)"])
def test_a_mark_that_cannot_be_read_opens_nothing_in_an_open_cable(mark: str) -> None:
    found = paragraphs(f"1. (U) One.\n\n2. {mark} The source said.\n", OPEN)
    assert found[1].effective_level != "U"


@pytest.mark.parametrize("items", ["-- (a) one\n\n-- (b) two\n\n", "(a) one; (b) two;\n\n"])
def test_the_third_item_of_a_list_is_no_mark(items: str) -> None:
    (paragraph,) = paragraphs(f"1. (S//NF) He said:\n\n{items}(c) three names sources.\n")
    assert paragraph.effective_level == "S"
    assert paragraph.marking.controls == ("NOFORN",)


def test_marks_inside_never_overlap() -> None:
    text = "1. (C) One.\n\n)(S/N)(S/\nF) Two. (S)(NF) Three.\n"
    marks = paragraphs(text)[0].marks_inside
    spans = [mark.span for mark in marks if mark.span is not None]
    assert spans == sorted(spans)
    assert all(one.end <= other.start for one, other in pairwise(spans))
