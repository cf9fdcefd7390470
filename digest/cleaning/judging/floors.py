"""A thread of board software: what it tells of each member, and what others posted below the first. Pure.

Discuz! and its like set a box beside each post (posts, points, rank) and a line above it that says when it
was posted, with a button to see its writer's posts alone; where a thread was saved as text, a number. The
first post is the article; below the next such line stands what others answered, unless the line says that its
writer is the same.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from digest.cleaning.lines import floor
from digest.cleaning.lines.around import alternatives, any_of
from digest.cleaning.lines.rows import Row
from digest.cleaning.rules.verdicts import Page, Verdict
from digest.language.lazy import regex

_FEWEST_LABELS, _LONGEST_BOX, _LONGEST_LABEL = 3, 90, 8
"""Different labels of one box; characters of one that is a single line; size of a label with its number."""
_FEWEST_ABOVE = 60
"""Size of the first post above those of others."""
_LONGEST_HEAD, _LONGEST_NAME, _FARTHEST = 80, 16, 16
"""Characters of the line above a post, and of a name beside it; rows of a box."""
_BUTTON = r"(?:只看(?:该|此)?(?:作者|楼主)|显示全部(?:楼层|帖子))"
_HEAD = regex(
    rf"(?P<same>楼主\s*[|｜]?\s*)?(?:[^\s。]{{1,16}}\s+)?(?:发表|发布|回复|回帖)于\s*[^。]{{4,40}}?{_BUTTON}.*"
)
_NUMBERED = r"\s*[:：]?\s*(?:\d[\d,.:：/-]*\s*){0,3}(?:小时|点|级|枚|元|篇|天)?[\s|·，,]*"


def floors(page: Page) -> None:
    """Removes from *page* the boxes beside its posts, and the posts that are not the first one's writer's."""
    rows = page.rows
    if not any(row.fold in _SIGNS or "发表于" in row.fold for row in rows):
        return  # all but threads
    _boxes(page)
    _rated(page)
    heads = [at for at, row in enumerate(rows) if len(row.fold) <= _LONGEST_HEAD and _is_head(row)]
    if not heads:
        return
    for at in heads:
        if floor.numbered(rows[at]):
            page.verdicts[at] = _POSTED
            if at and floor.is_name(rows[at - 1]):
                page.verdicts[at - 1] = _POSTED
    first = heads.pop(0) if not _size(rows, 0, heads[0]) >= _FEWEST_ABOVE else -1
    other = next((at for at in heads if not _head(rows[at])["same"]), None)  # type: ignore[index]
    if other is None or _size(rows, first + 1, other) < _FEWEST_ABOVE:
        return
    start = other
    if floor.numbered(rows[other]):
        start -= floor.is_name(rows[other - 1])
    else:
        while start > max(first + 1, other - _FARTHEST) and _is_beside(page, start - 1):
            start -= 1
    for at in range(start, len(rows)):
        if page.open(at) or page.verdicts[at].fate in ("heading", "byline"):
            page.remove(at, "comments", "another's post")


_SIGNS = frozenset({"积分", "帖子", "主题", "威望"})


_POSTED = Verdict("byline", "byline", "who posted, and when")


def _is_head(row: Row) -> bool:
    return "于" in row.fold and _head(row) is not None


def _head(row: Row) -> re.Match[str] | None:
    return _HEAD.fullmatch(row.fold.strip()) or floor.numbered(row)


_RATED, _RATED_ENDS = regex(r"参与人数\s*\d+.{0,40}"), regex(r"查看全部评分|收起\s*理由.{0,8}")
_MOST_RATED, _LONGEST_RATED = 40, 60
"""Rows of the box in which members give points to a post, and characters of one."""


def _rated(page: Page) -> None:
    """Who gave a post how many points, and why."""
    rows = page.rows
    for at, row in enumerate(rows):
        if "参与人数" not in row.fold or not _RATED.fullmatch(row.fold.strip()):
            continue
        reach = range(at + 1, min(len(rows), at + _MOST_RATED))
        end = next((below for below in reach if _RATED_ENDS.fullmatch(rows[below].fold.strip())), at)
        start = at - (at > 0 and rows[at - 1].fold.strip() == "评分")
        if all(len(rows[each].fold) <= _LONGEST_RATED for each in range(start, end + 1)):
            for each in range(start, end + 1):
                page.remove(each, "record", "points for a post")


def _size(rows: Sequence[Row], start: int, end: int) -> int:
    return sum(row.size for row in rows[start:end] if row.is_prose or row.is_sentence)


def _is_beside(page: Page, at: int) -> bool:
    """Whether a line belongs to the head of a post below it: it is cut, or may be its writer's name."""
    row = page.rows[at]
    return not page.open(at) or (len(row.text) <= _LONGEST_NAME and not row.ends and not row.commas)


def _boxes(page: Page) -> None:
    """Three labels and more that software has for its members, one below the other or in one line."""
    rows = page.rows
    label, box = any_of("of_members"), regex(f"(?:{alternatives('of_members')}{_NUMBERED})+")
    run: list[int] = []
    for at in range(len(rows) + 1):
        row = rows[at] if at < len(rows) else None
        if row and (
            row.fold.isdecimal() or (len(row.fold) <= _LONGEST_BOX and box.fullmatch(row.fold.strip()))
        ):
            run.append(at)
            continue
        labels = {found[0] for each in run for found in label.finditer(rows[each].fold)}
        if len(labels) >= _FEWEST_LABELS:
            for each in run:
                page.remove(each, "record", "a member's box")
        run = []
