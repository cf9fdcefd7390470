"""From a file to its key points: the nouns of one article."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, NewType

ArticleId = NewType("ArticleId", str)
"""First 16 hex digits of the SHA-256 of the bytes (and of the entry's name, in a container)."""

Precision = Literal["day", "month", "year"]
Script = Literal["simplified", "traditional", "keep"]
"""Of printed Chinese: converted to one script, or left as the author wrote it."""

TextKind = Literal["news", "feature", "transcript", "flash", "plain"]
"""``plain`` is a longer text of which nothing else is known: it was not cleaned."""

# --- as read -----------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Edit:
    """One clean-up: replace ``[start, end)`` of the source text by ``text``.

    ``kind`` names the rule that allows it (`digest.cleaning.edits.trail`).
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
    slug such as ``related-headlines``), or that a sentence of a ``body`` line did
    (``site-words``, ``site-frame``); ``rule`` says which rule decided, of a ``site-frame``
    in how many articles of the folder it stands.
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


UNQUOTABLE = frozenset(
    {"heading", "deleted-words", "garble", "fragment", "caption", "greeting", "site-words"}
)
"""Traits with which a sentence is kept but never printed; a heading only while cleaning goes on."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence, its place in the source, and the edits that give ``text``.

    Applying ``edits`` to ``Article.text[start:end]`` yields ``text``.
    ``paragraph`` counts from 0. ``traits`` are facts that cleaning saw:
    ``highlight`` (the publisher's own key point), ``opinion`` (a host's or a
    netizen's), ``quote``, ``lead-in`` (ends in a colon), and those in
    ``UNQUOTABLE``. ``doubt`` is the chance, 0 to 1, that it is no sentence of
    the author's: what may be printed is printed the later the more it is doubted.
    """

    text: str
    start: int
    end: int
    edits: tuple[Edit, ...]
    paragraph: int
    traits: frozenset[str] = frozenset()
    doubt: float = 0.0

    @property
    def quotable(self) -> bool:
        return self.traits.isdisjoint(UNQUOTABLE)


def in_source(start: int, edits: Sequence[Edit], place: int) -> int | None:
    """Where in the source the character at *place* of a text stands that begins at *start* and has *edits*.

    None inside what an edit put there.
    """
    source, printed = start, 0
    for edit in edits:
        untouched = edit.start - source
        if place < printed + untouched:
            break
        printed += untouched
        source = edit.start
        if place == printed:
            return source
        if place < printed + len(edit.text):
            return None
        printed += len(edit.text)
        source = edit.end
    return source + place - printed


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

    ``sentence`` may be a clause of the one in the document (a recorded edit), or
    a passage: ``count`` adjacent ones, from ``index`` on.
    """

    index: int
    sentence: Sentence
    score: float = 0.0
    reasons: tuple[Reason, ...] = ()
    count: int = 1

    @property
    def indices(self) -> range:
        """Of all the sentences of the document that it prints, whole or in part."""
        return range(self.index, self.index + self.count)

    @property
    def text(self) -> str:
        return self.sentence.text


@dataclass(frozen=True, slots=True)
class Summary:
    """The key points of one document, in reading order. Never empty if it has a quotable sentence."""

    document: Document
    points: tuple[KeyPoint, ...]
    method: str
