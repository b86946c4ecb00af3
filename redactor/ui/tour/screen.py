"""The review screen with a guide."""

import tempfile
from pathlib import Path

from textual.app import ComposeResult

from redactor.policy import find_policy, load_policy
from redactor.review import CaseFile, Now, Session, Terms
from redactor.ui.actions import Action
from redactor.ui.memory import Memory
from redactor.ui.screens.review import ReviewScreen
from redactor.ui.tour.steps import END, STEPS, Step
from redactor.ui.widgets.bar import Bar

_CABLE = Path(__file__).with_name("cable.txt")
_POLICY = "sample-cables"


class TourScreen(ReviewScreen):
    """Leads through the steps on a case of its own, which is thrown away."""

    CSS_PATH = "../screens/review.tcss"

    def __init__(
        self, session: Session, folder: "tempfile.TemporaryDirectory[str]", now: Now
    ) -> None:
        self._own_memory = Memory()
        super().__init__(session, _no_release, session.entries[0].sha256, None, now)
        self._folder = folder
        self._at = 0
        self._seen: set[str] = set()

    @classmethod
    def begin(cls, person: str, now: Now) -> "TourScreen":
        """Make the tour's case and open its cable."""
        folder = tempfile.TemporaryDirectory(prefix="redactor-tour-")
        session = Session(CaseFile(Path(folder.name) / "tour.case", create=True), person, now)
        session.open_case(Terms(now().date(), "foia"), load_policy(find_policy(_POLICY)))
        session.import_cable(Path("tour.txt"), _CABLE.read_bytes())
        return cls(session, folder, now)

    @property
    def memory(self) -> Memory:
        """What is known of the tour's case: the real one hears nothing of it."""
        return self._own_memory

    def compose(self) -> ComposeResult:
        """Lay the screen out, with the guide on top."""
        yield Bar(id="guide")
        yield from super().compose()

    def on_unmount(self) -> None:
        """Throw the case away."""
        self.session.case.close()
        self._folder.cleanup()

    def do(self, action: Action) -> None:
        """Do it, and note that it was done."""
        super().do(action)
        self._seen.add(action.id)
        if self.is_attached:
            self._guide()

    def paint(self) -> None:
        """Paint, and go on to the next step when this one is done."""
        super().paint()
        self._guide()

    def _guide(self) -> None:
        while self._at < len(STEPS) and STEPS[self._at].done(self._seen, self.sheet.view):
            self._at += 1
            self._seen.clear()
        number = f"Tour {min(self._at + 1, len(STEPS))} of {len(STEPS)}. "
        step = STEPS[self._at] if self._at < len(STEPS) else Step(END, lambda *_: False)
        words = (number if self._at < len(STEPS) else "") + step.say(self.keymap)
        self.query_one("#guide", Bar).say_wrapped(words, "guide")


def _no_release(_cable: str) -> str:
    return "The tour writes no files; your own case does."
