"""What the preview shows: an issue as readers will get it, and each sentence with its place in the source.

A `Desk` builds it, keeps it until a file changes, and knows no web;
`digest.web.preview_server` serves it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from digest.config import Config
    from digest.model import ArticleId, Excerpt, Issue, Rendering
    from digest.pipeline import Prepared

AROUND = 60
"""Characters of the source shown before and after a sentence."""

VIEWS = ("mail", "phone", "dark", "bare", "text")


@dataclass(frozen=True, slots=True)
class Place:
    """A printed sentence and where it stands: 1-based line and column, and the source's own characters."""

    text: str
    rule: str
    path: str
    line: int
    column: int
    before: str
    raw: str
    after: str
    edits: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Proof:
    """What is shown of one issue."""

    issue: Issue
    rendering: Rendering
    places: tuple[Place, ...]


@dataclass
class Desk:
    """Builds proofs, and keeps them until a file changes. ``version`` counts the changes."""

    config_file: Path | None
    seeds: tuple[Path, ...] = ()
    as_of: str | None = None
    version: int = 0
    _settings: Config | None = None
    _prepared: Prepared | None = None
    _issues: dict[str, Issue] = field(default_factory=dict)

    @property
    def settings(self) -> Config:
        from digest import config as configuration

        if self._settings is None:
            self._settings = configuration.load(self.config_file)
        return self._settings

    def watched(self) -> tuple[Path, ...]:
        """Files and folders whose change calls for a new proof."""
        from digest.shipped import shipped

        settings = self.settings
        places = [*self._roots(), settings.file, settings.templates, shipped("templates")]
        return tuple(dict.fromkeys(place for place in places if place and place.exists()))

    def changed(self, paths: Iterable[Path]) -> None:
        """Forget what depends on *paths*: everything, or the pages only when just templates changed."""
        from digest.rendering.templating import environment

        self.version += 1
        environment.cache_clear()
        roots = [root.resolve() for root in self._roots()]
        only_looks = all(not any(path == root or root in path.parents for root in roots) for path in paths)
        if only_looks and not any(path == self.settings.file for path in paths):
            return
        self._settings = self._prepared = None
        self._issues.clear()

    def proof(self, theme: str | None = None, look: str | None = None) -> Proof:
        """The issue as it would be built now. Raises `DigestError` for what the user can mend."""
        from digest import pipeline

        chosen = pipeline.choose_theme(theme, self.settings)
        if self._prepared is None:
            limit = self.settings.seeds.max_bytes
            self._prepared = pipeline.prepare(self._roots(), script=self.settings.script, max_bytes=limit)
        if chosen.slug not in self._issues:
            day = self.as_of or pipeline.today(self.settings.timezone)
            self._issues[chosen.slug] = pipeline.assemble(
                self._prepared,
                chosen,
                number=day,
                as_of=day,
                language=self.settings.headings(each.language for each in self._prepared.documents),
                others=pipeline.other_themes(chosen, self.settings),
            )
        issue = self._issues[chosen.slug]
        rendering = pipeline.render(
            issue, look=look, templates=self.settings.templates, links=pipeline.links(issue, self.settings)
        )
        texts = {document.id: document.article.text for document in self._prepared.documents}
        return Proof(issue, rendering, tuple(places(issue, texts)))

    def _roots(self) -> tuple[Path, ...]:
        return self.seeds or (self.settings.seeds.dir,)


def places(issue: Issue, texts: Mapping[ArticleId, str]) -> Iterator[Place]:
    """The place of each printed sentence in its source, in the order of ``issue.json``, each once."""
    paths = {article.id: article.path for article in issue.articles}
    seen: set[tuple[str, int, int]] = set()
    for excerpt in issue.excerpts:
        key = (excerpt.article, excerpt.source.start, excerpt.source.end)
        if key not in seen:
            seen.add(key)
            yield _place(excerpt, paths.get(excerpt.article, excerpt.article), texts.get(excerpt.article, ""))


def _place(excerpt: Excerpt, path: str, text: str) -> Place:
    start, end = excerpt.source.start, excerpt.source.end
    kinds = [edit.kind for edit in excerpt.edits]
    return Place(
        text=excerpt.text,
        rule=excerpt.rule,
        path=path,
        line=text.count("\n", 0, start) + 1,
        column=start - (text.rfind("\n", 0, start) + 1) + 1,
        before=text[max(0, start - AROUND) : start],
        raw=text[start:end],
        after=text[end : end + AROUND],
        edits=tuple(f"{kind} × {kinds.count(kind)}" for kind in dict.fromkeys(kinds)),
    )


def viewed(html: str, view: str) -> str:
    """*html* as a program would show it: in the dark, or with every style sheet dropped."""
    if view == "dark":
        return html.replace("@media (prefers-color-scheme:dark)", "@media all")
    if view == "bare":
        return re.sub(r"<style[\s\S]*?</style>", "", html)
    return html
