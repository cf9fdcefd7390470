"""Scripts: told apart, converted, and always of the same length."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from digest.language.script import convert, convertible, has_han, language_of, script_of, simplify

MIXED = st.text(
    alphabet=st.sampled_from("著着后後裡里乾干髮发發麵面瞭了臺台 aZ9，。《著名隨對😀é\n\U00020bb7"),
    max_size=60,
)


@settings(max_examples=200, deadline=None, derandomize=True)
@given(st.one_of(MIXED, st.text(max_size=40)))
def test_no_conversion_changes_the_length(text):
    """Places found in one script are used in the other."""
    assert len(simplify(text)) == len(text)
    assert len(convert(text, "traditional")) == len(text)
    assert convert(text, "keep") == text


@settings(max_examples=100, deadline=None, derandomize=True)
@given(MIXED)
def test_what_is_simplified_stays_as_it_is(text):
    assert simplify(simplify(text)) == simplify(text)


@pytest.mark.parametrize(
    ("traditional", "simplified"),
    [
        ("她對著鏡頭說話，隨著音樂走了。", "她对着镜头说话，随着音乐走了。"),
        ("看著看著就睡著了", "看着看着就睡着了"),
        ("這位著名作家著有《河岸》，成就顯著。", "这位著名作家著有《河岸》，成就显著。"),
        ("名著與專著都在架上", "名著与专著都在架上"),
        ("林溪 著", "林溪 著"),
        ("他所著的新著見微知著", "他所著的新著见微知著"),
        ("頭髮乾了，乾隆年間的麵館", "头发干了，乾隆年间的面馆"),
    ],
)
def test_zhu_is_a_particle_unless_it_is_about_writing(traditional, simplified):
    """OpenCC leaves 著 in 對著 as it is; 著名 and 著有《…》 must stay."""
    assert simplify(traditional) == simplified


def test_only_what_opencc_may_change_is_given_to_it():
    """The list is worked out once from its tables; a new version of them shows here."""
    opencc = pytest.importorskip("opencc").OpenCC("t2s")
    plane = [chr(number) for number in range(0x2E80, 0xFFFE) if not 0xD800 <= number < 0xE000]
    assert {sign for sign in plane if opencc.convert(sign) != sign} <= set(convertible())
    in_phrases = ["沈思", "土坏", "藉口", "海哩", "反覆", "衹得", "瞭解", "甦醒"]
    assert all(opencc.convert(phrase) != phrase for phrase in in_phrases)
    assert all(set(phrase) & set(convertible()) for phrase in in_phrases)


def test_text_without_chinese_is_not_touched():
    text = "The tram — “line 5” — is back; naïve façade."
    assert simplify(text) is text
    assert convert(text, "traditional") is text


@pytest.mark.parametrize(
    ("text", "script"),
    [
        ("电车公司周二宣布恢复运营", "Hans"),
        ("電車公司週二宣布恢復營運", "Hant"),
        ("中文", "Hans"),
        ("電車 tram 公司 company 的", "Hant"),
        ("The tram company 电车 said on Tuesday that it would run again", "Latn"),
        ("電車は火曜日に運転を再開した。", "Jpan"),
        ("전차 회사는 화요일에 운행을 재개했다", "Kore"),
        ("Трамвай вернулся во вторник", "Cyrl"),
        ("123 — ！", "Zyyy"),
        ("", "Zyyy"),
    ],
)
def test_the_script_is_the_one_of_most_words(text, script):
    assert script_of(text) == script


def test_a_mirror_s_ghost_pinyin_does_not_make_a_chinese_text_english():
    text = "電(dian)車(che)公司週二宣布恢復營運(yun)，乘客們都很高興"
    assert (script_of(text), language_of(text)) == ("Hant", "zh")


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("电车公司周二宣布恢复运营", "zh"),
        ("The tram company said on Tuesday that it was back.", "en"),
        ("Die Straßenbahn ist wieder da, und die Fahrgäste sind froh.", "de"),
        ("Le tramway est de retour et les voyageurs sont contents.", "fr"),
        ("El tranvía ha vuelto y los viajeros están contentos con la noticia.", "es"),
        ("Трамвай вернулся, и пассажиры были рады, что он снова на линии.", "ru"),
        ("電車は戻ってきました。", "ja"),
        ("Xqzt vvw prk", "und"),
        ("42", "und"),
    ],
)
def test_the_language_is_told_by_its_commonest_words(text, language):
    assert language_of(text) == language


@pytest.mark.parametrize("character", "中々〇㐀龥豈\U00020000\U000323af")
def test_a_rare_character_is_chinese_too(character):
    assert has_han(f"No. 3 ({character}), “here”")


@pytest.mark.parametrize(
    "text", ["", "plain", "“quoted” – é", "，。、「」", "かなカナ", "한글", "１２３", "😀"]
)
def test_marks_digits_and_the_letters_of_others_are_not_chinese(text):
    assert not has_han(text)
