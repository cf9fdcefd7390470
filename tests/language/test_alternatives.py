"""One pattern for many words finds what trying them one by one, the longest first, would find."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from digest.language import alternatives

WORDS = st.sets(st.text("ab北大.", min_size=1, max_size=4), min_size=1, max_size=8)


def found(pattern: str, text: str) -> list[str]:
    return [match.group() for match in re.finditer(pattern, text)]


@given(WORDS, st.text("ab北大.", max_size=20))
def test_the_longest_word_at_a_place_is_found(words: set[str], text: str):
    one_by_one = "|".join(re.escape(word) for word in sorted(words, key=lambda word: -len(word)))

    assert found(alternatives.pattern(words), text) == found(one_by_one, text)


@given(
    st.sets(st.text("ab北大.", min_size=2, max_size=4), min_size=1, max_size=8),
    st.text("ab北大.", max_size=20),
)
def test_pairs_find_what_a_pattern_finds(words: set[str], text: str):
    by_pattern = [(match.start(), match.group()) for match in re.finditer(alternatives.pattern(words), text)]

    assert alternatives.Pairs(words).find(text) == by_pattern


def test_no_words_are_found_nowhere():
    assert found(alternatives.pattern([]), "Lin Mei") == []


def test_a_shorter_word_is_found_where_the_longer_does_not_hold():
    whole = alternatives.pattern(["Lin", "Lin Mei"], ends=lambda word: "(?![a-z])")

    assert found(whole, "Lin Meier, Lin Mei, Linda") == ["Lin", "Lin Mei"]


def test_a_word_that_must_start_somewhere_is_not_found_elsewhere():
    apart = alternatives.pattern(["ban", "and"], starts=lambda letter: rf"(?<!\w{letter})")

    assert found(apart, "ban the band and husband") == ["ban", "ban", "and"]
