# ruff: noqa: E501 - a sentence of a story stays on one line
"""A reader is told each thing once: one event is one point, one row, and a sentence stands in one list."""

from __future__ import annotations

import pytest

from digest import story
from digest.model import Theme
from tests.story.events import document, summaries

THEME = Theme("t", "T")
FILLER = "市区的图书馆周末照常开放。\n气象台说，明天多云转晴。\n菜市场的价格与上周持平。\n铁路部门加开了列车。"


def tell(*texts: str, days=("2025-03-05", "2025-03-06", "2025-03-07", "2025-03-08"), language="zh"):
    documents = [
        document(f"a{place}", None, days[place], f"{text}\n{FILLER if text[0] > 'z' else ''}")
        for place, text in enumerate(texts)
    ]
    return story.tell(summaries(documents), THEME, as_of="2025-12-31")


def printed(point):
    return [sentence.text for sentence in point.sentences]


BAN = (
    "游泳选手林国栋在3月4日被裁定禁赛8年。",
    "3月4日，国际水上仲裁法庭宣布林国栋在去年9月4日晚的检查中拒绝配合，禁赛8年。\n国际水上仲裁法庭今日判水上反禁药组织胜诉，选手林国栋被重罚停赛8年。",
    "国际水上仲裁法庭3月4日宣布，拒绝接受药检的泳手林国栋被罚禁赛8年，无缘今年7月的奥运会。\n林国栋表示将向最高法院提起上诉。",
    "水上反禁药组织向仲裁法庭提出申诉，认为林国栋应被禁赛2至8年。\n林国栋宣称，将就禁赛向最高法院提起上诉。",
)


def test_one_verdict_in_several_words_is_one_point():
    told = tell(*BAN)
    for p in told.points: print(len(p.articles), printed(p), p.sentences[0].rule)
    assert 0
