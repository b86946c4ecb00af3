"""Each kind of warning, from the smallest change to a sound cable that calls for it."""

import pytest

from redactor.cable import CODES, read

SOUND = """DE RUEHZN #0641/01 2001728
ZNY CCCCC ZZH
O 181728Z JUL 08
FM AMEMBASSY ZENDA
TO SECSTATE WASHDC

C O N F I D E N T I A L ZENDA 000641

E.O. 12958: DECL: 07/18/2018
TAGS: PREL
SUBJECT: THE GRAIN TALKS

1. (C) The minister smiled.

2. (U) It rained.

3. (C) The minister left.
"""


def codes(text: str) -> list[str]:
    return [warning.code for warning in read(text.encode()).warnings]


def test_a_sound_cable_has_no_warning() -> None:
    assert codes(SOUND) == []


@pytest.mark.parametrize(
    ("code", "old", "new"),
    [
        ("control-characters", "smiled", "smiled\x00"),
        ("hidden-characters", "smiled", "smi\u200bled"),
        ("lost-characters", "smiled", "smil\ufffd"),
        ("no-classification", "C O N F I D E N T I A L ZENDA", "ZENDA"),
        ("class-mismatch", "ZNY CCCCC", "ZNY SSSSS"),
        ("banner-conflict", "It rained.", "It\n\nSECRET\n\nrained."),
        ("banner-conflict", "It rained.", "It\n      SECRET\n\nrained."),
        ("dtg-missing", "O 181728Z JUL 08\n", ""),
        ("dtg-unreadable", "181728Z JUL", "311728Z FEB"),
        ("dtg-day-mismatch", "2001728", "2011728"),
        ("year-mismatch", "DE RUEHZN", "09ZENDA641\nDE RUEHZN"),
        ("instruction-missing", "E.O. 12958: DECL: 07/18/2018\n", ""),
        ("order-unknown", "12958", "12598"),
        ("no-paragraphs", SOUND[SOUND.index("1. (C)") :], ""),
        ("number-repaired", "3. (C)", "13. (C)"),
        ("number-gap", "2. (U) It rained.", ""),
        ("number-duplicate", "3. (C)", "2. (C)"),
        ("number-out-of-order", "3. (C) The", "1. (C) One.\n\n2. (C) Two.\n\n3. (C) The"),
        ("number-uncertain", "smiled.\n\n2. (U)", "smiled.\n2."),
        ("number-refused", "2. (U) It", "9. (C) Nine.\n\n2. (U) It"),
        ("unmarked-paragraph", "2. (U)", "2."),
        ("malformed-mark", "2. (U)", "2. U)"),
        ("unknown-control", "(C) The minister left", "(C/ZZ) The minister left"),
        ("portion-above-banner", "2. (U)", "2. (S)"),
        ("banner-above-portions", "C O N F I D E N T I A L", "S E C R E T"),
        ("noforn-not-in-banner", "1. (C)", "1. (C//NF)"),
        ("control-not-in-banner", "1. (C)", "1. (C//OC)"),
        ("control-not-in-banner", "1. (C)", "1. (C//FGI GBR)"),
        ("release-too-wide", "A L ZENDA", "A L//REL TO USA, FRA, GBR ZENDA"),
        ("number-parted", "smiled.\n\n2. (U)", "smiled. 2. (U)"),
        ("subject-above-banner", "SUBJECT: ", "SUBJECT: (S) "),
        ("entire-text-conflict", "1. (C)", "1. (C - ENTIRE TEXT)."),
    ],
)
def test_each_defect_is_told(code: str, old: str, new: str) -> None:
    assert old in SOUND
    assert code in codes(SOUND.replace(old, new))


def test_a_cable_without_any_mark_is_told_of_once() -> None:
    text = SOUND.replace("(C) ", "").replace("(U) ", "")
    assert codes(text) == ["no-portion-marks"]


def test_another_encoding_is_told() -> None:
    found = read(SOUND.replace("smiled", "smiled \x93").encode("latin-1"))
    assert [warning.code for warning in found.warnings] == ["not-utf8"]


def test_a_footer_above_the_head_raises_the_level() -> None:
    assert read(SOUND.replace("It rained.", "It\n\nSECRET\n\nrained.").encode()).level == "S"


def test_a_lone_unclassified_stamp_does_not_lower_the_level() -> None:
    text = SOUND.replace("C O N F I D E N T I A L ZENDA 000641", "UNCLASSIFIED")
    cable = read(text.encode())
    assert cable.level == "C"
    assert "class-mismatch" in [warning.code for warning in cable.warnings]


def test_every_meaning_is_a_sentence() -> None:
    assert all(text.endswith(".") and text[0].isupper() for text in CODES.values())


def test_a_message_holds_no_text_of_the_cable() -> None:
    odd = '1. (S/"\u202e) The minister smiled.'
    messages = [warning.message for warning in read(SOUND.replace("1. (C)", odd).encode()).warnings]
    assert CODES["unknown-control"] in messages


def test_a_mark_with_a_hidden_sequence_in_it_is_told_on_one_line() -> None:
    text = SOUND.replace("SUBJECT: ", "SUBJECT:(S\x1b[J  NF) ")
    (message,) = (w.message for w in read(text.encode()).warnings if w.code.startswith("subject"))
    assert message.endswith("((S NF))")


def test_warnings_stand_in_the_order_of_the_text() -> None:
    text = SOUND.replace("2. (U)", "2. (S//NF)").replace("12958", "12598")
    lines = [warning.line for warning in read(text.encode()).warnings]
    assert lines == sorted(lines) == [9, 15, 15]
