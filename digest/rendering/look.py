"""A look: a folder with ``look.toml``, ``style.css`` and templates, each of which may be left out.

What a look leaves out it takes from its ``base``, and that from its own, down
to ``plain``, which has everything. A user's folder of templates is searched
first: it may hold whole looks, and loose templates that go before any look's.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from digest.errors import ConfigError
from digest.rendering.colour import colour, contrast, luminance, mix, readable
from digest.rendering.stylesheet import Css, Sheet, cascade, compiled, parse
from digest.shipped import shipped

GROUND = "plain"
"""The look at the bottom of every chain."""

_TABLES = ("look", "light", "dark", "fonts", "sizes")


@dataclass(frozen=True, slots=True)
class Look:
    """``light`` and ``dark`` are tokens of colour and size; ``folders`` hold the templates, nearest first."""

    name: str
    title: str
    folders: tuple[Path, ...]
    home: Path
    light: Mapping[str, str]
    dark: Mapping[str, str]
    fonts: Mapping[str, str]
    sheet: Sheet

    @property
    def bases(self) -> tuple[str, ...]:
        """The names of the looks it is built on, nearest first."""
        chain = [folder for folder in self.folders if (folder / "look.toml").is_file()]
        return tuple(folder.name for folder in chain[1:])

    def of(self, templates: Path | None) -> bool:
        """Whether it lies in a user's folder of templates."""
        return templates is not None and templates in self.home.parents

    def css(self, language: str) -> Css:
        """The styles for a page in *language*, which chooses fonts and line heights."""
        light, dark = self.tokens(language), self.tokens(language, night=True)
        return compiled(self.sheet, light, dark, f"{self.name}/style.css")

    def tokens(self, language: str, *, night: bool = False) -> dict[str, str]:
        """Every variable that ``style.css`` may name."""
        fonts = {
            name: self.fonts.get(f"{name}-{language}", family)
            for name, family in self.fonts.items()
            if "-" not in name
        }
        # 16 px of Han characters, which fill their squares, want more air than 16 px of Latin.
        leading = {"leading": "28px", "leading-small": "24px"}
        if not language.startswith("zh"):
            leading = {"leading": "26px", "leading-small": "22px"}
        return {**(self.dark if night else self.light), **fonts, **leading}


def names(templates: Path | None = None) -> tuple[str, ...]:
    """The looks there are, a user's own among them, in alphabetical order."""
    homes = [shipped("templates"), *([templates] if templates else [])]
    found = {file.parent.name for home in homes for file in home.glob("*/look.toml")}
    return tuple(sorted(found))


def load(name: str, templates: Path | None = None, accent: str = "") -> Look:
    """The look *name*, with another *accent* when one is given. Raises `ConfigError` that lists the looks."""
    chain = _chain(name, templates)
    settings = [_read(folder) for folder in chain]
    light: dict[str, str] = {}
    dark: dict[str, str] = {}
    fonts: dict[str, str] = {}
    for folder, found in zip(reversed(chain), reversed(settings), strict=True):
        sizes = {key: str(value) for key, value in found.get("sizes", {}).items()}
        day, night = _colours(found, "light", folder), _colours(found, "dark", folder)
        if "accent" in day and "accent" not in night and light:
            # One changed token is enough: what belongs to an accent follows it.
            light, dark = _accented(light, light | dark, day["accent"])
        light |= sizes | day
        dark |= sizes | night
        fonts |= found.get("fonts", {})
    if accent:
        light, dark = _accented(light, light | dark, colour(accent, "accent"))
    sheets = [
        parse(file.read_text("utf-8"), str(file))
        for folder in reversed(chain)
        if (file := folder / "style.css").is_file()
    ]
    return Look(
        name=name,
        title=settings[0].get("look", {}).get("title", name),
        folders=_searched(chain, templates),
        home=chain[0],
        light=light,
        dark=light | dark,
        fonts=fonts,
        sheet=cascade(sheets),
    )


def starter(name: str, base: Look) -> str:
    """The ``look.toml`` of a new look: its base's tokens, all but the accent commented out."""
    written = [
        f"# Built on {base.name!r}: what is not said here, and every template that is not",
        "# in this folder, comes from there. Tint, band, bars and the dark accent follow",
        "# the accent until they are given. See templates/README.md for the blocks.",
        "[look]",
        f'title = "{name.replace("-", " ").capitalize()}"',
        f'base = "{base.name}"',
    ]
    for scheme, tokens in (("light", base.light), ("dark", base.dark)):
        colours = {token: value for token, value in tokens.items() if value.startswith("#")}
        written += ["", f"[{scheme}]"]
        written += [
            f'{"" if (scheme, token) == ("light", "accent") else "# "}{token} = "{value}"'
            for token, value in colours.items()
        ]
    sizes = {token: value for token, value in base.light.items() if not value.startswith("#")}
    written += ["", "[sizes]", *(f'# {token} = "{value}"' for token, value in sizes.items())]
    return "\n".join(written) + "\n"


def _searched(chain: list[Path], templates: Path | None) -> tuple[Path, ...]:
    """Where templates are looked for: a user's own look, the user's loose templates, then the rest."""
    if templates is None:
        return tuple(chain)
    own = [folder for folder in chain[:1] if templates in folder.parents]
    return (*own, templates, *chain[len(own) :])


def _chain(name: str, templates: Path | None) -> list[Path]:
    """The look's folder and those of its bases, nearest first."""
    chain: list[Path] = []
    asked: str | None = name
    while asked is not None:
        folder = _folder(asked, templates, skip=chain)
        chain.append(folder)
        if len(chain) > 8:
            raise ConfigError(
                f"look {name!r}", "its bases go in a circle", "let one of them be based on 'plain'"
            )
        default = None if asked == GROUND and folder.parent == shipped("templates") else GROUND
        asked = _read(folder).get("look", {}).get("base", default)
    return chain


def _folder(name: str, templates: Path | None, skip: list[Path]) -> Path:
    # A user's look may have the name of a shipped one, and be based on it.
    for home in (*([templates] if templates else []), shipped("templates")):
        folder = home / name
        if (
            name not in ("", ".", "..")
            and "/" not in name
            and (folder / "look.toml").is_file()
            and folder not in skip
        ):
            return folder
    known = names(templates)
    near = get_close_matches(name, known, 1)
    hint = f"did you mean {near[0]!r}?" if near else f"use one of {', '.join(known)}"
    raise ConfigError(f"look {name!r}", "there is none of that name", hint)


def _read(folder: Path) -> dict[str, Any]:
    file = folder / "look.toml"
    try:
        found = tomllib.loads(file.read_text("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ConfigError(str(file), f"not TOML ({error})", "compare it with a shipped look.toml") from error
    for table in found:
        if table not in _TABLES:
            raise ConfigError(str(file), f"there is no table [{table}]", f"use one of {', '.join(_TABLES)}")
    return found


def _colours(found: Mapping[str, Any], scheme: str, folder: Path) -> dict[str, str]:
    place = f"{folder / 'look.toml'} [{scheme}]"
    return {name: colour(str(value), f"{place} {name}") for name, value in found.get(scheme, {}).items()}


def _accented(
    light: dict[str, str], dark: dict[str, str], accent: str
) -> tuple[dict[str, str], dict[str, str]]:
    """The tokens with another accent: tint, band and dark pair follow from it, text stays readable."""
    tint, night_tint = mix(accent, light["card"], 0.08), mix(accent, dark["card"], 0.14)
    text = readable(accent, (light["card"], tint, light["page"]))
    night = readable(mix(accent, "#ffffff", 0.6), (dark["card"], night_tint, dark["page"]))
    day = {"accent": text, "tint": tint, "bar": mix(accent, light["card"], 0.3)}
    dusk = {"accent": night, "tint": night_tint, "bar": mix(night, dark["card"], 0.4)}
    if luminance(light["on-band"]) > 0.5:  # the title stands in white on a band of the accent
        band = accent if contrast(accent, "#ffffff") >= 7 else readable(accent, ("#ffffff",))
        day |= _band(band)
        dusk |= _band(mix(band, "#000000", 0.5))
    return light | day, dark | dusk


def _band(colour: str) -> dict[str, str]:
    return {"band": colour, "band-soft": readable(mix(colour, "#ffffff", 0.25), (colour,))}
