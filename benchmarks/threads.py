"""Do articles of one event come together? Clusters of Multi-News, mixed and put apart again.

    python benchmarks/threads.py --data DIR

DIR holds ``multinews200.jsonl.gz`` with one JSON object a line, whose ``docs``
are articles on one event. Each of `MIXES` draws a number of clusters at
random (the same every time) and looks which pairs of articles come into one
thread: precision, recall and F1 of pairs. Beside it what usual clustering
gives on the same articles: cosines of TF-IDF over words and group average, at
the threshold that is best for these very mixes, which nobody knows before.
Articles of fewer than `LEAST` sentences are left out: they are pages that
were gone when the set was made.
"""

from __future__ import annotations

import argparse
import gzip
import json
import math
import random
import statistics
from collections import Counter
from itertools import combinations
from pathlib import Path

import numpy as np

from digest import pipeline
from digest.language import words
from digest.model import Document, Theme
from digest.story import threads
from digest.story.names import entities
from digest.story.statements import gathering

MIXES, CLUSTERS, LEAST = 10, 12, 8
THRESHOLDS = [step / 200 for step in range(4, 60)]

Groups = list[list[int]]


def mixes(file: Path) -> list[tuple[list[Document], list[int]]]:
    """Documents, and of each the number of its cluster."""
    with gzip.open(file, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line)["docs"] for line in lines]
    clusters = []
    for number, texts in enumerate(rows):
        found = [
            document
            for at, text in enumerate(texts)
            for document in pipeline.prepare_bytes(text.encode(), f"{number}-{at}.txt")
            if isinstance(document, Document) and len(document.sentences) >= LEAST
        ]
        if len(found) > 1:
            clusters.append(found)
    chance = random.Random(1)
    drawn = [chance.sample(clusters, CLUSTERS) for _ in range(MIXES)]
    return [
        (
            [document for cluster in some for document in cluster],
            [number for number, cluster in enumerate(some) for _ in cluster],
        )
        for some in drawn
    ]


def ours(documents: list[Document]) -> Groups:
    read = gathering.read(documents)
    theme = Theme("t", "T")
    place = {document.id: at for at, document in enumerate(documents)}
    found = threads.find(read, entities.find(read, theme), theme)
    return [[place[read.documents[rank].id] for rank in thread] for thread in found]


def tf_idf(documents: list[Document]) -> np.ndarray:
    counts = [
        Counter(word for each in document.sentences for word in words.content_words(each.text))
        for document in documents
    ]
    met = Counter(word for count in counts for word in count)
    columns = {word: at for at, word in enumerate(sorted(met))}
    table = np.zeros((len(documents), len(columns)))
    for row, count in enumerate(counts):
        for word, times in count.items():
            table[row, columns[word]] = (1 + math.log(times)) * math.log(len(documents) / met[word])
    table /= np.linalg.norm(table, axis=1, keepdims=True)
    alike = table @ table.T
    np.fill_diagonal(alike, 0.0)
    return alike


def average_linkage(alike: np.ndarray, least: float) -> Groups:
    groups = [[rank] for rank in range(len(alike))]
    while len(groups) > 1:
        mean, one, other = max(
            (float(alike[np.ix_(one, other)].mean()), at, by)
            for at, one in enumerate(groups)
            for by, other in enumerate(groups[:at])
        )
        if mean < least:
            break
        groups[other] += groups.pop(one)
    return groups


def score(groups: Groups, truth: list[int]) -> tuple[float, float, float]:
    """Precision, recall and F1 of the pairs that stand in one group."""
    together = {tuple(sorted(pair)) for group in groups for pair in combinations(group, 2)}
    right = {pair for pair in combinations(range(len(truth)), 2) if truth[pair[0]] == truth[pair[1]]}
    hits = len(together & right)
    return hits / max(1, len(together)), hits / len(right), 2 * hits / (len(together) + len(right))


def main(file: Path) -> None:
    drawn = mixes(file)
    mine = [score(ours(documents), truth) for documents, truth in drawn]
    tables = [tf_idf(documents) for documents, _ in drawn]
    peers = {
        least: [
            score(average_linkage(table, least), truth)
            for table, (_, truth) in zip(tables, drawn, strict=True)
        ]
        for least in THRESHOLDS
    }
    best = max(peers, key=lambda least: statistics.mean(f1 for _, _, f1 in peers[least]))
    articles = statistics.mean(len(truth) for _, truth in drawn)
    print(f"{MIXES} mixes of {CLUSTERS} clusters, {articles:.0f} articles each")
    for name, rows in (("threads", mine), (f"TF-IDF at {best:.3f}, its best", peers[best])):
        precision, recall, f1 = (statistics.mean(column) for column in zip(*rows, strict=True))
        spread = statistics.stdev(row[2] for row in rows)
        print(f"{name:28} precision {precision:.3f}  recall {recall:.3f}  F1 {f1:.3f} ± {spread:.3f}")


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--data", type=Path, required=True)
    main(parser.parse_args().data / "multinews200.jsonl.gz")
