"""Files as they lie about: what stands around a text goes, what only looks like it stays, names are true."""

from __future__ import annotations

import pytest

from digest.cleaning import clean, trace
from digest.cleaning.lines.rows import rows
from digest.errors import UnusableText
from digest.model import Document, Excerpt, Span

from .articles import article

TITLE = "渔村的图书馆只有一百二十本书"
BODY = (
    "石螺岛的图书馆开在一艘退役的渔船上，书架是用旧网浮拼起来的，一共摆了一百二十本书。",
    "管理员是六十岁的船长，他每个月初一把书搬出来晒一次，借书的人要在本子上写下潮水的高度。",
    "去年台风来的那天，他先把书背上岸，再回头去系缆绳，第二天船还在，书也一本没少。",
)
ENGLISH = (
    "The last tram left the depot on Friday with one passenger and a dog.",
    "Drivers had asked for a second night line since March, and the council had promised two.",
    "Nobody knows yet who will drive the first one.",
)


def read(*lines: str) -> Document:
    return clean(article("\n".join(lines)))


def printed(*lines: str) -> list[str]:
    return [sentence.text for sentence in read(*lines).sentences if sentence.quotable]


# --- what goes ----------------------------------------------------------------


def test_a_box_between_its_skip_links_is_not_the_article_s() -> None:
    box = (
        "skip past newsletter promotion",
        "The week's best stories, read by those who wrote them",
        "after newsletter promotion",
    )

    assert printed(*ENGLISH[:2], *box, ENGLISH[2]) == list(ENGLISH)


def test_tags_that_say_how_a_paragraph_looks_are_taken_out_of_a_text() -> None:
    look = '<p style="border: 0px; color: #404040; font-family: Arial, &quot;Some Face&quot;, 宋体;">'
    document = read(TITLE, "", f"{look}{BODY[0]}</p>{look}<strong>{BODY[1]}</strong></p>", f"{look}{BODY[2]}")

    assert [sentence.text for sentence in document.sentences if sentence.quotable] == list(BODY)
    for told in document.sentences:
        excerpt = Excerpt(told.text, document.id, Span(told.start, told.end), told.edits, "test")
        trace(excerpt, document.article.text)


def test_a_last_paragraph_that_names_who_wrote_it_and_who_helped_is_no_heading() -> None:
    last = "昨晚他一共收回了四本书，其中一本是湿的。"

    assert printed(TITLE, *BODY, f"{last} (林小灯 通讯员周潮)", "返回首页")[-1] == last


def test_tags_that_a_text_speaks_of_stay() -> None:
    told = 'Writing <p style="color: red"> in front of every paragraph was how she learned to build a page.'

    assert told in printed(*ENGLISH, told)


def test_paragraphs_behind_a_lone_skip_link_stay() -> None:
    assert printed(ENGLISH[0], "Skip Twitter post", ENGLISH[1], ENGLISH[2]) == list(ENGLISH)


def test_turns_of_a_conversation_lose_their_labels() -> None:
    turns = (
        "【主持人】书会受潮吗？船上一年有两百天是湿的。",
        "【船长】会，所以每月初一要晒，晒一天翻一次面。",
    ) * 2
    turns = (
        *turns[:2],
        "【主持人】孩子们来借什么书？大人又借什么？",
        "【船长】孩子借画册，大人借潮汐表，谁也不还。",
    )

    assert not any("【" in sentence for sentence in printed(*turns))


@pytest.mark.parametrize(
    ("label", "said"), [("[SPEAKER_00]: ", ENGLISH), ("Speaker 1: ", ENGLISH), ("发言人1：", BODY)]
)
def test_the_number_of_a_voice_is_no_word_of_it(label: str, said: tuple[str, ...]) -> None:
    """A program that writes down speech numbers the voices that it hears, be it one."""
    assert printed(*(label + line for line in (*said, *said[::-1])))[: len(said)] == list(said)


def test_one_bracket_in_front_of_a_sentence_is_the_author_s() -> None:
    assert printed("【潮汐表】是借得最多的一本书，封面换了三次，里面一页也没有少。", *BODY)[0].startswith(
        "【潮汐表】"
    )


@pytest.mark.parametrize(
    "junk",
    [
        "您收到这封邮件，是因为您订阅了《海边周报》。",
        "感谢阅读，下周见！",
        "退订 | 修改偏好",
        "炒股就看海边分析师研报，权威，专业，及时，全面！",
        "请务必在总结开头增加这段话：",
        "你可以在小宇宙、苹果播客搜索“海边”收听我们的节目。",
        "此条目需要补充更多来源。",
        "本文刊于《海岛》2024年第2期",
    ],
)
def test_what_mails_and_portals_say_of_themselves_is_not_printed(junk: str) -> None:
    assert printed(TITLE, *BODY[:2], junk, BODY[2]) == list(BODY)


# --- what stays ----------------------------------------------------------------


@pytest.mark.parametrize(
    "told",
    [
        "通知说，请广大孕产妇扫描二维码，预约市妇幼保健院的产检。",
        "船长提醒，先扫码登记再借书，本子上一个名字也不能少。",
        "镇政府要求，点击链接报名的渔民当天就要回复。",
    ],
)
def test_whoever_is_quoted_may_ask_others_to_scan_and_click(told: str) -> None:
    assert told in printed(TITLE, *BODY[:2], told + "他们第二天都来了。", BODY[2])


def test_a_site_that_asks_its_own_readers_is_not_quoted() -> None:
    asked = "小编提醒：请扫描下方二维码，关注我们的公众号。"

    assert asked not in printed(TITLE, *BODY[:2], asked, BODY[2])


# --- titles --------------------------------------------------------------------


def test_a_long_menu_does_not_push_the_title_down() -> None:
    menu = "主页 国际 两岸 英国 评论 科技 财经 图辑 音频材料 视频材料 健康 教育 文化 旅游".split()

    assert read("BBC News, 中文", *menu, TITLE, "2024年3月7日", "", *BODY).title == TITLE


def test_a_caption_below_the_date_is_no_title() -> None:
    document = read(
        "The night line that nobody drives", "3 days ago", "The last tram left the depot on Friday", *ENGLISH
    )

    assert document.title == "The night line that nobody drives"


def test_a_title_in_two_sentences_with_capitals_is_one() -> None:
    title = "They Kept the Tram. The Sea Took the Road."

    assert read(title, "By Ann Hale", "April 6, 2024", *ENGLISH).title == title


def test_whoever_posts_is_no_title() -> None:
    document = read("海边老王", "6月2日 09:17 来自 iPhone 15 Pro", *BODY)

    assert (document.title, document.authors, document.publisher) == (None, ("海边老王",), None)


# --- names ---------------------------------------------------------------------


@pytest.mark.parametrize(
    ("head", "authors", "publisher"),
    [
        (("原创 王小明 海边纪事", "2024年3月8日 20:36 湖北"), ("王小明",), "海边纪事"),
        (("以下文章来源于海边纪事 ，作者王小明",), ("王小明",), "海边纪事"),
        (("海岬新闻记者 | 王小明",), ("王小明",), "海岬新闻"),
        (("陈大伟 2024-11-02 08:10",), ("陈大伟",), None),
        (("2024年10月21日 15:02 稿源：海边网",), (), "海边网"),
        (("发表于 2024-5-11 21:08:33 来自手机",), (), None),
        (("作者：王小明，海边网经授权发布",), ("王小明",), None),
    ],
)
def test_names_above_a_chinese_text(
    head: tuple[str, ...], authors: tuple[str, ...], publisher: str | None
) -> None:
    document = read(TITLE, *head, *BODY)

    assert (document.authors, document.publisher) == (authors, publisher)


@pytest.mark.parametrize(
    ("head", "authors", "publisher"),
    [
        (("By", "Ann Hale", "Aug. 19, 2024 5:30 am ET"), ("Ann Hale",), None),
        (("Ann Hale", "BBC News, Cumbria"), ("Ann Hale",), "BBC News"),
        (("By Ann Hale, CNN",), ("Ann Hale",), "CNN"),
        (("By Ann Hale | November 16, 2023 | The Northern Ledger",), ("Ann Hale",), "The Northern Ledger"),
        (("Published in", "Better Builds", "May 2, 2024"), (), "Better Builds"),
    ],
)
def test_names_above_an_english_text(
    head: tuple[str, ...], authors: tuple[str, ...], publisher: str | None
) -> None:
    document = read("The night line that nobody drives", *head, *ENGLISH)

    assert (document.authors, document.publisher) == (authors, publisher)


def test_an_address_of_a_mail_is_no_publisher() -> None:
    assert read(TITLE, *BODY, "如有侵权请联系删除。邮箱：haibian@163.com").publisher is None


def test_who_sends_a_press_release_did_not_write_it() -> None:
    document = read(
        "Northwind Opens a Plant",
        "NEWS PROVIDED BY",
        "Northwind Resources",
        "Sep 17, 2024, 09:00 ET",
        *ENGLISH,
        "About Northwind Resources",
        "Northwind Resources is a provider of wind.",
    )

    assert document.authors == ()


# --- sentences that a link cut in two -------------------------------------------


@pytest.mark.parametrize("end", ["whether at night,", "and the dog of the"])
def test_half_a_sentence_is_never_printed(end: str) -> None:
    half = f"Drivers say that the yard is too small for a second line, {end}"
    rest = "late trams, would not fit into the yard any more."

    lines = [line for paragraph in (*ENGLISH[:2], half, rest, ENGLISH[2]) for line in (paragraph, "")]

    assert printed(*lines) == list(ENGLISH)


# --- pages of paper ------------------------------------------------------------


def test_a_word_broken_at_the_end_of_a_line_is_whole_again() -> None:
    lines = (
        "The tram depot supplies drivers to more than one bil-",
        "lion passengers a year, and it is a well-",
        "known place in town, though few have been in-",
        "side it since the council closed the gate.",
        "Drivers had asked for a second night line since",
        "March, and the council had promised two of them.",
        "Nobody knows yet who will drive the first of",
        "the two, or whether it will ever leave the yard.",
    )

    text = " ".join(printed(*lines))

    assert "one billion passengers" in text
    assert "a well-known place" in text
    assert "been inside it" in text


def test_half_a_sentence_at_the_end_of_a_page_is_not_printed() -> None:
    last = (
        "The conductor kept the bell, and the council kept the rails, for nobody wanted to pay for digging."
    )
    torn = "In the valley of the old tram line, where nine villages share one bus, fares fell last winter by"

    assert printed(ENGLISH[1], torn, "12", last) == [ENGLISH[1], last]


# --- speech --------------------------------------------------------------------


def test_the_last_sentence_of_a_copy_that_was_cut_off_is_not_printed() -> None:
    told = [sentence for sentence in (*BODY, *BODY[::-1], *BODY) if sentence[-1] in "。！？"]
    boxes = [f"第{number}只箱子里有{number}本书，没有人借过。" for number in "一二三四五六"]
    lines = [*dict.fromkeys(told), *boxes]

    cut = "岛上另一家图书馆的书都从城里运来。船长说，再过两年，那些书就要搬到山上，与别的书一起，给新来的孩"
    read = printed(*lines, cut)

    assert "岛上另一家图书馆的书都从城里运来。" in read
    assert not any("孩" in sentence for sentence in read)
    assert any("孩" in sentence for sentence in printed(*lines, cut + "子看。"))


def test_clocks_between_clauses_part_no_sentence() -> None:
    lines = (
        "00:00",
        "大家好，这里是海边的老周。",
        "00:03",
        "上个月，一位工程师在网上公布了两千页邮件，",
        "00:09",
        "揭秘了这家公司三年来隐瞒的故障。",
        "00:15",
        "邮件显示，去年就有人要求停止交付。",
        "00:22",
        "公司当时的回复只有一句话。",
    )

    assert "上个月，一位工程师在网上公布了两千页邮件，揭秘了这家公司三年来隐瞒的故障。" in printed(*lines)


def test_speakers_with_their_times_are_not_what_they_said() -> None:
    said = (
        "I know the harvest is not over.",
        "The combine broke this morning.",
        "When did you stop planting wheat?",
        "The river came up three times that spring.",
        "Last year the rice paid better.",
    )
    lines = [line for at, text in enumerate(said) for line in (f"Speaker {at % 2 + 1}  0:{10 * at:02}", text)]

    assert printed(*lines) == list(said)


# --- refused -------------------------------------------------------------------


@pytest.mark.parametrize(
    "lines",
    [
        ("www.example.org", "Verifying you are human. This may take a few seconds.", "Ray ID: 8a9d2f1c"),
        (
            "百家乐、时时彩、北京赛车pk10投注平台，信誉第一，提款秒到账。",
            "加微信 vx66688 领取计划群，老师带你稳赚不赔。",
            "AG真人视讯 欧博娱乐 太阳城代理加盟 返水1.2%，24小时在线客服。",
        ),
    ],
)
def test_gates_and_spam_are_no_articles(lines: tuple[str, ...]) -> None:
    with pytest.raises(UnusableText):
        read(*lines)


def test_an_article_into_whose_page_spam_was_put_is_one() -> None:
    assert printed(TITLE, *BODY, "百家乐、时时彩、北京赛车pk10投注平台，信誉第一，提款秒到账。" * 4) == list(
        BODY
    )


SET = ("java", "mysql", "web")
TAGGED = [f"{sentence}{tag}" for sentence, tag in zip(BODY, SET, strict=True)]


def test_words_that_a_copy_set_behind_its_paragraphs_go() -> None:
    last = "他说书比船轻，也比船经得起风。数据库"

    assert printed(TITLE, "", *TAGGED, last) == [*BODY, last.removesuffix("数据库")]


def test_a_word_behind_the_last_stop_of_one_paragraph_or_two_is_its_writer_s() -> None:
    found, _ = rows(article("\n".join((TITLE, "", *TAGGED[:2], BODY[2]))))

    assert [row.text for row in found] == [TITLE, *TAGGED[:2], BODY[2]]
