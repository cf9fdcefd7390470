"""The nouns: what flows from a file in a folder to a sentence in a newsletter.

Every class here is frozen: a stage takes some of them and returns others, and
nobody changes one in passing. Read from the top, in the order of the journey:

``Article`` (as read) -> ``Document`` (cleaned, cut into sentences, with its
receipt) -> ``Summary`` (its key points) -> ``Story`` (what documents share)
-> ``Issue`` (one number of a theme's newsletter) -> ``Rendering`` -> deliveries.

Positions are characters (Unicode code points), half open ``[start, end)``, in
the *source text* of the article, ``Article.text``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, NewType

ArticleId = NewType("ArticleId", str)
"""First 16 hex digits of the SHA-256 of the bytes (and of the entry's name, in a container)."""

IssueId = NewType("IssueId", str)
"""``<theme slug>/<number>``, e.g. ``openai-safety-exodus/2026-11-22``."""

Precision = Literal["day", "month", "year"]
Script = Literal["simplified", "traditional", "keep"]
"""Of printed Chinese: converted to one script, or left as the author wrote it."""

TextKind = Literal["news", "feature", "transcript", "flash"]

# --- as read -----------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Edit:
    """One clean-up: replace ``[start, end)`` of the source text by ``text``.

    ``kind`` names the rule that allows it (`digest.cleaning.edits`).
    """

    kind: str
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Line:
    """A line of an article as its format sees it: a line of a text file, a block of a page.

    ``edits`` turn ``Article.text[start:end]`` into ``text`` (tags, entities,
    Markdown marks, subtitle times); ascending, not overlapping. ``role`` is
    what the markup says, or "" where it says nothing: ``title``, ``heading``,
    ``byline``, ``caption``, ``list``, ``quote``, ``code``, ``navigation``,
    ``cue`` (one of a transcript), ``aside`` (the extractor left it out).
    ``link_share`` is the share of its characters that stand in links, 0 to 1.
    """

    text: str
    start: int
    end: int
    edits: tuple[Edit, ...] = ()
    role: str = ""
    link_share: float = 0.0


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a container or a page's head *claims*; cleaning judges it."""

    title: str | None = None
    authors: tuple[str, ...] = ()
    publisher: str | None = None
    published: str | None = None
    language: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Article:
    """One article as read: decoded, not yet judged.

    ``path`` is relative to the folder of seeds (the file's name for a single
    file), with forward slashes. ``sha256`` is of ``text`` in UTF-8 when
    ``entry`` names a part of a container, of the file's bytes otherwise.
    ``lines`` cover what can be printed, in reading order; between them lie
    blanks and markup. ``format`` is the plug-in's name (``txt``, ``html``, ...).
    """

    id: ArticleId
    path: str
    format: str
    encoding: str
    sha256: str
    text: str
    lines: tuple[Line, ...]
    entry: str | None = None
    metadata: Metadata = Metadata()


@dataclass(frozen=True, slots=True)
class Skipped:
    """A file or article that is not in the issue, and why; shown, never dropped silently."""

    path: str
    reason: str


# --- cleaned -----------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Account:
    """What became of the lines ``first`` to ``last`` (1-based, inclusive) of ``Article.lines``.

    ``fate`` is ``body``, ``title``, ``byline``, ``heading``, ``highlight``,
    ``blank`` or ``removed``; ``reason`` says why a removed line went (a stable
    slug such as ``related-headlines``), ``rule`` which rule decided.
    """

    first: int
    last: int
    fate: str
    reason: str = ""
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Receipt:
    """Every line accounted for, every repair counted. ``accounts`` ascend and leave no gap."""

    accounts: tuple[Account, ...]
    repairs: Mapping[str, int]

    @property
    def removed(self) -> tuple[Account, ...]:
        return tuple(account for account in self.accounts if account.fate == "removed")


@dataclass(frozen=True, slots=True)
class Published:
    """A judged date of publication. ``date`` is ``2024``, ``2024-05`` or ``2024-05-23``."""

    date: str
    precision: Precision
    inferred: bool
    evidence: str


UNQUOTABLE = frozenset({"heading", "deleted-words", "garble", "fragment", "caption", "greeting"})
"""Traits with which a sentence stays in the document but is never printed."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence, its place in the source, and the edits that give ``text``.

    Applying ``edits`` to ``Article.text[start:end]`` yields ``text``.
    ``paragraph`` counts from 0. ``traits`` are facts that cleaning saw:
    ``highlight`` (the publisher's own key point), ``opinion`` (a host's or a
    netizen's), ``quote``, ``lead-in`` (ends in a colon), and those in
    ``UNQUOTABLE``.
    """

    text: str
    start: int
    end: int
    edits: tuple[Edit, ...]
    paragraph: int
    traits: frozenset[str] = frozenset()

    @property
    def quotable(self) -> bool:
        return not self.traits & UNQUOTABLE


@dataclass(frozen=True, slots=True)
class Document:
    """A cleaned article: who says it, when, and its sentences in reading order."""

    article: Article
    title: str | None
    authors: tuple[str, ...]
    publisher: str | None
    published: Published | None
    language: str
    """ISO 639-1, ``zh``, ``en``, ..; ``und`` when it cannot be told."""
    script: str
    """ISO 15924, ``Hans``, ``Hant``, ``Latn``, ..; of the source, not of what is printed."""
    kind: TextKind
    sentences: tuple[Sentence, ...]
    receipt: Receipt
    retells: tuple[str, ...] = ()
    """Named works that the article says it retells (``The Atlantic``)."""

    @property
    def id(self) -> ArticleId:
        return self.article.id

    @property
    def characters(self) -> int:
        return sum(len(sentence.text) for sentence in self.sentences)


# --- condensed ---------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Reason:
    """One term of a score: a feature in a reader's words, and what it added or cost."""

    feature: str
    value: float


@dataclass(frozen=True, slots=True)
class KeyPoint:
    """A chosen sentence: ``index`` into ``Document.sentences``, and why it was chosen.

    ``sentence`` may be a clause of the one in the document (a recorded edit).
    """

    index: int
    sentence: Sentence
    score: float = 0.0
    reasons: tuple[Reason, ...] = ()

    @property
    def text(self) -> str:
        return self.sentence.text


@dataclass(frozen=True, slots=True)
class Summary:
    """The key points of one document, in reading order. Never empty if it has a quotable sentence."""

    document: Document
    points: tuple[KeyPoint, ...]
    method: str


# --- what is printed ---------------------------------------------------------


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
    """What one or more articles say; ``articles`` counts the witnesses."""

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
    """Sources give different answers to one question; ``about`` is a label made of their words."""

    about: str
    claims: tuple[Excerpt, ...]


@dataclass(frozen=True, slots=True)
class Person:
    """A person or organisation; ``aliases`` are the other spellings met, ``name`` not among them."""

    name: str
    aliases: tuple[str, ...]
    articles: tuple[ArticleId, ...]
    sentence: Excerpt


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
class Story:
    """What the articles of an issue tell together. Best first, except the timeline (by date)."""

    lead: tuple[Excerpt, ...] = ()
    why: tuple[Excerpt, ...] = ()
    points: tuple[Point, ...] = ()
    timeline: tuple[Event, ...] = ()
    differ: tuple[Difference, ...] = ()
    people: tuple[Person, ...] = ()
    numbers: tuple[Number, ...] = ()
    quotes: tuple[Quote, ...] = ()
    ahead: tuple[Excerpt, ...] = ()


SECTIONS = ("lead", "why", "points", "timeline", "differ", "people", "numbers", "quotes", "ahead")
"""The sections of a story, in the order a page shows them when a theme does not say."""


@dataclass(frozen=True, slots=True)
class Theme:
    """What a newsletter is about. ``sections`` orders and limits what its page shows."""

    slug: str
    title: str
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
        story = self.story
        return (
            *(point for article in self.articles for point in article.key_points),
            *story.lead,
            *story.why,
            *(sentence for point in story.points for sentence in point.sentences),
            *(event.sentence for event in story.timeline),
            *(claim for difference in story.differ for claim in difference.claims),
            *(person.sentence for person in story.people),
            *(number.sentence for number in story.numbers),
            *(quote.sentence for quote in story.quotes),
            *story.ahead,
        )


@dataclass(frozen=True, slots=True)
class Rendering:
    """An issue as a reader gets it. ``html`` has its CSS inlined and no link that is not https or mailto."""

    subject: str
    html: str
    text: str
    language: str
