"""Rows for the second date of a sentence, for days to come, and what proves when an article was written."""

import pytest

from digest import story
from digest.model import Theme
from tests.story.events import document, summaries

THEME = Theme("t", "T")
ELSEWHERE = "北岸码头集团3月9日证实，将买下海澜航运公司的岛际航线。\n图书馆周末照常开放。\n铁路部门加开列车。"


def rows(text, day=None, as_of="2025-12-31"):
    told = [document("one", None, day, text), document("two", None, "2025-03-10", ELSEWHERE)]
    found = story.tell(summaries(told), THEME, as_of=as_of).timeline
    return [(row.date, row.sentence.text) for row in found]


def test_a_sentence_that_goes_on_to_another_month_is_a_row_there_too():
    told = "海澜航运公司于2024年3月向海事法院提出上诉，到11月海事法院举行公开听证会，当地电视台直播。"

    assert [date for date, text in rows(told) if text == told] == ["2024-03", "2024-11"]


def test_until_a_month_is_not_in_it():
    told = "海澜航运公司于2024年3月向海事法院提出上诉，到11月还没有等到任何一个答复。"

    assert [date for date, text in rows(told) if text == told] == ["2024-03"]


def test_a_day_to_come_is_a_row_where_nobody_tells_that_it_came():
    told = "海澜航运公司副董事长周慧敏将于2025年3月21日接任首席执行官一职。"

    assert ("2025-03-21", told) in rows(told, "2025-03-10")


def test_a_day_that_somebody_may_come_is_no_row():
    told = "海澜航运公司副董事长周慧敏可能将于2025年3月21日接任首席执行官一职。"

    assert ("2025-03-21", told) not in rows(told, "2025-03-10")


@pytest.mark.parametrize(
    "told",
    [
        "海澜航运公司副董事长周慧敏原定于2025年3月21日接任首席执行官一职。",
        "The Halan ferry was scheduled to start service again on 21 March 2025.",
    ],
)
def test_a_day_that_something_was_once_due_on_is_no_row(told):
    assert ("2025-03-21", told) not in rows(told, "2025-03-10")


def test_a_day_that_the_year_does_not_have_is_no_date():
    """Carried on from 2024年3月, 11月31日 is a slip of the author's: of no day, and of no month either."""
    told = "海澜航运公司于2024年3月向海事法院提出上诉，到11月31日海事法院举行公开听证会，当地电视台直播。"

    assert [date for date, text in rows(told) if text == told] == ["2024-03"]


def test_a_year_that_says_which_one_is_not_when_it_happened():
    told = "2024年夺冠的海澜拳击手林小满，周一（3日）没有到场，海澜拳击总会宣布取消比赛。"

    assert [date for date, text in rows(told, "2025-02-04") if text == told] == ["2025-02-03"]


def test_a_year_in_which_a_party_was_is_when_it_happened():
    told = "2024年海澜航运的年会上，董事长周慧敏宣布退出北岸航线。"

    assert [date for date, text in rows(told) if text == told] == ["2024"]
