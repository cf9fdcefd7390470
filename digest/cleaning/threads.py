"""What readers wrote below an article, or others answered: a thread of posts to the end of the page. Pure.

Where no heading says so, the shape does: between the posts stand buttons to reply,
to report and to vote, who wrote it and when, again and again. A chronicle has
days between its paragraphs too, but nobody can reply to one.
"""

from __future__ import annotations

from collections.abc import Sequence

from digest.cleaning.rows import Row
from digest.cleaning.verdicts import Page
from digest.language.lazy import regex

_BUTTON = regex(
    r"(?:reply|replies|report(?: (?:comment|abuse|post))?|up ?vote[ds]?|down ?vote[ds]?|awards?|permalink|parent|likes?|dislike|quote|flag|restack|translate"
    r"|(?:view|show|read|see|load|hide) (?:\d+ |all |more )*(?:repl(?:y|ies)|comments?)|\d[\d,.]*k? (?:more )?(?:repl(?:y|ies)|likes?|points?|upvotes?|reactions?)"
    r"|liked by .{2,40}|\[?(?:removed|deleted)\]?"
    r"|回[复覆应]|举报|点赞|踩|顶|支持|反对|引用|喜欢|有用|没用|赞同?\s*[(（]?\d[\d,.万k]*[)）]?(?:\s*(?:回[复应]|踩|反对|举报|分享).{0,12})?|回[复应]\s*[(（]?\d*[)）]?(?:\s*赞.{0,8})?"
    r"|(?:展开|查看|共|收起|还有|剩余|全部|更多)\s*\d*\s*[条则个]?(?:回[复覆应]|评论|留言|回答).{0,4}|\d+\s*(?:回[复应]|条评论|条回复|赞)|[+＋-]\s?\d{1,5}|[▲▼△▽👍👎❤♥]\ufe0f?\s*\d*)"
)
_WHO = regex(
    r"user id\s*:\s*\d+|u/[\w-]{2,24}(?: avatar)?|[·・•\s]*ip\s?属地.{0,8}|lv\.?\s?\d{1,2}|level \d{1,2}|(?:第?\s?\d{1,4}\s?[楼#])(?:\s.{0,30})?|#\d{1,4}|b\d{1,4}(?:\s.{0,24})?|沙发|板凳|地板"
    r"|楼主|作者回复.{0,10}|\[?已注销\]?|匿名(?:用户|网友)?|[\d,.]+\s?[万k]?\s?人赞同了该(?:回答|文章)|最佳答案|热评|置顶|op|verified|moderator|subscriber|top (?:commenter|fan)"
)
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_WHEN = regex(
    rf"(?:.{{1,24}}?[\s,·•|@])?(?:on |at |posted |edited |发布于|发表于|编辑于|回复于)?\s*(?:(?:\d{{1,2}}(?:st|nd|rd|th)? {_MONTH}|{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?)(?:,? (?:19|20)\d\d)?"
    r"|(?:19|20)?\d\d[-/.年]\s?\d{1,2}[-/.月]\s?\d{1,2}日?|\d{1,2}\s?月\s?\d{1,2}\s?日|\d{1,2}[-/]\d{1,2}(?=\s+\d{1,2}:\d\d)"
    r"|(?:\d{1,3}|an?|one)\s?(?:s|m|h|d|w|mo|y|yrs?|min(?:ute)?s?|hours?|hrs?|days?|weeks?|months?|years?) ago|\d{1,3}\s?(?:秒|分钟|小时|天|周|个月|年)前|刚刚|昨天|前天)"
    r"(?:[,\s]+(?:at )?\d{1,2}:\d\d(?::\d\d)?\s*(?:[ap]\.?m\.?)?)?(?:\s*[|·•,].{0,30}|\s?来自.{0,8}|[\u4e00-\u9fff]{2,3}|\s(?:edited|parent|评论者|网友).{0,16})?"
)
_HEADED = regex(r"[\s\W]*(?:\d+\s*[条则]?\s*)?(?:comments?|评论|留言|回应|回[复覆]|跟帖|repl(?:y|ies)|responses|discussion|讨论)(?![a-z]).{0,24}")
_LONGEST_SIGN = 48
_FEWEST_SIGNS, _FEWEST_BUTTONS = 4, 2
_LONGEST_POST, _LONGEST_GAP = 6, 14
"""Sentences or paragraphs, and lines, between two signs of one thread."""
_FEWEST_ABOVE = 100
"""Size of the article's own text above the thread."""
_TO_HEADING = 8


def threads(page: Page) -> None:
    """Removes from *page* the posts below its text, with all that follows."""
    rows = page.rows
    signs = [at for at, row in enumerate(rows) if len(row.fold) <= _LONGEST_SIGN and _is_sign(row)]
    if len(signs) < _FEWEST_SIGNS:
        return
    texts = [page.open(at) and (row.is_prose or row.is_sentence) for at, row in enumerate(rows)]
    told = _told(rows, texts)
    signs = [at for at in signs if at > told]
    thread = signs[-1:]
    for at in reversed(signs[:-1]):
        if sum(texts[at : thread[0]]) > _LONGEST_POST or thread[0] - at > _LONGEST_GAP:
            break
        thread.insert(0, at)
    buttons = sum(_WHEN.fullmatch(rows[at].fold) is None for at in thread)
    if len(thread) < _FEWEST_SIGNS or buttons < _FEWEST_BUTTONS:
        return
    if not any(texts[thread[0] :]) or sum(texts[thread[-1] :]) > _LONGEST_POST:
        return
    first = _first(page, thread[0], told, texts)
    posted = next(at for at in range(thread[0], len(rows)) if texts[at])
    for at in range(first, len(rows)):
        # Above the first post a day is still the article's.
        if page.open(at) or page.verdicts[at].fate == "heading" or (at > posted and page.verdicts[at].fate == "byline"):
            page.remove(at, "comments", "thread")


def _told(rows: Sequence[Row], texts: Sequence[bool]) -> int:
    """The row up to which so much of the text stands that a thread may follow; behind the last one without it."""
    size = 0
    for at, (row, text) in enumerate(zip(rows, texts, strict=True)):
        size += row.size * text
        if size >= _FEWEST_ABOVE:
            return at
    return len(rows)


def _is_sign(row: Row) -> bool:
    fold = row.fold.strip()
    return bool(_BUTTON.fullmatch(fold) or _WHO.fullmatch(fold) or _WHEN.fullmatch(fold))


def _first(page: Page, at: int, told: int, texts: Sequence[bool]) -> int:
    """Where the thread begins: at its heading, else at the name of whoever posted first."""
    for above in range(at - 1, max(told, at - _TO_HEADING - 1), -1):
        row = page.rows[above]
        if row.size <= _TO_HEADING and _HEADED.fullmatch(row.fold):
            return above
    while at > told + 1 and not texts[at - 1] and page.rows[at - 1].size <= _TO_HEADING:
        at -= 1
    return at
