"""What all sections work on: every printable sentence with its folded text, words and facts. Pure."""

from __future__ import annotations

import functools
import operator
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal

from digest.language import cues
from digest.language.dates import Resolved
from digest.model import ArticleId, Document, Excerpt, Sentence, Span
from digest.story.statements import standing

if TYPE_CHECKING:
    from digest.language.numbers import Quantity

YEAR, MONTH, DAY = len("2025"), len("2025-03"), len("2025-03-08")
"""How long a date is, by how much is known of it."""
Stance = Literal["fact", "promise", "denied", "maybe"]
"""How a number is put: as a fact, a promise, not so, or perhaps."""


@dataclass(frozen=True, slots=True)
class Moment:
    """A resolved date at ``[start, end)`` of a sentence; ``since`` marks 自2021年以来 and the like."""

    resolved: Resolved
    start: int
    end: int
    since: bool = False
    direct: bool = True
    """Whether the sentence gives the date itself, not 当天 or 这个月 of the one before."""
    last: str = ""
    """Of 5月15日-17日 the last day, else ""."""

    date: str = field(init=False, repr=False, compare=False)
    """That of ``resolved``."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "date", self.resolved.date)

    def __hash__(self) -> int:
        return hash((self.date, self.start))  # of all that it is made of takes far longer


@dataclass(eq=False, slots=True)
class Statement:
    """A printable sentence and what it says. Compared by identity: one object a sentence.

    ``document`` is the rank of its document in `Material.documents`, ``index``
    its place there; ``place`` is both, ``rank`` its own in `Material.statements`.
    ``folded`` is ``sentence.text`` in simplified script and lower case, of the
    same length.
    """

    document: int
    index: int
    sentence: Sentence
    simple: str
    folded: str
    words: frozenset[str]
    actions: frozenset[str]
    signs: int = 0
    """Of the cues that it may have in any of its forms, see `Material.having`."""
    quantities: tuple[Quantity, ...] = ()
    latin: bool = False
    """Whether it is in a language with Latin letters: it has no Chinese character."""
    key_point: bool = False
    """Of its article; set by `mark`."""
    entities: tuple[str, ...] = ()
    moments: tuple[Moment, ...] = ()
    moment: Moment | None = None
    """The date of what it tells: the first of them that is not a mere 以来 or 截至."""
    anchors: frozenset[str] = frozenset()
    told: frozenset[str] = frozenset()
    """Those ``x:`` anchors that it tells, not only mentions to say when something else was."""
    acted: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """See `acts_of`."""
    spoken: frozenset[tuple[str, str]] = frozenset()
    """Its ``c:`` anchors, each with the word that it has for it first."""
    led: str = ""
    """The date that the story around it has reached, as far as the text says (`dates.chronology`)."""
    graded: int | None = None
    """Set by `grade`, once."""
    form: float | None = None
    """Set by `choosing.form`, once."""
    long_ago: bool | None = None
    """Set by `digest.story.statements.choosing.is_long_ago`, once the ages of all articles are known."""
    past: bool | None = None
    """Set by `digest.story.statements.past`, likewise."""
    signposts: list[str] | None = None
    """Set by `digest.story.matching.grouping.signposts`, once its anchors are known."""
    heft: float | None = None
    """Set by `digest.story.matching.weights.heft`, once its anchors are known."""
    sharable: dict[bool, float] = field(default_factory=dict)
    """Filled by `matching.agreement`, once its anchors are known."""
    rank: int = -1
    alike: int = -1
    """The rank of the first statement of the same words, names and dates; set by `matching.anchors`.

    What agencies report stands in many articles word for word: what is found of one is true of all.
    """
    place: tuple[int, int] = field(init=False)

    def __post_init__(self) -> None:
        self.place = self.document, self.index

    @property
    def text(self) -> str:
        return self.sentence.text

    @property
    def grade(self) -> int:
        """See `standing.grade`; those of articles that go with no other are never asked."""
        if self.graded is None:
            self.graded = standing.grade(self.simple)
        return self.graded

    def acts_of(self, key: str) -> frozenset[str]:
        """The acts of an entity's own that it tells, not only mentions."""
        return self.acted.get(key, frozenset())

    @property
    def opinion(self) -> bool:
        return "opinion" in self.sentence.traits


@dataclass(slots=True)
class Material:
    """The documents of one theme, newest first, and their statements in reading order."""

    documents: tuple[Document, ...]
    statements: list[Statement]
    chinese: bool
    """Whether at least half of the documents are: what a reader of the issue likes best to read."""
    simplified: Sequence[Sequence[str]]
    """The sentences of each document in simplified script, also those that may not be printed."""
    used: Counter[tuple[int, int]] = field(default_factory=Counter)
    """How often the issue prints a statement already; sections shun what others print."""
    counted: Counter[tuple[int, int]] = field(default_factory=Counter)
    retold: Counter[tuple[int, int]] = field(default_factory=Counter)
    """How many of those uses `digest.story.matching.retold` has looked at; how often others tell the same."""
    weights: dict[str, float] = field(default_factory=dict)
    """How telling an anchor is, see `digest.story.matching.anchors.rarity`."""
    setting: frozenset[str] = frozenset()
    """Words, concepts and acts that nearly all articles have, see `digest.story.matching.weights`."""
    heft: dict[str, float] = field(default_factory=dict)
    """What an anchor that two statements share weighs, see `digest.story.matching.weights`."""
    covers: dict[str, frozenset[str]] = field(default_factory=dict)
    """Concepts, as anchors, that a word or a name speaks of: 监督管理 of 国家市场监督管理总局."""
    offices: frozenset[str] = frozenset()
    """Anchors of concepts and words that say which office somebody has."""
    done_once: frozenset[str] = frozenset()
    """Anchors that are deeds of a kind done once."""
    held: frozenset[str] = frozenset()
    """Anchors that are views."""
    of_one_thing: frozenset[str] = frozenset()
    """Anchors that are numbers, and no round ones: akin articles say them of one thing."""
    telling_words: frozenset[str] = frozenset()
    """Anchors that are words, or firms, and tell something."""
    rarest_first: dict[str, int] = field(default_factory=dict)
    """The place of each anchor that several statements have."""
    postings: dict[str, list[int]] = field(default_factory=dict)
    """Filled by `digest.story.matching.grouping`: the ranks of the first statements that carry an anchor."""
    central: dict[tuple[int, int], float] = field(default_factory=dict)
    """How much of what other articles tell a statement tells, 0 to 1; see `digest.story.matching.anchors`."""
    relevance: dict[tuple[int, int], float] = field(default_factory=dict)
    """How much a statement has to do with the theme's question, 0 to 1."""
    has_question: bool = False
    """Whether any has to do with it."""
    recency: dict[int, float] = field(default_factory=dict)
    """Of a document: 1 for the newest, 0 for the oldest."""
    told: set[tuple[int, int]] = field(default_factory=set)
    """Statements that the last issue printed, or whose fact it told."""
    beside: set[tuple[int, int]] = field(default_factory=set)
    """Statements printed among quotes, people, organisations and numbers, lists beside each other."""
    disputed: set[tuple[int, int]] = field(default_factory=set)
    """Statements printed beside one that says otherwise."""
    spelled: frozenset[str] = frozenset()
    """Words that are part of names, which are anchors of their own."""
    spellings: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """Of each entity, by key."""
    rounded: frozenset[str] = frozenset()
    """Second keys of the rounded amounts, see `digest.story.statements.amounts`."""
    matters: frozenset[str] = frozenset()
    """Words for what most articles speak of, see `digest.story.statements.views`."""
    subjects: frozenset[str] = frozenset()
    """Entities that the whole story is about, by key."""
    firms: frozenset[str] = frozenset()
    """Entities that are organisations, by key."""
    leading: str = ""
    """The one of them that at least half of the articles name, and most; "" for none."""
    named: Callable[[str, str], tuple[str, ...]] = lambda article, text: ()
    """Entities that a text of an article (or of none) names; filled by `digest.story.names.entities`."""
    displayed: dict[str, str] = field(default_factory=dict)
    """The name an entity is printed by, by key."""
    known: dict[int, str] = field(default_factory=dict)
    """Of a document: the latest date that it proves about itself, "" when none."""
    undated: frozenset[int] = frozenset()
    """Documents of which nothing says when they were written."""
    by_document: list[list[Statement]] = field(default_factory=list)
    vocabulary: dict[int, frozenset[str]] = field(default_factory=dict)
    """Filled by `named_in`."""
    cast: dict[int, frozenset[str]] = field(default_factory=dict)
    """Filled by `entities_in`."""
    agreed: dict[tuple[int, int, bool, bool], float] = field(default_factory=dict)
    """Filled by `matching.agreement`: how much two statements agree, by their `Statement.alike`."""
    adding_up: set[tuple[int, int]] = field(default_factory=set)
    """While key points are chosen: who say the same as far as all signs add up, likewise."""
    shared: dict[tuple[int, int], float] = field(default_factory=dict)
    """Filled by `matching.weights`: what two statements share weighs so much, by their `Statement.alike`."""
    two_languages: bool = True
    """Whether some statements are in Chinese and some in another language."""
    kin: Sequence[bytes] = ()
    """Of each document a 1 for those, by rank, that are akin to it; filled by `digest.story.threads`."""
    known_there: dict[tuple[str, int], bool] = field(default_factory=dict)
    """Filled by `digest.story.matching.strangers`: whether a document names an entity by a longer name."""
    unknown: dict[tuple[int, int, str], bool] = field(default_factory=dict)
    """Likewise: whether a part of a statement, by its `Statement.alike`, names what a document never does."""
    answers: dict[Any, dict[Any, Any]] = field(default_factory=lambda: defaultdict(dict))
    """Of questions that are asked again and again, by question: see `digest.story.statements.copies`."""
    dated: dict[int, list[tuple[int, str]]] = field(default_factory=dict)
    """Filled by `digest.story.statements.past`: of a document, where it tells a date, and which."""
    carriers: dict[str, list[Statement]] = field(default_factory=dict)
    """Which statements carry an anchor, in reading order."""

    def telling(self, entities: Iterable[str]) -> list[str]:
        """Those of *entities*, in order, that tell one statement from another: no subject of all."""
        return [key for key in entities if key not in self.subjects]

    def of(self, document: int) -> list[Statement]:
        """The statements of one document, in reading order."""
        return self.by_document[document]

    def before(self, statement: Statement, count: int) -> list[Statement]:
        """The *count* statements of its article before it, or as many as there are, in reading order."""
        first = self.of(statement.document)[0].rank
        return self.statements[max(first, statement.rank - count) : statement.rank]

    def having(self, *wanted: cues.Cue) -> list[Statement]:
        """Statements in which one of the *wanted* cues may be, in reading order: few of all have one."""
        signs = functools.reduce(operator.or_, (each.signs for each in wanted))
        return [each for each in self.statements if each.signs & signs]

    def named_in(self, document: int) -> frozenset[str]:
        """All words of one document."""
        if document not in self.vocabulary:
            told = (statement.words for statement in self.by_document[document])
            self.vocabulary[document] = frozenset().union(*told)
        return self.vocabulary[document]

    def entities_in(self, document: int) -> frozenset[str]:
        """All entities that one document names, by key."""
        if document not in self.cast:
            self.cast[document] = frozenset(
                key for statement in self.by_document[document] for key in statement.entities
            )
        return self.cast[document]

    def akin(self, document: int, other: int) -> bool:
        """Whether two documents tell of one thing: what they have in common is no chance."""
        return bool(self.kin) and document >= 0 <= other and bool(self.kin[document][other])

    def has_kin(self, document: int) -> bool:
        """Whether any other document tells of one thing with it."""
        return bool(self.kin) and 1 in self.kin[document]

    def published(self, document: int) -> str:
        """The day, month or year when it came out, by its own word or by others' proof; "" for none."""
        published = self.documents[document].published
        return published.date if published else ""

    def written(self, document: int) -> str:
        """When it came out, else the latest date that it proves about itself; "" for none."""
        return self.published(document) or self.known.get(document, "")

    def id(self, statement: Statement) -> ArticleId:
        return self.documents[statement.document].id

    def ids(self, documents: Iterable[int]) -> tuple[ArticleId, ...]:
        return tuple(self.documents[rank].id for rank in sorted(set(documents)))

    def part(self, documents: Iterable[int]) -> Material:
        """Some of the documents, by rank, with their statements as they were read and named.

        What is worked out from all articles together (anchors, weights, ages) is
        empty again.
        """
        kept = sorted(documents)
        statements = [_read_again(each, rank) for rank, whole in enumerate(kept) for each in self.of(whole)]
        documents_kept = [self.documents[rank] for rank in kept]
        part = gathered(documents_kept, statements, [self.simplified[rank] for rank in kept])
        part.named = self.named
        part.kin = [bytes(self.kin[rank][other] for other in kept) for rank in kept] if self.kin else ()
        return part

    def excerpt(self, statement: Statement, rule: str) -> Excerpt:
        """*statement* as printed; counts its use."""
        self.used[statement.place] += 1
        sentence = statement.sentence
        span = Span(sentence.start, sentence.end)
        return Excerpt(sentence.text, self.id(statement), span, sentence.edits, rule)

    def take_back(self, excerpts: Iterable[Excerpt]) -> None:
        """Count a use less of each statement: it is not printed after all."""
        places = {(self.id(each), each.sentence.start): each.place for each in self.statements}
        for excerpt in excerpts:
            self.used[places[excerpt.article, excerpt.source.start]] -= 1


def gathered(
    documents: Sequence[Document], statements: list[Statement], simplified: Sequence[Sequence[str]]
) -> Material:
    chinese = sum(document.language == "zh" for document in documents) * 2 >= len(documents)
    material = Material(tuple(documents), statements, chinese, simplified)
    material.by_document = [[] for _ in documents]
    for rank, statement in enumerate(statements):
        statement.rank = rank
        material.by_document[statement.document].append(statement)
    for counts in (material.used, material.counted, material.retold):
        counts.update(dict.fromkeys((statement.place for statement in statements), 0))
    return material


def _read_again(statement: Statement, document: int) -> Statement:
    """*statement* as it is before its anchors are known, in another rank of its document."""
    again = Statement(
        document,
        statement.index,
        statement.sentence,
        statement.simple,
        statement.folded,
        statement.words,
        statement.actions,
        statement.signs,
        statement.quantities,
        statement.latin,
    )
    again.entities = statement.entities
    return again
