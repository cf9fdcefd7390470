"""The settings and what each may be. Frozen; an unknown key is refused.

Reading order is the order of the file: `Config` at the end holds the sections.
Every key is described in ``config/digest.toml``, where users meet it first.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import timedelta
from difflib import get_close_matches
from pathlib import Path
from typing import Annotated, Any, Literal
from zoneinfo import ZoneInfo, available_timezones

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, SecretStr, ValidationInfo

from digest import slots
from digest.errors import ConfigError
from digest.model import SECTIONS, UNTITLED, Script, Theme

Count = Annotated[int, Field(ge=1)]
Positive = Annotated[float, Field(gt=0, allow_inf_nan=False)]
Seconds = Annotated[float, Field(ge=0, allow_inf_nan=False)]


def _absolute(value: Any, info: ValidationInfo) -> Any:
    """Paths are relative to the configuration file; an empty one is none at all."""
    if value is None or value == "":
        return None
    base = (info.context or {}).get("base")
    path = Path(value).expanduser() if isinstance(value, str | Path) else value
    return Path(base, path).resolve() if base and isinstance(path, Path) else path


def _zone(name: str) -> str:
    try:
        ZoneInfo(name)
    except (KeyError, ValueError, OSError) as error:
        raise ValueError(f"{name!r} is not an IANA time zone {_near_zone(name)}") from error
    return name


def _near_zone(name: str) -> str:
    """The zone that was meant, as far as its spelling tells; else what one looks like."""
    known = {zone.lower(): zone for zone in available_timezones()}
    near = get_close_matches(name.lower(), known, 1, 0.8)
    return f"(did you mean {known[near[0]]!r}?)" if near else "such as Asia/Shanghai"


def _cron(expression: str) -> str:
    if expression:
        slots.check(expression)
    return expression


def _url(value: str) -> str:
    if value and not re.fullmatch(r"https://[^/\s]+[^\s]*", value):
        raise ValueError(f"{value!r} does not begin with https:// and a host; mail programs follow no other")
    return value if not value or value.endswith("/") else value + "/"


def _one_line(value: str) -> str:
    if any(ord(character) < 32 or ord(character) == 127 for character in value):
        raise ValueError("a line break or control character here could forge a mail header")
    return value


def _section(name: str) -> str:
    known = (*SECTIONS, "articles")
    if name not in known:
        raise ValueError(f"there is no section {name!r}; there are {', '.join(known)}")
    return name


Folder = Annotated[Path, BeforeValidator(_absolute)]
OptionalPath = Annotated[Path | None, BeforeValidator(_absolute)]
Zone = Annotated[str, AfterValidator(_zone)]
Cron = Annotated[str, AfterValidator(_cron)]
Url = Annotated[str, AfterValidator(_url)]
Line = Annotated[str, AfterValidator(_one_line)]
SectionName = Annotated[str, AfterValidator(_section)]


class Settings(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", validate_default=True, hide_input_in_errors=True)


class SeedsSettings(Settings):
    dir: Folder = Path("seeds")
    settle_seconds: Seconds = 5
    """A file is read once it has not changed for so long."""
    scan_seconds: Annotated[float, Field(ge=0.1)] = 30
    """How often the folder is listed; file events only bring a listing forward."""
    max_bytes: Count = 20_000_000


class StoreSettings(Settings):
    url: str = "sqlite:///var/digest.db"
    url_file: OptionalPath = None
    """A file with the URL, for one that holds a password."""

    def address(self) -> str:
        """The URL to open, from ``url_file`` when that is set."""
        return _read_secret(self.url_file, "store.url_file") if self.url_file else self.url


class OutputSettings(Settings):
    dir: Folder = Path("out")
    base_url: Url = ""
    formats: tuple[str, ...] = ("html", "txt", "json")
    templates: OptionalPath = None
    """Your own templates and looks; they are searched before the shipped ones."""


class WebSettings(Settings):
    public_url: Url = ""
    host: str = "127.0.0.1"
    port: Annotated[int, Field(ge=0, le=65535)] = 8080
    secret: SecretStr | None = None
    secret_file: OptionalPath = None
    subscribe: bool = False

    def signing_key(self) -> str | None:
        """The key that signs links of unsubscription; ``None`` to use the one kept in the store."""
        return _secret(self.secret, self.secret_file, "web.secret_file")


class MailSettings(Settings):
    channel: str = "smtp"
    """``smtp``, ``file`` (one message a file, or a maildir), ``apprise`` (chat services)."""
    host: str = "localhost"
    port: Annotated[int, Field(ge=1, le=65535)] = 587
    tls: Literal["starttls", "tls", "none"] = "starttls"
    ca_file: OptionalPath = None
    """Certificates to trust instead of the system's."""
    user: str = ""
    auth: Literal["password", "xoauth2"] = "password"
    password: SecretStr | None = None
    password_file: OptionalPath = None
    token: SecretStr | None = None
    token_file: OptionalPath = None
    sender: Line = "digest <digest@localhost>"
    reply_to: Line = ""
    list_id: Line = ""
    """"" for ``<slug>.<domain of the sender>``."""
    unsubscribe: Line = ""
    """Address of ``mailto:`` unsubscriptions; "" for the sender's."""
    connections: Annotated[int, Field(ge=1, le=1000)] = 8
    messages_per_connection: Count = 100
    pipelining: bool = True
    rate: Annotated[float, Field(ge=0, allow_inf_nan=False)] = 0
    timeout_seconds: Positive = 60
    attempts: Annotated[int, Field(ge=1, le=100)] = 6
    backoff_seconds: Positive = 30
    backoff_cap_seconds: Positive = 900
    on_doubt: Literal["resend", "park"] = "resend"
    dkim_domain: Line = ""
    """"" for the sender's."""
    dkim_selector: Line = ""
    dkim_key_file: OptionalPath = None
    folder: OptionalPath = None
    """Of the ``file`` channel; ``mail/`` in the output folder when left out."""
    layout: Literal["eml", "maildir"] = "eml"
    urls_file: OptionalPath = None
    """One address of a chat service a line: they hold tokens, so they never stand in this file."""

    def secret(self) -> str | None:
        """The password, from the environment or ``password_file``; ``None`` without either."""
        return _secret(self.password, self.password_file, "mail.password_file")

    def access_token(self) -> str | None:
        """The token of XOAUTH2; read anew each time, for it lives an hour."""
        return _secret(self.token, self.token_file, "mail.token_file")

    def urls(self) -> tuple[str, ...]:
        """The chat services of ``urls_file``. Raises `ConfigError` when it cannot be read."""
        return _entries(self.urls_file, "mail.urls_file")


class ServiceSettings(Settings):
    host: str = "127.0.0.1"
    port: Annotated[int, Field(ge=0, le=65535)] = 0
    """Of ``/healthz``, ``/readyz`` and ``/metrics``; 0 for none."""
    grace_seconds: Seconds = 10
    """How long a stop may wait for what is in flight."""
    log: Literal["auto", "json", "text"] = "auto"
    workers: bool = False
    """Preparing and sending are left to ``digest worker`` processes; needs PostgreSQL."""


class ThemeSettings(Settings):
    slug: Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=64)] = "digest"
    title: Line = ""
    """"" for 文摘, or Digest over English headings."""
    subtitle: Line = ""
    query: tuple[str, ...] = ()
    key_points: Annotated[int, Field(ge=1, le=20)] = 3
    method: str = "salience"
    budget: Annotated[int | None, Field(ge=20)] = None
    """Most characters that the key points of one article may take together."""
    sections: tuple[SectionName, ...] = (*SECTIONS, "articles")
    aliases: tuple[tuple[str, ...], ...] = ()
    aliases_file: OptionalPath = None
    look: str = "paper"
    accent: Annotated[str, Field(pattern=r"^(#[0-9a-fA-F]{6})?$")] = ""
    schedule: Cron = ""
    """Cron, five fields; "" for a theme that is only built by hand."""
    timezone: Zone | None = None
    catch_up: Literal["latest", "all", "none"] = "latest"
    grace_seconds: Seconds = 0
    """A slot later than this is skipped, not caught up; 0 for no limit."""
    min_new_articles: Annotated[int, Field(ge=0)] = 1
    to: tuple[str, ...] = ()
    recipients_file: OptionalPath = None

    def theme(self) -> Theme:
        """What the stages see of it. Reads ``aliases_file``; raises `ConfigError` when that fails."""
        return Theme(
            slug=self.slug,
            title=self.title,
            subtitle=self.subtitle,
            query=self.query,
            key_points=self.key_points,
            method=self.method,
            sections=self.sections,
            aliases=(*self.aliases, *_aliases(self.aliases_file)),
            look=self.look,
            accent=self.accent,
            budget=self.budget,
        )

    def recipients(self) -> tuple[str, ...]:
        """Addresses of ``to`` and of ``recipients_file``, as written, in order, each once.

        Raises `ConfigError` when the file cannot be read.
        """
        return tuple(dict.fromkeys((*self.to, *_entries(self.recipients_file, "recipients_file"))))


class Config(Settings):
    """Everything digest is told. ``file`` is where from, ``None`` for the built-in defaults."""

    language: Literal["zh-Hans", "zh-Hant", "en"] = "zh-Hans"
    script: Script = "simplified"
    timezone: Zone = "UTC"
    seeds: SeedsSettings = SeedsSettings()
    store: StoreSettings = StoreSettings()
    output: OutputSettings = OutputSettings()
    web: WebSettings = WebSettings()
    mail: MailSettings = MailSettings()
    service: ServiceSettings = ServiceSettings()
    themes: Annotated[tuple[ThemeSettings, ...], Field(json_schema_extra={"minItems": 1})] = (
        ThemeSettings(),
    )

    _file: Path | None = None
    _place: Callable[[tuple[str | int, ...]], str] | None = None
    _origin: Callable[[tuple[str | int, ...]], str] | None = None

    @property
    def file(self) -> Path | None:
        return self._file

    def place(self, *path: str | int) -> str:
        """Where a setting stands: ``file:line``, or the variable that sets it; "" when no file was read."""
        return self._place(path) if self._place else ""

    def origin(self, *path: str | int) -> str:
        """What sets it: ``line 12`` of the file, or a variable; "" for a default."""
        return self._origin(path) if self._origin else ""

    @property
    def templates(self) -> Path | None:
        """The user's own templates and looks."""
        return self.output.templates

    def headings(self, articles: Iterable[str]) -> str:
        """The language of headings and labels, given the *articles'* languages: as configured.

        Without a file and a variable that is the language of most of them: a page
        of English articles under Chinese headings is of use to nobody.
        """
        languages = list(articles)
        if self.file or "language" in self.model_fields_set or languages.count("zh") * 2 >= len(languages):
            return self.language
        return "en"

    def archive_url(self, issue_id: str) -> str | None:
        """Where the archive shows an issue; ``None`` without an https ``output.base_url``."""
        base = self.output.base_url
        return f"{base}{issue_id}/" if base.startswith("https:") else None

    def theme(self, slug: str | None = None) -> ThemeSettings:
        """The theme of that slug, or the first. Raises `ConfigError` that lists the themes."""
        for settings in self.themes:
            if slug is None or settings.slug == slug:
                return settings
        known = ", ".join(settings.slug for settings in self.themes)
        raise ConfigError(f"theme {slug!r}", "there is none of that slug", f"use one of {known}")

    def titles(self) -> dict[str, str]:
        """What each theme is called, by its slug, in their order."""
        return {each.slug: each.title or UNTITLED[self.language] for each in self.themes}

    def configured(self, slug: str) -> Theme | None:
        """What ``issue.json`` does not hold of a theme: look, accent, sections; None of one that is gone."""
        return next((settings.theme() for settings in self.themes if settings.slug == slug), None)

    def zone(self, settings: ThemeSettings) -> ZoneInfo:
        """The time zone in which a theme's schedule is read."""
        return ZoneInfo(settings.timezone or self.timezone)

    def schedule(self, settings: ThemeSettings) -> slots.Schedule | None:
        """When a theme is due; ``None`` when it is only made by hand."""
        if not settings.schedule:
            return None
        grace = timedelta(seconds=settings.grace_seconds)
        return slots.Schedule(settings.schedule, self.zone(settings), settings.catch_up, grace)


def _secret(value: SecretStr | None, file: Path | None, key: str) -> str | None:
    if value and value.get_secret_value():
        return value.get_secret_value()
    return _read_secret(file, key) if file else None


def _read_secret(file: Path, key: str) -> str:
    try:
        return file.read_text("utf-8").strip()
    except (OSError, UnicodeDecodeError) as error:
        remedy = "make it, readable by this user, or leave the key out"
        raise ConfigError(f"{key} {file}", f"cannot be read: {_why(error)}", remedy) from error


def _entries(file: Path | None, key: str) -> tuple[str, ...]:
    """The lines of a list file: blank lines and those that begin with ``#`` are left out."""
    if file is None:
        return ()
    try:
        text = file.read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        remedy = "make it, one entry a line, or leave the key out"
        raise ConfigError(f"{key} {file}", f"cannot be read: {_why(error)}", remedy) from error
    stripped = (line.strip() for line in text.splitlines())
    return tuple(line for line in stripped if line and not line.startswith("#"))


def _aliases(file: Path | None) -> tuple[tuple[str, ...], ...]:
    """Spellings of one name a line, joined by ``=``: ``萨姆·奥尔特曼 = Sam Altman = 奥特曼``."""
    rows = (tuple(part.strip() for part in entry.split("=")) for entry in _entries(file, "aliases_file"))
    return tuple(tuple(spelling for spelling in row if spelling) for row in rows)


def _why(error: OSError | UnicodeDecodeError) -> str:
    return error.strerror or str(error) if isinstance(error, OSError) else "it is not UTF-8"
