"""``docs/warnings.md`` and the catalogue of warnings say the same, and no warning is untested.

A new warning needs one line in ``CODES``, one row in the document, and a fixture or a test.
"""

import re
from pathlib import Path

import pytest

from redactor.cable import CODES, read

TESTS = Path(__file__).parent
DOCUMENT = TESTS.parents[1] / "docs" / "warnings.md"
ROW = re.compile(r"^\| `([\w-]+)` \| (.+?) \| (.+?) \| (.+?) \|$", re.MULTILINE)
ROWS: list[tuple[str, str, str, str]] = ROW.findall(DOCUMENT.read_text("utf-8"))


def test_the_document_names_each_code_once_and_no_other() -> None:
    assert sorted(code for code, *_ in ROWS) == sorted(CODES)


@pytest.mark.parametrize("code", CODES)
def test_the_document_gives_the_sentence_that_people_are_shown(code: str) -> None:
    said = {known: sentence for known, sentence, *_ in ROWS}
    row = f"| `{code}` | {CODES[code]} | what to do | practice |"
    assert said.get(code) == CODES[code], f"docs/warnings.md needs the row: {row}"


@pytest.mark.parametrize(("code", "advice"), [(code, advice) for code, _, advice, _ in ROWS])
def test_advice_is_in_sentences(code: str, advice: str) -> None:
    assert advice.endswith("."), code
    assert advice[0].isupper(), code


def test_every_code_is_raised_by_a_fixture_or_named_by_a_test() -> None:
    fixtures = (path.read_bytes() for path in (TESTS.parent / "cables").glob("*.txt"))
    raised = {warning.code for data in fixtures for warning in read(data).warnings}
    tests = "".join(path.read_text("utf-8") for path in TESTS.glob("test_*.py"))
    assert [code for code in CODES if code not in raised and f'"{code}"' not in tests] == []
