"""Who wrote it, told by several signs together; and who stands where writers do and wrote nothing."""

from __future__ import annotations

import pytest

from digest.cleaning import clean
from digest.cleaning.metadata.evidence import least, weights
from digest.model import Document, Metadata

from .articles import STORY, TEXT, TITEL, TITLE, article

MENU = ("Home", "News", "Sport", "Opinion", "Contact")
DAY = "2024-03-05 10:20"


def page(*lines: str, **head: object) -> Document:
    return clean(article("\n".join(lines), metadata=Metadata(**head)))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("lines", "writers"),
    [
        ((TITEL, DAY, "◎ 陈小明", *TEXT), ("陈小明",)),
        ((TITEL, "海岬时报 陈小明", *TEXT), ("陈小明",)),
        ((TITEL, f"【海岬新聞特派陈小明臺北報導】{TEXT[0]}", *TEXT[1:]), ("陈小明",)),
        ((TITEL, *TEXT, "(记者陈小明通讯员王大海)"), ("陈小明", "王大海")),
        ((TITEL, *TEXT[:2], f"{TEXT[2]}(总台记者陈小明)"), ("陈小明",)),
        ((TITEL, *TEXT[:2], f"{TEXT[2]}    本报记者 陈小明"), ("陈小明",)),
        (("□记者 陈小明/文", "王大海/图", *TEXT), ("陈小明",)),
        ((f"陈小明》{TITEL}", DAY, f"【海岬传媒陈小明专栏】{TEXT[0]}", *TEXT[1:]), ("陈小明",)),
        ((TITEL, *TEXT, "文、攝：Jane Doe", "#HAIJIA"), ("Jane Doe",)),
        ((TITEL, *TEXT, "lampkeeper12 發表在 痞客邦 留言(2) 人氣(30)"), ("lampkeeper12",)),
        (("作者lamp3717 (潮間帶)", "看板Lighthouse", TITEL, *TEXT), ("lamp3717",)),
        (
            (TITEL, "潮水 发表于 2024-03-15 00:00:19", f"海岬网讯（记者 陈小明）{TEXT[0]}", *TEXT[1:]),
            ("陈小明",),
        ),
        ((TITEL, *TEXT, "作者：Jane Doe", "译者：潮水", "校对：沙丘"), ("Jane Doe",)),
        ((TITEL, *TEXT, "译者：潮水", "校对：沙丘"), ("潮水",)),
    ],
)
def test_signs_that_are_weak_alone_make_a_chinese_writer(
    lines: tuple[str, ...], writers: tuple[str, ...]
) -> None:
    assert page(*lines).authors == writers


@pytest.mark.parametrize(
    "lines",
    [
        # He edited it, as the last line says.
        (TITEL, "罗大海", DAY, *TEXT, "责任编辑：罗大海_HJ120"),
        # A heading, a button, a section: none of them a name.
        (TITEL, DAY, "视频文字", *TEXT),
        (TITEL, DAY, "台北市 / 綜合報導", *TEXT),
        # The text tells of him.
        ("县长陈小明：全县的人在等一场雨", "陈小明", *TEXT),
        # The headline of another page.
        (TITEL, *TEXT, "热点新闻", "市民怒斥记者:中国是我的家 没有家哪有国"),
    ],
)
def test_who_stands_below_a_chinese_title_is_not_always_its_writer(lines: tuple[str, ...]) -> None:
    assert page(*lines).authors == ()


@pytest.mark.parametrize(
    ("lines", "writers"),
    [
        ((TITLE, "Jessica Farr", *STORY), ("Jessica Farr",)),
        ((TITLE, "By Alejandro de la Mora", *STORY), ("Alejandro de la Mora",)),
        ((TITLE, "Nell Farr", "@nellfarr", *STORY), ("Nell Farr",)),
        ((TITLE, "Nell Farr", "3 min read", *STORY), ("Nell Farr",)),
        ((TITLE, "Nell Farr, TRAM TODAY 8:42 a.m. EDT October 3, 2014", *STORY), ("Nell Farr",)),
        ((TITLE, "By Nell Farr Tuesday, Aug. 17, 2010", *STORY), ("Nell Farr",)),
        ((TITLE, "By Theresa May", *STORY), ("Theresa May",)),
        ((TITLE, "Von Nell Farr und John Roe", *STORY), ("Nell Farr", "John Roe")),
        ((TITLE, "By Nell Farr", "March 5, 2024", "Reviewed by John Roe, MD", *STORY), ("Nell Farr",)),
    ],
)
def test_signs_that_are_weak_alone_make_an_english_writer(
    lines: tuple[str, ...], writers: tuple[str, ...]
) -> None:
    assert page(*lines).authors == writers


@pytest.mark.parametrize(
    "lines",
    [
        ("Photo by Nell Farr", *STORY),
        (TITLE, "Posted Tuesday, November 21, 2017 5:27 pm", *STORY),
        # A section, which the menu has too.
        (*MENU, "Digital Life", "Science", "Digital Life", "March 5, 2024", TITLE, *STORY),
        (
            TITLE,
            *STORY,
            "Comments",
            "Posted by: Nell Farr, 27 Sep 2011 | 15:22",
            "I took that bus for years.",
        ),
        ("The Drum", "Editor", TITLE, *STORY),
    ],
)
def test_what_stands_like_an_english_writer_is_not_always_one(lines: tuple[str, ...]) -> None:
    assert page(*lines).authors == ()


def test_those_who_wrote_what_else_there_is_to_read_did_not_write_it_together() -> None:
    more = ("More stories", *(f"Story number {number} of the week" for number in range(9)))
    document = page(TITLE, "By Nell Farr", "March 5, 2024", *STORY, *more, "By John Roe", "By Max Roe")
    assert document.authors == ("Nell Farr",)


def test_the_editor_whom_the_head_of_a_page_claims_is_no_writer() -> None:
    claims = {"authors": ("罗大海",)}
    assert page(TITEL, *TEXT, **claims).authors == ("罗大海",)
    assert page(TITEL, *TEXT, "【责任编辑：罗大海】", **claims).authors == ()


def test_a_badge_is_no_part_of_a_name() -> None:
    assert page(TITEL, *TEXT, authors=("潮水新知答主",)).authors == ("潮水",)


def test_no_place_makes_a_name_of_what_is_none_and_a_word_outweighs_every_place() -> None:
    """The table's order is a promise: whoever changes a weight sees what hangs on it."""
    counts = weights("author")
    places = [counts[sign] for sign in ("under_title", "over_day", "again", "twice", "introduced")]
    assert sum(places) + counts["stands"] + counts["stranger"] < counts["labelled"]
    assert counts["sure"] > max(counts[sign] for sign in ("translator", "claimed", "posted"))
    assert counts["unmarked"] + counts["labelled"] < least("author")


def test_a_name_in_brackets_behind_the_last_sentence_is_a_signature_and_no_sentence() -> None:
    """A desk where a writer would stand is the house's; a remark in brackets is the author's."""
    signed = page(
        TITEL, *TEXT[:2], f"{TEXT[2]}(陈小明)", "作者:海岬网要闻部 来源:本站原创 发布时间:2024年3月5日"
    )
    assert (signed.authors, signed.publisher) == (("陈小明",), "海岬网")
    assert [sentence.text for sentence in signed.sentences] == list(TEXT)
    house = page(TITEL, *TEXT[:2], f"{TEXT[2]}（海岬新闻）")
    assert [sentence.text for sentence in house.sentences] == list(TEXT)
    remarked = page(TITEL, *TEXT[:2], f"{TEXT[2]}（未完）（守夜人）")
    assert remarked.sentences[-1].text.endswith("（守夜人）")


@pytest.mark.parametrize(
    "brackets", ["(陈小明 王大海)", "(总台记者陈小明)", "(陈小明 通讯员王大海)", "(海岬新闻)"]
)
def test_brackets_that_sign_a_report_amid_others_are_no_sentence(brackets: str) -> None:
    """Of several reports strung on a page each is signed, not the last alone."""
    told = page(TITEL, TEXT[0], f"{TEXT[1]}{brackets}", TEXT[2])

    assert [sentence.text for sentence in told.sentences] == list(TEXT)


def test_the_house_of_whom_the_last_brackets_name_is_the_publisher() -> None:
    signed = page(TITEL, *TEXT[:2], f"{TEXT[2]}(海岬网讯-记者 陈小明 )")
    assert (signed.authors, signed.publisher) == (("陈小明",), "海岬网")


@pytest.mark.parametrize(
    ("lines", "writers"),
    [
        ((TITEL, *TEXT, "供稿：陈小明"), ("陈小明",)),
        ((TITEL, "圖文／陈小明", *TEXT), ("陈小明",)),
        ((TITEL, "撰文者：陈小明", DAY, *TEXT), ("陈小明",)),
        ((TITEL, "投稿人：陈小明 2024-03-05", *TEXT), ("陈小明",)),
        ((TITEL, "由 陈小明 發表於 2024-03-05", *TEXT), ("陈小明",)),
        ((TITEL, "by 陈小明 2024-03-05", *TEXT), ("陈小明",)),
        ((TITEL, *TEXT, "供稿：海岬中心小学"), ()),
    ],
)
def test_who_sent_it_in_wrote_it_unless_it_is_an_office(
    lines: tuple[str, ...], writers: tuple[str, ...]
) -> None:
    assert page(*lines).authors == writers


def test_a_site_behind_the_title_in_its_own_line_is_the_publisher() -> None:
    for tail in ("_海岬新闻网", " - 海岬网", "--海岬频道--海岬网"):
        document = page(f"{TITEL}{tail}", *TEXT)
        assert document.publisher == tail.rpartition("-")[2].strip("_ ")
        assert document.title == TITEL
    assert page(f"{TITEL}——全县的人", *TEXT).publisher is None
