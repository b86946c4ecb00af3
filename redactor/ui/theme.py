"""The colours, in one place. Every pair of text and ground that meets has contrast of 4.5:1.

Colour is never the only sign: states also differ by glyph and by attribute (strike, underline,
bold), so the screens stay readable with NO_COLOR and on a monochrome terminal.
"""

from textual.theme import Theme

GROUNDS = {
    "ground": "#14171c",
    "raised": "#1d222a",
    "target": "#263750",
    "withheld-ground": "#38262a",
    "referred-ground": "#302a47",
    "matched-ground": "#413a12",
}

INKS = {
    "ink": "#d8dce4",
    "muted": "#9fa8b6",
    "accent": "#8fbcff",
    "open": "#ebc671",
    "release": "#9cc08d",
    "withhold": "#f5a699",
    "refer": "#cdb6f7",
}

DARK = Theme(
    name="redactor-dark",
    primary=INKS["accent"],
    secondary=INKS["refer"],
    accent=INKS["accent"],
    warning=INKS["open"],
    error=INKS["withhold"],
    success=INKS["release"],
    foreground=INKS["ink"],
    background=GROUNDS["ground"],
    surface=GROUNDS["raised"],
    panel=GROUNDS["raised"],
    dark=True,
    variables={
        **{f"rd-{name}": colour for name, colour in {**GROUNDS, **INKS}.items()},
        "scrollbar": "#4a5362",
        "scrollbar-hover": "#6b7689",
        "scrollbar-active": INKS["accent"],
        "scrollbar-background": GROUNDS["ground"],
        "scrollbar-background-hover": GROUNDS["ground"],
        "scrollbar-background-active": GROUNDS["ground"],
        "scrollbar-corner-color": GROUNDS["ground"],
        "input-cursor-background": INKS["ink"],
        "input-cursor-foreground": GROUNDS["ground"],
    },
)
