"""Who wrote it and who published it, in the shapes in which sites say so; the text is the same below all."""

from __future__ import annotations

import pytest

from digest.cleaning import clean
from digest.cleaning.judging import another
from digest.cleaning.metadata import outlets
from digest.cleaning.metadata.outlets import named
from digest.model import Metadata

from .articles import article

TITLE = "漁村的圖書館只有一百二十本書，船長每月曬一次"
BODY = (
    "石螺島的圖書館開在一艘退役的漁船上，書架是用舊網浮拼起來的，一共擺了一百二十本書。",
    "管理員是六十歲的船長，他每個月初一把書搬出來曬一次，借書的人要在本子上寫下潮水的高度。",
    "去年颱風來的那天，他先把書背上岸，再回頭去繫纜繩，第二天船還在，書也一本沒少。",
)
# Lines above the text, what stands glued before its first word, lines below; authors and publisher.
CHINESE = (
    (("中央社",), "（中央社記者王小明台北8日電）", (), ("王小明",), "中央社"),
    (
        (),
        "（中央社東京8日綜合外電報導）",
        ("※本網站之文字、圖片及影音，非經授權，不得轉載、公開播送或公開傳輸及利用。", "中央社 CNA"),
        (),
        "中央社",
    ),
    (("聯合新聞網", "2024-03-08 10:20 聯合報／ 記者王小明／台北即時報導"), "", (), ("王小明",), "聯合報"),
    (("聯合報 記者王小明／台北即時報導",), "", (), ("王小明",), "聯合報"),
    (("鉅亨網記者王小明 台北 2024-03-04 10:20",), "", (), ("王小明",), "鉅亨網"),
    (("2024年03月04日 10:20 海邊財訊 編譯/王小明 聽全文",), "", (), ("王小明",), "海邊財訊"),
    (("撰文：王小明", "2024-03-04 10:20"), "", ("版權所有　不得轉載",), ("王小明",), None),
    (
        ("鉅亨網編譯王小明 綜合外電", "2024-03-04 10:20"),
        "",
        ("下載鉅亨 APP 掌握最新財經",),
        ("王小明",),
        "鉅亨網",
    ),
    (
        ("撰文：王小明", "出版：2023-07-13 07:00 更新：2023-07-13 12:18"),
        "",
        ("下載《香港01》App，即睇最快最新資訊", "香港01 版權所有"),
        ("王小明",),
        "香港01",
    ),
    (("ETtoday新聞雲", "記者王小明／台北報導"), "", (), ("王小明",), "ETtoday新聞雲"),
    (("36氪", "文｜王小明", "編輯｜李四"), "", (), ("王小明",), "36氪"),
    (
        ("本文來自微信公眾號：海邊紀事（ID：hb），作者：王小明，題圖來自：視覺中國",),
        "",
        (),
        ("王小明",),
        "海邊紀事",
    ),
    (("澎湃新闻记者 王小明", "2024-03-08 10:20 来源：澎湃新闻"), "", (), ("王小明",), "澎湃新闻"),
    (("2024年03月08日 10:20 新浪财经",), "", (), (), "新浪财经"),
    (("作者：王小明 發布時間：2024-03-08 10:20 更新時間：2024-03-08 11:20",), "", (), ("王小明",), None),
    (("莫懷仁（退休船長）", "2024年3月8日"), "", (), ("莫懷仁",), None),
    (("全部內容（退休船長）", "2024年3月8日"), "", (), (), None),
    (("海岬商業 記者 王小明 發自高雄、台北", "2024年3月8日"), "", (), ("王小明",), None),
    (("BBC中文記者 發自湖北", "2024年3月8日"), "", (), (), "BBC中文"),
    (("王小明 BBC中文記者", "2024年3月8日"), "", (), ("王小明",), "BBC中文"),
    (("王小明，BBC 中文", "2024年3月8日"), "", (), ("王小明",), "BBC中文"),
    (
        ("王小明 2024-03-08 10:20 人氣(1234)",),
        "",
        ("風傳媒歡迎各界分享發聲，來稿請寄至 opinion@storm.example",),
        ("王小明",),
        "風傳媒",
    ),
    (("文字 王小明 攝影 李四",), "", (), ("王小明",), None),
    (("文字／王小明 攝影／李四", "2024/3/8"), "", ("報導者 The Reporter",), ("王小明",), "報導者"),
    (("2024-03-05 10:20:30 来源: 半亩观察 举报",), "", (), (), "半亩观察"),
    (("王小明 发表于 2024-3-8 10:20:33",), "", (), ("王小明",), None),
    (("採訪、撰文／王小明 攝影／李四",), "", (), ("王小明",), None),
    (("撰文、攝影 王小明",), "", (), ("王小明",), None),
    (("圖、文／王小明",), "", (), ("王小明",), None),
    (("文、圖：王小明",), "", (), ("王小明",), None),
    (("王小明／台北報導",), "", (), ("王小明",), None),
    (("明報記者 王小明",), "【明報專訊】", (), ("王小明",), "明報"),
    (("香港2024年3月8日",), "香港2024年3月8日 /美通社/ -- ", (), (), "美通社"),
    (("口述：張三", "整理：王小明"), "", (), ("王小明",), None),
    (("2024-03-08 10:20:30", "来自：王小明(北京)", "豆瓣 > 日记"), "", (), ("王小明",), "豆瓣"),
    (("王小明 等 3 人赞同了该回答", "知乎"), "", ("编辑于 2022-04-11 13:02",), (), "知乎"),
    (
        ("王小明", "自由撰稿人，關注海島", "關注"),
        "",
        ("發布於 2022-04-11 13:02・IP 属地浙江", "下载知乎客户端"),
        ("王小明",),
        "知乎",
    ),
    (("哔哩哔哩", "UP主：王小明", "2024年03月08日 10:20 2341阅读"), "", (), ("王小明",), "哔哩哔哩"),
    (("2024年3月8日 星期五", "北方漁業報"), "", ("北方渔业报社 版权所有",), (), "北方漁業報"),
    (("都市快报记者 王小明 通讯员 李四",), "", (), ("王小明",), "都市快报"),
    (("本报记者 王小明 李小红",), "", (), ("王小明", "李小红"), None),
    (("作者：王小明（某大學教授）",), "", (), ("王小明",), None),
    (("文 | 王小明", "來源 | 海邊紀事（ID：haibian）"), "", (), ("王小明",), "海邊紀事"),
    (("原創 王小明 海邊紀事 2024-03-08 10:20 浙江",), "", (), ("王小明",), "海邊紀事"),
    (("南方周末记者 王小明 发自 石螺岛",), "", (), ("王小明",), "南方周末"),
    (("财新记者 王小明",), "", (), ("王小明",), "财新"),
    (("經濟日報 記者王小明／台北報導",), "", (), ("王小明",), "經濟日報"),
    (("作者: 王小明 | 香港電台新聞",), "", (), ("王小明",), None),
    (("posted @ 2024-03-05 10:20 王小明 阅读(123)",), "", (), ("王小明",), None),
    (("【文/海岬网专栏作者 王小明】",), "", (), ("王小明",), None),
    (("2024年3月8日 10:20 来源: 海岬网",), "海岬网3月8日讯（记者王小明 整合） ", (), ("王小明",), "海岬网"),
    (("2024-03-08 10:20 漁業之星[整理] 1",), "", (), (), "漁業之星"),
    (("2024-03-08 10:20 All rights reserved",), "", (), (), None),
    (("海岬日報 > 地方 > 王小明",), "", ("© 2024 mi.com All Rights Reserved",), (), None),
    (("2024-03-08 10:20",), "", ("海边纪事", "海边纪事的主页", "文章数 128"), (), "海边纪事"),
    (("2024-03-08 10:20", "海岬晚报", "分享"), "", (), (), "海岬晚报"),
    (("海岬纪事 3小时前", "海岛领域创作者", "关注"), "", (), (), "海岬纪事"),
    (("昨天10:20 旅行领域创作者 海岬纪事",), "", (), (), "海岬纪事"),
    (
        ("知乎", "慢羊吃草", "走过四十个岛的人", "关注"),
        "",
        ("下载知乎客户端",),
        ("慢羊吃草",),
        "知乎",
    ),
    (("新聞來源：", "海岬日報"), "", (), (), "海岬日報"),
)


@pytest.mark.parametrize(("head", "lead", "tail", "authors", "publisher"), CHINESE)
def test_writer_and_house_are_read_from_a_chinese_page(
    head: tuple[str, ...], lead: str, tail: tuple[str, ...], authors: tuple[str, ...], publisher: str | None
) -> None:
    text = "\n".join((TITLE, *head, lead + BODY[0], *BODY[1:], *tail))

    document = clean(article(text), script="keep")

    assert (document.title, document.authors, document.publisher) == (TITLE, authors, publisher)
    assert [each.text for each in document.sentences if each.quotable][-1] == BODY[-1]


EN_TITLE = "Village keeps its bus by driving it in turns"
EN_BODY = (
    "The village has run its own bus since the railway closed, and four retired drivers take turns.",
    "The bus leaves at seven, at noon and at five, and it waits for the last pupil of the school.",
    "Tickets cost one euro, and the mayor pays for her own, which the paper checked in March.",
)
ENGLISH = (
    (("By JANE DOE jdoe@paper.example",), (), ("JANE DOE",), None),
    (("Jane Doe, Staff Writer", "March 5, 2024"), (), ("Jane Doe",), None),
    (("by: Jane Doe", "Posted: Mar 5, 2024 / 10:20 AM EST"), (), ("Jane Doe",), None),
    (
        ("Jane Doe", "Mar 05, 2024"),
        ("Thanks for reading Slow Notes! Subscribe for free.",),
        ("Jane Doe",),
        "Slow Notes",
    ),
    (("Story by Jane Doe", "March 5, 2024"), (), ("Jane Doe",), None),
    (
        ("Jane Doe | The Daily Harbor", "March 5, 2024"),
        ("© 2024 The Daily Harbor",),
        ("Jane Doe",),
        "The Daily Harbor",
    ),
    (
        ("By Jane Doe and John Roe", "Updated March 5, 2024 10:20 a.m."),
        ("Copyright 2024 Harbor Media LLC. All rights reserved.",),
        ("Jane Doe", "John Roe"),
        "Harbor Media",
    ),
    (("Jane Doe in Oslo", "Tue 5 Mar 2024 07.30 GMT"), (), ("Jane Doe",), None),
    (
        ("Jane Doe", "The Harbor Gazette", "Mar 5, 2024"),
        ("© 2024 www.harbor.example",),
        ("Jane Doe",),
        "The Harbor Gazette",
    ),
    (
        ("Editor’s note: this essay, written by Jane Doe, first appeared in a book.", "March 5, 2024"),
        (),
        ("Jane Doe",),
        None,
    ),
)


@pytest.mark.parametrize(("head", "tail", "authors", "publisher"), ENGLISH)
def test_writer_and_house_are_read_from_an_english_page(
    head: tuple[str, ...], tail: tuple[str, ...], authors: tuple[str, ...], publisher: str | None
) -> None:
    document = clean(article("\n".join((EN_TITLE, *head, *EN_BODY, *tail))))

    assert (document.title, document.authors, document.publisher) == (EN_TITLE, authors, publisher)


def test_the_house_beside_the_date_wrote_nothing_where_the_head_names_who_did() -> None:
    claims = Metadata(title=EN_TITLE, authors=("Jane Doe",), publisher="Harbour Review")
    text = "\n".join((EN_TITLE, "Harbour Review March 5, 2024", *EN_BODY))

    assert clean(article(text, metadata=claims, l1="title")).authors == ("Jane Doe",)


def test_what_a_german_page_sets_before_the_writer_is_no_house() -> None:
    text = "\n".join((EN_TITLE, "11.09.2011, 16:20 von seebaer", *EN_BODY))

    assert clean(article(text, l2="byline")).publisher is None


def test_behind_the_title_of_a_window_the_last_name_is_the_site_s() -> None:
    """Title | Section | Site: the page has the title alone further down."""
    window = f"{EN_TITLE} | World | The Daily Harbor"

    document = clean(article("\n".join((window, "Home", "Sign in", EN_TITLE, "March 5, 2024", *EN_BODY))))

    assert (document.title, document.publisher) == (EN_TITLE, "The Daily Harbor")


def test_an_outlet_that_the_text_only_quotes_did_not_publish_it() -> None:
    text = "\n".join((TITLE, f"知乎上有人問過這座圖書館在哪裡。{BODY[0]}", *BODY[1:], "新浪網友的留言很多。"))

    assert clean(article(text)).publisher is None


def test_who_comments_below_is_no_author() -> None:
    text = "\n".join((TITLE, *BODY, "全部讨论", "慢羊吃草 03-12 09:02 · 来自雪球", "说得好。"))

    assert clean(article(text)).authors == ()


def test_the_longer_name_is_the_one_meant() -> None:
    assert named("新浪财经") == "新浪财经"
    assert named("the liberty times") == "自由時報"
    assert named("liberty") is None


STORY = (
    "The boats on the quay are older than the men who mend them, and on Friday all of them lay dry.\n\n"
    "The harbour master said that the tide would be back by the evening, as it had been for a century.\n\n"
    "Nobody on the island can remember a winter in which the ferry did not run for eleven days.\n"
)


def test_two_reporters_in_two_cities_are_two_authors_and_no_title() -> None:
    """The line was taken for the title, and the title for a section of the site."""
    text = (
        "Northgate Post · World\nRescuers dig through the gorge as the toll climbs to 12\n"
        "By Grace Pemberton in Hualien and Aaron Hsieh in New Taipei\nUpdated April 5, 2024\n\n" + STORY
    )
    document = clean(article(text))

    assert document.authors == ("Grace Pemberton", "Aaron Hsieh")
    assert document.title == "Rescuers dig through the gorge as the toll climbs to 12"


def test_the_paper_and_the_day_on_one_line_are_both_read() -> None:
    text = (
        "The board ran out of patience\nBy Hannah Okafor\nThe Pacific Ledger | December 4, 2024\n\n" + STORY
    )
    document = clean(article(text))

    assert document.publisher == "The Pacific Ledger"
    assert document.published is not None
    assert document.published.date == "2024-12-04"


def test_the_dateline_of_an_agency_that_no_list_has_is_no_part_of_the_sentence() -> None:
    found = clean(article("\n".join((TITLE, "海岬社岱門8月15日電 " + BODY[0], *BODY[1:]))))

    assert found.sentences[0].text.startswith("石螺岛的图书馆开在")


def test_a_telephone_behind_a_day_is_no_dateline() -> None:
    call = "海岬社記者8月15日電話採訪了船長，他說圖書館今年還會收三十本新書，書架要再拼兩層。"

    found = clean(article("\n".join((TITLE, BODY[0], call, *BODY[1:]))))

    assert any(sentence.text.startswith("海岬社记者8月15日电话采访了船长") for sentence in found.sentences)


def test_readers_call_no_paper_by_its_legal_form() -> None:
    found = clean(article("\n".join((TITLE, *BODY, "© 2024 石螺日報有限公司 版權所有"))))

    assert found.publisher == "石螺日报"


def test_whose_a_page_is_is_asked_once_however_many_names_stand_beside_a_day(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: list[int] = []
    shown = outlets.shown
    monkeypatch.setattr(outlets, "shown", lambda rows, fates: asked.append(1) or shown(rows, fates))
    listed = [f"潮水记录 2010-01-{day:02}" for day in range(1, 29)]
    clean(article("\n".join([TITLE, "2024-05-06", *BODY, *listed, *BODY[:1]])))

    assert len(asked) <= 2


def test_of_all_dates_between_two_paragraphs_one_tells_of_another_article(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: list[int] = []
    weights = another.weights
    monkeypatch.setattr(another, "weights", lambda text: asked.append(1) or weights(text))
    dates = [f"2010-01-{day:02} 08:00" for day in range(1, 29)]
    clean(article("\n".join([TITLE, *BODY, *dates, *BODY[::-1]])))

    assert len(asked) <= 2
