"""Portions: every printed character in exactly one, each with its own facts."""

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from redactor.cable import Cable, SegmentKind
from redactor.declass import date_cable
from redactor.policy.portions import Portion, portions_of
from tests.declass.build import Part, build, mark, para


def portions(cable: Cable) -> tuple[Portion, ...]:
    return portions_of(date_cable(cable, date(2010, 1, 1)))


def test_an_unmarked_field_is_protected_at_the_cables_level() -> None:
    cable = replace(build(Part("subject", "SUBJECT: X"), level="S"), controls=("NOFORN",))

    (subject,) = portions(cable)

    assert (subject.field, subject.level, subject.source) == ("subject", "S", "assumed-overall")
    assert subject.controls == ("NOFORN",)
    assert subject.status.status == "classified"


def test_a_marked_subject_follows_its_mark() -> None:
    (subject,) = portions(build(Part("subject", "SUBJECT: (U) X", mark("U")), level="S"))

    assert (subject.level, subject.source) == ("U", "explicit")
    assert subject.status.status == "unclassified"


def test_fields_of_an_unclassified_cable_assume_nothing() -> None:
    (heading,) = portions(build(Part("heading", "SUMMARY"), level="U"))

    assert (heading.field, heading.source, heading.status.status) == (
        "heading", "none", "unclassified",
    )  # fmt: skip


def test_a_paragraph_has_the_controls_of_all_its_marks() -> None:
    part = Part("paragraph", "1. (U) A. (S//RD) B.", mark("U"), (mark("S", "RD"),))

    (paragraph,) = portions(build(part, level="S"))

    assert (paragraph.level, paragraph.controls) == ("S", ("RD",))
    assert paragraph.status.status == "refer"


def test_a_mark_above_the_cables_level_is_flagged() -> None:
    below, above = portions(build(para("1. A.", "C"), Part("blank", "\n"), para("2. B.", "S")))

    assert below.flags == ()
    assert above.flags == ("above-banner",)


def test_a_classified_mark_in_a_cable_without_a_level_is_flagged() -> None:
    marked, open_ = portions(
        build(para("1. A.", "C"), Part("blank", "\n"), para("2. B.", "U"), level=None)
    )

    assert (marked.flags, open_.flags) == (("above-banner",), ())


def test_a_field_that_a_page_break_splits_is_one_portion() -> None:
    (refs,) = portions(build(Part("refs", "REF: A\n<<POST 1 002 OF 002>>\nB")))

    assert (refs.field, len(refs.span)) == ("ref", len("REF: A\nPOST 1 002 OF 002\nB"))


def test_fields_apart_are_portions_apart() -> None:
    cable = build(
        Part("heading", "ONE"), Part("blank", "\n\n"), Part("heading", "TWO"), Part("other", "x")
    )

    assert [portion.field for portion in portions(cable)] == ["heading", "heading", "other"]


KINDS: list[SegmentKind] = ["header", "heading", "paragraph", "furniture", "blank", "other"]


@given(st.lists(st.tuples(st.sampled_from(KINDS), st.text("ab \n", min_size=1, max_size=6))))
def test_every_printed_character_is_in_exactly_one_portion(
    parts: list[tuple[SegmentKind, str]],
) -> None:
    made = [
        para(text) if kind == "paragraph" else Part(kind, " " if kind == "blank" else text)
        for kind, text in parts
    ]
    cable = build(*made)
    quiet = [part.span for part in cable.segments if part.kind in {"furniture", "blank"}]

    found = portions(cable)

    for offset, char in enumerate(cable.text):
        owners = [portion for portion in found if offset in portion.span]
        if not char.isspace() and not any(offset in span for span in quiet):
            assert len(owners) == 1
        assert len(owners) <= 1


def test_a_heading_and_the_rule_below_it_are_one_portion() -> None:
    near = build(Part("heading", "THE TALKS"), Part("blank", "\n"), Part("heading", "---------"))
    apart = build(Part("heading", "TALKS"), Part("blank", "\n\n"), Part("heading", "COMMENT"))

    assert [part.span.cut(near.text) for part in portions(near)] == ["THE TALKS\n---------"]
    assert len(portions(apart)) == 2
