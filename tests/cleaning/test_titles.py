"""A title is found under the site's name, behind its menu and path, and printed without them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from digest.cleaning import clean
from digest.model import Metadata

from .articles import article

T = "渔村的图书馆只有一百二十本书，船长每月晒一次"
BODY = (
    "石螺岛的图书馆开在一艘退役的渔船上，书架是用旧网浮拼起来的，一共摆了一百二十本书。",
    "管理员是六十岁的船长，他每个月初一把书搬出来晒一次，借书的人要在本子上写下潮水的高度。",
    "去年台风来的那天，他先把书背上岸，再回头去系缆绳，第二天船还在，书也一本没少。",
)
HEADS = (
    (f"哔哩哔哩首页番剧直播游戏中心{T}",),
    (f"聯合新聞網 即時 要聞 {T}",),
    (f"石螺新聞 焦點 民生 {T}",),
    (f"首页新闻财经科技{T}",),
    (f"首页 新闻 财经 科技 {T}",),
    (f"当前位置：首页 > 科技 > {T}",),
    ("首页 / 科技 / 正文", T),
    (f"首页 > 科技 > {T}", "2024-03-05 10:20"),
    (f"{T}_渔村图书馆_石螺岛_海边资讯网",),
    ("渔村图书馆,石螺岛图书馆,船长图书馆-海边资讯网", T),
    ("渔村图书馆_石螺岛图书馆_渔村图书馆怎么样_海边资讯网", "首页 > 资讯", T),
    ("渔村图书馆 石螺岛图书馆 船长图书馆 海边资讯", T),
    (f"{T} - 知乎",),
    (f"{T} | 中央社 CNA",),
    (f"{T} - BBC News 中文",),
    ("BBC News 中文", "主页", "国际", "财经", T),
    (f"{T}|香港01|社會新聞",),
    (f"{T}_新浪财经_新浪网",),
    (f"{T}｜Anue鉅亨 - 台股新聞",),
    (f"{T} - 36氪",),
    (f"{T}-虎嗅网",),
    (f"{T}- 36氪",),
    (f"【海岬晚报】{T}",),
    (f"site_name: {T[:10]}", T),
    (f"{T}_澎湃号·湃客_澎湃新闻-The Paper",),
    (f"[新聞] {T}",),
    (f"【獨家】{T}",),
    (f"標題 [新聞] {T}",),
    (f"原标题：{T}",),
    (f"{T} 分享 收藏",),
    (f"正文 {T}",),
    (f"即時 {T}",),
    (f"热点 | {T}",),
    (f"新闻中心 > 正文 > {T}",),
    ("海边资讯网 > 科技 > 正文", "海边资讯网", T, "海边资讯网 2024-03-05"),
    ("首页", "新闻", "地方新闻网", T),
    ("地方新闻网_渔村新闻_石螺岛新闻", T),
    ("登录 注册", "下载APP", "石螺岛日报", T, "石螺岛日报 2024-03-05 10:20"),
    ("石螺岛最新消息今天 石螺岛旅游攻略", T),
    ("看完这篇再去石螺岛！石螺岛旅游攻略大全", T, "2024-03-05"),
    (f"标题：{T}",),
    (f"《海边》2024年第3期 | {T}",),
    (f"# {T}",),
    ("1 / 3", T),
    ("热搜 1 某某离婚", T),
    (
        "您好，请 [登录] [免费注册] | 我的收藏 | 消息(0)",
        "简体 | 繁體 | 无障碍阅读 | 大字版",
        T,
        "2024-03-05 10:20",
    ),
    ("渔村在线", "2024年03月05日 星期二 多云", "渔村在线首页 > 滚动新闻", T, "2024-03-05 10:20"),
    ("海边科技 HAIBIAN", T, "海边科技  3月5日 10:20  发布于石螺岛  阅读 10万+", "2024-03-05  |  作者：林一"),
    ("热搜：渔汛直播 潮汐表 四号渡轮停航", T, "2024-03-05 10:20", "分享到：微信 微博 朋友圈 复制链接"),
)


@pytest.mark.parametrize("head", HEADS)
def test_the_title_is_told_from_what_the_site_puts_around_it(head: tuple[str, ...]) -> None:
    assert clean(article("\n".join((*head, *BODY)))).title == T


def test_the_name_of_a_series_with_the_day_of_its_part_belongs_to_the_title() -> None:
    """A paper's name in brackets is cut off; what only ends like one says which part of what this is."""
    for title in (f"【渔村日报】3月5日，{T}", f"【渔村周报】第12期：{T}"):
        assert clean(article("\n".join((title, *BODY)))).title == title


def test_a_first_line_with_more_signs_than_any_name_is_read_in_no_time() -> None:
    """Each sign would have asked for all that stands before and behind it."""
    assert clean(article("\n".join(("渔港/" * 20_000, T, *BODY)))).title == T


@pytest.mark.parametrize(
    "title",
    [
        "科技公司的冬天：三家图书馆同时关门",
        "教育 文化与一艘渔船的三十年",
        "渔船 台风 一百二十本书的图书馆怎样过冬",
        "新闻自由受到威胁，渔村的报纸也停了",
        "主页上的渔村：一百二十本书的目录",
    ],
)
def test_a_title_that_begins_with_the_word_of_a_menu_keeps_it(title: str) -> None:
    assert clean(article("\n".join((title, *BODY)))).title == title


MENU = tuple(f"栏目{number}" for number in range(60))


def test_buttons_between_the_stamp_and_the_text_do_not_hide_the_title_below_a_long_menu() -> None:
    buttons = (
        "举报158",
        "易信",
        "微信",
        "微博",
        "更多",
        "T + -",
        "（原标题：船上的书）",
        "大",
        "中",
        "小",
        "字号",
    )
    signed = ("2024-03-05 10:20:30", "来源：海边日报", *buttons)

    assert clean(article("\n".join((*MENU, T, *signed, "船上的书架。图书馆供图", *BODY)))).title == T


EN = "Village keeps its bus by driving it in turns"
EN_BODY = (
    "The village has run its own bus since the railway closed, and four retired drivers take turns.",
    "The bus leaves at seven, at noon and at five, and it waits for the last pupil of the school.",
)


@pytest.mark.parametrize(
    "head",
    [
        (f"Home » News » {EN}",),
        (f"Home News Sports {EN}",),
        (f"{EN} - The Daily Harbor",),
        (f"{EN} | News | dailyharbor.example",),
        ("The Daily Harbor", "Subscribe", "News", EN),
        ("THE DAILY HARBOR", "Trams | Ferries | Money | Jobs board", "Sign in to save this story", EN),
    ],
)
def test_an_english_title_too(head: tuple[str, ...]) -> None:
    assert clean(article("\n".join((*head, *EN_BODY)))).title == EN


def test_world_business_leaders_are_no_menu() -> None:
    title = "World Business Leaders Meet in a Village Bus"

    assert clean(article("\n".join((title, *EN_BODY)))).title == title


@pytest.mark.parametrize(
    ("subject", "title"),
    [
        ("☕ 周三｜一艘没有帆的船，和一百二十本书", "一艘没有帆的船，和一百二十本书"),
        ("一艘没有帆的船，和一百二十本书", "一艘没有帆的船，和一百二十本书"),
        ("周三的船不开，书照样要晒", "周三的船不开，书照样要晒"),
        ("☕ 周三", None),
    ],
)
def test_a_mail_is_called_what_its_subject_says_behind_the_day(subject: str, title: str | None) -> None:
    head = ("发件人：海边邮差 <hello@haibian.example>", f"主题：{subject}", "日期：2024年3月6日 06:30")

    assert clean(article("\n".join((*head, "", *BODY)))).title == title


@pytest.mark.parametrize(
    "title", ["漁村的圖書館開在船上，船長每月曬一次書", "渔村的图书馆开在船上，船长每月晒一次书"]
)
def test_a_first_sentence_that_says_what_the_subject_says_is_the_title_in_either_script(title: str) -> None:
    body = (
        "石螺岛的图书馆开在一艘退役的渔船上，书架是用旧网浮拼起来的，一共摆了一百二十本书。",
        "管理员是六十岁的船长，他每个月初一把书搬出来晒一次，借书的人要在本子上写下潮水的高度。",
        "去年台风来的那天，他先把书背上岸，再回头去系缆绳，第二天船还在，书也一本没少。",
    )
    mail = replace(article("\n".join((f"{title}。", *body)), metadata=Metadata(title=title)), format="eml")

    assert [sentence.text for sentence in clean(mail).sentences] == list(body)


def test_buttons_side_by_side_are_no_title_where_there_is_none() -> None:
    assert clean(article("\n".join(("简体 | 繁體 | 大字版 | 关怀版", *BODY)))).title is None


TEXT = "\n".join(BODY)


def test_two_arrows_in_a_title_are_no_path() -> None:
    claims = Metadata(title="紧急通知>>船上的图书馆周三晒书")
    assert clean(article(f"{claims.title}\n\n{TEXT}", metadata=claims, l1="title")).title == claims.title


def test_what_a_title_quotes_in_angles_is_no_path() -> None:
    claims = Metadata(title="La maire «assume» et «défend» son pont de pierre")
    assert clean(article(f"{claims.title}\n\n{TEXT}", metadata=claims, l1="title")).title == claims.title


def test_the_section_with_which_a_path_ends_is_no_part_of_the_title() -> None:
    title = "船上的图书馆周三晒书，借书的人要自己带灯"
    head = ("您的位置： 首页 >", f"渔业动态 {title}", "来源：海岬日报", "发布时间：2024-03-05")
    assert clean(article("\n".join((*head, TEXT)))).title == title


def test_a_line_that_says_what_the_title_was_is_the_title_where_no_other_is() -> None:
    page = f"原标题：Harbour Tide vs Lamp Room：谁更靠得住？\n\n{TEXT}"
    assert clean(article(page)).title == "Harbour Tide vs Lamp Room：谁更靠得住？"


@pytest.mark.parametrize("title", ["A04版的秘密：一个印刷工人写了十一年", "第2版教材今秋在石螺岛启用"])
def test_a_title_may_speak_of_an_edition(title: str) -> None:
    """第A04版：要闻 is the label of a page."""
    assert clean(article("\n".join([title, "2024-05-06 海岬日报", *BODY]))).title == title


@pytest.mark.parametrize(
    "line",
    [
        "海岬日报记者林小满/石螺报导",
        "时间：03-05人气：15作者：林小满",
        "海岬社新闻APP Icon海岬社新闻APP",
        "手机看帖回帖更方便！\n来源：海岬日报 2024-03-05",
        "Back to the front page\nBY Jane Harbour\n2024-03-05 10:20",
        "You can also find the bus on\nBY Jane Harbour\n2024-03-05 10:20",
    ],
)
def test_a_byline_and_what_visitors_are_offered_are_no_title(line: str) -> None:
    assert clean(article("\n".join((line, *BODY)))).title is None


def test_a_first_line_that_has_nothing_of_the_text_names_it_only_where_something_else_says_so() -> None:
    assert clean(article("\n".join(("金沙滩大剧场贵宾登录 1", *BODY)))).title is None


def test_a_tab_of_many_keywords_is_no_title() -> None:
    tab = "渔村图书_晒书日历_渔村借书_潮水_渔村晒书_船长最新消息 - 海边资讯网"
    assert clean(article("\n".join((tab, *BODY)))).title is None


def test_a_rubric_with_its_day_above_a_title_is_no_title_and_gives_the_day() -> None:
    head = ("Bus Study March 5, 2024, 5:00PM EST", EN, "By Jane Harbour")
    document = clean(article("\n".join((*head, *EN_BODY))))
    assert (document.title, document.published and document.published.date) == (EN, "2024-03-05")


def test_a_bracket_holds_a_title_on_two_lines_together() -> None:
    assert (
        clean(article("\n".join(("【渔村书事", f"船长晒书】{T}", *BODY)))).title == f"【渔村书事船长晒书】{T}"
    )


def test_a_path_that_lost_its_signs_is_no_title() -> None:
    head = ("Home What we do Village Bus", "Email Share", "Bus")
    assert clean(article("\n".join((*head, *EN_BODY)))).title != head[0]


def test_captions_with_the_label_of_the_title_are_no_conversation() -> None:
    title = "独家高清：渔村的图书馆船长每月晒书"
    captions = ("独家高清：船长把书搬到甲板上", "独家高清：书架用旧网浮拼成")
    assert clean(article("\n".join((title, "2024-03-05 10:20", *captions, *BODY)))).title == title


def test_a_title_may_speak_of_scanning() -> None:
    title = "石螺岛图书馆的船长 请借书的人“扫码”关注潮水的高度"
    head = ("海岬头条 > 海岬要闻", "潮水高度查询", title, "发布时间：2024-03-05 10:10来源：海岬日报")
    assert clean(article("\n".join((*head, *BODY)))).title == title


def test_about_the_site_is_no_title() -> None:
    head = ("Village", "Jane Harbour", "rss feed", "about village", "March 5, 2024")
    assert clean(article("\n".join((*head, *EN_BODY)))).title != "about village"


def test_the_column_of_a_site_behind_a_title_is_no_part_of_it() -> None:
    assert (
        clean(article("\n".join((f"{T}→ 全球热点", "来源：海岬日报 2024-03-05 10:20", *BODY)))).title
        == f"{T}→"
    )
    assert clean(article("\n".join((f"{T} 环球快资讯", "2024-03-05 10:20", *BODY)))).title == T


def test_what_a_note_says_a_text_was_called_is_its_title_and_no_quotation_is() -> None:
    note = f"本文来自微信公众号：海岬观察（ID：haijia），原文标题：《{T} | 船长专访》，题图来自：海岬日报"
    asked = "“渔村的图书馆真的没有人来借书吗？船长还有什么办法把书晒干？”"
    assert clean(article("\n".join((note, asked, *BODY)))).title == f"{T} | 船长专访"
