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
