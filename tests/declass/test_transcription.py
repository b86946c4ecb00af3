"""The engine against a slow, literal transcription of the reference algorithm.

``REDACTOR_CLOCK_CASES=100000 pytest tests/declass/test_transcription.py`` runs the long round.
"""

import os
import random
from calendar import monthrange
from datetime import date, timedelta

from redactor.cable import Level
from redactor.declass import Facts, parse_instruction, status_of
from tests.declass.transcription import Meaning, Record, in_smallest_century, outcome

CASES = int(os.environ.get("REDACTOR_CLOCK_CASES", "4000"))
SEED = 20261123
LEVELS: tuple[Level, ...] = ("C", "S", "TS")
STYLES = ("%m/%d/%Y", "%Y%m%d", "%Y/%m/%d", "%d %b %Y", "%B %d, %Y", "%m-%d-%Y")
INDEFINITE = (
    "OADR", "DECL: OADR", "MR", "DCI Only", "DNI ONLY", "X1", "X1, X5", "1.6X6", "X1-X8",
    "XGDS", "XGDS-1", "XGDS-3", "GROUP 4", "GROUP 1", "", "DECL:", "N/A", "DECL: 13/45/2015",
    "011/2/2019", "DNG: CO 01/26/2021", "DNG: SE 06/30/1999",
    "SUBJECT TO TREATY OR INTERNATIONAL AGREEMENT",
)  # fmt: skip
SETTLED = {
    "N/A to RD/FRD portions. See source list for NSI portions.": "EXCLUDED",
    "N/A TO TFNI PORTIONS": "EXCLUDED",
    "DECLASSIFIED BY NARA 09/02/2009": "CLAIMED",
    "DECL: DECLASSIFIED BY NARA 09/02/1999": "CLAIMED",
    "25X1-human": "HUM",
    "50X1-HUM": "HUM",
    "DECL: 50X2-WMD": "HUM",
}
EVENTS = ("AFTER THE TWO CROWNS UNITE", "DECL: CLOSURE OF THE TRIBUNAL", "UPON HER DEPARTURE")


def _some_day(dice: random.Random, around: date, years: int) -> date:
    """Pick a day around another; the edges of years, months and spans come often."""
    day = around + timedelta(days=dice.randint(-366 * years, 366 * years))
    edge = dice.random()
    if edge < 0.1:
        return date(day.year, 12, 31)
    if edge < 0.2:
        last = monthrange(day.year, around.month)[1]
        near = date(day.year, around.month, min(around.day, last))
        return near + timedelta(days=dice.randint(-1, 1))
    return date(day.year, 2, monthrange(day.year, 2)[1]) if edge < 0.25 else day


def _written(dice: random.Random, origin: date, years: int) -> tuple[str, date]:
    """Pick a day near those at which the rules turn, and a way to write it."""
    middle = date(origin.year + dice.choice((0, 6, 10, 25, years)), origin.month, 15)
    day = _some_day(dice, middle, dice.choice((1, 3, 30)))
    if dice.random() < 0.2:
        read = in_smallest_century(day.month, min(day.day, 28), day.year % 100, origin)
        return f"{day.month}/{min(day.day, 28)}/{day.year % 100:02}", read
    if dice.random() < 0.05:
        return f"{day.year}", date(day.year, 12, 31)
    return day.strftime(dice.choice(STYLES)), day


def _dated(dice: random.Random, origin: date) -> tuple[str, Meaning]:
    form = dice.choice(("DECL", "DECL", "DECL", "GDS", "ADS", "XDS", "RDS"))
    text, day = _written(dice, origin, 25)
    number = f"-{dice.randint(1, 4)}" if form in {"XDS", "RDS"} else ""
    announced = dice.choice(("", "DECL: ", "DECLl ", "Declassify on ")) if form == "DECL" else ""
    who = " (DOE, JOHN Q.) OR-M" if form != "DECL" and dice.random() < 0.5 else ""
    glued = dice.choice(("", "", " TAGS: PREL, RT SUBJECT: THE RIVER"))
    value = f"{announced}{text}" if form == "DECL" else f"{form}{number} {text}{who}"
    return value + glued, Meaning(form, day)


def _exempt(dice: random.Random, origin: date) -> tuple[str, Meaning]:
    form, number = dice.choice(("25X", "50X", "75X")), dice.randint(3, 9)
    if dice.random() < 0.3:
        return f"{form}{number}", Meaning(form, None, number)
    text, day = _written(dice, origin, dice.choice((50, 75)))
    return f"{form}{number}, {text}", Meaning(form, day, number)


def _instruction(dice: random.Random, origin: date) -> tuple[str, Meaning]:
    kind = dice.random()
    if kind < 0.4:
        return _dated(dice, origin)
    if kind < 0.6:
        return _exempt(dice, origin)
    if kind < 0.7:
        return dice.choice(EVENTS), Meaning("EVENT")
    if kind < 0.8:
        return "GDS", Meaning("GDS")
    if kind < 0.85:
        text = dice.choice(tuple(SETTLED))
        return text, Meaning(SETTLED[text])
    return dice.choice(INDEFINITE), Meaning("INDEFINITE")


def _record(dice: random.Random) -> Record:
    origin = _some_day(dice, date(dice.choice((1966, 1972, 1975, 1978, 1990, 2005)), 6, 1), 7)
    turn = date(origin.year + dice.choice((6, 10, 25, 50, 75)), 12, 31)
    as_of = _some_day(dice, turn, dice.choice((1, 20)))
    block = origin + timedelta(days=dice.randint(0, 3650)) if dice.random() < 0.2 else None
    event = _some_day(dice, origin, 30) if dice.random() < 0.5 else None
    return Record(origin, dice.choice(LEVELS), as_of, event, block)


def test_the_engine_agrees_with_the_transcription() -> None:
    dice = random.Random(SEED)  # noqa: S311  (a fixed seed makes the cases repeat)
    for _ in range(CASES):
        record = _record(dice)
        text, meaning = _instruction(dice, record.origin)
        instruction = parse_instruction(text, origin=record.origin)
        facts = Facts(event_on=record.event, block_newest=record.block_newest)
        level = next(level for level in LEVELS if level == record.overall)

        got = status_of(instruction, record.origin, level, record.as_of, facts=facts)

        assert (got.frees_on, got.status) == outcome(meaning, record), (text, record)
