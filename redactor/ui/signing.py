"""What a signature covers, said before it is given: counts, warnings, leaks, differences. Pure."""

from collections import Counter
from collections.abc import Iterator, Sequence

from redactor.release import Amount, Leak, compose, find_leaks, fixes_for
from redactor.review import Board, Fix, View, lacks_segregability, triggers
from redactor.text import plural, visible
from redactor.ui.keymap import Keymap
from redactor.ui.sayings import Saying
from redactor.ui.sheet import DECIDED, GLYPHS, Sheet
from redactor.ui.status import mode_words
from redactor.ui.words import VERDICT_WORDS, codes_words, lines_words

_SHOWN = 5
"""How many of a kind are named."""


def leaks_in(sheet: Sheet, amount: Amount) -> tuple[Leak, ...]:
    """Look for what is withheld in what is released. It takes time on a long cable.

    Args:
        sheet: the cable as this person sees it.
        amount: whether the policy's markers tell the extent.
    """
    cable, painting = sheet.view.docket.cable, sheet.view.painting
    pieces = compose(cable, painting, amount=amount, undecided="mark")
    return find_leaks(cable, painting, pieces)


def mending(sheet: Sheet, leaks: Sequence[Leak]) -> tuple[Fix, ...]:
    """Give the proposals that would mend what was found."""
    return fixes_for(sheet.view.docket.cable, sheet.view.painting, leaks)


def before_signing(
    board: Board, sheet: Sheet, leaks: Sequence[Leak], keymap: Keymap
) -> tuple[Saying, ...]:
    """Say what a signature would cover.

    Args:
        board: the cable with all people's work.
        sheet: as this person sees it.
        leaks: what is withheld and was found in what is released.
        keymap: which key does what.
    """
    view = sheet.view
    return (
        Saying(_kind(board, view.desk.person, keymap), "muted"),
        Saying(""),
        *_counts(sheet),
        *_warnings(board, sheet),
        *_leaks(sheet, leaks),
        *_differences(board, sheet),
    )


def _kind(board: Board, person: str, keymap: Keymap) -> str:
    """Say what kind of signature it would be."""
    if board.differences():
        signers = " and ".join(visible(each.person) for each in board.state.signatures)
        return f"{signers} have signed, and differ."
    return f"This is the {mode_words(board, person, keymap)}."


def _counts(sheet: Sheet) -> Iterator[Saying]:
    view = sheet.view
    counts = Counter(part.decision.verdict for part in view.painting)
    for verdict, state in DECIDED.items():
        yield Saying(f"{GLYPHS[state]} {plural(counts[verdict], 'place')} {VERDICT_WORDS[verdict]}")
        if verdict == "redact":
            yield from _codes(sheet)
    yield Saying(f"  {plural(_against(sheet), 'place')} decided against the proposal")
    yield Saying("")


def _codes(sheet: Sheet) -> Iterator[Saying]:
    """Say under which codes how much is withheld, the most used first."""
    codes = Counter(
        codes_words(part.decision.codes, part.decision.support)
        for part in sheet.view.painting
        if part.decision.verdict == "redact"
    )
    for words, count in codes.most_common(_SHOWN):
        yield Saying(f"{count:,} under {words}", "muted", indent=4)
    if len(codes) > _SHOWN:
        yield Saying(f"and {plural(len(codes) - _SHOWN, 'other set')} of codes", "muted", indent=4)


def _against(sheet: Sheet) -> int:
    return sum(
        part.decision.verdict != item.action
        for part in sheet.view.painting
        for item in sheet.items_over(part.span)
        if item.action != "review"
    )


def _warnings(board: Board, sheet: Sheet) -> Iterator[Saying]:
    found = [*_read(sheet), *_law(board, sheet)]
    if found:
        yield Saying("Warnings", "head")
        yield from found
        yield Saying("")


def _read(sheet: Sheet) -> Iterator[Saying]:
    """Say what the reader found wrong with the cable itself."""
    warnings = sheet.view.docket.cable.warnings
    for warning in warnings[:_SHOWN]:
        where = f"line {warning.line}: " if warning.line else ""
        yield Saying(f"! {where}{visible(warning.message)}", "quote")
    if len(warnings) > _SHOWN:
        yield Saying(f"! and {plural(len(warnings) - _SHOWN, 'warning')} more", "quote")


def _law(board: Board, sheet: Sheet) -> Iterator[Saying]:
    """Say what the law asks beside the decisions."""
    view: View = sheet.view
    whole = lacks_segregability(view.docket, view.painting)
    if whole:
        yield Saying(
            f"! Withheld whole, without a word why no part is free: {lines_words(sheet, whole)}.",
            "warn",
        )
    for trigger in triggers(view.docket, board.state, view.painting):
        where = lines_words(sheet, trigger.spans)
        yield Saying(f"! Needs senior approval: {trigger.words} ({where}).", "quote")
    for flag in board.state.standing.flags:
        where = lines_words(sheet, flag.spans) if flag.spans else "the whole cable"
        yield Saying(f"! Flagged {visible(flag.kind)} by {visible(flag.person)}: {where}.", "quote")


def _leaks(sheet: Sheet, leaks: Sequence[Leak]) -> Iterator[Saying]:
    if not leaks:
        yield Saying("Nothing withheld was found again in what is released.", "good")
    for leak in leaks[:_SHOWN]:
        verb = "printed with the statute" if leak.in_marker else "released"
        yield Saying(
            f"! What is withheld at {lines_words(sheet, (leak.withheld,))} is {verb} "
            f"at {lines_words(sheet, (leak.released,))}.",
            "warn",
        )
    if len(leaks) > _SHOWN:
        yield Saying(f"! and {len(leaks) - _SHOWN} more", "warn")


def _differences(board: Board, sheet: Sheet) -> Iterator[Saying]:
    """Say where the signers differ; of a blind first review nothing is told before the second."""
    spans = board.differences()
    if spans:
        yield Saying("")
        yield Saying(
            f"Your signature settles {plural(len(spans), 'place')} where the signers differ: "
            f"{lines_words(sheet, spans)}.",
            "strong",
        )
    elif board.state.signatures and board.workflow.blind_second:
        yield Saying("")
        yield Saying("The first signer's decisions are compared with yours once you sign.", "muted")


def after_signing(board: Board, person: str, write: str, following: str | None) -> str:
    """Say what is still to do.

    Args:
        board: the cable with all people's work.
        person: who signed.
        write: the key that writes a release.
        following: the key that opens the next cable; ``None`` after the last one.
    """
    on = f"{following} opens the next cable" if following else ""
    missing = board.missing(person)
    done = f"still to do: {missing}" if missing else f"complete; {write} writes the release"
    return f"Signed: {', '.join(filter(None, (done, on)))}."
