"""Faces: what a stage offers to others, imported when it is asked for.

A stage's ``__init__.pyi`` says what the stage offers and where that stands, for people, for type
checkers, and for this module. So the names stand once, and each command pays at its start for
what it uses: who shows a cable need not wait for the libraries that sign releases.
"""

import re
from collections.abc import Callable
from importlib import import_module
from pathlib import Path

_IMPORT = re.compile(r"^from (redactor[\w.]*) import (?:\(([^)]*)\)|(.*))$", re.MULTILINE)
_NAME = re.compile(r"(\w+)(?: as (\w+))?")

Offer = Callable[[str], object]


def offers(stub: str) -> dict[str, tuple[str, str]]:
    """Read a stub: the module of each name that a face offers, and the name it has there.

    Args:
        stub: text of an ``__init__.pyi`` that has only imports and ``__all__``.
    """
    return {
        alias or name: (module, name)
        for module, many, few in _IMPORT.findall(stub)
        for name, alias in _NAME.findall(many or few)
    }


def face(package: str, init: str) -> tuple[Offer, list[str]]:
    """Give a package its ``__getattr__`` and its ``__all__``.

    Args:
        package: its ``__name__``.
        init: its ``__file__``.
    """
    homes = offers(Path(init).with_suffix(".pyi").read_text(encoding="utf-8"))

    def offer(name: str) -> object:
        if name not in homes:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        module, original = homes[name]
        return getattr(import_module(module), original)

    return offer, sorted(homes)
