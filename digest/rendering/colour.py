"""Colours as ``#rrggbb``: mixing, luminance and contrast (WCAG 2.2, success criterion 1.4.3). Pure."""

from __future__ import annotations

import re

from digest.errors import ConfigError

READABLE = 4.5
"""Least contrast of body text (WCAG AA)."""

_HEX = re.compile(r"#(?:[0-9a-fA-F]{3}|[0-9a-fA-F]{6})")


def colour(value: str, place: str) -> str:
    """*value* as lower-case ``#rrggbb``; raises `ConfigError` that names *place*."""
    if not _HEX.fullmatch(value):
        raise ConfigError(place, f"{value!r} is not a colour", "write it as #rrggbb")
    digits = value[1:].lower()
    return "#" + (digits if len(digits) == 6 else "".join(digit * 2 for digit in digits))


def _channels(value: str) -> tuple[int, int, int]:
    return int(value[1:3], 16), int(value[3:5], 16), int(value[5:7], 16)


def mix(one: str, other: str, share: float) -> str:
    """*share* (0 to 1) of *one* over *other*, channel by channel."""
    pairs = zip(_channels(one), _channels(other), strict=True)
    return "#" + "".join(f"{round(a * share + b * (1 - share)):02x}" for a, b in pairs)


def luminance(value: str) -> float:
    """Relative luminance, 0 (black) to 1 (white)."""
    linear = [
        channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4
        for channel in (part / 255 for part in _channels(value))
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """1 (the same) to 21 (black on white)."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def readable(value: str, grounds: tuple[str, ...]) -> str:
    """*value*, moved towards black or white only as far as text of it needs to be read on every ground."""
    pole = "#000000" if luminance(grounds[0]) > 0.18 else "#ffffff"
    for step in range(21):
        candidate = mix(pole, value, step / 20)
        if all(contrast(candidate, ground) >= READABLE for ground in grounds):
            return candidate
    return pole
