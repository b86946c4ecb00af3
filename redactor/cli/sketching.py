"""Sketching: the past releases of a folder, each with its sketch; new ones on several processes."""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import ExitStack
from functools import cache, partial
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from redactor.cli.batch import stop_at_once
from redactor.cli.past_files import past_bytes, text_of
from redactor.cli.progress import Progress
from redactor.cli.sketchbook import Sketchbook
from redactor.release import Sketch, Sketcher, public_text

_BATCH = 400
"""Files that are read before their sketches are made: this bounds the memory."""
_PART = 40
"""Texts that go to a process at once."""

Watch = Callable[[int], Progress]
"""Shows how far a run over so many files is."""
_Make = Callable[[Iterable[Sequence[str]]], Iterable[list[Sketch]]]


class PastFile(NamedTuple):
    """A past release on disk."""

    path: Path
    digest: str
    """SHA-256 of its bytes, hex."""
    sketch: Sketch


def sketched(
    paths: Sequence[Path], key: bytes, book: Sketchbook, watch: Watch, jobs: int
) -> Iterator[PastFile]:
    """Give each file with its sketch; those that the book does not have are sketched and kept.

    Raises:
        InputFault: when one can't be read.
    """
    with watch(len(paths)) as progress, ExitStack() as stack:
        make: _Make = partial(map, partial(_sketches, key))
        if jobs > 1 and len(paths) > _BATCH:
            pool = ProcessPoolExecutor(jobs, initializer=stop_at_once)
            make = partial(stack.enter_context(pool).map, partial(_sketches, key))
        for start in range(0, len(paths), _BATCH):
            for file in _batch(paths[start : start + _BATCH], book, make):
                progress.step(warned=False)
                yield file


def _batch(paths: Sequence[Path], book: Sketchbook, make: _Make) -> Iterator[PastFile]:
    files = [(path, past_bytes(path)) for path in paths]
    digests = [hashlib.sha256(data).digest() for _, data in files]
    sketches = {digest: sketch for digest in digests if (sketch := book.sketch(digest)) is not None}
    read = zip(digests, files, strict=True)
    new = {digest: text_of(*file) for digest, file in read if digest not in sketches}
    texts = list(new.values())
    parts = (texts[at : at + _PART] for at in range(0, len(texts), _PART))
    made = list(zip(new, chain.from_iterable(make(parts)), strict=True))
    book.keep(made)
    sketches.update(made)
    for path, digest in zip(paths, digests, strict=True):
        yield PastFile(path, digest.hex(), sketches[digest])


def _sketches(key: bytes, texts: Sequence[str]) -> list[Sketch]:
    sketcher = _sketcher(key)
    return [sketcher.sketch(public_text(text).script) for text in texts]


@cache
def _sketcher(key: bytes) -> Sketcher:
    """Give the one that knows the words of the texts before."""
    return Sketcher(key)
