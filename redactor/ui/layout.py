"""Which panes are in sight, by the window's width and the reviewer's wish. Pure."""

from dataclasses import dataclass, replace
from typing import Literal

Shape = Literal["narrow", "normal", "wide"]

NORMAL_FROM = 120
"""Columns: from here on the why pane has a place beside the source."""
WIDE_FROM = 150
"""Columns: from here on the release's 69 columns have a place beside the source too."""


def shape_of(width: int) -> Shape:
    """Give the layout for a width in columns."""
    if width >= WIDE_FROM:
        return "wide"
    return "normal" if width >= NORMAL_FROM else "narrow"


@dataclass(frozen=True, slots=True)
class Panes:
    """What the reviewer asked for; ``None`` leaves it to the width."""

    why: bool | None = None
    preview: bool | None = None

    def why_shown(self, shape: Shape) -> bool:
        """Tell whether the why pane is in sight."""
        return shape != "narrow" if self.why is None else self.why

    def preview_shown(self, shape: Shape) -> bool:
        """Tell whether the preview is in sight."""
        return shape == "wide" if self.preview is None else self.preview

    def with_why_toggled(self, shape: Shape) -> "Panes":
        """Show or hide the why pane; where the window is narrow it takes the preview's place."""
        shown = not self.why_shown(shape)
        alone = replace(self, preview=False) if shown and shape == "narrow" else self
        return replace(alone, why=shown)

    def with_preview_toggled(self, shape: Shape) -> "Panes":
        """Show or hide the preview; where the window is narrow it takes the why pane's place."""
        shown = not self.preview_shown(shape)
        alone = replace(self, why=False) if shown and shape == "narrow" else self
        return replace(alone, preview=shown)
