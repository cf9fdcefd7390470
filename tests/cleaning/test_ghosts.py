"""Ghost pinyin goes when a dictionary proves it; what an author put in brackets stays."""

from __future__ import annotations

import pytest

from digest.cleaning import clean
from digest.cleaning.edits.ghosts import ghosts, is_reading

from .articles import article


@pytest.mark.parametrize(
    ("syllable", "character"),
    [("wǎng", "網"), ("wang", "網"), ("nèi", "內"), ("fa", "發"), ("lü", "律"), ("lv", "律"), ("tai2", "臺")],
)
def test_a_reading_is_known_with_its_tone_without_it_and_in_its_spellings(
    syllable: str, character: str
) -> None:
    assert is_reading(syllable, character)


@pytest.mark.parametrize(
    ("word", "character"), [("open", "源"), ("agi", "能"), ("hot", "熱"), ("wang", "李")]
)
def test_another_word_is_no_reading(word: str, character: str) -> None:
    assert not is_reading(word, character)


def test_doubled_readings_go_and_brackets_of_the_author_stay() -> None:
    text = "臺(tai)(tai)北的網(wǎng)站(zhàn)轉向開源(open source)，研究AGI(人工智慧)和模型(model)。"
    kept = text
    for ghost in reversed(ghosts(text)):
        kept = kept[: ghost.start] + kept[ghost.end :]

    assert kept == "臺北的網站轉向開源(open source)，研究AGI(人工智慧)和模型(model)。"


def test_one_reading_alone_is_an_authors_gloss_on_a_rare_character() -> None:
    """A mirror glosses dozens of common characters; an author one that readers do not know."""
    assert ghosts("棋手羋(mǐ)先生說，這步棋沒有擺錯。") == []


def test_marks_around_a_ghost_are_repaired_too() -> None:
    text = "工廠復產(chǎn),訂單來自三個國(guó)家。老板說,機器一直在響。"
    sentences = [sentence.text for sentence in clean(article(text)).sentences]

    assert sentences == ["工厂复产，订单来自三个国家。", "老板说，机器一直在响。"]
