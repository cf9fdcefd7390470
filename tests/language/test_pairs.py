"""Pairs of characters, found in many texts at once."""

from hypothesis import example, given
from hypothesis import strategies as st

from digest.language.alternatives import Pairs as Words
from digest.language.pairs import Pairs, Texts

TEXTS = ["船队返航，船员上岸", "", "岸上无人", "𠮷船员\n上岸", "船", "员工"]


def found(pairs: list[str], texts: list[str]) -> list[tuple[int, int, str]]:
    table, all_ = Pairs(pairs), Texts(texts)
    places, numbers = table.find(all_)
    ranks, there = all_.places(places)
    pairs_ = [table.pairs[number] for number in numbers.tolist()]
    return list(zip(ranks.tolist(), there.tolist(), pairs_, strict=True))


def test_places_are_counted_in_each_text_by_its_own_characters():
    """Single characters come behind the pairs."""
    assert found(["船员", "上岸", "无"], TEXTS) == [
        (0, 5, "船员"),
        (0, 7, "上岸"),
        (3, 1, "船员"),
        (3, 4, "上岸"),
        (2, 2, "无"),
    ]


def test_no_pair_reaches_from_one_text_into_the_next():
    assert not found(["船员"], ["一条船", "员工"])


@given(st.lists(st.text("aZ3é北\u0161\n.", max_size=9)))
def test_texts_know_which_of_them_have_plain_letters(texts: list[str]):
    all_ = Texts(texts)

    assert all_.have_letters == [any(each.isascii() and each.isalpha() for each in text) for text in all_]


@given(
    st.sets(st.text("ab北大", min_size=2, max_size=8), min_size=1, max_size=9),
    st.lists(st.text("ab北大.𠮷", max_size=25)),
)
@example({"船员", "船员上岸", "上岸", "返航"}, TEXTS)
def test_words_are_found_in_each_of_many_texts_as_in_one(words: set[str], texts: list[str]):
    """The longest at a place, none inside another."""
    table, all_ = Words(words), Texts(texts)

    assert table.find_in_each(all_) == [table.find(text) for text in all_]


@given(
    st.sets(st.text("ab北大", min_size=1, max_size=8), max_size=9),
    st.lists(st.text("ab北大.𠮷", max_size=25)),
)
@example({"船", "船员", "船员上岸后返航", "岸"}, [*TEXTS, "船员上岸后返航", "船员上岸后返家"])
def test_all_words_are_found_everywhere(words: set[str], texts: list[str]):
    """Those inside another, too, and single characters; of those at one place the longest first."""
    table, all_ = Words(words), Texts(texts)

    longest_first = sorted(words, key=len, reverse=True)
    assert table.everywhere_in_each(all_) == [
        [
            (place, word)
            for place in range(len(text))
            for word in longest_first
            if text.startswith(word, place)
        ]
        for text in all_
    ]
