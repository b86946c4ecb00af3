"""determination.txt."""

from dataclasses import replace

import pytest

from redactor.policy import BASES, Basis
from redactor.release.render import determination_text
from redactor.release.statements import statements
from tests.release.render.samples import denied, in_full, in_part, of_words


def _sections(text: str) -> dict[str, str]:
    """Give what stands under each title, unwrapped."""
    assert text.endswith("\n")
    assert max(map(len, text.splitlines())) <= 69
    parts = (part.partition("\n") for part in text.split("\n\n"))
    return {title: " ".join(words.split()) for title, _, words in parts}


def test_a_release_in_part_says_what_under_what_and_how_much() -> None:
    found = _sections(determination_text(in_part(office="Office of Releases")))
    assert list(found) == [
        "R-0007", "Who decided", "What is released", "What is withheld", "Under what",
        "How it was reviewed", "How to appeal",
    ]  # fmt: skip
    assert found["R-0007"] == "RELEASE IN PART"
    assert found["Who decided"] == (
        "A. First and B. Second, Office of Releases, on 2026-11-23, on a request under the "
        "Freedom of Information Act (5 USC 552)."
    )
    assert found["What is released"].startswith(
        "All of the text but 3 places, where a marker stands. What was classified and is "
        "released is declassified. Authority: E.O. 13526"
    )
    assert found["What is withheld"] == "3 places: 2 of less than 1 line, 1 of 1 paragraph."


def test_codes_are_named_with_their_words_citations_and_statutes() -> None:
    under = _sections(determination_text(in_part()))["Under what"]
    assert (
        "(b)(3): Exempted from disclosure by statute (5 USC 552(b)(3); 8 USC 1202(f)). 1 place."
    ) in under
    assert "1.4(d): Foreign relations or foreign activities" in under
    assert "is to be declassified on 2033-12-31." in under


def test_a_suppressed_code_is_not_named() -> None:
    under = _sections(determination_text(in_part()))["Under what"]
    assert "(b)(6)" not in under
    assert "At 1 place no code is told: that would itself do harm (5 USC 552(b))." in under


def test_the_amount_is_not_told_where_the_policy_says_so() -> None:
    said = _sections(determination_text(in_part("none")))["What is withheld"]
    assert said == "3 places. How much stood there is not told: that would itself do harm."


def test_a_denial_in_full_releases_nothing() -> None:
    found = _sections(determination_text(denied()))
    assert (found["R-0009"], found["What is released"]) == ("DENIED IN FULL", "Nothing.")


def test_a_release_in_full_has_nothing_to_appeal() -> None:
    found = _sections(determination_text(in_full()))
    assert found["What is withheld"] == "Nothing."
    assert "How to appeal" not in found
    assert found["What is released"].startswith("All of the text. What was classified")


def test_unclassified_text_is_not_said_to_be_declassified() -> None:
    found = _sections(determination_text(of_words("Alpha.")))
    assert found["What is released"] == "All of the text."


def test_the_policy_may_say_how_to_appeal() -> None:
    found = _sections(determination_text(in_part(), "Write to\n the \x1bpanel."))
    assert found["How to appeal"] == "Write to the ␛panel."


@pytest.mark.parametrize("basis", BASES)
def test_each_basis_has_its_own_words(basis: Basis) -> None:
    release = in_part()
    found = _sections(
        determination_text(replace(release, signing=replace(release.signing, basis=basis)))
    )
    said = statements()
    assert found["Who decided"].endswith(f"{said.basis[basis]}.")
    assert found["How it was reviewed"] == said.segregation[basis]
    assert found["How to appeal"] == said.appeal[basis]
    assert said.authority[basis] in found["What is released"]
