"""The mail as a whole: what it weighs, what it links to, and that it is the same every time."""

from __future__ import annotations

import re
import subprocess
import sys
from dataclasses import replace

import pytest

from digest.errors import ConfigError, RenderError
from digest.model import Point
from digest.rendering import Links, render
from digest.rendering._sample import sample
from digest.rendering.names import columns
from digest.rendering.press import BUDGET
from tests.rendering.helpers import Outline, long_issue, with_story

LINKS = Links(
    archive_url="https://news.example.org/harbour-trams/2026-06-14/",
    unsubscribe_url="https://news.example.org/u/harbour-trams/0000-0000-0000",
    home_url="https://news.example.org/",
)
LANGUAGES = ["zh-Hans", "zh-Hant", "en"]
LOOKS = ["ledger", "paper", "plain"]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("look", LOOKS)
def test_every_look_prints_every_sentence_in_every_language(look, language):
    issue = sample(language)

    rendering = render(issue, look=look, links=LINKS)

    page = Outline(rendering.html).text
    text = re.sub(r"[\s>]+", "", rendering.text)
    for excerpt in issue.excerpts:
        assert " ".join(excerpt.text.split()) in page
        assert re.sub(r"[\s>]+", "", excerpt.text) in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_source_stands_apart_from_its_sentence(language):
    """Letters on both sides of a tag inside a line are what SpamAssassin calls HTML_OBFUSCATE."""
    html = render(sample(language), links=LINKS).html

    assert html.count('class="src"')
    assert not re.search(r"\S<span[^>]*class=\"src\"[^>]*>\S", html)


@pytest.mark.parametrize("look", LOOKS)
def test_the_same_issue_gives_the_same_bytes(look):
    """Also in another process, where sets and hashes come in another order."""
    rendering = render(sample(), look=look)
    program = (
        "import sys; from digest.rendering import render; from digest.rendering._sample import sample;"
        f"r = render(sample(), look={look!r});"
        "sys.stdout.buffer.write((r.subject + r.html + r.text).encode())"
    )

    again = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, check=True, env={"PYTHONHASHSEED": "7"}, cwd="."
    )

    assert again.stdout.decode() == rendering.subject + rendering.html + rendering.text
    assert again.stderr == b"", "a library talked where a user would read it"


def test_a_page_without_links_points_nowhere():
    rendering = render(sample())

    assert Outline(rendering.html).links == []
    assert "退订" not in rendering.html + rendering.text


def test_the_unsubscribe_link_stands_in_both_parts_exactly_as_given():
    """A sender puts a placeholder there and replaces it in the finished bytes for each reader."""
    rendering = render(sample(), links=LINKS)

    assert rendering.html.count(LINKS.unsubscribe_url) == 1
    assert LINKS.unsubscribe_url in rendering.text.splitlines()


@pytest.mark.parametrize(
    "address",
    ["javascript:alert(1)", "http://news.example.org/", "//news.example.org", "/u/1", "data:text/html,x",
     "mailto:", "https://", "https://a.example/ b",
     'https://a.example/"onclick="x', "https://a.example/\nBcc: x",
     "ftp://a.b/"],
)  # fmt: skip
def test_a_link_of_another_scheme_or_with_blanks_or_quotes_is_refused(address):
    with pytest.raises(RenderError, match="not an https: or mailto: address"):
        Links(archive_url=address)


def test_a_page_on_this_machine_may_be_linked_without_encryption_to_try_things_out():
    assert Links(archive_url="http://localhost:8000/x/").archive_url == "http://localhost:8000/x/"


@pytest.mark.parametrize(("look", "articles"), [("paper", 65), ("plain", 65), ("ledger", 65), ("paper", 120)])
def test_a_page_that_would_be_clipped_is_trimmed_from_the_bottom_and_says_so(look, articles):
    """Whether it is only just too large or far."""
    issue = long_issue(articles)

    rendering = render(issue, look=look, links=LINKS)

    assert 0.9 * BUDGET < len(rendering.html.encode()) <= BUDGET, "it trims no more than it must"
    page = Outline(rendering.html).text
    assert "许多文章说的是同一件事" in page
    assert issue.articles[0].key_points[0].text in page
    assert issue.articles[-1].key_points[-1].text not in page
    left_out = int(re.search(r"还有 ([\d,]+) 句放不进这封邮件", page)[1].replace(",", ""))
    assert left_out == sum(excerpt.text not in page for excerpt in issue.excerpts)
    last = re.sub(r"\s+", "", issue.articles[-1].key_points[0].text)
    assert last in re.sub(r"\s+", "", rendering.text), "the text is whole"


def test_a_page_that_fits_is_not_trimmed():
    assert "放不进" not in render(sample()).html


def test_an_issue_with_nothing_to_print_still_makes_a_page():
    issue = replace(sample(), articles=(), story=type(sample().story)(), skipped=(), unassigned=())

    rendering = render(issue)

    assert "港湾电车" in rendering.subject
    assert "<h1" in rendering.html


def test_each_style_sheet_stays_below_what_gmail_drops():
    html = render(sample(), look="ledger").html

    sheets = re.findall(r"<style>(.*?)</style>", re.sub(r"<!--.*?-->", "", html, flags=re.DOTALL), re.DOTALL)
    assert len(sheets) == 3
    assert all(len(sheet.encode()) < 16_000 for sheet in sheets)
    assert "var(--" not in html, "mail programs know no variables"


def test_no_element_is_hidden_from_the_eye_by_its_size_of_type():
    """Spam filters count type of no size as a trick."""
    html = render(sample(), links=LINKS).html

    assert not re.search(r"font-size:\s*0", html)


def test_the_preheader_is_a_sentence_and_not_the_subject_again():
    rendering = render(sample())

    hidden = re.search(r'<div style="display:none[^>]*>(.*?)</div>', rendering.html, re.DOTALL)[1]
    said = re.sub(r"[\u034f\u200c\xa0]+", "", hidden).strip()
    assert 20 <= len(said) <= 140
    assert rendering.subject.partition("｜")[2] not in said


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_line_of_the_text_is_wider_than_72_columns_but_for_addresses(language):
    text = render(sample(language), links=LINKS).text

    assert [line for line in text.splitlines() if columns(line) > 72 and "://" not in line] == []
    assert "\n\n\n\n" not in text
    assert text.endswith("\n")


def test_sources_named_behind_the_sentences_are_counted_and_not_named_again():
    """One with the year of its day behind it has been named, too."""
    issue = sample()
    first, second = (article.key_points[0] for article in issue.articles[:2])
    dated = replace(second, text="5月15日，他离开了公司。")
    points = (Point((first, dated), (first.article, second.article)),)

    text = render(replace(with_story(issue, points=points), as_of="2031-01-02")).text

    section = text[text.index("要点") :]
    assert "2 个来源\n" in section[: section.index("====", 100)]
    assert "2 个来源：" not in section[: section.index("====", 100)]


def test_an_unknown_look_or_language_is_refused_with_the_names_there_are():
    with pytest.raises(ConfigError, match="did you mean 'paper'"):
        render(sample(), look="papr")
    with pytest.raises(ConfigError, match="zh-Hans, zh-Hant, en"):
        render(sample(), language="fr")


def test_the_interface_may_speak_another_language_than_the_issue():
    rendering = render(sample(), language="en")

    assert rendering.language == "en"
    assert "Timeline" in rendering.html
    assert 'lang="zh-Hans"' in rendering.html, "the Chinese sentences say that they are Chinese"
