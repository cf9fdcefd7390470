"""Words of one script that a program set amid sentences of the other."""

from __future__ import annotations

import pytest

from digest.cleaning import clean
from digest.errors import UnusableText
from digest.model import Document, Script

from .articles import article

TOLD = (
    "燈塔在三月熄滅，守塔人說他聽見海鳥整夜在叫。",
    "港務局派船去看，船長說燈罩裡結滿了鹽，要換三塊玻璃。",
    "鎮上的人湊了錢，孩子們把攢下的硬幣裝在罐子裡送到碼頭。",
    "四月十二日燈又亮了，漁船按著從前的時刻回港。",
    "守塔人在本子上寫下這一天，後來那本子進了鎮上的博物館。",
    "鎮長說，燈塔以後由學校照看，每個年級值一個月的班。",
)
PUT_IN = "指标网站源码", "视频素材下载", "饭店预订系统"


TOLD_ON = tuple(f"{year}年，燈塔換過一次燈泡，守塔人把換下的那個留作紀念。" for year in ("去", "前", "今"))


def cleaned(*sentences: str, script: Script = "simplified") -> Document:
    return clean(article("燈塔又亮了\n\n" + "\n\n".join(sentences)), script=script)


def spoilt(count: int) -> list[str]:
    told = [each.replace("，", f"，{term}", 1) for each, term in zip(TOLD[:count], PUT_IN, strict=False)]
    return [*told, *TOLD[count:]]


@pytest.mark.parametrize("script", ["simplified", "traditional", "keep"])
def test_sentences_into_which_search_terms_were_put_are_not_printed(script: Script) -> None:
    document = cleaned(*spoilt(2), *TOLD_ON, script=script)

    assert [each.quotable for each in document.sentences[:6]] == [False, False, *[True] * 4]


def test_a_text_with_terms_in_one_sentence_after_the_other_is_refused() -> None:
    with pytest.raises(UnusableText, match="words of the other script"):
        cleaned(*spoilt(3))


@pytest.mark.parametrize(
    "line",
    [
        "船長說，台風過後里長于是周一并未回家，只在碼頭過夜。",  # characters that both scripts have
        "船長說，他这次不回家，要在碼頭過夜。",  # a slip
        "鎮上的小红书帳號也登了這件事，有一萬人看過。鎮長說，小红书他從來不看。",  # a name as it is written
    ],
)
def test_what_both_scripts_have_a_slip_and_a_name_prove_nothing(line: str) -> None:
    assert all(each.quotable for each in cleaned(*TOLD, line).sentences)


def test_a_simplified_text_is_not_asked() -> None:
    simplified = "灯塔在三月熄灭，守塔人说他听见海鸟整夜在叫，指标网站源码。"

    assert all(each.quotable for each in clean(article(f"{simplified}\n\n{simplified[:20]}。")).sentences)
