"""What a statement can be recognised by in another article: names, acts, numbers, dates, telling words.

Likeness of wording finds nothing between two reporters, let alone between two
languages; these do. An anchor is a string with its kind in front: ``e:`` whom,
``a:`` which act, ``x:`` who does which act, ``q:`` how much, ``n:`` a small count,
``d:`` when, ``r:`` about how much, ``c:`` what both languages have a word for
(`statements.concepts`), ``v:`` what somebody holds of a matter (`statements.views`),
``p:`` which two numbers beside each other, ``w:`` a word that is none of these.
Pure.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import chain

from digest.language import clock, names, numerals, script
from digest.language import words as language_words
from digest.language.cues import cue
from digest.language.lazy import regex
from digest.model import Theme
from digest.story.dates import chronology
from digest.story.matching import weights
from digest.story.names.entities import Entity, asked
from digest.story.statements import ballots, counting, lexicon, views
from digest.story.statements.amounts import pairs, quantity_key, ranges, rounded_key, roundings
from digest.story.statements.concepts import told
from digest.story.statements.deeds import deeds_of
from digest.story.statements.material import DAY, MONTH, Material, Statement
from digest.story.statements.terms import shortened

TELLING = 6.0
"""Inverse frequency in the language from which on a word counts as an anchor."""


def mark(
    material: Material, entities: Sequence[Entity], theme: Theme, documents: Collection[int] | None = None
) -> None:
    """Fill the anchors of all statements, their weights, and how central and relevant each is.

    Of *documents* only, by rank, when their dates have changed since.
    """
    material.spelled = _words_of_names(entities)
    material.spellings = {entity.key: entity.spellings for entity in entities}
    material.matters = views.matters(material)
    material.subjects = _subjects(material, entities, theme)
    material.firms = frozenset(entity.key for entity in entities if entity.kind == "organisation")
    material.leading = _leading(material)
    told_numbers = {each.simple: each.quantities for each in material.statements if each.quantities}
    material.rounded = frozenset(filter(None, map(rounded_key, chain.from_iterable(told_numbers.values()))))
    # What agencies report stands in many articles word for word, and is of the same anchors there.
    known: dict[tuple[object, ...], Statement] = {}
    for statement in material.statements:
        if documents is None or statement.document in documents:
            facts = statement.simple, statement.words, statement.entities, statement.moments
            first = known.setdefault(facts, statement)
            statement.alike = first.rank
            if first is statement:
                fill(statement, material)
            else:
                statement.anchors, statement.told, statement.spoken = first.anchors, first.told, first.spoken
                statement.acted = first.acted
    for found in (material.answers, material.known_there, material.unknown):
        found.clear()
    material.carriers = index(material.statements)
    material.weights = rarity(material)
    material.central = _centrality(material)
    weights.prepare(material)
    material.relevance = _relevance(material, theme)
    material.has_question = any(material.relevance.values())


def _relevance(material: Material, theme: Theme) -> dict[tuple[int, int], float]:
    """Share of the theme's terms in a statement, those that every other statement has weighing little."""
    groups = [{script.simplify(name).lower() for name in group} for group in theme.aliases]
    terms = []
    for term in theme.query:
        folded = script.simplify(term).lower()
        terms.append(
            {folded, *shortened(folded), *(name for group in groups if folded in group for name in group)}
        )
    having = [
        {each.place for name in names_ for each in material.statements if name in each.folded}
        for names_ in terms
    ]
    total = max(2, len(material.statements))
    weights = [math.log(total / max(1, len(places))) for places in having]
    whole = sum(sorted(weights)[-3:]) or 1.0
    found = dict.fromkeys((each.place for each in material.statements), 0.0)
    for weight, places in zip(weights, having, strict=True):
        for place in places:
            found[place] += weight
    return {place: min(1.0, told / whole) for place, told in found.items()}


SUBJECT = 0.2
"""Share of all statements, `UNSEEN` included, that name a story's subject; it tells none from another."""


def _subjects(material: Material, entities: Sequence[Entity], theme: Theme) -> frozenset[str]:
    """Organisations that the theme asks for or that every other sentence names: what all is about."""
    named = Counter(key for statement in material.statements for key in statement.entities)
    often = SUBJECT * (len(material.statements) + UNSEEN)
    firms = {entity.key for entity in entities if entity.kind == "organisation"}
    return frozenset(key for key in firms if named[key] > often) | (firms & asked(entities, theme))


def _leading(material: Material) -> str:
    """The firm that most articles name, and at least half of them; "" where there is none."""
    named = Counter(
        key for rank in range(len(material.documents)) for key in material.entities_in(rank) & material.firms
    )
    leading = max(named, key=lambda key: (named[key], key), default="")
    return leading if named[leading] * 2 >= len(material.documents) else ""


def fill(statement: Statement, material: Material) -> None:
    """The anchors of one statement whose words, entities and dates are known."""
    statement.anchors = frozenset(_anchors(statement, material))


def _words_of_names(entities: Sequence[Entity]) -> frozenset[str]:
    pieces = {
        part.lower() for each in entities for text in each.spellings for part in (text, *names.parts(text))
    }
    cut = {word for text in sorted(pieces) for word in language_words.words(text)}
    return frozenset(pieces | cut | {language_words.stem(word) for word in cut if word.isascii()})


def _anchors(statement: Statement, material: Material) -> set[str]:
    found = {f"a:{action}" for action in statement.actions}
    words = statement.words - material.spelled
    if statement.entities:
        found.update(f"e:{key}" for key in material.telling(statement.entities))
        # A cut through a name (仇问|渠 where 仇问渠 stands) leaves what is no word.
        named = "|".join(chain.from_iterable(map(material.spellings.__getitem__, statement.entities))).lower()
        words = frozenset(word for word in words if word.isascii() or word not in named)
    if statement.quantities:
        found.update(pairs(statement.quantities), ranges(statement.folded, statement.quantities))
        found.update(filter(None, map(quantity_key, statement.quantities)), counting.counted(statement))
        found.update(*(roundings(value, material.rounded) for value in statement.quantities))
        counted = " ".join(value.surface.lower() for value in statement.quantities)
        words = frozenset(word for word in words if word not in counted)
    # A firm does the same again and again: that it launched something makes no two launches one.
    done = deeds_of(statement, material.spellings, material.firms, material.leading)
    if done:
        own = {
            f"x:{deed}": tells
            for deed, tells in done.items()
            if deed.rpartition(">")[0] not in material.firms
        }
        statement.told = frozenset(deed for deed, tells in own.items() if tells)
        statement.acted = _acts_of_each(deed for deed, tells in done.items() if tells)
        found |= own.keys()
    for moment in statement.moments:
        found |= {f"d:{moment.date[:7]}"} | ({f"d:{moment.date[5:]}"} if len(moment.date) == DAY else set())
    if statement.moments or statement.signs & MAY_BE_DAY.signs:
        found.update(f"d:{day}" for day, _ in days(statement.simple))
        found.update(f"{weights.SOME_MONTH}{month}" for month in _months(statement))
    if statement.signs & _MONTH_EN.signs and _MONTH_EN.search(statement.simple):
        found.update(_english_days(statement.simple))
    found.update(f"q:{each.text}" for each in clock.find(statement.simple) if each.exact)
    found.update(f"q:{each.most}-{each.least}" for each in ballots.ratios(statement.folded))
    spoken = told(statement.folded)
    statement.spoken = frozenset(spoken.items())
    found |= spoken.keys()
    found.update(f"v:{view}" for view in views.held(statement, material.matters))
    found.update(map(_of_word, words))
    found.discard("")
    return found


def _acts_of_each(deeds: Iterable[str]) -> Mapping[str, frozenset[str]]:
    """``key>act`` by the key."""
    found: dict[str, set[str]] = defaultdict(set)
    for deed in deeds:
        key, _, act = deed.rpartition(">")
        found[key].add(act)
    return {key: frozenset(acts) for key, acts in found.items()}


_HAN_TENS = "[一二三]?十[一二三四五六七八九]?|[一二三四五六七八九]"
_MONTH_ZH = r"(?<![\d个十])(?<!\d年)(1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])月"
MAY_BE_DAY = cue("月")
_DAY_IN_TEXT = regex(rf"{_MONTH_ZH}([12]\d|3[01]|0?[1-9]|{_HAN_TENS})[日号]")
_MONTH_IN_TEXT = regex(rf"{_MONTH_ZH}(?!\d)")


def days(simple: str) -> Iterator[tuple[str, int]]:
    """Days without their year, as ``03-08``, with their place in a simplified text.

    An article that does not say when it was written has no others.
    """
    for found in _DAY_IN_TEXT.finditer(simple) if MAY_BE_DAY.may(simple) else ():
        yield f"{numerals.integer(found[1]):02}-{numerals.integer(found[2]):02}", found.start()


def _months(statement: Statement) -> Iterator[str]:
    """Months without their year, as ``11``: 去年11月 in an article that nobody dated."""
    yield from (moment.date[5:7] for moment in statement.moments if len(moment.date) >= MONTH)
    for found in _MONTH_IN_TEXT.finditer(statement.simple) if "月" in statement.simple else ():
        yield f"{numerals.integer(found[1]):02}"


_MONTH_NAMES = (
    "January February March April May June July August September October November December"
    " Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec"
).split()
_MONTH_EN = cue("_", " | ".join(_MONTH_NAMES), end=r"\b")
_MONTHS_EN = frozenset(language_words.stem(name.lower()) for name in _MONTH_NAMES)


def _english_days(simple: str) -> Iterator[str]:
    """Days of an English text as `days` gives those of a Chinese one."""
    for mention in chronology.mentions(simple):
        if mention.month and mention.day:
            yield f"d:{mention.month:02}-{mention.day:02}"


@lru_cache(maxsize=65_536)
def _of_word(word: str) -> str:
    """Its anchor; "" for one that tells an act, counts, dates, is everybody's, or says that it is told."""
    if lexicon.action_of(word) or word[0].isdigit() or word in _MONTHS_EN:
        return ""
    if word.isascii():  # a report may be what it is about
        return f"w:{word}"
    telling = language_words.idf_of_simplified(word) >= TELLING and word not in lexicon.SAYS
    return f"w:{word}" if telling else ""


UNSEEN = 60
"""Statements imagined beside those there are: in a small folder nothing is as rare as it looks."""


def rarity(material: Material) -> dict[str, float]:
    """How telling an anchor is: log inverse frequency, fading to 0 for what every statement has."""
    total = max(2, len(material.statements))
    return {
        anchor: math.log((total + UNSEEN) / (len(met) + 0.5)) * (1 - len(met) / (total + UNSEEN))
        for anchor, met in material.carriers.items()
    }


def index(statements: Sequence[Statement]) -> dict[str, list[Statement]]:
    """Which statements carry an anchor."""
    found: dict[str, list[Statement]] = defaultdict(list)
    for statement in statements:
        for anchor in statement.anchors:
            found[anchor].append(statement)
    return dict(found)


IN_COMMON = {
    "e": 1.0, "a": 1.0, "x": 0.5, "n": 0.5, "q": 1.0, "r": 0.5, "d": 0.7, "v": 1.0, "w": 0.6,
}  # fmt: skip
"""What it is worth to have an anchor in common with other articles, by its kind."""


def says_again(anchor: str) -> bool:
    """Concepts, pairs and bare months say again what words, numbers and dates say."""
    return anchor[0] in "cp" or anchor.startswith(weights.SOME_MONTH)


def _centrality(material: Material) -> dict[tuple[int, int], float]:
    """Share of documents that know a statement's anchors, weighted, against the best of its length."""
    total = max(2, len(material.documents))
    known = dict.fromkeys(material.carriers, 0.0)
    again = set(filter(says_again, known))
    for anchor, met in material.carriers.items():
        if len(met) > 1 and anchor not in again:
            documents = len({each.document for each in met})
            known[anchor] = IN_COMMON[anchor[0]] * (documents - 1) / (total - 1)
    told: dict[int, float] = {}
    for each in material.statements:
        if each.alike not in told:
            whole = math.fsum(map(known.__getitem__, each.anchors))
            told[each.alike] = whole / (4 + len(each.anchors - again))
    scores = {each.place: told[each.alike] for each in material.statements}
    best = max(scores.values(), default=0.0) or 1.0
    return {place: score / best for place, score in scores.items()}
