"""From several articles to one issue: the nouns of what is printed."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Set
from dataclasses import dataclass, field, replace
from typing import Any, NewType

from digest.model.articles import Account, ArticleId, Edit, Precision, Published, Skipped

IssueId = NewType("IssueId", str)
"""``<theme slug>/<number>``, e.g. ``openai-safety-exodus/2026-11-22``."""


@dataclass(frozen=True, slots=True)
class Span:
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A sentence as printed (SENTENCE in ``issue.json``), with the way back to its source."""

    text: str
    article: ArticleId
    source: Span
    edits: tuple[Edit, ...]
    rule: str
    """Which rule chose it, e.g. ``salience``, ``timeline:fullest``."""
    new: bool = True


@dataclass(frozen=True, slots=True)
class Point:
    """What one or more articles say; ``articles`` counts the witnesses, also those whose words add none."""

    sentences: tuple[Excerpt, ...]
    articles: tuple[ArticleId, ...]


@dataclass(frozen=True, slots=True)
class Event:
    date: str
    precision: Precision
    inferred: bool
    sentence: Excerpt
    articles: tuple[ArticleId, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """Sources give different answers to one question; ``about`` is a noun phrase, mostly of their words."""

    about: str
    claims: tuple[Excerpt, ...]


@dataclass(frozen=True, slots=True)
class Person:
    """A person or organisation; ``aliases`` are the other spellings met, ``name`` not among them."""

    name: str
    aliases: tuple[str, ...]
    articles: tuple[ArticleId, ...]
    sentence: Excerpt
    role: Excerpt | None = None
    """The office that an author puts beside a person's name: OpenAI首席科学家. A piece of a sentence."""


@dataclass(frozen=True, slots=True)
class Number:
    value: str
    sentence: Excerpt
    articles: tuple[ArticleId, ...]


@dataclass(frozen=True, slots=True)
class Quote:
    speaker: str
    sentence: Excerpt


@dataclass(frozen=True, slots=True)
class Thread:
    """Articles that tell of one event, or one that no other goes with. The first one's title heads them."""

    articles: tuple[ArticleId, ...]


@dataclass(frozen=True, slots=True)
class Story:
    """What the articles of an issue tell together. Best first, except the timeline (by date).

    Of several threads, one after another: in each section the rows of the
    largest thread come first.
    """

    lead: tuple[Excerpt, ...] = ()
    why: tuple[Excerpt, ...] = ()
    points: tuple[Point, ...] = ()
    timeline: tuple[Event, ...] = ()
    differ: tuple[Difference, ...] = ()
    people: tuple[Person, ...] = ()
    organisations: tuple[Person, ...] = ()
    numbers: tuple[Number, ...] = ()
    quotes: tuple[Quote, ...] = ()
    ahead: tuple[Excerpt, ...] = ()
    dates: tuple[tuple[ArticleId, Published], ...] = ()
    """When articles were written that do not say so, as the others prove it: inferred, with evidence."""
    further: tuple[Excerpt, ...] = ()
    """Of articles whose key points the sections tell, what the list of articles tells besides."""
    threads: tuple[Thread, ...] = ()
    """All articles, by what they tell of; the largest thread first."""

    def excerpts(self, section: str) -> tuple[Excerpt, ...]:
        """The sentences of one of `SECTIONS`, in their order."""
        return tuple(said for row in getattr(self, section) for said in sentences_of(row))

    def with_excerpts(self, change: Callable[[Excerpt], Excerpt]) -> Story:
        """The story with each sentence of its `SECTIONS` as *change* has it."""
        return replace(
            self,
            **{
                section: tuple(_changed(row, change) for row in getattr(self, section))
                for section in SECTIONS
            },
        )

    def of(self, articles: Set[ArticleId]) -> Story:
        """The rows whose (first) sentence is of one of *articles*: what one thread tells."""
        return replace(
            self,
            **{
                section: tuple(
                    row
                    for row in getattr(self, section)
                    if any(said.article in articles for said in sentences_of(row)[:1])
                )
                for section in SECTIONS
            },
        )


def sentences_of(row: Any) -> tuple[Excerpt, ...]:
    """The sentences of a row of any section: an `Excerpt`, or what holds some."""
    match row:
        case Excerpt():
            return (row,)
        case Point():
            return row.sentences
        case Difference():
            return row.claims
        case _:
            return (row.sentence,)


def _changed(row: Any, change: Callable[[Excerpt], Excerpt]) -> Any:
    match row:
        case Excerpt():
            return change(row)
        case Point():
            return replace(row, sentences=tuple(map(change, row.sentences)))
        case Difference():
            return replace(row, claims=tuple(map(change, row.claims)))
        case _:
            return replace(row, sentence=change(row.sentence))


SECTIONS = (
    "lead", "why", "points", "timeline", "differ", "people", "organisations", "numbers", "quotes", "ahead",
)  # fmt: skip
"""The sections of a story, in the order a page shows them when a theme does not say."""


UNTITLED = {"zh-Hans": "文摘", "zh-Hant": "文摘", "en": "Digest"}
"""What a newsletter is called that has no title of its own, by the language of its headings."""


@dataclass(frozen=True, slots=True)
class Theme:
    """What a newsletter is about. ``sections`` orders and limits what its page shows."""

    slug: str
    title: str
    """"" until an issue calls it as its language does."""
    subtitle: str = ""
    query: tuple[str, ...] = ()
    key_points: int = 3
    method: str = "salience"
    sections: tuple[str, ...] = (*SECTIONS, "articles")
    aliases: tuple[tuple[str, ...], ...] = ()
    """Spellings of one name each, the first to be printed."""
    look: str = "paper"
    accent: str = ""
    """CSS colour ``#rrggbb``, or "" for the look's own."""
    budget: int | None = None
    """Most characters that the key points of one article take together; None for no limit."""


@dataclass(frozen=True, slots=True)
class IssueArticle:
    """An article as an issue lists it."""

    id: ArticleId
    paths: tuple[str, ...]
    path: str
    sha256: str
    encoding: str
    entry: str | None
    title: str | None
    authors: tuple[str, ...]
    publisher: str | None
    published: Published | None
    also_published_by: tuple[str, ...]
    retells: tuple[str, ...]
    language: str
    script: str
    characters: int
    reading_minutes: int
    new: bool
    key_points: tuple[Excerpt, ...]
    removed: tuple[Account, ...]
    repairs: Mapping[str, int]
    further: tuple[Excerpt, ...] = ()
    """What the list of articles tells of it besides, where the sections have told its key points."""


@dataclass(frozen=True, slots=True)
class Issue:
    """One number of a theme's newsletter: everything that is printed, and where it comes from."""

    id: IssueId
    theme: Theme
    language: str
    as_of: str
    since: IssueId | None
    articles: tuple[IssueArticle, ...]
    unassigned: tuple[Skipped, ...]
    skipped: tuple[Skipped, ...]
    story: Story = field(default=Story())
    untraced: tuple[str, ...] = ()
    """Sentences that could not be found again in their source; known right after a build only."""

    @property
    def number(self) -> str:
        return self.id.partition("/")[2]

    @property
    def excerpts(self) -> tuple[Excerpt, ...]:
        """Every sentence the issue prints, in the order of ``issue.json``."""
        return (
            *(said for each in self.articles for said in (*each.key_points, *each.further)),
            *(sentence for section in SECTIONS for sentence in self.story.excerpts(section)),
        )

    @property
    def pieces(self) -> tuple[Excerpt, ...]:
        """What it prints of sentences besides, each as traceable as they: who somebody is."""
        return tuple(person.role for person in self.story.people if person.role is not None)


@dataclass(frozen=True, slots=True)
class Rendering:
    """An issue as a reader gets it. ``html`` has its CSS inlined and no link that is not https or mailto."""

    subject: str
    html: str
    text: str
    language: str
