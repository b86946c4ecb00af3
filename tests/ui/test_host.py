"""What the application itself does: settings, themes, palette, lock, tour, crash."""

import asyncio
from pathlib import Path

import pytest

from redactor.review import Session
from redactor.ui import ReviewApp, Work
from redactor.ui.dialogs.lock import Lock
from redactor.ui.settings import Settings, parse_settings
from redactor.ui.tour.screen import TourScreen
from redactor.ui.tour.steps import STEPS
from redactor.ui.widgets.bar import Bar
from tests.ui.driving import (
    dialog,
    drive,
    frame,
    listed,
    no_release,
    review,
    settled,
    shown,
    status,
    strips,
    watch,
)
from tests.ui.world import MOMENT


def settings(text: str) -> Settings:
    return parse_settings(text, "s.toml")


# Keys


def test_the_reviewers_own_keys_count_on_screen_and_in_the_key_bar(session: Session) -> None:
    own = settings('[keys.review]\naccept = "enter"\n[keys.queue]\nopen = ["o", "enter"]\n')
    seen = watch(session, ["o", "enter", "y"], shown, settings=own)
    assert " enter accept" in seen[0]
    assert "1 of 12 decided" in seen[1]
    assert "1 of 12 decided" in seen[2]


@pytest.mark.parametrize(
    "before", ["", "question_mark", "ctrl+p", "enter ctrl+l", "enter c", "enter slash"]
)
def test_ctrl_q_quits_from_anywhere(session: Session, before: str) -> None:
    assert not drive(session, f"{before} ctrl+q", lambda app: app.is_running)


def test_what_was_typed_before_ctrl_q_counts(session: Session) -> None:
    drive(session, "enter y y ctrl+q", lambda _: None)
    assert [event.kind for event in session.case.events()].count("decide") == 2


def test_the_search_preset_searches_with_n(session: Session) -> None:
    own = settings('preset = "search"\n')
    keys = "enter slash t h e enter n"
    assert "place 2 of" in drive(session, keys, status, settings=own)
    assert drive(session, "r", dialog, settings=own) == "Menu"


def test_sentences_name_the_reviewers_own_keys(session: Session) -> None:
    own = settings('[keys.review]\nsign = "Z"\nnext_cable = "="\n')
    said = drive(session, "enter a a y", status, settings=own)
    assert said == "Nothing is open here any more: Z signs, = opens the next cable."


def test_help_shows_the_reviewers_own_keys(session: Session) -> None:
    own = settings('[keys.review]\nsign = "Z"\n')
    text = drive(session, "enter question_mark", shown, size=(100, 90), settings=own)
    assert "  Z               Sign this cable" in text


def test_help_goes_to_its_end_and_back_and_tells_of_the_mouse(session: Session) -> None:
    end, start = watch(session, ["enter question_mark G", "g"], shown)
    assert "right button" in end
    assert "Signs" in end
    assert "Accept the proposal" in start


def test_every_key_of_the_keymap_is_done_without_a_fault(session: Session) -> None:
    """Each is pressed on a fresh place and left with escape; nothing stops the program."""

    async def go() -> list[str]:
        app = ReviewApp(Work(session, no_release), lambda: MOMENT)
        done = []
        async with app.run_test(size=(100, 30)) as pilot:
            await pilot.pause()
            await pilot.press("enter")
            for action in app.keymap.of("review"):
                if action.id in ("quit", "back", "lock", "tour"):
                    continue
                app.simulate_key(action.keys[0]) if action.keys else review(app).do(action)
                await settled(app, pilot)
                while dialog(app) != "ReviewScreen":
                    await pilot.press("escape")
                done.append(action.id)
        return done

    assert len(asyncio.run(go())) > 60


# Palette


def test_the_palette_finds_an_action_by_its_words_and_does_it(session: Session) -> None:
    found = drive(session, "enter ctrl+p m a r k i n g space w r o n g", listed)
    assert [line.strip().split("  ")[0] for line in found] == ["flag as mis-marked"]
    assert "Flagged mis-marked" in drive(session, "ctrl+p m i s minus m a r k e d enter", status)


def test_the_palette_without_a_match_says_so_and_does_nothing(session: Session) -> None:
    assert drive(session, "enter ctrl+p z z z enter", dialog) == "Palette"
    (line,) = drive(session, "ctrl+p z z z", listed)
    assert line.strip() == "Nothing is called so; try a word of what it does."


def test_the_palette_of_the_queue_has_its_own_actions(session: Session) -> None:
    found = drive(session, "ctrl+p", listed)
    assert any("open" in line for line in found)
    assert not any("withhold" in line for line in found)


# Themes


@pytest.mark.parametrize("theme", ["dark", "light", "high-contrast", "ansi", "plain"])
def test_every_theme_paints_the_same_characters(session: Session, theme: str) -> None:
    own = Settings(theme)
    drive(session, "enter y right_curly_bracket y", status)
    assert drive(session, "", frame, settings=own) == drive(session, "", frame)


def test_the_theme_changes_from_the_palette(session: Session) -> None:
    def ground(app: ReviewApp) -> str:
        style = next(iter(strips(app)[5])).style
        assert style is not None
        assert style.bgcolor is not None
        return style.bgcolor.name

    keys = "ctrl+p n e x t space t h e m e enter"
    seen = watch(session, ["enter", keys, keys], ground)
    assert seen == ["#14171c", "#fbfaf7", "#000000"]


def test_the_plain_theme_has_no_colour_at_all(session: Session) -> None:
    def inked(app: ReviewApp) -> set[str]:
        return {
            colour.name
            for strip in strips(app)
            for segment in strip
            if segment.style
            for colour in (segment.style.color, segment.style.bgcolor)
            if colour
        }

    own = Settings("plain")
    assert drive(session, "enter y", inked, settings=own) <= {"default"}


# Lock


def idle_for(session: Session, minutes: float, lock_after: int = 15) -> tuple[str, str]:
    """Let nobody type for some minutes; give the screen on top, and what can be read."""

    async def go() -> tuple[str, str]:
        clock = [0.0]
        own = Settings(lock_after=lock_after)
        app = ReviewApp(Work(session, no_release), lambda: MOMENT, own, clock=lambda: clock[0])
        async with app.run_test(size=(80, 24)) as pilot:
            await pilot.pause()
            await pilot.press("enter")
            clock[0] += minutes * 60
            app.look()
            await pilot.pause()
            return dialog(app), shown(app)

    return asyncio.run(go())


def test_the_screen_locks_after_the_minutes_without_a_key(session: Session) -> None:
    assert idle_for(session, 14.9)[0] == "ReviewScreen"
    name, text = idle_for(session, 15)
    assert name == "Lock"
    assert "RUEHXX" not in text
    assert "PORT EXAMPLE" not in text


def test_zero_never_locks(session: Session) -> None:
    assert idle_for(session, 10_000, lock_after=0)[0] == "ReviewScreen"


def test_a_locked_screen_opens_for_its_reviewer_alone_and_decides_nothing(
    session: Session,
) -> None:
    steps = ["enter ctrl+l", "y y escape q", "b o b enter", "a n n enter"]
    seen = watch(session, steps, dialog)
    assert seen == ["Lock", "Lock", "Lock", "ReviewScreen"]
    assert session.view(session.entries[0].sha256).decided == 0


def test_a_dialog_waits_behind_the_lock(session: Session) -> None:
    async def go() -> list[str]:
        app = ReviewApp(Work(session, no_release), lambda: MOMENT)
        async with app.run_test(size=(80, 24)) as pilot:
            await pilot.pause()
            await pilot.press("enter", "right_curly_bracket", "r", "o", "n", "e")
            app.lock()
            await pilot.pause()
            hidden = shown(app)
            await pilot.press("a", "n", "n", "enter")
            await pilot.pause()
            return [hidden, shown(app)]

    hidden, again = asyncio.run(go())
    assert "one" not in hidden
    assert "one" in again


def test_the_lock_is_not_put_up_twice(session: Session) -> None:
    async def go() -> int:
        app = ReviewApp(Work(session, no_release), lambda: MOMENT)
        async with app.run_test() as pilot:
            app.lock()
            app.lock()
            await pilot.pause()
            app.lock()
            return sum(isinstance(screen, Lock) for screen in app.screen_stack)

    assert asyncio.run(go()) == 1


# Tour

TOUR = ["y", "right_curly_bracket", "i i", "x", "n escape", "p p", "u", "w escape", "a escape", "S"]


def guide(app: ReviewApp) -> str:
    return " ".join(app.screen.query_one("#guide", Bar).text.split())


def test_the_tour_goes_on_with_each_key_that_it_asks_for(session: Session) -> None:
    seen = watch(session, ["T", *TOUR], guide)
    numbers = [f"Tour {number} of {len(STEPS)}." for number in range(1, len(STEPS) + 1)]
    assert [
        words.split(" . ")[0][: len(number)] for words, number in zip(seen, numbers, strict=False)
    ] == numbers
    assert seen[-1].startswith("That is all you need.")


def test_the_tour_leaves_nothing_behind(session: Session) -> None:
    def look(app: ReviewApp) -> tuple[str, str]:
        screen = app.screen
        assert isinstance(screen, TourScreen)
        return str(screen.session.case.path), status(app)

    before = session.case.head
    path, _ = drive(session, "T y", look)
    assert not Path(path).exists()
    assert session.case.head == before
    assert "1 of 12" not in drive(session, "T y q enter", status)


def test_the_tour_repeats_nothing_into_the_real_case(session: Session) -> None:
    assert "nothing yet" in drive(session, "T y q enter full_stop", status)


def test_the_tour_releases_nothing(session: Session) -> None:
    written: list[str] = []

    def publish(cable: str) -> str:
        written.append(cable)
        return ""

    drive(session, "T W", status, publish=publish)
    assert written == []
