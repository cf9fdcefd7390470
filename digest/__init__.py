"""A folder of articles in, a themed newsletter out; every sentence is the author's own.

Reading order: `digest.model` (the nouns), `digest.errors`, `digest.pipeline`
(the whole way on two screens), then the stages in their order: `intake`,
`cleaning`, `summarizers`, `story`, `compose`, `rendering`, `delivery`, `store`.

    >>> import digest
    >>> points = digest.summarize("Trams return to Basel. The council voted 31 to 4.", limit=1)

Public names are loaded when first used, so that ``import digest`` costs nothing.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

__version__ = "0.1.0"

_HOME = {
    "build": "digest.pipeline",
    "clean": "digest.pipeline",
    "read": "digest.pipeline",
    "render": "digest.pipeline",
    "send": "digest.mailing",
    "summarize": "digest.pipeline",
    "verify": "digest.verification",
    "Article": "digest.model",
    "Document": "digest.model",
    "Issue": "digest.model",
    "KeyPoint": "digest.model",
    "Rendering": "digest.model",
    "Theme": "digest.model",
    "DigestError": "digest.errors",
}
__all__ = [
    "Article",
    "DigestError",
    "Document",
    "Issue",
    "KeyPoint",
    "Rendering",
    "Theme",
    "__version__",
    "build",
    "clean",
    "read",
    "render",
    "send",
    "summarize",
    "verify",
]

if TYPE_CHECKING:
    from digest.errors import DigestError
    from digest.mailing import send
    from digest.model import Article, Document, Issue, KeyPoint, Rendering, Theme
    from digest.pipeline import build, clean, read, render, summarize
    from digest.verification import verify


def __getattr__(name: str) -> object:
    if name not in _HOME:
        raise AttributeError(f"module 'digest' has no attribute {name!r}")
    return getattr(importlib.import_module(_HOME[name]), name)


def __dir__() -> list[str]:
    return __all__
