"""When does a sentence say something happened? Dates in the running context of a text. Pure.

`digest.language.dates` says what one mention means given a day and the date
told before; `course` knows what a text has told before; this module walks
through a document and has every date read where it stands (`resolving`).
What two readings disagree about gets no date: a missing row does less harm
than a wrong one.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from digest.language import dates, script
from digest.language.cues import cue
from digest.language.dates import Mention, Resolved
from digest.model import Document
from digest.story.dates import background
from digest.story.dates.course import Course
from digest.story.dates.resolving import NEAR, Writing, resolve
from digest.story.statements.material import YEAR, Material, Moment

_FIGURE, _DAY_OF_WEEK = "[0123456789０１２３４５６７８９〇零一二三四五六七八九十 ]", "[一二三四五六日天]"
_MAY_DATE = cue(
    "|".join(
        (
            *(f"{unit}(?<={_FIGURE}{unit})" for unit in "年月日号"),
            *(f"{unit}(?<=[今去前明同当次本上下]{unit})" for unit in "年月日天周晚早晨午夜"),
            "日(?<=[)）]日)",
            f"昨|星期{_DAY_OF_WEEK}|周{_DAY_OF_WEEK}|礼拜{_DAY_OF_WEEK}",
            *(rf"{way}(?:\b|(?<=[年月天周日]{way})|(?<=[年月天周日][之以]{way}))" for way in "前后"),
            *(f"{which}个?(?:月|周|星期)" for which in "这上下"),
            r"\d{4}",
        )
    ),
    "jan | feb | mar | apr | may | jun | jul | aug | sep | oct | nov | dec"
    " | mon | tue | wed | thu | fri | sat | sun | today | yesterday | tomorrow | ago | last | this | later",
)
"""In lower case."""

YEAR_NAMED = frozenset(("this-year", "last-year", "year-before-last"))
"""Where none of these can be told, the story has moved to a time that is not known."""


def mark(material: Material, as_of: str, written: Mapping[int, tuple[str, str]] | None = None) -> None:
    """Fill `Statement.moments` and `Statement.led` of every statement, in reading order of each document.

    *written* says of undated documents that others date, by rank, in which year
    (or month) they were written and since when at least; left out, all documents
    are read, else only these.
    """
    printable = {statement.place: statement for statement in material.statements}
    for rank, document in enumerate(material.documents):
        if written is not None and rank not in written:
            continue
        day, since = written[rank] if written else _written(document)
        writing = Writing(day, max(day, since), as_of)
        # Without real paragraphs nothing starts afresh.
        course = Course(writing.anchor, flows=document.kind == "transcript")
        for index, sentence in enumerate(document.sentences):
            statement = printable.get((rank, index))
            course.enter(index, sentence.paragraph, sentence.text)
            if (statement is None or statement.signs & _MAY_DATE.signs) and _may_date(sentence.text):
                simple = statement.simple if statement else script.simplify(sentence.text)
                moments = _moments(simple, course, writing)
                if statement:
                    statement.moments = moments
                    statement.moment = next((each for each in moments if not each.since), None)
            if statement:
                course.follow(statement)


def _moments(text: str, course: Course, writing: Writing) -> tuple[Moment, ...]:
    moments = []
    for mention, since in _of_what_is_told(text):
        resolved = resolve(mention, text, course, writing)
        if resolved is None:
            if mention.relative in YEAR_NAMED:
                course.lose()
            continue
        direct = not mention.relative.startswith("same-")
        moments.append(Moment(resolved, mention.start, mention.end, since, direct, _last(mention, resolved)))
        if since:
            course.doubt()
        else:
            course.remember(mention, resolved, text)
    return tuple(background.of_the_event(moments, text))


@lru_cache(maxsize=16_384)
def _of_what_is_told(text: str) -> tuple[tuple[Mention, bool], ...]:
    """The dates of what a text tells, each with whether it is its background."""
    return tuple(
        (mention, background.is_background(text, mention))
        for mention in background.without_sources(text, mentions(text))
        if not (
            background.is_loose(text, mention)
            or (mention.relative in NEAR and background.is_quoted(text, mention.start))
        )
    )


@lru_cache(maxsize=4096)
def mentions(simple: str) -> tuple[Mention, ...]:
    """The dates that a simplified text writes, each sentence of a story looked through once."""
    return tuple(dates.find(simple))


@lru_cache(maxsize=16_384)
def _may_date(text: str) -> bool:
    return _MAY_DATE.search(text.lower()) is not None


def _last(mention: Mention, resolved: Resolved) -> str:
    """The last day of 5月15日-17日, "" of anything else."""
    day = mention.until[2] if mention.until and resolved.precision == "day" else None
    month = mention.until[1] if mention.until else None
    if day is None or (month and f"{month:02}" != resolved.date[5:7]):
        return ""
    return f"{resolved.date[:8]}{day:02}"


def _written(document: Document) -> tuple[str, str]:
    """The judged date of publication; when only its year is known, the month since which it was written."""
    if document.published is None:
        return "", ""
    date = document.published.date
    return date, proven_month(document, date) if len(date) == YEAR else ""


def proven_month(document: Document, year: str) -> str:
    """The latest ``YYYY-MM`` that 今年5月 in a text of *year* proves to be past, or ""."""
    told = (
        resolved.date[:7]
        for sentence in document.sentences
        if "今年" in sentence.text or "this year" in sentence.text
        for mention in mentions(script.simplify(sentence.text))
        if mention.relative == "this-year" and mention.month
        if (resolved := dates.resolve(mention, year))
    )
    return max(told, default="")
