"""Sentences broken into clauses, a line each and no stop, are the author's; menus and headlines are not."""

from __future__ import annotations

import pytest

from digest.cleaning import clean

from .articles import TEXT, TITEL, article

BROKEN = (
    "说起海边的灯塔",
    "你们都会想到石螺岛",
    "可是就在它的对岸",
    "还有一座没有人知道的",
    "它在那里站了一百年",
)
HEADLINES = ("石螺岛灯塔修缮完工", "渡轮票价下月上调", "县城新桥通车", "水库蓄水创新高", "码头夜市重开")


def kept(*lines: str) -> str:
    return "\n".join(sentence.text for sentence in clean(article("\n".join(lines))).sentences)


def test_broken_sentences_above_the_first_paragraph_and_below_the_last_stay() -> None:
    above, below = kept(TITEL, *BROKEN, *TEXT), kept(TITEL, *TEXT, *BROKEN)

    assert all(line in above and line in below for line in BROKEN)


def test_headlines_there_go() -> None:
    above, below = kept(TITEL, *HEADLINES, *TEXT), kept(TITEL, *TEXT, *HEADLINES)

    assert not any(line in above or line in below for line in HEADLINES)


def test_in_a_text_that_is_broken_so_a_line_of_names_and_days_stays_too() -> None:
    day = ("9月1日上午", "石螺岛第三小学", "全县中小学生返校", "家长贴墙张望", "门口保安数人")
    page = (
        TITEL,
        *BROKEN,
        TEXT[0],
        *day,
        TEXT[1],
        "他们都把孩子送到了门口",
        "又在墙外站了一会儿",
        "才慢慢走回家",
    )

    assert all(line in kept(*page) for line in day)
    assert not any(line in kept(TITEL, TEXT[0], *day, TEXT[1]) for line in day)


@pytest.mark.parametrize(
    "line", ["那一次去看灯塔,离现在也有二十年了吧", "灯塔里的那只猫,到现在还没有人领走呢"]
)
def test_one_line_beside_a_paragraph_is_told_by_its_last_word(line: str) -> None:
    assert line.replace(",", "，") in kept(TITEL, line, *TEXT)
    assert line[:7] not in kept(TITEL, line[:-1].replace("也有", "").replace("没有", ""), *TEXT)


def test_three_in_a_row_are_no_headings_with_nothing_below_them() -> None:
    assert all(line in kept(TITEL, *TEXT, *BROKEN[2:]) for line in BROKEN[2:])
