"""Statements: what a release says of itself in words that are law; ``statements.toml``."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from redactor.policy import Basis

STATEMENTS = Path(__file__).with_name("statements.toml")


@dataclass(frozen=True, slots=True)
class Statements:
    """The words, each for one basis of review where they differ."""

    struck: str
    """What the tildes round a mark mean."""
    basis: Mapping[Basis, str]
    """Why the review happened."""
    authority: Mapping[Basis, str]
    """Under what the released portions were declassified."""
    segregation: Mapping[Basis, str]
    """How the text was reviewed."""
    appeal: Mapping[Basis, str]
    """How to appeal, where the policy says nothing of it."""


@cache
def statements() -> Statements:
    """Read the statements."""
    return Statements(**tomllib.loads(STATEMENTS.read_text("utf-8")))
