"""Contrast as it is painted: every visible word of every scene, in every theme with colours."""

import asyncio
from pathlib import Path

import pytest
from rich.style import Style

from redactor.ui import ReviewApp, Work
from redactor.ui.settings import Settings
from tests.ui.contrast import ENOUGH, contrast
from tests.ui.driving import no_release, settled, strips
from tests.ui.scenes import SCENES
from tests.ui.world import MOMENT

FRAME = set("╭╮╰╯─│▌▐▁▂▃▄▅▆▇█ ")
"""Frames, bars and scrollbars: seen, never read."""
LOOKED_AT = ("queue", "review", "review-search", "review-selection", "review-settling", "why",
             "preview", "code", "record", "rest-of-rule", "what-if", "help", "palette",
             "sign-with-a-leak", "lock", "tour")  # fmt: skip


def colours(style: Style) -> tuple[str, str]:
    """Give ink and ground as painted; reversed ones change places."""
    assert style.color is not None
    assert style.bgcolor is not None
    pair = [colour.get_truecolor().hex for colour in (style.color, style.bgcolor)]
    return (pair[1], pair[0]) if style.reverse else (pair[0], pair[1])


def faint(app: ReviewApp) -> list[tuple[str, float]]:
    """Give the words that can't be read well, with their contrast."""
    found = []
    for strip in strips(app):
        for segment in strip:
            if segment.style and set(segment.text) - FRAME:
                seen = contrast(*colours(segment.style))
                if seen < ENOUGH:
                    found.append((segment.text, seen))
    return found


@pytest.mark.parametrize("theme", ["dark", "light", "high-contrast"])
@pytest.mark.parametrize("name", LOOKED_AT)
def test_every_word_on_the_screen_can_be_read(name: str, theme: str, tmp_path: Path) -> None:
    scene = SCENES[name]

    async def go() -> list[tuple[str, float]]:
        session = scene.open(tmp_path)
        app = ReviewApp(Work(session, no_release), lambda: MOMENT, Settings(theme))
        async with app.run_test(size=(160, 45)) as pilot:
            await pilot.pause()
            await pilot.press(*scene.keys.split())
            await settled(app, pilot)
            found = faint(app)
        session.case.close()
        return found

    assert asyncio.run(go()) == []
