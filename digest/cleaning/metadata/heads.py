"""The title: which line it is. Pure."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cached_property
from itertools import pairwise

from digest.cleaning.lines.rows import Row
from digest.cleaning.lines.topic import share_in, units
from digest.cleaning.metadata.menus import is_bar, is_glued_menu, is_menu
from digest.cleaning.metadata.outlets import named
from digest.cleaning.metadata.paths import is_called, without_path
from digest.cleaning.metadata.titles import LONGEST_HEAD, SITE, first_prose, is_running, letters
from digest.cleaning.metadata.twice import said_again
from digest.cleaning.rules.branches import Rule
from digest.cleaning.rules.rulebook import Rulebook
from digest.language.lazy import regex
from digest.language.script import simplify
from digest.language.words import stop_words
from digest.model import Metadata

_HEAD = 14
"""Rows, of those from the top, that could be a title."""
_QUESTION = regex(r"[！？!?：:，,|]")


def title_row(
    rows: Sequence[Row], metadata: Metadata, book: Rulebook, spoken: bool = False, mailed: bool = False
) -> Row | None:
    """The line that is the article's title, None when it has none.

    What was *spoken* is no title; of what was *mailed*, or has fields above it, only a line that says what
    the subject says.
    """
    marked = next((row for row in rows if row.role == "title"), None)
    if marked is not None or spoken:
        return marked
    claimed = letters((metadata.title or "").lower())
    if mailed and claimed:
        return next((row for row in rows[:LONGEST_HEAD] if letters(row.fold) == claimed), None)
    heading = said_again(rows)
    if heading is not None and heading.site:
        return rows[heading.at]
    page = _Page(rows, book, bool(claimed))
    best, reached = _best(rows[:LONGEST_HEAD], page, claimed)
    best = _above_the_text(rows, page, claimed, best, reached)
    if best is not None and not best.han:
        best = _above_who_wrote_it(rows, page, claimed, best)
    return best or page.at_the_end_of_its_path() or page.above_its_byline()


def _above_the_text(
    rows: Sequence[Row], page: _Page, claimed: str, best: Row | None, reached: bool
) -> Row | None:
    """Below a menu longer than any head the best line right above the first paragraph, if it tells more."""
    if reached and (best is None or not best.han):
        return best
    first = next((at for at, row in enumerate(rows) if row.is_prose and page.rule(row) is None), 0)
    if reached and first <= _HEAD:
        return best
    start = max(0, first - _HEAD)
    # Buttons between who wrote it and the text do not push the title out of sight.
    for at in range(first - 1, max(0, start - _HEAD), -1):
        if page.is_byline(rows[at]) and not page.is_byline(rows[at - 1]):
            start = min(start, at - 1)
            break
    near, _ = _best(rows[start:first], page, claimed)
    if near is None or (best is not None and page.told(near) <= page.told(best)):
        return best
    return near


def _above_who_wrote_it(rows: Sequence[Row], page: _Page, claimed: str, best: Row) -> Row:
    """Of an English page the line above the byline, with the text below, where it tells more of that."""
    for at, row in enumerate(rows[:_FARTHEST_BYLINE]):
        if not page.is_byline(row):
            continue
        if any(other.is_prose and page.rule(other) is None for other in rows[at + 1 : at + 1 + _NEAR_BYLINE]):
            near, _ = _best(rows[max(0, at - _NEAR_BYLINE) : at], page, claimed)
            return near if near is not None and page.told(near) > page.told(best) else best
    return best


_NEAR_BYLINE, _FARTHEST_BYLINE = 6, 400
"""Rows between a title, who wrote it and the first paragraph; rows among which a byline is looked for."""


def _best(rows: Sequence[Row], page: _Page, claimed: str) -> tuple[Row | None, bool]:
    """The line among *rows* that can best be the title, and whether the text began among them."""
    best, best_score = None, 0.0
    above: Row | None = None
    dated = False  # who wrote it and when stands below a title
    at = 0
    for place, row in enumerate(rows):
        if row.fold.startswith(_POINTS):
            return best, True
        score = page.score(row, at)
        if score >= 1 and row.han and not dated and any(map(page.is_byline, rows[place + 1 : place + 3])):
            score += _ABOVE_BYLINE
        if dated and best_score >= 1:
            score -= 1
        dated = dated or page.is_byline(row)
        # Lines of the menu do not push a title down.
        at += score > 0
        if at > _HEAD:
            return best, False
        if claimed and (letters(row.fold) in claimed and len(letters(row.fold)) * 2 > len(claimed)):
            score += 3
        if score > best_score and not (
            best and best is above and not best.han and score * _OF_SUBTITLE < best_score
        ):
            best, best_score = row, score
        above = row
        if (
            row.is_prose
            and row is not best
            and (row.han or not row.text.isupper())
            and page.rule(row) is None
        ):
            return best, True
    return best, False


_ABOVE_BYLINE = 0.4
"""Who wrote it and when stands right below a title, and below no word of a menu."""
_STAMP = regex(r"(?:\d\s?日|[-/.]\d{1,2}|[a-z]{3} \d{1,2})\W{1,3}\d{1,2}:\d\d(?!\d)")
"""A day with its hour: when something was put up, which no title says."""


_POINTS = "story highlights "
"""In front of the first of the publisher's points, below which no title stands."""
_OF_SUBTITLE = 0.6
"""Of the score of the line below it: a title tells less than its subtitle, and stands above it."""


def _named_below(row: Row, rows: Sequence[Row]) -> bool:
    """The site calls itself by this name further down ("Thanks for reading ...")."""
    below = rows[max(_HEAD, len(rows) // 2) :]
    return any(
        row.fold in other.fold and row.fold != other.fold
        for other in below
        if other.size < 60 and not other.is_prose
    )


def _opens_a_path(row: Row, rows: Sequence[Row]) -> bool:
    """The site's name, with which its path of sections begins: 某某在线首页 > 滚动新闻."""
    paths = (other for other in rows[:_HEAD] if other is not row and _PATH.search(other.text))
    return any(other.fold.startswith(row.fold) for other in paths)


_PATH = regex(r"[>›»]")


class _Page:
    """What a line is weighed against; worked out when a line comes so far."""

    def __init__(self, rows: Sequence[Row], book: Rulebook, claimed: bool = False) -> None:
        self._rows, self._book, self._claimed = rows, book, claimed
        self._rules: dict[int, Rule | None] = {}

    def rule(self, row: Row) -> Rule | None:
        """The first rule that the line meets."""
        if row.number not in self._rules:
            self._rules[row.number] = self._book.first(row.fold, row.written)
        return self._rules[row.number]

    @cached_property
    def _times(self) -> Counter[str]:
        return Counter(letters(row.fold) for row in self._rows[: _HEAD * 2] if row.han <= _LARGEST)

    @cached_property
    def _prose(self) -> str:
        return self._prose_beside()

    def _prose_beside(self, left: Row | None = None) -> str:
        """The first paragraphs that are not the site's by its rules, the line *left* left out."""
        return first_prose(
            row for row in self._rows if row is not left and is_running(row) and self.rule(row) is None
        )

    def at_the_end_of_its_path(self) -> Row | None:
        """Where no line is free to be the title: one that ends a path of sections, or is called the title."""
        for row in self._rows[:_HEAD]:
            if row.text[-1] in "。；;，,：:":
                continue
            bare = without_path(row.text)
            if len(bare) == len(row.text) or not 10 <= len(bare) <= 60:
                continue
            if is_called(row.text) or share_in(units(simplify(bare).lower()), self._prose) * 4 > 1:
                return row
        return None

    def above_its_byline(self) -> Row | None:
        """Below banners that read as paragraphs: the last line above who wrote it and when."""
        for row, below in pairwise(self._rows[:LONGEST_HEAD]):
            if not row.is_prose and self.is_byline(below) and self.score(row, 0) >= 1:
                return row
        return None

    def is_byline(self, row: Row) -> bool:
        rule = self.rule(row)
        return rule is not None and (rule.effect == "byline" or rule.name == "age-line")

    def shared(self, row: Row) -> float:
        """Share of the line's words that the text has too; a sentence is no witness for itself."""
        own = units(row.fold) if row.han else units(row.fold) - stop_words("en")
        # A question in Chinese, which is a title as often as not, is told by what repeats it.
        if not row.is_prose and (row.han or not is_running(row)):
            return share_in(own, self._prose)
        return share_in(own, self._prose_beside(row))

    def told(self, row: Row) -> float:
        """How many words of the text the line has."""
        return self.shared(row) * len(units(row.fold))

    def score(self, row: Row, at: int) -> float:
        """Above 0 for a line that can be a title; the site's name and its menus cannot."""
        if (
            not 4 <= row.size <= _LARGEST
            or (row.stops > 3 and (not row.han or "。" in row.text))
            or row.text[-1:] in "。；;，,：:"
            or len(row.text) > 220
        ):
            return 0.0
        if row.role == "navigation" or (row.role == "aside" and self._claimed) or _STAMP.search(row.fold):
            return 0.0
        if row.is_prose and (row.size > 40 or "。" in row.text or not (row.han or _in_capitals(row.text))):
            return 0.0
        if self.rule(row) is not None or is_bar(row.text):
            return 0.0
        credit = None if row.han else _NO_TITLE.match(row.fold)
        if credit and credit[0] not in self._prose:
            return 0.0
        if (row.han and is_glued_menu(row.fold)) or (
            not row.han and _in_capitals(row.text) and is_menu(row.fold)
        ):
            return 0.0
        label = _SPEAKER.match(row.fold)
        if label and len({o.fold for o in self._rows if o.fold.startswith(label[0])}) >= _FEWEST_TURNS:
            return 0.0
        times = self._times[letters(row.fold)]
        if row.han == 0 and row.text[-1] == "." and times < 2 and not _in_capitals(row.text):
            return 0.0
        shared = self.shared(row)
        score = 1.0 + 2.0 * shared - 0.1 * at
        if row.role == "heading":
            score += 0.5
        if times > 1 and row.size >= 8:
            score += 1.0
        if _ALL_QUOTED.fullmatch(row.text):
            score -= 0.8
        if row.size < 8 or SITE.match(row.fold):
            score -= 1.2
        if named(row.fold) or (row.size < _LONGEST_SECTION and named(_PARTS.split(row.fold)[0])):
            return 0.0
        if row.size < 10 and _opens_a_path(row, self._rows):
            return 0.0
        if row.size < 10 and _named_below(row, self._rows):
            score -= 1.0
        if _QUESTION.search(row.text) or row.size >= 12:
            score += 0.4
        return score


_NO_TITLE = regex(r"[×✕]|\(.*\)$|(?:getty images|ap photo|shutterstock|istock|afp|reuters)(?= )")
"""How a button, a note and a picture's credit begin; an agency that the text tells of may be in its title."""
_LARGEST = 60
"""Size of a line that can be a title."""


_SPEAKER, _FEWEST_TURNS = regex(r"[^\s:：]{1,12}[:：]"), 3
"""Who asks, in front of each question of a conversation."""
_PARTS = regex(r"\s*[·•|｜>›_]\s*|\s+(?=[a-z])")
_LONGEST_SECTION = 12
"""Of a site's name with one of its sections."""
_ALL_QUOTED = regex(r"[「『“‘\"].*[」』”’\"]")
"""What somebody says in the text, set below its title."""
_SMALL_WORDS = frozenset("a an and as at but by for from in is it of on or s the to with".split())


def _in_capitals(text: str) -> bool:
    """Every Word of It in Capitals: no sentence is written so."""
    words = [word for word in re.findall(r"[A-Za-z][\w’']*", text) if word.lower() not in _SMALL_WORDS]
    return bool(words) and sum(word[0].isupper() for word in words) * 10 >= len(words) * 9
