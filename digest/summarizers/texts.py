"""Any text as a document: cut into sentences and nothing else, no clean-up and no edit."""

from __future__ import annotations

from hashlib import sha256

from digest.model import Account, Article, ArticleId, Document, Line, Receipt, Sentence, TextKind
from digest.summarizers.ranking import METHODS

FLASH_CHARACTERS = {"zh": 300, "en": 700}
"""Up to this length a text is a flash: one paragraph of a news ticker."""


def plain(text: str, title: str | None = None, language: str | None = None) -> Document:
    """*text* as a document of one article without a file; every line is a paragraph.

    Nothing is removed, so the sentences are substrings of *text*. *language*
    is told from the text when it is not given.
    """
    from digest.language.script import language_of, script_of

    language = language or language_of(text)
    digits = sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    lines = tuple(_lines(text))
    article = Article(
        id=ArticleId(digits[:16]),
        path="",
        format="txt",
        encoding="utf-8",
        sha256=digits,
        text=text,
        lines=lines,
    )
    accounts = tuple(
        Account(number, number, "body" if line.text.strip() else "blank")
        for number, line in enumerate(lines, 1)
    )
    return Document(
        article=article,
        title=title,
        authors=(),
        publisher=None,
        published=None,
        language=language,
        script=script_of(text),
        kind=_kind(text, language),
        sentences=_sentences(lines),
        receipt=Receipt(accounts, {}),
    )


def rank_sentences(
    text: str, title: str | None = None, language: str | None = None, limit: int = 3, method: str = "salience"
) -> list[str]:
    """At most *limit* sentences as they stand in *text*, best first; [] for a text without one."""
    document = plain(text, title, language)
    ranking = METHODS.get(method).rank(document, wanted=limit)
    return [document.sentences[index].text for index in ranking.order[:limit]]


def _lines(text: str) -> list[Line]:
    lines, start = [], 0
    for piece in text.splitlines(keepends=True):
        body = piece.rstrip("\r\n\v\f\x1c\x1d\x1e\x85\u2028\u2029")
        lines.append(Line(body, start, start + len(body)))
        start += len(piece)
    return lines


def _sentences(lines: tuple[Line, ...]) -> tuple[Sentence, ...]:
    from digest.language.sentences import split

    found, paragraph = [], 0
    for line in lines:
        spans = split(line.text)
        for start, end in spans:
            place = line.start + start, line.start + end
            found.append(Sentence(line.text[start:end], *place, (), paragraph))
        paragraph += bool(spans)
    return tuple(found)


def _kind(text: str, language: str) -> TextKind:
    short = FLASH_CHARACTERS["zh" if language in {"zh", "ja"} else "en"]
    return "flash" if len(text) <= short else "plain"
