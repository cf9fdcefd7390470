"""Bytes read wrongly are read right where that is certain, and refused where nothing can be brought back."""

from __future__ import annotations

import pytest

from digest.cleaning import clean
from digest.errors import UnusableText

from .articles import article

SALT = (
    "盐场在海边，一眼望不到头。风从东边来的时候，空气里全是咸味。\n\n"
    "工人们凌晨三点起床，赶在日出之前把盐收起来。他们不说话，只听得见木耙推过池底的声音。\n\n"
    "去年的产量只有十年前的三分之一。村里的年轻人宁愿去城里送外卖，老人们还守着盐田。"
)
SENTENCES = [
    text for paragraph in SALT.split("\n\n") for text in paragraph.replace("。", "。\n").split("\n") if text
]


@pytest.mark.parametrize(("right", "wrong"), [("utf-8", "latin-1"), ("gb18030", "latin-1")])
def test_a_whole_article_misread_byte_by_byte_comes_back_sentence_by_sentence(right: str, wrong: str) -> None:
    broken = "\n\n".join(paragraph.encode(right).decode(wrong) for paragraph in SALT.split("\n\n"))

    document = clean(article(broken))

    assert [sentence.text for sentence in document.sentences] == SENTENCES
    assert document.receipt.repairs["mojibake"] >= len(SENTENCES)


LOST = {
    "UTF-8 read as GBK, with losses": SALT.encode().decode("gbk", "ignore"),
    "GBK read as UTF-8": SALT.encode("gbk").decode("utf-8", "replace"),
    "GBK read as Big5": SALT.encode("gbk").decode("big5", "replace"),
    "UTF-8 read as Latin-1, every seventh byte lost": "".join(
        "?" if at % 7 == 0 else byte for at, byte in enumerate(SALT.encode().decode("latin-1"))
    ),
    "question marks": "".join("?" if ord(letter) > 127 else letter for letter in SALT),
    "read wrongly twice, with losses": "锟斤拷" * 200,
}


@pytest.mark.parametrize("accident", LOST)
def test_what_cannot_be_brought_back_is_refused(accident: str) -> None:
    with pytest.raises(UnusableText):
        clean(article(LOST[accident]))


@pytest.mark.parametrize(
    "text",
    [
        "Le café près de l’église rouvre enfin ses portes. Les habitués y croient à peine, le patron sourit.",
        "Die Brücke über den Fluss wird größer als geplant. Die Bürger ärgern sich über höhere Gebühren.",
        "棋手羋昱廷在鼉城比賽，對手來自鄄城和邳州。觀眾說，這盤棋從早上一直下到了晚上。",
    ],
)
def test_accents_and_rare_names_are_no_damage(text: str) -> None:
    assert all(sentence.quotable for sentence in clean(article(text)).sentences)


def test_a_sentence_that_a_mirror_tore_between_two_bytes_is_not_printed() -> None:
    """What follows the reading is read one byte off: 因為(wèi)… -> 因?yàn)楣…"""
    torn = "去年的產量只有十年前的三分之一,因?yàn)楣九π迯團隊走了。"
    told = clean(article(SALT.replace("去年的产量只有十年前的三分之一。", torn)))

    assert not any("楣" in sentence.text for sentence in told.sentences if sentence.quotable)
    assert sum(sentence.quotable for sentence in told.sentences) == len(SENTENCES) - 1


def test_where_a_mirror_tore_one_sentence_the_stop_of_another_may_be_lost() -> None:
    torn = "去年的產量只有十年前的三分之一,因?yàn)楣九π迯團隊走了。"
    text = SALT.replace("去年的产量只有十年前的三分之一。", torn).replace("全是咸味。", "全是咸味？！？")

    assert not any("咸味" in each.text for each in clean(article(text)).sentences if each.quotable)
    whole = clean(article(SALT.replace("全是咸味。", "全是咸味？！？")))
    assert any("咸味" in each.text for each in whole.sentences if each.quotable)


@pytest.mark.parametrize("asked", ["(你还好吗?ok)", "（要不要再试一次？yes）"])
def test_a_bracket_that_ends_with_an_answer_is_no_damage(asked: str) -> None:
    told = clean(article(SALT.replace("咸味。", f"咸味，工头发来短信{asked}没有人回他。")))

    assert all(sentence.quotable for sentence in told.sentences)


STUFFED = (
    "搬家公司电话多少？搬家公司哪家好？搬家公司便宜，搬家公司专业。选搬家公司就选我们搬家公司，搬家公司服务好。"
    * 6
)


def test_keyword_stuffing_is_refused_with_the_word() -> None:
    with pytest.raises(UnusableText) as refused:
        clean(article(STUFFED))
    assert "搬家" in refused.value.reason or "phrases" in refused.value.reason


def test_a_note_on_one_subject_is_not_stuffed() -> None:
    note = (
        "本周共发行债券42只，发行规模比上周多出两成。其中国债5只，地方债券19只，信用债券18只。"
        "二级市场上，债券收益率全线下行，十年期国债券报2.6%。分析师认为，债券市场短期内仍有支撑。"
        "外资连续第三个月增持人民币债券，持有量创下新高。也有机构提醒，债券供给在下月将明显增加。"
    )
    assert clean(article(note)).sentences


def test_a_sentence_that_begins_inside_a_date_lost_its_beginning() -> None:
    lost, whole = "年7月，盐场的第一批收据公布。", "月台上堆着三十袋盐。"

    document = clean(article(f"{SALT}\n\n{lost}{whole}"))

    assert {each.text: each.quotable for each in document.sentences[-2:]} == {lost: False, whole: True}
