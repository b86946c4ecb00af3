"""Citations of statutes: a release prints them, so nothing else may pass for one."""

import re

_SECTION = r"(?:(?:sec\. ?|section |§+ ?)?\d+[0-9a-z]{0,4}(?:[.-]\d+)?(?:\([0-9a-z]{1,4}\)){0,5})"
_CODE = rf"\d{{1,2}}a? (?:U\.?S\.?C\.?|C\.?F\.?R\.?|Stat\.)(?: App\.?)? {_SECTION}"
_LAW = rf"(?:P\.? ?L\.?|Pub\. ?L\.|Public Law) \d{{1,3}}-\d{{1,3}}(?:,? {_SECTION})?"
_ACT = rf"(?:INA|AECA|FS Act|CIA Act|NSA Act|Atomic Energy Act)(?: {_SECTION})?"
_ONE = rf"(?:{_CODE}|{_LAW}|{_ACT})"
_CITATION = re.compile(rf"{_ONE}(?:(?:,|;| and) {_ONE}){{0,7}}", re.IGNORECASE)


def is_citation(words: str) -> bool:
    """Tell whether ``words`` cite statutes and say nothing else: ``8 USC 1202(f), INA 222(f)``."""
    return _CITATION.fullmatch(" ".join(words.split())) is not None
