"""What of a sentence is quoted: its parts, whether they are whole sentences, how long they are. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from digest.language.lazy import regex
from digest.language.script import has_han
from digest.story.statements import choosing
from digest.story.statements.material import Statement

_QUOTED = regex(
    r"“(?:[^“”]{8,}|[^“”]{4,}[。！？])”|「(?:[^「」]{8,}|[^「」]{4,}[。！？])」|『[^『』]{8,}』"
    r"|\"(?=[^\"]{0,40}[一-龥])(?:[^“”\"]{8,}|[^“”\"]{4,}[。！？])\""
    r"|[“\"](?:[^“”\"]{24,})[”\"]|(?<!\w)‘[^‘]{24,}?[.,?!]’"
)
"""Marks of one kind; English ones may be mixed, as pages that were pasted together have them: “..\"."""
_CLOSES = frozenset('“”「」『』"‘’')
_ENDS, _ENDS_EN = frozenset("。，！？!?…"), frozenset(".,!?…")
"""What ends a sentence in quotation marks, a comma where its speaker follows: “..，”她说."""
_STOPS, _SENTENCE = ("", "。", "."), 12
"""What may stand behind the marks of a sentence whose stop is outside; its length, in Chinese characters."""
_WORD_EN = regex(r"[A-Za-z][\w'’-]*")
_LEAST_TITLE = 3
"""Words from which on capitals make a title."""


def parts(statement: Statement) -> tuple[re.Match[str], ...]:
    """The parts of the sentence that are quoted, titles apart: “..，”他说，“..” has two."""
    return () if _CLOSES.isdisjoint(statement.simple) else _parts(statement.simple)


@lru_cache(maxsize=4096)
def _parts(simple: str) -> tuple[re.Match[str], ...]:
    """Asked again for each that is quoted: of two sentences, whether they quote the same words."""
    found, straight, place = [], 0, 0
    for part in _QUOTED.finditer(simple):
        straight += simple.count('"', place, part.start())
        # Straight marks may close one quotation and open another: 先说"清仓"，后来又要"停产".
        between = straight % 2 == 1 and part.group().startswith('"') and has_han(part.group())
        straight, place = straight + part.group().count('"'), part.end()
        if not (between or _is_title(part.group())):
            found.append(part)
    return tuple(found)


def is_whole(quoted: Sequence[re.Match[str]]) -> bool:
    """Whether sentences of the speaker's are quoted, and no piece in one of the author's.

    Many papers put the stop behind the mark: 声明说：“..”。
    """
    last = quoted[-1]
    said = last.group()[1:-1].rstrip()
    if said[-1:] in (_ENDS if has_han(said) else _ENDS_EN):
        return True
    before, behind = last.string[: last.start()].rstrip(), last.string[last.end() :].strip()
    return before.endswith(("：", ":")) and behind in _STOPS and length([last]) >= _SENTENCE


def length(quoted: Iterable[re.Match[str]]) -> float:
    """In Chinese characters, marks apart."""
    return sum(choosing.length(part.group()[1:-1]) for part in quoted)


def _is_title(marked: str) -> bool:
    """Whether English words are written as those of a title are: "Forgetting to Be Afraid".

    Not a Chinese sentence with a name in brackets.
    """
    if has_han(marked):
        return False
    long = [word for word in _WORD_EN.findall(marked) if len(word) > _SHORT_WORD]
    return len(long) >= _LEAST_TITLE and all(word[0].isupper() for word in long)


_SHORT_WORD = 3
"""Letters up to which a word of a title may be small: of, and, the."""
