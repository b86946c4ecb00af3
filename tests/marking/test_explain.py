"""Every part of a marking in plain words, with its source."""

import pytest

from redactor.marking import REGISTER, Entry, explain, parse_portion
from redactor.marking.register import CATEGORIES, ENTRIES


def told(text: str) -> dict[str, str]:
    read = parse_portion(text)
    assert read is not None
    return {part.what: part.sentence for part in explain(read.marking)}


def test_every_part_has_its_sentence() -> None:
    parts = told("(TS//SI-G ABCD//RD-SG 14//FGI GBR NATO//CT//CUI//SP-AAAA/BBBB//OC/NF//XD)")
    assert list(parts) == [
        "TOP SECRET", "SI-G ABCD", "RD-SIGMA 14", "FGI GBR", "NATO", "CT", "CUI", "SP-AAAA",
        "BBBB", "ORCON", "NOFORN", "EXDIS",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "what", "words"),
    [
        ("(S//NF)", "NOFORN", "not allowed: release or display to a foreign government"),
        ("(S//RD)", "RD", "belongs to DOE"),
        ("(S//RD)", "RD", "no date ever frees it"),
        ("(S//REL TO USA, GBR)", "REL TO USA, GBR", "Releasable to the countries"),
        ("(S)", "no word of release", "not releasable abroad until somebody decides"),
        ("(//NS)", "NATO", "no date of the United States frees it"),
        ("(//FGI C)", "FGI", "must not be named"),
        ("(//JOINT S GBR USA)", "JOINT GBR, USA", "GBR, USA together"),
        ("(S//FGI GBR)", "FGI GBR", "22 CFR 9.4(c)(3)"),
        ("(C//CT)", "CT", "The register does not know this control"),
        ("(S//SAR-XXX)", "SAR-XXX", "special access program"),
        ("(U//SBU)", "SBU", "12 FAM 541"),
    ],
)
def test_a_sentence_says_what_it_means_and_forbids(text: str, what: str, words: str) -> None:
    assert words in told(text)[what]


def test_plain_unclassified_text_forbids_nothing_of_its_own() -> None:
    assert list(told("(U)")) == ["UNCLASSIFIED"]
    assert "not allowed" not in told("(U)")["UNCLASSIFIED"]


@pytest.mark.parametrize("entry", REGISTER, ids=lambda entry: entry.name)
def test_every_entry_of_the_register_is_whole(entry: Entry) -> None:

    whole = ENTRIES[entry.name]
    assert whole.meaning.endswith(".")
    assert whole.forbids.endswith(".")
    assert whole.owner
    assert whole.cite
    assert whole.category in CATEGORIES
    assert not whole.instead or whole.instead.split("-")[0] in ENTRIES
    assert all(weak in ENTRIES for weak in whole.absorbs)
