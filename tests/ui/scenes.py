"""Every screen, pane and dialog, each with the keys that lead to it."""

import asyncio
from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from threading import Event
from typing import NamedTuple

from redactor.policy import Support
from redactor.review import CaseFile, Ruling, Session
from redactor.text import Span
from redactor.ui import ReviewApp, Start, Work
from tests.ui.driving import ATTRIBUTES, no_release, settled, strips, type_out
from tests.ui.world import CABLE, MOMENT, POLICY, open_session

SIZES = ((80, 24), (120, 40), (200, 50))
FRAMES = Path(__file__).parent / "frames"

_SCROLLBAR = str.maketrans(dict.fromkeys("▁▂▃▄▅▆▇", " "))
_TO_PARAGRAPH = "enter right_curly_bracket"

Open = Callable[[Path], Session]
Frames = dict[tuple[int, int], str]
"""By size."""


class Scene(NamedTuple):
    """A case and keys; at a ``|``, and after Enter, all that is under way comes to its end."""

    open: Open
    keys: str


def _two(folder: Path) -> Session:
    return open_session(folder, CABLE, CABLE.replace(b"000042", b"000043"))


def _none(folder: Path) -> Session:
    return Session(CaseFile(folder / "new.case", create=True), "ann", lambda: MOMENT)


def _decided(folder: Path) -> Session:
    session = _two(folder)
    session.accept(session.entries[0].sha256)
    return session


def _states(folder: Path) -> Session:
    """A case with a cable in each of several states, and work of the day behind it."""
    moments = iter(range(10_000))
    texts = [CABLE.replace(b"000042", b"%06d" % number) for number in range(42, 48)]
    texts[3] = texts[3].replace(b"MAR 18", b"MAY 19").replace(b"HARBOR TALKS", b"FERRY FARES")
    session = open_session(folder, *texts)

    def now() -> datetime:
        return MOMENT - timedelta(hours=3) + timedelta(seconds=20 * next(moments))

    ann = Session(session.case, "ann", now)
    cables = [entry.sha256 for entry in session.entries]
    for cable in cables[:3]:
        view = ann.view(cable)
        for item in view.docket.items:
            ann.accept(cable, [item])
        for span in ann.view(cable).open:
            ann.decide(cable, Ruling((span,), "release"))
        ann.sign(cable)
    ann.flag(cables[3], "mis-marked")
    ann.hold(cables[4], "the desk officer has not answered")
    Session(session.case, "bob", lambda: MOMENT).claim(cables[5])
    return Session(session.case, "ann", lambda: MOMENT)


def _leaking(folder: Path) -> Session:
    """A case in which words withheld at one place are released at another."""
    data = CABLE.replace(b"a lighthouse", b"a harbor minister")
    session = open_session(folder, data)
    cable = session.entries[0].sha256
    session.accept(cable)
    at = data.decode().index("harbor minister")
    session.decide(cable, Ruling((Span(at, at + 15),), "redact", ("b1", "1.4(d)")))
    return session


def _on_hold(folder: Path) -> Session:
    session = _two(folder)
    session.hold(session.entries[0].sha256, "the desk officer has not answered")
    return session


def _differing(folder: Path) -> Session:
    """A case in which two have signed and differ; a third settles it."""
    ann = open_session(folder, CABLE, policy=POLICY.replace(b"reviews: 1", b"reviews: 2"))
    cable = ann.entries[0].sha256
    at = CABLE.decode().index("two ferries")
    for person in ("ann", "bob"):
        session = Session(ann.case, person, lambda: MOMENT)
        session.accept(cable)
        if person == "bob":
            spans = (Span(at, at + 11),)
            session.decide(cable, Ruling(spans, "redact", ("b6",), Support(harm="private")))
        session.sign(cable)
    return Session(ann.case, "carla", lambda: MOMENT)


def _blind(folder: Path) -> Session:
    ann = open_session(folder, CABLE, policy=POLICY.replace(b"reviews: 1", b"reviews: 2"))
    ann.accept(ann.entries[0].sha256)
    ann.sign(ann.entries[0].sha256)
    return Session(ann.case, "bob", lambda: MOMENT)


SCENES: dict[str, Scene] = {
    "queue": Scene(_two, ""),
    "queue-empty": Scene(_none, ""),
    "queue-states": Scene(_states, "q"),
    "queue-limit": Scene(_states, f"q | l {type_out('open !flagged date<2019')} enter"),
    "queue-limit-fault": Scene(_states, f"q | l {type_out('form:paris')} enter"),
    "queue-limit-none": Scene(_states, f"q | l {type_out('state:released')} enter"),
    "queue-sort": Scene(_states, "q | s"),
    "queue-sorted": Scene(_states, "q | s o s o"),
    "queue-search": Scene(_states, f"q | slash {type_out('FERRIES')} enter"),
    "queue-help": Scene(_two, "question_mark"),
    "review": Scene(_two, "enter y right_curly_bracket y"),
    "review-header-folded": Scene(_two, f"{_TO_PARAGRAPH} h"),
    "review-all-decided": Scene(_decided, "enter j"),
    "review-on-hold": Scene(_on_hold, "enter S"),
    "review-selection": Scene(_two, f"{_TO_PARAGRAPH} v ctrl+right ctrl+right"),
    "review-search": Scene(_two, f"enter slash {type_out('har')} enter"),
    "review-limit": Scene(_two, f"enter l {type_out('rule:protected')} enter"),
    "review-blind-second": Scene(_blind, "enter"),
    "review-settling": Scene(_differing, "enter"),
    "why": Scene(_two, f"{_TO_PARAGRAPH} j i"),
    "preview": Scene(_two, "enter y right_curly_bracket y p"),
    "code": Scene(_two, f"{_TO_PARAGRAPH} x c"),
    "code-harm": Scene(_two, f"{_TO_PARAGRAPH} c {'down ' * 16} enter"),
    "reject": Scene(_two, f"{_TO_PARAGRAPH} n"),
    "release-reason": Scene(_two, f"{_TO_PARAGRAPH} r"),
    "record": Scene(_two, "enter f"),
    "note": Scene(_two, f"{_TO_PARAGRAPH} m"),
    "rest-of-rule": Scene(_two, f"{_TO_PARAGRAPH} a"),
    "rule-everywhere": Scene(_two, f"{_TO_PARAGRAPH} A down space"),
    "where-else": Scene(_two, f"{_TO_PARAGRAPH} j w"),
    "limit": Scene(_two, "enter l"),
    "go-to": Scene(_two, "enter colon"),
    "day": Scene(_two, f"{_TO_PARAGRAPH} t"),
    "what-if": Scene(_two, f"{_TO_PARAGRAPH} t down enter"),
    "help": Scene(_two, "enter question_mark"),
    "palette": Scene(_two, "enter ctrl+p s i g n"),
    "sign": Scene(_decided, "enter S"),
    "sign-with-a-leak": Scene(_leaking, "enter S"),
    "lock": Scene(_two, "enter ctrl+l"),
    "tour": Scene(_two, "T y"),
}


def draw(scene: Scene, folder: Path) -> Frames:
    """Play a scene and give its frames: one window, made larger step by step."""

    async def go() -> Frames:
        session = scene.open(folder)
        app = ReviewApp(Work(session, no_release), lambda: MOMENT)
        found: Frames = {}
        async with app.run_test(size=SIZES[0]) as pilot:
            for keys in scene.keys.replace("enter ", "enter | ").split("|"):
                await settled(app, pilot)
                await pilot.press(*keys.split())
            for size in SIZES:
                await pilot.resize_terminal(*size)
                await settled(app, pilot)
                found[size] = _frame(app)
        session.case.close()
        return found

    return asyncio.run(go())


def draw_start(folder: Path) -> Frames:
    """Give the frames of a start, while the case is being opened."""
    session = _two(folder)
    session.remember(session.entries[0].sha256, CABLE.index(b"FM AMEMBASSY"))
    glimpse, opened = session.case.glimpse(session.person), Event()
    assert glimpse

    def begin() -> Work:
        opened.wait()
        return Work(session, no_release)

    async def go() -> Frames:
        app = ReviewApp(Start(session.person, glimpse, begin), lambda: MOMENT)
        found: Frames = {}
        async with app.run_test(size=SIZES[0]) as pilot:
            for size in SIZES:
                await pilot.resize_terminal(*size)
                await settled(app, pilot, workers=False)
                found[size] = _frame(app)
            opened.set()
            await settled(app, pilot)
        session.case.close()
        return found

    return asyncio.run(go())


DRAWN: dict[str, Callable[[Path], Frames]] = {
    **{name: partial(draw, scene) for name, scene in SCENES.items()},
    "start": draw_start,
}
"""What draws each scene, in a folder."""


def _frame(app: ReviewApp) -> str:
    """Give the screen's characters, then where which attributes stand."""
    lines = [strip.text.translate(_SCROLLBAR).rstrip() for strip in strips(app)]
    return "\n".join((*lines, "", *_attributes(app), ""))


def _attributes(app: ReviewApp) -> list[str]:
    """Give the attributes line by line: ``3: 7-20 bold, 22-30 strike``; blanks have none."""
    found: list[str] = []
    for number, strip in enumerate(strips(app), 1):
        places: list[str] = []
        at = 0
        for segment in strip:
            end = at + segment.cell_length
            style = segment.style
            names = [name for name in ATTRIBUTES if style and getattr(style, name)]
            if names and (segment.text.strip() or "reverse" in names):
                places.append(f"{at + 1}-{end} {' '.join(names)}")
            at = end
        if places:
            found.append(f"{number}: {', '.join(places)}")
    return found


def path_of(name: str, size: tuple[int, int]) -> Path:
    """Give where a frame is kept."""
    return FRAMES / f"{name}-{size[0]}x{size[1]}.txt"
