"""ROUGE-1, -2 and -L F1 in percent (Lin 2004), and a folder of articles with references.

Units are single Chinese characters and runs of Latin letters or digits,
lower-cased. Each ``<set>.jsonl.gz`` of the folder has one article a line:
``id``, ``lang``, ``text`` (or ``docs``, a cluster), ``summary`` (a list of
references), sometimes ``title``.
"""

from __future__ import annotations

import gzip
import json
import random
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

_UNIT = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]|[a-z0-9]+")
_ONE_SENTENCE = ("headline", "lcsts")


@dataclass(frozen=True)
class Sample:
    """An article or cluster with its references; ``sentences`` is how many a summary of it has."""

    dataset: str
    text: str
    title: str | None
    language: str
    references: tuple[tuple[str, ...], ...]
    sentences: int
    written: tuple[str, ...]
    """The references as they were written."""


def samples(folder: Path, limit: int | None = None) -> Iterator[Sample]:
    """All sets of *folder* by name, each in the order of its file."""
    for path in sorted(folder.glob("*.jsonl.gz")):
        name = path.name.removesuffix(".jsonl.gz")
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            for _, line in zip(range(limit or 10**9), lines, strict=False):
                yield _sample(name, json.loads(line))


def _sample(name: str, row: dict[str, object]) -> Sample:
    docs = row.get("docs")
    text = "\n\n".join(docs) if isinstance(docs, list) else str(row["text"])
    written = row["summary"]
    assert isinstance(written, list)
    count = 1 if any(word in name for word in _ONE_SENTENCE) else 10 if docs else 3
    title = row.get("title")
    references = tuple(map(str, written))
    made = tuple(tuple(units(reference)) for reference in references)
    return Sample(name, text, str(title) if title else None, str(row["lang"]), made, count, references)


def lead(sample: Sample) -> list[str]:
    """The first sentences, cut at end marks and lines and nothing cleverer: what others measure against."""
    chinese = r"[^。！？!?\n]+[。！？!?]*[”’」』）)]*"
    parts = (
        re.findall(chinese, sample.text)
        if sample.language == "zh"
        else re.split(r"(?<=[.!?])\s+|\n+", sample.text)
    )
    return [part.strip() for part in parts if units(part)][: sample.sentences]


def units(text: str) -> list[str]:
    return _UNIT.findall(text.lower())


def ngrams(made: Sequence[str], size: int) -> Counter[tuple[str, ...]]:
    return Counter(zip(*(made[start:] for start in range(size)), strict=False))


def rouge_n(made: Sequence[str], wanted: Sequence[str], size: int) -> float:
    ours, theirs = ngrams(made, size), ngrams(wanted, size)
    return _f1((ours & theirs).total(), ours.total(), theirs.total())


def rouge_l(made: Sequence[str], wanted: Sequence[str]) -> float:
    """By the longest common subsequence, bit-parallel (Hyyro 2004)."""
    masks: dict[str, int] = {}
    for place, unit in enumerate(made):
        masks[unit] = masks.get(unit, 0) | 1 << place
    full = row = (1 << len(made)) - 1
    for unit in wanted:
        step = row & masks.get(unit, 0)
        row = ((row + step) | (row - step)) & full
    return _f1(len(made) - row.bit_count(), len(made), len(wanted))


def scores(sample: Sample, chosen: Sequence[str]) -> tuple[float, float, float]:
    """Mean over the references of ROUGE-1, -2, -L of the best sentences, put into reading order."""
    best = sorted(chosen[: sample.sentences], key=sample.text.find)
    made = units(" ".join(best))
    rows = [(rouge_n(made, one, 1), rouge_n(made, one, 2), rouge_l(made, one)) for one in sample.references]
    one, two, longest = (sum(column) / len(rows) for column in zip(*rows, strict=True))
    return one, two, longest


def interval(differences: Sequence[float], draws: int = 2000, seed: int = 7) -> tuple[float, float]:
    """95 % interval of the mean of paired differences, by bootstrap."""
    chance = random.Random(seed)
    means = sorted(
        sum(chance.choices(differences, k=len(differences))) / len(differences) for _ in range(draws)
    )
    return means[draws * 25 // 1000], means[draws * 975 // 1000 - 1]


def _f1(overlap: int, made: int, wanted: int) -> float:
    return 200 * overlap / (made + wanted) if made and wanted else 0.0
