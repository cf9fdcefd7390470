"""Firms that no dictionary knows, by what firms are called, have and do. Pure."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from digest.language import _name_data as data
from digest.language import alternatives, openings
from digest.language._scan import Scan, is_word, part_of_speech, weight
from digest.language.lazy import regex

_TRADE = alternatives.pattern(data.TRADES_ZH)
_SPEAKS = (
    r"(?:今日|昨日|[今昨][(（]\d{1,2}[)）]日|日前|随后|又|则|也|还|方面|在公告中|在声明中|已经|已)?"
    "(?:[透通]过(?:声明|公告)|宣布|公布|发布|披露|表示|回应|否认|声明|公告|发声明|发表声明|承认|强调|称(?!为|作|号|呼))"
)
_OF_A_FIRM = (
    "(?:旗下|股价|股东|董事|(?:联合)?创始人|(?:联合)?创办人|发言人|(?:行政|执行|副)?总裁|首席[\u4e00-\u9fff]{1,3}官|高管"
    "|总部|主人|馆长|院长|校长|会长|理事长|合伙人|副?总经理|母公司|子公司|员工|会员|招股书|客户|债权人|C[ETFO]O)"
)
_STRICTLY = regex(f"(?:的前?|前)?{_OF_A_FIRM}|的?(?:最|第[一二三])?大股东|{_SPEAKS}|说(?![法服明话])")
_DEALS = (
    "(?:共|已|曾|将|则|随后|正|就|向[^，。；]{1,6})?(?:买进|买入|购买|采购|收购|并购|出售|供应|承建|领投|裁员|停产|召回|复工|起诉"
    "|提告|索赔|求偿|破产|停牌|上市|募资|融资|增资|增发|申请破产)"
)
_CODE = r"[(（](?:股票代码|证券代码)?[:： ]?(?:\d{4,6}(?:\.[A-Z]{2})?|[A-Z]{2,6}[:：.] ?[A-Z0-9]{1,6})[)）]"
_AS_FIRMS_DO = regex(
    f"(?:{_TRADE})*(?:公司|集团|方面|首席|员工|收购|上市|系|股票|股份|说|推出|发布|{_OF_A_FIRM}|{_SPEAKS}|{_DEALS})"
)
_LONG_ACTS = regex(
    f"(?:的前?|前)?{_OF_A_FIRM}|{_CODE}|成立|承诺|法定代表人|注册资本|[^，。；\n]{{0,12}}?{_SPEAKS}"
)
_OFFICE = regex(f"{alternatives.pattern(data.ROLES_ZH)}$")
_SELLS = regex(_DEALS)
_LISTED = regex(f"(?:{_TRADE})+[ ]?{_CODE}")
_TRADES = regex(f"(?:{_TRADE})+")
_NO_TRADE = regex(f"(?!{_TRADE})")
_CALLED = regex(
    "(?:公司|供应商|开发商|厂商|[台陆港]厂|[陆港台]商|业者|养殖商|饲料厂|巨头|对手|车企|药企|平台|券商|东家|企业|集团|客户|股东|投资方|债权人|银行|保险机构)"
    "(?:名?叫)?$|叫$"
)
_AFTER_CALLED = regex(
    "(?:供应商|开发商|厂商|业者|养殖商|巨头|对手|车企|药企|券商|东家|投资方|保险机构)(?=[\u4e00-\u9fff]{2})"
)
_PLACE = regex("[省市县区州镇村]|自治")
"""江州市: then 江州大学 and 江州医院 are no firm's."""
_FIRM_BY_KIND = regex("(?:银行|集团|公司|俱乐部|证券|保险)$")
_ENDS_TRADE = regex(f"{_TRADE}$")


def _told_of(does: str) -> tuple[frozenset[str], re.Pattern[str]]:
    """How what *does* matches starts, where not with a letter: nowhere else need it be tried."""
    starts = frozenset().union(*map(openings.starts, openings.opened(does)))
    return frozenset(start for start in starts if not start[0].isalpha() or not start.isascii()), re.compile(
        does
    )


_ACTS = _told_of(_SPEAKS)
_HAS = (
    f"(?:{_OF_A_FIRM}|工程师|团队|工厂|产线|股权|估值|投资人|投资者|竞争对手|管理层|门店|园区|车间|研发"
    "|前员工|老员工)"
)
_OWN = _told_of(f"{_OF_A_FIRM}|的前?{_HAS}|[(（][A-Z][a-z]+[)）]")
ALL_HAN = regex("[\u4e00-\u9fff]+")
_LOOSE = frozenset(
    "称说年月日该本其各双方某的了是在和与于及或也都就又还将被把对从向为因而但则其之此由给让这那一二三四五两几各某每家个种名"
)
_LONGEST = 4
_OFTEN, MOSTLY = 3, 0.7
"""Places of a firm without a long name, at least, and their share at which words start and end around it."""
_SHARE = 0.12
"""Of the places of a word that is a firm's name, those at which it does what only firms do, at least."""
_TELLING = 7.2
"""Inverse frequency of words that may be a firm's name or in it: no 市场, no 技术."""


def find(scan: Scan) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Short names, each once, with the long ones that stand in the text, longest first."""
    seen: set[str] = set()
    for name in _short_names(scan, scan.standing(data.TRADES_ZH)):
        if name not in seen:
            seen.add(name)
            if _is_firm(scan, name):
                yield name, _long_names(scan, name)
            else:
                yield from _named_at_length(scan, name)
    for name in _acting(scan):
        if name not in seen:
            yield name, (name,)
    for name in _latin(scan):
        yield name, (name,)
    for name in _offices(scan):
        if name not in seen:
            yield name, (name,)


_RULES = regex(
    "[^，。；\n]{0,12}?(?:说|称|表示|认为|指出|公布|发布|通报|认定|裁定|决定|要求|批准|调查|审查|清点|核查|报告)"
)
_LEAST_PLACES, _OFFICE_STANDS = 4, 0.6


def _offices(scan: Scan) -> Iterator[str]:
    """Authorities that no list has, by how they end, where a text names them over and over: 审计院."""
    ends = [end for pair, places in scan.ending("院署局") if not is_word(pair) for end in places]
    counts = Counter(scan.text[max(0, end - length) : end] for length in (3, 4) for end in ends)
    for name, count in sorted(counts.items()):
        if (
            count >= _LEAST_PLACES
            and ALL_HAN.fullmatch(name)
            and not (is_word(name) or _LOOSE.intersection(name))
            and scan.open(name) >= _OFFICE_STANDS
            and scan.closed(name) >= _OFFICE_STANDS
            and len(scan.behind(name, _RULES)) > 1
        ):
            yield name


_LATIN_ACTS = regex(
    r"(?P<name>[A-Z](?<![A-Za-z0-9.@/-][A-Z])[A-Za-z]*[a-z][A-Za-z]*)[ ]?"
    rf"(?P<does>(?:的前?|前)?{_OF_A_FIRM}|{_SPEAKS}|{_DEALS})"
)
_LATIN_OWNS = regex(f"(?:的前?|前)?{_OF_A_FIRM}")


def _latin(scan: Scan) -> Iterator[str]:
    """Firms in Latin letters that a Chinese text never calls so: who has a founder, and announces."""
    acts: dict[str, set[str]] = defaultdict(set)
    for match in _LATIN_ACTS.finditer(scan.text):
        acts[match["name"]].add(match["does"])
    for name in sorted(acts):
        if len(acts[name]) > 1 and any(map(_LATIN_OWNS.fullmatch, acts[name])):
            yield name


def _short_names(scan: Scan, ends: Sequence[int]) -> list[str]:
    """The names before *ends*, each once."""
    text = scan.text
    befores = {text[end - _LONGEST if end > _LONGEST else 0 : end] for end in _behind_two(scan, ends)}
    return list(filter(None, dict.fromkeys(_short_name(scan, before) for before in sorted(befores))))


def _behind_two(scan: Scan, places: Sequence[int]) -> Iterator[int]:
    """Those of *places* behind two Chinese characters, of which the one before stands behind neither."""
    last = 0
    for place in scan.behind_two(places):
        if place >= last + 2:
            last = place
            yield place


def _short_name(scan: Scan, before: str) -> str:
    """Of *before*, the last two to four characters that start most often where a word may start, or ""."""
    if before not in scan.short_names:
        common = is_word(before[-2:]) and weight(before[-2:]) < _TELLING
        scan.short_names[before] = "" if common else _starts_best(scan, before)
    return scan.short_names[before]


def _starts_best(scan: Scan, before: str) -> str:
    best, name = 0.0, ""
    for length in range(2, _LONGEST + 1):
        written = before[-length:]
        if len(written) < length or not ALL_HAN.fullmatch(written) or _LOOSE.intersection(written):
            break
        places = len(scan.places(written))
        # A longer name takes nothing from a shorter one that it always starts.
        if places <= best * 0.8:
            break
        trade = _ENDS_TRADE.search(written)
        if trade and (len(trade.group()) > 1 or trade.start() > 1):  # 桦云 is no 桦 in the trade of clouds
            continue
        # 陆商|沧屿水产: what calls it a firm stands before the name as a word does.
        starts = max(scan.open(written), scan.before(written, _CALLED) / max(1, places))
        if starts >= 0.5 and starts * places > best * 0.8:
            best, name = starts * places, written
    return name


def _long_names(scan: Scan, name: str) -> tuple[str, ...]:
    long = {name + trades for trades in scan.behind(name, _TRADES)}
    # 每股罗盘娱乐|股份 can be bought.
    long = {each for each in long if each.removesuffix("股份") not in long - {each}}
    return tuple(sorted(long, key=lambda each: (-len(each), each)))


def _is_firm(scan: Scan, name: str) -> bool:
    """Whether *name*, no word, stands alone and before its trade, and does what firms do."""
    if is_word(name) or len(scan.places(name)) < 2 or _is_thing(scan, name):
        return False
    if scan.behind(name, _LISTED):
        return True
    acts = scan.behind(name, _AS_FIRMS_DO) or scan.before(name, _CALLED)
    return bool(acts and scan.behind(name, _NO_TRADE) != [])


def _named_at_length(scan: Scan, name: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """A firm that is called by its long name only, or whose short one is a word (彩虹影业).

    The long name must do what only firms do, and so must the word, to mean the firm alone.
    """
    word = is_word(name)
    if _is_thing(scan, name) or (word and weight(name) < _TELLING):
        return
    long = _long_names(scan, name)
    # A place or a side (北岸) needs more to mean a firm than a thing does.
    least = 2 if _may_name(name) else _OFTEN
    acting = tuple(
        each
        for each in long
        if not is_word(each) and (scan.behind(each, _LONG_ACTS) or scan.before(each, _CALLED))
    )
    # 琥珀 speaks and has shareholders, and 琥珀视频 is a firm: no stone is meant.
    named = acting or any(map(_FIRM_BY_KIND.search, long))
    if word and named and len(scan.behind(name, _STRICTLY)) >= least:
        yield name, long
    elif sum(len(scan.places(each)) for each in acting) > 1 or any(
        scan.behind(each, _LONG_ACTS) and scan.before(each, _CALLED) for each in acting
    ):
        yield acting[0], acting


def _acting(scan: Scan) -> Iterator[str]:
    """Firms without a long name: what no dictionary knows, and has a board, and makes announcements."""
    acts: dict[str, set[str]] = defaultdict(set)
    owned: set[str] = set()
    for told in (_ACTS, _OWN):
        starts, pattern = told
        matches = (pattern.match(scan.text, place) for place in scan.standing(starts))
        does = {match.start(): match.group() for match in matches if match}
        for place in _behind_two(scan, list(does)):
            name = _short_name(scan, scan.text[max(0, place - _LONGEST) : place])
            if name:
                acts[name].add(does[place])
                if told is _OWN:
                    owned.add(name)
    for match in _AFTER_CALLED.finditer(scan.text):
        for length in (2, 3, 4):
            acts[scan.text[match.end() : match.end() + length]].add(match.group())
    for name in sorted(owned):
        if len(name) > 2 and data.TRANSLITERATION.issuperset(name):
            continue  # 马斯克 has companies and speaks, but is none
        if scan.before(name, _OFFICE):
            continue  # 局长周慧敏 has a spokesman
        if _UNDERGONE_AT_MOST * scan.before(name, _UNDERGONE) > len(scan.places(name)):
            continue  # 被不当|取览|的客户: a verb that no dictionary has
        places = len(scan.places(name))
        if is_word(name):
            # A word that is a firm, too, does many things that only firms do, and often.
            signs = len(scan.behind(name, _STRICTLY)) + len(scan.behind(name, _SELLS))
            enough = len(acts[name]) >= _OFTEN and signs >= max(_OFTEN, places * _SHARE) and _may_name(name)
        else:
            # What a thing is called abroad stands behind it in brackets, too: 星舟（Starboat）.
            of_a_firm = any(act[0] not in "(（" for act in acts[name])
            enough = len(acts[name]) > 1 or (of_a_firm and places > _OFTEN)
        if enough and _stands(scan, name):
            yield name


_UNDERGONE = regex("被[^，。；、被]{0,6}$")
_UNDERGONE_AT_MOST = 4
"""A firm may be bought: one in so many of its places may be of what is done to it."""


def _stands(scan: Scan, name: str) -> bool:
    """Whether *name* is met often, and as a whole."""
    return (
        len(scan.places(name)) >= _OFTEN
        and not _is_thing(scan, name)
        and scan.open(name) >= MOSTLY
        and scan.closed(name) >= MOSTLY
        # 人工智 is not the whole of 人工智能.
        and not any(is_word(scan.text[place : place + len(name) + 1]) for place in scan.places(name))
    )


def _may_name(word: str) -> bool:
    """Whether a dictionary word may be a firm's name: a noun, not a place, and not everybody's."""
    kind = part_of_speech(word)
    return weight(word) >= _TELLING and kind.startswith("n") and kind != "ns"


def _is_thing(scan: Scan, name: str) -> bool:
    """A place, or a thing put together from words (自动|驾驶, 新|能源)."""
    return (
        name in data.PLACES
        or name[-1] in data.CROWD_ENDS
        or any(_are_words(name[:at], name[at:]) for at in range(1, len(name)))
        or bool(scan.behind(name, _PLACE))
    )


def _are_words(*parts: str) -> bool:
    return all(is_word(part) if len(part) > 1 else part in "新大小老电云数" for part in parts)
