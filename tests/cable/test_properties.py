"""What holds for every input: nothing raises, nothing is lost, nothing is told of the text."""

import re
import sys
from pathlib import Path
from types import FrameType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redactor.cable import LEVELS, Cable, read
from redactor.cable.warnings import CODES

FIXTURES = sorted((Path(__file__).parent.parent / "cables").glob("*.txt"))
CABLES = [path.read_bytes() for path in FIXTURES]
SCRAPS = [
    b"\n", b"\r\n", b"\r", b"\n\n", b"\f", b"\x00", b"\xff", b"\xc2\xb6", b"\xe2\x80\xae", b"(",
    b")", b"(C)", b"(S//NF)", b"1. ", b"13. (C) ", b"\xef\xbf\xbd2. ", b"SECRET\n", b"-----\n",
    b"ZENDA 00000641  002 OF 002", b"PAGE 02 ZENDA 03759 01 OF 02 111533Z", b"TAGS: ", b"SUBJECT: ",
    b"E.O. 12958: ", b"REF: A. ", b"Classified By: ", b"NNNN\n", b"Message Attributes\n", b"MRN: ",
    b"Signature: ", b"S E C R E T SECTION 02 OF 02 ZENDA 000641\n",
]  # fmt: skip
MARKING_OR_NUMBER = re.compile(r"[A-Za-z0-9()\[\]{}/, .'&-]{1,84}")


@st.composite
def damaged_cables(draw: st.DrawFn) -> bytes:
    data = bytearray(draw(st.sampled_from(CABLES)))
    for _ in range(draw(st.integers(1, 6))):
        at = draw(st.integers(0, len(data)))
        gone = draw(st.integers(0, 40))
        data[at : at + gone] = draw(st.sampled_from(SCRAPS)) * draw(st.integers(0, 3))
    return bytes(data)


def assert_sound(data: bytes, cable: Cable) -> None:
    at = 0
    for segment in cable.segments:
        assert segment.span.start == at
        assert segment.span.end > at
        at = segment.span.end
    assert at == len(cable.text)
    assert cable.text.encode(cable.encoding) == data
    assert cable.size == len(data)
    assert_paragraphs_are_sound(cable)
    for warning in cable.warnings:
        assert 1 <= warning.line <= max(1, len(cable.lines))
        detail = warning.message.removeprefix(CODES[warning.code])
        assert not detail or MARKING_OR_NUMBER.fullmatch(detail.removeprefix(" (")[:-1])


def assert_paragraphs_are_sound(cable: Cable) -> None:
    last = 0
    for paragraph in cable.paragraphs:
        assert last <= paragraph.span.start < paragraph.span.end
        last = paragraph.span.end
        written = paragraph.span.cut(cable.text)
        assert written == written.strip()
        levels = [mark.level for mark in (paragraph.marking, *paragraph.marks_inside) if mark.level]
        if levels:
            assert paragraph.effective_level is not None
            assert LEVELS.index(paragraph.effective_level) >= max(map(LEVELS.index, levels))
        for mark in (paragraph.marking, *paragraph.marks_inside):
            if mark.span is not None and not any(map(mark.span.meets, cable.furniture)):
                assert mark.span.cut(cable.text) == mark.text
    inside = [s for s in cable.segments if any(p.span.holds(s.span) for p in cable.paragraphs)]
    assert {segment.kind for segment in inside} <= {"paragraph", "furniture"}


@given(st.binary(max_size=400))
def test_any_bytes_are_read_without_loss(data: bytes) -> None:
    assert_sound(data, read(data))


@given(st.text(alphabet="(CSU)/NF1. \n\r¶-:ABTR\u2028\ufeff", max_size=200))
def test_any_text_of_marks_and_numbers_is_read_without_loss(text: str) -> None:
    data = text.encode()
    assert_sound(data, read(data))


@given(damaged_cables())
def test_damaged_cables_are_read_without_loss(data: bytes) -> None:
    assert_sound(data, read(data))


@given(damaged_cables())
def test_reading_twice_gives_the_same(data: bytes) -> None:
    one, other = read(data), read(data)
    assert (one.paragraphs, one.segments, one.warnings) == (
        other.paragraphs,
        other.segments,
        other.warnings,
    )


def calls_to_read(data: bytes) -> int:
    """Count the calls that reading makes: a measure of work that no clock disturbs."""
    count = 0

    def tick(_frame: FrameType, _event: str, _argument: object) -> None:
        nonlocal count
        count += 1

    before = sys.getprofile()
    sys.setprofile(tick)
    try:
        read(data)
    finally:
        sys.setprofile(before)
    return count


@pytest.mark.parametrize(
    "line",
    [
        "1. (C) text", "1. text", "(C) text", "text", "INFO X", "TO RUEHC/X", "MRN: 12 ZENDA 1",
        "CONFIDENTIAL", "SUBJECT: X", "HEADING", "ZENDA 00000641  002 OF 002", "((((((((",
        "12. (S//NF) (U) text (C)", "Classified By: X REASON 1.4 (b)", "NNNN", "- (C) item",
    ],
)  # fmt: skip
@pytest.mark.parametrize("gap", ["\n", "\n\n", " "])
def test_work_grows_in_step_with_size(line: str, gap: str) -> None:
    small, large = ((line + gap) * count for count in (200, 1600))
    assert calls_to_read(large.encode()) < 10 * calls_to_read(small.encode())
