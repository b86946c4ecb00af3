"""From the registry of actions to the toolkit's bindings."""

from textual.binding import Binding, BindingType

from redactor.ui.actions import ACTIONS, Action, Context, actions_of


def bindings(context: Context) -> list[BindingType]:
    """Give the bindings of a screen.

    Raises:
        ValueError: when two actions of the screen claim one key: the later would silently
            replace the earlier.
    """
    claimed = clashes(actions_of(context))
    if claimed:
        raise ValueError(f"two actions of {context} claim the same key: {', '.join(claimed)}")
    return [
        Binding(key, action.id, action.title, id=f"{action.context}.{action.id}", show=False)
        for action in actions_of(context)
        for key in action.keys
    ]


def clashes(actions: tuple[Action, ...] = ACTIONS) -> tuple[str, ...]:
    """Give the keys that more than one action claims."""
    keys = [key for action in actions for key in action.keys]
    return tuple(sorted({key for key in keys if keys.count(key) > 1}))
