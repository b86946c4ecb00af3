"""Tampering with any file of a bundle, any byte, is named by what verifies it."""

from collections.abc import Callable

import pytest

from redactor.audit.attestation import Bundle
from tests.audit.attestation.office import Office, failing

FILES = {
    "public": ("manifest.json", "release.sdjwt", "release.txt"),
    "classified": ("opening.json", "decisions.jsonl", "BANNER.txt"),
}
EVERY = [(side, name) for side, names in FILES.items() for name in names]
SAMPLES = 100
"""Bytes of each file, spread over it."""


def with_file(bundle: Bundle, side: str, name: str, data: bytes | None) -> Bundle:
    """Give a bundle with one file changed, or without it."""
    files = {**getattr(bundle, side), name: data}
    kept = {each: content for each, content in files.items() if content is not None}
    return bundle._replace(**{side: kept})


def checked(office: Office, bundle: Bundle) -> list[str]:
    """Give what does not hold of both folders."""
    return failing([*office.public(bundle), *office.classified(bundle)])


def test_the_samples_take_in_every_file(bundle: Bundle) -> None:
    assert {side: set(getattr(bundle, side)) for side in FILES} == {
        side: set(names) for side, names in FILES.items()
    }


@pytest.mark.parametrize(("side", "name"), EVERY)
def test_any_changed_byte_is_named(office: Office, bundle: Bundle, side: str, name: str) -> None:
    data: bytes = getattr(bundle, side)[name]
    for place in {*range(0, len(data), 1 + len(data) // SAMPLES), len(data) - 1}:
        other = data[place] ^ (1 + place % 255)
        changed = data[:place] + bytes([other]) + data[place + 1 :]
        found = checked(office, with_file(bundle, side, name, changed))
        assert any(words.startswith(name) for words in found), (place, found)


@pytest.mark.parametrize(("side", "name"), EVERY)
@pytest.mark.parametrize(
    "change",
    [
        lambda data: data + b"\n",
        lambda data: b" " + data,
        lambda data: data[:-1],
        lambda data: data[: len(data) // 2],
        lambda data: data[:20] + b"x" + data[20:],
        lambda data: data + data,
        lambda _: b"",
        lambda _: b"{}",
        lambda _: b"[" * 100_000,
    ],
    ids=["longer", "indented", "shorter", "half", "more", "twice", "empty", "other", "nested"],
)
def test_any_other_length_is_named(
    office: Office, bundle: Bundle, side: str, name: str, change: Callable[[bytes], bytes]
) -> None:
    changed = with_file(bundle, side, name, change(getattr(bundle, side)[name]))
    assert any(words.startswith(name) for words in checked(office, changed))


@pytest.mark.parametrize(("side", "name"), EVERY)
def test_a_missing_file_is_named(office: Office, bundle: Bundle, side: str, name: str) -> None:
    assert any(
        words.startswith(f"{name} is missing")
        for words in checked(office, with_file(bundle, side, name, None))
    )


@pytest.mark.parametrize("side", FILES)
def test_a_file_that_was_added_is_named(office: Office, bundle: Bundle, side: str) -> None:
    changed = with_file(bundle, side, "extra.txt", b"words")
    assert "extra.txt was added: it is not part of the release" in checked(office, changed)
