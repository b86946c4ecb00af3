"""Opening a case file, and nothing more: what reads policies is not loaded for that."""

from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from redactor.cli.output import InputFault
from redactor.review import CaseError, CaseFile


@contextmanager
def case_file(options: Namespace, *, create: bool = False) -> Iterator[CaseFile]:
    """Open the case file alone, however damaged its journal is.

    Raises:
        InputFault: when the file can't be used.
    """
    try:
        with CaseFile(Path(options.case), create=create) as case:
            yield case
    except CaseError as fault:
        raise InputFault(str(fault)) from fault
