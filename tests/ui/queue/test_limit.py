"""The language of limits."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redactor.ui.queue.limit import Limit, LimitError, limit_of
from tests.ui.queue.made import summary
from tests.ui.world import MOMENT


def limit(words: str) -> Limit | None:
    return limit_of(words, "ann", lambda: MOMENT)


def lets(words: str, **other: object) -> bool:
    found = limit(words)
    assert found is not None
    return found.lets(summary(**other))


@pytest.mark.parametrize(
    "words",
    ["open", "OPEN", "!done", "state:untouched", "state:unt", "level:c", "level:confidential",
     "from:example", 'from:"port example"', "from:PORT", "tag:prel", "tag:ec", "rule:protected",
     "subject:talks", "id:18port", "frees<2039", "frees<=2038", "frees=2038", "frees:2038",
     "frees>2037", "frees>=2038-03", "frees>=2038-03-15", "frees<=2038-3-15", "date<2019",
     "date:2018-03", "open>9", "open>=10", "open=10", "open<11", "harbor", "HARBÓR",
     '"port example"', "harbor talks", "talks open !flagged !claimed !mine", "18port"],
)  # fmt: skip
def test_a_limit_that_lets_the_cable_through(words: str) -> None:
    assert lets(words)


@pytest.mark.parametrize(
    "words",
    ["done", "!open", "flagged", "claimed", "mine", "state:hold", "level:s", "level:none",
     "from:paris", "tag:col", "tag:on", "rule:nothing", "frees<2038", "frees>2038", "frees>2038-03",
     "frees<2038-03-15", "frees:never", "date>=2018-04", "open>10", "lighthouse", '"talks harbor"',
     "open lighthouse", "flag:mis", "by:bob", "!harbor"],
)  # fmt: skip
def test_a_limit_that_keeps_the_cable_out(words: str) -> None:
    assert not lets(words)


@pytest.mark.parametrize("sign", ["<", "<=", ">", ">=", "="])
@pytest.mark.parametrize("frees", ["never", "none", "-", "verify", ""])
def test_without_a_day_no_comparison_holds(sign: str, frees: str) -> None:
    assert not lets(f"frees{sign}2030", frees=frees)
    assert not lets(f"date{sign}2030", origin="")


def test_words_in_the_place_of_a_day_are_asked_for_by_name() -> None:
    assert lets("frees:never", frees="never")
    assert lets("frees:verify", frees="verify")


def test_done_is_what_leaves_this_person_nothing_to_do() -> None:
    assert lets("done", stage="complete")
    assert lets("done", stage="released")
    assert lets("done", stage="signed", mine_done=True)
    assert lets("open", stage="signed")
    assert lets("open", stage="on hold", decided=12)


def test_who_is_at_work() -> None:
    now, before = MOMENT.isoformat(), (MOMENT - timedelta(hours=1)).isoformat()
    assert lets("claimed !mine by:bo", holder="bob", held_at=now)
    assert not lets("claimed", holder="bob", held_at=before)
    assert lets("claimed mine", holder="ann", held_at=before)
    assert lets("by:cleo", signers="ann, cleo")


def test_flags_by_their_kind() -> None:
    assert lets("flagged flag:mis", flags="mis-marked public-interest")
    assert lets("flag:public-interest", flags="mis-marked public-interest")


def test_a_cable_that_cannot_be_read_has_a_state_of_its_own() -> None:
    assert lets("state:unreadable open", stage=None)
    assert not lets("state:untouched", stage=None)


@pytest.mark.parametrize(
    ("words", "says"),
    [("form:paris", '"form" is nothing to ask for (did you mean from?); there is: state, level'),
     ("zzz:1", '"zzz" is nothing to ask for; there is: state'),
     ("frees<soon", 'frees: "soon" is no day; write 2027, 2027-05 or 2027-05-31'),
     ("frees<2027-13", 'frees: "2027-13" is in no calendar'),
     ("date>=2027-02-30", 'date: "2027-02-30" is in no calendar'),
     ("frees<", "frees< what? Write it without a space in between."),
     ("rule: x", "rule: what?"),
     ("level:x", '"x" is no level; there is: U, C, S, TS, none'),
     ("state:asleep", '"asleep" is no state; there is: untouched, progress'),
     ("from<paris", "from is not compared with <; write from: and a word"),
     ("open>many", 'open: "many" is no number of items; write open>10'),
     ('"port', 'one " is missing'),
     ("open ! flagged", "! stands alone; write it before a term: !open"),
     ("level:\x1b[2J", '"␛[2j" is no level')],
)  # fmt: skip
def test_what_is_wrong_is_told_with_what_there_is(words: str, says: str) -> None:
    with pytest.raises(LimitError) as caught:
        limit(words)
    assert str(caught.value).startswith(says)


@pytest.mark.parametrize("words", ["", "   ", '""'])
def test_no_words_are_no_limit_or_one_that_keeps_nothing_out(words: str) -> None:
    found = limit(words)
    assert found is None or found.lets(summary())


def test_what_was_written_is_shown_without_controls() -> None:
    found = limit("  open \t harbor\x9b ")
    assert found is not None
    assert found.words.startswith("open harbor")
    assert found.words.isprintable()


TERMS = st.sampled_from(["open", "done", "flagged", "harbor", "level:s", "frees<2030", "tag:econ"])
STAGES = st.sampled_from(["untouched", "complete", "on hold", None])


@given(first=TERMS, second=TERMS, stage=STAGES, flags=st.sampled_from(["", "mis-marked"]))
def test_terms_combine_with_and_and_not_turns_each_round(
    first: str, second: str, stage: str | None, flags: str
) -> None:
    one, two = lets(first, stage=stage, flags=flags), lets(second, stage=stage, flags=flags)
    assert lets(f"{first} {second}", stage=stage, flags=flags) == (one and two)
    assert lets(f"!{first}", stage=stage, flags=flags) == (not one)
    assert lets(f"{first} !{second}", stage=stage, flags=flags) == (one and not two)


@given(st.text(max_size=40))
def test_any_text_is_a_limit_or_told_to_be_none(words: str) -> None:
    said = ""
    try:
        found = limit(words)
        said = found.words if found else ""
    except LimitError as fault:
        said = str(fault)
    assert said.isprintable()
