"""Sentences and short labels for the screens. Pure; document text only through ``visible()``."""

from collections.abc import Sequence
from datetime import datetime

from redactor.cable import Cable, Level, Paragraph
from redactor.declass import DatedCable, Status
from redactor.policy import Action, Support, print_code
from redactor.review import Board, Decision, Stage, Verdict, View
from redactor.text import Span, visible
from redactor.ui.sheet import Sheet

LEVEL_WORDS: dict[Level, str] = {
    "U": "UNCLASSIFIED",
    "C": "CONFIDENTIAL",
    "S": "SECRET",
    "TS": "TOP SECRET",
}

STAGE_GLYPHS: dict[Stage, str] = {
    "untouched": "○",
    "in progress": "◐",
    "signed": "◑",
    "differing": "≠",
    "complete": "●",
    "on hold": "!",
    "released": "■",
}

ACTION_WORDS: dict[Action, str] = {
    "release": "release",
    "review": "a person decides",
    "redact": "withhold",
    "refer": "refer",
    "hold": "hold",
}

VERDICT_WORDS: dict[Verdict, str] = {
    "release": "released",
    "redact": "withheld",
    "refer": "referred",
}


def shorten(words: str, length: int) -> str:
    """Give words on one line, with a sign where they were cut."""
    line = " ".join(words.split())
    return line if len(line) <= length else f"{line[: length - 1]}…"


def clock_words(at: datetime | None) -> str:
    """Give a time of day, local."""
    return at.astimezone().strftime("%H:%M:%S") if at else ""


def moment_words(at: datetime) -> str:
    """Give a day and time, local, to the minute."""
    return at.astimezone().strftime("%Y-%m-%d %H:%M")


def banner_words(cable: Cable) -> str:
    """Give a cable's level, controls and captions: ``CONFIDENTIAL//NOFORN SIPDIS``."""
    level = LEVEL_WORDS[cable.level] if cable.level else "NO LEVEL READ"
    banner = "//".join((level, *cable.controls))
    captions = (caption for caption in cable.captions if caption not in cable.controls)
    return visible(" ".join((banner, *captions)))


def name_words(cable: Cable, name: str) -> str:
    """Give the cable's id, or the file's name where it bears none."""
    return visible(cable.id or name.replace("\\", "/").rpartition("/")[2])


def paragraph_words(paragraph: Paragraph) -> str:
    """Name a paragraph: ``Paragraph 3``."""
    return "This paragraph" if paragraph.number is None else f"Paragraph {paragraph.number}"


def status_words(status: Status) -> str:
    """Say what the clock says of a portion: ``classified, frees 2033-12-31``."""
    match status.status:
        case "classified" if status.frees_on:
            return f"classified, frees {status.frees_on}"
        case "classified":
            return "classified, no day frees it"
        case "declassified" if status.frees_on:
            return f"declassified since {status.frees_on}"
        case "refer":
            return "only ever referred, no day frees it"
        case "verify":
            return "a person must verify the date"
        case other:
            return other


def frees_words(dated: DatedCable) -> str:
    """Give the day on which the cable as a whole frees, for a column."""
    overall = dated.overall
    if overall.frees_on:
        return overall.frees_on.isoformat()
    return {"unclassified": "-", "verify": "verify", "refer": "never"}.get(overall.status, "none")


def stage_words(board: Board) -> str:
    """Say how far a cable is: ``signed 1 of 2``."""
    stage = board.stage
    if stage == "signed":
        return f"signed {len(board.state.signatures)} of {board.workflow.reviews}"
    if stage == "released":
        return f"released {board.state.releases[-1].number}"
    return {"differing": "signers differ"}.get(stage, stage)


def codes_words(codes: Sequence[str], support: Support | None = None) -> str:
    """Give codes as a release prints them, ``(b)(1), 1.4(d)``, or ``no code``."""
    return visible(", ".join(print_code(code, support) for code in codes)) or "no code"


def progress_words(view: View, saved: datetime | None, place: str) -> str:
    """Say how far the reviewer is: ``2 of 14 decided · 12 open here · saved 14:02:11``."""
    total, left = len(view.docket.items), len(view.open_items)
    parts = [f"{view.decided:,} of {total:,} decided", f"{left:,} open here"]
    if saved:
        parts.append(f"saved {clock_words(saved)}")
    return " · ".join((*parts, place))


def lines_words(sheet: Sheet, spans: Sequence[Span]) -> str:
    """Name the first and the last line of spans: ``line 4`` or ``lines 4-9``."""
    if not spans:
        return "no line"
    first = sheet.lines.number_at(spans[0].start)
    last = sheet.lines.number_at(max(spans[-1].start, spans[-1].end - 1))
    return f"line {first}" if first == last else f"lines {first}-{last}"


def decision_words(decision: Decision) -> str:
    """Say in a line what was decided, by whom and when."""
    words = VERDICT_WORDS[decision.verdict]
    if decision.verdict == "redact":
        hidden = ", the code not printed" if decision.suppress_code else ""
        words += f" under {codes_words(decision.codes, decision.support)}{hidden}"
    if decision.support.agency:
        words += f" to {visible(decision.support.agency)}"
    return f"{words}, by {visible(decision.person)}, {moment_words(decision.at)}"
