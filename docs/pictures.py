"""Makes what the documents show of the screens, from the program itself: ``make pictures``.

The pictures, the table of keys in the README, and docs/keys.md.
"""

import asyncio
import re
import tempfile
from datetime import UTC, date, datetime
from pathlib import Path
from typing import NamedTuple

from redactor.policy import find_policy, load_policy
from redactor.review import CaseFile, Session, Terms
from redactor.ui import ReviewApp, Work
from redactor.ui.keymap import Keymap, key_table, short_table
from redactor.ui.settings import Settings

HERE = Path(__file__).resolve().parent
README = HERE.parent / "README.md"
SAMPLES = HERE.parent / "samples"
MOMENT = datetime(2026, 11, 23, 14, 2, 11, tzinfo=UTC)
SIZE = (150, 42)

_TO_CABLE = "down down down down"


class Picture(NamedTuple):
    """The keys that lead to it, and the theme."""

    keys: str
    theme: str = "dark"
    size: tuple[int, int] = SIZE


PICTURES = {
    "queue": Picture(""),
    "review": Picture(f"{_TO_CABLE} enter y y y y r y y r y"),
    "review-light": Picture(f"{_TO_CABLE} enter y y y y r y y r y", "light"),
    "review-80x24": Picture(f"{_TO_CABLE} enter y y y y r y y r y", size=(80, 24)),
    "code": Picture(f"{_TO_CABLE} enter right_curly_bracket c"),
    "help": Picture("enter question_mark"),
    "palette": Picture("enter ctrl+p r e f e r"),
    "sign": Picture("down enter a a y S"),
    "what-if": Picture(f"{_TO_CABLE} enter right_curly_bracket t down enter"),
}

KEYS_HEAD = """\
# Keys

Made from the program's own registry of actions by `make pictures`. What has no key is found by its
name with `ctrl+p`.

Your own keys, theme and lock stand in `~/.config/redactor/settings.toml` (or the file that
`REDACTOR_SETTINGS` names). It is read strictly: an unknown name, an unknown key, or a key that two
actions claim is told with its line, and the program does not start.

```toml
theme = "light"          # dark, light, high-contrast, ansi, plain; the one that fits the terminal
lock_after = 15          # minutes without a key until the screen is hidden; 0 never
preset = "search"        # n and N repeat the search; a accepts, r rejects, d releases

[keys.review]
accept = ["y", "enter"]  # by the names in the table

[keys.queue]
sort = "o"
```

## Keys of the review screen

"""


def keys_page() -> str:
    """Give docs/keys.md."""
    queue = f"\n## Keys of the list of cables\n\n{key_table(Keymap(), 'queue')}"
    return KEYS_HEAD + key_table(Keymap()) + queue


def with_table(readme: str) -> str:
    """Give the README with its table of keys as the program has it now."""
    table = f"<!-- keys -->\n{short_table(Keymap())}<!-- end of keys -->"
    return re.sub(r"<!-- keys -->.*?<!-- end of keys -->", lambda _: table, readme, flags=re.DOTALL)


def _session(folder: Path) -> Session:
    case = CaseFile(folder / "samples.case", create=True)
    session = Session(case, "a.reviewer", lambda: MOMENT)
    session.open_case(Terms(date(2026, 11, 23), "foia"), load_policy(find_policy("sample-cables")))
    for path in sorted(SAMPLES.glob("*.txt")):
        session.import_cable(path.relative_to(SAMPLES.parent), path.read_bytes())
    return session


async def _make(name: str, picture: Picture) -> None:
    with tempfile.TemporaryDirectory() as folder:
        session = _session(Path(folder))
        app = ReviewApp(Work(session, lambda _: ""), lambda: MOMENT, Settings(picture.theme))
        async with app.run_test(size=picture.size) as pilot:
            for key in picture.keys.split():
                await pilot.press(key)
                await pilot.pause(0.1)
            await pilot.pause(0.5)
            drawn = app.export_screenshot(title="redactor review")
        session.case.close()
    (HERE / f"{name}.svg").write_text(drawn, encoding="utf-8")
    print(f"docs/{name}.svg")


def main() -> None:
    """Make everything."""
    (HERE / "keys.md").write_text(keys_page(), encoding="utf-8")
    README.write_text(with_table(README.read_text(encoding="utf-8")), encoding="utf-8")
    for name, picture in PICTURES.items():
        asyncio.run(_make(name, picture))


if __name__ == "__main__":
    main()
