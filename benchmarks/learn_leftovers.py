"""Learn which sentences that the rules of cleaning leave are the site's, and write ``leftovers.json``.

usage: learn_leftovers.py [--out FILE] [--words] [--folds DIR] DIR...

`site_texts` says what a DIR may hold.

What the rules remove teaches as well as what they leave: its words, and, put back one line at a
time, its place. Three models are fitted, each logistic under a normal prior at zero: of words (only with
``--words``; the others take them as they are in FILE), of units each by itself, and of units among others,
which counts what the second says of those around, told by models that did not learn from their site.
Nothing is drawn at random: same data, same file.
"""

from __future__ import annotations

import argparse
import json
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from site_texts import Text, texts

from digest.cleaning.judging import leftovers
from digest.cleaning.judging.leftovers import odds
from digest.cleaning.judging.places import AN_ARTICLES, Company, Places, Words, asked, size
from digest.cleaning.judging.wording import Wording, grams
from digest.language.script import simplify
from digest.language.sentences import split

Floats = NDArray[np.float64]

TARGET = Path(leftovers.__file__).with_name("leftovers.json")
RULES = Path(leftovers.__file__).parents[1] / "rules"
FOLDS = 5
FEWEST_SITES = 4
"""Of sites in whose texts a word must be seen: names of one are not learned."""
MOST_WORDS = 8000
STRENGTH = {"words": 1.5, "place": 1.0}
"""Of the prior."""
OF_A_TEXT = 60.0
"""What the examples of one text count at most."""
COUNTS = {"gold": 2.5, "page": 1.0, "glued": 0.3, "clean": 0.5}
"""What a unit counts by the form of its file: what was saved as text is what we are asked for."""
PUT_BACK, SHORT_PUT_BACK = 0.25, 0.04
"""What a removed line counts that is put back, and one below the size `SHORT`."""
LABEL, OF_LABEL = 6, 0.5
"""Size of what is left of the site and is so little that it is hardly printed, and what that counts."""
SHORT, OF_SHORT, UNKNOWN, DOUBLED = 12, 0.3, 0.3, 0.3
"""Lines of the site below that size, those that only the rules tell, and captions and doubled lines count
less."""
LIMITS = {"removed": 2.0, "doubted": 0.0}
"""Of the odds. Cross-validated, of 15,200 sentences of articles four go and 91 may not be printed; of 1,211
sentences of the site that the rules had left to be printed 386 may not or are gone."""


# --- examples -----------------------------------------------------------------


@dataclass(frozen=True)
class Example:
    """``traits`` by their names; ``counts`` is its weight."""

    site: str
    traits: Mapping[str, float]
    is_site: bool
    counts: float


def of_words(found: Sequence[Text]) -> Iterator[Example]:
    """What is left and what was removed, once for each site; then the examples of the rules."""
    seen: set[tuple[str, str, bool]] = set()
    for text in found:
        if text.form == "glued":
            continue
        own: dict[tuple[str, bool], float] = {}
        for said, is_site, counts in _said(text):
            if (text.site, said, is_site) not in seen:
                seen.add((text.site, said, is_site))
                own[said, is_site] = counts
        share = min(1.0, OF_A_TEXT / max(1.0, sum(own.values())))
        for (said, is_site), counts in own.items():
            yield Example(text.site, dict.fromkeys(grams(said), 1.0), is_site, counts * share)
    for path in sorted(RULES.glob("*.toml")):
        for rule in tomllib.loads(path.read_text("utf-8")).get("rule", ()):
            for key in ("matches", "spares"):
                for said in rule.get(key, ()):
                    traits = dict.fromkeys(grams(simplify(said)), 1.0)
                    yield Example(f"rule {rule['name']}", traits, key == "matches", 0.5)


def _said(text: Text) -> Iterator[tuple[str, bool, float]]:
    for unit, label in zip(text.units, text.labels, strict=True):
        if unit.fate == "head" or not unit.text or (label is None and unit.fate == "body"):
            continue
        counts = 1.0 if label is not None else UNKNOWN
        if unit.reason in ("duplicate", "repeated-title", "caption"):
            counts *= DOUBLED if label is not None else 0.0
        if not counts:
            continue
        is_site = label is not False
        whole = simplify(" ".join(unit.text.split()))
        parts = [whole[start:end] for start, end in split(whole)][:12] if len(whole) > 200 else [whole]
        for said in parts:
            yield said, is_site, counts * (OF_SHORT if is_site and size(said) < SHORT else 1.0)


@dataclass(frozen=True)
class Spot:
    """A unit of *text*, what is seen of it and what the example counts."""

    text: int
    at: int
    traits: Mapping[str, float]
    is_site: bool
    counts: float


def of_text(number: int, text: Text, places: Places, words: Words) -> list[Spot]:
    """The sentences that are judged, and lines of the site put back where they stood."""
    if not text.document.receipt.removed:
        return []
    own = {
        at: (OF_LABEL if text.labels[at] and places.sizes[at] < LABEL else 1.0)
        for at in asked(text.document, text.units, words)
    }
    for at, unit in enumerate(text.units):
        if unit.fate == "removed" and words[at] >= AN_ARTICLES:
            own[at] = PUT_BACK if size(unit.text) >= SHORT else SHORT_PUT_BACK
    counted = {at: counts for at, counts in own.items() if text.labels[at] is not None}
    share = COUNTS[text.form] * min(1.0, OF_A_TEXT / max(1.0, sum(counted.values())))
    return [
        Spot(number, at, places.seen(at), bool(text.labels[at]), counts * share)
        for at, counts in sorted(counted.items())
    ]


# --- fitting ------------------------------------------------------------------


def fitted(
    examples: Sequence[Example], names: Sequence[str], strength: float, rounds: int = 250
) -> dict[str, float]:
    """The most probable weights of *names*, under a normal prior at zero, ``always`` free.

    Found by accelerated gradient descent; the curvature is bounded trait by trait.
    """
    place = {name: at for at, name in enumerate(names)}
    rows, columns, values = _sparse(examples, place)
    told = np.array([each.is_site for each in examples], float)
    counts = np.array([each.counts for each in examples])
    widest = np.bincount(rows, np.abs(values), len(examples))
    bound = np.bincount(columns, 0.25 * counts[rows] * np.abs(values) * widest[rows], len(names))
    pull = np.full(len(names), strength)
    pull[place["always"]] = 0.01
    bound += pull
    here = ahead = np.zeros(len(names))
    step = 1.0
    for _ in range(rounds):
        odds = np.bincount(rows, values * ahead[columns], len(examples))
        slope: Floats = counts * (1 / (1 + np.exp(-odds)) - told)
        there = ahead - (np.bincount(columns, values * slope[rows], len(names)) + pull * ahead) / bound
        longer = (1 + (1 + 4 * step * step) ** 0.5) / 2
        ahead = there + (step - 1) / longer * (there - here)
        here, step = there, longer
    return dict(zip(names, here.tolist(), strict=True))


def _sparse(
    examples: Sequence[Example], place: Mapping[str, int]
) -> tuple[NDArray[np.intp], NDArray[np.intp], Floats]:
    rows: list[int] = []
    columns: list[int] = []
    values: list[float] = []
    for row, each in enumerate(examples):
        known = sorted((place[name], value) for name, value in each.traits.items() if name in place)
        columns += [column for column, _ in known]
        values += [value for _, value in known]
        rows += [row] * len(known)
    return np.array(rows, np.intp), np.array(columns, np.intp), np.array(values)


def words_of(examples: Sequence[Example]) -> Wording:
    """The strongest `MOST_WORDS` words that enough sites have, fitted again without the others.

    What speaks for a site must be said by several sites, what speaks against one by several articles.
    """
    sites: dict[tuple[str, bool], set[str]] = defaultdict(set)
    for each in examples:
        for gram in each.traits:
            if len(sites[gram, each.is_site]) < FEWEST_SITES:
                sites[gram, each.is_site].add(each.site)
    said = {key for key, its in sites.items() if len(its) >= FEWEST_SITES}
    names = ["always", *sorted({gram for gram, _ in said})]
    examples = [_with_always(each) for each in examples]
    first = fitted(examples, names, STRENGTH["words"], rounds=80)
    often = Counter(gram for each in examples for gram in each.traits)
    able = [gram for gram in names[1:] if (gram, first[gram] > 0) in said]
    strongest = sorted(able, key=lambda gram: (-abs(first[gram]) * often[gram] ** 0.5, gram))[:MOST_WORDS]
    weights = fitted(examples, ["always", *sorted(strongest)], STRENGTH["words"])
    return Wording.of(weights.pop("always"), weights)


def _with_always(example: Example) -> Example:
    return Example(example.site, {**example.traits, "always": 1.0}, example.is_site, example.counts)


def fold(site: str) -> int:
    """Of a site: the same wherever it is learned."""
    return sha256(site.encode()).digest()[0] % FOLDS


def told(spots: Sequence[Spot], traits: Sequence[Mapping[str, float]]) -> dict[str, float]:
    """The most probable weights of *traits* under a normal prior, ``always`` free. Newton's method."""
    names = sorted({name for each in traits for name in each})
    place = {name: at for at, name in enumerate(names)}
    seen = np.zeros((len(spots), len(names)))
    for row, each in enumerate(traits):
        for name, value in each.items():
            seen[row, place[name]] = value
    labels, counts = (
        np.array([each.is_site for each in spots], float),
        np.array([each.counts for each in spots]),
    )
    pull = np.full(len(names), STRENGTH["place"])
    pull[place["always"]] = 0.01
    weights = np.zeros(len(names))
    for _ in range(25):
        likely = 1 / (1 + np.exp(-np.clip(seen @ weights, -30, 30)))
        curve = (seen * (counts * likely * (1 - likely))[:, None]).T @ seen + np.diag(pull)
        weights += np.linalg.solve(curve, seen.T @ (counts * (labels - likely)) - pull * weights)
    return {name: round(weight, 3) for name, weight in zip(names, weights.tolist(), strict=True)}


Model = dict[str, Any]


def learned(found: Sequence[Text], words: Wording | None = None) -> tuple[Model, list[Model]]:
    """What the file holds; and the same learned without each fold of sites in turn. *words* are learned where
    none are given."""
    examples = [] if words else list(of_words(found))
    folds = [fold(text.site) for text in found]
    unseen = [
        words or words_of([each for each in examples if fold(each.site) != part]) for part in range(FOLDS)
    ]
    read = [Words(text.document, text.units, unseen[part]) for text, part in zip(found, folds, strict=True)]
    pages = [Places(text.document, text.units, its) for text, its in zip(found, read, strict=True)]
    spots = [spot for at, text in enumerate(found) for spot in of_text(at, text, pages[at], read[at])]
    apart = [[spot for spot in spots if folds[spot.text] != part] for part in range(FOLDS)]
    alone = [told(its, [spot.traits for spot in its]) for its in apart]
    first = [odds(alone[folds[spot.text]], spot.traits) for spot in spots]
    company = {}
    for at, text in enumerate(found):
        if text.document.receipt.removed:
            # Told by a model that has not seen its site, of all that are judged, with a label or without.
            own, places = alone[folds[at]], pages[at]
            of_all = {n: odds(own, places.seen(n)) for n in asked(text.document, text.units, read[at])}
            company[at] = Company(text.units, places.sizes, of_all)
    seen = [
        {**spot.traits, **company[spot.text].seen(spot.at, said)}
        for spot, said in zip(spots, first, strict=True)
    ]

    def model(own: Wording, parts: Mapping[str, float], without: int | None) -> Model:
        kept = [at for at, spot in enumerate(spots) if folds[spot.text] != without]
        among = told([spots[at] for at in kept], [seen[at] for at in kept])
        return {"always": own.always, "words": own.weights, "alone": parts, "among": among, "limits": LIMITS}

    whole = told(spots, [spot.traits for spot in spots])
    return model(words or words_of(examples), whole, None), [
        model(unseen[part], alone[part], part) for part in range(FOLDS)
    ]


def as_json(model: Mapping[str, Any]) -> str:
    """A few to a line, words from the strongest against a site to the strongest for one."""
    words = sorted(model["words"].items(), key=lambda entry: (round(entry[1], 2), entry[0]))
    told = [
        f"{json.dumps(name, ensure_ascii=False)}:{weight:.2g}" for name, weight in words if round(weight, 2)
    ]
    lines = [",".join(told[at : at + 12]) for at in range(0, len(told), 12)]
    alone, among = (
        json.dumps({name: round(weight, 2) for name, weight in sorted(model[key].items())}, indent=1)
        for key in ("alone", "among")
    )
    return (
        f'{{"always": {model["always"]:.2f},\n"limits": {json.dumps(model["limits"])},\n'
        f'"alone": {alone},\n"among": {among},\n"words": {{\n' + ",\n".join(lines) + "\n}}\n"
    )


def kept_words() -> Wording:
    """Those that are shipped: the texts that taught them, 300 pages, nobody has any more."""
    return Wording.shipped()


def main() -> None:
    """Learn and write."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("folders", type=Path, nargs="+", metavar="DIR")
    parser.add_argument("--out", type=Path, default=TARGET)
    parser.add_argument("--folds", type=Path, help="a folder for what is learned without each fold of sites")
    parser.add_argument("--words", action="store_true", help="learn the words, too")
    arguments = parser.parse_args()
    found = texts(arguments.folders)
    model, crossed = learned(found, None if arguments.words else kept_words())
    arguments.out.write_text(as_json(model), "utf-8")
    for part, each in enumerate(crossed if arguments.folds else ()):
        (arguments.folds / f"{part}.json").write_text(as_json(each), "utf-8")
    print(
        len(found),
        "texts,",
        len({text.site for text in found}),
        "sites,",
        arguments.out.stat().st_size,
        "bytes",
    )


if __name__ == "__main__":
    main()
