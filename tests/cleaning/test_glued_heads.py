"""What Chinese papers glue in front of the first sentence is read, and is no part of it."""

from __future__ import annotations

import pytest

from digest.cleaning import clean
from digest.intake import read_bytes
from digest.model import Metadata

from .articles import article, headings

BODY = (
    "石螺岛的渡轮从今天起停航，渔民们在码头上等了一个上午，船东没有出现。\n"
    "港务局说会在周五公布方案，镇长则表示，停航影响了三百多名学生，他已经请求县里派车。"
)
FIRST = BODY.partition("\n")[0]


def cleaned(text: str):
    document = clean(article(text))
    return [sentence.text for sentence in document.sentences], document


@pytest.mark.parametrize(
    ("lead", "authors", "publisher"),
    [
        ("盐城8月7日电 (记者 李小满)", ("李小满",), None),
        ("港都讯（记者 陈青 实习生 林小满 何大海 文/图） ", ("陈青", "林小满", "何大海"), None),
        ("海岬网8月7日讯(海岬导报记者 林小满 通讯员 周远)", ("林小满", "周远"), "海岬网"),
        ("社會中心／台北報導", (), None),
        ("社會中心臺北報導", (), None),
        ("記者林小滿／花蓮報導", ("林小满",), None),
        ("▲渡輪停在港內，乘客改搭巴士。（圖／民眾提供）社會中心／花蓮報導", (), None),
        ("▲渡輪停在港內。（圖／記者周遠攝）記者林小滿／花蓮報導", ("林小满",), None),
        (
            "原标题:渡轮停航的理性与感性作者 | 林小满 责编 | 周远出品 | 海边观察(ID:haibian)",
            ("林小满",),
            None,
        ),
        # Nothing parts the name from the place.
        ("〔記者林小滿溪湖報導〕", ("林小满",), None),
        ("（記者林溪花蓮報導）", ("林溪",), None),
        ("【記者欧阳小滿溪湖報導】", ("欧阳小满",), None),
        ("(中央社記者林小滿彰化2日電)", ("林小满",), "中央社"),
        ("（海岬時報記者林小滿、陳青台灣台北報導）", ("林小满", "陈青"), "海岬时报"),
        ("【海岬時報2024年03月05日訊】（海岬記者林小滿台灣台北報導）", ("林小满",), "海岬时报"),
        ("中央社記者林小滿台北2日電", ("林小满",), "中央社"),
    ],
)
def test_who_reports_from_where_is_cut_and_read(lead, authors, publisher) -> None:
    sentences, document = cleaned(f"石螺岛渡轮今起停航\n\n{lead}{BODY}")
    assert sentences[0] == FIRST
    assert (document.authors, document.publisher) == (authors, publisher)


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("〔記者林小滿溪湖報導〕", ("林小满",)),
        ("【記者 林小滿 彰化 報導】", ("林小满",)),
        ("（本報記者林小滿 石螺報導）", ("林小满",)),
        ("記者林小滿彰化報導", ("林小满",)),
        ("(中央社記者林小滿、陳青彰化2日電)", ("林小满", "陈青")),
    ],
)
def test_who_reports_from_where_on_a_line_of_its_own_is_read_too(line, authors) -> None:
    sentences, document = cleaned(f"石螺岛渡轮今起停航\n\n{line}\n{BODY}")
    assert (sentences[0], document.authors) == (FIRST, authors)


@pytest.mark.parametrize(
    "sentence",
    [
        "盐城8月7日电话不断，渡轮停航的消息传遍了每一条巷子，没有人知道原因。",
        "喜讯（记者没有写在稿子里的那一条）传来，渡轮明天就会开回石螺岛的码头。",
        "记者问镇长台北报导了什么，他说没有看报纸，也没有时间看。",
        "中央社记者站在台北的码头上等了2日，电话一直没有人接，渡轮也没有来。",
        "社会中心的老人说，他们报道失踪的船只已经三十年，从来没有人回过信。",
    ],
)
def test_a_sentence_that_begins_like_one_keeps_its_head(sentence: str) -> None:
    assert cleaned(f"{sentence}\n{BODY}")[0][0] == sentence


@pytest.mark.parametrize(
    ("head", "authors", "publisher"),
    [
        (
            "声明：本文来自于微信公众号 海边观察(ID:haibian)，作者：林小满，授权港湾之家转载发布。",
            ("林小满",),
            None,
        ),
        ("海岬社盐城5月17日电 题：渔村图书馆：灯下的一千个夜晚\n作者 林小满", ("林小满",), "海岬社"),
        ("海岬日报全媒体记者 林小满", ("林小满",), "海岬日报"),
        ("文 / 海岬編輯部 林小滿\n2021.09.01", ("林小满",), "海岬"),
        ("林小满副主任医师 海岬第一医院 呼吸内科", ("林小满",), None),
        ("记者  林小满、周远", ("林小满", "周远"), None),
        ("海岬网手机版移动继续看新闻\n2021 01/26 08:52\n· 来源 ·\n海岬晚报\n· 责编 ·", (), "海岬晚报"),
    ],
)
def test_who_wrote_it_is_read_above_the_text(head, authors, publisher) -> None:
    sentences, document = cleaned(f"石螺岛渡轮今起停航\n\n{head}\n\n{BODY}")
    assert sentences[0] == FIRST
    assert document.authors == authors
    assert publisher is None or document.publisher == publisher


@pytest.mark.parametrize(
    "stamp",
    [
        "海岬時報 2024/03/12 ",
        "海岬时报 2024-03-12 08:15 ",
        "海岬网　2024年3月12日　",
        "海岬周刊 | 2024.3.12 ",
    ],
)
def test_the_page_s_house_and_day_in_front_of_the_text_are_no_part_of_it(stamp: str) -> None:
    told, document = cleaned(f"渡轮停航\n{stamp}{BODY}")

    assert told[0] == FIRST
    assert document.published is not None
    assert document.published.date == "2024-03-12"


@pytest.mark.parametrize(
    "sentence",
    [
        "海岬时报 2024年3月12日 报道称，石螺岛的渡轮从今天起停航，船东没有出现。",
        "海岬时报 2024/03/12 头版刊登了渡轮停航的消息，镇长看了很生气。",
        "海岬时报2024年3月12日刊文说，石螺岛的渡轮从今天起停航。",
        "海岬时报 2024 年的读者调查显示，镇上三成居民每天都坐渡轮。",
        "石螺岛 2024/03/12 起停航的渡轮有三艘，船东没有出现。",
        "海岬社3月12日讯，石螺岛的渡轮从今天起停航，船东没有出现。",
    ],
)
def test_a_house_that_tells_of_a_day_stays_in_its_sentence(sentence: str) -> None:
    told, _ = cleaned(f"渡轮停航\n{BODY}\n{sentence}")

    assert any(each.startswith(sentence[:6]) for each in told)


def test_a_feed_s_section_is_no_part_of_the_house() -> None:
    claims = Metadata(title="石螺岛渡轮今起停航", publisher="HAIJIA 海岬平台 - 渡轮预警")
    document = clean(article(f"石螺岛渡轮今起停航\n{BODY}", metadata=claims))
    assert document.publisher == "HAIJIA 海岬平台"


def test_a_board_of_questions_is_known_by_how_it_counts_who_agrees() -> None:
    head = "林小满\n海洋工程师，关注航运\n已关注\n1,234 人赞同了该回答"
    _, document = cleaned(f"石螺岛渡轮为什么停航？\n\n{head}\n\n{BODY}\n\n编辑于 2023-05-06 10:20")
    assert (document.title, document.authors, document.publisher) == (
        "石螺岛渡轮为什么停航？", ("林小满",), "知乎"
    )  # fmt: skip


def test_a_notice_without_its_star_is_no_sentence() -> None:
    notice = "★《海岬新聞網》提醒您：\n飲酒過量，有礙健康！未成年請勿飲酒！\n※ 自殺不能解決問題，珍惜生命。"
    assert len(cleaned(f"石螺岛渡轮今起停航\n\n{BODY}\n\n{notice}")[0]) == 2


def test_a_heading_with_nothing_but_links_below_it_goes() -> None:
    (read,) = read_bytes(
        (
            f"# 石螺岛渡轮今起停航\n\n{BODY}\n\n## 一、木船\n\n岛上的人说，木船还在，他们随时可以出海。\n\n"
            "### 文章被收录于\n\n[海边笔记](https://example.org/a)\n\n### 往期\n\n[渡轮的历史](https://example.org/b)\n"
        ).encode(),
        "one.md",
    )
    assert headings(clean(read)) == ["一、木船"]


def test_a_chapter_goes_on_below_a_part_that_has_links_alone() -> None:
    text = (
        f"# 石螺岛渡轮今起停航\n\n{BODY}\n\n## 一、木船\n\n### 往期\n\n[海边笔记](https://example.org/a)\n\n"
        "### 船匠\n\n岛上的人说，木船还在，他们随时可以出海。\n\n"
        "## 二、渡轮\n\n镇长说，渡轮总有一天会回来的，他不着急。\n"
    )
    (read,) = read_bytes(text.encode(), "one.md")
    assert headings(clean(read)) == ["一、木船", "船匠", "二、渡轮"]


def test_a_picture_s_source_is_not_the_article_s() -> None:
    _, document = cleaned(
        "渡轮停航 评：港务局欠乘客一个解释\n周远\n2019-09-07\n渡轮停在港里三天\n（来源：海浪视频）\n"
        f"{BODY}\n本文来源：海岬晚报"
    )
    assert (document.title, document.publisher) == ("渡轮停航 评：港务局欠乘客一个解释", "海岬晚报")


@pytest.mark.parametrize(
    "caption",
    [
        "渡轮停在港里，船员冒雨检修。(路透/海岬消防局)",
        "图片 1",
        "图片 3停在港里的渡轮（左）与码头（右）",
        "渡輪停在港內，乘客改搭巴士。（翻攝畫面）",
        "石螺島渡輪停在港內（海岬社檔案照片）",
        "石螺島渡輪停在港內。圖／記者林小滿攝影",
    ],
)
def test_a_picture_s_words_are_neither_title_nor_text(caption: str) -> None:
    sentences, document = cleaned(f"{caption}\n\n{BODY}\n\n{caption}\n\n岛上的人说，他们还能再等一个星期。")
    assert document.title is None
    assert sentences[-1] == "岛上的人说，他们还能再等一个星期。"
    assert len(sentences) == 3


def test_the_page_of_a_paper_is_no_title() -> None:
    _, document = cleaned(f"A04：石螺岛渡轮特别报道\n2015年07月25日 星期六\n渡轮停航？学生怎么办？\n{BODY}")
    assert document.title == "渡轮停航？学生怎么办？"


def test_a_section_s_name_below_its_path_is_no_title() -> None:
    head = "首頁 / 港.專題 / 《2020海岬節慶》專輯！\n港.專題 《2020海岬節慶》專輯！\n\n渡轮停航？学生怎么办？"
    _, document = cleaned(
        f"{head}\n文 / 林小满\n2021.09.01\n渡轮停航？学生怎么办？\n渡轮停航？学生怎么办？\n{BODY}"
    )
    assert document.title == "渡轮停航？学生怎么办？"
    path = "首页 > 港湾 > 渡轮停航？学生怎么办？\n渡轮停航？学生怎么办？"
    assert cleaned(f"{path}\n2021.09.01\n{BODY}")[1].title == "渡轮停航？学生怎么办？"


def test_the_day_of_an_index_above_the_text_is_no_part_of_its_title() -> None:
    (read,) = read_bytes(f" date 2026-01-25 石螺岛渡轮今起停航\n{BODY}\n".encode(), "one.txt")
    document = clean(read)
    assert document.title == "石螺岛渡轮今起停航"
    assert document.published is not None
    assert document.published.date == "2026-01-25"


def test_what_was_set_into_a_sentence_makes_it_unprintable() -> None:
    document = clean(
        article(f"{BODY}\n镇长林小满现在是图书《十大外围体育app》馆的馆长，她花了二十年收集船票。")
    )
    assert [sentence.quotable for sentence in document.sentences] == [True, True, False]


def test_a_title_in_brackets_may_be_a_sport_s() -> None:
    told = "镇长林小满写的《石螺岛体育简史》下周出版，书里有三百张旧照片。"
    assert clean(article(f"{BODY}\n{told}")).sentences[-1].quotable


def test_with_what_a_content_farm_opens_and_closes_is_no_sentence() -> None:
    farm = "大家好，综合小编来为大家讲解下。渡轮停航，渡轮为什么停航很多人还不知道，现在让我们一起来看看吧！"
    sentences, _ = cleaned(f"{farm}\n\n{BODY}\n\n来源：海岬日报。\n\n本文到此结束，希望对大家有所帮助。")
    assert len(sentences) == 2


@pytest.mark.parametrize(
    "between",
    [
        "請繼續往下閱讀...",
        "更多分享工具...",
        "［記者林小滿／花蓮報導］",
        "[音乐] ",
        "▲渡輪停在港內。（圖／民眾提供） ",
    ],
)
def test_what_a_page_says_between_two_sentences_of_one_line_is_none_of_the_second(between) -> None:
    second = "鎮長說，停航影響了三百多名學生，他已經請求縣裡派車。"
    texts, _ = cleaned(f"石螺島渡輪今起停航\n\n{FIRST}{between}{second}\n\n{BODY}")

    assert texts[1] == "镇长说，停航影响了三百多名学生，他已经请求县里派车。"


def test_a_picture_pointed_at_in_the_middle_of_a_sentence_is_not_printed_with_it() -> None:
    told = "渡輪從今天起停航，漁民等了一個上午，有人先走了▲漁民在碼頭上等渡輪。鎮長沒有出現，電話也沒有人接。"
    texts, _ = cleaned(f"渡輪停航\n\n{told}\n\n{BODY}")

    assert not any("▲" in each or "渔民在码头上等渡轮" in each for each in texts)
    assert "镇长没有出现，电话也没有人接。" in texts


def test_what_a_share_rose_by_is_no_picture() -> None:
    told = "石螺港的股價今天▲3.2%，收在九十元，漁民在碼頭上慶祝了一個上午。"

    assert (
        cleaned(f"渡輪復航\n\n{told}\n\n{BODY}")[0][0]
        == "石螺港的股价今天▲3.2%，收在九十元，渔民在码头上庆祝了一个上午。"
    )


def test_who_reports_from_where_is_read_behind_the_summary_of_a_page_that_came_as_one_line() -> None:
    summary = "石螺島的渡輪今起停航，三百多名學生受到影響。（示意圖）"
    _, document = cleaned(f"石螺島渡輪今起停航\n\n{summary}［記者林小滿／花蓮報導］{FIRST}\n\n{BODY}")

    assert document.authors == ("林小满",)
