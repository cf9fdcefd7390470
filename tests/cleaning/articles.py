"""Dirty articles that we wrote, with what cleaning must make of them; and plain text as an `Article`."""

from __future__ import annotations

import hashlib
import re
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from digest.model import Article, ArticleId, Document, Line, Metadata

CORPUS = Path(__file__).parent / "corpus"
TITLE = "Village keeps its bus by driving it in turns"
STORY = (
    "The village has run its own bus since the railway closed, and nine retired drivers take turns to drive.",
    "The bus leaves at seven, at noon and at five, and it waits for the last pupil of the school every day.",
    "When the engine failed in March, the drivers paid for the new one, and nobody missed a trip.",
)
TITEL = "水库见底之后，全县的人在等一场雨"
TEXT = (
    "山上的水库在春天只剩下三分之一的水，管水的人说，这是他记事以来最低的一次，全县的人都在等一场雨。",
    "石碑上刻着那一年的水位，比今年还要低两尺，县志里记载，全县的人轮流守夜，怕有人偷水。",
    "到了六月，雨终于来了，一下就是九天，水库的闸门打开的时候，下游的孩子们都跑到桥上去看。",
)
"""Two short clean articles, each with its title, to put dirt around."""


@dataclass(frozen=True)
class Sample:
    """One file of ``corpus/``: the text, and what is true about it (absent keys are not checked)."""

    name: str
    text: str
    truth: dict[str, Any]


def samples() -> list[Sample]:
    found = []
    for path in sorted(CORPUS.glob("*.toml")):
        truth = tomllib.loads(path.read_text("utf-8"))
        found.append(Sample(path.stem, _broken(truth.pop("text")), truth))
    return found


def _broken(text: str) -> str:
    """``<<gbk:…>>`` and ``<<latin:…>>`` stand for their content with its UTF-8 read wrongly."""
    text = re.sub(r"<<gbk:(.*?)>>", lambda m: m[1].encode().decode("gb18030", "replace"), text)
    return re.sub(r"<<latin:(.*?)>>", lambda m: m[1].encode().decode("latin-1"), text)


def article(text: str, path: str = "one.txt", metadata: Metadata = Metadata(), **roles: str) -> Article:  # noqa: B008
    """*text* as the plain-text format reads it. ``roles`` maps ``l3="heading"`` to a line, from 1."""
    lines, at = [], 0
    for number, line in enumerate(text.split("\n"), 1):
        lines.append(Line(line, at, at + len(line), role=roles.get(f"l{number}", "")))
        at += len(line) + 1
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return Article(
        ArticleId(digest[:16]), path, "txt", "utf-8", digest, text, tuple(lines), metadata=metadata
    )


def headings(document: Document) -> list[str]:
    """The lines that are accounted for as headings."""
    return [
        line.text
        for account in document.receipt.accounts
        if account.fate == "heading"
        for line in document.article.lines[account.first - 1 : account.last]
    ]
