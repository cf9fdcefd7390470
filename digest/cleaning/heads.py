"""Title, authors and publisher, from the lines around the body and from what a page claims. Pure."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from digest.cleaning.rows import Row
from digest.cleaning.rulebook import Rulebook
from digest.cleaning.topic import units
from digest.model import Metadata

# --- the title ----------------------------------------------------------------

_HEAD = 14
"""Rows, from the top, among which a title is looked for."""

_SITE_TAIL = re.compile(r"(?:\s*[_|｜丨]\s*|\s+[-–—]\s+|-(?=[^\s-]{2,12}$))[^_|｜丨]{1,24}$")
_SITE = re.compile(
    r"^.{0,12}(?:新闻|网|日报|晚报|在线|资讯|频道|news|times|post|daily|\.com|\.cn|\.news)$", re.I
)
_QUESTION = re.compile(r"[！？!?：:，,|]")


def title_row(rows: Sequence[Row], metadata: Metadata, book: Rulebook) -> Row | None:
    """The line that is the article's title, None when it has none."""
    marked = next((row for row in rows if row.role == "title"), None)
    if marked is not None:
        return marked
    claimed = _key(metadata.title or "")
    counts = Counter(_key(row.fold) for row in rows[: _HEAD * 2])
    best, best_score = None, 0.0
    prose_units = _prose_units(rows)
    for at, row in enumerate(rows[:_HEAD]):
        score = _title_score(row, at, counts[_key(row.fold)], prose_units, book)
        if claimed and (_key(row.fold) in claimed and len(_key(row.fold)) * 2 > len(claimed)):
            score += 3
        if score > best_score:
            best, best_score = row, score
        if row.is_prose and row is not best:
            break
    return best


def _title_score(row: Row, at: int, times: int, prose: set[str], book: Rulebook) -> float:
    """Above 0 for a line that can be a title; the site's name and its menus cannot."""
    if not 4 <= row.size <= 60 or row.stops > 3 or row.text[-1:] in "。；;，,：:" or len(row.text) > 220:
        return 0.0
    if (row.is_prose and (row.size > 40 or "。" in row.text)) or book.first(
        row.fold, row.written
    ) is not None:
        return 0.0
    own = units(row.fold)
    shared = len(own & prose) / len(own) if own else 0.0
    score = 1.0 + 2.0 * shared - 0.1 * at
    if row.role == "heading":
        score += 0.5
    if times > 1 and row.size >= 8:
        score += 1.0
    if row.size < 8 or _SITE.match(row.fold):
        score -= 1.2
    if _QUESTION.search(row.text) or row.size >= 12:
        score += 0.4
    return score


def _prose_units(rows: Sequence[Row]) -> set[str]:
    found: set[str] = set()
    size = 0.0
    for row in rows:
        if row.is_prose:
            found |= units(row.fold)
            size += row.size
            if size > 4000:
                break
    return found


def title_text(row: Row | None, metadata: Metadata) -> str | None:
    """The title as printed, without the site's name behind it."""
    text = row.text if row else (metadata.title or "").strip()
    if not text:
        return None
    for _ in range(3):
        bare = _SITE_TAIL.sub("", text)
        if bare == text or len(bare) < 6:
            break
        text = bare
    return re.sub(r"\s+", " ", text).strip(" #*【】") or None


def _key(text: str) -> str:
    return "".join(filter(str.isalnum, text.lower()))


# --- who ----------------------------------------------------------------------

_WRITES = r"(?:文字?|作者|撰文|撰稿人?|(?:本报|特约|见习|实习|首席|资深)?记者|采写|编译|翻译|译者?|written by|words|story by|text by|reported by|by|author)"
_AUTHOR = re.compile(
    rf"(?:^|[\s【\[(（/丨|｜·]){_WRITES}\s*[】\])）]?\s*(?:[|｜丨︱┃/／:：·]+|\s)\s*"
    r"(?P<names>[^|｜丨:：/／()（）\[\]【】。，0-9]{2,40}?)"
    r"\s*(?=$|[)）\]】|｜丨/／,，;；]|\s{2}|\s(?:编辑|责编|责任编辑|审核|审校|校对|来源|出品|摄影|编译|翻译|制图|设计|策划|统筹|主编|监制)|\s*\d{4})",
    re.I,
)
_SIGNED = re.compile(
    r"[(（【\[]\s*(?P<house>[^()（）/／|｜:：\s]{2,14}?)(?:特约)?编译\s*[/／|｜:：]\s*(?P<name>[^()（）]{1,12})[)）】\]]\s*$"
)
_SOURCE = re.compile(
    r"(?:^|[\s(（【\[])(?:本文|文章|稿件|消息|信息|内容|新闻)?(?:来\s?源|出处|来自|转自|转载自|首发于?|原载于?|source|via)\s*(?:[:：|｜丨/]|于[:：])\s*"
    r"(?P<name>[^|｜丨\s:：,，。()（）\[\]【】]{2,24}(?: [A-Za-z][^|｜丨:：,，。()（）]{0,30})?)",
    re.I,
)
_ACCOUNT_DATE = re.compile(
    r"^(?P<name>[^\s\d:：|｜·•,，。]{2,16})[\s|｜·•]+(?:发布于|发表于)?\s*(?:19|20)\d\d\s*[-/.年]"
)
_STATISTICS = re.compile(r"文章数|关注度|粉丝|篇文章|followers", re.I)
_NAME_SPLIT = re.compile(r"\s*(?:、|,|，|&|\band\b|\s{2,}|和(?=.{2,4}$))\s*")
_HOST = re.compile(
    r"(?:这里是|欢迎(?:来到|收看|收听))(?P<house>[^，,。！!\s]{2,14})[，,\s]*(?:我是(?P<name>[^，,。！!\s]{1,8}))?"
)


def authors(rows: Sequence[Row], fates: Sequence[str], metadata: Metadata) -> tuple[str, ...]:
    """Those who wrote it, in the order named; editors, photographers and designers did not."""
    found: list[str] = []
    for row, fate in zip(rows, fates, strict=True):
        if fate == "byline" and row.size < 60:
            for match in _AUTHOR.finditer(row.written):
                start, end = match.span("names")
                found += _names(row.text[start:end])
    if not found:
        found = _signed(rows, fates) or _host(rows, fates)
    if not found:
        found = [name for author in metadata.authors for name in _names(author)]
    return tuple(dict.fromkeys(found))


def _names(text: str) -> list[str]:
    parts = [part.strip(" ·|｜/-—") for part in _NAME_SPLIT.split(text.strip())]
    named = []
    for part in parts:
        pieces = (
            part.split()
            if re.fullmatch(r"(?:[\u4e00-\u9fff]{2,4}\s+)+[\u4e00-\u9fff]{2,4}", part)
            else [part]
        )
        named += [piece for piece in pieces if 1 < len(piece) <= 40 and not _SITE.match(piece)]
    return named


def _last_body(rows: Sequence[Row], fates: Sequence[str]) -> list[Row]:
    body = [row for row, fate in zip(rows, fates, strict=True) if fate in ("body", "byline")]
    return body[-3:]


def _signed(rows: Sequence[Row], fates: Sequence[str]) -> list[str]:
    for row in _last_body(rows, fates):
        found = _SIGNED.search(row.text)
        if found:
            return [found["name"].strip()]
    return []


def _host(rows: Sequence[Row], fates: Sequence[str]) -> list[str]:
    for row in rows[:3]:
        found = _HOST.search(row.written)
        if found and found["name"]:
            return [row.text[slice(*found.span("name"))]]
    return []


def publisher(rows: Sequence[Row], fates: Sequence[str], metadata: Metadata) -> str | None:
    """Who published it: a source line, the account's name, the signature, the page's own claim."""
    bylines = [row for row, fate in zip(rows, fates, strict=True) if fate == "byline"]
    for row in bylines:
        found = _SOURCE.search(row.written)
        if found:
            return row.text[slice(*found.span("name"))].strip()
    for row in bylines:
        found = _ACCOUNT_DATE.search(row.written)
        if found:
            return row.text[slice(*found.span("name"))]
    for row in _last_body(rows, fates):
        found = _SIGNED.search(row.text)
        if found:
            return found["house"]
    return metadata.publisher or _account_box(rows) or _channel(rows)


def _account_box(rows: Sequence[Row]) -> str | None:
    """The name that stands above an account's statistics."""
    for at, row in enumerate(rows):
        if row.size < 24 and _STATISTICS.search(row.written) and re.search(r"\d", row.text):
            above = rows[max(0, at - 3) : at]
            for name in above:
                bare = name.text.split()[0] if name.text.split() else ""
                if 2 <= len(bare) <= 14 and sum(bare in other.text for other in above) > 1:
                    return bare
    return None


def _channel(rows: Sequence[Row]) -> str | None:
    for row in rows[:3]:
        found = _HOST.search(row.written)
        if found:
            return row.text[slice(*found.span("house"))]
    return None
