"""Withheld words that get into a written file by any way are found by reading it."""

import io
from pathlib import Path

import pikepdf
import pytest

from redactor.release import FORMATS, Format
from redactor.release.proof.check import check
from redactor.text import fold
from tests.release.planting import NAMES, RUNS
from tests.release.proof.plantings import PLANTINGS
from tests.release.proof.written import Written, written

SECRETS = (NAMES[0], NAMES[2], NAMES[5], RUNS[0])
_NEEDS: dict[str, tuple[Format, ...]] = {
    "release.html": ("html",),
    "index.html": ("html",),
    "release.pdf": ("pdf",),
}
_AT_LEAST = 300


def _written(secret: str, name: str) -> Written:
    return written(secret, *_NEEDS.get(name, ("txt",)))


def test_there_are_many_plantings() -> None:
    assert sum(map(len, PLANTINGS.values())) * len(SECRETS) > _AT_LEAST


@pytest.mark.parametrize("secret", SECRETS)
@pytest.mark.parametrize("name", PLANTINGS)
def test_what_is_planted_into_a_file_is_found_there(tmp_path: Path, name: str, secret: str) -> None:
    clean = _written(secret, name)
    missed: list[str] = []
    for number, (kind, planted) in enumerate(PLANTINGS[name].items()):
        folder = tmp_path / str(number)
        folder.mkdir()
        found = clean.found(folder, {**clean.files, name: planted(clean.files[name], secret)})
        if not any(each.file == name for each in found):
            missed.append(kind)
        said = fold(" ".join(each.fault for each in found)).text
        assert fold(secret).text not in said
    assert not missed


@pytest.mark.parametrize("secret", SECRETS)
def test_files_into_which_nothing_is_planted_are_clean(tmp_path: Path, secret: str) -> None:
    clean = written(secret)
    assert set(PLANTINGS) == set(clean.files)
    assert clean.found(tmp_path, clean.files) == []


def test_a_pdf_that_is_only_written_anew_is_clean(tmp_path: Path) -> None:
    clean, out = written(NAMES[0], "pdf"), io.BytesIO()
    with pikepdf.open(io.BytesIO(clean.files["release.pdf"])) as file:
        file.save(out, fix_metadata_version=False)
    assert clean.found(tmp_path, {**clean.files, "release.pdf": out.getvalue()}) == []


@pytest.mark.parametrize("secret", SECRETS)
@pytest.mark.parametrize("name", ["{}.txt", "R-0001 {}", "{}"])
def test_what_is_planted_into_the_name_of_a_file_is_found(
    tmp_path: Path, secret: str, name: str
) -> None:
    clean = written(secret, "txt")
    found = clean.found(tmp_path, {**clean.files, name.format(secret): b""})
    assert [each.fault for each in found] == ["has a name that no file of a release has"]


@pytest.mark.parametrize("name", PLANTINGS)
def test_a_file_that_was_changed_after_it_was_built_is_found(tmp_path: Path, name: str) -> None:
    clean = written(NAMES[0])
    brief = clean.brief(tmp_path, clean.files)
    assert clean.found(tmp_path, clean.files) == []
    path = tmp_path / name
    for at in (0, len(clean.files[name]) // 2, -1):
        data = bytearray(clean.files[name])
        data[at] ^= 1
        path.write_bytes(data)
        found = check(brief)
        assert (name, "is not what was built") in {each[:2] for each in found}
    path.unlink()
    assert (name, "is missing") in {each[:2] for each in check(brief)}


@pytest.mark.parametrize("name", PLANTINGS)
def test_a_file_that_can_not_be_read_holds_the_release(tmp_path: Path, name: str) -> None:
    clean = _written(NAMES[0], name)
    found = clean.found(tmp_path, {**clean.files, name: b"\xff\xfe\x00 damaged"})
    assert any(each.file == name for each in found)


def test_a_link_in_the_place_of_a_file_is_no_file(tmp_path: Path) -> None:
    clean = written(NAMES[0], "txt")
    clean.found(tmp_path, clean.files)
    text = tmp_path / "release.txt"
    text.rename(tmp_path.parent / "elsewhere.txt")
    text.symlink_to(tmp_path.parent / "elsewhere.txt")
    found = check(clean.brief(tmp_path, clean.files))
    assert any(
        (each.file, each.fault) == ("release.txt", "is not what was built") for each in found
    )


def test_all_formats_are_planted_into() -> None:
    assert {f"release.{each}" for each in FORMATS} <= set(PLANTINGS)
