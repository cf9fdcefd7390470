"""Chinese firms and the Latin names that other texts of a story give them. Pure, for `newcomers`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from digest.language import _name_data as data
from digest.language import alternatives
from digest.language._firms import ALL_HAN, MOSTLY
from digest.language._scan import Scan, is_word, part_of_speech
from digest.language.lazy import regex
from digest.language.readings import commonest
from digest.language.transliteration import likeness, pinyin

_ENDS_TRADES = regex(f"(?:{alternatives.pattern(data.TRADES_ZH)})+$")
_LATIN_WORD = regex(r"[A-Z](?<![\w-][A-Z])[a-z]{3,}(?![\w-])")


def head(firm: str) -> str:
    """A firm's name without its trades: 启明 of 启明证券."""
    return _ENDS_TRADES.sub("", firm) or firm


_SPELLS = 0.86
"""How well a firm's Chinese name must spell its Latin one: 诺德哈夫, Nordhav."""


def readings(
    scan: Scan, firms: Mapping[str, tuple[str, ...]], latin: Iterable[str]
) -> Iterator[tuple[str, str]]:
    """Firms and their readings: 康岳 and Kangyue Medical Group; 启明证券, met once, and Qiming Securities."""
    short = {firm: head(firm) for firm in firms}
    by_reading = {pinyin(name)[0]: firm for firm, name in short.items() if 2 <= len(name) <= 4}
    spelled = {firm: name for firm, name in short.items() if data.TRANSLITERATION.issuperset(name)}
    for name in sorted(set(_LATIN_WORD.findall(scan.text))):
        if name.lower() in by_reading and name.lower() not in data.WIDE_EN:
            yield by_reading[name.lower()], name
    in_trade: dict[str, dict[str, str]] = {}
    for name in latin:
        first, *rest = name.lower().split()
        trade = data.TRADES_EN.get(rest[0], "") if rest else ""
        if len(first) < 4 or first in data.WIDE_EN:
            continue
        if rest and first in by_reading:
            yield by_reading[first], name
        elif (
            rest
            and rest[-1] in data.ORGANISATIONS_EN | data.TRADES_EN.keys()
            and (
                alike := [
                    (fit, firm)
                    for firm, written in spelled.items()
                    if (fit := likeness(written, first)) >= _SPELLS
                ]
            )
        ):
            yield max(alike)[1], name
        elif trade:
            if trade not in in_trade:
                in_trade[trade] = _read_before(scan, trade)
            if first in in_trade[trade]:
                yield in_trade[trade][first], name


def read_as(scan: Scan, bodies: Iterable[str]) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """Of Latin names of organisations: the Chinese one that the first word reads, and the long ones of it.

    恒锐, Hengrui Fluid, (恒锐流体,): two characters, no word, that stand alone and often. No list of
    trades is asked.
    """
    characters: dict[str, list[str]] = {}
    for name in bodies:
        first, *rest = name.split()
        if not rest or not first.isascii() or first.lower() in data.WIDE_EN or len(first) < _LEAST_READING:
            continue
        if not characters:
            for each in sorted(set("".join(ALL_HAN.findall(scan.text)))):
                characters.setdefault(commonest(each), []).append(each)
        read = first.lower()
        fits = [
            one + other
            for end in range(1, len(read))
            for one in characters.get(read[:end], ())
            for other in characters.get(read[end:], ())
            if _stands_alone(scan, one + other)
        ]
        if len(fits) == 1:
            yield fits[0], name, _longer(scan, fits[0])


_LEAST_READING, _LEAST_MET = 5, 3


def _stands_alone(scan: Scan, name: str) -> bool:
    return (
        len(scan.places(name)) >= _LEAST_MET
        and not is_word(name)
        and min(scan.open(name), scan.closed(name)) >= MOSTLY
    )


def _longer(scan: Scan, name: str) -> tuple[str, ...]:
    """*name* with the noun that stands behind it more than once: 恒锐|流体."""
    behind = Counter(scan.text[place + 2 : place + 4] for place in scan.places(name))
    return tuple(
        name + noun
        for noun, count in sorted(behind.items())
        if count > 1 and ALL_HAN.fullmatch(noun) and is_word(noun) and part_of_speech(noun).startswith("n")
    )


def _read_before(scan: Scan, trade: str) -> dict[str, str]:
    """The long names that may stand before *trade*, by the reading of the short one."""
    starts = {place - length: length for length in (2, 3) for place in scan.places(trade) if place >= length}
    found = {}
    for start, length in sorted(starts.items()):
        name = scan.text[start : start + length]
        if ALL_HAN.fullmatch(name):
            found[pinyin(name)[0]] = name + trade
    return found
