"""Words of one term count once."""

from digest.story.statements import terms

HEFT = {
    "w:人工": 4.0,
    "w:通用": 3.3,
    "w:智能": 2.9,
    "w:agi": 2.4,
    "w:港口": 3.0,
    "w:电缆": 3.0,
    "a:found": 2.0,
}


def test_the_words_of_one_term_are_one_thing_in_common():
    shared = frozenset({"w:人工", "w:通用", "w:智能", "w:agi", "a:found"})

    assert terms.once_each("公司成立小组，防止人工通用智能(agi)失控。", shared, HEFT) == {"w:人工", "a:found"}


def test_words_that_stand_apart_count_each():
    shared = frozenset({"w:港口", "w:电缆", "w:人工"})

    assert terms.once_each("港口的电缆由人工更换。", shared, HEFT) == shared


def test_a_name_of_two_words_is_left():
    shared = frozenset({"w:人工", "w:智能"})

    assert terms.once_each("人工智能", shared, HEFT) == shared
