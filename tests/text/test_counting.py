"""Numbers in words."""

from redactor.text import plural


def test_numbers_and_nouns_agree() -> None:
    assert [plural(n, "item") for n in (0, 1, 2_000)] == ["0 items", "1 item", "2,000 items"]
