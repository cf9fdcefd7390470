"""What a pattern can begin with is worked out from it, and never denies a match."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.cleaning.patterns import opening

PATTERNS = (
    r"图?[片照]{0,2}[:：]", r"[\s【]*(?:来源|(?=图)图|编?辑)",
    r"\d+a|[^ab]b", r"^(?!ab)a?b+", r"\bab|\W\S", r"[\u4e00-\u9fff]{2}",
)  # fmt: skip


@given(st.sampled_from(PATTERNS), st.text("ab1:：【 图片照来源编辑。", min_size=1, max_size=6))
def test_a_match_begins_as_its_opening_says(pattern: str, text: str) -> None:
    found = opening(pattern)
    assert found is not None
    if re.match(pattern, text):
        assert found.has(text[0])


def test_a_letter_that_begins_no_match_is_told() -> None:
    found = opening(r"[\s【]*(?:来源|编?辑)")
    assert found is not None
    told = [letter for letter in "来编辑【 源a" if found.has(letter)]
    assert told == list("来编辑【 ")


@pytest.mark.parametrize("pattern", ["a*", ".b", "(?i:a)b", "(?:a|)b?", r"(a?)\1"])
def test_where_any_letter_can_begin_a_match_there_is_no_opening(pattern: str) -> None:
    assert opening(pattern) is None


@given(st.sampled_from(PATTERNS), st.sampled_from(PATTERNS), st.sampled_from("ab1【 图来"))
def test_alternatives_begin_as_either_does(one: str, other: str, letter: str) -> None:
    first, second, both = opening(one), opening(other), opening(f"{one}|{other}")
    assert first is not None
    assert second is not None
    assert both is not None

    assert (first | second).has(letter) is both.has(letter) is (first.has(letter) or second.has(letter))
