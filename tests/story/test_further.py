"""The list of articles says something of each that the page has not said."""

from dataclasses import replace

from digest import story
from digest.compose import compose
from digest.model import Theme
from digest.summarizers.passages import joined
from tests.story.events import document, summaries

THEME = Theme("t", "T")
FIRST = document(
    "first",
    None,
    "2025-03-09",
    """
    3月8日，客轮公司总裁李明辉(Li Minghui)辞职，董事会任命王海(Wang Hai)接任总裁。
    客轮公司的工会与李明辉和董事会为先检修还是先开航谈了一整夜，王海一直没有表态。
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
    return {row.path: row for row in issue.articles}, told


def texts(excerpts):
    return [each.text for each in excerpts]


def test_an_article_whose_key_point_the_page_has_told_is_listed_with_what_nothing_tells():
    rows, told = listed(FIRST, SECOND)
    printed = {
        excerpt.text for section in ("lead", "points", "timeline") for excerpt in told.excerpts(section)
    }
    opening, besides = texts(FIRST.sentences[:2])

    assert opening in printed
    assert texts(rows["first.txt"].key_points) == [opening], "key points are the article's, whatever is told"
    assert texts(rows["first.txt"].further) == [besides]


def test_an_article_whose_key_point_nothing_tells_needs_nothing_besides():
    alone = document("alone", None, "2025-03-11", "渡口的老船工修好了三条木船，准备在清明节以后载游客过河。")
    rows, _ = listed(FIRST, SECOND, alone)

    assert rows["alone.txt"].further == ()


def test_a_sentence_of_somebody_talking_is_no_line_of_the_list():
    talk = "嗯这就很难信，人家李明辉说客轮公司只欠船员两百万元，工会说欠了五百万元呢。"
    told = "工会在3月9日的公开信里说，客轮公司一共欠船员五百万元工资，其中三百万元是去年的。"
    body = FIRST.sentences[0].text
    chatty = document("chatty", None, "2025-03-11", f"{body}\n{talk}\n{told}")

    rows, _ = listed(FIRST, SECOND, chatty)

    assert talk not in texts(rows["chatty.txt"].further)


def test_of_a_passage_of_which_a_sentence_stands_above_the_rest_follows_if_it_stands_alone():
    opening, rest, leaning = (
        FIRST.sentences[0].text,
        "客轮公司董事会与海事局签署协议，两条旧航线停航到四月，乘客可以全额退票。",
        "他们为此还请来了港口的两位老船长。",
    )
    passage = document("passage", None, "2025-03-09", f"{opening}{rest}{leaning}")
    given = [*summaries([FIRST, SECOND], 1), *summaries([passage], 1)]
    whole = replace(given[-1].points[0], sentence=joined(passage, 0, 3), count=3)
    given[-1] = replace(given[-1], points=(whole,))
    told = story.tell(given, THEME, as_of="2025-03-12")
    issue = compose(THEME, given, told, number="1", as_of="2025-03-12", language="zh-Hans")
    (row,) = [article for article in issue.articles if article.path == "passage.txt"]

    assert texts(row.key_points) == [opening + rest + leaning], "key points are the article's"
    assert texts(row.further) == [rest], "what leans on the sentence above is left out"


def test_a_row_of_the_page_does_not_open_on_what_answers_another_sentence():
    opened = document(
        "opened",
        None,
        "2025-03-09",
        """
        3月8日，客轮公司总裁李明辉(Li Minghui)辞职，董事会任命王海(Wang Hai)接任总裁。
        不过，客轮公司的工会在3月9日宣布罢工，要求董事会付清工资。
        """,
    )
    given = summaries([opened, SECOND], 2)
    told = story.tell(given, THEME, as_of="2025-03-12")
    issue = compose(THEME, given, told, number="1", as_of="2025-03-12", language="zh-Hans")
    printed = [excerpt.text for excerpt in issue.excerpts]

    assert "客轮公司的工会在3月9日宣布罢工，要求董事会付清工资。" in printed
    assert not any(text.startswith("不过") for text in printed)
