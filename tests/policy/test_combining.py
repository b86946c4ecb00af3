"""Several files as one policy: what is used, from where, and one hash over all of it."""

from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path

import pytest

from redactor.policy import Policy, PolicyError, load_policy, parse_policy
from redactor.policy.shipped import code_files
from tests.policy.build import HEAD, rule

RULES = "rules:\n" + rule("names", "text: {list: names}", "review", scope="match")
PARTS = {
    "mine.yaml": HEAD + "uses: [rules/names.yaml, lists/names.txt]\n",
    "rules/names.yaml": RULES,
    "lists/names.txt": "# People.\nAhmed Xayyim\n\n  Boris Yarrow  \n",
}


def write(folder: Path, parts: Mapping[str, str]) -> Path:
    for name, text in parts.items():
        (folder / name).parent.mkdir(exist_ok=True, parents=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder / "mine.yaml"


def loaded(folder: Path, parts: Mapping[str, str]) -> Policy:
    return load_policy(write(folder, parts))


def faults(folder: Path, parts: Mapping[str, str]) -> list[str]:
    with pytest.raises(PolicyError) as caught:
        loaded(folder, parts)
    return [line.removeprefix(f"{folder}/") for line in str(caught.value).splitlines()]


def test_rules_and_lists_come_from_other_files(tmp_path: Path) -> None:
    policy = loaded(tmp_path, PARTS)

    (names,) = policy.rules
    assert names.terms == {"ahmed xayyim", "boris yarrow"}
    assert names.hit.where == f"{tmp_path}/rules/names.yaml:2"


def test_a_list_may_stand_in_a_file_named_beside_it(tmp_path: Path) -> None:
    main = HEAD + "lists: {names: {file: lists/names.txt}}\n" + RULES

    (names,) = loaded(tmp_path, PARTS | {"mine.yaml": main}).rules

    assert names.terms == {"ahmed xayyim", "boris yarrow"}


@pytest.mark.parametrize("written", ["", "# only a remark\n", "\n \n"])
@pytest.mark.parametrize("beside", [True, False])
def test_an_empty_file_of_a_list_is_told_once(
    tmp_path: Path, written: str, *, beside: bool
) -> None:
    parts = PARTS | {"lists/names.txt": written}
    if beside:
        parts["mine.yaml"] = HEAD + "lists: {names: {file: lists/names.txt}}\n" + RULES

    said = "lists/names.txt:1:1: this list is empty; write one term on each line."
    assert faults(tmp_path, parts) == [said]


@pytest.mark.parametrize("name", sorted(PARTS))
def test_the_hash_covers_every_file(tmp_path: Path, name: str) -> None:
    before = loaded(tmp_path / "a", PARTS)
    after = loaded(tmp_path / "b", PARTS | {name: PARTS[name] + "# more\n"})

    assert before.sha256 != after.sha256
    assert before.sha256 == sha256(before.data).hexdigest()


def test_the_hash_does_not_depend_on_where_the_files_lie(tmp_path: Path) -> None:
    one, other = (loaded(tmp_path / folder, PARTS) for folder in "ab")

    assert one.ref == other.ref


def test_the_hash_of_a_policy_of_one_file_is_that_of_the_file(tmp_path: Path) -> None:
    main = (HEAD + "lists: {names: ahmed}\n" + RULES).encode()

    policy = loaded(tmp_path, {"mine.yaml": main.decode()})

    assert (policy.data, policy.sha256) == (main, sha256(main).hexdigest())


def test_the_bundle_alone_gives_the_same_policy_again(tmp_path: Path) -> None:
    policy = loaded(tmp_path, PARTS)

    again = parse_policy(policy.data, "a.case:policy")

    assert (again.ref, again.data) == (policy.ref, policy.data)
    assert again.rules[0].terms == policy.rules[0].terms
    assert again.rules[0].hit.where == "a.case:policy/rules/names.yaml:2"


@pytest.mark.parametrize(
    "data",
    [
        b'{"redactor-policy-bundle": 1}',
        b'{"redactor-policy-bundle": 1, "policy": 3, "files": {}}',
        b'{"redactor-policy-bundle": 2, "policy": "", "files": {}}',
        b'{"redactor-policy-bundle": 1, "policy": "", "files": {"a": 1}}',
        b'{"redactor-policy-bundle": 1, "policy": "", "files": {"../a.txt": "b"}}',
        b'{"redactor-policy-bundle": 1, "policy": "", "files": {"/a.txt": "b"}}',
        b'{"redactor-policy-bundle":' + b"[" * 100_000,
        b'{"redactor-policy-bundle": \xff',
    ],
)
def test_a_damaged_bundle_is_one_fault(data: bytes) -> None:
    with pytest.raises(PolicyError) as caught:
        parse_policy(data, "a.case:policy")

    (fault,) = caught.value.faults
    assert str(fault) == (
        "a.case:policy: this bundle of policy files is damaged; make it again from the files."
    )


def test_bytes_of_a_policy_that_uses_others_are_not_enough(tmp_path: Path) -> None:
    main = write(tmp_path, PARTS).read_bytes()

    with pytest.raises(PolicyError, match="this policy uses other files; load it by its path"):
        parse_policy(main, "p.yaml")


@pytest.mark.parametrize(
    "name", ["../secret.txt", "/etc/hosts", "a/../../secret.txt", "~/x.txt", "a\\b.txt", "./x.txt"]
)
def test_a_path_out_of_the_folder_is_refused(tmp_path: Path, name: str) -> None:
    (tmp_path / "secret.txt").write_text("word\n")
    main = HEAD + f"uses: ['{name}', rules/names.yaml, lists/names.txt]\n"

    (said,) = faults(tmp_path / "in", PARTS | {"mine.yaml": main})

    assert f'"{name}": a path from the policy\'s folder is wanted here' in said


def test_a_link_out_of_the_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("word\n")
    file = write(tmp_path / "in", PARTS)
    (tmp_path / "in" / "lists" / "names.txt").unlink()
    (tmp_path / "in" / "lists" / "names.txt").symlink_to(tmp_path / "secret.txt")

    with pytest.raises(PolicyError, match="this file lies outside the policy's folder"):
        load_policy(file)


def test_a_link_inside_the_folder_is_followed(tmp_path: Path) -> None:
    file = write(tmp_path, PARTS)
    (tmp_path / "lists" / "names.txt").rename(tmp_path / "people.txt")
    (tmp_path / "lists" / "names.txt").symlink_to(tmp_path / "people.txt")

    assert load_policy(file).rules[0].terms == {"ahmed xayyim", "boris yarrow"}


def test_a_missing_file_and_a_broken_one_are_told_together(tmp_path: Path) -> None:
    main = HEAD + "uses: [rules/names.yaml, lists/none.txt, lists/names.txt]\n"
    broken = RULES.replace("review", "revue")

    assert faults(tmp_path, PARTS | {"mine.yaml": main, "rules/names.yaml": broken}) == [
        'mine.yaml:4:26: "lists/none.txt": there is no such file beside the policy.',
        (
            'rules/names.yaml:5:12: "revue" is not one of release, review, redact, refer or hold. '
            'did you mean "review"?'
        ),
    ]


def test_a_rule_that_two_files_define_is_a_fault_with_both_places(tmp_path: Path) -> None:
    assert faults(tmp_path, PARTS | {"mine.yaml": PARTS["mine.yaml"] + RULES}) == [
        (
            'rules/names.yaml:2:7: the id "names" stands twice, first on line 6 of '
            f"{tmp_path}/mine.yaml; rename one."
        )
    ]


def test_a_list_that_two_files_define_is_a_fault(tmp_path: Path) -> None:
    more = {"mine.yaml": PARTS["mine.yaml"] + "lists: {names: [x]}\n"}

    assert faults(tmp_path, PARTS | more) == [
        'mine.yaml:5:9: there are two lists "names"; rename one.'
    ]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "lists/names.txt:1:1: this list is empty; write one term on each line."),
        (
            "Ahmed\n\tBoris\n",
            "lists/names.txt:2:1: a tab stands here; use spaces.",
        ),
        (
            "Ahmed\n\u0301\n",
            "lists/names.txt:2:1: nothing that could be looked for stands here; delete the line.",
        ),
    ],
)
def test_a_list_of_nothing_is_a_fault_in_its_own_file(tmp_path: Path, text: str, said: str) -> None:
    assert said in faults(tmp_path, PARTS | {"lists/names.txt": text})


def test_a_list_that_is_not_utf8_is_a_fault_in_its_own_file(tmp_path: Path) -> None:
    file = write(tmp_path, PARTS)
    (tmp_path / "lists" / "names.txt").write_bytes(b"Ahmed\nB\xe9la\n")

    with pytest.raises(PolicyError) as caught:
        load_policy(file)

    assert "lists/names.txt:2:2: this is not UTF-8; save the file as UTF-8." in str(caught.value)


def test_codes_that_are_not_the_installed_ones_are_a_fault(tmp_path: Path) -> None:
    installed = code_files()[1].read_text(encoding="utf-8")
    main = HEAD + "uses: [codes/2-foia.yaml, rules/names.yaml, lists/names.txt]\n"
    parts = PARTS | {"mine.yaml": main, "codes/2-foia.yaml": installed}

    kept = loaded(tmp_path / "same", parts)
    changed = installed.replace("needs: harm", "needs: statute", 1)
    (said,) = faults(tmp_path / "other", parts | {"codes/2-foia.yaml": changed})

    assert said.startswith('codes/2-foia.yaml:9:9: the code "b2" is not what this program has')
    older = kept.data.replace(b"needs: harm", b"needs: statute", 1)
    assert parse_policy(older, "kept").rules[0].hit.id == "names"


def test_a_policy_of_lists_alone_is_none(tmp_path: Path) -> None:
    main = HEAD + "uses: lists/names.txt\n"

    assert faults(tmp_path, PARTS | {"mine.yaml": main}) == [
        "mine.yaml:1:1: no file has a rule; a policy without rules is none."
    ]
