"""Every planted leak is found, and a release without one is let through."""

import random
import re
import textwrap
from itertools import cycle

import pytest

from redactor.cable import read
from redactor.release import LeakError, compose, find_leaks
from redactor.release.gate import check_pieces
from redactor.text import Span
from tests.release.builder import decide, make_review, paint, release_all
from tests.release.planting import NAMES, RUNS, plant, planted_leaks

_AT_LEAST = 1_000
_CLEAN, _FALSE_ALARMS = 200, 4

_WITHHELD = (
    "Ona", "Den", "Li", "May", "Will", "Ines", "Adam Ware", "Sean", "Quilleran", "Marta Quillon",
    "Tobias Anders Brenholt", "Solveig al-Tarrin", "Dov Is", "Ana Lind", "555 0142", "K4471902",
)  # fmt: skip
_RELEASED = ("Ashdown", "Lima Perrin", "Olive Marsh", "Denholm", "Inessa Roth", "Onasis", "Seaton")
_SENTENCES = """
The ferry lies on a quay that nobody has mended since the storm.
They may call again in the spring, or they will write.
So far the lines are open and the port adds a second shift.
A dam above the town holds more water than it was built for.
Prices of bread and salt rose by a third between June and August.
The council met twice, and put off every vote that mattered.
Two lawyers read the draft aloud and found nothing against it.
A. S. E. Atkins & Sons own the older of the cranes.
The opposition's paper called the plan a gift to foreign banks.
Farmers in the north-east want a road, a clinic and a school.
Its board will not say who paid for the survey of the sea bed.
We asked for numbers; we were given a brochure and some tea.
The S E C O N D notice hangs on the gate of the customs house.
Fishing was poor, and the larger boats stayed out for weeks.
An engineer from the capital spoke of cracks in both piers.
In the end the meeting closed without a date for the next one.
Students marched to the square and went home before it was dark.
Nobody expects the budget to pass unless the parties trade seats.
The bishop's office offered to hold talks in the old seminary.
Call the duty officer at 555-0199 when the gates are shut.
Tariffs on timber would hurt the islands more than the mainland.
Radio Lunaria played marches all evening, which is seldom a good sign.
The railway union has money for ten days and no longer.
Most of the villages that we passed had neither light nor water.
His deputy is thought to be loyal, tired and close to retirement.
Imports came through the southern dock while the other was dredged.
Police let the crowd pass and took down the plates of parked cars.
The new law leaves open who may appoint the judges of the coast.
Rain stopped the count, and ballots were kept in the post office.
An editor told us that her staff are paid in vouchers.
""".strip().splitlines()


def test_every_planted_leak_is_found() -> None:
    planted = list(planted_leaks())
    assert len(planted) > _AT_LEAST
    assert [leak.kind for leak in planted if not leak.is_found()] == []


@pytest.mark.parametrize("secret", [NAMES[0], RUNS[0]])
def test_the_gate_holds_a_release_with_a_planted_leak(secret: str) -> None:
    leak = plant(secret, "upper case", secret.upper(), "subject")
    cable = read(leak.text.encode())
    review = make_review(cable, decide(2, "redact", leak.withheld))
    with pytest.raises(LeakError, match="released at") as raised:
        check_pieces(review, compose(cable, review.painting, amount="bucket"))
    assert secret.casefold() not in str(raised.value).casefold()


def test_without_its_planted_leak_a_cable_is_clean() -> None:
    secrets = (*NAMES, *RUNS)
    clean = [plant(secret, "nothing", "MORE DELAYS", "subject") for secret in secrets]
    assert [leak.kind for leak in clean if leak.is_found()] == []
    assert not any(map(_alarms, (leak.text for leak in clean), ([leak.withheld] for leak in clean)))


@pytest.mark.parametrize("again", ["QUILLERAN", "Quilleran's", "the Quillerans"])
def test_a_name_withheld_with_its_possessive_is_found(again: str) -> None:
    assert plant("Quilleran's", "bare", again, "paragraph").is_found()


@pytest.mark.parametrize(
    ("withheld", "again"), [("Sun", "suns"), ("Li", "L i"), ("Quilleran", "Quilleranstown")]
)
def test_other_words_that_begin_like_a_name_are_no_leak(withheld: str, again: str) -> None:
    assert not plant(withheld, "other words", again, "paragraph").is_found()


def test_a_plural_is_found_in_spite_of_a_small_word() -> None:
    assert plant("Will Marek", "plural", "WILL MAREKS", "subject").is_found()


def test_clean_releases_raise_hardly_an_alarm() -> None:
    alarms = [number for number in range(_CLEAN) if _alarms(*_clean_release(number))]
    assert len(alarms) <= _FALSE_ALARMS, alarms


def _alarms(text: str, withheld: list[Span]) -> bool:
    cable = read(text.encode())
    painting = paint(cable, [release_all(cable), decide(2, "redact", *withheld)])
    return bool(find_leaks(cable, painting, compose(cable, painting, amount="bucket")))


def _clean_release(seed: int) -> tuple[str, list[Span]]:
    """Give a cable and what is withheld of it: a name wherever it stands, and one sentence."""
    chosen = random.Random(seed)  # noqa: S311 - a fixed seed makes the cables repeat
    name, public = chosen.choice(_WITHHELD), chosen.sample(_RELEASED, 3)
    *released, withheld = chosen.sample(_SENTENCES, 15)
    body = [*released, withheld, f"At noon {name} came.", f"Then {name} met {public[0]}."]
    chosen.shuffle(body)
    body.append(f"{public[1]} left.")
    paragraphs = [" ".join(body[at : at + 3]) for at in range(0, len(body), 3)]
    unwrapped = _cable(public[2], released[0], paragraphs)
    spans = [
        Span(*match.span())
        for words in (withheld, rf"(?<=At noon ){name}|(?<=Then ){name}")
        for match in re.finditer(words, unwrapped)
    ]
    return _wrapped(unwrapped), sorted(spans)


def _cable(tag: str, subject: str, paragraphs: list[str]) -> str:
    head = (
        "FM AMEMBASSY LUNARIA\nTO RUEHC/SECSTATE WASHDC IMMEDIATE 1234\n\n"
        "S E C R E T LUNARIA 000012\n\nE.O. 12958: DECL: 07/12/2033\n"
        f"TAGS: PREL, PGOV, OVIP ({tag.upper()})\nSUBJECT: {subject.upper()}\n"
    )
    numbered = enumerate(zip(paragraphs, cycle("SCU"), strict=False), 1)
    body = (f"\n{number}. ({mark}) {words}\n" for number, (words, mark) in numbered)
    return "".join((head, *body))


def _wrapped(text: str) -> str:
    """Wrap each line at 69 columns, putting line ends for spaces, so that offsets stay."""
    return "\n".join(
        "\n".join(textwrap.wrap(line, 69, break_long_words=False, break_on_hyphens=False))
        for line in text.split("\n")
    )
