"""Where a page lost a break: what is no sentence stands in one with what is. Pure.

A page that was taken out as one long line has its headings in front of the first sentence of each
part, and its listings of code between two sentences. A heading is cut off, as a dateline is; of code
it cannot be told where it ends, so such a sentence is not printed, nor is one that holds half of another.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet

from digest.language.lazy import regex

_SMALL = r"(?:of|the|a|an|and|in|on|to|for|with|at|by|from|or|vs\.?|your|our)"
_BEGINS = (
    r"(?:The|This|These|Those|It|He|She|They|We|You|There) (?=[a-z])"
    r"|(?:I[’'](?:m|ll|ve|d)|However,|Today,|Yesterday,|Recently,) "
    r"|I (?=[a-z]+ed\b|am\b|was\b|have\b|had\b|think\b|do\b|can\b|wanted\b)"
    r"|[A-Z][a-z]{2,}ing (?=(?:a|an|the|this|that|these|into) [a-z])"
)
"""How a sentence begins, and how no heading goes on: with its own subject."""
_HEADED = regex(
    rf"(?!(?:The|This|These|Those|It|He|She|They|We|You|There|I|When|If|While|As|But|And|So) )"
    rf"(?:[A-Z][\w’'&+.-]*[\w+] (?:{_SMALL} ){{0,2}}){{1,5}}?(?:[A-Z][\w’'&+.-]*[\w+?!]) (?=(?:{_BEGINS}))"
    r"|[→»›▶➤☞] ?(?:Learn|Read|See|Find|Click|View|Show|Watch|Get)"
    r" (?:[Mm]ore|[Nn]ow|[Hh]ere|[Aa]ll|[Oo]ut) (?=[A-Z])"
)
"""A heading of two words or more, each with a capital, glued in front of a sentence; the words of a link."""


def without_headings(text: str, spans: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The *spans* of English sentences, those from behind their heading that have one in front."""
    for start, end in spans:
        found = _HEADED.match(text, start, end)
        yield (found.end() if found else start), end


# --- code ---------------------------------------------------------------------

_OF_CODE = (
    regex(r"\b(?:from [\w.]+ import|import [\w.]+(?: as)?|require ?\(|#include) ?[\w'\"<{*]"),
    regex(
        r"\b(?:def|function|func|fn|class|public|private|static|void|const|let|var) \w+ ?[({=]"
        r"|\bself ?\. ?\w"
    ),
    regex(
        r"\w[\])]? ?(?:=|\+=|:=|=>|->) ?"
        r"(?:\w{1,40}(?:[._]| ?\(| ?\[)|['\"{\[(\d]|(?:None|null|true|false|empty)\b)"
    ),
    regex(r"\w ?\( ?\)|\w\(\w{0,40}\);"),
    regex(r"^[\w.]{0,40}_[\w.]{0,40} ?=|^[.,;)}\]]"),
    regex(r"\"\"\"|&&|\|\||[!=]==?|; ?\}|\{ ?\w+ ?[:;(]|\$\w+ ?(?:=|->)|@\w+ ?\("),
)
"""Kinds of signs that code has: a name brought in, one made, a value given, a call, a line's beginning, an
operator."""
_MAY_BE_CODE = ("=", "import ", "{", "()", "( )", ");")
_KINDS_OF_CODE = 3


def with_code(texts: Sequence[str]) -> AbstractSet[str]:
    """Those of *texts* in which a listing stands: one that speaks of code has a sign of it or two."""
    whole = "\n".join(texts)
    signs = [sign for sign in _MAY_BE_CODE if sign in whole]
    if not signs:
        return frozenset()
    return {text for text in texts if any(map(text.__contains__, signs)) and _is_code(text)}


def _is_code(text: str) -> bool:
    return sum(pattern.search(text) is not None for pattern in _OF_CODE) >= _KINDS_OF_CODE


# --- halves -------------------------------------------------------------------

_RESUMED = regex(r"(?<!\.)\b(?!approx|dept|govt|assn|etc)[a-z]{5,}[.][ ](?=[a-z]+ [a-z])")
_SHARE_OF_RESUMED = 0.25


def resumed(texts: Sequence[str]) -> AbstractSet[str]:
    """Sentences in which something begins behind a stop in the middle of its own: "hate crimes. to handle".

    An author who begins all of them small has lost nothing.
    """
    found = {text for text in texts if ". " in text and text.isascii() and _RESUMED.search(text)}
    latin = sum(map(str.isascii, texts)) if found else 0
    return found if len(found) <= max(1, _SHARE_OF_RESUMED * latin) else frozenset()
