"""When no honest digest can be made of a text: broken bytes, keyword stuffing, spun sentences. Pure."""

from __future__ import annotations

import re
import tomllib
import zlib
from collections import Counter
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from digest.cleaning import garble
from digest.cleaning.pairs import Index, Pairs
from digest.errors import UnusableText
from digest.language.script import simplify
from digest.language.words import content_words
from digest.model import Sentence

_SAMPLE = 20_000


def refuse(path: str, whole: str, sentences: Sequence[Sentence], pairs: Pairs) -> None:
    """Raise `UnusableText` with the reason, or return.

    *whole* is "" when its characters are known to be sound; *pairs* tells of its pairs of neighbours.
    """
    quotable = [sentence.text for sentence in sentences if sentence.quotable]
    broken = sum(len(sentence.text) for sentence in sentences if "garble" in sentence.traits)
    read = sum(map(len, quotable))
    if broken > read or (whole and _broken(whole)):
        raise UnusableText(
            path, "most of it is broken bytes", "save the page again in its own encoding, or as UTF-8"
        )
    if not quotable:
        raise UnusableText(path, "no running text was found in it", "save the article itself, not a listing")
    text = "\n".join(quotable)[:_SAMPLE]
    if reason := _stuffed(text, quotable, pairs) or _spun(text, pairs):
        raise UnusableText(path, reason, "it was written for search engines; leave it out")


def _broken(whole: str) -> bool:
    sample = whole[:_SAMPLE]
    return garble.lost_bytes(sample) * 4 > len(sample) or garble.common_share(sample) < 0.6


def _stuffed(text: str, sentences: Sequence[str], pairs: Pairs) -> str | None:
    """Keyword stuffing and text from a spinner, each with its evidence; None for all else."""
    if len(text) < 200:
        return None
    if pairs.most > _SHARE_OF_ONE_PAIR * len(text) or pairs.count < _VARIETY * min(len(text), 3000):
        raw = text.encode()
        if len(raw) > 1500 and len(zlib.compress(raw)) < 0.16 * len(raw):
            return "it repeats the same phrases over and over"
        if reason := _one_word(content_words(text)):
            return reason
    return _listed(sentences)


_SHARE_OF_ONE_PAIR = 0.02
_VARIETY = 0.3
"""Of two neighbouring letters: what a text must exceed, or fall below, to be looked at closely."""


_SHARE_OF_ONE_WORD = 0.22
"""Of content words. A flash on bonds says "bond" in one word of five; stuffed pages pass a quarter."""


def _one_word(words: list[str]) -> str | None:
    if len(words) < 60:
        return None
    word, most = Counter(words).most_common(1)[0]
    if most > _SHARE_OF_ONE_WORD * len(words):
        return f"keyword stuffing: {word!r} is {most} of its {len(words)} words"
    return None


_FEWEST_KINDS, _SPUN_DENSITY = 6, 1 / 90
"""Different words of a spinner's table, and how many of a character: writers stay far below either."""


@cache
def _swapped() -> Index:
    return Index(_table())


@cache
def _table() -> tuple[str, ...]:
    return tuple(tomllib.loads((Path(__file__).parent / "spinner.toml").read_text("utf-8"))["swapped"])


def _spun(text: str, pairs: Pairs) -> str | None:
    """Text whose common words a program replaced by rare ones."""
    if len(_swapped().within(pairs)) < _FEWEST_KINDS:
        return None
    folded = simplify(text)
    counts = {word: folded.count(word) for word in _table()}
    kinds = [word for word, count in counts.items() if count]
    if len(kinds) >= _FEWEST_KINDS and sum(counts.values()) > _SPUN_DENSITY * len(text):
        return f"a program replaced its words by others, as {kinds[0]!r} and {kinds[-1]!r} show"
    return None


_HAN_RUN = re.compile(r"[\u4e00-\u9fff]{2}.*[\u4e00-\u9fff]{2}.*[\u4e00-\u9fff]{2}")
_LISTING = re.compile(r"[,，、|｜/_\s]+")


def _listed(sentences: Sequence[str]) -> str | None:
    """Sentences that are nothing but short terms in a row."""
    listing = sum(len(text) for text in sentences if _is_list(text))
    if listing * 2 > sum(map(len, sentences)):
        return "most of it is lists of search terms"
    return None


def _is_list(text: str) -> bool:
    if _HAN_RUN.search(text) is None:
        return False
    terms = [term for term in _LISTING.split(text) if term]
    return len(terms) >= 8 and sum(map(len, terms)) / len(terms) < 6
