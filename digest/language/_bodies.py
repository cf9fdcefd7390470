"""Organisations by what a text calls them: institutions, firms, media. Pure, for `digest.language.names`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from digest.language import _name_data as data
from digest.language import alternatives
from digest.language._scan import is_word


class Body(NamedTuple):
    """An organisation at ``[start, end)``, with the gloss and evidence of a `digest.language.names.Name`."""

    start: int
    end: int
    text: str
    gloss: str
    evidence: str


def chinese(text: str) -> Iterator[Body]:
    yield from _institutions(text)
    if _AGENCY_WORD.search(text):
        yield from _whole(_AGENCY, text, "suffix")
    if "《" in text:
        yield from _whole(_MEDIUM, text, "medium")
    if _LATIN_LETTER.search(text):
        if "(" in text or "（" in text:
            yield from _abbreviated(text)
        for pattern in (_CALLED_COMPANY, _HAS_COMPANY):
            yield from _whole(pattern, text, "company")


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


_LATIN_LETTER = re.compile("[A-Za-z]")
_MIXED = re.compile("(?=.*[a-z])(?=.*[A-Z])(?!.*[0-9])")

# --- institutions ---------------------------------------------------------------------

_MOST_BEFORE = 10
_ENDS_INSTITUTION = re.compile(alternatives.pattern(data.ORGANISATIONS_ZH))
_INSTITUTION = re.compile(
    f"[\u4e00-\u9fffA-Za-z]{{2,{_MOST_BEFORE}}}?{alternatives.pattern(data.ORGANISATIONS_ZH)}"
)
_LOOSE = re.compile(
    "[的了是这该此其本我你他她它们某各多些每所有而且但并也都就被把将让向对与和及或为以在到于从由不没未很更最]|公司内|^当地|距离|暂无|^有关|^相关|^另|^一[家个]|^两|^三|^几|^数"
)


def _institutions(text: str) -> Iterator[Body]:
    """Institutions whose name starts where a clause, a bracket or a Latin word starts."""
    read = look = 0
    while last := _ENDS_INSTITUTION.search(text, look):
        # No name starts further before its last word: most of a text need not be tried.
        match = _INSTITUTION.search(text, max(read, last.start() - _MOST_BEFORE), last.end())
        if not match:
            look = last.start() + 1
            continue
        read = look = match.end()
        opening = match.start() == 0 or text[match.start() - 1] in "，。；：、“《（( 由在与和向对从被据经"
        name = match.group().lstrip("据由在与和向对从被经")
        if opening and len(name) >= 4 and not _LOOSE.search(name) and _opens_name(name):
            yield Body(match.end() - len(name), match.end(), name, "", "suffix")


@lru_cache(maxsize=4096)
def _opens_name(name: str) -> bool:
    """Not 证明|俱乐部 or 上周一|理事会: no name starts with what is done, or when."""
    from digest.language import words

    first, kind = words.tagged(name)[0]
    # What no dictionary has is guessed to be a verb as often as a name.
    return not is_word(first) or kind in _OF_NAMES or not kind.startswith(_OF_NO_NAME)


_OF_NO_NAME = ("v", "t", "c", "d", "r", "p", "m", "u")
_OF_NAMES = frozenset({"vn", "mq"})
"""Parts of speech that a dictionary gives to words that no name, or that some names, start with."""

_AGENCY_WORD = re.compile(alternatives.pattern(data.AGENCIES_ZH))
_AGENCY = re.compile(
    "(?P<name>(?:国家|中国|全国|美国|(?:(?![据向由被与和在对从经当各该本的是了于至和])[\u4e00-\u9fff]){2,3}[省市区县州]"
    f"|(?<![\u4e00-\u9fff])[省市区县州]|[省市])?{alternatives.pattern(data.AGENCIES_ZH)})"
)
"""江州市卫健委, 国家药监局: with the place in front, if there is one."""

_ABBREVIATION = re.compile(r"[\u4e00-\u9fff][ ]?[(（](?:[^()（）]{0,40}[，,] ?)?(?P<gloss>[A-Z]{2,6})[)）]")
_BODY = re.compile(
    r"(?P<name>(?:(?![向由被与和在对据经从给是为将把于及的])[\u4e00-\u9fff]){2,12}"
    r"(?:机构|组织|法庭|法院|协会|联盟|联合会|委员会|理事会|公司|集团|银行|基金|大学|中心|总署|署|局|院|会))$"
)


def _abbreviated(text: str) -> Iterator[Body]:
    """A body whose short name stands in brackets: 国际体育仲裁法庭（CAS）."""
    for match in _ABBREVIATION.finditer(text):
        body = _BODY.search(text, max(0, match.start() - 15), match.start() + 1)
        if body:
            yield Body(body.start("name"), body.end("name"), body["name"], match["gloss"], "gloss")


# --- media ----------------------------------------------------------------------------

_TELLS = "(?:报道|报导|披露|独家|刊发|刊登)"
_MEDIUM = re.compile(
    rf"《(?P<name>(?:(?<=据《)|(?=[^《》]{{2,12}}》[^，。；]{{0,10}}{_TELLS})"
    r"|(?<=受《)(?=[^《》]{2,12}》[^，。；]{0,6}(?:采访|访问|专访)))[^《》]{2,12})》"
)
"""Who is quoted or has told something (据《..》, 《..》披露, 接受《..》采访), not what a book is called."""

# --- firms with a Latin name ------------------------------------------------------------

_COMPANY_NAME = r"(?P<name>[A-Za-z][A-Za-z&.]*[A-Za-z](?: [A-Z][A-Za-z&.]*[A-Za-z]){0,2})"
_CALLED_COMPANY = re.compile(
    r"(?:公司|企业|集团|机构|厂商|对手|巨头|初创|车企|药企|银行|基金|旗下的?)[ ]?[“「]?"
    rf"{_COMPANY_NAME}(?![A-Za-z0-9-])"
)
_HAS_COMPANY = re.compile(
    rf"(?<![A-Za-z0-9.-]){_COMPANY_NAME}[ ]?"
    "(?:公司|集团|(?:的)?(?:董事会|发言人|股价|财报|总部|股东|员工|管理层))"
)
_FIRM = alternatives.pattern(data.FIRMS_EN)
_FIRM_WORD = re.compile(rf"\b(?:{_FIRM})s?\b|\b(?:[Ss]hares|[Ss]tock)\b")
_ENGLISH_NAME = r"(?P<name>[A-Z][A-Za-z]+(?:[ &]{1,3}[A-Z][A-Za-z]+){0,3})"
_OFFICES = (
    r"(?:chief|executive|head|boss|analyst|spokes\w+|president|director|manager|engineer|founder|owner"
    r"|employee|worker|veteran)"
)
_APPOSED = re.compile(
    rf"(?<![A-Za-z’'.-]){_ENGLISH_NAME}, (?:an?|the|its|[A-Z]\w+['’]s) "
    r"(?:(?!(?:at|for|of|in|with|who|from|to|and|on|by)\b)[\w'’-]+ ){0,4}?"
    rf"(?:{_FIRM})\b(?!['’]s| {_OFFICES})"
)
"""A name explained: Veltara, a chip maker; but not Lin Mei, the company chief."""
_NAMED_BEHIND = re.compile(
    rf"\b(?:{_FIRM})(?:,| called| named) (?P<name>[A-Z][A-Za-z]+(?: [A-Z][A-Za-z]+){{0,3}})(?=[,.])"
)
"""The regulator, CRRA, .."""
_CALLED_FIRM = re.compile(
    r"\b(?:[Pp]latform|[Rr]ival|[Pp]arent|[Cc]ompany|[Ff]irm|[Cc]armaker|[Cc]hipmaker|[Ss]tart-?up|[Ss]tudio|[Ss]treamer"
    r"|[Ss]upplier|[Bb]roker(?:age)?) (?P<name>[A-Z][a-z]+[A-Za-z]*)(?![A-Za-z]| [A-Z])"
)
"""Smaller rival Haishi: one word only, two may be a person."""
_HAS_SHARES = re.compile(rf"\b[Ss](?:hares|tock) (?:in|of) {_ENGLISH_NAME}")
