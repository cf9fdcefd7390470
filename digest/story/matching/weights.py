"""What an anchor weighs, and what it is: a person, a rare number, a deed done once. Pure.

Common anchors weigh little (`digest.story.matching.anchors.rarity`), so the name in every
sentence proves nothing; a number weighs more than a word.
"""

from __future__ import annotations

import math
from collections.abc import Iterable

from digest.language.lazy import regex
from digest.story.statements import lexicon
from digest.story.statements.concepts import OFFICES, concepts, is_office, of_act
from digest.story.statements.material import Material, Statement

KIND_WEIGHT = {
    "n": 0.8, "q": 1.25, "r": 1.1, "x": 0.8, "e": 1.0, "d": 0.8, "a": 0.8, "v": 1.2, "c": 0.9, "p": 1.4,
    "w": 0.75,
}  # fmt: skip
TELLING_WORD = 2.2
"""Weight from which on a shared word says something: the subject of all articles does not."""
SETTING, FEWEST = 0.7, 4
"""Share of the articles, and number of them, that have what an event is about: a ferry sank, near Korea."""
OF_SETTING = 0.75
"""What two sentences of such an event are so little the likelier to agree on."""
AGE, OF_AGE = "year-old", 0.3
"""How old somebody is says who he is again, and nothing of what he did."""
EMPTY = frozenset({"员工", "人士", "公司", "表示", "名为", "people", "employe", "company"})


def prepare(material: Material) -> None:
    """Fill what is asked of every anchor again and again, once `Material.weights` are known."""
    most = max(FEWEST, SETTING * len(material.documents))
    material.setting = frozenset(
        anchor
        for anchor, carriers in material.carriers.items()
        if anchor[0] in "wca" and len(carriers) >= most and len({each.document for each in carriers}) >= most
    )
    material.heft = {
        anchor: weight
        * KIND_WEIGHT[anchor[0]]
        * (OF_AGE if anchor.endswith(AGE) else OF_SETTING if anchor in material.setting else 1)
        for anchor, weight in material.weights.items()
    }
    kinds: dict[str, list[str]] = {kind: [] for kind in KIND_WEIGHT}
    for anchor in material.weights:
        kinds[anchor[0]].append(anchor)
    words = kinds["w"]
    material.telling_words = frozenset(
        anchor
        for anchor in (*words, *(anchor for anchor in kinds["e"] if anchor[2:] in material.firms))
        if material.weights[anchor] >= TELLING_WORD and anchor[2:] not in EMPTY
    )
    material.covers.clear()
    offices = (anchor for anchor in words if is_office(anchor[2:]))
    material.offices = frozenset((*(f"c:{office}" for office in OFFICES), *offices))
    material.done_once = frozenset(filter(once, kinds["x"]))
    material.held = frozenset(kinds["v"])
    # So many people may be others: 11 signers, 11 founders.
    material.of_one_thing = frozenset(
        anchor for anchor in kinds["q"] if not (anchor.endswith(("person", AGE)) or is_round(anchor))
    )
    shared = [anchor for anchor, carriers in material.carriers.items() if len(carriers) > 1]
    shared.sort(key=lambda anchor: (-material.heft[anchor], anchor))
    material.rarest_first = {anchor: place for place, anchor in enumerate(shared)}
    material.postings.clear()
    for statement in material.statements:
        statement.signposts = statement.heft = None
        statement.sharable.clear()
    material.agreed.clear()
    material.adding_up.clear()
    material.shared.clear()
    material.two_languages = len({latin(statement) for statement in material.statements}) > 1


def weigh(material: Material, shared: Iterable[str]) -> float:
    # fsum: sets come in another order in every process, and the last bit may decide a tie.
    return math.fsum(map(material.heft.__getitem__, shared))


def shared(material: Material, one: Statement, other: Statement) -> float:
    """What the anchors weigh that both have: the same for all copies of either."""
    voices = one.alike, other.alike
    known = material.shared.get(voices)
    if known is None or one.alike < 0 or other.alike < 0:  # sentences of the last issue are not numbered
        known = material.shared[voices] = weigh(material, one.anchors & other.anchors)
    return known


def heft(material: Material, statement: Statement) -> float:
    """What all its anchors weigh: with nobody can it share more."""
    if statement.heft is None:
        statement.heft = weigh(material, statement.anchors)
    return statement.heft


def covered(material: Material, anchor: str) -> frozenset[str]:
    """The anchors that a word, an act or a name speaks of, too; a person's office says who he is."""
    if anchor not in material.covers:  # few of all anchors are ever asked for
        kind, value = anchor[0], anchor[2:]
        names = material.spellings.get(value, ()) if kind == "e" else (value,) if kind == "w" else ()
        told = of_act(value) if kind == "a" else {each for name in names for each in concepts(name.lower())}
        found = frozenset(f"c:{concept}" for concept in told)
        person = kind == "e" and value not in material.firms
        material.covers[anchor] = found | material.offices if person else found
    return material.covers[anchor]


def is_rare_number(anchor: str) -> bool:
    """Three digits that tell, or a time to the minute: 217, 38216, 2:40; not 200, nor what is rounded."""
    return anchor[0] == "q" and (":" in anchor[2:] or len(_DIGITS.sub("", anchor).strip("0")) > 2)


_DIGITS = regex(r"E\+\d+|\D")


def is_round(anchor: str) -> bool:
    """Whether a number is one digit and zeros, thirds or quarters: 10亿 of one thing and of another."""
    return _ROUND.match(anchor) is not None


_ROUND = regex(r"[qr]:(?:over|near|about)?(?:\d(?:E\+\d+)?(?![\d.E:-])|(?:25|75|33\.33|66\.67)percent)")


def latin(statement: Statement) -> bool:
    """Whether it is in a language with Latin letters: it has no Chinese character."""
    return statement.latin


def once(anchor: str) -> bool:
    """Whether it is a deed of the kind done once: a resignation, a death."""
    return anchor[0] == "x" and anchor.rpartition(">")[2] in lexicon.ONCE


SOME_MONTH = "d:m"
"""Opens the anchor of a month whose year is not told, or not known."""


def is_day(anchor: str) -> bool:
    """Whether it is a day of the year: 03-08."""
    return anchor[0] == "d" and len(anchor) == _A_DAY


_A_DAY = len("d:03-08")
