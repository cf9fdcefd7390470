"""What changes where a text is told, not reported: weights of ``salience`` for features and transcripts.

No public set has key points for them, so ``told.jsonl`` has ours: features,
columns, interviews and transcripts written for the purpose (their facts are
invented or unchecked), every printable sentence graded by whoever read the
whole: 3 is a key point at once, 2 will do, 1 is background or leans on its
neighbours, 0 must not be printed; and the facts a reader must learn, each with
the sentences that tell it alone. The weights are added to those that
``learn_salience.py`` learns from news, under a prior that is an editor's opinion.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
from listwise import Floats, fit, softmax

from digest.model import Document, Sentence
from digest.summarizers.features import Features, features
from digest.summarizers.methods.salience import ROOM, contributions, spread_out, total_of
from digest.summarizers.texts import plain
from digest.summarizers.weights import Weights, of

DATA = Path(__file__).with_name("told.jsonl")
KINDS = ("feature", "transcript")
MENTIONS = "mentions"
STRENGTH = 60.0
"""Of the prior, against articles that count one each: written for the purpose, they are too much alike."""
SHARPNESS = 2.0
"""How much likelier a sentence of the next higher grade is to be taken, as a logarithm."""
FACT = 0.5
"""What telling a fact of weight 1 adds to a grade."""
SPREAD = 10.0
"""Makes `mentions`, which differs little between sentences, as wide as the features."""
POINTS = 5

OPINION = {
    "opening": -0.1, "early": -0.6, "first": -0.1, "first_paragraph": -0.1, "last": -0.65, "place": 0.05,
    "closes": 0.15, "opens_on_news": 0.5,
    "title": 1.0, "title_subject": 0.3, "rank": 0.06, "keywords": -0.1, "introduces": 0.05,
    "later": 0.06, "earlier": 0.05,
    "turns": 0.3, "events": 0.17, "numbers": 0.4, "percent": 0.15, "record": 0.12, "names": 0.22,
    "dates": 0.08, "reasons": 0.15, "meaning": 0.3,
    "outcome": 0.5, "scene": -0.5,
    "negation": 0.1, "past": -0.25, "short": -0.15, "factless": -0.3, "label": -0.5, "pronoun_start": -0.65,
    "points_back": -0.65,
    "adrift": -0.65, "link_start": -0.03, "question": -0.3, "hearsay": -0.6, "host": -0.9, "self": -0.4,
    "spoken": -0.2, "example": -0.15, "bare_quote": -0.3, "quote_share": -0.15, "lead_in": -0.5,
    "boilerplate": -0.4,
    "hedge": -0.35, MENTIONS: -0.9,
}  # fmt: skip
"""An editor's, before seeing data: a feature hides its facts behind an opening scene."""
SCALE = 10.0
"""Of all weights in ``salience.json``."""
EDITOR = frozenset(
    "question exclamation lead_in unfinished trails_off pronoun_start points_back adrift self hearsay host"
    " spoken boilerplate example bare_quote label".split()
)
"""Reasons against a sentence, whatever the data say."""
UNSEEN = frozenset({"highlight", "opinion", "repeat", "query", "shared"})
"""Features that these texts cannot teach."""


@dataclass(frozen=True)
class Told:
    """One graded text: its features, and for each rated sentence its grade and the facts it tells."""

    name: str
    document: Document
    seen: Features
    grades: Floats
    telling: tuple[frozenset[int], ...]
    facts: tuple[int, ...]
    """The weight of each fact, 1 to 3."""


def read() -> list[Told]:
    return [_told(json.loads(line)) for line in DATA.read_text("utf-8").splitlines()]


def _told(row: dict[str, Any]) -> Told:
    numbered = [(place, *each) for place, paragraph in enumerate(row["paragraphs"]) for each in paragraph]
    document = plain("\n".join(text for _, text, _, _ in numbered), row["title"], row["language"])
    sentences, start = [], 0
    for paragraph, text, _, _ in numbered:
        sentences.append(Sentence(text, start, start + len(text), (), paragraph))
        start += len(text) + 1
    document = replace(document, kind=row["kind"], sentences=tuple(sentences))
    grades = np.array([float(grade) for _, _, grade, _ in numbered])
    telling = tuple(frozenset(facts) for _, _, _, facts in numbered)
    return Told(row["id"], document, features(document), grades, telling, tuple(row["facts"]))


def learn(told: Sequence[Told], weights: Weights) -> Weights:
    """*weights*, which are of news, with what changes in features and transcripts."""
    names = [name for name in told[0].seen.columns if name not in UNSEEN]
    prior = np.array([OPINION.get(name, 0.0) for name in (*names, MENTIONS)])
    # What is no merit anywhere is none here.
    bound = np.array([-_always(weights, name) if name in EDITOR else np.inf for name in (*names, MENTIONS)])
    learned = fit(
        [_design(one, names, weights) for one in told],
        [_target(one) for one in told],
        [1.0] * len(told),
        prior=prior,
        strength=np.full(len(prior), STRENGTH),
        bound=bound,
        given=[_as_news(one, weights) / SCALE for one in told],
    )
    table = {name: dict(parts) for name, parts in weights.sentence.items()}
    for name, value in zip(names, learned, strict=False):
        if round(value * SCALE, 2):
            table.setdefault(name, {}).update(dict.fromkeys(KINDS, round(value * SCALE, 2)))
    said = dict.fromkeys(KINDS, round(float(learned[-1]) * SPREAD * SCALE, 1))
    return replace(weights, sentence=table, mentions={**weights.mentions, **said})


def _always(weights: Weights, name: str) -> float:
    return weights.sentence.get(name, {}).get("always", 0.0) / SCALE


def _as_news(one: Told, weights: Weights) -> Floats:
    """Scores that the sentences would have if the text reported."""
    context = {**one.seen.context, **dict.fromkeys(KINDS, 0.0)}
    parts = contributions(replace(one.seen, context=context), weights)
    return total_of(parts, len(one.seen.rated)) + weights.mentions["always"] * _said(one, weights)


def _said(one: Told, weights: Weights) -> Floats:
    chances = one.seen.mentions.chances(of(weights.summary, one.seen.context))
    return one.seen.mentions.said(chances, ROOM).with_each()


def _design(one: Told, names: Sequence[str], weights: Weights) -> Floats:
    return np.array([*(one.seen.columns[name] for name in names), SPREAD * _said(one, weights)]).T


def _target(one: Told) -> Floats:
    weight = np.array([sum(one.facts[fact] for fact in telling) for telling in one.telling])
    return softmax(SHARPNESS * (one.grades + FACT * weight))


def chosen(one: Told, weights: Weights) -> list[int]:
    own = total_of(contributions(one.seen, weights), len(one.seen.rated))
    return spread_out(one.seen, own, weights, POINTS)[:POINTS]


def judged(one: Told, rows: Sequence[int]) -> tuple[float, float, float]:
    """Mean grade of the sentences in *rows*, share that will do (2 or 3), share of the facts they tell."""
    grades = one.grades[list(rows)]
    told = frozenset().union(*(one.telling[row] for row in rows))
    return float(grades.mean()), float((grades >= 2).mean()), len(told) / len(one.facts)


def check(told: Sequence[Told], weights: Weights, folds: int = 9) -> None:
    """Print how the points of each kind are judged: of *weights* before, and cross-validated after."""
    before = [judged(one, chosen(one, _by_opinion(weights))) for one in told]
    learned = [
        learn([one for place, one in enumerate(told) if place % folds != fold], weights)
        for fold in range(folds)
    ]
    after = [judged(one, chosen(one, learned[place % folds])) for place, one in enumerate(told)]
    for kind in KINDS:
        mine = [place for place, one in enumerate(told) if one.document.kind == kind]
        for when, found in (("by opinion", before), ("learned", after)):
            grade, good, facts = np.mean([found[place] for place in mine], axis=0)
            print(
                f"{kind:12} n {len(mine):3}  {when:10}  mean grade {grade:.2f},"
                f" will do {good:.0%}, facts {facts:.0%}"
            )


def _by_opinion(weights: Weights) -> Weights:
    table = {name: dict(parts) for name, parts in weights.sentence.items()}
    for name, value in OPINION.items():
        if name == MENTIONS:
            continue
        table.setdefault(name, {}).update(dict.fromkeys(KINDS, value * SCALE))
    said = dict.fromkeys(KINDS, OPINION[MENTIONS] * SPREAD * SCALE)
    return replace(weights, sentence=table, mentions={**weights.mentions, **said})
