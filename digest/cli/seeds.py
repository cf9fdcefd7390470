"""``digest seeds``: what is in the folder, and what cleaning made of a file, line by line."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from shutil import get_terminal_size
from typing import TYPE_CHECKING, Annotated, Any, cast

import typer

from digest.cli import _console
from digest.cli._options import ConfigOption, JsonOption, SeedsArgument

if TYPE_CHECKING:
    from digest.model import Article, Document, Script, Skipped

FileArgument = Annotated[
    Path, typer.Argument(metavar="FILE", help="Any file or folder, or one as `digest seeds list` names it.")
]


def register(app: typer.Typer) -> None:
    seeds = typer.Typer(
        help="The articles that come in, and what cleaning makes of them.", no_args_is_help=True
    )
    seeds.command("list")(list_)
    seeds.command("explain")(explain)
    seeds.command("ignore")(ignore)
    app.add_typer(seeds, name="seeds")


# --- explain -----------------------------------------------------------------


def explain(
    file: FileArgument,
    alone: Annotated[
        bool, typer.Option("--alone", help="Without what the other files of its folder have too.")
    ] = False,
    script: Annotated[
        str | None, typer.Option("--script", help="Of the sentences: simplified, traditional or keep.")
    ] = None,
    full: Annotated[bool, typer.Option("--full", help="Do not cut long lines off.")] = False,
    config: ConfigOption = None,
    json_: JsonOption = False,
) -> None:
    """Show what was kept, cut and repaired in FILE, and why.

    Of a folder each file is shown. A line that several files of the folder have
    is taken for the frame of their site (site-frame), as in an issue.

    The margin says what became of a line: T title, B byline, H heading, * key
    point of the publisher, - removed (with the reason), nothing for the body.
    """
    from digest import cleaning, intake, pipeline
    from digest.config import load

    path, chosen = _listed(file, config), _script(script, config)
    asked = _read([path]) if path.is_dir() else list(intake.read(path))
    frames = cleaning.NONE if alone else cleaning.common(_beside(path, asked, load(config).seeds.dir))
    outcomes = [(each, pipeline.clean_or_skip(each, chosen, frames)) for each in asked]
    if json_:
        _console.as_json({"articles": [as_dict(article, each) for article, each in outcomes]})
    else:
        width = 10_000 if full else max(60, get_terminal_size().columns if sys.stdout.isatty() else 110)
        for article, outcome in outcomes:
            _console.result("\n".join(_lines(article, outcome, width)))
    if all(not isinstance(outcome, _document()) for _, outcome in outcomes):
        raise typer.Exit(1)


def _listed(file: Path, config: Path | None) -> Path:
    """*file*, or the one of that name in the configured folder, as `digest seeds list` names it."""
    if file.exists() or file.is_absolute():
        return file
    from digest.config import load

    listed = load(config).seeds.dir / file
    return listed if listed.exists() else file


def _document() -> type[Document]:
    from digest.model import Document

    return Document


def _read(paths: list[Path]) -> list[Article]:
    """The articles of the files and folders, but for what cannot be read."""
    from digest import intake
    from digest.errors import IntakeError

    articles: list[Article] = []
    for row in intake.walk(paths):
        if isinstance(row, intake.Found):
            with suppress(IntakeError):
                articles += intake.read(row.path, row.name)
    return articles


_MOST_BESIDE = 500


def _beside(path: Path, asked: list[Article], seeds: Path) -> list[Article]:
    """*asked* and the articles of the other files of the folder of seeds, or of those beside the file."""
    if path.is_dir():
        return asked
    if path.resolve().is_relative_to(seeds.resolve()):
        others = _read([seeds])
    else:
        files = (each for each in path.absolute().parent.iterdir() if each.is_file())
        others = _read(sorted(files)[:_MOST_BESIDE])
    known = {article.id for article in asked}
    return [*asked, *(each for each in others if each.id not in known)]


def _script(named: str | None, config: Path | None) -> Script:
    from digest.config import load
    from digest.errors import ConfigError

    if named is None:
        return load(config).script
    if named not in ("simplified", "traditional", "keep"):
        raise ConfigError(
            f"--script {named}", "there is no such script", "use simplified, traditional or keep"
        )
    return cast("Script", named)


_MARKS = {"title": "T", "byline": "B", "heading": "H", "highlight": "*", "removed": "-"}


def _lines(article: Article, outcome: Document | Skipped, width: int) -> Iterator[str]:
    name = f"{article.path} ({article.entry})" if article.entry else article.path
    yield f"{name}  {article.format}, {article.encoding}, {len(article.text)} characters"
    if not isinstance(outcome, _document()):
        yield f"  refused: {outcome.reason}"  # type: ignore[union-attr]
        return
    yield from _facts(outcome)
    yield ""
    yield from _margin(outcome, width)
    yield ""
    yield from _sums(outcome)


def _facts(document: Document) -> Iterator[str]:
    when = document.published
    date = "not known" if when is None else f"{when.date}{' (inferred)' if when.inferred else ''}"
    evidence = f"   from: {when.evidence}" if when else ""
    yield f"  title      {document.title or 'none'}"
    yield f"  authors    {', '.join(document.authors) or 'none named'}"
    yield f"  publisher  {document.publisher or 'not named'}"
    yield f"  published  {date}{evidence}"
    yield f"  text       {document.kind}, {document.language}, {document.script}"
    if document.retells:
        yield f"  retells    {', '.join(document.retells)}"


def _margin(document: Document, width: int) -> Iterator[str]:
    digits = len(str(len(document.article.lines)))
    for account in document.receipt.accounts:
        if account.fate == "blank":
            continue
        for number in range(account.first, account.last + 1):
            text = " ".join(document.article.lines[number - 1].text.split())
            if not text:
                continue
            mark = _MARKS.get(account.fate, " ")
            reason = f"[{account.reason}] " if account.reason else ""
            yield _cut(f"{number:>{digits}} {mark} {reason}{text}", width)
        if account.fate == "body" and account.reason:
            # Only a part of the line went: its rule quotes it, and is not cut short.
            yield f"{'':>{digits}} - {account.rule}"


def _cut(line: str, width: int) -> str:
    """*line* in at most *width* columns; Chinese characters take two."""
    from unicodedata import east_asian_width

    used = 0
    for at, character in enumerate(line):
        used += 2 if east_asian_width(character) in "WF" else 1
        if used > width - 1 and at + 1 < len(line):
            return line[:at] + "…"
    return line


def _sums(document: Document) -> Iterator[str]:
    kept = sum(sentence.quotable for sentence in document.sentences)
    removed = sum(account.last - account.first + 1 for account in document.receipt.removed)
    yield f"  {kept} sentences to quote, {len(document.sentences) - kept} not; {removed} lines removed"
    marked: dict[str, int] = {}
    for sentence in document.sentences:
        for trait in sorted(sentence.traits):
            marked[trait] = marked.get(trait, 0) + 1
    if marked:
        yield "  marked:  " + ", ".join(f"{name} {count}" for name, count in sorted(marked.items()))
    if document.receipt.repairs:
        repairs = ", ".join(f"{kind} {count}" for kind, count in sorted(document.receipt.repairs.items()))
        yield f"  repairs: {repairs}"


def as_dict(article: Article, outcome: Document | Skipped) -> dict[str, Any]:
    """What ``--json`` prints of one article: its facts, its receipt, its sentences with their traits."""
    row: dict[str, Any] = {"path": article.path, "entry": article.entry, "format": article.format}
    row["encoding"] = article.encoding
    if not isinstance(outcome, _document()):
        return {**row, "refused": outcome.reason}  # type: ignore[union-attr]
    when = outcome.published
    row["title"], row["authors"], row["publisher"] = outcome.title, list(outcome.authors), outcome.publisher
    row["published"] = when and {
        "date": when.date,
        "precision": when.precision,
        "inferred": when.inferred,
        "evidence": when.evidence,
    }
    row["language"], row["script"], row["kind"] = outcome.language, outcome.script, outcome.kind
    row["retells"] = list(outcome.retells)
    row["lines"] = [
        {"lines": [a.first, a.last], "fate": a.fate, "reason": a.reason, "rule": a.rule}
        for a in outcome.receipt.accounts
    ]
    row["repairs"] = dict(outcome.receipt.repairs)
    row["sentences"] = [
        {
            "text": each.text,
            "source": {"start": each.start, "end": each.end},
            "paragraph": each.paragraph,
            "traits": sorted(each.traits),
            "quotable": each.quotable,
        }
        for each in outcome.sentences
    ]
    return row


# --- list and ignore ----------------------------------------------------------


def list_(seeds: SeedsArgument = None, config: ConfigOption = None, json_: JsonOption = False) -> None:
    """Every file: title and date, or why it is passed over."""
    from digest.config import load
    from digest.intake import walk
    from digest.pipeline import outcomes

    settings = load(config)
    found = list(walk(seeds or [settings.seeds.dir]))
    limit = settings.seeds.max_bytes
    rows = [_row(each) for each in outcomes(found, script=settings.script, max_bytes=limit)]
    if json_:
        _console.as_json({"seeds": rows})
    elif not rows:
        _console.say("no files there")
    else:
        table = [("file", "date", "sentences", "title or reason")]
        table += [
            (r["path"], r["date"] or "-", str(r["sentences"]), r["title"] or r["reason"] or "-") for r in rows
        ]
        _console.result(_console.table(table))
        _console.say_kinds(row["reason"] or "" for row in rows)


def _row(outcome: Document | Skipped) -> dict[str, Any]:
    if not isinstance(outcome, _document()):
        return {"path": outcome.path, "date": None, "title": None, "sentences": 0, "reason": outcome.reason}  # type: ignore[union-attr]
    quotable = sum(sentence.quotable for sentence in outcome.sentences)
    date = outcome.published.date if outcome.published else None
    return {
        "path": outcome.article.path,
        "date": date,
        "title": outcome.title,
        "sentences": quotable,
        "reason": None,
    }


def ignore(
    paths: Annotated[list[str], typer.Argument(metavar="PATH...", help="As `digest seeds list` names them.")],
    undo: Annotated[bool, typer.Option("--undo", help="Use them again.")] = False,
    config: ConfigOption = None,
) -> None:
    """Leave files out of the issues that `digest run` makes.

    `digest build` is told by its arguments.
    """
    import time

    from digest.config import load
    from digest.errors import ConfigError
    from digest.store import open_store
    from digest.store.articles import set_ignored

    with open_store(load(config).store.address()) as store:
        changed = set_ignored(store, paths, not undo, time.time())
    if not changed:
        raise ConfigError(
            ", ".join(paths), "no such article in the store", "see `digest seeds list` and `digest status`"
        )
    fate = "used again" if undo else "ignored from now on; `digest status` lists what is"
    _console.say(f"{changed} {fate}")
