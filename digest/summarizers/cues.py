"""What the surface of one sentence tells an editor: facts in it, and reasons not to print it alone.

Every cue is a number from 0 to 1. Those made of words are listed in
``cues.toml``; those made of marks are here. A cue reads the simplified text of
one sentence and must hold for any article.
"""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Callable
from functools import cache, lru_cache
from importlib.resources import files
from itertools import chain
from typing import Any

from digest.language import quotation
from digest.language.announcing import announces
from digest.language.script import has_han
from digest.language.standing import Leaning, leaning
from digest.language.words import tagged
from digest.summarizers.clauses import length

Cue = Callable[[str], float]

_OPENERS = r"^[\s“\"‘'「『（(【\[—–-]*"

# A quantity, not any digit: neither a year nor the 4 of a model's name.
_QUANTITY = re.compile(
    r"\d[\d,.]*\s*(?:[%％万亿千百倍人名位家个天周岁票次项款起张台辆股席吨元]|小时|分钟|美[元金]|公里|年(?:内|间|多|来|后))"
    r"|百分之[一二三四五六七八九十百零点]+"
    # "One man" and "one day" count nothing.
    r"|(?!一[^百千万亿成倍])[一二两三四五六七八九十百千万亿半]+(?:[名位天周倍万亿成]|个月|小时|年(?:内|间|多|来|后))"
    r"|[$€£¥]\s?\d|\b\d[\d,.]*\s*(?:%|(?:percent|[mb]illion|thousand|people|days?|hours?|weeks?|months?|years|miles|times)\b)"
    r"|\b(?:two|three|four|five|six|seven|eight|nine|ten|dozens?|hundreds?|thousands?|[mb]illions?|half)\b",
    re.IGNORECASE,
)
# Of a text without a Chinese character, in lower case: number words stand in a set of their own. Like those
# below it begins with a class of characters and looks back: so it is found several times quicker.
_QUANTITY_EN = re.compile(
    r"[$€£¥\d](?:(?<=\D)\s?\d(?:[\d,.]*(?:[mb]illion|thousand))?|(?<=\d)[\d,.]*\s*[%％]"
    r"|(?<=\b\d)[\d,.]*\s*(?:percent|[mb]illion|thousand|people|days?|hours?|weeks?|months?|years|miles|times)\b)"
)
_NUMBER_WORDS = frozenset(
    "two three four five six seven eight nine ten dozen dozens hundred hundreds thousand thousands"
    " million millions billion billions half".split()
)
_FIGURE = re.compile(r"\d[\d,.]*(?:[%％]|[万亿千百])?|百分之|[一二三四五六七八九十百]+(?:成|倍|万|亿|分之)")
_FIGURE_EN = re.compile(
    r"[\dmbpht](?:(?<=\d)[\d,.]*%?|(?<=\b[mb])illion\b|(?<=\bp)er ?cent\b|(?<=\bh)undred\b|(?<=\bt)housand\b)"
)
_MAY_COUNT = ("cent", "llion", "hundred", "thousand")
_PERCENT = re.compile("[%％]|百分|[一二三四五六七八九两]成|per ?cent")
_CAPITALS = re.compile(r"[A-Z](?<=\b.)(?<!^.)(?<![.!?:“\"'] .)[\w’'-]*")
_LATIN = re.compile(r"[A-Za-z][\w.+-]*")
_CHINESE_NAMES = re.compile(
    r"·|《[^》]+》|“[^”]{2,12}”|公司|集团|大学|委员会|部门|董事会|研究院|法院|政府"
    r"|局长|部长|总统|主席|总裁|创始人|首席|教授|记者"
)
_ANNOUNCES = (":", "：", "—")
_LEAD_IN = re.compile(
    r"[:：—]\s*$|(?:如下|以下几点)[。.]?$"
    # A transcript breaks off before what is said: "the board then told the staff".
    r"|(?:表示|认为|透露|指出|[说称]|宣布|告知[^，。]{0,4}|发现|强调|相信|包括|例如|以及|[和或但与对在把被]|因为|如果"
    r"|时候|的话|期间|过程中|之[后前际]|以来|同时|[后前]的几天|情况下|方面看?|有关[^，。]{2,20}的报道)$"
)
_FINISHED = re.compile(r"[。！？!?….;；:：][”’\"'」』）)\]]*$")
_TRAILS_OFF = re.compile(r"(?:…|\.\.\.)[”’\"'」』）)]*$")
_OPEN_QUOTE = re.compile(r"^[\s—–-]*[“\"‘「『]|^'\s")
_CLOSE_QUOTE = re.compile(r"[”\"’」』][。.！!？?，,]?$|'$")
_ENGLISH_WORD = re.compile(r"[a-z0-9']+")
_CONTRACTED = re.compile(r"'(?:s|ve|ll|re|m|d)?$")
_ONE_WORD = re.compile(r"[a-z0-9'()?:|*\\\[\]]+")
_SAYS = re.compile(r"[说道称问写答示](?:[:：，,]|$)|\b(?:said|says|told|wrote|asked|added)\b", re.IGNORECASE)


def surface(text: str) -> dict[str, float]:
    """Every cue of one sentence in simplified Chinese or another language, by name."""
    words = _of_chinese(text) if has_han(text) else _of_english(text)
    needs = leaning(text)
    return {
        **words,
        "pronoun_start": float(needs is Leaning.PRONOUN),
        "points_back": float(needs is Leaning.POINTING),
        "adrift": float(needs is Leaning.TIME),
        "link_start": float(needs is Leaning.CONNECTIVE),
        "label": float(_is_label(text)),
        **{name: cue(text) for name, cue in _OF_MARKS.items()},
    }


def _of_chinese(text: str) -> dict[str, float]:
    found = {name: cue(text) for name, cue in _chinese().items()}
    return found | {name: cue(text) for name, cue in _OF_CHINESE_MARKS.items()}


def _of_english(text: str) -> dict[str, float]:
    """Cues of single words are looked up word by word, which is ten times quicker than searching for each."""
    openings, phrases, full = _english()
    lower = text.lower().replace("’", "'")
    words = _ENGLISH_WORD.findall(lower)
    counts = Counter(chain.from_iterable(map(_cues_of, words)))
    for name, phrase in _phrases_with(frozenset(phrases.keys() & words)):
        counts[name] += len(phrase.findall(lower))
    for name, opening in openings:
        counts[name] += opening.match(lower) is not None
    found = dict.fromkeys(full, 0.0)
    for name, count in counts.items():
        found[name] = min(1.0, count / full[name])
    found["numbers"] = _quantities_en(lower, words)
    found["figures"] = _figures_en(text)
    found["percent"] = float("%" in text or "％" in text or "percent" in text or "per cent" in text)
    found["names"] = min(1.0, len(_CAPITALS.findall(text)) / ENOUGH)
    found["lead_in"] = float(text.rstrip().endswith(_ANNOUNCES) or announces(text))
    found["spoken"] = 0.0
    return found


@cache
def _listed() -> dict[str, dict[str, Any]]:
    return tomllib.loads(files("digest.summarizers").joinpath("cues.toml").read_text("utf-8"))


@cache
def _chinese() -> dict[str, Cue]:
    def cue(entry: dict[str, Any]) -> Cue:
        if entry["where"] == "start":
            return _opens(re.compile(f"{_OPENERS}(?:{'|'.join(entry['zh'])})"))
        plain = [spelt for one in entry["zh"] for spelt in _spelt_out(one)]
        return _count(re.compile("|".join(plain)), entry["full"])

    return {name: cue(entry) for name, entry in _listed().items()}


def _spelt_out(alternative: str) -> list[str]:
    """*alternative* as several that begin with a character each.

    Where all alternatives do, `re` looks at nothing but their first characters
    until one fits, which makes a search several times quicker.
    """
    if found := re.match(r"\[([^\]\\^-]+)\](?![*+?{])", alternative):
        return [first + alternative[found.end() :] for first in found.group(1)]
    if found := re.match(r"\\d\{1,(\d)\}", alternative):
        rest = rf"\d{{0,{int(found.group(1)) - 1}}}{alternative[found.end() :]}"
        return [digit + rest for digit in "0123456789０１２３４５６７８９"]
    if found := re.match(r"\(\?:([^()\[\]\\?*+]+)\)(?![*+?{])", alternative):
        return [first + alternative[found.end() :] for first in found.group(1).split("|")]
    return [alternative]


Phrase = tuple[str, re.Pattern[str]]


@cache
def _english() -> tuple[list[Phrase], dict[str, list[Phrase]], dict[str, int]]:
    """Patterns that must open the sentence; those of more than a word; how many of each cue are full.

    Patterns of more than a word come by a word that each of their phrases has, the longest:
    "in effect" is looked for where there is an "effect", not wherever there is an "in".
    """
    openings: list[Phrase] = []
    phrases: dict[str, list[Phrase]] = {}
    listed = _listed()
    for name, entry in listed.items():
        if entry["where"] == "start":
            openings.append((name, re.compile(rf"{_OPENERS}(?:{'|'.join(entry['en'])})\b")))
            continue
        longer = [one for one in entry["en"] if not _ONE_WORD.fullmatch(one)]
        pattern = re.compile(rf"\b(?:{'|'.join(longer)})\b")
        for word in sorted({_telling(one) for phrase in longer for one in _spelt_apart(phrase)}):
            for spelt in (word, f"{word}'", f"{word}'s"):
                phrases.setdefault(spelt, []).append((name, pattern))
    return openings, phrases, {name: entry["full"] for name, entry in listed.items()}


@lru_cache(maxsize=4096)
def _phrases_with(words: frozenset[str]) -> tuple[Phrase, ...]:
    """The patterns of more than a word that may fit a sentence with these of their words."""
    _, phrases, _ = _english()
    return tuple(dict.fromkeys(one for word in sorted(words) for one in phrases[word]))


def _spelt_apart(phrase: str) -> list[str]:
    """A pattern once for each alternative of its first group, as far as no group stands in another."""
    group = re.match(r"([^()]*)\(\?:([^()]+)\)(.*)", phrase)
    return [group[1] + one + group[3] for one in group[2].split("|")] if group else [phrase]


def _telling(phrase: str) -> str:
    """The longest word in front of the first group of a pattern that stands in all it fits."""
    words: list[str] = re.findall(r"\b[a-z]+(?![\w?*+{])", phrase.partition("(")[0])
    return max(words, key=len)


@lru_cache(maxsize=65_536)
def _cues_of(word: str) -> tuple[str, ...]:
    """The cues that one lower-case English word gives wherever it stands."""
    bare = _CONTRACTED.sub("", word)
    return tuple(name for name, one in _single_words().items() if one.fullmatch(bare))


@cache
def _single_words() -> dict[str, re.Pattern[str]]:
    words = {
        name: [one for one in entry["en"] if _ONE_WORD.fullmatch(one)]
        for name, entry in _listed().items()
        if entry["where"] == "anywhere"
    }
    return {name: re.compile("|".join(found)) for name, found in words.items() if found}


def _count(pattern: re.Pattern[str], full: int) -> Cue:
    search = pattern.search
    if full == 1:
        return lambda text: 1.0 if search(text) else 0.0

    def cue(text: str) -> float:
        found, place = 0, search(text)
        while place and found < full:
            found, place = found + 1, search(text, max(place.end(), place.start() + 1))
        return found / full

    return cue


def _opens(pattern: re.Pattern[str]) -> Cue:
    match = pattern.match
    return lambda text: 1.0 if match(text) else 0.0


def _at_end(pattern: re.Pattern[str]) -> Cue:
    """1 where *pattern*, which ends in ``$``, fits the end of the sentence."""
    return lambda text: 1.0 if pattern.search(text, max(0, len(text) - 40)) else 0.0


def _names(text: str) -> float:
    return min(1.0, (len(_LATIN.findall(text)) + len(_CHINESE_NAMES.findall(text))) / ENOUGH)


def _figures_en(text: str) -> float:
    if _ANY_FIGURE.search(text) or any(word in text for word in _MAY_COUNT):
        return min(1.0, len(_FIGURE_EN.findall(text)) / ENOUGH)
    return 0.0


def _quantities_en(lower: str, words: list[str]) -> float:
    found = 0
    if _ANY_FIGURE.search(lower):
        rest, found = _QUANTITY_EN.subn(" ", lower)
        words = _ENGLISH_WORD.findall(rest)
    if found < ENOUGH_QUANTITIES:
        found += sum(map(_NUMBER_WORDS.__contains__, words))
    return min(1.0, found / ENOUGH_QUANTITIES)


def _quote_share(text: str) -> float:
    return min(1.0, sum(map(len, quotation.spoken(text))) / max(1, len(text)))


def _bare_quote(text: str) -> float:
    """A quotation without its speaker, or a piece of one."""
    if text.count("“") != text.count("”") or text.count('"') % 2 == 1:
        return 1.0
    if not (_OPEN_QUOTE.search(text) and _CLOSE_QUOTE.search(text)):
        return 0.0
    return 0.0 if _SAYS.search(quotation.outside(text)) else 1.0


_LONGEST_LABEL = 24
"""In units of `clauses.length`."""
_TELLS = re.compile(r"[了着过得]|有|[没非]")
_LABEL_EN = re.compile(r"[A-Z][^.:;!?]{1,40}: [A-Z][^.:;!?]{2,70}\.?$")
_VERB_EN = re.compile(
    r"\b(?:is|are|was|were|be|been|has|have|had|do|does|did|will|can|may|must|[a-z]+(?:ed|s))\b"
)


def _is_label(text: str) -> bool:
    """Names somebody and says nothing of them: "石桥创始人何静，38岁。", "Ann Lee: Head of Trams."."""
    if has_han(text):
        if length(text) > _LONGEST_LABEL or _TELLS.search(text):
            return False
        return not any(mark[:1] in "vdilp" for _, mark in tagged(text))
    return _LABEL_EN.match(text) is not None and _VERB_EN.search(text.partition(": ")[2]) is None


_leads_in = _at_end(_LEAD_IN)
ENOUGH_QUANTITIES = 2
_CHINESE_QUANTITIES = _count(_QUANTITY, ENOUGH_QUANTITIES)
_ANY_FIGURE = re.compile(r"\d")

ENOUGH = 5
"""So many names or figures are all that can count."""

_OF_CHINESE_MARKS: dict[str, Cue] = {
    "numbers": _CHINESE_QUANTITIES,
    "figures": lambda text: min(1.0, len(_FIGURE.findall(text)) / ENOUGH),
    "percent": lambda text: float(_PERCENT.search(text) is not None),
    "names": _names,
    "lead_in": lambda text: 1.0 if announces(text) else _leads_in(text),
    "spoken": _count(
        re.compile("|".join(f"{sign}(?=[，。！？,!?]|$)" for sign in "呢吧啊嘛呀哦啦哎") + "|啥|咋|挺"), 1
    ),
}
"""Those that English has in other ways, or not at all."""

_OF_MARKS: dict[str, Cue] = {
    # A transcript has no marks, but a question has its particle.
    "question": _at_end(re.compile(r"(?:[?？]|[吗呢])[”’\"'」』）)]*$")),
    "exclamation": _at_end(re.compile(r"[!！][”’\"'」』）)]*$")),
    "unfinished": lambda text: 0.0 if _FINISHED.search(text) else 1.0,
    "trails_off": _at_end(_TRAILS_OFF),
    "aside": _count(re.compile(r"[（(][^）)]{3,}[）)]"), 1),
    "bare_quote": _bare_quote,
    "quote_share": _quote_share,
    "opens_quote": _opens(_OPEN_QUOTE),
}
