"""A house that no list has, by all that a page shows of it. Pure.

One sign alone (a name behind the title, on a logo, in the site's calls) may be another's;
what several say, or the address too, is the page's own name. `weights.toml` says what
each counts.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet

from digest.cleaning.lines.rows import Row
from digest.cleaning.metadata import outlets
from digest.cleaning.metadata.evidence import least, weights
from digest.cleaning.metadata.no_house import NO_HOUSE
from digest.cleaning.metadata.titles import LONGEST_HEAD, letters, without_site
from digest.language.lazy import regex
from digest.language.script import HAN, simplify

_LATIN = r"(?:The |the )?[A-Z0-9][\w.&'’-]*(?: (?:[A-Z&][\w.&'’-]*|of|the|and|in)){0,4}"
_TITLED = regex(r"\s*(?:--|[|｜_·•–—-])\s*(?P<name>[^|｜_·•]{2,40}?)\s*(?:[|｜_·•].*)?")
"""What stands behind the title on a line of its own, up to the next sign."""
_LEAD = regex(
    rf"[《【（(〔]?(?P<name>[{HAN}A-Za-z0-9]{{2,10}}?)"
    r"(?:(?:(?:北京|当地|台北)时间)?(?:(?:19|20)\d\d年)?(?:\d{1,2}月)?\d{1,2}日(?:专?讯|消息)|(?<![资通快简])讯(?=[】）〕\s：:])|报道\s*(?:[:：]|[）)】]))"
    # In front of 电 stands where it was sent from, behind the agency.
    rf"|(?P<agency>[{HAN}]{{1,5}}[社网])[{HAN}·]{{2,8}}?(?:\d{{1,2}}月)?\d{{1,2}}日(?:综合|外|专)?电"
    rf"|【(?P<wire>[{HAN}]{{1,6}}讯|[{HAN}]{{2,8}}资讯)】"
)
"""In front of the first sentence: 云上某地10月8日讯, 【橙讯】, （某某日报报道）."""
_NO_LEAD = regex(r"^[据近昨今]|^本[报刊台网站]|记者|通讯员|综合")
_LOGO = regex(
    rf"(?P<name>{_LATIN}?)(?:[’']s)?(?: (?:Desktop|Mobile|Site))? (?:Logo|logo|home ?page|avatar)\b"
    r"|\b[Ll]ogo of (?:the |podcast )?(?P<of>\S.{1,30})$"
)
_OF_LOGO = ("ogo", "home", "avatar")
"""A logo is not called without one of these."""
_CALL = regex(
    r"(?:\b[Ff]ollow|\b[Mm]ore from|\b[Cc]heck out|\b[Ss]ubscribe to|\b[Jj]oin|\b[Aa]bout|\b[Ww]elcome to"
    r"|\b[Vv]isit|\b[Ss]ign up (?:for|to)(?: the)?|\b[Gg]o to the|\bepisode of|\bthanks for reading"
    rf"|\b(?:editor|reporter|writer|correspondent)(?:-in-chief)? (?:at|of|for)) (?P<name>{_LATIN})"
)
_OF_CALL = frozenset((
    "follow ", "more from ", "check out ", "subscribe to ", "join ", "about ", "welcome to ", "visit ",
    "sign up ", "go to the ", "episode of ", "thanks for reading ", "editor", "reporter", "writer",
    "correspondent",
))  # fmt: skip
_CALL_ZH = regex(
    rf"(?:加入|下载|订阅|关注|关于|收听|成为)\s?《?(?P<name>[{HAN}A-Za-z0-9]{{2,10}}?)"
    r"(?:》|app|rss|客户端|公众号|电子报|的?(?:月费)?订户|粉专|频道|播客|隐私)"
)
_OF_CALL_ZH = frozenset(("加入", "下载", "订阅", "关注", "关于", "收听", "成为"))
_OF_ADDRESS = frozenset(("@", "www.", "http"))
SHOWING = _OF_CALL | _OF_CALL_ZH | _OF_ADDRESS
"""No call, and no address, is without one, in lower case."""
_TOLD = regex(
    rf"[向对告诉]《(?P<name>[{HAN}A-Za-z0-9]{{2,8}})》|\btold (?P<latin>{_LATIN})"
    rf"|《(?P<asks>[{HAN}A-Za-z0-9]{{2,8}})》(?:记者|查询|接获|获悉|实测)"
)
"""Whom those in the text told it, or who asked them."""
_ADDRESS = regex(
    r"(?:@|\bwww\.|https?://)(?:[a-z0-9-]+\.){0,3}?(?P<host>[a-z0-9-]{3,24})\.(?:com|net|org|news|io|co|cn|tw|hk|tv)\b"
)
_POSSESSIVE = regex(r"[’']s$")
_LONGEST, _LONGEST_NAME, _FEWEST, _OFTEN = 200, 40, 2, 2


def shown(
    rows: Sequence[Row],
    fates: Sequence[str],
    url: str | None,
    wrote: set[str],
    told: AbstractSet[str],
    *,
    sure: bool = False,
) -> str | None:
    """The name that most of the page speaks for, where that is enough; never a writer's.

    *told*: what the page has of `SHOWING`, and more; *sure*: only one that the page's own address, *url*,
    says too.
    """
    signs: defaultdict[str, Counter[str]] = defaultdict(Counter)
    names: dict[str, str] = {}
    subject = _title(rows, fates)
    own = hosts = frozenset(
        found["host"].replace("-", "") for found in _ADDRESS.finditer((url or "").lower())
    )
    for sign, name in _signs(rows, fates, told):
        name = _POSSESSIVE.sub("", name.strip(" .,，。'’-–—"))  # noqa: PLW2901 - the same name, bare
        key = letters(simplify(name).lower())
        if sign == "address":
            hosts = hosts | {key}
            continue
        no_house = NO_HOUSE.search(simplify(name).lstrip("0123456789"))
        if len(key) < _FEWEST or len(name) > _LONGEST_NAME or name in wrote or no_house or key in subject:
            continue
        names.setdefault(key, name)
        signs[key][sign] += 1
    for key in names:
        signs[key]["address"] = int(not hosts.isdisjoint(_hosts_of(key)))
    counts = weights("publisher")
    points = {
        key: sum([counts[sign] * min(times, _OFTEN) for sign, times in found.items()])
        for key, found in signs.items()
        if not sure or not own.isdisjoint(_hosts_of(key))
    }
    best = max(points, key=lambda key: points[key], default="")
    if not best or points[best] < (counts["sure"] if sure else least("publisher")):
        return None
    return outlets.named(simplify(names[best]).lower()) or names[best]


def _title(rows: Sequence[Row], fates: Sequence[str]) -> str:
    titles = (row.fold for row, fate in zip(rows, fates, strict=True) if fate == "title")
    return letters(without_site(next(titles, "")))


def _hosts_of(key: str) -> set[str]:
    """How the address of a house so called begins: The Verge and VideoCardz.com have it shorter."""
    bare = key.removeprefix("the")
    return {key, bare, bare.removesuffix("com"), bare.removesuffix("news")}


def _signs(rows: Sequence[Row], fates: Sequence[str], told: AbstractSet[str]) -> Iterator[tuple[str, str]]:
    title = _title(rows, fates)
    first = next((at for at, fate in enumerate(fates) if fate == "body"), len(rows))
    alone: defaultdict[str, int] = defaultdict(int)
    # What none of the lines has is looked for in none of them.
    around = [row for row, fate in zip(rows, fates, strict=True) if fate != "body"]
    whole, folded = "\n".join([row.text for row in around]), "\n".join([row.fold for row in around])
    logos, chinese = any(map(whole.__contains__, _OF_LOGO)), any(map(folded.__contains__, _OF_CALL_ZH & told))
    calls = any(map(folded.__contains__, _OF_CALL & told)) and _CALL.search(whole) is not None
    addresses = any(map(folded.__contains__, _OF_ADDRESS & told))
    for at, (row, fate) in enumerate(zip(rows, fates, strict=True)):
        if fate == "body":
            lead = _LEAD.match(row.written) if at <= first + 1 else None
            if lead and not _NO_LEAD.search(lead[lead.lastgroup or 0]):
                yield "lead", row.text[slice(*lead.span(lead.lastgroup or 0))]
            if "told " in row.text or "《" in row.text:
                yield from (("told", found[found.lastgroup or 0]) for found in _TOLD.finditer(row.text))
            continue
        if len(row.text) > _LONGEST or (fate == "heading" and not (logos and _LOGO.search(row.text))):
            continue
        if at < LONGEST_HEAD and title and len(title) > 2 * _FEWEST and (tail := _behind(row, title)):
            yield "title", tail
        for found in _LOGO.finditer(row.text) if logos else ():
            yield "logo", found[found.lastgroup or 0]
        for found in _CALL.finditer(row.text) if calls else ():
            yield "call", found[found.lastgroup or 0]
        for found in _CALL_ZH.finditer(row.fold) if chinese else ():
            yield "call", row.text[slice(*found.span("name"))]
        for found in _ADDRESS.finditer(row.fold) if addresses else ():
            yield "address", found["host"]
        if fate == "removed" and 2 <= len(row.text) <= _LONGEST_NAME and not row.stops and not row.commas:
            alone[row.text.strip()] += 1
            yield ("alone" if alone[row.text.strip()] == 1 else "again"), row.text


def _behind(row: Row, title: str) -> str | None:
    """What the line has behind the *title*."""
    own = letters(row.fold)
    if not own.startswith(title) or len(own) <= len(title) + 1:
        return None
    seen = 0
    for at, sign in enumerate(row.fold):
        seen += sign.isalnum()
        if seen == len(title):
            behind = _TITLED.fullmatch(row.text, at + 1)
            return behind["name"] if behind else None
    return None
