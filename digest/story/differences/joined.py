"""One matter, one difference: what several articles dispute alike, and what a third answers. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice

from digest.language.lazy import regex
from digest.language.script import has_han
from digest.story.differences.attributions import attributions
from digest.story.differences.clash import SAME_SUBJECT, Clash
from digest.story.differences.opposed import EMPTY, content
from digest.story.matching import agreement, weights
from digest.story.statements import choosing, lexicon
from digest.story.statements.material import Material, Statement

LIMIT = 12
"""Differences that an issue shows."""
LOOKED_AT = 3 * LIMIT
"""Differences of which one may turn out to be another told again."""


def one_each(material: Material, ranked: Sequence[Clash]) -> Iterator[Clash]:
    """The best of *ranked*, each sentence in one of them only; those of one matter as one."""
    chosen: list[Clash] = []
    taken: set[tuple[int, int]] = set()
    for clash in ranked:
        alone = clash.kind == "both-sides" and any(claim.place in taken for claim in clash.claims)
        row = replace(clash, claims=clash.claims[-1:]) if alone else clash  # it tells both by itself
        if any(each.question == row.question for each in chosen):
            now = [_with_its_word(each, row) if each.question == row.question else each for each in chosen]
        elif any(claim.place in taken for claim in row.claims):
            now = [_with_the_third(each, row) for each in chosen]
        elif len(chosen) < LOOKED_AT:
            now = [*chosen, row]
        else:
            continue
        if now != chosen:
            chosen, taken = now, {claim.place for each in now for claim in each.claims}
    return islice(_one_of_each_dispute(material, _with_whole(material, chosen)), LIMIT)


_SAID = frozenset({"two-accounts", "denied", "why"})
"""Kinds of differences in which somebody answers somebody."""


def _with_its_word(chosen: Clash, again: Clash) -> Clash:
    """One dispute told by a second article, whose last word stands with the others."""
    there = {each.document for each in chosen.claims}
    known = len(there) > 1 or any(each.document in there for each in again.claims)
    word = next((each for each in reversed(again.claims) if choosing.form(each) >= STANDS), None)
    return replace(chosen, claims=(*chosen.claims, word)) if word and not known else chosen


STANDS = 0.6
"""Form of a sentence that is a word of its own."""


def _with_the_third(chosen: Clash, clash: Clash) -> Clash:
    """The chosen one with the answer that another of its article gives to one of its claims."""
    places = [each.place for each in chosen.claims]
    more = [each for each in clash.claims if each.place not in places]
    answers = {chosen.kind, clash.kind} <= _SAID and len(chosen.claims) == len(clash.claims) == 2
    if not answers or len(more) != 1 or len({each.document for each in (*chosen.claims, *more)}) > 1:
        return chosen
    claims = sorted((*chosen.claims, *more), key=lambda each: each.place)
    return replace(chosen, claims=tuple(claims))


def _with_whole(material: Material, chosen: Sequence[Clash]) -> list[Clash]:
    """A sentence that tells both sides joins the two that tell the same matter side by side."""
    whole = [each for each in chosen if len(each.claims) == 1]
    used: list[Clash] = []
    rows: list[Clash] = []
    for clash in chosen:
        if len(clash.claims) < 2:
            rows.append(clash)
            continue
        free = (each for each in whole if each not in used)
        found = next((each for each in free if _one_matter(material, each, clash)), None)
        used += [found] if found else []
        rows.append(replace(clash, claims=(*clash.claims, *found.claims)) if found else clash)
    return [each for each in rows if each not in used]


def _one_of_each_dispute(material: Material, chosen: Sequence[Clash]) -> Iterator[Clash]:
    """Of articles that tell of one dispute the one in the language of most, with a word of each other."""
    disputes: list[list[Clash]] = []
    for clash in chosen:
        known = (each for each in disputes if any(_same_dispute(material, other, clash) for other in each))
        dispute = next(known, None)
        if dispute is None:
            disputes.append([clash])
        else:
            dispute.append(clash)
    for dispute in disputes:
        first, *others = sorted(dispute, key=lambda each: _foreign(material, each))
        words = [each.claims[-1] for each in others][: max(0, MOST - len(first.claims))]
        yield replace(first, claims=(*first.claims, *words))


MOST = 4
"""Claims that one difference shows."""


def _foreign(material: Material, clash: Clash) -> bool:
    """Not in the language of most articles."""
    return weights.latin(clash.claims[0]) == material.chinese


def _same_dispute(material: Material, one: Clash, other: Clash) -> bool:
    """Two articles tell of one dispute: who left and how, who denies what to whom, or the same sentences."""
    if not {each.document for each in one.claims}.isdisjoint(each.document for each in other.claims):
        return False
    if {one.kind, other.kind} <= _SAID | {"both-sides"} and _say_the_same(one, other):
        return True
    if not {one.kind, other.kind} <= _SAID or len(other.claims) < 2:
        return False
    mine, theirs = (
        frozenset().union(*(_people(material, each) for each in clash.claims)) for clash in (one, other)
    )
    if mine & theirs and _once(one) & _once(other):
        return True
    if one.kind == other.kind == "denied":
        denies = _people(material, one.claims[-1]) & _people(material, other.claims[-1])
        return bool(
            denies and frozenset(one.claims[0].entities) & frozenset(other.claims[0].entities) - denies
        )
    return any(agreement.agree(material, each, told) for each in one.claims for told in other.claims)


def _say_the_same(one: Clash, other: Clash) -> bool:
    """One of the voices is the same, and most of what the shorter dispute says stands in the longer."""
    (voices, mine), (others, theirs) = (_said(each) for each in (one, other))
    least = min(len(mine), len(theirs))
    return bool(least and voices & others) and len(mine & theirs) >= MOST_OF * least


MOST_OF = 0.6
"""Share of the characters of what is said."""


def _said(clash: Clash) -> tuple[frozenset[str], frozenset[str]]:
    """Of Chinese, the characters of who speaks, and those of what is said, empty words apart."""
    who, what = set(), set()
    for claim in clash.claims:
        for said in attributions(claim.folded):
            who |= set(said.who)
            what |= set(_CLAUSE.split(content(claim.folded, said), maxsplit=1)[0])
    told = what - EMPTY - set("他她")
    return frozenset(who - EMPTY), frozenset(filter(has_han, told))


_CLAUSE = regex("[，。；：]")


def _once(clash: Clash) -> frozenset[str]:
    return frozenset().union(*(each.actions for each in clash.claims)) & lexicon.ONCE


def _one_matter(material: Material, whole: Clash, clash: Clash) -> bool:
    """The sentence that tells both sides speaks of their act, or of somebody's there, and of much else."""
    (told,) = whole.claims
    if any(each.document == told.document for each in clash.claims):
        return False
    anchors = frozenset().union(*(each.anchors for each in clash.claims))
    shared = weights.weigh(material, told.anchors & anchors)
    mine = _people(material, told)
    theirs = frozenset().union(*(_people(material, each) for each in clash.claims))
    acts = [told.actions & each.actions for each in clash.claims]
    if mine & theirs:
        return any(acts) and shared >= SAME_SUBJECT
    if mine and theirs:
        return False
    once = all(each & lexicon.ONCE for each in acts)
    return all(acts) and shared >= (ONE_ACT if once else SAME_SUBJECT)


ONE_ACT = 2.0
"""Weight enough where all tell of one thing that is done once: that somebody left."""


def _people(material: Material, statement: Statement) -> frozenset[str]:
    return frozenset(statement.entities) - material.firms
