"""Which blocks of a page are its article: a vote, and what is known of pages to mend it. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile
from operator import itemgetter

from digest.intake.page.blocks import Block
from digest.intake.page.labelled import labelled
from digest.intake.page.opinions import Opinions, is_prose
from digest.intake.page.repeats import entries
from digest.intake.page.sections import with_sections

APART = frozenset({"aside", "furniture"})
"""Flags of what the page itself sets apart."""

OUTSIDE = APART | {"hidden", "navigation", "caption", "byline"}
"""Flags of what no paragraph of an article has."""


def in_body(found: Sequence[Block], given: Opinions, at_title: int) -> list[bool]:
    """Whether each block is the article's: what most voters say, mended at its edges and gaps.

    *at_title* is the block that is the page's title, -1 for none.
    """
    if any(given.said):
        return _as_said(found, given)
    if not any(given.vote):
        return [not block.flags & {"hidden", "navigation"} and block.link_share < 0.5 for block in found]
    body = with_sections(found, given.vote, given)
    body = _with_what_leads_up(found, _with_the_rest(found, body, given), given)
    body = _filled(found, body, given.votes)
    body = _without_standing_apart(found, body, given.votes)
    body = _without_links_at_the_ends(found, _without_lists(found, body, at_title))
    # A link that is never closed makes links of all that follows, and says nothing of any of it.
    return _once(found, body if any(body) else list(given.vote))


_GOES_ON = re.compile(r"(?:\.\.\.|…|[^.!?。！？…\"”’」』)）])\s*$")


def _as_said(found: Sequence[Block], given: Opinions) -> list[bool]:
    """What the head gives, and what voters want between.

    Behind it too where it breaks off, and in its own box: some heads give no
    more than the first paragraphs.
    """
    at = [index for index, said in enumerate(given.said) if said]
    box = _box_of(found, given.said)
    last = len(found) if _GOES_ON.search(found[at[-1]].text) else at[-1]
    body = [
        said or (count >= 2 and at[0] < index and (index < last or box in found[index].boxes))
        for index, (said, count) in enumerate(zip(given.said, given.votes, strict=True))
    ]
    kept = _without_standing_apart(found, _filled(found, body, given.votes), given.votes)
    return [is_kept or said for is_kept, said in zip(kept, given.said, strict=True)]


def _weight(found: Sequence[Block], body: Sequence[bool]) -> int:
    return sum(block.weight for block, is_body in zip(found, body, strict=True) if is_body)


# --- what the vote missed ------------------------------------------------------

_CORE = 0.6  # of the body's text must stand in the box that is taken for the article's
_GAP_ABOVE = 2  # blocks that no library wants
_GAP_BELOW = 10
_SHORTEST_PARAGRAPH = 40  # of weight


def _with_the_rest(found: Sequence[Block], body: list[bool], given: Opinions) -> list[bool]:
    """With the paragraphs beside the body, in one box with it, that one library wants.

    Each library has its own way to lose half an article, at a gallery or a
    box in the middle; in the article's own box either is to be believed.
    """
    box = _box_of(found, body)
    if box is None:
        return body
    wanted = [
        count > 0 and box in block.boxes and block.link_share < 0.5 and not block.flags & OUTSIDE
        for block, count in zip(found, given.wanted, strict=True)
    ]
    grown, inside = list(body), [at for at, is_body in enumerate(body) if is_body]
    for before, after in pairwise(inside):
        gap = [at for at in range(before + 1, after) if "hidden" not in found[at].flags]
        listed = [wanted[at] and bool(found[at].flags & {"list", "heading"}) for at in gap]
        whole = all(wanted[at] for at in gap)
        beside = {*_leading(gap, listed), *_leading(gap[::-1], listed[::-1])}
        for at in gap:
            grown[at] = wanted[at] and (whole or at in beside or _is_paragraph(found[at]))
    above, below = range(inside[0] - 1, -1, -1), range(inside[-1] + 1, len(found))
    for at in (*_reached(found, wanted, above, _GAP_ABOVE), *_reached(found, wanted, below, _GAP_BELOW)):
        grown[at] = True
    for at in _closing(found, wanted, grown):
        grown[at] = True
    return grown


_FEWEST_APART = 3
_CLOSES = re.compile(r"[。！？.!?][”’」』\"]?\s*$")


def _closing(found: Sequence[Block], wanted: Sequence[bool], body: Sequence[bool]) -> list[int]:
    """The short sentence that ends an article each of whose paragraphs stands in a box of its own.

    In one box with the others a library keeps it; alone it looks like a button.
    """
    paragraphs = [
        block
        for block, is_body in zip(found, body, strict=True)
        if is_body and "paragraph" in block.flags and block.boxes
    ]
    apart = len({block.boxes[-1] for block in paragraphs})
    if apart < _FEWEST_APART or apart < len(paragraphs):
        return []
    last, beside = _last(body), {block.boxes[:-1] for block in paragraphs}
    near = range(last + 1, min(len(found), last + 1 + _GAP_ABOVE + 1))
    return [
        at
        for at in near
        if wanted[at]
        and "paragraph" in found[at].flags
        and not found[at].linked
        and found[at].boxes[:-1] in beside
        and is_prose(found[at])
        and _CLOSES.search(found[at].text)
    ][:1]


def _last(body: Sequence[bool]) -> int:
    return len(body) - 1 - list(body)[::-1].index(True)


def _leading(gap: Sequence[int], listed: Sequence[bool]) -> Iterator[int]:
    return (at for at, _ in takewhile(itemgetter(1), zip(gap, listed, strict=True)))


_SAME = 0.9  # of the body: a library that wants it sees the same article


def _with_what_leads_up(found: Sequence[Block], body: list[bool], given: Opinions) -> list[bool]:
    """With the paragraphs close above it, in whatever box, of a library that wants the body too.

    First paragraphs often have a box of their own. What stands behind in
    another box is as often somebody else's.
    """
    grown, whole = list(body), _weight(found, body)
    above = range(body.index(True) - 1, -1, -1)
    for opinion in given.libraries:
        shared = [is_body and wanted for is_body, wanted in zip(body, opinion, strict=True)]
        if _weight(found, shared) < _SAME * whole:
            continue
        wanted = [
            of_library and block.link_share < 0.3 and not block.flags & OUTSIDE
            for block, of_library in zip(found, opinion, strict=True)
        ]
        for at in _reached(found, wanted, above, _GAP_ABOVE):
            grown[at] = True
    return grown


def _is_paragraph(block: Block) -> bool:
    return block.weight >= _SHORTEST_PARAGRAPH and is_prose(block)


_NO_DISTANCE = APART | {"hidden"}
"""Flags of what lies between two paragraphs and parts them no further, a box of related articles for one."""


def _reached(found: Sequence[Block], wanted: Sequence[bool], path: range, widest: int) -> list[int]:
    """The wanted blocks along *path* up to the last paragraph before a gap of more than *widest*."""
    reached: list[int] = []
    pending: list[int] = []
    gap = 0
    for at in path:
        if wanted[at]:
            pending.append(at)
            if _is_paragraph(found[at]):
                reached, pending, gap = reached + pending, [], 0
        elif not found[at].flags & _NO_DISTANCE:
            gap += 1
            if gap > widest:
                break
    return reached


def _box_of(found: Sequence[Block], body: Sequence[bool]) -> int | None:
    """The innermost box that holds most of the body's text; None when no box does."""
    held: dict[int, int] = {}
    for block, is_body in zip(found, body, strict=True):
        if is_body:
            for box in block.boxes:
                held[box] = held.get(box, 0) + block.weight
    enough = _CORE * _weight(found, body)
    return max((box for box, count in held.items() if count >= enough), default=None)


_WIDEST_GAP = 4  # blocks


def _filled(found: Sequence[Block], body: list[bool], votes: Sequence[int]) -> list[bool]:
    """With the headings and short lines between two blocks of the body that one voter at least wants."""
    filled, last = list(body), -1
    for at in [at for at, is_body in enumerate(body) if is_body]:
        gap = range(last + 1, at)
        if last >= 0 and 0 < len(gap) <= _WIDEST_GAP:
            for between in gap:
                block = found[between]
                wanted = votes[between] or "heading" in block.flags
                outside = block.flags & {"hidden", "byline"}
                filled[between] = bool(wanted) and block.link_share < 0.5 and not outside
        last = at
    return [is_body and not _heads_nothing(found, filled, at) for at, is_body in enumerate(filled)]


def _heads_nothing(found: Sequence[Block], body: Sequence[bool], at: int) -> bool:
    """A heading over what is not the article: the related links in the middle of it."""
    return "heading" in found[at].flags and at + 1 < len(found) and not body[at + 1]


# --- what the vote took too much -------------------------------------------------

_LINKED = 0.7  # of a line: a link that somebody wrote into a sentence leaves more of it outside
_LEAST = 80  # weight of what must be left as an article


def _without_standing_apart(found: Sequence[Block], body: list[bool], votes: Sequence[int]) -> list[bool]:
    """Less what the page itself sets apart, asides and boxes named so, and less lists of links."""
    linked = [block.link_share > _LINKED for block in found]
    body = [
        is_body and not (linked[at] and any(linked[max(0, at - 1) : at] + linked[at + 1 : at + 2]))
        for at, is_body in enumerate(body)
    ]
    kept = [
        is_body and not ("furniture" in block.flags or ("aside" in block.flags and count < 3))
        for block, is_body, count in zip(found, body, votes, strict=True)
    ]
    return kept if _means_its_names(found, body, kept) else body


def _means_its_names(found: Sequence[Block], body: Sequence[bool], kept: Sequence[bool]) -> bool:
    """Whether the names of a page's boxes tell what is apart.

    Where they are given to most of what was chosen, they are believed only of
    teasers, each with its link, behind an article that begins in the open:
    many a publisher's whole text stands in a box for subscribers.
    """
    named = [is_body and bool(block.flags & APART) for block, is_body in zip(found, body, strict=True)]
    if _weight(found, named) <= _weight(found, body) / 2:
        return True
    at = [index for index, is_named in enumerate(named) if is_named and is_prose(found[index])]
    if not at or at[0] == next(
        index for index, is_body in enumerate(body) if is_body and is_prose(found[index])
    ):
        return False
    links = sum(found[index].link_share > _LINKED for index in range(at[0] - 1, at[-1] + 1))
    return 2 * links >= len(at) and _weight(found, kept) >= _LEAST


def _without_lists(found: Sequence[Block], body: list[bool], at_title: int) -> list[bool]:
    """Less lists of comments or cards and boxes of other articles, as long as an article is left.

    Where none is, the voters may have taken many comments for a short article:
    then it stands between the title and the first of them.
    """
    for apart in (entries(found), labelled(found, body)):
        kept = [is_body and at not in apart for at, is_body in enumerate(body)]
        if _weight(found, kept) < _LEAST and apart and 0 <= at_title < min(apart):
            kept = [at_title < at < min(apart) and is_prose(block) for at, block in enumerate(found)]
            kept = [is_kept and not block.flags & OUTSIDE for block, is_kept in zip(found, kept, strict=True)]
        body = kept if _weight(found, kept) >= _LEAST else body
    return body


_TWICE = 0.3  # of a body; what repeats less is a highlight or a refrain


def _once(found: Sequence[Block], body: list[bool]) -> list[bool]:
    """Less what stood above already, if much did: the text for small screens beside that for large ones."""
    seen: set[str] = set()
    again = [False] * len(body)
    for at, block in enumerate(found):
        if body[at] and block.weight >= _LEAST:
            again[at] = block.tight in seen
            seen.add(block.tight)
    if _weight(found, again) < _TWICE * _weight(found, body):
        return body
    return [is_body and not is_again for is_body, is_again in zip(body, again, strict=True)]


def _without_links_at_the_ends(found: Sequence[Block], body: list[bool]) -> list[bool]:
    """Less the lines before the first sentence and after the last that are mostly links: crumbs, pages."""
    prose = [at for at, is_body in enumerate(body) if is_body and is_prose(found[at])]
    if not prose:
        return body
    return [
        is_body and (prose[0] <= at <= prose[-1] or found[at].link_share <= 0.5)
        for at, is_body in enumerate(body)
    ]
