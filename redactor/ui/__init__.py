"""The terminal UI: a front end over ``redactor.review.Session``, and nothing but that.

In: a session and a way to write a release. Out: nothing; every decision is in the case file
when its key is answered. Alone in knowing textual; no other stage or command imports it.

``actions`` is the registry of keys. ``screens/`` hold what is going on, ``widgets/`` paint what
they are given, ``dialogs/`` ask. The modules beside them are pure: ``sheet`` (states of a
cable), ``cursor`` (motions), ``runs`` (looks of a line), ``reasons`` (the why), ``preview`` (the
release), ``pen`` (codes), ``bulk``, ``layout``, ``status``, ``words``; and ``queue/``, the list of
cables: its columns, orders, limits, search and forecast.
"""

import os
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

from redactor.ui.app import ReviewApp
from redactor.ui.settings import SettingsError, load_settings, settings_path
from redactor.ui.start import Start, Work
from redactor.ui.terminal import colours, forget_sizes
from redactor.ui.theme import fitting

if TYPE_CHECKING:
    from redactor.review import Glimpse

__all__ = ["ReviewApp", "Start", "Work", "run"]

Look = Callable[[], "Glimpse | None"]


def run(person: str, begin: Callable[[], Work], look: Look) -> None:
    """Review the cables of a case until the reviewer quits.

    Args:
        person: the id of the reviewer.
        begin: opens the case.
        look: gives where the reviewer was, if anywhere: it is shown while the case is opened.

    Raises:
        CaseError: when the case can't be used.
        PolicyError: when its policy can't be read.
        SystemExit: with 1, when the program stopped by a fault, and one line was printed; with 2,
            when the reviewer's settings can't be used, and a line was printed for each fault.
    """
    try:
        settings = load_settings(settings_path(os.environ))
    except SettingsError as fault:
        sys.stderr.write("".join(f"redactor: {line}\n" for line in str(fault).splitlines()))
        raise SystemExit(2) from fault
    forget_sizes(os.environ)
    theme = fitting(os.environ, colours())
    app = ReviewApp(_start(person, begin, look), settings=settings, theme=theme)
    app.reads_ahead = True
    app.run()
    if app.fault:
        raise app.fault
    if app.return_code:
        raise SystemExit(app.return_code)


def _start(person: str, begin: Callable[[], Work], look: Look) -> Start | Work:
    """Give what can be shown: where the reviewer was, or else the case itself, open."""

    def opened() -> Work:
        work = begin()
        if work.session.is_open:
            _ = work.session.policy
        return work

    glimpse = look()
    return Start(person, glimpse, opened) if glimpse else opened()
