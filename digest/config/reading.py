"""From a TOML file and the environment to a `Config`, or to every problem there is."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import Any, get_args

from pydantic import BaseModel, ValidationError

from digest.config import InvalidConfig, environment, folders, places
from digest.config.settings import Config
from digest.errors import ConfigError

SECRETS = (("mail", "password"), ("mail", "token"), ("web", "secret"))
"""Never written in the file: from the environment, or from the file that ``<key>_file`` names."""


def read(file: Path | None, environ: Mapping[str, str]) -> Config:
    """Raises `InvalidConfig`; a path in *file* is relative to its folder, all others to this one."""
    text, data = _parse(file)
    reader = _Reader(file, places.lines(text), data)
    reader.refuse_secrets()
    folders.fill_in(data, reader.base)
    reader.override(environ)
    return reader.validate()


def _parse(file: Path | None) -> tuple[str, dict[str, Any]]:
    if file is None:
        return "", {}
    try:
        text = file.read_bytes().decode("utf-8-sig").replace("\r\n", "\n")
        return text, folders.parse(text)
    except tomllib.TOMLDecodeError as error:
        twice = "twice" in str(error) or "overwrite" in str(error)
        remedy = "keep one of the two" if twice else "text values need quotes, lists need [ ]"
        raise _single(file, f"not valid TOML: {error}", remedy) from error
    except UnicodeDecodeError as error:
        raise _single(file, f"not UTF-8 (byte {error.start})", "save it as UTF-8") from error
    except OSError as error:
        raise _single(file, f"cannot be read: {error.strerror}") from error


def _single(file: Path, fact: str, remedy: str = "") -> InvalidConfig:
    return InvalidConfig(str(file), (ConfigError(str(file), fact, remedy),))


class _Reader:
    def __init__(self, file: Path | None, lines: dict[places.Path, int], data: dict[str, Any]) -> None:
        self.file, self.lines, self.data = file, lines, data
        self.base = file.parent if file else Path.cwd()
        self.variables: dict[places.Path, str] = {}
        self.problems: list[tuple[int, ConfigError]] = []

    def refuse_secrets(self) -> None:
        for section, key in SECRETS:
            table = self.data.get(section)
            if isinstance(table, dict) and key in table:
                del table[key]
                variable = f"DIGEST_{section}__{key}".upper()
                remedy = f"name a file in {section}.{key}_file or set {variable}"
                self.problem((section, key), f"{section}.{key} is a secret and does not belong here", remedy)

    def override(self, environ: Mapping[str, str]) -> None:
        for path, (variable, value) in environment.overrides(environ).items():
            try:
                self.variables[environment.apply(self.data, path, value)] = variable
            except LookupError:
                if not self.data.get("themes", True):
                    del self.data["themes"]
                self.problems.append((0, ConfigError(f"environment {variable}", *self._unknown(path))))

    def validate(self) -> Config:
        store = self.data.get("store")
        if isinstance(store, dict) and isinstance(store.get("url"), str):
            store["url"] = folders.absolute_url(store["url"], self.base)
        config = None
        try:
            config = Config.model_validate(self.data, context={"base": self.base})
        except ValidationError as error:
            for found in error.errors(include_url=False, include_input=False):
                self.problem(*self._explain(found["loc"], found["type"], found["msg"]))
        for path, fact, remedy in _contradictions(config):
            self.problem(path, fact, remedy)
        if self.problems or config is None:
            ordered = sorted(self.problems, key=lambda row: row[0])
            place = str(self.file) if self.file else "environment"
            raise InvalidConfig(place, tuple(problem for _, problem in ordered))
        config._file, config._place, config._origin = self.file, self.place, self.origin
        return config

    def problem(self, path: places.Path, fact: str, remedy: str = "") -> None:
        line = places.line_of(path, self.lines)
        self.problems.append((line or 0, ConfigError(self.place(path), fact, remedy)))

    def place(self, path: places.Path) -> str:
        """``file:line`` of a setting, or the variable that sets it."""
        if variable := self._variable(path):
            return f"environment {variable}"
        line = places.line_of(path, self.lines)
        return f"{self.file or 'built-in defaults'}" + (f":{line}" if line else "")

    def origin(self, path: places.Path) -> str:
        """The variable or the line of the file that sets exactly *path*; "" for a default."""
        for at, name in self.variables.items():
            if path[: len(at)] == at:
                return name
        return f"line {self.lines[path]}" if path in self.lines else ""

    def _variable(self, path: places.Path) -> str | None:
        """The variable that set *path*, or, when the file knows nothing of it, something inside it."""
        for at, name in self.variables.items():
            if path[: len(at)] == at or (at[: len(path)] == path and path not in self.lines):
                return name
        return None

    def _explain(self, loc: places.Path, kind: str, message: str) -> tuple[places.Path, str, str]:
        if kind == "extra_forbidden":
            return (loc, *self._unknown(loc))
        if kind == "missing":
            return loc, f"{_dotted(loc)} is missing", ""
        if kind == "string_pattern_mismatch":
            return loc, f"{_dotted(loc)} is not of the form it needs", _FORMS.get(str(loc[-1]), message)
        if kind == "model_type":
            return loc, f"{_dotted(loc)} is not a table", f"write its keys below a line [{loc[0]}]"
        if loc == ("themes",):
            return loc, "themes are written with two brackets", "begin each with a line [[themes]]"
        if kind in _KINDS:
            return loc, f"{_dotted(loc)} is not {_KINDS[kind][0]}", f"write {_KINDS[kind][1]}"
        return loc, f"{_dotted(loc)}: {_plain(message)}", ""

    def _unknown(self, path: places.Path) -> tuple[str, str]:
        """Fact and remedy for a key that there is not: a near one here, or the same one elsewhere."""
        known = _keys_at(path[:-1])
        key = str(path[-1])
        if path[0] == "themes" and len(path) > 1 and isinstance(path[1], str):
            rows = [row for row in self.data.get("themes") or () if isinstance(row, dict)]
            slugs = ", ".join(str(row["slug"]) for row in rows if row.get("slug"))
            return f"there is no theme {path[1]!r}", f"use one of: {slugs}" if slugs else ""
        if (meant := _MEANT.get(key)) in known:
            return f"{_dotted(path)} is not a setting", f"did you mean {meant!r}?"
        if near := get_close_matches(key, known, 1, 0.6):
            return f"{_dotted(path)} is not a setting", f"did you mean {near[0]!r}?"
        if elsewhere := [other for other in _all_keys() if other.rpartition(".")[2] == key]:
            return f"{_dotted(path)} is not a setting", _elsewhere(elsewhere)
        return f"{_dotted(path)} is not a setting", "there are: " + ", ".join(known) if known else ""


_KINDS = dict.fromkeys(("int_type", "int_parsing", "int_from_float"), ("a whole number", "digits alone"))
_KINDS |= dict.fromkeys(("float_type", "float_parsing"), ("a number", "digits alone"))
_KINDS |= dict.fromkeys(("bool_type", "bool_parsing"), ("true or false", "one of the two, without quotes"))
_KINDS |= {
    "tuple_type": ("a list", 'it in brackets: ["one", "two"]'),
    "string_type": ("text", "it in quotes"),
}
"""pydantic's kinds of wrong type, in the words of a TOML file: what is wanted, and how to write it."""

_MEANT = {
    "server": "host",
    "smtp_host": "host",
    "smtp_server": "host",
    "from": "sender",
    "from_address": "sender",
    "username": "user",
    "login": "user",
    "ssl": "tls",
    "security": "tls",
    "smtp": "mail",
    "email": "mail",
    "database": "store",
    "theme": "themes",
    "recipients": "to",
    "readers": "to",
    "subscribers": "to",
    "cron": "schedule",
    "time": "schedule",
    "at": "schedule",
    "name": "title",
    "keywords": "query",
    "terms": "query",
    "template": "look",
    "color": "accent",
    "colour": "accent",
    "folder": "dir",
    "path": "dir",
    "tz": "timezone",
    "time_zone": "timezone",
    "lang": "language",
}
"""What other programs call a setting. Tried before what is spelt like it: server is not sender."""

_FORMS = {
    "slug": "use small letters, digits and single hyphens, e.g. 'openai-safety'",
    "accent": "write a colour as '#rrggbb'",
}


def _contradictions(config: Config | None) -> Iterator[tuple[places.Path, str, str]]:
    """What no single key shows: found only once every key is right by itself."""
    if config is None:
        return
    if not config.themes:  # pydantic's own check would also complain where a theme is merely wrong
        yield ("themes",), "there is no theme", "write a [[themes]] block, or leave the key out"
    slugs = [theme.slug for theme in config.themes]
    for index, slug in enumerate(slugs):
        if slug in slugs[:index]:
            yield ("themes", index, "slug"), f"two themes have the slug {slug!r}", "each needs its own"
    loopback = config.mail.host in ("localhost", "127.0.0.1", "::1")
    if config.mail.tls == "none" and not loopback:
        fact = f"mail.tls = 'none' would send mail and password to {config.mail.host} in clear"
        yield ("mail", "tls"), fact, "use 'starttls' or 'tls'; 'none' is for a server on this machine"
    state = folders.sqlite_path(config.store.url)
    if state and config.seeds.dir in state.parents:
        fact = f"store.url lies inside seeds.dir ({config.seeds.dir})"
        yield ("store", "url"), fact, "keep the state outside the folder that is watched"
    if config.output.dir == config.seeds.dir or config.seeds.dir in config.output.dir.parents:
        fact = f"output.dir lies inside seeds.dir ({config.seeds.dir})"
        yield ("output", "dir"), fact, "or the digest would be read as an article tomorrow"
    if config.service.workers and state:
        fact = "service.workers needs a store that other machines can reach"
        yield ("service", "workers"), fact, "set store.url to postgresql://..., or workers to false"
    if config.mail.backoff_seconds > config.mail.backoff_cap_seconds:
        fact = "mail.backoff_seconds is longer than mail.backoff_cap_seconds"
        yield ("mail", "backoff_seconds"), fact, "the first wait is the shortest"


def _dotted(path: places.Path) -> str:
    """``themes[0].slug``: as a user would say it, themes counted from 0 as in the environment."""
    text = ""
    for step in path:
        text += f"[{step}]" if isinstance(step, int) else f".{step}" if text else step
    return text


def _elsewhere(places: list[str]) -> str:
    whole = [place for place in places if "." not in place]
    if whole:
        return f"{whole[0]} stands above the first [section]: it is of the whole file"
    return "there is " + " and ".join(places)


def _plain(message: str) -> str:
    """pydantic's sentence without its preamble."""
    text = message.removeprefix("Value error, ").removeprefix("Input ")
    return text[:1].lower() + text[1:]


def _model_at(path: places.Path) -> type[BaseModel] | None:
    model: type[BaseModel] = Config
    for step in path:
        if isinstance(step, int):
            continue
        field = model.model_fields.get(step)
        candidates = (field.annotation, *get_args(field.annotation)) if field else ()
        nested = next((c for c in candidates if isinstance(c, type) and issubclass(c, BaseModel)), None)
        if nested is None:
            return None
        model = nested
    return model


def _keys_at(path: places.Path) -> list[str]:
    model = _model_at(path)
    return list(model.model_fields) if model else []


def _all_keys() -> Iterator[str]:
    for section in Config.model_fields:
        yield section
        yield from (f"{section}.{key}" for key in _keys_at((section,)))
