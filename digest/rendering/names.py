"""What a page calls things: one-line texts, a short label for each source, languages of sentences. Pure."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from unicodedata import combining, east_asian_width

from digest.model import ArticleId, Excerpt, Issue, IssueArticle
from digest.rendering.words import Words

LONGEST_LABEL = 24
"""Columns; a Han character takes two."""

# Controls, and the marks that reorder text around them: with those a title
# could make the page read otherwise than it is written.
_UNPRINTABLE = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff\ud800-\udfff]"
)
_BLANKS = re.compile(r"[\s\x1c-\x1f\x85\u2028\u2029]+")


def one_line(text: str) -> str:
    """*text* without control characters, every run of blanks that holds a line end made one blank."""
    text = _UNPRINTABLE.sub("", text)
    return _BLANKS.sub(
        lambda blanks: blanks[0] if blanks[0] in (" ", "\u3000", "\u00a0") else " ", text
    ).strip()


@lru_cache(maxsize=8192)
def columns(text: str) -> int:
    """The width of *text* in columns of a terminal: Han and full-width characters take two."""
    if text.isascii():
        return len(text)
    return sum(0 if combining(each) else 1 + (east_asian_width(each) in "WF") for each in text)


def shorten(text: str, limit: int) -> str:
    """*text*, or as much of its beginning as fits into *limit* columns with an ellipsis."""
    if columns(text) <= limit:
        return text
    kept, width = "", 1
    for character in text:
        width += columns(character)
        if width > limit:
            break
        kept += character
    return kept.rstrip() + "…"


def printed_language(article: IssueArticle, excerpt: Excerpt | None = None) -> str:
    """The BCP 47 tag of a printed sentence, or of the article's title; ``""`` if unknown.

    A sentence that a conversion touched is in the script it was converted to;
    an article whose sentences were converted has its title converted too.
    """
    if article.language == "und":
        return ""
    if article.language != "zh":
        return article.language
    excerpts = [excerpt] if excerpt else article.key_points
    # Rules that touched the same characters are named together: markup+t2s.
    rules = {rule for one in excerpts for edit in one.edits for rule in edit.kind.split("+")}
    if "t2s" in rules:
        return "zh-Hans"
    if "s2t" in rules:
        return "zh-Hant"
    return f"zh-{article.script}" if article.script in ("Hans", "Hant") else "zh"


@dataclass(frozen=True, slots=True)
class Sources:
    """The articles of an issue and the short name that stands behind each of their sentences."""

    articles: Mapping[ArticleId, IssueArticle]
    labels: Mapping[ArticleId, str]
    numbers: Mapping[ArticleId, int]
    """Places in the list of articles, from 1."""

    @classmethod
    def of(cls, issue: Issue, words: Words) -> Sources:
        """Publisher, else author, else the number in the list of articles.

        A name that two articles share gets the number too, so that a reader
        can tell which of them said it. Not the file's name: whoever gets the
        mail has never seen the folder.
        """
        named = [_name(article) for article in issue.articles]
        often = Counter(named)
        labels, numbers = {}, {}
        for number, (article, name) in enumerate(zip(issue.articles, named, strict=True), 1):
            if not name:
                label = words("No. {number}", number=number)
            elif often[name] > 1:
                label = words("{name} (No. {number})", name=name, number=number)
            else:
                label = name
            labels[article.id], numbers[article.id] = label, number
        return cls({article.id: article for article in issue.articles}, labels, numbers)

    def article(self, article: ArticleId) -> IssueArticle | None:
        return self.articles.get(article)

    def label(self, article: ArticleId) -> str:
        return self.labels.get(article, str(article))


_ASIDE = re.compile(r"\s*[（(【\[].*$")


def _name(article: IssueArticle) -> str:
    for candidate in (article.publisher, *article.authors[:1]):
        name = _ASIDE.sub("", one_line(candidate or ""))
        if name:
            return shorten(name, LONGEST_LABEL)
    return ""
