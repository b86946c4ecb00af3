"""The policy named on the command line, or the default one."""

from redactor.cli.output import InputFault
from redactor.policy import DEFAULT_POLICY, Policy, PolicyError, find_policy, load_policy


def policy_from(name: str | None) -> Policy:
    """Load a policy by path or shipped name.

    Raises:
        InputFault: with one line for each fault of the file.
    """
    try:
        return load_policy(find_policy(name or DEFAULT_POLICY))
    except PolicyError as fault:
        raise InputFault(str(fault)) from fault
