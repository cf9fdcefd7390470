"""A sentence without the connective that hangs it on to the one before it. Pure.

"尽管如此，公司还是推出了新版本。" In a row of its own the first words answer something that nobody has read.
An editor leaves them out, and what remains is the author's all the same: a whole clause, and a recorded
edit of kind ``clause`` at the mark behind them, which `digest verify` replays.
"""

from __future__ import annotations

from dataclasses import replace

from digest.language.lazy import regex
from digest.language.script import simplify
from digest.language.standing import LISTS, Leaning, leaning
from digest.model import Edit, in_source

_WORDS = "|".join(LISTS["severable"])
_TIMES = "|".join(LISTS["adrift"]).replace("{count}", LISTS["count"])
_OPENING = regex(rf"^(?:{_WORDS})[，,][ ]?")
_DATED = regex(rf"^(?:{_WORDS}|(?:但|而)?(?:{_TIMES}))[，,][ ]?")
"""The same where the time stands beside it: 两个月后 counts from what nobody has read."""
_NEXT = regex("其次|第二|再次|最后")
"""What follows 首先 in the same sentence."""
_LEAST = 8
"""Characters that must be left."""
_AS_WRITTEN = frozenset({"t2s", "s2t", "punctuation", "spacing", "width", "ghost-pinyin"})
"""Kinds of edits after which the mark is still the author's."""


def is_severable(words: str) -> bool:
    """Whether *words*, in whichever script and without a mark behind them, may be left out of an opening."""
    return _DATED.fullmatch(f"{simplify(words.strip())}，") is not None


def severed(
    text: str, start: int, edits: tuple[Edit, ...], dated: bool = False
) -> tuple[str, tuple[Edit, ...]]:
    """*text*, which begins at *start* of its source, and its *edits*, both without an opening connective.

    As they are where it opens with none, or with one that the rest cannot do without. *dated*: the row has
    its day or year beside it, so that a time counted from elsewhere may go as well.
    """
    simple = simplify(text)
    found = (_DATED if dated else _OPENING).match(simple) if len(simple) == len(text) else None
    if found is None:
        return text, edits
    rest = simple[found.end() :]
    needs = max(Leaning.CONNECTIVE, leaning(simple))
    if len(rest) < _LEAST or leaning(rest) > min(needs, Leaning.POINTING) or _NEXT.search(rest):
        return text, edits
    end = in_source(start, edits, found.end())
    above = [each for each in edits if end is not None and each.start < end]
    if end is None or any(each.kind not in _AS_WRITTEN for each in above[:-1]):
        return text, edits
    cut: tuple[Edit, ...] = (Edit("clause", start, end, ""),)
    if above and above[-1].kind not in _AS_WRITTEN:
        last = above[-1]
        if last.kind != "join-lines" or last.end != end or last.start <= start:
            return text, edits
        # The mark is ours, where a line of speech ends.
        cut = (Edit("clause", start, last.start, ""), replace(last, text=""))
    return text[found.end() :], (*cut, *(each for each in edits if each.start >= end))
