"""Coverage: every word shown was released, every letter hidden was withheld, by whom the log says.

The events of the log are folded again, as the review itself does, so that what was undone or
signed away counts no more.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from redactor.audit.attestation.logcheck import Log
from redactor.audit.attestation.original import Original
from redactor.audit.attestation.statements import Statement, fails, holds
from redactor.review import CableState, Painted, fold_cable
from redactor.text import Span, intersect, merge, plural, subtract

_LETTERS = re.compile(r"[^\W_]+")


class Said(NamedTuple):
    """What the log says of a cable."""

    state: CableState
    policies: frozenset[str]
    """SHA-256 of every policy that was in force."""

    @property
    def paintings(self) -> Sequence[Sequence[Painted]]:
        """What each signer signed, oldest first."""
        return [signing.painting for signing in self.state.signings]

    @property
    def released(self) -> tuple[Span, ...]:
        """What may be shown: the last signer releases it and, if there are more, another one."""
        if not self.paintings:
            return ()
        *others, last = (_spans(painting, "release") for painting in self.paintings)
        if not others:
            return last
        return intersect(last, (span for spans in others for span in spans))

    @property
    def withheld(self) -> tuple[Span, ...]:
        """What a signer withholds, or an agency denies."""
        by_signers = (span for each in self.paintings for span in _spans(each, "redact"))
        denied = (
            span
            for answer in self.state.standing.answers
            if answer.reply == "deny"
            for span in answer.spans
        )
        return merge((*by_signers, *denied))


def coverage_statements(
    log: Log, cable: str, shown: Iterable[str], original: Original
) -> Iterator[Statement]:
    """Say whether every part of the source is covered by a decision, and each by a policy.

    Args:
        log: the proved events.
        cable: what stands for the cable in them.
        shown: paths of the token's parts that the release shows.
        original: the source.
    """
    try:
        said = _said(log, cable)
    except (KeyError, IndexError, TypeError, ValueError, AttributeError):
        yield fails("the events of the log do not make a review")
        return
    words = merge(w for path in shown for w in original.words(original.spans[path]))
    yield _released(said, words, original)
    yield _withheld(said, words, original)
    yield _policies(said)


def _said(log: Log, cable: str) -> Said:
    state = fold_cable(event for event in log.events if event.cable == cable)
    policies = (event.body["sha256"] for event in log.events if event.kind == "policy")
    return Said(state, frozenset(policies))


def _released(said: Said, words: tuple[Span, ...], original: Original) -> Statement:
    signers = [signature.person for signature in said.state.signatures]
    astray = subtract(words, said.released)
    if astray:
        return fails(f"words are shown that were not released: {original.lines(astray)}")
    if not signers:
        return fails("nobody signed the review")
    return holds(f"every word shown was released; signed by {', '.join(signers)}")


def _withheld(said: Said, words: tuple[Span, ...], original: Original) -> Statement:
    whole = Span(0, len(original.cable.text))
    hidden = subtract(original.words(whole), words)
    letters = [
        Span(*match.span())
        for span in hidden
        for match in _LETTERS.finditer(original.cable.text, span.start, span.end)
    ]
    bare = subtract(letters, said.withheld)
    if bare:
        return fails(f"words are hidden that nobody withheld: {original.lines(bare)}")
    if not letters:
        return holds("nothing of the source is withheld")
    return holds("every word withheld is covered by a decision to withhold it")


def _policies(said: Said) -> Statement:
    decisions = {part.decision.seq: part.decision for each in said.paintings for part in each}
    bare = [seq for seq, made in sorted(decisions.items()) if made.policy not in said.policies]
    if bare:
        return fails(f"decision {bare[0]} names a policy that the log does not")
    made = plural(len(decisions), "decision")
    return holds(f"each of the {made} names its policy by a hash that the log has")


def _spans(painting: Iterable[Painted], verdict: str) -> tuple[Span, ...]:
    return merge(part.span for part in painting if part.decision.verdict == verdict)
