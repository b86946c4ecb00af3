"""Planted conflicts: a cable that shows or withholds otherwise than an earlier one, in disguise."""

import hashlib
import random
import re
import textwrap
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from redactor.cable import Cable, read
from redactor.release import (
    Conflict,
    Earlier,
    Said,
    Sketcher,
    cable_text,
    codes_said,
    compose,
    find_conflicts,
    joined,
    may_share,
    public_text,
)
from redactor.text import LineIndex, Span, gaps
from tests.release.builder import decide, paint, release_all
from tests.release.planting import COMMON, OF_WORDS

Source = Literal["case", "folder"]
"""Whether the earlier one is a cable of the case, or a public text in a folder."""

_KEY = b"a key for tests"
_HEAD = """\
O 121530Z JUL 08
FM AMEMBASSY LUNARIA
TO RUEHC/SECSTATE WASHDC IMMEDIATE 1234
BT
S E C R E T LUNARIA 0000{number}

NOFORN
SIPDIS

E.O. 12958: DECL: 07/12/2033
TAGS: PREL, PGOV
SUBJECT: PIERS

Classified By: Political Counselor, for reasons 1.4(b) and (d).

"""
_TAIL = "\n\nASHDOWN\nBT\n"
_PAGE = "\n\nLUNARIA 00000012  002 OF 002\n\n"

SECRETS = (
    "Quilleran",
    "Marta Quillon",
    "Tobias Anders Brenholt of the customs board",
    "the minister asked us to move both of his boats before the vote",
)
OTHERS = """
The ferry lies on a quay that nobody has mended since the storm of last winter.
A dam above the town holds more water than it was ever built for, engineers told us.
Prices of bread and salt rose by a third between June and the end of August.
The council met twice, and put off every vote that mattered to the islands.
Two lawyers read the draft aloud and found nothing in it to speak against.
Farmers in the north-east want a road, a clinic and a school before the rains.
Its board will not say who paid for the survey of the sea bed off the cape.
We asked for numbers; we were given a brochure, some tea and a long speech.
An engineer from the capital spoke of cracks in both piers and left in haste.
Nobody expects the budget to pass unless the parties trade their seats again.
The bishop's office offered to hold talks in the old seminary on the hill.
Tariffs on timber would hurt the islands far more than they hurt the mainland.
The railway union has money for ten days of strike and not an hour longer.
Most of the villages that we passed had neither light nor water for a week.
Imports came through the southern dock while the other one was being dredged.
The new law leaves open who may appoint the judges of the coastal district.
An editor told us that her staff are paid in vouchers for the state shops.
Rain stopped the count, and the ballots were kept in the old post office.
His deputy is thought to be loyal, tired and very close to retirement.
Police let the crowd pass and took down the plates of all the parked cars.
""".strip().splitlines()


@dataclass(frozen=True, slots=True)
class Text:
    """A cable and the words of it that are withheld."""

    cable: Cable
    withheld: tuple[Span, ...]

    def said(self) -> Said:
        """Give its words, as a release has them."""
        return cable_text(self.cable, gaps(self.withheld, Span(0, len(self.cable.text))))

    def public(self) -> str:
        """Give its release, without a head."""
        painting = paint(self.cable, [release_all(self.cable), decide(2, "redact", *self.withheld)])
        return joined(self.cable.text, compose(self.cable, painting, amount="bucket"))


class Passage(NamedTuple):
    """A paragraph around some words."""

    before: str
    secret: str
    after: str

    def __str__(self) -> str:
        return " ".join(filter(None, self))


def text(
    passage: Passage, *others: str, withheld: Sequence[str] = (), number: int = 12, width: int = 69
) -> Text:
    """Give a cable that has a passage and other paragraphs, and withholds some words of it."""
    paragraphs = [others[0], str(passage), *others[1:]] if others else [str(passage)]
    whole = _HEAD.format(number=number) + "\n\n".join(
        f"{n}. (C) {words}" if "\n" in words else textwrap.fill(f"{n}. (C) {words}", width)
        for n, words in enumerate(paragraphs, 1)
    )
    patterns = (r"\s+".join(map(re.escape, words.split())) for words in withheld)
    found = (Span(*match.span()) for pattern in patterns for match in re.finditer(pattern, whole))
    return Text(read(f"{whole}{_TAIL}".encode()), tuple(sorted(found)))


def conflicts(ours: Text, earlier: Sequence[Text], source: Source) -> tuple[Conflict, ...]:
    """Compare as a release does: sketches first, then what they let through."""
    sketcher = Sketcher(_KEY)
    said = ours.said()
    wanted = sketcher.wanted(said.script)
    near = [
        each
        for each in (_earlier(text, source) for text in earlier)
        if may_share(sketcher.sketch(each.said.script), wanted)
    ]
    return find_conflicts(said, near)


def _earlier(one: Text, source: Source) -> Earlier:
    digest = hashlib.sha256(one.public().encode()).hexdigest()
    if source == "case":
        return Earlier("R-0001", digest, one.said(), one.cable.lines, lambda _: ())
    public = one.public()
    return Earlier(
        "past/R-0001/release.txt",
        digest,
        public_text(public),
        LineIndex(public),
        lambda at: codes_said(at.cut(public)),
    )


@dataclass(frozen=True, slots=True)
class Planted:
    """A cable, an earlier one, and where they conflict."""

    name: str
    ours: Text
    earlier: Text
    source: Source
    kinds: tuple[str, ...]
    place: Span
    """In ours."""

    def is_found(self) -> bool:
        """Tell whether the comparison finds it there."""
        return any(
            each.kind in self.kinds and each.span.meets(self.place)
            for each in conflicts(self.ours, [self.earlier], self.source)
        )


Change = Callable[[Passage], Passage]

PLAIN = (
    "Late on Monday the harbor board met behind closed doors and",
    "was named in the minutes as the one who had blocked the new contract for the cranes.",
    "Nobody from the union of dockers had been asked to come, and several of them said so aloud.",
    "The embassy expects another vote before the autumn, which is likely to end the same way.",
)


def plain(secret: str) -> Passage:
    """Give the passage as the earlier cable has it."""
    return Passage(PLAIN[0], secret, " ".join(PLAIN[1:]))


CHANGES: dict[str, Change] = {
    "as it is": lambda p: p,
    "a sentence before": lambda p: p._replace(before=f"{OTHERS[0]} {p.before}"),
    "a sentence after": lambda p: p._replace(after=f"{p.after} {OTHERS[1]}"),
    "sentences before and after": lambda p: p._replace(
        before=f"{OTHERS[0]} {OTHERS[2]} {p.before}", after=f"{p.after} {OTHERS[3]} {OTHERS[4]}"
    ),
    "only the sentence": lambda p: p._replace(after=PLAIN[1]),
    "the sentence among others": lambda p: p._replace(
        before=f"{OTHERS[5]} {OTHERS[6]} {p.before}", after=f"{PLAIN[1]} {OTHERS[7]}"
    ),
    "sentences in another order": lambda p: p._replace(
        before=f"{PLAIN[3]} {p.before}", after=" ".join(PLAIN[1:3])
    ),
    "another day": lambda p: p._replace(before=p.before.replace("Monday", "Tuesday evening")),
    "another word before it": lambda p: p._replace(before=f"{p.before[:-4]} while"),
    "another word after it": lambda p: p._replace(after=f"had been{p.after[3:]}"),
    "other words on both sides": lambda p: p._replace(
        before=f"{p.before[:-4]}, where", after=f"is{p.after[3:]}"
    ),
    "a slip in a word": lambda p: p._replace(before=p.before.replace("harbor", "habror")),
    "words left out": lambda p: p._replace(after=p.after.replace("in the minutes ", "")),
    "an aside": lambda p: p._replace(after=p.after.replace("minutes", "minutes (as we hear)")),
    "British letters": lambda p: p._replace(before=p.before.replace("harbor", "harbour")),
    "a page break after it": lambda p: p._replace(after=_PAGE + p.after),
    "a page break before it": lambda p: p._replace(before=p.before + _PAGE),
    "a page break further on": lambda p: p._replace(
        after=p.after.replace(" as the", _PAGE + "as the")
    ),
}
"""What may be otherwise round the words in our cable."""


def disguised(disguise: Callable[[str], str]) -> Change:
    """Give a change that disguises all words."""
    return lambda p: Passage(*(disguise(part) for part in p))


DISGUISES: dict[str, Change] = {
    name: disguised(disguise)
    for name, disguise in {**COMMON, **OF_WORDS}.items()
    if not name.startswith(("spelled", "written as one", "in camel", "between slashes"))
}


def planted() -> Iterator[Planted]:
    """Give every change and disguise of the passage, decided otherwise in each way."""
    for secret in SECRETS:
        for name, change in {**CHANGES, **DISGUISES}.items():
            ours, earlier = change(plain(secret)), plain(secret)
            for source in ("case", "folder"):
                yield _withheld_before(f"{name}, {source}: {secret}", ours, earlier, source)
                yield _shown_before(f"{name}, {source}: {secret}", ours, earlier, source)


def _withheld_before(name: str, ours: Passage, earlier: Passage, source: Source) -> Planted:
    shown = text(ours, *OTHERS[8:11], number=13)
    at = shown.cable.text.index(ours.secret) if ours.secret in shown.cable.text else None
    place = _place(shown.cable.text, ours.secret) if at is None else Span(at, at + len(ours.secret))
    hidden = text(earlier, *OTHERS[11:14], withheld=[earlier.secret])
    return Planted(
        f"withheld before, {name}", shown, hidden, source, ("withheld-before", "differs"), place
    )


def _shown_before(name: str, ours: Passage, earlier: Passage, source: Source) -> Planted:
    hidden = text(ours, *OTHERS[8:11], withheld=[ours.secret], number=13)
    shown = text(earlier, *OTHERS[11:14])
    return Planted(
        f"shown before, {name}", hidden, shown, source, ("shown-before", "differs"),
        hidden.withheld[0],
    )  # fmt: skip


def _place(whole: str, words: str) -> Span:
    found = re.search(r"\s+".join(map(re.escape, words.split())), whole)
    assert found, words
    return Span(*found.span())


NAMES = ("Arel Dost", "Minister Ovane", "Corin Hale", "Judge Sabet", "Mira Tolland", "Olen Farr")
FORMULAS = (
    "The Ambassador met {} on Tuesday to discuss relations and the situation in the region.",
    "According to {}, the government has no plan to change its policy before the elections.",
    "{} told the political counselor that the talks would go on, but gave no date for them.",
    "The embassy recommends that the Department raise the matter with {} at the next occasion.",
    "In a meeting with the economic officer, {} said that the budget would pass this year.",
)
"""What cables say again and again, of others each time."""


@dataclass(frozen=True, slots=True)
class Clean:
    """A cable and earlier ones with which it does not conflict."""

    ours: Text
    earlier: tuple[Text, ...]

    def alarms(self, source: Source) -> bool:
        """Tell whether the comparison finds a conflict all the same."""
        return bool(conflicts(self.ours, self.earlier, source))


def clean(seed: int) -> Clean:
    """Give cables that share sentences, formulas and a passage that all withhold alike."""
    chosen = random.Random(seed)  # noqa: S311 - a fixed seed makes the cables repeat
    secret = chosen.choice(SECRETS)
    cables = [_clean_text(chosen, secret, number) for number in range(20, 27)]
    return Clean(cables[0], tuple(cables[1:]))


def _clean_text(chosen: random.Random, secret: str, number: int) -> Text:
    passage = plain(secret)
    if chosen.random() < 0.5:
        passage = chosen.choice([change for name, change in CHANGES.items() if "page" not in name])(
            passage
        )
    names = chosen.sample(NAMES, 3)
    names[0] = chosen.choice((names[0], f"Witness {number}"))
    formulas = [
        form.format(who) for form, who in zip(chosen.sample(FORMULAS, 3), names, strict=True)
    ]
    said = [_invented(chosen) for _ in range(7)]
    paragraphs = [" ".join((said[n], formulas[n], said[n + 3])) for n in range(3)]
    paragraphs.append(" ".join(chosen.sample(OTHERS, 3)))
    if chosen.random() < 0.5:
        passage = Passage("", said[6], "")
    return text(passage, *paragraphs, withheld=(secret, f"Witness {number}"), number=number)


def _invented(chosen: random.Random) -> str:
    """Give a sentence without sense, of the words of the others."""
    words = chosen.sample(" ".join(OTHERS).replace(".", "").replace(",", "").split(), 14)
    return f"{' '.join(words).capitalize()}."
