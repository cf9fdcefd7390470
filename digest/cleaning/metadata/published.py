"""When an article was published: judged, with the evidence, or honestly unknown. Pure.

A date counts when it stands where publishers put theirs, or when a speaker
says that it is today. A crawl date, a copyright year, the date of a related
article and an age ("1月前") never do.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from digest.cleaning.lines.leads import without_lead
from digest.cleaning.lines.rows import Row
from digest.cleaning.metadata import years
from digest.cleaning.metadata.listed import listed
from digest.cleaning.metadata.stamps import BEHIND, stamped, worded
from digest.language import datelines, dates
from digest.language.dates import Mention
from digest.language.lazy import regex
from digest.language.months import MONTH_EN, MONTHS_SHORT, WEEKDAY_EN
from digest.language.script import simplify
from digest.model import Metadata, Precision, Published

_EARLIEST = 1990
_LABEL = regex(r"发布|发表|时间|日期|编辑于|出版|published|posted|date", re.I)
_CRAWLED = regex(
    r"抓取|采集|收录|访问|下载|生成|备份|剪藏|同步|导出|crawled|retrieved|accessed|fetched|archived|clipped|captured|saved|synced|exported",
    re.I,
)
_SIGNED = regex(r"[日号號]\s*[写寫记記改作]?[于於]\s*\S{2}|[写寫记記改作][于於]\s*\S{2}")
"""How an author signs: 2025年9月12日 于绍兴, 写于2025年9月12日."""
_UPDATED = regex(r"更新|成文|印发|签发|制发|updated|modified", re.I)
"""A day that is not the first one on which it was to be read, but for want of another."""
_TODAY = regex(r"(?:截至|截止|直到|到)?(?:今天|今日)(?:是|为|，|,)?\s*$|\btoday(?: is|,)?\s*$", re.I)
_SAYS_TODAY = regex(r"今\s?[天日].{0,3}\d{4}|today.{0,6}[a-z]{3}.{0,8}\d{4}")
_TODAYS = frozenset(("今", "today"))
_RELATIVE_YEARS = frozenset(("今年", "去年", "明年", "前年", "this year", "last year", "next year"))
DATING = _TODAYS | years.THIS | _RELATIVE_YEARS
"""What a text has, in lower case, that says its day or its year beside a date."""


def judge(
    rows: Sequence[Row], fates: Sequence[str], metadata: Metadata, text: str, told: AbstractSet[str]
) -> Published | None:
    """The date of publication, None when nothing in the article, or in its whole *text*, says it.

    *told*: what the page has of `DATING`, and more.
    """
    return (
        # Figures that English may read otherwise decide nothing where the head gives a day.
        _from_lines(rows, fates, None if metadata.published else metadata.language)
        or _claimed(metadata)
        or (None if _TODAYS.isdisjoint(told) else _spoken(rows, fates))
        or _dateline(rows, fates)
        or _of_the_issue(rows, fates)
        or _coded(text)
        or _below_title(rows, fates)
        or _in_month(rows, fates)
        or _told_twice(rows, fates, told)
        or (None if years.THIS.isdisjoint(told) else years.of_the_latest_date(rows, fates))
    )


def _day(mention: Mention) -> str | None:
    if not mention.year or not mention.month or not mention.day or mention.ambiguous or mention.until:
        return None
    if mention.year < _EARLIEST:
        return None
    try:
        return dt.date(mention.year, mention.month, mention.day).isoformat()
    except ValueError:
        return None


_CTIME = regex(
    rf"(?:mon|tue|wed|thu|fri|sat|sun) (?P<month>{'|'.join(MONTHS_SHORT)}) +(?P<day>\d\d?) "
    r"\d{1,2}:\d\d(?::\d\d)? (?P<year>\d{4})"
)
"""Sat Oct 14 21:33:08 2023, as programs in C print a time; forums and mail archives show it."""


def _ctime(fold: str) -> str | None:
    found = _CTIME.search(fold)
    if found is None:
        return None
    month = MONTHS_SHORT.index(found["month"]) + 1
    return _day(Mention(*found.span(), found[0], int(found["year"]), month, int(found["day"])))


def _from_lines(rows: Sequence[Row], fates: Sequence[str], language: str | None) -> Published | None:
    """A line of account, date and time, before the body or just behind it."""
    if "byline" not in fates:
        return None
    body = [at for at, fate in enumerate(fates) if fate in ("body", "highlight")]
    if not body:
        return None
    near = max(1, len(body) // 3)
    chinese = rows[body[0]].han > 0
    day_first = chinese or language not in (None, "en")
    found: list[tuple[int, Published]] = []
    others = listed(rows, fates)
    for at, (row, fate) in enumerate(zip(rows, fates, strict=True)):
        if fate != "byline" or at in others or _CRAWLED.search(row.fold) or _FIELD.match(row.fold):
            continue
        if row.bullet and row.size > _LONGEST_BULLET and not _LABEL.search(row.fold):
            continue
        behind = at > body[-1]
        if behind and not (_LABEL.search(row.fold) or _SIGNED.search(row.fold)):
            continue
        day = _ctime(row.fold) or _told(row) or stamped(row.fold, chinese, day_first)
        if day:
            rank = 2 * (at > body[min(near, len(body) - 1)]) + bool(_UPDATED.search(row.fold))
            # 2024年3月5日 星期二 alone is the day on which the page was shown, where another line says more.
            rank += bool(_SHOWN.fullmatch(row.written.strip()))
            found.append((rank, Published(day, "day", False, row.text.strip()[:80])))
    return min(found, key=lambda pair: pair[0])[1] if found else None


def _below_title(rows: Sequence[Row], fates: Sequence[str]) -> Published | None:
    """A day on a short line of the site's between title and text, where no line of account has one."""
    title = next((at for at, fate in enumerate(fates) if fate == "title"), None)
    if title is None:
        return None
    for at in range(max(0, title - _ABOVE_TITLE), min(len(rows), title + 1 + _CLOCK_NEAR)):
        row, fate = rows[at], fates[at]
        if fate == "body" and at > title:
            return None
        if not 0 < at - title <= _NEAR_TITLE and not _HOUR.search(row.text):
            continue
        # A rubric with its day and hour stands right above.
        if at <= title and not _LABEL.search(row.fold) and (at + 1 != title or not BEHIND.search(row.text)):
            continue
        # What says that it is the day of publication, and has the hour, may have buttons behind it.
        says = _HOUR.search(row.text) and _LABEL.search(row.fold)
        longest = _LONGEST_LABELLED if says else _LONGEST_ACCOUNT
        if fate != "removed" or len(row.text) > longest or _CRAWLED.search(row.fold):
            continue
        day = _told(row) or worded(row.fold) if _WRITTEN_YEAR.search(row.fold) else None
        if day:
            return Published(day, "day", False, row.text.strip()[:80])
    return None


def _in_month(rows: Sequence[Row], fates: Sequence[str]) -> Published | None:
    """A line above the text that says in which month it came out, and no more: date 2019-08."""
    for row, fate in zip(rows, fates, strict=True):
        if fate == "body":
            return None
        found = _MONTH_ALONE.fullmatch(row.fold.strip()) if row.size <= _LONGEST_MONTH else None
        if found and int(found["year"]) >= _EARLIEST:
            return Published(f"{found['year']}-{int(found['month']):02}", "month", False, row.text.strip())
    return None


_MONTH_ALONE = regex(
    r"(?:date|published|(?:发布|发表|出版|刊出)?(?:日期|时间)|出版)\s*[:：]?\s*"
    r"(?P<year>(?:19|20)\d\d)\s?[-/.年]\s?(?P<month>0?[1-9]|1[0-2])月?"
)
_LONGEST_MONTH = 24
_LONGEST_BULLET = 4
"""Size of a day behind a bullet; a longer line without a label is of a list of others."""
_FIELD = regex(r"date\s*[:：]?\s*\d{4}-01-01\b(?!.*\d:\d\d)")
"""What programs write when they do not know."""
_NEAR_TITLE, _CLOCK_NEAR, _ABOVE_TITLE, _LONGEST_ACCOUNT, _LONGEST_LABELLED = 6, 12, 3, 80, 160
"""Lines below a title in which it may have its day; where the hour stands too; above it, where a label does
as well; characters of such a line, and of one that has a label and the hour."""
_SHOWN = regex(
    r"(?:[\u4e00-\u9fff]{2,5}[:：]?)?\s*\d{4}年\d{1,2}月\d{1,2}日\s*(?:星期|周)[一二三四五六日天]"
    rf"|{WEEKDAY_EN},? (?:\d{{1,2}} {MONTH_EN},?|{MONTH_EN} \d{{1,2}},?) \d{{4}}"
)
"""What a page says of itself at its top, maybe beside the name of a box."""
_OF_THE_TEXT = regex(
    r"收稿|修回|修改稿|录用|接受|投稿|截稿|送审|有效期|实施|施行|截止|会议|活动|举办|received|revised|accepted|submitted|deadline|event",
)
"""In front of a day on which something else was done with it."""
_LABEL_REACH = 26
_HOUR = regex(r"\d:\d\d")


_GLUED = regex(
    rf"(?<=[a-z\d])(?={MONTH_EN} \d)"
    r"|(?<=[ .,]20\d\d)(?=\d{1,2}:\d\d)"
)


def _told(row: Row) -> str | None:
    """The first day in a line, but for those on which the text was handed in or passed.

    更新于3月4日，发布于2月28日: that of an update only where there is no other.
    """
    end, updated = 0, None
    # Glued to what stands beside it: 6 min readMar 8, 20269:30 AM.
    line = _GLUED.sub(" ", row.written.title() if row.written.isupper() else row.written)
    line = " ".join(line.split()) if "  " in line else line
    for mention in dates.find(line):
        label = line[max(end, mention.start - _LABEL_REACH) : mention.start].lower().rpartition(";")[2]
        end = mention.end
        day = _day(mention)
        if day and _UPDATED.search(label):
            updated = updated or day
        elif day and not _OF_THE_TEXT.search(label):
            return day
    return updated


_CODE = regex(
    r"(?:[(（](?:編輯|编辑|譯者|译者|核稿)[^（）()]{2,30}[)）]\s?|[。」](?=\d{7}\s*(?:</p>|$)))"
    r"(?P<code>(?P<year>1[01]\d)(?P<month>\d\d)(?P<day>\d\d))(?!\d)",
    re.M,
)
"""（編輯：甲某）1130312, or 。1130312 at the end: a Taiwanese wire counts the years from 1912."""


_SEVEN = regex(r"1[01]\d{5}")
"""What no such day is without, and most texts are."""


def _coded(text: str) -> Published | None:
    found = _CODE.search(text) if _SEVEN.search(text) else None
    day = (
        _day(
            Mention(
                *found.span(), found[0], 1911 + int(found["year"]), int(found["month"]), int(found["day"])
            )
        )
        if found
        else None
    )
    return Published(day, "day", False, found["code"]) if found and day else None


_ISSUE = regex(
    r"(?:^|[—–|｜:：·(（\s-])(?:19|20)\d\d(?:[-./]\d{1,2}[-./]\d{1,2}|年\d{1,2}月\d{1,2}日)\s*(?:edition|issue|期|号)?\s*[)）]?$",
    re.I,
)
"""A letter that comes out every week has its day in its title, behind its name."""


def _of_the_issue(rows: Sequence[Row], fates: Sequence[str]) -> Published | None:
    title = next((row for row, fate in zip(rows, fates, strict=True) if fate == "title"), None)
    found = (_ISSUE.search(title.written) or BEHIND.search(title.written)) if title else None
    day = next(filter(None, map(_day, dates.find(found[0]))), None) if found else None
    return Published(day, "day", False, found[0].strip()) if found and day else None


def _claimed(metadata: Metadata) -> Published | None:
    """What a page's head or a feed says; 1 January alone is what programs write when they do not know."""
    if not metadata.published:
        return None
    found = re.match(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", metadata.published.strip())
    if not found or int(found[1]) < _EARLIEST:
        mention = next(iter(dates.find(metadata.published)), None)
        day = _day(mention) if mention else None
        return Published(day, "day", False, metadata.published) if day else None
    if found[0].endswith("-01-01") and len(metadata.published.strip()) <= 10:
        return None
    precision: Precision = "day" if found[3] else "month" if found[2] else "year"
    return Published(found[0], precision, False, metadata.published)


def _spoken(rows: Sequence[Row], fates: Sequence[str]) -> Published | None:
    """A host who says which day it is today."""
    for row, fate in zip(rows, fates, strict=True):
        if fate not in ("body", "highlight") or not ("今" in row.fold or "today" in row.fold):
            continue
        for today in _SAYS_TODAY.finditer(row.fold):
            at = today.start()
            said = row.written[at : today.end() + _LONGEST_DAY]
            for mention in dates.find(said):
                day = _day(mention)
                if day and _TODAY.search(said[: mention.start]):
                    start = max(0, at + mention.start - 8)
                    return Published(day, "day", False, row.text[start : at + mention.end])
    return None


_LONGEST_DAY = 40
"""Characters behind the year: the rest of a day, with the day of the week."""


_WRITTEN_YEAR = regex(r"(?:19|20)\d\d|\d\s?年|[〇零○一二三四五六七八九]\s?年|民[国國]")
"""What no date with a year is without."""


def _dateline(rows: Sequence[Row], fates: Sequence[str]) -> Published | None:
    """SAN JOSE, May 23, 2024 (GLOBE NEWSWIRE) --, or 新华社北京2024年5月23日电."""
    first = next((row for row, fate in zip(rows, fates, strict=True) if fate == "body"), None)
    if first is None:
        return None
    head = first.written[:120]
    if _WRITTEN_YEAR.search(head) is None:
        return None
    glued = _day_of_lead(first)
    if glued:
        return glued
    told = dates.find(head) if datelines.may_open(head) else []
    day = _day(told[0]) if datelines.end(head, told) else None
    return Published(day, "day", False, first.text[: told[0].end + 2].strip()) if day else None


def _day_of_lead(row: Row) -> Published | None:
    """石螺，2024年3月12日 /美通社/ --: in what stands glued in front of the first sentence."""
    lead = row.text[: len(row.text) - len(without_lead(row).text)] if row.han else ""
    if not lead or _WRITTEN_YEAR.search(lead) is None:
        return None
    day = next(filter(None, map(_day, dates.find(simplify(lead)))), None)
    return Published(day, "day", False, lead.strip()) if day else None


_RELATIVE_DAY = regex(r"[今去明前]年\s?\d{1,2}\s?月\s?\d|\d,? (?:this|last|next) year\b")
_FULL_DAY = regex(r"(?:19|20)\d\d\s?年\s?\d{1,2}\s?月\s?\d|[a-z]{3,9}\.? \d{1,2}, (?:19|20)\d\d")
"""What a day told both ways has, once each: without one of them no date need be read."""


def _told_twice(rows: Sequence[Row], fates: Sequence[str], told: AbstractSet[str]) -> Published | None:
    """The year of writing, where one day is told both ways: 明年1月1日 in the title, 2024年1月1日 below."""
    relative_years = _RELATIVE_YEARS & told
    if not relative_years:
        return None
    read = [row for row, fate in zip(rows, fates, strict=True) if fate in ("title", "body", "highlight")]
    of_years = [row for row in read if any(map(row.fold.__contains__, relative_years))]
    relative = [row for row in of_years if _RELATIVE_DAY.search(row.fold)]
    of_century = [row for row in read if "20" in row.fold or "19" in row.fold] if relative else []
    full_days = [row for row in of_century if _FULL_DAY.search(row.fold)]
    if not full_days:
        return None
    spans = dict.fromkeys([*relative, *full_days])
    mentions = [mention for row in spans for mention in dates.find(row.written)]
    full = {(each.month, each.day): each for each in mentions if _day(each)}
    found: dict[int, str] = {}
    for each in mentions:
        same = full.get((each.month, each.day)) if each.day and each.relative in dates.YEARS else None
        if same and same.year:
            year = same.year - dates.YEARS[each.relative]
            found.setdefault(year, f"{same.surface}; {each.surface}")
    return Published(str(min(found)), "year", True, found[min(found)]) if len(found) == 1 else None
