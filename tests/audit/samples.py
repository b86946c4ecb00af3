"""A reviewed cable with every kind of withheld place, for the tests of the audit."""

from dataclasses import replace

from redactor.cable import Cable
from redactor.policy import Support
from redactor.release import Release, build
from redactor.review import CompletedReview, Decision
from tests.release.builder import decide, find, make_cable, make_review
from tests.release.samples import HEAD

SECRETS = ("QUILL", "Quill", "Edmund Vail", "NORTHERN FERRY", "summer traffic", "agreed in March")


def reviewed() -> tuple[CompletedReview, Release]:
    """Give a review and its release: names, a paragraph over a page break, and two in a row."""
    cable = make_cable(
        *HEAD,
        ("paragraph", "1. (S) Summary: Minister Quill said little.\n\n"),
        ("paragraph", "2. (C) The company wants a new pier by May, before\n"),
        ("furniture", "\nLUNARIA 00000012  002 OF 002\n\n"),
        ("more", "the summer traffic.\n\n"),
        ("paragraph", "3. (S) The bank agreed in March.\n\n"),
        ("paragraph", "4. (U) <script>Mr. Edmund Vail</script> & \x1b[31mothers\u202e left.\n"),
        ("signature", "DOE\n"),
    )
    review = make_review(cable, *_acts(cable))
    return review, build(review, "bucket", "R-0001")


def _acts(cable: Cable) -> list[Decision]:
    names = [find(cable, "QUILL"), find(cable, "Quill")]
    harm = Support(harm="It would harm relations with the <island> republic.")
    return [
        decide(2, "redact", *names, codes=("b6",)),
        replace(decide(3, "redact", cable.paragraphs[1].span), support=harm, reason="See file 7."),
        decide(4, "redact", cable.paragraphs[2].span, codes=("b1", "1.4(b)")),
        decide(5, "redact", find(cable, "Edmund Vail"), codes=("b3",), statute="8 USC 1202(f)"),
        decide(6, "redact", find(cable, "NORTHERN FERRY"), codes=("b5",)),
    ]
