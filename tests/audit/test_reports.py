"""The reports: what they count, what they hide, and what they bound."""

import csv
import io
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from redactor.audit import (
    Delivered,
    Published,
    Share,
    Table,
    agreement,
    as_csv,
    as_html,
    counts,
    draw,
    freeing,
    overrides,
    pace,
    quality_table,
    referral_ageing,
    sample_table,
    vaughn,
)
from redactor.audit.report_rules import kappa
from redactor.audit.report_sample import BYS, By, at_most
from redactor.cli import grammar
from redactor.policy import Support
from redactor.release import build
from redactor.review import (
    FAULTS,
    Board,
    Check,
    Fault,
    Notification,
    Refused,
    Ruling,
    spans_for,
)
from tests.review.world import DAY, HARM, World


def published(world: World) -> Published:
    number, _ = world.release()
    review = world["ann"].board(world.cable).completed()
    return Published(review, build(review, "bucket", number))


def board(world: World) -> Board:
    return world["ann"].board(world.cable)


@pytest.fixture
def world(tmp_path: Path) -> World:
    """Give a cable that is released but for two words and its third paragraph."""
    world = World(tmp_path)
    world.decide("ann", "release", "all")
    world.decide("ann", "redact", 'text "lighthouse"')
    spans = spans_for(world["ann"].docket(world.cable), "paragraph 3")
    law = Ruling(spans, "redact", ("b3",), Support(statute="8 USC 1202(f)"),
                 remarks={"segregable": "one sentence"})  # fmt: skip
    world["ann"].decide(world.cable, law)
    world.sign("ann")
    return world


def rows(table: Table) -> list[dict[str, object]]:
    return [dict(zip(table.columns, row, strict=True)) for row in table.rows]


def test_the_vaughn_index_has_a_row_for_each_place(world: World) -> None:
    first, second = rows(vaughn([published(world)]))
    assert first["exemptions"] == "(b)(6)"
    assert first["foreseeable harm"] == HARM
    assert (second["place"], second["part"], second["amount"]) == (2, "paragraph", "1 line")
    assert second["exemptions"] == "(b)(3) 8 USC 1202(f)"
    assert second["segregability"] == "one sentence"
    assert (first["document"], first["subject"]) == ("18PORTEXAMPLE42", "HARBOR TALKS RESUME")
    assert first["decided by"] == "first reviewer"


def test_the_vaughn_index_shows_no_header_that_the_release_withholds(tmp_path: Path) -> None:
    world = World(tmp_path)
    world.decide("ann", "release", "all")
    for place in ("line 2", "line 11"):
        world.decide("ann", "redact", place)
    world.sign("ann")
    text = as_csv(vaughn([published(world)]))
    assert "HARBOR" not in text
    assert "AMEMBASSY" not in text
    assert "18PORTEXAMPLE42" not in text


def test_a_code_that_is_not_printed_is_not_in_the_vaughn_index(tmp_path: Path) -> None:
    world = World(tmp_path)
    world.decide("ann", "release", "all")
    spans = spans_for(world["ann"].docket(world.cable), 'text "lighthouse"')
    hidden = Ruling(spans, "redact", ("b6",), Support(harm=HARM), suppress_code=True)
    world["ann"].decide(world.cable, hidden)
    world.sign("ann")
    world.appoint("ann", "eve", "senior")
    world["eve"].approve(world.cable, "the code would tell")
    (row,) = rows(vaughn([published(world)]))
    assert row["exemptions"] == "not stated, 5 USC 552(b)"


def test_the_counts_of_the_year(world: World) -> None:
    made = {row[0]: row[1] for row in counts([published(world)], 3).rows}
    assert made["cables in the case"] == 3
    assert made["release in part, cables"] == made["release in part, pages"] == 1
    assert made["release in full, cables"] == made["denied in full, cables"] == 0
    assert made["exemption (b)(6), cables"] == 1
    assert made["exemption (b)(3) 8 USC 1202(f), cables"] == 1


def test_overrides_are_counted_by_rule_and_direction(world: World) -> None:
    found = {row["rule"]: row for row in rows(overrides([board(world)]))}
    assert found["unclassified-portion"]["tightened"] == 1
    assert found["header-fields"]["accepted"] == len(board(world).docket.items) - 3
    assert found["(no rule)"]["decided"] == 2


def test_agreement_is_told_in_all_by_rule_and_by_person(tmp_path: Path) -> None:
    world = World(tmp_path, reviews=2)
    for person, verdict in (("ann", "release"), ("bob", "redact")):
        world.decide(person, "release", "all")
        world.decide(person, "redact", "paragraph 1")
        world.decide(person, verdict, "paragraph 3")
        world.sign(person)
    found = {(row["by"], row["name"]): row for row in rows(agreement([board(world)]))}
    items = len(board(world).docket.items)
    assert (found["all", "all"]["items"], found["all", "all"]["same"]) == (items, items - 1)
    assert found["rule", "unclassified-portion"]["kappa"] is None
    assert found["person", "ann"] == {**found["person", "bob"], "name": "ann"}
    assert 0 < float(str(found["all", "all"]["kappa"])) < 1


@pytest.mark.parametrize(
    ("answers", "wanted"),
    [
        # Cohen 1960: 20 yes-yes, 5 and 10 apart, 15 no-no.
        ([("y", "y")] * 20 + [("y", "n")] * 5 + [("n", "y")] * 10 + [("n", "n")] * 15, 0.4),
        ([("y", "y"), ("n", "n")], 1.0),
        ([("y", "n"), ("n", "y")], -1.0),
        ([("y", "y")], None),
        ([], None),
    ],
)
def test_kappa(answers: list[tuple[str, str]], wanted: float | None) -> None:
    assert kappa(answers) == (wanted if wanted is None else pytest.approx(wanted))


def test_the_pace_is_told_by_day_and_person(world: World) -> None:
    assert pace(world.case.events()).rows == (("2026-11-23", "ann", 3, 3, 1),)


def test_referrals_age(tmp_path: Path) -> None:
    world = World(tmp_path)
    world.decide("ann", "CIA", "paragraph 3")
    spans = spans_for(world["ann"].docket(world.cable), "paragraph 3")
    world["ann"].notify(world.cable, Notification("CIA", spans, DAY, date(2026, 12, 1)))
    (row,) = rows(referral_ageing([("one", board(world))], date(2026, 12, 3), "ann"))
    assert (row["state"], row["days waiting"], row["places open"]) == ("overdue", 10, 1)


def test_what_frees_when_is_told_by_day(tmp_path: Path) -> None:
    world = World(tmp_path)
    assert freeing([("one", board(world))]).rows == (("2038-03-15", "one", 2),)


# Quality control


def delivered(board: Board, *keys: int, fault: Fault | None = None) -> list[Delivered]:
    """Give a review as often as there are keys; with a fault, as found wrong."""
    found = Check(9, "joe", right=False, fault=fault) if fault else None
    return [Delivered(f"{key:064x}", str(key), board, found) for key in keys]


def test_a_sample_is_the_same_at_each_draw_and_a_larger_one_holds_it(world: World) -> None:
    (three,) = draw(delivered(board(world), 3, 1, 2), "all", Share(3))
    (two,) = draw(delivered(board(world), 2, 3, 1), "all", Share(2))
    assert [each.label for each in two.drawn] == ["1", "2"]
    assert three.drawn[:2] == two.drawn
    assert len(two.members) == 3


def test_a_sample_by_percent_does_not_hang_on_what_else_is_finished(world: World) -> None:
    every = [n * 16**62 for n in range(256)]
    (sample,) = draw(delivered(board(world), *every), "all", Share(percent=25))
    assert len(sample.drawn) == 64
    (fewer,) = draw(delivered(board(world), *every[:32]), "all", Share(percent=25))
    assert fewer.drawn == sample.drawn[:32]
    (all_,) = draw(delivered(board(world), *every), "all", Share(percent=100))
    assert all_.drawn == all_.members


@pytest.mark.parametrize(
    ("by", "names"),
    [
        ("all", {"all"}),
        ("rule", {"(no rule)", "header-fields", "unclassified-portion"}),
        ("reviewer", {"ann"}),
        ("code", {"(b)(3)", "(b)(6)"}),
        ("outcome", {"released in part"}),
        ("basis", {"foia"}),
    ],
)
def test_a_sample_is_drawn_within_strata(world: World, by: By, names: set[str]) -> None:
    strata = draw(delivered(board(world), 1), by, Share(5))
    assert {stratum.name for stratum in strata} == names
    assert all(len(stratum.drawn) == 1 for stratum in strata)


def test_each_stratum_bounds_its_own_faults(world: World) -> None:
    every = [
        *delivered(board(world), 1, 2, fault="missed"),
        *delivered(board(world), 3, fault="wrong-code"),
        *[replace(each, found=Check(9, "joe", right=True)) for each in delivered(
            board(world), *range(4, 11))],
        *delivered(board(world), *range(20, 40)),
    ]  # fmt: skip
    (row,) = rows(quality_table(draw(every, "all", Share(12))))
    assert (row["finished"], row["drawn"], row["looked at"]) == (30, 12, 10)
    assert (row["right"], row["missed"], row["wrong-code"], row["wrong"]) == (7, 2, 1, 0)
    assert row["rate of faults"] == 0.3
    # Clopper and Pearson 1934, one side: 3 of 10 and 2 of 10.
    assert row["at most"] == pytest.approx(0.6066, abs=1e-4)
    assert row["missed at most"] == pytest.approx(0.5069, abs=1e-4)


def test_where_nobody_looked_nothing_is_bounded(world: World) -> None:
    (row,) = rows(quality_table(draw(delivered(board(world), 1), "all", Share(5))))
    assert (row["looked at"], row["at most"]) == (0, None)
    (listed,) = rows(sample_table(draw(delivered(board(world), 1), "all", Share(5))))
    assert listed == {"stratum": "all", "cable": "1", "found": "", "by": ""}


def test_quality_control_is_done_by_others_on_finished_reviews(world: World) -> None:
    with pytest.raises(Refused, match="bob does no quality control"):
        world["bob"].check(world.cable)
    world.appoint("bob", "ann", "quality")
    with pytest.raises(Refused, match="nobody checks their own work"):
        world["ann"].check(world.cable)
    world.appoint("ann", "bob", "quality")
    with pytest.raises(Refused, match="needs a reason"):
        world["bob"].check(world.cable, "missed")
    world["bob"].check(world.cable)
    (check,) = world["ann"].state(world.cable).standing.checks
    assert (check.right, check.person, len(check.review)) == (True, "bob", 1)
    assert world["ann"].board(world.cable).complete


def test_a_fault_sends_the_cable_back_with_its_reason_on_the_record(world: World) -> None:
    world.appoint("ann", "bob", "quality")
    world.release()
    world["bob"].check(world.cable, "missed", "a name stands open")
    checked, reopened = world.case.events()[-2:]
    assert (checked.kind, checked.body["fault"], checked.role) == ("check", "missed", "quality")
    assert (reopened.kind, reopened.act) == ("reopen", checked.seq)
    assert checked.remarks == reopened.remarks == {"reason": "a name stands open"}
    assert world["ann"].board(world.cable).stage == "in progress"
    with pytest.raises(Refused, match="not complete"):
        world["bob"].check(world.cable)
    world.decide("ann", "redact", 'text "Quill"')
    world.sign("ann")
    world["bob"].check(world.cable)
    assert [check.right for check in world["ann"].state(world.cable).standing.checks] == [
        False, True,
    ]  # fmt: skip


def test_the_bound_is_the_exact_one() -> None:
    assert at_most(0, 300) == pytest.approx(1 - 0.05 ** (1 / 300))
    assert at_most(0, 300) < 0.01
    assert at_most(5, 5) == 1


def test_the_grammar_knows_the_strata_and_the_faults() -> None:
    assert grammar.BYS == BYS
    assert grammar.FAULTS == FAULTS


# Tables


def test_no_cell_runs_as_a_formula_or_breaks_its_row() -> None:
    table = Table("t", ("a", "b"), (("=1+1", 'two\nlines, "quoted" \x1b[31m'),))
    (_, row) = csv.reader(io.StringIO(as_csv(table)))
    assert row[0] == "'=1+1"
    assert "\n" not in row[1]
    assert "\x1b" not in row[1]


def test_a_page_holds_no_markup_of_its_words() -> None:
    page = as_html(Table("<t>", ("a",), (("<script>x</script>",), (0.5,), (None,)), "note"))
    assert "<script>" not in page
    assert "0.500" in page
    assert "default-src 'none'" in page
