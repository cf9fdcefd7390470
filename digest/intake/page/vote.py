"""From blocks and opinions to the lines of an article, each with its role. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence

from digest.intake.page.blocks import Block
from digest.intake.page.head import SITE_MARK, strip_site
from digest.intake.page.labelled import labelled
from digest.intake.page.opinions import opinions
from digest.intake.page.repeats import entries
from digest.model import Line

_BYLINE = re.compile(
    r"(?:19|20)\d\d\s?[-/.年]\s?\d{1,2}|\d{1,2}:\d\d|来源|來源|作者|记者|記者|编辑|編輯|责编|文[|｜/／:：]|发布|發佈|發布"
    r"|^by\s|\b(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?\s\d"
    r"|published|updated",
    re.I,
)
_LONGEST_BYLINE = 120  # characters
_BLOCKS_ABOVE = 8  # how far above the body a byline can stand


def page_lines(source: str, found: Sequence[Block], title: str) -> tuple[Line, ...]:
    """A line for every block of a page; outside the article they are ``aside`` or ``navigation``."""
    body = in_body(source, found)
    at_title = _title(found, body, title)
    _take_standfirst(found, body, at_title)
    first = next(
        (at for at, is_body in enumerate(body) if is_body and at != at_title and _is_prose(found[at])),
        len(found),
    )
    return tuple(_line(block, _role(found, body, at, at_title, first)) for at, block in enumerate(found))


def fragment_lines(found: Sequence[Block]) -> tuple[Line, ...]:
    """A line for every block of a piece of HTML that is an article already, such as a feed's entry."""
    return tuple(_line(block, "aside" if "hidden" in block.flags else _inside(block)) for block in found)


def in_body(source: str, found: Sequence[Block]) -> list[bool]:
    """Whether each block is the article's: what most voters say, and what stands between such blocks."""
    given = opinions(source, found)
    votes = [sum(opinion[at] for opinion in given) for at in range(len(found))]
    # Two voters cannot outvote each other: a library, when one is left, knows more than density.
    body = [count >= 2 for count in votes] if len(given) > 2 else list(given[-1] if given else ())
    if not any(body):
        return [not block.flags & {"hidden", "navigation"} and block.link_share < 0.5 for block in found]
    body = _without_standing_apart(found, _filled(found, body, votes), votes)
    return _without_links_at_the_ends(found, _without_lists(found, body))


_FEWEST_CHARACTERS = 80


def _without_lists(found: Sequence[Block], body: list[bool]) -> list[bool]:
    """Less lists of comments or cards and boxes of other articles, as long as an article is left."""
    for apart in (entries(found), labelled(found, body)):
        kept = [is_body and at not in apart for at, is_body in enumerate(body)]
        left = sum(len(block.text) for block, is_body in zip(found, kept, strict=True) if is_body)
        body = kept if left >= _FEWEST_CHARACTERS else body
    return body


def _without_links_at_the_ends(found: Sequence[Block], body: list[bool]) -> list[bool]:
    """Less the lines before the first sentence and after the last that are mostly links: crumbs, pages."""
    prose = [at for at, is_body in enumerate(body) if is_body and _is_prose(found[at])]
    if not prose:
        return body
    return [
        is_body and (prose[0] <= at <= prose[-1] or found[at].link_share <= 0.5)
        for at, is_body in enumerate(body)
    ]


_STANDFIRST = 3  # blocks between the title and the body


def _take_standfirst(found: Sequence[Block], body: list[bool], at_title: int) -> None:
    """Add the paragraph between title and body, which extractors take for a part of the page's head."""
    first = next((at for at, is_body in enumerate(body) if is_body and at > at_title), -1)
    if at_title < 0 or not at_title < first <= at_title + _STANDFIRST:
        return
    for at in range(at_title + 1, first):
        block = found[at]
        apart = block.flags & (_APART | {"hidden", "navigation", "byline", "caption", "heading"})
        if _SENTENCE_IN_HEAD.search(block.text) and not apart and block.link_share < 0.3:
            body[at] = True


_SENTENCE_IN_HEAD = re.compile(r"[。！？]$|\w[.!?][\"”’]?$")

_APART = frozenset({"aside", "furniture"})
_LINKED = 0.7  # of a line: a link that somebody wrote into a sentence leaves more of it outside


def _without_standing_apart(found: Sequence[Block], body: list[bool], votes: list[int]) -> list[bool]:
    """Less what the page itself sets apart: asides, boxes named so, lists of links.

    Unless that were most of what was chosen: then the page means something else by its names.
    """
    linked = [block.link_share > _LINKED for block in found]
    kept = [
        is_body
        and not (found[at].flags & _APART and votes[at] < 3)
        and not (linked[at] and any(linked[max(0, at - 1) : at] + linked[at + 1 : at + 2]))
        for at, is_body in enumerate(body)
    ]
    before = sum(len(block.text) for block, is_body in zip(found, body, strict=True) if is_body)
    after = sum(len(block.text) for block, is_body in zip(found, kept, strict=True) if is_body)
    return kept if after > before / 2 else body


_WIDEST_GAP = 4  # blocks


def _filled(found: Sequence[Block], body: list[bool], votes: list[int]) -> list[bool]:
    """With the headings and short lines between two blocks of the body that one voter at least wants."""
    filled, last = list(body), -1
    for at in [at for at, is_body in enumerate(body) if is_body]:
        gap = range(last + 1, at)
        if last >= 0 and 0 < len(gap) <= _WIDEST_GAP:
            for between in gap:
                block = found[between]
                wanted = votes[between] or "heading" in block.flags
                filled[between] = bool(wanted) and block.link_share < 0.5 and "hidden" not in block.flags
        last = at
    return [is_body and not _heads_nothing(found, filled, at) for at, is_body in enumerate(filled)]


def _heads_nothing(found: Sequence[Block], body: Sequence[bool], at: int) -> bool:
    """A heading over what is not the article: the related links in the middle of it."""
    return "heading" in found[at].flags and at + 1 < len(found) and not body[at + 1]


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


def _is_prose(block: Block) -> bool:
    """Longer than a byline, or with a sentence in it."""
    return (
        len(block.text) > _LONGEST_BYLINE
        or re.search(r"[。！？]|[a-z]{2}[.!?](?:\s|$)", block.text) is not None
    )


def _is_byline(block: Block, at: int, at_title: int, first: int) -> bool:
    """Short, between title and body, and speaking of who, where from or when."""
    if len(block.text) > _LONGEST_BYLINE or not first - _BLOCKS_ABOVE <= at < first:
        return False
    return 0 <= at_title < at and ("byline" in block.flags or _BYLINE.search(block.text) is not None)


def _title(found: Sequence[Block], body: list[bool], claimed: str) -> int:
    """The block that is the page's title: what the head claims it is, else the last h1 above the body.

    -1 for none. The head's claim may hold the site's name too (``Title - Site``).
    """
    first = next((at for at, is_body in enumerate(body) if is_body), len(found))
    shown = [at for at, block in enumerate(found) if "hidden" not in block.flags]
    tops = [at for at in shown if "h1" in found[at].flags]
    above = [at for at in shown if at <= first + 1]
    wanted = [
        "".join(part.split()) for part in (claimed, strip_site(claimed, ""), SITE_MARK.split(claimed)[0])
    ]
    for tight in filter(None, wanted):
        for at in (*tops, *above):
            if found[at].tight == tight or _nearly(found[at].tight, tight):
                return at
    tops_above = [at for at in tops if at <= first]
    return tops_above[-1] if tops_above else (tops[0] if len(tops) == 1 else -1)


def _nearly(own: str, claimed: str) -> bool:
    """One holds the other, and is not much longer: a site's name or a subtitle may be added."""
    short, long = sorted((own, claimed), key=len)
    return len(short) >= 6 and short in long and len(short) > 0.6 * len(long)
