"""What is wrong with a project before it runs: every problem, named at once. Writes and sends nothing.

`digest.config` has already judged each key; this looks at what the keys point to.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path

from pydantic import BaseModel

from digest import intake
from digest.config import Config, ThemeSettings
from digest.errors import ConfigError, DigestError
from digest.model import Skipped


def problems(config: Config) -> Iterator[DigestError]:
    """In the order of the configuration: folders, secrets, output, mail, then each theme."""
    yield from _folders(config)
    yield from _names(config)
    yield from _placed(config.place("store", "url"), partial(_address_of_store, config))
    yield from _single_underscores(config, os.environ)
    for read in (config.mail.secret, config.mail.access_token, config.web.signing_key):
        yield from _raised(read)
    yield from _raised(config.mail.urls)
    yield from _mail(config)
    for number, theme in enumerate(config.themes):
        yield from _theme(config, number, theme)


NETWORK = frozenset({"nfs", "nfs4", "cifs", "smb3", "smbfs", "9p", "afs", "ceph", "glusterfs", "fuse.sshfs"})
"""File systems over which SQLite's locks do not hold."""


def network_mount(path: Path, mounts: str) -> str:
    """The kind of network file system that *path* lies on; "" for a local one. Pure.

    *mounts* is the text of ``/proc/mounts``, "" where there is none.
    """
    kinds = {}
    for line in mounts.splitlines():
        fields = line.split(" ")
        if len(fields) > 2:
            kinds[Path(fields[1].replace("\\040", " "))] = fields[2]
    nearest = next((place for place in (path, *path.parents) if place in kinds), None)
    kind = kinds[nearest] if nearest else ""
    return kind if kind in NETWORK else ""


def _address_of_store(config: Config) -> None:
    from digest.store.database import check_address

    check_address(config.store.address())


def _single_underscores(config: Config, environ: Mapping[str, str]) -> Iterator[DigestError]:
    """``DIGEST_MAIL_HOST`` would be ignored in silence: between section and key stand two.

    Not so DIGEST_SERVICE_.. and addresses, which Kubernetes sets where a service is called digest.
    """
    sections = {name: type(value).model_fields for name, value in config if isinstance(value, BaseModel)}
    for name, value in environ.items():
        section, _, key = name.removeprefix("DIGEST_").lower().partition("_")
        ours = name.startswith("DIGEST_") and key in sections.get(section, ()) and section != "service"
        if ours and ("://" not in value or key.endswith("url")):
            meant = f"DIGEST_{section}__{key}".upper()
            yield ConfigError(f"environment {name}", "is not read", f"did you mean {meant}?")


def store_place(config: Config) -> Iterator[DigestError]:
    """SQLite on a share works until two machines write at once; then it is too late to say so."""
    url = config.store.address()
    mounts = Path("/proc/mounts")
    if not url.startswith("sqlite:///") or not mounts.exists():
        return
    place = Path(url.removeprefix("sqlite:///"))
    if kind := network_mount(place, mounts.read_text("utf-8", "surrogateescape")):
        fact = f"lies on a network file system ({kind}), where SQLite's locks do not hold"
        yield ConfigError(f"store.url {place}", fact, "keep it on a local disk, or use PostgreSQL")


def blocking(config: Config) -> Iterator[DigestError]:
    """Those without which a service cannot start; a folder may still appear while it runs."""
    yield from _names(config)
    yield from _raised(config.store.address)
    for number, theme in enumerate(config.themes):
        yield from _placed(config.place("themes", number, "aliases_file"), theme.theme)
        yield from _placed(config.place("themes", number, "recipients_file"), theme.recipients)


def _folders(config: Config) -> Iterator[DigestError]:
    seeds = config.seeds.dir
    if not intake.is_folder(seeds):
        yield ConfigError(f"seeds.dir {seeds}", "there is no such folder", "make it, or name another")
    elif not os.access(seeds, os.R_OK | os.X_OK):
        yield ConfigError(f"seeds.dir {seeds}", "it may not be read", "give read access to this user")
    else:
        yield from _closed(seeds)
    places = [("output.dir", config.output.dir)]
    if config.store.address().startswith("sqlite:///"):
        places.append(("store.url", Path(config.store.address().removeprefix("sqlite:///")).parent))
    for key, folder in places:
        if not os.access(_existing(folder), os.W_OK | os.X_OK):
            yield ConfigError(
                f"{key} {folder}", "it may not be written", "give write access, or name another"
            )
    yield from store_place(config)
    if config.templates and not config.templates.is_dir():
        fact = "there is no such folder"
        yield ConfigError(
            f"output.templates {config.templates}", fact, "leave the key out for the shipped ones"
        )


def _closed(seeds: Path) -> Iterator[DigestError]:
    """Folders inside that this user may not enter: what lies there would be missed in silence."""
    for row in intake.walk([seeds]):
        if isinstance(row, Skipped) and row.reason.startswith(intake.UNREADABLE_FOLDER):
            yield ConfigError(f"{seeds}/{row.path}", row.reason, "give read access to this user")


def _names(config: Config) -> Iterator[DigestError]:
    """Plug-ins that the configuration names must exist."""
    from digest.delivery import CHANNELS
    from digest.summarizers import METHODS

    yield from _placed(config.place("mail", "channel"), lambda: CHANNELS.get(config.mail.channel))
    for name in config.output.formats:
        yield from _placed(config.place("output", "formats"), partial(check_format, name))
    for number, theme in enumerate(config.themes):
        place = config.place("themes", number, "method")
        yield from _placed(place, partial(_known, METHODS.names(), theme.method))


def check_format(name: str) -> None:
    """Raises `ConfigError`, which lists the formats there are, when none is called *name*."""
    from digest.rendering import WRITERS

    known = sorted({*WRITERS.names(), "eml"})
    if name not in known:
        raise ConfigError(f"format {name!r}", "there is none of that name", f"use one of {', '.join(known)}")


def _mail(config: Config) -> Iterator[DigestError]:
    """What a message is made with: else it is missed when the first one is due."""
    from digest.delivery.address import normalise
    from digest.delivery.smtp.connection import Server
    from digest.mailing.sending import signer

    mail = config.mail
    yield from _address(f"{config.place('mail', 'sender')}: mail.sender", mail.sender)
    if mail.unsubscribe:
        place = f"{config.place('mail', 'unsubscribe')}: mail.unsubscribe"
        yield from _placed(place, lambda: normalise(mail.unsubscribe))
    yield from _raised(lambda: signer(mail))
    if mail.ca_file:
        yield from _raised(lambda: Server(mail).context)


def _known(names: tuple[str, ...], name: str) -> None:
    if name not in names:
        raise ConfigError(f"method {name!r}", "there is none of that name", "use one of " + ", ".join(names))


def _theme(config: Config, number: int, settings: ThemeSettings) -> Iterator[DigestError]:
    """Its files can be read, its addresses are addresses, and its look renders a sample."""
    yield from _placed(config.place("themes", number, "aliases_file"), settings.theme)
    addresses = settings.to
    try:
        addresses = settings.recipients()
    except DigestError as error:
        yield _at(config.place("themes", number, "recipients_file"), error)
    for address in addresses:
        key = "to" if address in settings.to else "recipients_file"
        yield from _address(f"{config.place('themes', number, key)}: recipients of {settings.slug}", address)
    yield from _look(config, number, settings)


def _look(config: Config, number: int, settings: ThemeSettings) -> Iterator[DigestError]:
    """Its templates render a sample that is fit to be sent."""
    from digest.rendering import checking

    templates = config.templates if config.templates and config.templates.is_dir() else None
    try:
        findings = checking.check(settings.look, templates, settings.accent)
    except ConfigError as error:
        yield _at(config.place("themes", number, "look"), error)
        return
    except DigestError as error:
        yield error
        return
    for finding in findings:
        place = f"look {settings.look!r} of {settings.slug}"
        yield ConfigError(place, f"{finding.where}: {finding.fact}", "see: digest themes check")


def _raised(attempt: Callable[[], object]) -> Iterator[DigestError]:
    try:
        attempt()
    except DigestError as error:
        yield error


def _placed(place: str, attempt: Callable[[], object]) -> Iterator[DigestError]:
    """The same, saying where the setting stands."""
    for error in _raised(attempt):
        yield _at(place, error)


def _at(place: str, error: DigestError) -> DigestError:
    return type(error)(f"{place}: {error.place}" if place else error.place, error.fact, error.remedy)


def _address(place: str, text: str) -> Iterator[DigestError]:
    from digest.delivery.address import sender

    for error in _raised(lambda: sender(text)):
        yield type(error)(f"{place}: {error.place!r}", error.fact, error.remedy)


def _existing(folder: Path) -> Path:
    """The folder, or the nearest one above it that is there already."""
    return next(place for place in (folder, *folder.parents) if place.exists())
