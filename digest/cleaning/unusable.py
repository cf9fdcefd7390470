"""When no honest digest can be made of a text: broken bytes, keyword stuffing, spun sentences. Pure."""

from __future__ import annotations

import re
import tomllib
import zlib
from collections import Counter
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from functools import cache
from pathlib import Path

from digest.cleaning.edits import garble
from digest.cleaning.strewn import strewn
from digest.cleaning.text.letters import HAN_SIGN, Characters
from digest.errors import UnusableText
from digest.language.lazy import regex
from digest.language.script import HAN, has_han, simplify
from digest.language.words import content_words, stop_words
from digest.model import Sentence

_SAMPLE = 20_000


def refuse(
    path: str,
    whole: Characters,
    told: AbstractSet[str],
    sentences: Sequence[Sentence],
    quotable: Sequence[str],
    sound: bool,
    smuggled: int = 0,
    title: str = "",
    put_in: int = 0,
) -> None:
    """Raise `UnusableText` with the reason, or return.

    *whole* is the folded text of the page, *told* what it has of the words `swapped`, and more; *quotable*
    are those of its *sentences* that may be printed; *sound* says that its characters are known to be;
    *smuggled* is the size of the lines that are spam; *title* is the page's, folded; *put_in* different
    words of the other script were put into its sentences.
    """
    if put_in >= _FEWEST_PUT_IN and _SHARE_PUT_IN * put_in >= len(sentences):
        raise UnusableText(
            path,
            "words of the other script were put into its sentences",
            "it was written for search engines; leave it out",
        )
    broken = sum([len(sentence.text) for sentence in sentences if "garble" in sentence.traits])
    read = sum(map(len, quotable))
    if broken > read or (not sound and _broken(whole.text)):
        raise UnusableText(
            path, "most of it is broken bytes", "save the page again in its own encoding, or as UTF-8"
        )
    if garble.has_holes(whole.text[:_SAMPLE]):
        raise UnusableText(
            path,
            "characters of it were lost, question marks stand in their place",
            "save the page again in its own encoding, or as UTF-8",
        )
    if whole.has(HAN_SIGN) and garble.has_dropped(whole.text):
        raise UnusableText(
            path,
            "the characters of one script were lost from it",
            "save the page again in its own encoding, or as UTF-8",
        )
    if not quotable or (len(quotable) == 1 and _is_headline(quotable[0])):
        raise UnusableText(path, "no running text was found in it", "save the article itself, not a listing")
    if read < _LONGEST_GATE[has_han(whole.text)] and any(
        _GATE.search(simplify(text).lower()) for text in quotable
    ):
        raise UnusableText(path, "it is the page that stands before the article", "save the article itself")
    if smuggled > read and read < _LEAST_BESIDE_SPAM:
        raise UnusableText(path, "most of it is spam", "leave it out")
    if _is_found(quotable, whole.text):
        raise UnusableText(path, "it lists what a search found", "save the article itself, not a listing")
    text = "\n".join(quotable)[:_SAMPLE]
    if reason := _stuffed(text, quotable, whole) or _spun(text, told) or _torn(text, title):
        raise UnusableText(path, reason, "it was written for search engines; leave it out")


_FEWEST_PUT_IN, _SHARE_PUT_IN = 3, 6
"""Three, and one for every six sentences: the others it may have spoilt in other ways."""
_LONGEST_HEADLINE = 60
"""Characters of one."""


def _is_headline(text: str) -> bool:
    """Whether it asks, calls or breaks off: left alone of a page, a line of its menu or its contents."""
    return len(text) <= _LONGEST_HEADLINE and text.rstrip("”’」』\"'")[-1:] in "？?！!…"


_FOUND_AT = regex(
    r"^(?:https?://)?(?:[\w-]+\.)+[a-z]{2,6}(?: [›»>] \S{1,60}){1,6}\s*$"
    r"|^\S{4,80} - (?:百度|搜狗|网页)?快照\b"
    r"|^(?:\d{1,3}\s?(?:分钟|小时|天|周|个月|年)前"
    r"|\d{1,3} (?:minutes?|hours?|days?|weeks?|months?|years?) ago"
    r"|(?:19|20)\d\d年\d{1,2}月\d{1,2}日|[a-z]{3} \d{1,2}, (?:19|20)\d\d)\s?(?:[-–—·]|\.\.\.|…)\s",
    re.M,
)
"""Where a search found something, and how long ago, in front of some words of it."""
_FEWEST_FOUND = 3


def _is_found(sentences: Sequence[str], whole: str) -> bool:
    """Whether a page lists results: addresses and ages, one for every two or three sentences."""
    may = "›" in whole or "»" in whole or " > " in whole or "快照" in whole
    found = len(_FOUND_AT.findall(whole)) if may else 0
    return found >= _FEWEST_FOUND and 3 * found >= len(sentences)


_LONGEST_GATE = (240, 100)
"""Characters, Latin and Chinese."""
_GATE = regex(
    r"(?:完成|通过|进行|输入)(?:安全|人机)?验证.{0,8}(?:继续|访问|浏览)|环境异常|异常访问|访问(?:过于)?(?:频繁|受限)"
    r"|页面(?:不存在|已删除|走丢)"
    r"|(?:内容|文章|页面)已(?:被|经)?.{0,6}删除|请(?:先)?(?:登录|在微信客户端打开)"
    r"|verify (?:that )?you are (?:a )?human|enable javascript|^access (?:is |was )?denied"
    r"|checking your browser|page (?:was |could )?not (?:be )?found|log in to continue"
    r"|(?:page|it) can[’']?t be found|nothing was found at this location"
    r"|permission to access this (?:page|site|server)"
    r"|the security of your connection|this is your first post|这是您的第一篇文章|浏览器版本(?:过低|太旧)"
    r"|domain (?:name )?(?:is for sale|parking)|(?:此|本|您访问的)域名.{0,4}(?:出售|转让|过期)"
    r"|^(?:本|该)?(?:网站|站点|页面)(?:正在)?(?:建设|维护)中"
    r"|you are (?:not )?a robot|unusual traffic from your|(?:complete|pass) the (?:security check|captcha)"
)
"""What a site shows instead of an article: to whom it must be proved, or that there is none."""
_LEAST_BESIDE_SPAM = 120
"""Characters of an article into whose page somebody put spam; fewer are a line of the spam itself."""


def _broken(whole: str) -> bool:
    sample = whole[:_SAMPLE]
    return garble.lost_bytes(sample) * 4 > len(sample) or garble.common_share(sample) < 0.6


def _stuffed(text: str, sentences: Sequence[str], whole: Characters) -> str | None:
    """Keyword stuffing and text from a spinner, each with its evidence; None for all else."""
    if len(text) < _SHORTEST_STUFFED:
        return None
    raw = text.encode("utf-8", "surrogatepass")
    chinese = len(raw) > 2 * len(text)
    many = _SHARE_OF_ONE_PAIR[chinese] * len(text)
    few = _VARIETY * min(len(text), 3000)
    if len(raw) < _MOSTLY_ASCII * len(text) and _is_varied(raw):
        return _listed(sentences) if whole.has(HAN_SIGN) else None
    kinds, most = whole.pairs()
    if kinds < few or most > many:
        # Menus repeat themselves: in Chinese, which has words enough, what counts is the text without them.
        own = Characters(text).pairs()[1]
        if (kinds < few or not chinese or own > many) and (reason := _repeating(text, raw, own, sentences)):
            return reason
    return _listed(sentences) if whole.has(HAN_SIGN) else None


def _repeating(text: str, raw: bytes, commonest: int, sentences: Sequence[str]) -> str | None:
    """*commonest*: how often the commonest pair of neighbours stands in *text*, which is *raw* in UTF-8."""
    if len(raw) > 1500 and len(zlib.compress(raw)) < 0.16 * len(raw):
        return "it repeats the same phrases over and over"
    return _one_word(text, commonest) or _one_phrase(text, commonest, len(sentences))


_SHARE_OF_ONE_PAIR = (0.02, 0.03)
"""In Latin text and in Chinese, which has more words to the character."""
_VARIETY = 0.3
"""Of two neighbouring letters: what a text must exceed, or fall below, to be looked at closely."""


_SHARE_OF_ONE_WORD = 0.22
"""Of content words. A flash on bonds says "bond" in one word of five; stuffed pages pass a quarter."""


_MOSTLY_ASCII = 1.1
"""Bytes to the character."""
_APART = bytes(byte if chr(byte).isalnum() and byte < 128 else 32 for byte in range(256)).lower()


@cache
def _stops() -> frozenset[bytes]:
    return frozenset(word.encode() for word in stop_words("en"))


def _is_varied(raw: bytes) -> bool:
    """Whether a text in Latin letters plainly has words enough: one in four another, none of them common.

    Asked of its bytes, which costs next to nothing; a word with a foreign letter falls apart.
    """
    words = Counter(raw.translate(_APART).split())
    content = [times for word, times in words.items() if word not in _stops()]
    total = sum(content)
    return (
        total >= _FEWEST_WORDS and total < 4 * len(content) and max(content) < _SHARE_OF_ONE_WORD / 2 * total
    )


_FEWEST_WORDS = 60


_PHRASES = (((3, 0.1),), ((4, 0.16), (3, 0.18)))
"""Words of a Latin phrase, characters of a Chinese one, and the share of a text that the commonest may take
up: of 1,700 news texts none gave one more than 7 and 12 %."""
_SHORTEST_STUFFED = 130
_FEWEST_PHRASES, _PER_SENTENCE = 6, 1.2
"""How often it is there at least: a refrain stands in each sentence once."""
_PIECE = regex(r"[a-z0-9'’]+")
_HAN_PIECE = regex(rf"[{HAN}]{{3,}}")


def _one_phrase(text: str, commonest: int, sentences: int) -> str | None:
    """A search term that stands in every sentence, made up of words that are common for themselves."""
    chinese = len(text.encode("utf-8", "surrogatepass")) > 2 * len(text)
    pieces = _HAN_PIECE.findall(text) if chinese else [_PIECE.findall(text.lower())]
    total = len(text) if chinese else len(pieces[0])
    for size, share in _PHRASES[chinese]:
        if chinese and commonest * size <= share * total:
            continue  # no phrase is there oftener than its first two characters
        grams = Counter(
            tuple(piece[at : at + size]) for piece in pieces for at in range(len(piece) - size + 1)
        )
        phrase, times = max(grams.items(), key=lambda pair: pair[1], default=((), 0))
        often = times >= max(_FEWEST_PHRASES, _PER_SENTENCE * sentences)
        if often and times * size > share * total:
            shown = ("" if chinese else " ").join(phrase)
            return f"keyword stuffing: {shown!r} stands in it {times} times"
    return None


def _one_word(text: str, commonest: int) -> str | None:
    lines = text.split("\n")
    words: list[str] = []
    for start in range(0, len(lines), _LINES):
        for part in _parts(lines[start : start + _LINES]):
            words += [word for word in content_words(part) if not word.isdecimal()]
            # A word stands in the text no oftener than its commonest pair.
            if commonest <= _SHARE_OF_ONE_WORD * len(words):
                return None
    if len(words) < _FEWEST_WORDS:
        return None
    word, times = Counter(words).most_common(1)[0]
    if times > _SHARE_OF_ONE_WORD * len(words):
        return f"keyword stuffing: {word!r} is {times} of its {len(words)} words"
    return None


_LINES, _FEW = 10, 3
"""Sentences cut into words at a time: of most texts some are enough to see that no word is so common."""


def _parts(lines: Sequence[str]) -> list[str]:
    """*lines* a few at a time where that is the same: without Chinese in it a text is cut in another way."""
    parts = ["\n".join(lines[at : at + _FEW]) for at in range(0, len(lines), _FEW)]
    return parts if all(map(has_han, parts)) else ["\n".join(lines)]


_FEWEST_KINDS, _SPUN_DENSITY = 6, 1 / 120
"""Different words of a spinner's table, and how many of a character: writers stay far below either."""


@cache
def _table() -> tuple[str, ...]:
    return tuple(tomllib.loads((Path(__file__).parent / "spinner.toml").read_text("utf-8"))["swapped"])


@cache
def swapped() -> frozenset[str]:
    """The words that a spinner puts in the place of others."""
    return frozenset(_table())


def _spun(text: str, told: AbstractSet[str]) -> str | None:
    """Text whose common words a program replaced by rare ones."""
    if len(swapped() & told) < _FEWEST_KINDS:
        return None
    folded = simplify(text)
    counts = {word: folded.count(word) for word in _table()}
    kinds = [word for word, count in counts.items() if count]
    if len(kinds) >= _FEWEST_KINDS and sum(counts.values()) > _SPUN_DENSITY * len(text):
        return f"a program replaced its words by others, as {kinds[0]!r} and {kinds[-1]!r} show"
    return None


def _torn(text: str, title: str) -> str | None:
    pieces = strewn(text, title)
    return (
        f"pieces of its title stand all over it, as {pieces[0]!r} and {pieces[1]!r} show" if pieces else None
    )


_HAN_RUN = regex(r"[\u4e00-\u9fff]{2}.*[\u4e00-\u9fff]{2}.*[\u4e00-\u9fff]{2}")
_PARTING = ",，、|｜/_"
_LISTING = regex(rf"[{_PARTING}\s]+")
_BESIDE_LATIN = regex(rf"(?<=[{HAN}]) (?=[A-Za-z0-9])|(?<=[A-Za-z0-9]) (?=[{HAN}])")
"""A blank that many set between the two scripts parts no terms."""
_FEWEST_TERMS, _LONGEST_TERMS = 8, 6
"""Of a list; fewer letters than these to a term, on average."""


def _listed(sentences: Sequence[str]) -> str | None:
    """Sentences that are nothing but short terms in a row."""
    whole = "".join(sentences)
    # Of eight terms or more, shorter than six letters on average, one sign in eight parts two of them.
    if 2 * 8 * sum(map(whole.count, _PARTING + " \t\u3000")) < len(whole):
        return None
    half, running = len(whole) / 2, 0
    for text in sorted(sentences, key=len, reverse=True):
        if not _is_list(text):
            running += len(text)
            if running >= half:
                return None
    return "most of it is lists of search terms"


def _is_list(text: str) -> bool:
    if len(text) < 2 * _FEWEST_TERMS - 1 or text.isascii():
        return False
    # Counted before it is cut: most sentences have too few marks, or too many letters for them.
    words, marks = text.split(), sum(map(text.count, _PARTING))
    most = marks + len(words)
    if most < _FEWEST_TERMS or sum(map(len, words)) - marks >= _LONGEST_TERMS * most:
        return False
    terms = [term for term in _LISTING.split(_BESIDE_LATIN.sub("", text)) if term]
    few = len(terms) < _FEWEST_TERMS
    if few or sum(map(len, terms)) >= _LONGEST_TERMS * len(terms):
        return False
    return _HAN_RUN.search(text) is not None
