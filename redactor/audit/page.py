"""audit.diff.html: one page for people, on which source and release stand side by side.

It holds what was withheld, so it bears the source's banner at its head and foot, on screen and
on every printed page. It is one file without scripts, and its policy lets nothing in.
"""

import hashlib
from collections.abc import Iterable, Iterator, Sequence

from redactor.audit.banner import banner, level_of
from redactor.audit.cards import card, code_words, lines_of, utc_words
from redactor.audit.markup import element, shown, table_row
from redactor.audit.rows import Part, Row, make_rows
from redactor.audit.style import STYLE
from redactor.audit.trail import decisions_over, rules_over
from redactor.release import Added, Release
from redactor.review import CompletedReview

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
    content = "\n".join((*_summary(review, release), *_diff(review, release)))
    sheet = (
        f'<table class="sheet" role="presentation"><thead><tr><td>{top}</td></tr></thead>\n'
        f"<tfoot><tr><td>{foot}</td></tr></tfoot>\n"
        f"<tbody><tr><td><main>\n{content}\n</main></td></tr></tbody></table>"
    )
    level = level_of(review.dated.cable)
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="referrer" content="no-referrer">\n'
        f"<title>{title}</title>\n<style>{STYLE}</style>\n</head>\n"
        f'<body class="level-{level or "none"}">\n{sheet}\n</body>\n</html>\n'
    )


def _summary(review: CompletedReview, release: Release) -> Iterator[str]:
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
    yield _places(review, release)


def _hash(sha256: str) -> str:
    return element("span", f"SHA-256 {shown(sha256)}", class_="hash")


def _places(review: CompletedReview, release: Release) -> str:
    if not release.places:
        return element("p", "Nothing was withheld.")
    names = ["Place", "Lines", "Extent", "Codes", "Rule", "Decided by"]
    rows = [
        table_row(
            [
                f'<a class="number" href="#place-{number}">{number}</a>',
                lines_of(review.dated.cable.lines, place.span),
                shown(place.extent),
                code_words(place.codes),
                shown(", ".join(dict.fromkeys(made.rule for made in place.decisions))),
                shown(", ".join(dict.fromkeys(made.person for made in place.decisions))),
            ]
        )
        for number, place in enumerate(release.places, 1)
    ]
    head = element("thead", table_row(names, "th"))
    return element("table", head + element("tbody", "\n".join(rows)), class_="list")


def _diff(review: CompletedReview, release: Release) -> Iterator[str]:
    """Give source and release side by side, with a card for each withheld place."""
    yield element("h2", "Source and release")
    items = (element("li", f"{sample} {shown(words)}") for sample, words in _LEGEND)
    yield element("ul", "".join(items), class_="legend")
    spans = [place.span for place in release.places]
    trail = zip(decisions_over(review, spans), rules_over(review, spans), strict=True)
    cards = [
        card(number, place, review, history, rules)
        for number, (place, (history, rules)) in enumerate(
            zip(release.places, trail, strict=True), 1
        )
    ]
    yield '<table class="diff"><colgroup><col class="lines"><col><col></colgroup>'
    yield element("thead", table_row(["Lines", "Source", "Release"], "th"))
    yield "<tbody>"
    heads = (piece.text for piece in release.pieces if isinstance(piece, Added))
    yield element("tr", _cells("", "", _column([Part(next(heads, "").rstrip(), "head")])))
    for row in make_rows(review.dated.cable, release):
        yield _row(row, review, cards)
    yield "</tbody></table>"


def _row(row: Row, review: CompletedReview, cards: Sequence[str]) -> str:
    """Give a block's row, and under it one of cards for the places that begin in it."""
    lines = lines_of(review.dated.cable.lines, row.span).split(" ")[1]
    released = _column(row.release)
    if not row.release and row.within:
        released = element("p", f"within place {row.within}", class_="note")
    texts = _cells(lines, _column(row.source), released)
    block = element("tr", texts, class_="apart" if row.apart else "")
    if not row.begins:
        return block
    beneath = "".join(cards[number - 1] for number in row.begins)
    cell = element("td", "") + element("td", beneath, colspan="2")
    return block + element("tr", cell, class_="decided")


def _cells(lines: str, source: str, released: str) -> str:
    return (
        element("td", lines, class_="lines")
        + element("td", source, data_column="Source")
        + element("td", released, data_column="Release")
    )


def _column(parts: Iterable[Part]) -> str:
    """Give one cell of text, with the number of each withheld place before its first part."""
    pieces: list[str] = []
    numbered: set[int] = set()
    for part in parts:
        if part.place and part.place not in numbered:
            numbered.add(part.place)
            pieces.append(element("span", str(part.place), class_="number"))
        pieces.append(_part(part))
    return element("pre", "".join(pieces)) if pieces else ""


def _part(part: Part) -> str:
    words = shown(part.text)
    if part.kind == "withheld":
        return element("del", words)
    if part.kind in ("marker", "stand-in", "open"):
        return element("ins", words)
    return element("span", words, class_=part.kind) if part.kind in ("furniture", "head") else words
