"""The files of a release as they lie on disk, and what is planted into them."""

import base64
import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from redactor.cable import read
from redactor.release import FORMATS, Brief, Format, Release, brief_of, build, public_files
from redactor.release.proof.brief import Finding
from redactor.release.proof.check import check
from redactor.review import CompletedReview
from tests.release.builder import decide, make_review
from tests.release.planting import plant

Files = Mapping[str, bytes]

_DIGEST, _SALT, _SIGNATURE = "A" * 42 + "b", "A" * 21 + "b", "A" * 85 + "b"


@dataclass(frozen=True, slots=True)
class Written:
    """A release, and its files."""

    review: CompletedReview
    release: Release
    files: Files

    def brief(self, folder: Path, files: Files) -> Brief:
        """Give the brief for these files, as if they were what was built."""
        return brief_of(self.review, self.release, folder, files)

    def found(self, folder: Path, files: Files) -> list[Finding]:
        """Write files into a folder and give what is found in them."""
        for name, data in files.items():
            (folder / name).write_bytes(data)
        return list(check(self.brief(folder, files)))


def written(secret: str, *formats: Format, more: str = "") -> Written:
    """Give the release of a cable that withholds some words, with all its files.

    Args:
        secret: what is withheld.
        formats: in which renderings; all, if none is named.
        more: words that are released.
    """
    planted = plant(secret, "nothing", f"a new plan {more}".strip(), "paragraph")
    cable = read(planted.text.encode())
    review = make_review(cable, decide(2, "redact", planted.withheld, codes=("b6",)))
    release = build(review, "bucket", "R-0001", office="Office of Releases")
    files = dict(public_files(release, formats or FORMATS))
    return Written(review, release, {**files, **signed(files)})


def signed(files: Files) -> Files:
    """Give a manifest and a token of the right shape; nobody signed them."""
    listed = {
        name: {"bytes": len(data), "sha256": hashlib.sha256(data).hexdigest()}
        for name, data in files.items()
    }
    name = "redactor.case/0123456789abcdef"
    manifest = {
        "format": "redactor-manifest/1", "release": "R-0001", "determination": "RELEASE IN PART",
        "files": listed, "added": [[0, 9, "head"]], "left_out": [], "first": "R-0001",
        "keys": [{"key": f"{name}+01234567+{'A' * 43}b", "note": None}],
        "signature": f"\u2014 {name} {'A' * 91}=",
    }  # fmt: skip
    return {"manifest.json": dumped(manifest), "release.sdjwt": token({}, ["The pier is old."])}


def token(claims: Mapping[str, object], shown: list[object], salt: str = _SALT) -> bytes:
    """Give a token of the right shape with further claims, and what it shows."""
    header = {"alg": "EdDSA", "kid": "redactor.case/0123456789abcdef+01234567", "typ": "x"}
    payload = {"_sd": [_DIGEST], "_sd_alg": "sha-256", "segments": [{"...": _DIGEST}], **claims}
    parts = (dumped(each) for each in (header | {"typ": "redactor-release+sd-jwt"}, payload))
    head = ".".join((*map(_base64, parts), _SIGNATURE))
    return "~".join((head, *(_base64(dumped([salt, each])) for each in shown), "")).encode()


def dumped(value: object) -> bytes:
    """Give JSON as it is written."""
    return json.dumps(value, ensure_ascii=False).encode()


def _base64(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def as_built(brief: Brief, files: Files) -> Brief:
    """Let a brief say that these files were built."""
    digests = {name: hashlib.sha256(data).hexdigest() for name, data in files.items()}
    return replace(brief, files=digests)
