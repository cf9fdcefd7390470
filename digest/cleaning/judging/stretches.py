"""A page is stretches of text with the site between: the article is one, with those on its subject. Pure.

No list knows the words of every menu, teaser and remark. But they come in runs:
below an article stand buttons and headlines, then other articles' first
sentences, then what readers wrote. Where so many lines of the site part a
stretch of text from the article, it is the article's only when its words are
the article's words; and the more lines part them, the more of its words.
"""

from __future__ import annotations

from dataclasses import dataclass

from digest.cleaning.lines.topic import Topic, weights
from digest.cleaning.rules.verdicts import HEADING, Page
from digest.language.lazy import regex

_WEIGHED = {
    "repeated-title": 0.0, "duplicate": 0.0, "caption": 0.0, "marker": 0.0, "garble": 0.0,
    "markup": 0.0, "advertisement": 0.5, "link-list": 0.5, "signs alone": 0.0, "page-numbers": 0.5,
    "copyright": 2.0, "disclaimer": 2.0, "comments": 2.0,
}  # fmt: skip
"""By reason or rule, lines that stand between any two paragraphs, as a box does that the page marks itself,
and those behind which no article goes on; others that were removed count 1."""
_RUN_TOGETHER, _OF_A_LINE, _MOST_LINES = frozenset({"words in capitals", "no full stop"}), 16, 6.0
"""Menus and headlines in one line are several: characters of one, and how many it counts at most."""
_SET_APART, _OWN = frozenset({"run of short lines"}), 0.6
"""Lines of a list or of verses part nothing where they share so much with the text."""
_SHORT, _HEADLINE, _LONGEST_HEADLINE = 0.5, 0.25, 36
"""What a line without a stop counts, and a Chinese one that asks or calls; characters of those."""
_BYLINE = 1.5
"""Who wrote it and when parts a text from what stands above it, who edited it from what stands below."""
_FEWEST = 4.0
"""What the lines that part two stretches count at least."""
_EDITED = regex(r"[\[【（(]?(?:责任编辑|责编|编辑|校对|审核)\s*[:：/|]")
"""Behind who edited a text seldom more of it stands."""
_FEWEST_STOPS, _LEAST_SIZE = 3, 200
"""Of the article's own stretch: one smaller does not tell what it is about."""
_LEAST, _MORE, _MOST = 0.2, 0.015, 0.4
"""Share, by weight, of a stretch's content words that the article must have too: at least, more for each
line that parts them, at most. Of the last paragraphs of 194 articles nine in ten share more than 0.2, and
half of them 0.43, with what stands above; of paragraphs of other articles one in ten more than 0.15."""
_SHARE_OF_LONGEST = 0.4
"""Of the longest stretch, what an article has above all that is as long."""
_SIGNED, _HEAD = 4, 16
"""How much likelier the first stretch below a byline is the article; lines between the two."""
_ROW_OF_DAYS = 3
"""Days with other lines between them, one to each remark or headline: of an article there are two at most."""
_LONGEST = 1500
"""Characters of a stretch that tell what it is about."""


@dataclass
class _Stretch:
    first: int
    last: int
    stops: int
    size: int
    parted: float
    """What the lines between it and the stretch above count."""


def stretches(page: Page, topic: Topic) -> None:
    """Removes from *page* the stretches on other subjects, and what parts them from the article."""
    found = _stretches(page, topic)
    if len(found) < 2:
        return
    signed = next((at for at, stretch in enumerate(found) if _is_signed(page, stretch)), None)
    sizes = [stretch.size * (_SIGNED if at == signed else 1) for at, stretch in enumerate(found)]
    own = sizes.index(max(sizes))
    if not page.rows[found[own].first].han:
        # What readers wrote below it may be longer than an article.
        own = next(at for at, size in enumerate(sizes) if size >= _SHARE_OF_LONGEST * sizes[own])
    if found[own].stops < _FEWEST_STOPS or found[own].size < _LEAST_SIZE:
        return
    title = page.title.fold if page.title else ""
    told = f"{title}\n{_text(page, found[own])}"
    first = last = found[own]
    kept = [found[own]]
    # Outwards, so that the subject of what is far is weighed against all that is near.
    parted = 0.0
    for at in range(own - 1, -1, -1):
        parted += found[at + 1].parted
        if _stands_first(page, found[at]) or _is_own(page, found[at], told, parted):
            first, parted, told = found[at], 0.0, f"{_text(page, found[at])}\n{told}"
            kept.append(found[at])
    parted = 0.0
    for at in range(own + 1, len(found)):
        parted += found[at].parted
        if _is_own(page, found[at], told, parted):
            last, parted, told = found[at], 0.0, f"{told}\n{_text(page, found[at])}"
            kept.append(found[at])
    _remove(page, kept, first is not found[0], last is not found[-1])


def _stretches(page: Page, topic: Topic) -> list[_Stretch]:
    found: list[_Stretch] = []
    parted = 0.0
    for at, row in enumerate(page.rows):
        verdict = page.verdicts.get(at)
        if verdict is None and (row.is_prose or row.is_sentence):
            calls = row.han and row.size <= _LONGEST_HEADLINE and row.text[-1] in "？！?!"
            if calls and "。" not in row.text:
                parted += _HEADLINE
                continue
            # What is cut off, or has a page glued behind it, counts up to its last full stop.
            size = row.size if row.ends else min(row.size, row.text.rfind("。" if row.han else ". ") + 1)
            if found and parted < _FEWEST:
                here = found[-1]
                here.last, here.stops, here.size = at, here.stops + row.stops, here.size + size
            else:
                found.append(_Stretch(at, at, row.stops, size, parted))
            parted = 0.0
        elif verdict is None or verdict.fate == "heading":
            parted += _SHORT
        elif verdict.fate == "byline":
            parted += _FEWEST if found and _EDITED.match(row.fold) else _BYLINE
        elif verdict.fate == "removed" and not (verdict.rule in _SET_APART and topic.likeness(row) >= _OWN):
            weight = _WEIGHED.get(verdict.rule if verdict.rule in _WEIGHED else verdict.reason, 1.0)
            parted += (
                min(_MOST_LINES, max(weight, row.size / _OF_A_LINE))
                if verdict.rule in _RUN_TOGETHER
                else weight
            )
    return found


def _is_signed(page: Page, stretch: _Stretch) -> bool:
    """Whether who wrote it and when stands right above: not a row of days, as readers' remarks have them."""
    above = max(0, stretch.first - _HEAD)
    if not any(_is_byline(page, at) for at in range(above, stretch.first)):
        return False
    around = range(above, min(stretch.last, stretch.first + _HEAD))
    days = [at for at in around if _is_byline(page, at) and any(map(str.isdecimal, page.rows[at].fold))]
    return sum(not _is_byline(page, at - 1) for at in days) < _ROW_OF_DAYS


def _is_byline(page: Page, at: int) -> bool:
    verdict = page.verdicts.get(at)
    return verdict is not None and verdict.fate == "byline"


def _text(page: Page, stretch: _Stretch) -> str:
    lines = [
        page.rows[at].fold
        for at in range(stretch.first, stretch.last + 1)
        if page.open(at) and (page.rows[at].is_prose or page.rows[at].is_sentence)
    ]
    return "\n".join(lines)


def _is_own(page: Page, stretch: _Stretch, told: str, parted: float) -> bool:
    above = page.verdicts.get(stretch.first - 1)
    if above is not None and above.fate in ("title", "byline"):
        return True  # where an article's first paragraph stands
    own = weights(_text(page, stretch)[:_LONGEST])
    shared = sum(weight for word, weight in own.items() if word in told)
    return shared >= min(_MOST, _LEAST + _MORE * (parted - _FEWEST)) * sum(own.values())


def _stands_first(page: Page, stretch: _Stretch) -> bool:
    """Whether it stands where an article's first paragraph does: of text, only the title is between."""
    for at in range(stretch.first - 1, max(-1, stretch.first - _HEAD), -1):
        verdict = page.verdicts.get(at)
        if verdict is None or verdict.fate == "heading":
            return False
        if verdict.fate != "removed":
            return True
    return False


def _remove(page: Page, kept: list[_Stretch], above: bool, below: bool) -> None:
    inside = {at for stretch in kept for at in range(stretch.first, stretch.last + 1)}
    first, last = min(inside), max(inside)
    for at in range(len(page.rows)):
        if at in inside or (at < first and not above) or (at > last and not below):
            continue
        if page.open(at) or page.verdicts[at] == HEADING:
            page.remove(
                at,
                "other-article" if first < at < last else "site-footer" if at > last else "navigation",
                "another subject",
            )
