"""A session: one person at work on one case. The edge where acts meet the case file and the clock.

Screens and commands both work through it. A method that changes something returns only when
the change is durable.
"""

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from redactor.cable import read
from redactor.policy import Policy, Proposal
from redactor.review import acts
from redactor.review.chain import commit
from redactor.review.claims import check_free
from redactor.review.events import Draft
from redactor.review.importing import copy_kind, text_of
from redactor.review.imports import Entry
from redactor.review.legal import Ruling
from redactor.review.proposed import newly_proposed
from redactor.review.registry import Terms
from redactor.review.releasing import Releasing
from redactor.review.workflow import Board, Refused


class Session(Releasing):
    """One person's work on a case.

    Raises:
        CaseError: from every method, when the case file can't be used.
    """

    def open_case(self, terms: Terms, policy: Policy) -> None:
        """Fix the terms and the policy of a new case.

        Raises:
            Refused: when the case has others already.
        """
        self.case.keep_policy(policy.ref.sha256, policy.data)
        opening = (
            Draft("open", None, {
                "as_of": terms.as_of.isoformat(),
                "basis": terms.basis,
                "requested": terms.requested.isoformat() if terms.requested else None,
            }),
            Draft("policy", None, asdict(policy.ref)),
        )  # fmt: skip
        self._act(lambda: () if self.is_open else opening)
        self._check_same(terms, policy)

    def _check_same(self, terms: Terms, policy: Policy) -> None:
        if terms != self.terms:
            ours = self.terms
            raise Refused(
                f"{self.case.path}: this case is reviewed as of {ours.as_of}, basis {ours.basis}; "
                "leave those options out, or start another case file"
            )
        if policy.ref.sha256 != self.policy.ref.sha256:
            raise Refused(
                f"{self.case.path}: this case is reviewed under {self.policy.ref.name} "
                f"{self.policy.ref.version} ({self.policy.ref.sha256[:12]}), another policy than "
                "the one named; leave --policy out, or start another case file"
            )

    def import_cable(self, path: Path, data: bytes) -> Entry:
        """Take a cable into the case; the same bytes twice are one cable."""
        sha256 = hashlib.sha256(data).hexdigest()
        if not self.entries.holds(sha256):
            self.case.keep_cable(sha256, data)
            self._act(lambda: self._import(path, sha256, data), slow=True)
        return self.entry(sha256)

    def _import(self, path: Path, sha256: str, data: bytes) -> tuple[Draft, ...]:
        if self.entries.holds(sha256):
            return ()
        cable = read(data)
        words = text_of(cable)
        text = commit(self.case.secret, "text", words)
        same, of = self._registry.alike(text), self._registry.alike(cable.id)
        name = str(path).encode(errors="backslashreplace").decode()
        body: dict[str, Any] = {"path": name, "id": cable.id, "bytes": len(data), "text": text}
        if same:
            body["same_text"] = list(same)
        kind = copy_kind(words, of)
        if kind:
            body |= {"copy": kind, "copy_of": list(of)}
        return (Draft("import", sha256, body),)

    # Acts

    def decide(self, sha256: str, *rulings: Ruling) -> None:
        """Record decisions as one act.

        Raises:
            Refused: when a rule forbids one; then nothing is recorded.
        """
        self._on(sha256, lambda board: self._decided(board, rulings))

    def decide_many(self, rulings: Mapping[str, Sequence[Ruling]]) -> None:
        """Record decisions on several cables as one act, which one undo takes back.

        Raises:
            Refused: when a rule forbids one of them; then nothing is recorded.
        """
        for sha256 in rulings:
            self.docket(sha256)  # read before the turn: nobody has to wait for that
        self._act(
            lambda: tuple(
                draft
                for sha256, here in rulings.items()
                for draft in self._decided(self.board(sha256), here)
            )
        )

    def _decided(self, board: Board, rulings: Sequence[Ruling]) -> tuple[Draft, ...]:
        """Give the decisions, after what they were made on if that is new."""
        decided = acts.decide(self._free(board), self.person, rulings)
        return (*newly_proposed(board), *decided) if decided else ()

    def _free(self, board: Board) -> Board:
        """Give a board on which nobody else is at work."""
        check_free(board.state, self.person, self._now())
        return board

    def accept(
        self,
        sha256: str,
        items: Sequence[Proposal] | None = None,
        remarks: Mapping[str, str] | None = None,
    ) -> acts.Accepted:
        """Decide the open parts of the items (all, if not named) as proposed, as one act."""
        accepted = acts.Accepted((), ())

        def make(board: Board) -> Sequence[Draft]:
            nonlocal accepted
            view = self._free(board).view(self.person)
            accepted = acts.accept(view, view.open_items if items is None else items, remarks)
            return self._decided(board, accepted.rulings)

        self._on(sha256, make)
        return accepted

    def undo(self, sha256: str, reason: str | None = None) -> None:
        """Take back the last act on this cable, and on all that it decided.

        Raises:
            Refused: when there is none, or a reason is needed.
        """
        self._on(sha256, lambda board: self._step_back(acts.undo, board, reason))

    def redo(self, sha256: str, reason: str | None = None) -> None:
        """Bring back what the last undo took.

        Raises:
            Refused: as ``undo``.
        """
        self._on(sha256, lambda board: self._step_back(acts.redo, board, reason))

    def _step_back(
        self,
        step: Callable[[Board, str, str | None], Sequence[Draft]],
        board: Board,
        why: str | None,
    ) -> tuple[Draft, ...]:
        """Undo or redo on this cable and on the others that the same act decided."""
        drafts = step(self._free(board), self.person, why)
        act: int = drafts[0].body["act"]
        rest: list[Draft] = []
        for other in self.case.cables_of(act):
            if other == board.docket.cable.sha256:
                continue
            rest += step(self._free(self.board(other)), self.person, why)
            if rest[-1].body["act"] != act:
                raise Refused(
                    f"the same act decided {self.entry(other).label}, where a later one stands; "
                    "take that back first"
                )
        return (*drafts, *rest)

    def sign(self, sha256: str) -> None:
        """Sign the next stage.

        Raises:
            Refused: when this person may not sign now.
        """
        self._on(sha256, lambda board: (*newly_proposed(board), *acts.sign(board, self.person)))
