"""What ``p`` shows is what is written: the same code points, under the release's own head."""

import re
from functools import partial
from pathlib import Path

import pytest

from redactor.cli.archive import Archive
from redactor.cli.notary import Notary
from redactor.cli.progress import no_progress
from redactor.cli.publishing import publish
from redactor.policy import Support
from redactor.review import Ruling, Session
from redactor.text import Span
from redactor.ui.widgets.pane import PreviewPane
from tests.ui.driving import pane, watch
from tests.ui.world import CABLE, open_session

HEAD = re.compile(
    r"R-0001\nRELEASE IN PART\n"
    r"(?:Declassified by ann on \d{4}-\d\d-\d\d\nAuthority: [^\n]+\n)?"
    r"(?:Marks between [^\n]+\n[^\n]+\n)?\n"
)
HIDDEN = CABLE.replace(b"two ferries", "two \u202eferries\u200b".encode())
LONG = CABLE.replace(b"two ferries", b"two ferries " * 60)
AT_END = CABLE.replace(b"SAMPLE\nBT\n", b"SAMPLE\n\n\n")


def _decided(folder: Path, data: bytes, words: str) -> Session:
    """Open a case in which all is decided: some words are withheld beside what the rules say."""
    session = open_session(folder, data)
    cable = session.entries[0].sha256
    session.accept(cable)
    text = data.decode()
    at = text.index(words)
    there = (Span(at, at + len(words)),)
    session.decide(cable, Ruling(there, "redact", ("b6",), Support(harm="a private matter")))
    return session


@pytest.mark.parametrize("data", [CABLE, HIDDEN, LONG, AT_END])
@pytest.mark.parametrize("words", ["lighthouse", "PREL, ECON", "The city has two"])
def test_the_preview_is_the_text_that_is_written(tmp_path: Path, data: bytes, words: str) -> None:
    session = _decided(tmp_path, data, words)
    notary, archive = Notary(session), Archive(session, watch=no_progress)
    out = tmp_path / "out"
    write = partial(publish, session, out, notary=notary, archive=archive)
    before, signed, written = watch(
        session, ["enter p", "S y", "W"], partial(pane, kind=PreviewPane), size=(160, 40),
        publish=write,
    )  # fmt: skip
    session.case.close()
    released = (out / "public" / "R-0001" / "release.txt").read_bytes().decode()
    head = HEAD.match(released)
    assert head
    for preview in (before, signed, written):
        assert released == f"{head[0]}{preview}\n"
