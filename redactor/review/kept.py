"""What a case file keeps under its hash: the bytes of cables and of policies."""

import hashlib

from redactor.review.database import CaseError, Database


class Kept(Database):
    """The bytes that a case file keeps.

    Raises:
        CaseError: from every method, when the case file can't be used.
    """

    def keep_cable(self, sha256: str, data: bytes) -> None:
        """Keep a cable's bytes; the same bytes twice are kept once."""
        self._keep("INSERT OR IGNORE INTO cables (sha256, data) VALUES (?,?)", sha256, data)

    def keep_policy(self, sha256: str, data: bytes) -> None:
        """Keep a policy file's bytes for ever."""
        self._keep("INSERT OR IGNORE INTO policies (sha256, data) VALUES (?,?)", sha256, data)

    def cable(self, sha256: str) -> bytes:
        """Give a cable's bytes."""
        return self._fetch("SELECT data FROM cables WHERE sha256 = ?", sha256)

    def size(self, sha256: str) -> int:
        """Give how many bytes a cable has; 0 where there is none."""
        with self._plainly():
            wanted = "SELECT length(data) FROM cables WHERE sha256 = ?"
            row = self._db.execute(wanted, (sha256,)).fetchone()
        return int(row[0]) if row else 0

    def policy(self, sha256: str) -> bytes:
        """Give a policy's bytes."""
        return self._fetch("SELECT data FROM policies WHERE sha256 = ?", sha256)

    def _keep(self, statement: str, sha256: str, data: bytes) -> None:
        with self.turn():
            self._db.execute(statement, (sha256, data))

    def _fetch(self, statement: str, sha256: str) -> bytes:
        with self._plainly():
            row = self._db.execute(statement, (sha256,)).fetchone()
        if row is None:
            raise CaseError(f"{self.path}: nothing with hash {sha256[:12]} is kept in this case")
        kept = row[0] if isinstance(row[0], bytes) else b""
        if hashlib.sha256(kept).hexdigest() != sha256:
            raise CaseError(
                f"{self.path}: what is kept under hash {sha256[:12]} was changed from outside; "
                "restore the case file from a copy"
            )
        return kept
