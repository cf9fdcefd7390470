"""What follows a marker: other articles below "Related", the publisher's own points below "Highlights". Pure.

The marker is a rule's (`digest.cleaning.rules.rulebook`); how far it reaches is seen
from the text: a paragraph on the article's own subject is the article's again.
"""

from __future__ import annotations

from digest.cleaning.judging.posts import is_sign
from digest.cleaning.lines.topic import Topic
from digest.cleaning.rules.branches import Rule
from digest.cleaning.rules.verdicts import Page, Verdict

_ENDING = frozenset({"end", "tail", "related", "references"})
_ENOUGH, _ENOUGH_BEHIND_AN_END = 0.12, 0.25
"""Share of all paragraphs that must return to the article's own subject to be kept."""


def tails(page: Page, topic: Topic) -> None:
    """Behind a marker only a return of the article's own subject, in paragraphs, is kept."""
    if not page.rules:
        return
    rows = page.rows
    prose = page.prose()
    if not prose:
        return
    total = sum(rows[at].size for at in prose)
    alike: list[int] | None = None
    titled = next((at for at, row in enumerate(rows) if row is page.title), 0)
    for at in range(len(rows)):
        rule = page.rules.get(at)
        if rule is None or rule.effect not in _ENDING:
            continue
        if alike is None:
            # For all markers: the first stands before all that any other stands before.
            alike = [p for p in prose if p > at and topic.likeness(rows[p]) >= topic.usual * 0.5]
        own = [p for p in alike if p > at]
        share = sum(rows[p].size for p in own) / total if total else 0.0
        before = any(p < at for p in prose)
        if rule.effect == "end" and not before:
            del page.verdicts[at]
            continue
        if rule.effect == "tail" and not before:
            continue  # a notice above the text ends nothing
        if rule.effect == "related" and before:
            # Headlines may be on the subject too, and end as sentences do.
            own = [p for p in own if rows[p].size > _LONGEST_HEADLINE or not _is_listed(page, p)]
        if rule.effect == "end" and share < _ENOUGH_BEHIND_AN_END:
            own = []
        if own and (share >= _ENOUGH or not before):
            # A word of the menu above the title: the paragraph below the title is no other article's.
            stop = titled if not before and at < titled < own[0] else own[0]
            _remove_run(page, at + 1, stop, rule, above=not before)
        else:
            _remove_run(page, at + 1, len(rows), rule)
            return


def _is_listed(page: Page, at: int) -> bool:
    """Whether below a line stands who wrote it, when, or how many have read it: it is one of a list."""
    below = range(at + 1, min(len(page.rows), at + 3))
    return any(
        is_sign(page.rows[n]) or (n in page.rules and page.rules[n].reason in _OF_A_LIST) for n in below
    )


_OF_A_LIST = frozenset({"age", "counters", "byline"})
_LONGEST_HEADLINE = 44
_NEAR_END = 3


def _remove_run(page: Page, start: int, end: int, rule: Rule, above: bool = False) -> None:
    dates = [n for n in range(start, end) if n in page.rules and page.rules[n].name.startswith("dateline")]
    if above and len(dates) == 1:
        # A word of the menu was taken for a marker: the one date above the text is the article's own.
        dates = []
    if rule.name == "end-mark":
        # A board dates an answer below its last word.
        dates = [n for n in dates if n >= start + _NEAR_END]
    for at in range(start, end):
        dated = at in dates
        if page.open(at) or page.verdicts[at].fate == "heading" or dated:
            page.remove(
                at, "related-headlines" if rule.effect == "related" else f"after-{rule.reason}", rule.name
            )


# --- the publisher's key points -----------------------------------------------

_MOST_HIGHLIGHTS = 8


def highlights(page: Page) -> None:
    """The publisher's own key points, one sentence a row, are text and known as such; a program's are not."""
    for at, rule in list(page.rules.items()):
        if rule.effect != "highlight":
            continue
        block = _block(page, at + 1)
        for number in block:
            if rule.reason == "machine-notice":
                page.remove(number, rule.reason, rule.name)
                continue
            page.verdicts[number] = Verdict("highlight", "", rule.name, frozenset({"highlight"}))


def _block(page: Page, start: int) -> list[int]:
    """The rows of one sentence each that follow a marker, as long as they look alike."""
    block: list[int] = []
    gap = None
    for at in range(start, min(len(page.rows), start + _MOST_HIGHLIGHTS)):
        row = page.rows[at]
        if not page.open(at) or row.stops > 2 or row.size < 8:
            break
        bullet = row.bullet or row.text[:1] in "1234567890①②③④⑤⑥⑦⑧"
        if row.stops > 1 and block and not bullet:
            break
        if gap is not None and row.gap and not gap:
            break
        gap = row.gap if block or not row.gap else gap
        block.append(at)
    return block
