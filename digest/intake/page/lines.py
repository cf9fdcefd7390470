"""From the blocks of a page to lines, each with its role: title, byline, body, or outside. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence

from digest.intake.page.blocks import Block, tight
from digest.intake.page.body import OUTSIDE, in_body
from digest.intake.page.checks import SITE_MARK, strip_site
from digest.intake.page.opinions import LONGEST_BYLINE, is_prose, opinions
from digest.model import Line

_BYLINE = re.compile(
    r"(?:19|20)\d\d\s?[-/.年]\s?\d{1,2}|\d{1,2}:\d\d|来源|來源|作者|记者|記者|编辑|編輯|责编|文[|｜/／:：]|发布|發佈|發布"
    r"|^by\s|\b(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?\s\d"
    r"|published|updated",
    re.I,
)
_BLOCKS_ABOVE = 8  # how far above the body a byline can stand


def page_lines(
    source: str, found: Sequence[Block], title: str, said: str = "", *, dated: bool = False
) -> tuple[Line, ...]:
    """A line for every block of a page; outside the article they are ``aside`` or ``navigation``.

    *title* and *said* are the article's title and text as the page's head gives them, *dated* whether it
    gives the day too.
    """
    given = opinions(source, found, said)
    body = in_body(found, given, _title(found, given.vote, title))
    at_title = _title(found, body, title)
    for at in _standfirst(found, body, at_title):
        body[at] = True
    first = next(
        (at for at, is_body in enumerate(body) if is_body and at != at_title and is_prose(found[at])),
        len(found),
    )
    roles = [_role(found, body, at, at_title, first) for at in range(len(found))]
    stamp = None if dated else _stamp(found, body, roles, at_title)
    if stamp is not None:
        roles[stamp] = "byline"
    return tuple(map(_line, found, roles))


def fragment_lines(found: Sequence[Block]) -> tuple[Line, ...]:
    """A line for every block of a piece of HTML that is an article already, such as a feed's entry."""
    return tuple(_line(block, "aside" if "hidden" in block.flags else _inside(block)) for block in found)


_STANDFIRST = 6  # blocks between the title and the body
_SHORTEST_STANDFIRST = 60  # characters, of one that does not end as a sentence does
_SENTENCE_IN_HEAD = re.compile(r"[。！？]$|\w[.!?][\"”’]?$")


def _standfirst(found: Sequence[Block], body: Sequence[bool], at_title: int) -> list[int]:
    """The paragraphs between title and body, which extractors take for a part of the page's head."""
    first = next((at for at, is_body in enumerate(body) if is_body and at > at_title), -1)
    if at_title < 0 or not at_title < first <= at_title + _STANDFIRST:
        return []
    title = found[at_title].tight
    return [
        at
        for at in range(at_title + 1, first)
        if found[at].tight != title and _is_standfirst(found[at], at == at_title + 1)
    ]


def _is_standfirst(block: Block, follows_title: bool) -> bool:
    if block.flags & OUTSIDE or block.link_share >= 0.3:
        return False
    if _SENTENCE_IN_HEAD.search(block.text):
        return "heading" not in block.flags or len(block.text) >= _SHORTEST_STANDFIRST
    paragraph = "paragraph" in block.flags and len(block.text) >= _SHORTEST_STANDFIRST
    return follows_title and paragraph and not _BYLINE.search(block.text)


def _line(block: Block, role: str) -> Line:
    return Line(block.text, block.start, block.end, block.edits, role, round(block.link_share, 3))


def _role(found: Sequence[Block], body: list[bool], at: int, at_title: int, first: int) -> str:
    block = found[at]
    if at == at_title:
        return "title"
    if "hidden" in block.flags:
        return "aside"
    if _is_byline(block, at, at_title, first):
        return "byline"
    if body[at]:
        return _inside(block)
    return "navigation" if "navigation" in block.flags else "aside"


def _inside(block: Block) -> str:
    for flag in ("caption", "heading", "code", "quote", "list"):
        if flag in block.flags:
            return flag
    return ""


def _is_byline(block: Block, at: int, at_title: int, first: int) -> bool:
    """Short, between title and body, and speaking of who, where from or when."""
    if len(block.text) > LONGEST_BYLINE or not first - _BLOCKS_ABOVE <= at < first:
        return False
    return 0 <= at_title < at and ("byline" in block.flags or _BYLINE.search(block.text) is not None)


_STAMP = re.compile(
    r"(?:(?:首次|最[后後])?(?:发布|發布|發佈|编辑|編輯|发表|發表|更新|修改)[于於]|posted (?:@|on|by)"
    r"|(?:published|updated|veröffentlicht|aktualisiert|publié|publicado|pubblicato)\b)"
    r"\s?[:：]?\s?.{0,30}?(?<!\d)(?:19|20)\d\d(?!\d)",
    re.I,
)
_BLOCKS_ASTRAY = 4  # behind the body, or its last; half as many over the title


def _stamp(found: Sequence[Block], body: Sequence[bool], roles: Sequence[str], at_title: int) -> int | None:
    """The line that says when it was put up, where none between title and body does; None for none.

    Blogs and boards set it behind the text, magazines over the title; further
    down stand those of the comments.
    """
    last = max((at for at, is_body in enumerate(body) if is_body), default=len(found))
    if any(role == "byline" and _YEAR.search(found[at].text) for at, role in enumerate(roles[:last])):
        return None
    above = range(max(0, at_title - _BLOCKS_ASTRAY // 2), max(0, at_title))
    behind = range(max(at_title + 1, last - 1), min(len(found), last + 1 + _BLOCKS_ASTRAY))
    return next((at for at in (*above, *behind) if _is_stamp(found[at])), None)


_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


def _is_stamp(block: Block) -> bool:
    short = len(block.text) <= LONGEST_BYLINE and "hidden" not in block.flags
    return short and _STAMP.match(block.text) is not None


def _title(found: Sequence[Block], body: Sequence[bool], claimed: str) -> int:
    """The block that is the page's title: what the head claims it is, else the last h1 above the body.

    -1 for none. The head's claim may hold the site's name too (``Title - Site``).
    """
    first = next((at for at, is_body in enumerate(body) if is_body), len(found))
    shown = [at for at, block in enumerate(found) if "hidden" not in block.flags]
    tops = [at for at in shown if "h1" in found[at].flags]
    above = [at for at in shown if at <= first + 1]
    wanted = map(tight, (claimed, strip_site(claimed, ""), SITE_MARK.split(claimed)[0]))
    for title in filter(None, wanted):
        for at in (*tops, *above):
            if found[at].tight == title or _nearly(found[at].tight, title):
                return at
    tops_above = [at for at in tops if at <= first]
    return tops_above[-1] if tops_above else (tops[0] if len(tops) == 1 else -1)


def _nearly(own: str, claimed: str) -> bool:
    """One holds the other, and is not much longer: a site's name or a subtitle may be added."""
    short, long = sorted((own, claimed), key=len)
    return len(short) >= 6 and short in long and len(short) > 0.6 * len(long)
