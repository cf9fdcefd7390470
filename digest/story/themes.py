"""Which article belongs to which theme: BM25 over the theme's terms, explained. Pure.

Robertson and Zaragoza (2009), equation 3.15, with the inverse frequencies of
the language at large instead of those of the folder: a folder in which every
article names the subject must not make the subject worthless. The score is
the share of what the theme's three rarest terms could earn at most, so one
threshold fits long and short queries.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from digest.language import script
from digest.language.known_organisations import KNOWN_ORGANISATIONS
from digest.language.senses import Sense
from digest.model import ArticleId, Document, Skipped, Theme
from digest.story.statements.terms import shortened

SATURATION, LENGTH_SHARE = 1.2, 0.75
TITLE_MENTIONS = 3
"""A term in the title counts as so many mentions."""
DECIDING_TERMS = 3
BELONGS = 0.2
"""Share of the best score from which on an article belongs."""
SHORT_TERM = 2
"""Chinese terms of so many characters must be words of their own: 海上 is not in 上海上空."""


@dataclass(frozen=True, slots=True)
class Match:
    """A term of the theme in an article: how often (the title counted thrice), and what it added."""

    term: str
    count: int
    weight: float


@dataclass(frozen=True, slots=True)
class Relevance:
    """How much an article has to do with a theme: ``score`` from 0 to 1, and why."""

    article: ArticleId
    theme: str
    score: float
    matches: tuple[Match, ...]
    belongs: bool

    @property
    def reason(self) -> str:
        terms = ", ".join(f"{match.term} ×{match.count}" for match in self.matches) or "no term found"
        return f"{self.theme} {self.score:.2f} of {BELONGS:.2f} ({terms})"


@dataclass(frozen=True, slots=True)
class Assignment:
    """Every article's relevance to every theme, and the articles that belong to none."""

    relevances: tuple[Relevance, ...]
    unassigned: tuple[Skipped, ...]

    def of(self, theme: str) -> tuple[ArticleId, ...]:
        """The articles of the theme with this slug, most relevant first."""
        chosen = [each for each in self.relevances if each.theme == theme and each.belongs]
        return tuple(each.article for each in sorted(chosen, key=lambda each: (-each.score, each.article)))

    def left_out(self, documents: Sequence[Document], theme: str) -> tuple[Skipped, ...]:
        """Those of *documents* that do not belong to the theme with this slug, each with the reason."""
        rows: dict[ArticleId, list[Relevance]] = defaultdict(list)
        for each in self.relevances:
            rows[each.article].append(each)
        belonging = set(self.of(theme))
        out = (document for document in documents if document.id not in belonging)
        return tuple(_skipped(document, rows[document.id]) for document in out)


def assign(documents: Sequence[Document], themes: Sequence[Theme]) -> Assignment:
    """Give each article to the themes it is about: to several, or to none.

    A theme without query terms takes all. An article that belongs to none is
    in ``unassigned`` with its best score. Neither depends on the other articles'
    subjects; only the mean length is taken from *documents*, and what they
    teach of spellings: 基辛格（Pat Gelsinger）in one finds Gelsinger in another.
    """
    texts = [_Text(document) for document in documents]
    mean = sum(text.length for text in texts) / max(1, len(texts)) or 1.0
    queries = [_terms(theme, texts) for theme in themes]
    if any(document.language == "en" for document in documents):
        queries = _with_senses(queries)
    relevances: list[Relevance] = []
    unassigned: list[Skipped] = []
    for text in texts:
        rows = [_relevance(text, theme, terms, mean) for theme, terms in zip(themes, queries, strict=True)]
        rows = _without_passers_by(rows, queries)
        relevances += rows
        if rows and not any(row.belongs for row in rows):
            unassigned.append(_skipped(text.document, rows))
    return Assignment(tuple(relevances), tuple(unassigned))


def _skipped(document: Document, rows: Sequence[Relevance]) -> Skipped:
    """*rows*: one for each theme."""
    best = max(rows, key=lambda row: row.score)
    where = "another" if any(row.belongs for row in rows) else "no"
    return Skipped(document.article.path, f"belongs to {where} theme: {best.reason}")


@dataclass(frozen=True, slots=True)
class _Term:
    """One query term with its spellings, folded; ``weight`` is its inverse frequency."""

    name: str
    spellings: tuple[str, ...]
    weight: float
    senses: tuple[Sense, ...] = ()
    """Of a Chinese term what it means: looked for in English articles."""


class _Text:
    """An article's folded text, title repeated; its words and stems are counted only when a term asks."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.body = script.simplify("\n".join(sentence.text for sentence in document.sentences)).lower()
        self.title = script.simplify(document.title or "").lower()
        self.length = len(self.body)
        self._words: Counter[str] | None = None
        self._stems: str | None = None

    def times(self, term: _Term) -> int:
        """How often *term* is met: in any spelling, else in the words that it means."""
        return sum(map(self.count, term.spellings)) or sum(map(self._meant, term.senses))

    def _meant(self, sense: Sense) -> int:
        if self.document.language != "en":
            return 0
        if self._stems is None:
            from digest.language.words import stem, words

            title = words(self.title) * TITLE_MENTIONS
            self._stems = " ".join(["", *map(stem, words(self.body)), "", *map(stem, title), ""])
        return self._stems.count(f" {' '.join(sense)} ")

    def count(self, spelling: str) -> int:
        if not script.has_han(spelling):
            pattern = re.compile(rf"(?<![a-z0-9]){re.escape(spelling)}(?:e?s|'s)?(?![a-z0-9])")
            return len(pattern.findall(self.body)) + TITLE_MENTIONS * len(pattern.findall(self.title))
        if len(spelling) <= SHORT_TERM:
            return self._counted()[spelling]
        return self.body.count(spelling) + TITLE_MENTIONS * self.title.count(spelling)

    def _counted(self) -> Counter[str]:
        if self._words is None:
            from digest.language import words

            self._words = Counter(words.words(self.body))
            for word in words.words(self.title):
                self._words[word] += TITLE_MENTIONS
        return self._words


def _without_passers_by(rows: Sequence[Relevance], queries: Sequence[tuple[_Term, ...]]) -> list[Relevance]:
    """An article that another theme fits far better does not belong for one term of several.

    Two themes about one firm: what tells them apart is the rest of their terms.
    """
    best = max((row.score for row in rows if len(row.matches) > 1), default=0.0)
    return [
        replace(row, belongs=False)
        if len(terms) > DECIDING_TERMS - 1 and len(row.matches) == 1 and row.score < best / 2
        else row
        for row, terms in zip(rows, queries, strict=True)
    ]


def _terms(theme: Theme, texts: Sequence[_Text]) -> tuple[_Term, ...]:
    groups = [tuple(_fold(name) for name in group) for group in theme.aliases]
    terms = []
    for name in dict.fromkeys(theme.query):
        folded = _fold(name)
        if not folded:
            continue
        spellings = dict.fromkeys(
            [
                *(folded, *shortened(folded)),
                *(each for group in (*groups, *_KNOWN) if folded in group for each in group),
                *_glosses(folded, texts),
            ]
        )
        terms.append(_Term(name, tuple(spellings), _rarity(folded)))
    return tuple(terms)


def _with_senses(queries: Sequence[tuple[_Term, ...]]) -> list[tuple[_Term, ...]]:
    """Chinese terms with what a dictionary says that they mean."""
    from digest.language.senses import senses

    known = senses({_fold(term.name) for terms in queries for term in terms if script.has_han(term.name)})
    return [
        tuple(replace(term, senses=known.get(_fold(term.name), ())) for term in terms) for terms in queries
    ]


def _glosses(term: str, texts: Sequence[_Text]) -> list[str]:
    """How *texts* write *term* in the other script, in brackets behind it; of a person the surname, too."""
    other = r"[a-z][a-z .'’-]{1,40}" if script.has_han(term) else rf"[{script.HAN}·]{{2,12}}"
    pattern = re.compile(rf"{re.escape(term)} ?[(（] ?({other}) ?[)）]")
    found = {gloss.strip() for text in texts if term in text.body for gloss in pattern.findall(text.body)}
    surnames = {gloss.split()[-1] for gloss in found if " " in gloss and len(gloss.split()[-1]) > 3}
    return sorted(found | surnames)


_KNOWN = tuple(tuple(script.simplify(name).lower() for name in row) for row in KNOWN_ORGANISATIONS)


def _fold(name: str) -> str:
    return script.simplify(name).strip().lower()


def _rarity(term: str) -> float:
    from digest.language import words

    return max((words.idf(word) for word in words.words(term)), default=1.0)


def _relevance(text: _Text, theme: Theme, terms: Sequence[_Term], mean: float) -> Relevance:
    if not terms:
        return Relevance(text.document.id, theme.slug, 1.0, (), True)
    damping = SATURATION * (1 - LENGTH_SHARE + LENGTH_SHARE * text.length / mean)
    matches = []
    for term in terms:
        count = text.times(term)
        if count:
            matches.append(Match(term.name, count, term.weight * count / (count + damping)))
    best = sum(sorted((term.weight for term in terms), reverse=True)[:DECIDING_TERMS])
    score = min(1.0, sum(match.weight for match in matches) / best)
    # A single passing mention makes no subject, however short the query.
    mentioned = sum(match.count for match in matches)
    return Relevance(
        text.document.id, theme.slug, round(score, 4), tuple(matches), score >= BELONGS and mentioned > 1
    )
