"""Cutting a line of the head on which several fields stand into one row for each."""

from itertools import pairwise

from redactor.cable.banner import read_banner, read_captions
from redactor.cable.labels import GLUED, Label, glued_at, label_at
from redactor.cable.rows import Row


def part_row(row: Row, label: Label | None, above: Label | None) -> list[Row]:
    """Give a row, cut where further fields start in it.

    ``label`` is its own, ``above`` that of the field it may go on with. A line of captions or a
    classification line can have the text's whole head glued to it.
    """
    if label is not None and label not in GLUED:
        return [row]
    cuts = _cuts(row.text, label, label or (None if row.after_blank else above))
    return [row] if not cuts else _cut(row, cuts)


def _cuts(line: str, label: Label | None, owner: Label | None) -> tuple[int, ...]:
    cuts = glued_at(line, owner) if owner is not None and owner in GLUED else ()
    if cuts and label is not None and label_at(line) == cuts[0]:
        cuts = cuts[1:]
    return _behind_class(line) if not cuts and label is None else cuts


def _behind_class(line: str) -> tuple[int, ...]:
    cuts = glued_at(line, "caption")
    if not cuts:
        return ()
    front = line[: cuts[0]].strip()
    return cuts if read_captions(front) or read_banner(front) else ()


def _cut(row: Row, cuts: tuple[int, ...]) -> list[Row]:
    return [
        Row(part, row.start + start, row.start + start + len(part), row.after_blank and not start)
        for start, end in pairwise((0, *cuts, len(row.text)))
        if (part := row.text[start:end].rstrip())
    ]
