"""Words of a text: for themes, keywords and likeness. Pure.

Chinese is cut by jieba's dictionary and algorithm, through `rjieba` (Rust, 20
times faster, no loading time) or through jieba itself where rjieba has no
wheel; a test holds the two together. Everything comes out folded (Simplified,
lower case), so that 董事會 and 董事会, OpenAI and openai are one word.
`units` needs no dictionary at all and is what likeness is measured in.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache, lru_cache
from pathlib import Path

from digest.language.beside import beside
from digest.language.lazy import regex
from digest.language.remembered import Remembered
from digest.language.script import HAN, simplify

_HERE = Path(__file__).parent
_IS_WORD = regex(r"[^\W_]")
_HAS_HAN = regex(f"[{HAN}]")
_LATIN_WORD = regex(r"[^\W_]+(?:[.'’+#&-]+[^\W_]+)*[+#]*")
_UNIT = regex(rf"[{HAN}]+|[^\W_{HAN}]+(?:[.'’-][^\W_{HAN}]+)*")

# --- cutting -------------------------------------------------------------------


def words(text: str) -> list[str]:
    """Words in order, folded; marks and blanks left out. Numbers count as words."""
    return list(filter(None, map(_folded, _cut(simplify(text)))))


def content_words(text: str, language: str = "") -> list[str]:
    """`words` without stop words, single Chinese characters and bare numbers of one digit."""
    found = list(filter(None, map(_telling, _cut(simplify(text)))))
    if language in ("", "zh", "en"):
        return found
    stops = stop_words(language)
    return [word for word in found if word not in stops]


def content_stems(simple: str, language: str = "") -> frozenset[str]:
    """The different `content_words` of a text in Simplified script, English ones by their `stem`."""
    cut = _cut(simple)
    if language not in ("", "zh", "en"):
        stops = stop_words(language)
        cut = [word for word in cut if _folded(word) not in stops]
    return frozenset(filter(None, map(_STEMMED.__getitem__, set(cut))))


# A text has few different words and many of each: all are asked once a word, not once a place.
@lru_cache(maxsize=65_536)
def _folded(cut: str) -> str:
    """A piece of text as a word, "" when it is only marks or blanks."""
    word = cut.casefold()
    return word if _IS_WORD.search(word) else ""


@lru_cache(maxsize=65_536)
def _telling(cut: str) -> str:
    """The same for `content_words` in Chinese and English."""
    word = _folded(cut)
    return word if len(word) > 1 and word not in _stops() else ""


def _stemmed(cut: str) -> str:
    """The same for `content_stems`."""
    word = cut.casefold()
    if len(word) < 2 or word in _stops() or not _IS_WORD.search(word):
        return ""
    return stem(word) if word.isascii() else word


_STEMMED = Remembered(_stemmed)


def _cut(text: str) -> list[str]:
    return _engine()(text) if _HAS_HAN.search(text) else _LATIN_WORD.findall(text)


@cache
def _engine() -> Callable[[str], list[str]]:
    return _rjieba() or _jieba()


def _rjieba() -> Callable[[str], list[str]] | None:
    try:
        from rjieba import cut  # of the one dictionary that it loads; `tagged` takes the same
    except ImportError:
        return None
    return cut


def _jieba() -> Callable[[str], list[str]]:
    import logging
    import warnings

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # jieba 0.42 imports pkg_resources, which warns
        import jieba
    jieba.setLogLevel(logging.WARNING)
    return jieba.Tokenizer().lcut  # type: ignore[no-any-return]


def is_noun(word: str) -> bool:
    """Whether a Chinese word is a noun, a verbal noun or a place (内部)."""
    mark = part_of_speech(word)
    return mark[:1] in ("n", "f") or mark in ("vn", "an")


def part_of_speech(text: str) -> str:
    """Of its first word, as jieba's dictionary tags it (ICTCLAS); "" where there is none."""
    return next((mark for _, mark in tagged(text)), "")


@lru_cache(maxsize=16_384)
def tagged(text: str) -> tuple[tuple[str, str], ...]:
    """The words of a text with their parts of speech (ICTCLAS), blanks left out."""
    try:
        from rjieba import tag
    except ImportError:
        from jieba.posseg import lcut

        tag = lcut
    return tuple((word, mark) for word, mark in tag(text) if not word.isspace())


# --- units ---------------------------------------------------------------------


def units(text: str) -> list[str]:
    """Overlapping pairs of Chinese characters, and folded, lightly stemmed other words, in order.

    For ranking and likeness they equal a dictionary's words within the noise.
    A Chinese run of one character is a unit of its own. *text* is simplified:
    half of the time would go into the conversion, which its caller has done.
    """
    found: list[str] = []
    for run in _UNIT.findall(text.lower()):
        if not _HAS_HAN.match(run):
            found.append(stem(run) if run.isascii() else run)
        elif len(run) == 1:
            found.append(run)
        else:
            found += [run[at : at + 2] for at in range(len(run) - 1)]
    return found


@lru_cache(maxsize=65_536)
def stem(word: str) -> str:
    """Lower-case English *word* without its commonest endings: companies, quitting, resigned.

    Plurals after Harman (1991), then -ing and -ed where a vowel and three
    letters remain. Never an irregular form; a stem is a key, not a word.
    """
    word = word.replace("’", "'")
    if word.endswith("'s"):
        word = word[:-2]
    if len(word) < 4 or not word.isalpha():
        return word
    if word.endswith("ies") and not word.endswith(("eies", "aies")):
        word = word[:-3] + "y"
    elif word.endswith("es") and word.endswith(("sses", "xes", "ches", "shes", "zes")):
        word = word[:-2]
    elif word.endswith("s") and not word.endswith(("us", "ss", "is")):
        word = word[:-1]
    for ending in ("ing", "ed"):
        base = word.removesuffix(ending)
        if base != word and len(base) >= 3 and re.search("[aeiouy]", base):
            return _undouble(base)
    return word[:-1] if len(word) > 4 and word.endswith("e") else word


def _undouble(base: str) -> str:
    if base[-1] == base[-2] and base[-1] not in "lsz":
        return base[:-1]
    return base[:-1] if len(base) > 4 and base.endswith("e") else base


# --- what words weigh ------------------------------------------------------------


@cache
def stop_words(language: str) -> frozenset[str]:
    """Folded words that carry no subject; empty for a language nobody made a list for."""
    own = _HERE / f"stopwords_{language}.txt"
    if own.is_file():
        return frozenset(own.read_text("utf-8").split())
    shipped = beside("sumy", f"data/stopwords/{_SUMY_NAMES.get(language, language)}.txt")
    return frozenset(shipped.read_text("utf-8").casefold().split()) if shipped else frozenset()


@cache
def _stops() -> frozenset[str]:
    """Those of Chinese and English."""
    return stop_words("zh") | stop_words("en")


_SUMY_NAMES = {
    "ar": "arabic",
    "cs": "czech",
    "de": "german",
    "el": "greek",
    "es": "spanish",
    "fr": "french",
    "he": "hebrew",
    "it": "italian",
    "ja": "japanese",
    "ko": "korean",
    "pl": "polish",
    "pt": "portuguese",
    "sk": "slovak",
    "sv": "swedish",
    "uk": "ukrainian",
}


_IDF_OF_STOP_WORD = 1.0
_IDF_MEDIAN = 11.9547675029  # of jieba's table: what jieba gives a word it does not know


def idf(word: str) -> float:
    """How much a word tells: about 1 for a stop word, 12 for one nobody has counted.

    Chinese words by jieba's table of document frequencies.
    """
    return idf_of_simplified(simplify(word))


@lru_cache(maxsize=65_536)
def idf_of_simplified(word: str) -> float:
    """`idf` of a word from a text that is simplified already: nearly all of its time goes into that."""
    word = word.casefold()
    if word in _stops():
        return _IDF_OF_STOP_WORD
    return float(_idf_table().get(word, _IDF_MEDIAN))


@cache
def _idf_table() -> dict[str, str]:
    """Of strings: most are never asked for, and turning each into a number would double the time."""
    path = beside("jieba", "analyse/idf.txt")
    if path is None:
        return {}
    fields = path.read_text("utf-8").split()
    return dict(zip(fields[::2], fields[1::2], strict=True))
