"""What is open or planned as the story stands: not answered, not overtaken, not somebody's own."""

from digest import story
from digest.model import Theme
from tests.story.events import document, summaries


def ahead(*lines, published="2025-03-11", others=(), as_of="2025-12-31"):
    one = document("one", None, published, "\n".join(lines))
    theme = Theme("t", "T")
    return [each.text for each in story.tell(summaries([one, *others]), theme, as_of=as_of).ahead]


def test_a_plan_that_is_given_as_a_reason_is_not_ahead():
    line = "客轮公司坚持按计划开航，原因是对手海晴航运计划在4月增开航线。"

    assert ahead(line) == []


def test_a_question_that_the_next_sentence_answers_is_not_open():
    asked = "目前尚不清楚谁会接任客轮公司总裁一职。"
    answered = "总裁一职将由副总裁李明辉担任，客轮公司在声明里宣布。"

    assert asked in ahead(asked, "海晴航运没有回应。", "客轮公司的股价下跌。")
    assert asked not in ahead(asked, answered)


def test_a_plan_that_a_newer_article_tells_as_done_is_not_ahead():
    plan = "客轮公司计划任命李明辉(Li Minghui)为总裁。"
    done = document("two", None, "2025-03-20", "客轮公司已任命李明辉(Li Minghui)为总裁，任期三年。")

    assert plan in ahead(plan)
    assert plan not in ahead(plan, others=[done])


def test_what_was_due_by_the_day_of_the_issue_is_past_while_the_story_lives():
    """Months later the issue looks back, and its newest article is the present."""
    line = "客轮翻沉案将在3月20日由海事法院开庭。"

    assert ahead(line, as_of="2025-03-15") == [line]
    assert ahead(line, as_of="2025-03-25") == []
    assert ahead(line, as_of="2026-03-25") == [line]


def test_a_plan_of_the_authors_own_is_not_the_storys():
    plan = "客轮公司计划任命李明辉(Li Minghui)为总裁，{}打算采访他。"

    assert ahead(plan.format("电视台")) == [plan.format("电视台")]
    assert ahead(plan.format("我")) == []


def test_it_remains_unclear_needs_no_sentence_before_it():
    line = "It remains unclear whether the captain Lin Guodong will testify before the board of inquiry."

    assert ahead(line) == [line]
