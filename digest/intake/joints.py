"""Where two lines of an English page were run together without a blank: crashJane, market.The. Pure.

Program after program drops the ends of a page's lines and puts nothing in their place. A stop with a
capital right behind it, a small letter with a capital behind it in one word: names are written so too
(JavaScript, iPhone), so that a page must show first that its ends were lost, and a word that it writes
so again, or that looks like a name, is left whole.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Set

from digest.language.lazy import regex
from digest.language.months import MONTH_EN

_FIRST = (
    r"(?:The|An?|In|On|At|It|Its|It[’']s|When|If|This|These|That|But|And|As|For|After|Before|He|She|They|We"
    r"|There|While|With|By|From|Since|Some|Many|Most|All|One|Now|More|What|Why|How"
    r"|Who|Our|His|Her|Their|Last|Earlier)"
)
# Begun with a class, so that small letters are passed over at once.
_PROOF = regex(
    r"[.!?A-Z](?<=[a-z]{2}[.!?A-Z])"
    rf"(?:(?<=[.!?])[”\"’)]?[“\"‘]?[A-Z][a-z]*(?= [a-z])|(?<=(?={_FIRST} [a-z])[A-Z]))"
)
"""A line's end with a word right behind it that begins a sentence: once a slip of the pen, thrice a page."""
_FEWEST = 3
_SIGN = regex(r"[A-Z](?<=[a-z.!?][A-Z])")
"""A cheap look ahead."""
_BEHIND_MARK = regex(
    r"(?:(?<=[a-z]{2})|(?<=[)%\d”\"’]))[.!?…](?P<quote>[”\"’)]?)"
    r"(?=[“\"‘(]?[A-Z]+[a-z’' ]|\([A-Z]+\) )(?![A-Z][a-z]*\()"
    rf"|(?<=[A-Z][.A-Z][A-Z])\.(?={_FIRST} [a-z])|(?<=[^A-Za-z.][A-Z]{{2}})\.(?={_FIRST} [a-z])"
    r"|(?<=[a-z]{2})[.!?][”\"’)]?(?=©|--? ?[A-Z]|[•|#@] ?[A-Z])"
    r"|(?<=[a-z\d])[)](?=[A-Z][a-z])|(?<=[a-z]{2}):(?=[“\"]|[A-Z][a-z])"
    r"|(?<=\d)\s?(?:[AaPp]\.?[Mm]\.?|[A-Z]{2,3}T)(?=[A-Z][a-z])"
    rf"|(?<=[a-z])(?=\d{{1,2}} (?:{MONTH_EN} |(?:min|minute|hour|day|week|month|year)s? ))"
)
"""A stop, a bracket, an hour: behind it a line begins; in front of a day or an age."""
_LETTER = r"[^\W\d_]"
_WORD = regex(
    rf"(?<![\w/@.#-])(?:{_LETTER}|[’'\d]){{0,60}}[^\W_](?<![A-Z])[A-Z](?:{_LETTER}|[’'\d]){{0,60}}(?![\w/@(]|\.\w)"
)
_PARTS = regex(r"(?<=[^\W\dA-Z_])(?=[A-Z])|(?<=\d)(?=[A-Z][a-z])")
_NO_LAST = frozenset(
    "The A An You My We Our Your I It He She Mc Mac De Le La Di Du Van Von San El Al".split()
)
"""A capitalised word that ends no line, or begins many a name."""
_SHORT_LAST = frozenset("up us in it me on now out".split())
"""Words of two letters, in small ones, with which a button ends: Sign up, Contact us, Log in."""
_FEWEST_LETTERS, _FEWEST_CAPITALS = 3, 4


_SURE = regex(
    r"\bmin read(?=[A-Z])|^[Bb]y (?:[A-Z][\w.'’-]+ ){1,3}?[A-Z][a-z]+(?<!Mc)(?<!Mac)"
    r"(?=[A-Z][a-z]+ (?:[\w&-]+ ){0,2}?(?:reporter|correspondent|editor|producer)\b)"
    r"|(?<=\w )(?=By [A-Z][\w.'’-]+(?: [A-Z][a-z'’-]+){1,2}(?:19|20)\d\d-\d\d-\d\d \d\d:\d\d)",
    re.M,
)
"""Behind it the page goes on without a blank: 6 min readMar 8; By Jane DoeBusiness reporter. In front of
By Jane Doe2024-03-05 10:20 it went on too."""
_SIGNS_OF_SURE = ("min read", " By ", "reporter", "correspondent", "editor", "producer")


def joints(text: str) -> list[int]:
    """Places in *text*, a page, at which a line ends and the next begins; none where no end was lost."""
    if _SIGN.search(text) is None:
        return []
    sure = any(map(text.__contains__, _SIGNS_OF_SURE))
    places = [found.end() for found in _SURE.finditer(text)] if sure else []
    return sorted({*places, *_lost_ends(text)} if len(_PROOF.findall(text)) >= _FEWEST else places)


def _lost_ends(text: str) -> list[int]:
    places = [0]
    for mark in _BEHIND_MARK.finditer(text):
        # A straight quotation mark closes what was opened behind the last line's end.
        since = max(places[-1], text.rfind("\n", places[-1], mark.start()))
        opens = mark["quote"] == '"' and text.count('"', since, mark.start()) % 2 == 0
        places.append(mark.end() - opens)
    words = list(_WORD.finditer(text))
    times, alone = Counter(word[0] for word in words), frozenset(_LETTERS.findall(text))
    for word in words:
        if times[word[0]] == 1:
            places.extend(word.start() + at for at in _parts(word[0], alone))
    return places[1:]


def _parts(word: str, alone: Set[str]) -> Iterator[int]:
    """Where *word* is to be parted; the words that stand *alone* in the page."""
    places = [found.start() for found in _PARTS.finditer(word)]
    several = len(places) > 1 and all(len(part) >= _FEWEST_LETTERS for part in _PARTS.split(word))
    for before, at in zip([0, *places], places, strict=False):
        left, right = word[before:at], word[at:]
        if left[-1].isdigit() or left in _SHORT_LAST:
            yield at
        elif len(left) >= _FEWEST_LETTERS and left not in _NO_LAST:
            capitals = right.isupper() and len(right) >= _FEWEST_CAPITALS
            sure = several or left.islower() or capitals or _BEGINS.match(right)
            if sure or (left in alone and right in alone):
                yield at


_BEGINS, _LETTERS = regex(rf"{_FIRST}$"), regex(rf"{_LETTER}+")
