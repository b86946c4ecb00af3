"""The program run in this process: for tests that give many commands and look at none's start."""

import io
import os
import subprocess
from contextlib import chdir, redirect_stderr, redirect_stdout
from pathlib import Path

from redactor.cli import main
from tests.cli.conftest import Run


def running_in(folder: Path) -> Run:
    """Give a function that runs the program in a folder."""

    def run(*arguments: str | os.PathLike[str]) -> subprocess.CompletedProcess[str]:
        said, told = io.StringIO(), io.StringIO()
        with chdir(folder), redirect_stdout(said), redirect_stderr(told):
            code = main([str(each) for each in arguments])
        return subprocess.CompletedProcess(arguments, code, said.getvalue(), told.getvalue())

    return run
