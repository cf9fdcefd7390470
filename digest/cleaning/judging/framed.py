"""The lines that a page shares with the others of its folder. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from digest.cleaning.lines.framed import REASON, keys
from digest.cleaning.lines.rows import Row
from digest.cleaning.rules.verdicts import HEADING, Page, Verdict
from digest.language.script import simplify
from digest.model import Sentence


def framed(page: Page) -> None:
    """The frame of the site goes, but for who wrote and when: that the words of a line have told before."""
    for at, row in enumerate(page.rows):
        if row.is_frame and row is not page.title and page.verdicts.get(at, HEADING).fate == "heading":
            assert row.framed is not None
            page.remove(at, REASON, row.framed.told)


def without_cuts(
    sentences: Sequence[Sentence], origins: Sequence[Row]
) -> tuple[list[Sentence], frozenset[int]]:
    """*sentences* without those of the frame that are glued to a line, and the numbers of the lines.

    *origins*: the rows of their paragraphs.
    """
    cuts = {
        at: frozenset(keys([simplify(text) for text in row.framed.cut]))
        for at, row in enumerate(origins)
        if row.framed and row.framed.cut
    }
    if not cuts:
        return list(sentences), frozenset()
    gone = [
        each.paragraph in cuts and keys([simplify(each.text)])[0] in cuts[each.paragraph]
        for each in sentences
    ]
    lost = {origins[each.paragraph].number for each, went in zip(sentences, gone, strict=True) if went}
    return [each for each, went in zip(sentences, gone, strict=True) if not went], frozenset(lost)


def with_cuts(rows: Sequence[Row], verdicts: Sequence[Verdict], lost: AbstractSet[int]) -> list[Verdict]:
    """*verdicts*, those of the lines that have *lost* a sentence to the frame with it, for the receipt."""
    return [
        Verdict(verdict.fate, REASON, row.framed.told, verdict.traits)
        if row.framed and (row.number in lost or (row.framed.is_cut and verdict.fate == "body"))
        else verdict
        for row, verdict in zip(rows, verdicts, strict=True)
    ]
