"""What a site puts between the paragraphs: boxes that a link skips, lines of its own amid the text. Pure."""

from __future__ import annotations

from digest.cleaning.lines.topic import Topic
from digest.cleaning.rules.verdicts import Page
from digest.language.lazy import regex

_LONGEST_LINK = 60
_SKIP = regex(
    r"skip\b.{1,60}(?:promotion|post|recommendation|and continue reading)\b.{0,40}"
    r"|skip past .{2,40}|跳过.{1,20}继续阅读"
)
_SKIPPED = regex(r"(?:end of|after) .{2,60}|.{2,20}结尾")
_MOST_BOXED, _LARGEST_BOX, _LONGEST_NAME = 14, 400, 8


def boxed(page: Page) -> None:
    """Between "skip past newsletter promotion" and "after newsletter promotion" nothing is the article's."""
    rows = page.rows
    at = 0
    while at < len(rows):
        fold = rows[at].fold
        if fold[:1] not in "s跳" or len(fold) > _LONGEST_LINK or _SKIP.fullmatch(fold) is None:
            at += 1
            continue
        reach = range(at + 1, min(len(rows), at + _MOST_BOXED))
        end = next((n for n in reach if _SKIPPED.fullmatch(rows[n].fold)), at)
        if sum(row.size for row in rows[at:end]) > _LARGEST_BOX:
            end = at
        # What the box is called stands above the link that skips it.
        called = at and rows[at - 1].size <= _LONGEST_NAME and rows[at - 1].fold in rows[at].fold
        for number in range(at - bool(called), end + 1):
            page.remove(number, "aside", "skip link")
        at = end + 1


_TO_CONTENT = regex(r"skip to (?:the )?(?:main )?content|跳到主?内容|跳至(?:主要?)?内容")
_MENU = regex(
    r"(?:(?:primary|main|site|top|toggle) )?(?:menu|navigation)(?: and widgets| & search)?|menu and widgets"
)
_MOST_ABOVE_MENU, _TIMES_LONGER = 4, 3


def headed(page: Page) -> None:
    """Between the link that skips to the content and the menu a blog tells its name, and who writes it."""
    rows = page.rows
    top = next((at for at, row in enumerate(rows[:2]) if _TO_CONTENT.fullmatch(row.fold)), None)
    if top is None:
        return
    reach = range(top + 1, min(len(rows), top + 2 + _MOST_ABOVE_MENU))
    menu = next((at for at in reach if _MENU.fullmatch(rows[at].fold)), None)
    if menu is None:
        return
    above = [at for at in range(top + 1, menu) if page.open(at)]
    below = sum(rows[at].size for at in page.prose() if at > menu)
    if below > _TIMES_LONGER * sum(rows[at].size for at in above):
        for at in above:
            page.remove(at, "navigation", "above the menu")


_FEWEST_CLOCKS = 4
_CLOCK = regex(r"(?<![\d:])(?:\d{1,2}:)?\d{1,2}:\d{2}(?![\d:])")


def recorded(page: Page) -> None:
    """What a machine heard in the video amid a text: below its notice, the time in front of each line."""
    rows = page.rows
    for notice in [at for at, rule in page.rules.items() if rule.name == "machine-notice"]:
        end = notice + 1
        while end < len(rows) and page.open(end) and _CLOCK.match(rows[end].fold):
            end += 1
        heard = range(notice + 1, end)
        clocks = sum(len(_CLOCK.findall(rows[at].fold)) for at in heard)
        beside = sum(rows[at].size for at in page.prose() if at not in heard)
        if clocks >= _FEWEST_CLOCKS and 2 * beside > sum(rows[at].size for at in heard):
            for at in heard:
                page.remove(at, "machine-notice", "heard in a video")


_OF_THE_SITE = frozenset("follow-us login counters related-headlines app-promotion account-box".split())
_LARGEST_ISLAND, _SHORE, _SHARE_OF_ISLANDS = 60, 2, 0.25


def islands(page: Page, topic: Topic) -> None:
    """A sentence or two amid the site's own lines, on another subject: an event, an offer, a bio."""
    if not page.verdicts:
        return
    rows = page.rows
    site = [
        page.verdicts[at].reason in _OF_THE_SITE if at in page.verdicts else False for at in range(len(rows))
    ]
    if not any(site):
        return
    at, found = 0, list[int]()
    opened = page.opened()
    lead, final = min(opened, default=0), max(opened, default=0)
    while at < len(rows):
        if not page.open(at):
            at += 1
            continue
        end = at
        while end < len(rows) and page.open(end):
            end += 1
        before, after = range(max(0, at - _SHORE), at), range(end, min(len(rows), end + _SHORE))
        shores = all(len(shore) == _SHORE and all(map(page.shore, shore)) for shore in (before, after))
        small = end - at <= 2 and sum(rows[n].size for n in range(at, end)) <= _LARGEST_ISLAND
        # Advertisements stand in front of a last paragraph too; behind a byline no paragraph is the text's.
        last = end > final
        signed = any(page.verdicts[n].fate == "byline" for n in before if n in page.verdicts)
        if at == lead and rows[at].is_prose and _below_head(page, at):
            shores = False
        if shores and small and (signed or not last) and any(site[n] for n in (*before, *after)):
            found += [number for number in range(at, end) if topic.is_strange(rows[number])]
        at = end
    # Where the site stands between all paragraphs, none of them is an island.
    if sum(rows[n].size for n in found) <= _SHARE_OF_ISLANDS * sum(rows[n].size for n in opened):
        for number in found:
            page.remove(number, "aside", "between lines of the site")


def _below_head(page: Page, at: int) -> bool:
    """Right below the title or the byline: where an article's first paragraph stands."""
    above = page.verdicts.get(at - 1)
    return above is not None and above.fate in ("title", "byline")
