"""Lines of account that stand in a list of other texts, behind the beginning of this one. Pure.

Blog entry by Jane Doe | 28 April, 2017 above one teaser, and so again above the next: whose days and
writers they give is not this text.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence, Set

from digest.cleaning.lines.rows import Row
from digest.language.lazy import regex

_FEWEST = 3
"""Lines that begin alike, of which one may be the text's own and another its update's."""
_NEAR = 6
"""Lines behind the last of them in which another kind of text may be listed."""
_KIND = regex(r"(?P<kind>[a-z]+ [a-z]+) by [a-z].*\b(?:19|20)\d\d\b")
"""Blog entry by Jane Doe | 28 April, 2017: of what kind the text is, in two words, and its day."""


def listed(rows: Sequence[Row], fates: Sequence[str]) -> Set[int]:
    """Places of the lines of account that are of a list."""
    first = next((at for at, fate in enumerate(fates) if fate == "body"), len(rows))
    kinds = {
        at: found["kind"]
        for at in range(first + 1, len(rows))
        if fates[at] == "byline" and not rows[at].han and (found := _KIND.match(rows[at].fold))
    }
    times = Counter(kinds.values())
    alike = [at for at, kind in kinds.items() if times[kind] >= _FEWEST]
    if not alike:
        return frozenset()
    return {at for at in range(alike[0], min(len(rows), alike[-1] + _NEAR)) if fates[at] == "byline"}
