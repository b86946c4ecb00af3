"""Sketches: what may share a passage is let through, and nothing can be read from them."""

from hypothesis import given
from hypothesis import strategies as st

from redactor.release import Sketcher, may_share, public_text
from redactor.release.past.script import Script
from tests.release.past.planting import OTHERS, plain, text

KEY = b"one"
_WORDS = st.lists(st.sampled_from(" ".join(OTHERS).split()), min_size=8, max_size=60)


@given(_WORDS, _WORDS, _WORDS)
def test_texts_with_the_same_sentence_may_share_a_passage(
    sentence: list[str], before: list[str], after: list[str]
) -> None:
    shared = " ".join(word.strip(".,").lower() for word in sentence) + "."
    one = Script(f"{' '.join(before).rstrip('.,')}. {shared} {' '.join(after)}")
    sketcher = Sketcher(KEY)
    assert may_share(sketcher.sketch(Script(f"Of late. {shared}")), sketcher.wanted(one))


def test_unrelated_texts_share_nothing() -> None:
    sketcher = Sketcher(KEY)
    one, other = Script(" ".join(OTHERS[:6])), Script(" ".join(OTHERS[6:12]))
    assert not may_share(sketcher.sketch(one), sketcher.wanted(other))


def test_another_key_gives_another_sketch() -> None:
    script = Script(" ".join(OTHERS[:6]))
    assert not may_share(Sketcher(KEY).sketch(script), Sketcher(b"two").wanted(script))


def test_a_passage_that_is_nearly_all_withheld_is_found_by_the_words_beside_the_hole() -> None:
    sentence = str(plain("Marta Quillon"))
    hole = " ".join(sentence.split()[6:-6])
    public = public_text(sentence.replace(hole, "[2-5 lines denied: (b)(6)]"))
    sketcher = Sketcher(KEY)
    said = text(plain("Marta Quillon")).said()
    assert may_share(sketcher.sketch(public.script), sketcher.wanted(said.script))
