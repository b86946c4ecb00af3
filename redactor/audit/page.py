"""audit.diff.html: one page for people, on which source and release stand side by side.

It holds what was withheld, so it bears the source's banner at its head and foot, on screen and
on every printed page. It is one file without scripts, and its policy lets nothing in.
"""

import hashlib
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from redactor.audit.banners import banner, level_of
from redactor.audit.cards import card, code_words, utc_words
from redactor.audit.cleared import cleared_html
from redactor.audit.diff import diff_html
from redactor.audit.facets import Facet, classes, controls, facets_of, picking
from redactor.audit.markup import shown, table_row
from redactor.audit.rows import make_rows
from redactor.audit.style import STYLE
from redactor.audit.trail import decisions_over, rules_over
from redactor.policy import RuleHit
from redactor.release import Added, Release
from redactor.review import CompletedReview, Decision
from redactor.text import element

_POLICY = "default-src 'none'; style-src 'unsafe-inline'"
_LEGEND = (
    ("<del>withheld</del>", "struck through: withheld, not in the release"),
    ("<ins>marker</ins>", "framed: put in by the release"),
    ('<span class="furniture">furniture</span>', "italic: page furniture, never printed"),
    ('<span class="number">1</span>', "number of the withheld place"),
)


def diff_page(review: CompletedReview, release: Release) -> str:
    """Give the page as HTML."""
    words = shown(banner(review.dated.cable))
    title = f"{words} · Audit diff {shown(release.number)}"
    notice = (
        "<small>This page holds text that was withheld from release "
        f"{shown(release.number)}. Protect it as the source.</small>"
    )
    top = element("div", words + notice, class_="banner")
    foot = element("div", words, class_="banner")
    trail = _trail(review, release)
    content = "\n".join((*_summary(review, release, trail), *_diff(review, release, trail)))
    sheet = (
        f'<table class="sheet" role="presentation"><thead><tr><td>{top}</td></tr></thead>\n'
        f"<tfoot><tr><td>{foot}</td></tr></tfoot>\n"
        f"<tbody><tr><td><main>\n{content}\n</main></td></tr></tbody></table>"
    )
    level = level_of(review.dated.cable)
    style = "\n".join((STYLE, *picking(trail.facets)))
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="referrer" content="no-referrer">\n'
        f"<title>{title}</title>\n<style>{style}</style>\n</head>\n"
        f'<body class="level-{level or "none"}">\n{sheet}\n</body>\n</html>\n'
    )


class _Trail(NamedTuple):
    """What was said of each withheld place, and by what places can be picked."""

    histories: list[list[Decision]]
    rules: list[list[RuleHit]]
    facets: tuple[Facet, ...]


def _trail(review: CompletedReview, release: Release) -> _Trail:
    spans = [place.span for place in release.places]
    histories = decisions_over(review, spans)
    return _Trail(histories, rules_over(review, spans), facets_of(release.places, histories))


def _summary(review: CompletedReview, release: Release, trail: _Trail) -> Iterator[str]:
    """Give the head of the page: what this is, who signed, and what was withheld."""
    cable, proposals = review.dated.cable, review.proposals
    policy = proposals.policy
    yield element("h1", shown(f"{release.number}: {release.determination.lower()}"))
    yield element(
        "p", shown(f"{cable.id or 'A cable without a number'}, {review.source_name}"), class_="lead"
    )
    facts = {
        "Basis": shown(f"{proposals.basis}, clock read on {proposals.as_of.isoformat()}"),
        "Policy": shown(f"{policy.name} {policy.version} ") + _hash(policy.sha256),
        "Source": shown(f"{len(cable.lines)} lines, {cable.size} bytes ") + _hash(cable.sha256),
        "Release": _hash(hashlib.sha256(release.text.encode()).hexdigest()),
    }
    for sign in review.signatures:
        signed = f"{shown(sign.person)}, {utc_words(sign.at)}"
        facts[f"{sign.stage.capitalize()} signature"] = signed
    pairs = (element("dt", name) + element("dd", words) for name, words in facts.items())
    yield element("dl", "".join(pairs), class_="facts")
    yield element("h2", "Withheld places")
    if release.places:
        yield controls(trail.facets)
    yield _places(review, release, trail.facets)
    yield from cleared_html(review)


def _hash(sha256: str) -> str:
    return element("span", f"SHA-256 {shown(sha256)}", class_="hash")


def _places(review: CompletedReview, release: Release, facets: Sequence[Facet]) -> str:
    if not release.places:
        return element("p", "Nothing was withheld.")
    names = ["Place", "Lines", "Extent", "Codes", "Rule", "Decided by"]
    rows = [
        table_row(
            [
                f'<a class="number" href="#place-{number}">{number}</a>',
                review.dated.cable.lines.named([place.span]),
                shown(place.extent),
                code_words(place.codes),
                shown(", ".join(dict.fromkeys(made.rule for made in place.decisions))),
                shown(", ".join(dict.fromkeys(made.person for made in place.decisions))),
            ],
            class_=classes(facets, [number]),
        )
        for number, place in enumerate(release.places, 1)
    ]
    head = element("thead", table_row(names, "th"))
    return element("table", head + element("tbody", "\n".join(rows)), class_="list")


def _diff(review: CompletedReview, release: Release, trail: _Trail) -> Iterator[str]:
    """Give source and release, with a card for each withheld place."""
    yield element("h2", "Source and release")
    items = (element("li", f"{sample} {shown(words)}") for sample, words in _LEGEND)
    yield element("ul", "".join(items), class_="legend")
    heads = (piece.text for piece in release.pieces if isinstance(piece, Added))
    yield element("pre", shown(next(heads, "").rstrip()), class_="head")
    cards = [
        card(number, place, review, history, rules, classes(trail.facets, [number]))
        for number, (place, history, rules) in enumerate(
            zip(release.places, trail.histories, trail.rules, strict=True), 1
        )
    ]
    markers = {number: place.marker for number, place in enumerate(release.places, 1)}
    rows = make_rows(review.dated.cable, release)
    yield from diff_html(rows, review.dated.cable.lines, cards, markers, trail.facets)
