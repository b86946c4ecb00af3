"""How often Python's collector of circular garbage looks around, for every command."""

import gc

_NEW_VALUES = 50_000


def rest_collector() -> None:
    """Let the collector look less often, and never again at what was imported.

    A cable and what is said of it are trees of values that end their life without it; with
    Python's own settings it would look at each value twice while a folder is read.
    """
    gc.freeze()
    gc.set_threshold(_NEW_VALUES, 20, 50)
