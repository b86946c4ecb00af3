"""Makes the pictures of the README from the running program: ``make pictures``."""

import asyncio
import tempfile
from datetime import UTC, date, datetime
from pathlib import Path

from redactor.policy import find_policy, load_policy
from redactor.review import CaseFile, Session, Terms
from redactor.ui import ReviewApp

HERE = Path(__file__).resolve().parent
SAMPLES = HERE.parent / "samples"
MOMENT = datetime(2026, 11, 23, 14, 2, 11, tzinfo=UTC)
SIZE = (150, 42)

PICTURES = {
    "queue": "",
    "review": "down down down down enter y y y y r y y r y",
    "help": "enter question_mark",
    "what-if": "down down down down enter right_curly_bracket t down enter",
}
"""A picture's name, and the keys that lead to it."""


def _session(folder: Path) -> Session:
    case = CaseFile(folder / "samples.case", create=True)
    session = Session(case, "a.reviewer", lambda: MOMENT)
    session.open_case(Terms(date(2026, 11, 23), "foia"), load_policy(find_policy("sample-cables")))
    for path in sorted(SAMPLES.glob("*.txt")):
        session.import_cable(path.relative_to(SAMPLES.parent), path.read_bytes())
    return session


async def _picture(name: str, keys: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        app = ReviewApp(_session(Path(folder)), lambda _: "", lambda: MOMENT)
        async with app.run_test(size=SIZE) as pilot:
            for key in keys.split():
                await pilot.press(key)
                await pilot.pause(0.1)
            await pilot.pause(0.5)
            picture = app.export_screenshot(title="redactor review")
    (HERE / f"{name}.svg").write_text(picture, encoding="utf-8")
    print(f"docs/{name}.svg")


def main() -> None:
    """Make every picture."""
    for name, keys in PICTURES.items():
        asyncio.run(_picture(name, keys))


if __name__ == "__main__":
    main()
