"""Many folders on disk: all there, or none, whatever happens at whatever moment."""

import os
import signal
import sys
from collections.abc import Callable
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from redactor.release import Staged, WriteFaultError
from redactor.release.exchange import exchange

NAMES = [f"R-{number:04d}" for number in range(1, 4)]
FILES = {"manifest.json": b"1", "release.txt": b"one\n"}
MORE = {"manifest.json": b"2", "release.txt": b"one\n", "release.html": b"<p>"}
Put = Callable[[Path], None]


def _nothing(_: Path) -> None:
    """Leave the folder as it is: not there."""


def _others(public: Path) -> None:
    """Let other releases be there, and what somebody else has put there."""
    with Staged(public) as staged:
        for number in (1001, 1002, 1003):
            staged.add(f"R-{number}", FILES)
        staged.publish()
    public.chmod(0o755)
    (public / "notes" / "deep").mkdir(parents=True)
    (public / "notes" / "deep" / "a.txt").write_text("mine")
    (public / "link").symlink_to("notes")
    (public / "list.txt").write_text("a list")


def _content(public: Path) -> dict[str, bytes | str]:
    """Give all that lies in a folder and below it, by its path there."""
    return {
        str(path.relative_to(public)): str(path.readlink())
        if path.is_symlink()
        else path.read_bytes()
        for path in public.rglob("*")
        if path.is_symlink() or path.is_file()
    }


def _put(public: Path) -> None:
    with Staged(public) as staged:
        for name in NAMES:
            staged.add(name, FILES)
        staged.publish()


@pytest.fixture(params=[_nothing, _others])
def public(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """Give a place, in which nothing is or other things are."""
    place = tmp_path / "out" / "public"
    request.param(place)
    return place


@pytest.fixture(params=["at once", "one by one"])
def _way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the disk be able to exchange folders, or not."""
    if request.param == "one by one":
        monkeypatch.setattr("redactor.release.write.exchange", lambda *_: False)


@pytest.mark.usefixtures("_way")
def test_many_folders_come_and_all_others_stay(public: Path) -> None:
    before = _content(public)
    mode = public.stat().st_mode & 0o777 if public.exists() else 0o700
    _put(public)
    new = {f"{name}/{file}": data for name in NAMES for file, data in FILES.items()}
    assert _content(public) == {**before, **new}
    assert public.stat().st_mode & 0o777 == mode
    assert list(public.parent.iterdir()) == [public]


def test_before_all_are_published_none_is_there(public: Path) -> None:
    before = _content(public)
    with Staged(public) as staged:
        for name in NAMES:
            staged.add(name, FILES)
            assert _content(public) == before
    assert _content(public) == before


@pytest.mark.usefixtures("_way")
def test_a_folder_is_replaced_where_only_renewed_files_differ(public: Path) -> None:
    _put(public)
    before = _content(public)
    with Staged(public) as staged:
        staged.add(NAMES[0], MORE, {"manifest.json"})
        assert _content(public) == before
        staged.publish()
    changed = {f"{NAMES[0]}/{file}": data for file, data in MORE.items()}
    assert _content(public) == {**before, **changed}
    assert list(public.parent.iterdir()) == [public]


@pytest.mark.parametrize(
    ("there", "renewed"),
    [
        ({"release.txt": b"two\n"}, {"manifest.json"}),
        ({"more.txt": b""}, {"manifest.json", "more.txt"}),
        ({"manifest.json": b"0"}, set[str]()),
    ],
)
def test_a_folder_that_holds_something_else_is_not_replaced(
    public: Path, there: dict[str, bytes], renewed: set[str]
) -> None:
    with Staged(public) as staged:
        staged.add("R-0001", {**FILES, **there})
        staged.publish()
    before = _content(public)
    with Staged(public) as staged, pytest.raises(WriteFaultError, match="holds something else"):
        staged.add("R-0001", MORE, renewed)
    assert _content(public) == before


def test_one_folder_in_the_way_keeps_all_out(public: Path) -> None:
    with Staged(public) as staged:
        for name in NAMES:
            staged.add(name, FILES)
        (public / NAMES[-1]).mkdir(parents=True)
        before = _content(public)
        with pytest.raises(WriteFaultError, match=f"{NAMES[-1]}: it is there already"):
            staged.publish()
    assert _content(public) == before
    assert {path.name for path in public.iterdir()}.isdisjoint(NAMES[:-1])


def test_what_is_put_there_in_the_last_moment_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    public = tmp_path / "public"
    _others(public)

    def late(one: Path, other: Path) -> bool:
        (other / "late.txt").write_text("late")
        return exchange(one, other)

    monkeypatch.setattr("redactor.release.write.exchange", late)
    _put(public)
    assert (public / "late.txt").read_text() == "late"


def test_a_disk_without_links_takes_them_one_by_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError(95, "Operation not supported")

    public = tmp_path / "public"
    _others(public)
    before = _content(public)
    monkeypatch.setattr(os, "link", refuse)
    _put(public)
    assert before.items() < _content(public).items()
    assert (public / NAMES[-1]).is_dir()


def test_a_linked_folder_is_followed(tmp_path: Path) -> None:
    public, real = tmp_path / "out" / "public", tmp_path / "elsewhere" / "real"
    _others(real)
    public.parent.mkdir()
    public.symlink_to(real)
    _put(public)
    assert public.is_symlink()
    assert (real / NAMES[0] / "release.txt").read_bytes() == b"one\n"


def _killed_at(number: int, public: Path) -> bool:
    """Put the folders there in a process that is killed at its n-th dealing with the disk."""
    child = os.fork()
    if child == 0:
        dealings = count(1)

        def kill(event: str, _: object) -> None:
            if event.startswith(("os.", "open", "shutil.", "fcntl.", "tempfile.")) and (
                next(dealings) == number
            ):
                os.kill(os.getpid(), signal.SIGKILL)

        sys.addaudithook(kill)
        _put(public)
        os._exit(0)
    _, status = os.waitpid(child, 0)
    return os.WIFSIGNALED(status)


@pytest.mark.parametrize("put", [_nothing, _others])
def test_a_run_killed_at_any_moment_leaves_all_or_none(
    tmp_path: Path, put: Put, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "sync", lambda: None)  # it takes long, and is for when power fails
    none = all_ = 0
    for number in count(1):
        public = tmp_path / str(number) / "public"
        public.parent.mkdir()
        put(public)
        before = _content(public)
        killed = _killed_at(number, public)
        there = _content(public)
        new = {f"{name}/{file}": data for name in NAMES for file, data in FILES.items()}
        assert there in (before, {**before, **new})
        none, all_ = none + (there == before), all_ + (there != before)
        _put(public)
        assert _content(public) == {**before, **new}
        assert list(public.parent.iterdir()) == [public]
        if not killed:
            break
    assert none > len(NAMES)
    assert all_ > 1


_NAMES = st.sets(st.sampled_from([f"R-{n:04d}" for n in range(5)]), max_size=4)


@settings(max_examples=25, deadline=None)
@given(runs=st.lists(_NAMES, max_size=4), at_once=st.booleans())
def test_after_any_runs_each_folder_is_there_as_it_was_written_last(
    runs: list[set[str]], *, at_once: bool
) -> None:
    wanted: dict[str, bytes | str] = {}
    with TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as disk:
        disk.setattr(os, "sync", lambda: None)
        if not at_once:
            disk.setattr("redactor.release.write.exchange", lambda *_: False)
        public = Path(folder) / "public"
        for number, names in enumerate(runs):
            files = {"manifest.json": str(number).encode(), "release.txt": b"one\n"}
            with Staged(public) as staged:
                for name in sorted(names):
                    staged.add(name, files, {"manifest.json"})
                staged.publish()
            wanted |= {f"{name}/{file}": data for name in names for file, data in files.items()}
            assert _content(public) == wanted
        assert {path.name for path in Path(folder).iterdir()} <= {"public"}
