"""Words of Chinese and English, looked up: the same that one pattern of them all would find."""

from __future__ import annotations

import re

from hypothesis import example, given
from hypothesis import strategies as st

from digest.language import alternatives
from digest.language.mixed import Words

RUN = re.compile(r"\w+")
WORDS = ("死", "死亡", "辞职", "quit", "set-up", "pay", "pay cut")


def by_pattern(text: str) -> list[tuple[int, str]]:
    looked = re.compile(
        alternatives.pattern(
            WORDS,
            starts=lambda letter: rf"(?<!\w{letter})" if letter.isascii() else "",
            ends=lambda word: r"\b" if word.isascii() else "",
        )
    )
    return [(found.start(), found.group()) for found in looked.finditer(text)]


@given(st.lists(st.sampled_from([*WORDS, " ", "s", "者", "-", "_", "亡"]), max_size=8).map("".join))
@example("the pay cuts, the pay cut and the set-up")
@example("他quit了，死者死亡 quit")
def test_words_of_two_languages_are_found_as_one_pattern_finds_them(text: str):
    """English ones whole, the longest at a place, a single character where no other word has it."""
    assert Words(WORDS, RUN).find(text) == by_pattern(text)


def test_a_text_of_chinese_words_only_need_not_be_looked_through_for_others():
    words = Words(WORDS, RUN)

    assert words.only_chinese("他辞职后离开", latin=False)
    assert not words.only_chinese("死了三人", latin=False)
    assert not words.only_chinese("he quit", latin=True)
    assert words.only_chinese("quite", latin=True)
