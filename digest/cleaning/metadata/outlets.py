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
from digest.language.lazy import regex
from digest.language.script import simplify

_SITE = regex(
    r"app|客户端|网站|官网|版权|著作权|©|copyright|all rights|粉丝团|粉专|电子报|频道|报料|爆料"
    r"|correspondent|staff writer|reporter, |editor, |on google|preferred source"
    r"|手机版|首发于|来自|创作者中心|登录|下载|订阅|会员|关注|加入|上传并发布|不代表|号平台|立场|观点|编辑部|客服|[投来]稿"
)
"""What a site says about itself, in Simplified and lower case."""
_OF_PICTURE = regex(
    r"\b(?:image|photo|picture|video) (?:copyright|caption|source|credit)|\bimage: |credit\.{3}"
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
_ENOUGH = 2
_LONGEST_SIGN = 24
"""Characters of a line that may be nothing but an outlet's marks."""


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
    for at, (row, fate) in enumerate(zip(rows, fates, strict=True)):
        if fate == "title":
            tail = _TITLE_TAIL.search(row.fold)
            if tail and (name := named(tail[1])):
                points[name] += 3
        elif fate == "body":
            lead = _LEAD.match(row.fold) if at == body else None
            found = _found(row.fold[: lead.end()]) if lead else []
            if found:
                points[_marks()[found[0][1]]] += 3
        elif (
            fate in ("removed", "byline")
            and (len(row.fold) < 160 or _POSTED_BY_USER in row.fold)
            and not _OF_PICTURE.search(row.fold)
        ):
            # The cheap question first: of most lines neither their place nor their words can count.
            if (
                at >= _HEAD
                and fate != "byline"
                and len(row.fold) > _LONGEST_SIGN
                and not _SITE.search(row.fold)
            ):
                continue
            found = _found(row.fold)
            for start, mark in found:
                above = start == 0 and at < min(body, _HEAD) and _opens(row.fold, mark)
                signed = fate == "byline" and start + len(mark) == len(row.fold)
                # Below an English text a name alone is a button to share by, or a link.
                if row.han or at < _HEAD or fate == "byline":
                    signed = signed or (
                        not _without(row.fold, found).strip(" ·|｜-—") and not _is_button(rows, at)
                    )
                if (
                    above
                    or signed
                    or _SITE.search(row.fold, max(0, start - _NEAR), start + len(mark) + _NEAR)
                ):
                    points[_marks()[mark]] += 2
                    break
    best = max(points.values(), default=0)
    return next(name for name in points if points[name] == best) if best >= _ENOUGH else None


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
