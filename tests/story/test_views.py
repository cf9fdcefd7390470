"""What is held of a matter: several articles that find the same neglected or disputed make a point."""

from digest import story
from digest.model import Theme
from tests.story.events import document, summaries

THEME = Theme("t", "T")


def points(*documents):
    return story.tell(summaries(documents), THEME, as_of="2025-12-31").points


CRITICS = document(
    "critics",
    None,
    "2025-03-01",
    """
    多名工程师批评说，公司为了赶上展会，长期忽视桥梁的质量。
    承包商的质量记录只保存了两年。
    """,
)
INSPECTORS = document(
    "inspectors",
    None,
    "2025-03-02",
    """
    检查组的报告写道，施工方对质量不够重视，三次抽检都没有留下签名。
    质量部门只有四个人。
    """,
)
HARBOUR = document(
    "harbour",
    None,
    "2025-03-03",
    """
    港务局介绍，新桥的质量达到了设计标准。
    通车仪式将在秋天举行。
    """,
)


def test_articles_that_find_the_same_matter_neglected_make_a_point():
    """They share no act, no number and no name: only what is held, and of what."""
    (point,) = points(CRITICS, INSPECTORS, HARBOUR)

    assert {sentence.text[:5] for sentence in point.sentences} == {"多名工程师", "检查组的报"}
    assert len(point.articles) == 2


def test_what_is_denied_is_held_by_nobody():
    denied = document(
        "denied", None, "2025-03-04", "公司回应称，从未忽视桥梁的质量，所有记录都在。\n质量由第三方检验。"
    )

    assert points(CRITICS, denied) == ()


def test_who_holds_a_view_is_not_what_it_is_held_of():
    """Employees who doubt one thing here and another there agree on nothing."""
    one = document("one", None, "2025-03-01", "一些乘务员对新的排班表示怀疑。\n乘务员已经开了两次会。")
    other = document("other", None, "2025-03-02", "车站的乘务员怀疑有人偷走了账本。\n乘务员随后报了警。")

    assert points(one, other) == ()


def test_what_is_neglected_may_stand_before_the_word_for_it():
    passive = document(
        "passive", None, "2025-03-05", "报告说，桥梁的质量长期被忽视。\n质量部门换了三任主管。"
    )

    (point,) = points(CRITICS, passive)

    assert len(point.articles) == 2
