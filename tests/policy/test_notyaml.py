"""What is said of a file that is no YAML: where a person would look, and what to do."""

import pytest

from redactor.policy import PolicyError
from redactor.policy.strictyaml import read_yaml


def said(text: str) -> str:
    with pytest.raises(PolicyError) as caught:
        read_yaml(text.encode(), "p")
    (fault,) = caught.value.faults
    assert fault.code == "not-yaml"
    return f"{fault.line}:{fault.column} {fault.message}"


@pytest.mark.parametrize(
    ("text", "place", "words"),
    [
        ("a: b: c", "1:5", "a colon stands where none is wanted"),
        ("a: 1\n b: 2", "2:3", "line the key up with those that it belongs to"),
        ("a: @x", "1:4", 'a value cannot begin with "@"; put it in quotes'),
        ("a: `x`", "1:4", 'a value cannot begin with "`"'),
        ("a: 1\nb: 'x\nc: 2\n", "2:4", "a quotation mark opens here and is never closed"),
        ("a: 1\nb: [1, 2\nc: 3\n", "2:4", '"[" opens here and is not closed when line 3 is'),
        ("b: {x: 1\nc: 3\n", "1:4", 'a comma or "}" is missing'),
        ('a: "\\d"', "1:6", "in double quotes a backslash begins an escape"),
        ("a:\n  b: 1\n c: 2", "3:2", "this line is not indented like those that it belongs to"),
        ("- a\nb: 1", "2:1", "this line is not indented like those that it belongs to"),
        ("a: 'it's'", "1:8", "nothing can follow a closing quotation mark"),
        ("a: [b]]", "1:7", '"]" stands here and was not opened'),
        ("a: - b", "1:4", 'an entry ("- ") cannot follow its key'),
        ("a: 1\nbcd\n", "2:1", "a key stands here without its colon"),
        ("a: |x\n  y", "1:5", 'nothing can follow "|" or ">" on its line'),
        ("a: ]", "1:4", 'a value is missing here, before "]"'),
        ("a: *", "1:4", 'a value cannot begin with "&" or "*"'),
    ],
)
def test_each_slip_is_said_in_words_at_its_place(text: str, place: str, words: str) -> None:
    told = said(text)

    assert told.startswith(f"{place} ")
    assert words in told


@pytest.mark.parametrize(
    "escape", ["\\0", "\\u001b", "\\u200b", "\\ud800", "\\r", "\\t", "\\u2028"]
)
def test_a_hidden_character_is_refused_as_an_escape_too(escape: str) -> None:
    with pytest.raises(PolicyError, match="p:1:4: an escape stands for a hidden character"):
        read_yaml(f'a: "x{escape}y"'.encode(), "p")


def test_a_line_end_in_words_is_none_of_them() -> None:
    assert read_yaml(b"a: |\n  one\n  two\n", "p").content == {"a": "one\ntwo\n"}
