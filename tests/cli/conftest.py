"""An invented cable, and the program run as a user runs it: by name, in a process of its own."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.policy_texts import POLICY

CABLE = """\
VZCZCXRO0042
PP RUEHC
DE RUEHZE #0641/01 2001728
ZNY CCCCC ZZH
P 181728Z JUL 08
FM AMEMBASSY ZENDA
TO RUEHC/SECSTATE WASHDC PRIORITY 4649
INFO RUEHST/AMEMBASSY STRELSAU 0012
BT
C O N F I D E N T I A L SECTION 01 OF 02 ZENDA 000641

SIPDIS

E.O. 12958: DECL: 07/17/2018
TAGS: PREL, PGOV, RU
SUBJECT: THE KING'S CORONATION AND
THE DUKE'S PLANS

Classified By: Charge d'Affaires F. Tarlenheim, for reasons 1.4 (b) and (d).

1. (C) Summary: The coronation will be held in Strelsau on the day
announced. The Duke was not invited. End summary.

2. (U) The road to the castle is open to the public again after the
repair of its bridge.

ZENDA 00000641  002 OF 002

3. (C) Colonel Sapt asked whether the Embassy would attend. The Charge
said that the Ambassador had accepted.

4. (SBU) The Embassy's phone list will be printed again in August.
TARLENHEIM
"""

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def cable(tmp_path: Path) -> Path:
    """Give the path of the invented cable."""
    path = tmp_path / "08ZENDA641.txt"
    path.write_text(CABLE)
    return path


@pytest.fixture
def redactor(tmp_path: Path) -> Run:
    """Give a function that runs the program in an empty folder."""

    def run(*arguments: str | Path, stdin: str | None = None) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "redactor", *map(str, arguments)],
            cwd=tmp_path,
            capture_output=True,
            text=True,
            input=stdin,
            check=False,
            env={**os.environ, "PYTHONWARNINGS": "error"},
        )

    return run


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    """Give a sound policy."""
    path = tmp_path / "mine.yaml"
    path.write_text(POLICY)
    return path
