"""A page speaks to its reader, of forms, accounts and newsletters; an English article tells of others. Pure.

What the page says so is known by two signs together: the second person outside of quotation marks,
and words of the trade of pages that the article does not use itself. A guide, a letter or a talk says
"you" all through, so that there neither tells anything.
"""

from __future__ import annotations

from collections.abc import Set

from digest.cleaning.lines.around import words_of
from digest.cleaning.lines.rows import Row
from digest.cleaning.rules.verdicts import Page
from digest.language.lazy import regex

_READER = regex(r"\b(?:you|your|yours|yourself|please)\b")
_STOPS = regex(r"[.!?…]+\s+")
_QUOTED = regex(r"“[^”]*”?|\"[^\"]*\"?|(?<!\w)‘[^’]{12,}’?")
_WORD = regex(r"(?<![\w’'-])[a-z]+(?:-[a-z]+)?")
_FEWEST_TEXTS, _FEWEST_WORDS = 4, 2
"""Paragraphs and sentences of a page that can be told; words of the trade in one of the page's own."""
_SHARE_OF_ADDRESSES, _LONGEST = 0.2, 160
"""Of an article's paragraphs, more than which speak to the reader in a guide; size of a page's own."""


def addressed(page: Page) -> None:
    """Removes from *page* what it says to its reader for itself."""
    texts = [at for at in page.texts() if not page.rows[at].han]
    spoken = {at for at in texts if speaks(page.rows[at])}
    if not spoken or len(texts) < _FEWEST_TEXTS:
        return
    told = [_words(page.rows[at]) for at in texts if at not in spoken]
    own = frozenset().union(*told)
    service = {
        at
        for at in spoken
        if page.rows[at].size <= _LONGEST and len(_words(page.rows[at]) - own) >= _FEWEST_WORDS
    }
    if len(spoken) - len(service) > _SHARE_OF_ADDRESSES * (len(texts) - len(service)):
        return
    last = max((at for at in texts if at not in spoken and page.rows[at].is_prose), default=len(page.rows))
    known = frozenset(texts)
    parted = next((at for at in range(last + 1, len(page.rows)) if at not in known), len(page.rows))
    for at in spoken:
        if page.rows[at] is not page.title and (at in service or at > parted):
            page.remove(at, "account-box", "speaks to the reader")


def _words(row: Row) -> Set[str]:
    """Those of the trade of pages in the line, but for its buttons, which begin with a capital."""
    return words_of("trade_of_pages").intersection(_WORD.findall(row.fold))


def speaks(row: Row) -> bool:
    """Whether every second sentence of it does, outside of quotation marks."""
    fold = row.fold
    if "you" not in fold and "please" not in fold:
        return False
    sentences = [each for each in _STOPS.split(_QUOTED.sub("", fold)) if each.strip()]
    return 2 * sum(_READER.search(each) is not None for each in sentences) >= max(1, len(sentences))
