"""Policies built from a few lines, and cables proposed under them."""

from datetime import date
from textwrap import dedent, indent

from redactor.cable import Cable
from redactor.declass import date_cable
from redactor.policy import Basis, Policy, Proposal, Proposals, parse_policy, propose

HEAD = 'policy: test\nversion: "1"\ntitle: A test\n'


def rule(name: str, when: str, action: str, **more: str) -> str:
    """Write one rule of a policy."""
    lines = [
        f"- id: {name}",
        f"  title: Title of {name}",
        f"  when: {{{when}}}",
        f"  propose: {action}",
        f"  because: Because of {name}.",
        "  cite: 1 USC 1",
        *(f"  {key}: {value}" for key, value in more.items()),
    ]
    return "\n".join(lines) + "\n"


def policy(*rules: str, lists: str = "", exceptions: str = "") -> Policy:
    """Make a policy of these rules."""
    text = HEAD + (f"lists: {lists}\n" if lists else "")
    text += "rules:\n" + indent(dedent("".join(rules)), "  ")
    if exceptions:
        text += "exceptions:\n" + indent(dedent(exceptions), "  ")
    return parse_policy(text.encode(), "t")


def proposed(
    cable: Cable, under: Policy, as_of: str = "2026-11-23", basis: Basis = "foia"
) -> Proposals:
    """Propose for a cable."""
    return propose(date_cable(cable, date.fromisoformat(as_of)), under, basis)


def pieces(proposals: Proposals, cable: Cable) -> list[tuple[str, str]]:
    """Give the text and action of each piece with content."""
    return [(item.span.cut(cable.text), item.action) for item in content(proposals)]


def content(proposals: Proposals) -> list[Proposal]:
    """Give the items that are to be decided."""
    return [item for item in proposals.items if item.content]
