"""What is new since the last issue: by the sentence, and by the fact it tells. Pure.

A sentence that the last issue printed is not new, nor is one of an article
that it carried, nor one that says the same as those it printed: `Material.told`. The
opening, the points and what lies ahead shun what was told; the timeline and
the people carry it on, marked.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace

from digest.language import script
from digest.language.severing import severed
from digest.model import Excerpt, Issue, Sentence, Story
from digest.story.matching import agreement, anchors, grouping
from digest.story.statements.gathering import wording
from digest.story.statements.material import Material, Statement


def mark(material: Material, previous: Issue | None) -> None:
    """Fill `Material.told` with the statements whose article, sentence or fact *previous* had."""
    if previous is None:
        return
    printed = {(excerpt.article, excerpt.source.start) for excerpt in previous.excerpts}
    carried = {article.id for article in previous.articles}
    texts = {script.simplify(excerpt.text) for excerpt in previous.excerpts}
    old = _statements(material, previous)
    carriers: dict[str, list[Statement]] = defaultdict(list)
    for statement in old:
        for anchor in statement.anchors:
            carriers[anchor].append(statement)
    for statement in material.statements:
        place = (material.id(statement), statement.sentence.start)
        same = place in printed or not texts.isdisjoint(
            (statement.simple, severed(statement.simple, 0, ())[0])
        )
        if same or material.id(statement) in carried or _said_before(material, statement, carriers):
            material.told.add(statement.place)


def _said_before(material: Material, statement: Statement, carriers: dict[str, list[Statement]]) -> bool:
    met = {
        id(other): other
        for anchor in sorted(statement.anchors)
        for other in carriers.get(anchor, ())[: grouping.POSTINGS]
    }
    return any(agreement.agree(material, statement, other) for other in met.values())


def _statements(material: Material, previous: Issue) -> list[Statement]:
    """The sentences of the last issue as statements of no document; dated by their timeline rows."""
    found: dict[str, Statement] = {}
    for excerpt in previous.excerpts:
        simple = script.simplify(excerpt.text)
        if simple not in found:
            found[simple] = _statement(material, excerpt, simple)
    for event in previous.story.timeline:
        statement = found[script.simplify(event.sentence.text)]
        statement.anchors |= {f"d:{event.date[:7]}"}
    known = material.weights
    for statement in found.values():
        statement.anchors = frozenset(anchor for anchor in statement.anchors if anchor in known)
    return list(found.values())


def _statement(material: Material, excerpt: Excerpt, simple: str) -> Statement:
    sentence = Sentence(excerpt.text, excerpt.source.start, excerpt.source.end, (), 0)
    statement = Statement(-1, 0, sentence, simple, *wording(simple))
    statement.entities = material.named(excerpt.article, simple)
    anchors.fill(statement, material)
    return statement


def renew(material: Material, story: Story) -> Story:
    """*story* with every excerpt marked by `Material.told`."""
    if not material.told:
        return story
    places = {(material.id(each), each.sentence.start): each.place for each in material.statements}

    def marked(excerpt: Excerpt) -> Excerpt:
        return replace(excerpt, new=places[excerpt.article, excerpt.source.start] not in material.told)

    return story.with_excerpts(marked)
