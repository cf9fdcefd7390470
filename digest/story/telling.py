"""The story of an issue, section by section. Pure.

Articles that tell of one event make a thread, and each thread is told by itself.
The order in which sections choose is not the order in which a page shows
them: after the lead, which has the first call, what can be said by one sentence
only (a difference, a date) chooses before what can be said by many (what
matters, what lies ahead), because a sentence that is printed already counts
for less.
"""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace

from digest.model import ArticleId, Document, Issue, Story, Summary, Theme, Thread
from digest.story import brevity, heads, since, threads, together
from digest.story.dates import chronology
from digest.story.differences import differ
from digest.story.matching import anchors, corroboration, retold
from digest.story.names import entities
from digest.story.people import cast
from digest.story.sections import ahead, figures, further, lead, points, quotes, why
from digest.story.statements import gathering
from digest.story.statements.material import Material
from digest.story.timeline import dating
from digest.story.timeline import rows as timeline
from digest.story.timeline.misdated import misdated


@dataclass(frozen=True, slots=True)
class Part:
    """The articles that are told together: who is named in them, and when the undated were written."""

    material: Material
    named: tuple[entities.Entity, ...]
    written: Mapping[int, dating.Written]


@dataclass(frozen=True, slots=True)
class Reading:
    """The articles of one theme, read but not yet told.

    ``parts`` are the threads of more than one article, or all articles where
    there is none; ``threads`` are all.
    """

    parts: tuple[Part, ...]
    threads: tuple[Thread, ...]
    shared: Mapping[ArticleId, tuple[float, ...]]
    """How much of each sentence other articles of its part tell, too; see `matching.corroboration`."""


def read(documents: Iterable[Document], theme: Theme, *, as_of: str) -> Reading:
    """What is known before key points are chosen. The order of *documents* does not matter."""
    with _uncollected():
        return _read(documents, theme, as_of)


def tell(
    summaries: Sequence[Summary],
    theme: Theme,
    *,
    as_of: str,
    previous: Issue | None = None,
    reading: Reading | None = None,
    share: float | None = None,
) -> Story:
    """What the articles of one theme tell together; a section with nothing good is ().

    *as_of* (``YYYY-MM-DD``) is the day of the issue: nothing dated later is an
    event. Sentences that *previous* printed, or whose facts it told, are not
    ``new``. The order of *summaries* does not matter. *reading* is of their
    documents, for this theme and day; it serves once. A thread's sections have
    at most *share* of the characters of its articles (left out: all they have).
    """
    if not summaries:
        return Story()
    with _uncollected():
        reading = reading or _read([each.document for each in summaries], theme, as_of)
        told = [
            (_tell(part, summaries, theme, as_of, previous, share), len(part.material.documents))
            for part in reading.parts
        ]
        return replace(together.as_one(told), threads=reading.threads)


@contextmanager
def _uncollected() -> Iterator[None]:
    """Without the collector of cycles: next to nothing of a story is garbage before it is told.

    It looks through all that is alive whenever that has grown by a quarter,
    which takes a tenth of the time, and finds nothing. Nor does it look at
    once when it may again: what is alive by then is old.
    """
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            if not gc.get_freeze_count():  # else somebody keeps objects frozen, as before a fork
                gc.freeze()
                gc.unfreeze()  # into the oldest generation
            gc.enable()


def _read(documents: Iterable[Document], theme: Theme, as_of: str) -> Reading:
    read = gathering.read(documents)
    named = entities.find(read, theme)
    found = threads.find(read, named, theme)
    several = [thread for thread in found if len(found) > 1 < len(thread)]
    parts = tuple(
        _part(read.part(thread), entities.within(named, thread), theme, as_of) for thread in several
    ) or (_part(read, named, theme, as_of),)
    shared: dict[ArticleId, tuple[float, ...]] = {
        document.id: (0.0,) * len(document.sentences) for document in read.documents
    }
    for part in parts:
        shared |= corroboration.shared(part.material)
    listed = tuple(Thread(tuple(read.documents[rank].id for rank in thread)) for thread in found)
    return Reading(parts, listed, shared)


ROUNDS = 2
"""In the second an article that others date is one of these others: it dates those that tell the same."""


def _part(read: Material, named: tuple[entities.Entity, ...], theme: Theme, as_of: str) -> Part:
    written = misdated(read)
    if written:
        read.documents = tuple(
            replace(each, published=None) if rank in written else each
            for rank, each in enumerate(read.documents)
        )
    chronology.mark(read, as_of)
    _date(read, as_of, written)
    anchors.mark(read, named, theme)
    for _ in range(ROUNDS):
        more = dating.by_others(read, written)
        if not more:
            break
        written |= more
        _date(read, as_of, more)
        anchors.mark(read, named, theme, more)
    dating.rank_by_age(read, written)
    return Part(read, named, written)


def _date(read: Material, as_of: str, written: Mapping[int, dating.Written]) -> None:
    """Read the dates of documents anew, now that it is known when they were *written*."""
    if written:
        dates = {rank: (each.published.date, each.since) for rank, each in written.items()}
        chronology.mark(read, as_of, dates)


def _tell(
    part: Part,
    summaries: Sequence[Summary],
    theme: Theme,
    as_of: str,
    previous: Issue | None,
    share: float | None,
) -> Story:
    read, named = part.material, part.named
    gathering.mark(read, summaries)
    since.mark(read, previous)
    about = heads.anchors_of(read)
    opening = lead.tell(read, about)
    matters = why.tell(read)
    disputed = differ.tell(read, named)
    said = quotes.tell(read, named)
    agreed = points.tell(read, about)
    events = timeline.tell(read)
    retold.mark(read)
    who = cast.tell(read, named, theme, {quote.speaker for quote in said})
    retold.mark(read)
    bodies = cast.organisations(read, named, theme)
    numbers = figures.tell(read)
    coming = ahead.tell(read, as_of)
    told = Story(opening, matters, agreed, events, disputed, who, bodies, numbers, said, coming)
    if share is not None:
        told, gone = brevity.within(told, share * sum(map(_length, read.documents)), theme.sections)
        read.take_back(gone)
    more = further.tell(read, summaries)
    dates = tuple((read.documents[rank].id, each.published) for rank, each in part.written.items())
    return since.renew(read, replace(told, dates=dates, further=more))


def _length(document: Document) -> int:
    return sum(len(sentence.text) for sentence in document.sentences)
