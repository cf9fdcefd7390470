"""One row of the lines that belong together, with a blank, a hyphen or nothing where they meet. Pure."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise
from pathlib import Path

from digest.cleaning.lines.framed import Framed
from digest.cleaning.lines.rows import Row, Seen, looks
from digest.cleaning.text.letters import Characters
from digest.cleaning.text.splice import Patched, joined
from digest.language.lazy import regex

CONTINUES = regex(r"[，。、；！？）」』”’》,;!?%)](?!\s*[（(]?\d)|[：:](?=.)|\.(?=\s|$)")
"""With what no line begins: it goes on with the one above."""
LOWER = regex(r"[a-zà-ÿ]")


def of_groups(groups: list[list[Row]], rests: frozenset[int]) -> list[Row]:
    """One row for each group; around *rests* a word goes on without a blank."""
    several = []
    for number, group in enumerate(groups):
        if len(group) > 1:
            glue = ["" if {a.number, b.number} & rests else _glue(a, b) for a, b in pairwise(group)]
            groups[number] = whole = _rejoined(group)
            several.append((whole, joined([row.patched for row in whole], glue), glue))
    if not several:
        return [group[0] for group in groups]
    texts = [patched.text for _, patched, _ in several]
    made = (
        _one(group, patched, glue, seen)
        for (group, patched, glue), seen in zip(
            several, looks(texts, Characters.of_lines(texts)), strict=True
        )
    )
    return [next(made) if len(group) > 1 else group[0] for group in groups]


def _one(group: list[Row], patched: Patched, glue: Sequence[str], seen: Seen) -> Row:
    first = group[0]
    return Row(
        *seen,
        first.number,
        group[-1].last,
        patched,
        patched.text,
        _woven([row.written for row in group], glue),
        _woven([row.fold for row in group], glue),
        first.role,
        sum(row.link_share * len(row.text) for row in group) / sum(len(row.text) for row in group),
        first.gap,
        first.bullet,
        group[-1].runs_on,
        _framed(group),
    )


def _framed(group: Sequence[Row]) -> Framed | None:
    """Several lines are a frame's where all are: 隐私政策 alone may be a link within a sentence."""
    found = [row.framed for row in group if row.framed]
    if all(row.is_frame for row in group):
        return min(found, key=lambda each: each.files)
    cut = [each for each in found if each.cut]
    return Framed(min(each.files for each in cut), sum([each.cut for each in cut], ())) if cut else None


def _woven(texts: Sequence[str], glue: Sequence[str]) -> str:
    return "".join(part for pair in zip(texts, [*glue, ""], strict=True) for part in pair)


_BROKEN = regex(r"\b([A-Za-z]{2,})-$")


@cache
def _own_hyphen() -> frozenset[str]:
    """In front of these a hyphen is the word's own, whatever line it ends."""
    return frozenset(
        tomllib.loads((Path(__file__).parent / "glued.toml").read_text("utf-8"))["own_hyphen"].split()
    )


def _is_broken(before: Row, after: Row) -> bool:
    """A Latin word that goes on in the line below."""
    return bool(before.text[-1:] == "-" and LOWER.match(after.text) and _BROKEN.search(before.text))


def _rejoined(group: list[Row]) -> list[Row]:
    """*group*, the hyphens gone that a typesetter put at the end of a line."""
    whole = list(group)
    for at, (before, after) in enumerate(pairwise(group)):
        found = _BROKEN.search(before.fold) if _is_broken(before, after) else None
        if found and found[1] not in _own_hyphen():
            bare = before.patched.cut([(0, len(before.text) - 1)])[0]
            whole[at] = replace(
                before, patched=bare, text=bare.text, written=before.written[:-1], fold=before.fold[:-1]
            )
    return whole


def _glue(before: Row, after: Row) -> str:
    """A blank between Latin words, nothing beside Chinese, before a mark, within a word."""
    if _is_broken(before, after):
        return ""
    latin = before.text[-1:].isascii() and after.text[:1].isascii()
    return " " if latin and not CONTINUES.match(after.text) else ""
