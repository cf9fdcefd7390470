"""Pairs of characters, found in many texts at once."""

from digest.language.alternatives import Pairs as Words
from digest.language.pairs import Pairs, Texts

TEXTS = ["船队返航，船员上岸", "", "岸上无人", "𠮷船员\n上岸", "船", "员工"]


def test_places_are_counted_in_each_text_by_its_own_characters():
    found = list(Pairs(["船员", "上岸", "无"]).find(Texts(TEXTS)))

    assert found == [(0, 5, "船员"), (0, 7, "上岸"), (3, 1, "船员"), (3, 4, "上岸"), (2, 2, "无")]


def test_no_pair_reaches_from_one_text_into_the_next():
    assert not list(Pairs(["船员"]).find(Texts(["一条船", "员工"])))


def test_words_are_found_in_each_of_many_texts_as_in_one():
    """The longest at a place, none inside another."""
    words = Words(["船员", "船员上岸", "上岸", "返航"])

    assert words.find_in_each(Texts(TEXTS)) == [words.find(text) for text in TEXTS]
    assert words.find("船员上岸") == [(0, "船员上岸")]
