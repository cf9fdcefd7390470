"""Boxes that say themselves that they are not the article: "Related stories", 推荐阅读, "12 comments". Pure.

A teaser under such a label is prose like any other, and all extractors take it
for the end of the article. Where class names tell nothing, the label does: the
box that opens with it holds something else. Where no box does, only the label
is taken out, since the article may go on after it.
"""

from __future__ import annotations

import re
from collections import Counter
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
    "感兴趣 也感兴趣 会喜欢 回顾 头条 看 发表 观察 快讯 要闻"
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

_COMMENT_WORDS = (
    "评论",
    "网友评论",
    "全部评论",
    "最新评论",
    "热门评论",
    "精彩评论",
    "精选评论",
    "读者评论",
    "文章评论",
    "评论区",
    "发表评论",
    "跟帖",
    "跟贴",
    "网友跟帖",
    "网友留言",
    "精选留言",
    "网友回应",
    "comments",
    "comment",
    "reader comments",
    "leave a comment",
    "join the conversation",
    "join the discussion",
    "have your say",
    "kommentare",
    "kommentar",
    "leserkommentare",
    "kommentar schreiben",
    "schreibe einen kommentar",
    "commentaires",
    "commentaire",
    "vos réactions",
    "comentarios",
    "commenti",
    "comentários",
    "reacties",
    "komentarze",
    "комментарии",
    "コメント",
)


def _any(words: str | Sequence[str]) -> str:
    return "|".join(map(re.escape, words.split() if isinstance(words, str) else words))


_LABEL = re.compile(
    rf"(?:{_any(_WHICH_ZH)})[\s·・•/]{{0,3}}(?:{_any(_WHAT_ZH)}){{1,2}}"
    rf"|(?:{_any(_WHICH_EN)})(?: \w+)? (?:{_any(_WHAT_EN)})"
    rf"|{_any([simplify(phrase) for phrase in _PHRASES])}"
)
_COMMENTS = re.compile(
    rf"(?:\d+ ?(?:条)?)?(?:{_any(_COMMENT_WORDS)})(?: ?[(（]? ?\d+ ?(?:条)?[)）]?)?"
    r"|\d+ (?:thoughts?|responses|comments|replies) (?:on|to)\b.*"
)
# "Read more: Why the river floods", linked: a line of the page in the middle of the article.
_POINTER = re.compile(
    rf"(?:{_any([simplify(phrase) for phrase in _PHRASES])}"
    rf"|(?:{_any(_WHICH_ZH)})(?:{_any(_WHAT_ZH)})|此前报道"
    r"|read more|read|also read|see also|more|plus|watch|video|mehr|voir aussi|ver también|vea también)"
    r"(?:\s*[:：|｜→>»]|\s[-–—]\s)"
)
_LONGEST_LABEL = 40  # characters
_FEWEST_ABOVE = 80  # weight of the article that must stand above: a channel may have such a name
_MOST_BLOCKS = 60  # of a box: a larger one is the page
_BLOCKS_A_LINK = 4  # at most, in a box of teasers; a chapter of the article has fewer links
_FEWEST_CARDS = 3
_LONGEST_POINTER = 160  # characters


def labelled(found: Sequence[Block], body: Sequence[bool]) -> frozenset[int]:
    """Indices of the blocks of boxes that open with such a label, below the article's beginning."""
    inside: set[int] = set()
    above = 0
    for at, block in enumerate(found):
        if at in inside:
            continue
        if above >= _FEWEST_ABOVE and is_comments(block.text):
            inside.update(_remarks(found, at))
        elif above >= _FEWEST_ABOVE and is_label(block.text):
            inside.update(_box(found, at))
        elif block.link_share > 0.5 and is_pointer(block.text):
            inside.add(at)
        elif body[at]:
            above += block.weight
    return frozenset(inside)


def is_label(text: str) -> bool:
    """Whether a line says nothing but that other articles follow."""
    return len(text) <= _LONGEST_LABEL and _LABEL.fullmatch(_plain(text)) is not None


def is_comments(text: str) -> bool:
    """Whether a line says nothing but that readers' comments follow, and how many."""
    return len(text) <= 2 * _LONGEST_LABEL and _COMMENTS.fullmatch(_plain(text)) is not None


def is_pointer(text: str) -> bool:
    """Whether a line, if it is a link, points to another article."""
    return len(text) <= _LONGEST_POINTER and _POINTER.match(_plain(text)) is not None


def _plain(text: str) -> str:
    return simplify(text).lower().replace("’", "'").strip(" \t:：|>»·-—【】[]（）()▼↓")


def _box(found: Sequence[Block], label: int) -> range:
    """The box that opens with *label*, if it is one of links or cards; else the label alone."""
    box = _opened(found, label)
    linked = sum(found[at].linked > 0 for at in box)
    few = linked * _BLOCKS_A_LINK < len(box) - 1 and _cards(found, box) < _FEWEST_CARDS
    return range(label, label + 1) if few or len(box) > _MOST_BLOCKS else box


def _remarks(found: Sequence[Block], label: int) -> range:
    """The box that opens with *label*; else, of a heading, the list behind it: WordPress sets comments so."""
    box, behind = _opened(found, label), label + 1
    if len(box) > 1 or "heading" not in found[label].flags or behind == len(found):
        return box
    around = set(found[label].boxes)
    opened = next((each for each in found[behind].boxes if each not in around), None)
    end = behind
    while end < len(found) and opened in found[end].boxes and "list" in found[end].flags:
        end += 1
    return range(label, end)


def _opened(found: Sequence[Block], label: int) -> range:
    """The smallest box that opens with the block *label* and holds more than it; else the label alone."""
    for box in reversed(found[label].boxes):
        if label and box in found[label - 1].boxes:
            break
        end = label + 1
        while end < len(found) and box in found[end].boxes:
            end += 1
        if end > label + 1:
            return range(label, end)
    return range(label, label + 1)


def _cards(found: Sequence[Block], box: range) -> int:
    """How many boxes of several blocks stand side by side in *box*."""
    depth = len(set(found[box[0]].boxes) & set(found[box[-1]].boxes))
    blocks = Counter(found[at].boxes[depth] for at in box if len(found[at].boxes) > depth)
    return sum(count > 1 for count in blocks.values())
