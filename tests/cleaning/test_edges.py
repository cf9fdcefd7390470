"""What sites and agencies glue to a line's first and last sentence goes; the sentence stays whole."""

from __future__ import annotations

import pytest

from digest.cleaning import clean, trace
from digest.model import Excerpt, Span

from .articles import article

BODY = (
    "石螺岛的图书馆开在一艘退役的渔船上，书架是用旧网浮拼起来的，一共摆了一百二十本书。",
    "管理员是六十岁的船长，他每个月初一把书搬出来晒一次，借书的人要在本子上写下潮水的高度。",
)
LAST = "去年台风过后，书一本没少。"
ENGLISH = (
    "The last tram left the depot on Friday with one passenger and a dog.",
    "Drivers had asked for a second night line since March, and the council had promised two.",
)


def printed(*lines: str) -> list[str]:
    return [sentence.text for sentence in clean(article("\n".join(lines))).sentences if sentence.quotable]


@pytest.mark.parametrize(
    "lead",
    [
        "新华社郑州5月6日电（记者王小明）",
        "新华社北京 5月6日 电 （记者 王小明、李四）",
        "中新网杭州5月6日电",
        "本报福州5月6日电（记者王小明）",
        "（德国之声中文网）",
        "（早报讯）",
        "〔即时新闻／综合报导〕",
        "【海岬网】（记者 王小明）",
        "【导读】",
        "【编前语】",
        "摘要：",
    ],
)
def test_a_dateline_or_a_label_is_no_part_of_the_first_sentence(lead: str) -> None:
    assert printed(lead + BODY[0], BODY[1])[0] == BODY[0]


@pytest.mark.parametrize(
    "lead",
    [
        "BASEL (AP) — ",
        "BASEL, Switzerland (AP) -- ",
        "LONDON/BASEL, June 5 (Reuters) - ",
        "(CNN) ",
        "(CNN) -- ",
        "BASEL, Sept. 17, 2024 /PRNewswire/ -- ",
    ],
)
def test_an_agency_s_dateline_is_no_part_of_the_first_sentence(lead: str) -> None:
    assert printed(lead + ENGLISH[0], ENGLISH[1])[0] == ENGLISH[0]


@pytest.mark.parametrize(
    "first",
    [
        "新华社的记者在郑州等了三天，5月6日来电说，河水已经退到警戒线以下两尺。",
        "【海岬】号渔船回港那天，码头上站满了人，谁也没有先开口。",
        "摘要写得最好的学生，后来都没有去做研究，他们有的教书，有的开店。",
        "中国之声的主持人说，5月6日电台收到了四百封信，一半来自渔民。",
    ],
)
def test_a_sentence_about_an_agency_is_the_author_s(first: str) -> None:
    assert printed(first, *BODY)[0] == first


@pytest.mark.parametrize(
    "first",
    [
        "3月27日讯问结束以后，两名船员被放了出来，港口也重新开放。",
        "据海岬社报道，3月27日起渡轮停航，讯号塔也要修上一个月。",
        "海岬网讯号不好，船员只好每天走到山上去打电话回家。",
        "3月27日消息传来，渡轮停航，船员们都在码头上等着。",
        "海岬体育3月27日讯 今日，两条船在港口外相撞，没有人受伤。",
    ],
)
def test_news_of_a_day_in_a_sentence_is_the_author_s(first: str) -> None:
    assert printed(first, *BODY)[0] == first


def test_a_site_s_link_behind_a_place_is_no_word_of_the_sentence() -> None:
    read = article(
        "\n".join((BODY[0], "书架在石螺岛(专题)的一条旧船上，船主在镇里（组图）卖鱼。", *BODY[1:]))
    )
    document = clean(read)
    told = [sentence for sentence in document.sentences if "旧船上" in sentence.text]

    assert [sentence.text for sentence in told] == ["书架在石螺岛的一条旧船上，船主在镇里卖鱼。"]
    assert {edit.kind for edit in told[0].edits} == {"inserted"}
    span = Span(told[0].start, told[0].end)
    trace(Excerpt(told[0].text, read.id, span, told[0].edits, "test"), read.text)


def test_the_mark_of_a_picture_behind_a_stop_opens_no_sentence() -> None:
    lines = (BODY[0] + "（资料照）" + BODY[1], *BODY[2:], "（二）" + BODY[0][:-1] + "，一本也没有少。")

    assert "（资料照）" not in "".join(printed(*lines))
    assert any(sentence.startswith("（二）") for sentence in printed(*lines))


def test_brackets_in_a_sentence_are_no_dateline() -> None:
    first = "NASA (the agency) said that the launch would wait until the wind had turned."

    assert printed(first, *ENGLISH)[0] == first


def test_the_reporter_in_the_dateline_wrote_it() -> None:
    document = clean(article("\n".join(("新华社郑州5月6日电（记者王小明）" + BODY[0], *BODY[1:]))))

    assert document.authors == ("王小明",)


@pytest.mark.parametrize(
    "tail",
    [
        "（完）",
        "【完】",
        "(完)",
        "■",
        " END",
        "返回海岬网，查看更多",
        "查看全文>>",
        "www.example.org",
        "http://example.org/a?b=1",
        " #图书馆# #海岛#",
        "&nbsp;&nbsp;",
        "（编辑：王小明）",
        "（責任編輯：王小明）1130421",
    ],
)
def test_a_short_last_sentence_is_kept_whatever_is_glued_behind_it(tail: str) -> None:
    assert printed(*BODY, LAST + tail)[-1] == LAST


@pytest.mark.parametrize(
    "last",
    ["船长关上舱门，对他说：“完了。”", "密码写在第一百二十本书的扉页上：END。", "船长姓陈（他自己不肯说）。"],
)
def test_what_the_author_wrote_last_is_no_tail(last: str) -> None:
    assert "".join(printed(*BODY, last)).endswith(last)


def test_entities_left_in_a_text_are_read() -> None:
    text = "船长说，&ldquo;书比鱼重&rdquo;，&nbsp;&amp;nbsp;他每个月搬一次，搬了整整十一年。"

    assert printed(*BODY, text)[-1] == "船长说，“书比鱼重”，他每个月搬一次，搬了整整十一年。"


def test_characters_that_a_scanner_parted_come_together() -> None:
    spread = " ".join("民国二十三年春天，汉口的茶商收到伦敦来的退货单。")

    assert printed(spread, *BODY)[0] == "民国二十三年春天，汉口的茶商收到伦敦来的退货单。"


def test_blanks_that_an_author_put_stay() -> None:
    line = "春风又绿江南岸 明月何时照我还，这两句他每天早上念三遍，念完再去开闸。"

    document = clean(article("\n".join((line, *BODY))))

    assert document.sentences[0].text == line


def test_a_feed_s_half_sentence_is_not_printed() -> None:
    assert printed(*BODY, "台风来的那天，他先把书背上岸，再回头去系缆绳，而且 […]") == list(BODY)


def test_stains_of_a_scanner_do_not_end_the_text() -> None:
    assert printed(*BODY, "～ ～ ^ ＊", "12", LAST)[-1] == LAST


def test_a_notice_above_the_text_ends_nothing() -> None:
    notice = "提示：新闻观点不代表本网立场"
    assert printed("岛上的图书馆", notice, *BODY, LAST) == [*BODY, LAST]


def test_a_first_sentence_of_two_words_stands_below_the_byline() -> None:
    """A button of two words has no stop."""
    head = ("岛上的图书馆", "来源：石螺日报")
    assert printed(*head, "开门了。", *BODY, LAST)[0] == "开门了。"
    assert printed(*head, "去看看", *BODY, LAST)[0] == BODY[0]


def test_a_long_question_with_its_reasons_is_a_paragraph_and_glued_headlines_are_none() -> None:
    asked = (
        "岛民代表：如果码头早些修好，书可以从县里直接运来，借书的人也不必等到初一，"
        "可是修码头的钱要等三年，三年里船要跑多少趟，油要烧多少桶，这笔账有没有人算过，"
        "渔业站能不能先拨一半，剩下的由岛上的人自己凑，等鱼汛过了再还，我们想听一句准话，"
        "也请站里说清楚，这笔钱今年有没有，明年有没有？"
    )
    glued = "".join(f"第{each}条船为什么在天亮之前离开了石螺岛的旧码头？" for each in "一二三四五六七八")
    text = (*BODY, LAST, "渔业站说今年没有这笔钱。", "代表们说他们明年再来。")
    assert asked in printed(*text[:2], asked, *text[2:])
    assert glued[:20] not in "".join(printed(*text[:2], glued, *text[2:]))


def test_lines_in_clauses_between_paragraphs_are_told_and_a_heading_is_not() -> None:
    """Several in clauses are points; alone such a line is a heading; what ends with a comma goes on below."""
    points = ("先到的船把书搬进舱里，后到的船排队", "借书的人写下潮水，还书的人写下风向")
    verses = ("潮水在天亮之前退了，", "", "书页还是湿的。")
    heading = "台风过后的图书馆，还剩下多少本书"
    told = printed(
        *BODY, *points, LAST + BODY[0], *verses, BODY[1], heading, LAST + "船长自己也数过两遍，都对。"
    )
    assert set(points) < set(told)
    assert "潮水在天亮之前退了，书页还是湿的。" in told
    assert heading not in told


@pytest.mark.parametrize(
    ("signature", "writers", "house"),
    [
        ("文：王小明", ("王小明",), None),
        ("文／王小明", ("王小明",), None),
        ("来源：海岬日报", (), "海岬日报"),
        ("本报记者 王小明", ("王小明",), None),
        ("（作者系海岬大学教授）", (), None),
    ],
)
def test_a_signature_behind_the_last_stop_takes_no_sentence_with_it(
    signature: str, writers: tuple[str, ...], house: str | None
) -> None:
    document = clean(article("\n".join((*BODY, LAST + signature))))

    assert [sentence.text for sentence in document.sentences if sentence.quotable][-1] == LAST
    assert (document.authors, document.publisher) == (writers, house)


def test_where_the_words_behind_the_last_stop_sign_nothing_the_sentence_is_kept_too() -> None:
    document = clean(article("\n".join((*BODY, LAST + "船长儿子的船上没有书"))))

    assert LAST in [sentence.text for sentence in document.sentences]
