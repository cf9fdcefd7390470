"""An issue of several threads: each opens with a title and has its sections, one thread after another."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace

import pytest

from digest.model import ArticleId, Excerpt, Point, Span, Story, Thread
from digest.rendering import WRITERS, render
from digest.rendering._sample import sample
from digest.rendering.layout import lay_out
from digest.rendering.press import BUDGET
from digest.rendering.words import words
from tests.rendering.helpers import Outline, long_issue, with_story


def two_threads(language="zh-Hans"):
    """The sample, as if half of its articles told of another event than the rest."""
    issue = sample(language)
    ids = [article.id for article in issue.articles]
    half = len(ids) // 2
    return with_story(issue, threads=(Thread(tuple(ids[:half])), Thread(tuple(ids[half:]))))


def many_threads(count):
    """*count* threads of two articles, each with a lead, a point of two sentences and what lies ahead."""
    issue = long_issue(2 * count)
    ids = [article.id for article in issue.articles]
    pairs = list(zip(ids[::2], ids[1::2], strict=True))

    def said(article: ArticleId, what: str) -> Excerpt:
        text = f"{what}：市政厅在那一年里没有把变更单公布出来，后来也没有说明为什么要这样做。"
        return Excerpt(text, article, Span(0, len(text)), (), "sample")

    story = Story(
        lead=tuple(said(one, f"导语 {one}") for one, _ in pairs),
        points=tuple(
            Point((said(pair[0], f"要点 {pair[0]}"), said(pair[1], "另说")), pair) for pair in pairs
        ),
        ahead=tuple(said(other, f"将来 {other}") for _, other in pairs),
        threads=tuple(map(Thread, pairs)),
    )
    return replace(issue, story=story)


def page_of(issue):
    return lay_out(issue, words(issue.language))


def test_each_thread_opens_with_a_title_and_has_its_own_sections_and_the_articles_come_last():
    issue = two_threads()
    page = page_of(issue)
    kinds = [section.kind for section in page.sections]

    first, second = (at for at, kind in enumerate(kinds) if kind == "thread")
    assert first == 0
    assert kinds[-1] == "articles"
    assert kinds.count("articles") == 1
    assert page.sections[-1].title == "全部原文，逐篇要点"
    assert {"lead", "points"} <= set(kinds[first:second])
    assert page.sections[first].title == "第 1 件事，共 2 件"
    assert page.sections[first].rows[0].title == issue.articles[0].title


def test_every_row_stands_in_its_own_thread():
    issue = two_threads()
    page = page_of(issue)
    place = [section.kind for section in page.sections].index("thread", 1)
    ids = set(issue.story.threads[0].articles)

    before = [row.lines[0].text for s in page.sections[:place] if s.kind == "points" for row in s.rows]

    assert before == [
        point.sentences[0].text for point in issue.story.points if point.sentences[0].article in ids
    ]
    assert [row.number for s in page.sections[:place] if s.kind == "points" for row in s.rows] == list(
        range(1, len(before) + 1)
    )


@pytest.mark.parametrize("threads", [(), "one", "one and some alone"])
def test_an_issue_of_one_thread_has_no_such_heading(threads):
    issue = sample()
    ids = tuple(article.id for article in issue.articles)
    parts = {"one": (Thread(ids),), "one and some alone": (Thread(ids[:-1]), Thread(ids[-1:]))}

    page = page_of(with_story(issue, threads=parts.get(threads, ())))

    assert page.sections == page_of(issue).sections


def alone(issue, told=()):
    """*issue*, as if no article but those of *told* had to do with another."""
    rest = [article.id for article in issue.articles if article.id not in told]
    threads = ([Thread(tuple(told))] if told else []) + [Thread((each,)) for each in rest]
    return with_story(issue, threads=tuple(threads))


def test_articles_of_which_no_two_belong_together_are_listed_and_not_told():
    """A lead of one article would be taken for what all are about, a timeline of many for one story."""
    issue = alone(with_story(sample(), points=(), differ=()))

    page = page_of(issue)

    (section,) = page.sections
    assert section.kind == "articles"
    assert [len(row.lines) for row in section.rows] == [len(each.key_points) for each in issue.articles]
    assert page.printed == sum(len(each.key_points) for each in issue.articles)
    assert render(issue).subject.endswith(issue.articles[0].key_points[0].text.rstrip("。"))


def test_what_an_article_tells_besides_stands_in_for_what_is_told_above_and_nowhere_else():
    issue = sample()
    article = issue.articles[0]
    besides = replace(article.key_points[0], text="轨道两侧的槐树一棵也没有移走。")
    issue = replace(issue, articles=(replace(article, further=(besides,)), *issue.articles[1:]))

    def listed(issue):
        return [line.text for line in page_of(issue).section("articles").rows[0].lines]

    assert besides.text in listed(with_story(issue, lead=article.key_points[:1]))
    assert besides.text not in listed(alone(with_story(issue, points=(), differ=())))


def agreeing(issue, count):
    """All its points told by the first *count* articles."""
    ids = tuple(article.id for article in issue.articles[:count])
    return with_story(issue, points=tuple(replace(point, articles=ids) for point in issue.story.points))


def test_what_several_of_them_say_all_the_same_is_told_first():
    page = page_of(alone(agreeing(sample(), 2)))

    assert [section.kind for section in page.sections] == ["points", "differ", "articles"]


def test_articles_half_of_which_agree_on_something_are_told_as_one():
    """Two short reports of one event share one fact and few words."""
    issue = agreeing(sample(), 3)

    assert page_of(alone(issue)).sections == page_of(issue).sections


def test_a_theme_without_a_list_of_articles_has_its_sections_whatever_they_are_about():
    issue = alone(sample())
    page = page_of(replace(issue, theme=replace(issue.theme, sections=("lead", "timeline"))))

    assert [section.kind for section in page.sections] == ["lead", "timeline"]


def test_the_one_story_of_few_of_the_articles_has_a_heading():
    issue = sample()
    ids = [article.id for article in issue.articles]
    few = alone(issue, told=ids[:2])
    page = page_of(few)

    assert len(ids) > 4
    assert page.sections[0].kind == "thread"
    assert page.sections[0].title == "几篇原文说的同一件事"
    assert page.sections[0].rows[0].title == issue.articles[0].title
    assert page.sections[-1].title == "全部原文，逐篇要点"
    assert page_of(alone(issue, told=ids[:3])).sections[0].kind == "lead", "most of them are the issue"


@pytest.mark.parametrize("look", ["paper", "plain", "ledger"])
@pytest.mark.parametrize("sections", [("lead", "articles"), ("articles", "lead"), ("articles",)])
def test_how_much_there_is_to_read_is_said_once_whatever_comes_first(look, sections):
    issue = sample()
    html = render(replace(issue, theme=replace(issue.theme, sections=sections)), look=look).html

    assert Outline(html).text.count("读完约") == 1


def test_articles_that_a_theme_wants_first_stand_before_all_threads():
    issue = two_threads()

    page = page_of(replace(issue, theme=replace(issue.theme, sections=("articles", "lead", "points"))))

    assert [section.kind for section in page.sections][:2] == ["articles", "thread"]


@pytest.mark.parametrize("look", ["paper", "plain", "ledger"])
def test_a_mail_names_every_thread_once(look):
    text = Outline(render(two_threads(), look=look).html).text

    assert text.count("第 1 件事，共 2 件") == text.count("第 2 件事，共 2 件") == 1
    assert text.count("读完约") == 1


@pytest.mark.parametrize("count", [20, 60, 200, 600])
def test_a_page_of_very_many_threads_stays_below_the_size_and_keeps_the_first_whole(count):
    issue = many_threads(count)

    html = render(issue).html

    assert 0.9 * BUDGET < len(html.encode()) <= BUDGET, "it trims no more than it must"
    text = Outline(html).text
    assert issue.story.lead[0].text in text
    assert issue.story.points[0].sentences[0].text in text
    assert "放不进这封邮件" in text


def test_an_untitled_thread_is_headed_by_its_number():
    issue = two_threads()
    untitled = replace(issue, articles=tuple(replace(each, title=None) for each in issue.articles))

    assert "<h2" in render(untitled).html
    assert page_of(untitled).sections[0].rows[0].title == ""


@pytest.mark.parametrize("name", ["txt", "md"])
def test_text_formats_say_where_a_thread_begins(name):
    issue = two_threads()

    written = WRITERS.get(name).write(issue, render(issue)).decode()

    assert written.index("第 1 件事") < written.index("第 2 件事") < written.index("逐篇要点")


def test_the_contents_of_an_epub_link_to_every_section():
    issue = two_threads()

    book = zipfile.ZipFile(io.BytesIO(WRITERS.get("epub").write(issue, render(issue))))
    pages = {name.rpartition("/")[2]: book.read(name).decode() for name in book.namelist()}
    ids = re.findall(r'<section id="([^"]+)"', pages["issue.xhtml"])

    assert len(ids) == len(set(ids)) == len(page_of(issue).sections)
    assert re.findall(r'issue\.xhtml#([^"]+)"', pages["contents.xhtml"]) == ids
