"""Well-known outlets, told by the marks that a page of theirs shows around the text. Pure.

A mark counts where a site speaks of itself: opening a line above the body, behind
the title, in a line about its own program, pages or rights, in the agency's
brackets before the first sentence. A paper that the text only quotes has none.
"""

from __future__ import annotations

import tomllib
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache
from operator import add
from pathlib import Path
from typing import Any

from digest.cleaning.lines.rows import Row
from digest.language.lazy import begun, regex
from digest.language.script import simplify

_SITE = begun(
    "aceors©p客网官版著粉电频报爆手首来创登下订会关加上不号立观编投",
    r"(?<![a-z])app(?![a-z])"
    r"|客户端|网站|官网|版权|著作权|©|copyright|all rights|粉丝团|粉专|电子报|频道|报料|爆料"
    r"|correspondent|staff writer|reporter, |editor, |on google|preferred source"
    r"|手机版|首发于|来自|创作者中心|登录|下载|订阅|会员|关注|加入|上传并发布|不代表|号平台|立场|观点|编辑部|客服|[投来]稿",
)
"""What a site says about itself, in Simplified and lower case."""
_OF_PICTURE = regex(
    r"\b(?:image|photo|picture|video) (?:copyright|caption|source|credit)|\bimage: |credit\.{3}"
    r"|(?:图片|图像|照片|影像|视频)(?:版权|来源|提供)"
)
"""Who took one publishes nothing of the page."""
_TITLE_TAIL = regex(r"(?:\s*[_|｜丨]\s*|\s+[-–—]\s+|-)([^_|｜丨]{1,24})$")
_LEAD = regex(
    r"^[【（(〔\[]?\s*([^】）)〕\]。，]{2,60}[】）)〕\]]|.{0,24}/[^/]{2,12}/"
    r"|[\u4e00-\u9fff·\s]{2,16}\d{1,2}\s?月\s?\d{1,2}\s?日(?:[^，。]{0,4}[电讯]|\s*[-–—]))"
)
"""Where an agency names itself: in brackets, between slashes, in front of the place and the day."""
_HOST = regex(r"https?://(?:[^/@\s]*@)?([^/:?#\s]+)")
_END_OF_MARK = regex(r"$|[\s>›»|｜_\-–—·・:：,，/（(]|首页|新闻|网|电子报|app|即时|快讯|专栏|号")
_POSTED_BY_USER = "上传并发布"
"""A platform says of what its users post that it only keeps it, at some length."""
_HEAD = 8
_SURE, _LIKELY, _ENOUGH = 3, 2, 2
"""Points of a mark behind the title or in the lead, of one in another line, and those that make an outlet."""
_LONGEST_SIGN, _LONGEST = 24, 160
"""Characters of a line that may be nothing but an outlet's marks; of one in which a site speaks of itself."""


@cache
def _marks() -> Mapping[str, str]:
    """The outlet's name for each of its marks, in Simplified and lower case."""
    return {
        simplify(mark).lower(): outlet["name"]
        for outlet in _table()["outlet"]
        for mark in (outlet["name"], *outlet.get("marks", ()))
    }


@cache
def _table() -> Mapping[str, Any]:
    return tomllib.loads((Path(__file__).parent / "outlets.toml").read_text("utf-8"))


@cache
def _sites() -> Mapping[str, str]:
    return {host: site["name"] for site in _table()["site"] for host in site["hosts"]}


@cache
def _by_head() -> Mapping[str, Sequence[str]]:
    """The marks by their first two characters, the longest first: 新浪财经 is not read as 新浪."""
    heads: dict[str, list[str]] = {}
    for mark in sorted(_marks(), key=len, reverse=True):
        heads.setdefault(mark[:2], []).append(mark)
    return heads


def _found(fold: str) -> list[tuple[int, str]]:
    """The marks in *fold*, each with its place; none inside another."""
    found: list[tuple[int, str]] = []
    heads, end = _by_head(), 0
    if heads.keys().isdisjoint(map(add, fold, fold[1:])):
        return found  # of most lines
    for at in range(len(fold) - 1):
        for mark in heads.get(fold[at : at + 2], ()) if at >= end else ():
            if fold.startswith(mark, at) and _is_whole(fold, at, mark):
                found.append((at, mark))
                end = at + len(mark)
                break
    return found


def _is_whole(fold: str, at: int, mark: str) -> bool:
    """Latin marks are whole words."""
    before, behind = fold[at - 1 : at], fold[at + len(mark) : at + len(mark) + 1]
    return not mark.isascii() or (before not in _OF_AN_ADDRESS and behind not in _OF_A_WORD)


_OF_A_WORD = frozenset("abcdefghijklmnopqrstuvwxyz0123456789")
_OF_AN_ADDRESS = _OF_A_WORD | {"@"}


def named(fold: str) -> str | None:
    """The outlet that *fold*, in Simplified and lower case, is the name or a mark of."""
    bare = fold.strip()
    # 晚点 LatePost: some write a blank between their Chinese name and the other.
    return _marks().get(bare) or (None if bare.isascii() else _marks().get(bare.replace(" ", "")))


def at_address(url: str) -> str | None:
    """The outlet whose site *url* lies on; None where it is not known."""
    host = _HOST.match(url.lower())
    labels = host[1].split(".") if host else []
    hosts = (".".join(labels[at:]) for at in range(max(0, len(labels) - 1)))
    return next(filter(None, (_marks().get(host) or _sites().get(host) for host in hosts)), None)


def shown(rows: Sequence[Row], fates: Sequence[str]) -> str | None:
    """The outlet whose marks the page shows most; None when it shows none."""
    points: defaultdict[str, int] = defaultdict(int)
    body = next((at for at, fate in enumerate(fates) if fate == "body"), len(rows))
    for at, fate in enumerate(fates):
        name, weight = None, _SURE
        if fate == "title":
            name = _behind_title(rows[at].fold)
        elif fate == "body":
            name = _in_lead(rows[at].fold) if at == body else None
        elif fate in ("removed", "byline"):
            name, weight = _of_itself(rows, at, min(body, _HEAD), fate == "byline"), _LIKELY
        if name:
            points[name] += weight
    best = max(points.values(), default=0)
    return next(name for name in points if points[name] == best) if best >= _ENOUGH else None


def _behind_title(fold: str) -> str | None:
    tail = _TITLE_TAIL.search(fold)
    return named(tail[1]) if tail else None


def _in_lead(fold: str) -> str | None:
    lead = _LEAD.match(fold)
    found = _found(fold[: lead.end()]) if lead else []
    return _marks()[found[0][1]] if found else None


def _of_itself(rows: Sequence[Row], at: int, head: int, is_byline: bool) -> str | None:
    """The outlet that a line around the text shows to be the site's; the first *head* rows are above it."""
    row, fold = rows[at], rows[at].fold
    if len(fold) >= _LONGEST and _POSTED_BY_USER not in fold:
        return None
    prominent = at < _HEAD or is_byline
    # The cheap question first: of most lines neither their place nor their words can count.
    if not prominent and len(fold) > _LONGEST_SIGN and not _SITE.search(fold):
        return None
    found = _found(fold)
    if not found or _OF_PICTURE.search(fold):
        return None
    if at >= _TOP and fold.strip() == found[0][1] and _marks()[found[0][1]] in BOARDS:
        return None  # a button by which a page in Chinese is shared
    # Below an English text a name alone is a button to share by, or a link.
    alone = (row.han or prominent) and not (_without(fold, found).strip(" ·|｜-—") or _is_button(rows, at))
    for start, mark in found:
        end = start + len(mark)
        opens = start == 0 and at < head and _opens(fold, mark)
        signs = is_byline and end == len(fold)
        if alone or opens or signs or _SITE.search(fold, max(0, start - _NEAR), end + _NEAR):
            return _marks()[mark]
    return None


BOARDS = frozenset({"知乎", "豆瓣", "雪球", "微博", "哔哩哔哩", "简书"})
"""Where those who write are persons; elsewhere an account publishes."""
_TOP = 4
"""Rows in which a board's own page has its name."""
_NEAR = 24
"""Characters between an outlet's name and what a site says of itself."""


def _is_button(rows: Sequence[Row], at: int) -> bool:
    """Beside the name of another site: what is said of all of them is where to share the page."""
    near = {
        row.fold for row in rows[max(0, at - _BESIDE) : at + _BESIDE + 1] if len(row.fold) <= _LONGEST_SIGN
    }
    return any(fold != rows[at].fold and (fold in _marks() or fold in _site_names()) for fold in near)


_BESIDE = 2
"""Rows between two buttons of one box."""


@cache
def _site_names() -> frozenset[str]:
    return frozenset(site["name"].lower() for site in _table()["site"])


def _opens(fold: str, mark: str) -> bool:
    return _END_OF_MARK.match(fold, len(mark)) is not None


def _without(fold: str, found: Sequence[tuple[int, str]]) -> str:
    parts, at = [], 0
    for start, mark in found:
        parts.append(fold[at:start])
        at = start + len(mark)
    return "".join(parts) + fold[at:]
