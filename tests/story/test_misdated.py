# ruff: noqa: E501 - a sentence of a story stays on one line
"""The day on which a page was saved is not when its report was written."""

from digest import story
from digest.compose import compose
from digest.model import Theme
from tests.story.events import document, summaries

THEME = Theme("t", "T")
REPORTS = [
    document(
        "first",
        None,
        "2021-03-24",
        "3月23日，货轮海燕号(Sea Swallow)在石螺运河搁浅，航道停运，运河管理局展开救援。",
    ),
    document(
        "second",
        None,
        "2021-03-26",
        "货轮海燕号(Sea Swallow)3月23日在石螺运河搁浅，运河管理局26日说，救援仍在继续。",
    ),
    document(
        "third",
        None,
        "2021-03-30",
        "货轮海燕号(Sea Swallow)3月29日脱浅，石螺运河恢复通航，运河管理局开始调查搁浅原因。",
    ),
]
SAVED = "货轮海燕号(Sea Swallow)周二在石螺运河搁浅，船东周五宣布道歉，运河管理局的十艘拖船展开救援。"


def told(body, published="2024-03-18"):
    given = summaries([*REPORTS, document("saved", None, published, body)])
    return story.tell(given, THEME, as_of="2025-01-01"), given


def test_a_report_that_claims_to_be_years_younger_than_all_others_has_their_year():
    found, given = told(SAVED)
    issue = compose(THEME, given, found, number="1", as_of="2025-01-01", language="zh-Hans")
    (row,) = [each for each in issue.articles if each.path == "saved.txt"]

    assert (row.published.date, row.published.inferred) == ("2021", True)
    assert "2024-03-18" in row.published.evidence
    assert not [event for event in found.timeline if event.date.startswith("2024")]


def test_its_dateline_gives_its_day():
    found, _ = told(f"海岬社石螺3月26日电 {SAVED}")

    assert [published.date for _, published in found.dates] == ["2021-03-26"]


def test_who_looks_back_wrote_when_he_says():
    for body in (
        f"三年前，{SAVED}",
        f"{SAVED}2024年，运河拓宽。",
        SAVED.replace("周二", "当时").replace("周五", "后来"),
    ):
        assert told(body)[0].dates == ()


def test_of_a_story_that_goes_on_for_years_nobody_is_misdated():
    later = document("later", None, "2022-12-01", "货轮海燕号(Sea Swallow)的船东周四同运河管理局和解。")
    given = summaries([REPORTS[0], REPORTS[1], later, document("saved", None, "2024-03-18", SAVED)])

    assert story.tell(given, THEME, as_of="2025-01-01").dates == ()
