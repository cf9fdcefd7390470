"""Boxes that say themselves that they are not the article: "Related stories", 推荐阅读. Pure.

A teaser under such a label is prose like any other, and all extractors take it
for the end of the article. Where class names tell nothing, the label does: the
box that opens with it holds something else. Where no box does, only the label
is taken out, since the article may go on after it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from digest.intake.page.blocks import Block
from digest.language.script import simplify

# A label is one word of the first row and one or two of the second: 相关阅读, 为您推荐, 热门新闻推荐.
_WHICH_ZH = (
    "更多 相关 推荐 热门 热点 热文 延伸 精彩 精选 最新 最近 为你 为您 猜你 猜您 你可能 您可能 可能 "
    "今日 本周 往期 近期 编辑 时报 大家都在 点击 阅读 视频 其他 其它 新闻 文章 拓展"
)
_WHAT_ZH = (
    "内容 阅读 新闻 文章 报道 推荐 资讯 专题 链接 图集 图片 视频 排行 排行榜 热门 热榜 喜欢 精选 "
    "感兴趣 也感兴趣 会喜欢 回顾 头条 看 发表 观察"
)
_WHICH_EN = "related recommended trending popular latest other further suggested featured more most top"
_WHAT_EN = (
    "article articles story stories news post posts content link links topic topics reading read viewed "
    "shared popular video videos coverage columns"
)
_PHRASES = (
    "related",
    "recommended",
    "recommended for you",
    "you may like",
    "you may also like",
    "you might like",
    "you might also like",
    "you may be interested in",
    "read also",
    "read next",
    "see also",
    "up next",
    "what to read next",
    "don't miss",
    "editor's picks",
    "editors' picks",
    "more on this",
    "more on this story",
    "more on this topic",
    "more like this",
    "around the web",
    "from around the web",
    "lesen sie auch",
    "mehr zum thema",
    "das könnte sie auch interessieren",
    "das könnte dich auch interessieren",
    "weitere artikel",
    "à lire aussi",
    "lire aussi",
    "sur le même sujet",
    "leer también",
    "te puede interesar",
    "noticias relacionadas",
    "leggi anche",
    "articoli correlati",
    "leia também",
    "leia mais",
    "lees ook",
    "czytaj także",
    "czytaj też",
    "читайте также",
    "関連記事",
    "関連ニュース",
    "関連リンク",
    "おすすめ記事",
    "人気記事",
    "新着記事",
    "あわせて読みたい",
)


def _any(words: str | Sequence[str]) -> str:
    return "|".join(map(re.escape, words.split() if isinstance(words, str) else words))


_LABEL = re.compile(
    rf"(?:{_any(_WHICH_ZH)})(?:{_any(_WHAT_ZH)}){{1,2}}"
    rf"|(?:{_any(_WHICH_EN)})(?: \w+)? (?:{_any(_WHAT_EN)})"
    rf"|{_any([simplify(phrase) for phrase in _PHRASES])}"
)
_LONGEST_LABEL = 40  # characters
_FEWEST_ABOVE = 80  # characters of the article that must stand above: a channel may have such a name
_MOST_BLOCKS = 60  # of a box: a larger one is the page
_BLOCKS_A_LINK = 4  # at most, in a box of teasers; a chapter of the article has fewer links


def labelled(found: Sequence[Block], body: Sequence[bool]) -> frozenset[int]:
    """Indices of the blocks of boxes that open with such a label, below the article's beginning."""
    inside: set[int] = set()
    above = 0
    for at, block in enumerate(found):
        if at in inside:
            continue
        if above >= _FEWEST_ABOVE and is_label(block.text):
            inside.update(_box(found, at))
        elif body[at]:
            above += len(block.text)
    return frozenset(inside)


def is_label(text: str) -> bool:
    """Whether a line says nothing but that other articles follow."""
    if len(text) > _LONGEST_LABEL:
        return False
    line = simplify(text).lower().replace("’", "'").strip(" \t:：|>»·-—【】[]（）()▼↓")
    return _LABEL.fullmatch(line) is not None


def _box(found: Sequence[Block], label: int) -> range:
    """The smallest box that opens with the block *label* and holds more than it; else the label alone."""
    for box in reversed(found[label].boxes):
        if label and box in found[label - 1].boxes:
            break
        end = label + 1
        while end < min(len(found), label + _MOST_BLOCKS + 1) and box in found[end].boxes:
            end += 1
        if end > label + 1:
            linked = sum(block.linked > 0 for block in found[label:end])
            many = end - label > _MOST_BLOCKS or linked * _BLOCKS_A_LINK < end - label - 1
            return range(label, label + 1 if many else end)
    return range(label, label + 1)
