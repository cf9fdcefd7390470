"""Document -> key points: a method ranks the sentences, `summarize` chooses from the ranking.

Reading order: `ranking` (what a method is), `choice` (count, budget, length),
`methods/` (one method a file: ``salience``, ours and the default; ``lead``;
sumy's seven on our sentences and words), then what ``salience`` is made of:
`vectors`, `cues`, `features`, `mentions`, `weights`, and `passages` (two or three
sentences as one point). Pure: same document, same points.

    >>> from digest.summarizers import plain, summarize
    >>> document = plain("The council voted 31 to 4 for trams. It rained.", language="en")
    >>> [point.text for point in summarize(document, limit=1).points]
    ['The council voted 31 to 4 for trams.']
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest.summarizers.choice import summarize
from digest.summarizers.ranking import METHODS, Method, Ranking
from digest.summarizers.texts import plain, rank_sentences

if TYPE_CHECKING:
    from digest.summarizers.for_sumy import SalienceSummarizer

__all__ = ["METHODS", "Method", "Ranking", "SalienceSummarizer", "plain", "rank_sentences", "summarize"]


def __getattr__(name: str) -> object:
    # Loading it loads sumy, which few readers of this package need.
    if name == "SalienceSummarizer":
        from digest.summarizers.for_sumy import SalienceSummarizer

        return SalienceSummarizer
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
