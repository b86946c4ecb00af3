"""What the pages of a PDF show is release.txt, in whatever script, and is told from other words."""

import pytest

from redactor.release import Release
from redactor.release.head import Title
from redactor.release.proof.brief import Facts
from redactor.release.proof.pdf import read_pdf
from redactor.release.proof.views import Fault, Printed
from redactor.release.render import release_pdf
from tests.release.render.samples import OFFICE, in_part, of_words


def _faults(release: Release, text: str) -> list[str]:
    facts = Facts(Title(release.number, release.determination), release.signing, "bucket", None)
    found = read_pdf(release_pdf(release), Printed(text, facts))
    return [each.words for each in found if isinstance(each, Fault)]


@pytest.mark.parametrize(
    "words",
    [
        "state-of-the-art " * 60,
        "x" * 500,
        "pa-\ntience- " * 50,
        "100% sure (really) \\ \\n ) ( endstream endobj %%EOF ",
        "\u05e9\u05dc\u05d5\u05dd (\u05e2\u05d5\u05dc\u05dd) and so on",
        "\u0645\u0631\u062d\u0628\u0627 and so on",
        "e\u0301 a\u0308 \u200d \ufb01 \u00ad a\tb \u00a0 c",
        "\u4e2d\u6587\u5b57 \U0001f600",
        "\u041d\u0435\u0442, \u03b1\u03b2\u03b3, \u0141\u00f3d\u017a",
        "long words " * 2000,
    ],
)
def test_words_in_any_script_are_those_of_the_text(words: str) -> None:
    release = of_words(words)
    assert _faults(release, release.text) == []


def test_a_page_bears_the_office_in_its_frame() -> None:
    release = in_part(office=OFFICE * 3)
    assert _faults(release, release.text) == []


@pytest.mark.parametrize("other", ["Minister", "talks", "[", "3."])
def test_one_word_more_or_less_is_told(other: str) -> None:
    release = in_part()
    assert other in release.text
    without = release.text.replace(other, "", 1)
    assert _faults(release, without) == ["shows other words than release.txt"]
    twice = release.text.replace(other, f"{other} {other}", 1)
    assert _faults(release, twice) == ["shows other words than release.txt"]
