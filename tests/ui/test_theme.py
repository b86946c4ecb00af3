"""Contrast: every ink on every ground it can stand on, WCAG 2 at 4.5:1."""

import pytest

from redactor.ui.theme import GROUNDS, INKS

ENOUGH = 4.5
KNEE = 0.04045


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= KNEE else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    red, green, blue = linear
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("ink", INKS)
@pytest.mark.parametrize("ground", GROUNDS)
def test_ink_can_be_read_on_the_ground(ink: str, ground: str) -> None:
    light, dark = luminance(INKS[ink]), luminance(GROUNDS[ground])
    assert (light + 0.05) / (dark + 0.05) >= ENOUGH
