"""In each of the ways that a page has words for, its house and its day are found as if all were tried."""

from __future__ import annotations

import pytest

from digest.cleaning.lines.rows import rows
from digest.cleaning.metadata import houses, published
from digest.cleaning.rules.rulebook import rulebook
from digest.model import Metadata
from tests.cleaning.articles import STORY, TEXT, article

FATES = {"-": "removed", "=": "title", "@": "byline", "|": "body"}
"""By the sign in front of a line."""


def page(*lines: str, body: tuple[str, ...] = TEXT) -> tuple[str, ...]:
    return tuple("|" + text if text[0] not in FATES else text for text in (*lines, *body))


HOUSES = {
    "创作者": page("-石螺观察", "-5小时前", "-历史领域创作者 石螺观察"),
    "官方账号": page("-太行晚报", "-太行晚报官方账号"),
    "粉丝": page("-石螺小记", "-石螺小记", "-文章数 12 粉丝 3400"),
    "在小说阅读器": page("=水库见底", "-陈明", "-石螺旧事", "-在小说阅读器中沉浸阅读"),
    "原创": page("=水库见底", "-原创 陈明 石螺旧事"),
    "向上滑动看下一个": page(
        "=水库见底", body=(*TEXT, "-继续滑动看下一个", "-石螺旧事", "-向上滑动看下一个")
    ),
    "周报": page("-欢迎订阅石螺周报", "-欢迎来到石螺周报"),
    "newsletter": page("-Welcome to the Harbour Weekly", "-You are reading the Harbour Weekly", body=STORY),
    "subject:": page("-From: Harbour Gazette <post@harbourgazette.example>", "-Subject: The bus", body=STORY),
    "thanks for reading": page(body=(*STORY, "-Thanks for reading The Tide Log!")),
    "licensed under": page(body=(*STORY, "-The Tide Log is licensed under a free licence.")),
    "uses cookies": page(body=(*STORY, "-The Tide Log uses cookies")),
    "©": page(body=(*STORY, "-© 2024 The Daily Harbour")),
    "copyright": page(body=(*STORY, "-COPYRIGHT 2024 The Daily Harbour")),
    "版权所有": page(body=(*TEXT, "-石螺日报 版权所有")),
    "这里是": page("|大家好，这里是石螺夜话。"),
    "episode of": page("|Hello to a new episode of Tide Party!", body=STORY),
    "记者": page("|馆长告诉石螺晚报记者，水位很低。", "|管水的人告诉石螺晚报记者，他没见过。"),
    "关注": page("-关注《石螺夜话》公众号", "-下载石螺夜话客户端", "-收听石螺夜话频道", "-石螺夜话"),
    "follow": page(
        "-Follow Tide Post", "-Tide Post Logo", "-https://tidepost.com/a", "-Tide Post", body=STORY
    ),
}
DATES = {
    "今天": ("|今天是2024年5月6日，", *page()),
    "today": ("|Today is May 6, 2024, and the bus runs.", *page(body=STORY)),
    "明年": ("=明年1月1日起水库收费", "|水库自2025年1月1日起收费。", *page()),
    "去年": ("|水库去年12月1日见底。", "|县志说，2023年12月1日水库见底。", *page()),
    "今年": ("|今年2024年3月水库见底。", *page()),
    "this year": ("|In March 2024, this year, the bus failed.", *page(body=STORY)),
}


@pytest.mark.parametrize("lines", HOUSES.values(), ids=HOUSES)
def test_a_house_is_found_where_its_words_are_told(lines: tuple[str, ...]) -> None:
    found, _ = rows(article("\n".join(line[1:] for line in lines)))
    fates = [FATES[line[0]] for line in lines]
    told = rulebook(houses.HOUSING).over([row.fold for row in found]).told & houses.HOUSING

    named = houses.publisher(found, fates, Metadata(), (), told)

    assert named is not None
    assert named == houses.publisher(found, fates, Metadata(), (), houses.HOUSING)


@pytest.mark.parametrize("lines", DATES.values(), ids=DATES)
def test_a_day_is_found_where_its_words_are_told(lines: tuple[str, ...]) -> None:
    found, _ = rows(article("\n".join(line[1:] for line in lines)))
    fates = [FATES[line[0]] for line in lines]
    told = rulebook(published.DATING).over([row.fold for row in found]).told & published.DATING

    day = published.judge(found, fates, Metadata(), "", told)

    assert day is not None
    assert day == published.judge(found, fates, Metadata(), "", published.DATING)
