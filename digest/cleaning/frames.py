"""What several articles of one folder have in common is the frame of their site. Pure.

A menu, an author's box, a disclaimer, the greeting of a channel stand in article after article that are
otherwise different; no list of words is needed to see it, in whatever language. An index of lines shows
it, in time linear in the length of all articles: no two are compared as a whole.

What two reports of one event share is not a frame. So copies of one text count once; what lies between
the sentences that only this article has is its body (`_core`); and a sentence must be told in three
articles, of one site or on different subjects, and have hardly a word in common with what they tell.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations, pairwise
from types import MappingProxyType

from digest.cleaning.lines.framed import (
    NONE,
    SENTENCE,
    TOP_LINES,
    Frames,
    ends,
    is_stopped,
    keys,
    segments,
    size,
    top_end,
    windows,
)
from digest.cleaning.tops import tops
from digest.language.lazy import regex
from digest.language.words import content_words, idf
from digest.model import Article

_FEWEST = 3
"""Articles that have a line of a frame: two are weak evidence, and need a run of lines."""
_RUN = 3
"""Lines in a row that two articles have, at an end of both."""


def common(articles: Iterable[Article]) -> Frames:
    """The lines and sentences that are their sites' frame: of one article `NONE`.

    The same in whatever order the articles come.
    """
    ordered = sorted(articles, key=lambda each: (each.id, each.path, each.entry or ""))
    if len(ordered) < 2:
        return NONE
    begun = tops(ordered)
    folder = _Folder([_page(each, begun) for each in ordered])
    seen = folder.frames()
    own = {each.id: told for each, told in zip(ordered, folder.own(seen), strict=True) if told}
    free = {
        each.id
        for each, page in zip(ordered, folder.pages, strict=True)
        if page.keys.isdisjoint(seen) or _is_made_of(page, seen)
    }
    return Frames(
        MappingProxyType(seen),
        MappingProxyType(folder.spoken()),
        MappingProxyType(begun),
        MappingProxyType(own),
        frozenset(free),
    )


def _is_made_of(page: _Page, seen: Mapping[str, int]) -> bool:
    """Whether most of its sentences would go: what is most of a page is its text, whoever has it, too."""
    return 2 * sum(size for key, size in page.prose.items() if key in seen) > sum(page.prose.values())


# --- one page -----------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Unit:
    """A sentence of a page, or a line that is none. ``size`` in letters, a Chinese character is three."""

    key: str
    size: int
    is_prose: bool
    text: str


@dataclass(frozen=True)
class _Page:
    """An article as its ``units``, in reading order; ``house``: its host or publisher, "" where unknown."""

    units: tuple[_Unit, ...]
    house: str
    claimed: str
    """What its head says that it is called, by its key."""

    @cached_property
    def keys(self) -> frozenset[str]:
        return frozenset([unit.key for unit in self.units])

    @cached_property
    def prose(self) -> dict[str, int]:
        """The sizes of its sentences by their keys."""
        return {unit.key: unit.size for unit in self.units if unit.is_prose}


_QUOTES = frozenset('“”「」『』"')
_HOST = regex(r"https?://(?:www\.)?([^/:?#\s]+)")


def _page(article: Article, begun: Mapping[str, int]) -> _Page:
    lines = [line.text for line in article.lines if line.text and not line.text.isspace()]
    cuts = [top_end(line, begun) for line in lines[:TOP_LINES]]
    menus = [word for line, end in zip(lines, cuts, strict=False) for word in line[:end].split()]
    lines = [*menus, *(line[end:] for line, end in zip(lines, cuts, strict=False)), *lines[TOP_LINES:]]
    texts = [line[a:b] for line in lines for a, b in segments(line)]
    units: list[_Unit] = []
    for text, key in zip(texts, keys(texts), strict=True):
        if key:
            is_prose = size(key) >= SENTENCE and is_stopped(text)
            units.append(_Unit(key, size(key), is_prose, text))
    return _Page(tuple(units), _house(article), keys([article.metadata.title or ""])[0])


def _house(article: Article) -> str:
    host = _HOST.match((article.metadata.url or "").lower())
    return host[1] if host else (article.metadata.publisher or "")


# --- the folder ---------------------------------------------------------------


class _Folder:
    """The pages of a folder, in an order of their own, with the places of each unit in them."""

    def __init__(self, pages: Sequence[_Page]) -> None:
        self.pages = pages
        self._holding: defaultdict[str, list[int]] = defaultdict(list)
        for number, page in enumerate(pages):
            for key in page.keys:
                self._holding[key].append(number)
        self.copy_of = _copies(pages, self._holding)
        self._texts: dict[int, str] = {}
        self._words: dict[str, dict[str, float]] = {}

    def frames(self) -> dict[str, int]:
        """In how many articles each unit of a frame stands."""
        self._shared = {
            key: files
            for key, holding in self._holding.items()
            if len(holding) > 1 and (files := len({self.copy_of[number] for number in holding})) > 1
        }
        outside: Counter[str] = Counter()
        times: Counter[str] = Counter()
        runs: Counter[str] = Counter()
        self._bodies = [_core(page, self._shared) for page in self.pages]
        for page, body in zip(self.pages, self._bodies, strict=True):
            at_an_end = [at not in body for at in range(len(page.units))]
            for at, unit in enumerate(page.units):
                if unit.key in self._shared:
                    times[unit.key] += 1
                    outside[unit.key] += at_an_end[at]
            runs.update(self._in_runs(page, body))
        short: dict[str, int] = {}
        prose: dict[str, bool] = {}
        is_prose = {unit.key: unit for page in self.pages for unit in page.units if unit.is_prose}
        for key, files in self._shared.items():
            is_outside = outside[key] >= _SHARE_OUTSIDE * times[key]
            if key in is_prose:
                if files >= _FEWEST:
                    prose[key] = is_outside
            elif is_outside and (files >= _FEWEST or runs[key] >= 2):
                short[key] = files
        self._short = short
        found = {
            key: self._shared[key] for key, is_out in prose.items() if self._is_sites(is_prose[key], is_out)
        }
        return dict(sorted((short | found).items()))

    def own(self, seen: Mapping[str, int]) -> list[frozenset[str]]:
        """What of *seen* each page tells itself: a title that others have among their related headlines.

        It stands right above the body, and above that of no other page; or the page's head claims it, or
        the body has its words.
        """
        pages = list(zip(self.copy_of, self.pages, self._bodies, strict=True))
        claims = Counter(key for key, _ in {(page.claimed, copy) for copy, page, _ in pages})
        above = [
            [unit for unit in page.units[: body.start] if _may_be_title(unit)] for _, page, body in pages
        ]
        tops = {(unit.key, copy) for units, copy in zip(above, self.copy_of, strict=True) for unit in units}
        heads = Counter(key for key, _ in tops)
        return [
            frozenset(
                unit.key
                for at, unit in enumerate(units, 1)
                if unit.key in seen
                and (
                    (at == len(units) and heads[unit.key] == 1)
                    or (unit.key == page.claimed and claims[unit.key] == 1)
                    or self._alike(unit, number) >= _TOLD
                )
            )
            for number, (page, units) in enumerate(zip(self.pages, above, strict=True))
        ]

    def spoken(self) -> dict[str, int]:
        """In how many transcripts each of the `windows` stands that three have near an end."""
        files: Counter[str] = Counter()
        for page in self.pages:
            if self._is_spoken(page):
                own = [unit.key.replace("0", "") for unit in page.units]
                said = ("".join([own[at] for at in lines]) for lines in ends(own))
                files.update({window for letters in said for window in windows(letters)})
        return {window: times for window, times in sorted(files.items()) if times >= _FEWEST}

    def _is_spoken(self, page: _Page) -> bool:
        """Whether most of it are lines without stops that no other has: a transcript, not a page of menus."""
        whole = sum(unit.size for unit in page.units)
        own = sum(unit.size for unit in page.units if unit.key not in self._shared and not unit.is_prose)
        return len(page.units) >= _LINES_OF_SPEECH and own >= _SHARE_OF_SPEECH * whole

    def _in_runs(self, page: _Page, body: range) -> set[str]:
        """Lines at an end of the page that stand in a run of shared ones."""
        found: set[str] = set()
        run: list[str] = []
        for at in range(len(page.units) + 1):
            unit = page.units[at] if at < len(page.units) and at not in body else None
            if unit is not None and unit.key in self._shared and not unit.is_prose:
                run.append(unit.key)
                continue
            if len(run) >= _RUN:
                found.update(run)
            run = []
        return found

    def _is_sites(self, unit: _Unit, is_outside: bool) -> bool:
        """Whether a sentence of three articles is their site's: it tells nothing of what they do.

        One that stands amid their bodies must pass both tests: a box of the site's between two paragraphs.
        """
        holding = self._holding[unit.key]
        firsts = sorted({self.copy_of[number]: number for number in reversed(holding)}.values())[:_SAMPLE]
        told = [number for number in firsts if self._bodies[number]]
        if len(told) < _FEWEST:
            return False
        alike = sorted(self._alike(unit, number) for number in told)
        likeness = alike[len(alike) // 2]
        of_one_site = self._of_one_site(holding)
        if of_one_site and is_outside:
            return likeness <= _LIKE_ITS_SITE
        alone = likeness <= _LIKE and _QUOTES.isdisjoint(unit.text) and self._differ(told)
        return alone and (of_one_site or is_outside)

    def _alike(self, unit: _Unit, number: int) -> float:
        """Share, by weight, of the words of *unit* that a page's own sentences have, 0 to 1."""
        if unit.key not in self._words:
            self._words[unit.key] = {
                word: idf(word) for word in sorted(set(content_words(unit.text.lower())))
            }
        words, text = self._words[unit.key], self._text(number)
        told = sum(weight for word, weight in words.items() if word in text)
        return told / (sum(words.values()) or 1.0)

    def _text(self, number: int) -> str:
        """What only this article tells."""
        if number not in self._texts:
            page, body = self.pages[number], self._bodies[number]
            own = (page.units[at] for at in body if page.units[at].key not in self._shared)
            self._texts[number] = "\n".join(unit.text.lower() for unit in own if unit.is_prose)
        return self._texts[number]

    def _of_one_site(self, holding: Sequence[int]) -> bool:
        """Whether most of the articles name one house, or have other lines of a frame in common."""
        some = holding[:_SAMPLE]
        houses = Counter(self.pages[number].house for number in some)
        del houses[""]
        most = max(_FEWEST, _SHARE_OF_SITE * len(some))
        if max(houses.values(), default=0) >= most:
            return True
        lines = Counter(key for number in some for key in self.pages[number].keys if key in self._short)
        return sum(times >= most for times in lines.values()) >= _OTHER_LINES

    def _differ(self, numbers: Sequence[int]) -> bool:
        """Whether three of them tell of different things."""
        apart: list[set[str]] = []
        for number in numbers:
            own = _subject(self._text(number))
            if all(
                len(own & other) <= max(_CHANCE, _SAME_SUBJECT * min(len(own), len(other))) for other in apart
            ):
                apart.append(own)
        return len(apart) >= _FEWEST


_LINES_OF_SPEECH, _SHARE_OF_SPEECH = 12, 0.6
_SHARE_OUTSIDE = 2 / 3
"""Of the places of a line, those that lie before or behind the body."""
_SAMPLE = 12
"""Articles that are asked of a line."""
_LIKE_ITS_SITE, _LIKE = 0.45, 0.3
"""Share, by weight, of its words that an article's own sentences have, up to which a sentence tells of
something else: where the site is known by other lines, and where not."""
_HEADLINE, _TOLD = 18, 0.4
"""Size of what may be a title, and the share of its words that a page tells which it is the title of."""


def _may_be_title(unit: _Unit) -> bool:
    return unit.size >= _HEADLINE and unit.text.rstrip()[-1:] not in _FULL_STOPS


_FULL_STOPS = frozenset("。.；;")
_SHARE_OF_SITE, _OTHER_LINES = 0.6, 2
_SAME_SUBJECT, _CHANCE = 0.15, 2
"""Share of the words that tell their subjects, from which two articles have one; what any two share."""
_SUBJECT = 40


def _subject(text: str) -> set[str]:
    """The words that tell what a text is about: those it says most often, rare ones first."""
    counts = Counter(content_words(text[:_OPENING]))
    ranked = sorted(counts, key=lambda word: (-counts[word] * idf(word), word))
    return set(ranked[:_SUBJECT])


_OPENING = 3000


def _core(page: _Page, shared: dict[str, int]) -> range:
    """Where the body lies: the stretch with most of the sentences that this article alone has.

    That of the greatest sum (Kadane), a sentence of its own counting its size, a shared unit against it.
    """
    best, best_sum, first, total = range(0), 0, 0, 0
    for at, unit in enumerate(page.units):
        if total <= 0:
            first, total = at, 0
        if unit.key in shared:
            total -= min(unit.size, _MOST_AGAINST) + _AGAINST
        elif unit.is_prose:
            total += unit.size
        if total > best_sum:
            best, best_sum = range(first, at + 1), total
    return best


_AGAINST, _MOST_AGAINST = 20, 120


# --- copies -------------------------------------------------------------------


def _copies(pages: Sequence[_Page], holding: Mapping[str, Sequence[int]]) -> list[int]:
    """For each page the first of those that print the same text, or half of it.

    A page saved again has other remarks below it, longer than the text: many sentences in common tell it.
    """
    shared: Counter[tuple[int, int]] = Counter()
    sentences: Counter[tuple[int, int]] = Counter()
    sizes = {key: size for page in pages for key, size in page.prose.items()}
    for key, numbers in holding.items():
        if len(numbers) > 1 and key in sizes:
            # Of very many pages neighbours alone: a chain of copies is one.
            pairs = combinations(numbers, 2) if len(numbers) <= _SAMPLE else pairwise(numbers)
            for pair in pairs:
                shared[pair] += sizes[key]
                sentences[pair] += 1
    first = list(range(len(pages)))
    for (one, other), common_size in shared.items():
        fuller = min(sum(pages[one].prose.values()), sum(pages[other].prose.values()))
        share = _COPIED_IN_LENGTH if sentences[one, other] >= _MANY else _COPIED
        if common_size >= share * fuller:
            a, b = _first(first, one), _first(first, other)
            first[max(a, b)] = min(a, b)
    return [_first(first, number) for number in range(len(pages))]


_COPIED, _COPIED_IN_LENGTH, _MANY = 0.5, 0.2, 8
"""Share of the sentences of the shorter page from which two print one text; where there are so many."""


def _first(first: list[int], number: int) -> int:
    while first[number] != number:
        first[number] = first[first[number]]
        number = first[number]
    return number
