"""The table of codes, and which sets of them may withhold."""

from datetime import date

import pytest

from redactor.policy import (
    BASES,
    Basis,
    PolicyError,
    Support,
    code_table,
    find_code,
    print_code,
    refusal,
    was_25_at,
)
from redactor.policy.citations import is_citation
from redactor.policy.codes import codes_of
from redactor.policy.shipped import code_files
from redactor.policy.strictyaml import read_yaml

TABLE = code_table()
FULL = Support(statute="8 USC 1202(f)", guide="Guide 1", topic="Topic 2", harm="It would hurt.")


def test_the_table_holds_every_code_once() -> None:
    privileges = ["b5", "b5-dp", "b5-ac", "b5-awp"]
    exemptions = ["b2", "b3", "b4", *privileges, "b6", *(f"b7{x}" for x in "abcdef"), "b8", "b9"]
    privacy = ["pa-d5", "pa-j1", "pa-j2", *(f"pa-k{n}" for n in range(1, 8))]

    assert list(TABLE) == [
        "b1",
        *(f"1.4({x})" for x in "abcdefgh"),
        *(f"25X{n}" for n in range(1, 10)),
        "50X1-HUM",
        "50X2-WMD",
        *exemptions,
        *privacy,
        "statute",
    ]


def test_every_code_has_a_title_and_a_source() -> None:
    assert all(code.title and code.cite and code.bases for code in TABLE.values())


@pytest.mark.parametrize(
    ("code", "printed"),
    [
        ("b1", "(b)(1)"),
        ("b7c", "(b)(7)(C)"),
        ("1.4(b)", "1.4(b)"),
        ("25X6", "25X6"),
        ("50X1-HUM", "50X1-HUM"),
        ("b5-dp", "(b)(5) DP"),
        ("pa-k2", "(k)(2)"),
    ],
)
def test_codes_as_printed(code: str, printed: str) -> None:
    assert print_code(code) == printed


def test_a_statute_prints_its_name() -> None:
    assert print_code("statute", FULL) == "8 USC 1202(f)"
    assert print_code("statute") == "statute"
    assert print_code("b3", FULL) == "(b)(3)"


def test_an_unknown_code_cannot_be_printed() -> None:
    with pytest.raises(ValueError, match=r'"b66" is not a code; did you mean "b6"\?'):
        print_code("b66")


def test_what_is_security_and_what_is_not() -> None:
    security = {code.id for code in TABLE.values() if code.security}

    assert security == {code for code in TABLE if code.startswith(("b1", "1.4", "25X", "50X"))}


@pytest.mark.parametrize(
    ("codes", "basis", "over_25"),
    [
        (["b1", "1.4(d)"], "foia", False),
        (["1.4(d)"], "mdr", False),
        (["b1", "25X6"], "foia", True),
        (["25X6", "50X1-HUM"], "automatic", True),
        (["b3"], "foia", True),
        (["b6"], "foia", True),
        (["b1", "1.4(b)", "b6", "b7d"], "foia", False),
        (["statute"], "systematic", True),
    ],
)
def test_sets_that_may_withhold(codes: list[str], basis: Basis, *, over_25: bool) -> None:
    assert refusal(codes, basis, age_over_25=over_25, support=FULL) is None


@pytest.mark.parametrize(
    ("codes", "basis", "over_25", "said"),
    [
        ([], "foia", False, "A withholding needs a code: name at least one."),
        (["b66"], "foia", False, '"b66" is not a code; did you mean "b6"?'),
        (
            ["zz"], "foia", False,
            ('"zz" is not a code; codes are b1 to b9, 1.4(a) to 1.4(h), 25X1 to 25X9, 50X1-HUM, '
            "50X2-WMD, pa-d5 to pa-k7 and statute."),
        ),
        (
            ["b6"], "mdr", False,
            "(b)(6) is not legal under MDR: use a 1.4 or 25X code, or statute.",
        ),
        (["statute"], "foia", False, "statute is not legal under FOIA: use a FOIA exemption."),
        (
            ["b1", "1.4(d)"], "foia", True,
            "1.4(d) ends after 25 years: use a 25X code with its guide and topic.",
        ),
        (["25X6"], "mdr", False, "25X6 begins only after 25 years: use a 1.4 code."),
        (["b1"], "foia", False, "(b)(1) needs a 1.4 code beside it."),
        (["b1", "b6"], "foia", True, "(b)(1) needs a 25X code beside it."),
        (["1.4(d)"], "foia", False, "Under FOIA 1.4(d) needs (b)(1) beside it."),
    ],
)  # fmt: skip
def test_sets_that_may_not(codes: list[str], basis: Basis, *, over_25: bool, said: str) -> None:
    assert refusal(codes, basis, age_over_25=over_25, support=FULL) == said


@pytest.mark.parametrize(
    ("codes", "support", "said"),
    [
        (["b3"], Support(), "(b)(3) needs its statute, named as a citation such as 8 USC 1202(f)."),
        (
            ["b1", "25X6"], Support(guide="Guide 1"),
            "25X6 needs an approved guide and its topic: name both.",
        ),
        (
            ["b6"], Support(statute="x"),
            "(b)(6) needs the harm that disclosure would foreseeably cause: describe it.",
        ),
    ],
)  # fmt: skip
def test_what_a_decision_must_carry(codes: list[str], support: Support, said: str) -> None:
    assert refusal(codes, "foia", age_over_25=True, support=support) == said


@pytest.mark.parametrize(
    ("code", "refused"),
    [("b5-dp", True), ("b5", True), ("b5-ac", False), ("b5-awp", False), ("b6", False)],
)
def test_deliberation_ends_when_the_record_was_25_years_old_at_the_request(
    code: str, *, refused: bool
) -> None:
    said = refusal([code], "foia", age_over_25=True, over_25_at_request=True, support=FULL)

    assert (said is not None) is refused
    assert refusal([code], "foia", age_over_25=True, support=FULL) is None


@pytest.mark.parametrize(
    ("requested", "over"), [("2033-07-17", False), ("2033-07-18", True), ("2034-01-01", True)]
)
def test_the_request_counts_by_the_anniversary_not_by_the_year(
    requested: str, *, over: bool
) -> None:
    assert was_25_at(date.fromisoformat(requested), date(2008, 7, 18)) is over


def test_a_leap_day_has_its_anniversary_on_the_first_of_march() -> None:
    assert not was_25_at(date(2033, 2, 28), date(2008, 2, 29))
    assert was_25_at(date(2033, 3, 1), date(2008, 2, 29))


def test_codes_are_read_from_files_that_anyone_may_edit() -> None:
    data = b"""\
codes:
  - {id: b6-min, printed: (b)(6) MIN, title: A minor, cite: 5 USC 552(b)(6), bases: foia,
    needs: harm, security: false, family: exemption}
"""
    (code,) = codes_of([read_yaml(data, "5-mine.yaml")]).values()

    assert (code.id, code.printed, code.needs, code.age) == (
        "b6-min",
        "(b)(6) MIN",
        ("harm",),
        None,
    )


def test_a_code_that_two_files_define_is_a_fault() -> None:
    (file,) = [path for path in code_files() if path.stem == "2-foia"]
    document = read_yaml(file.read_bytes(), "foia.yaml")

    with pytest.raises(PolicyError) as caught:
        codes_of([document, document])

    assert 'foia.yaml:9:9: the code "b2" stands twice; keep one.' in str(caught.value)


@pytest.mark.parametrize("code", ["b2", "b4", "b5", "b6", "b7a", "b7f"])
def test_these_need_a_harm_text(code: str) -> None:
    assert TABLE[code].needs == ("harm",)


def test_foia_numbers_are_legal_under_foia_only() -> None:
    for code in TABLE.values():
        if code.id.startswith(("b", "pa-")):
            assert code.bases == ("foia",)
        elif code.id != "statute":
            assert code.bases == BASES


@pytest.mark.parametrize(
    ("written", "code"),
    [("(b)(6)", "b6"), ("B7(C)", "b7c"), ("25x1", "25X1"), ("1.4 (D)", "1.4(d)"), ("x", "x")],
)
def test_a_code_is_found_as_printed_and_in_any_case(written: str, code: str) -> None:
    assert find_code(written) == code


@pytest.mark.parametrize(
    "words",
    ["8 USC 1202(f)", "8 USC 1202(f), INA 222(f)", "22 U.S.C. 4354(b)(2)", "50 USC 3024(i)(1)",
     "P.L. 105-261 sec. 3161", "10 CFR 1045.155", "50a USC 2411(c)"],
)  # fmt: skip
def test_citations(words: str) -> None:
    assert is_citation(words)


@pytest.mark.parametrize(
    "words", ["", " ", "Ahmed Xayyim", "8 USC 1202(f) because he is our source", "the statute", "6"]
)
def test_what_is_no_citation_is_not_printed_as_one(words: str) -> None:
    assert not is_citation(words)
