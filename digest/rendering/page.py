"""A page: what templates see of an issue. Sections of rows, each row with its sentences.

Every text in a page is one line without control characters, and plain: it
becomes markup in the template, once.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence as printed. ``lang`` is set only where it differs from the page's language.

    ``source`` is what stands behind the sentence: the ``label`` of its article, and the year it was
    written where a day of the sentence needs one.
    """

    text: str
    label: str
    source: str
    lang: str = ""
    new: bool = False
    """Marked only in an issue that is compared with an earlier one."""
    kind: str = "line"


@dataclass(frozen=True, slots=True)
class ThreadRow:
    """What opens the sections of a thread; ``title`` is that of one of its articles, or ""."""

    title: str
    lang: str
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PointRow:
    number: int
    lines: tuple[Line, ...]
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class EventRow:
    date: str
    iso: str
    inferred: bool
    line: Line
    sources: tuple[str, ...]
    again: bool = False
    """Whether the row before has the same date, which need not be printed twice."""


@dataclass(frozen=True, slots=True)
class DifferenceRow:
    about: str
    claims: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class PersonRow:
    name: str
    aliases: tuple[str, ...]
    sources: tuple[str, ...]
    line: Line
    role: str = ""
    """Who it is, where ``line`` does not say so itself."""


@dataclass(frozen=True, slots=True)
class NumberRow:
    """``figure`` and ``unit`` are the two parts of the value; ``share`` the bar's length in percent, or 0."""

    figure: str
    unit: str
    share: int
    line: Line


@dataclass(frozen=True, slots=True)
class QuoteRow:
    speaker: str
    line: Line


@dataclass(frozen=True, slots=True)
class ArticleRow:
    number: int
    title: str
    titled: bool
    """False where the article has no title and ``title`` is a stand-in in the page's language."""
    lang: str
    publisher: str
    authors: tuple[str, ...]
    date: str
    inferred: bool
    minutes: int
    path: str
    also: tuple[str, ...]
    retells: tuple[str, ...]
    lines: tuple[Line, ...]
    above: int = 0
    """Key points that a section further up prints, and that are therefore not among ``lines``."""


Row = Line | ThreadRow | PointRow | EventRow | DifferenceRow | PersonRow | NumberRow | QuoteRow | ArticleRow


@dataclass(frozen=True, slots=True)
class Section:
    """``kind`` names the section and the block that draws it; ``total`` counts its rows before trimming.

    In an issue of several threads each has sections of its own, behind one of kind ``thread``.
    """

    kind: str
    title: str
    rows: tuple[Row, ...]
    total: int


@dataclass(frozen=True, slots=True)
class Missing:
    path: str
    reason: str


@dataclass(frozen=True, slots=True)
class Page:
    title: str
    subtitle: str
    number: str
    date: str
    as_of: str
    lang: str
    subject: str
    preheader: str
    sections: tuple[Section, ...]
    articles: int
    publishers: int
    """0 where one of the articles does not say."""
    minutes: int
    minutes_whole: int
    """Reading time of the page, and of the articles it is made from, in minutes."""
    span: str
    printed: int
    traced: int
    proof: str
    """What the foot says of the two."""
    unused: tuple[Missing, ...]
    unused_more: int
    """Files not used beside those of ``unused``."""
    fresh: int = 0
    """Sentences that the issue before did not have; 0 where there is none to compare with."""
    left_out: int = 0
    """Sentences that had to go to keep the page under its size."""

    def section(self, kind: str) -> Section | None:
        """The first of its kind."""
        return next((section for section in self.sections if section.kind == kind), None)

    def rows(self, kind: str) -> tuple[Row, ...]:
        """Of all sections of a kind."""
        return tuple(row for section in self.sections if section.kind == kind for row in section.rows)


def lines(row: Row) -> tuple[Line, ...]:
    """The sentences of a row."""
    match row:
        case Line():
            return (row,)
        case ThreadRow():
            return ()
        case PointRow() | ArticleRow():
            return row.lines
        case DifferenceRow():
            return row.claims
        case _:
            return (row.line,)
