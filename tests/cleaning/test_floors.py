"""A board sets boxes beside its posts, and others' posts below the first; neither is the article's."""

from __future__ import annotations

import pytest

from digest.cleaning import clean
from digest.intake import read_bytes

from .articles import TEXT, TITEL, article

BOX = ("12", "主题", "1", "帖子", "3500", "积分", "黄金会员", "Rank: 6Rank: 6", "渔币", "4")
POSTED = "发表于 2020-12-19 16:58:09 | 显示全部楼层 |阅读模式"
ANSWERED = "发表于 2020-12-19 17:00:15 | 显示全部楼层"
ANSWER = "我们镇上的水库也是这样，管水的人天天去看，看了也没有用。"


def read(*lines: str) -> tuple[str | None, list[str]]:
    document = clean(article("\n".join(lines)))
    return document.title, [sentence.text for sentence in document.sentences]


@pytest.mark.parametrize(
    "box", [BOX, ("主题12 帖子1 积分3500", "中级会员"), ("12\t主题\t1\t帖子\t3500\t积分",)]
)
def test_the_box_beside_a_post_and_what_others_answered_is_cut(box: tuple[str, ...]) -> None:
    title, sentences = read(
        "查看: 2169 | 回复: 2",
        TITEL,
        "[复制链接]",
        *box,
        POSTED,
        *TEXT,
        *box,
        ANSWERED,
        ANSWER,
        "发帖 快速回复",
    )
    assert (title, sentences) == (TITEL, list(TEXT))


def test_what_the_same_writer_posts_below_is_still_his() -> None:
    sentences = read(
        TITEL,
        "[复制链接]",
        POSTED,
        *TEXT[:2],
        "楼主| 发表于 2020-12-19 17:00:15 | 显示全部楼层",
        TEXT[2],
        ANSWERED,
        ANSWER,
    )[1]
    assert sentences == list(TEXT)


def test_pictures_by_the_name_of_their_files_part_no_text() -> None:
    """Nine of them in a row are nine pictures: behind them the article goes on."""
    pictures = [f"{number}5{number} .png" for number in range(3, 9)]
    assert read(TITEL, TEXT[0], *pictures, TEXT[1], *pictures, TEXT[2])[1] == list(TEXT)


def test_an_article_that_tells_of_a_board_keeps_its_words() -> None:
    told = "他在论坛上的积分有三千五百，帖子一共发表于七个版块，最后一条写的是渔港的灯塔和那年冬天的冰。"
    assert told in read(TITEL, TEXT[0], told, "主题", *TEXT[1:])[1]


def test_the_kind_of_thread_in_front_of_a_title_is_the_boards() -> None:
    assert read(f"[镇上的事] {TITEL}", "[复制链接]", POSTED, *TEXT)[0] == TITEL
    assert read(f"[镇上的事] {TITEL}", *TEXT)[0] == f"[镇上的事] {TITEL}"


THREAD = (
    "####  望潮  ",
    "##### 1#       楼主       发表于 2025-8-15 10:57",
    "",
    *[f"{each}\n" for each in TEXT[:2]],
    "lamp_1.jpg (192.86 KB, 下载次数: 0)",
    "",
    "下载附件",
    "",
    "2025-8-15 10:55 上传",
    "",
    TEXT[2],
    "",
)
RATED = (
    "评分",
    "",
    " 参与人数 2渔币 +2",
    "",
    "听涛者 + 1 欢乐多",
    "守夜人 + 1 欢乐多",
    "",
    "查看全部评分",
    "",
)
OTHERS = (
    "####  听涛者  ",
    "##### 2#       发表于 2025-8-15 10:59",
    "",
    ANSWER,
    "",
    "####  望潮  ",
    "##### 6#         楼主| 发表于 2025-8-15 11:03",
    "",
    "照片就是那天拍的，没有别的。",
)


def thread(*lines: str) -> tuple[str | None, tuple[str, ...], str | None, list[str]]:
    document = clean(read_bytes("\n".join(lines).encode(), "thread.md")[0])
    return document.title, document.authors, document.publisher, [each.text for each in document.sentences]


def test_of_a_thread_saved_as_text_the_first_post_is_the_article_and_its_poster_the_writer() -> None:
    """The poster's name was its title, the numbers and names of the others its headings."""
    assert thread(*THREAD, *RATED, *OTHERS) == (None, ("望潮",), None, list(TEXT))


def test_the_poster_may_write_on_below_the_next_number_of_his_own() -> None:
    his = ("####  望潮  ", "##### 2#       楼主| 发表于 2025-8-15 11:03", "", TEXT[2], "")
    assert thread(*THREAD[:-2], *his, *OTHERS)[3] == list(TEXT)


def test_a_box_of_points_without_an_end_takes_nothing_with_it() -> None:
    sentences = read(TITEL, POSTED, TEXT[0], "参与人数 2渔币 +2", *TEXT[1:])[1]
    assert sentences == list(TEXT)


def test_a_line_that_says_when_something_was_posted_is_no_post_without_a_number() -> None:
    said = "他说那篇文章是1号发表于2025年的，后来再没有人提起，水库也没有等到雨。"
    assert read(TITEL, TEXT[0], said, *TEXT[1:])[1] == [TEXT[0], said, *TEXT[1:]]
