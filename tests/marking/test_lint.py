"""The lint: places, correct forms, sources, and what was right on its day."""

from datetime import date

import pytest

from redactor.marking import Finding, lint_banner, lint_portion
from redactor.marking.register import FAULTS, PAIRS


def found(text: str, code: str) -> Finding:
    return next(finding for finding in lint_portion(text) if finding.code == code)


@pytest.mark.parametrize(
    ("text", "code", "place"),
    [
        ("(S/NF)", "single-slash", "/"),
        ("(S / NF)", "single-slash", " / "),
        ("(C-NF)", "odd-separator", "-"),
        ("(S//NF/OC)", "control-order", "OC"),
        ("(S//XD//NF)", "category-order", "NF"),
        ("(S//NF/CT)", "unknown-control", "CT"),
        ("(C)  ", "", ""),
        ("  C)", "malformed", "C"),
        ("(S//REL TO GBR)", "usa-missing", "REL TO GBR"),
        ("(S//NF/REL TO USA, GBR)", "noforn-with-rel", "REL TO USA, GBR"),
        ("(SECRET//NF)", "long-form-in-portion", "SECRET"),
        ("(U//SI)", "wrong-level", "SI"),
        ("(//JOINT S GBR USA//NF)", "joint-with-noforn", "NF"),
        ("(LOU)", "obsolete-control", "LOU"),
        ("the minister", "not-a-marking", "the minister"),
    ],
)
def test_a_finding_points_at_its_token(text: str, code: str, place: str) -> None:
    if not code:
        assert lint_portion(text) == ()
        return
    assert found(text, code).span.cut(text) == place


@pytest.mark.parametrize(
    ("text", "correct"),
    [
        ("(s/nf)", "(S//NF)"),
        ("(S//REL TO GBR, USA)", "(S//REL TO USA, GBR)"),
        ("(S//REL TO USA, GBR//XD)", "(S//NF//XD)"),
        ("(S//NF//XD/ND)", "(S//NF//ND)"),
        ("C)", "(C)"),
        ("(CUI)(C)", ""),
    ],
)
def test_every_finding_gives_the_correct_form(text: str, correct: str) -> None:
    findings = lint_portion(text)
    assert findings
    assert {finding.correct for finding in findings} == {correct}


def test_sentences_and_sources_come_from_the_register() -> None:
    pair = found("(S//REL TO USA, GBR//XD)", "exdis-with-rel")
    assert pair.message == "EXDIS forbids REL TO."
    assert pair.cite == "CAPCO 2016, D.2"
    level = found("(C//FOUO)", "wrong-level")
    assert level.message == "FOUO stands at level U only."
    assert "32 CFR 2002.44(b)" in level.cite
    gone = found("(LOU)", "obsolete-control")
    assert gone.message == "LOU is not used since 01 October 1995; SBU is."
    assert gone.cite == "00 STATE 018029"


@pytest.mark.parametrize(
    ("text", "written", "codes"),
    [
        ("LIMITED OFFICIAL USE", date(1995, 9, 30), []),
        ("LIMITED OFFICIAL USE", date(1995, 10, 1), ["obsolete-control"]),
        ("SECRET//ORCON,NOFORN", date(2005, 6, 30), []),
        ("SECRET//ORCON,NOFORN", date(2005, 7, 1), ["odd-separator"]),
        ("SECRET//NOFORN//X1", date(2008, 1, 31), []),
        ("SECRET//NOFORN//X1", date(2008, 2, 1), ["obsolete-declassify"]),
        ("SECRET/NOFORN", date(1999, 1, 1), ["single-slash"]),
    ],
)
def test_a_form_is_no_fault_in_its_own_day(text: str, written: date, codes: list[str]) -> None:
    assert [finding.code for finding in lint_banner(text, written)] == codes


@pytest.mark.parametrize("code", sorted(FAULTS))
def test_every_fault_has_a_sentence_and_a_source(code: str) -> None:
    words, cite = FAULTS[code]
    assert words.endswith(".")
    assert cite


def test_codes_of_pairs_and_faults_do_not_clash() -> None:
    assert not FAULTS.keys() & {pair.code for pair in PAIRS}
