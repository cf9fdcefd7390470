"""``digest build`` and ``digest verify``: an issue from files, and the proof that nothing is invented."""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from digest.cli import _console, _issues
from digest.cli._options import ConfigOption, JsonOption, SeedsArgument, ThemeOption
from digest.errors import ConfigError, IntakeError, VerificationError

if TYPE_CHECKING:
    from digest.config import Config
    from digest.model import Issue, Theme
    from digest.pipeline import Prepared


def register(app: typer.Typer) -> None:
    app.command("build")(build)
    app.command("verify")(verify)


def build(
    seeds: SeedsArgument = None,
    config: ConfigOption = None,
    theme: ThemeOption = None,
    output: Annotated[
        Path | None,
        typer.Option("-o", "--output", metavar="DIR", help="Where to write; else as configured."),
    ] = None,
    formats: Annotated[
        list[str] | None,
        typer.Option("--format", metavar="NAME", help="html, txt, md, json, eml, epub; repeatable."),
    ] = None,
    points: Annotated[
        int | None, typer.Option("--points", metavar="N", min=1, help="Key points for each article.")
    ] = None,
    as_of: Annotated[
        str | None, typer.Option("--as-of", metavar="YYYY-MM-DD", help="The issue's day; else now.")
    ] = None,
    since: Annotated[
        Path | None,
        typer.Option(
            "--since", metavar="ISSUE", help="Mark what is new since that issue: its index.json, or its id."
        ),
    ] = None,
    strict: Annotated[
        bool, typer.Option("--strict", help="End with 3 when a sentence is not found again in its source.")
    ] = False,
    json_: JsonOption = False,
) -> None:
    """Build a digest of SEEDS and write it as files. Sends nothing and keeps no state."""
    from digest import checks, issue_json, pipeline
    from digest import config as configuration

    settings = configuration.load(config)
    day = _day(as_of) if as_of else pipeline.today(settings.timezone)
    previous = _issues.read(_issues.file_of(since, config)) if since else None
    chosen = [pipeline.choose_theme(theme, settings)] if theme else [each.theme() for each in settings.themes]
    wanted = formats or list(settings.output.formats)
    for name in wanted:
        checks.check_format(name)
    roots = seeds or [_configured(settings)]
    limit = settings.seeds.max_bytes
    prepared = pipeline.prepare(roots, script=settings.script, max_bytes=limit, progress=_console.progress)
    if not prepared.documents:
        _nothing(prepared, roots, json_)
    issues: list[Issue] = []
    files: list[Path] = []
    directory = output or settings.output.dir
    for each in chosen:
        asked = replace(each, key_points=points) if points else each
        issue = _assemble(prepared, asked, settings, day, _before(each, chosen, previous))
        page = pipeline.render(issue, templates=settings.templates, links=pipeline.links(issue, settings))
        files += pipeline.write(issue, page, directory, wanted, partial(_message, issue, settings))
        issues.append(issue)
        _remember(directory / each.slug, roots)
    copies = _copies(issues, prepared)
    if json_:
        _console.as_json(
            {
                "issue": issue_json.as_dict(issues[0]),
                "issues": [issue.id for issue in issues],
                "files": [path.as_posix() for path in files],
                "skipped": [{"path": row.path, "reason": row.reason} for row in prepared.skipped],
                "copies": [{"path": path, "of": kept} for path, kept in copies.items()],
            }
        )
    else:
        for issue in issues:
            _report(issue, copies)
        _tell_copies(copies)
        _console.say_kinds(row.reason for row in prepared.skipped)
        _console.result("\n".join(path.as_posix() for path in files))
    _promise(issues, strict)


def verify(
    issue: Annotated[
        Path, typer.Argument(metavar="ISSUE", help="Its index.json, as digest build wrote it, or its id.")
    ],
    seeds: SeedsArgument = None,
    config: ConfigOption = None,
    json_: JsonOption = False,
) -> None:
    """Find every sentence of an issue again in its source. Replays each recorded clean-up."""
    from digest import config as configuration
    from digest import verification

    file = _issues.file_of(issue, config)
    loaded = _issues.read(file)
    roots = seeds or _recall(file) or [configuration.load(config).seeds.dir]
    complaints = verification.verify(loaded, roots)
    count = len(loaded.excerpts)
    if json_:
        _console.as_json({"issue": loaded.id, "sentences": count, "untraced": list(complaints)})
    elif not complaints:
        _console.result(f"{loaded.id}: {count} of {count} sentences found again in their sources")
    if complaints:
        raise VerificationError(
            str(file),
            f"{len(complaints)} of {count} sentences are not traced; name the folder of their seeds "
            f"after the file, or build the issue again:\n  {_listed(complaints)}",
        )


SHOWN = 20
"""Complaints printed one by one; one changed file has many."""


def _listed(complaints: Sequence[str]) -> str:
    more = len(complaints) - SHOWN
    return "\n  ".join([*complaints[:SHOWN], *([f"and {more} more: see --json"] if more > 0 else [])])


def _configured(settings: Config) -> Path:
    """The folder of seeds, for a command that was given none."""
    folder = settings.seeds.dir
    if not folder.exists():
        remedy = "name files or folders (`digest build article.txt`), or let `digest init .` write a project"
        raise ConfigError(f"seeds.dir {folder}", "there is no such folder", remedy)
    return folder


def _before(theme: Theme, themes: Sequence[Theme], previous: Issue | None) -> Issue | None:
    """What *theme*'s issue is compared with: an issue of one of several *themes* is none of the others'."""
    own = previous and previous.theme.slug
    return None if any(each.slug == own for each in themes) and theme.slug != own else previous


def _message(issue: Issue, settings: Config) -> bytes:
    from digest.mailing import preview

    return preview.sample(issue, settings)


def _assemble(prepared: Prepared, theme: Theme, settings: Config, day: str, previous: Issue | None) -> Issue:
    from digest import pipeline

    return pipeline.assemble(
        prepared,
        theme,
        number=day,
        as_of=day,
        language=settings.headings(each.language for each in prepared.documents),
        previous=previous,
        progress=_console.progress,
        others=pipeline.other_themes(theme, settings),
    )


def _day(text: str) -> str:
    from datetime import date

    try:
        return date.fromisoformat(text).isoformat()
    except ValueError as error:
        raise ConfigError("--as-of", f"{text!r} is not a day", "write it as 2026-11-22") from error


def _nothing(prepared: Prepared, roots: Sequence[Path], json_: bool) -> None:
    """No article at all is a failure, not an empty issue: say why for each file, or that there is none."""
    _console.say_kinds(row.reason for row in prepared.skipped)
    rows = [{"path": row.path, "reason": row.reason} for row in prepared.skipped]
    if json_:
        _console.as_json({"issue": None, "issues": [], "files": [], "skipped": rows})
    said = "".join(f"\n  {row['path']}: {row['reason']}" for row in rows)
    fact = "no article could be read" if rows else "there is no file"
    place = "" if rows else ", ".join(map(str, roots))
    raise IntakeError(place, fact, f"name files or folders that hold articles{said}")


def _report(issue: Issue, copies: dict[str, str]) -> None:
    """What is in an issue and what is not. Its copies go out of *copies*: each is told once."""
    rows = [("article", "date", "points", "title")]
    for article in issue.articles:
        date = article.published.date if article.published else "undated"
        rows.append((article.path, date, str(len(article.key_points)), article.title or "(no title)"))
    _console.result(f"{issue.id}  {issue.theme.title}")
    _console.result(_console.table(rows))
    for heading, left_out in (("skipped", issue.skipped), ("not on this theme", issue.unassigned)):
        for row in left_out:
            _console.result(f"{heading}: {row.path}: {row.reason}")
    own = {article.path for article in issue.articles}
    _tell_copies({path: copies.pop(path) for path, kept in list(copies.items()) if kept in own})
    printed = len(issue.excerpts)
    _console.result(f"{printed - len(issue.untraced)} of {printed} sentences traced to their sources")


def _tell_copies(copies: dict[str, str]) -> None:
    for path, kept in copies.items():
        _console.result(f"copy: {path}: it prints what {kept} prints")


def _copies(issues: Sequence[Issue], prepared: Prepared) -> dict[str, str]:
    """Files that are read and in no table, and for each the one whose bytes or text it has."""
    from digest import cleaning

    told = {article.path for issue in issues for article in issue.articles}
    told |= {row.path for issue in issues for row in issue.unassigned}
    if all(document.article.path in told for document in prepared.documents):
        return {}
    return {
        copy.article.path: group.document.article.path
        for group in cleaning.group(prepared.documents)
        for copy in (*group.same, *group.near)
        if copy.article.path not in told
    }


def _promise(issues: list[Issue], strict: bool) -> None:
    complaints = [complaint for issue in issues for complaint in issue.untraced]
    if not complaints:
        return
    listed = "\n  ".join(complaints)
    if strict:
        raise VerificationError("", f"{len(complaints)} sentences are not traced:\n  {listed}")
    _console.say(f"digest: warning: {len(complaints)} sentences are not traced:\n  {listed}")


def _remember(directory: Path, roots: list[Path]) -> None:
    """Where ``digest verify`` finds the seeds again, relative to the folder of a theme's issues."""
    from digest import intake, pipeline

    places = [Path(os.path.relpath(root.resolve(), directory.resolve())).as_posix() for root in roots]
    # In ASCII, which has an escape for the bytes of a name that is not UTF-8.
    pipeline.write_file(directory / intake.WRITTEN, f"{json.dumps(places)}\n".encode())


def _recall(issue: Path) -> list[Path]:
    """The seeds that the build beside *issue* was made from, as far as they are still there."""
    from digest import intake

    for folder in issue.resolve().parents[:4]:
        hint = folder / intake.WRITTEN
        if hint.is_file():
            return [
                place for each in json.loads(hint.read_text("utf-8")) if (place := folder / each).exists()
            ]
    return []
