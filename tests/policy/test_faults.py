"""Every fault of a policy file: its place, its words, and all of a file at once."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redactor.policy import Fault, PolicyError, load_policy, parse_policy
from redactor.policy.codes import CODE_SHAPES
from redactor.policy.plaintext import MAX_BYTES
from redactor.policy.schema import POLICY_SHAPES, RULE_SHAPES
from redactor.policy.shape import Shape
from redactor.policy.strictyaml import read_yaml
from tests.policy.build import HEAD

BROKEN = Path(__file__).parent / "broken"

EXPECTED = (BROKEN / "expected.txt").read_text(encoding="utf-8").splitlines()
"""What is said of each file, line by line, in the order of their names; of a file that it uses
after ``>``."""


@pytest.mark.parametrize("file", sorted(BROKEN.glob("*.yaml")), ids=lambda file: file.stem)
def test_a_broken_file_says_where_and_why(file: Path) -> None:
    with pytest.raises(PolicyError) as caught:
        load_policy(file)

    told = [line.removeprefix(f"{BROKEN}/") for line in str(caught.value).splitlines()]
    said = [line if line.startswith(file.name) else f"{file.name} > {line}" for line in told]
    assert said == [
        line for line in EXPECTED if line.startswith((f"{file.name}:", f"{file.name} "))
    ]


def _faults(data: bytes) -> tuple[Fault, ...]:
    with pytest.raises(PolicyError) as caught:
        parse_policy(data, "p.yaml")
    return caught.value.faults


@pytest.mark.parametrize("opening", [b"a: " + b"[" * 100_000, b"{a: " * 100_000, b"- " * 100_000])
def test_100_000_levels_give_one_line(opening: bytes) -> None:
    (fault,) = _faults(opening)

    assert fault.line == 1
    assert fault.message == "this is nested more than 20 levels deep; take brackets or indents away"


def test_a_file_over_the_limit_is_not_even_parsed() -> None:
    (fault,) = _faults(b"#" * (MAX_BYTES + 1))

    assert (
        str(fault)
        == "p.yaml: the file has 10,000,001 bytes; at most 10,000,000 are read: split it."
    )


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"a: 1\nb: \xff", "p.yaml:2:4: this is not UTF-8; save the file as UTF-8."),
        (b"a: 1\nb: \x00", "p.yaml:2:4: a hidden character (U+0000) stands here; delete it."),
        (b"a: \x1b[31m", "p.yaml:1:4: a hidden character (U+001B) stands here; delete it."),
        (b"a: \xe2\x80\x8b", "p.yaml:1:4: a hidden character (U+200B) stands here; delete it."),
    ],
)
def test_bytes_that_are_no_plain_text(data: bytes, said: str) -> None:
    assert [str(fault) for fault in _faults(data)] == [said]


def test_every_scalar_stays_the_text_that_was_written() -> None:
    read = read_yaml(b"\xef\xbb\xbfa: NO\r\nb: 1.10\r\nc: 2026-11-23\nd: [~, 0x1f, yes]\n", "p")

    assert read.content == {"a": "NO", "b": "1.10", "c": "2026-11-23", "d": ["~", "0x1f", "yes"]}


def test_a_version_is_never_a_number() -> None:
    rule = "rules: [{id: a, title: A, when: {field: body}, propose: review, because: B, cite: C}]"
    policy = parse_policy((HEAD.replace('"1"', "2026.10") + rule).encode(), "p")

    assert policy.version == "2026.10"


def test_all_faults_of_all_kinds_come_at_once_in_the_order_of_the_file() -> None:
    faults = _faults(b"a: &x 1\na: 2\nb: *x\nc: !t 3\n")

    assert [(fault.line, fault.column) for fault in faults] == [(1, 4), (2, 1), (3, 4), (4, 4)]


def test_two_rules_on_one_line_cannot_share_an_id() -> None:
    rule = "{id: a, title: A, when: {field: body}, propose: review, because: B, cite: C}"

    (fault,) = _faults((HEAD + f"rules: [{rule}, {rule}]").encode())

    assert fault.message == 'the id "a" stands twice, first on line 4; rename one'


def test_a_fault_is_one_line_whatever_the_files_name_holds() -> None:
    fault = Fault("evil\x1b[2J\nname.yaml", 1, 2, "it is wrong", "right")

    assert str(fault).splitlines() == ['evil␛[2J↵name.yaml:1:2: it is wrong. did you mean "right"?']


def test_a_mistyped_key_can_be_put_right_in_every_shape() -> None:
    shapes = set(Shape.__subclasses__())
    for shape in tuple(shapes):
        shapes |= set(shape.__subclasses__())

    named = {*CODE_SHAPES.values(), *POLICY_SHAPES.values(), *RULE_SHAPES.values()}
    nameless = {shape.__name__ for shape in shapes - named}
    assert nameless == {"Condition", "Words"}


@given(st.binary(max_size=200))
def test_any_bytes_give_faults_and_never_another_error(data: bytes) -> None:
    assert _faults(data)


@given(st.text(alphabet="abc:-[]{},&*!|>'\"%#?\n ", max_size=60))
def test_any_yaml_gives_faults_and_never_another_error(text: str) -> None:
    assert _faults((HEAD + text).encode())
