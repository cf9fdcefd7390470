"""Learn which sentences that the rules of cleaning leave are the site's, and write ``leftovers.json``.

usage: learn_leftovers.py [--out FILE] [--folds DIR] DIR...

A DIR is searched for files of three forms, by their names. Texts of one site, which must not judge
each other, share what stands before ``--`` in a name (``SITE--NAME.txt``); others are sites of their own.

- ``X`` beside ``X.gold.json``: a page as text, and what it holds as an object with lists of strings:
  ``junk`` (the site's), and ``body``, ``keep``, ``first``, ``last`` (the article's); with its ``title``;
  texts with ``refuse`` are passed over.
- ``*.html``: a page. What our reading of the markup keeps is the article's, the rest the site's; it is
  judged as text, with a line for each block and again with all of it in one line.
- ``*.txt`` alone: nothing in it is a site's.

What the rules remove teaches as well as what they leave: its words, and, put back one line at a
time, its place. The examples of the rules themselves are added. Two models are fitted, each logistic
under a normal prior at zero: of words, and of places, in which a sentence's words and its neighbours'
count as told by models that did not learn from its site. Nothing is drawn at random: same data, same file.
"""

from __future__ import annotations

import argparse
import json
import re
import tomllib
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from digest.cleaning.document import by_rules
from digest.cleaning.judging import leftovers
from digest.cleaning.judging.leftovers import Unit, outline, places
from digest.cleaning.judging.wording import Wording, grams
from digest.errors import DigestError
from digest.intake import read_bytes
from digest.language.script import simplify
from digest.language.sentences import split
from digest.model import Document

Floats = NDArray[np.float64]
Label = Callable[[str], bool | None]
"""Whether a sentence is the site's; None where nobody knows."""

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
"""Lines of the site below that size, those that only the rules tell, and captions and doubled lines count less."""
LIMITS = {"removed": 2.0, "doubted": 1.0}


@dataclass(frozen=True)
class Text:
    """A document that the rules have cleaned, its units, and which of them are the site's."""

    site: str
    form: str
    document: Document
    units: tuple[Unit, ...]
    labels: tuple[bool | None, ...]


# --- reading ------------------------------------------------------------------


def texts(folders: Sequence[Path]) -> list[Text]:
    """All of *folders*, by name."""
    paths = sorted(path for folder in folders for path in folder.rglob("*") if path.is_file())
    with ProcessPoolExecutor() as pool:
        return [text for found in pool.map(_of_file, paths, chunksize=8) for text in found]


def _of_file(path: Path) -> list[Text]:
    gold = path.with_name(path.name + ".gold.json")
    site = path.name.partition("--")[0]
    data = path.read_bytes()
    if gold.exists():
        known = json.loads(gold.read_text("utf-8"))
        return [] if known.get("refuse") else _texts(path.name, data, site, "gold", _by_gold(known))
    if path.suffix == ".html":
        return list(_of_page(path, data, site))
    if path.suffix == ".txt":
        return _texts(path.name, data, site, "clean", lambda _: False)
    return []


def _texts(name: str, data: bytes, site: str, form: str, label: Label) -> list[Text]:
    found = []
    for document in _documents(name, data):
        if document.kind == "transcript" or document.language not in ("zh", "en") or not document.sentences:
            continue
        units = tuple(outline(document))
        labels = tuple(None if unit.fate == "head" or not unit.text else label(unit.text) for unit in units)
        found.append(Text(site, form, document, units, labels))
    return found


def _documents(name: str, data: bytes) -> Iterator[Document]:
    try:
        for article in read_bytes(data, name):
            yield by_rules(article)
    except DigestError:
        return


def _of_page(path: Path, data: bytes, site: str) -> Iterator[Text]:
    read_as_page = next(_documents(path.name, data), None)
    if read_as_page is None:
        return
    body = [sentence.text for sentence in read_as_page.sentences]
    if sum(map(len, body)) < _SHORTEST_BODY:
        return
    label = _by_reading(body, read_as_page.title or "")
    for blank in ("\n", " "):
        yield from _texts(f"{path.stem}.txt", _as_text(data, path, blank).encode(), site, "page", label)


_SHORTEST_BODY = 200


def _as_text(data: bytes, path: Path, between: str) -> str:
    """What a naive reader makes of a page: the text of its blocks."""
    import lxml.etree
    import lxml.html

    from digest.intake.decoding import decode
    from digest.intake.formats.html import declared_charset

    markup = decode(data, path.name, declared_charset(data)).text.replace("\x00", "")
    root = lxml.html.document_fromstring(markup)
    for element in root.xpath("//script|//style|//noscript|//template|//svg|//textarea|//object|//head"):
        element.drop_tree()
    pieces: list[str] = []
    for event, element in lxml.etree.iterwalk(root, events=("start", "end", "comment", "pi")):
        edge = "\n" if element.tag in _BLOCKS else ""
        if event == "start":
            pieces += [edge, " ".join((element.text or "").splitlines())]
        else:
            pieces += [edge, " ".join((element.tail or "").splitlines())]
    blocks = (" ".join(line.split()) for line in "".join(pieces).split("\n"))
    return between.join(filter(None, blocks))


_BLOCKS = frozenset(
    "address article aside blockquote body br center dd details dialog dir div dl dt fieldset figcaption figure"
    " footer form h1 h2 h3 h4 h5 h6 header hr html li main menu nav ol p pre section summary table tbody thead"
    " tfoot tr ul td th option select button iframe".split()
)


# --- labels -------------------------------------------------------------------


def _folded(text: str) -> str:
    bare = "".join(simplify(unicodedata.normalize("NFKC", text)).split()).lower()
    return bare.translate(_QUOTES)


_QUOTES = str.maketrans("“”「」’‘", "\"\"\"\"''")
_CLAUSE = re.compile(r"(?<=[，。！？；：,!?;:.])")


def _share(own: str, whole: str) -> float:
    """How much of a text, by clauses, stands in another."""
    if own.rstrip("。.") in whole:
        return 1.0
    clauses = [clause for clause in _CLAUSE.split(own) if len(clause) > 3]
    return sum(len(each) for each in clauses if each.strip("，。！？；：,!?;:.") in whole) / max(1, len(own))


def _is_title(own: str, title: str) -> bool:
    return bool(title) and (own in title or (len(own) <= 1.6 * len(title) and title in own))


def _by_gold(known: Mapping[str, Any]) -> Label:
    body = "\n".join(_folded(each) for key in ("body", "keep", "first", "last") for each in known.get(key) or ())
    junk = [_folded(each) for each in known.get("junk") or ()]
    title = _folded(known.get("title") or "")

    def label(text: str) -> bool | None:
        own = _folded(text)
        if not own:
            return None
        if _share(own, body) >= _SURE:
            return False
        if _is_title(own, title):
            return None
        is_junk = _share(own, "\n".join(junk)) >= _SURE
        return True if is_junk or any(each in own and len(each) >= 0.6 * len(own) for each in junk) else None

    return label


def _by_reading(body: Sequence[str], title: str) -> Label:
    whole, name = "".join(map(_folded, body)), _folded(title)

    def label(text: str) -> bool | None:
        own = _folded(text)
        if not own or _is_title(own, name):
            return None
        shared = _share(own, whole)
        return False if shared >= _SURE else True if shared <= 1 - _SURE - 0.1 else None

    return label


_SURE = 0.8


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
            yield said, is_site, counts * (OF_SHORT if is_site and leftovers.size(said) < SHORT else 1.0)


def of_places(text: Text, wording: Wording) -> Iterator[Example]:
    """The sentences that are judged, and lines of the site put back where they stood."""
    units, labels = text.units, text.labels
    words = leftovers.Words(text.document, units, wording)
    asked = leftovers.asked(units, words) if text.document.receipt.removed else []
    back = [
        at
        for at, unit in enumerate(units)
        if unit.fate == "removed"
        and labels[at]
        and len(unit.text) <= _LONGEST_PUT_BACK
        and unit.reason not in ("duplicate", "caption")
        and words[at] >= leftovers.AN_ARTICLES
    ]
    back = back[:: 1 + len(back) // MOST_PUT_BACK]
    asked = [at for at in asked if labels[at] is not None and text.document.sentences[units[at].sentence].quotable]
    body = [at for at, unit in enumerate(units) if unit.fate == "body"]
    share = min(1.0, OF_A_TEXT["place"] / max(1, len(asked))) * COUNTS[text.form]
    for at, place in places(text.document, units, words, [*asked, *back]):
        counts = share * (AT_AN_END if at in (body[0], body[-1]) and not labels[at] else 1.0)
        if units[at].fate == "removed":
            counts = PUT_BACK * COUNTS[text.form]
        yield Example(text.site, place, bool(labels[at]), counts)


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
    return Wording(weights.pop("always"), weights)


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
    told = [f"{json.dumps(name, ensure_ascii=False)}:{weight:.2g}" for name, weight in words if round(weight, 2)]
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
    print(len(found), "texts,", len({text.site for text in found}), "sites,", arguments.out.stat().st_size, "bytes")


if __name__ == "__main__":
    main()
