"""Issuing: from a release and its journal to the files that prove it."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from redactor.audit.attestation.journal import Journal, Seal
from redactor.audit.attestation.place import Opening as Opened
from redactor.audit.attestation.records import (
    DECISIONS,
    MANIFEST,
    OPENING,
    TOKEN,
    Disclosed,
    Earlier,
    File,
    KeyLine,
    Manifest,
    Opening,
    Part,
    Source,
    text_to_sign,
    with_signature,
)
from redactor.audit.attestation.segments import (
    Segment,
    added_spans,
    find_segments,
    printed_spans,
)
from redactor.audit.attestation.signer import (
    AttestationError,
    FromSeal,
    NothingSignedError,
    Signer,
    WithKey,
    resigned,
)
from redactor.audit.attestation.token import Token, presented
from redactor.audit.attestation.unwrap import Unwrapped
from redactor.audit.ledger import Note, SigningKey
from redactor.cable import Cable
from redactor.release import Release, no_content
from redactor.review import CompletedReview


class Bundle(NamedTuple):
    """The files of a release, by name."""

    public: Mapping[str, bytes]
    classified: Mapping[str, bytes]


@dataclass(frozen=True, slots=True)
class Attested:
    """A bundle with its proof, and what the journal keeps of it."""

    bundle: Bundle
    seal: Seal


@dataclass(frozen=True, slots=True)
class _Made:
    """A token for one release."""

    token: Token
    signed: str
    first: str
    segments: tuple[Segment, ...]
    shown: tuple[Opened, ...]


def attest(
    review: CompletedReview,
    release: Release,
    bundle: Bundle,
    journal: Journal,
    key: SigningKey,
) -> Attested:
    """Add to a bundle what proves it: manifest, token, opening and decisions.

    Args:
        review: the completed review.
        release: made of it.
        bundle: all other files of the release.
        journal: of the case, as it was before the release was recorded.
        key: the last of the case's keys.

    Raises:
        AttestationError: when it does not fit what was signed before.
    """
    return _attested(review, release, bundle, journal, WithKey(key, journal.keys))


def attest_again(
    review: CompletedReview, release: Release, bundle: Bundle, journal: Journal
) -> Attested | None:
    """Add to the bundle of a release that is made again what proves it, without any key.

    ``None`` when it is not the bundle that was signed: then it has to be signed anew.

    Raises:
        AttestationError: when it does not fit what was signed before.
    """
    if journal.again is None:
        return None
    try:
        signer = FromSeal(journal.again, journal.keys_then)
        return _attested(review, release, bundle, journal, signer)
    except NothingSignedError:
        return None


def _attested(
    review: CompletedReview, release: Release, bundle: Bundle, journal: Journal, signer: Signer
) -> Attested:
    made = _token(review, release, journal, signer)
    public = {**bundle.public, TOKEN: presented(made.signed, made.shown)}
    manifest = _manifest(review, release, made, public, signer.keys)
    note = signer.sign("manifest", text_to_sign(manifest))
    public[MANIFEST] = with_signature(manifest, note.signatures[0])
    head = signer.sign("checkpoint", journal.ledger.checkpoint(journal.size).text)
    classified = {**bundle.classified, DECISIONS: b"".join(b"%s\n" % x for x in journal.lines())}
    opening = _opening(review, release, made, Bundle(public, classified), journal, head)
    signed = signer.sign("opening", text_to_sign(opening))
    classified[OPENING] = with_signature(opening, signed.signatures[0])
    signatures = {"manifest": note, "opening": signed, "checkpoint": head}
    lines = {name: str(each.signatures[0]).rstrip("\n") for name, each in signatures.items()}
    seal = Seal(release.number, journal.size, made.signed, made.first, made.segments, lines)
    return Attested(Bundle(public, classified), seal)


def _token(review: CompletedReview, release: Release, journal: Journal, signer: Signer) -> _Made:
    """Give the token of the cable's earlier releases if it can be opened just so far, or a new one.

    Raises:
        NothingSignedError: when there is no key for a new one.
    """
    cable, printed = review.dated.cable, printed_spans(release.pieces)
    text = Unwrapped(cable.text, no_content(cable))
    for seal in filter(None, (journal.again, journal.earlier)):
        token = Token.over(seal.segments, text, cable.sha256, journal.secret, seal.first)
        shown = token.shown(text, printed)
        if shown is not None and token.is_of(seal.token):
            return _Made(token, seal.token, seal.first, seal.segments, shown)
    segments = find_segments(cable.text, no_content(cable), release)
    token = Token.over(segments, text, cable.sha256, journal.secret, release.number)
    shown = token.shown(text, printed)
    if shown is None:
        raise AttestationError("the token does not fit the release; report this fault")
    return _Made(token, signer.sign_token(token), release.number, segments, shown)


def _manifest(
    review: CompletedReview,
    release: Release,
    made: _Made,
    public: Mapping[str, bytes],
    keys: tuple[KeyLine, ...],
) -> Manifest:
    shown = {opening.path for opening in made.shown}
    bare = (
        i
        for i, part in enumerate(made.segments)
        if str(i) not in shown and not any(part.span.meets(place.span) for place in release.places)
    )
    return Manifest(
        format="redactor-manifest/1",
        release=release.number,
        determination=release.determination,
        files=files_of(public),
        added=tuple(added_spans(review.dated.cable.text, release.pieces)),
        left_out=tuple(bare),
        first=made.first,
        keys=keys,
    )


def _opening(
    review: CompletedReview,
    release: Release,
    made: _Made,
    bundle: Bundle,
    journal: Journal,
    head: Note,
) -> Opening:
    furniture = no_content(review.dated.cable)
    return Opening(
        format="redactor-opening/1",
        release=release.number,
        manifest=hashlib.sha256(bundle.public[MANIFEST]).hexdigest(),
        files=files_of(bundle.classified),
        cable=journal.cable,
        source=_source(review.dated.cable, made.token),
        furniture=tuple((span.start, span.end) for span in furniture),
        segments=tuple(Part(start=at.start, end=at.end, kind=kind) for at, kind in made.segments),
        places=tuple((place.span.start, place.span.end) for place in release.places),
        disclosures=tuple(map(_disclosed, made.token.openings)),
        checkpoint=str(head),
        earlier=_earlier(journal),
    )


def _source(cable: Cable, token: Token) -> Source:
    size, chars = cable.size, len(cable.text)
    return Source(sha256=cable.sha256, bytes=size, chars=chars, disclosure=token.source)


def _disclosed(opening: Opened) -> Disclosed:
    span = opening.span
    return Disclosed(path=opening.path, start=span.start, end=span.end, made=opening.made)


def files_of(files: Mapping[str, bytes]) -> dict[str, File]:
    """Give what a record says of files."""
    return {
        name: File(bytes=len(data), sha256=hashlib.sha256(data).hexdigest())
        for name, data in sorted(files.items())
    }


def _earlier(journal: Journal) -> Earlier | None:
    """Prove that the log goes on from where it was at the cable's last release.

    Raises:
        AttestationError: when it does not.
    """
    seal, ledger = journal.earlier, journal.ledger
    if seal is None:
        return None
    text = ledger.checkpoint(seal.size).text
    note = resigned(text, seal.signatures["checkpoint"], journal.keys)
    if note is None:
        raise AttestationError(
            f"the journal up to event {seal.size} is not the one that {seal.release} was signed "
            "with; run: redactor audit verify"
        )
    proof = ledger.tree.consistency(seal.size, journal.size)
    steps = tuple(step.hex() for step in proof)
    return Earlier(release=seal.release, checkpoint=str(note), proof=steps)
