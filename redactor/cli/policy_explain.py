"""``redactor policy explain``: why each portion of one cable got what it got.

For cleared people on the classified side: it quotes the words of the cable that rules matched.
"""

from argparse import Namespace
from collections.abc import Iterator, Sequence
from pathlib import Path

from redactor.cable import read
from redactor.cli.days import as_of_from
from redactor.cli.files import load
from redactor.cli.inspect_page import page_width
from redactor.cli.output import DONE, InputFault, data, narrate
from redactor.cli.policies import policy_from
from redactor.cli.policy_explained import Page, alike, head, told
from redactor.declass import date_cable
from redactor.policy import Basis, Explanation, explain_cable

_CAUTION = "this quotes the cable: keep it where the cable is kept"


def run(options: Namespace) -> int:
    """Run the command."""
    policy = policy_from(options.policy)
    cable = read(load(Path(options.cable)))
    dated = date_cable(cable, as_of_from(options))
    basis: Basis = options.basis or "foia"
    hold, explained = explain_cable(dated, policy, basis, requested=options.requested)
    wanted = _wanted(explained, options.paragraph)
    page = Page.of(dated, policy, explained, page_width())
    narrate(f"redactor: {_CAUTION}")
    for line in head(page, hold, options.requested):
        data(line)
    for group in alike(wanted, page):
        for line in told(group, page):
            data(line)
    return DONE


def _wanted(explained: Sequence[Explanation], paragraph: str | None) -> Sequence[Explanation]:
    if paragraph is None:
        return explained
    name = f"paragraph {paragraph}" if paragraph.isdecimal() else paragraph
    found = [one for one in explained if one.place == name or one.place.startswith(f"{name} (")]
    if not found:
        places = ", ".join(_places(explained)) or "nothing to explain"
        raise InputFault(f'the cable has no "{name}"; it has {places}')
    return found


def _places(explained: Sequence[Explanation]) -> Iterator[str]:
    """Name what the cable has: ``paragraph 1 to 9``, ``subject``."""
    names = list(dict.fromkeys(one.place.partition(" (")[0] for one in explained))
    numbered = [name for name in names if name.removeprefix("paragraph ").isdecimal()]
    yield from (name for name in names if name not in numbered)
    if numbered:
        last = numbered[-1].removeprefix("paragraph ")
        yield numbered[0] if len(numbered) == 1 else f"{numbered[0]} to {last}"
