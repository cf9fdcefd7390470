"""A running theme: what the last issue told is not told again as news."""

from dataclasses import replace

from digest import story
from digest.model import Issue, IssueArticle, IssueId, Theme
from tests.story.events import document, ferry, summaries

THEME = Theme("ferry", "Ferry", query=("客轮", "翻沉", "ferry"), aliases=(("客轮", "ferry"),))


def issue(documents, number="2025-03-10", previous=None):
    told = story.tell(summaries(documents), THEME, as_of="2025-12-31", previous=previous)
    return Issue(IssueId(f"ferry/{number}"), THEME, "zh-Hans", number, None, (), (), (), told)


def test_without_a_last_issue_everything_is_new():
    assert all(excerpt.new for excerpt in issue(ferry()).excerpts)


def test_the_same_articles_again_bring_nothing_new():
    first = issue(ferry())

    assert not any(
        excerpt.new
        for excerpt in issue(ferry(), previous=first).excerpts
        if excerpt.text in {each.text for each in first.excerpts}
    )


def test_an_article_that_the_last_issue_carried_has_no_news():
    """What was left unprinted then was not news then, and is none now."""
    first = issue(ferry())
    carried = tuple(
        IssueArticle(
            each.id,
            (),
            each.article.path,
            "",
            "utf-8",
            None,
            None,
            (),
            None,
            None,
            (),
            (),
            "zh",
            "Hans",
            0,
            1,
            True,
            (),
            (),
            {},
        )
        for each in ferry()
    )

    told = issue(ferry(), previous=replace(first, articles=carried))

    assert told.excerpts
    assert not any(excerpt.new for excerpt in told.excerpts)


def test_a_fact_that_was_told_is_not_new_in_another_articles_words():
    first = issue(ferry())
    again = document("again", None, "2025-03-13", "“海澜号”船长林国栋3月10日已被警方拘留，案件仍在审理。")

    told = issue([again], previous=first)

    assert told.excerpts
    assert not any(excerpt.new for excerpt in told.excerpts)


def test_what_the_new_article_adds_is_new():
    first = issue(ferry())
    adds = document(
        "adds",
        None,
        "2025-03-20",
        "3月19日，青屿岛客轮航线恢复通航，首班客轮载有80名乘客。\n船长林国栋3月10日被警方拘留。",
    )

    told = issue([*ferry(), adds], number="2025-03-20", previous=first)

    fresh = [excerpt for excerpt in told.excerpts if excerpt.new]
    assert any("3月19日" in excerpt.text for excerpt in fresh)
    assert not any("3月10日被" in excerpt.text for excerpt in fresh)


def test_the_lead_tells_the_news_first():
    first = issue(ferry())
    adds = document("adds", None, "2025-03-20", "3月19日，青屿岛客轮航线恢复通航，首班客轮载有80名乘客。")

    told = issue([*ferry(), adds], number="2025-03-20", previous=first)

    assert any(sentence.new for sentence in told.story.lead)
