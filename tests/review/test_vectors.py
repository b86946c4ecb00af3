"""The workflow's vectors W01 to W16: each a rule of the law, shown on an invented cable.

W17, a policy that may not load, is tested with the policies.
"""

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from redactor.audit import residual
from redactor.cable import read
from redactor.declass import date_cable
from redactor.policy import Basis, Support, find_policy, load_policy
from redactor.release import LeakError
from redactor.review import CaseFile, Refused, Ruling, Session, Terms, spans_for, triggers
from redactor.text import Span
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


def test_w05_a_protected_source_in_an_open_paragraph_is_withheld_by_name_alone(
    tmp_path: Path,
) -> None:
    text = CABLE.replace("The city has", "Amir Sefton (strictly protect) said the city has")
    session, sha = opened(tmp_path, text)
    items = session.docket(sha).proposals.items
    named = next(item for item in items if item.span.cut(text) == "Amir Sefton")
    assert (named.action, named.codes) == ("redact", ("b6",))
    rest = next(item for item in items if "two ferries" in item.span.cut(text))
    assert rest.action == "release"


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


def test_w12_marks_of_released_text_are_struck_and_stay(tmp_path: Path) -> None:
    world = World(tmp_path)
    world.decide("ann", "release", "all")
    world.sign("ann")
    text = world.release()[1]
    assert "1. ~~(C)~~ The harbor minister" in text
    assert "~~C O N F I D E N T I A L~~ PORT EXAMPLE 000042" in text
    assert "Declassified by ann on 2026-11-23\nAuthority: E.O. 13526" in text


def test_w13_the_kept_copy_bears_the_banner_of_what_is_withheld() -> None:
    text = CABLE.replace("C O N F I D E N T I A L", "S E C R E T").replace("1. (C)", "1. (S)")
    dated = date_cable(read(text.encode()), DAY)
    at = text.index("The embassy suggests")
    kept = Span(at, at + len("The embassy suggests"))
    assert residual(dated, [kept], [kept]) == "CONFIDENTIAL"


def test_w14_no_part_of_a_withheld_sentence_survives_around_a_page_line(tmp_path: Path) -> None:
    page = "PAGE 02        PORT EX  00042  01 OF 02  150930Z"
    text = CABLE.replace("He expects the talks to\n", f"He expects the talks to\n\n{page}\n\n")
    world = World(tmp_path, text)
    world.decide("ann", "release", "all")
    at = text.index("He expects")
    world.decide("ann", "redact", f"span {at}:{text.index('spring.') + len('spring.')}")
    world.sign("ann")
    released = world.release()[1]
    assert not {"expects", "PAGE", "resume in", "spring"} & set(
        re.findall(r"resume in|\w+", released)
    )
    assert released.count("denied: (b)(6)") == 1


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
