"""What the list of articles tells of an article whose key points the sections have told. Pure.

The list comes last. Of an article whose key points all stand above, it says
nothing that a reader has not read; then the next sentence follows that tells
what nothing above does. A passage of which one sentence stands above is told as
well: what else it says follows only where it can be read without that sentence.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice

from digest.language import script, words
from digest.language.lazy import regex
from digest.model import Excerpt, Summary
from digest.story.matching import agreement, grouping
from digest.story.matching.spread import says_the_same
from digest.story.statements import choosing, lexicon, outlook, standing
from digest.story.statements.material import Material, Statement

LINES = 2
"""Sentences that the list prints of an article, at least, where it has as many key points."""
FORM, CENTRAL, BESIDE = 0.8, 0.4, 0.25
"""How well the sentence must stand alone, and how central it must be to the story; where no such sentence
is left, how central one that only its article tells."""
LONG_AGO, TWO_SIDES, OF_TITLE = 0.6, 1.3, 0.15
_POINTS = regex(
    "^[这那它]|[这那][张个些种份篇名位两]|究竟|到底|不再是|^[^，。]{0,12}(?:也|当时|还(?!是|原|款|债))|截至今|今天"
    r"|将(?![近军士错])|之?(?:后|前)(?:不久)?$"
    r"|^[^，。]{1,12}回应(?:说|称|道|表示)?[，：]|^[^,.]{1,40}\b(?:replied|responded)\b(?! to)"
)
"""It points at what only its neighbours name, follows on it or answers it, was to come, or breaks off."""
_CHAT = regex(
    "(?:^|[，。！])(?:嗯|呃|哎|唉|哦|喔|哈+|嘿|诶|好家伙|反正|对吧|是吧)|[嘛呗啦哈吧哦喔呀](?:[，。！？]|$)|人家"
)
"""Interjections, and particles at the end of a clause: somebody talks, whatever he tells."""
_TWO_SIDES = regex("；而|，而(?!且)|前者|后者|则|一方|另一方|(?:两|2)[个种大]?(?:派|方|阵营)|while |whereas ")
"""It sets two sides against each other, which is what a story is about."""


def tell(material: Material, summaries: Sequence[Summary]) -> tuple[Excerpt, ...]:
    """As many sentences of each article as its list lacks, in the order of `Material.documents`."""
    points = {summary.document.id: summary.points for summary in summaries}
    found: list[Excerpt] = []
    for rank, document in enumerate(material.documents):
        there = {each.index: each for each in material.of(rank)}
        lines, rest = 0, list[Statement]()
        for point in points[document.id]:
            said = [there[index] for index in point.indices if index in there]
            untold = [each for each in said if not choosing.printed(material, each)]
            if len(untold) == len(said):
                lines += 1
            else:
                rest += [each for each in untold if _stands_alone(each)]
        wanted = max(0, min(LINES, len(points[document.id])) - lines)
        if wanted:
            rows = islice(_untold(material, rest, _others(material, rank)), wanted)
            found += [material.excerpt(each, "articles:not-told-above") for each in rows]
    return tuple(found)


def _untold(material: Material, *sources: Iterable[Statement]) -> Iterator[Statement]:
    """Of the statements of *sources*, in their order, those that nothing above and none before them tells."""
    chosen: list[Statement] = []
    for statement in chain.from_iterable(sources):
        again = any(says_the_same(material, statement, each) for each in chosen)
        if not again and not _is_told(material, statement):
            chosen.append(statement)
            yield statement


def _is_told(material: Material, statement: Statement) -> bool:
    """Whether a section prints a sentence, of any article, that tells what it tells."""
    return any(
        choosing.printed(material, other) and agreement.agree(material, statement, other, by_deed=True)
        for other in (*grouping.likely(material, statement), *material.of(statement.document))
        if other is not statement
    )


def _stands_alone(statement: Statement) -> bool:
    """Whether a reader understands it who has not read what stands around it."""
    return (
        statement.grade == standing.STANDS
        and choosing.form(statement) >= FORM
        and choosing.GOOD_FROM <= choosing.length(statement.text) <= choosing.GOOD_TO
        and not (choosing.leans(statement) or _POINTS.search(statement.simple))
        and not (standing.is_question(statement.folded) or _CHAT.search(statement.simple))
    )


def _others(material: Material, rank: int) -> list[Statement]:
    """Sentences of an article that no section and none of its key points prints, the best first."""
    title = words.content_stems(
        script.simplify(material.documents[rank].title or "").lower(), material.documents[rank].language
    )
    rows = [
        (_score(material, each, title), each)
        for each in material.of(rank)
        if not material.used[each.place]
        and _stands_alone(each)
        and material.central[each.place] >= BESIDE
        and (each.entities or each.actions or each.quantities)
        and not (lexicon.PROMISE.search(each.folded) or outlook.is_open(each))
        and not (choosing.is_personal(each) or choosing.counts_the_unnamed(material, each))
    ]
    rows.sort(key=lambda row: (material.central[row[1].place] < CENTRAL, -row[0], row[1].place))
    return [statement for _, statement in rows]


def _score(material: Material, statement: Statement, title: frozenset[str]) -> float:
    score = 0.3 + material.central[statement.place] + 0.5 * material.relevance[statement.place]
    score += OF_TITLE * min(2, len(statement.words & title))
    score *= TWO_SIDES if _TWO_SIDES.search(statement.folded) else 1.0
    return score * (LONG_AGO if choosing.is_long_ago(material, statement) else 1.0)
