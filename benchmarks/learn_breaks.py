"""Learn where sentences end in speech from punctuated text, and write ``breaks.json``.

usage: learn_breaks.py --data DIR [--out FILE]

Chinese is cut at its marks: between two clauses stands a stop or a comma.
English captions break anywhere, so every place between two words is one. A
logistic model is fitted first to news, which is plentiful but written, under a
normal prior at zero; then to the spoken texts in ``spoken/``, under a normal
prior at the news' weights. In ``spoken/zh.txt`` a clause stands on each line
with its mark behind it; no mark is a break inside a clause, ``；`` one that
may be either. Nothing is drawn at random: same data, same file.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from rouge import samples

from digest.cleaning.speech.breaks import Trait, traits
from digest.language.script import simplify

Floats = NDArray[np.float64]
Model = dict[Trait, float]

TARGET = Path(__file__).parents[1] / "digest" / "cleaning" / "speech" / "breaks.json"
SPOKEN = Path(__file__).parent / "spoken"
NEWS = {
    "zh": ("finna_headline", "lcsts_part3", "newsbench_headline_zh", "newsbench_zh"),
    "en": ("cnn_corpus",),
}
MOST_ARTICLES = 900
RATE = 0.12
"""What a place inside an English sentence counts: captions break at the end of a sentence about
as often as a third of the time, where any place between two words would make it one in fifteen."""
FEWEST = {"news": {"zh": 40, "en": 200}, "spoken": {"zh": 3, "en": 3}}
"""Places at which a trait must be seen."""
STRENGTH = {"news": {"zh": 5.0, "en": 5.0}, "spoken": {"zh": 2.5, "en": 1.0}}
"""Of the prior, in places."""
DEARER = {("waits", "subordinate"): -2.0, ("waits", "head"): -0.4, ("waits", "condition"): -0.4}
"""Added to what was learned: a cut behind a clause that waits leaves two halves, neither of which can be
printed, and costs more than a join."""
LEAST = 0.12
"""Weights nearer to zero are left out of the file."""


@dataclass(frozen=True)
class Break:
    """A place between two clauses; ``ends`` says whether a sentence ends there."""

    before: str
    after: str
    ends: bool
    counts: float = 1.0


def chinese(text: str) -> Iterator[Break]:
    """Places between the clauses of punctuated text."""
    for paragraph in simplify(text).split("\n"):
        clauses = [(clause.strip(' “”（）"'), mark) for clause, mark in _CLAUSE.findall(paragraph)]
        for (before, mark), (after, _) in pairwise(clauses):
            if before and after:
                yield Break(before, after, mark in "。！？；")


_CLAUSE = re.compile(r"([^，。！？；]+)([，。！？；])[”’」』）]*")


def chinese_lines(text: str) -> Iterator[Break]:
    """Places between the lines of ``spoken/zh.txt``."""
    for stretch in re.split(r"^#.*\n", simplify(text), flags=re.M):
        for before, after in pairwise(stretch.splitlines()):
            if before[-1] != "；":
                yield Break(before.rstrip(_MARKS), after.rstrip(_MARKS), before[-1] in "。！？")


_MARKS = "，、。！？；"


def english(text: str) -> Iterator[Break]:
    """Every place between two words."""
    words = [
        (word, at == len(sentence) - 1)
        for sentence in (found.split() for found in _STOP.split(" ".join(text.split())))
        for at, word in enumerate(sentence)
    ]
    for at in range(_REACH, len(words) - _REACH):
        ends = words[at - 1][1]
        before = " ".join(word for word, _ in words[at - _REACH : at])
        after = " ".join(word for word, _ in words[at : at + _REACH])
        yield Break(before, after, ends, 1.0 if ends else RATE)


_STOP = re.compile(r"(?<=[.!?])[\"”’']?\s+(?=[\"“A-Z])")
_REACH = 4


def fitted(breaks: Sequence[Break], fewest: int, strength: float, prior: Model, *, is_chinese: bool) -> Model:
    """The most probable weights of the traits seen at least *fewest* times, under a normal prior at *prior*.

    Found by accelerated gradient descent; the curvature is bounded trait by trait.
    """
    seen = [list(traits(each.before, each.after, chinese=is_chinese)) for each in breaks]
    counts = Counter(trait for found in seen for trait in found)
    names = sorted(trait for trait, count in counts.items() if count >= fewest)
    place = {trait: at for at, trait in enumerate(names)}
    pairs = np.array([(row, place[t]) for row, found in enumerate(seen) for t in found if t in place])
    rows, columns = pairs[:, 0], pairs[:, 1]
    ends = np.array([each.ends for each in breaks], float)
    weight = np.array([each.counts for each in breaks])
    towards = np.array([prior.get(trait, 0.0) for trait in names])
    pull = np.array([0.01 if trait == ("always", "") else strength for trait in names])
    widest = max(map(len, seen))
    bound = np.bincount(columns, weight[rows] * 0.25 * widest, len(names)) + pull

    def gradient(at: Floats) -> Floats:
        chance = 1 / (1 + np.exp(-np.bincount(rows, at[columns], len(breaks))))
        found: Floats = np.bincount(columns, (weight * (chance - ends))[rows], len(names))
        return found + pull * (at - towards)

    here, ahead, step = towards, towards, 1.0
    for _ in range(_ROUNDS):
        there = ahead - gradient(ahead) / bound
        longer = (1 + (1 + 4 * step * step) ** 0.5) / 2
        ahead = there + (step - 1) / longer * (there - here)
        here, step = there, longer
    return dict(zip(names, here.tolist(), strict=True))


_ROUNDS = 400


def learned(data: Path, language: str) -> Model:
    """The weights for *language* ("zh" or "en")."""
    is_chinese = language == "zh"
    cut = chinese if is_chinese else english
    articles = [sample.text for sample in samples(data) if sample.dataset in NEWS[language]]
    written = [each for text in articles[:MOST_ARTICLES] for each in cut(text)]
    said = (SPOKEN / f"{language}.txt").read_text("utf-8")
    spoken = list(
        chinese_lines(said)
        if is_chinese
        else (each for line in said.splitlines() if line[:1] != "#" for each in english(line))
    )
    model: Model = {}
    for kind, texts in (("news", written), ("spoken", spoken)):
        fewest, strength = FEWEST[kind][language], STRENGTH[kind][language]
        model = model | fitted(texts, fewest, strength, model, is_chinese=is_chinese)
    return {trait: weight + DEARER.get(trait, 0.0) for trait, weight in model.items()}


def as_json(models: dict[str, Model]) -> str:
    """A kind of trait on each line, its values from the strongest against a stop to the strongest for one."""
    languages = []
    for language, model in models.items():
        kinds: dict[str, dict[str, float]] = {}
        for (kind, value), weight in sorted(model.items(), key=lambda entry: (entry[1], entry[0])):
            if abs(weight) >= LEAST:
                kinds.setdefault(kind, {})[value] = round(weight, 2)
        lines = [
            f"  {json.dumps(kind)}: {json.dumps(kinds[kind], ensure_ascii=False)}" for kind in sorted(kinds)
        ]
        languages.append(f" {json.dumps(language)}: {{\n" + ",\n".join(lines) + "\n }")
    return "{\n" + ",\n".join(languages) + "\n}\n"


def main() -> None:
    """Learn and write."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=TARGET)
    arguments = parser.parse_args()
    models = {language: learned(arguments.data, language) for language in NEWS}
    arguments.out.write_text(as_json(models), "utf-8")
    for language, model in models.items():
        print(language, len(model), "weights")


if __name__ == "__main__":
    main()
