# ruff: noqa: E501 - a sentence of a story stays on one line
"""An article without a date is of the year, and no older than the day, in which the days that it names lie."""

import pytest

from digest import story
from digest.model import Theme
from tests.story.events import document, summaries

THEME = Theme("t", "T")
AGROUND = document(
    "aground",
    None,
    "2021-03-24",
    "货轮海燕号(Sea Swallow)3月23日在石螺运河搁浅，航道停运，运河管理局展开救援。",
)
TUGS = document(
    "tugs",
    None,
    "2021-03-26",
    "货轮海燕号(Sea Swallow)在石螺运河搁浅第三天，运河管理局25日派出十艘拖船，展开救援。",
)
AFLOAT = document(
    "afloat",
    None,
    "2021-03-30",
    "货轮海燕号(Sea Swallow)3月29日脱浅，石螺运河恢复通航，运河管理局开始调查搁浅原因。",
)


def told(body, *others, as_of="2024-12-31"):
    given = [*(others or (AGROUND, TUGS, AFLOAT)), document("undated", None, None, body)]
    return story.tell(summaries(given), THEME, as_of=as_of)


def year(*args, **options):
    return [published.date for _, published in told(*args, **options).dates]


OWNER = "货轮海燕号(Sea Swallow)的船东{}在石螺运河向运河管理局道歉，并宣布赔偿拖船费用。"
TOWED = "货轮海燕号(Sea Swallow){}脱浅，石螺运河恢复通航，运河管理局开始调查搁浅原因。"


def test_a_day_near_those_of_the_others_is_of_their_year():
    found = told(OWNER.format("4月2日"))

    ((_, published),) = found.dates
    assert (published.date, published.inferred) == ("2021", True)
    assert published.evidence == "4月2日 (2021-03-30)"
    assert "2021-04-02" in {row.date for row in found.timeline}


def test_a_bare_day_beside_it_is_of_that_month():
    body = f"{OWNER.format('4月2日')}\n货轮海燕号(Sea Swallow)的船长李安3日离开石螺运河医院，接受运河管理局调查。"

    assert "2021-04-03" in {row.date for row in told(body).timeline}


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(OWNER.format("7月2日"), id="months away"),
        pytest.param(f"{OWNER.format('3月31日')}2022年，运河拓宽。", id="who knows of the next year"),
        pytest.param(f"{OWNER.format('3月31日')}事故一周年，石螺运河立了碑。", id="who remembers"),
        pytest.param("石螺运河搁浅事故一周年。" + TOWED.format("29日"), id="who remembers, of a bare day"),
        pytest.param(f"{OWNER.format('3月31日')}法院11月20日宣判。", id="a later day, of whichever year"),
    ],
)
def test_a_day_by_itself_proves_nothing(body):
    assert year(body) == []


def test_nor_does_a_day_near_those_of_another_matter():
    museum = "北岭博物馆4月2日重新开放，馆长谢宁展出三百件陶器，参观者免费。"

    assert year(museum, AFLOAT) == []


def test_one_that_lies_near_in_two_years_proves_nothing():
    again = document(
        "again",
        None,
        "2022-03-28",
        "货轮海燕号(Sea Swallow)3月27日在石螺运河再次搁浅，运河管理局展开救援。",
    )

    assert year(OWNER.format("3月31日"), AGROUND, TUGS, AFLOAT, again) == []


def test_a_bare_day_is_of_the_month_in_which_another_tells_the_same_of_it():
    found = told(TOWED.format("29日"))

    ((_, published),) = found.dates
    assert published.date == "2021"
    (row,) = [each for each in found.timeline if each.date == "2021-03-29"]
    assert len(row.articles) == 2


def test_of_which_nobody_tells_it_may_be_of_any_month():
    assert year(OWNER.format("27日")) == []


def test_where_the_reports_go_over_months_a_bare_day_is_of_none():
    ruling = document(
        "ruling",
        None,
        "2021-06-30",
        "石螺运河法院6月29日裁定，货轮海燕号(Sea Swallow)的船东赔偿运河管理局。",
    )

    assert year(TOWED.format("29日"), AGROUND, TUGS, AFLOAT, ruling) == []


def test_a_day_on_which_something_was_to_be_is_not_when_it_was_written():
    """Nothing has happened on the 31st."""
    planned = "原订行程是货轮海燕号(Sea Swallow)应该要驶出石螺运河，并于31日抵达北岭港，卸下货柜。"
    found = told(f"{TOWED.format('29日')}\n{planned}")

    assert [published.evidence for _, published in found.dates] == ["29日 (2021-03-30)"]
    assert "2021-03-31" not in {row.date for row in found.timeline}


def test_what_one_sentence_awaits_has_come_in_none():
    awaited = "石螺运河法院将于4月6日宣判。运河管理局代表在4月6日宣判的前一天与船东见面。"
    found = told(f"{OWNER.format('4月2日')}\n{awaited}")

    assert [published.evidence for _, published in found.dates] == ["4月2日 (2021-03-30)"]


def test_who_tells_of_the_end_of_december_may_write_in_january():
    winter = document(
        "winter",
        None,
        "2021-12-30",
        "货轮海燕号(Sea Swallow)12月29日再次在石螺运河搁浅，运河管理局展开救援。",
    )

    assert year(OWNER.format("12月30日"), winter) == []
    assert year(OWNER.format("12月12日"), winter) == []
    found = told(f"{OWNER.format('12月30日')}\n船长李安4日离开石螺运河医院，接受运河管理局调查。", winter)
    assert [published.date for _, published in found.dates] == ["2022"]


def test_a_day_that_another_article_only_looks_back_to_is_no_day_of_its_story():
    """A report of May that tells of 31 March in full says nothing of who names 1 April, of whichever year."""
    months_later = document(
        "months-later",
        None,
        "2021-06-20",
        "货轮海燕号(Sea Swallow)2021年3月31日驶出石螺运河，运河管理局6月19日公布调查报告。",
    )

    assert year(OWNER.format("4月1日"), months_later) == []


def test_last_sunday_is_no_row_of_a_bare_year_beside_the_days_of_that_year():
    """Of articles of which no more than the year is known; two of them make it no better a date."""
    talks = "上周日，船长李安(Li An)从石螺运河辞职，没有说明原因。"
    other = document("other", None, None, f"{OWNER.format('4月1日')}\n{talks}")

    found = told(f"{OWNER.format('4月1日')}\n{talks}", AGROUND, TUGS, AFLOAT, other)

    assert "2021" not in {row.date for row in found.timeline}
