"""Finding, reading and keeping a policy."""

import os
from hashlib import sha256
from pathlib import Path

import pytest

from redactor.policy import (
    DEFAULT_POLICY,
    PolicyError,
    PolicyRef,
    Workflow,
    find_policy,
    load_policy,
    parse_policy,
    shipped,
)
from redactor.policy.plaintext import MAX_BYTES
from tests.policy.build import HEAD, rule

DATA = (HEAD + "rules:\n  " + rule("one", "field: body", "review").replace("\n", "\n  ")).encode()


def test_a_policy_says_what_it_is() -> None:
    policy = parse_policy(DATA, "p.yaml")

    assert policy.ref == PolicyRef("test", "1", sha256(DATA).hexdigest())
    assert (policy.title, policy.amount, policy.workflow) == ("A test", "bucket", Workflow(2))
    assert policy.data == DATA
    assert policy.rules[0].hit.where == "p.yaml:5"


def test_workflow_and_release_are_read() -> None:
    more = b"workflow: {reviews: 1, blind_second: false}\nrelease: {amount: none}\n"

    policy = parse_policy(more + DATA, "p.yaml")

    assert (policy.workflow, policy.amount) == (Workflow(1, blind_second=False), "none")


def test_the_bytes_kept_give_the_same_policy_again(tmp_path: Path) -> None:
    file = tmp_path / "p.yaml"
    file.write_bytes(DATA)

    policy = load_policy(file)

    assert parse_policy(policy.data, "kept").ref == policy.ref


def test_a_path_is_found_as_it_is(tmp_path: Path) -> None:
    file = tmp_path / "p.yaml"
    file.write_bytes(DATA)

    assert find_policy(file) == find_policy(str(file)) == file


@pytest.mark.parametrize("name", [DEFAULT_POLICY, "sample-cables"])
def test_a_shipped_policy_is_found_by_name(name: str) -> None:
    assert load_policy(find_policy(name)).name == name


def test_policies_inside_the_package_come_before_those_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    inside, beside = tmp_path / "inside", tmp_path / "beside"
    for folder in (inside, beside):
        folder.mkdir()
        (folder / "one.yaml").write_bytes(DATA)
    (beside / "two.yaml").write_bytes(DATA)
    monkeypatch.setattr(shipped, "FOLDERS", (inside, beside))

    assert find_policy("one") == inside / "one.yaml"
    assert find_policy("two") == beside / "two.yaml"


def test_an_unknown_name_gives_one_fault_with_what_was_perhaps_meant() -> None:
    with pytest.raises(PolicyError) as caught:
        find_policy("state-cabels")

    (fault,) = caught.value.faults
    assert fault.hint == "state-cables"
    assert str(fault).startswith("state-cabels: there is no such policy file")


@pytest.mark.parametrize("name", ["", ".", "nowhere"])
def test_a_file_that_cannot_be_read_gives_one_fault(tmp_path: Path, name: str) -> None:
    with pytest.raises(PolicyError) as caught:
        load_policy(tmp_path / name)

    assert len(caught.value.faults) == 1


def test_a_policy_that_may_not_be_found_out_is_told_as_one_that_may_not_be_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    locked = tmp_path / "locked" / "p.yaml"
    plainly = Path.stat

    def stat(path: Path, *, follow_symlinks: bool = True) -> os.stat_result:
        if path == locked:
            raise PermissionError
        return plainly(path, follow_symlinks=follow_symlinks)

    monkeypatch.setattr(Path, "stat", stat)

    with pytest.raises(PolicyError) as caught:
        load_policy(find_policy(locked))

    assert str(caught.value).endswith("you may not read this file; ask its owner for access.")


def test_a_folder_is_no_policy(tmp_path: Path) -> None:
    with pytest.raises(PolicyError, match="this is a folder; name a policy file in it"):
        find_policy(tmp_path)


@pytest.mark.parametrize("main", [True, False])
def test_a_pipe_is_refused_and_not_waited_for(tmp_path: Path, *, main: bool) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "p.yaml").write_bytes(b"uses: [pipe.txt]\n" + DATA)

    with pytest.raises(PolicyError, match="this is no file; name a file"):
        load_policy(tmp_path / ("pipe.txt" if main else "p.yaml"))


def test_a_file_too_large_is_not_read_into_memory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with (tmp_path / "p.yaml").open("wb") as file:
        file.truncate(MAX_BYTES + 1)
    monkeypatch.setattr(Path, "read_bytes", lambda _path: pytest.fail("it was read"))

    with pytest.raises(PolicyError, match="at most 10,000,000 are read: split it"):
        load_policy(tmp_path / "p.yaml")
