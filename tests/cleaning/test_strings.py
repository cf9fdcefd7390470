"""Many strings are found in many lines at once, and exactly those that are there."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from digest.cleaning.rules.strings import Strings

# Few letters, so that strings overlap, begin alike and hold each other; one beyond 16 bits.
TEXTS = st.text("ab编辑 \U00020000", max_size=24)


@given(st.sets(TEXTS.filter(bool), min_size=1, max_size=12), st.lists(TEXTS, max_size=6))
def test_a_string_is_found_in_each_line_that_has_it_and_in_no_other(
    wanted: set[str], lines: list[str]
) -> None:
    assert Strings(wanted).in_lines(lines) == [{each for each in wanted if each in line} for line in lines]


def test_a_string_does_not_reach_over_a_line_break() -> None:
    assert Strings(["编辑"]).in_lines(["编", "辑"]) == [set(), set()]


def test_characters_alike_in_sixteen_bits_are_told_apart() -> None:
    """Hashes are of sixteen bits; these two share theirs."""
    one, other = "\u4e00", "\U00014e00"
    assert Strings([one]).in_lines([other, one]) == [set(), {one}]
