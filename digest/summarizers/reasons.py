"""Why a sentence was chosen, in a reader's words.

Several features look at one thing in different ways (five at a sentence's
place alone) and partly cancel out; a reader is told what they give together.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import overload

from digest.model import Reason

PLACE = "where it stands in the text"
SUBJECT = "how much of the text is about this"
LENGTH = "its length"
LEANS = "leans on what was said before"
QUOTED = "is (part of) a quotation"

WORDS: Mapping[str, str] = {
    **dict.fromkeys(
        "first second opening early place last paragraph closes first_paragraph".split(),
        PLACE,
    ),
    **dict.fromkeys(
        (
            "later",
            "earlier",
            "rank",
            "common",
            "frequent",
            "keywords",
            "introduces",
            "like_first",
        ),
        SUBJECT,
    ),
    **dict.fromkeys(("short", "long", "too_long", "scrap", "size"), LENGTH),
    **dict.fromkeys(("pronoun_start", "points_back", "adrift", "link_start"), LEANS),
    **dict.fromkeys(("bare_quote", "quote_share", "opens_quote"), QUOTED),
    **dict.fromkeys(("question", "exclamation"), "asks or exclaims"),
    **dict.fromkeys(("lead_in", "unfinished", "trails_off"), "breaks off or announces what follows"),
    **dict.fromkeys(("self", "host", "spoken", "opinion"), "the writer's or host's own voice"),
    "mentions": "says what a summary of this text would mention",
    **dict.fromkeys(("title", "title_subject"), "likeness to the title"),
    "query": "likeness to the theme",
    "shared": "what other articles of the issue tell, too",
    **dict.fromkeys(("numbers", "figures", "percent"), "quantities"),
    "comparison": "a quantity set beside another",
    "record": "by figures, papers or findings",
    "plans": "what is to come",
    **dict.fromkeys(("claim", "meaning"), "what the writer makes of it"),
    "opens_on_news": "opens on the news",
    "dates": "dates",
    "names": "names",
    "turns": "a turn of events: someone left, something ended, was refused or decided",
    "events": "verbs of news",
    "outcome": "what changed, was found, was decided or followed",
    "scene": "a scene, a memory or a life",
    "factless": "has no name, figure, date or event",
    "label": "names something and says nothing of it",
    "reports": "somebody says so",
    "reasons": "reasons, consequences, firsts",
    "negation": "something did not happen",
    "hedge": "perhaps, it seems",
    "contrast": "on the other hand",
    "aside": "an aside in brackets",
    "example": "an example",
    "past": "tells of years long before the news",
    "hearsay": "netizens and rumours",
    "boilerplate": "reads like the frame of a page",
    "highlight": "the publisher's own key point",
    "doubt": "may be the site's own words",
    "passage": "takes more than one sentence",
    "repeat": "says an earlier sentence again",
}


class Told(Sequence[tuple[Reason, ...]]):
    """Row by row, what the features gave, told in `WORDS`: strongest first, nothing that gave nothing.

    Put into words only when asked: a digest asks for the few that it prints.
    """

    def __init__(self, parts: Mapping[str, Sequence[float]], row_of: Mapping[int, int], count: int) -> None:
        """*parts* by feature, a value for each rated row; *row_of* leads from a sentence to its row."""
        self._parts, self._row_of, self._count = parts, row_of, count

    def __len__(self) -> int:
        return self._count

    @overload
    def __getitem__(self, index: int) -> tuple[Reason, ...]: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[tuple[Reason, ...], ...]: ...
    def __getitem__(self, index: int | slice) -> tuple[Reason, ...] | tuple[tuple[Reason, ...], ...]:
        if isinstance(index, slice):
            return tuple(self[each] for each in range(*index.indices(self._count)))
        if not -self._count <= index < self._count:
            raise IndexError(index)
        row = self._row_of.get(index % self._count)
        return () if row is None else self._tell(row)

    def _tell(self, row: int) -> tuple[Reason, ...]:
        told: dict[str, float] = {}
        for feature, values in self._parts.items():
            words = WORDS[feature]
            told[words] = told.get(words, 0.0) + float(values[row])
        strongest = sorted(told.items(), key=lambda pair: (-abs(pair[1]), pair[0]))
        return tuple(Reason(words, value) for words, value in strongest if value)
