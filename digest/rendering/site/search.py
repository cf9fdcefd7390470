"""Search without a server: a script, and the words it searches, loaded when a reader first types. Pure.

The index is a script too and no JSON: a page opened from a folder may load
scripts beside it, but nothing else.
"""

from __future__ import annotations

import json
from collections.abc import Sequence

from digest.rendering.names import shorten
from digest.rendering.site.entries import Entry

_LONGEST = 120
"""Columns of each sentence; what is beyond is found by the words before it."""


def index(entries: Sequence[Entry]) -> bytes:
    """One row for each issue, newest first: address, theme, date, headline, and the words to search."""
    rows = [[each.path, each.theme_title, each.date, each.headline, _words(each)] for each in entries]
    written = ",\n".join(_literal(row) for row in rows)
    return f"window.digestIndex=[\n{written}\n];\n".encode()


def _words(each: Entry) -> str:
    return "\n".join(shorten(text, _LONGEST) for text in (*each.titles, *each.said))


def _literal(row: Sequence[str]) -> str:
    """JSON that is also JavaScript, and that no ``</script>`` can end."""
    written = json.dumps(row, ensure_ascii=False, separators=(",", ":"))
    return written.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


def script() -> bytes:
    from digest.shipped import shipped

    return (shipped("templates") / "plain" / "site" / "search.js").read_bytes()
