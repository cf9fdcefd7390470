"""What a publication asks of its readers, in a sentence as good as the author's: 訂閱本刊，每週一期。 Pure.

It is known by two signs together. It speaks to the reader: an order opens it, or it says 您, 本报, 别忘了.
And it has words of what publications are used with (``interface.toml``) that the article has not for
itself: one that tells of members, of codes and of subscriptions has them all through.
"""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from functools import cache

from digest.cleaning.judging.interface import strong_words
from digest.language.lazy import begun, regex

_LONGEST, _FEWEST_WORDS, _FEWEST_OTHERS = 60, 2, 3
"""Characters of an appeal, strong words in one that does not open with an order for readers, and sentences of
the article beside it."""
_TRADE = (
    "文章 本文 这篇 推送 按赞 赞助 好新闻 本期 下期 完整影片 完整内容 隐私权政策 言论 张贴 公告 星标 报名"
    " 影音 电子版 月刊 周刊 杂志 粉丝"
    " 商品 好物 选购 抢购 团购 点购 开购 下单 优惠 折扣 电商 商城 商店 文创 周边 指定 陆续推出 限量 满额 免运"
).split()
"""Words that publications use besides, of which none is a button; those of the shops that they keep."""
_ORDERS = regex(
    r"(?:[快来请先赶立马上即]{0,3})(?:加入|订阅|关注|追踪|下载|点击|点选|扫描|扫码|长按|成为|赞助|星标|登录|登入|分享|转发|收藏|按赞|点赞|留言)"
)
"""How an appeal opens."""
_SPEAKS = begun(
    "您别不要记敬欢快立马赶我小本请，,等支认喜力想看读如若觉更",
    r"您|别忘了?|不要忘了?|记得|敬请|欢迎|快来|快揪|立即|马上|赶快|我们的|小编|本[报站网刊号台]|请[见至上洽参]|^请(?!求|假|客|教|愿|来|到|他|她|人|了)|[，,]请(?!求|假|客|教|愿|来|到|他|她|人|了)"
    r"|等(?:着)?你(?:来|快|买|选|抢|点|购)|支持\S{1,6}(?:请|就来|快来)|(?:认同|喜欢|力挺)\S{1,8}请"
    r"|^(?:想|喜欢|看完|读完|如果你|若你|觉得|更多)",
)
_TELLS = regex(
    r"[说称道](?:[，,：:]|$)|表示|认为|指出|透露|强调|呼吁|提醒|建议|宣布|回忆|(?<!忘)[了着](?!解)|(?<![错不])过(?!程)|[“「『\"]"
)
"""What happened, or what somebody in the article says."""


def appeals(sentences: Sequence[str]) -> Set[int]:
    """Places of the folded *sentences* that are the publication's: at most a quarter, at the end a third."""
    words = _words()
    may: dict[int, Set[str]] = {}
    for at, text in enumerate(sentences):
        if (
            len(text) <= _LONGEST
            and text[-1] in _ENDS
            and (_SPEAKS.search(text) or _ORDERS.match(text))
            and not _TELLS.search(text)
        ):
            may[at] = frozenset(words.findall(text))
    if not may or len(sentences) - len(may) < _FEWEST_OTHERS:
        return frozenset()
    own = frozenset(
        word for at, text in enumerate(sentences) if at not in may for word in words.findall(text)
    )
    found = {
        at
        for at, own_words in may.items()
        if len(own_words - own) >= (1 if _ORDERS.match(sentences[at]) else _FEWEST_WORDS)
    }
    # A guide or a letter speaks to its reader all through; two behind a short text are its publication's.
    closing = len(found) <= _CLOSING and min(found, default=0) >= len(sentences) - _CLOSING
    most = _MOST_OF_SHORT if closing else _MOST_OF
    is_guide = len(found) * most > len(sentences) or len(may) * 2 > len(sentences)
    return frozenset() if is_guide else found


_MOST_OF, _MOST_OF_SHORT, _CLOSING = 4, 3, 2
_ENDS = "。！!？?~～）)"
"""A line without one is a heading, or was judged by its place."""


@cache
def _words() -> re.Pattern[str]:
    words = sorted({*strong_words(), *_TRADE}, key=lambda word: (-len(word), word))
    latin = "|".join(re.escape(word) for word in words if word.isascii())
    return regex(rf"(?<![a-z])(?:{latin})(?![a-z])|" + "|".join(word for word in words if not word.isascii()))
