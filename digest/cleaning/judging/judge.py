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
from digest.cleaning.judging.boxes import boxed, headed, islands, recorded
from digest.cleaning.judging.cut import cut_copies, cut_short
from digest.cleaning.judging.edges import edges, holds_sentence, is_exclaimed, is_short_sentence
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
from digest.cleaning.lines.running import (
    FEWEST_CLAUSES,
    is_broken_text,
    is_clause,
    is_running,
    is_told,
    may_be_broken,
)
from digest.cleaning.lines.topic import Topic
from digest.cleaning.metadata.signatures import is_signed
from digest.cleaning.metadata.titles import letters
from digest.cleaning.metadata.twice import above_heading
from digest.cleaning.rules.rulebook import Rulebook
from digest.cleaning.rules.verdicts import BODY, CLAUSE, HEADING, SPEECH, Page, Verdict
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
    _inside(page)
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

_LONGEST_HEADING = 34
_RUN_OF_SHORT = 5


def _inside(page: Page) -> None:
    rows = page.rows
    clauses = [
        run
        for run in _runs(page, over=True)
        if len(run) >= FEWEST_CLAUSES and may_be_broken([rows[at] for at in run])
    ]
    if not is_broken_text([rows[at] for run in clauses for at in run]):
        clauses = [run for run in clauses if is_broken_text([rows[at] for at in run])]
    size = sum(rows[at].size for at in page.opened())
    if 2 * sum(rows[at].size for run in clauses for at in run) > size:
        # Most of the text is such lines: no shorter run of them is of headings.
        few = [run for run in _runs(page, over=True) if len(run) < FEWEST_CLAUSES]
        clauses += [run for run in few if all(is_told(rows[at]) for at in run)]
    told = {at: len(run) for run in _runs(page) for at in run if _is_told(rows[at], len(run))}
    points = {at for at, together in told.items() if together < _RUN_OF_SHORT}
    for at in (at for run in clauses for at in run if at not in points):
        page.verdicts[at] = CLAUSE
    for run in _runs(page):
        bulleted = sum(rows[n].bullet or rows[n].text[:1] in "①②③④⑤⑥⑦⑧⑨" for n in run)
        if len(run) >= _RUN_OF_SHORT and bulleted * 2 < len(run):
            for number in run:
                page.remove(number, "link-list", "run of short lines")
            continue
        for number in run:
            if number not in told and (not rows[number].bullet or rows[number].size < 8):
                page.verdicts[number] = HEADING
    for at in page.opened():
        row = rows[at]
        if row.han >= _LONGEST_UNSTOPPED and not (row.is_sentence or row.is_prose) and _is_unstopped(row):
            page.verdicts[at] = SPEECH


def _runs(page: Page, *, over: bool = False) -> list[list[int]]:
    """Places of short lines that stand together.

    *over* pictures: between them clauses of a text alone.
    """
    rows = page.rows
    times = Counter(row.fold for row in rows) if over else {}
    runs: list[list[int]] = []
    apart = True
    for at, row in enumerate(rows):
        if page.open(at):
            if _is_text(row) or (over and not is_clause(row)):
                apart = True
                continue
            if apart:
                runs.append([])
            runs[-1].append(at)
            apart = False
        elif not (over and _is_between(page.verdicts[at].reason, times[row.fold])):
            apart = True
    return runs


def _is_between(reason: str, times: int) -> bool:
    """Whether a removed line that stands on the page so many *times* is in the place of a picture."""
    return reason in _BETWEEN_CLAUSES or (reason == "navigation" and times >= _TIMES_OF_LABEL)


_BETWEEN_CLAUSES = frozenset({"caption", "placeholder", "repeated-title"})
_LONGEST_UNSTOPPED, _TO_A_COMMA = 60, 40
"""Chinese characters of a paragraph without stops that is no sentence, and to one of its commas."""


def _is_unstopped(row: Row) -> bool:
    return row.stops == 0 and row.commas * _TO_A_COMMA < row.size and is_running(row)


_BAR = re.compile(r"[|｜丨]")
_FEWEST_BARS = 2


def _barred(page: Page) -> None:
    """Terms between bars in one line alone: no sentence has them, and a table has more than one row."""
    marked = [not row.stops and len(_BAR.findall(row.text)) >= _FEWEST_BARS for row in page.rows]
    for at, here in enumerate(marked):
        if here and page.open(at) and not any(marked[max(0, at - 1) : at] + marked[at + 1 : at + 2]):
            page.remove(at, "link-list", "terms between bars")


_NUMBERED_QUESTION = regex(
    r"(?:0\d|\d{1,2}(?=[.、．\s|｜])|第?[一二三四五六七八九十壹贰叁肆伍陆柒捌玖拾]{1,3}(?=[、.．\s|｜章节])|[（(][一二三四五六七八九十\d]{1,2}[)）])"
    r"[章节]?[\s.、．|｜]*\S[^。！!；;]{1,24}[？?]"
)
"""02 改，还是不改？ is what the part below it is called."""


def _is_text(row: Row) -> bool:
    if row.text[-1] in "？?" and _NUMBERED_QUESTION.fullmatch(row.text):
        return False
    if is_exclaimed(row) or holds_sentence(row) or is_signed(row.written):
        return True
    if row.text[-1] == "." and is_short_sentence(row):
        return True
    return row.is_sentence or row.is_prose or row.size > _LONGEST_HEADING or row.role in ("quote", "cue")


_FEWEST_TOLD, _SHORTEST_TOLD = 2, 14
"""Short lines in a row, and size of one with a comma: a heading of two clauses stands alone."""


def _is_told(row: Row, run: int) -> bool:
    """Whether a line is one of several in clauses: points, or verses, that nobody closed with a stop."""
    return run >= _FEWEST_TOLD and row.han > 0 and row.commas > 0 and row.size >= _SHORTEST_TOLD


def _repeated(page: Page) -> None:
    """A paragraph printed twice is read once: below the title, where one place is above it.

    What stands on a page three times heads none of its parts.
    """
    headings = [at for at, verdict in page.verdicts.items() if verdict == HEADING]
    times = Counter(page.rows[at].fold for at in headings)
    for at in headings:
        if times[page.rows[at].fold] >= _TIMES_OF_LABEL:
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


_TIMES_OF_LABEL = 3


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
