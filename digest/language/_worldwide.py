"""Bodies of many countries by whose they are: 国际泳联. Pure, for `digest.language._bodies`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from digest.language import _name_data as data
from digest.language import alternatives
from digest.language.lazy import regex

LAST_WORDS = frozenset((*data.WORLDWIDE_ZH, *data.FEDERATIONS_ZH))
_MOST_BEFORE = 12
_WHOSE = "国际|世界|全球|联合国|欧洲|亚洲|非洲|美洲|亚太|东南亚|泛美|阿拉伯|北大西洋"
_NAMED = regex(
    rf"(?:(?:{_WHOSE})(?![级性上各界间化社])(?:(?!(?:{_WHOSE})|[的了是和与及或等被把在对向从以为者多些各])[\u4e00-\u9fff]){{2,8}}"
    rf"{alternatives.pattern(data.WORLDWIDE_ZH)}"
    rf"|(?:国际|世界|亚洲|欧洲|亚|欧|中国|美国|英国|法国|德国|日本|韩国|巴西|英格兰|意大利|西班牙){alternatives.pattern(data.FEDERATIONS_ZH)})$"
)
_MANY = regex(
    "(?:监管|评级|研究|医疗|金融|投资|慈善|人权|援助|救援|救助|媒体|政府|民间|公益|环保|人道|人道主义|学术|教育|体育|咨询|调查|新闻|专业"
    "|多边|恐怖|犯罪|极端|贩毒|主要|知名|权威|著名|检测|检验|信用|会计|审计|法律|司法|执法|管理|认证|科研|服务|合作|社会|妇女|宗教|动物保护"
    "|试点|旅游|培养|指定|合格|非营利|非盈利|评估|统计|智库|中介|培训|代理|合法|相关|有关|恐怖主义)(?:组织|机构)$"
)
"""Such bodies there are several of: 国际评级机构."""


def find(text: str, words: Sequence[tuple[int, str]]) -> Iterator[tuple[int, int]]:
    """Where such bodies stand: *words*, with their places, may be their last ones."""
    for place, last in words:
        if last in LAST_WORDS:
            end = place + len(last)
            named = _NAMED.search(text, max(0, place - _MOST_BEFORE), end)
            if named and not _MANY.search(named.group()):
                yield named.start(), end
