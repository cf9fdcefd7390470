"""The opening: two or three sentences that say who did what and when, from several articles. Pure."""

from __future__ import annotations

from digest.model import Excerpt
from digest.story import choosing, chronology, lexicon, standing
from digest.story.material import Material, Statement
from digest.story.voices import overlap

LIMIT = 3
OPENING = 12
"""Sentences from the start among which a news article says its news."""


def tell(material: Material) -> tuple[Excerpt, ...]:
    """At most three sentences, each of another article, newest article first among equals.

    Of one article alone, its best two.
    """
    found = sorted(
        ((_news(material, each), each) for each in material.statements if _possible(each)),
        key=lambda row: (-row[0], row[1].place),
    )
    several = len({each.document for _, each in found}) > 1
    chosen: list[Statement] = []
    for score, statement in found:
        if score < 0.35 * found[0][0] or len(chosen) == (LIMIT if several else 2):
            break
        if several and any(each.document == statement.document for each in chosen):
            continue
        if all(overlap(statement, each) <= 0.5 for each in chosen):
            chosen.append(statement)
    chosen.sort(key=lambda each: (_date(each), each.place))
    return tuple(material.excerpt(each, f"lead:newest-central-fact, best of {len(found)}") for each in chosen)


def _possible(statement: Statement) -> bool:
    return (
        statement.grade == standing.STANDS
        and choosing.form(statement) >= 0.8
        and bool(statement.actions)
        and not lexicon.HEDGE.search(statement.folded)
    )


def _news(material: Material, statement: Statement) -> float:
    """Central in the story, near the article's head, dated lately, and about someone."""
    head = 1.0 if statement.index < OPENING else 0.75
    newest = 0.65 + 0.35 * material.recency[statement.document]
    moment = chronology.event_moment(statement)
    dated = 1.25 if moment and moment.resolved.precision != "year" and _lately(material, statement) else 1.0
    old = 0.45 if moment and not _lately(material, statement) else 1.0
    named = 1.0 + 0.1 * min(3, len(statement.entities))
    fresh = choosing.freshness(material, statement)
    return (
        (0.15 + material.central[statement.place]) * head * newest * dated * old * named * (0.5 + 0.5 * fresh)
    )


def _date(statement: Statement) -> str:
    moment = chronology.event_moment(statement)
    return moment.date if moment else "9999"


def _lately(material: Material, statement: Statement) -> bool:
    """Within the month before the newest dated event, or in its article's own month."""
    published = material.documents[statement.document].published
    moment = chronology.event_moment(statement)
    return bool(moment and published and moment.date[:7] >= published.date[:7])
