"""The promise: every printed sentence is found again in its source, with each recorded edit replayed."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from pathlib import Path

from digest.errors import IntakeError, VerificationError
from digest.model import ArticleId, Issue


def verify(issue: Issue, seeds: Sequence[str | Path]) -> tuple[str, ...]:
    """Replay every printed sentence on its source; the complaints, none when the promise holds.

    An article whose source is not among *seeds*, or has changed, is a complaint.
    """
    from digest import intake

    texts: dict[ArticleId, str] = {}
    there: set[str] = set()
    for found in intake.walk([Path(seed) for seed in seeds]):
        if isinstance(found, intake.Found):
            there.add(found.name)
            try:
                texts.update({article.id: article.text for article in intake.read(found.path, found.name)})
            except IntakeError:
                continue  # a file that gave no article can be no sentence's source
    return untraced(issue, texts, there)


def untraced(issue: Issue, texts: Mapping[ArticleId, str], there: Collection[str] = ()) -> tuple[str, ...]:
    """What is not in *texts*, those of the files *there*: one line each, naming file, place and fact."""
    from digest import cleaning

    paths = {article.id: article.path for article in issue.articles}
    complaints = []
    for excerpt in (*issue.excerpts, *issue.pieces):
        place = f"{paths.get(excerpt.article, excerpt.article)}:{excerpt.source.start}"
        if excerpt.article not in texts:
            fate = "has changed" if paths.get(excerpt.article) in there else "was not found"
            complaints.append(f"{place}: its source {fate}")
            continue
        try:
            cleaning.trace(excerpt, texts[excerpt.article])
        except VerificationError as error:
            complaints.append(f"{place}: {error.reason}")
    return tuple(dict.fromkeys(complaints))
