"""``digest issues``: what was published, why each sentence is in it, and what changed between two."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from digest.cli import _console, _issues
from digest.cli._options import ConfigOption, JsonOption, ThemeOption
from digest.errors import ConfigError, StoreError

if TYPE_CHECKING:
    from digest.model import Excerpt, Issue
    from digest.store.database import Store

NAMED = "An id (THEME/NUMBER), or a path of index.json."

IssueArgument = Annotated[str, typer.Argument(metavar="ISSUE", help=NAMED)]


def register(app: typer.Typer) -> None:
    issues = typer.Typer(help="The issues made so far.", no_args_is_help=True)
    issues.command("list")(list_)
    issues.command("show")(show)
    issues.command("diff")(diff)
    app.add_typer(issues, name="issues")


def list_(config: ConfigOption = None, theme: ThemeOption = None, json_: JsonOption = False) -> None:
    """Every issue, newest first, with its state and reason."""
    from digest.store import issues as stored

    with _store(config) as store:
        rows = stored.list_issues(store, theme=theme)
    if json_:
        _console.as_json({"issues": [_row(row) for row in rows]})
    elif not rows:
        _console.say("no issues yet: `digest run` makes them on schedule, `digest send` by hand")
    else:
        table = [("issue", "state", "made (UTC)", "recipients", "reason")]
        table += [
            (row.id, row.state, _utc(row.created_at), _number(row.recipients), row.reason) for row in rows
        ]
        _console.result(_console.table(table))


def show(
    issue: IssueArgument,
    config: ConfigOption = None,
    why: Annotated[
        bool, typer.Option("--why", help="For each sentence: the rule that chose it, and its source.")
    ] = False,
    json_: JsonOption = False,
) -> None:
    """Print an issue's sentences in their sections."""
    from digest import issue_json

    found = _issue(issue, config)
    if json_:
        _console.as_json(issue_json.as_dict(found))
        return
    _console.result(f"{found.id}  {found.theme.title}  ({found.as_of})")
    if len(found.story.threads) > 1:
        _console.result("\nthreads")
        paths = {article.id: article.path for article in found.articles}
        for thread in found.story.threads:
            _console.result("  " + ", ".join(paths[article] for article in thread.articles))
    for section, excerpts in _sections(found):
        _console.result(f"\n{section}")
        for excerpt in excerpts:
            _console.result(f"  {excerpt.text}")
            if why:
                _console.result(f"    {_why(found, excerpt)}")


def diff(
    old: Annotated[str, typer.Argument(metavar="OLD", help=NAMED)],
    new: Annotated[str, typer.Argument(metavar="NEW", help="The same.")],
    config: ConfigOption = None,
    json_: JsonOption = False,
) -> None:
    """What NEW prints that OLD did not, and the other way round."""
    before, after = _issue(old, config), _issue(new, config)
    rows = {
        "articles_added": _missing(_articles(after), _articles(before)),
        "articles_removed": _missing(_articles(before), _articles(after)),
        "sentences_added": _missing(_sentences(after), _sentences(before)),
        "sentences_removed": _missing(_sentences(before), _sentences(after)),
    }
    if json_:
        _console.as_json({"old": before.id, "new": after.id, **rows})
        return
    for name, values in rows.items():
        mark = "+" if name.endswith("added") else "-"
        for value in values:
            _console.result(f"{mark} {value}")
    if not any(rows.values()):
        _console.say(f"{before.id} and {after.id} print the same")


def _store(config: Path | None) -> Store:
    from digest import config as configuration
    from digest.store import open_store

    settings = configuration.load(config)
    _console.existing_store(settings)
    return open_store(settings.store.address())


def _issue(name: str, config: Path | None) -> Issue:
    """The issue of that file or folder; of that id, as it was sent, else as it was built."""
    from digest import issue_json
    from digest.store import issues as stored

    file = _issues.file_of(name, config)
    if Path(name).exists():
        return _issues.read(file)
    try:
        store = _store(config)
    except StoreError:
        if file.exists():
            return _issues.read(file)
        raise
    with store:
        row = stored.find_issue(store, name)
        document = stored.document(store, row.key) if row else None
    if row is None and file.exists():
        return _issues.read(file)
    if row is None:
        raise ConfigError(name, "there is no such issue", "see: digest issues list")
    if document is None:
        raise ConfigError(name, f"is {row.state} and was not built: {row.reason or 'no reason yet'}")
    return issue_json.load(document, place=name)


def _sections(issue: Issue) -> Iterator[tuple[str, tuple[Excerpt, ...]]]:
    from digest.model import SECTIONS

    told = ((section, issue.story.excerpts(section)) for section in SECTIONS)
    yield from ((section, excerpts) for section, excerpts in told if excerpts)
    for article in issue.articles:
        yield article.title or article.path, article.key_points


def _why(issue: Issue, excerpt: Excerpt) -> str:
    """``salience  one.txt:120-164  edits: t2s 3, spacing 1  new``."""
    paths = {article.id: article.path for article in issue.articles}
    kinds = [edit.kind for edit in excerpt.edits]
    counted = ", ".join(f"{kind} {kinds.count(kind)}" for kind in dict.fromkeys(kinds))
    place = f"{paths.get(excerpt.article, excerpt.article)}:{excerpt.source.start}-{excerpt.source.end}"
    parts = [excerpt.rule, place, f"edits: {counted}" if counted else "unchanged"]
    return "  ".join([*parts, *(["known from the last issue"] if not excerpt.new else [])])


def _articles(issue: Issue) -> list[str]:
    return [f"{article.path}: {article.title or '(no title)'}" for article in issue.articles]


def _sentences(issue: Issue) -> list[str]:
    return list(dict.fromkeys(excerpt.text for excerpt in issue.excerpts))


def _missing(these: list[str], those: list[str]) -> list[str]:
    """Members of *these* that are not among *those*, in order."""
    known = set(those)
    return [each for each in these if each not in known]


def _row(row: Any) -> dict[str, Any]:
    return {
        "issue": row.id,
        "state": row.state,
        "reason": row.reason,
        "slot": _utc(row.slot) if row.slot is not None else None,
        "made": _utc(row.created_at),
        "recipients": row.recipients,
    }


def _utc(seconds: float) -> str:
    from datetime import UTC, datetime

    return datetime.fromtimestamp(seconds, UTC).isoformat(timespec="seconds").replace("+00:00", "Z")


def _number(count: int | None) -> str:
    return "" if count is None else str(count)
