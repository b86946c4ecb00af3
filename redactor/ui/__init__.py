"""The terminal UI: a front end over ``redactor.review.Session``, and nothing but that.

In: a session and a way to write a release. Out: nothing; every decision is in the case file
when its key is answered. Alone in knowing textual; no other stage or command imports it.

``actions`` is the registry of keys. ``screens/`` hold what is going on, ``widgets/`` paint what
they are given, ``dialogs/`` ask. The modules beside them are pure: ``sheet`` (states of a
cable), ``cursor`` (motions), ``runs`` (looks of a line), ``reasons`` (the why), ``rows`` (the
preview), ``pen`` (codes), ``bulk``, ``ledger`` (the queue), ``layout``, ``status``, ``words``.
"""

from redactor.review import Session
from redactor.ui.app import ReviewApp
from redactor.ui.screens.review import Publish

__all__ = ["ReviewApp", "run"]


def run(session: Session, publish: Publish) -> None:
    """Review the cables of a case until the reviewer quits.

    Args:
        session: one person's work on a case.
        publish: writes the release of a completed cable and says in a sentence where.

    Raises:
        CaseError: when the case can't be used; before the screen opens.
        PolicyError: when its policy can't be read; likewise.
        SystemExit: with 1, when the program stopped by a fault; one line was printed.
    """
    if session.is_open:
        _ = session.policy
    app = ReviewApp(session, publish)
    app.run()
    if app.return_code:
        raise SystemExit(app.return_code)
