"""A sentence that only says what comes next is known by its beginning, and one that tells is not."""

from __future__ import annotations

import pytest

from digest.language.announcing import announces
from digest.summarizers import plain, summarize
from digest.summarizers.cues import surface

NEXT = [
    "以下是市长今日会见传媒的答问内容。",
    "接下来将介绍电车停运的根本原因；恢复运行的几个条件；沿线居民的看法。",
    "本文将从三个方面分析这条线路的得失。",
    "下面我们来看看首班车上的乘客。",
    "Below is a list of the stops that were closed on Monday.",
    "Here's a look at the tram line, stop by stop.",
    "In this article, the driver shows how one can change the engine.",
    "Let's take a look at the timetable.",
]
TOLD = [
    "以下水道为界，两个村子争了三十年。",
    "接下来的三年里，电车运送了四百万名乘客。",
    "本文作者在车库里住了一个月。",
    "Below the bridge the river is deep enough for ships.",
    "Here he stopped and asked for the next tram.",
    "In this city of trams nobody owns a car.",
    "Let's Go, a tram of 1931, was sold on Monday.",
]


@pytest.mark.parametrize("sentence", NEXT)
def test_it_announces(sentence: str) -> None:
    assert announces(sentence)
    assert surface(sentence)["lead_in"] == 1.0


@pytest.mark.parametrize("sentence", TOLD)
def test_it_tells(sentence: str) -> None:
    assert not announces(sentence)


def test_what_is_announced_is_a_point_and_its_announcement_is_not() -> None:
    text = (
        "Below is a list of the stops on the tram line that the council closed on Monday.\n"
        "The council closed four stops on the tram line on Monday, Mayor Anna Keller said.\n"
        "The stop at the old depot was used by 40 people a day.\n"
        "Opponents gathered 9,000 signatures against the plan of the council.\n"
    )

    assert not any(point.text.startswith("Below") for point in summarize(plain(text), limit=3).points)
