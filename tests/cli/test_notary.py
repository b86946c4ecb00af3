"""The notary: whom it asks for a passphrase, and which key it takes."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from redactor.audit import KeyFaultError, is_locked, read_public_key
from redactor.cli.notary import PASSPHRASE, Notary, key_path, known_keys, nobody
from tests.review.world import World


@pytest.fixture(autouse=True)
def _nothing_in_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(PASSPHRASE, raising=False)


def saying(*words: str) -> Callable[[str], str]:
    """Give somebody who answers these words, one after the other."""
    left: Iterator[str] = iter(words)
    return lambda _question: next(left)


def never(_question: str) -> str:
    pytest.fail("nobody was to be asked")


def test_a_key_is_made_once_without_asking_and_recorded_once(tmp_path: Path) -> None:
    world = World(tmp_path)
    first = Notary(world["ann"], ask=never).key()
    assert Notary(world["bob"], ask=never).key().public == first.public
    assert known_keys(world.case) == (str(first.public),)
    assert key_path(world.case.path, None) == tmp_path / "small.case.key"


def test_a_key_of_another_place_is_recorded_when_it_signs(tmp_path: Path) -> None:
    world = World(tmp_path)
    one = Notary(world["ann"], ask=never).key()
    two = Notary(world["ann"], str(tmp_path / "office.key"), ask=never).key()
    assert known_keys(world.case) == (str(one.public), str(two.public))


def test_a_passphrase_is_said_twice_when_a_key_is_made_and_once_to_use_it(tmp_path: Path) -> None:
    world = World(tmp_path)
    made = Notary(world["ann"], ask=saying("open sesame", "open sesame")).key(lock=True)
    assert is_locked(key_path(world.case.path, None))
    assert Notary(world["ann"], ask=saying("open sesame")).key().public == made.public


@pytest.mark.parametrize("words", [("",), ("one", "two")], ids=["empty", "two"])
def test_no_key_is_made_with_a_passphrase_that_nobody_means(
    tmp_path: Path, words: tuple[str, ...]
) -> None:
    world = World(tmp_path)
    with pytest.raises(KeyFaultError, match="no key was made"):
        Notary(world["ann"], ask=saying(*words)).key(lock=True)
    assert list(tmp_path.glob("*.key*")) == []
    assert known_keys(world.case) == ()


def test_behind_a_screen_nobody_is_asked(tmp_path: Path) -> None:
    world = World(tmp_path)
    Notary(world["ann"], ask=saying("a", "a")).key(lock=True)
    with pytest.raises(KeyFaultError, match=f"set {PASSPHRASE}, or use: redactor release"):
        Notary(world["ann"], ask=nobody).key()


def test_a_locked_key_is_followed_by_a_locked_one(tmp_path: Path) -> None:
    world = World(tmp_path)
    Notary(world["ann"], ask=saying("a", "a")).key(lock=True)
    rotated = Notary(world["ann"], ask=saying("a", "b", "b")).rotate()
    path = key_path(world.case.path, None)
    assert is_locked(path)
    assert read_public_key(path) == rotated.public
    assert known_keys(world.case)[-1] == str(rotated.public)


def test_a_rotation_that_was_cut_short_lets_the_old_key_go_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    world = World(tmp_path)
    old = Notary(world["ann"], ask=never).key()

    def full(*_: object) -> None:
        raise KeyFaultError("there is no space left on the disk")

    monkeypatch.setattr("redactor.cli.notary.replace_key", full)
    with pytest.raises(KeyFaultError, match="no space"):
        Notary(world["ann"], ask=never).rotate()
    monkeypatch.undo()
    assert Notary(world["ann"], ask=never).key().public == old.public
    assert known_keys(world.case)[-1] == str(old.public)
