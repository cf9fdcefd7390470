"""An issue laid out for reading: sections in the theme's order, each sentence with its source. Pure.

`lay_out` turns an `Issue` into a `Page`: empty sections are gone, dates are in
words, and a sentence in another language than the page's says so.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from itertools import takewhile

from digest.language import dates, script
from digest.language.pace import minutes
from digest.model import (
    SECTIONS,
    ArticleId,
    Event,
    Excerpt,
    Issue,
    IssueArticle,
    Number,
    Person,
    Point,
    Quote,
    Story,
    Thread,
)
from digest.rendering.bars import shares
from digest.rendering.foot import UNUSED, proof, unused
from digest.rendering.names import Sources, one_line, printed_language
from digest.rendering.page import (
    ArticleRow,
    DifferenceRow,
    EventRow,
    Line,
    NumberRow,
    Page,
    PersonRow,
    PointRow,
    QuoteRow,
    Row,
    Section,
    ThreadRow,
    lines,
)
from digest.rendering.words import Words


@dataclass(frozen=True, slots=True)
class _Desk:
    """What laying out a row needs to know about the whole issue."""

    issue: Issue
    words: Words
    sources: Sources
    marking: bool
    """Whether new sentences get a mark: where most are new, a mark on each tells a reader nothing."""

    def line(self, excerpt: Excerpt, dated: bool = False) -> Line:
        """*dated* says that the row gives the date of what the sentence tells."""
        article = self.sources.article(excerpt.article)
        spoken = printed_language(article, excerpt) if article else ""
        year = self._year(article, excerpt.text) if article and not dated else ""
        label = self.sources.label(excerpt.article)
        return Line(
            text=one_line(excerpt.text),
            label=label,
            source=self.words("{name}, {year}", name=label, year=year) if year else label,
            lang="" if spoken == self.words.language else spoken,
            new=excerpt.new and self.marking,
        )

    def _year(self, article: IssueArticle, text: str) -> str:
        """When 5月15日 or "last Wednesday" was written, if that was not in the issue's own year."""
        written = article.published.date[:4] if article.published else ""
        if not written or written == self.issue.as_of[:4]:
            return ""
        mentions = dates.find(script.simplify(text))
        return written if any(mention.year is None for mention in mentions) else ""

    def labels(self, articles: tuple[ArticleId, ...]) -> tuple[str, ...]:
        """As they stand in the list of articles, whose numbers some of them are."""
        listed = sorted(articles, key=lambda article: self.sources.numbers.get(article, 0))
        return tuple(dict.fromkeys(map(self.sources.label, listed)))


def lay_out(issue: Issue, words: Words) -> Page:
    """The whole issue, nothing trimmed."""
    issue = _listed_if_unrelated(issue)
    excerpts = issue.excerpts
    fresh = sum(excerpt.new for excerpt in excerpts) if issue.since else 0
    desk = _Desk(issue, words, Sources.of(issue, words), marking=0 < fresh <= len(excerpts) / 2)
    sections = tuple(_sections(desk))
    days = sorted(article.published.date for article in issue.articles if article.published)
    said = [line for section in sections for row in section.rows for line in lines(row)]
    traced = max(0, len(said) - len(issue.untraced))
    left_out = unused(issue, words)
    return Page(
        title=one_line(issue.theme.title),
        subtitle=one_line(issue.theme.subtitle),
        number=one_line(issue.number),
        date=words.date(issue.as_of, "day", long=True),
        as_of=one_line(issue.as_of),
        lang=words.language,
        subject="",
        preheader="",
        sections=sections,
        articles=len(issue.articles),
        publishers=_publishers(issue),
        minutes=max(1, round(sum(minutes(len(line.text), line.lang or words.language) for line in said))),
        minutes_whole=sum(article.reading_minutes for article in issue.articles),
        span=words.span(days, len(issue.articles) - len(days)),
        printed=len(said),
        traced=traced,
        proof=proof(words, len(said), traced),
        unused=left_out[:UNUSED],
        unused_more=len(left_out[UNUSED:]),
        fresh=fresh,
    )


def _publishers(issue: Issue) -> int:
    """0 where an article does not say who published it: the count of the others would be read as all."""
    named = [article.publisher for article in issue.articles]
    return len(set(named)) if all(named) else 0


RELATED = ("points", "differ", "articles")
"""What is left to tell of articles of which no two tell of one event: what several say all the same."""


def _listed_if_unrelated(issue: Issue) -> Issue:
    """The issue, without a lead and a timeline where there is no event that they could be of.

    Those of many events tell of none: a reader would take the first article's
    sentence for the news of all. Where half of them or more say something that
    another says, too, they do tell of one, however little else they share.
    """
    threads, kinds = issue.story.threads, issue.theme.sections
    if len(threads) < 2 or any(len(thread.articles) > 1 for thread in threads) or "articles" not in kinds:
        return issue
    agreeing = {article for point in issue.story.points for article in point.articles}
    if 2 * len(agreeing) >= len(issue.articles):
        return issue
    return replace(
        issue,
        theme=replace(issue.theme, sections=tuple(kind for kind in kinds if kind in RELATED)),
        story=Story(points=issue.story.points, differ=issue.story.differ, threads=threads),
    )


def _sections(desk: _Desk) -> Iterator[Section]:
    """In the theme's order; of several threads one after another, the articles before or after them.

    A thread of less than half of the articles has its heading, too, when it is
    the only one: nobody shall take it for what all are about.
    """
    kinds = [kind for kind in dict.fromkeys(desk.issue.theme.sections) if kind in _ROWS]
    threads = [thread for thread in desk.issue.story.threads if len(thread.articles) > 1]
    if not threads or (len(threads) == 1 and 2 * len(threads[0].articles) >= len(desk.issue.articles)):
        yield from _of_kinds(desk, kinds)
        return
    at = kinds.index("articles") if "articles" in kinds else len(kinds)
    told = [kind for kind in kinds if kind != "articles"]
    listed = [
        replace(each, title=desk.words("All articles, one by one"))
        for each in _of_kinds(desk, kinds[at : at + 1])
    ]
    if at == 0:
        yield from listed
    for number, thread in enumerate(threads, 1):
        yield Section("thread", _numbered(desk, number, len(threads)), (_thread(desk, thread),), 1)
        story = desk.issue.story.of(frozenset(thread.articles))
        yield from _of_kinds(replace(desk, issue=replace(desk.issue, story=story)), told)
    if at > 0:
        yield from listed


def _numbered(desk: _Desk, number: int, total: int) -> str:
    return (
        desk.words("Story {n} of {total}", n=number, total=total)
        if total > 1
        else desk.words("One story, told by several")
    )


def _of_kinds(desk: _Desk, kinds: Sequence[str]) -> Iterator[Section]:
    for kind in kinds:
        if rows := _ROWS[kind](desk):
            yield Section(kind, desk.words.section(kind), rows, len(rows))


# --- rows, one function a section --------------------------------------------


def _thread(desk: _Desk, thread: Thread) -> ThreadRow:
    first = desk.sources.article(thread.articles[0])
    spoken = printed_language(first) if first else ""
    return ThreadRow(
        title=one_line(first.title or "") if first else "",
        lang="" if spoken == desk.words.language else spoken,
        sources=desk.labels(thread.articles),
    )


def _points(desk: _Desk) -> tuple[Row, ...]:
    def row(number: int, point: Point) -> PointRow:
        return PointRow(number, tuple(map(desk.line, point.sentences)), desk.labels(point.articles))

    return tuple(
        row(number, point) for number, point in enumerate(desk.issue.story.points, 1) if point.sentences
    )


def _timeline(desk: _Desk) -> tuple[Row, ...]:
    def row(event: Event) -> EventRow:
        date = desk.words.date(event.date, event.precision)
        return EventRow(
            date,
            event.date,
            event.inferred,
            desk.line(event.sentence, dated=True),
            desk.labels(event.articles),
        )

    rows = tuple(map(row, desk.issue.story.timeline))
    return tuple(
        replace(event, again=(event.date, event.inferred) == (before.date, before.inferred))
        if before
        else event
        for before, event in zip((None, *rows), rows, strict=False)
    )


def _differ(desk: _Desk) -> tuple[Row, ...]:
    return tuple(
        DifferenceRow(one_line(each.about), tuple(map(desk.line, each.claims)))
        for each in desk.issue.story.differ
        if each.claims
    )


def _people(desk: _Desk, people: tuple[Person, ...]) -> tuple[Row, ...]:
    def row(person: Person) -> PersonRow:
        name = one_line(person.name)
        aliases = _spellings(name, tuple(map(one_line, person.aliases)))
        role = one_line(person.role.text) if person.role else ""
        role = "" if role in person.sentence.text else role
        return PersonRow(name, aliases, desk.labels(person.articles), desk.line(person.sentence), role)

    return tuple(map(row, people))


def _spellings(name: str, aliases: tuple[str, ...]) -> tuple[str, ...]:
    """*aliases* without those that are part of another or of *name*, as 奥特曼 is of 萨姆·奥特曼."""
    whole = (name, *aliases)
    return tuple(alias for alias in aliases if not any(alias != other and alias in other for other in whole))


def _numbers(desk: _Desk) -> tuple[Row, ...]:
    numbers: tuple[Number, ...] = desk.issue.story.numbers
    values = [one_line(number.value) for number in numbers]
    return tuple(
        NumberRow(*parts, share, desk.line(number.sentence))
        for number, (parts, share) in zip(numbers, shares(values), strict=True)
    )


def _quotes(desk: _Desk) -> tuple[Row, ...]:
    def row(quote: Quote) -> QuoteRow:
        return QuoteRow(one_line(quote.speaker), desk.line(quote.sentence))

    return tuple(map(row, desk.issue.story.quotes))


def _articles(desk: _Desk) -> tuple[Row, ...]:
    above = _above(desk.issue)
    return tuple(
        _article(desk, number, article, above.get(article.id, frozenset()))
        for number, article in enumerate(desk.issue.articles, 1)
    )


def _above(issue: Issue) -> Mapping[ArticleId, frozenset[str]]:
    """The sentences of each article that the page prints before it comes to the articles."""
    shown = takewhile(lambda kind: kind != "articles", issue.theme.sections)
    found: dict[ArticleId, set[str]] = defaultdict(set)
    for kind in shown:
        if kind in SECTIONS:
            for excerpt in issue.story.excerpts(kind):
                found[excerpt.article].add(excerpt.text)
    return {article: frozenset(texts) for article, texts in found.items()}


def _told(point: Excerpt, above: Set[str]) -> bool:
    """Whether *above* has the point, or a sentence of the passage that it is: nobody reads it again."""
    return any(_is_whole(text, point.text) for text in above)


_ENDS, _QUOTED = frozenset("。！？!?.…；;”’」』）)\"' \n"), frozenset("“‘「『")


def _is_whole(text: str, passage: str) -> bool:
    """Whether *text* is a sentence of the *passage*; what is quoted out of one is a part of it."""
    at = passage.find(text)
    end = at + len(text)
    return (
        at >= 0
        and passage[max(0, at - 1) : at] not in _QUOTED
        and (end == len(passage) or passage[end - 1] in _ENDS)
    )


def _article(desk: _Desk, number: int, article: IssueArticle, above: Set[str]) -> ArticleRow:
    title = one_line(article.title or "")
    spoken = printed_language(article)
    published = article.published
    untold = [point for point in article.key_points if not _told(point, above)]
    # It stands in for what is told above.
    further = article.further if len(untold) < len(article.key_points) else ()
    return ArticleRow(
        number=number,
        title=title or desk.words("(no title)"),
        titled=bool(title),
        lang=spoken if title and spoken != desk.words.language else "",
        publisher=one_line(article.publisher or ""),
        authors=tuple(name for name in map(one_line, article.authors) if name),
        date=desk.words.date(published.date, published.precision) if published else "",
        inferred=bool(published and published.inferred),
        minutes=article.reading_minutes,
        path=one_line(article.path),
        also=tuple(map(one_line, article.also_published_by)),
        retells=tuple(map(one_line, article.retells)),
        # Under its own heading a key point needs no name of its source.
        lines=tuple(replace(desk.line(said), source="") for said in (*untold, *further)),
        above=len(article.key_points) - len(untold),
    )


_ROWS: dict[str, Callable[[_Desk], tuple[Row, ...]]] = {
    "lead": lambda desk: tuple(map(desk.line, desk.issue.story.lead)),
    "why": lambda desk: tuple(map(desk.line, desk.issue.story.why)),
    "points": _points,
    "timeline": _timeline,
    "differ": _differ,
    "people": lambda desk: _people(desk, desk.issue.story.people),
    "organisations": lambda desk: _people(desk, desk.issue.story.organisations),
    "numbers": _numbers,
    "quotes": _quotes,
    "ahead": lambda desk: tuple(map(desk.line, desk.issue.story.ahead)),
    "articles": _articles,
}
