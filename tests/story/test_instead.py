"""The list of articles says something of each that the page has not said."""

from digest import story
from digest.compose import compose
from digest.model import Theme
from tests.story.events import document, summaries

THEME = Theme("t", "T")
FIRST = document(
    "first",
    None,
    "2025-03-09",
    """
    3月8日，客轮公司总裁李明辉(Li Minghui)辞职，董事会任命王海(Wang Hai)接任总裁。
    客轮公司的工会主张先检修再开航，而李明辉与董事会主张先开航再检修，王海一直没有表态。
    李明辉与王海在董事会里各有一派，前者的人看重航线的收入，而后者的人看重船的年龄。
    """,
)
SECOND = document(
    "second",
    None,
    "2025-03-10",
    "客轮公司总裁李明辉3月8日辞职，董事会任命王海接任总裁一职，交接在一周内完成。\n港口的清洁工说，客轮公司的办公楼在周末一直亮着灯。",
)


def listed(*documents, points=1):
    given = summaries(documents, points)
    told = story.tell(given, THEME, as_of="2025-03-12")
    issue = compose(THEME, given, told, number="1", as_of="2025-03-12", language="zh-Hans")
    return {row.path: [each.text for each in row.key_points] for row in issue.articles}, told


def test_a_key_point_that_the_page_has_told_gives_its_place_to_one_that_says_something_else():
    rows, told = listed(FIRST, SECOND)
    printed = {
        excerpt.text for section in ("lead", "points", "timeline") for excerpt in told.excerpts(section)
    }
    opening = FIRST.sentences[0].text

    assert opening in printed
    assert rows["first.txt"] == [FIRST.sentences[1].text]


def test_a_key_point_that_nothing_above_tells_stays():
    alone = document("alone", None, "2025-03-11", "渡口的老船工修好了三条木船，准备在清明节以后载游客过河。")
    rows, _ = listed(FIRST, SECOND, alone)

    assert rows["alone.txt"] == [alone.sentences[0].text]
