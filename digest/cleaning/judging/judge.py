"""What becomes of each line: body, heading, title, byline, or removed with a reason. Pure.

Words decide first (`ruled`), then the shape of the page (`edges`): the body is
the stretch from the first paragraph to the last, and what stands before and
after it and looks like no sentence is the site's. `boxes`, `markers` and
`segment` judge what reaches over several lines.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from digest.cleaning.edits import garble
from digest.cleaning.judging.addressed import addressed
from digest.cleaning.judging.another import another
from digest.cleaning.judging.between import TIMES_OF_LABEL, between
from digest.cleaning.judging.boxes import boxed, headed, islands, recorded
from digest.cleaning.judging.cut import cut_copies, cut_short
from digest.cleaning.judging.edges import edges
from digest.cleaning.judging.entries import entries, posted, teasers
from digest.cleaning.judging.floors import floors
from digest.cleaning.judging.framed import framed
from digest.cleaning.judging.headless import headless
from digest.cleaning.judging.imprint import imprints
from digest.cleaning.judging.interface import interface
from digest.cleaning.judging.mailed import mailed
from digest.cleaning.judging.markers import highlights, tails
from digest.cleaning.judging.notes import notes
from digest.cleaning.judging.outskirts import outskirts
from digest.cleaning.judging.paths import paths_to_title
from digest.cleaning.judging.posts import posts
from digest.cleaning.judging.ruled import ruled
from digest.cleaning.judging.segment import segment
from digest.cleaning.judging.shown import above_credit, credited_below, doubled
from digest.cleaning.judging.unstopped import unstopped
from digest.cleaning.lines.rows import Row
from digest.cleaning.lines.topic import Topic
from digest.cleaning.metadata.titles import letters
from digest.cleaning.metadata.twice import above_heading
from digest.cleaning.rules.rulebook import Rulebook
from digest.cleaning.rules.verdicts import BODY, HEADING, Page, Verdict
from digest.cleaning.speech import sponsors
from digest.language.lazy import regex


def judge(
    rows: Sequence[Row], title: Row | None, topic: Topic, book: Rulebook, sound: bool = False
) -> list[Verdict]:
    """One verdict for each of *rows*. *title* is the row chosen as the article's title."""
    page = Page(list(rows), title)
    marked = any(row.role in _OF_MARKUP or row.link_share for row in rows)
    _by_role(page)
    _by_title(page)
    paths_to_title(page)
    boxed(page)
    for at in sponsors.reads(page.rows, book.told):
        if page.open(at):
            page.remove(at, "sponsor", "read out")
    ruled(page, book)
    framed(page)
    headed(page)
    recorded(page)
    entries(page)
    mailed(page)
    if not sound:
        _garbled(page)
    if marked:
        _all_linked(page)
    else:
        unstopped(page)
    _above_title(page, topic)
    above_heading(page)
    another(page)
    imprints(page)
    addressed(page)
    notes(page)
    above_credit(page)
    credited_below(page)
    cut_short(page)
    posted(page)
    teasers(page)
    floors(page)
    posts(page)
    tails(page, topic)
    highlights(page)
    doubled(page)
    _between_title_and_byline(page)
    edges(page, topic)
    _barred(page)
    interface(page)
    between(page)
    _repeated(page)
    islands(page, topic)
    outskirts(page, topic)
    if not marked:
        segment(page, topic)
    _foreign(page, topic)
    _of_the_programme(page, book)
    headless(page)
    return [page.verdicts.get(at, BODY) for at in range(len(page.rows))]


_OF_MARKUP = frozenset({"navigation", "heading", "list", "quote", "caption"})
"""Roles that only markup gives, as it gives links: where it parts article and site, words need not."""
_SIGN = re.compile(r"[^\W_]")


def _by_role(page: Page) -> None:
    for at, row in enumerate(page.rows):
        if row.size and not row.role and not row.link_share:
            continue  # nothing is said of most lines
        if not row.size and not _SIGN.search(row.text):
            page.remove(at, "navigation", "signs alone")
        elif row.role in ("navigation", "aside"):
            page.remove(at, "navigation" if row.role == "navigation" else "aside", "markup")
        elif row.role == "code" and not (row.is_prose and row.commas):
            page.remove(at, "code", "a block of code")
        elif row.role == "heading" and not row.is_prose:
            page.verdicts[at] = HEADING
        elif row.role == "caption":
            page.remove(at, "caption", "markup")
        elif row.role == "byline":
            page.verdicts[at] = Verdict("byline", "", "markup")
        elif row.link_share > _LINKED and not row.is_prose and row.size < 60:
            page.remove(at, "links", "link share")


def _all_linked(page: Page) -> None:
    """A page whose every sentence is a link lists articles and is none."""
    texts = page.texts()
    if all(page.rows[at].link_share > _LINKED for at in texts):
        for at in texts:
            page.remove(at, "links", "link share")


_LINKED = 0.8


def _by_title(page: Page) -> None:
    if page.title is None:
        return
    key = letters(page.title.fold)
    for at, row in enumerate(page.rows):
        if len(row.fold) < len(key) or (row.size >= 70 and row.han + row.words > len(key)):
            continue
        if key and row.fold[0] != key[0] and row.fold[0].isalnum():
            continue
        own = letters(row.fold)
        if own == key or (
            len(key) >= 10 and row.size < 70 and own.startswith(key) and not _goes_on(page, row)
        ):
            page.verdicts[at] = (
                Verdict("title", "", "title")
                if row is page.title
                else Verdict("removed", "repeated-title", "title")
            )


def _goes_on(page: Page, row: Row) -> bool:
    """Whether whole sentences stand behind the title in its line, or the rest of one that it begins.

    A feed puts it in front of its text; an author begins with it: 石螺岛灯塔，是本文要讲的。
    """
    title = page.title
    if title is None:
        return False
    if row.text[-1] == "。" and title.text[-1] != "。" and _IS_SUBJECT.match(row.fold, len(title.fold)):
        return row.fold.startswith(title.fold)
    return row.stops - title.stops > 1 and row.size - title.size >= _OF_SENTENCES


_IS_SUBJECT = regex(r"\s?[，,].{6}")


_OF_SENTENCES = 24


def _garbled(page: Page) -> None:
    """A line without one readable sentence is no text."""
    texts, simple = [row.text for row in page.rows], [row.written for row in page.rows]
    for at, is_garbled in enumerate(garble.garbled(texts, simple)):
        if not is_garbled or not page.open(at):
            continue
        row = page.rows[at]
        lost = garble.lost_bytes(row.text) * 6 > len(row.text)
        unreadable = row.han >= garble.FEWEST_HAN and garble.common_share(row.text) < garble.SHARE_OF_COMMON
        if lost or unreadable or row.stops <= 1:
            page.remove(at, "garble", "broken bytes")


def _above_title(page: Page, topic: Topic) -> None:
    """What reads as a paragraph above a title with its byline is a banner, where the text below is longer."""
    title = next((at for at, row in enumerate(page.rows) if row is page.title), 0)
    block = page.rules.get(title + 1) or page.rules.get(title + 2)
    if not title or block is None or block.effect != "byline":
        return
    texts = page.texts()
    above = [at for at in texts if at < title]
    size = sum(page.rows[at].size for at in above)
    if _TIMES_LONGER * size > sum(page.rows[at].size for at in texts if at > title):
        return
    for at in above:
        if topic.is_strange(page.rows[at]):
            page.remove(at, "navigation", "above the title")


_TIMES_LONGER = 2


def _between_title_and_byline(page: Page) -> None:
    """A question or a call between the title and who wrote it is another article's: a text has stops."""
    named = [at for at, rule in page.rules.items() if rule.effect == "byline"]
    stopped = next((at for at in page.prose() if "。" in page.rows[at].text), 0)
    last = max((at for at in named if at < stopped), default=0)
    first = next((at for at in range(last) if page.rows[at] is page.title), last)
    for at in range(first + 1, last):
        row = page.rows[at]
        if row.han and row.text[-1] in "？！?!" and page.open(at):
            page.remove(at, "navigation", "above the byline")


# --- between the paragraphs ---------------------------------------------------

_BAR = re.compile(r"[|｜丨]")
_FEWEST_BARS = 2


def _barred(page: Page) -> None:
    """Terms between bars in one line alone: no sentence has them, and a table has more than one row."""
    marked = [not row.stops and len(_BAR.findall(row.text)) >= _FEWEST_BARS for row in page.rows]
    for at, here in enumerate(marked):
        if here and page.open(at) and not any(marked[max(0, at - 1) : at] + marked[at + 1 : at + 2]):
            page.remove(at, "link-list", "terms between bars")


def _repeated(page: Page) -> None:
    """A paragraph printed twice is read once: below the title, where one place is above it.

    What stands on a page three times heads none of its parts.
    """
    headings = [at for at, verdict in page.verdicts.items() if verdict == HEADING]
    times = Counter(page.rows[at].fold for at in headings)
    for at in headings:
        if times[page.rows[at].fold] >= TIMES_OF_LABEL:
            page.remove(at, "navigation", "repeated label")
    seen: dict[str, int] = {}
    title = next((at for at, row in enumerate(page.rows) if row is page.title), 0)
    for at in page.opened():
        row = page.rows[at]
        if row.size >= 8:
            first = seen.setdefault(row.fold, at)
            if first < title < at:
                page.remove(first, "duplicate", "repeated paragraph")
                seen[row.fold] = at
            elif first != at:
                page.remove(at, "duplicate", "repeated paragraph")
    cut_copies(page)


def _foreign(page: Page, topic: Topic) -> None:
    body = page.prose()
    size = sum(page.rows[at].size for at in body)
    for at in topic.foreign([page.rows[number] for number in body]):
        # What is much of the page is what the page is about.
        if page.rows[body[at]].size * _LARGEST_FOREIGN < size:
            page.remove(body[at], "foreign-paragraph", "topic and shape")
    _above_byline(page, topic)


_GREETINGS, _OUTERMOST = frozenset({"greeting"}), 2
"""Paragraphs at either end in which a host greets, with his programme's name, and takes leave."""


def _of_the_programme(page: Page, book: Rulebook) -> None:
    """What was written to be read out begins and ends as speech does."""
    body = page.texts()
    for at in {*body[:_OUTERMOST], *body[-_OUTERMOST:]}:
        rule = book.first(page.rows[at].fold, page.rows[at].written, _GREETINGS)
        if rule is not None and rule.name == "host-of-programme":
            page.verdicts[at] = Verdict("body", "", rule.name, _GREETINGS)


_SHORTEST_FOREIGN, _LARGEST_FOREIGN = 50, 4
"""Size of a paragraph above a byline; to how much of the text one on another subject is small."""


def _above_byline(page: Page, topic: Topic) -> None:
    """Where a lead would be, above the author's name: a long paragraph that shares nothing with the text."""
    named = [at for at, rule in page.rules.items() if rule.name == "byline-with-mark"]
    body = page.prose() if named else []
    named = [at for at in named if body and at < body[-1]]
    if len(body) < 4 or not named:
        return
    # Below a day or a source stands the text: a name further down is that of who edited it.
    dated = min([at for at, rule in page.rules.items() if rule.effect == "byline"], default=named[0])
    for at in body:
        row = page.rows[at]
        if (
            at > min(named[0], dated)
            or row.size < _SHORTEST_FOREIGN
            or topic.likeness(row) > 0.45 * topic.usual
        ):
            break
        if topic.is_strange(row):
            page.remove(at, "foreign-paragraph", "another subject above the byline")
