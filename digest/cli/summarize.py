"""``digest summarize``: the key points of one text, and why."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from digest.cli import _console
from digest.cli._options import JsonOption
from digest.errors import IntakeError, UnusableText

if TYPE_CHECKING:
    from digest.model import Article, Document, Reason, Summary
    from digest.summarizers import Ranking


def register(app: typer.Typer) -> None:
    app.command("summarize")(summarize)


def summarize(
    file: Annotated[
        str, typer.Argument(metavar="[FILE|-]", help="A text of any format, or - for input.")
    ] = "-",
    method: Annotated[
        str, typer.Option("--method", help="salience, lead, or one of sumy's by name.")
    ] = "salience",
    points: Annotated[int, typer.Option("--points", min=1, help="How many at most.")] = 3,
    budget: Annotated[
        int | None,
        typer.Option("--budget", min=1, metavar="CHARS", help="Characters of all points together."),
    ] = None,
    query: Annotated[
        list[str] | None, typer.Option("--query", metavar="TERM", help="Lean towards this; repeatable.")
    ] = None,
    beside: Annotated[
        list[str] | None,
        typer.Option(
            "--beside",
            metavar="PATH",
            help="Other articles of its issue: what they tell, too, counts for more; repeatable.",
        ),
    ] = None,
    title: Annotated[str | None, typer.Option("--title", help="The title, where the text has none.")] = None,
    language: Annotated[
        str | None, typer.Option("--language", help="zh, en, ..; else told from the text.")
    ] = None,
    why: Annotated[
        bool, typer.Option("--why", help="Every sentence with its score and what it comes from.")
    ] = False,
    json_: JsonOption = False,
) -> None:
    """Print the key points of one text, as its author wrote them."""
    from digest.summarizers import METHODS
    from digest.summarizers import summarize as choose

    chosen_method = METHODS.get(method)
    document = _document(file, title, language)
    terms = tuple(query or ())
    shared = _shared(document, beside, terms) if beside else ()
    summary = choose(document, method=method, limit=points, query=terms, budget=budget, shared=shared)
    if not summary.points:
        raise IntakeError(_name(file), "there is no sentence in it to quote", "give it a text with sentences")
    ranking = chosen_method.rank(document, query=terms, wanted=points, shared=shared) if why else None
    if json_:
        _console.as_json(_as_json(summary, ranking))
    elif ranking:
        _console.result(_explained(summary, ranking))
    else:
        _console.result("\n".join(point.text for point in summary.points))


def _document(file: str, title: str | None, language: str | None) -> Document:
    """The text, cleaned like any article of a digest; too short to judge, it is taken as it stands."""
    from digest import cleaning, intake
    from digest.summarizers import plain

    articles = _from_input() if file == "-" else intake.read(Path(file))
    if len(articles) > 1:
        _console.say(
            f"digest: {_name(file)}: holds {len(articles)} articles; these are the points of the first"
        )
    try:
        document = cleaning.clean(articles[0])
    except UnusableText as error:
        document = plain(articles[0].text, title, language)
        if not document.sentences:
            raise
        _console.say(f"digest: taken as it stands ({error.fact})")
    return replace(document, title=title or document.title, language=language or document.language)


def _from_input() -> tuple[Article, ...]:
    from digest import intake

    try:
        return intake.read_bytes(sys.stdin.buffer.read(), "stdin.txt")  # the suffix says: text, or what it is
    except IntakeError as error:
        raise IntakeError(_name("-"), error.fact, "give it a text") from error


LAST_DAY = "9999-12-31"


def _shared(document: Document, beside: list[str], query: tuple[str, ...]) -> tuple[float, ...]:
    """How much of each sentence the articles in *beside* tell, too, as in an issue of them all.

    What prints *document* again counts for nothing.
    """
    from digest import cleaning, pipeline, story
    from digest.model import Theme

    others = [each for each in pipeline.prepare(beside).documents if each.id != document.id]
    groups = cleaning.group([document, *others])
    apart = [group.document for group in groups[1:]]  # the first is the one with *document*
    reading = story.read([document, *apart], Theme("", "", query=query), as_of=LAST_DAY)
    return reading.shared[document.id]


def _name(file: str) -> str:
    return "standard input" if file == "-" else file


def _as_json(summary: Summary, ranking: Ranking | None) -> dict[str, object]:
    document = summary.document
    told: dict[str, object] = {
        "method": summary.method,
        "title": document.title,
        "language": document.language,
        "kind": document.kind,
        "points": [
            {
                "text": point.text,
                "index": point.index,
                "count": point.count,
                "source": {"start": point.sentence.start, "end": point.sentence.end},
                "edits": [
                    {"kind": edit.kind, "start": edit.start, "end": edit.end, "text": edit.text}
                    for edit in point.sentence.edits
                ],
                "score": round(point.score, 3),
                "reasons": _reasons(point.reasons),
            }
            for point in summary.points
        ],
    }
    if ranking:
        told["sentences"] = [
            {
                "text": sentence.text,
                "quotable": sentence.quotable,
                "traits": sorted(sentence.traits),
                "score": round(ranking.scores[index], 3),
                "reasons": _reasons(ranking.reasons[index]) if ranking.reasons else [],
            }
            for index, sentence in enumerate(document.sentences)
        ]
    return told


def _reasons(reasons: tuple[Reason, ...]) -> list[dict[str, object]]:
    return [{"feature": reason.feature, "value": round(reason.value, 3)} for reason in reasons]


def _explained(summary: Summary, ranking: Ranking) -> str:
    """Every sentence in reading order; a star before those that were chosen.

    A passage is scored, and explained, at its second sentence.
    """
    points = {index: point for point in summary.points for index in point.indices}
    lines = []
    for index, sentence in enumerate(summary.document.sentences):
        if not sentence.quotable:
            lines.append(
                f"     --  {sentence.text}\n         never quoted: {', '.join(sorted(sentence.traits))}"
            )
            continue
        star = "*" if index in points else " "
        text = points[index].text if index in points and points[index].count == 1 else sentence.text
        lines.append(f"{star} {ranking.scores[index]:6.2f}  {text}")
        reasons = ranking.reasons[index] if ranking.reasons else ()
        told = "; ".join(
            f"{reason.value:+.1f} {reason.feature}" for reason in reasons if abs(reason.value) >= 0.05
        )
        if told:
            lines.append(f"         {told}")
    return "\n".join(lines)
