"""A small policy and a cable, for the tests of ``redactor policy``."""

_ORIGIN = "origin: 2008-07-18, as_of: 2026-11-23"
POLICY = """\
policy: mine
version: "1"
title: A policy of mine
lists:
  cues: [strictly protect]
rules:
  - id: open-portion
    title: Open portion
    when: {status: [unclassified, declassified]}
    propose: release
    because: It is open.
    cite: 5 USC 552(b)
    examples:
      - {mark: U, overall: C, IN_FORCE, expect: release}
      - {mark: C, IN_FORCE, expect: no-match}
  - id: closed-portion
    title: Closed portion
    when: {status: [classified, refer, verify]}
    propose: review
    because: It is not open.
    cite: 5 USC 552(b)
    examples:
      - {mark: C, IN_FORCE, expect: review}
      - {mark: U, overall: C, IN_FORCE, expect: no-match}
  - id: asked-for
    title: Words that ask for protection
    when: {text: {list: cues}}
    propose: review
    scope: sentence
    because: Someone asks for protection.
    cite: 5 USC 552(b)(6)
    examples:
      - {mark: U, text: Ahmed X (strictly protect) left., NO_DAY, expect: review}
      - {mark: U, text: Ahmed X left., NO_DAY, expect: no-match}
""".replace("IN_FORCE", f"{_ORIGIN}, decl: 2030-01-01").replace("NO_DAY", f"{_ORIGIN}, decl: N/A")
CABLE = """\
C O N F I D E N T I A L ZENDA 000641

1. (U) The castle is open.

2. (U) Rudolf (strictly protect) saw\x1b the moat.
"""
NOTED = f"#| as of 2026-11-23\n{CABLE}#| asked-for, only asked-for\n".replace("\x1b", "")

DELIBERATIVE = """\
  - id: deliberative
    title: Advice
    when: {age: {under: 25, at_request: true}, text: {terms: castle}}
    propose: review
    because: Advice.
    cite: 5 USC 552(b)(5)
"""
