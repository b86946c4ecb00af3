"""Reports on what was released and withheld: the Vaughn index, and the counts of the year.

The Vaughn index correlates each withholding with an exemption and its justification. It names
places by their order in the release, never by lines of the source.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import ceil

from redactor.audit.table import Cell, Table
from redactor.cable import SegmentKind
from redactor.policy import print_code
from redactor.release import Release, Withheld
from redactor.review import CompletedReview, Decision
from redactor.text import intersect

LINES_A_PAGE = 54
"""A printed page: SF 311 counts pages, and a cable has none."""


@dataclass(frozen=True, slots=True)
class Published:
    """A cable with the release that stands of it."""

    review: CompletedReview
    release: Release

    @property
    def pages(self) -> int:
        """Printed pages of the source."""
        return ceil(len(self.review.dated.cable.lines) / LINES_A_PAGE)


_VAUGHN = (
    "release", "document", "date", "from", "to", "subject", "place", "part", "amount",
    "exemptions", "description", "foreseeable harm", "segregability", "determination",
    "decided by",
)  # fmt: skip


def vaughn(published: Iterable[Published]) -> Table:
    """Give the Vaughn index: one row for each place withheld."""
    rows = (row for each in published for row in _withheld_rows(each))
    note = (
        "Description, harm and segregability are the reviewers' words: read them before this "
        "index leaves the office."
    )
    return Table("Vaughn index", _VAUGHN, tuple(rows), note)


def _withheld_rows(each: Published) -> Iterator[tuple[Cell, ...]]:
    review, release = each.review, each.release
    cable = review.dated.cable
    to = "; ".join(to.name for to in cable.addressees if to.role == "to")
    header = (cable.id, str(review.dated.origin or ""), cable.origin.post, to)
    if not _is_shown(each, "transmission", "header", "classification"):
        header = ("withheld",) * 4
    subject = " ".join((cable.subject or "").split())
    head = (release.number, *header, subject if _is_shown(each, "subject") else "withheld")
    for number, place in enumerate(release.places, 1):
        yield (*head, number, *_place(each, place), release.determination, _by(review))


def _is_shown(each: Published, *kinds: SegmentKind) -> bool:
    """Tell whether a release withholds nothing of these parts of the cable."""
    spans = [part.span for part in each.review.dated.cable.segments if part.kind in kinds]
    return not intersect(spans, (place.span for place in each.release.places))


def _place(each: Published, place: Withheld) -> tuple[Cell, ...]:
    review = each.review
    segments = review.dated.cable.segments
    part = next((s.kind for s in segments if s.span.meets(place.span)), "other")
    because = {hit.id: hit.because for item in review.proposals.items for hit in item.rules}
    codes = (
        "not stated, 5 USC 552(b)"
        if place.suppressed
        else ", ".join(dict.fromkeys(_codes(place.decisions)))
    )
    return (
        part,
        place.extent,
        codes,
        _joined(because.get(made.rule) for made in place.decisions),
        _joined(made.support.harm for made in place.decisions),
        _joined(made.segregable for made in place.decisions),
    )


def _codes(decisions: Sequence[Decision]) -> Iterator[str]:
    for made in decisions:
        for code in made.codes:
            words = print_code(code, made.support)
            statute = made.support.statute if code == "b3" else None
            yield f"{words} {statute}" if statute else words


def _joined(words: Iterable[str | None]) -> str:
    return " / ".join(dict.fromkeys(word for word in words if word))


def _by(review: CompletedReview) -> str:
    """Name the stages, not the people: first and second reviewer."""
    return ", ".join(f"{signature.stage} reviewer" for signature in review.signatures)


def counts(published: Sequence[Published], reviewed: int) -> Table:
    """Give the counts that ISOO's SF 311 and FOIA's annual report ask for.

    Args:
        published: the releases that stand.
        reviewed: cables of the case, released or not.
    """
    rows: list[tuple[Cell, ...]] = [("cables in the case", reviewed)]
    rows.append(("cables released or denied", len(published)))
    rows.append(("pages reviewed", sum(each.pages for each in published)))
    for words in ("RELEASE IN FULL", "RELEASE IN PART", "DENIED IN FULL"):
        those = [each for each in published if each.release.determination == words]
        rows.append((f"{words.lower()}, cables", len(those)))
        rows.append((f"{words.lower()}, pages", sum(each.pages for each in those)))
    rows += sorted(_uses(published))
    note = f"A page is {LINES_A_PAGE} lines. An exemption is counted once for each cable."
    return Table("Counts for SF 311 and 5 USC 552(e)", ("measure", "count"), tuple(rows), note)


def _uses(published: Iterable[Published]) -> Iterator[tuple[Cell, ...]]:
    used: Counter[str] = Counter()
    for each in published:
        made = (decision for place in each.release.places for decision in place.decisions)
        used.update(set(_codes(tuple(made))))
    yield from ((f"exemption {code}, cables", number) for code, number in used.items())
