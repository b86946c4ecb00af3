"""release.html: the released text as one accessible page.

Its words are those of release.txt, and no others: what frames a printed page is made by the
style. A passage is wrapped by the reader's window, so that it can be read at any size.
"""

from collections.abc import Iterable

from redactor.release.building import Release
from redactor.release.document import Block, Line, Run
from redactor.release.render.markup import html_page, plain
from redactor.release.render.style import release_style
from redactor.text import element


def release_html(release: Release) -> str:
    """Give the page."""
    title = f"{release.number}: {release.determination.lower()}"
    head, *blocks = release.document
    number, *others = _lines(head)
    lines = "\n".join((element("h1", number), *(element("p", line) for line in others)))
    text = "\n".join(_block(block) for block in blocks)
    body = "\n".join(
        (
            element("header", lines, aria_label="Determination"),
            element("main", text, aria_label="Released text"),
        )
    )
    return html_page(title, release_style(release), body)


def _block(block: Block) -> str:
    name = "h2" if block.role == "heading" else "p"
    return element(name, "<br>\n".join(_lines(block)))


def _lines(block: Block) -> list[str]:
    """Give the lines that are lines on any page, each as HTML."""
    return ["".join(map(_run, _joined(lines))) for lines in block.whole_lines]


def _joined(lines: Iterable[Line]) -> list[Run]:
    """Give the runs of a line that fills some lines of release.txt."""
    runs: list[Run] = []
    for line in lines:
        if runs:
            alike = runs[-1][1:] == line.runs[0][1:]
            _append(runs, runs[-1]._replace(text="\n") if alike else Run("\n"))
        for run in line.runs:
            _append(runs, run)
    return runs


def _append(runs: list[Run], run: Run) -> None:
    """Add a run to a line; it is one with the last where both are alike."""
    if runs and runs[-1][1:] == run[1:]:
        runs[-1] = run._replace(text=runs[-1].text + run.text)
    else:
        runs.append(run)


def _run(run: Run) -> str:
    words = plain(run.text)
    if run.style == "struck":
        return element("s", words)
    if run.style == "marker":
        return element("mark", words, id=f"place-{run.place}")
    return element("span", words, class_="stand-in") if run.style == "stand-in" else words
