"""The workflow's vectors W01 to W16: each a rule of the law, shown on an invented cable.

W17, a policy that may not load, is tested with the policies; W12 to W14 with the releases too.
"""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from redactor.policy import Basis, Support, find_policy, load_policy
from redactor.release import LeakError
from redactor.review import CaseFile, Refused, Ruling, Session, Terms, spans_for, triggers
from tests.review.world import CABLE, DAY, HARM, World

OLD = CABLE.replace("MAR 18", "JAN 98").replace(
    "E.O. 13526: DECL: 03/15/2038", "E.O. 12958: DECL: OADR"
)


def opened(
    folder: Path, cable: str, *, basis: Basis = "foia", requested: date | None = None
) -> tuple[Session, str]:
    """Open a case under the policy that ships, with one cable."""
    session = Session(CaseFile(folder / "w.case", create=True), "ann")
    session.open_case(Terms(DAY, basis, requested), load_policy(find_policy("state-cables")))
    return session, session.import_cable(Path("w.txt"), cable.encode()).sha256


def withhold(
    session: Session, cable: str, spec: str, *codes: str, support: Support | None = None
) -> None:
    spans = spans_for(session.docket(cable), spec)
    session.decide(cable, Ruling(spans, "redact", codes, support or Support()))


def test_w01_a_14_code_ends_after_25_years(tmp_path: Path) -> None:
    session, cable = opened(tmp_path, OLD.replace("1. (C)", "1. (S)"))
    with pytest.raises(Refused, match="ends after 25 years: use a 25X code"):
        withhold(session, cable, "paragraph 1", "b1", "1.4(d)")


def test_w02_a_25x_code_needs_its_guide(tmp_path: Path) -> None:
    session, cable = opened(tmp_path, OLD)
    with pytest.raises(Refused, match="guide"):
        withhold(session, cable, "paragraph 1", "b1", "25X6")
    guide = Support(guide="State guide 2012", topic="foreign relations")
    withhold(session, cable, "paragraph 1", "b1", "25X6", support=guide)


def test_w03_b5_ends_25_years_before_the_request(tmp_path: Path) -> None:
    cable = CABLE.replace("150900Z MAR 18", "100900Z JAN 01")
    harm = Support(harm=HARM)
    (tmp_path / "a").mkdir()
    session, sha = opened(tmp_path / "a", cable, requested=date(2026, 1, 10))
    with pytest.raises(Refused, match="25 years old at the request"):
        withhold(session, sha, "paragraph 3", "b5-dp", support=harm)
    session, sha = opened(tmp_path, cable, requested=date(2026, 1, 9))
    with pytest.raises(Refused, match="harm"):
        withhold(session, sha, "paragraph 3", "b5-dp")
    withhold(session, sha, "paragraph 3", "b5-dp", support=harm)


def test_w04_b6_needs_its_harm_and_a_visa_record_does_not(tmp_path: Path) -> None:
    session, cable = opened(tmp_path, CABLE)
    with pytest.raises(Refused, match="harm"):
        withhold(session, cable, 'text "Quill"', "b6")
    withhold(session, cable, 'text "Quill"', "b3", support=Support(statute="8 USC 1202(f)"))


def test_w06_a_name_that_stands_elsewhere_blocks_the_release(tmp_path: Path) -> None:
    text = CABLE.replace("PREL, ECON", "PREL, OVIP (QUILL)").replace(
        "Quill likes", "QU-\nILL likes"
    )
    world = World(tmp_path, text)
    world.decide("ann", "release", "all")
    world.decide("ann", "redact", "span " + span_of(text, "Quill"))
    world.sign("ann")
    with pytest.raises(LeakError):
        world.release()


def span_of(text: str, words: str) -> str:
    at = text.index(words)
    return f"{at}:{at + len(words)}"


def test_w07_a_short_and_a_long_word_leave_the_same_mark(tmp_path: Path) -> None:
    texts = []
    for name in ("Ferryhand", "Ferrycommander"):
        (tmp_path / name).mkdir()
        world = World(tmp_path / name, CABLE.replace("lighthouse", name))
        world.decide("ann", "release", "all")
        world.decide("ann", "redact", f'text "{name}"')
        world.sign("ann")
        texts.append(world.release()[1])
    assert texts[0] == texts[1]


def test_w08_nobody_is_first_and_second_reviewer(tmp_path: Path) -> None:
    world = World(tmp_path, reviews=2)
    world.decide("ann", "release", "all")
    world.sign("ann")
    with pytest.raises(Refused, match="ann has signed this cable already"):
        world.sign("Ann")


@pytest.mark.parametrize("verdict", ["release", "redact"])
def test_w09_restricted_data_is_only_referred(tmp_path: Path, verdict: str) -> None:
    world = World(tmp_path, CABLE.replace("3. (C)", "3. (C//RD)"))
    with pytest.raises(Refused, match="may only be referred"):
        world.decide("ann", verdict, "paragraph 3")
    world.decide("ann", "DOE", "paragraph 3")


def test_w10_a_pending_referral_blocks_or_is_withheld_with_senior_approval(
    tmp_path: Path,
) -> None:
    world = World(tmp_path)
    world.decide("ann", "release", "all")
    world.decide("ann", "CIA", "paragraph 3")
    world.sign("ann")
    assert world.missing() == "a referral is unanswered at line 20"
    world["ann"].undo(world.cable)
    world.decide("ann", "redact", "paragraph 3")
    world.sign("ann")
    assert "while its referral is unanswered (line 20)" in str(world.missing())
    world.appoint("ann", "eve", "senior")
    world["eve"].approve(world.cable, "the rest can't wait")
    assert "visit in May" not in world.release()[1]


def test_w11_what_was_shown_once_warns_at_once_and_asks_a_senior_official(tmp_path: Path) -> None:
    world = World(tmp_path)
    world.decide("ann", "release", "all")
    world.sign("ann")
    world.release()
    world["ann"].reopen(world.cable, "an appeal")
    world.decide("ann", "redact", "paragraph 2")
    state, view = world["ann"].state(world.cable), world["ann"].view(world.cable)
    assert [trigger.kind for trigger in triggers(view.docket, state, view.painting)] == [
        "shown-before"
    ]


def test_w15_under_mdr_no_foia_number_is_legal(tmp_path: Path) -> None:
    session, cable = opened(tmp_path, CABLE, basis="mdr")
    for code in ("b5-dp", "b6"):
        with pytest.raises(Refused, match="not legal under MDR"):
            withhold(session, cable, "paragraph 1", code, support=Support(harm=HARM))
    withhold(session, cable, "paragraph 1", "1.4(d)")
    by_law = Support(statute="8 USC 1202(f)")
    withhold(session, cable, "paragraph 1", "statute", support=by_law)


def test_w16_a_statute_withholds_what_its_date_has_freed(tmp_path: Path) -> None:
    freed = CABLE.replace("03/15/2038", "03/15/2019")
    world = World(tmp_path, freed)
    assert world["ann"].docket(world.cable).dated.overall.status == "declassified"
    world.decide("ann", "release", "all")
    ruling = replace(
        world.ruling("redact", "paragraph 3"),
        codes=("b3",),
        support=Support(statute="8 USC 1202(f)"),
    )
    world["ann"].decide(world.cable, ruling)
    world.sign("ann")
    assert "(b)(3) 8 USC 1202(f)" in " ".join(world.release()[1].split())
