"""Cables and policies drawn at random, small enough to be looked through by hand."""

from collections.abc import Callable
from dataclasses import replace

from hypothesis import strategies as st

from redactor.cable import Cable
from redactor.policy import Policy
from tests.declass.build import Part, build, mark, para
from tests.policy.build import policy, rule

PARTS: tuple[Callable[[], Part], ...] = (
    lambda: para("1. (C) The minister met Ahmed Hassan.\n"),
    lambda: para("2. (U) Strictly pro-\ntect him (Hassan).\n", "U"),
    lambda: para("3. (S//NF) The minister, Zoë, left.\n", "S", "NOFORN"),
    lambda: para("4. Nothing.\n", "C", source="assumed-overall"),
    lambda: para("¶5. (C) The STRASSE and the Straße.\n<<POST 00001 003 OF 003>>\nHe left.\n"),
    lambda: para("6. (C) Min-\n\nister Hаssan.\n<<POST 00001 003 OF 003>>\n", "C", "RD"),
    lambda: Part("subject", "SUBJECT: MINISTER HASSAN\n", mark("U")),
    lambda: Part("header", "FM SOMEWHERE\n"),
    lambda: Part("blank", "\n"),
    lambda: Part("furniture", "POST 00001 002 OF 002\n"),
)
LEAVES = (
    "field: body",
    "status: [classified, unclassified]",
    "marking: {level: C}",
    "marking: {controls: {any: NOFORN}}",
    "age: {over: 20}",
    "age: {under: 20, at_request: true}",
    "tags: [PREL]",
    "tags: [CVIS]",
    "captions: EXDIS",
    "instruction: {kind: date}",
    "instruction: {flags: date-over-25-years}",
    "cable: {level: C}",
    "cable: {portions: unclassified}",
    "text: {terms: [minister, hassan]}",
    "text: {terms: strictly protect}",
    "text: {terms: nowhere}",
    "text: {pattern: '[A-Z][a-z]+ Hassan'}",
    "text: {pattern: '[^.]+'}",
    "text: {pattern: '^[A-Z]'}",
    "text: {pattern: '[A-Z][a-z]+', near: {terms: hassan, words: 3}}",
    "text: {terms: hassan, far: {pattern: 'Ahmed', words: 2}}",
    "text: {terms: minister, near: {terms: [hassan, protect], words: 4, side: after}}",
    "text: {terms: [protect, left, 'straße'], near: {pattern: '[A-Z]+', words: 1}}",
    "text: {list: names, unless: small}",
    "text: {pattern: '[A-Z][a-z]+(?: [A-Z][a-z]+)*', unless: [small, names]}",
    "text: {pattern: '[a-z]\\b[^a-z]{1,3}$'}",
)
WHENS = st.recursive(
    st.sampled_from(LEAVES),
    lambda inner: st.one_of(
        inner.map("not: {{{}}}".format),
        st.lists(inner, min_size=1, max_size=3).map(
            lambda many: "any: [" + ", ".join(f"{{{one}}}" for one in many) + "]"
        ),
        st.lists(inner, min_size=1, max_size=3).map(
            lambda many: "all: [" + ", ".join(f"{{{one}}}" for one in many) + "]"
        ),
    ),
    max_leaves=5,
)


@st.composite
def cables(draw: st.DrawFn) -> Cable:
    made = [part() for part in draw(st.lists(st.sampled_from(PARTS), max_size=7))]
    origin = draw(st.sampled_from(["1999-01-02", "2008-07-18", None]))
    decl = draw(st.sampled_from(["DECL: 07/17/2018", "OADR", "DECL: 01/01/2050"]))
    tags = draw(st.sampled_from([("PREL",), ("CVIS", "KPAO"), ()]))
    return replace(build(*made, origin=origin, decl=decl), tags=tags)


_LISTS = "{names: [Ahmed Hassan, hassan, ZOE], small: [the, he, Ahmed]}"
_MORE = {
    "redact": {"codes": "{foia: [b1, from-cable], mdr: from-cable}"},
    "refer": {"agency": "DOE"},
}


@st.composite
def rules(draw: st.DrawFn, name: str) -> str:
    """Draw a rule; what it may not say is left out."""
    when = draw(WHENS)
    action = draw(st.sampled_from(["release", "review", "redact", "refer", "hold"]))
    more = dict(_MORE.get(action, {}))
    worded = "text:" in when and not {"any:", "not:"} & set(when.replace("{", " ").split())
    scopes = ["match", "line", "sentence", "paragraph"] if worded else ["paragraph"]
    more["scope"] = draw(st.sampled_from(scopes if action == "release" else [*scopes, "cable"]))
    if action != "release" and more["scope"] == "match" and draw(st.booleans()):
        more["every_mention"] = "true"
    if draw(st.integers(0, 5)) == 0:
        more["expires"] = "2015-05-05"
    return rule(name, when, action, **more)


@st.composite
def policies(draw: st.DrawFn) -> Policy:
    """Draw a policy of a few rules, some of them with an exception."""
    drawn = [draw(rules(f"r{number}")) for number in range(draw(st.integers(1, 4)))]
    excepted = [f"r{i}" for i, one in enumerate(drawn) if "propose: release" not in one]
    written = "".join(
        f"- id: x-{name}\n  rule: {name}\n  when: {{{draw(WHENS)}}}\n"
        "  because: So it was agreed.\n  approved_by: [A. One, B. Two]\n"
        "  approved_on: 2004-01-01\n  expires: 2030-01-01\n"
        for name in excepted
        if draw(st.integers(0, 3)) == 0
    )
    return policy(*drawn, lists=_LISTS, exceptions=written)
