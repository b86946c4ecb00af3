"""The colours, in one place. Every pair of text and ground that meets has contrast of 4.5:1.

Colour is never the only sign: states also differ by glyph and by attribute (strike, underline,
bold), so the screens stay readable without any colour at all.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from textual.theme import Theme


@dataclass(frozen=True, slots=True)
class Palette:
    """The colours of one theme, by what they are for."""

    grounds: Mapping[str, str]
    inks: Mapping[str, str]
    line: str
    """Frames and scrollbars: seen, never read."""
    dark: bool = True
    ansi: bool = False
    """The colours are names of the terminal's own."""


_DARK = Palette(
    grounds={
        "ground": "#14171c",
        "raised": "#1d222a",
        "target": "#263750",
        "withheld-ground": "#38262a",
        "referred-ground": "#302a47",
        "matched-ground": "#413a12",
        "found-ground": "#0f4038",
    },
    inks={
        "ink": "#d8dce4",
        "muted": "#9fa8b6",
        "accent": "#8fbcff",
        "open": "#ebc671",
        "release": "#9cc08d",
        "withhold": "#f5a699",
        "refer": "#cdb6f7",
    },
    line="#4a5362",
)

_LIGHT = Palette(
    grounds={
        "ground": "#fbfaf7",
        "raised": "#efede6",
        "target": "#d3e2f7",
        "withheld-ground": "#f7dfdb",
        "referred-ground": "#e6e0f6",
        "matched-ground": "#f3e6ae",
        "found-ground": "#cdebe2",
    },
    inks={
        "ink": "#1c2026",
        "muted": "#4f5761",
        "accent": "#0a4a94",
        "open": "#6f4600",
        "release": "#1d5a2c",
        "withhold": "#8f1a10",
        "refer": "#53309a",
    },
    line="#a8a498",
    dark=False,
)

_HIGH_CONTRAST = Palette(
    grounds={
        "ground": "#000000",
        "raised": "#000000",
        "target": "#00266b",
        "withheld-ground": "#3d0000",
        "referred-ground": "#2b0057",
        "matched-ground": "#3a3000",
        "found-ground": "#003a30",
    },
    inks={
        "ink": "#ffffff",
        "muted": "#e2e2e2",
        "accent": "#86d7ff",
        "open": "#ffe34d",
        "release": "#8cff9e",
        "withhold": "#ffb3a8",
        "refer": "#e2c2ff",
    },
    line="#ffffff",
)

_GROUNDS = tuple(_DARK.grounds)

_ANSI = Palette(
    grounds=dict.fromkeys(_GROUNDS, "ansi_black"),
    inks={
        "ink": "ansi_white",
        "muted": "ansi_white",
        "accent": "ansi_bright_cyan",
        "open": "ansi_bright_yellow",
        "release": "ansi_bright_green",
        "withhold": "ansi_bright_red",
        "refer": "ansi_bright_magenta",
    },
    line="ansi_white",
    ansi=True,
)

_PLAIN = Palette(
    grounds=dict.fromkeys(_GROUNDS, "ansi_default"),
    inks=dict.fromkeys(_DARK.inks, "ansi_default"),
    line="ansi_default",
    ansi=True,
)

PALETTES: Mapping[str, Palette] = {
    "dark": _DARK,
    "light": _LIGHT,
    "high-contrast": _HIGH_CONTRAST,
    "ansi": _ANSI,
    "plain": _PLAIN,
}
"""``ansi`` makes do with 16 colours; ``plain`` has none, only attributes."""


_INKED = (
    "input-cursor-background",
    "input-selection-background",
    "ansi-foreground",
    "block-cursor-background",
    "screen-selection-background",
)
_GROUNDED = (
    "input-cursor-foreground",
    "input-selection-foreground",
    "ansi-background",
    "block-cursor-foreground",
    "screen-selection-foreground",
    "border-blurred",
)
"""Names of the toolkit's own for what stands out."""


def _theme(name: str, palette: Palette) -> Theme:
    inks, grounds, line = palette.inks, palette.grounds, palette.line
    return Theme(
        name=f"redactor-{name}",
        primary=inks["accent"],
        secondary=inks["refer"],
        accent=inks["accent"],
        warning=inks["open"],
        error=inks["withhold"],
        success=inks["release"],
        foreground=inks["ink"],
        background=grounds["ground"],
        surface=grounds["raised"],
        panel=grounds["raised"],
        dark=palette.dark,
        ansi=palette.ansi,
        variables={
            **{f"rd-{name}": colour for name, colour in {**grounds, **inks}.items()},
            "rd-line": line,
            "scrollbar": line,
            "scrollbar-hover": inks["muted"],
            "scrollbar-active": inks["accent"],
            **dict.fromkeys(
                ("scrollbar-background", "scrollbar-background-hover",
                 "scrollbar-background-active", "scrollbar-corner-color"), grounds["ground"],
            ),
            **dict.fromkeys(_INKED, inks["ink"]),
            **dict.fromkeys(_GROUNDED, grounds["ground"]),
        },
    )  # fmt: skip


THEMES: Mapping[str, Theme] = {name: _theme(name, palette) for name, palette in PALETTES.items()}


def fitting(environ: Mapping[str, str], colours: int) -> str:
    """Name the theme that fits a terminal.

    Args:
        environ: the environment; NO_COLOR set to anything but nothing asks for no colours.
        colours: how many colours the terminal says it has; less than 8 counts as none.
    """
    if environ.get("NO_COLOR"):
        return "plain"
    if environ.get("COLORTERM") in ("truecolor", "24bit") or colours >= 256:  # noqa: PLR2004
        return "dark"
    return "ansi" if colours >= 8 else "plain"  # noqa: PLR2004
