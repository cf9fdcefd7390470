"""What is glued in front of the first sentence of a paragraph: a byline, a dateline, a label. Pure.

〔記者甲某／某地報導〕, 【某報訊】, 新华社某地5月6日电（记者甲某）, PARIS (AP) — , 【导读】.
The sentence begins behind it, so nothing in it is edited; the names are kept.
"""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

from digest.cleaning.lines.rows import Row
from digest.cleaning.text.splice import Patched
from digest.language.lazy import regex
from digest.language.months import MONTH_EN
from digest.language.openings import alternatives, starts

_LISTS = tomllib.loads((Path(__file__).parent / "glued.toml").read_text("utf-8"))


def _words(name: str) -> str:
    """The alternatives of a list of ``glued.toml``."""
    return "|".join(_LISTS[name])


PLACES = _words("places")
"""Where agencies write from, as alternatives of a pattern, in Simplified."""
_TOLD = (
    r"[（(]\s*(?:[\u4e00-\u9fff·]{0,12}(?:记者|通讯员|报道员|特约撰稿人))[\s:：]*"
    r"(?P<%s>[\u4e00-\u9fff·]{2,4}?(?=[^\u4e00-\u9fff·]|[综整]合|整理|编译|报[道导]|摄影|[发电]自)"
    r"(?:[、\s](?!通讯员|实习生|摄影|记者|文图|报道|[整综]合)[\u4e00-\u9fff·]{2,4}){0,3})[^（）()。]{0,30}[)）]\s*"
)
"""The reporter in brackets, behind the name of the house."""
_REPORTS_FROM = (
    r"(?:记者\s?(?P<%s>[\u4e00-\u9fff]{2,4})"
    rf"|(?:{_words('desks')})(?:中心|组))\s*[／/∕]?\s*(?:{PLACES}|综合|即时|[\u4e00-\u9fff]{{2}})报导(?![了过的说称中后时，,])\s*"
)
"""A reporter, or a newsroom, and where from."""

_HAN = r"[\u4e00-\u9fff]"
_REPORT = (
    r"(?:\d{1,2}\s?日)?(?:[综整]合)?(?:摄影|现场|连线)?(?:外|专)?"
    r"(?:报[导道]|电(?!话|子|视|动|脑|影|力|信|报|台|邮))"
)
_LAST_NAMED = (
    rf"(?:{_HAN}{{2,4}}?(?=(?:台湾|中国)?(?:{PLACES})[县市]?{_REPORT})"
    rf"|(?:{_words('double_surnames')}){_HAN}{{1,2}}(?={_HAN}{{2,4}}{_REPORT})"
    rf"|{_HAN}{{3}}(?={_HAN}{{2,5}}{_REPORT})|{_HAN}{{2}}(?={_HAN}{{2}}{_REPORT})"
    rf"|{_HAN}{{2,4}}(?=[\s／/∕|｜]|{_REPORT}))"
)
"""Where nothing parts a name from where its bearer is: a Chinese name has three characters, or two."""
NAMED_FROM = (
    rf"(?:记者|特派(?:员|记者)?|编译)[\s:：]*(?P<%s>(?:{_HAN}{{2,4}}(?:、|\s(?!(?:(?:{PLACES}){_HAN}?\s?|{_HAN}{{2}}[县市区镇乡]?){_REPORT}))){{0,3}}"
    rf"{_LAST_NAMED})[\s／/∕|｜]*(?:{_HAN}[\u4e00-\u9fff\s]{{0,7}}?)?{_REPORT}"
)
"""记者甲某某某地报导, 记者甲某 某地5日电: who reports from where, in Simplified."""


def _letters(pattern: str) -> frozenset[str] | None:
    firsts = {start[:1] for start in starts(pattern)}
    return None if "" in firsts else frozenset(firsts)


_LEADS = tuple(
    (_letters(each), regex(each))
    for each in alternatives(
        # （中央社記者甲某某彰化2日電）, 〔記者甲某某溪湖報導〕
        rf"(?:[〔【（(]|\[)\s*(?:[\u4e00-\u9fff]{{0,8}}\s?){NAMED_FROM % 'from'}\s*[〕】）)\]]\s*|"
        rf"[\u4e00-\u9fff]{{2,3}}社{NAMED_FROM % 'sent'}(?<=日电)[\s\u3000]*|"
        r"(?:[〔【（(]|\[)\s*(?:[\u4e00-\u9fff]{2,8}\s)?(?:[\u4e00-\u9fff]{0,6}记者|编译|实习记者|特派员)\s*"
        r"(?P<names>[\u4e00-\u9fff·]{2,5}(?:[、\s][\u4e00-\u9fff·]{2,4}){0,3})\s*"
        r"[／/∕|｜]\s*[^〔〕【】（）()\[\]。]{1,20}[〕】）)\]]\s*"
        r"|[（(]\s*(?:[\u4e00-\u9fff]{2,3}社)\s*(?:(?:记者|特派员)\s*(?P<wired>[\u4e00-\u9fff]{2,4}?))?"
        r"(?:"
        + PLACES
        + r"|[\u4e00-\u9fff]{2})(?:[县市])?(?:"
        + PLACES
        + r")?\s*\d{1,2}\s*日?(?:综合)?(?:外电|专)?(?:报导|报道|电)[)）]\s*"
        # 〔即時新聞／綜合報導〕: a desk and how it worked
        r"|(?:[〔【（(]|\[)\s*[\u4e00-\u9fff]{2,8}\s*[／/∕]\s*[\u4e00-\u9fff]{0,4}(?:报导|报道|电|讯)\s*[〕】）)\]]\s*"
        # （某某中文网）, （某报讯）
        r"|[（(]\s*[\u4e00-\u9fff]{1,8}(?:中文网|[报网社台]讯|综合讯|[社网]电)\s*[)）]\s*"
        r"|【[^】]{2,20}(?:专?讯|报道|电)】\s*(?:"
        + _TOLD
        % "dated"
        + rf"|[（(]{_HAN}{{0,8}}\s?{NAMED_FROM % 'under'}[)）]\s*)?"
        r"|记者\s?(?P<plain>[\u4e00-\u9fff]{2,4})\s*[／/∕]\s*[\u4e00-\u9fff]{2,6}(?:报导|报道)\s+"
        # ▲…（圖／某某）社會中心／某某報導: behind a picture's words
        r"|[▲▼△▽][^▲▼△▽。]{4,90}。?\s*[（(]图[^（）()]{1,16}[)）]\s*"
        + _REPORTS_FROM % "shown"
        # 記者甲某／台北報導, 社會中心／某某報導, glued to the sentence: only Traditional writes 報導.
        + r"|"
        + _REPORTS_FROM % "glued"
        + r"|【[\u4e00-\u9fff]{2,8}(?:网|周刊|日报|晚报|时报|新闻)】\s*(?:"
        + _TOLD % "housed"
        + r")?"
        # 新华社郑州5月6日电（记者甲某）, 中新网北京5月6日电
        r"|(?:[\u4e00-\u9fff]{2}社|[\u4e00-\u9fff]{2,5}网|本报)[\s\u3000]?[\u4e00-\u9fff·]{2,10}[\s\u3000]?"
        r"\d{1,2}[\s]?月\d{1,2}[\s]?日[\s]?(?:综合)?(?:外|专)?电(?![话子视动脑影力信报台邮])[\s\u3000]*(?:"
        + _TOLD
        % "cabled"
        + r""
        r"|[（(](?P<bare>[\u4e00-\u9fff·]{2,4}(?:[、\s][\u4e00-\u9fff·]{2,4}){0,2})[)）]\s*)?"
        r"|(?:本[报网刊台站社]|[\u4e00-\u9fff]{0,4}[晨晚日早商]报|[\u4e00-\u9fff]{2,5}[网台])(?:\d{1,2}月\d{1,2}日)?(?:讯|消息)\s*"
        + _TOLD
        % "told"
        + r"|本[报网刊台站社](?:讯|消息)[\s\u3000]+"
        # 某地8月7日电（记者甲某）, of an agency that does not name itself; 某某讯（记者甲某）
        r"|[\u4e00-\u9fff·]{2,8}?(?:(?:19|20)\d\d年)?\d{1,2}月\d{1,2}日(?:综合)?(?:外|专)?电\s*"
        + _TOLD % "placed"
        + r"|[\u4e00-\u9fffA-Za-z]{2,8}讯\s*"
        + _TOLD % "newsed"
        # 原标题：…作者 | 甲某 责编 | 乙某 出品 | 某某（ID：some）: how an account begins, in one line
        + r"|(?:原标题\s*[:：][^。\n|｜]{4,60}?)?(?:作者|译者|编译|整理)\s*[|｜]\s*"
        r"(?P<account>[\u4e00-\u9fff·]{2,4}?)\s*"
        r"(?:(?:责编|编辑|封图|头图|出品|来源)\s*[|｜]\s*[^\s|｜（(。，]{2,12}?\s*){0,3}"
        r"[(（]ID\s*[:：]\s*[\w-]{3,30}\s*[)）]\s*" +
        # 【导读】, 摘要：
        r"|"
        + _TOLD % "bracketed"
        + r"|(?:(?:#[^#\s]{1,24}#|\$[^$\s]{2,16}\(\w{4,10}\)\$)\s*){1,6}"
        # 深圳2024年11月5日 /美通社/ --
        r"|[\u4e00-\u9fff·、，]{2,16}(?:(?:19|20)\d\d年)?\d{1,2}月\d{1,2}日"
        r"\s*/[\u4e00-\u9fffA-Za-z ·-]{2,24}/\s*(?:--|—|-)+\s*"
        rf"|(?:{_words('labels')})\s*[:：|｜]\s*"
        # 【某某】, whatever it says: a label, a headline, where it was said; never a word of the sentence,
        # unless one follows with which none begins.
        r"|【[^】]{1,60}】(?!\s*[是的和与也都就已被有号们者])\s*"
    )
)
"""Each kind of lead with the letters it can begin with, None where it can with any."""
_PLACE = (
    r"[A-Z][A-Z.’'-]+(?: [A-Z][A-Z.’'-]*){0,3}(?:, (?:[A-Z][\w.]*\s?){1,3})?(?:[/;] ?[A-Z][A-Z. ]{2,24})*"
)
_AGENCIES = rf"\((?:{_words('agencies')})\)|\(?/?(?:{_words('wires')})[^/()]{{0,24}}/?\)?"
_STATE = r"[A-Z][A-Z.’'-]+(?: [A-Z][A-Z.’'-]*){0,2}, [A-Z][a-z]+\.?(?: [A-Z][a-z]+)?"
_ENGLISH = regex(
    rf"(?:{_PLACE})?,?\s*(?:{MONTH_EN} \d{{1,2}}(?:, (?:19|20)\d\d)?,?)?\s*(?:--)?\s*(?:{_AGENCIES})"
    r"(?:\s*(?:—|–|--?)+\s*|(?<=\(CNN\))\s*)"
    rf"|(?:{_STATE}|{_words('cities')}|CNN|NPR|CBC|AP) ?(?:—|–|--) ?(?=[A-Z\"“‘])"
    rf"|(?:{_words('signposts')}): (?=[A-Z\"“‘])"
)
"""Where and when an agency wrote: PARIS (AP) — , LONDON, June 5 (Reuters) - , (CNN); labels of short news."""
_MAY_OPEN = frozenset("▲▼△▽#$〔【（([本晨晚日编导摘提内核新中人央光法路美韩共俄记原作")
_REPORTS, _LONGEST_REPORT = "报导", 24
"""How the line of who reports from where ends, and how far from its beginning."""
_TELLING, _REACH = "电讯消导:：|｜/／∕", 60
"""Of which a lead that begins with a letter has one, and how far from its beginning."""
_CABLED, _LONGEST_DATELINE = "日电", 32
"""How the dateline of any agency ends, and how far from its beginning."""
_LONGEST_HOUSE = 12
"""Characters of a paper's name, and a day, with 讯 behind it."""
_DAY = (
    r"(?:19|20)\d\d(?:[/.-])(?:0?[1-9]|1[0-2])[/.-](?:0?[1-9]|[12]\d|3[01])(?!\d)"
    r"|(?:19|20)\d\d年\d{1,2}月\d{1,2}日"
)
_STAMP = regex(
    r"[\u4e00-\u9fff]{1,8}(?:[报网社]|电视台|电台|周刊|新闻|头条)[ \u3000|｜]{1,3}"
    rf"(?:{_DAY})(?:[ \u3000]+[0-2]?\d:[0-5]\d(?::[0-5]\d)?)?[ \u3000]+"
    r"(?=[\u4e00-\u9fff「“《A-Z])(?![报刊]|发[表布文]|第|头版|[AB]\d|社[论评]|[指说称]|电[\s（(，]|消息|[讯至到])"
)
"""乙报 2023/08/20 : what a page shows above its text, its house and its day, copied in front of it.

Not 乙报 2023年8月20日 报道: there the house is who tells it.
"""
_STAMPED = 20
"""Characters in which the year of such a stamp begins."""
_FEWEST = 8
"""Characters that must follow: alone, the line is a byline and no head of a sentence."""


def _match(row: Row) -> re.Match[str] | None:
    first = row.written[:1]
    if (
        row.han
        and ("20" in row.written[:_STAMPED] or "19" in row.written[:_STAMPED])
        and (stamp := _STAMP.match(row.written))
    ):
        found: re.Match[str] | None = stamp
    elif (
        first in _MAY_OPEN
        or "讯" in row.written[:_LONGEST_HOUSE]
        or _CABLED in row.written[:_LONGEST_DATELINE]
        or _REPORTS in row.written[:_LONGEST_REPORT]
        or (row.han and "/" in row.written[:40] and "-" in row.written[:60])
    ):
        if first.isalpha() and not any(map(row.written[:_REACH].__contains__, _TELLING)):
            return None
        kinds = (lead for letters, lead in _LEADS if letters is None or first in letters)
        found = next(filter(None, (lead.match(row.written) for lead in kinds)), None)
        found = found or (_ENGLISH.match(row.written) if first == "(" else None)
    elif (
        not row.han
        and first.isupper()
        and any(sign in row.text[:90] for sign in ("(", "/", "—", "–", "--", ": "))
    ):
        found = _ENGLISH.match(row.written)
    else:
        return None
    return found if found and len(row.written) - found.end() >= _FEWEST else None


def without_lead(row: Row) -> Patched:
    """The row's text from the first word of its author."""
    found = _match(row)
    part = row.patched.cut([(found.end(), len(row.text))])[0] if found else row.patched
    text = part.text
    if text[:1] not in _AT_EDGES and text[-1:] not in _AT_EDGES:
        return part
    bare = _SIGNS.fullmatch(text)
    return part.cut([bare.span("text")])[0] if bare and bare["text"] != text else part


_PICTURES = "\u203c\u2049\u2600-\u27bf\u2b00-\u2bff\ufe0f\u200d\U0001f000-\U0001faff"
_SIGNS = regex(rf"[{_PICTURES}\s]*(?P<text>[^{_PICTURES}\s](?s:.*?))[{_PICTURES}\s]*")
"""Little pictures in front of a paragraph and behind it are no word of it."""
_AT_EDGES = frozenset(
    "".join(
        re.findall(
            rf"[{_PICTURES}\s]+", "".join(map(chr, (*range(0x3001), 0xFE0F, *range(0x1F000, 0x1FB00))))
        )
    )
)


def names(row: Row) -> str:
    """The reporters that the lead names, as written; "" where there is none."""
    found = _match(row)
    if found is None:
        return ""
    named = found.groupdict()
    group = next((name for name in _NAMED if named.get(name)), None)
    return row.text[slice(*found.span(group))] if group else ""


_NAMED = (
    "from",
    "sent",
    "under",
    "names",
    "account",
    "glued",
    "shown",
    "placed",
    "newsed",
    "wired",
    "told",
    "housed",
    "cabled",
    "bare",
    "bracketed",
    "dated",
    "plain",
)
