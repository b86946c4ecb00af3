"""The token over any decisions on a cable with page breaks, headings and hidden characters."""

from collections.abc import Sequence

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from redactor.audit.attestation.matching import mismatch
from redactor.audit.attestation.reading import Reading
from redactor.audit.attestation.segments import added_spans, find_segments, printed_spans
from redactor.audit.attestation.token import Token, presented
from redactor.audit.attestation.unwrap import Unwrapped
from redactor.cable import Cable
from redactor.release import NotReleasableError, Release, build, no_content
from redactor.text import Span, intersect, subtract
from tests.audit.attestation.office import fixed_key
from tests.release.builder import decide, find, make_cable, make_review
from tests.release.samples import BODY, HEAD

CABLE = make_cable(
    *HEAD,
    ("heading", "ZEBRAS\n------\n"),
    ("paragraph", "0. (C) Um\u202e die\x1b[0m Ecke: qu\u00e9, \u4e2d\u6587.\n\n"),
    *BODY,
)
TEXT = Unwrapped(CABLE.text, no_content(CABLE))
KEY = fixed_key("test")

places = st.lists(
    st.tuples(st.integers(0, len(CABLE.text) - 1), st.integers(1, 200)), max_size=4
).map(lambda drawn: [Span(at, min(at + size, len(CABLE.text))) for at, size in drawn])


def released(cable: Cable, held: Sequence[Span]) -> Release:
    """Release all but some spans; what the leak search or the gate refuses is no example."""
    acts = [decide(2, "redact", *held)] if held else []
    try:
        return build(make_review(cable, *acts), "bucket", "R-0001")
    except NotReleasableError:
        assume(False)  # noqa: FBT003 - as hypothesis has it
        raise


def token_of(cable: Cable, release: Release) -> Token:
    segments = find_segments(cable.text, no_content(cable), release)
    text = Unwrapped(cable.text, no_content(cable))
    return Token.over(segments, text, cable.sha256, b"secret", "R-0001")


def fault_of(token: Token, cable: Cable, release: Release) -> str | None:
    """Show a token as far as a release prints, and compare both as a verifier does."""
    text = Unwrapped(cable.text, no_content(cable))
    shown = token.shown(text, printed_spans(release.pieces))
    if shown is None:
        return "it can't be opened"
    reading = Reading.of(presented(token.signed(KEY), shown))
    segments = find_segments(cable.text, no_content(cable), release)
    bare = [i for i, part in enumerate(segments) if part.kind == "left out"]
    fault = mismatch(
        release.text, tuple(added_spans(cable.text, release.pieces)), reading.items, bare
    )
    return fault.words if fault else None


@given(places)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.filter_too_much])
def test_a_token_shows_what_its_release_prints(held: list[Span]) -> None:
    release = released(CABLE, held)
    token = token_of(CABLE, release)
    assert fault_of(token, CABLE, release) is None
    whole = Reading.of(presented(token.signed(KEY), token.openings))
    everything = "".join(item.text or "" for item in whole.items)
    assert everything == TEXT.cut(Span(0, len(CABLE.text)))


def torn(span: Span, printed: Sequence[Span]) -> bool:
    """Tell whether some of a part's words are printed, and some not."""
    words = [unit.span for unit in TEXT.units(span, whole=True)]
    return bool(intersect(words, printed)) and bool(subtract(words, printed))


@given(places, st.data())
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.filter_too_much])
def test_a_later_release_opens_the_same_token_or_none(
    held: list[Span], data: st.DataObject
) -> None:
    token = token_of(CABLE, released(CABLE, held))
    still = [
        Span(span.start, data.draw(st.integers(span.start, span.end)))
        for span in held
        if data.draw(st.booleans())
    ]
    later = released(CABLE, [span for span in still if len(span)])
    printed = printed_spans(later.pieces)
    shown = token.shown(TEXT, printed)
    if shown is None:
        assert any(torn(opening.span, printed) for opening in token.openings if opening.text)
        return
    reading = Reading.of(presented(token.signed(KEY), shown))
    text = "".join(item.text or "" for item in reading.items)
    words = "".join("".join(TEXT.cut(span).split()) for span in printed)
    assert "".join(text.split()) == words


def test_lines_of_strokes_near_a_hole_are_hidden_and_bear_no_marker() -> None:
    cable = make_cable(
        ("heading", "THE FERRY OF VAIL\n-----------------\n"), ("paragraph", "1. (U) It sails.\n")
    )
    release = released(cable, [find(cable, "VAIL")])
    assert "---" not in release.text
    token = token_of(cable, release)
    assert fault_of(token, cable, release) is None
    shown = token.shown(Unwrapped(cable.text, ()), printed_spans(release.pieces))
    assert shown
    assert not any("---" in (opening.text or "") for opening in shown)
    later = released(cable, [])
    shown = token.shown(Unwrapped(cable.text, ()), printed_spans(later.pieces))
    assert shown
    assert any("---" in (opening.text or "") for opening in shown)


@pytest.mark.parametrize("held", [[], [Span(0, len(CABLE.text))]], ids=["all", "nothing"])
def test_a_release_of_all_or_nothing_has_a_token(held: list[Span]) -> None:
    release = released(CABLE, held)
    token = token_of(CABLE, release)
    assert fault_of(token, CABLE, release) is None
    assert len([opening for opening in token.openings if "/" not in opening.path]) == 1


def test_salts_never_serve_for_two_divisions_of_a_cable() -> None:
    one, two = (
        token_of(CABLE, released(CABLE, [find(CABLE, words)])) for words in ("NORTHERN", "soon")
    )
    salts = [{opening.made for opening in token.openings} for token in (one, two)]
    assert not salts[0] & salts[1]
    assert one.source != two.source
