"""Pages that a program strung together round what is searched for. Pure."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import islice

from digest.cleaning.lines.topic import share_in, units
from digest.language import alternatives
from digest.language.lazy import regex
from digest.language.script import HAN

_SIGNS = (
    "知识点 碰巧 到此就结束 到此结束 本站内容 在本站进行 本站查找 将给你拓展 将给您拓展"
    " 可以忽略 篇幅可能 为大家解答 还不知道 小伙伴都在问 相关新闻】 相关资讯】 相关新闻] 相关资讯]"
).split()
"""One of these has each frame."""
_SIGN = regex(alternatives.pattern(_SIGNS))
_SLOT = r"[^。！？\n]{2,80}?"
_FRAMES = regex(
    rf"(?P<a>文章(?:主要)?(?:给大家|为大家|为各位)(?:谈谈|介绍|分享|说说){_SLOT}对应的知识点)"
    rf"|(?P<b>给(?:各位|大家)分享{_SLOT}的知识，其中也会对{_SLOT}进行解释)"
    r"|(?P<c>碰巧解决(?:你|您)(?:现在)?面临的问题)"
    rf"|(?P<d>(?:的介绍|的内容|的知识|的问题)(?:分享)?到此(?:就)?(?:分享)?结束了?.{{0,3}}?(?=不知道(?:你|您)|如果(?:你|您)还想|希望对|更多))"
    r"|(?P<e>(?:你|您)从中找到(?:你|您)需要的(?:信息|答案|内容)了吗)"
    r"|(?P<f>记得收藏(?:和)?关注本站|别忘了(?:收藏|关注)本站|不要忘了收藏本站)"
    rf"|(?P<g>的介绍就聊到这里吧)|(?P<h>更多关于{_SLOT}(?:信息|内容)别忘了在本站)"
    rf"|(?P<i>小伙伴都在问{_SLOT}这(?:两个|个|些)问题)|(?P<j>还将给(?:你|您)拓展{_SLOT}等相关知识)"
    rf"|(?P<k>大家要是都明白.{{0,3}}那么可以忽略)|(?P<l>相信很大概率可以解决(?:你|您)的问题)"
    rf"|(?P<m>(?:朋友|小伙伴){_SLOT}不(?:太|是很|是特别)(?:懂|清楚|明白|了解)[^。\n]{{0,16}}今天就由(?:我|小编)来?为大家)"
    r"|(?P<n>文章篇幅可能[偏较]长)|(?P<o>小编来?为大家解答)"
    r"|(?P<p>很多(?:人|朋友|小伙伴)还不知道.{0,3}(?:现在|接下来|下面)(?:让我们|就让我们|我们)?一起来看看吧)"
)
"""What generators write before and behind what they copied, the searched words in the slots. Each is theirs
for itself; a writer may hit on one of them."""
_FEWEST_FRAMES = 2
_CALLED = regex(r"(?:谈谈|各位分享|大家分享|都在问)(?P<term>[^，。！？\n以\x27\x22]{2,24})")


def reason(text: str, title: str | None, read: Sequence[str]) -> str | None:
    """Why the folded *text* of a page is no article; None for all else. *read*: the sentences left of it."""
    if _is_emptied(text):
        return "a program took words out of its quotation marks"
    if formula := _formula(read):
        return f"a program strung it together from formulas, as {formula!r}"
    if term := _thrown_in(text, title or ""):
        return f"keyword stuffing: {term!r} was thrown in between its words"
    if term := _instead_of_us(text, title or ""):
        return f"keyword stuffing: {term!r} stands where a writer says we"
    if _SIGN.search(text) is None:
        return None
    if len({found.lastgroup for found in _FRAMES.finditer(text)}) >= _FEWEST_FRAMES:
        if called := _CALLED.search(text):
            return f"a program wrote it round what is searched for, {called['term']!r}"
        return _ROUND
    labels = islice(_LABEL.finditer(text), _MOST_LABELS)
    return _ROUND if any(_is_foreign(text, label) for label in labels) else None


_ROUND = "a program wrote it round what is searched for"
_MOST_LABELS = 3
_LABEL = regex(r"^[【\[](?P<term>[^】\]\n]{3,40}?)的?相关(?:新闻|资讯)[】\]](?=[^\n]{30})", re.M)
_SHARED = 0.3
"""Of the pairs of its characters."""


def _is_foreign(text: str, label: re.Match[str]) -> bool:
    """Whether a heading in front of a paragraph names what nothing else on the page is about."""
    own = units(label["term"])
    return share_in(own, text[: label.start()] + text[label.end() :]) < _SHARED if own else False


_EMPTY = regex(r"「\s*」|『\s*』|“\s*”")
_FEWEST_EMPTY, _EMPTY_DENSITY = 5, 1 / 200
"""Of 708 Chinese texts none had a single pair of such marks with nothing in it."""


def _is_emptied(text: str) -> bool:
    """Whether quotation marks stand around nothing again and again: what was in them a translator lost."""
    if text.count("」") + text.count("”") + text.count("』") < _FEWEST_EMPTY:
        return False
    return len(_EMPTY.findall(text)) >= max(_FEWEST_EMPTY, _EMPTY_DENSITY * len(text))


_CLAUSE = regex(r"[，,；;、]")
_FEWEST_CLAUSES, _CLAUSES_OF_ONE, _SHORTEST_CLAUSE = 60, 9, 4
"""Clauses of a text, and of its sentences on average: writers stay below half of that."""
_SHARE_OF_FORMULAS = 0.12
"""Of its clauses those that stand in it more than once, word for word."""


def _formula(read: Sequence[str]) -> str | None:
    """The commonest clause of a text whose endless sentences share theirs: 时尚有品味，不起球不褪色."""
    if sum([text.count("，") for text in read]) < max(_FEWEST_CLAUSES, _CLAUSES_OF_ONE * len(read)) - len(
        read
    ):
        return None
    clauses = [clause for text in read for clause in _CLAUSE.split(text.rstrip("。！？!?"))]
    clauses = [clause for clause in clauses if len(clause) >= _SHORTEST_CLAUSE]
    times = Counter(clauses)
    again = sum(count for count in times.values() if count > 1)
    if len(clauses) < _FEWEST_CLAUSES or again < _SHARE_OF_FORMULAS * len(clauses):
        return None
    return times.most_common(1)[0][0]


_TERM = regex(rf"[{HAN}a-z0-9]{{4,16}}")
_FEWEST_THROWN, _MOST_TERMS = 3, 4
_BEGINS = "(?=我们?(?!国|军|方|校|市|省|县)|你|您|他们|她们|大家|那么|随着|所以|但是|而且)"
"""How sentences begin that have a subject of their own, or a connective."""


def _thrown_in(text: str, title: str) -> str | None:
    """A part of the title that stands again and again in front of sentences with a subject of their own."""
    for term in _TERM.findall(title)[:_MOST_TERMS]:
        if text.count(term) > _FEWEST_THROWN and len(re.findall(term + _BEGINS, text)) >= _FEWEST_THROWN:
            return str(term)
    return None


_GRAM, _LONGEST_KEYWORD, _FEWEST_INSTEAD = 5, 14, 4
"""Characters of a keyword, at least and at most, and how often it stands."""
_FEWEST_I = 4
"""How often whoever wrote it says I or you, and never we."""
_SHARE_BEFORE_VERB, _EARLIEST = 0.6, 0.1
"""Of a keyword's places those that a pronoun could have; of a page, what stands above the first: a subject
is named at once."""
_I = regex(r"[我你](?![们国军方校])")
_SOLD = regex(
    r"视频|直播|官网|网站|app|下载|平台|影院|影视|漫画|在线|娱乐|体育|彩票|棋牌|电影|小说|成人|免费"
)
"""What a keyword sells: one of these is part of it."""
_BEFORE_VERB = regex(
    r"[都也就还要会能没不把被将已再才却便只可]|从[未来没]|应该|必须|需要|一[起直]|共同|常常|总[是会]|每个|在(?=[这那一])|彼此"
)
"""How a sentence goes on behind we."""
_HAN_OR_LATIN = regex(rf"[{HAN}a-z0-9]{{5,}}")


def _instead_of_us(text: str, title: str) -> str | None:
    """A keyword put in the place of every 我们: where somebody says I and you, and never we.

    It is never cut short, as what an article is about is, and neither quoted nor in the title.
    """
    if "我们" in text or "咱们" in text or not _SOLD.search(text):
        return None
    if sum(1 for _ in islice(_I.finditer(text), _FEWEST_I)) < _FEWEST_I:
        return None
    runs = _HAN_OR_LATIN.findall(text)
    grams = Counter(run[at : at + _GRAM] for run in runs for at in range(len(run) - _GRAM + 1))
    seeds = [gram for gram, times in grams.items() if times >= _FEWEST_INSTEAD]
    for keyword in sorted({_whole(seed, text) for seed in seeds[:_MOST_SEEDS]}):
        if _SOLD.search(keyword) and keyword not in title and _is_pronoun(keyword, text):
            return keyword
    return None


_MOST_SEEDS = 40


def _whole(seed: str, text: str) -> str:
    """*seed* with what stands beside it wherever it stands."""
    whole, times = seed, text.count(seed)
    while len(whole) < _LONGEST_KEYWORD:
        at = text.index(whole)
        wider = (text[max(0, at - 1) : at + len(whole)], text[at : at + len(whole) + 1])
        longer = next(
            (
                each
                for each in wider
                if each[0].isalnum() and each[-1].isalnum() and each != whole and text.count(each) == times
            ),
            "",
        )
        if not longer:
            break
        whole = longer
    return whole


def _is_pronoun(keyword: str, text: str) -> bool:
    places = [found.start() for found in re.finditer(re.escape(keyword), text)]
    if len(places) < _FEWEST_INSTEAD or places[0] < _EARLIEST * len(text):
        return False
    if any(text[at - 1] in '“「『《【"' for at in places):
        return False
    head, tail = keyword[:2], keyword[-2:]
    if text.count(head) != len(places) * keyword.count(head) or text.count(tail) != len(
        places
    ) * keyword.count(tail):
        return False
    before = sum(_BEFORE_VERB.match(text, at + len(keyword)) is not None for at in places)
    return before >= _SHARE_BEFORE_VERB * len(places)
