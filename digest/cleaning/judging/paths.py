"""A path of sections that ends with the article's title, as pages show above their text. Pure.

With a question for a title it ends as sentences do.
"""

from __future__ import annotations

from digest.cleaning.metadata.titles import letters
from digest.cleaning.rules.verdicts import Page

_SHORTEST, _SIGNS = 6, (">", "›", "»", "＞")
"""Letters of a title that is known again behind the signs of a path."""


def paths_to_title(page: Page) -> None:
    """Removes from *page* the lines that lead to its title, whatever mark that ends with."""
    key = letters(page.title.fold) if page.title is not None else ""
    for at, row in enumerate(page.rows) if len(key) >= _SHORTEST else ():
        sign = max(_SIGNS, key=row.fold.rfind)
        front, found, last = row.fold.rpartition(sign)
        if found and front.strip() and "。" not in row.fold and page.open(at) and letters(last) == key:
            page.remove(at, "navigation", "path to the title")
