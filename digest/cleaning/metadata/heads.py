"""The title: what speaks for each line that can be it, weighed. Pure.

Every line above the text, or so soon behind its beginning that a summary may stand
above it, is a candidate unless its shape says that it is no title. What is seen of a
candidate (its words in the text, its neighbours, its marks) counts as `weights.toml`
says; the best one is the title, where it reaches what a title must.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from itertools import pairwise

from digest.cleaning.lines import floor
from digest.cleaning.lines.rows import Row
from digest.cleaning.lines.running import follows_clauses
from digest.cleaning.lines.topic import share_in, units
from digest.cleaning.metadata.evidence import least, weights
from digest.cleaning.metadata.menus import below_frame, is_bar, is_glued_menu, is_menu
from digest.cleaning.metadata.no_title import NO_TITLE, NONE, are_keywords
from digest.cleaning.metadata.outlets import named
from digest.cleaning.metadata.paths import is_called, is_path_of_sections, without_path
from digest.cleaning.metadata.stamps import BEHIND
from digest.cleaning.metadata.titles import (
    LONGEST_HEAD,
    SITE,
    first_prose,
    in_capitals,
    is_link_of_thread,
    is_running,
    letters,
)
from digest.cleaning.rules.branches import Rule
from digest.cleaning.rules.rulebook import Rulebook
from digest.language.lazy import regex
from digest.language.script import simplify
from digest.language.words import stop_words
from digest.model import Metadata


def title_row(
    rows: Sequence[Row], metadata: Metadata, book: Rulebook, spoken: bool = False, mailed: bool = False
) -> Row | None:
    """The line that is the article's title, None when it has none.

    What was *spoken* is no title; of what was *mailed*, or has fields above it, only a line that says what
    the subject says.
    """
    marked = next((row for row in rows if row.role == "title" and not row.is_frame), None)
    if marked is not None and _ADDRESS.fullmatch(marked.fold):
        # Where it stood, above what it is called.
        below = rows[rows.index(marked) + 1 :]
        marked = next((row for row in below if row.role == "heading"), None)
    if marked is not None and floor.is_poster(rows, marked):
        marked = None
    if marked is not None or spoken:
        return marked
    claimed = letters(simplify(metadata.title or "").lower())
    if mailed and claimed:
        return next((row for row in rows[:LONGEST_HEAD] if letters(row.fold) == claimed), None)
    scores = _Page(rows, book, claimed).scores()
    best = max(scores, key=lambda at: scores[at], default=None)
    if best is None or scores[best] <= least("title"):
        return None
    key = letters(rows[best].fold)
    return next(rows[at] for at in scores if best - _NEAR <= at <= best and letters(rows[at].fold) == key)


_FARTHEST, _DEEPEST = 400, 4
"""Rows among which a title is looked for; of so many parts of the text at most one stands above it."""
_NEAR, _FAR, _ENOUGH = 4, 30, 8
"""Rows within which a byline is beside it; rows to the text that are too many; words that tell enough."""
_SHORT, _LONG, _SENTENCE, _LARGEST, _LONGEST_SECTION = 8, 12, 40, 60, 12
"""Sizes: of a word of a menu, of a title beyond doubt, of what is rather a sentence, of the longest title, of
a site's name with one of its sections."""
_TELLS, _RETELLS = 0.25, 0.5
"""Share of a line's words that the text has, if it tells of the same; of a title that reads as a call."""
_STAMP = regex(r"(?:\d\s?日|[-/.]\d{1,2}|[a-z]{3} \d{1,2}|[a-z]{3} (?:19|20)\d\d)\W{1,3}\d{1,2}:\d\d(?!\d)")
"""A day with its hour: when something was put up, which no title says."""
_RUBRIC = 2
"""Words in front of such a day on an English line that are no title yet."""
_ADDRESS = regex(r"https?://\S+")
_PARAGRAPH = 300
"""Size of a paragraph that begins as a line of the site's and goes on as the text."""
_MARKS = regex(r"[！？!?：:，,|]")
_CREDIT_BELOW = regex(r"[(（]\s*(?:(?:视频|图片)?来源|图源|视频|图|摄影?)\s*[:：／/][^（）()]{1,24}[)）]$")
_SPEAKER, _FEWEST_TURNS = regex(r"[^\s:：]{1,12}[:：]"), 3
"""Who asks, in front of each question of a conversation."""
_PARTS = regex(r"\s*[·•|｜>›_]\s*|\s+(?=[a-z])")
_ALL_QUOTED = regex(r"[「『“‘\"].*[」』”’\"]")
"""What somebody says in the text, set below its title; in two sentences it is none."""
_LONGEST_NAME = 400
"""Characters of a page's name; a page in one line has signs without end."""
_PARTED = regex(r"\s*[_|｜丨·•»›>/]\s*|\s+[-–—]+\s+|-(?=[^\s-]{1,11}$)")
"""Between a title and what else a page's name says."""
_PARTING = frozenset("_|｜丨·•»›>/-–—")
"""Of which it has one."""


class _Page:
    """The lines of a page as candidates, *claimed* what its head says that it is called."""

    def __init__(self, rows: Sequence[Row], book: Rulebook, claimed: str) -> None:
        self._rows, self._book, self._claimed = rows, book, claimed
        self._rules: dict[int, Rule | None] = {}
        self._below_frame = below_frame(rows)

    def scores(self) -> Mapping[int, float]:
        """The weight of the evidence for each candidate, by its place."""
        seen = {at: self._seen(at) for at in self._candidates()}
        for at, signs in seen.items():
            self._beside(at, seen, signs)
        counts = weights("title")
        return {
            at: sum([value * counts[sign] for sign, value in signs.items() if value])
            for at, signs in seen.items()
        }

    def _stands_elsewhere(self, at: int) -> bool:
        """Whether it is a line of a text in clauses, or the name of what is credited right below it."""
        if not self._text and follows_clauses(self._rows, at):
            return True
        past = bool(self._bylines) and self._bylines[0] < at
        return past and at + 1 < len(self._rows) and _CREDIT_BELOW.match(self._rows[at + 1].fold) is not None

    def _candidates(self) -> Iterator[int]:
        whole, above, paragraphs = sum(row.size for row in self._rows if row.is_prose), 0, 0
        for at, row in enumerate(self._rows[:_FARTHEST]):
            if self._may_be(row) and not self._stands_elsewhere(at):
                yield at
            if row.is_prose:
                above, paragraphs = above + row.size * self._is_text(row), paragraphs + 1
                if above * _DEEPEST > whole and paragraphs > 1:
                    return

    def _may_be(self, row: Row) -> bool:
        """Whether its shape allows it: neither running text nor a line of the site."""
        text, fold = row.text, row.fold
        if row.is_frame or not 4 <= row.size <= _LARGEST or len(text) > 220 or text[-1] in "。；;，,：:":
            return False
        if row.stops > 3 and (not row.han or "。" in text):
            return False
        if row.stops > 1 and row.is_prose and _ALL_QUOTED.fullmatch(text):
            return False
        called = is_called(text)
        if self.rule(row) is not None and not (called or _behind_path(text) or self._is_told_of_call(row)):
            return False
        if row.role == "navigation" or (row.role == "aside" and self._claimed) or _STAMP.search(fold):
            return False
        if row.is_prose and (row.size > _SENTENCE or "。" in text or not (row.han or in_capitals(text))):
            return False
        if (not row.han and text[-1] == "." and not in_capitals(text)) or NONE.search(fold):
            return False
        if self._says_the_path(row) or is_path_of_sections(fold) or is_bar(text) or self._is_about_site(row):
            return False
        if (row.han and is_glued_menu(fold)) or (not row.han and in_capitals(text) and is_menu(fold)):
            return False
        if named(fold) or (row.size < _LONGEST_SECTION and named(_PARTS.split(fold)[0])):
            return False
        stamp = None if row.han else BEHIND.search(text)
        if stamp and len(text[: stamp.start()].split()) <= _RUBRIC:
            return False
        credit = None if row.han else NO_TITLE.match(fold)
        if credit and credit[0] not in self._prose:
            return False
        label = None if called else _SPEAKER.match(fold)
        return not (label and self._is_asked_by(label[0]))

    def _is_asked_by(self, label: str) -> bool:
        """Whether the *label* stands in front of turns, of which one asks or tells; captions do neither."""
        turns = {row.fold: row for row in self._rows if row.fold.startswith(label)}
        return len(turns) >= _FEWEST_TURNS and any(row.stops or row.is_prose for row in turns.values())

    def _seen(self, at: int) -> dict[str, float]:
        """What is seen of a candidate, each sign from 0 to 1."""
        row = self._rows[at]
        own = {unit for unit in units(row.fold) if len(unit) > 3 or not unit.isascii()}
        own -= set() if row.han else stop_words("en")
        shares = share_in(own, self._prose_for(row))
        above = bisect_left(self._text, at)
        below = next((to - at for to in self._text[above : above + 2] if to > at), _FAR)
        byline = bisect_right(self._bylines, at)
        to_byline = self._bylines[byline] - at if byline < len(self._bylines) else _FAR
        from_byline = at - self._bylines[byline - 1] if byline else _FAR
        key = letters(row.fold)
        around = [other.fold for other in self._rows[max(0, at - _NEAR) : at] if other.size <= 2 * _LARGEST]
        return {
            "shares": shares,
            "stranger": float(shares == 0 and not is_called(row.text)),
            "tells": min(1.0, shares * len(own) / _ENOUGH),
            "over_byline": max(0.0, 1 - max(0, to_byline - 3) / _NEAR),
            "under_byline": max(0.0, 1 - (from_byline - 1) / _NEAR),
            "past_byline": float(byline > 0 and from_byline > _NEAR - 1),
            "below_text": min(above, 3) / 3,
            "deep": sum(self._rows[to].size for to in self._text[:above]) / self._size,
            "far": min(below, _FAR) / _FAR,
            "again": float(row.size >= _SHORT and self._times[key] > 1),
            "parted": float(row.size >= _SHORT and self._parts[key] > (key in self._parts_of(row))),
            "of_tab": float(at > 0 and row.size >= 4 and key in self._tab),
            "first": float(at == 0),
            "below_frame": float(at == self._below_frame),
            "glued": float(
                row.size >= _SHORT
                and any(len(fold) > len(row.fold) and fold.endswith(row.fold) for fold in around)
            ),
            "short": max(0.0, (_SHORT - row.size) / 4),
            "long": min(1.0, max(0.0, (row.size - _LONG / 2) / (_LONG / 2))),
            "sentence": float(row.size > _SENTENCE),
            "prose": float(row.is_prose),
            "stops": min(row.stops, 3) / 3,
            "marks": float(_MARKS.search(row.text) is not None),
            "quoted": float(_ALL_QUOTED.fullmatch(row.text) is not None),
            "capitals": float(not row.han and in_capitals(row.text)),
            "heading": float(row.role == "heading"),
            "called": float(is_called(row.text)),
            "behind_path": float(_behind_path(row.text)),
            "over_link": float(at + 1 < len(self._rows) and is_link_of_thread(self._rows[at + 1])),
            "keywords": float(are_keywords(row.fold)),
            "site": float(SITE.match(row.fold) is not None),
            "path": float(row.size < 10 and self._opens_a_path(row)),
            "of_page": float(row.size < 10 and self._is_named_below(row)),
            "claimed": float(
                bool(self._claimed) and key in self._claimed and len(key) * 2 > len(self._claimed)
            ),
        }

    def _beside(self, at: int, seen: Mapping[int, dict[str, float]], signs: dict[str, float]) -> None:
        """A title stands above its subtitle, and both are candidates that the text tells of."""
        row = self._rows[at]
        above, below, last = at - 1 in seen, at + 1 in seen, at + 2 not in seen
        if below and (last or self._rows[at + 2].size < _SHORT):
            under = self._rows[at + 1]
            signs["subtitled"] = float(
                under.size >= row.size * 0.8 and letters(under.fold) != letters(row.fold)
            )
            if signs["subtitled"]:
                # Who wrote it stands below both.
                signs["over_byline"] = max(signs["over_byline"], seen[at + 1]["over_byline"])
        if above and (not below or self._rows[at + 1].size < _SHORT):
            over = self._rows[at - 1]
            longer = _SHORT <= over.size <= row.size / 0.8
            signs["subtitle"] = float(longer and letters(over.fold) != letters(row.fold))
        near = [to for to in range(at - 2, at + 2) if self._is_told(to, at, seen)]
        if signs["shares"] >= _TELLS:
            signs["above_another"] = float(
                any(to > at and self._rows[to].size >= row.size * 0.8 for to in near)
            )
        signs["below_another"] = float(any(to < at and self._rows[to].size <= row.size / 0.8 for to in near))

    def _is_told(self, to: int, at: int, seen: Mapping[int, Mapping[str, float]]) -> bool:
        """Whether the text tells of the candidate *to* too, and it is not that *at* with more around."""
        if to == at or to not in seen or self._rows[to].size < _SHORT:
            return False
        if seen[to]["shares"] < _TELLS or seen[to]["keywords"]:
            return False
        return letters(self._rows[at].fold) not in letters(self._rows[to].fold)

    def rule(self, row: Row) -> Rule | None:
        """The first rule that the line meets."""
        if row.number not in self._rules:
            self._rules[row.number] = self._book.first(row.fold, row.written)
        return self._rules[row.number]

    def _is_text(self, row: Row) -> bool:
        return row.is_prose and not row.is_frame and (row.size > _PARAGRAPH or self.rule(row) is None)

    def _is_byline(self, row: Row) -> bool:
        rule = self.rule(row)
        return rule is not None and (rule.effect == "byline" or rule.name == "age-line")

    @cached_property
    def _text(self) -> Sequence[int]:
        return [at for at, row in enumerate(self._rows) if self._is_text(row)]

    @cached_property
    def _size(self) -> int:
        return sum(self._rows[at].size for at in self._text) or 1

    @cached_property
    def _bylines(self) -> Sequence[int]:
        return [at for at, row in enumerate(self._rows[: _FARTHEST + _NEAR]) if self._is_byline(row)]

    @cached_property
    def _times(self) -> Counter[str]:
        return Counter([letters(row.fold) for row in self._rows if row.size <= _LARGEST])

    @cached_property
    def _parts(self) -> Counter[str]:
        """How many lines above or below the text are more than what they begin or end with."""
        short = (row for row in self._rows[:_FARTHEST] if row.size <= 2 * _LARGEST and not row.is_prose)
        return Counter([part for row in short for part in self._parts_of(row)])

    @cached_property
    def _tab(self) -> set[str]:
        return self._parts_of(self._rows[0])

    def _parts_of(self, row: Row) -> set[str]:
        """What signs part from the rest: the first, the last, each between, as in path > title > buttons."""
        if len(row.fold) > _LONGEST_NAME or _PARTING.isdisjoint(row.fold):
            return set()
        signs = list(_PARTED.finditer(row.fold))
        ends = {letters(row.fold[: sign.start()]) for sign in signs}
        ends |= {letters(row.fold[sign.end() :]) for sign in signs}
        return ends | {letters(row.fold[a.end() : b.start()]) for a, b in pairwise(signs)}

    @cached_property
    def _prose(self) -> str:
        return self._prose_beside()

    def _prose_beside(self, left: Row | None = None) -> str:
        """The first paragraphs that are not the site's by its rules, the line *left* left out."""
        return first_prose(
            row
            for row in self._rows
            if row is not left and not row.is_frame and is_running(row) and self.rule(row) is None
        )

    def _prose_for(self, row: Row) -> str:
        """A sentence is no witness for itself; a question in Chinese, often a title, by its echo."""
        beside = row.is_prose or (not row.han and is_running(row))
        return self._prose_beside(row) if beside else self._prose

    def _says_the_path(self, row: Row) -> bool:
        """Two parts or more of a path above it, without their signs: what the page calls its section."""
        own = letters(row.fold)
        if _FROM_HOME.match(row.fold) and self._is_path_to_next(row):
            return True
        return any(
            len(parts[-1]) < len(own) < len("".join(parts)) and "".join(parts).endswith(own)
            for parts in self._paths
            if len(parts) > 1
        )

    def _is_told_of_call(self, row: Row) -> bool:
        """Officers ask students to scan a code: like a site's call, but right above the byline, and told."""
        rule = self.rule(row)
        at = bisect_left(self._numbers, row.number) + 1
        if rule is None or not rule.calls or row.size < _LONG or at >= len(self._rows):
            return False
        return self._is_byline(self._rows[at]) and share_in(units(row.fold), self._prose) >= _RETELLS

    def _is_about_site(self, row: Row) -> bool:
        """About tram, below Tram, with which the page begins: where the site tells of itself."""
        about = _ABOUT.match(row.fold)
        return about is not None and any(
            letters(other.fold) == letters(row.fold[about.end() :]) for other in self._rows[:_NEAR]
        )

    def _is_path_to_next(self, row: Row) -> bool:
        """Home What we do Trams Basel, with Basel alone on one of the next lines: its signs are lost."""
        at = bisect_left(self._numbers, row.number)
        below = (other.fold for other in self._rows[at + 1 : at + _NEAR])
        return any(row.fold.endswith(f" {fold}") for fold in below)

    @cached_property
    def _numbers(self) -> Sequence[int]:
        return [row.number for row in self._rows]

    @cached_property
    def _paths(self) -> Sequence[Sequence[str]]:
        """The parts of each path of sections at the top that begins at the page's home."""
        above = (row.fold for row in self._rows[:_TOP] if _HOME.match(row.fold) and row.size <= 2 * _LARGEST)
        return [[letters(part) for part in _PATH.split(fold)] for fold in above]

    def _opens_a_path(self, row: Row) -> bool:
        """The site's name, with which its path of sections begins: 某某在线首页 > 滚动新闻."""
        head = self._rows[:_TOP]
        return any(
            other is not row and _PATH.search(other.text) and other.fold.startswith(row.fold)
            for other in head
        )

    def _is_named_below(self, row: Row) -> bool:
        """The site calls itself by this name further down ("Thanks for reading ...")."""
        return any(
            row.fold in other.fold and row.fold != other.fold
            for other in self._rows[max(_TOP, len(self._rows) // 2) :]
            if other.size < _LARGEST and not other.is_prose
        )


def _behind_path(text: str) -> bool:
    """Whether it ends a path of sections, and is long enough to be more than the last of them."""
    bare = without_path(text)
    return (
        len(bare) < len(text)
        and _PATH.search(text[: len(text) - len(bare)]) is not None
        and 10 <= len(bare) <= _LARGEST
    )


_TOP = 14
"""Rows at the top of a page."""
_PATH = regex(r"[>›»/]")
_HOME = regex(r"(?:[\u4e00-\u9fff]{0,6}首页|主页|home)\s*[>›»/]")
_FROM_HOME = regex(r"(?:[\u4e00-\u9fff]{0,6}首页|主页|home)\s(?=\S)")
_ABOUT = regex(r"about |关于")
