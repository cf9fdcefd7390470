"""Issues for the tests of rendering, made from the sample and changed where a test says so."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from html.parser import HTMLParser
from typing import Any

from digest.model import Excerpt, Issue, IssueArticle, Point, Story
from digest.rendering._sample import sample

TEXTS = {
    "text",
    "title",
    "subtitle",
    "publisher",
    "about",
    "name",
    "value",
    "speaker",
    "reason",
    "path",
    "date",
}
"""Fields that come from a file or a configuration, and so from a stranger."""


def changed(value: Any, change: Callable[[str], str], named: str = "") -> Any:
    """*value* with *change* applied to every text that a stranger could have written."""
    if isinstance(value, str):
        return change(value) if named in TEXTS else value
    if isinstance(value, tuple):
        if named in {"aliases", "authors", "also_published_by", "retells"}:
            return tuple(change(each) for each in value)
        return tuple(changed(each, change, named) for each in value)
    if is_dataclass(value) and not isinstance(value, type):
        parts = {each.name: changed(getattr(value, each.name), change, each.name) for each in fields(value)}
        return replace(value, **parts)
    return value


def with_story(issue: Issue, **sections: Any) -> Issue:
    return replace(issue, story=replace(issue.story, **sections))


def long_issue(articles: int, points: int = 3, language: str = "zh-Hans") -> Issue:
    """An issue of many articles, each with key points of a usual length."""
    base = sample(language)
    pattern = base.articles[0]
    sentence = pattern.key_points[0]
    said = "这是第 {} 篇的第 {} 句，它说明市政厅在那一年里为什么没有把变更单公布出来，以及后来怎样。"

    def article(number: int) -> IssueArticle:
        name = f"{number:016x}"
        key_points = tuple(
            replace(sentence, article=name, text=said.format(number, index)) for index in range(points)
        )
        return replace(
            pattern, id=name, path=f"{number:03}.txt", title=f"第 {number} 篇的标题", key_points=key_points
        )

    some = tuple(article(number) for number in range(articles))
    lead = Excerpt("许多文章说的是同一件事。", some[0].id, sentence.source, (), "sample")
    story = Story(lead=(lead,), points=(Point((lead,), (some[0].id,)),))
    return replace(base, articles=some, story=story, since=None)


class Outline(HTMLParser):
    """Elements with their attributes' names, the links, and the visible text of a page."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, tuple[str, ...]]] = []
        self.links: list[str] = []
        self.texts: list[str] = []
        self._hidden = 0
        preheader = r'<div style="display:none.*?</div>'
        self.feed(re.sub(rf"<!--.*?-->|{preheader}", "", html, flags=re.DOTALL))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, tuple(sorted(name for name, _ in attrs))))
        self.links += [value or "" for name, value in attrs if name in ("href", "src", "action")]
        self._hidden += tag in ("style", "script", "title")

    def handle_endtag(self, tag: str) -> None:
        self._hidden -= tag in ("style", "script", "title")

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            self.texts.append(data)

    @property
    def text(self) -> str:
        return " ".join(" ".join(self.texts).split())
