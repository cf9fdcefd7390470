# ruff: noqa: E501  # a list of attacks reads better packed
"""Nothing a seed says becomes markup, a template, a header or a link."""

from __future__ import annotations

import re
import zipfile
from dataclasses import replace
from io import BytesIO
from itertools import cycle

import pytest
from lxml import etree

from digest.rendering import WRITERS, Links, render
from digest.rendering._sample import sample
from digest.rendering.names import columns
from digest.rendering.press import laid_out
from digest.rendering.site import build
from tests.rendering.helpers import Outline, changed

HOSTILE = [
    "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<svg/onload=alert(1)>", "</td></tr></table><h1>x</h1>", "<!--", "-->",
    "<!--[if mso]><script>x</script><![endif]-->", "<![endif]-->", "<![CDATA[x]]>", "]]>", "<?php echo 1 ?>",
    "</style><script>x</script>", "</title><script>x</script>", "<style>*{display:none}</style>", "<base href=//x>",
    '"><script>x</script>', "' onmouseover='x", '" style="display:none', "`onclick=x`", "<a href=javascript:x>x</a>",
    "javascript:alert(1)", "JaVaScRiPt:alert(1)", "java\tscript:alert(1)", "data:text/html;base64,PHNjcmlwdD4=",
    "vbscript:x", "[x](javascript:alert(1))", "![x](https://x.example/p.png)", "<https://x.example/>", "[x]: https://x",
    "# heading", "- item", "1. item", "> quote", "```", "---", "***", "**bold**", "__x__", "|a|b|", "&lt;b&gt;", "&#60;b&#62;",
    "&amp;lt;", "\\<b>", "{{ 7 * 7 }}", "{% include '/etc/passwd' %}", "{# x #}", "${7*7}", "#{7*7}", "<%= 7*7 %>",
    "{{ page.__class__.__mro__ }}", "{{ ''.__class__ }}", "%(x)s", "{0.__class__}", "{n}", "{source}", "%s%n",
    "x\r\nBcc: thief@example.org", "x\nSubject: other", "x\r\n\r\n<html>", "\nContent-Type: text/html\n\n<b>", "=?utf-8?q?x?=",
    "\x00", "\x08\x1b[31m", "\x85", "\u2028", "\u2029", "\u202egnp.exe", "\u2066x\u2069", "\ufeff", "\ufffe", "\x7f",
    "\u200b", "\ud7ff", "￼", "ﷺ" * 30, "Z̸͇" * 30, "A" * 400, "你" * 400, " " * 50, "", "　", "\t\t", "...", "。", "”", "〔",
    "http://x.example/", "https://x.example/?a=1&b=2", "www.x.example", "mailto:x@example.org", "x@example.org", "+1 555 0100",
    "<form action=//x><input name=a>", "<iframe src=//x>", "<link rel=stylesheet href=//x>", "<meta http-equiv=refresh content=0>",
    "<object data=x>", "<embed src=x>", "<video src=x>", "<math><mi xlink:href=javascript:x>", "<table><tr><td>", "<p", "<", ">", "&",
    "<template><script>x</script></template>", "<noscript><p title='</noscript><script>x</script>'>", "<textarea>", "<plaintext>",
    "@import url(//x)", "expression(alert(1))", "url(javascript:x)", "/* x */", "*/", "%%TOKEN%%", "0000-0000-0000-0000",
]  # fmt: skip
LINKS = Links("https://news.example.org/a/", "https://news.example.org/u/x", "https://news.example.org/")


SPREADS = 4


def hostile_issue(spread):
    """The sample with a hostile text before and after each text: every one of them, in another field each time."""
    texts = cycle(HOSTILE[spread * 31 % len(HOSTILE) :] + HOSTILE[: spread * 31 % len(HOSTILE)])
    return changed(sample(), lambda kept: f"{(text := next(texts))}{kept}{text}" if kept else kept)


def test_every_hostile_text_is_tried():
    tried = []
    for spread in range(SPREADS):
        changed(hostile_issue(spread), tried.append)

    assert len(HOSTILE) >= 100
    assert [text for text in HOSTILE if not any(text in field for field in tried)] == []


@pytest.mark.parametrize("spread", range(SPREADS))
@pytest.mark.parametrize("look", ["ledger", "paper", "plain"])
def test_no_text_of_a_seed_becomes_an_element_or_an_attribute(look, spread):
    """The page of a hostile issue has exactly the kinds of element of the same issue in good faith."""
    expected = Outline(render(sample(), look=look, links=LINKS).html)

    found = Outline(render(hostile_issue(spread), look=look, links=LINKS).html)

    assert set(found.elements) <= set(expected.elements)
    assert len(found.elements) <= len(expected.elements) + 8
    assert set(found.links) == set(expected.links)


@pytest.mark.parametrize("text", HOSTILE)
def test_no_text_of_a_seed_becomes_a_header(text):
    issue = sample()
    theme = replace(issue.theme, title=f"{text}{issue.theme.title}")
    lead = tuple(replace(said, text=f"{text}{said.text}") for said in issue.story.lead)

    page = laid_out(replace(issue, theme=theme, story=replace(issue.story, lead=lead)), "zh-Hans")

    assert page.subject.isprintable()
    assert 0 < columns(page.subject) <= 78


def test_no_text_of_a_seed_is_run_as_a_template():
    issue = changed(sample(), lambda kept: kept + "{{ 7 * 7 }}{n}${7*7}" if kept else kept)

    rendering = render(issue)

    assert "{{ 7 * 7 }}" in rendering.text
    assert "49" not in rendering.text


@pytest.mark.parametrize("spread", range(SPREADS))
def test_no_text_of_a_seed_becomes_markup_in_a_book(spread):
    issue = hostile_issue(spread)

    book = zipfile.ZipFile(BytesIO(WRITERS.get("epub").write(issue, render(issue))))

    for name in book.namelist()[1:]:
        root = etree.fromstring(book.read(name))
        tags = {etree.QName(element).localname for element in root.iter() if isinstance(element.tag, str)}
        assert not tags & {"script", "img", "svg", "form", "iframe", "object", "base"}, name


@pytest.mark.parametrize("spread", range(SPREADS))
def test_no_text_of_a_seed_becomes_a_link_or_html_in_markdown(spread):
    issue = hostile_issue(spread)

    written = WRITERS.get("md").write(issue, render(issue)).decode()

    for mark in ("<", "[", "](", "![", "`"):
        places = [found.start() for found in re.finditer(re.escape(mark), written)]
        assert [written[place - 20 : place + 20] for place in places if written[place - 1] != "\\"] == [], (
            mark
        )


@pytest.mark.parametrize("spread", range(SPREADS))
def test_no_text_of_a_seed_becomes_markup_in_the_archive(spread):
    issue = hostile_issue(spread)
    issue = replace(
        issue, id=sample().id, as_of="2026-06-14", theme=replace(issue.theme, slug="harbour-trams")
    )

    files = dict(build([issue], "https://news.example.org/"))

    honest = Outline(dict(build([sample()], "https://news.example.org/"))["index.html"].decode())
    found = Outline(files["index.html"].decode())
    assert found.elements == honest.elements
    assert found.links == honest.links
    assert b"<" not in files["search-index.js"]
    for name in ("atom.xml", "sitemap.xml"):
        etree.fromstring(files[name])
