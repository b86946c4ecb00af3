"""``redactor policy``: check, try, lint and explain policies, and see what a change would do."""

from argparse import Namespace
from importlib import import_module


def run(options: Namespace) -> int:
    """Run one of its actions; only that one's module is imported."""
    module = import_module(f"redactor.cli.policy_{options.action}")
    code: int = module.run(options)
    return code
