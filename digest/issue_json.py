"""``issue.json``, the contract other programs rely on: an `Issue` to text and back.

The schema is ``digest-issue/1``. The same issue gives the same bytes: keys in
the order of the contract, two spaces, no escapes, one final line end.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import MISSING, fields, is_dataclass, replace
from functools import cache
from types import UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from digest.errors import ConfigError
from digest.model import SECTIONS, Account, Issue, IssueArticle, IssueId, Skipped, Story, Theme

SCHEMA = "digest-issue/1"


def dump(issue: Issue) -> str:
    """The text of ``issue.json``."""
    return json.dumps(as_dict(issue), ensure_ascii=False, indent=2) + "\n"


def as_dict(issue: Issue) -> dict[str, Any]:
    """The issue as plain dictionaries and lists, in the contract's order."""
    return {
        "schema": SCHEMA,
        "id": issue.id,
        "theme": {"slug": issue.theme.slug, "title": issue.theme.title},
        "language": issue.language,
        "as_of": issue.as_of,
        "since": issue.since,
        "articles": _plain(issue.articles),
        "unassigned": _plain(issue.unassigned),
        "skipped": _plain(issue.skipped),
        "sections": {name: _plain(getattr(issue.story, name)) for name in SECTIONS},
        "threads": _plain(issue.story.threads),
    }


def load(text: str, theme: Theme | None = None, place: str = "issue.json") -> Issue:
    """Read ``issue.json`` back. *theme* restores what the file does not hold (look, accent, sections).

    Raises `ConfigError` that names *place* when the text is no issue of this schema.
    """
    try:
        data = json.loads(text)
        if data["schema"] != SCHEMA:
            raise ConfigError(place, f"schema {data['schema']!r}", f"this version reads {SCHEMA!r}")
        named = Theme(slug=data["theme"]["slug"], title=data["theme"]["title"])
        return Issue(
            id=IssueId(data["id"]),
            theme=replace(theme, slug=named.slug, title=named.title) if theme else named,
            language=data["language"],
            as_of=data["as_of"],
            since=data["since"],
            articles=_made(tuple[IssueArticle, ...], data["articles"]),
            unassigned=_made(tuple[Skipped, ...], data["unassigned"]),
            skipped=_made(tuple[Skipped, ...], data["skipped"]),
            story=_made(Story, {**data["sections"], "threads": data.get("threads", [])}),
        )
    except (ValueError, KeyError, TypeError) as error:
        fact = f"no {SCHEMA} file ({type(error).__name__}: {error})"
        raise ConfigError(place, fact, "name an index.json that digest build wrote") from error


def _plain(value: Any) -> Any:
    if isinstance(value, Account):
        return {"lines": [value.first, value.last], "reason": value.reason}
    if is_dataclass(value):
        return {each.name: _plain(getattr(value, each.name)) for each in fields(value)}
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    if isinstance(value, Mapping):
        return {key: value[key] for key in sorted(value)}
    return value


def _made(kind: Any, value: Any) -> Any:
    """*value* as an instance of the annotation *kind*; raises KeyError or TypeError where it does not fit."""
    origin = get_origin(kind)
    if origin in (Union, UnionType):
        return (
            None
            if value is None
            else _made(next(arm for arm in get_args(kind) if arm is not type(None)), value)
        )
    if origin is tuple:
        return tuple(_made(get_args(kind)[0], each) for each in value)
    if kind is Account:
        return Account(
            first=value["lines"][0], last=value["lines"][1], fate="removed", reason=value["reason"]
        )
    if isinstance(kind, type) and is_dataclass(kind):
        # An issue of an earlier version lacks what came later.
        later = {each.name for each in fields(kind) if each.default is not MISSING or kind is Story}
        known = {name: hint for name, hint in _hints(kind).items() if name in value or name not in later}
        return kind(**{name: _made(hint, value[name]) for name, hint in known.items()})
    return _checked(kind, value)


def _checked(kind: Any, value: Any) -> Any:
    if get_origin(kind) is Literal:
        if value not in get_args(kind):
            raise TypeError(f"{value!r} is none of {get_args(kind)}")
    elif get_origin(kind) is None:
        plain = getattr(kind, "__supertype__", kind)
        if not isinstance(value, plain):
            raise TypeError(f"{value!r} is not {plain.__name__}")
    return value


@cache
def _hints(kind: Any) -> dict[str, Any]:
    return get_type_hints(kind)
