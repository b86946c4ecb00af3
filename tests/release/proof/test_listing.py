"""The index and the manifest of a set tell nothing that one of its cables withholds."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from redactor.release import Prover, UnprovedError, listing_of, row_of
from redactor.release.proof.brief import Finding, question_line, read_question
from redactor.release.proof.listing import Told, check_listing
from redactor.release.render.listing import listing_csv, listing_html
from tests.release.planting import NAMES, RUNS
from tests.release.proof.plantings import MANIFEST, PAGES, TABLE, Planting
from tests.release.proof.written import Files, Written, dumped, signed, written

SECRETS = (NAMES[0], NAMES[2], RUNS[0])
PLANTED: Mapping[str, Mapping[str, Planting]] = {
    "index.csv": TABLE,
    "index.html": PAGES,
    "manifest.json": MANIFEST,
}


def _files(each: Written) -> Files:
    """Give the files of a set of one release, and of another that withholds in the same way."""
    row = row_of(each.release, "release.html")
    rows = [row, row._replace(number="R-0002", determination="RELEASE IN FULL", codes=())]
    manifest = {
        "format": "redactor-set/1", "set": "S-01234567", "signature": "", "keys": [],
        "files": {"index.csv": {"bytes": 1, "sha256": "0" * 64}},
        "releases": {"R-0001": {"release.txt": {"bytes": 1, "sha256": "0" * 64}}},
    }  # fmt: skip
    return {
        "index.csv": listing_csv(rows).encode(),
        "index.html": listing_html("S-01234567", rows).encode(),
        "manifest.json": dumped(manifest),
    }


def _put(folder: Path, files: Files) -> None:
    folder.mkdir(exist_ok=True)
    for name, data in files.items():
        (folder / name).write_bytes(data)


def _found(folder: Path, files: Files, each: Written) -> list[Finding]:
    _put(folder, files)
    brief = each.brief(folder, {})
    return list(check_listing(listing_of(folder, files), [Told(brief.secrets, brief.named)]))


@pytest.mark.parametrize("secret", SECRETS)
@pytest.mark.parametrize("name", PLANTED)
def test_what_is_planted_into_a_set_is_found(tmp_path: Path, name: str, secret: str) -> None:
    each = written(secret, "txt")
    files = _files(each)
    assert _found(tmp_path / "clean", files, each) == []
    missed = [
        kind
        for number, (kind, planted) in enumerate(PLANTED[name].items())
        if not _found(tmp_path / str(number), {**files, name: planted(files[name], secret)}, each)
    ]
    assert missed == []


@pytest.mark.parametrize(
    "word", ["RELEASE", "Releases", "places", "PART", "denied", "determination"]
)
def test_words_of_every_index_are_no_leak(tmp_path: Path, word: str) -> None:
    each = written(word, "txt")
    assert _found(tmp_path, _files(each), each) == []


def test_a_file_of_a_set_that_was_changed_is_found(tmp_path: Path) -> None:
    each = written(NAMES[0], "txt")
    files = _files(each)
    _put(tmp_path, files)
    listing = listing_of(tmp_path, files)
    (tmp_path / "index.csv").write_bytes(files["index.csv"] + b"\r\n")
    (tmp_path / "index.html").unlink()
    (tmp_path / "more").touch()
    found = {(finding.file, finding.fault) for finding in check_listing(listing, [])}
    assert found == {
        ("index.csv", "is not what was built"),
        ("index.html", "is missing"),
        ("a file", "has a name that no file of a release has"),
    }


def test_the_process_remembers_what_the_releases_of_a_set_withhold(tmp_path: Path) -> None:
    each = written(NAMES[0], "txt")
    _put(tmp_path / "R-0001", each.files)
    files = _files(each)
    leaking = {**files, "index.csv": files["index.csv"] + b"Quilleran\r\n"}
    _put(tmp_path / "set", leaking)
    with Prover() as prover:
        brief = each.brief(tmp_path / "R-0001", each.files)
        prover.prove(brief, each.review.dated.cable.lines)
        with pytest.raises(UnprovedError, match=r"index\.csv shows withheld words in a field; rep"):
            prover.prove_listing(listing_of(tmp_path / "set", leaking))


def test_a_listing_says_the_same_at_the_other_end(tmp_path: Path) -> None:
    listing = listing_of(tmp_path, signed({}))
    assert read_question(question_line(listing)) == listing
