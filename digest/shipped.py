"""Where templates, configuration and sample seeds lie: in a checkout, and in a wheel."""

from __future__ import annotations

from pathlib import Path

from digest.errors import ConfigError

_PACKAGE = Path(__file__).resolve().parent


def shipped(folder: str) -> Path:
    """The shipped folder ``templates``, ``config`` or ``seeds``.

    A wheel carries them in ``digest/_shipped/``; in a checkout, editable or
    not, they lie beside the package. Nothing else knows the difference.
    """
    for candidate in (_PACKAGE / "_shipped" / folder, _PACKAGE.parent / folder):
        if candidate.is_dir():
            return candidate
    raise ConfigError(folder, "this installation lacks its shipped folder", "install article-digest again")
