"""Where the words of an English page were glued to its text with single blanks: a page in one line. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator

from digest.language.months import MONTH_EN

SHORTEST = 1_500
"""Characters of a line that is a page, and no paragraph."""
_BEHIND_STOP = r"(?<=[.!?”\"’)\]] )"
_APART = re.compile(
    rf"{MONTH_EN} \d{{1,2}}, (?:19|20)\d\d,?(?: at)? \d{{1,2}}:\d\d ?"
    r"[AaPp]\.?[Mm]\b\.?(?: \(?[A-Z]{2,4}\)?)?"
    rf"|(?<= )(?:[Bb]y|BY) (?:[A-Z][\w.'’-]+ ){{1,4}}(?:[-–—|•·] )?{MONTH_EN} \d{{1,2}}, (?:19|20)\d\d(?= )"
    rf"|{_BEHIND_STOP}(?:Advertisement:?|ADVERTISEMENT|(?:Story|Article) continues below(?: advertisement)?"
    r"|\((?:Credit|Photo|Image|Picture)s?: [^()]{2,70}\))(?= )"
)
"""What is a line of its own: day and minute, who wrote it and the day, the mark of an advertisement, who took
a picture."""
_BEGINS = re.compile(
    rf"{_BEHIND_STOP}(?:Related (?:Topics|Articles|Stories|Posts|Content|Coverage)\b"
    r"|(?:More|MORE) (?:[Ff]rom|FROM) |Most (?:Read|Popular|Viewed|Commented)\b|Trending\b"
    r"|Sign [Uu]p (?:for|to)\b|Subscribe\b|Share [Tt]his\b"
    r"|(?:Show|View|Post|Add|Leave) (?:[Aa] )?(?:Comments?|Reply)\b|Copyright\b|©|Follow [Uu]s\b"
    r"|(?:Editors?[’']?s?[’']?|Staff) (?:Recommendations|Recommends|Picks|Choice)\b"
    r"|Filed [Uu]nder\b|Posted in\b|About Us\b|Terms of (?:Use|Service)\b|Privacy Policy\b"
    r"|Recommended (?:for [Yy]ou|Stories)\b|You [Mm]ay [Aa]lso [Ll]ike\b)"
    r"|(?<= )(?:MORE FROM |Related (?:Topics|Articles|Stories|Posts)\b|Show Comments\b|Trending Articles\b"
    r"|Copyright ©|Already a [Ss]ubscriber\b|Sign up for our\b|All [Rr]ights [Rr]eserved)"
    rf"|{_BEHIND_STOP}(?=(?:[A-Z&\d][^\s.!?;:]* ){{12}})"
    r"|(?<=[.!?”\"] )(?=[^.!?;\n]{400})"
)
"""With what a page goes on behind its article: its own labels, a dozen words in capitals, more without a
stop than a sentence is long."""


def english(text: str, start: int, end: int) -> Iterator[int]:
    """Places in ``text[start:end]`` at which a line ends and the next begins."""
    for own in _APART.finditer(text, start, end):
        yield from own.span()
    for label in _BEGINS.finditer(text, start, end):
        yield label.start()
