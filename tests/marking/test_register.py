"""The register as data: every spelling is read, every form is printed, nothing stands twice."""

import pytest

from redactor.marking import REGISTER, Entry, parse_banner, parse_portion, portion_form
from redactor.marking.register import CODES, GROUPS, OPENINGS

WHOLE = [entry for entry in REGISTER if entry.name not in {"SAR", "REL TO", "DISPLAY ONLY"}]


def in_mark(entry: Entry, spelling: str) -> str:
    """Give a mark that bears the spelling: subsets of RD follow it."""
    level = "S" if "S" in entry.levels else entry.levels[0]
    return f"{level}//RD-{spelling} 14" if entry.name == "SIGMA" else f"{level}//{spelling}"


@pytest.mark.parametrize("entry", WHOLE, ids=lambda entry: entry.name)
def test_every_spelling_of_a_control_means_the_same(entry: Entry) -> None:
    spellings = {entry.name, entry.portion, *entry.also} - {"N"}
    read = [parse_banner(in_mark(entry, spelling)) for spelling in sorted(spellings)]
    assert None not in read
    assert len({one.marking for one in read if one}) == 1
    assert all(not one.flags for one in read if one)


@pytest.mark.parametrize("entry", WHOLE, ids=lambda entry: entry.name)
def test_every_control_is_printed_in_its_portion_form(entry: Entry) -> None:
    read = parse_portion(in_mark(entry, entry.portion))
    assert read is not None
    assert entry.portion in portion_form(read.marking)


def test_no_name_or_portion_form_stands_twice() -> None:
    assert len({entry.name for entry in REGISTER}) == len(REGISTER)
    assert len({entry.portion for entry in REGISTER}) == len(REGISTER)


def test_groups_are_spelled_out_in_known_codes() -> None:
    assert all(members <= CODES for members in GROUPS.values())
    assert all("USA" in members for members in GROUPS.values())


@pytest.mark.parametrize("word", sorted(OPENINGS))
def test_every_word_that_opens_a_mark_is_read(word: str) -> None:
    read = parse_portion(f"({word})")
    assert read is not None
    assert read.marking.grade == OPENINGS[word].grade


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("SECRET//NOFORN//X1", "X1"),
        ("SECRET//MR", "MR"),
        ("SECRET//X1,X5", "X1,X5"),
        ("TOP SECRET//SI//NOFORN//20281231", "20281231"),
        ("SECRET//25X1, 20481231", "25X1, 20481231"),
        ("SECRET//50X1-HUM", "50X1-HUM"),
        ("SECRET//NOFORN", None),
    ],
)
def test_the_value_that_ended_old_banners_is_taken_off_and_kept(
    text: str, value: str | None
) -> None:
    read = parse_banner(text)
    assert read is not None
    assert read.declassify == value
    assert not read.marking.unknown
    assert read.flags == ()
