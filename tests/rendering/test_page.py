"""What is printed, and in which order."""

from __future__ import annotations

from dataclasses import replace

import pytest

from digest.model import SECTIONS, Edit, Quote, Skipped, Theme
from digest.rendering import WRITERS, render
from digest.rendering._sample import sample
from digest.rendering.layout import lay_out
from digest.rendering.page import ArticleRow, lines
from digest.rendering.words import words
from tests.rendering.helpers import Outline, with_story


def page_of(issue):
    return lay_out(issue, words(issue.language))


def lines_of(page):
    return [line for section in page.sections for row in section.rows for line in lines(row)]


def test_sections_stand_in_the_order_the_theme_asks_for():
    issue = sample()
    wanted = ("articles", "points", "lead")

    page = page_of(replace(issue, theme=replace(issue.theme, sections=wanted)))

    assert tuple(section.kind for section in page.sections) == wanted


def test_a_section_with_nothing_in_it_is_not_on_the_page():
    page = page_of(with_story(sample(), differ=(), quotes=()))

    kinds = [section.kind for section in page.sections]
    assert "differ" not in kinds
    assert "quotes" not in kinds
    assert "people" in kinds


def test_every_sentence_of_the_issue_is_on_the_page_with_its_source():
    issue = sample()

    page = page_of(issue)

    said = lines_of(page)
    assert {line.text for line in said} == {excerpt.text for excerpt in issue.excerpts}
    assert page.printed == len(said)
    assert all(line.source for section in page.sections if section.kind != "articles"
               for row in section.rows for line in lines(row))  # fmt: skip


@pytest.mark.parametrize(
    ("text", "written", "year"),
    [
        ("5月15日，他离开了公司。", "2023-06-01", "，2023 年"),
        ("这些压力使她在上周三宣布离职。", "2023", "，2023 年"),
        ("2023年5月15日，他离开了公司。", "2023-06-01", ""),
        ("他离开了公司。", "2023-06-01", ""),
        ("5月15日，他离开了公司。", None, ""),
    ],
)
def test_a_day_without_its_year_has_the_year_beside_it_once_that_is_over(text, written, year):
    """5月15日 is read as this year's, and it was another's."""
    issue = sample()
    article = issue.articles[0]
    published = article.published and written and replace(article.published, date=written)
    excerpt = replace(article.key_points[0], text=text)
    told = replace(issue, articles=(replace(article, published=published), *issue.articles[1:]))

    def source(as_of):
        (line,) = page_of(replace(with_story(told, lead=(excerpt,)), as_of=as_of)).section("lead").rows
        return line.source

    assert source("2026-01-02") == source("2023-06-02") + year


def test_a_row_of_the_timeline_has_its_year_already():
    issue = sample()
    event = replace(issue.story.timeline[0], date="2023-05-15")
    told = replace(event, sentence=replace(event.sentence, text="5月15日，他离开了公司。"))
    page = page_of(replace(with_story(issue, timeline=(told,)), as_of="2031-01-02"))

    (row,) = page.section("timeline").rows

    assert "2023" not in row.line.source


def rows_of_articles(issue):
    section = page_of(issue).section("articles")
    return [row for row in section.rows if isinstance(row, ArticleRow)]


def test_an_article_lists_the_key_points_that_no_section_above_prints_and_counts_the_others():
    issue = sample()
    first, *rest = issue.articles[0].key_points
    told = with_story(issue, lead=(first,))

    row = rows_of_articles(told)[0]

    assert first.text not in [line.text for line in row.lines]
    assert row.above >= 1
    assert len(row.lines) + row.above == 1 + len(rest)


def test_a_passage_stands_above_where_one_of_its_sentences_does():
    """The list of the real articles printed five sentences again, each with what its author said next."""
    issue = sample()
    article = issue.articles[0]
    first, second, *rest = article.key_points
    passage = replace(first, text=first.text + second.text)
    joined = replace(issue, articles=(replace(article, key_points=(passage, *rest)), *issue.articles[1:]))

    def listed(*lead):
        return [line.text for line in rows_of_articles(with_story(joined, lead=lead))[0].lines]

    assert passage.text in listed()
    assert passage.text not in listed(first)
    assert passage.text not in listed(second)
    assert passage.text in listed(replace(second, text=second.text[4:12])), (
        "a few words of it are no sentence"
    )


def test_an_article_that_stands_above_all_sections_keeps_all_its_key_points():
    issue = with_story(sample(), lead=(sample().articles[0].key_points[0],))
    turned = replace(issue, theme=replace(issue.theme, sections=("articles", "lead")))

    row = rows_of_articles(turned)[0]

    assert (len(row.lines), row.above) == (len(issue.articles[0].key_points), 0)


def test_sentences_that_could_not_be_traced_are_not_counted_as_traced():
    page = page_of(replace(sample(), untraced=("a.txt:3: not found", "a.txt:9: not found")))

    assert page.printed - page.traced == 2


def test_the_foot_says_of_every_sentence_that_it_was_found_only_when_each_was():
    assert "句句出自原文" in page_of(sample()).proof

    page = page_of(replace(sample(), untraced=("a.txt:3: not found",)))

    assert "句句" not in page.proof
    assert f"{page.printed} 句，其中 {page.printed - 1} 句" in page.proof


def test_publishers_are_counted_only_where_every_article_has_one():
    """Of six articles, two with a name, "2 publishers" would be read as that of all six."""
    issue = sample()
    known = tuple(replace(each, publisher=each.publisher or "旧码头电台") for each in issue.articles)

    assert page_of(issue).publishers == 0
    assert page_of(replace(issue, articles=known)).publishers == len(known)


def test_a_page_takes_as_long_to_read_in_whatever_language_its_headings_are():
    issue = sample()
    long = replace(issue.story.lead[0], text="电车从旧码头开出" * 1000)
    issue = with_story(issue, lead=(long,))

    assert lay_out(issue, words("en")).minutes == page_of(issue).minutes > 8000 / 500


def test_a_spelling_that_is_part_of_another_is_not_listed_beside_it():
    person = replace(sample().story.people[0], name="周远帆", aliases=("远帆", "Zhou Yuanfan", "Zhou"))

    (row,) = page_of(with_story(sample(), people=(person,))).section("people").rows

    assert row.aliases == ("Zhou Yuanfan",)


def test_a_date_is_printed_once_for_what_happened_on_it():
    event = sample().story.timeline[0]
    events = [replace(event, date=date, precision="day", inferred=inferred)
              for date, inferred in (("2026-06-01", False), ("2026-06-01", False), ("2026-06-01", True),
                                     ("2026-06-02", True))]  # fmt: skip
    issue = with_story(sample(), timeline=tuple(events))
    rendering = render(issue)

    assert [row.again for row in page_of(issue).section("timeline").rows] == [False, True, False, False]
    timeline = rendering.text[rendering.text.index("时间线") :]
    assert [line for line in timeline.splitlines() if line.startswith("2026.06.0")] == [
        "2026.06.01", "2026.06.01 ※", "2026.06.02 ※",
    ]  # fmt: skip
    assert Outline(rendering.html).text.count("2026.06.01") == 2
    assert rendering.html.count("●") == 1


@pytest.mark.parametrize("name", ["html", "txt", "md"])
def test_the_mark_of_an_inferred_date_is_explained_where_it_stands(name):
    """In the timeline; and below the list of articles where no timeline does."""
    issue = sample()
    assert any(article.published and article.published.inferred for article in issue.articles)

    def notes(sections):
        told = replace(issue, theme=replace(issue.theme, sections=sections))
        return WRITERS.get(name).write(told, render(told)).decode().count("※ 原文没有写全日期")

    assert notes(("lead",)) == 0
    assert notes(("articles",)) == 1
    assert notes(("timeline", "articles")) == 1


def test_sources_stand_in_the_order_of_the_list_of_articles():
    issue = sample()
    ids = [article.id for article in issue.articles]
    point = replace(issue.story.points[0], articles=(ids[3], ids[2], ids[0]))

    (row,) = page_of(with_story(issue, points=(point,))).section("points").rows

    assert row.sources == ("港湾日报", "第 3 篇", "南岸评论")


def test_sources_are_named_unless_they_are_all_the_articles():
    issue = sample()
    ids = tuple(article.id for article in issue.articles)
    person = replace(issue.story.people[0], articles=ids)

    def shown(articles):
        page = render(with_story(issue, points=(), people=(replace(person, articles=articles),)))
        return Outline(page.html).text

    assert f"{len(ids)} 个来源" in shown(ids)
    assert f"{len(ids)} 个来源：" not in shown(ids)
    assert f"{len(ids) - 1} 个来源：港湾日报、" in shown(ids[:-1])


def test_on_paper_the_title_is_black_where_its_band_is_white():
    """White on white it was."""
    printed = render(sample()).html.partition("@media print{")[2]

    assert ".mast{background-color:#ffffff" in printed
    assert ".title{color:#000000" in printed


def test_english_in_a_chinese_page_is_told_to_set_its_apostrophes_narrow():
    html = render(sample()).html

    assert 'class="en"' in html
    assert ".en{font-variant-east-asian:proportional-width" in html


def test_new_sentences_are_marked_only_in_an_issue_that_follows_another():
    issue = sample()
    marked = [
        line for section in page_of(issue).sections for row in section.rows for line in lines(row) if line.new
    ]
    first = page_of(replace(issue, since=None))

    assert len(marked) == sum(excerpt.new for excerpt in issue.excerpts) > 0
    assert not any(line.new for line in lines_of(first))
    assert first.fresh == 0


def test_no_sentence_is_marked_where_most_are_new():
    """A mark on every line tells a reader nothing; the count says it once."""
    issue = sample()
    articles = tuple(
        replace(each, key_points=tuple(replace(point, new=True) for point in each.key_points))
        for each in issue.articles
    )
    story = replace(issue.story, timeline=tuple(
        replace(event, sentence=replace(event.sentence, new=True)) for event in issue.story.timeline
    ), people=(), numbers=(), differ=(), quotes=())  # fmt: skip

    page = page_of(replace(issue, articles=articles, story=story))

    assert page.fresh > page.printed / 2
    assert not any(line.new for line in lines_of(page))


def test_an_article_without_a_title_gets_a_stand_in_and_never_its_first_sentence():
    rows = page_of(sample()).section("articles").rows

    untitled = [row for row in rows if isinstance(row, ArticleRow) and not row.titled]
    assert [row.title for row in untitled] == ["（原文无标题）"]
    assert all(row.title not in line.text for row in untitled for line in row.lines)


def test_a_source_is_called_by_its_publisher_else_by_its_number():
    page = page_of(sample())

    assert page.section("lead").rows[0].source == "港湾日报"
    assert page.section("timeline").rows[0].line.source == "第 3 篇"


def test_a_source_is_never_called_by_its_file():
    """Whoever reads the mail has not seen the folder: 〔b〕 tells nothing, 第 3 篇 stands in the list."""
    issue = sample()
    nameless = replace(issue.articles[2], path="b.txt", publisher=None, authors=())

    page = page_of(replace(issue, articles=(*issue.articles[:2], nameless, *issue.articles[3:])))

    assert {line.source for line in lines_of(page) if line.source.startswith(("b", "第"))} == {"第 3 篇"}


def test_two_articles_of_one_publisher_are_told_apart_by_their_numbers():
    issue = sample()
    articles = (issue.articles[0], replace(issue.articles[1], publisher=issue.articles[0].publisher),
                *issue.articles[2:])  # fmt: skip

    page = page_of(replace(issue, articles=articles))

    assert {line.source for line in page.section("lead").rows} == {"港湾日报·第 1 篇", "港湾日报·第 2 篇"}


def test_a_remark_in_brackets_is_no_part_of_a_publishers_short_name():
    issue = sample()
    article = replace(issue.articles[0], publisher="港湾日报（经海风网转载）")

    page = page_of(replace(issue, articles=(article, *issue.articles[1:])))

    assert page.section("lead").rows[0].source == "港湾日报"


def test_a_sentence_in_another_language_says_which():
    points = page_of(sample()).section("points").rows

    assert [line.lang for line in points[0].lines] == ["", "en", ""]


@pytest.mark.parametrize(
    ("kinds", "language"),
    [(("t2s",), "zh-Hans"), (("s2t",), "zh-Hant"), (("markup+t2s",), "zh-Hans"), (("spacing",), "zh-Hant")],
)
def test_a_converted_sentence_is_in_the_script_it_was_converted_to(kinds, language):
    issue = sample("en")
    article = replace(issue.articles[3], script="Hant", language="zh")
    quote = issue.story.quotes[0]
    edits = tuple(Edit(kind, 0, 1, "电") for kind in kinds)
    said = replace(quote.sentence, article=article.id, edits=edits)

    page = page_of(
        with_story(replace(issue, articles=(*issue.articles[:3], article)), quotes=(Quote("x", said),))
    )

    assert page.section("quotes").rows[0].line.lang == language


def test_a_line_break_or_control_character_of_a_seed_ends_no_line_of_the_page():
    issue = sample()
    title = "电车\r\n回来\u2028了\x00\x1b[31m\u202e"

    page = page_of(replace(issue, articles=(replace(issue.articles[0], title=title), *issue.articles[1:])))

    assert page.section("articles").rows[0].title == "电车 回来 了[31m"


def test_a_theme_names_every_section_once_even_if_it_names_one_twice():
    issue = replace(sample(), theme=Theme("t", "T", sections=("lead", "lead", "points")))

    assert [section.kind for section in page_of(issue).sections] == ["lead", "points"]


@pytest.mark.parametrize("language", ["zh-Hans", "zh-Hant", "en"])
def test_every_section_has_a_heading_in_every_language(language):
    tongue = words(language)

    headings = [tongue.section(kind) for kind in (*SECTIONS, "articles")]
    assert all(headings)
    assert len(set(headings)) == len(headings)


def test_ten_files_that_were_not_used_are_named_and_the_rest_counted():
    """Of two themes with one folder each leaves the other's articles out; its readers did not ask."""
    others = tuple(Skipped(f"{number:02}.txt", "trams 0.00 of 0.20") for number in range(30))
    issue = replace(sample("en"), skipped=(Skipped("torn.txt", "empty"),), unassigned=others)

    page = render(issue)

    for told in (page.html, page.text):
        assert "torn.txt" in told
        assert told.count("about something else") == 9
        assert "0.20" not in told
        assert "and 21 more" in told


def test_a_sentence_written_from_right_to_left_says_so_and_no_other_does():
    """Its full stop stood at the wrong end, for the page runs from left to right."""
    issue = sample()
    hebrew = replace(issue.articles[0], language="he", script="Hebr", title="קו חדש")
    html = render(replace(issue, articles=(hebrew, *issue.articles[1:]))).html

    assert 'lang="he" dir="rtl"' in html
    assert html.count('dir="rtl"') == html.count('lang="he"')
    assert 'dir="rtl"' not in render(issue).html
