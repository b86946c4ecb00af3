"""Key files: a signing key on disk, mode 0600, and its public key beside it, to be handed out.

The first line of a key file is the public key; below it stands the private key as PEM (PKCS #8),
encrypted if it was made with a passphrase.
"""

import errno
import os
import stat
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    KeySerializationEncryption,
    NoEncryption,
    PrivateFormat,
    load_pem_private_key,
)

from redactor.audit.ledger.keys import KeyFaultError, PublicKey, SigningKey, new_key

_SECRET_MODE = 0o600
_PUBLIC_MODE = 0o644
_LARGEST = 64 * 1024
"""Bytes; no key file comes near."""
_LOCKED = b"ENCRYPTED PRIVATE KEY"


def public_path(path: Path) -> Path:
    """Give the place of the public key that belongs to a key file."""
    return path.with_name(f"{path.name}.pub")


def is_locked(path: Path) -> bool:
    """Tell whether a key file asks for a passphrase.

    Raises:
        KeyFaultError: when it can't be read.
    """
    return _LOCKED in _read(path)


def make_key(path: Path, name: str, passphrase: bytes | None = None) -> SigningKey:
    """Make a key and its two files. A key that is there already is never written over.

    Raises:
        KeyFaultError: when a file is there, or none can be written.
    """
    key = new_key(name)
    with _plainly(path):
        waiting = _written(path, _sealed(key, passphrase), _SECRET_MODE)
        try:
            os.link(waiting, path)
        finally:
            waiting.unlink()
        _publish(path, key)
    return key


def replace_key(path: Path, key: SigningKey, passphrase: bytes | None = None) -> None:
    """Put another key in the place of the one there.

    Raises:
        KeyFaultError: when it can't be written; then the old one still stands.
    """
    with _plainly(path):
        _written(path, _sealed(key, passphrase), _SECRET_MODE).replace(path)
        _publish(path, key)


def read_signing_key(path: Path, passphrase: bytes | None = None) -> SigningKey:
    """Read a key that signs.

    Raises:
        KeyFaultError: when there is none, others may read it, or the passphrase is wrong.
    """
    data = _read(path)
    with _plainly(path):
        if path.stat().st_mode & (stat.S_IRWXG | stat.S_IRWXO):
            raise KeyFaultError(
                f"{path}: others can read this key; if none did, run: chmod 600 {path}"
            )
    public = _first_line(path, data)
    try:
        private = load_pem_private_key(data.partition(b"\n")[2], passphrase)
    except TypeError as fault:
        raise KeyFaultError(f"{path}: the key asks for its passphrase, or has none") from fault
    except ValueError as fault:
        raise KeyFaultError(f"{path}: the passphrase is wrong, or the key is damaged") from fault
    if not isinstance(private, Ed25519PrivateKey):
        raise KeyFaultError(f"{path}: this is no Ed25519 key; name one that redactor made")
    key = SigningKey(public.name, private)
    if key.public != public:
        raise KeyFaultError(f"{path}: the key is damaged: its two halves do not fit")
    return key


def read_public_key(path: Path) -> PublicKey:
    """Read a public key, from its own file or from the first line of a key file.

    Raises:
        KeyFaultError: when there is none.
    """
    return _first_line(path, _read(path))


def _first_line(path: Path, data: bytes) -> PublicKey:
    try:
        return PublicKey.parse(data.partition(b"\n")[0].decode().strip())
    except (KeyFaultError, UnicodeDecodeError) as fault:
        raise KeyFaultError(
            f"{path}:1: no public key is written there; name a file that redactor made, *.key.pub"
        ) from fault


def _read(path: Path) -> bytes:
    with _plainly(path), path.open("rb") as file:
        return file.read(_LARGEST)


def _sealed(key: SigningKey, passphrase: bytes | None) -> bytes:
    lock: KeySerializationEncryption = NoEncryption()
    if passphrase:
        lock = BestAvailableEncryption(passphrase)
    pem = key.private.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, lock)
    return f"{key.public}\n".encode() + pem


def _publish(path: Path, key: SigningKey) -> None:
    beside = public_path(path)
    _written(beside, f"{key.public}\n".encode(), _PUBLIC_MODE).replace(beside)
    folder = os.open(path.parent, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)


def _written(path: Path, data: bytes, mode: int) -> Path:
    """Write and sync a file beside ``path``; give its name. It is born with mode 0600."""
    descriptor, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    with os.fdopen(descriptor, "wb") as file:
        file.write(data)
        file.flush()
        os.fchmod(file.fileno(), mode)
        os.fsync(file.fileno())
    return Path(name)


_REMEDIES = {
    errno.ENOENT: "there is no such file; name one with --key",
    errno.EEXIST: "a key is there already; it is never written over",
    errno.EACCES: "you may not use this file; name another with --key",
    errno.EISDIR: "this is a folder; name a file with --key",
    errno.EROFS: "the disk is read-only; name another file with --key",
    errno.ENOSPC: "there is no space left on the disk; free some space and try again",
}


@contextmanager
def _plainly(path: Path) -> Iterator[None]:
    """Turn the disk's errors into one clear sentence each."""
    try:
        yield
    except OSError as fault:
        reason = (fault.strerror or "the disk refuses").lower()
        remedy = _REMEDIES.get(fault.errno or 0, f"{reason}; name another file with --key")
        raise KeyFaultError(f"{path}: {remedy}") from fault
