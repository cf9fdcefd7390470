"""What `clean` makes of markup, scripts, foreign paragraphs and odd lines."""

from __future__ import annotations

import hashlib

import pytest

from digest.cleaning import clean, trace
from digest.cleaning.document import _kind
from digest.errors import UnusableText
from digest.model import Article, ArticleId, Edit, Excerpt, Line, Metadata, Sentence, Span

from .articles import article

STORY = (
    "山上的水库在春天只剩下三分之一的水。管水的人说，这是他记事以来最低的一次，连坝底的石碑都露了出来。\n\n"
    "石碑上刻着1934年的水位，比今年还要低两尺。县志里记载，那一年全县的人轮流守夜，怕有人偷水。\n\n"
    "到了六月，雨终于来了，一下就是九天。水库的闸门打开的时候，下游的孩子们都跑到桥上去看。"
)


def texts(source: str, **options: object) -> list[str]:
    return [s.text for s in clean(article(source), **options).sentences if s.quotable]  # type: ignore[arg-type]


def test_edits_of_the_markup_and_of_the_typography_come_out_as_one_receipt() -> None:
    source = "<p>水庫&amp;水渠,都<b>乾</b>了。</p>"
    inner, edits = source[3:-4], []
    for old, new in (("&amp;", "&"), ("<b>", ""), ("</b>", "")):
        at = source.index(old)
        edits.append(Edit("markup", at, at + len(old), new))
    line = Line("水庫&水渠,都乾了。", 3, 3 + len(inner), tuple(edits))
    digest = hashlib.sha256(source.encode()).hexdigest()
    read = Article(ArticleId(digest[:16]), "a.html", "html", "utf-8", digest, source, (line,))

    (sentence,) = clean(read).sentences

    assert sentence.text == "水库&水渠，都干了。"
    span = Span(sentence.start, sentence.end)
    trace(Excerpt(sentence.text, read.id, span, sentence.edits, "test"), source)


@pytest.mark.parametrize(
    ("script", "first"),
    [("simplified", "闸门打开了。"), ("traditional", "閘門打開了。"), ("keep", "閘门打开了。")],
)
def test_sentences_come_in_the_script_asked_for(script: str, first: str) -> None:
    assert texts("閘门打开了。\n\n" + STORY, script=script)[0] == first


def test_numbers_and_english_keep_their_own_marks() -> None:
    found = texts(STORY + "\n\n维修花了925,000元,比10:30开会时说的多。负责人Jane Doe, PhD说:“Yes, we can.”")
    assert "维修花了925,000元，比10:30开会时说的多。" in found
    assert any("Jane Doe, PhD说：“Yes, we can.”" in text for text in found)


def test_normal_blanks_around_latin_words_are_no_deleted_words() -> None:
    found = texts(STORY + "\n\n据 CCTV 报道,今年 5 月 15 日,水库的水位回到了 41.5 米。")
    assert found[-1] == "据 CCTV 报道，今年 5 月 15 日，水库的水位回到了 41.5 米。"


def test_a_phone_advertisement_in_front_goes_and_an_anecdote_in_front_stays() -> None:
    phone = "某某Note9首发价2999元,预订可享优惠,旧机换购到手价2399元,京东、淘宝同步开售,门店下单包邮...\n\n"
    anecdote = "老杜记得父亲的背。那天他们走了四十里路，谁也没有说话，只听见桶里的水晃来晃去。\n\n"

    assert not any("首发价" in text for text in texts(phone + STORY))
    assert texts(anecdote + STORY)[0] == "老杜记得父亲的背。"


def test_an_article_about_prices_keeps_its_prices() -> None:
    market = (
        "今年的大蒜价格跌到了每斤1.2元，比去年同期低了三成。批发市场的老板说，进价都收不回来。\n\n"
        "电商平台上的促销更厉害，五斤装只卖9.9元包邮。种植户老宋算了账，每亩要赔八百元。\n\n"
        "超市的零售价却没有怎么变，仍然卖到每斤3元左右。消费者感觉不到跌价，蒜农却睡不着觉。\n\n"
        "农业部门建议错峰上市，并为冷库存蒜的农户提供优惠贷款。首批贷款已经发放了两百万元。"
    )
    assert len(texts(market)) == 8


def test_a_related_box_in_the_middle_does_not_end_the_article() -> None:
    first, *rest = STORY.split("\n\n")
    found = texts("\n\n".join([first, "延伸阅读", "三条公交线路明起调整", "图书馆新馆开放预约", *rest]))
    assert found[-1] == "水库的闸门打开的时候，下游的孩子们都跑到桥上去看。"
    assert not any("公交" in text for text in found)


def test_a_last_paragraph_without_a_full_stop_is_kept() -> None:
    assert texts(STORY[:-1])[-1] == "水库的闸门打开的时候，下游的孩子们都跑到桥上去看"


def test_short_headings_stay_as_headings() -> None:
    document = clean(article(STORY.replace("\n\n石碑", "\n\n干涸的一年\n\n石碑", 1)))
    assert [s.text for s in document.sentences if "heading" in s.traits] == ["干涸的一年"]


def test_a_news_report_on_gambling_is_no_spam() -> None:
    report = "警方说，这家线上娱乐城在三年里开设了百家乐等赌局。主犯在边境落网，涉案金额超过两亿元。"
    assert texts(STORY + "\n\n" + report)[-2:] == [
        "警方说，这家线上娱乐城在三年里开设了百家乐等赌局。",
        "主犯在边境落网，涉案金额超过两亿元。",
    ]


def test_the_title_a_page_claims_is_used_when_no_line_is_one() -> None:
    document = clean(article(STORY, metadata=Metadata(title="水库见底的春天_河湾新闻网")))
    assert document.title == "水库见底的春天"


def test_a_retold_report_is_named() -> None:
    document = clean(article("今天给大家分享《河流》杂志的一篇文章，讲的是水库。\n\n" + STORY))
    assert document.retells == ("河流",)


@pytest.mark.parametrize("source", ["", "   \n\n ", "登录 | 注册", "404 Not Found", "￿￾"])
def test_nothing_to_read_is_refused(source: str) -> None:
    with pytest.raises(UnusableText) as refused:
        clean(article(source, "empty.txt"))
    assert refused.value.place == "empty.txt"
    assert refused.value.reason


def test_a_giant_line_is_cleaned_as_any_other() -> None:
    assert len(texts(STORY.replace("\n\n", ""))) == 6


def test_a_chinese_text_is_a_feature_at_a_third_of_the_letters_of_an_english_one() -> None:
    """Features of 1,500 characters were read as news, and English news of 450 words as features."""

    def sentences(text: str) -> list[Sentence]:
        return [Sentence(text, 0, len(text), (), 0)] * 60

    chinese = "街角的铺子关了门，老人说这里从前很热闹，灯一直亮到天明。"
    english = "The shop closed its doors on Monday after forty years."

    assert len(chinese) < len(english)
    assert _kind(False, sentences(chinese)) == "feature"
    assert _kind(False, sentences(english)) == "news"
