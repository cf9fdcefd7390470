"""Whose account a text stands on, and where a reprint says that it stood first."""

from __future__ import annotations

import pytest

from digest.cleaning import clean
from digest.model import Metadata

from .articles import article

BODY = (
    "山上的水库在春天只剩下三分之一的水。管水的人说，这是他记事以来最低的一次，连坝底的石碑都露了出来。\n\n"
    "石碑上刻着1934年的水位，比今年还要低两尺。县志里记载，那一年全县的人轮流守夜，怕有人偷水。\n\n"
    "到了六月，雨终于来了，一下就是九天。水库的闸门打开的时候，下游的孩子们都跑到桥上去看。"
)
TITLE = "水库见底之后，全县的人在等一场雨"


def test_the_name_above_the_buttons_of_wechat_is_the_account_and_those_above_it_the_writers() -> None:
    page = f"{TITLE}\n\n海生\n海生\n\n石螺岛纪事\n\n在小说阅读器读本章\n\n去阅读\n\n{BODY}"
    found = clean(article(page, l1="title"))
    assert (found.publisher, found.authors) == ("石螺岛纪事", ("海生",))


def test_a_writer_who_is_his_own_account_is_no_writer() -> None:
    page = f"{TITLE}\n\n石螺岛纪事\n石螺岛纪事\n\n在小说阅读器读本章\n\n{BODY}"
    found = clean(article(page, l1="title"))
    assert (found.publisher, found.authors) == ("石螺岛纪事", ())


def test_below_the_text_the_account_stands_between_two_buttons() -> None:
    page = f"{TITLE}\n\n{BODY}\n\n来源：东岸通讯社\n\n继续滑动看下一个\n\n石螺岛纪事\n\n向上滑动看下一个"
    assert clean(article(page, l1="title")).publisher == "石螺岛纪事"


def test_the_account_is_no_reader_s_feed_that_fetched_it() -> None:
    claims = Metadata(title=TITLE, publisher="Harbour's feed")
    page = f"{TITLE}\n\n石螺岛纪事\n\n在小说阅读器读本章\n\n{BODY}"
    assert clean(article(page, metadata=claims, l1="title")).publisher == "石螺岛纪事"


@pytest.mark.parametrize(
    ("line", "house", "writers"),
    [
        ("本文来自微信公众号“石螺岛纪事”（ID：shiluodao）， 作者小满", "石螺岛纪事", ("小满",)),
        ("编者按：本文转载自微信公众号“石螺岛纪事”。", "石螺岛纪事", ()),
        (
            "本文来自微信公众号石螺岛纪事（Island），作者欧海生，已获作者授权，请勿二次转载！",
            "石螺岛纪事",
            ("欧海生",),
        ),
        ("原文来自 海岬观察", "海岬观察", ()),
    ],
)
def test_a_reprint_says_where_the_text_stood_first(line: str, house: str, writers: tuple[str, ...]) -> None:
    found = clean(article(f"{TITLE}\n\n{line}\n\n{BODY}", l1="title"))
    assert (found.publisher, found.authors) == (house, writers)
    assert found.sentences[0].text.startswith("山上的水库")


def test_a_site_that_shows_itself_published_what_it_reprints() -> None:
    page = f"{TITLE}\n\n本文来自合作媒体东岸观察，INSIDE 经授权转载。\n\n{BODY}\n\nINSIDE 版权所有"
    assert clean(article(page, l1="title")).publisher == "INSIDE"


def test_where_somebody_comes_from_is_told_in_the_text() -> None:
    told = "原文来自一位老船员的信，他没有署名，只说水库是他父亲修的。"
    found = clean(article(f"{TITLE}\n\n{BODY}\n\n{told}", l1="title"))
    assert found.publisher is None
    assert found.sentences[-1].text == told


@pytest.mark.parametrize(
    ("line", "writers"),
    [
        ("作者：海岬科技平台 航标产品部 欧海生", ("欧海生",)),
        ("作者：海岬在线记者 林小灯实习生 王小满 李大同", ("林小灯", "王小满", "李大同")),
        ("作者：林小灯", ("林小灯",)),
    ],
)
def test_where_a_writer_works_is_no_part_of_the_name(line: str, writers: tuple[str, ...]) -> None:
    assert clean(article(f"{TITLE}\n\n{line}\n\n{BODY}", l1="title")).authors == writers


def test_an_agency_names_itself_in_front_of_the_place_and_the_day() -> None:
    led = BODY.replace("山上的水库", "路透海岬8月30日 - 山上的水库", 1)
    assert clean(article(f"{TITLE}\n\n{led}", l1="title")).publisher == "路透社"
    told = BODY.replace("山上的水库", "路透社在8月30日说，山上的水库", 1)
    assert clean(article(f"{TITLE}\n\n{told}", l1="title")).publisher is None


def test_a_paper_is_known_by_its_reporters_who_are_told() -> None:
    told = "站长告诉海岬晚报记者，水闸没有坏。镇长在接受海岬晚报记者采访时说，他也不知道。"
    assert clean(article(f"{TITLE}\n\n{BODY}\n\n{told}", l1="title")).publisher == "海岬晚报"
    others = told.replace("接受海岬晚报", "接受东岸日报")
    assert clean(article(f"{TITLE}\n\n{BODY}\n\n{others}", l1="title")).publisher is None


def test_the_address_of_a_page_names_a_well_known_outlet_and_no_other() -> None:
    for address, outlet in (
        ("https://www.youtube.com/watch?v=1", "YouTube"),
        ("https://tram.example/1", None),
    ):
        claims = Metadata(title=TITLE, url=address)
        assert clean(article(f"{TITLE}\n\n{BODY}", metadata=claims, l1="title")).publisher == outlet


@pytest.mark.parametrize(
    ("line", "house", "writers"),
    [
        ("原创 小满 小满 石螺岛纪事", "石螺岛纪事", ("小满",)),
        ("原创  小满    石螺岛纪事    前天", "石螺岛纪事", ("小满",)),
        ("作者：某某手机版 发布时间：2024-03-05 10:20", None, ()),
    ],
)
def test_a_line_of_original_names_writer_and_account_and_no_edition_is_a_writer(
    line: str, house: str | None, writers: tuple[str, ...]
) -> None:
    found = clean(article(f"{TITLE}\n\n{line}\n\n{BODY}", l1="title"))
    assert (found.publisher, found.authors) == (house, writers)


@pytest.mark.parametrize(
    ("lead", "house"),
    [("【石螺新闻台】", "石螺新闻台"), ("【石螺社2024年03月05日讯】", "石螺社"), ("【灯塔亮了】", None)],
)
def test_in_front_of_the_first_sentence_a_house_names_itself(lead: str, house: str | None) -> None:
    assert clean(article(f"{TITLE}\n\n{lead}{BODY}", l1="title")).publisher == house


def test_a_short_line_said_twice_is_a_caption_and_a_question_above_the_byline_another_article_s() -> None:
    page = f"{TITLE}\n2024-03-05 10:20\n岛上一千五百年没有记载，究竟发生了什么？\n文／小满\n\n{BODY}\n\n"
    found = clean(
        article(page + "水库的石碑露出了水面。水库的石碑露出了水面。\n\n" + BODY[:60] + "。", l1="title")
    )
    printed = "".join(sentence.text for sentence in found.sentences)
    assert "究竟发生" not in printed
    assert "石碑露出了水面" not in printed
    assert printed.startswith("山上的水库")
