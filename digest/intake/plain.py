"""Plain text into its lines, those too whose ends a program took away. Pure."""

from __future__ import annotations

from collections.abc import Iterator

from digest.intake import clauses, glued, joints, seams, uttered
from digest.language.lazy import begun, regex
from digest.model import Line

# Begun with a class, so that other text is passed over at once.
_LINE_END = regex("[\n\r\x0b\x0c\x85\u2028\u2029](?:(?<=\r)\n)?")
_WIDE = "\u3001-\u303f\u4e00-\u9fff\uff00-\uffef"
"""Characters that nobody writes a blank between."""
_LOST = (
    r"(?:\\r)?\\n",
    r"<br\s*/?>|</?p>|<BR\s*/?>|</?P>",
    r"\t+",
    r"\u3000{2,}",
    r"[ \xa0]{2,}",
    rf"(?<=[{_WIDE}])[ \xa0](?=[{_WIDE}])",
)
"""What stands for the end of a line where a program took the ends away, the surest first."""
_LOST_ENDS = tuple(
    begun(r"\\<\t\u3000 \xa0\n\r", "|".join((*_LOST[:count], r"[\n\r]+")))
    for count in range(1, len(_LOST) + 1)
)
"""Each with all that are surer: a page has blanks of its own beside those of the program."""
_STAMP_ABOVE = regex(r"\s*date:? (?:19|20)\d\d-\d\d(?:-\d\d)?(?P<gap>[ \t]+)(?=\S)")
"""The day that an index of pages wrote in front of a text, on its first line."""
_LONGEST_MEAN, _FEWEST_LOST, _LONGEST_LINE = 400, 6, 1_000
"""Characters of a line, on average, that speak for lost ends; how many are found; of a line that is one."""


def _ends(text: str) -> list[tuple[int, int]]:
    """Where a line ends and the next begins, ascending."""
    if len(text) <= _LONGEST_MEAN * (1 + text.count("\n") + text.count("\r")):
        spans = [end.span() for end in _LINE_END.finditer(text)]
        return sorted(spans + found) if (found := _seams(text, spans)) else spans
    chosen = _LINE_END
    for ends in _LOST_ENDS:
        pieces = ends.split(text)
        if len(pieces) > max(_FEWEST_LOST, len(text) // _LONGEST_MEAN):
            chosen = ends
            if max(map(len, pieces)) <= _LONGEST_LINE:
                break
    spans = [end.span() for end in chosen.finditer(text)]
    if chosen is _LOST_ENDS[-1]:
        spans = glued.ends_of_lines(text, spans)
    titles = list(glued.titles(text))
    shortest = 0 if chosen is not _LINE_END else _LONGEST_MEAN
    spans = _outside(titles, spans)
    # A page's menu in one line looks like speech: its blanks are told again, those of the title too.
    spans += _outside(titles, _seams(text, spans, shortest))
    return sorted({*spans, *((at, at) for span in titles[-1:] for at in span if at)})


def _outside(titles: list[tuple[int, int]], ends: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Those of *ends* that part none of the *titles*."""
    return [end for end in ends if not any(first < end[0] and end[1] <= last for first, last in titles)]


def _seams(text: str, ends: list[tuple[int, int]], shortest: int = _LONGEST_MEAN) -> list[tuple[int, int]]:
    """Places where a page's own words were glued to the text inside a line, most of no length.

    A line has *shortest* characters at least where they are looked for in it.
    """
    start = 0
    linked, spoken = "://" in text, uttered.is_chinese(text)
    buttons = seams.buttons(text)
    unmarked = uttered.is_english(text)
    first = True
    found = [(at, at) for at in joints.joints(text)]
    if (stamp := _STAMP_ABOVE.match(text)) is not None:
        found.append(stamp.span("gap"))
    page = seams.SHORTEST if not found else seams.SHORTEST_WITH_BUTTONS
    # A shorter line is looked into only where the whole text gives a reason.
    least = 0 if linked or spoken or unmarked else min(shortest, seams.SHORTEST_WITH_BUTTONS)
    for end, following in [*sorted([*ends, *found]), (len(text), len(text))]:
        if end - start < least:
            first, start = first and end == start, following
            continue
        places: set[int] = set()
        if linked:
            places |= set(glued.addresses(text, start, end))
        found += uttered.chinese(text, start, end, spoken)
        if unmarked and end - start >= uttered.SHORTEST:
            found += uttered.english(text, start, end)
        if end - start >= shortest:
            places |= set(glued.chinese(text, start, end, whole=end - start >= _LONGEST_MEAN))
        english = (
            _of_page(text, start, end, buttons, first, page)
            if end - start >= seams.SHORTEST_WITH_BUTTONS
            else ()
        )
        first = first and end - start == 0
        places.update(english)
        if end - start >= _LONGEST_MEAN:
            places |= set(glued.notes(text, start, end))
        found += [(at, at) for at in places if start < at < end]
        start = following
    return [*found, *sorted({(at, at) for at in glued.stamped(text)} - set(found))]


def _of_page(
    text: str, start: int, end: int, buttons: list[tuple[int, int]], first: bool, shortest: int
) -> Iterator[int]:
    """Places at which the line of an English page is to be cut; the *first* line may hold its title twice.

    One of *shortest* characters may hold a page.
    """
    own = [span for span in buttons if start <= span[0] and span[1] <= end]
    own += seams.again(text, start, end) if first else []
    if end - start >= seams.SHORTEST_WITH_MENU and (place := seams.menu(text, start, end)):
        own.append((place, place))
    for span in own:
        yield from span
    if end - start >= shortest or own:
        yield from seams.english(text, start, end)
    if end - start >= shortest:
        yield from clauses.english(text, start, end)


def lines_of(text: str) -> tuple[Line, ...]:
    """The lines of *text*, without their ends; what follows the last end is one too unless it is empty."""
    lines: list[Line] = []
    start = 0
    for end, following in _ends(text):
        lines.append(Line(text[start:end], start, end))
        start = following
    if start < len(text):
        lines.append(Line(text[start:], start, len(text)))
    return tuple(lines)
