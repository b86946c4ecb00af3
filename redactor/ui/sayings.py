"""A saying: one line of a pane of words."""

from dataclasses import dataclass
from typing import Literal

Tone = Literal["plain", "strong", "muted", "head", "quote", "warn", "good"]


@dataclass(frozen=True, slots=True)
class Saying:
    """One line of a panel, already safe to show; long ones are wrapped there."""

    text: str
    tone: Tone = "plain"
    indent: int = 0
