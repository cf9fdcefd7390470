"""Learn which sentences that the rules of cleaning leave are the site's, and write ``leftovers.json``.

usage: learn_leftovers.py [--out FILE] [--folds DIR] DIR...

`site_texts` says what a DIR may hold.

What the rules remove teaches as well as what they leave: its words, and, put back one line at a
time, its place. The examples of the rules themselves are added. Two models are fitted, each logistic
under a normal prior at zero: of words, and of places, in which a sentence's words and its neighbours'
count as told by models that did not learn from its site. Nothing is drawn at random: same data, same file.
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
from digest.cleaning.judging.places import AN_ARTICLES, Words, places, size
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
STRENGTH = {"words": 1.5, "place": 3.0}
"""Of the prior."""
OF_A_TEXT = {"words": 60.0, "place": 30.0}
"""What the examples of one text count at most."""
COUNTS = {"gold": 2.5, "page": 0.4, "clean": 0.5}
"""What an example of a place counts by the form of its file; labels of pages are as good as our reading."""
PUT_BACK, MOST_PUT_BACK = 0.15, 12
"""What a removed line counts that is put back, and how many of a text are."""
AT_AN_END = 5.0
"""What the first and the last sentence of an article count: they are dear."""
SHORT, OF_SHORT, UNKNOWN, DOUBLED = 12, 0.3, 0.3, 0.3
"""Lines of the site below that size, those that only the rules tell, and captions and doubled lines count
less."""
LIMITS = {"removed": 3.0, "doubted": -0.5}
"""Of the odds: cross-validated, of 4,300 sentences of articles none goes and nine may not be printed."""


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
        own: dict[tuple[str, bool], float] = {}
        for said, is_site, counts in _said(text):
            if (text.site, said, is_site) not in seen:
                seen.add((text.site, said, is_site))
                own[said, is_site] = counts
        share = min(1.0, OF_A_TEXT["words"] / max(1.0, sum(own.values())))
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


def of_places(text: Text, wording: Wording) -> Iterator[Example]:
    """The sentences that are judged, and lines of the site put back where they stood."""
    units, labels = text.units, text.labels
    words = Words(text.document, units, wording)
    if not text.document.receipt.removed:
        return
    back = [
        at
        for at, unit in enumerate(units)
        if unit.fate == "removed"
        and labels[at]
        and len(unit.text) <= _LONGEST_PUT_BACK
        and unit.reason not in ("duplicate", "caption")
        and words[at] >= AN_ARTICLES
    ]
    back = back[:: 1 + len(back) // MOST_PUT_BACK]
    body = [at for at, unit in enumerate(units) if unit.fate == "body"]
    found = [
        (at, place)
        for at, place in places(text.document, units, words, back)
        if labels[at] is not None and (at in back or text.document.sentences[units[at].sentence].quotable)
    ]
    share = min(1.0, OF_A_TEXT["place"] / max(1, len(found) - len(back)))
    for at, place in found:
        counts = PUT_BACK if at in back else share
        if at in (body[0], body[-1]) and not labels[at]:
            counts *= AT_AN_END
        yield Example(text.site, place, bool(labels[at]), counts * COUNTS[text.form])


_LONGEST_PUT_BACK = 200


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


def learned(found: Sequence[Text]) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """What the file holds; and the same learned without each fold of sites in turn."""
    examples = list(of_words(found))
    unseen = [words_of([each for each in examples if fold(each.site) != part]) for part in range(FOLDS)]
    spots = [each for text in found for each in of_places(text, unseen[fold(text.site)])]
    crossed = [
        _model(unseen[part], [each for each in spots if fold(each.site) != part]) for part in range(FOLDS)
    ]
    return _model(words_of(examples), spots), crossed


def _model(wording: Wording, spots: Sequence[Example]) -> dict[str, Any]:
    names = sorted({name for each in spots for name in each.traits})
    place = fitted(spots, names, STRENGTH["place"])
    return {"always": wording.always, "words": wording.weights, "place": place, "limits": LIMITS}


def as_json(model: Mapping[str, Any]) -> str:
    """A few to a line, words from the strongest against a site to the strongest for one."""
    words = sorted(model["words"].items(), key=lambda entry: (round(entry[1], 2), entry[0]))
    told = [
        f"{json.dumps(name, ensure_ascii=False)}:{weight:.2g}" for name, weight in words if round(weight, 2)
    ]
    lines = [",".join(told[at : at + 12]) for at in range(0, len(told), 12)]
    place = {name: round(weight, 2) for name, weight in sorted(model["place"].items())}
    return (
        f'{{"always": {model["always"]:.2f},\n"limits": {json.dumps(model["limits"])},\n'
        f'"place": {json.dumps(place, indent=1)},\n"words": {{\n' + ",\n".join(lines) + "\n}}\n"
    )


def main() -> None:
    """Learn and write."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("folders", type=Path, nargs="+", metavar="DIR")
    parser.add_argument("--out", type=Path, default=TARGET)
    parser.add_argument("--folds", type=Path, help="a folder for what is learned without each fold of sites")
    arguments = parser.parse_args()
    found = texts(arguments.folders)
    model, crossed = learned(found)
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
