"""The journey, whole: files in a folder become an issue, its page and its files.

    seeds -> read -> clean -> summarize -> tell -> compose -> render -> write

Stages do not see each other; this module sees them all. Nothing here sends
mail (`digest.mailing`), keeps state (`digest.store`) or reads a clock, except
for the default of ``as_of``.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, cast
from zoneinfo import ZoneInfo

from digest.errors import ConfigError, DigestError, IntakeError
from digest.model import (
    Article,
    Document,
    Issue,
    KeyPoint,
    Rendering,
    Script,
    Skipped,
    Summary,
    Theme,
)

if TYPE_CHECKING:
    from digest.cleaning import Frames
    from digest.config import Config
    from digest.intake import Found
    from digest.rendering import Links

Progress = Callable[[Sequence[object], str], Iterable[object]]
"""Wraps a sequence that is being worked through, with a label; the command shows a bar."""

DEFAULT_FORMATS = ("html", "txt", "json")


# --- one article -------------------------------------------------------------


def read(path: str | Path) -> Article:
    """The one article in the file *path*. Raises `IntakeError`, also when it holds several."""
    from digest import intake

    articles = intake.read(Path(path))
    if len(articles) != 1:
        raise IntakeError(
            str(path), f"holds {len(articles)} articles", "use digest.build for a feed or mailbox"
        )
    return articles[0]


def clean(article: Article, *, script: Script = "simplified", frames: Frames | None = None) -> Document:
    """The article's own sentences, with the receipt of what was cut. Raises `UnusableText`.

    *frames*: what the articles of its folder have in common, from `digest.cleaning.common`.
    """
    from digest import cleaning

    return cleaning.clean(article, script=script, frames=frames or cleaning.NONE)


def summarize(
    text: str,
    title: str | None = None,
    language: str | None = None,
    limit: int = 3,
    method: str = "salience",
) -> list[KeyPoint]:
    """Key points of any text, taken as clean: at most *limit*, in reading order.

    ``point.sentence.start`` and ``.end`` are positions in *text*. Never empty
    when *text* has a sentence.
    """
    from digest import summarizers

    document = summarizers.plain(text, title=title, language=language)
    return list(summarizers.summarize(document, method=method, limit=limit).points)


# --- a folder of articles ----------------------------------------------------


@dataclass(frozen=True, slots=True)
class Prepared:
    """Everything that could be read and cleaned, in the order of the paths, and what could not."""

    documents: tuple[Document, ...]
    skipped: tuple[Skipped, ...]


def prepare(
    seeds: Sequence[str | Path],
    *,
    script: Script = "simplified",
    max_bytes: int | None = None,
    progress: Progress | None = None,
) -> Prepared:
    """Read and clean files and folders. One bad file becomes a row in ``skipped``.

    So does one larger than *max_bytes* (`digest.intake.MAX_BYTES` when left out).

    Raises `ConfigError` when a path does not exist: that is a slip of the
    person who typed it, not a bad article.
    """
    from digest import intake

    missing = [str(seed) for seed in seeds if not _there(Path(seed))]
    if missing:
        raise ConfigError(missing[0], "no such file or folder", "name files or folders that exist")
    # What was passed over unread is told first.
    found = sorted(intake.walk([Path(seed) for seed in seeds]), key=lambda row: not isinstance(row, Skipped))
    made = outcomes(found, script=script, max_bytes=max_bytes, progress=progress)
    return Prepared(
        tuple([each for each in made if isinstance(each, Document)]),
        tuple([each for each in made if isinstance(each, Skipped)]),
    )


def outcomes(
    found: Sequence[Found | Skipped],
    *,
    script: Script = "simplified",
    max_bytes: int | None = None,
    progress: Progress | None = None,
) -> list[Document | Skipped]:
    """What became of each article of a folder's files, in their order: all are read before one is cleaned,
    for only together do they tell what is the frame of their sites.
    """
    from digest import cleaning

    read: list[Article | Skipped] = []
    for row in progress(found, "reading") if progress else found:
        read += (row,) if isinstance(row, Skipped) else _read(cast("Found", row), max_bytes)
    frames = cleaning.common(each for each in read if isinstance(each, Article))
    cleaned: list[Document | Skipped] = []
    for each in progress(read, "cleaning") if progress else read:
        cleaned.append(
            clean_or_skip(each, script, frames) if isinstance(each, Article) else cast("Skipped", each)
        )
    return cleaned


def _there(path: Path) -> bool:
    """False for a slip of whoever typed it; what is there and may not be read is a bad article."""
    try:
        path.stat()
    except (FileNotFoundError, NotADirectoryError):
        return False
    except OSError:
        return True
    return True


def _read(file: Found, max_bytes: int | None) -> tuple[Article | Skipped, ...]:
    from digest import intake

    limit = intake.MAX_BYTES if max_bytes is None else max_bytes
    return _articles(lambda: intake.read(file.path, file.name, max_bytes=limit), file.name)


def prepare_bytes(data: bytes, name: str, *, script: Script = "simplified") -> tuple[Document | Skipped, ...]:
    """The documents in a file's content that is in memory, called *name*, each cleaned by itself."""
    from digest import intake

    return tuple(
        clean_or_skip(each, script) if isinstance(each, Article) else each
        for each in _articles(lambda: intake.read_bytes(data, name), name)
    )


def _articles(read: Callable[[], tuple[Article, ...]], name: str) -> tuple[Article | Skipped, ...]:
    try:
        return read()
    except IntakeError as error:
        return (Skipped(name, error.reason),)


def clean_or_skip(article: Article, script: Script, frames: Frames | None = None) -> Document | Skipped:
    """The article cleaned, or why it is no use."""
    try:
        return clean(article, script=script, frames=frames)
    except IntakeError as error:
        where = f"{article.path} ({article.entry})" if article.entry else article.path
        return Skipped(where, error.reason)


# --- an issue ----------------------------------------------------------------


def build(
    seeds: Sequence[str | Path] | None = None,
    theme: str | Theme | None = None,
    *,
    config: Config | str | Path | None = None,
    as_of: str | None = None,
    since: Issue | None = None,
    points: int | None = None,
    method: str | None = None,
) -> Issue:
    """One issue of *theme* (the configuration's first) from *seeds* (the configuration's folder).

    *as_of* is a day, ``YYYY-MM-DD``, today when left out; *since* the issue to
    compare with. What was left out stands in ``issue.skipped`` and
    ``issue.unassigned``. The same arguments give the same issue.
    Raises `ConfigError`; a bad file never raises.
    """
    settings = _settings(config)
    chosen = choose_theme(theme, settings)
    if points is not None:
        chosen = replace(chosen, key_points=points)
    if method is not None:
        chosen = replace(chosen, method=method)
    limit = settings.seeds.max_bytes
    prepared = prepare(seeds or [settings.seeds.dir], script=settings.script, max_bytes=limit)
    day = as_of or today(settings.timezone)
    return assemble(
        prepared,
        chosen,
        number=day,
        as_of=day,
        language=settings.headings(document.language for document in prepared.documents),
        previous=since,
        others=other_themes(chosen, settings),
    )


def assemble(
    prepared: Prepared,
    theme: Theme,
    *,
    number: str,
    as_of: str,
    language: str = "zh-Hans",
    previous: Issue | None = None,
    progress: Progress | None = None,
    others: Sequence[Theme] = (),
) -> Issue:
    """One issue from prepared documents: copies folded together, the theme's chosen, condensed, told.

    *others* are the configuration's other themes: an article that one of them
    fits far better does not belong to this one for a single term.
    """
    from digest import cleaning, story
    from digest.compose import Copies, compose
    from digest.verification import untraced

    groups = cleaning.group(prepared.documents)
    documents = [group.document for group in groups]
    assignment = story.assign(documents, [theme, *others])
    belonging = set(assignment.of(theme.slug))
    chosen = [document for document in documents if document.id in belonging]
    reading = story.read(chosen, theme, as_of=as_of)
    watched = cast("Iterable[Document]", progress(chosen, "condensing")) if progress else chosen
    summaries = [_condense(each, theme, reading.shared[each.id]) for each in watched]
    issue = compose(
        theme,
        summaries,
        story.tell(summaries, theme, as_of=as_of, previous=previous, reading=reading, share=story.SHARE),
        number=number,
        as_of=as_of,
        language=language,
        copies={
            group.document.id: Copies(
                tuple(copy.article.path for copy in group.same),
                tuple(_elsewhere(copy, group.document) for copy in group.near),
            )
            for group in groups
        },
        unassigned=assignment.left_out(documents, theme.slug),
        skipped=prepared.skipped,
        previous=previous,
    )
    return replace(
        issue, untraced=untraced(issue, {each.id: each.article.text for each in prepared.documents})
    )


def _elsewhere(copy: Document, kept: Document) -> str:
    """Who else published *kept*: a reprint that names its source as its publisher is told by its path."""
    own = copy.publisher if copy.publisher != kept.publisher else None
    return own or copy.article.path


def _condense(document: Document, theme: Theme, shared: Sequence[float]) -> Summary:
    from digest import summarizers

    method, limit, budget = theme.method, theme.key_points, theme.budget
    return summarizers.summarize(
        document, method=method, limit=limit, query=theme.query, budget=budget, shared=shared
    )


def render(
    issue: Issue,
    *,
    look: str | None = None,
    language: str | None = None,
    templates: Path | None = None,
    links: Links | None = None,
) -> Rendering:
    """The issue's page and its text version, in one look and one language of interface."""
    from digest import rendering

    links = links or rendering.Links()
    return rendering.render(issue, look=look, language=language, templates=templates, links=links)


def links(issue: Issue, config: Config, *, unsubscribe_url: str | None = None) -> Links:
    """Where the page may point: its permanent address in the archive, when there is one."""
    from digest.rendering import Links

    archive_url = config.archive_url(issue.id)  # none without https: a mail links to nothing less
    home_url = config.output.base_url if archive_url else None
    return Links(archive_url=archive_url, unsubscribe_url=unsubscribe_url, home_url=home_url)


def write(
    issue: Issue,
    rendering: Rendering,
    directory: Path,
    formats: Sequence[str] = DEFAULT_FORMATS,
    message: Callable[[], bytes] | None = None,
) -> tuple[Path, ...]:
    """Write ``directory/<theme>/<number>/index.<format>``; the paths, in the order of *formats*.

    *message* makes the ``eml`` (`digest.mailing.preview.sample`: as it would be
    sent); without it, it is made of the rendering alone.

    Each file is written beside its place and moved there, so that a reader
    never meets half a page.
    """
    folder = directory / issue.theme.slug / issue.number
    contents = [
        (f"index.{name}", message() if message and name == "eml" else _contents(name, issue, rendering))
        for name in formats
    ]
    return tuple(write_file(folder / name, content) for name, content in contents)


def _contents(name: str, issue: Issue, rendering: Rendering) -> bytes:
    if name == "eml":
        from digest.delivery import message

        return message.eml(rendering, issue_id=issue.id, as_of=issue.as_of)
    from digest.rendering import WRITERS

    return WRITERS.get(name).write(issue, rendering)


def write_file(path: Path, content: bytes) -> Path:
    """*path*, which holds *content* now; its folder is made. Raises `DigestError`: then nothing is left."""
    # Two builds at once write the same bytes, each to a file of its own; the last to be moved stays.
    partial = path.with_name(f".{path.name}.{os.getpid()}.partial")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            partial.write_bytes(content)
            partial.replace(path)
        except OSError:
            partial.unlink(missing_ok=True)
            raise
    except OSError as error:
        fact = f"cannot be written ({error.strerror})"
        raise DigestError(str(path.parent), fact, "name another folder with -o, or make room") from error
    return path


# --- settings ----------------------------------------------------------------


def _settings(config: Config | str | Path | None) -> Config:
    from digest import config as configuration

    if config is None or isinstance(config, str | Path):
        return configuration.load(Path(config) if config else None)
    return config


def choose_theme(theme: str | Theme | None, config: Config) -> Theme:
    """The theme meant: as given, by its slug, or the configuration's first. Raises `ConfigError`."""
    return theme if isinstance(theme, Theme) else config.theme(theme).theme()


def other_themes(theme: Theme, config: Config) -> list[Theme]:
    """The configuration's themes but *theme*."""
    return [each.theme() for each in config.themes if each.slug != theme.slug]


def today(timezone: str) -> str:
    """The day it is now in an IANA zone, ``YYYY-MM-DD``."""
    return datetime.now(ZoneInfo(timezone)).date().isoformat()
