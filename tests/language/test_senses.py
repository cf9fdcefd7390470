"""What Chinese words mean in English, as stems, for likeness across languages."""

from __future__ import annotations

import pytest

from digest.language.senses import LONGEST_SENSE, MOST_SENSES, senses


@pytest.mark.parametrize(
    ("word", "sense"),
    [
        ("沉没", ("sink",)),
        ("渡轮", ("ferry", "boat")),
        ("离职", ("resign",)),
        # what explains a name is no part of it
        ("首尔", ("seoul",)),
        ("韩国", ("south", "korea")),
    ],
)
def test_a_word_has_the_stems_of_its_senses(word, sense):
    assert sense in senses([word])[word]


def test_a_word_that_the_dictionary_has_not_is_left_out_and_one_has_few_short_senses():
    found = senses(["一", "打", "不", "渡轮翻沉号"])

    assert "渡轮翻沉号" not in found
    assert all(len(each) <= MOST_SENSES for each in found.values())
    assert all(0 < len(sense) <= LONGEST_SENSE for each in found.values() for sense in each)


def test_no_words_have_no_senses():
    assert senses([]) == {}
