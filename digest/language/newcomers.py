"""Chinese names that no dictionary knows, by the company they keep all over a collection. Pure.

One sentence seldom proves that two or three characters are a name; all texts
of a story together do. A person has an office or an age in front, or is the
reading of a Latin name that another article prints; the name ends where words
begin. A firm is what stands both alone and before the name of a trade (星澜,
星澜汽车), and does what firms do, as no common word does.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from digest.language import _name_data as data
from digest.language import alternatives
from digest.language.transliteration import pinyin, reads

_HAN = re.compile("[\u4e00-\u9fff]")
_ALL_HAN = re.compile("[\u4e00-\u9fff]+")


@dataclass(frozen=True, slots=True)
class Newcomers:
    """Names met, in simplified characters: people, and firms by their short name.

    ``firms`` gives the long names of each (星澜: 星澜汽车), longest first; one
    whose short name is a common word has its long name as the short one. ``read``
    pairs firms with the Latin names that are their reading (启明证券, Qiming Securities).
    """

    people: frozenset[str] = frozenset()
    firms: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    read: tuple[tuple[str, str], ...] = ()


def find(texts: Iterable[str], latin: Collection[str] = ()) -> Newcomers:
    """Newcomers in the simplified *texts* of one story; *latin* are Latin names met in them."""
    text = "\n".join(texts)
    if not _HAN.search(text):
        return Newcomers()
    scan = _Scan(text)
    firms = dict(sorted(_firms(scan)))
    read = tuple(sorted(_read_firms(scan, firms, latin)))
    firms.update((name, (name,)) for name, _ in read if name not in firms)
    people = {
        name
        for name in _people(scan) | _readings(scan, latin)
        # 康岳 speaks as people do, but is a group; 康岳医 is no name, either.
        if not any(name.startswith(firm) or firm.startswith(name) for firm in firms)
    }
    return Newcomers(frozenset(people), firms, read)


# --- words and where they start -----------------------------------------------------

_COMMON = 9.0
"""Inverse frequency up to which characters are a word, even if a dictionary has them as a name, too."""
_UNCOUNTED = "\u9fa0\u9fa1"
_STARTS = frozenset(
    "的了是在和与于及或也都就又还将被把对从向为因而但则其之此今昨说表称认指透宣告回应等已曾暂没未不有到去来前后上中"
    "跟让给用比才却只再并须需能会要该这那所拒受由带率辞提随当即另们先"
)
"""What may stand behind a name as a word of its own, or start one."""
_LEADS = frozenset(
    "的了是在和与于及或也都就又还将被把对从向为因而但则其之此由给让使像跟用比以至自据经称说指令替找问投到离告诉年月日"
)
"""What may stand before a name as a word of its own, or end one."""


@lru_cache(maxsize=16_384)
def is_word(text: str) -> bool:
    """Whether a dictionary counts *text*, and not only as the name of a person."""
    from digest.language import words

    counted = words.idf(text)
    if counted == words.idf(_UNCOUNTED):
        return False
    return counted < _COMMON or not words.part_of_speech(text).startswith("nr")


class _Scan:
    """One text, and how often what stands in it starts and ends where words do."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._places: dict[str, list[int]] = {}

    def places(self, name: str) -> list[int]:
        if name not in self._places:
            self._places[name] = [found.start() for found in re.finditer(re.escape(name), self.text)]
        return self._places[name]

    def closed(self, name: str) -> float:
        """Share of its places behind which a word may start."""
        ends = [place + len(name) for place in self.places(name)]
        return sum(self._word_starts(end) for end in ends) / max(1, len(ends))

    def open(self, name: str) -> float:
        """Share of its places before which a word may end."""
        return sum(map(self._word_ends, self.places(name))) / max(1, len(self.places(name)))

    def _word_starts(self, place: int) -> bool:
        behind = self.text[place : place + 1]
        if not _HAN.match(behind):
            return behind not in data.DOTS  # 米拉 is not the whole of 米拉·穆拉蒂
        return behind in _STARTS or is_word(self.text[place : place + 2])

    def _word_ends(self, place: int) -> bool:
        before = self.text[max(0, place - 1) : place]
        return (
            not _HAN.match(before)
            or before in _LEADS
            or any(is_word(self.text[max(0, place - length) : place]) for length in (2, 3))
        )


# --- people ---------------------------------------------------------------------------

_SURNAME = "(?:" + "|".join(data.COMPOUND_SURNAMES) + "|[" + "".join(sorted(data.SURNAMES)) + "])"
_STARTS_NAME = re.compile(_SURNAME)
_CROWD = re.compile(alternatives.pattern(data.CROWD_ZH) + "$")
_OFFICE = re.compile(
    f"(?:{alternatives.pattern((set(data.ROLES_ZH) | set(data.ROLES_MORE_ZH)) - set(data.BYLINE_ZH))}"
    rf"|\d岁的|名叫|叫做)(?={_SURNAME})"
)
_ACTS = re.compile(
    rf"(?:[日昨今]?[天日]?|随后|当场|还|也|则|曾|已经?|再次|昨晚)"
    rf"(?:{alternatives.pattern([*data.SPEECH_ZH, '接受', '回答', '辞去', '否决', '批评'])})"
)
_GOVERNS = frozenset("在对向把被将则也已曾与和的")
_RARE_IN_NAMES = frozenset("之以可一明月能先为向前成和年时士人公家路科应长度万百千亿零三五七九十作里回日天")
"""Given names have these, but so have the words behind a surname: they need a second place."""
_WORDS_TOO = frozenset("向于从时应常万单连全成白明代方高包温能安")
_NEVER_IN_NAMES = data.NOT_IN_GIVEN_NAMES - _RARE_IN_NAMES


def _people(scan: _Scan) -> set[str]:
    """Those with an office, a kinship or an age in front."""
    found = set()
    for cue in _OFFICE.finditer(scan.text):
        name = _name_at(scan, cue.end())
        if not name:
            continue
        behind = cue.end() + len(name)
        alone = len(scan.places(name)) == 1
        stop = not _HAN.match(scan.text[behind : behind + 1])
        acts = _ACTS.match(scan.text, behind)
        short = len(name) == 2
        stop = stop or scan.text[behind] in _GOVERNS
        # Office and name of two characters, met once, are too often a word: 员工|高呼.
        if (short or _CROWD.search(cue.group())) and alone and not (stop or acts):
            continue
        if _CROWD.search(cue.group()) and alone and not acts:
            continue
        found.add(name)
    return found


def _name_at(scan: _Scan, start: int) -> str:
    """The name of two or three characters (more with a double surname) that starts there, or ""."""
    surname = _STARTS_NAME.match(scan.text, start)
    if not surname:
        return ""
    end = surname.end()
    longer, shorter = (_sound(scan, scan.text[start : end + given], len(surname.group())) for given in (2, 1))
    # 关凯|曾遇到: where the third character may be a word of its own, the shorter name is the safer,
    # unless it always stands there (孟庆和).
    often = len(scan.places(scan.text[start : end + 2]))
    always = often >= _OFTEN and often == len(scan.places(scan.text[start : end + 1]))
    own_word = scan.text[end + 1 : end + 2] in _STARTS and shorter >= 0.5 and not always
    if longer > 0.5 and longer >= shorter and not own_word:
        return scan.text[start : end + 2]
    return scan.text[start : end + 1] if shorter >= 0.5 else ""


def _sound(scan: _Scan, name: str, family: int) -> float:
    """How often *name* ends where a word may start, 0 for what is no name."""
    given = name[family:]
    if not _ALL_HAN.fullmatch(name) or _NEVER_IN_NAMES.intersection(given) or is_word(name):
        return 0.0
    if name in data.PLACES or given in data.ADDRESSES_ZH:
        return 0.0
    rare = _RARE_IN_NAMES.intersection(given) or is_word(name[:2])
    if rare and (len(given) < 2 or len(scan.places(name)) < 2 or is_word(given)):
        return 0.0
    if len(scan.places(name)) < 2 and is_word(given) and _part_of_speech(given).startswith("v"):
        return 0.0  # 患者|费填补..
    # 首席工程师|向全体..: a surname that is a preposition, too, says nothing.
    if name[0] in _WORDS_TOO and (is_word(given) or len(scan.places(name)) < 2 or name[0] in _LEADS):
        return 0.0
    return scan.closed(name)


def _readings(scan: _Scan, latin: Iterable[str]) -> set[str]:
    """Those whose reading is a Latin name of another text: 贾鹏, Jia Peng."""
    found = set()
    for name in latin:
        pieces = name.split()
        letters = re.sub("[^a-z]", "", name.lower().replace("ü", "v"))
        if not 2 <= len(pieces) <= 3 or not 4 <= len(letters) <= 18:
            continue
        families = {
            family for piece in (pieces[0], pieces[-1]) for family in _families().get(piece.lower(), ())
        }
        for family in sorted(families):
            for place in scan.places(family):
                for length in (3, 2):
                    written = scan.text[place : place + length]
                    if _fits(scan, written) and letters in pinyin(written):
                        found.add(written)
                        break
    return found


def _fits(scan: _Scan, written: str) -> bool:
    return (
        len(written) > 1
        and _ALL_HAN.fullmatch(written) is not None
        and not is_word(written)
        and scan.closed(written) >= 0.5
    )


@lru_cache(maxsize=1)
def _families() -> dict[str, list[str]]:
    """Surnames by their reading."""
    found: dict[str, list[str]] = {}
    for surname in sorted(data.SURNAMES):
        found.setdefault(reads(surname), []).append(surname)
    return found


# --- firms ----------------------------------------------------------------------------

_TRADE = alternatives.pattern(data.TRADES_ZH)
_ENDS_TRADE = re.compile(f"{_TRADE}$")
_ENDS_TRADES = re.compile(f"(?:{_TRADE})+$")
_BEFORE_TRADE = re.compile(f"[\u4e00-\u9fff]{{2}}(?={_TRADE})")
_SPEAKS = (
    "(?:今日|昨日|日前|随后|又|则|也|还|方面|在公告中|在声明中|已经|已)?"
    "(?:宣布|表示|回应|否认|声明|公告|发声明|发表声明|承认|强调|称(?!为|作|号|呼))"
)
_OF_A_FIRM = (
    "(?:旗下|股价|股东|董事|(?:联合)?创始人|(?:联合)?创办人|发言人|(?:行政|执行|副)?总裁|首席[\u4e00-\u9fff]{1,3}官|高管|总部|合伙人"
    "|副?总经理|母公司|子公司|员工|会员)"
)
_AS_FIRMS_DO = f"(?:公司|集团|方面|首席|员工|收购|上市|系|股票|股份|说|推出|发布|{_OF_A_FIRM}|{_SPEAKS})"
_CALLED = "(?:公司|供应商|开发商|厂商|巨头|对手|车企|药企|平台|券商|东家|企业|集团|客户|股东)"
_CODE = r"[(（](?:股票代码|证券代码)?[:： ]?(?:\d{4,6}(?:\.[A-Z]{2})?|[A-Z]{2,6}[:：.] ?[A-Z0-9]{1,6})[)）]"
_LOOSE = frozenset(
    "年月日该本其各双方某的了是在和与于及或也都就又还将被把对从向为因而但则其之此由给让这那一二三四五两几各某每家个种名"
)


def _firms(scan: _Scan) -> Iterator[tuple[str, tuple[str, ...]]]:
    seen: set[str] = set()
    for match in _BEFORE_TRADE.finditer(scan.text):
        name = _short_name(scan, match.end())
        if not name or name in seen:
            continue
        seen.add(name)
        if _is_firm(scan, name):
            long = set(re.findall(f"{name}(?:{_TRADE})+", scan.text))
            yield name, tuple(sorted(long, key=lambda each: (-len(each), each)))
        else:
            yield from _named_at_length(scan, name)
    for name in _acting(scan):
        if name not in seen:
            yield name, (name,)


def _named_at_length(scan: _Scan, name: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """A firm that is called by its long name only, or whose short one is a word (彩虹影业).

    The long name must do what only firms do, and so must the word, to mean the firm alone.
    """
    kind = _part_of_speech(name)
    word = is_word(name)
    if name in data.PLACES or _two_words(name) or re.search(f"{name}{_PLACE}", scan.text):
        return
    if word and (_weight(name) < _TELLING or not kind.startswith("n") or kind == "ns"):
        return
    long = sorted(set(re.findall(f"{name}(?:{_TRADE})+", scan.text)), key=lambda each: (-len(each), each))
    acting = [
        each
        for each in long
        if not is_word(each)
        and re.search(
            f"{each}(?:{_OF_A_FIRM}|{_CODE}|[^，。；\n]{{0,12}}?{_SPEAKS})|{_CALLED}{each}", scan.text
        )
    ]
    own = re.findall(f"{name}{_STRICTLY}|{_CALLED}{name}(?!{_TRADE})", scan.text)
    if word and acting and len(own) > 1:
        yield name, tuple(long)
    elif sum(len(scan.places(each)) for each in acting) > 1:
        yield acting[0], tuple(acting)


def _acting(scan: _Scan) -> Iterator[str]:
    """Firms without a long name: what no dictionary knows, and has a board, and makes announcements."""
    acts: dict[str, set[str]] = defaultdict(set)
    owned: set[str] = set()
    for pattern in (_BEFORE_ACT, _BEFORE_OWN):
        for match in pattern.finditer(scan.text):
            name = _short_name(scan, match.end())
            if name:
                acts[name].add(match["does"])
                if pattern is _BEFORE_OWN:
                    owned.add(name)
    for match in _AFTER_CALLED.finditer(scan.text):
        for length in (2, 3, 4):
            name = scan.text[match.end() : match.end() + length]
            if name in owned:
                acts[name].add(match.group())
    for name in sorted(owned):
        word = is_word(name)
        if word and (len(acts[name]) <= _OFTEN or _weight(name) < _RARE or _part_of_speech(name)[:1] != "n"):
            continue  # a word that is a firm, too, does many things that only firms do
        if (
            len(acts[name]) > 1
            and len(scan.places(name)) >= _OFTEN
            and not (_two_words(name) or name in data.PLACES or _LOOSE.intersection(name))
            and not re.search(f"{name}{_PLACE}", scan.text)
            and scan.open(name) >= _MOSTLY
            and scan.closed(name) >= _MOSTLY
            and not any(is_word(scan.text[place : place + len(name) + 1]) for place in scan.places(name))
        ):
            yield name


_OFTEN, _MOSTLY = 3, 0.7
_RARE = 9.0
"""Inverse frequency of words that a firm may have for its name."""


_STRICTLY = f"(?:{_OF_A_FIRM}|{_SPEAKS})"
_BEFORE_ACT = re.compile(f"[\u4e00-\u9fff]{{2}}(?=(?P<does>{_SPEAKS}))")
_BEFORE_OWN = re.compile(f"[\u4e00-\u9fff]{{2}}(?=(?P<does>{_OF_A_FIRM}|[(（][A-Z][a-z]+[)）]))")
_PLACE = "(?:[省市县区州镇村]|自治)"
_AFTER_CALLED = re.compile("(?:供应商|开发商|厂商|巨头|对手|车企|药企|券商|东家)(?=[\u4e00-\u9fff]{2})")
_TELLING = 7.5
"""Inverse frequency below which words (市场, 技术, 新兴) say of what kind a firm is, not which."""


def _part_of_speech(word: str) -> str:
    from digest.language import words

    return words.part_of_speech(word)


def _weight(word: str) -> float:
    from digest.language import words

    return words.idf(word)


def _short_name(scan: _Scan, end: int) -> str:
    """The two to four characters before a trade that start most often where a word may start."""
    best, name = 0.0, ""
    for length in (2, 3, 4):
        written = scan.text[max(0, end - length) : end]
        if len(written) < length or not _ALL_HAN.fullmatch(written) or _LOOSE.intersection(written):
            break
        if _ENDS_TRADE.search(written):
            continue
        starts = scan.open(written)
        # A longer name takes nothing from a shorter one that it always starts.
        if starts >= 0.5 and starts * len(scan.places(written)) > best * 0.8:
            best, name = starts * len(scan.places(written)), written
    return name


def _is_firm(scan: _Scan, name: str) -> bool:
    if is_word(name) or name in data.PLACES or len(scan.places(name)) < 2 or _two_words(name):
        return False
    if re.search(f"{name}{_PLACE}", scan.text):  # a place: 江州市, 江州大学
        return False
    if re.search(f"(?:{name}(?:{_TRADE})+)[ ]?{_CODE}", scan.text):
        return True
    alone = re.search(f"{name}(?!{_TRADE})", scan.text)
    acts = re.search(f"{name}(?:{_TRADE})*{_AS_FIRMS_DO}|{_CALLED}{name}", scan.text)
    return bool(alone and acts)


_LATIN_WORD = re.compile(r"(?<![\w-])[A-Z][a-z]{4,}(?![\w-])")


def _read_firms(
    scan: _Scan, firms: Mapping[str, tuple[str, ...]], latin: Iterable[str]
) -> Iterator[tuple[str, str]]:
    """Firms and their readings: 康岳 and Kangyue Medical Group; 启明证券, met once, and Qiming Securities."""
    short = {firm: _ENDS_TRADES.sub("", firm) or firm for firm in firms}
    by_reading = {pinyin(name)[0]: firm for firm, name in short.items() if 2 <= len(name) <= 4}
    for name in sorted(set(_LATIN_WORD.findall(scan.text))):
        if name.lower() in by_reading and name.lower() not in data.WIDE_EN:
            yield by_reading[name.lower()], name
    for name in latin:
        first, *rest = name.lower().split()
        if len(first) < 4 or first in data.WIDE_EN:
            continue
        if first in by_reading:
            if rest:
                yield by_reading[first], name
            continue
        for trade in filter(None, map(data.TRADES_EN.get, rest[:1])):
            for match in re.finditer(f"[\u4e00-\u9fff]{{2,3}}(?={trade})", scan.text):
                written = next(
                    (short for short in (match.group(), match.group()[1:]) if first in pinyin(short)[:1]), ""
                )
                if len(written) > 1:
                    yield written + trade, name


def _two_words(name: str) -> bool:
    """自动|驾驶, 新|能源: a thing, however it is put together."""
    return any(
        all(is_word(part) if len(part) > 1 else part in "新大小老电云数" for part in (name[:at], name[at:]))
        for at in range(1, len(name))
    )
