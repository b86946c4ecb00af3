"""What changes for one cable between two days, and the JSON contract of ``inspect --compare``.

Keys may be added, never renamed.
"""

from datetime import date

from redactor.cli.inspect_contract import Json, day
from redactor.declass import Change, DatedCable, Status, compare


def changes(dated: DatedCable, then: date) -> tuple[Change, ...]:
    """Give what changes from the day of ``dated`` to ``then``: the whole cable, then paragraphs.

    ``then`` may lie before the as-of day: the before is always the as-of day's.
    """
    found = compare(dated.cable, dated.as_of, then)
    both = [change for change in (found.overall, *found.portions) if change.is_changed]
    if found.earlier == dated.as_of:
        return tuple(both)
    return tuple(Change(one.place, one.after, one.before) for one in both)


def comparing(path: str, dated: DatedCable, then: date) -> Json:
    """Give what changes for a cable from the day of ``dated`` to ``then``."""
    found = changes(dated, then)
    overall = next((change for change in found if change.place is None), None)
    return {
        "path": path,
        "id": dated.cable.id,
        "sha256": dated.cable.sha256,
        "from": dated.as_of.isoformat(),
        "to": then.isoformat(),
        "changed": bool(found),
        "overall": _sides(overall) if overall else None,
        "paragraphs": [_paragraph(dated, change) for change in found if change.place is not None],
    }


def _paragraph(dated: DatedCable, change: Change) -> Json:
    paragraph = dated.cable.paragraphs[change.place or 0]
    return {
        "place": change.place,
        "number": paragraph.number,
        "start": paragraph.span.start,
        "end": paragraph.span.end,
        "level": paragraph.effective_level,
        **_sides(change),
    }


def _sides(change: Change) -> Json:
    """Give one portion on both days, and the step that decides on the second."""
    return {
        "before": _side(change.before),
        "after": _side(change.after),
        "because": change.after.why[-1],
    }


def _side(status: Status) -> Json:
    return {
        "status": status.status,
        "frees_on": day(status.frees_on),
        "rule": status.rule,
        "flags": list(status.flags),
    }
