"""The article is the run of a page's lines that says most on one subject, and least for the site. Pure.

No list knows the words of every menu, teaser and remark. But a paragraph of the
article shares its words with the rest of it, and lines of the site come in
runs, so that one decision over all lines needs to know only some of them: each
paragraph counts for the article by its length and by the share of its words
that the article has too, each line of the site against it, and the run of lines
whose sum is highest is the article. (Pasternack and Roth, "Extracting Article
Text from the Web with Maximum Subsequence Segmentation", WWW 2009.)
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence

from digest.cleaning.judging.addressed import speaks
from digest.cleaning.lines.rows import Row
from digest.cleaning.lines.topic import Topic, weights
from digest.cleaning.rules.verdicts import Page
from digest.language.lazy import regex

_OF_A_SITE_LINE, _OF_A_SHORT_LINE, _OF_A_BYLINE = 0.4, 0.12, 0.2
"""What a line counts against the article: one of the site, one without a stop, who wrote it and when."""
_WEIGHED = {
    "repeated-title": 0.0, "duplicate": 0.0, "caption": 0.0, "marker": 0.0, "garble": 0.0,
    "markup": 0.0, "code": 0.0, "advertisement": 0.5, "link-list": 0.5, "signs alone": 0.0, "site-frame": 0.5,
    "page-numbers": 0.5, "picture-file-name": 0.0, "copyright": 2.0, "disclaimer": 2.0, "comments": 2.0,
}  # fmt: skip
"""By reason or rule, lines that stand between any two paragraphs, as a box does that the page marks itself,
and those behind which no article goes on; others that were removed count 1."""
_RUN_TOGETHER, _OF_A_LINE, _MOST_LINES = frozenset({"words in capitals", "no full stop"}), 16, 6.0
"""Menus and headlines in one line are several: characters of one, and how many it counts at most."""
_SET_APART, _OWN = frozenset({"run of short lines"}), 0.6
"""Lines of a list or of verses part nothing where they share so much with the text."""
_BY_SHAPE = _RUN_TOGETHER | _SET_APART
"""What has the shape of a menu may have words of the article."""
_EDITED, _OF_AN_EDITOR = regex(r"[\[【（(]?(?:责任编辑|责编|编辑|校对|审核)\s*[:：/|]"), 1.5
"""Behind who edited a text seldom more of it stands."""
_OF_A_BOX = frozenset({"related-headlines", "advertisement", "caption", "repeated-title", "site-frame"})
_MOST_OF_A_BOX = 2.0
"""Of what a box in the middle of a text is, and what all of its lines count at most: below other buttons
stand remarks and other articles."""
_LONGEST_HEADLINE = 36
"""Characters of one that asks or calls, and counts as a line without a stop."""
_FULL, _OF_A_SENTENCE = 100, 60
"""Size of a paragraph that counts 1; size that one of its stops stands for at most."""
_LONG, _OF_MORE = 1.5, 0.4
"""To how many of those a paragraph counts in full, and how much of what is more."""
_UNWEIGHED, _LEAST, _OF_SHARE, _MOST = 0.8, -0.12, 4.0, 1.6
"""How a paragraph counts before it is known what the article is about; then with no word of it, more for the
share, by weight, of its words, at most. Of the last paragraphs of 194 articles nine in ten share more than
0.2, half of them 0.43; of paragraphs of other articles one in ten more than 0.15."""
_SURE = 30
"""Weight of the words that tell the subject of a line as well as more would."""
_CUT_OFF, _SPEAKING, _QUOTING = 0.2, 0.2, 0.1
"""Against a paragraph that does not end with a stop or speaks to the reader, and for one that quotes."""
_QUOTED = regex(r"[“「\"]")
_BETWEEN_PARAGRAPHS, _BELOW_HEAD = 1.5, 1.0
"""Against a first or last line that has a paragraph right before or behind it; for the first below a title or
a byline."""
_HEAD, _ROW_OF_DAYS = 16, 3
"""Lines between the two, and days with other lines between them, one to each remark or headline: of an
article there are two at most."""
_APART = 1.5
"""What the lines count at most between a lead and the text below it."""
_FEWEST_AGAINST = 1.5
"""What the lines between a page's paragraphs count at least where some are not the article's."""
_FEWEST_STOPS, _LEAST_SIZE = 3, 200
"""Of an article: one smaller does not tell what it is about."""
_SHARE_OF_BEST = 0.4
"""Of the highest sum, what an article has above all that has more: readers may write more than it is long."""
_TIMES_DEARER, _TIMES = 2, 2
"""How much more the lines of the site count before it is known what the article is about, and how often the
article is looked for again with the words of what was found."""
_LONGEST = 1500
"""Characters of a paragraph that tell what it is about."""


def segment(page: Page, topic: Topic) -> None:
    """Removes from *page* what stands before and behind its article."""
    texts = [at for at in page.texts() if not _is_headline(page.rows[at])]
    if len(texts) < 2:
        return
    known = frozenset(texts)
    others = [at for at in range(texts[0], texts[-1]) if at not in known]
    if -sum(_of_line(page, topic, at) for at in others) < _FEWEST_AGAINST:
        return
    first, last = _article(page, topic, texts)
    own = [page.rows[at] for at in texts if first <= at <= last]
    if sum(row.stops for row in own) < _FEWEST_STOPS or sum(row.size for row in own) < _LEAST_SIZE:
        return
    left = {page.rows[at].fold for at in texts if at < first}
    while first and _is_repeated(page, first - 1) and page.rows[first - 1].fold in left:
        # A page's description says the first paragraph before it.
        first -= 1
        del page.verdicts[first]
    above, below = range(first if first > texts[0] else 0), range(last + 1, len(page.rows))
    for at in [*above, *(below if last < texts[-1] else ())]:
        if page.loose(at):
            page.remove(at, "navigation" if at < first else "site-footer", "another subject")


def _article(page: Page, topic: Topic, texts: Sequence[int]) -> tuple[int, int]:
    """The first and the last line of the article: two of the *texts*."""
    rows = page.rows
    words = {at: weights(row.fold[:_LONGEST]) for at, row in enumerate(rows) if _tells(page, at)}
    named = Counter(dict.fromkeys(weights(page.title.fold), 2) if page.title else ())
    heads = _heads(page, texts)
    known = frozenset(texts)
    # What the article is about is first asked of what nothing much parts.
    against = _boxed({at: _of_line(page, topic, at) for at in range(len(rows)) if at not in known}, page)
    scores = [_TIMES_DEARER * against.get(at, 0.0) for at in range(len(rows))]
    for at in texts:
        scores[at] = _of_text(rows[at], _UNWEIGHED)
    first, last = _best(scores, texts, heads)
    for _ in range(_TIMES):
        own = [at for at in texts if first <= at <= last]
        size = sum(rows[at].size for at in own)
        told = named + Counter(word for at in own for word in words[at])
        for at in range(len(rows)):
            if at not in words:
                scores[at] = against[at]
            elif at in against:
                scores[at] = against[at] * (1 - _share(words[at], told))
            else:
                # A paragraph's own words are no sign that the others have them.
                others = first <= at <= last and 2 * rows[at].size <= size
                weighed = min(_MOST, _LEAST + _OF_SHARE * _share(words[at], told, 1 if others else 0))
                sure = min(1.0, sum(words[at].values()) / _SURE)
                scores[at] = _of_text(rows[at], _UNWEIGHED + sure * (weighed - _UNWEIGHED))
        first, last = _best(scores, texts, heads)
    # A lead stands apart from the text, or right below the head, and above it little else does.
    between = 0.0
    for at in range(first - 1, texts[0] - 1, -1):
        if at in known and between < -_APART:
            break
        between += scores[at]
        if at in known and scores[at] > 0:
            first, between = at, 0.0
    # Short lines alone, captions of a series of pictures, do not end it.
    between = 0.0
    for at in range(last + 1, texts[-1] + 1):
        if (scores[at] and at not in words) or (at in known and between < -_APART):
            break
        between += scores[at]
        if at in known and scores[at] > 0:
            last, between = at, 0.0
    above = [at for at in texts if at < first]
    return next((at for at in above if at in heads and _is_head(page, at - 1)), first), last


def _boxed(against: Mapping[int, float], page: Page) -> dict[int, float]:
    """*against*, a box of headlines in the text counted as one thing, however long its list is."""
    told = dict(against)
    run: list[int] = []
    for at in [*sorted(against), -1]:
        if run and at != run[-1] + 1:
            total = -sum(against[each] for each in run)
            if total > _MOST_OF_A_BOX and all(_is_of_a_box(page, each) for each in run):
                told.update((each, against[each] * _MOST_OF_A_BOX / total) for each in run)
            run = []
        run.append(at)
    return told


def _is_of_a_box(page: Page, at: int) -> bool:
    return not page.open(at) and page.verdicts[at].reason in _OF_A_BOX


def _best(scores: Sequence[float], texts: Sequence[int], heads: frozenset[int]) -> tuple[int, int]:
    """The first and the last of the *texts* between which the sum is highest, or high enough and above it."""
    known = frozenset(texts)
    runs: list[tuple[float, int, int]] = []
    total, start = float("-inf"), texts[0]
    for at in range(texts[0], texts[-1] + 1):
        if at in known:
            begun = _BELOW_HEAD * (at in heads) - _BETWEEN_PARAGRAPHS * (at - 1 in known)
            if total < begun:
                total, start = begun, at
                runs.append((float("-inf"), at, at))
        total += scores[at]
        if at in known:
            ended = total - _BETWEEN_PARAGRAPHS * (at + 1 in known)
            runs[-1] = max(runs[-1], (ended, start, at), key=lambda run: run[0])
    most = max(run[0] for run in runs)
    least = min(most, _SHARE_OF_BEST * most)
    return next((first, last) for total, first, last in runs if total >= least)


def _heads(page: Page, texts: Sequence[int]) -> frozenset[int]:
    """Those of the *texts* that stand first below a title or a byline, but not in a row of days."""
    named = sorted(at for at in page.verdicts if _is_head(page, at))
    days = [
        at
        for at in named
        if page.verdicts[at].fate == "byline" and any(map(str.isdecimal, page.rows[at].fold))
    ]
    apart = [at for at in days if at - 1 not in page.verdicts or page.verdicts[at - 1].fate != "byline"]
    found = set()
    for head in named:
        below = bisect_right(texts, head)
        if below == len(texts) or texts[below] > head + _HEAD:
            continue
        at = texts[below]
        if bisect_left(apart, at + _HEAD) - bisect_left(apart, at - _HEAD) < _ROW_OF_DAYS:
            found.add(at)
    return frozenset(found)


def _is_head(page: Page, at: int) -> bool:
    return not page.open(at) and page.verdicts[at].fate in ("title", "byline")


def _of_text(row: Row, weight: float) -> float:
    """How a paragraph counts of which each of the size that counts 1 counts *weight*."""
    # What is cut off, or has a page glued behind it, counts up to its last full stop.
    size = row.size if row.ends else min(row.size, row.text.rfind("。" if row.han else ". ") + 1)
    full = min(size, _OF_A_SENTENCE * max(1, row.stops)) / _FULL
    counted = min(full, _LONG) + _OF_MORE * max(0.0, full - _LONG)
    quoting = _QUOTED.search(row.text) is not None
    return counted * weight - _CUT_OFF * (not row.ends) - _SPEAKING * speaks(row) + _QUOTING * quoting


def _of_line(page: Page, topic: Topic, at: int) -> float:
    """How a line that is no paragraph counts."""
    row, verdict = page.rows[at], page.verdicts.get(at)
    if verdict is None or verdict.fate == "heading":
        return -_OF_A_SHORT_LINE
    if verdict.fate == "byline":
        return -_OF_AN_EDITOR if _EDITED.match(row.fold) else -_OF_A_BYLINE
    if verdict.fate != "removed" or (verdict.rule in _SET_APART and topic.likeness(row) >= _OWN):
        return 0.0
    weight = _WEIGHED.get(verdict.rule if verdict.rule in _WEIGHED else verdict.reason, 1.0)
    if verdict.rule in _RUN_TOGETHER:
        weight = min(_MOST_LINES, max(weight, row.size / _OF_A_LINE))
    return -_OF_A_SITE_LINE * weight


def _tells(page: Page, at: int) -> bool:
    """Whether it is asked of the line if its words are the article's."""
    verdict = page.verdicts.get(at)
    return verdict is None or verdict.fate == "heading" or verdict.rule in _BY_SHAPE


def _is_repeated(page: Page, at: int) -> bool:
    return not page.open(at) and page.verdicts[at].reason == "duplicate"


def _is_headline(row: Row) -> bool:
    return row.size <= _LONGEST_HEADLINE and row.text[-1] in "？！?!" and "。" not in row.text


def _share(own: Mapping[str, float], told: Mapping[str, int], times: int = 0) -> float:
    """Share, by weight, of the words of a line that the article has more than so many *times*, 0 to 1."""
    total = sum(own.values())
    return sum(weight for word, weight in own.items() if told.get(word, 0) > times) / total if total else 0.0
