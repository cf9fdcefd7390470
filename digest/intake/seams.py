"""Where the words of an English page were glued to its text with single blanks: a page in one line. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator

from digest.language.lazy import begun, regex
from digest.language.months import MONTH_EN, WEEKDAY_EN

SHORTEST = 700
"""Characters of a line that is a page, and no paragraph."""
_BEHIND_STOP = r"(?<=[.!?”\"’)\]] )"
_NAME = r"[A-Z][\w.'’-]+(?: [A-Z]\.)?(?: (?:de|van|von|der|da|di|al|el|bin|la|le))? [A-Z][\w'’-]+"
_YEAR = r"(?:19|20)\d\d"
_DATE = rf"(?:{MONTH_EN} \d{{1,2}},? {_YEAR}|\d{{1,2}} {MONTH_EN},? {_YEAR})"
_CLOCK = r"\d{1,2}[:.]\d\d(?: ?[AaPp]\.?[Mm]\b\.?)?(?: \(?[A-Z]{2,4}\b\)?)?"
_APART = regex(
    rf"{MONTH_EN} \d{{1,2}}, {_YEAR},?(?: at)? \d{{1,2}}:\d\d ?"
    r"[AaPp]\.?[Mm]\b\.?(?: \(?[A-Z]{2,4}\)?)?"
    rf"|(?<= )(?:[Bb]y|BY) (?:[A-Z][\w.'’-]+ ){{1,4}}(?:[-–—|•·] )?{MONTH_EN} \d{{1,2}}, {_YEAR}(?= )"
    rf"|(?<= ){_DATE} (?:[-–—|•·] )?(?:[Bb]y|BY) {_NAME}(?= )"
    # A day between words in capitals; of one in a sentence it would say "on", or put a comma behind it.
    rf"|(?<=[A-Z\d)|•·–—-] )(?i:{_DATE})(?= [A-Z])(?! [A-Z][A-Z ]{{2,24}}\()"
    r"|(?<= )(?:\d{1,2}[- ]min(?:ute)?s? read|(?:(?:Published|Updated|Posted) )?\d{1,2} (?:minutes?"
    r"|mins?|hours?|hrs?|days?|weeks?) ago)(?= [A-Z]|$)"
    rf"|(?<=[a-z] )(?:Published|Posted|Updated|Last (?:modified|updated)) (?:on )?{_DATE}(?= [A-Z])"
    rf"|{_BEHIND_STOP}(?:Advertisement:?|ADVERTISEMENT|(?:Story|Article) continues below(?: advertisement)?"
    r"|\((?:Credit|Photo|Image|Picture)s?: [^()]{2,70}\))(?= )"
)
"""What is a line of its own: day and minute, who wrote it and the day, the mark of an advertisement, who took
a picture."""
_BEGINS = regex(
    rf"{_BEHIND_STOP}(?:Related (?:Topics|Articles|Stories|Posts|Content|Coverage)\b"
    r"|(?:More|MORE) (?:[Ff]rom|FROM|[Oo]n) |Most (?:Read|Popular|Viewed|Commented)\b|Trending\b"
    r"|Sign [Uu]p (?:for|to)\b|Subscribe\b|Share [Tt]his\b|Share (?:on|via)\b|Like this:"
    r"|(?:Show|View|Post|Add|Leave) (?:[Aa] )?(?:Comments?|Reply)\b|Copyright\b|©|Follow [Uu]s\b"
    r"|(?:Editors?[’']?s?[’']?|Staff) (?:Recommendations|Recommends|Picks|Choice)\b"
    r"|Filed [Uu]nder\b|Posted in\b|Tagged\b|Tags?:|Categor(?:y|ies):|About Us\b|About [Tt]he [Aa]uthor\b"
    r"|Terms of (?:Use|Service)\b|Privacy Policy\b|Explore more on\b|(?:Previous|Next)(?: (?:Post|Article))?:"
    r"|Recommended (?:for [Yy]ou|Stories)\b|You (?:[Mm]ay|[Mm]ight) [Aa]lso [Ll]ike\b)"
    r"|(?<= )(?:MORE FROM |Related (?:Topics|Articles|Stories|Posts)\b|Show Comments\b|Trending Articles\b"
    r"|Copyright ©|Already a [Ss]ubscriber\b|Sign up for our\b|All [Rr]ights [Rr]eserved"
    r"|Post navigation\b|Leave a Reply Cancel\b|Your email address will not be published\b"
    r"|Save my name, email\b|Recent (?:Posts|Comments) |Explore more on these topics\b)"
)
"""With what a page goes on behind its article: its own labels."""
SHORTEST_WITH_MENU = 300
"""Characters of a line that has more than a menu in it."""
SHORTEST_WITH_BUTTONS = 150
"""Characters of a line that is more than who wrote it and when."""
_SKIP = (
    r"Skip to (?:(?:the )?(?:main|primary|secondary|site|page) )?"
    r"(?:content|navigation|footer|search|sidebar|menu)"
)
_BUTTON = begun(
    r"A-Zt\d",
    rf"(?<![\w“\"‘'] )(?<!\w ){_SKIP}\b|(?<= ){_SKIP}(?= [A-Z]|$)"
    r"|(?<= )View image in fullscreen\b|(?<= )[Tt]oggle caption(?= )"
    r"|(?<= )(?:Prefer|Add|Make|Follow|Choose|Set) (?:[\w.&’'-]+ ){1,5}?(?:as (?:your |a "
    r"|my )?preferred (?:source )?)?"
    r"on Google(?: News| Discover)?(?= [A-Z]|$)"
    rf"|{_BEHIND_STOP}(?:By|BY) {_NAME}(?= Follow @\w)"
    r"|(?<= )(?P<credit>Photograph: [A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){0,3}/(?:AP|AFP|PA|EPA|Reuters|REUTERS"
    r"|Getty Images|Shutterstock|Alamy|Rex|Bloomberg|The Guardian|The Observer)"
    r"(?:/(?:Getty Images|Shutterstock|AFP))?)(?= |$)"
    rf"|(?<= )(?:(?:First published|Last modified|Published|Updated|Posted)(?: on"
    rf"| at)? )?(?:{WEEKDAY_EN},? )?{_DATE},?"
    rf"(?: at)? {_CLOCK}(?= [A-Z(|•·–—-]|$)",
)
"""A button that a page has everywhere, the minute at which it was put up: no author writes these, so that
they part a line of any length that says more than they."""
_SIGNS_OF_BUTTONS = ("Skip to ", "fullscreen", "oggle caption", "on Google", "Photograph: ", " Follow @")
_MAY_BE_STAMPED = regex(r" (?:19|20)\d\d,?(?: at)? \d{1,2}[:.]\d\d\b")
"""Cheap looks ahead."""


def buttons(text: str) -> list[tuple[int, int]]:
    """The buttons and stamps of an English page in *text*, wherever they stand."""
    if not any(map(text.__contains__, _SIGNS_OF_BUTTONS)) and _MAY_BE_STAMPED.search(text) is None:
        return []
    # What a picture shows stands in front of its credit, and goes with it.
    return [
        (button.end(), button.end()) if button["credit"] else button.span()
        for button in _BUTTON.finditer(text)
    ]


def english(text: str, start: int, end: int) -> Iterator[int]:
    """Places in ``text[start:end]`` at which a line ends and the next begins."""
    for own in _APART.finditer(text, start, end):
        yield from own.span()
    for label in _BEGINS.finditer(text, start, end):
        yield label.start()


def _share_of_capitals(text: str) -> float:
    """Of the words in *text*, those that begin with one."""
    words = [word for word in text.split() if word[0].isalpha()]
    return sum(word[0].isupper() for word in words) / len(words) if words else 1.0


_MENU_WORD = regex(
    r"(?:Home|Homepage|News|World|U\.?S\.?|UK|Sports?|Business|Politics|Opinions?|Technology|Tech|Science|Health|Culture"
    r"|Lifestyle|Entertainment|Travel|Weather|Videos?|Audio|Podcasts?|Photos|Events|Jobs|Shop|Store|Careers|Advertise|About"
    r"|Contact|Blog|Archives?|Resources|Products?|Solutions|Services|Pricing|Docs|Documentation|Support|Help|FAQ|Search|Menu"
    r"|Close|Login|Log|Sign|Register|Subscribe|Newsletters?|Account|Donate|More|Topics|Magazine|Live|Markets|Money|Climate"
    r"|Environment|Education|Economy|Arts|Style|Food|Books|Games|Features?|Press|Community|Team|Company|Research|Library)",
    re.I,
)
_SMALL = frozenset(
    "a an and as at by for from in of on or our the to us with your & | · • › > / – - up out".split()
)
_FEWEST_OF_MENU, _FIRST_OF_MENU, _REACH_OF_MENU = 5, 16, 2_000
"""Words that make a menu of the head of a line, among how many; characters in which a menu ends."""


def menu(text: str, start: int, end: int) -> int | None:
    """Where the menu ends with which a page, ``text[start:end]``, begins; None where it does not.

    Behind the last of its words that is followed by a capital, before the first words in small letters.
    """
    reach = min(end, start + _REACH_OF_MENU)
    known, last, small = 0, None, 0
    for at, found in enumerate(_WORD.finditer(text, start, reach)):
        word = found[0]
        if word[:1].islower() and word not in _SMALL:
            small += 1
            if small > 2:
                break
            continue
        if not word[:1].isalpha() or word in _SMALL:
            continue
        small = 0
        if _MENU_WORD.fullmatch(word):
            known += 1
            follows = text[found.end() : reach].lstrip()[:1]
            last = found.end() if follows.isupper() or follows.isdigit() else last
        if at >= _FIRST_OF_MENU and known < _FEWEST_OF_MENU:
            return None
    return last if known >= _FEWEST_OF_MENU and last is not None and last < end - 1 else None


_FEWEST_WORDS, _SHORTEST_AGAIN, _FARTHEST = 4, 18, 4_000
"""Words and characters of what is known again; characters of a page in which it is looked for."""
_WORD = regex(r"\S+")
_SITE = regex(r"\s*(?:[-–—|·•:»_]|::)\s")
_STOP = regex(r"[.!?][”\"’)]? [A-Z“]")
_SHARE_OF_CAPITALS = 0.4


def again(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Where in the first line, ``text[start:end]``, stands again with what it begins: its title, its menu.

    A page's tab says the title and the site; the heading says the title alone. A
    menu is printed for wide windows and for narrow ones. In a sentence its first
    words do not come again, and if so behind small letters.
    """
    line = text[start : min(end, start + _FARTHEST)]
    words = [word.span() for word in _WORD.finditer(line)]
    enough = (at for at, word in enumerate(words, 1) if at >= _FEWEST_WORDS and word[1] >= _SHORTEST_AGAIN)
    shortest = next(enough, 0)
    if not shortest or not line[0].isascii():
        return []
    known = line[: words[shortest - 1][1]]
    places = [found.start() for found in re.finditer(rf"(?<!\S){re.escape(known)}(?!\w)", line)][1:]
    if not places:
        return []
    size = len(known)
    for word in words[shortest:]:
        longer = line[: word[1]]
        if word[1] > places[0] or not line.startswith(longer, places[0]):
            break
        size = word[1]
    known = line[:size].rstrip(" -–—|·•:»_")
    size = len(known)
    if _STOP.search(known):
        return []  # a text that stands there twice
    between = line[size : places[0]]
    named = _SITE.match(between) is not None
    listed = _STOP.search(between) is None and _share_of_capitals(between) >= _SHARE_OF_CAPITALS
    if not named and not listed:
        return []
    found = [place for place in places if line.startswith(known, place)]
    return [(start + place, start + place + size) for place in found]
