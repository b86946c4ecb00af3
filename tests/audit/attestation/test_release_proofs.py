"""Proofs of a release: what they say when all holds, and what a later release opens."""

import json
from pathlib import Path
from typing import Any

import pytest

from redactor.audit.attestation import (
    AttestationError,
    Bundle,
    Trust,
    verify_classified,
    verify_public,
)
from redactor.audit.attestation.digests import from_base64
from redactor.audit.ledger import Ledger
from tests.audit.attestation.office import CABLE, Office, failing, fixed_key, said

SECRETS = ("Quill", "visit", "embassy suggests")


def reopened(office: Office, *releases: str) -> Bundle:
    """Release more of the first cable."""
    office["ann"].reopen(office.cable, "more can be told")
    for spec in releases:
        ruling = office.ruling("release", spec)
        office["ann"].decide(office.cable, ruling)
    office.sign("ann")
    return office.attested()


def test_all_holds_of_a_release_that_nobody_touched(tmp_path: Path) -> None:
    office = Office(tmp_path)
    bundle = office.withheld('text "Quill"', "paragraph 3")
    statements = [*office.public(bundle), *office.classified(bundle)]
    assert {each.verdict for each in statements} == {"holds"}
    words = said(statements)
    assert "3 withheld places marked" in words
    assert "the segments, put together, are the source" in words
    assert "every word shown was released; signed by ann" in words


def test_nothing_public_holds_what_is_withheld_in_any_form(tmp_path: Path) -> None:
    office = Office(tmp_path)
    bundle = office.withheld('text "Quill"', "paragraph 3")
    public = [*bundle.public.values()]
    for secret in (*SECRETS, office.cable):
        for form in (secret.encode(), json.dumps(secret).encode()):
            assert not any(form in data for data in public)
    assert office.case.secret.hex().encode() not in b"".join(public)


def test_a_full_release_and_a_full_denial_are_proved_too(tmp_path: Path) -> None:
    for folder, spec in (("full", None), ("none", "all")):
        (tmp_path / folder).mkdir()
        office = Office(tmp_path / folder)
        bundle = office.withheld(*([spec] if spec else []))
        assert failing([*office.public(bundle), *office.classified(bundle)]) == []


def test_the_same_release_again_has_the_same_bytes(tmp_path: Path) -> None:
    office = Office(tmp_path)
    first = office.withheld('text "Quill"', "paragraph 3")
    office.decide_elsewhere()
    assert office.attested("bob") == first


def test_the_same_release_again_needs_no_key_and_outlives_one(tmp_path: Path) -> None:
    office = Office(tmp_path)
    first = office.withheld('text "Quill"')
    office.key = None
    assert office.attested() == first
    office.rotate()
    assert office.attested() == first


def test_the_same_release_with_other_files_is_signed_anew_under_the_same_token(
    tmp_path: Path,
) -> None:
    office = Office(tmp_path)
    first = office.withheld('text "Quill"')
    office.rotate()
    office.more = {"release.html": b"<p>words</p>"}
    again = office.attested()
    assert failing([*office.public(again), *office.classified(again)]) == []
    assert again.public["release.sdjwt"] == first.public["release.sdjwt"]
    assert again.public["manifest.json"] != first.public["manifest.json"]


def test_a_journal_that_was_changed_is_not_signed_further(tmp_path: Path) -> None:
    office = Office(tmp_path)
    office.withheld("paragraph 3")
    wrong = Ledger(office.case.secret, ["00" * 32] * 40)
    office["ann"].reopen(office.cable, "more can be told")
    office.decide("ann", "release", "paragraph 3")
    office.sign("ann")
    office.ledger = wrong
    with pytest.raises(AttestationError, match="is not the one that R-0001 was signed with"):
        office.attested()


def shape(value: Any) -> Any:  # noqa: ANN401 - any JSON
    """Give the shape of JSON: what is named, and how long all else is."""
    if isinstance(value, dict):
        return {key: shape(each) for key, each in value.items()}
    if isinstance(value, list):
        return [shape(each) for each in value]
    return len(value) if isinstance(value, str) else value


@pytest.mark.parametrize(
    ("spec", "other"),
    [
        ('text "harbor minister Quill met"', "old friend of us, Ida, met"),
        ('text "harbor minister Quill met"', "x"),
        ("paragraph 3", "3. (C) One word\n\n\nin two lines which is as long as that."),
        ("paragraph 3", "3. (C) I. e. a-b-c-d, (e) [f]; g/h: no 1 of 2.3.4, all signs."),
    ],
)
def test_cables_that_differ_only_where_withheld_have_proofs_of_one_shape(
    tmp_path: Path, spec: str, other: str
) -> None:
    words = spec.removeprefix('text "').rstrip('"')
    if spec == "paragraph 3":
        words = "3. (C) The embassy suggests a visit in May."
    cables = CABLE, CABLE.replace(words, other)
    assert cables[0] != cables[1]
    public = []
    for number, cable in enumerate(cables):
        (tmp_path / str(number)).mkdir()
        office = Office(tmp_path / str(number), cable)
        changed = f'text "{other}"' if number and spec != "paragraph 3" else spec
        public.append(office.withheld(changed).public)
    one, two = public
    assert one["release.txt"] == two["release.txt"]
    assert {name: len(data) for name, data in one.items()} == {
        name: len(data) for name, data in two.items()
    }
    assert shape(json.loads(one["manifest.json"])) == shape(json.loads(two["manifest.json"]))
    parts = [data["release.sdjwt"].decode().split("~") for data in public]
    assert shape(parts[0]) == shape(parts[1])


def test_a_later_release_opens_more_of_the_same_token(tmp_path: Path) -> None:
    office = Office(tmp_path)
    first = office.withheld('text "Quill"', "paragraph 3")
    later = reopened(office, 'text "suggests a visit"')
    assert "suggests a visit" in later.public["release.txt"].decode()
    tokens = [each.public["release.sdjwt"].split(b"~") for each in (first, later)]
    assert tokens[0][0] == tokens[1][0]
    assert set(tokens[0]) < set(tokens[1])
    assert failing([*office.public(later, first), *office.classified(later)]) == []
    assert "what it newly shows was withheld there" in said(office.public(later, first))
    assert "the log goes on from the one behind R-0001" in said(office.classified(later))
    assert "put the public folder of R-0001 beside" in said(office.public(later))


def test_what_a_later_release_opens_tells_nothing_of_what_stays_withheld(tmp_path: Path) -> None:
    office = Office(tmp_path)
    office.withheld("paragraph 3")
    later = reopened(office, 'text "suggests a visit"')
    parts = later.public["release.sdjwt"].decode().split("~")
    assert not any(word in str(parts) for word in ("embassy", "May"))
    arrays = [each for each in map(_value, parts[1:-1]) if isinstance(each, list)]
    assert {len(array) for array in arrays} == {32}


def _value(disclosure: str) -> object:
    return json.loads(from_base64(disclosure) or b"")[1]


def test_a_later_release_of_part_of_a_word_starts_a_new_token(tmp_path: Path) -> None:
    office = Office(tmp_path)
    first = office.withheld("paragraph 3")
    start = CABLE.index("suggests")
    later = reopened(office, f"span {start}:{start + 3}")
    assert json.loads(later.public["manifest.json"])["first"] == "R-0002"
    assert failing([*office.public(later, first), *office.classified(later)]) == []


def test_a_later_release_that_withholds_more_starts_a_new_token(tmp_path: Path) -> None:
    office = Office(tmp_path)
    first = office.withheld("paragraph 3")
    office["ann"].reopen(office.cable, "it was said too much")
    office.decide("ann", "redact", 'text "lighthouse"')
    office.sign("ann")
    office.appoint("ann", "sue", "senior")
    office["sue"].approve(office.cable, "it was a slip")
    later = office.attested()
    assert json.loads(later.public["manifest.json"])["first"] == "R-0002"
    assert failing([*office.public(later, first), *office.classified(later)]) == []


def test_a_release_with_another_token_in_the_name_of_the_first_is_told(tmp_path: Path) -> None:
    office = Office(tmp_path)
    office.withheld("paragraph 3")
    later = reopened(office, 'text "suggests a visit"')
    (tmp_path / "other").mkdir()
    other = Office(tmp_path / "other").withheld("paragraph 3")
    assert failing(office.public(later, other)) == ["it opens another token than that of R-0001"]


def test_a_key_that_the_known_one_names_is_trusted(tmp_path: Path) -> None:
    office = Office(tmp_path)
    first = office.withheld("paragraph 3")
    trust = office.trust()
    office.rotate()
    later = reopened(office, 'text "suggests a visit"')
    statements = list(verify_public(later.public, trust, {"R-0001": first.public}))
    assert failing(statements) == []
    assert "named by the key that you gave" in said(statements)
    assert failing([*office.public(later, first), *office.classified(later)]) == []


def test_without_a_key_the_signer_is_unknown(tmp_path: Path) -> None:
    bundle = Office(tmp_path).withheld("paragraph 3")
    statements = list(verify_public(bundle.public, Trust(None), {}))
    assert failing(statements) == []
    assert statements[0].verdict == "unknown"
    assert "anyone can sign" in statements[0].words


def test_a_release_signed_by_anyone_else_is_told(tmp_path: Path) -> None:
    office = Office(tmp_path)
    bundle = office.withheld("paragraph 3")
    stranger = Trust((fixed_key("stranger", 9).public,))
    (fault,) = failing(list(verify_public(bundle.public, stranger, {})))
    assert fault.startswith("it is signed with another key than the one you gave")


def test_the_source_must_be_the_very_file(tmp_path: Path) -> None:
    office = Office(tmp_path)
    bundle = office.withheld("paragraph 3")
    other = CABLE.replace("two ferries", "ten ferries").encode()
    assert failing(list(verify_classified(bundle, other))) == [
        "the source is another file than the cable that was released"
    ]
    words = said(list(verify_classified(bundle, None)))
    assert "unknown: the source was not compared" in words


def test_two_reviewers_are_named_and_both_must_have_released(tmp_path: Path) -> None:
    office = Office(tmp_path, reviews=2)
    for person in ("ann", "bob"):
        office.decide(person, "release", "all")
        office.decide(person, "redact", "paragraph 3")
        office.sign(person)
    bundle = office.attested()
    statements = [*office.public(bundle), *office.classified(bundle)]
    assert failing(statements) == []
    assert "signed by ann, bob" in said(statements)
