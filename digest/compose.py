"""Put an issue together: which article stands where, what is new, what it costs to read. Pure."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, replace

from digest.language.pace import minutes
from digest.language.severing import severed
from digest.model import (
    UNTITLED,
    ArticleId,
    Document,
    Excerpt,
    Issue,
    IssueArticle,
    IssueId,
    KeyPoint,
    Skipped,
    Span,
    Story,
    Summary,
    Theme,
)


@dataclass(frozen=True, slots=True)
class Copies:
    """Where else an article was found: the same text, and nearly the same under another name."""

    paths: tuple[str, ...] = ()
    publishers: tuple[str, ...] = ()


def compose(
    theme: Theme,
    summaries: Sequence[Summary],
    story: Story,
    *,
    number: str,
    as_of: str,
    language: str,
    copies: Mapping[ArticleId, Copies] | None = None,
    unassigned: Sequence[Skipped] = (),
    skipped: Sequence[Skipped] = (),
    previous: Issue | None = None,
) -> Issue:
    """One issue of *theme*. Newest article first, the undated after the dated, then by path.

    What the story proves of when an article was written stands with the article.

    An article that *previous* already carried is not ``new``, and neither is a
    sentence that it printed.
    """
    known = {article.id for article in previous.articles} if previous else frozenset()
    printed = {_place(excerpt) for excerpt in previous.excerpts} if previous else frozenset()
    where, dates = copies or {}, dict(story.dates)
    further: dict[ArticleId, list[Excerpt]] = defaultdict(list)
    for excerpt in story.further:
        further[excerpt.article].append(excerpt)
    dated = [
        replace(each, document=replace(each.document, published=dates[each.document.id]))
        if each.document.id in dates
        else each
        for each in summaries
    ]
    articles = tuple(
        _article(
            summary,
            where.get(summary.document.id, Copies()),
            summary.document.id not in known,
            printed,
            further[summary.document.id],
        )
        for summary in sorted(dated, key=_newest_first)
    )
    return Issue(
        id=IssueId(f"{theme.slug}/{number}"),
        theme=replace(theme, title=theme.title or UNTITLED[language]),
        language=language,
        as_of=as_of,
        since=previous.id if previous else None,
        articles=articles,
        unassigned=tuple(sorted(unassigned, key=lambda row: row.path)),
        skipped=tuple(sorted(skipped, key=lambda row: row.path)),
        story=replace(_severed(story), dates=(), further=()),
    )


def _severed(story: Story) -> Story:
    """Each row stands alone; what somebody says is left as he said it."""
    timeline = tuple(replace(row, sentence=_alone(row.sentence, dated=True)) for row in story.timeline)
    return replace(story.with_excerpts(_alone), timeline=timeline, quotes=story.quotes)


def _alone(excerpt: Excerpt, dated: bool = False) -> Excerpt:
    text, edits = severed(excerpt.text, excerpt.source.start, excerpt.edits, dated)
    return replace(excerpt, text=text, edits=edits)


def reading_minutes(characters: int, language: str) -> int:
    """Whole minutes, at least 1."""
    return max(1, math.ceil(minutes(characters, language)))


def _newest_first(summary: Summary) -> tuple[bool, tuple[int, ...], str]:
    published = summary.document.published
    digits = tuple(-int(part) for part in published.date.split("-")) if published else ()
    return published is None, digits, summary.document.article.path


def _article(
    summary: Summary,
    copies: Copies,
    new: bool,
    printed: Set[tuple[str, int]],
    further: Sequence[Excerpt],
) -> IssueArticle:
    document, article = summary.document, summary.document.article
    return IssueArticle(
        id=document.id,
        paths=(article.path, *copies.paths),
        path=article.path,
        sha256=article.sha256,
        encoding=article.encoding,
        entry=article.entry,
        title=document.title,
        authors=document.authors,
        publisher=document.publisher,
        published=document.published,
        also_published_by=copies.publishers,
        retells=document.retells,
        language=document.language,
        script=document.script,
        characters=document.characters,
        reading_minutes=reading_minutes(document.characters, document.language),
        new=new,
        key_points=tuple(_excerpt(document, point, summary.method, printed) for point in summary.points),
        removed=document.receipt.removed,
        repairs=document.receipt.repairs,
        further=tuple(_alone(replace(each, new=_place(each) not in printed)) for each in further),
    )


def _excerpt(document: Document, point: KeyPoint, method: str, printed: Set[tuple[str, int]]) -> Excerpt:
    sentence = point.sentence
    excerpt = Excerpt(
        text=sentence.text,
        article=document.id,
        source=Span(sentence.start, sentence.end),
        edits=sentence.edits,
        rule=method,
        new=(document.id, sentence.start) not in printed,
    )
    return _alone(excerpt)


def _place(excerpt: Excerpt) -> tuple[str, int]:
    return excerpt.article, excerpt.source.start
