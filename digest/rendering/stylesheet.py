"""A look's ``style.css``: variables resolved, the dark scheme derived, phone rules set apart. Pure.

Mail programs know no ``var()``, and inline styles win over a style sheet. So
rules outside ``@media`` are written into the elements, and rules inside it
stay in the head, each declaration made ``!important``. The dark scheme needs
no rules of its own: wherever a value names a colour, the same rule with the
dark colour is derived.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from digest.errors import RenderError

Declarations = dict[str, str]


@dataclass(frozen=True, slots=True)
class Css:
    """One look's styles, ready for a page; ``screen`` has the ``@media`` rules, ``outlook`` Outlook.com's."""

    inline: str
    screen: str
    dark: str
    outlook: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """Rules outside ``@media`` by selector, in the order of the cascade; and the others by query."""

    rules: Mapping[str, Declarations]
    media: Mapping[str, Mapping[str, Declarations]]


_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
_MEDIA = re.compile(r"(@media[^{]+)\{((?:[^{}]+\{[^{}]*\})*\s*)\}")
_VARIABLE = re.compile(r"var\(--([\w-]+)\)")
_COLOURED = {"color": "ogsc", "background-color": "ogsb"}


def parse(text: str, place: str) -> Sheet:
    """Read CSS of plain rules and one level of ``@media``; raises `RenderError` on anything else."""
    text = _COMMENT.sub("", text)
    media: dict[str, dict[str, Declarations]] = {}
    for block in _MEDIA.finditer(text):
        _merge(media.setdefault(" ".join(block[1].split()), {}), block[2])
    rest = _MEDIA.sub("", text)
    rules: dict[str, Declarations] = {}
    _merge(rules, rest)
    left = _RULE.sub("", rest).strip()
    if left or "</" in text:
        raise RenderError(place, f"cannot read {left[:40]!r}", "write plain rules and @media blocks only")
    return Sheet(rules, media)


def cascade(sheets: list[Sheet]) -> Sheet:
    """One sheet in which later ones add to earlier ones and win over them."""
    rules: dict[str, Declarations] = {}
    media: dict[str, dict[str, Declarations]] = {}
    for sheet in sheets:
        _add(rules, sheet.rules)
        for query, block in sheet.media.items():
            _add(media.setdefault(query, {}), block)
    return Sheet(rules, media)


def compiled(sheet: Sheet, light: Mapping[str, str], dark: Mapping[str, str], place: str) -> Css:
    """The styles, every variable resolved, in light and dark. Raises `RenderError` for an unknown one."""
    shaded = list(_shaded(sheet.rules, light, dark, place))
    media = "\n".join(
        f"{query}{{{_written(block, light, place, important=True)}}}" for query, block in sheet.media.items()
    )
    night = "".join(f"{selector}{{{_joined(found)}}}\n" for selector, found in shaded)
    outlook = "".join(
        f"[data-{mark}] {selector}{{{_joined({name: value})}}}\n"
        for selector, found in shaded
        for name, value in found.items()
        if (mark := _COLOURED.get(name))
    )
    return Css(
        inline=_written(sheet.rules, light, place),
        screen=media,
        dark=f"@media (prefers-color-scheme:dark){{\n{night}}}" if night else "",
        outlook=outlook,
    )


def _merge(into: dict[str, Declarations], text: str) -> None:
    for rule in _RULE.finditer(text):
        pairs = [part.partition(":") for part in re.split(r";(?![^(]*\))", rule[2]) if part.strip()]
        found = {name.strip(): " ".join(value.replace("!important", "").split()) for name, _, value in pairs}
        for selector in rule[1].split(","):
            _add(into, {" ".join(selector.split()): found})


def _add(into: dict[str, Declarations], rules: Mapping[str, Declarations]) -> None:
    for selector, found in rules.items():
        # Set again at the end, where the cascade puts a rule that comes later.
        into[selector] = {**into.pop(selector, {}), **found}


def _shaded(
    rules: Mapping[str, Declarations], light: Mapping[str, str], dark: Mapping[str, str], place: str
) -> Iterator[tuple[str, Declarations]]:
    for selector, found in rules.items():
        changed = {}
        for name, value in found.items():
            night = _resolved(value, dark, place)
            if night != _resolved(value, light, place):
                # The dark side of a border changes its colour, not its width or style.
                side = name.startswith("border") and not name.endswith("color")
                changed[f"{name}-color" if side else name] = night.rpartition(" ")[2] if side else night
        if changed:
            yield selector, {name: f"{value}!important" for name, value in changed.items()}


def _written(
    rules: Mapping[str, Declarations], tokens: Mapping[str, str], place: str, *, important: bool = False
) -> str:
    mark = "!important" if important else ""
    return "".join(
        f"{selector}{{"
        + _joined({name: _resolved(value, tokens, place) + mark for name, value in found.items()})
        + "}\n"
        for selector, found in rules.items()
        if found
    )


def _joined(found: Mapping[str, str]) -> str:
    return ";".join(f"{name}:{value}" for name, value in found.items())


def _resolved(value: str, tokens: Mapping[str, str], place: str) -> str:
    def token(name: re.Match[str]) -> str:
        if name[1] not in tokens:
            known = ", ".join(sorted(tokens))
            raise RenderError(place, f"there is no token {name[1]!r}", f"use one of {known}")
        return tokens[name[1]]

    return _VARIABLE.sub(token, value)
