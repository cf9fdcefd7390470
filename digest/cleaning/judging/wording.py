"""How much a sentence's words are those of sites: a linear model over characters and words. Pure."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from math import fsum
from operator import add
from pathlib import Path
from typing import Any

from digest.language.script import has_han
from digest.language.words import stop_words

CLOSING = frozenset("。！？!?.…”’」』\"'）)；;：:")
"""What a sentence, or a line that leads in to the next, ends with."""
LOOK = "~"
"""What the names of looks begin with: they are no words."""
_DIGITS = re.compile(r"\d+(?:[.,:]\d+)*")
_TOKEN = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?|[^\w\s]")
_WORD = re.compile(r"[^\W\d_][^\W_]*(?:['’][^\W\d_]+)?")
_LONGEST = 300
"""Characters of a sentence that are read."""
_LONGEST_GRAM = 3
"""Characters, of Chinese."""


def grams(text: str) -> set[str]:
    """What the model weighs of a sentence in Simplified script.

    Chinese: its characters by one, two and three, ``^`` and ``$`` for its ends; others: words by one
    and two. Figures are ``0``. And its looks: size, end, share of figures, capitals, common words.
    """
    return set(_listed(text))


def _listed(text: str, opening: AbstractSet[str] | None = None) -> list[str]:
    """The `grams`, some of them twice; *opening*: with which those of three begin, where not all count."""
    figures = _DIGITS.findall(text)
    fold = text[:_LONGEST].lower()
    if figures:
        fold = _DIGITS.sub("0", fold)
    if has_han(fold):
        fold = f"^{fold}$"
        pairs = list(map(add, fold, fold[1:]))
        triples = zip(pairs, fold[2:], strict=False)
        longer = [pair + last for pair, last in triples if opening is None or pair in opening]
        return [*fold, *pairs, *longer, *_looks_chinese(text, figures)]
    tokens = ["^", *_TOKEN.findall(fold.replace("’", "'")), "$"]
    return [*tokens, *map(" ".join, pairwise(tokens)), *_looks_latin(text, figures)]


def _looks_chinese(text: str, figures: Sequence[str]) -> list[str]:
    return [
        f"~zh size {min(8, len(text).bit_length())}",
        f"~zh stops {text[-1:] in CLOSING}",
        f"~zh figures {_share(figures, text)}",
        f"~zh marks {min(3, text.count('，') + text.count('。'))}",
        f"~zh blanks {min(3, text.count(' '))}",
    ]


def _looks_latin(text: str, figures: Sequence[str]) -> list[str]:
    words = _WORD.findall(text)
    count = max(1, len(words))
    capitals = sum([word[0].isupper() for word in words[1:]])
    common = sum(map(stop_words("en").__contains__, map(str.lower, words)))
    return [
        f"~en size {min(9, len(text).bit_length())}",
        f"~en stops {text[-1:] in CLOSING}",
        f"~en capitals {capitals * 5 // count}",
        f"~en common {min(5, common * 10 // count)}",
        f"~en figures {_share(figures, text)}",
    ]


def _share(figures: Sequence[str], text: str) -> int:
    """How much of a text its figures are, in tenths; at most four."""
    return min(4, sum(map(len, figures)) * 10 // len(text)) if figures else 0


@dataclass(frozen=True, slots=True)
class Wording:
    """The weights of `grams`."""

    always: float
    weights: Mapping[str, float]
    known: frozenset[str]
    """Those that have a weight."""
    opening: frozenset[str]
    """The two characters with which those of three begin."""

    @classmethod
    def of(cls, always: float, weights: Mapping[str, float]) -> Wording:
        opening = frozenset(gram[:2] for gram in weights if len(gram) == _LONGEST_GRAM)
        return cls(always, weights, frozenset(weights), opening)

    @staticmethod
    @cache
    def shipped() -> Wording:
        return Wording.of(learned()["always"], learned()["words"])

    def odds(self, text: str) -> float:
        """Natural logarithm of the odds that a sentence, in Simplified script, is a site's."""
        # A set has no order, and the sum of floats depends on theirs but for `fsum`.
        return self.always + fsum(map(self.weights.__getitem__, self._met(text)))

    def _met(self, text: str) -> AbstractSet[str]:
        """The `grams` of a sentence that have a weight."""
        return self.known.intersection(_listed(text, self.opening))

    def telling(self, text: str) -> list[str]:
        """The words of a sentence that speak most for a site, the strongest first; at most three."""
        found = [gram for gram in self._met(text) if _is_word(gram)]
        found.sort(key=lambda gram: (-self.weights[gram], gram))
        told: list[str] = []
        for gram in found:
            if self.weights[gram] >= _TELLING and not any(gram in other or other in gram for other in told):
                told.append(gram)
        return told[:_MOST_TOLD]


_TELLING, _MOST_TOLD = 0.15, 3


def _is_word(gram: str) -> bool:
    """Whether a person who reads it sees why: no look, no sign, and more than "for" or "in the"."""
    words = gram.split()
    return (
        gram[0] != LOOK and len(gram) > 1 and "".join(words).isalpha() and not stop_words("en") >= set(words)
    )


@cache
def learned() -> dict[str, Any]:
    """``always`` and ``words`` of the wording, the weights of a ``place``, and the ``limits`` of the odds."""
    found: dict[str, Any] = json.loads(Path(__file__).with_name("leftovers.json").read_text("utf-8"))
    return found
