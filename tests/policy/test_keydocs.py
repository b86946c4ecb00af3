"""The words under the keys of a shape are read from its source."""

from redactor.policy.keydocs import key_docs
from redactor.policy.schema import PolicyFile
from redactor.policy.when import Near, Words


class Elsewhere:
    """Not a class of the program."""

    given: int
    """How many."""


def test_the_words_under_a_key_are_its_documentation() -> None:
    said = key_docs(PolicyFile)
    assert said["uses"].startswith("Other files: rules (.yaml), lists (.txt)")
    assert "policy" not in said


def test_a_shape_has_the_words_of_the_shape_that_it_extends() -> None:
    assert key_docs(Words).items() <= key_docs(Near).items()
    assert key_docs(Words)


def test_other_classes_say_nothing() -> None:
    assert key_docs(Elsewhere) == {}
