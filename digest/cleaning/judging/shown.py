"""What pictures show and who took them, told by how it stands beside each other. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from digest.cleaning.lines.rows import Row
from digest.cleaning.rules.verdicts import Page
from digest.language.lazy import regex


def doubled(page: Page) -> None:
    """A short line that says all of it twice: what a picture shows, in its mark and below it."""
    for at, row in enumerate(page.rows):
        if not _SHORTEST_DOUBLED <= row.size <= _LONGEST_DOUBLED or not page.open(at):
            continue
        half = (len(row.fold) + 1) // 2
        if row.fold[:half].strip() == row.fold[-half:].strip():
            page.remove(at, "caption", "said twice")


_SHORTEST_DOUBLED, _LONGEST_DOUBLED = 12, 120


def above_credit(page: Page) -> None:
    """The line right above the name of who took a picture says what it shows.

    Not so a whole sentence on a page that sets each of its sentences, and each credit, on a line of its own:
    there only an English picture above the text is told from it by its place.
    """
    texts = page.texts()
    lonely, first = _is_lonely(page, texts), min(page.prose(), default=0)
    for at, row in enumerate(page.rows[1:], 1):
        shown = page.rows[at - 1]
        rule = page.rules.get(at)
        if rule is None or rule.effect != "caption" or len(row.text) > _LONGEST_CREDIT:
            continue
        if _is_told_by(row, shown) and page.open(at - 1) and shown is not page.title:
            page.remove(at - 1, "caption", "above a credit")
        if row.gap:
            continue
        if (
            _CREDIT.match(row.fold)
            and page.open(at - 1)
            and shown.stops <= 1
            and shown.size <= _LONGEST_DOUBLED
            and not (lonely and shown.ends and (shown.han or at - 1 > first))
        ):
            page.remove(at - 1, "caption", "above a credit")


def _is_told_by(credit: Row, shown: Row) -> bool:
    """Whether a Chinese line without a stop says what the picture shows whose maker the next one names alone.

    Markup sets a blank line between the two. A heading has a number, or stands above text.
    """
    if not credit.han or credit.stops or not _SHORTEST_SHOWN <= shown.size <= _LONGEST_SHOWN:
        return False
    plain = not (shown.ends or shown.is_prose or shown.stops) and shown.han > 0 and shown.role != "heading"
    return plain and _MAKER.fullmatch(credit.fold.strip()) is not None and not _NUMBERED.match(shown.fold)


_SHORTEST_SHOWN, _LONGEST_SHOWN = 4, 40
_MAKER = regex(
    r"[（(]?\s*(?:(?:供图|图源|图片?来源|来源|摄影师?|摄|图|照片|图片)\s*[:：|｜／/]\s*[^，。]{2,20}"
    r"|[^，。:：\s]{2,10}\s?(?:摄影?|供图|提供|翻摄))\s*[)）]?"
)
_NUMBERED = regex(
    r"\W?(?:\d{1,2}|第?[一二三四五六七八九十]{1,3})\W?\s?[.、．章节部)）\s]|(?:part|no) ?\.?\d|\d+$"
)


def _is_lonely(page: Page, texts: Sequence[int]) -> bool:
    """Whether most paragraphs are one sentence each."""
    return 2 * sum(page.rows[at].stops <= 1 for at in texts) > len(texts)


_LONGEST_CREDIT = 60
_CREDIT = regex(r"(?:photo(?:graph)?s?|image|picture|credit|照片|摄影|图片来源)\s*(?:by\b|[:：])")


def credited_below(page: Page) -> None:
    """A label for who took a picture, alone in its line: the name stands below it, what is shown above it.

    "Goats on the island before they left." / "Photograph by" / "Jane Doe, Fauna Trust"
    """
    rows = page.rows
    lonely: bool | None = None
    for at in range(1, len(rows) - 1):
        if len(rows[at].text) > _LONGEST_LABEL or not _TAKEN_BY.fullmatch(rows[at].fold.strip()):
            continue
        shown, named = rows[at - 1], rows[at + 1]
        if named.stops or named.words > _WORDS_OF_A_NAME or not (page.open(at + 1) or page.shore(at + 1)):
            continue
        page.remove(at, "caption", "who took the picture")
        if page.open(at + 1) and named is not page.title:
            page.remove(at + 1, "caption", "who took the picture")
        if lonely is None:
            lonely = _is_lonely(page, page.texts())
        is_short = shown.stops <= 1 and shown.size <= _LONGEST_DOUBLED and not (lonely and shown.ends)
        if is_short and page.open(at - 1) and shown is not page.title:
            page.remove(at - 1, "caption", "above who took the picture")


_TAKEN_BY = regex(r"(?:photo(?:graph)?s?|image|picture|illustration)s?\s*(?:credits?\s*)?(?:by\s*:?|:)")
_LONGEST_LABEL, _WORDS_OF_A_NAME = 24, 10
