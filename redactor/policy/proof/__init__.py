"""Proof: the tools by which the people who own a policy see that it is right.

In: policies, and cables to try them on. Out: values that say what was found, each with its place.
``annotated.py`` and ``testing.py`` try a policy on examples; ``mutation.py`` asks whether they
prove it; ``lint.py`` looks for rules that cannot do what they say; ``explain.py`` tells why a
portion got what it got; ``impact.py`` and ``changes.py`` compare two policies.
"""
