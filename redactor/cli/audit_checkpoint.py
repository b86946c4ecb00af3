"""``redactor audit checkpoint``, and what ``audit verify`` says of checkpoints kept elsewhere."""

from argparse import Namespace
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from redactor.audit import (
    Checkpoint,
    KeyFaultError,
    Ledger,
    Note,
    NoteError,
    PublicKey,
    checkpoint_line,
    followed,
    public_path,
    read_note,
    read_public_key,
    with_proofs,
)
from redactor.cli.notary import Notary, key_path
from redactor.cli.output import DONE, InputFault, data, narrate
from redactor.cli.sessions import session
from redactor.review import CaseFile, Session


class Kept(NamedTuple):
    """A checkpoint that was kept elsewhere."""

    path: Path
    note: Note
    head: Checkpoint


class Finding(NamedTuple):
    """What one checkpoint says of the journal."""

    holds: bool
    words: str


def checkpoint(options: Namespace) -> int:
    """Sign the journal as it is now, for somebody else to keep."""
    try:
        with session(options) as desk:
            notary = Notary(desk, options.key)
            if options.rotate:
                notary.rotate(lock=options.passphrase)
            key = notary.key(lock=options.passphrase)
            note = str(notary.ledger.signed(key))
            size, path = len(notary.ledger), key_path(desk.case.path, options.key)
    except KeyFaultError as fault:
        raise InputFault(str(fault)) from fault
    if options.to:
        _write(Path(options.to), note)
    else:
        for line in note.splitlines():
            data(line)
    narrate(
        f"{size} events are signed; give this and {public_path(path)} to somebody else to keep: "
        "audit verify --checkpoint then shows any change"
    )
    return DONE


def proved(desk: Session, lines: Iterable[bytes], size: int, key: str | None) -> Iterator[bytes]:
    """Give the lines of an export with their proofs, and the signed checkpoint at their end.

    Raises:
        InputFault: when the key can't be used.
    """
    try:
        notary = Notary(desk, key)
        note = notary.ledger.signed(notary.key(), size)
    except KeyFaultError as fault:
        raise InputFault(str(fault)) from fault
    yield from with_proofs(lines, notary.ledger, size)
    yield checkpoint_line(note)


def _write(path: Path, note: str) -> None:
    try:
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(note)
    except FileExistsError as fault:
        raise InputFault(f"{path}: it exists; name a new file") from fault
    except OSError as fault:
        raise InputFault(f"{path}: no file can be made there; check the folder") from fault


def read_kept(paths: Sequence[str]) -> tuple[Kept, ...]:
    """Read checkpoints, the shortest first.

    Raises:
        InputFault: when one can't be read.
    """
    return tuple(sorted((_read(Path(path)) for path in paths), key=lambda kept: kept.head.size))


def _read(path: Path) -> Kept:
    try:
        note = read_note(path.read_bytes())
        return Kept(path, note, Checkpoint.parse(note.text))
    except OSError as fault:
        raise InputFault(f"{path}: the file can't be read; name a checkpoint") from fault
    except NoteError as fault:
        raise InputFault(f"{path}: {fault}; name a file that audit checkpoint wrote") from fault


def findings(case: CaseFile, kept: Sequence[Kept], key: str | None) -> Iterator[Finding]:
    """Say of each checkpoint whether it was signed, and whether the journal goes on from it.

    Args:
        case: the case.
        kept: checkpoints, the shortest first.
        key: the file of the public key with which they were signed.

    Raises:
        InputFault: when the key can't be read.
    """
    keys = _keys(case, key)
    if kept and keys is None:
        narrate("who signed is not checked: anyone can sign; give the public key with --key")
    try:
        ledger = Ledger(case.secret, case.digests())
    except (ValueError, TypeError):
        yield Finding(holds=False, words="the chain of the journal is damaged")
        return
    good = 0
    for each in kept:
        signed = _signed(each, keys)
        if signed is not None:
            yield signed
            continue
        fault = ledger.fault(each.head)
        yield _compared(each, fault, good)
        good = good if fault else each.head.size


def tell(finding: Finding) -> bool:
    """Print what a checkpoint says, and whose word it is; tell whether it holds."""
    data(finding.words)
    return finding.holds


def _compared(kept: Kept, fault: str | None, good: int) -> Finding:
    """Say whether the journal goes on from one checkpoint, of which ``good`` events hold."""
    if fault is None:
        size = kept.head.size
        return Finding(
            holds=True, words=f"{kept.path}: the journal goes on from these {size} events"
        )
    where = f"; the change lies after event {good}" if good else ""
    return Finding(holds=False, words=f"{kept.path}: {fault}{where}")


def _keys(case: CaseFile, key: str | None) -> tuple[PublicKey, ...] | None:
    if key is None:
        return None
    try:
        first = read_public_key(Path(key))
    except KeyFaultError as fault:
        raise InputFault(str(fault)) from fault
    events, _ = case.events_of_case()
    notes = (event.body["note"] for event in events if event.kind == "key")
    return followed([first], filter(None, notes))


def _signed(kept: Kept, keys: tuple[PublicKey, ...] | None) -> Finding | None:
    """Say why a checkpoint does not count; nothing when it does."""
    if keys is None:
        return None
    try:
        signers = kept.note.signers(keys)
    except NoteError as fault:
        return Finding(holds=False, words=f"{kept.path}: the checkpoint was changed: {fault}")
    if not signers:
        words = f"{kept.path}: the checkpoint is not signed with the key that you gave"
        return Finding(holds=False, words=words)
    return None
