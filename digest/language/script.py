"""Which script a text is in, and Chinese of one script into the other. Pure.

Every conversion keeps the length: the character at *i* of the result stands
for the character at *i* of the text, so places found in one hold in the other.
OpenCC knows the characters and the phrases; its one gap that matters for news
is closed here (著 as a particle, in 對著, stays 著 in its tables).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

from digest.language.lazy import regex
from digest.model import Script

BEYOND = "\U00020000-\U000323af"
HAN = "\u3005\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff" + BEYOND
"""Chinese characters, as the inside of a character class of a regular expression."""

_HAN = regex(f"[{HAN}]")
_FROM_HAN_ON = regex(f"[{HAN[0]}-{HAN[-1]}]")
_HAN_RUN = regex(f"[{HAN}]+")
_LATIN = regex(r"[A-Za-z\u00c0-\u024f\u1e00-\u1eff]+")
_LETTERS = {
    "Kana": "\u3041-\u30fa\u30fd-\u30ff\uff66-\uff9f",
    "Hang": "\u1100-\u11ff\uac00-\ud7af",
    "Cyrl": "\u0400-\u052f",
    "Arab": "\u0600-\u06ff",
    "Grek": "\u0370-\u03ff",
    "Hebr": "\u0590-\u05ff",
    "Deva": "\u0900-\u097f",
    "Thai": "\u0e00-\u0e7f",
}
_DENSE = ("Hani", "Kana", "Hang", "Thai")
"""Scripts without blanks between words."""
_SCRIPTS = {
    name: re.compile(f"[{letters}]" + ("" if name in _DENSE else "+")) for name, letters in _LETTERS.items()
}
_OTHER = regex(f"[{''.join(_LETTERS.values())}]")
_HAN_PER_WORD = 1.6  # characters of a Chinese word on average; a Latin word counts as one

# 著 is zhù, and stays, in these words; elsewhere it is the particle, 着 on the mainland.
_ZHU = regex(
    "著(?![名作称稱述者录錄书書译譯论論撰《〈]|有[《〈「『“多大等数數])"
    "(?<![显顯名原专專论論巨编編卓昭土合遗遺拙译譯新所知撰]著)"
    r"(?<!\s著)"
)


def has_han(text: str) -> bool:
    """Whether a Chinese character stands in *text*."""
    # One range is looked through ten times as fast as several, and Latin text has nothing in it.
    wide = None if text.isascii() else _FROM_HAN_ON.search(text)
    return wide is not None and _HAN.search(text, wide.start()) is not None


@cache
def _opencc(config: str) -> Any:
    import opencc

    return opencc.OpenCC(config)


def _same_length(text: str, config: str) -> str:
    converter = _opencc(config)
    converted: str = converter.convert(text)
    if len(converted) == len(text):
        return converted
    # A phrase of OpenCC's changed the length: character by character no phrase applies.
    single = [converter.convert(character) for character in text]
    return "".join(new if len(new) == 1 else old for new, old in zip(single, text, strict=True))


@cache
def convertible() -> str:
    """The characters of the basic plane that OpenCC's t2s changes, alone or in some phrase (沈 in 沈思).

    Worked out from its tables. Most texts have none of them, and need neither the converter nor to load it.
    """
    return (Path(__file__).parent / "convertible.txt").read_text("utf-8").replace("\n", "")


@cache
def _convertible() -> re.Pattern[str]:
    # Beyond the basic plane `re` is slow to tell single characters: there all Chinese may be changed.
    return re.compile(f"[{convertible()}{BEYOND}]")


def simplify(text: str) -> str:
    """*text* in Simplified characters, of the same length; other scripts untouched."""
    if text.isascii() or _convertible().search(text) is None:
        return text
    simple = _same_length(text, "t2s")
    return _ZHU.sub("着", simple) if "著" in simple else simple


def simplify_all(texts: Sequence[str]) -> list[str]:
    """`simplify` of each of *texts*, together: every call of OpenCC costs as much as some dozen words."""
    joined = "\n".join(texts)
    if joined.isascii() or _convertible().search(joined) is None:
        return list(texts)
    simple = _opencc("t2s").convert(joined).split("\n")
    if list(map(len, simple)) != list(map(len, texts)):
        return list(map(simplify, texts))
    return [_ZHU.sub("着", text) if "著" in text else text for text in simple]


def convert(text: str, script: Script) -> str:
    """*text* in the given script, of the same length; ``keep`` gives it back as it is."""
    if script == "simplified":
        return simplify(text)
    if script == "traditional" and not text.isascii() and _HAN.search(text):
        return _same_length(text, "s2t")
    return text


def _shares(text: str, han: str) -> dict[str, float]:
    """Words of each script, about; *han* are the Chinese characters of *text*."""
    shares = {"Hani": float(len(han)), "Latn": float(len(_LATIN.findall(text)))}
    if _OTHER.search(text):
        shares |= {name: float(len(each.findall(text))) for name, each in _SCRIPTS.items()}
    return {name: words / _HAN_PER_WORD if name in _DENSE else words for name, words in shares.items()}


def _han_script(han: str) -> str:
    """Traditional where GB 2312 lacks more characters than Big5 does; those that neither has tell nothing."""
    kept = len(han.encode("gb2312", "ignore"))
    if kept == 2 * len(han):
        return "Hans"
    return "Hant" if len(han.encode("big5", "ignore")) > kept else "Hans"


_SAMPLE = 20_000  # characters that decide; a longer text does not change its script


def script_of(text: str) -> str:
    """ISO 15924 code of the script most words are in; ``Zyyy`` when there is no letter.

    Chinese is ``Hans`` or ``Hant`` by the characters that only GB 2312 or only
    Big5 has; a text with neither is ``Hans``. Japanese is ``Jpan``, Korean ``Kore``.
    """
    text = text[:_SAMPLE]
    han = "".join(_HAN_RUN.findall(text))
    if len(han) > _HAN_PER_WORD * (len(text) - len(han)) and not _OTHER.search(text):
        return _han_script(han)  # were every other sign a word, they would be fewer
    shares = _shares(text, han)
    best = max(shares, key=lambda name: shares[name])
    if not shares[best]:
        return "Zyyy"
    kana = shares.get("Kana", 0.0)
    if best in ("Hani", "Kana") and kana > 0.1 * (shares["Hani"] + kana):
        return "Jpan"
    if best == "Hani":
        return _han_script(han)
    return "Kore" if best == "Hang" else best


_BY_SCRIPT = {
    "Hans": "zh",
    "Hant": "zh",
    "Jpan": "ja",
    "Kore": "ko",
    "Arab": "ar",
    "Grek": "el",
    "Hebr": "he",
    "Deva": "hi",
    "Thai": "th",
}

# The words a text of the language cannot do without; shared ones decide nothing by themselves.
_COMMON = {
    language: frozenset(words.split())
    for language, words in {
        "en": "the of and to in is that for it with as was on are by this be from at have not which but his",
        "de": "der die und das von den mit ist des für nicht ein eine auf sich dem auch es als an werden aus",
        "fr": "le la les des et est dans une pour qui que sur pas au du par plus avec ce il elle sont cette",
        "es": "el la los las de que en y una por con para se del es no su al lo como más pero fue este",
        "it": "il di che la per una del non sono della con gli dei nel è anche alla si più ma delle dal",
        "pt": "o os as que de em uma para com não do da dos das no na por mais se foi ao como são também",
        "nl": "de het een van en in is dat op te zijn met voor niet aan er om ook als bij uit naar maar",
        "sv": "och att det som en på är av för med den till inte har om ett från var de så men kan vid",
        "cs": "a se na je že v s z to do o i jako za by pro jsou ale byl jeho od po který není také",
        "pl": "w i na z się nie do że to jest o jak po co ale za od przez jego dla są był oraz tym",
        "ru": "и в не на что с по как это для из от за его то но был они так также при или уже",
        "uk": "і в не на що з до та як це для від за його але був вони так також при або вже є",
    }.items()
}
_SPOKEN_IN = {
    word: [language for language, words in _COMMON.items() if word in words]
    for word in frozenset().union(*_COMMON.values())
}
_WORD = regex(r"[^\W\d_]+")


def language_of(text: str, script: str | None = None) -> str:
    """ISO 639-1 code of the language of most words, ``und`` when it cannot be told; *script*: where known."""
    text = text[:_SAMPLE]
    script = script or script_of(text)
    if script not in ("Latn", "Cyrl"):
        return _BY_SCRIPT.get(script, "und")
    found = _WORD.findall(text.lower())
    votes = dict.fromkeys(_COMMON, 0)
    for word in found:
        for language in _SPOKEN_IN.get(word, ()):
            votes[language] += 1
    best = max(votes, key=lambda language: votes[language])
    # One common word in fifty is too few for a text, and none for a headline.
    return best if votes[best] > len(found) / 50 else "und"


@cache
def is_common(character: str) -> bool:
    """Is a Chinese character in daily use: of GB 2312's first level (3,755) or of Big5's (5,401)?"""
    for encoding, last in (("gb2312", 0xD7), ("big5", 0xC6)):
        try:
            if character.encode(encoding)[0] <= last:
                return True
        except UnicodeEncodeError:
            continue
    return False
