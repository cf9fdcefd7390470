"""What is counted for all lines at once is what a look at each line, sign by sign, would count."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from digest.cleaning.text.letters import (
    HALF,
    HAN_SIGN,
    RARE,
    STRAY,
    Characters,
    common,
    counts,
    words,
)
from digest.language.script import HAN

SIGNS = '水库a1,，.。!；" “(”é…\u3000\U00020000😀\n'
LINES = st.lists(st.text(SIGNS, min_size=1, max_size=20), max_size=6)


def firsts(line: str) -> int:
    """Runs between blanks that begin with a letter, an opening quote or bracket left out."""
    signs = (word[1:2] if word[0] in "\"'“‘(" else word[0] for word in line.split())
    return sum(map(str.isalpha, signs))


@given(LINES)
def test_lines_are_counted_as_if_each_were_looked_at_alone(lines: list[str]) -> None:
    expected = [
        (
            len(re.findall(f"[{HAN}]", line)),
            len(re.findall(r"[。！？!?；;]|\.(?=[ ”\"])", line)),
            len(re.findall("[，、,;：:]", line)),
        )
        for line in lines
    ]
    assert counts(Characters.of_lines(lines)) == expected
    assert words(Characters.of_lines(lines)) == [firsts(line) for line in lines]


@given(LINES)
def test_each_line_has_the_kinds_of_its_own_characters(lines: list[str]) -> None:
    found = Characters.of_lines(lines).in_lines()

    for kind in (HAN_SIGN, HALF, STRAY, RARE):
        assert [bool(kinds & kind) for kinds in found] == [Characters(line).has(kind) for line in lines]


@given(st.text(SIGNS, max_size=40))
def test_pairs_of_neighbours_are_counted(text: str) -> None:
    times = Counter(pairwise(text))

    assert Characters(text).pairs() == (len(times), max(times.values(), default=0))


@given(st.text("水库龘a\U00020000", max_size=40))
def test_uncommon_characters_are_those_that_few_papers_use(text: str) -> None:
    han = re.findall(f"[{HAN}]", text)

    looked = Characters(text)

    rare = set(text) - common()
    assert looked.has(RARE) is bool(rare)
    for share in (1, 2, 3):
        assert looked.rarely(share) is (len(rare) * share < len(set(text)))
    assert looked.shares() == (len(han), sum(each not in common() for each in han))


def test_a_text_of_many_characters_may_have_a_few_strange_ones() -> None:
    assert Characters("水库开闸龘").rarely(3)
    assert not Characters("水库开闸龘").rarely(8)
    assert Characters("水库开闸龘" + "龘" * 100).rarely(3)
    assert Characters("水" * 1000 + "库开闸龘").rarely(3)
