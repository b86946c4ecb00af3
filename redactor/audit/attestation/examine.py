"""Examining the classified side: it is what the token hides, and the log behind it is whole."""

import hashlib
from collections.abc import Iterator

from redactor.audit.attestation.coverage import coverage_statements
from redactor.audit.attestation.issue import Bundle
from redactor.audit.attestation.logcheck import Log, LogError, log_statements, read_log
from redactor.audit.attestation.original import Original, is_source, original_statements
from redactor.audit.attestation.reading import Reading, TokenError
from redactor.audit.attestation.records import (
    DECISIONS,
    MANIFEST,
    OPENING,
    TOKEN,
    Manifest,
    Opening,
)
from redactor.audit.attestation.statements import (
    Statement,
    check_files,
    fails,
    holds,
    read_manifest,
    read_opening,
    unknown,
)
from redactor.audit.attestation.token import SOURCE
from redactor.audit.attestation.verify import read_token
from redactor.audit.bound import apply_bound
from redactor.audit.patch import PatchError

_PATCH, _RECORD = "audit.patch", "audit.json"


def verify_classified(bundle: Bundle, source: bytes | None) -> Iterator[Statement]:
    """Say what holds of a classified folder; the public one is verified by itself.

    Args:
        bundle: both folders.
        source: the cable's bytes, if it is to be compared.
    """
    manifest = read_manifest(bundle.public)
    if isinstance(manifest, Statement):
        yield manifest
        return
    opening = read_opening(bundle.classified, manifest.keys)
    if isinstance(opening, Statement):
        yield opening
        return
    compared = tuple(check_files(opening.files, bundle.classified, OPENING))
    yield from compared
    if opening.manifest != hashlib.sha256(bundle.public[MANIFEST]).hexdigest():
        yield fails(f"{OPENING} belongs to another release than {MANIFEST}")
    elif all(statement.verdict == "holds" for statement in compared):
        yield from _contents(manifest, opening, bundle, source)


def _contents(
    manifest: Manifest, opening: Opening, bundle: Bundle, source: bytes | None
) -> Iterator[Statement]:
    try:
        log = read_log(opening, manifest.keys, bundle.classified[DECISIONS])
        shown = read_token(manifest, bundle.public.get(TOKEN, b""))
        whole = _opened(manifest, opening, shown)
    except (KeyError, LogError, TokenError) as fault:
        yield fails(str(fault))
        return
    yield from log_statements(opening, manifest.keys, log)
    yield holds(f"{OPENING} opens all that the token hides")
    if source is None:
        yield unknown("the source was not compared; give it with --source")
        return
    same = is_source(opening, source)
    yield same
    if same.verdict == "holds":
        yield from _compared(opening, log, shown, whole, source)
        yield from _patched(bundle, source)


def _compared(
    opening: Opening, log: Log, shown: Reading, whole: Reading, source: bytes
) -> Iterator[Statement]:
    original = Original.of(opening, source)
    yield from original_statements(opening, whole, original)
    paths = [item.path for item in shown.items if item.text is not None]
    yield from coverage_statements(log, opening.cable, paths, original)


def _patched(bundle: Bundle, source: bytes) -> Iterator[Statement]:
    """Say whether the patch, if there is one, makes the release of the source."""
    if _PATCH not in bundle.classified:
        return
    try:
        patch, record = bundle.classified[_PATCH].decode(), bundle.classified[_RECORD]
        made = apply_bound(source, patch, record)
    except (PatchError, KeyError, UnicodeDecodeError) as fault:
        told = fault if isinstance(fault, PatchError) else f"it or {_RECORD} can't be read"
        yield fails(f"{_PATCH}: {told}")
        return
    if made == bundle.public.get("release.txt"):
        yield holds(f"{_PATCH} makes release.txt of the source, byte for byte")
    else:
        yield fails(f"{_PATCH} makes another text of the source than release.txt")


def _opened(manifest: Manifest, opening: Opening, shown: Reading) -> Reading:
    """Read the token with every disclosure.

    Raises:
        TokenError: when one is not the token's, or something stays closed.
    """
    made = [each.made for each in opening.disclosures]
    parts = (shown.signed, opening.source.disclosure, *made, "")
    whole = read_token(manifest, "~".join(parts).encode())
    placed = {each.path for each in opening.disclosures}
    closed = any(item.text is None and "/" not in item.path for item in whole.items)
    texts = {item.path for item in (*whole.items, *shown.items) if item.text is not None}
    if closed or not texts <= placed:
        raise TokenError(f"{OPENING} does not open all that the token hides")
    if whole.claims.get(SOURCE) != opening.source.sha256:
        raise TokenError("the token names another source")
    return whole
