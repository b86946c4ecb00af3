"""What is safe is let through: the program's own words, and what people cleared."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from redactor.cable import read
from redactor.release import build, public_files
from redactor.release.proof.brief import question_line, read_question
from redactor.release.proof.own import own_views
from redactor.text import Span
from tests.release.builder import decide, make_review
from tests.release.planting import plant
from tests.release.proof.written import Written, signed
from tests.release.render.samples import OFFICE
from tests.release.test_planted_leaks import _clean_release

_CLEAN = 40


def _written(
    text: str,
    withheld: list[Span],
    cleared: tuple[Span, ...] = (),
    office: str = "Office of Releases",
) -> Written:
    cable = read(text.encode())
    review = replace(
        make_review(cable, decide(2, "redact", *withheld, codes=("b6",))), cleared=cleared
    )
    release = build(review, "bucket", "R-0001", office=office)
    files = public_files(release)
    return Written(review, release, {**files, **signed(files)})


def test_clean_releases_raise_no_alarm(tmp_path: Path) -> None:
    for number in range(_CLEAN):
        folder = tmp_path / str(number)
        folder.mkdir()
        clean = _written(*_clean_release(number))
        assert clean.found(folder, clean.files) == []


@pytest.mark.parametrize(
    "office",
    [
        OFFICE,
        "B\u00fcro f\u00fcr \u00c4mter \\ \u201eX\u201c",
        "Office of Releases " * 8,
        "UNCLASSIFIED",
    ],
)
def test_an_office_of_any_name_raises_no_alarm(tmp_path: Path, office: str) -> None:
    clean = _written(*_clean_release(1), office=office)
    assert clean.found(tmp_path, clean.files) == []


def test_the_programs_own_words_are_no_leak(tmp_path: Path) -> None:
    """A cable may withhold any word that the program writes in every release."""
    model = _written(*_clean_release(0))
    facts = model.brief(tmp_path, {}).facts
    said = " ".join(view.text for _, view in own_views(facts, model.files))
    words = sorted(set(re.findall(r"[A-Za-z]{4,}", said)))
    assert len(words) > 300
    lines = "".join(f"{n}. (S) Zyx {word} qyz.\n\n" for n, word in enumerate(words, 1))
    withheld = [Span(m.start(1), m.end(1)) for m in re.finditer(r"Zyx (\w+) qyz", lines)]
    clean = _written(lines, withheld)
    assert clean.found(tmp_path, clean.files) == []


def test_what_was_cleared_may_stand_in_all_files(tmp_path: Path) -> None:
    planted = plant("Quilleran", "bare", "Quilleran", "paragraph")
    clean = _written(planted.text, [planted.withheld], (planted.again,))
    assert "Quilleran" in clean.release.text
    assert clean.found(tmp_path, clean.files) == []
    elsewhere = {**clean.files, "determination.txt": b"Quilleran\n"}
    assert [each.file for each in clean.found(tmp_path, elsewhere)] == ["determination.txt"]


def test_a_brief_says_the_same_at_the_other_end(tmp_path: Path) -> None:
    brief = _written(*_clean_release(3)).brief(tmp_path, {})
    assert read_question(question_line(brief)) == brief
