"""Dirty articles that we wrote, with what cleaning must make of them; and plain text as an `Article`."""

from __future__ import annotations

import hashlib
import re
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from digest.model import Article, ArticleId, Line, Metadata

CORPUS = Path(__file__).parent / "corpus"


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
