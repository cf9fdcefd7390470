"""What a difference is about, in the sources' own words: whom, which act, how much. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence

from digest.language.lazy import regex
from digest.language.words import is_noun, part_of_speech
from digest.story.differences import asked
from digest.story.differences.attributions import Said, attributions
from digest.story.differences.clash import Clash, is_when
from digest.story.differences.opposed import content
from digest.story.matching import weights
from digest.story.names.entities import Entity
from digest.story.names.naming import display
from digest.story.statements import amounts, lexicon
from digest.story.statements.concepts import words_of
from digest.story.statements.material import Material, Statement

WORDS = 2
"""Words of what two voices speak of, at most."""


def label(material: Material, clash: Clash, entities: Sequence[Entity]) -> str:
    """One noun phrase (`asked`), the two answers behind it where they are short.

    Of a number it is the words nearest to it: what is measured. Taken from the
    claim that is in the language of most articles, where it has them.
    """
    by_key = {entity.key: entity for entity in entities}
    claims = sorted(clash.claims, key=lambda each: weights.latin(each) == material.chinese)
    words = _words(material, clash, claims, by_key)
    if clash.kind in ("both-sides", "two-accounts") and not clash.answers:
        return _of_voices(material, clash) or asked.in_one(claims, words)
    who = asked.whom(material, clash, by_key)
    told = asked.Words(who, _act(clash, claims), [each for each in words if each != who] or words)
    phrase = asked.phrase(clash, claims, told) or asked.in_one(claims, words)
    if clash.kind == "how-long-after":
        before = _before(material, clash)
        if before in by_key:
            name = display(material, by_key[before])
            phrase = f"{phrase}, after {name}" if weights.latin(claims[0]) else f"{name}之后{phrase}"
    if not clash.answers:
        return phrase
    return f"{phrase}{': ' if weights.latin(claims[0]) else '：'}{clash.answers}"


def _act(clash: Clash, claims: Sequence[Statement]) -> str:
    """The word for what somebody did, or suffered, of a kind done once, or else for what all tell."""
    done = sorted(each[2:] for each in clash.shared if each[0] == "a")
    if clash.kind in ("why", "denied"):
        done = sorted(frozenset.union(*(each.actions for each in claims)) & lexicon.ONCE)
    return next(filter(None, (acts(each, done) for each in claims)), "") if done else ""


_NAMED_FIRST = "eqrnwcaxdv"
"""Kinds of anchors in the order in which a label has their words."""


def _words(
    material: Material, clash: Clash, claims: Sequence[Statement], by_key: dict[str, Entity]
) -> list[str]:
    """The nearest to the number first, else whom before what; each once, neighbours as one."""
    claim = claims[0]
    measured = bool(clash.answers) and clash.kind in ("how-many", "how-long", "both-sides")
    number = max(map(claim.text.find, clash.answers.split(" / "))) if measured else 0

    def order(anchor: str) -> tuple[float, ...]:
        place = _place(claim, anchor) if measured else -1
        near = abs(place - number) if place >= 0 else len(claim.text)
        return (
            near,
            _NAMED_FIRST.index(anchor[0]),
            not anchor[2:].isascii(),
            -material.weights.get(anchor, 0.0),
        )

    words: list[str] = []
    # Two numbers told together (p) have no words of their own.
    for anchor in sorted(sorted(each for each in clash.shared if each[0] in _NAMED_FIRST), key=order):
        surfaces = ((_surface(material, anchor, each, by_key), each) for each in claims)
        word, told = next(((word, each) for word, each in surfaces if word), ("", claim))
        if word and not any(word in other or other in word for other in words):
            _append(words, word, told.text)
    return words


def _of_voices(material: Material, clash: Clash) -> str:
    """What two voices speak of, the words that both have first, and who speaks: 睡着 · 馆方 / 保安."""
    claims = [claim for claim in clash.claims if claim.document == clash.claims[0].document]
    told = [(claim, said) for claim in claims for said in attributions(claim.folded)]
    if len(told) < max(len(claims), 2):
        return ""
    contents = [content(claim.folded, said) for claim, said in told]
    heard = "".join(said.who for _, said in told)
    found = {
        word: claim
        for claim in claims
        for word in claim.words
        if _is_topic(word) and word not in heard and any(word in each for each in contents)
    }

    def order(word: str) -> tuple[int, bool, float, int, str]:
        """What both say first, nouns before verbs, and what other articles speak of, too."""
        both = sum(word in each for each in contents)
        known = len({each.document for each in material.carriers.get(f"w:{word}", ())}) > 1
        worth = material.heft.get(f"w:{word}", 0.0) * (1.0 if known else 0.5)
        return -both, not (word.isascii() or is_noun(word)), -worth, found[word].folded.find(word), word

    both = frozenset.intersection(*(each.actions for each in claims)) & lexicon.ONCE
    done = acts(claims[0], sorted(both)) if both else ""
    words = [done] if done and not done.isascii() else []  # to leave is also to leave cash
    for word in sorted(found, key=order)[: WORDS - len(words)]:
        _append(words, _word(found[word], word), found[word].text)
    sides = dict.fromkeys(name for place in (0, -1) if (name := _speaker(material, *told[place])))
    topic = asked.in_one(claims, words)
    return f"{topic}{': ' if topic.isascii() else '：'}{' / '.join(sides)}" if words and sides else topic


def _is_topic(word: str) -> bool:
    """A noun or a verb: no number, no time, no adverb."""
    if word.isascii():
        return len(word) > _SHORT_WORD and word.isalpha()
    mark = part_of_speech(word)
    return len(word) > 1 and mark[:1] in ("n", "v", "l", "i") and mark not in ("nr", "ns", "nrt")


_SHORT_WORD = 3
_LONG_NAME = 10


def _speaker(material: Material, claim: Statement, said: Said) -> str:
    """Who speaks as the sentence has it: the name in it, else its last noun phrase; "" for a pronoun."""
    if said.by_pronoun:
        return ""
    for key in claim.entities:
        for name in sorted(material.spellings.get(key, ()), key=len, reverse=True):
            place = claim.folded.find(name.lower(), said.who_starts)
            if 0 <= place < said.who_starts + len(said.who):
                return claim.text[place : place + len(name)]
    who = claim.text[said.who_starts : said.who_starts + len(said.who)]
    if who.isascii():
        return " ".join(_SO_MANY.sub("", who).partition(" of ")[0].split()[-_SHORT_WORD:])
    last = _OPENS.sub("", _ADVERBIAL.split(who, maxsplit=1)[0].rpartition("的")[2])
    return last if 1 < len(last) <= _LONG_NAME else ""


_OPENS = regex("^(?:然后|后来|随后|接着|当时)")
_SO_MANY = regex("^an? (?:number|group|couple|handful|majority) of ")
_ADVERBIAL = regex("(?<=.)[在从]")


def _before(material: Material, clash: Clash) -> str:
    """After whose deed: that of somebody else, in the sentences before the claims."""
    whose = {anchor[2:] for anchor in clash.shared if anchor[0] == "e"}
    found = [key for claim in clash.claims for key in doers_before(material, claim) if key not in whose]
    return next(iter(found), "")


def doers_before(material: Material, claim: Statement) -> list[str]:
    """Who did something of the kind done once in the sentences before *claim*, the nearest first."""
    found = []
    for each in reversed(material.before(claim, _BACK)):
        found += sorted(deed[2:].rpartition(">")[0] for deed in each.told if weights.once(deed))
    return found


_BACK = 2


def _place(statement: Statement, anchor: str) -> int:
    kind, value = anchor[0], anchor[2:]
    if kind == "c":
        found = words_of(statement.folded, value)
        return found[0] if found else -1
    if kind == "a":
        told = acts(statement, [value])
        return statement.text.find(told) if told else -1
    return statement.folded.find(value) if kind == "w" else -1


def _append(words: list[str], word: str, text: str) -> None:
    """Add *word*, as one with its neighbour where the text has them so: 超级 · 对齐 is 超级对齐."""
    for place, other in enumerate(words):
        for whole in (other + word, word + other):
            if not word.isascii() and not other.isascii() and whole in text:
                words[place] = whole
                return
    words.append(word)


def acts(statement: Statement, actions: Sequence[str]) -> str:
    """The word with which a statement tells one of *actions*."""
    return next(
        (
            statement.text[start:end]
            for start, end, action in lexicon.acts(statement.folded)
            if action in actions
        ),
        "",
    )


def _surface(material: Material, anchor: str, statement: Statement, by_key: dict[str, Entity]) -> str:
    kind, value = anchor[0], anchor[2:]
    if kind == "e":
        return display(material, by_key[value]) if value in by_key else ""
    if kind == "x":
        return ""
    if kind in "qn":
        return next(
            (
                statement.text[q.start : q.end].strip()
                for q in statement.quantities
                if amounts.quantity_key(q)[2:] == value
            ),
            "",
        )
    if kind == "a":
        return acts(statement, [value])
    if kind == "c":
        start, end = words_of(statement.folded, value) or (0, 0)
        return statement.text[start:end]
    return _word(statement, value) if kind == "w" and not is_when(value) else ""


def _word(statement: Statement, stem: str) -> str:
    """The word as it stands in the text: an English one is known by its stem."""
    found = re.search(
        rf"(?<![a-z]){re.escape(stem)}[a-z]*" if stem.isascii() else re.escape(stem), statement.folded
    )
    return statement.text[slice(*found.span())] if found else ""
