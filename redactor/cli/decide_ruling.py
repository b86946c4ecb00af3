"""From the options of ``redactor decide`` to what they ask for."""

from argparse import Namespace

from redactor.cli.output import InputFault
from redactor.policy import Support, find_code
from redactor.review import (
    Entry,
    Ruling,
    Session,
    Verdict,
    proposing_rule,
    spans_for,
)

_BULK = {"everywhere", "list", "skip"}
_CODES = {"code", "statute", "guide", "topic", "harm"}
_CARRIES: dict[str, set[str]] = {
    "accept_proposals": {"reason", "note"},
    "undo": {"reason"},
    "redo": {"reason"},
    "sign": set(),
    "release": {"reason", "note", "code", *_BULK},
    "redact": {*_CODES, *_BULK, "segregable", "suppress_code", "reason", "note"},
    "refer": {"agency", "reason", "note", *_BULK},
    "notify": {"agency", "due"},
    "deny": {*_CODES, "agency", "reason"},
    "no_objection": {"agency", "reason"},
    "note_at": {"note"},
    "split": set(),
    "join": set(),
    "flag": {"at"},
    "unflag": {"reason"},
    "attest": {"reason"},
    "approve": {"reason"},
    "check": {"reason"},
    "clear": {"reason", "past"},
    "unclear": {"reason"},
    "reopen": {"reason"},
    "hold": {"reason"},
    "lift_hold": {"reason"},
    "claim": {"note"},
    "unclaim": set(),
}
"""What each act can carry: an option that would be dropped is a mistake to tell."""


def given_act(options: Namespace) -> str:
    """Name the one act that the options ask for."""
    (act,) = [name for name in _CARRIES if getattr(options, name) not in (None, False)]
    return act


def check_options(options: Namespace) -> None:
    """Refuse options that the act would drop.

    Raises:
        InputFault: naming them.
    """
    given = {name for carried in _CARRIES.values() for name in carried if getattr(options, name)}
    act = given_act(options)
    astray = sorted(given - _CARRIES[act])
    if astray:
        flags = ", ".join(_flag(name) for name in astray)
        raise InputFault(f"{flags} has no meaning with {_flag(act)}; leave it out")
    if (options.list or options.skip) and not options.everywhere:
        raise InputFault("--list and --except go with --everywhere; add it")


def _flag(name: str) -> str:
    return "--except" if name == "skip" else f"--{name.replace('_', '-')}"


def codes_of(options: Namespace) -> tuple[str, ...]:
    """Give the codes, each once."""
    return tuple(dict.fromkeys(find_code(code.strip()) for code in options.code))


def support_of(options: Namespace) -> Support:
    """Give what a decision carries beside its codes."""
    return Support(
        statute=options.statute, guide=options.guide, topic=options.topic, harm=options.harm,
        agency=options.agency,
    )  # fmt: skip


def remarks_of(options: Namespace) -> dict[str, str]:
    """Give the free words: kept apart from the journal, and classified."""
    return {kind: words for kind in ("reason", "note", "segregable")
            if (words := getattr(options, kind))}  # fmt: skip


def ruling_of(desk: Session, entry: Entry, options: Namespace) -> Ruling:
    """Give the ruling that the options ask for."""
    verdict, spec = _verdict(options)
    docket = desk.docket(entry.sha256)
    spans = spans_for(docket, spec)
    return Ruling(
        spans=spans,
        verdict=verdict,
        codes=codes_of(options),
        support=support_of(options),
        rule=proposing_rule(docket, spans, verdict),
        suppress_code=options.suppress_code,
        remarks=remarks_of(options),
    )


def agency_of(options: Namespace) -> str:
    """Give the agency.

    Raises:
        InputFault: when none is named.
    """
    agency: str | None = options.agency
    if agency is None:
        act = _flag(given_act(options))
        raise InputFault(f"{act} needs --agency: name the agency of the referral")
    return agency


def _verdict(options: Namespace) -> tuple[Verdict, str]:
    if options.release is not None:
        return "release", options.release
    if options.redact is not None:
        return "redact", options.redact
    agency_of(options)
    return "refer", options.refer
