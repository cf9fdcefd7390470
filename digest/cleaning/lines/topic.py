"""Is a paragraph about what the article is about? Likeness to the title and the rest of the text. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import cached_property, lru_cache
from itertools import islice
from operator import add

from digest.cleaning.lines.rows import Row
from digest.language import alternatives
from digest.language.lazy import regex
from digest.language.script import HAN
from digest.language.words import content_words, idf_of_simplified, stop_words

_LATIN = regex(r"[a-z][a-z0-9'’.-]*[a-z0-9]")
_UNIT = regex(rf"[{HAN}]{{2,}}|{_LATIN.pattern}")
# Each pattern begins with a class of signs or with plain words: so other text is skipped at once.
_PRICE = regex(r"[\d¥￥$€£](?:(?<=\d)[\d,.]*\s*万?(?:元|块钱)|(?<=[¥￥$€£])\s?\d)")
_COMMERCE_WORDS = (
    "售价 起步价 黄牛 优惠 折扣 促销 下单 预订 包邮 到手价 加价 门店 报价"
    " 二手 团购 满减 旗舰店 淘宝 京东 拼多多 闲鱼 得物 天猫"
    " 加盟 咨询电话 热线 招生 报名 学费 楼盘 首付 理财 贷款 减肥 祛痘 整形 中奖".split()
)
_COMMERCE = regex(alternatives.pattern(_COMMERCE_WORDS))
_SHOP_WORDS = ("discount", "coupon", "buy now", "sale", "price", "off", "shipping")
_PRICE_SIGNS, _CUT_SIGNS = frozenset(("元", "块钱", *"¥￥$€£")), frozenset(("…", "..."))
"""What no price is without, and no cut end."""
SHAPING = _PRICE_SIGNS | _CUT_SIGNS | {*_COMMERCE_WORDS, *_SHOP_WORDS}
"""What speaks against a paragraph has one."""
_SHOP = {word: re.compile(rf"{word}(?<!\w{word})\b") for word in _SHOP_WORDS}
_DIGIT = regex(r"\d")
_CUT_OFF = regex(r"(?:\.{3,}|…+)\s*(?:\[?(?:详细|更多|全文|more)\]?)?$")


@lru_cache(maxsize=128)
def units(fold: str) -> AbstractSet[str]:
    """Pairs of Chinese characters, and Latin words. An article asks for those of a line several times."""
    return _cut(_UNIT.findall(fold))


@lru_cache(maxsize=16)
def _latin_units(fold: str) -> AbstractSet[str]:
    """Those without a Chinese character."""
    return _cut(_LATIN.findall(fold))


def _cut(runs: Iterable[str]) -> set[str]:
    found: set[str] = set()
    for run in runs:
        if run.isascii():
            found.add(run)
        else:
            found.update(map(add, run, run[1:]))
    return found


def share_in(own: AbstractSet[str], fold: str) -> float:
    """Share of *own* units that a text has too, 0 to 1: a few are looked for, and the text is not cut up."""
    pairs = [unit for unit in own if _HAN_PAIR.fullmatch(unit)]
    found = sum(map(fold.__contains__, pairs))
    if len(pairs) < len(own):
        found += len(own & _latin_units(fold))
    return found / len(own) if own else 0.0


_HAN_PAIR = regex(f"[{HAN}]{{2}}")


def weights(fold: str) -> dict[str, float]:
    """Content words of a text, in Simplified, each with its weight: rare words tell the subject."""
    return {word: idf_of_simplified(word) for word in set(content_words(fold))}


_LIMITS = ((0.45, 0.1), (1.0, 0.12))
"""Highest likeness (of the usual one) and share of common words of a foreign paragraph: of one whose shape
stands out, and of one whose shape is an advertisement's beyond doubt."""
_STRANGE = 0.2
"""Share of common words below which a sentence between lines of the site is not the article's."""
SAMPLE, _LONGEST = 60, 600
"""Paragraphs that stand for an article, and characters that stand for a paragraph."""


def _shape(row: Row) -> int:
    """How much a paragraph looks like an advertisement or a teaser: kinds of price words, a cut end."""
    cut = 2 * bool(_CUT_OFF.search(row.fold[-24:]))
    # Hardly an advertisement without a number.
    if not _DIGIT.search(row.fold):
        return cut
    words = {*_PRICE.findall(row.fold), *_COMMERCE.findall(row.fold)}
    words.update(word for word in _SHOP_WORDS if word in row.fold and _SHOP[word].search(row.fold))
    return cut + len(words)


def _shapes(body: Sequence[Row], told: Mapping[str, AbstractSet[str]]) -> list[int]:
    """The shape of each; [] where none can be two. *told*: what each line has of the `SHAPING`, and more."""
    found = [SHAPING & told[row.fold] for row in body]
    if not any(map(_may_stand_out, body, found)):
        return []
    return [_shape(row) if hints else 0 for row, hints in zip(body, found, strict=True)]


def _may_stand_out(row: Row, hints: AbstractSet[str]) -> bool:
    """Whether the shape of a paragraph can be two."""
    if not hints.isdisjoint(_CUT_SIGNS):
        return True
    kinds = len(hints - _PRICE_SIGNS)
    if kinds < 2 and kinds < len(hints):
        kinds += len(set(_PRICE.findall(row.fold)))
    return kinds > 1


def _share(own: AbstractSet[str], others: AbstractSet[str]) -> float:
    return len(own & others) / len(own) if own else 0.0


class Topic:
    """What the paragraphs of an article share, and how alike to it they usually are.

    Worked out when something asks for it, from a sample of the paragraphs.
    """

    def __init__(self, rows: Sequence[Row], title: str, told: Mapping[str, AbstractSet[str]]) -> None:
        """*told*: what the folded text of each row has of the `SHAPING`, and more."""
        self._rows, self._title_text, self._told = rows, title, told
        self._cut: dict[int, set[str]] = {}

    @cached_property
    def _title(self) -> AbstractSet[str]:
        return units(self._title_text)

    @cached_property
    def _units(self) -> dict[int, AbstractSet[str]]:
        prose = [row for row in self._rows if row.is_prose]
        step = max(1, len(prose) // SAMPLE)
        return {row.number: units(row.fold[:_LONGEST]) for row in prose[::step]}

    @cached_property
    def _shared(self) -> tuple[AbstractSet[str], AbstractSet[str]]:
        """The title's units with those of any paragraph, and with those of more than one."""
        several, told = set(self._title), set[str]()
        for own in self._units.values():
            several |= told & own
            told |= own
        return told | self._title, several

    @cached_property
    def usual(self) -> float:
        """The median likeness of a paragraph."""
        marks = sorted(self._alike.values())
        return marks[len(marks) // 2] if marks else 0.0

    @cached_property
    def _alike(self) -> dict[int, float]:
        """The likeness of the paragraphs of the sample, each by its number."""
        several = self._shared[1]
        return {number: _share(own, several) for number, own in self._units.items()}

    def likeness(self, row: Row) -> float:
        """Share of the row's units that other paragraphs or the title have too, 0 to 1."""
        known = self._alike.get(row.number)
        return _share(units(row.fold[:_LONGEST]), self._shared[0]) if known is None else known

    def foreign(self, body: Sequence[Row]) -> list[int]:
        """Places in *body* of paragraphs on another subject, put in by someone else.

        Only a shape that speaks against a paragraph (prices, a cut end) makes it
        a suspect: by subject alone, anecdotes and asides of 1,100 real articles
        look as foreign as what was put in. The limits part the two.
        """
        shapes = _shapes(body, self._told) if len(body) >= 4 else []
        if max(shapes, default=0) < 2:
            return []
        usual_shape = sorted(shapes)[len(shapes) // 2]
        found = []
        for at, (row, shape) in enumerate(zip(body, shapes, strict=True)):
            stands_out = shape - usual_shape
            if stands_out < 2 or self._names_shared(row) or not self.usual:
                continue
            likeness = self.likeness(row) / self.usual
            limit = _LIMITS[stands_out >= 6]
            if likeness < limit[0] and self._common_words(row) < limit[1]:
                found.append(at)
        return found if len(found) * 3 <= len(body) else []

    def is_strange(self, row: Row) -> bool:
        """It shares no name with the title and hardly a content word with the rest."""
        return not self._names_shared(row) and self._common_words(row) < _STRANGE

    @cached_property
    def _texts(self) -> list[str]:
        """The title and a sample of the paragraphs."""
        texts = [self._title_text, *(row.fold[:_LONGEST] for row in self._rows if row.is_prose)]
        return [text.casefold() for text in texts[:: max(1, len(texts) // SAMPLE)]]

    def _words(self, place: int) -> set[str]:
        if place not in self._cut:
            self._cut[place] = set(content_words(self._texts[place]))
        return self._cut[place]

    def _is_shared(self, word: str) -> bool:
        """Whether it is a content word of more than one text; only those that hold it are cut into words."""
        holding = (place for place, text in enumerate(self._texts) if word in text)
        return len(list(islice((place for place in holding if word in self._words(place)), 2))) > 1

    def _common_words(self, row: Row) -> float:
        """Share, by weight, of the row's content words that the rest of the article has too."""
        own = weights(row.fold[:_LONGEST])
        total = sum(own.values())
        return sum(weight for word, weight in own.items() if self._is_shared(word)) / total if total else 1.0

    def _names_shared(self, row: Row) -> bool:
        """A Latin name of the title stands in the paragraph."""
        own = units(row.fold) & self._title
        return any(unit.isascii() and unit not in stop_words("en") for unit in own)
