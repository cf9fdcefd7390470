"""What a pattern begins and ends with, and what it needs, is worked out from it and never denies a match."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.cleaning.rules.patterns import closing, opening, required, required_too

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


@pytest.mark.parametrize(
    "inside", ["a-z", "一-龥", "一-三图", "图", "^图", "^。", r"^\s", r"\d", "\u4e00-\u9fff"]
)
@pytest.mark.parametrize("letter", "a1。图一三水龥鿿")
def test_an_opening_has_the_letters_that_the_class_matches(inside: str, letter: str) -> None:
    """Chinese characters that a pattern does not name are asked for together; those that it names are not."""
    found = opening(f"[{inside}].*")

    assert found is not None
    assert found.has(letter) is (re.match(f"[{inside}]", letter) is not None)


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


ENDS = (r"图?[片照]{0,2}[:：]", r"(?:来源|编?辑)$", r"b\d?", r"(?<![ab])a(?:b|源)(?!1)", r".{0,3}[片照]")


@given(st.sampled_from(ENDS), st.text("ab1:：图片照来源编辑。", min_size=1, max_size=6))
def test_a_match_ends_as_its_closing_says(pattern: str, text: str) -> None:
    last = closing(pattern)
    assert last is not None
    if found := re.search(pattern, text):
        assert last.has(found[0][-1])


@pytest.mark.parametrize("pattern", ["a*", "a.", "(?:a|)b?"])
def test_where_a_match_can_end_with_any_letter_there_is_no_closing(pattern: str) -> None:
    assert closing(pattern) is None


def test_a_pattern_in_two_parts_wants_a_string_of_each() -> None:
    assert required("(?:内容|图片).{0,8}(?:来自网络|转自网络)") == {"来自网络", "转自网络"}
    assert required_too("(?:内容|图片).{0,8}(?:来自网络|转自网络)") == {"内容", "图片"}
    assert required_too("图片.{0,8}") is None


def test_what_may_be_left_out_is_wanted_with_and_without() -> None:
    """A string that holds another one need not be looked for."""
    assert required("来自于?网络?") == {"来自网", "来自于网"}
