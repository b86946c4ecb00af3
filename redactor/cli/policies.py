"""Policies on the command line: the one that is named, and the one that goes to a process."""

from functools import cache
from typing import NamedTuple

from redactor.cli.output import InputFault
from redactor.policy import (
    DEFAULT_POLICY,
    Policy,
    PolicyError,
    find_policy,
    load_policy,
    parse_policy,
)


def policy_from(name: str | None) -> Policy:
    """Load a policy by path or shipped name; the default one where none is named.

    Raises:
        InputFault: with one line for each fault of the file.
    """
    try:
        return load_policy(find_policy(DEFAULT_POLICY if name is None else name))
    except PolicyError as fault:
        raise InputFault(str(fault)) from fault


class SentPolicy(NamedTuple):
    """A policy as it goes to another process, where it is compiled once."""

    data: bytes
    name: str

    @classmethod
    def of(cls, policy: Policy) -> "SentPolicy":
        """Pack a policy."""
        return cls(policy.data, policy.ref.name)

    @property
    def policy(self) -> Policy:
        """The policy, compiled."""
        return _compiled(self)


@cache
def _compiled(sent: SentPolicy) -> Policy:
    return parse_policy(sent.data, sent.name)
