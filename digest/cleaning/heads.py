"""The title: which line it is, and how it reads without the site's name. Pure."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cached_property

from digest.cleaning.rows import Row
from digest.cleaning.rulebook import Rulebook
from digest.cleaning.topic import units
from digest.model import Metadata

# --- the title ----------------------------------------------------------------

_HEAD = 14
"""Rows, from the top, among which a title is looked for."""

_SITE_TAIL = re.compile(r"(?:\s*[_|｜丨]\s*|\s+[-–—]\s+|-(?=[^\s\d-][^\s-]{1,11}$))[^_|｜丨]{1,24}$")
_SITE = re.compile(
    r"^.{0,12}(?:新闻|网|日报|晚报|时报|电子报|在线|资讯|频道|news|times|post|daily|\.com|\.cn|\.news)$", re.I
)
_LABEL = re.compile(
    r"(?:标题|標題)\s*[:：]?\s*(?=[\[【])|[【\[［](?:[^】\]］]{0,8}(?:报|報|网|網|新闻|新聞|社|周刊|週刊)|独家|獨家|快讯|快訊|转载|轉載|原创|原創|视频|影|图|圖)[】\]］]\s*"
)
"""The paper's name, or a label of the site, in front of a title."""
_QUESTION = re.compile(r"[！？!?：:，,|]")


def title_row(rows: Sequence[Row], metadata: Metadata, book: Rulebook, spoken: bool = False) -> Row | None:
    """The line that is the article's title, None when it has none. What was *spoken* is no title."""
    marked = next((row for row in rows if row.role == "title"), None)
    if marked is not None or spoken:
        return marked
    claimed = letters((metadata.title or "").lower())
    page = _Page(rows, book)
    best, best_score = None, 0.0
    for at, row in enumerate(rows[:_HEAD]):
        score = page.score(row, at)
        if claimed and (letters(row.fold) in claimed and len(letters(row.fold)) * 2 > len(claimed)):
            score += 3
        if score > best_score:
            best, best_score = row, score
        if row.is_prose and row is not best and book.first(row.fold, row.written) is None:
            break
    return best


def _named_below(row: Row, rows: Sequence[Row]) -> bool:
    """The site calls itself by this name further down ("Thanks for reading ...")."""
    below = rows[max(_HEAD, len(rows) // 2) :]
    return any(
        row.fold in other.fold and row.fold != other.fold
        for other in below
        if other.size < 60 and not other.is_prose
    )


class _Page:
    """What a line is weighed against; worked out when a line comes so far."""

    def __init__(self, rows: Sequence[Row], book: Rulebook) -> None:
        self._rows, self._book = rows, book

    @cached_property
    def _times(self) -> Counter[str]:
        return Counter(letters(row.fold) for row in self._rows[: _HEAD * 2])

    @cached_property
    def _prose(self) -> set[str]:
        return _prose_units(self._rows)

    def score(self, row: Row, at: int) -> float:
        """Above 0 for a line that can be a title; the site's name and its menus cannot."""
        if row.role == "navigation":
            return 0.0
        if not 4 <= row.size <= 60 or row.stops > 3 or row.text[-1:] in "。；;，,：:" or len(row.text) > 220:
            return 0.0
        if row.is_prose and (row.size > 40 or "。" in row.text or row.han == 0):
            return 0.0
        if self._book.first(row.fold, row.written) is not None:
            return 0.0
        times = self._times[letters(row.fold)]
        if row.han == 0 and row.text[-1] == "." and times < 2 and not row.text.isupper():
            return 0.0
        own = units(row.fold)
        shared = len(own & self._prose) / len(own) if own else 0.0
        score = 1.0 + 2.0 * shared - 0.1 * at
        if row.role == "heading":
            score += 0.5
        if times > 1 and row.size >= 8:
            score += 1.0
        if row.size < 8 or _SITE.match(row.fold):
            score -= 1.2
        if row.size < 10 and _named_below(row, self._rows):
            score -= 1.0
        if _QUESTION.search(row.text) or row.size >= 12:
            score += 0.4
        return score


_RUNNING = 16
"""Size from which a sentence on a line of its own is running text."""


def _prose_units(rows: Sequence[Row]) -> set[str]:
    found: set[str] = set()
    size = 0.0
    for row in rows:
        if row.is_prose or (row.is_sentence and row.size >= _RUNNING):
            found |= units(row.fold)
            size += row.size
            if size > 1200:
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
    label = _LABEL.match(text)
    if label and len(text) - label.end() >= 6:
        text = text[label.end() :]
    return re.sub(r"\s+", " ", text).strip(" #*") or None


def letters(fold: str) -> str:
    """The letters and digits alone: by them a title is known again."""
    return _SIGNS.sub("", fold)


_SIGNS = re.compile(r"[\W_]+")
