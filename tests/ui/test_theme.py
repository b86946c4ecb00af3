"""Contrast: every ink on every ground it can stand on, WCAG 2 at 4.5:1; and which theme fits."""

import pytest

from redactor.ui.theme import PALETTES, THEMES, fitting
from tests.ui.contrast import ENOUGH, contrast

VGA = {
    "ansi_black": "#000000",
    "ansi_white": "#aaaaaa",
    "ansi_bright_cyan": "#55ffff",
    "ansi_bright_yellow": "#ffff55",
    "ansi_bright_green": "#55ff55",
    "ansi_bright_red": "#ff5555",
    "ansi_bright_magenta": "#ff55ff",
}
"""The 16 colours of a text console."""
XTERM = {
    **VGA,
    "ansi_white": "#e5e5e5",
    "ansi_bright_red": "#ff0000",
    "ansi_bright_cyan": "#00ffff",
    "ansi_bright_magenta": "#ff00ff",
    "ansi_bright_yellow": "#ffff00",
    "ansi_bright_green": "#00ff00",
}

COLOURED = [name for name in PALETTES if name != "plain"]


@pytest.mark.parametrize("terminal", [VGA, XTERM], ids=["vga", "xterm"])
@pytest.mark.parametrize("name", COLOURED)
def test_every_ink_can_be_read_on_every_ground(name: str, terminal: dict[str, str]) -> None:
    palette = PALETTES[name]
    enough = 7 if name == "high-contrast" else ENOUGH
    faint = [
        (ink, ground)
        for ink, one in palette.inks.items()
        for ground, other in palette.grounds.items()
        if contrast(terminal.get(one, one), terminal.get(other, other)) < enough
    ]
    assert faint == []


def test_the_plain_theme_has_the_terminals_own_two_colours_and_no_others() -> None:
    palette = PALETTES["plain"]
    assert {*palette.inks.values(), *palette.grounds.values(), palette.line} == {"ansi_default"}


def test_every_theme_names_the_same_colours() -> None:
    assert len({frozenset(theme.variables) for theme in THEMES.values()}) == 1


@pytest.mark.parametrize(
    ("environ", "colours", "wanted"),
    [
        ({}, 256, "dark"),
        ({"COLORTERM": "truecolor"}, 8, "dark"),
        ({}, 16, "ansi"),
        ({}, 8, "ansi"),
        ({}, 0, "plain"),
        ({"NO_COLOR": "1", "COLORTERM": "truecolor"}, 256, "plain"),
        ({"NO_COLOR": ""}, 256, "dark"),
    ],
)
def test_the_theme_that_fits_the_terminal(
    environ: dict[str, str], colours: int, wanted: str
) -> None:
    assert fitting(environ, colours) == wanted
