"""Summaries: all that the queue says of one cable. Pure.

A summary is kept in the case file, so that a large case is listed at once when it is opened
again. Its words are safe to show.
"""

import json
from typing import NamedTuple, cast

from redactor import __version__
from redactor.policy import PolicyRef
from redactor.review import Board, CableState, Entry, Stage
from redactor.text import fold, visible
from redactor.ui.words import frees_words, name_words, stage_words

_FORM = 1
"""Of what is kept; another number lets go of all that was kept before."""


class Summary(NamedTuple):
    """What the queue says of one cable, as one person sees it."""

    stage: Stage | None
    """``None`` where the cable can't be read."""
    stage_words: str
    id: str
    level: str
    """``C``; empty when none was read."""
    banner: str
    """``C//NOFORN``."""
    origin: str
    """The cable's day, ``2018-03-15``; empty when it bears none."""
    frees: str
    """``2038-03-15``, or a word where there is no such day."""
    items: int
    decided: int
    mine_done: bool
    """This person has signed."""
    flags: str
    """Kinds, with spaces between."""
    signers: str
    """With commas between."""
    holder: str
    """Who last took the cable to work on it."""
    held_at: str
    """Since when nothing was heard of them: a moment in ISO 8601."""
    sender: str
    tags: str
    rules: str
    """That propose something here, with spaces between."""
    subject: str
    words: str
    """What free words are looked for in: folded."""

    @property
    def open(self) -> int:
        """How many items are to be decided."""
        return self.items - self.decided

    @property
    def done(self) -> bool:
        """Nothing is left to decide or sign for anybody."""
        return self.stage in ("complete", "released")


def mark_of(policy: PolicyRef) -> str:
    """Name what a kept summary rests on, beside the cable's own events."""
    return f"{_FORM} {__version__} {policy.sha256}"


def summarise(board: Board, person: str, entry: Entry) -> Summary:
    """Sum up one cable as this person sees it."""
    docket, view, state = board.docket, board.view(person), board.state
    cable = docket.cable
    claim = state.claim
    subject = visible(" ".join((cable.subject or "").split()))
    tags = visible(" ".join(cable.tags))
    sender = visible(cable.sender or cable.origin.post or "")
    name = name_words(cable, entry.name)
    return Summary(
        stage=board.stage,
        stage_words=stage_words(board),
        id=name,
        level=cable.level or "",
        banner=visible("//".join((cable.level or "?", *cable.controls))),
        origin=str(docket.dated.origin or ""),
        frees=frees_words(docket.dated),
        items=len(docket.items),
        decided=view.decided,
        mine_done=view.desk.signed is not None,
        flags=" ".join(sorted({flag.kind for flag in state.standing.flags})),
        signers=_signers(state),
        holder=visible(claim.person) if claim else "",
        held_at=claim.at.isoformat() if claim else "",
        sender=sender,
        tags=tags,
        rules=" ".join(sorted({rule.id for item in docket.items for rule in item.rules})),
        subject=subject,
        words=fold(f"{name} {entry.name} {sender} {tags} {subject}").text,
    )


def _signers(state: CableState) -> str:
    return ", ".join(visible(signature.person) for signature in state.signatures)


def unreadable(entry: Entry) -> Summary:
    """Stand in for a cable that can't be read: it is never done, and never hidden by mistake."""
    name = visible(entry.id or entry.name)
    words = fold(f"{name} {entry.name}").text
    return _NOTHING._replace(stage_words="can't be read", id=name, words=words)


_NOTHING = Summary(
    stage=None, stage_words="", id="", level="", banner="", origin="", frees="", items=0, decided=0,
    mine_done=False, flags="", signers="", holder="", held_at="", sender="", tags="", rules="",
    subject="", words="",
)  # fmt: skip


def pack(summary: Summary) -> str:
    """Give a summary as the case file keeps it."""
    return json.dumps(summary, ensure_ascii=False, separators=(",", ":"))


def unpack(words: str) -> Summary | None:
    """Read a summary back; nothing where it can't be one."""
    try:
        values = json.loads(words)
        return Summary(*values) if _fits(values) else None
    except ValueError:
        return None


_KINDS = tuple({int: int, bool: bool}.get(kind, str) for kind in Summary.__annotations__.values())


def _fits(values: object) -> bool:
    """Tell whether what was kept has the form of a summary."""
    if not isinstance(values, list) or len(values) != len(_KINDS) or values[0] is None:
        return False
    return tuple(map(type, cast("list[object]", values))) == _KINDS
