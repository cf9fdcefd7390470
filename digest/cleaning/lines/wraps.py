"""Lines that a page or a mail program broke inside a sentence, put together before they are judged. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from digest.cleaning.lines.rejoined import CONTINUES, LOWER, of_groups
from digest.cleaning.lines.rows import Row
from digest.language.lazy import regex

_LEFT_OPEN = regex(r"[，、（“「『《(]$")
_LAST_LETTER = regex(r"[\w,–—-][\"”’)]?$")

_NARROWEST, _WIDEST = 28, 120
"""Columns (a Chinese character is two) of text that may have been wrapped by a machine."""
_SHARE_OF_WRAPPED = 0.5


def unwrapped(rows: Sequence[Row]) -> list[Row]:
    """*rows*, those that go on with the sentence of the row above joined to it."""
    if len(rows) < 2:
        return list(rows)
    widths = [_columns(row) for row in rows]
    rests = _rests(rows, widths)
    width = _wrap_width(rows, widths, rests)
    columns = 0 if width else _few_wrapped(rows, widths)
    torn = _torn(rows) | _links_apart(rows) | _cut_in_blocks(rows) | _left_hanging(rows)
    halves = _halves(rows)
    heads = _heads_of_pages(rows) if width else frozenset()
    groups: list[list[Row]] = [[rows[0]]]
    for row in rows[1:]:
        above = groups[-1][-1]
        # Behind the end of a sentence nothing goes on.
        goes_on = not above.ends and (
            (above.fold in halves and row.han and not (row.bullet or row.role))
            or (
                row.fold not in heads
                and above.fold not in heads
                and _goes_on(above, row, width)
                and not (_BARRED.search(above.text) or _BARRED.search(row.text))
            )
            or (columns > 0 and _wrapped(above, row, columns))
            or (width > 0 and above.number in rests and not row.gap)
        )
        if (goes_on or row.number in torn) and not _STAMPED.search(above.text):
            groups[-1].append(row)
        else:
            groups.append([row])
    return of_groups(groups, rests if width else frozenset())


def _rests(rows: Sequence[Row], widths: Sequence[int]) -> frozenset[int]:
    """Numbers of rows that are what a second, narrower wrap left of a full line above: 案, ti, 》.

    Only Chinese boards cut within a word: in English the last word of a paragraph stands alone so.
    """
    widest = max(widths)
    if not _NARROWEST <= widest <= _WIDEST or 2 * sum(row.han > 0 for row in rows) < len(rows):
        return frozenset()
    return frozenset(
        row.number
        for above, row, own, over in zip(rows, rows[1:], widths[1:], widths, strict=False)
        if own <= _REST and over >= widest - _MISSING and not (above.ends or row.gap or row.bullet)
    )


_REST, _MISSING = 4, 8
"""Columns that a second wrap may leave, and that may be missing of a full line: no mark opens a line."""


def _halves(rows: Sequence[Row]) -> set[str]:
    """Lines of Chinese that end with a comma: the sentence of each goes on below, over a blank line too.

    A short one is a label where the text has no habit of it, or says it again: 图像加注文字，
    """
    said = Counter(row.fold for row in rows if row.text[-1] in "，,、" and row.han)
    habit = len(said) >= _FEWEST_HALVES
    return {fold for fold, times in said.items() if len(fold) > _SHORTEST_HALF or (habit and times == 1)}


_FEWEST_HALVES, _SHORTEST_HALF = 3, 8


_SEPARATORS = regex(r"[|｜:：/／\d。！？!?；;，,、>〉《【\[(（［〔]")
_LONGEST_PIECE = 18


def _torn(rows: Sequence[Row]) -> set[int]:
    """Numbers of rows to be joined to the one above: paragraphs whose links became lines of their own.

    Seen where blank lines part the paragraphs: a block that begins with two or
    more short pieces without a mark (or with one of three characters at most)
    and ends in running text. A single longer piece is a heading.
    """
    blocks: list[list[Row]] = []
    for row in rows:
        if row.gap or not blocks:
            blocks.append([])
        blocks[-1].append(row)
    if sum(block[-1].is_sentence for block in blocks) * 2 < len(blocks) or len(blocks) < 3:
        return set()
    found: set[int] = set()
    top: set[int] = set()
    for number, block in enumerate(blocks):
        pieces = 0
        while pieces < len(block) and _is_piece(block[pieces]):
            pieces += 1
        if pieces < len(block) and (pieces >= 2 or (pieces == 1 and block[0].size <= 3)):
            follows = block[pieces]
            # At the top of a page menus stand above a title, which may be a question.
            runs = follows.is_prose or (number > 0 and follows.is_sentence)
            if follows.han and runs and not block[0].bullet:
                (found if number else top).update(row.number for row in block[1 : pieces + 1])
    # Above the first paragraph stand a title and whose it is, unless other paragraphs were torn too.
    return found | top if found else found


def _links_apart(rows: Sequence[Row]) -> set[int]:
    """Numbers of rows to be joined to the one above on an English page whose links became lines of their own.

    Seen by marks that open lines, which none does by itself: "Gull Rock" / ", but the" / "Star" / "is". There
    what begins in lower case or with a mark goes on, and so does the link that such a line goes on from.
    """
    follows = [not row.han and _FOLLOWS.match(row.text) is not None for row in rows]
    opened = sum(goes_on and not row.text[0].isalpha() for row, goes_on in zip(rows, follows, strict=True))
    if opened < _FEWEST_OPENED:
        return set()
    found: set[int] = set()
    for at in range(1, len(rows)):
        above, row = rows[at - 1], rows[at]
        if row.gap or row.bullet or row.role != above.role or above.ends or above.han or row.han:
            continue
        begun = above.number in found or above.words >= _WORDS_OF_PROSE
        link = begun and row.words <= _WORDS_OF_LINK and at + 1 < len(rows) and follows[at + 1]
        if follows[at] or link:
            found.add(row.number)
    return found


_FOLLOWS = regex(r"[,.;:)!?’”](?:\s|$)|[a-z]+[\s,.]")
_FEWEST_OPENED, _WORDS_OF_PROSE, _WORDS_OF_LINK = 3, 4, 8
"""Lines that a mark opens, from which on a page is of this kind; words of a line in which a link may stand,
and of a link."""


def _left_hanging(rows: Sequence[Row]) -> set[int]:
    """Numbers of rows to be joined to an English one above that ends with a word that another must follow.

    "decayed long ago, the" / "tool" / "survived because": a page set the name that it links on a line of its
    own. Nothing is called so, and a preposition may end what is (What it is made of).
    """
    found: set[int] = set()
    for at, (above, row) in enumerate(pairwise(rows)):
        if above.han or row.han or row.gap or row.bullet or row.role != above.role or above.ends:
            continue
        if above.words >= _WORDS_OF_PROSE and _HANGING.search(above.fold):
            found.add(row.number)
            below = rows[at + 2] if at + 2 < len(rows) else None
            link = not row.ends and row.words <= _WORDS_OF_LINK and below is not None and not below.gap
            if link and below is not None and below.role == row.role and _FOLLOWS.match(below.text):
                found.add(below.number)
    return found


_HANGING = regex(r"(?:(?<![\w’'])(?:the|an?|and|or|than|their|its|our|his|into)|\w['’]s)$")


def _cut_in_blocks(rows: Sequence[Row]) -> set[int]:
    """Numbers of rows that go on with the paragraph right above, where blank lines part nearly all others.

    A program that wraps at some marks alone (html2text, behind bold letters) leaves no width by which its
    lines are known; a paragraph that stops without a mark, and no blank line below it, is half of one.
    """
    prose = [row for row in rows if row.is_prose and row.han]
    apart = sum(row.gap or row is rows[0] for row in prose)
    if len(prose) < _FEWEST_APART or apart < _SHARE_APART * len(prose):
        return set()
    return {
        row.number
        for above, row in pairwise(rows)
        if not (row.gap or row.bullet or above.ends or above.role or row.role)
        and (above.is_prose or (above.commas > 0 and above.size >= _HALF))
        and row.is_sentence
        and row.han
        and _GOES_ON.match(row.text)
        and _BEGUN.match(above.fold)
        and (above.text[-1].isalnum() or above.text[-1] in "”’」』")
        and not _OF_PAGE.match(row.fold)
    }


_FEWEST_APART, _SHARE_APART, _HALF = 4, 0.7, 20
_GOES_ON = regex(r"[^\W_]")
_BEGUN = regex(r"(?!图[为说片/／:：])[^\W_]|[“‘「『]")
"""How the rest of a sentence begins, and its paragraph: labels and captions begin with a sign."""


def _is_piece(row: Row) -> bool:
    return row.han > 0 and row.size <= _LONGEST_PIECE and not _SEPARATORS.search(row.text) and not row.role


def _columns(row: Row) -> int:
    return len(row.text) + row.han


def _wrap_width(rows: Sequence[Row], widths: Sequence[int], rests: frozenset[int]) -> int:
    """The width at which the text was wrapped; 0 when it was not. *widths* are the rows', in columns.

    What a second wrap left, *rests*, tells nothing of the first.
    """
    ordered = sorted(widths)
    likely = (ordered[int(len(ordered) * (1 - longer))] for longer in _SHARES_OF_LONGER)
    wrapped = [width for width in likely if _NARROWEST <= width <= _WIDEST]
    if not wrapped:
        return 0
    pairs = [
        (own, a.ends)
        for (a, b), own in zip(pairwise(rows), widths, strict=False)
        if not (b.gap or b.bullet or a.number in rests)
    ]
    if len(pairs) < 6:
        return 0
    for width in wrapped:
        full = sum(not ends and (0.8 * width < own <= width or own > _WIDEST) for own, ends in pairs)
        if full > _SHARE_OF_WRAPPED * len(pairs):
            return width
    return 0


_SHARES_OF_LONGER = (0.05, 0.15)
"""Of lines that a program did not wrap among those that it did: an address, what stood behind one."""


_NARROW, _SLACK = 60, 4
"""Columns of a Chinese text wrapped on a board (78 to 80), and how many may be missing."""


def _few_wrapped(rows: Sequence[Row], widths: Sequence[int]) -> int:
    """The width of a text most of whose paragraphs fit on one line; 0 when fewer than two do not."""
    width = max([own for row, own in zip(rows, widths, strict=True) if row.han], default=0)
    if not _NARROW <= width <= _WIDEST:
        return 0
    return width if sum(_wrapped(a, b, width) for a, b in pairwise(rows)) > 1 else 0


def _wrapped(before: Row, after: Row, width: int) -> bool:
    """A full line of Chinese that stops without a mark, and the rest of its sentence below."""
    full = width - _SLACK <= _columns(before) <= width and before.han > 0 and before.commas > 0
    return (
        full
        and not before.ends
        and not after.gap
        and not after.bullet
        and not _OF_PAGE.match(after.fold)
        and after.is_sentence
        and not before.role
    )


_OF_PAGE = regex(
    r"by:|skip (?:past|to)\b|after \w+ promotion$"
    r"|[推嘘→] ?\w+ *:|(?:看板|标题|时间|发信站|文章网址|编辑)\s*[: ]"
)
"""Begun in lower case, or a field or an answer on a board, and no rest of a sentence."""


def _heads_of_pages(rows: Sequence[Row]) -> frozenset[str]:
    """Lines without a mark that stand again on each page of a document."""
    times = Counter(
        row.fold for row in rows if not row.stops and not row.commas and row.size >= _SHORTEST_HEAD
    )
    return frozenset(fold for fold, count in times.items() if count > 1)


_SHORTEST_HEAD = 6


_SIGNED = regex(
    r"by (?:[A-Z][\w.'’-]+ ){1,4}(?:[-–—|•·] )?[A-Z][a-z]{2,8}\.? \d{1,2}, (?:19|20)\d\d"
    r"|by (?:[A-Z][\w.'’-]+ ){1,3}[A-Z][\w.'’-]+\s*,\s*(?:The )?[A-Z][\w.&'’-]*(?: [A-Z&][\w.&'’-]*){0,3}"
)
"""Who wrote it and when, or for which house: a line of its own in small letters too."""


def _goes_on(before: Row, after: Row, width: int) -> bool:
    if before.ends or before.role != after.role or after.bullet or before.role in ("title", "heading", "cue"):
        return False
    if _OF_PAGE.match(after.fold) or (after.text.startswith("by ") and _SIGNED.fullmatch(after.text.strip())):
        return False
    if CONTINUES.match(after.text) and before.size >= 2:
        return True
    if _CREDIT.match(before.fold) and before.words <= _WORDS_OF_A_CREDIT:
        return False
    if after.gap:
        return False
    if width and _columns(before) > 0.72 * width:
        return True
    if before.han:
        return bool(_LEFT_OPEN.search(before.text)) and before.size >= 12
    # An English line that stops in mid sentence and a next one that does not begin one.
    return before.words >= 6 and bool(LOWER.match(after.text)) and bool(_LAST_LETTER.search(before.text))


_STAMPED = regex(
    r"(?:19|20)\d\d[-/.]\d{1,2}[-/.]\d{1,2}(?: +\d{1,2}:\d\d(?::\d\d)?)?$|\d:\d\d ?[AaPp]\.?[Mm]\.?$"
    r"|[:：]\s?https?://[!-~]{8,}$"
)
"""A line that ends with a day in figures, or its hour, says when something was put up, and is whole; so is a
title with its address."""
_BARRED = regex(r"(?<![|｜]) [|｜] (?![|｜])")
"""Between the links of a row: no sentence has one."""
_CREDIT = regex(
    r"(?:photo(?:graph)?s?|image|picture|illustration)s? (?:by|courtesy|credit)\b|(?:photo|image|credit)s?:"
)
_WORDS_OF_A_CREDIT = 14
"""Who took a picture, whatever begins in small letters below it: iOS, eBay."""
