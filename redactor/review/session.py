"""A session: one person at work on one case. The edge where acts meet the case file and the clock.

Screens and commands both work through it. A method that changes something returns only when
the change is durable.
"""

import hashlib
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from redactor.cable import read
from redactor.policy import Policy, Proposal
from redactor.review import acts
from redactor.review.chain import commit
from redactor.review.claims import check_free
from redactor.review.events import Draft
from redactor.review.importing import copy_kind, text_of
from redactor.review.legal import Ruling
from redactor.review.model import CompletedReview
from redactor.review.paint import spans_of
from redactor.review.recording import Recording
from redactor.review.registry import Entry, Terms
from redactor.review.workflow import Board, Refused


class Session(Recording):
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
            Draft("policy", None, {
                "name": policy.ref.name,
                "version": policy.ref.version,
                "sha256": policy.ref.sha256,
            }),
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
        if sha256 not in self._registry.entries:
            self.case.keep_cable(sha256, data)
            self._act(lambda: self._import(path, sha256, data))
        return self._registry.entries[sha256]

    def _import(self, path: Path, sha256: str, data: bytes) -> tuple[Draft, ...]:
        if sha256 in self._registry.entries:
            return ()
        cable = read(data)
        words = text_of(cable)
        text = commit(self.case.secret, "text", words)
        same = self._registry.alike.get(text, [])
        of = self._registry.alike.get(cable.id, []) if cable.id else []
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
        self._act(lambda: acts.decide(self._free_board(sha256), self.person, rulings))

    def decide_many(self, rulings: Mapping[str, Sequence[Ruling]]) -> None:
        """Record decisions on several cables as one act, which one undo takes back.

        Raises:
            Refused: when a rule forbids one of them; then nothing is recorded.
        """
        self._act(
            lambda: tuple(
                draft
                for sha256, here in rulings.items()
                for draft in acts.decide(self._free_board(sha256), self.person, here)
            )
        )

    def _free_board(self, sha256: str) -> Board:
        """Give the board of a cable on which nobody else is at work."""
        check_free(self.state(sha256), self.person, self._now())
        return self.board(sha256)

    def accept(
        self,
        sha256: str,
        items: Sequence[Proposal] | None = None,
        remarks: Mapping[str, str] | None = None,
    ) -> acts.Accepted:
        """Decide the open parts of the items (all, if not named) as proposed, as one act."""
        accepted = acts.Accepted((), ())

        def make() -> Sequence[Draft]:
            # Anew at each try: someone, perhaps this person elsewhere, may have decided since.
            nonlocal accepted
            board = self._free_board(sha256)
            view = board.view(self.person)
            accepted = acts.accept(view, view.open_items if items is None else items, remarks)
            return acts.decide(board, self.person, accepted.rulings)

        self._act(make)
        return accepted

    def undo(self, sha256: str, reason: str | None = None) -> None:
        """Take back the last act on this cable, and on all that it decided.

        Raises:
            Refused: when there is none, or a reason is needed.
        """
        self._act(lambda: self._step_back(acts.undo, sha256, reason))

    def redo(self, sha256: str, reason: str | None = None) -> None:
        """Bring back what the last undo took.

        Raises:
            Refused: as ``undo``.
        """
        self._act(lambda: self._step_back(acts.redo, sha256, reason))

    def _step_back(
        self,
        step: Callable[[Board, str, str | None], Sequence[Draft]],
        sha256: str,
        why: str | None,
    ) -> tuple[Draft, ...]:
        """Undo or redo on this cable and on the others that the same act decided."""
        drafts = step(self._free_board(sha256), self.person, why)
        act: int = drafts[0].body["act"]
        rest: list[Draft] = []
        for other in self._registry.acts.get(act, ()):
            if other == sha256:
                continue
            rest += step(self._free_board(other), self.person, why)
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
        self._act(lambda: acts.sign(self.board(sha256), self.person))

    def release(self, sha256: str, make: Callable[[CompletedReview, str], bytes]) -> str:
        """Record a release and give its number.

        Args:
            sha256: the cable.
            make: builds the bytes of release.txt from the completed review and the number. The
                same review released again keeps its number and is not recorded again.

        Raises:
            Refused: when the review is not complete.
        """
        number = ""

        def record() -> Sequence[Draft]:
            nonlocal number
            mine = self.state(sha256).releases
            number = mine[-1].number if mine else self._next_number()
            review = self.board(sha256).completed()
            digest = hashlib.sha256(make(review, number)).hexdigest()
            if any(release.sha256 == digest for release in mine):
                return ()
            shown = [[*span] for span in spans_of(review.painting, "release")]
            body = {"number": number, "sha256": digest, "shown": shown}
            return (Draft("release", sha256, body),)

        self._act(record)
        return number

    def _next_number(self) -> str:
        states = [self.state(entry.sha256) for entry in self.entries]
        made = sum(len(state.releases) + len(state.earlier) for state in states)
        return f"R-{made + 1:04d}"
