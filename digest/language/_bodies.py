"""Organisations by what a text calls them: institutions, firms, media. Pure, for `digest.language.names`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from digest.language import _name_data as data
from digest.language import _worldwide, alternatives
from digest.language._scan import is_word, part_of_speech, weight
from digest.language.cues import cue
from digest.language.lazy import regex
from digest.language.pairs import Texts
from digest.language.remembered import Remembered
from digest.language.script import has_han


class Body(NamedTuple):
    """An organisation at ``[start, end)``, with the gloss and evidence of a `digest.language.names.Name`."""

    start: int
    end: int
    text: str
    gloss: str
    evidence: str


def chinese(text: str) -> Iterator[Body]:
    words = last_words(text)
    if "部门" in text:  # 公安部门 are not the ministry
        words = [each for each in words if text[each[0] + len(each[1]) - 1 :][:2] != "部门"]
    if words:
        yield from _institutions(text, words)
        if any(word in _AGENCY_WORDS for _, word in words):
            yield from _whole(_AGENCY, text, "suffix")
        for start, end in _worldwide.find(text, words):
            yield Body(start, end, text[start:end], "", "suffix")
    if "《" in text:
        yield from _whole(_MEDIUM, text, "medium")
    elif _PRESS.search(text):
        yield from _whole(_SPOKEN_MEDIUM, text, "medium")
    if _CALLS.search(text):
        yield from _called(text)
    if _LATIN_LETTER.search(text):
        if "(" in text or "（" in text:
            yield from _abbreviated(text)
        for pattern in (_CALLED_COMPANY, _HAS_COMPANY):
            yield from _whole(pattern, text, "company")
    if "公司" in text:
        yield from _foreign(text)


def last_words(text: str) -> Sequence[tuple[int, str]]:
    """What institutions and agencies may end with, and where; of several at a place the longest first."""
    return _WORDS[text]


def english(text: str) -> Iterator[Body]:
    """Firms and agencies that an English text explains (Veltara, a chip maker), or that have shares."""
    if not _FIRM_WORD.search(text):
        return
    for pattern in (_APPOSED, _NAMED_BEHIND, _CALLED_FIRM, _HAS_SHARES):
        for body in _whole(pattern, text, "company"):
            words = body.text.lower().split()
            if data.NOT_NAMES.isdisjoint(words) and not data.WIDE_EN.issuperset(words):
                yield body


def explains(text: str) -> bool:
    """Whether an English *text* says of a name that it is a firm or an agency."""
    return _FIRM_WORD.search(text) is not None


def _whole(pattern: re.Pattern[str], text: str, evidence: str) -> Iterator[Body]:
    for match in pattern.finditer(text):
        name = match["name"]
        # CEO, API, GPT-4: capitals and digits alone are as often a thing as a firm.
        if evidence == "company" and not (_MIXED.search(name) or pattern is _NAMED_BEHIND):
            continue
        yield Body(match.start("name"), match.end("name"), name, "", evidence)


def read(texts: Texts) -> None:
    """Find the last words of institutions and agencies in many texts at once."""
    _WORDS.update(zip(texts, _LAST_WORDS.everywhere_in_each(texts), strict=True))


_LATIN_LETTER = regex("[A-Za-z]")
_MIXED = regex("(?=.*[a-z])(?=.*[A-Z])(?!.*[0-9])")

# --- institutions ---------------------------------------------------------------------

_MOST_BEFORE, _LEAST_GLOSSED = 10, 2
_INSTITUTIONS = frozenset((*data.ORGANISATIONS_ZH, *(f"{done}中心" for done in data.CENTRES_ZH)))
"""A centre is an institution where a noun of what is done stands before it; 购物中心 is a place."""
_AGENCY_WORDS = frozenset(data.AGENCIES_ZH)
_ENDS_WITH_INSTITUTION = regex(f"{alternatives.pattern(_INSTITUTIONS)}$")
_LAST_WORDS = alternatives.Pairs(_INSTITUTIONS | _AGENCY_WORDS | _worldwide.LAST_WORDS)
_WORDS = Remembered(lambda text: _LAST_WORDS.everywhere_in_each(Texts([text]))[0])
_BEFORE_INSTITUTION = regex(f"[\u4e00-\u9fffA-Za-z]{{2,{_MOST_BEFORE}}}\\Z")
_LOOSE = regex(
    "[的了是这该此其本我你他她它们某各多些每所有而且但并也都就被把将让向对与和及或为以在到于从由不没未很更去周]|最(?!高)|公司内|^当地"
    "|距离|暂无|^有关|^相关|^另|^一[家个]|^两|^三|^几|^数|[一二两三四五六七八九十][家个间所座名位条]|是否|^否|型"
)
"""What stands in no institution's name, its last word apart."""
_KINDS_ONLY = regex(
    "^(?:公立|私立|民营|国有|商业|手机|网上|投资|地方|地区|社区|外地|非营利|文理|普通|全体|新公司)"
    "(?:大学|学院|法院|医院|银行|基金会|工会|理事会)$|^.{0,3}办公室$"
)


def _institutions(text: str, words: Sequence[tuple[int, str]]) -> Iterator[Body]:
    """Institutions whose name starts where a clause, a bracket, a Latin word or another name of it starts.

    *words*, with their places, may be their last ones.
    """
    read = 0
    for place, last in words:
        if place < read or last not in _INSTITUTIONS:
            continue
        if last == "总会" and text[place - 1 : place] in _ALWAYS_WILL:
            continue
        before = _BEFORE_INSTITUTION.search(text, max(read, place - _MOST_BEFORE), place)
        if not before:
            continue
        read = end = place + len(last)
        start = before.start()
        opening = start == 0 or text[start - 1] in "，。；：、“《（( 由在与和向对从被据经"
        found = text[start:end]
        if not (opening or _SPLITS.search(found)):
            continue
        # 在康源医院做CT: where something was done, and no part in the story.
        at_place = _OF_A_PLACE.search(found) and not last.endswith(_COURTS)
        written = (_BEFORE_NAME if at_place else _BEFORE_AGENT).split(found)
        if not opening and len(written) < 2:
            continue
        whole = _ITS_PART.sub("", _PREPOSED.sub("", written[-1]))
        name = _named(whole)
        if last.endswith("中心") and has_han(text[end : end + 1]):
            # 发射|监督中心|昨天公布..: what acts is no object, so no verb stands before it.
            name = name and whole
        ending = len(name) - len(last)
        if len(name) >= 4 and not (_LOOSE.search(name, 0, ending) or _KINDS_ONLY.search(name)):
            yield Body(end - len(name), end, name, "", "suffix")


_ALWAYS_WILL = frozenset("员者们人友迷")
"""好的球员|总会|传球: people always will; a federation is called by what they do (足球总会)."""
_COURTS = "法院", "法庭", "高院"
"""In one a case is tried, and the court is part of its story."""
_PREPOSED = regex("^(?:根据|依据|据|由|在|与|和|向|对|从|被|经)+")
_BEFORE_NAME = regex("[的了被让给向]|是(?!否)")
_BEFORE_AGENT = regex("[的了被让给向在把已于]|(?<!自)由|是(?!否)")
"""挪威的|诺德哈夫互保协会, 已聘请|卓温律师行: no institution has one of these in its name."""
_SPLITS = regex("[的了被让给向在把已由是于]")
"""Without one of these neither cuts anything off."""


_ITS_PART = regex(
    "^(?:官方|国有|公营|民间)(?=[\u4e00-\u9fff]{4})|^(?:主要|第[一二三]大|最?大|外部|独立|当地|本地)*"
    "(?:股东|债权人|供应商|开发商|承建商|运营商|承包商|母公司|子公司|业者|东家|投资方|企业|客户|对手)(?=[\u4e00-\u9fff]{4})"
)
"""主要股东|远汇银行: what an institution is to another."""


@lru_cache(maxsize=4096)
def _named(name: str) -> str:
    """*name* without what is done, or when, in front (加入|编剧联盟); "" when it is only a kind of body.

    社区学院 and 外地法院 are many; where every word is common, only those whose
    members make the name (编剧联盟, 内容委员会) are one.
    """
    tokens = _from_its_start(name)
    if any(_never_inside(*token) for token in tokens):
        return ""
    name = "".join(word for word, _ in tokens)
    last = _ENDS_WITH_INSTITUTION.search(name)
    if last and len(tokens[-1][0]) < len(last.group()) and not _at_end(tokens, len(last.group())):
        return ""  # 供应商|会
    # 全国医院 are all of them.
    if _OF_A_PLACE.search(name) and (tokens[0][0] == "全国" or not any(map(_is_proper, tokens))):
        return ""
    return name


def _from_its_start(name: str) -> list[tuple[str, str]]:
    """The words of *name* with their parts of speech, from the first on that a name may start with."""
    from digest.language import words

    tokens = list(words.tagged(name))
    # What no dictionary has is guessed to be a verb as often as a name.
    while len(tokens) > 1 and (
        tokens[0][0] in _BEFORE_ANY or (is_word(tokens[0][0]) and _of_no_name(*tokens[0]))
    ):
        del tokens[0]
    done = [at for at, (word, _) in enumerate(tokens[:-1]) if word in _DONE_TO]
    return tokens[done[-1] + 1 :] if done else tokens


_DONE_TO = frozenset("帮助 协助 加入 加盟 带领 率领 指责 起诉 控告 击败 战胜 取代 要求".split())
"""In front of a body somebody does this to it: 她|帮助|俄罗斯奥委会."""

_BEFORE_ANY = frozenset("指 称 原 前 后 曾 现 就 受 令 使 即 于 经 因 为 据 援引 引述".split())
"""Words by themselves that no name starts with, whatever else a dictionary takes them for."""


def _never_inside(word: str, kind: str) -> bool:
    return (kind.startswith(_NEVER_INSIDE) and word[0] not in "第一") or word in _DONE


def _at_end(tokens: Sequence[tuple[str, str]], length: int) -> bool:
    """Whether the last *length* characters of the name start where a word does."""
    last = ""
    while tokens and length > 0:
        last = tokens[-1][0]
        length -= len(last)
        tokens = tokens[:-1]
    return length == 0 or not is_word(last)  # 澄州城|投 is a guess at a name that no dictionary has


def _of_no_name(word: str, kind: str) -> bool:
    return word not in _OPEN_NAMES and kind not in _OF_NAMES and kind.startswith(_OF_NO_NAME)


def _is_proper(token: tuple[str, str]) -> bool:
    word, kind = token
    heard = is_word(word) or word.isascii()
    return kind.startswith(("nr", "ns", "nt", "nz", "j")) or not heard or word in _NATIONAL


_OF_NO_NAME = ("v", "t", "c", "d", "ad", "r", "p", "m", "q", "u")
_OF_NAMES = frozenset({"vn", "mq"})
"""Parts of speech that a dictionary gives to words that no name, or that some names, start with."""
_OPEN_NAMES = frozenset("联合 独立 合作 发展".split())
_DONE = frozenset("进去到开来做打叫看想走有是说会能")
_NEVER_INSIDE = ("c", "d", "r", "p", "m", "u")
_OF_A_PLACE = regex(
    "(?:大学|学院|法院|检察院|医院|研究院|研究所|出版社|电视台|俱乐部|博物馆|派出所|学会|实验室|科学院|剧院|乐团|美术馆|景区|检[验测][所院])$"
)
"""What every place has several of."""
_NATIONAL = frozenset(
    "国家 中央 全国 联邦 皇家 国立 第一 第二 第三 南方 北方 华南 华东 华中 华北 西北 西南 东北".split()
)

_AGENCY = regex(
    "(?P<name>(?:国家|中国|全国|美国|(?:(?![据向由被与和在对从经当各该本的是了于至和])[\u4e00-\u9fff]){2,3}[省市区县州]"
    f"|(?<![\u4e00-\u9fff])[省市区县州]|[省市])?{alternatives.pattern(data.AGENCIES_ZH)})(?!(?<=部)门)"
)
"""江州市卫健委, 国家药监局: with the place in front, if there is one."""

_ABBREVIATION = regex(r"[\u4e00-\u9fff][ ]?[(（](?:[^()（）]{0,40}[，,] ?)?(?P<gloss>[A-Z]{2,6})[)）]")
_BODY = regex(
    r"(?P<name>(?:(?![向由被与和在对据经从给是为将把于及的])[\u4e00-\u9fff]){2,12}"
    r"(?:机构|组织|法庭|法院|协会|联盟|联合会|委员会|理事会|公司|集团|银行|基金|大学|中心|总署|署|局|院|会|厅"
    r"|联|(?<!妥)协|(?<![外内总全局])部|(?<![场厕诊])所|(?<!旅)社))$"
)
_TRANSLATED = regex(
    r"[\u4e00-\u9fff][ ]?[(（][ ]?(?:the )?(?P<gloss>[A-Z][A-Za-z’'-]+"
    r"(?: (?:of|for|and|the|on|in|&|[A-Z][A-Za-z’'-]+)){1,9})"
    r"(?:[，,;；、 ]+[A-Z]{2,8})?[ ]?[)）]"
)


def _abbreviated(text: str) -> Iterator[Body]:
    """A body whose short or foreign name stands in brackets: 国际体育仲裁法庭（CAS）."""
    for match in _ABBREVIATION.finditer(text):
        yield from _before(text, match)
    for match in _TRANSLATED.finditer(text):
        if not data.HEADS_EN.isdisjoint(match["gloss"].lower().split()):
            yield from _before(text, match)


def _before(text: str, gloss: re.Match[str]) -> Iterator[Body]:
    body = _BODY.search(text, max(0, gloss.start() - 15), gloss.start() + 1)
    if body:
        tokens = _from_its_start(_BEFORE_AGENT.split(body["name"])[-1])
        # 文件|迟迟|未获|某联盟: an adverb is in no name, and what it says of stands behind it.
        if inside := [at for at, token in enumerate(tokens[:-1]) if _never_inside(*token)]:
            tokens = _from_its_start("".join(word for word, _ in tokens[inside[-1] + 1 :]))
        name = "".join(word for word, _ in tokens)
        if len(name) > _LEAST_GLOSSED:
            yield Body(body.end("name") - len(name), body.end("name"), name, gloss["gloss"], "gloss")


# --- what a text says the name of -----------------------------------------------------

_SAID_TO_BE = (
    "名为|名叫|叫[做作]?|定名|取名|改名|更名|命名|旗下|[厂品]牌|子公司|工作室|(?:背景|控股|参股|领投|上市)的"
)
_CALLS = cue(_SAID_TO_BE)
_KIND = "(?:公司|企业|集团|平台|机构|品牌|厂牌|基金会?|工作室|实验室|组织|团体|智库|银行|媒体|报社|杂志)"
_NAMED_SO = (
    rf"{_KIND}(?:[^，。；！？“「”」的]{{0,4}}，?|，)"
    "(?:暂定名|定名|取名|起名|命名|更名|改名|名叫|名|叫做|叫作|叫)(?:为|做|作)?"
)
_CALLED = (
    regex(rf"{_NAMED_SO}[“「](?P<name>[A-Za-z\u4e00-\u9fff]{{2,8}})[”」]"),
    regex(
        rf"(?:一家|这家|新)(?:[^，。；！？“「”」的]{{0,6}}){_NAMED_SO}(?P<name>[\u4e00-\u9fff]{{2,6}})(?=[，。；])"
    ),
    regex(
        rf"(?:一[家个](?:名为|名叫|叫[做作]?)|名为)[“「]?(?P<name>[A-Za-z\u4e00-\u9fff]{{2,8}}?)[”」]?的[^，。；的]{{0,8}}?{_KIND}"
    ),
    regex(
        r"(?:旗下[^，。；“”「」]{0,8}|厂牌|品牌|子公司|工作室)(?<!产品|系统|模型|电影|影片|车型|手机|软件|应用|游戏|节目|小说|电影)"
        r"[“「](?P<name>[A-Za-z\u4e00-\u9fff]{2,8})[”」]"
    ),
    regex(
        rf"(?:背景|控股|参股|领投|上市)的(?!{_KIND})(?P<name>[\u4e00-\u9fff]{{2,5}}?)(?=宣布|公告|表示|愿意|发公告|发声明)"
    ),
)
"""暂定名“双帆”; 新公司，叫野渡; 一家名为“橙幕”的公司; 旗下的「纸鸢」动画.

The quotation marks or the comma end the name.
"""


def _called(text: str) -> Iterator[Body]:
    for pattern in _CALLED:
        for body in _whole(pattern, text, "called"):
            # A dictionary word is as often a thing: 一家叫“早晨”的公司 would put a row under every morning.
            common = is_word(body.text) and weight(body.text) < _RARE
            if not common and body.text[-1] not in data.CROWD_ENDS:
                yield body


_RARE = 9.0

_FOREIGN = regex(
    rf"(?<![{''.join(sorted(data.TRANSLITERATION))}])(?P<spelled>[{''.join(sorted(data.TRANSLITERATION))}]{{3,6}})"
    "(?P<trade>(?:(?![的和与及或等是在])[\u4e00-\u9fff]){0,4}?)公司"
)


def _foreign(text: str) -> Iterator[Body]:
    """A firm called by a foreign name and its trade: 卡斯珀脚手架公司, 哈尔迪曼公司."""
    for match in _FOREIGN.finditer(text):
        trade = match["trade"]
        # 奥尔特曼重返公司 is a deed, 卡斯珀脚手架公司 a name.
        if not is_word(match["spelled"]) and (not trade or part_of_speech(trade).startswith("n")):
            # 哈尔迪曼公司 is called 哈尔迪曼 for short, 卡斯珀脚手架公司 is not 卡斯珀.
            end = match.end() if trade else match.end("spelled")
            yield Body(match.start(), end, text[match.start() : end], "", "company")


# --- media ----------------------------------------------------------------------------

_TELLS = "(?:报道|报导|披露|独家|刊发|刊登)"
_MEDIUM = regex(
    rf"《(?P<name>(?:(?<=据《)|(?=[^《》]{{2,12}}》[^，。；]{{0,10}}{_TELLS})"
    r"|(?<=受《)(?=[^《》]{2,12}》[^，。；]{0,6}(?:采访|访问|专访)))[^《》]{2,12})》"
)
"""Who is quoted or has told something (据《..》, 《..》披露, 接受《..》采访), not what a book is called."""
_SPOKEN_MEDIUM = regex(
    r"(?:^|(?<=[，。；\n]))(?P<name>[\u4e00-\u9fff]{2,4}(?:杂志|周刊|月刊|日报|晚报|时报))(?=发了|登了|刊登|爆料|披露|独家|报道)"
)
"""..where a transcript has no marks around it."""
_PAPERS = "杂志|[周月]刊|[日晚时]报"
_PRESS = cue(_PAPERS)

# --- firms with a Latin name ------------------------------------------------------------

_COMPANY_NAME = r"(?P<name>[A-Za-z][A-Za-z&.]*[A-Za-z](?: [A-Z][A-Za-z&.]*[A-Za-z]){0,2})"
_CALLED_COMPANY = regex(
    r"(?:公司|企业|集团|机构|厂商|对手|巨头|初创|车企|药企|银行|基金|旗下的?)[ ]?[“「]?"
    rf"{_COMPANY_NAME}(?![A-Za-z0-9-])"
)
_HAS_COMPANY = regex(
    rf"(?<![A-Za-z0-9.-]){_COMPANY_NAME}[ ]?"
    "(?:公司|集团|(?:的)?(?:董事会|发言人|股价|财报|总部|股东|员工|管理层))"
)
_FIRM = alternatives.pattern(data.FIRMS_EN)
_FIRM_WORD = regex(rf"\b(?:{_FIRM})s?\b|\b(?:[Ss]hares|[Ss]tock)\b")
_ENGLISH_NAME = r"(?P<name>[A-Z][A-Za-z]+(?:[ &]{1,3}[A-Z][A-Za-z]+){0,3})"
_OFFICES = (
    r"(?:chief|executive|head|boss|analyst|spokes\w+|president|director|manager|engineer|founder|owner"
    r"|employee|worker|veteran)"
)
_APPOSED = regex(
    rf"(?<![A-Za-z’'.-]){_ENGLISH_NAME}, (?:an?|the|its|[A-Z]\w+['’]s) "
    r"(?:(?!(?:at|for|of|in|with|who|from|to|and|on|by)\b)[\w'’-]+ ){0,4}?"
    rf"(?:{_FIRM})\b(?!['’]s| {_OFFICES})"
)
"""A name explained: Veltara, a chip maker; but not Lin Mei, the company chief."""
_NAMED_BEHIND = regex(
    rf"\b(?:{_FIRM})(?:,| called| named) (?P<name>[A-Z][A-Za-z]+(?: [A-Z][A-Za-z]+){{0,3}})(?=[,.])"
)
"""The regulator, CRRA, .."""
_CALLED_FIRM = regex(
    r"\b(?:[Pp]latform|[Rr]ival|[Pp]arent|[Cc]ompany|[Ff]irm|[Cc]armaker|[Cc]hipmaker|[Ss]tart-?up|[Ss]tudio|[Ss]treamer"
    r"|[Ss]upplier|[Bb]roker(?:age)?) (?P<name>[A-Z][a-z]+[A-Za-z]*)(?![A-Za-z]| [A-Z])"
)
"""Smaller rival Haishi: one word only, two may be a person."""
_HAS_SHARES = regex(rf"\b[Ss](?:hares|tock) (?:in|of) {_ENGLISH_NAME}")

BESIDE = f"《|公司|{_PAPERS}|{_SAID_TO_BE}"
"""In a Chinese text without letters none but institutions are found without one of these."""
