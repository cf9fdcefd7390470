"""What a page calls itself for itself: who holds its copyright, whom it thanks, what it greets with. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from digest.cleaning.lines.rows import Row
from digest.cleaning.metadata import outlets
from digest.cleaning.metadata.no_house import NO_HOUSE
from digest.cleaning.metadata.signatures import HOST, spoken_first
from digest.language.lazy import regex
from digest.language.script import simplify

_HOLDER = regex(
    r"(?:©|\(c\)|copyright|版权所有)(?:\s|©|\(c\)|copyright\s)*(?:by\s+)?(?:(?:19|20)\d\d(?:\s*[-–—]\s*(?:(?:19|20)?\d\d|present))?)?"
    r"[\s,.:：]*(?:by\s+)?(?:all rights reserved\.?\s+)?"
    r"(?P<name>[A-Za-z\u4e00-\u9fff][^|｜©,，。.\d]{1,40}?)"
    r"\s*(?=$|[|｜,，。]|\.(?!\w)|\.(?:com|net|org)(?=,? (?:llc|inc|ltd|corp)\b)"
    r"|[\s\u3000]+(?:技术|主办|承办|地址|电话|邮编|备案|[京沪粤浙苏鲁川渝津冀豫鄂湘闽皖赣陕辽吉黑]icp)"
    r"|版权|all rights|impressum|datenschutz|privacy|terms|保留|未经|授权"
    r"|\s[\w-]+\.(?:com|cn|net|org|example)|(?:ltd|inc|llc|co)\b)",
    re.I,
)
_HOLDER_FIRST = regex(
    r"\s*(?P<name>[\u4e00-\u9fffA-Za-z0-9]{2,16}?)\s*版权所有"
    r"|\s*(?P<latin>(?!Copyright\b)"
    r"[A-Z][\w.&'’-]*(?: (?:[A-Z&][\w.&'’-]*|of|the|and)){0,4}) ©\s*(?:19|20)\d\d"
)
_NOT_OF_PAGE = regex(r"(?:the|its) authors?\b|powered by|software|^\W*本文|著作权归", re.I)
"""Who holds the rights to the program, or to the text alone."""
_THANKED = regex(r"\b[Tt]hanks for reading (?P<name>[^!.]{2,40})[!.]")
_LEGAL_FORM = regex(
    r"(?<=[报報网網社刊台志誌])(?:股份)?有限(?:责任|責任)?公司$|(?<=[报報])社$"
    r"| (?:GmbH|AG|KG|S\.A|PLC|Pty)\b.*$"
)
"""Behind a paper's name: no reader calls it so."""
_COMPANY = regex(
    r"(?P<name>\S.*?)(?: (?:[Ii]nternet|[Ii]nteractive|[Dd]igital|[Oo]nline"
    r"|[Mm]edia|[Vv]entures|[Gg]roup|[Nn]etworks?|[Hh]oldings"
    r"|[Pp]ublishing|[Pp]ublications|[Cc]ommunications|[Cc]ompany|[Pp]artners|[Cc]orporation|[Ll]imited))+"
)
"""Behind a site's name, which stands on a line of its own, what its company is called."""
_OF_HOLDER = frozenset(("©", "(c)", "copyright", "版权所有"))
_OF_ITSELF = frozenset(("licensed under", "published under", "uses cookies"))
_THANKS, _GREETING = "thanks for reading ", frozenset(("这里是", "欢迎", "episode of "))
NAMING = _OF_HOLDER | _OF_ITSELF | _GREETING | {_THANKS}
"""A page that says in one of these ways what it calls itself has one, in lower case."""
_RIGHTS = regex(r"©|\(c\)|copyright\b")
_MASTHEAD = 4
"""Rows from the top in which a site's name may stand."""


def masthead(
    rows: Sequence[Row], fates: Sequence[str], wrote: set[str], told: AbstractSet[str]
) -> str | None:
    """The holder of the copyright; better its short form at the top of the page."""
    if "removed" not in fates or _OF_HOLDER.isdisjoint(told):
        return None
    holder = None
    for row, fate in zip(reversed(rows), reversed(fates), strict=True):
        rights = fate == "removed" and len(row.text) < (_LONGEST_NOTICE if _RIGHTS.match(row.fold) else 160)
        found = (_HOLDER_FIRST.match(row.written) or _HOLDER.search(row.written)) if rights else None
        if found and not _NOT_OF_PAGE.search(row.written) and not _is_credit(row, rows, found):
            holder = _LEGAL_FORM.sub("", row.text[slice(*found.span(found.lastgroup or 0))].strip(" -–—·"))
            break
    if holder in wrote:
        holder = thanked(rows, told)
    if not holder or NO_HOUSE.search(simplify(holder)) or len(holder.split()) > 6 or holder[0].islower():
        return None
    if (outlet := outlets.named(simplify(holder).lower())) is not None:
        return outlet
    if (first := _COMPANY.fullmatch(holder)) and any(row.text.strip() == first["name"] for row in rows):
        return first["name"]
    for row in rows[:_MASTHEAD]:
        top = re.split(r"\s*[>›»|·]\s*|\s*首[页頁]", row.text)[0].strip()
        short = simplify(top) in simplify(holder)
        # A site's letter or podcast has its name and more: Tide Today of Tide, alone on a line of its own.
        longer = holder in top and not any(other.text.strip() == holder for other in rows)
        if (
            2 <= len(top) <= 40
            and "©" not in top
            and (short or longer)
            and not NO_HOUSE.search(simplify(top))
        ):
            return top
    return holder


def _is_credit(row: Row, rows: Sequence[Row], found: re.Match[str]) -> bool:
    """© Jane Doe, and nothing else: a picture's, unless the page has the name once more."""
    name = found[found.lastgroup or 0].strip()
    if found.start() > 0 or found.end() < len(row.written.rstrip()) or not row.written.startswith("©"):
        return False
    if _YEAR.search(row.written):
        return False
    return not any(other is not row and name in other.text and "©" not in other.text for other in rows)


_YEAR = regex(r"(?:19|20)\d\d")
_SAYS_OF_ITSELF = regex(
    r"(?P<name>(?!(?:This|It|All|Content|Contents|Text|Articles?|Images?|Photos?|We|Unless|Your?|That|These|Our)\b)"
    r"[A-Z][\w.&'’-]*(?: (?:[A-Z&][\w.&'’-]*|of|the)){0,4})"
    r"(?: by [^.]{3,60})? (?:(?:is|are) (?:licensed|published) under|uses cookies)\b"
)


def licensed(
    rows: Sequence[Row], fates: Sequence[str], wrote: set[str], told: AbstractSet[str]
) -> str | None:
    """The Tide Log by the Crew is licensed under ..., The Tide Log uses cookies: said of itself."""
    for row, fate in () if _OF_ITSELF.isdisjoint(told) else zip(rows, fates, strict=True):
        may = fate == "removed" and len(row.text) < _LONGEST_NOTICE and not row.han
        found = _SAYS_OF_ITSELF.match(row.text) if may else None
        if found and found["name"] not in wrote and not NO_HOUSE.search(found["name"]):
            return found["name"]
    return None


_LONGEST_NOTICE = 400
_ON_PAPER = regex(
    r"(?P<name>[\u4e00-\u9fff]{2,8}(?:报|周刊))[\s·|｜_-]*(?:多媒体)?(?:数字报(?:纸|刊)?|数字版|电子报刊?|电子版)(?:[\s|｜].{0,12})?"
)
"""石螺日报 数字报纸: above the pages of a paper."""
_LOG = regex(
    r"(?!Our |My |Read |More |All |Blog )[A-Z][\w.'’&-]*(?: [A-Z&][\w.'’&-]*){0,3}"
    r" (?:Blog|Magazine|Gazette|Herald|Tribune|Chronicle)"
)


def at_top(rows: Sequence[Row], fates: Sequence[str], wrote: set[str]) -> str | None:
    """The Tram Blog: among the first lines, what its last word says is a publication."""
    for row, fate in zip(rows[:_MASTHEAD], fates, strict=False):
        name = row.text.strip()
        if fate == "removed" and len(name) <= 40 and _LOG.fullmatch(name) and name not in wrote:
            return name
        paper = _ON_PAPER.fullmatch(row.written.strip()) if fate == "removed" and row.han else None
        if paper and not NO_HOUSE.search(paper["name"]):
            return name[: paper.end("name")]
    return None


def thanked(rows: Sequence[Row], told: AbstractSet[str]) -> str | None:
    """A newsletter calls itself by its name where it thanks its readers."""
    if _THANKS not in told:
        return None
    found = (_THANKED.search(row.text) for row in rows if not row.han and len(row.text) < 200)
    return next((match["name"] for match in found if match), None)


_SHOW = regex(r"\b(?:[Ee]pisode of (?:the )?(?P<house>[A-Z][\w’'&]*(?: [A-Z][\w’'&]*){0,4})(?=[!.,]|$))")
"""Hello to a new episode of Tide Party!"""


def channel(rows: Sequence[Row], told: AbstractSet[str]) -> str | None:
    for row in () if _GREETING.isdisjoint(told) else spoken_first(rows):
        greeting = row.written[:60]
        for match in HOST.finditer(greeting) if "这里是" in greeting or "欢迎" in greeting else ():
            if match["house"] and not NO_HOUSE.search(match["house"]):
                return row.text[slice(*match.span("house"))]
        show = _SHOW.search(row.text[:120]) if not row.han else None
        if show:
            return show["house"]
    return None
