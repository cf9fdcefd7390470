"""The words with which lines of several pages begin: a menu whose line ends were lost. Pure.

No mark parts it from the title behind it; what does is that the pages go on in different ways there.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from digest.cleaning.lines.framed import MOST_WORDS, TOP_LINES, word_ends, words_key
from digest.language.words import content_words, idf
from digest.model import Article

_FEWEST_WORDS, _FEWEST = 6, 3
"""Words of a menu, and pages that begin with it and go on differently."""
_SHARE_APART, _SHARE_OF_CAPITALS, _LIKE = 0.5, 0.6, 0.4
"""Of the pages, those that go on with another word; of the words, those that no sentence has; of their
weight, what the lines go on to tell, as they do of the United States Supreme Court."""
_BEHIND = 1500
"""Characters that tell it; at the end of a page its menu may come again."""
_MARKS = frozenset("。，、；：！？.,;:!?")


@dataclass(frozen=True, slots=True)
class _Top:
    """A line near a page's beginning, and its words up to `MOST_WORDS`."""

    page: int
    words: tuple[str, ...]
    rest: str


def tops(articles: Sequence[Article]) -> dict[str, int]:
    """How many pages begin with each, by its `words_key`; copies of one go on alike, and tell nothing."""
    begun: defaultdict[tuple[str, ...], list[_Top]] = defaultdict(list)
    for page, article in enumerate(articles):
        for text in [line.text for line in article.lines if line.text.strip()][:TOP_LINES]:
            ends = word_ends(text)
            if len(ends) > _FEWEST_WORDS:
                starts = [0, *ends[:-1]]
                words = tuple([text[a:b].strip() for a, b in zip(starts, ends, strict=True)])
                begun[words[:_FEWEST_WORDS]].append(_Top(page, words, text))
    found: dict[str, int] = {}
    for group in begun.values():
        for members, length in _seams(group, _FEWEST_WORDS):
            words = members[0].words[:length]
            if _is_menu(words, members):
                found[words_key(words)] = len({each.page for each in members})
    return dict(sorted(found.items()))


def _seams(group: list[_Top], length: int) -> Iterator[tuple[list[_Top], int]]:
    """Where lines that share their first *length* words begin to differ, all in their own way."""
    open_groups = [(group, length)]
    while open_groups:
        members, length = open_groups.pop()
        if len({each.page for each in members}) < _FEWEST:
            continue
        nexts: defaultdict[str, list[_Top]] = defaultdict(list)
        for each in members:
            nexts["".join(each.words[length : length + 1])].append(each)
        if len(nexts) >= max(_FEWEST, _SHARE_APART * len(members)):
            yield members, length
        elif length < MOST_WORDS:
            open_groups += [(each, length + 1) for word, each in nexts.items() if word]


def _is_menu(words: Sequence[str], members: Sequence[_Top]) -> bool:
    capital = sum(not word[0].islower() for word in words) >= _SHARE_OF_CAPITALS * len(words)
    marked = any(word[-1] in _MARKS for word in words)
    own = {word: idf(word) for word in sorted(set(content_words(" ".join(words).lower())))}
    alike = sorted(_told(own, each, len(" ".join(words))) for each in members)
    return capital and not marked and alike[len(alike) // 2] <= _LIKE


def _told(own: Mapping[str, float], top: _Top, length: int) -> float:
    rest = top.rest[length : length + _BEHIND].lower()
    return sum(weight for word, weight in own.items() if word in rest) / (sum(own.values()) or 1.0)
