"""Words: folded, one engine like the other, and names kept whole."""

import pytest

from digest.language import words as module
from digest.language.words import content_words, idf, stem, stop_words, units, words

OWN = (
    "电车公司周二宣布，沿河的五号线将在九月恢复运营。司机工会的代表说，他们等了三年才等到这一天。"
    "The tram company said line 5 is back；票价为2.5元，比去年便宜了10%。"
    "许多乘客在社交媒体上表示欢迎，也有人担心安全问题没有解决。首席工程师李建国没有回应记者的提问。"
)


def test_both_engines_cut_the_same_words(monkeypatch):
    """jieba is the reference; rjieba must not drift from it."""
    fast = words(OWN)
    monkeypatch.setattr(module, "_engine", module._jieba)

    assert words(OWN) == fast
    assert "首席" in fast
    assert "乘客" in fast


def test_words_are_folded_to_one_script_and_case():
    assert words("董事會宣布 OpenAI") == words("董事会宣布 openai") == ["董事会", "宣布", "openai"]


def test_marks_and_blanks_are_no_words():
    assert words("，。“” —— !") == []


def test_content_words_leave_out_what_every_text_has():
    found = content_words("他们说，这个电车公司是在河边的")
    assert "电车" in found
    assert not {"他们", "这个", "的", "是", "在", "说"} & set(found)
    assert content_words("The company and its riders were there") == ["company", "riders"]


def test_units_are_pairs_of_characters_and_stemmed_words():
    assert units("电车回来了，GPT-4 models resigned") == [
        "电车",
        "车回",
        "回来",
        "来了",
        "gpt-4",
        "model",
        "resign",
    ]
    assert units("车") == ["车"]
    assert units("，。") == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("companies", "company"),
        ("resigned", "resigning"),
        ("leaves", "leaving"),
        ("quitting", "quit"),
        ("boss's", "boss"),
        ("risks", "risk"),
        ("Hale's".lower(), "hale"),
    ],
)
def test_forms_of_an_english_word_share_a_stem(one, other):
    assert stem(one) == stem(other)


@pytest.mark.parametrize("word", ["bus", "this", "analysis", "string", "red", "news", "us"])
def test_a_stem_is_never_empty_and_short_words_keep_their_letters(word):
    assert len(stem(word)) >= min(3, len(word))


def test_a_stop_word_tells_little_and_an_unknown_word_much():
    assert idf("的") < idf("公司") < idf("超级") < idf("zzyzx")
    assert idf("董事會") == idf("董事会")


def test_stop_words_of_other_languages_come_from_sumy():
    assert "und" in stop_words("de")
    assert stop_words("xx") == frozenset()
    assert "straßenbahn".casefold() in content_words("Die Straßenbahn und der Bus", "de")
    assert "und" not in content_words("Die Straßenbahn und der Bus", "de")
