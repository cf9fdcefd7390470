"""The same text twice, and nearly so: between articles and inside one. Pure.

Likeness is the Jaccard share of shingles (Broder 1997), found through MinHash
signatures cut into bands, so that the work grows with the number of articles
and not with their pairs. Traditional and Simplified are one.
"""

from __future__ import annotations

import re
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

from digest.cleaning.lines.topic import units
from digest.language.script import simplify
from digest.model import Document, Sentence

SAME = 0.98
"""Share of common shingles from which two articles are one text."""
NEAR = 0.5
"""Share of the smaller article's shingles from which the fuller one stands for both."""

_AS_FULL = 0.95
"""Share of the fullest article's shingles from which another says as much: then it leads that has a date."""
_SHINGLE = 5
_BANDS, _ROWS = 24, 2
_LETTERS = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Group:
    """One article for a reader: ``document``, and the others that print the same text or nearly."""

    document: Document
    same: tuple[Document, ...] = ()
    near: tuple[Document, ...] = ()


def group(documents: Iterable[Document]) -> tuple[Group, ...]:
    """Groups in the order in which their first member comes; the fullest member leads its group, of
    members as full the one of which title, authors, publisher and date are known best."""
    documents = tuple(documents)
    shingles = [_shingles(document) for document in documents]
    parent = list(range(len(documents)))
    for one, other in _candidates(shingles):
        a, b = _root(parent, one), _root(parent, other)
        if a != b and _overlap(shingles[one], shingles[other]) >= NEAR:
            parent[max(a, b)] = min(a, b)
    members: defaultdict[int, list[int]] = defaultdict(list)
    for number in range(len(documents)):
        members[_root(parent, number)].append(number)
    return tuple(
        _group([documents[n] for n in found], [shingles[n] for n in found]) for found in members.values()
    )


def _group(documents: list[Document], shingles: list[frozenset[int]]) -> Group:
    full = _AS_FULL * max(map(len, shingles))
    lead = max(
        range(len(documents)),
        key=lambda n: (len(shingles[n]) >= full, _facts(documents[n]), len(shingles[n]), -n),
    )
    same: list[Document] = []
    near: list[Document] = []
    for number, document in enumerate(documents):
        if number != lead:
            alike = _jaccard(shingles[lead], shingles[number]) >= SAME
            (same if alike else near).append(document)
    return Group(documents[lead], tuple(same), tuple(near))


def _facts(document: Document) -> int:
    return sum(map(bool, (document.title, document.authors, document.publisher, document.published)))


def _shingles(document: Document) -> frozenset[int]:
    text = "".join(sentence.text for sentence in document.sentences)
    bare = _LETTERS.sub("", simplify(text).lower()).encode("utf-32-le")
    width = 4 * _SHINGLE
    return frozenset(zlib.crc32(bare[at : at + width]) for at in range(0, max(4, len(bare) - width + 4), 4))


def _candidates(shingles: Sequence[frozenset[int]]) -> list[tuple[int, int]]:
    """Pairs that share a band of their signatures, or the same smallest shingles."""
    buckets: defaultdict[tuple[int, ...], list[int]] = defaultdict(list)
    for number, found in enumerate(shingles):
        if found:
            signature = _signature(found)
            for band in range(_BANDS):
                buckets[(band, *signature[band * _ROWS : (band + 1) * _ROWS])].append(number)
    pairs = {(bucket[0], other) for bucket in buckets.values() if len(bucket) > 1 for other in bucket[1:]} | {
        pair for bucket in buckets.values() for pair in pairwise(bucket)
    }
    return sorted(pairs)


def _signature(found: frozenset[int]) -> list[int]:
    import numpy as np

    values = np.fromiter(sorted(found), dtype=np.uint64, count=len(found))
    factors, offsets = _hashes()
    # Multiply-shift (Dietzfelbinger 1997) on 64 bits: the overflow is the hash.
    return [
        int((values * factor + offset).min() >> np.uint64(16))
        for factor, offset in zip(factors, offsets, strict=True)
    ]


def _hashes() -> tuple[Any, Any]:
    import numpy as np

    numbers = np.random.default_rng(20240523).integers(1, 2**63, size=(2, _BANDS * _ROWS), dtype=np.uint64)
    return numbers[0] | np.uint64(1), numbers[1]


def _jaccard(one: frozenset[int], other: frozenset[int]) -> float:
    common = len(one & other)
    return common / (len(one) + len(other) - common) if one or other else 1.0


def _overlap(one: frozenset[int], other: frozenset[int]) -> float:
    """Share of the smaller one; two short notes of a few words never count."""
    smaller = min(len(one), len(other))
    if smaller < 20:
        return 1.0 if one == other else 0.0
    return len(one & other) / smaller


def _root(parent: list[int], number: int) -> int:
    while parent[number] != number:
        parent[number] = parent[parent[number]]
        number = parent[number]
    return number


# --- inside one article --------------------------------------------------------

_REPEAT = 0.8
_SMALLEST = 8
_MARK = '[，,；;：:。！？!?、()（）“”"]'
# Begun with a class, so that letters are passed over at once.
_CLAUSES = re.compile(rf"\W(?:(?<={_MARK})\W*|(?=\W)(?:\W*?{_MARK}\W*|(?<=\s)[–—-]+\s))")
"""Between two clauses: signs with a mark among them, or a dash between blanks."""


def marked(sentences: Sequence[Sentence]) -> list[Sentence]:
    """*sentences*, those that (nearly) repeat an earlier one with the trait ``repeat``.

    Only sentences with a clause, a beginning or an end in common are compared.
    """
    told = [(number, sentence.text) for number, sentence in enumerate(sentences) if sentence.quotable]
    # Most clauses are written once: only those that are not can tell of a repeat.
    again = _written_again([text for _, text in told])
    if not again:
        return list(sentences)
    few = again if len(again) <= _FEW else ()
    found = [_keys(text) if not few or any(map(text.__contains__, few)) else [] for _, text in told]
    shared = _several([key for keys in found for key in keys])
    same = _several([text for _, text in told])
    result = list(sentences)
    if not shared and not same:
        return result
    index: dict[str, list[int]] = {}
    bags: dict[int, AbstractSet[str]] = {}
    seen: set[str] = set()
    for (number, text), keys in zip(told, found, strict=True):
        common = shared.intersection(keys)
        repeats = len(text) >= _SMALLEST and text in seen
        if not repeats and not index.keys().isdisjoint(common):
            own = units(text.lower())
            earlier = sorted({other for key in common if key in index for other in index[key][-8:]})
            for other in earlier:
                # Of a sentence and one that goes on from it the fuller is read.
                if _goes_on(text, sentences[other].text):
                    result[other] = replace(result[other], traits=result[other].traits | {"repeat"})
                elif _goes_on(sentences[other].text, text) or _alike(own, _bag(bags, other, sentences)):
                    repeats = True
        if repeats:
            result[number] = replace(sentences[number], traits=sentences[number].traits | {"repeat"})
            continue
        seen.add(text)
        for key in common:
            index.setdefault(key, []).append(number)
    return result


def _written_again(texts: Sequence[str]) -> set[str]:
    """The clauses, beginnings and ends that more than one of *texts* may have: one look at them all."""
    clauses = [clause for clause in _CLAUSES.split(_APART.join(texts)) if len(clause) >= _SMALLEST]
    long = [text for text in texts if len(text) >= 3 * _SMALLEST]
    ends = [text[:12] for text in long], [text[-13:-1] for text in long]
    return set().union(*map(_several, (clauses, texts, *ends)))


_FEW = 16
"""Strings that are looked for in each text."""
_APART = "\n。\n"
"""Ends a clause; with it go a clause's outer signs, of which two alike have the same."""


def _goes_on(text: str, short: str) -> bool:
    """Whether *text* says all that *short* does, in its words, and another clause before or behind it."""
    stem = short[:-1]
    if len(short) < 3 * _SMALLEST or len(text) < len(short) + _SMALLEST:
        return False
    at = text.find(stem)
    return (
        at >= 0
        and not text[at + len(stem) : at + len(stem) + 1].isalnum()
        and not text[max(0, at - 1) : at].isalnum()
    )


def _keys(text: str) -> list[str]:
    keys = [clause for clause in _CLAUSES.split(text) if len(clause) >= _SMALLEST]
    if len(text) >= 3 * _SMALLEST:
        keys += ("^" + text[:12], text[-13:-1] + "$")
    return keys


def _several(strings: Sequence[str]) -> set[str]:
    """Those that occur more than once."""
    if len(set(strings)) == len(strings):
        return set()
    return {string for string, times in Counter(strings).items() if times > 1}


def _bag(bags: dict[int, AbstractSet[str]], number: int, sentences: Sequence[Sentence]) -> AbstractSet[str]:
    if number not in bags:
        bags[number] = units(sentences[number].text.lower())
    return bags[number]


def _alike(one: AbstractSet[str], other: AbstractSet[str]) -> bool:
    most = max(len(one), len(other))
    return most >= _SMALLEST and len(one & other) >= _REPEAT * most
