"""What differs between two policies, rule by rule: for impact, and for a case that changes its own.

Only names are given: of rules, exceptions, lists and settings, and of the keys that differ.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Literal, NamedTuple

from redactor.policy.load import Policy
from redactor.policy.model import BASES
from redactor.policy.when import When

Kind = Literal["added", "removed", "changed"]
What = Literal["setting", "rule", "exception"]


_MANY = 3


class PolicyChange(NamedTuple):
    """One difference between an old policy and a new one."""

    what: What
    name: str
    """Id of the rule or exception, or the name of the setting."""
    kind: Kind
    keys: tuple[str, ...] = ()
    """What changed inside: ``when``; ``list honorifics`` when a list that it names did. Of a
    setting, its values: ``2 -> 1``."""

    @property
    def telling(self) -> str:
        """Say it in words."""
        keys = f": {', '.join(self.keys)}" if self.keys else ""
        return f"{self.what} {self.name} {self.kind}{keys}"


def told_changes(changes: Iterable[PolicyChange]) -> Iterator[str]:
    """Say changes in words; many that are alike in one sentence."""
    alike: dict[tuple[What, Kind, tuple[str, ...]], list[str]] = {}
    for one in changes:
        alike.setdefault((one.what, one.kind, one.keys), []).append(one.name)
    for (what, kind, keys), names in alike.items():
        if len(names) < _MANY or what == "setting":
            yield from (PolicyChange(what, name, kind, keys).telling for name in names)
        else:
            inside = f" in {', '.join(keys)}" if keys else ""
            yield f"{len(names)} {what}s {kind}{inside}: {', '.join(names)}"


def policy_changes(old: Policy, new: Policy) -> tuple[PolicyChange, ...]:
    """List what differs: settings first, then rules, then exceptions, each by its name."""
    return (
        *_settings_changed(_settings(old), _settings(new)),
        *_differing("rule", _rules(old), _rules(new)),
        *_differing("exception", _exceptions(old), _exceptions(new)),
    )


def _settings(policy: Policy) -> dict[str, object]:
    workflow = policy.workflow
    return {
        "name": policy.name,
        "version": policy.version,
        "title": policy.title,
        "reviews": workflow.reviews,
        "blind_second": workflow.blind_second,
        "amount": policy.amount,
        "office": policy.office,
        **{f"appeal under {basis}": policy.appeal.get(basis) for basis in BASES},
    }


def _settings_changed(
    old: Mapping[str, object], new: Mapping[str, object]
) -> Iterator[PolicyChange]:
    for name, was in old.items():
        if was != new[name]:
            turned = " -> ".join("none" if value in {None, ""} else str(value)
                                 for value in (was, new[name]))  # fmt: skip
            yield PolicyChange("setting", name, "changed", (turned,))


def _rules(policy: Policy) -> dict[str, dict[str, Any]]:
    return {
        rule.hit.id: rule.entry.model_dump() | _named_lists(rule.when, policy)
        for rule in policy.rules
    }


def _exceptions(policy: Policy) -> dict[str, dict[str, Any]]:
    return {
        one.id: one.entry.model_dump() | _named_lists(one.entry.when, policy)
        for one in policy.exceptions
    }


def _named_lists(when: When, policy: Policy) -> dict[str, Any]:
    names = {name for words in when.words()
             for name in (*filter(None, [words.listed]), *(words.unless or ()))}  # fmt: skip
    return {f"list {name}": frozenset(policy.lists[name]) for name in names}


def _differing(
    what: What, old: Mapping[str, Mapping[str, Any]], new: Mapping[str, Mapping[str, Any]]
) -> Iterator[PolicyChange]:
    for name in sorted({*old, *new}):
        if name not in new:
            yield PolicyChange(what, name, "removed")
        elif name not in old:
            yield PolicyChange(what, name, "added")
        elif old[name] != new[name]:
            every = dict.fromkeys((*old[name], *new[name]))
            keys = tuple(key for key in every if old[name].get(key) != new[name].get(key))
            yield PolicyChange(what, name, "changed", keys)
