"""Title, house and day of filthy pages: what tells one line from the other, and what is none of them."""

from __future__ import annotations

import pytest

from digest.cleaning import clean
from digest.intake import read_bytes
from digest.model import Document, Metadata

from .articles import STORY, TEXT, TITEL, TITLE, article


def page(*lines: str) -> Document:
    return clean(article("\n".join(lines)))


def test_a_title_on_two_lines_is_one_where_a_quotation_holds_them_together() -> None:
    assert page("“水库见底了", "全县的人都在等一场雨”", *TEXT).title == "“水库见底了全县的人都在等一场雨”"


def test_between_what_an_advertisement_stands_is_no_title() -> None:
    assert page("date 2025-12-05 我是廣告 請繼續往下閱讀", *TEXT).title is None


def test_a_longer_subtitle_has_more_of_the_text_s_words_and_is_not_the_title() -> None:
    title = "Drivers run village bus for good"
    subtitle = "Nine retired drivers of the village take turns to drive the bus to school every day"
    assert page("Search", "March 5, 2024", title, subtitle, "Email", "By Nell Farr", *STORY).title == title


@pytest.mark.parametrize(
    "line",
    [
        "Drivers of the village bus at the railway (File Photo)",
        "The village bus and its nine drivers -Google image",
        "渡轮票价：二十元",
    ],
)
def test_what_a_picture_was_taken_for_and_a_field_of_a_form_are_no_title(line: str) -> None:
    story = TEXT if line[0] == "渡" else STORY

    assert page(line, *story).title is None


def test_a_heading_that_is_an_address_is_no_title() -> None:
    (read,) = read_bytes(
        "\n\n".join(("## https://tram.example.org/2013/09/bus.html", f"# {TITEL}", *TEXT)).encode(), "one.md"
    )
    assert clean(read).title == TITEL


def test_a_notice_in_brackets_is_no_paper_s_name() -> None:
    assert page(f"【安全通报】{TITEL}", *TEXT).title == f"【安全通报】{TITEL}"
    assert page(f"【海岬日报】{TITEL}", *TEXT).title == TITEL


@pytest.mark.parametrize(
    ("lines", "house"),
    [
        ((TITEL, *TEXT[:2], f"{TEXT[2]}来源：海岬观察"), "海岬观察"),
        (("海岬晚报 数字报纸", "a0005版：互动", TITEL, *TEXT), "海岬晚报"),
        ((TITEL, f"晨报讯 {TEXT[0]}", *TEXT[1:]), None),
        ((TITEL, f"体育资讯3月27日讯 {TEXT[0]}", *TEXT[1:]), None),
        ((TITEL, f"【海岬科技资讯】11月22日消息，{TEXT[0]}", *TEXT[1:]), "海岬科技资讯"),
        ((TITEL, f"【新海岬北京时间2023年11月18日讯】{TEXT[0]}", *TEXT[1:]), "新海岬"),
        ((TITEL, f"【海岬新聞特派王小明臺北報導】{TEXT[0]}", *TEXT[1:]), "海岬新闻"),
        ((TITEL, f"【海岬网记者王小明石螺岛报道】{TEXT[0]}", *TEXT[1:]), "海岬网"),
        ((TITLE, STORY[0], "The bus at noon", "Source: Office of the mayor", *STORY[1:]), None),
        ((TITLE, "Source: Office of the mayor", *STORY), "Office of the mayor"),
        (("大家好，欢迎来到本期视频！", *TEXT), None),
        (("首页", "新闻", "地方", TITEL, "打印", "豆瓣", *TEXT, "豆瓣", "© 2019 海岬网"), "海岬网"),
        ((TITLE, *STORY, "Copyright © 2019 Tram.com, LLC. Reproduction is prohibited."), "Tram"),
        ((TITLE, "Tram", *STORY, "©2011 Tram Internet Ventures. Terms of Use"), "Tram"),
        ((TITLE, *STORY, "© Crazy Tram | Impressum & Datenschutz"), "Crazy Tram"),
        ((TITLE, *STORY, "© 2019 TramWire Privacy Policy"), "TramWire"),
        ((TITLE, *STORY, "© 2019 TramWire GmbH"), "TramWire"),
        ((TITLE, "© Nell Farr", *STORY), None),
        ((TITLE, *STORY, "Portions of this content are ©1998–2015 by individual contributors."), None),
        ((TITLE, *STORY, "Top of Page Home © 2014 all rights reserved"), None),
        ((TITLE, "Follow Tramwire Followed", *STORY, "Tramwire Followed", "Follow Tramwire Followed"), None),
        ((TITLE, "By Nell Farr , Tram.org", *STORY, *["Subscribe to the Rail X Newsletter"] * 2), "Tram.org"),
    ],
)
def test_who_published_it(lines: tuple[str, ...], house: str | None) -> None:
    assert page(*lines).publisher == house


@pytest.mark.parametrize(
    ("lines", "day"),
    [
        (("date 2026-01-01 熱門搜尋:", "出版：2026-Jan-16 15:30", TITEL, *TEXT), "2026-01-16"),
        ((TITEL, "Highlights first synced by a program on Dec 8, 2022", *TEXT), None),
        ((TITLE, "Thursday 06 October 2011", "9:39AM BST 05 Oct 2011", *STORY), "2011-10-05"),
        ((TITLE, "Nell Farr", "Jul  3, 2019,  4:22am EDT", *STORY), "2019-07-03"),
    ],
)
def test_when_it_was_published(lines: tuple[str, ...], day: str | None) -> None:
    published = page(*lines).published
    assert (published.date if published else None) == day


def test_a_list_of_other_texts_with_their_days_gives_none() -> None:
    others = ("* 灯塔简介，2019年7月9日", "* 视频: 港口与船，2019年7月3日", "* 沙丘简介，2019年7月1日")
    (read,) = read_bytes(
        "\n\n".join((f"# {TITEL}", TEXT[0], "\n".join(others), *TEXT[1:])).encode(), "one.md"
    )
    assert clean(read).published is None


def test_the_day_on_which_a_page_was_clipped_is_not_the_day_of_a_page_that_says_none() -> None:
    """Obsidian's clipper leaves `published` empty then, and writes its own day below it."""
    fields = (
        f'title: "{TITEL}"',
        'source: "https://tram.example.org/bus"',
        "published:",
        "created: 2026-05-02",
    )
    front = "\n".join(("---", *fields, "---", ""))
    (read,) = read_bytes((front + "\n\n".join(TEXT)).encode(), "one.md")
    assert clean(read).published is None


def test_a_line_with_writer_house_and_clock_gives_all_three() -> None:
    told = page(TITLE, "Jane Harbour, THE TRAM 3:53 p.m. EST March 5, 2024", "Jane Harbour", *STORY)
    assert told.authors == ("Jane Harbour",)
    assert told.publisher == "THE TRAM"
    assert told.published is not None
    assert told.published.date == "2024-03-05"


@pytest.mark.parametrize(
    "line",
    [
        "来源：商讯 2024-03-05",
        "來源:綜合報導",
        "来源：综合外电报道 2024-03-05",
        "来源：网络综合",
        "来源：学生工作处 发布时间：2024-03-05",
        "at 2024-03-05T10:17",
        "2024-03-05 02:28 · 回复 #7",
    ],
)
def test_an_office_a_kind_of_text_and_a_word_before_a_day_are_no_house(line: str) -> None:
    assert page(TITEL, line, *TEXT).publisher is None


@pytest.mark.parametrize("notice", ["© TRAM 2016 Privacy and Cookies Copyright Community policy"])
def test_a_policy_is_no_house(notice: str) -> None:
    assert page(TITLE, *STORY, notice).publisher != "Community policy"


def test_the_word_copyright_behind_its_sign_is_no_part_of_a_name() -> None:
    assert page(TITLE, *STORY, "© Copyright Women Drive Trams. All Rights Reserved.").publisher == (
        "Women Drive Trams"
    )


def test_on_a_board_a_poster_s_rank_is_no_house() -> None:
    post = (TITEL, "渡轮甲", "王室 | 2024-03-05 02:47:32", *TEXT, "回覆 使用道具")
    assert page(*post).publisher is None


def test_the_day_beside_the_name_of_a_box_is_the_visitor_s() -> None:
    head = ("今日看点 2024年10月7日 星期一", TITEL, "2024-03-05 10:22:14 来源：海岬日报")
    told = page(*head, *TEXT).published
    assert told is not None
    assert told.date == "2024-03-05"


def test_of_a_paragraph_above_and_below_the_title_the_one_below_is_the_text_s() -> None:
    byline = "Jane Harbour, THE TRAM 3:53 p.m. EST March 5, 2024"
    shell = ("Post to Facebook", "CancelSend", "Sent!", "Try again", "Tram clips", "SHARE 79")
    told = page("Share This Story!", TITLE, STORY[0], *shell, TITLE, byline, *STORY)
    fates = {account.first: account.fate for account in told.receipt.accounts}
    assert fates[3] == "removed"
    assert fates[12] == "body"


def test_the_days_and_writers_of_a_list_of_other_texts_are_not_the_text_s() -> None:
    others = (
        "Bus gets a new engine",
        "Blog entry by Nell Farr | 28 April, 2017",
        STORY[2],
        "Drivers wanted in the village",
        "Blog entry by Nell Farr | 21 February, 2017",
        "The village looks for two drivers who know the road to the school, and for one who knows engines.",
        "A pupil writes about the bus",
        "Blog entry by Adam Reed | 13 February, 2017",
        "The bus waits for me every day, and I have never missed it, says the last pupil of the village.",
        "Publication | 17 January, 2017 at 1:00",
    )
    told = page(TITLE, *STORY[:2], "The latest updates", *others)
    assert told.authors == ()
    assert told.published is None


def test_a_house_is_spelled_as_the_page_s_head_does() -> None:
    lines = (TITLE, "Jane Harbour, THE TRAM 3:53 p.m. EST March 5, 2024", *STORY)
    told = clean(article("\n".join(lines), metadata=Metadata(publisher="The Tram")))
    assert told.publisher == "The Tram"


def test_whose_the_picture_is_did_not_publish_the_page() -> None:
    assert page(TITEL, "河湾记者", ", 圖片版權 Reuters", *TEXT).publisher is None
