"""Whether examples prove a rule."""

from redactor.policy import Trials, parse_policy, read_annotated, unproved
from tests.policy.build import HEAD, policy, rule

DAYS = "origin: 2008-07-18, decl: 2030-01-01, as_of: 2026-11-23"
MATCH = f"{{mark: C, text: The harbour is closed., {DAYS}, expect: review}}"
NO_WORD = f"{{mark: C, text: The end., {DAYS}, expect: no-match}}"
NO_STATUS = f"{{mark: U, overall: C, text: The harbour is closed., {DAYS}, expect: no-match}}"
WHEN = "status: classified, text: {terms: harbour}"


def open_parts(*examples: str, when: str = WHEN, **more: str) -> list[str]:
    """Give the parts that examples do not show."""
    shown = {"examples": f"[{', '.join(examples)}]"} if examples else {}
    under = policy(rule("harbour", when, "review", **shown, **more))
    return [one.part for one in unproved(Trials.of(under))]


def test_an_example_for_each_part_proves_a_rule() -> None:
    assert open_parts(MATCH, NO_WORD, NO_STATUS) == []


def test_a_part_that_no_example_shows_is_named() -> None:
    assert open_parts(MATCH, NO_WORD) == ["status"]
    assert open_parts(MATCH, NO_STATUS) == ["text"]


def test_a_rule_without_examples() -> None:
    assert open_parts() == ["when"]
    assert open_parts(not_shown="{when: Nothing can show it.}") == []


def test_a_part_may_be_excused() -> None:
    assert open_parts(MATCH, NO_WORD, not_shown="{status: It cannot be shown.}") == []


def test_a_needless_excuse_is_told() -> None:
    assert open_parts(MATCH, NO_WORD, NO_STATUS, not_shown="{text: So.}") == ["text"]


def test_a_rule_that_fails_is_not_judged() -> None:
    assert open_parts(NO_STATUS.replace("no-match", "review")) == []


def test_a_limit_of_age_is_shown_on_its_last_year() -> None:
    text = "text: The harbour is closed."
    younger = f"{{mark: U, {text}, origin: 2008-07-18, decl: N/A, as_of: 2026-11-23, expect: %s}}"
    when = "age: {under: 18}, text: {terms: harbour}"
    far = younger.replace("2008", "1990") % "no-match"
    close = younger % "no-match"
    match = younger.replace("2008", "2010") % "review"
    word = younger.replace("harbour", "bridge").replace("2008", "2010") % "no-match"

    assert open_parts(match, far, word, when=when) == ["age.under.year"]
    assert open_parts(match, close, word, when=when) == []


def test_an_exception_is_proved_like_a_rule() -> None:
    lines = [
        HEAD + "rules:",
        rule("harbour", "text: {terms: harbour}", "review", not_shown="{when: Not here.}"),
        "exceptions:",
        "- id: known",
        "  rule: harbour",
        "  when: {text: {terms: harbour}, cable: {id: 08ZENDA641}}",
        "  because: It stands in the newspaper.",
        "  approved_by: [A. One, B. Other]",
        "  approved_on: 2026-01-01",
        "  expires: 2027-01-01",
        f"  examples: [{MATCH}]",
    ]

    under = parse_policy("\n".join(lines).encode(), "t")

    assert [(one.name, one.part) for one in unproved(Trials.of(under))] == [("known", "text")]


def test_a_note_proves_as_an_example_does() -> None:
    shown = f"[{MATCH}, {NO_WORD}]"
    under = policy(rule("harbour", WHEN, "review", examples=shown))
    text = "#| as of 2026-11-23\nC O N F I D E N T I A L ZENDA 000641\n\n1. (U) The harbour.\n"
    cable = read_annotated(f"{text}#| not harbour\n".encode(), "z.txt", ["harbour"])

    assert list(unproved(Trials.of(under, [cable]))) == []
