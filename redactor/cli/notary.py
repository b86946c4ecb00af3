"""The notary: holds the key of a case, and signs its releases and its checkpoints.

The key lies beside the case file, as ``CASE.key``, or where ``--key`` says. It is made when it is
first needed. Which key signs from when on is an event of the journal.
"""

import os
import sys
from collections.abc import Callable, Mapping, Sequence
from getpass import getpass
from pathlib import Path

from redactor.audit import (
    AttestationError,
    Attested,
    Bundle,
    Journal,
    KeyFaultError,
    Ledger,
    Member,
    SigningKey,
    Trust,
    attest,
    attest_again,
    hand_over,
    is_locked,
    journal_of,
    keys_of,
    make_key,
    new_key,
    origin,
    read_signing_key,
    replace_key,
    set_again,
    set_files,
    verify_classified,
    verify_public,
)
from redactor.release import Release
from redactor.review import CaseFile, CompletedReview, Session

PASSPHRASE = "REDACTOR_PASSPHRASE"  # noqa: S105 - the name of a variable
"""In the environment: unlocks a key, and locks a new one."""

Ask = Callable[[str], str]
"""Asks a person for a passphrase."""


def at_terminal(question: str) -> str:
    """Ask for a passphrase without showing it.

    Raises:
        KeyFaultError: when nobody is there to ask.
    """
    if not sys.stdin.isatty():
        raise KeyFaultError(f"the key is locked and nobody can be asked; set {PASSPHRASE}")
    return getpass(question)


def nobody(_question: str) -> str:
    """Refuse to ask: a screen is open, and a question would destroy it.

    Raises:
        KeyFaultError: always.
    """
    raise KeyFaultError(f"the key is locked; set {PASSPHRASE}, or use: redactor release")


def key_path(case: Path, named: str | None) -> Path:
    """Give the place of a case's key."""
    return Path(named) if named else case.with_name(f"{case.name}.key")


class Notary:
    """Signs for one case.

    Raises:
        KeyFaultError: from every method, when the key can't be used.
    """

    def __init__(self, desk: Session, key: str | None = None, ask: Ask = at_terminal) -> None:
        """Take a case.

        Args:
            desk: the case, open.
            key: where its key lies; beside the case file if not named.
            ask: asks for a passphrase.
        """
        self._desk = desk
        self._path = key_path(desk.case.path, key)
        self._ask = ask
        self._key: SigningKey | None = None
        self._ledger = Ledger(desk.case.secret)

    @property
    def ledger(self) -> Ledger:
        """The journal as it is now.

        Raises:
            CaseError: when its chain is damaged.
        """
        try:
            self._ledger.extend(self._desk.case.digests(after=len(self._ledger)))
        except (ValueError, TypeError) as fault:
            raise self._desk.case.damaged() from fault
        return self._ledger

    def key(self, *, lock: bool = False) -> SigningKey:
        """Give the key that signs. It is made if there is none, and recorded if it is new.

        Args:
            lock: ask for a passphrase for a key that is made.
        """
        if self._key is None:
            self._key = self._read() if self._path.exists() else self._make(lock=lock)
            line = str(self._key.public)
            if line != next(reversed(known_keys(self._desk.case)), None):
                self._desk.signs_with(line)
        return self._key

    def rotate(self, *, lock: bool = False) -> SigningKey:
        """Make the next key, let the one before it name it, and record both."""
        old = self.key()
        new = new_key(old.name)
        note = str(hand_over(old, new))
        passphrase = self._new_passphrase(lock=lock or is_locked(self._path))
        # Recorded first: cut short in between, the old key just goes on.
        self._desk.signs_with(str(new.public), note)
        replace_key(self._path, new, passphrase)
        self._key = new
        return new

    def attest(self, review: CompletedReview, release: Release, bundle: Bundle) -> Attested | None:
        """Add to the files of a release what proves them; nothing for one of an older program.

        Raises:
            AttestationError: when it can't be signed, or would not verify.
        """
        journal = self._journal(review, release)
        if journal.unsealed:
            return None
        made = attest_again(review, release, bundle, journal)
        if made is None:
            key = self.key()
            journal = self._journal(review, release)  # the key may be new to it
            made = attest(review, release, bundle, journal, key)
        self._check(made.bundle, review.dated.cable.sha256)
        return made

    def listed(self, members: Sequence[Member], place: Path) -> Mapping[str, bytes]:
        """Give the files of a set, signed; those that lie in place are not signed anew.

        Raises:
            KeyFaultError: when it can't be signed.
        """
        keys = keys_of(self._desk.case)
        signed = place / "manifest.json"
        again = set_again(members, signed.read_bytes(), keys) if signed.is_file() else None
        return again or set_files(members, self.key(), keys)

    def _journal(self, review: CompletedReview, release: Release) -> Journal:
        cable = review.dated.cable.sha256
        return journal_of(self._desk.case, self.ledger, cable, release.number)

    def _check(self, bundle: Bundle, cable: str) -> None:
        """Verify a release before anyone else does.

        Raises:
            AttestationError: when something does not hold.
        """
        said = (
            *verify_public(bundle.public, Trust(None), {}),
            *verify_classified(bundle, self._desk.case.cable(cable)),
        )
        faults = [statement.words for statement in said if statement.verdict == "fails"]
        if faults:
            raise AttestationError(f"the release would not verify: {faults[0]}; report this fault")

    def _read(self) -> SigningKey:
        if not is_locked(self._path):
            return read_signing_key(self._path)
        given = os.environ.get(PASSPHRASE) or self._ask(f"Passphrase of {self._path}: ")
        return read_signing_key(self._path, given.encode())

    def _make(self, *, lock: bool) -> SigningKey:
        return make_key(self._path, origin(self._desk.case.secret), self._new_passphrase(lock=lock))

    def _new_passphrase(self, *, lock: bool) -> bytes | None:
        """Give the passphrase for a key that is made; a person says it twice."""
        given = os.environ.get(PASSPHRASE)
        if not given and lock:
            given = self._ask(f"New passphrase of {self._path}: ")
            if not given:
                raise KeyFaultError("the passphrase is empty; no key was made")
            if self._ask("The same again: ") != given:
                raise KeyFaultError("these were two passphrases; no key was made")
        return given.encode() if given else None


def known_keys(case: CaseFile) -> tuple[str, ...]:
    """Give the public keys with which a case has signed, oldest first."""
    events, _ = case.events_of_case()
    return tuple(event.body["key"] for event in events if event.kind == "key")
